"""What a station remembers of its office over a restart: where the others answered, and who was on the roll."""

import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from counter_app.errors import CounterError
from counter_app.ports import Clock
from counter_app.store.durable import write_durably
from sync.records import ServingStation

log = logging.getLogger(__name__)

_FILE = "office.json"
_GROWS_OLD = timedelta(minutes=2)
"""The roll is written again when it is older than this, so that a restart finds a fresh one."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Addresses, the ids of those who serve, and the roll as of a time."""

    urls: tuple[str, ...] = ()
    serving: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    at: datetime | None = None


def urls_in(text: str) -> tuple[str, ...]:
    """Return the addresses of such a file's text, none where it makes no sense."""
    try:
        return msgspec.json.decode(text, type=Memory).urls
    except (msgspec.DecodeError, ValueError):
        return ()


class Remembering:
    """What one data folder remembers; used by one thread at a time."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self.kept = recall(folder)

    def age_s(self) -> float | None:
        """Return how old the roll is, None where there is none."""
        at = self.kept.at
        return None if at is None else abs((self._clock.now() - at).total_seconds())

    def note(self, members: Collection[str], serving: Collection[ServingStation], known: Collection[str]) -> None:
        """Write down who is on the roll and where the others answer, when that changed or is getting old.

        ``known`` are the addresses that the settings say.
        """
        urls = tuple(sorted({one.url for one in serving} - set(known)))
        now, kept = self._clock.now(), self.kept
        roll = tuple(members)
        made = Memory(urls, tuple(one.station for one in serving), roll or kept.members, now if roll else kept.at)
        same = replace(made, at=kept.at) == kept
        if not same or (roll and (kept.at is None or abs(now - kept.at) > _GROWS_OLD)):
            self.kept = made
            keep(self._folder, made)


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
