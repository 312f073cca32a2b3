"""Build crash images from a recording and check that each holds what was acknowledged.

``python -m tests.support.faults.crash_images RECORDING WORKSPACE IMAGES SEED --verify-every N`` prints one JSON object.
"""

import argparse
import contextlib
import json
import random
import shutil
from collections import Counter
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError

from counter_app.errors import CounterError
from counter_app.journal.signing import FIRST
from counter_app.journal.verify import verify
from counter_app.services.reception import Draft
from counter_app.store import local
from counter_app.store.blobs import BlobStore
from counter_app.store.codec import from_text
from counter_app.store.database import connect
from counter_app.store.keys import load_or_make_key
from counter_app.store.tables import journal
from tests.support.faults.recording import Disk, first_acknowledgement, read_recording
from tests.support.faults.workload import FORM_DESK, GROUP, Acknowledged
from tests.support.office import open_office


def check_images(recording: Path, workspace: Path, images: int, seed: int, verify_every: int) -> Counter[str]:
    """Count the images and what is wrong with them: ``corrupt``, ``lost``."""
    rng = random.Random(seed)
    operations = read_recording(recording)
    first = first_acknowledgement(operations)
    cuts = sorted(rng.randrange(first + 1, len(operations) + 1) for _ in range(images))
    disk, done, found = Disk(), 0, Counter[str]()
    for number, cut in enumerate(cuts):
        for operation in operations[done:cut]:
            disk.take(operation)
        done = cut
        lay_out(disk.after_a_cut(rng), workspace)
        found["images"] += 1
        wrong = wrong_with(workspace, disk.acknowledged)
        if wrong is None and number % verify_every == 0:
            found["verified"] += 1
            wrong = wrong_with_the_office(workspace)
        if wrong is not None:
            found[wrong.split(":")[0]] += 1
            found[wrong] += 1
    return found


def lay_out(files: dict[str, bytes], folder: Path) -> None:
    """Write an image's files into an empty ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def wrong_with(folder: Path, acknowledged: Acknowledged) -> str | None:
    """Say what an image lost or has damaged, None if it keeps every promise."""
    try:
        key = load_or_make_key(folder)
        engine = connect(folder / "counter.db", key)
        try:
            with engine.connect() as connection:
                wrong = _wrong_with_rows(connection, acknowledged)
        finally:
            engine.dispose()
        if wrong is None:
            blobs = BlobStore(folder / "blobs", key)
            for sha256 in acknowledged.blobs:
                blobs.get(sha256)
    except CounterError as error:
        return f"lost: {error.code}"
    except SQLAlchemyError as error:
        return f"corrupt: {str(error).splitlines()[0]}"
    return wrong


def _wrong_with_rows(connection: Connection, acknowledged: Acknowledged) -> str | None:
    if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
        return "corrupt: integrity_check"
    hashes = [FIRST]
    for seq, previous, hash_ in connection.execute(
        select(journal.c.seq, journal.c.previous, journal.c.hash).order_by(journal.c.seq)
    ):
        if seq != len(hashes) or previous != hashes[-1]:
            return f"corrupt: the chain is broken at {seq}"
        hashes.append(hash_)
    if len(hashes) <= acknowledged.seq or hashes[acknowledged.seq] != (acknowledged.hash or FIRST):
        return "lost: entries"
    form = local.draft(connection, FORM_DESK)
    kept = 0 if form is None else int(from_text(form, Draft).phone)
    return "lost: the form" if kept < acknowledged.form else None


def wrong_with_the_office(folder: Path) -> str | None:
    """Open the office as the program does after a power cut, verify all of it and give out a number."""
    try:
        with open_office(folder, prepared=False) as office:
            office.services.queue.take_number(GROUP, command="f" * 32)
            faults = verify(office.journal).faults
    except CounterError as error:
        return f"corrupt: {error}"
    return f"corrupt: {faults[0].where} {faults[0].what}" if faults else None


def main() -> None:
    """Check images and print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("recording", type=Path)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("images", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--verify-every", type=int, default=40)
    wanted = parser.parse_args()
    with contextlib.ExitStack() as after:
        after.callback(shutil.rmtree, wanted.workspace, ignore_errors=True)
        found = check_images(wanted.recording, wanted.workspace, wanted.images, wanted.seed, wanted.verify_every)
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
