"""Random histories of an office: real journals, servers and sockets, and lines that do their worst."""

import contextlib
import random
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy import select

from counter_app.clocks import ManualClock
from counter_app.domain import facts
from counter_app.domain.facts import Fact
from counter_app.journal import outbox
from counter_app.journal.journal import AppendRefusedError, Journal
from counter_app.store import tables
from sync.office.link import OfficeLink
from sync.replicator import Replicator
from sync.server.chaos import Odds
from sync.server.program import ServerThread
from sync.wire import Upstream
from tests.support.chaos_line import ChaosLine
from tests.support.office_middle import HASTY, Middle
from tests.support.waiting import until_true
from tests.sync.stations import OFFICE, Station, admit, faults, held

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
BAD = Odds(faults=0.35, restarts=0.0, pause_s=0.03, silence_s=0.1)
DESKS = st.integers(0, 2)
ACTS: tuple[Fact, ...] = (
    facts.TicketCalled(1, "ha"),
    facts.TicketCalled(2, "minh"),
    facts.ServiceStarted(1, "ha"),
    facts.TicketTransferred("land"),
    facts.TicketFinished(),
    facts.TicketMissed(),
    facts.TicketCancelled(),
)

Connect = Callable[[Station, str], Replicator | OfficeLink]


class Desk:
    """A station at the end of a bad line, switched on and off."""

    def __init__(self, folder: Path, port: int, seed: int, connect: Connect) -> None:
        self.clock = ManualClock(NOON)
        self.folder = folder
        self.station = Station(folder, self.clock)
        self.line = ChaosLine(port, seed, BAD).__enter__()
        self._connect = connect
        self._link: Replicator | OfficeLink | None = None
        self.blobs: set[str] = set()

    def connect(self) -> None:
        if self._link is None:
            self._link = self._connect(self.station, self.line.url)
            self._link.start()

    def disconnect(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None

    def restart(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        connected = self._link is not None
        self.disconnect()
        self.station.database.close()
        meanwhile()
        self.station = Station(self.folder, self.clock)
        if connected:
            self.connect()

    def close(self) -> None:
        self.disconnect()
        self.line.__exit__()
        self.station.database.close()


class BadlyLinked(Middle):
    """An office's station with a bad line to the province."""

    def __init__(self, folder: Path, province: ServerThread, seed: int) -> None:
        self.line = ChaosLine(province.port, seed, BAD).__enter__()
        super().__init__(folder, self.line.url, ManualClock(NOON))

    def close(self) -> None:
        self.end()
        self.line.__exit__()


class History(RuleBasedStateMachine):
    """Three desks that write one office's journal, and the province that they all send to."""

    @initialize(seed=st.integers(0, 1 << 30))
    def open(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="counter-app-office-"))
        self.server = ServerThread(self.folder / "province", clock=ManualClock(NOON))
        self.server.start()
        self.chance = random.Random(seed)
        self.tickets: list[str] = []
        self.blobs: dict[str, bytes] = {}
        port, connect = self.begin(seed)
        self.desks = [Desk(self.folder / f"desk{number}", port, seed + number, connect) for number in range(3)]
        self.let_in(*(desk.station for desk in self.desks))
        for desk in self.desks:
            desk.connect()

    def begin(self, seed: int) -> tuple[int, Connect]:
        """Open what the desks send to; return its port and how they do."""
        return self.server.port, lambda one, url: Replicator(one.journal, Upstream(url, read_s=2.0), pace=HASTY)

    def let_in(self, *stations: Station) -> None:
        admit(self.server, *stations)

    @rule(desk=DESKS, count=st.integers(1, 30))
    def issue(self, desk: int, count: int) -> None:
        with self.desks[desk].station.journal.transaction() as transaction:
            for _ in range(count):
                ticket = f"ticket/{len(self.tickets)}"
                fact = facts.TicketIssued(OFFICE, date(2026, 11, 23), "land", "A", len(self.tickets) + 1)
                transaction.append(ticket, fact, "kiosk")
                self.tickets.append(ticket)

    @rule(desk=DESKS, acts=st.lists(st.sampled_from(ACTS), min_size=1, max_size=5))
    def act_on_what_others_know_too(self, desk: int, acts: list[Fact]) -> None:
        """Whatever fits what this desk knows now; others may do something else with the same number meanwhile."""
        if not self.tickets:
            return
        ticket = self.chance.choice(self.tickets)
        for fact in acts:
            with (
                contextlib.suppress(AppendRefusedError),
                self.desks[desk].station.journal.transaction() as transaction,
            ):
                transaction.append(ticket, fact, "ha")

    @rule(desk=DESKS, size=st.sampled_from((1, 3000, 300_000, 1_200_000)))
    def attach(self, desk: int, size: int) -> None:
        content = self.chance.randbytes(size)
        sha256 = self.desks[desk].station.attach(content)
        self.blobs[sha256] = content
        self.desks[desk].blobs.add(sha256)

    @rule(desk=DESKS)
    def cut(self, desk: int) -> None:
        self.desks[desk].line.cut()

    @rule(desk=DESKS)
    def go_offline(self, desk: int) -> None:
        self.desks[desk].disconnect()

    @rule(desk=DESKS)
    def come_back(self, desk: int) -> None:
        self.desks[desk].connect()

    @rule(desk=DESKS)
    def restart_desk(self, desk: int) -> None:
        self.desks[desk].restart()

    @rule()
    def restart_province(self) -> None:
        self.server.stop()
        self.server.start()

    @rule()
    def province_is_restored_from_its_last_backup(self) -> None:
        """The first time there is none yet, and one is made."""
        kept, copy = self.folder / "province", self.folder / "backup"
        self.server.stop()
        if copy.exists():
            shutil.rmtree(kept)
            copy.rename(kept)
        else:
            shutil.copytree(kept, copy)
        self.server.start()

    @rule(desk=DESKS)
    def desk_is_restored_from_its_last_backup(self, desk: int) -> None:
        """The first time there is none yet, and one is made; else all that it wrote since was sent before."""
        one, copy = self.desks[desk], self.folder / f"backup{desk}"
        if not copy.exists():
            one.restart(lambda: shutil.copytree(one.folder, copy))
            return
        one.connect()
        before = one.station.journal.last_seq
        wanted = {one.station.id: before}
        until_true(lambda: outbox.heads(self.server.journal, wanted) == wanted)
        until_true(lambda: one.blobs <= _blobs(self.server.journal))

        def restore() -> None:
            shutil.rmtree(one.folder)
            copy.rename(one.folder)

        one.restart(restore)
        until_true(lambda: one.station.journal.last_seq == before and one.station.journal.held is None)

    @rule(desk=DESKS, minutes=st.integers(-3000, 3000))
    def clock_jumps(self, desk: int, minutes: int) -> None:
        clock = self.desks[desk].clock
        clock.jump(clock.now() + timedelta(minutes=minutes))

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        try:
            self.calm_down()
            self._settle()
            self._agree()
        finally:
            for desk in self.desks:
                desk.close()
            self.end()
            self.server.stop()
            shutil.rmtree(self.folder)

    def calm_down(self) -> None:
        """The weather clears, and everything is switched on."""
        for desk in self.desks:
            desk.line.chaos.calm = True
            desk.connect()

    def end(self) -> None:
        """Close what ``begin`` opened."""

    def nodes(self) -> list[Journal]:
        return [self.server.journal, *(desk.station.journal for desk in self.desks)]

    def _settle(self) -> None:
        """All has arrived that was ever written."""
        written = {node.key.station: node.last_seq for node in self.nodes()}
        wanted = {station: seq for station, seq in written.items() if seq}
        for node in self.nodes():
            until_true(lambda node=node: held(node) == wanted)  # type: ignore[misc]
        until_true(lambda: _blobs(self.server.journal) == set(self.blobs))

    def _agree(self) -> None:
        entries, views = [_entries(node) for node in self.nodes()], [_views(node) for node in self.nodes()]
        assert all(one == entries[0] for one in entries)
        assert all(one == views[0] for one in views)
        assert [faults(node) for node in self.nodes()] == [()] * len(entries)
        province = self.server.journal.database
        assert {sha256: province.blobs.get(sha256) for sha256 in self.blobs} == self.blobs
        for node in self.nodes():
            with node.database.read() as connection:
                assert connection.execute(select(tables.kept_aside)).all() == []


class RelayedHistory(History):
    """The same with the office's own station in the middle, which has a bad line too and is switched off and on."""

    def begin(self, seed: int) -> tuple[int, Connect]:
        self.middle = BadlyLinked(self.folder / "office", self.server, seed + 3)
        admit(self.server, self.middle.station)
        middle = self.middle.station.id
        return self.middle.port, lambda one, url: OfficeLink(one.journal, Upstream(url, read_s=2.0), middle, HASTY)

    def let_in(self, *stations: Station) -> None:
        for one in stations:
            outbox.admit(self.middle.station.journal, one.id, one.journal.key.public_hex, OFFICE)

    @rule()
    def restart_office(self) -> None:
        self.middle.end()
        self.middle.open()

    @rule()
    def cut_office_from_province(self) -> None:
        self.middle.line.cut()

    @rule(count=st.integers(1, 10))
    def write_at_the_office(self, count: int) -> None:
        self.middle.station.issue(count)

    def calm_down(self) -> None:
        super().calm_down()
        self.middle.line.chaos.calm = True

    def end(self) -> None:
        self.middle.close()

    def nodes(self) -> list[Journal]:
        return [*super().nodes(), self.middle.station.journal]


def _blobs(journal: Journal) -> set[str]:
    with journal.database.read() as connection:
        return set(connection.execute(select(tables.blobs.c.sha256)).scalars())


def _entries(journal: Journal) -> dict[tuple[str, int], str]:
    with journal.database.read() as connection:
        return {(row.station, row.seq): row.hash for row in connection.execute(select(tables.journal))}


def _views(journal: Journal) -> dict[str, list[str]]:
    """Every row of every view, but for what is the store's own."""
    with journal.database.read() as connection:
        return {
            table.name: sorted(
                str({name: value for name, value in row._mapping.items() if name != "place"})
                for row in connection.execute(select(table))
            )
            for table in tables.VIEWS
        }
