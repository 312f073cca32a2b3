"""What a station remembers of its office over a restart: where the others answered, and who was on the roll."""

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from counter_app.errors import CounterError
from counter_app.store.durable import write_durably

log = logging.getLogger(__name__)

_FILE = "office.json"


@dataclass(frozen=True, slots=True)
class Memory:
    """Addresses, the ids of those who serve, and the roll as of a time."""

    urls: tuple[str, ...] = ()
    serving: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    at: datetime | None = None


def recall(folder: Path) -> Memory:
    """Return what was remembered; nothing where the file is missing or damaged."""
    try:
        return msgspec.json.decode((folder / _FILE).read_bytes(), type=Memory)
    except (OSError, ValueError):
        return Memory()


def keep(folder: Path, memory: Memory) -> None:
    """Remember; a full disk is no reason to stop."""
    try:
        write_durably(folder / _FILE, msgspec.json.encode(memory))
    except CounterError as error:
        log.info("event=office_not_remembered code=%s", error.code)
