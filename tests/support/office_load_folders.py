"""Data folders for an office under load: set up, with a past of signed entries, and copied for a further machine."""

import shutil
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import delete, insert, select
from sqlalchemy import func as sql

from counter_app.bootstrap import open_counter, set_up_station
from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.commune import LEADER, OFFICE, OFFICERS, PIN
from counter_app.domain.facts import ServiceStarted, TicketCalled, TicketFinished, TicketIssued
from counter_app.domain.queue_facts import KioskMode
from counter_app.domain.queue_policy import QueuePolicy
from counter_app.journal import arrivals, enrolment, outbox
from counter_app.journal.journal import Journal
from counter_app.services.officers import NewOfficer
from counter_app.services.setup import NewStation
from counter_app.settings import Settings
from counter_app.store import tables
from counter_app.store.database import open_database

_A_DAY = 600
_TOGETHER = 200
_KEPT = ("counter.db", "station.key")


def found(folder: Path, desks: int, old: int = 0) -> None:
    """Set up an office with so many desks, an officer for each, and ``old`` tickets of the days before."""
    officers = [NewOfficer(f"officer-{desk}", f"Cán bộ quầy {desk}", "Công chức", PIN) for desk in range(1, desks + 1)]
    leader = next(one for one in OFFICERS if one.id == LEADER)
    numbers = tuple(range(1, desks + 1))
    set_up_station(folder, NewStation(OFFICE, "Máy trực số", ("desk",), numbers, (leader, *officers)))
    if old:
        _past(folder, desks, old)


def open_for_load(folder: Path, machines: int, takeover_s: int) -> list[str]:
    """Open the kiosk at any hour, and return a code for each machine that is to join."""
    counter = open_counter(folder, Settings())
    try:
        counter.services.queue_choices.set_policy(QueuePolicy(takeover_s=takeover_s), LEADER)
        counter.services.queue.switch_kiosk(KioskMode.OPEN, LEADER)
        return [enrolment.make_code(counter.journal, OFFICE.id) for _ in range(machines)]
    finally:
        counter.close()


def copy(folder: Path, to: Path) -> None:
    """Copy an office that is not running, as it is."""
    to.mkdir(parents=True, mode=0o700)
    for name in _KEPT:
        shutil.copy2(folder / name, to / name)


def copy_for_another(folder: Path, to: Path) -> None:
    """Copy what an office's station holds for a machine of its own, which need not read all of it from the feed."""
    copy(folder, to)
    with_past = open_database(folder)
    key = Journal(with_past, ManualClock(datetime.now(UTC))).key
    with with_past.read() as connection:
        position = connection.execute(select(sql.max(tables.feed.c.position))).scalar() or 0
    with_past.close()
    database = open_database(to)
    with database.write() as connection:
        for table in (tables.identity, tables.marks, tables.feed):
            connection.execute(delete(table))
        arrivals.admit(connection, key.station, key.public_hex, OFFICE.id)
        values = {"name": outbox.marks_of(key.station).pulled, "value": position}
        connection.execute(insert(tables.marks), values)
    database.close()


def _past(folder: Path, desks: int, count: int) -> None:
    """Tickets that were issued, called, served and finished: signed entries, written many in one transaction."""
    clock = ManualClock(datetime.now(UTC))
    journal = Journal(open_database(folder), clock)
    journal.audience = OFFICE.id
    days = -(-count // _A_DAY)
    today = clock.now().astimezone(VIETNAM).date()
    for first in range(0, count, _TOGETHER):
        day = today - timedelta(days=days - first // _A_DAY)
        _write_some(journal, clock, day, range(first, min(count, first + _TOGETHER)), desks)
    journal.database.close()


def _write_some(journal: Journal, clock: ManualClock, day: date, numbers: range, desks: int) -> None:
    opens = datetime.combine(day, time(7, 30), VIETNAM)
    with journal.transaction() as transaction:
        for one in numbers:
            number, desk = one % _A_DAY, one % desks + 1
            stream, officer = f"ticket/{uuid4().hex}", f"officer-{desk}"
            came = opens + timedelta(seconds=50 * number)
            waited = timedelta(minutes=3 + one % 17)
            clock.jump(came)
            transaction.append(stream, TicketIssued(OFFICE.id, day, "land", "C", number + 1), "citizen")
            clock.jump(came + waited)
            transaction.append(stream, TicketCalled(desk, officer), f"officer/{officer}")
            clock.jump(came + waited + timedelta(seconds=20))
            transaction.append(stream, ServiceStarted(desk, officer), f"officer/{officer}")
            clock.jump(came + waited + timedelta(seconds=20 + 60 * (4 + one % 12)))
            transaction.append(stream, TicketFinished(), f"officer/{officer}")
