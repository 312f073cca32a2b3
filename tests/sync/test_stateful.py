"""Desks and a province over a line that does its worst, in any order of events: in the end all journals agree."""

import contextlib
import os
import random
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import select

from counter_app.clocks import ManualClock
from counter_app.domain import facts
from counter_app.domain.facts import Fact
from counter_app.journal.journal import AppendRefusedError, Journal
from counter_app.store import tables
from sync.channel import Backoff
from sync.replicator import Pace, Replicator
from sync.server.chaos import Odds
from sync.server.program import ServerThread
from sync.wire import Upstream
from tests.support.chaos_line import ChaosLine
from tests.sync.stations import OFFICE, Station, admit, all_sent, faults, held, until, until_journal

EXAMPLES = int(os.environ.get("COUNTER_APP_EXAMPLES", "50"))
"""Histories that are played; COUNTER_APP_EXAMPLES=1000 in the nightly run."""
STEPS = 12
NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)
BAD = Odds(faults=0.35, restarts=0.0, pause_s=0.03, silence_s=0.1)
HASTY = Pace(backoff=Backoff(0.01, 0.05))
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


class Desk:
    """A station at the end of a bad line, switched on and off."""

    def __init__(self, folder: Path, server: ServerThread, seed: int) -> None:
        self.clock = ManualClock(NOON)
        self.folder = folder
        self.station = Station(folder, self.clock)
        self.line = ChaosLine(server.port, seed, BAD).__enter__()
        self.replicator: Replicator | None = None

    def connect(self) -> None:
        if self.replicator is None:
            self.replicator = Replicator(self.station.journal, Upstream(self.line.url, read_s=2.0), pace=HASTY)
            self.replicator.start()

    def disconnect(self) -> None:
        if self.replicator is not None:
            self.replicator.close()
            self.replicator = None

    def restart(self) -> None:
        connected = self.replicator is not None
        self.disconnect()
        self.station.database.close()
        self.station = Station(self.folder, self.clock)
        if connected:
            self.connect()

    def close(self) -> None:
        self.disconnect()
        self.line.__exit__()
        self.station.database.close()


class Office(RuleBasedStateMachine):
    """Three desks that write one office's journal, and the province that they all send to."""

    @initialize(seed=st.integers(0, 1 << 30))
    def open(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="counter-app-office-"))
        self.server = ServerThread(self.folder / "province", clock=ManualClock(NOON))
        self.server.start()
        self.desks = [Desk(self.folder / f"desk{number}", self.server, seed + number) for number in range(3)]
        self.chance = random.Random(seed)
        self.tickets: list[str] = []
        self.blobs: dict[str, bytes] = {}
        admit(self.server, *(desk.station for desk in self.desks))
        for desk in self.desks:
            desk.connect()

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
        self.blobs[self.desks[desk].station.attach(content)] = content

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

    @rule(desk=DESKS, minutes=st.integers(-3000, 3000))
    def clock_jumps(self, desk: int, minutes: int) -> None:
        clock = self.desks[desk].clock
        clock.jump(clock.now() + timedelta(minutes=minutes))

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        try:
            self._settle()
            self._agree()
        finally:
            for desk in self.desks:
                desk.close()
            self.server.stop()
            shutil.rmtree(self.folder)

    def _settle(self) -> None:
        """The weather clears, everything is switched on, and all has arrived that was ever written."""
        for desk in self.desks:
            desk.line.chaos.calm = True
            desk.connect()
        written = {desk.station.id: desk.station.journal.last_seq for desk in self.desks}
        wanted = {station: seq for station, seq in written.items() if seq}
        for node in self._nodes():
            until_journal(node, lambda node=node: held(node) == wanted)  # type: ignore[misc]
        for desk in self.desks:
            assert desk.replicator is not None
            until(desk.replicator, all_sent)

    def _agree(self) -> None:
        journals = [_entries(node) for node in self._nodes()]
        views = [_views(node) for node in self._nodes()]
        assert all(one == journals[0] for one in journals)
        assert all(one == views[0] for one in views)
        assert [faults(node) for node in self._nodes()] == [()] * 4
        province = self.server.journal.database
        assert {sha256: province.blobs.get(sha256) for sha256 in self.blobs} == self.blobs
        with province.read() as connection:
            assert set(connection.execute(select(tables.blobs.c.sha256)).scalars()) == set(self.blobs)
            assert connection.execute(select(tables.kept_aside)).all() == []

    def _nodes(self) -> list[Journal]:
        return [self.server.journal, *(desk.station.journal for desk in self.desks)]


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


@pytest.mark.timeout(60 + 30 * EXAMPLES)
@pytest.mark.allows_log(
    "event=clock_wrong", "event=entry_kept-for-review", "event=feed_", "event=upstream_behind", "urllib3"
)
def test_whatever_happens_on_the_way_all_journals_agree_in_the_end() -> None:
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=EXAMPLES <= 50,
            database=None,
            phases=[Phase.generate],  # each failure waits half a minute for what does not come: nothing is shrunk
            suppress_health_check=list(HealthCheck),
        ),
    )
