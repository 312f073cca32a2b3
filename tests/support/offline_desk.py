"""A desk at work beside its replicator, in a process of its own: calls the next and says how long it took.

    python -m tests.support.offline_desk FOLDER URL CALLS AUTHORITY

Works CALLS calls while nobody answers at URL, prints a line, goes on until everything that waited is up, works CALLS
calls more, and prints what it measured as JSON. The page caches are full before it begins, as they are after some days
of work: what grows afterwards would grow for ever.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import quantiles
from uuid import uuid4

from sqlalchemy import text

from counter_app.clocks import SystemClock
from counter_app.demo.commune import FOLLOW_BASE
from counter_app.domain.queue_facts import IssueSource
from counter_app.journal.journal import Journal
from counter_app.services.bundle import make_services
from counter_app.services.queue import Queue
from counter_app.services.setup import office_of
from counter_app.store.database import Database, open_database
from sync.link import SyncStatus
from sync.replicator import Replicator
from sync.wire import Upstream
from tests.benchmarks.driver import BareDriver
from tests.benchmarks.journal_append import append
from tests.support.office import NoPrinter

WAITING = 30
GROUP = "civil-status"
EVERY_S = 0.25
CACHED_ROWS = 5000
"""Of the bare table: more than its connection keeps."""
POOLED = 6
"""Connections that the program keeps."""
FEW = 10
"""Entries that may wait when the old ones are through: the desk's newest."""


@dataclass(slots=True)
class Phase:
    """What was measured in one phase; milliseconds and megabytes."""

    calls: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def told(self) -> dict[str, object]:
        """Say it in few numbers; ``ratio`` is a call beside the bare INSERT of the same moments."""
        call, bare = _half_and_most(self.calls), _half_and_most(self.bare)
        return {
            "calls": len(self.calls),
            "call_next_p50_ms": call[0],
            "call_next_p95_ms": call[1],
            "bare_insert_p50_ms": bare[0],
            "bare_insert_p95_ms": bare[1],
            "memory_first_mb": self.memory[0],
            "memory_last_mb": self.memory[-1],
            "memory_max_mb": max(self.memory),
            "memory_by_fifths_mb": [self.memory[len(self.memory) * fifth // 5 - 1] for fifth in range(1, 6)],
        }


@dataclass(slots=True)
class Seen:
    """What the statuses told: moments in seconds, contents that were up before the last of the old entries."""

    contents: int = 0
    up: float | None = None
    entries_through: float | None = None
    contents_before: int = 0
    contents_through: float | None = None
    moments: list[tuple[float, int]] = field(default_factory=list)

    def hear(self, status: SyncStatus) -> None:
        """Note one status."""
        now = time.monotonic()
        if status.up and self.up is None:
            self.up = now
        if self.up is None:
            self.contents = max(self.contents, status.blobs_waiting)
            return
        if self.entries_through is None and status.waiting <= FEW:
            self.entries_through = now
            self.contents_before = self.contents - status.blobs_waiting
        if self.contents_through is None:
            if not self.moments or status.blobs_waiting < self.moments[-1][1]:
                self.moments.append((now, status.blobs_waiting))
            if not status.blobs_waiting:
                self.contents_through = now

    def rates(self) -> list[float]:
        """Contents a second in each fifth of them, so that a queue that grows slow is seen."""
        marks = [self.contents * (5 - fifth) // 5 for fifth in range(6)]
        times = [next((at for at, left in self.moments if left <= mark), self.moments[-1][0]) for mark in marks]
        each = self.contents / 5
        return [round(each / (after - before), 1) if after > before else 0.0 for before, after in pairs(times)]


def pairs(times: list[float]) -> list[tuple[float, float]]:
    """Each with the one after it."""
    return list(zip(times, times[1:], strict=False))


class Desk:
    """One desk with a line before it, and a bare table beside it on the same disk."""

    def __init__(self, queue: Queue, bare: BareDriver, journal: Journal) -> None:
        self._queue = queue
        self._bare = bare
        self._entry = append(journal, time.time_ns() >> 10)
        self._number = 0
        self._called = ""
        for _ in range(CACHED_ROWS):
            self._insert_bare()
        for _ in range(WAITING):
            self._take()

    def work(self, into: Phase, until: Callable[[], bool]) -> None:
        """Call, see that nobody comes, give out another number; four times a second."""
        rest = threading.Event()
        while not until():
            into.bare.append(_ms(self._insert_bare))
            into.calls.append(_ms(self._call))
            self._queue.miss(self._called)
            self._take()
            into.memory.append(memory_mb(os.getpid()))
            rest.wait(EVERY_S)

    def _insert_bare(self) -> None:
        self._number += 1
        self._bare.insert(self._entry, self._number)

    def _call(self) -> None:
        self._called = self._queue.call_next(1, "ha", command=uuid4().hex).id

    def _take(self) -> None:
        # By an officer's hand: that may be at any hour.
        self._queue.take_number(GROUP, command=uuid4().hex, source=IssueSource.DESK, officer="ha")


def memory_mb(process: int) -> float:
    """Megabytes of a process that are in memory now."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)


def fill_caches(database: Database) -> None:
    """Let each of the program's connections read the whole journal."""
    with ExitStack() as held:
        for connection in [held.enter_context(database.read()) for _ in range(POOLED)]:
            connection.execute(text("SELECT sum(length(signature)) FROM journal")).scalar()


def main(folder: Path, url: str, calls: int, authority: str) -> None:
    """Work before, during and after; see the module."""
    database = open_database(folder)
    fill_caches(database)
    journal = Journal(database, SystemClock())
    services = make_services(journal, office_of(journal), NoPrinter(), FOLLOW_BASE)
    bare = BareDriver(folder / "bare.db", encrypted=True)
    desk = Desk(services.queue, bare, journal)
    replicator = Replicator(journal, Upstream(url, connect_s=15, authority=authority))
    seen, phases = Seen(), {name: Phase() for name in ("away", "sending", "after")}
    replicator.listen(seen.hear)
    replicator.start()
    try:
        desk.work(phases["away"], lambda: len(phases["away"].calls) >= calls)
        print("worked alone", flush=True)
        processor = time.process_time()
        desk.work(phases["sending"], lambda: seen.contents_through is not None)
        processor = time.process_time() - processor
        desk.work(phases["after"], lambda: len(phases["after"].calls) >= calls)
        _until_through(replicator)
    finally:
        replicator.close()
        bare.close()
        database.close()
    print(json.dumps(_told(seen, phases, processor, journal.last_seq)), flush=True)


def _told(seen: Seen, phases: dict[str, Phase], processor: float, last: int) -> dict[str, object]:
    assert seen.up is not None
    assert seen.entries_through is not None
    assert seen.contents_through is not None
    return {
        "entries": last,
        "contents": seen.contents,
        "entries_seconds": round(seen.entries_through - seen.up, 1),
        "seconds": round(seen.contents_through - seen.up, 1),
        "contents_up_before_last_entry": seen.contents_before,
        "contents_a_second_by_fifths": seen.rates(),
        "desk_processor_seconds": round(processor, 1),
        "phases": {name: phase.told() for name, phase in phases.items()},
    }


def _until_through(replicator: Replicator) -> None:
    """Wait until the desk's last own entries are up too."""
    told = threading.Event()
    replicator.listen(lambda status: told.set() if not status.waiting else None)
    if replicator.status().waiting:
        assert told.wait(60), asdict(replicator.status())


def _half_and_most(values: list[float]) -> tuple[float, float]:
    cuts = quantiles(values, n=20)
    return round(cuts[9], 2), round(cuts[-1], 2)


def _ms(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
