"""A day of the queue as a file: made from the journal, read for the simulator. It holds no names and no numbers."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from counter_app.clocks import VIETNAM
from counter_app.domain import facts
from counter_app.domain.day_replay import Arrival, DeskDay, OpenSpan, RecordedDay, fault_of
from counter_app.domain.facts import Recorded
from counter_app.domain.places import PlacedGroup
from counter_app.domain.queue_facts import DeskState, DeskStateSet, IssueSource, QueuePolicySet, TicketParked
from counter_app.domain.queue_policy import CallingRule, QueuePolicy
from counter_app.domain.tickets import Ticket
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.output import save_file
from counter_app.services.queue_acting import desks_of
from counter_app.services.queue_calls import served_by
from counter_app.services.queue_choices import check_policy
from counter_app.store import places, views
from counter_app.store import tickets as rows
from counter_app.store.codec import from_text, to_text

Read = TypeVar("Read")
_LONGEST_PAUSE_S = 900  # a longer one between two calls was a break, or nobody had to be called
_LARGEST = 32_000_000  # bytes of a file that is read at all


def record_day(journal: Journal, office: str, day: date) -> RecordedDay:
    """What came to ``office`` on a business day, and what became of it."""
    with journal.database.read() as connection:
        of = rows.OfDay(connection, office, day, journal.clock.now())
        minutes = {placed.group.id: placed.group.minutes for placed in places.all_of(connection, PlacedGroup)}
        arrivals: list[Arrival] = []
        for ticket in rows.of_day(of):
            arrivals += _visits(ticket, views.recorded(connection, f"ticket/{ticket.id}"), minutes)
        arrivals.sort(key=lambda one: one.at)
        end = max((_freed(one) for one in arrivals), default=of.now)
        made = []
        for desk in desks_of(connection, office):
            seat = views.recorded(connection, f"seat/{office}-{desk.number}@{day}")
            mine = [one for one in arrivals if one.desk == desk.number]
            if spans := _spans(seat, end) or _worked(mine):
                serves = served_by(desk, desk.number)
                made.append(DeskDay(desk.number, spans, dict(serves.weights), desk.quick, _usual_pause(mine)))
        policies = views.recorded(connection, f"queuepolicy/{office}")
    return RecordedDay(day, tuple(arrivals), tuple(made), _rule_on(day, policies))


def save_day(day: RecordedDay, path: Path) -> None:
    """Write a recorded day as JSON. Raises OUTPUT_NOT_WRITABLE, DISK_FULL."""
    save_file(path, to_text(day).encode())


def load_day(path: Path) -> RecordedDay:
    """Read a recorded day. Raises QUEUE_FILE_UNREADABLE, RULE_INVALID."""
    day = _load(path, RecordedDay)
    if fault := fault_of(day):
        raise CounterError(Code.QUEUE_FILE_UNREADABLE, path=path, detail=fault)
    if day.rule is not None:
        check_policy(QueuePolicy(day.rule))
    return day


def load_rule(path: Path) -> CallingRule:
    """Read a rule of calling. Raises QUEUE_FILE_UNREADABLE; RULE_INVALID names the field, also one nobody knows."""
    rule, given = _load(path, CallingRule), _load(path, dict[str, object])
    unknown = sorted(given.keys() - set(CallingRule.__slots__))
    if unknown:
        raise CounterError(Code.RULE_INVALID, field=unknown[0])
    check_policy(QueuePolicy(rule))
    return rule


def _load(path: Path, kind: type[Read]) -> Read:
    try:
        if path.stat().st_size > _LARGEST:
            raise CounterError(Code.QUEUE_FILE_UNREADABLE, path=path, detail=f"> {_LARGEST // 1_000_000} MB")
        return from_text(path.read_bytes(), kind)
    except OSError as error:
        raise CounterError(
            Code.QUEUE_FILE_UNREADABLE, path=path, detail=error.strerror or type(error).__name__
        ) from error
    except (ValueError, RecursionError) as error:
        raise CounterError(Code.QUEUE_FILE_UNREADABLE, path=path, detail=str(error)) from error


@dataclass(frozen=True, slots=True)
class _Waiting:
    since: datetime
    group: str
    only_desk: int | None


def _visits(ticket: Ticket, entries: Sequence[Recorded], minutes: Mapping[str, int]) -> list[Arrival]:
    """Each wait of a ticket in the line, with the service after it; one called back did not wait in the line."""
    made: list[Arrival] = []
    waiting: _Waiting | None = None
    open_at: datetime | None = None
    for entry in entries:
        fact, at = entry.fact, entry.at
        match fact:
            case facts.TicketIssued():
                waiting = _Waiting(at, fact.group, None)
            case facts.TicketCalled() if waiting is not None:
                made.append(_called(ticket, waiting, entry, fact.desk, minutes))
                waiting, open_at = None, at
            case facts.TicketCancelled() if waiting is not None:
                made.append(replace(_arrival(ticket, waiting, 0), left_s=_seconds(waiting.since, at)))
                waiting = None
            case TicketParked() | facts.TicketMissed() | facts.TicketFinished() | facts.TicketCancelled():
                _end(made, open_at, at)
                open_at = None
            case facts.TicketTransferred():
                _end(made, open_at, at)
                open_at = None
                waiting = _Waiting(at, fact.group, fact.desk)
            case _:
                pass
    if waiting is not None:
        made.append(_arrival(ticket, waiting, _planned(minutes, waiting.group)))
    return made


def _called(ticket: Ticket, waiting: _Waiting, entry: Recorded, desk: int, minutes: Mapping[str, int]) -> Arrival:
    """One who was called; until the end of the service is known, it is as long as planned."""
    arrival = _arrival(ticket, waiting, _planned(minutes, waiting.group))
    return replace(arrival, waited_s=_seconds(waiting.since, entry.at), desk=desk)


def _end(made: list[Arrival], open_at: datetime | None, at: datetime) -> None:
    if open_at is not None:
        made[-1] = replace(made[-1], service_s=_seconds(open_at, at))


def _arrival(ticket: Ticket, waiting: _Waiting, service_s: int) -> Arrival:
    quick = ticket.source is IssueSource.RECEIPT or bool(ticket.dossier)
    return Arrival(waiting.since, waiting.group, service_s, ticket.priority is not None, quick, waiting.only_desk)


def _planned(minutes: Mapping[str, int], group: str) -> int:
    return 60 * minutes.get(group, 10)


def _seconds(start: datetime, end: datetime) -> int:
    """Whole seconds, none where a clock was set back."""
    return max(0, round((end - start).total_seconds()))


def _when_called(one: Arrival) -> float:
    return one.at.timestamp() + (one.waited_s or 0)


def _freed(one: Arrival) -> datetime:
    """When the desk was free again after one, or when one began to wait whom nobody called."""
    length = _when_called(one) + (one.service_s if one.waited_s is not None else 0)
    return datetime.fromtimestamp(length, one.at.tzinfo)


def _spans(entries: Sequence[Recorded], end: datetime) -> tuple[OpenSpan, ...]:
    """When a desk was open, by what its officer set."""
    made: list[OpenSpan] = []
    opened: datetime | None = None
    for entry in entries:
        if not isinstance(entry.fact, DeskStateSet):
            continue
        if entry.fact.state is DeskState.OPEN:
            opened = opened or entry.at
        elif opened is not None:
            made.append(OpenSpan(opened, max(opened, entry.at)))
            opened = None
    if opened is not None:
        made.append(OpenSpan(opened, max(opened, end)))
    return tuple(made)


def _worked(mine: Sequence[Arrival]) -> tuple[OpenSpan, ...]:
    """From a desk's first call until its last service ended."""
    if not mine:
        return ()
    first = min(mine, key=_when_called)
    return (OpenSpan(datetime.fromtimestamp(_when_called(first), first.at.tzinfo), max(map(_freed, mine))),)


def _usual_pause(mine: Sequence[Arrival]) -> int:
    """The usual time between the end of a service and the next call, where somebody waited already."""
    order = sorted(mine, key=_when_called)
    gaps = []
    for before, after in zip(order, order[1:], strict=False):
        freed = _freed(before)
        gap = _when_called(after) - freed.timestamp()
        if after.at <= freed and 0 <= gap <= _LONGEST_PAUSE_S:
            gaps.append(gap)
    return round(statistics.median(gaps)) if gaps else 0


def _rule_on(day: date, entries: Sequence[Recorded]) -> CallingRule:
    """The rule in force at the end of a day."""
    rule = QueuePolicy().rule
    for entry in entries:
        if isinstance(entry.fact, QueuePolicySet) and entry.at.astimezone(VIETNAM).date() <= day:
            rule = entry.fact.policy.rule
    return rule
