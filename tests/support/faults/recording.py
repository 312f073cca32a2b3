"""A recorded run of the workload, and the disk as a power cut at any moment may leave it.

The model of the disk is stricter than a journalling file system: a write that was not synced is there, or not, or
only some of its sectors are; a new name, a rename or an unlink is sure only after a sync of its folder, before
that each folder keeps some first few of its changes.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.support.faults.workload import Acknowledged

SECTOR = 512
ACKS = "acks"
_HEAD = struct.Struct("<cHQQ")


@dataclass(frozen=True, slots=True)
class Operation:
    """One record of ``recorder.c``."""

    kind: str
    name: str
    offset: int
    payload: bytes


@dataclass(eq=False)
class _File:
    """What is sure, and what was written since the last sync; a folder has neither."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Operation] = field(default_factory=list)
    is_folder: bool = False

    def sync(self) -> None:
        for operation in self.pending:
            _apply(self.durable, operation)
        self.pending.clear()

    def after_a_cut(self, rng: random.Random) -> bytes:
        content = bytearray(self.durable)
        for operation in self.pending:
            fate = rng.random()
            if fate < 0.5:
                _apply(content, operation)
            elif fate < 0.75 and operation.kind == "W":
                for part in _sectors(operation):
                    if rng.random() < 0.5:
                        _apply(content, part)
        return bytes(content)


@dataclass(frozen=True, slots=True)
class _NameChange:
    """``name`` is now ``file`` (None: gone), and ``freed`` is gone."""

    name: str
    file: _File | None
    freed: str = ""


class Disk:
    """Takes the operations in their order; ``after_a_cut`` says what would be left if the power went now."""

    def __init__(self) -> None:
        self.acknowledged = Acknowledged()
        self._now: dict[str, _File] = {"": _File(is_folder=True)}
        self._sure: dict[str, _File] = {}
        self._unsure: dict[str, list[_NameChange]] = {}

    def take(self, operation: Operation) -> None:
        """Carry out one operation."""
        name = operation.name
        if name == ACKS:
            for line in operation.payload.decode().splitlines():
                self.acknowledged.take(line)
            return
        match operation.kind:
            case "W" | "T":
                self._file(name).pending.append(operation)
            case "S":
                self._sync(name)
            case "D":
                self._now[name] = _File(is_folder=True)
                self._change(_NameChange(name, self._now[name]))
            case "U":
                self._now.pop(name, None)
                self._change(_NameChange(name, None))
            case _:
                new = operation.payload.decode()
                self._now[new] = self._now.pop(name)
                self._change(_NameChange(new, self._now[new], freed=name))

    def after_a_cut(self, rng: random.Random) -> dict[str, bytes]:
        """Return one image: the files by name."""
        names = dict(self._sure)
        for changes in self._unsure.values():
            for change in changes[: rng.randint(0, len(changes))]:
                _rename(names, change)
        return {
            name: file.after_a_cut(rng)
            for name, file in sorted(names.items(), key=lambda item: item[0])
            if not file.is_folder and all(parent in names for parent in _parents(name))
        }

    def _file(self, name: str) -> _File:
        if name not in self._now:
            self._now[name] = _File()
            self._change(_NameChange(name, self._now[name]))
        return self._now[name]

    def _sync(self, name: str) -> None:
        file = self._file(name)
        file.sync()
        if file.is_folder:
            for change in self._unsure.pop(name, []):
                _rename(self._sure, change)

    def _change(self, change: _NameChange) -> None:
        folder = str(PurePosixPath(change.name).parent)
        self._unsure.setdefault("" if folder == "." else folder, []).append(change)


def read_recording(path: Path) -> list[Operation]:
    """Read the log that ``recorder.c`` wrote; what no power cut can bring back (-shm, the lock) is left out."""
    return [one for one in _records(path.read_bytes()) if not one.name.endswith(("-shm", ".lock"))]


def first_acknowledgement(operations: list[Operation]) -> int:
    """Where the first promise was given."""
    return next(index for index, operation in enumerate(operations) if operation.name == ACKS)


def _records(content: bytes) -> Iterator[Operation]:
    at = 0
    while at < len(content):
        kind, name_length, offset, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        name = content[at : at + name_length].decode()
        at += name_length
        yield Operation(kind.decode(), name, offset, content[at : at + length])
        at += length


def _apply(content: bytearray, operation: Operation) -> None:
    end = operation.offset
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if operation.kind == "T":
        del content[end:]
    else:
        content[end : end + len(operation.payload)] = operation.payload


def _sectors(operation: Operation) -> Iterator[Operation]:
    start, payload = operation.offset, operation.payload
    borders = range(start // SECTOR * SECTOR, start + len(payload), SECTOR)
    for border in borders:
        low, high = max(border, start), min(border + SECTOR, start + len(payload))
        yield Operation("W", operation.name, low, payload[low - start : high - start])


def _rename(names: dict[str, _File], change: _NameChange) -> None:
    names.pop(change.freed, None)
    if change.file is None:
        names.pop(change.name, None)
    else:
        names[change.name] = change.file


def _parents(name: str) -> Iterator[str]:
    for parent in PurePosixPath(name).parents:
        if str(parent) != ".":
            yield str(parent)
