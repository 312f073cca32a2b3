"""The office as its manager sees it now: every desk, every group, what citizens answered, what the devices say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from counter_app.clocks import business_day
from counter_app.domain.devices import REMOVED, DeviceRecord
from counter_app.domain.places import Officer, Station
from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.queue_facts import DeskState, WaitEstimate
from counter_app.domain.queue_places import QueueDay, QueueHead, Seat
from counter_app.domain.queue_policy import CallingRule
from counter_app.domain.ratings import Rating
from counter_app.domain.tickets import AT_DESK, Ticket, TicketState
from counter_app.domain.waiting_time import EstimateScore
from counter_app.journal.journal import Journal
from counter_app.services.queue import GroupWaiting, Queue
from counter_app.services.queue_acting import desks_of, policy_of, seats_of
from counter_app.services.queue_numbers import NumbersOpen
from counter_app.services.rating_log import OddPattern, odd_patterns
from counter_app.services.waiting_times import scores_of
from counter_app.store import places
from counter_app.store import ratings as rating_rows

_RECENT = timedelta(days=7)
STREAMS = (
    "ticket/",
    "seat/",
    "queueday/",
    "rating/",
    "device/",
    "desk/",
    "group/",
    "officer/",
    "queuehead/",
    "queuepolicy/",
)
"""Beginnings of the streams that the view is made of."""


@dataclass(frozen=True, slots=True)
class DeskNow:
    """One desk: its seat today (None: nobody sat there yet), its ticket, and its work so far."""

    number: int
    seat: Seat | None
    officer: str  # the name; empty where nobody sits
    ticket: Ticket | None
    served: int
    mean_service_s: float | None
    ratings: tuple[int, ...]  # how many answers of 1, 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class GroupNow:
    """One group: who waits and how long, and what became of the others today."""

    group: ServiceGroup
    waiting: int
    longest: datetime | None
    estimate: WaitEstimate | None
    left: int | None
    issued: int
    served: int
    missed: int
    cancelled: int
    score: EstimateScore
    long: bool = False  # the office calls this a long queue


@dataclass(frozen=True, slots=True)
class DeviceNow:
    """One device of one station, as it was last told."""

    stream: str
    station: str  # the station's name
    device: DeviceRecord
    faults_today: int


@dataclass(frozen=True, slots=True)
class LiveView:
    """``score`` tells how good the foretold waits were today, over all groups; ``head`` who keeps the queue.

    ``parked`` counts who was put aside; ``rule`` is the one that is called by.
    """

    day: QueueDay | None
    opening: NumbersOpen
    desks: tuple[DeskNow, ...]
    groups: tuple[GroupNow, ...]
    ratings: tuple[int, ...]
    devices: tuple[DeviceNow, ...]
    score: EstimateScore
    head: QueueHead | None
    head_name: str
    at_desks: int
    parked: int
    rule: CallingRule
    odd: tuple[OddPattern, ...] = ()  # answers of a week, the last one of today, that look as if no citizen gave them

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(one.waiting for one in self.groups)


class Live:
    """Reads what the manager sees; no whole-journal reads: today's tickets, and the few places."""

    def __init__(self, journal: Journal, office: str, queue: Queue) -> None:
        self._journal = journal
        self._office = office
        self._queue = queue

    def view(self) -> LiveView:
        """The office now."""
        day, tickets, waiting = self._queue.day(), self._queue.of_today(), self._queue.waiting()
        scores = scores_of(tickets)
        with self._journal.database.read() as connection:
            recent = rating_rows.since(connection, day.opened_at - _RECENT) if day else ()
            seats = {seat.desk: seat for seat in seats_of(connection, self._office, day.day)} if day else {}
            names = {one.id: one.name for one in places.all_of(connection, Officer)}
            stations = {one.id: one.name for one in places.all_of(connection, Station)}
            devices = places.by_stream(connection, DeviceRecord)
            numbers = [desk.number for desk in desks_of(connection, self._office)]
            head = places.place(connection, f"queuehead/{self._office}", QueueHead)
            rule = policy_of(connection, self._office).rule
        answers = tuple(one for one in recent if day and one.opened_at >= day.opened_at)
        desks = tuple(_desk(number, seats.get(number), names, tickets, answers) for number in numbers)
        return LiveView(
            day=day,
            opening=self._queue.opening(),
            desks=desks,
            groups=tuple(_group(one, tickets, scores) for one in waiting),
            ratings=_by_score(answers),
            devices=_devices(devices, stations, business_day(self._journal.clock)),
            score=scores.get("", EstimateScore()),
            head=head,
            head_name=stations.get(head.station, "") if head else "",
            at_desks=sum(one.ticket is not None for one in desks),
            parked=sum(one.state is TicketState.PARKED for one in tickets),
            rule=rule,
            odd=tuple(one for one in odd_patterns(recent) if day and one.last >= day.opened_at),
        )


def _devices(devices: Mapping[str, DeviceRecord], stations: Mapping[str, str], today: date) -> tuple[DeviceNow, ...]:
    """What is wrong first."""
    told = (
        DeviceNow(stream, stations.get(one.station, one.station[:8]), one, one.faults_on(today))
        for stream, one in devices.items()
        if one.state != REMOVED
    )
    return tuple(sorted(told, key=lambda one: (one.device.state == "ready", one.station, one.device.kind)))


def _group(waits: GroupWaiting, tickets: Sequence[Ticket], scores: Mapping[str, EstimateScore]) -> GroupNow:
    return GroupNow(
        waits.group,
        waits.waiting,
        waits.longest,
        waits.estimate,
        waits.left,
        *_counts(tickets, waits.group.id),
        scores.get(waits.group.id, EstimateScore()),
        waits.long,
    )


def _desk(
    number: int, seat: Seat | None, names: Mapping[str, str], tickets: Sequence[Ticket], answers: Sequence[Rating]
) -> DeskNow:
    sits = seat is not None and seat.state is not DeskState.CLOSED
    periods = [one for ticket in tickets for one in ticket.services if one.desk == number and one.ended_at is not None]
    lengths = [(one.ended_at - one.started_at).total_seconds() for one in periods if one.ended_at is not None]
    return DeskNow(
        number=number,
        seat=seat,
        officer=names.get(seat.officer, "") if seat and sits else "",
        ticket=next((one for one in tickets if one.desk == number and one.state in AT_DESK), None),
        served=len(lengths),
        mean_service_s=sum(lengths) / len(lengths) if lengths else None,
        ratings=_by_score(one for one in answers if one.desk == number),
    )


def _counts(tickets: Sequence[Ticket], group: str) -> tuple[int, int, int, int]:
    states = Counter(one.state for one in tickets if one.group == group)
    ended = (states[TicketState.FINISHED], states[TicketState.NO_SHOW], states[TicketState.CANCELLED])
    return (states.total(), *ended)


def _by_score(answers: Iterable[Rating]) -> tuple[int, ...]:
    counted = Counter(one.score for one in answers)
    return tuple(counted[score] for score in range(1, 6))
