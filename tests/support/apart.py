"""Two machines of one office that work apart, each with a real journal, until their journals meet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counter_app.clocks import ManualClock
from counter_app.demo.commune import FOLLOW_BASE
from counter_app.domain.entry import Entry
from counter_app.journal import arrivals, outbox
from counter_app.journal.journal import Journal
from counter_app.services.bundle import make_services
from counter_app.services.setup import JoiningStation, join, office_of
from counter_app.store.database import open_database
from tests.support.office import NoPrinter, OpenOffice, open_office

_BATCH = 10_000


@contextmanager
def two_machines(folder: Path) -> Iterator[tuple[OpenOffice, OpenOffice]]:
    """Open the office's first machine and one that joined it; both know all that was written so far."""
    with open_office(folder / "first") as first, _joined(folder / "second", first) as second:
        meet(first, second)
        yield first, second


@contextmanager
def _joined(folder: Path, first: OpenOffice) -> Iterator[OpenOffice]:
    journal = Journal(open_database(folder), ManualClock(first.clock.now()))
    try:
        key = first.journal.key
        outbox.admit(journal, key.station, key.public_hex, first.services.office.id)
        outbox.admit(first.journal, journal.key.station, journal.key.public_hex, first.services.office.id)
        arrivals.accept(journal, written(first, first))
        join(journal, JoiningStation(first.services.office.id, "Máy trạm quầy 1", ("desk",), 1))
        services = make_services(journal, office_of(journal), NoPrinter(), FOLLOW_BASE, rank=1)
        assert isinstance(journal.clock, ManualClock)
        yield OpenOffice(services, journal, journal.clock)
    finally:
        journal.database.close()


def written(by: OpenOffice, known_at: OpenOffice, after: int = 0) -> tuple[Entry, ...]:
    """What a machine wrote, as another one holds it."""
    return outbox.entries_of(known_at.journal, by.journal.key.station, after, _BATCH)


def pass_on(giver: OpenOffice, taker: OpenOffice) -> tuple[arrivals.Arrival, ...]:
    """Let one machine have what the other one wrote."""
    station = giver.journal.key.station
    after = outbox.heads(taker.journal, (station,))[station]
    return arrivals.accept(taker.journal, written(giver, giver, after))


def meet(one: OpenOffice, other: OpenOffice) -> None:
    """Let both machines have what the other one wrote."""
    pass_on(one, other)
    pass_on(other, one)
