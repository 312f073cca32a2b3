"""Uploads cut off at any moment by the power: what was promised of them is there.

``python -m tests.support.faults.upload_crashes work FOLDER ACKS`` is what ``recorder.c`` records;
``… check RECORDING WORKSPACE IMAGES SEED`` builds images of it and prints one JSON object.
"""

import hashlib
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.store.blobs import BlobStore
from sync.server.uploads import Spool, Upload
from tests.support.faults.crash_images import lay_out
from tests.support.faults.recording import ACKS, Disk, Operation, first_acknowledgement, read_recording

STATION = "desk"
DONE = -1
_KEY = bytes(range(32))
_NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
_CONTENTS = {
    hashlib.sha256(content).hexdigest(): content
    for content in (random.Random(number).randbytes(30_000 + 7_001 * number) for number in range(6))
}


def work(folder: Path, acknowledgements: Path) -> None:
    """Upload in pieces, some of which are cut, and write down what is promised before going on."""
    rng = random.Random(1)
    spool, blobs = Spool(folder / "uploads", _KEY), BlobStore(folder / "blobs", _KEY)
    acks = os.open(acknowledgements, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    left = dict(_CONTENTS)
    while left:
        sha256, content = rng.choice(sorted(left.items()))
        upload = spool.begin(STATION, sha256, len(content), _NOW)
        offset = upload.offset()
        _say(acks, sha256, offset)
        if offset < len(content):
            _send(rng, upload, content, offset)
            continue
        blobs.put(upload.content())
        _say(acks, sha256, DONE)
        upload.remove()
        del left[sha256]


def _send(rng: random.Random, upload: Upload, content: bytes, offset: int) -> None:
    turn = upload.take_over(offset, _NOW)
    for _ in range(rng.randint(1, 4)):
        turn.write(content[turn.at : turn.at + rng.randint(1, 4_000)])
    if rng.random() < 0.5:
        turn.settle(_NOW)


def _say(acks: int, sha256: str, offset: int) -> None:
    os.write(acks, f"{sha256} {offset}\n".encode())


def check(recording: Path, workspace: Path, images: int, seed: int) -> Counter[str]:
    """Count the images and what is lost in them."""
    rng = random.Random(seed)
    operations = list(_with_what_is_made_empty(read_recording(recording)))
    cuts = sorted(rng.randrange(first_acknowledgement(operations) + 1, len(operations) + 1) for _ in range(images))
    disk, done, found = Disk(), 0, Counter[str]()
    promised: dict[str, int] = {}
    for cut in cuts:
        for operation in operations[done:cut]:
            if operation.name == ACKS:
                promised |= {line.split()[0]: int(line.split()[1]) for line in operation.payload.decode().splitlines()}
            else:
                disk.take(operation)
        done = cut
        lay_out(disk.after_a_cut(rng), workspace)
        found["images"] += 1
        found["bytes"] += max(promised.values()) > 0
        found["lost"] += any(_is_lost(workspace, sha256, offset) for sha256, offset in promised.items())
    return found


def _with_what_is_made_empty(operations: list[Operation]) -> Iterator[Operation]:
    """Add what the recorder does not see: a file for the bytes is made, empty, before the head is written."""
    for operation in operations:
        if operation.kind == "R" and operation.payload.endswith(b".head"):
            yield Operation("T", operation.payload.decode().removesuffix(".head") + ".bytes", 0, b"")
        yield operation


def _is_lost(folder: Path, sha256: str, offset: int) -> bool:
    content = _CONTENTS[sha256]
    if offset == DONE:
        try:
            return BlobStore(folder / "blobs", _KEY).get(sha256) != content
        except CounterError:
            return True
    upload = Spool(folder / "uploads", _KEY).begin(STATION, sha256, len(content), _NOW)
    return upload.offset() < offset or upload.content()[:offset] != content[:offset]


if __name__ == "__main__":
    act, *words = sys.argv[1:]
    if act == "work":
        work(Path(words[0]), Path(words[1]))
    else:
        print(json.dumps(check(Path(words[0]), Path(words[1]), int(words[2]), int(words[3]))))
