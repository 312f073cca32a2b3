"""An office of several machines on loopback: real journals, real servers, real sockets."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from counter_app.bootstrap import Counter, join_office, open_counter, set_up_station
from counter_app.demo.commune import new_station
from counter_app.domain.dossiers import Dossier
from counter_app.domain.queue_facts import KioskMode
from counter_app.domain.queue_policy import QueuePolicy
from counter_app.errors import CounterError
from counter_app.journal.verify import verify
from counter_app.ports import Clock
from counter_app.settings import OfficeSettings, Settings
from sync.office.joining import Joining
from sync.office.status import OfficeStatus

LEADER = "son"
TAKEOVER_S = 2
PATIENCE_S = 30.0
LOCAL = OfficeSettings(serve=True, host="127.0.0.1", port=0)


def command() -> str:
    """A new command's id."""
    return uuid4().hex


def group_of(counter: Counter) -> str:
    """The first group of the kiosk."""
    return counter.services.queue_choices.groups()[0].group.id


@contextmanager
def at_work(folder: Path, settings: Settings | None = None, clock: Clock | None = None) -> Iterator[Counter]:
    """A started station, with these settings or its own."""
    counter = open_counter(folder, settings, clock)
    try:
        counter.start()
        yield counter
    finally:
        counter.close()


@contextmanager
def running(
    folder: Path, office: OfficeSettings, clock: Clock | None = None, province_url: str = ""
) -> Iterator[Counter]:
    """A started station without devices."""
    with at_work(folder, Settings(office=office, province_url=province_url), clock) as counter:
        yield counter


@contextmanager
def first_station(folder: Path, province_url: str = "") -> Iterator[Counter]:
    """The office's own station, in charge, with a short take-over time and its kiosk open."""
    set_up_station(folder, new_station())
    with running(folder, LOCAL, province_url=province_url) as counter:
        until(counter, lambda status: status.in_charge)
        counter.services.queue_choices.set_policy(QueuePolicy(takeover_s=TAKEOVER_S), LEADER)
        counter.services.queue.switch_kiosk(KioskMode.OPEN, LEADER)
        yield counter


@contextmanager
def joined(
    office: Counter,
    folder: Path,
    desk: int | None,
    *,
    serve: bool = False,
    clock: Clock | None = None,
    province_url: str = "",
) -> Iterator[Counter]:
    """A further station that follows the office."""
    settings = join(office, folder, desk, serve=serve, clock=clock)
    with running(folder, settings, clock, province_url) as counter:
        follows(counter, office)
        yield counter


def join(
    office: Counter, folder: Path, desk: int | None, *, serve: bool = False, clock: Clock | None = None
) -> OfficeSettings:
    """Let a further station in, and return what its settings say of the office."""
    assert office.office is not None
    url, code = office.office.url, office.office.make_code()
    join_office(folder, Joining(url, code, f"Máy quầy {desk}", ("desk",), desk, serve=serve, find=False), clock)
    return replace(LOCAL, serve=serve, urls=(url,))


def follows(counter: Counter, office: Counter) -> None:
    """Wait until a station follows the office and holds everything that it wrote."""
    until(counter, lambda status: status.station == office.journal.key.station and status.reachable)
    heard_of = f"station/{counter.journal.key.station}"
    until_here(office, lambda: heard_of in _stations(office))


def _stations(counter: Counter) -> set[str]:
    from counter_app.domain.places import Station
    from counter_app.store import places

    with counter.journal.database.read() as connection:
        return set(places.by_stream(connection, Station))


def until(counter: Counter, promise: Callable[[OfficeStatus], bool], seconds: float = PATIENCE_S) -> OfficeStatus:
    """Wait until the station tells a status that keeps the promise."""
    node = counter.office
    assert node is not None
    told = threading.Condition()

    def tell(_status: OfficeStatus) -> None:
        with told:
            told.notify_all()

    unlisten = node.listen(tell)
    try:
        with told:
            assert told.wait_for(lambda: promise(node.status()), seconds), node.status()
        return node.status()
    finally:
        unlisten()


def until_here(counter: Counter, promise: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Wait until the station's tables keep the promise; looks after each change of its journal."""
    changed = threading.Condition()

    def tell(_streams: frozenset[str]) -> None:
        with changed:
            changed.notify_all()

    unlisten = counter.journal.changes.listen(tell)
    try:
        with changed:
            assert changed.wait_for(promise, seconds), len(counter.services.queue.of_today())
    finally:
        unlisten()


def receive(counter: Counter, name: str) -> Dossier:
    """Receive a dossier at desk 3."""
    reception = counter.services.reception
    draft = reception.choose(reception.begin(3), "1.004873")
    return reception.receive(replace(draft, name=name, identity="000185000017"), 3, "ha")


def labels(counter: Counter) -> list[str]:
    """Every number of today, as this station knows it."""
    return sorted(ticket.label for ticket in counter.services.queue.of_today())


def is_sound(counter: Counter) -> None:
    """The journal and its tables agree."""
    assert verify(counter.journal).faults == ()


def insist(act: Callable[[], object], seconds: float = PATIENCE_S) -> None:
    """Do something until it is not refused any more, as a citizen does who taps again."""
    from time import monotonic

    end = monotonic() + seconds
    while True:
        try:
            act()
        except CounterError:
            if monotonic() > end:
                raise
        else:
            return
