"""Makes room on this machine's disk when it is short: old scans that the server has go, and come back when looked at.

Nothing goes while there is room: a scan that is here opens at once, and opens without a link too. What goes is what
an office misses least: pages of dossiers that ended longest ago, not younger than the days chosen, acknowledged, named
by no open work - and only after the server has said once more, now, that it has them. Receipts, forms and results stay.
The order is mark, then remove: a program that ends in between leaves a file too many, never one too few.
"""

import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.choices import Choices
from counter_app.store import old_scans
from counter_app.store.durable import write_durably
from counter_app.store.old_scans import After, OldScan

log = logging.getLogger(__name__)

_LEAST_FREE = 2 << 30
_LEAST_SHARE = 10
"""The disk is short below 2 GB or a tenth of it, whichever is less; room is made until there is twice that."""
_RESERVE, _RESERVE_BYTES = "room.reserve", 1 << 20
"""A mark needs some room itself: this file is given up for the first ones on a disk that is full to the last byte."""
_FIRST_LOOK_S = 120.0
_LOOK_S = 600.0
_DOSSIERS = 200
_ASKED = 500
_AT_ONCE = 20
_REST_S = 0.02
"""Files removed in one transaction, and the rest after it: whoever writes meanwhile does not wait."""


class Server(Protocol):
    """What is asked of the one at the end of the line before anything goes, and to bring it back."""

    def lacking(self, names: Sequence[str]) -> Sequence[str]:
        """Return which of at most a thousand blobs it does not have; blocks. Raises LINK_DOWN, and as a call may."""
        ...

    def cut(self) -> None:
        """Give up what is under way."""
        ...

    def close(self) -> None:
        """Give up what is under way, and answer nothing any more."""
        ...


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes of the disk that holds the data."""

    free: int
    total: int

    @property
    def least(self) -> int:
        """Below this it is short."""
        return min(_LEAST_FREE, self.total // _LEAST_SHARE)

    @property
    def short(self) -> bool:
        """Whether room has to be made."""
        return self.free < self.least

    @property
    def enough(self) -> bool:
        """Whether enough was made, so that not every page brings the next look."""
        return self.free >= 2 * self.least


@dataclass(frozen=True, slots=True)
class HousekeepingSummary:
    """How the disk stands: ``away`` scans (and their bytes) are at the server only, and come when they are looked at.

    ``looked_at`` is None before the first look. ``exhausted``: the disk is short and nothing more may go. ``fault`` is
    why no room could be made (no link, a full disk); None where none was needed, or it was made.
    """

    room: Room
    away: int
    away_bytes: int
    keep_days: int
    looked_at: datetime | None = None
    exhausted: bool = False
    fault: Code | None = None


def room_of(folder: Path) -> Room:
    """Measure the disk that holds a folder."""
    usage = shutil.disk_usage(folder)
    return Room(usage.free, usage.total)


class Housekeeping:
    """Looks now and then, on a thread of the lowest priority; ``start`` and ``close`` it.

    Without a ``server``, which it closes, everything stays. ``room`` measures the disk.
    """

    def __init__(
        self,
        journal: Journal,
        choices: Choices,
        server: Server | None = None,
        room: Callable[[], Room] | None = None,
        first_look_s: float = _FIRST_LOOK_S,
    ) -> None:
        self._journal = journal
        self._choices = choices
        self._server = server
        self._room = room or (lambda: room_of(journal.database.folder))
        self._first_look_s = first_look_s
        self._reserve = journal.database.folder / _RESERVE
        self._last: tuple[datetime | None, bool, Code | None] = (None, False, None)
        self._sweeping = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="housekeeping", daemon=True)

    def start(self) -> None:
        """Begin to look, a while after the program's start; without a server there is nothing to do."""
        if self._server is not None:
            self._thread.start()

    def close(self) -> None:
        """End between two files."""
        self._closing.set()
        if self._server is not None:
            self._server.close()
        if self._thread.ident is not None:
            self._thread.join()

    def summary(self) -> HousekeepingSummary:
        """How the disk stands now; reads the table of blobs, so call it off the main thread."""
        with self._journal.database.read() as connection:
            away, away_bytes = old_scans.count_away(connection)
        looked_at, exhausted, fault = self._last
        return HousekeepingSummary(
            self._room(), away, away_bytes, self._choices.read().scan_days, looked_at, exhausted, fault
        )

    def sweep(self) -> int:
        """Make room if the disk is short; returns how many scans went. Blocks.

        Raises LINK_DOWN and what else a call to the server may, DISK_FULL; what went until then is gone rightly.
        """
        with self._sweeping:
            if self._server is None or not self._room().short:
                if self._server is not None:
                    self._keep_reserve()
                self._last = (self._journal.clock.now(), False, None)
                return 0
            return self._make_room(self._server)

    def _run(self) -> None:
        yield_to_others()
        pause = self._first_look_s
        while not self._closing.wait(pause):
            pause = _LOOK_S
            try:
                self.sweep()
            except CounterError as error:  # away from the network: the next look tries again
                log.info("event=room_not_made code=%s", error.code.value)
            except Exception:
                log.exception("event=housekeeping_failed")

    def _make_room(self, server: Server) -> int:
        count = size = 0
        try:
            exhausted = True
            for some in self._old_scans():
                for one in self._give_away(some, server):
                    count, size = count + 1, size + one.size
                if self._closing.is_set() or self._room().enough:
                    exhausted = False
                    break
            self._last = (self._journal.clock.now(), exhausted and self._room().short, None)
        except CounterError as error:
            self._last = (self._journal.clock.now(), False, error.code)
            raise
        finally:
            log.info("event=scans_given_away count=%d bytes=%d free=%d", count, size, self._room().free)
        return count

    def _old_scans(self) -> Iterator[tuple[OldScan, ...]]:
        """What may go, the longest ended first, a handful of dossiers at a time."""
        database = self._journal.database
        before = self._journal.clock.now() - timedelta(days=self._choices.read().scan_days)
        with database.read() as connection:
            needed = old_scans.needed(connection)
        after: After | None = After()
        while after is not None:
            with database.read() as connection:
                after, names = old_scans.pages_of_ended(connection, before, after, _DOSSIERS)
                here = [name for name in names if name not in needed and database.blobs.has(name)]
                found = old_scans.acknowledged(connection, here)
            for first in range(0, len(found), _ASKED):
                yield found[first : first + _ASKED]

    def _give_away(self, some: tuple[OldScan, ...], server: Server) -> Iterator[OldScan]:
        """Let go what the server has, one after another, until there is room."""
        lost = set(server.lacking([one.sha256 for one in some]))
        if lost:
            log.warning("event=upstream_lost_scans count=%d", len(lost))
            with self._journal.database.write() as connection:
                old_scans.wait_again(connection, lost)
            self._journal.changes.publish(frozenset())  # whoever sends them looks again
        sure = [one for one in some if one.sha256 not in lost]
        for first in range(0, len(sure), _AT_ONCE):
            if self._closing.is_set() or self._room().enough:
                return
            yield from self._remove(sure[first : first + _AT_ONCE])
            self._closing.wait(_REST_S)

    def _remove(self, some: Sequence[OldScan]) -> list[OldScan]:
        """First the marks, durably, then the files of those that still bear them: one may be back already."""
        database, names = self._journal.database, [one.sha256 for one in some]
        self._mark(names)
        with database.write() as connection:
            marked = set(old_scans.still_away(connection, names))
            for name in marked:
                database.blobs.remove(name)
        return [one for one in some if one.sha256 in marked]

    def _mark(self, names: Sequence[str]) -> None:
        try:
            self._write_marks(names)
        except CounterError as error:
            if error.code is not Code.DISK_FULL or not self._reserve.exists():
                raise
            log.info("event=room_reserve_given_up")
            self._reserve.unlink(missing_ok=True)
            self._write_marks(names)

    def _write_marks(self, names: Sequence[str]) -> None:
        with self._journal.database.write() as connection:
            old_scans.mark_away(connection, names)

    def _keep_reserve(self) -> None:
        if not self._reserve.exists():
            write_durably(self._reserve, os.urandom(_RESERVE_BYTES))  # no disk makes these bytes smaller


def yield_to_others() -> None:
    """Put this thread behind all others, where the system can."""
    if hasattr(os, "setpriority"):
        try:
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
        except OSError as error:
            log.info("event=priority_not_lowered errno=%s", error.errno)
