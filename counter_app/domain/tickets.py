"""The queue number and its life: issued, called, serving, perhaps parked, then finished, no-show or cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain import facts
from counter_app.domain.facts import PrintOutcome, Priority, Recorded
from counter_app.domain.queue_facts import IssueSource, ServiceSwitched, TicketParked, WaitEstimate

MOST_CALLS = 3


class TicketState(StrEnum):
    """Where a number stands."""

    ISSUED = "issued"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    FINISHED = "finished"
    NO_SHOW = "no-show"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ServicePeriod:
    """One matter at one desk, from its start to its end; times in UTC."""

    group: str
    desk: int
    officer: str
    started_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WayBack:
    """Where a transferred ticket goes afterwards."""

    group: str
    desk: int | None


@dataclass(frozen=True, slots=True)
class LineCall:
    """A call that ended a wait in the line, at its hybrid time; not one repeated, nor of one missed or held."""

    time: int
    group: str
    desk: int


@dataclass(frozen=True, slots=True)
class Ticket:
    """One citizen's number today; times in UTC. ``group`` is where it waits, ``prefix`` stays through a transfer.

    ``only_desk`` is set while it waits for one desk; ``parked_until`` while it is parked for a time (a parked ticket
    without one is held for ``desk``); ``first_called_at`` ends the wait that ``estimate`` foretold.
    """

    id: str
    office: str
    day: date
    group: str
    prefix: str
    number: int
    priority: Priority | None
    state: TicketState
    issued_at: datetime
    waiting_since: datetime
    called_at: datetime | None = None
    served_at: datetime | None = None
    ended_at: datetime | None = None
    calls: int = 0
    desk: int | None = None
    officer: str | None = None
    printed: PrintOutcome | None = None
    source: IssueSource = IssueSource.KIOSK
    dossier: str = ""
    ahead: int | None = None
    estimate: WaitEstimate | None = None
    first_called_at: datetime | None = None
    only_desk: int | None = None
    way_back: WayBack | None = None
    parked_until: datetime | None = None
    services: tuple[ServicePeriod, ...] = ()
    out_of_turn: str = ""
    copies: int = 0
    line_calls: tuple[LineCall, ...] = ()
    keeper: str = ""  # the station that gave it out or called it last

    @property
    def label(self) -> str:
        """The number as printed and called, e.g. ``A012``."""
        return f"{self.prefix}{self.number:03d}"


_MAY_CALL = (TicketState.ISSUED, TicketState.CALLED, TicketState.NO_SHOW, TicketState.PARKED)
AT_DESK = (TicketState.CALLED, TicketState.SERVING)
"""The states of a ticket that is somebody's at a desk."""
_ENDINGS: dict[type, tuple[TicketState, tuple[TicketState, ...]]] = {
    facts.TicketFinished: (TicketState.FINISHED, (TicketState.SERVING,)),
    facts.TicketMissed: (TicketState.NO_SHOW, (TicketState.CALLED,)),
    facts.TicketCancelled: (TicketState.CANCELLED, (TicketState.ISSUED, TicketState.CALLED, TicketState.PARKED)),
}
"""How a number ends, and from which states it may."""


def step(ticket: Ticket | None, entry: Recorded) -> Ticket | str:  # noqa: C901 - one flat table of cases
    """Take a ticket one entry further."""
    fact = entry.fact
    if isinstance(fact, facts.TicketIssued):
        return _issue(entry, fact) if ticket is None or _is_anew(ticket, entry) else "issued twice"
    if ticket is None:
        return "before the number was issued"
    match fact:
        case facts.TicketPrinted():
            return replace(ticket, printed=fact.outcome, copies=max(ticket.copies, fact.copy))
        case facts.TicketCalled():
            return _call(ticket, entry, fact)
        case facts.ServiceStarted():
            return _serve(ticket, entry, fact)
        case ServiceSwitched():
            return _switch(ticket, entry, fact)
        case TicketParked():
            return _park(ticket, entry, fact)
        case facts.TicketTransferred():
            return _transfer(ticket, entry, fact)
        case _:
            ending = _ENDINGS.get(type(fact))
            return "not an entry of a ticket" if ending is None else _end(ticket, entry, *ending)


def _issue(entry: Recorded, fact: facts.TicketIssued) -> Ticket:
    return Ticket(
        id=entry.stream.partition("/")[2],
        office=fact.office,
        day=fact.day,
        group=fact.group,
        prefix=fact.prefix,
        number=fact.number,
        priority=fact.priority,
        state=TicketState.ISSUED,
        issued_at=entry.at,
        waiting_since=entry.at,
        source=fact.source,
        dossier=fact.dossier,
        ahead=fact.ahead,
        estimate=fact.estimate,
        keeper=entry.station,
    )


def _is_anew(ticket: Ticket, entry: Recorded) -> bool:
    """Whether another station gave the number out again: the first died before anybody heard of its own.

    Nor did anybody hear of the call, if it made one as well.
    """
    unheard = (ticket.state, ticket.calls) in ((TicketState.ISSUED, 0), (TicketState.CALLED, 1))
    return unheard and ticket.keeper != entry.station


def was_unheard(entries: Sequence[Recorded], command: str) -> bool:
    """Whether a command's call counts no more: its station died with it, and another gave out or called anew.

    ``entries`` are the ticket's, in their order; the command stands after ``#`` in the actor of its entry.
    """
    telling = [one for one in entries if not isinstance(one.fact, facts.TicketPrinted)]
    made = [place for place, one in enumerate(telling) if one.actor.endswith(f"#{command}")]
    calls = [place for place in made if isinstance(telling[place].fact, facts.TicketCalled)]
    if not calls or calls[-1] + 1 == len(telling):
        return False
    mine, after = telling[calls[-1]], telling[calls[-1] + 1]
    if mine.station == after.station or not isinstance(mine.fact, facts.TicketCalled):
        return False
    elsewhere = isinstance(after.fact, facts.TicketCalled) and after.fact.desk != mine.fact.desk
    return elsewhere or isinstance(after.fact, facts.TicketIssued)


def _call(ticket: Ticket, entry: Recorded, fact: facts.TicketCalled) -> Ticket | str:
    if ticket.state not in _MAY_CALL:
        return f"called while {ticket.state}"
    # A station that keeps the queue since may call it anew: the one before died with a call that nobody heard of.
    if ticket.state is TicketState.CALLED and ticket.desk != fact.desk and ticket.keeper == entry.station:
        return "called by two desks"
    return replace(
        ticket,
        state=TicketState.CALLED,
        keeper=entry.station,
        called_at=entry.at,
        first_called_at=ticket.first_called_at or entry.at,
        ended_at=None,
        calls=1 if ticket.state is TicketState.NO_SHOW else ticket.calls + 1,  # called back: counted anew
        desk=fact.desk,
        officer=fact.officer,
        parked_until=None,
        out_of_turn=fact.reason or ticket.out_of_turn,
        line_calls=(*ticket.line_calls, LineCall(entry.time, ticket.group, fact.desk))
        if _stands_in_line(ticket, entry.at)
        else ticket.line_calls,
    )


def _stands_in_line(ticket: Ticket, now: datetime) -> bool:
    """Whether a ticket waits: never called, sent on, or put aside until a time that has come."""
    if ticket.state is TicketState.PARKED:
        return ticket.parked_until is not None and ticket.parked_until <= now
    return ticket.state is TicketState.ISSUED


def _serve(ticket: Ticket, entry: Recorded, fact: facts.ServiceStarted) -> Ticket | str:
    if ticket.state is not TicketState.CALLED:
        return f"served while {ticket.state}"
    begun = ServicePeriod(ticket.group, fact.desk, fact.officer, entry.at)
    return replace(
        ticket,
        state=TicketState.SERVING,
        served_at=entry.at,
        desk=fact.desk,
        officer=fact.officer,
        services=(*ticket.services, begun),
    )


def _switch(ticket: Ticket, entry: Recorded, fact: ServiceSwitched) -> Ticket | str:
    if ticket.state is not TicketState.SERVING:
        return f"switched while {ticket.state}"
    begun = ServicePeriod(fact.group, ticket.desk or 0, ticket.officer or "", entry.at)
    return replace(ticket, group=fact.group, services=(*_ended(ticket, entry), begun))


def _park(ticket: Ticket, entry: Recorded, fact: TicketParked) -> Ticket | str:
    if ticket.state not in AT_DESK:
        return f"parked while {ticket.state}"
    return replace(
        ticket,
        state=TicketState.PARKED,
        parked_until=fact.until,
        calls=0,
        served_at=None,
        services=_ended(ticket, entry),
    )


def _ended(ticket: Ticket, entry: Recorded) -> tuple[ServicePeriod, ...]:
    """The periods, the last of them ended now."""
    return tuple(one if one.ended_at else replace(one, ended_at=entry.at) for one in ticket.services)


def _transfer(ticket: Ticket, entry: Recorded, fact: facts.TicketTransferred) -> Ticket | str:
    if ticket.state not in AT_DESK:
        return f"transferred while {ticket.state}"
    return replace(
        ticket,
        state=TicketState.ISSUED,
        group=fact.group,
        waiting_since=entry.at,
        calls=0,
        only_desk=fact.desk,
        way_back=WayBack(ticket.group, ticket.desk) if fact.back else None,
        services=_ended(ticket, entry),
        desk=None,
        officer=None,
        called_at=None,
        served_at=None,
    )


def _end(ticket: Ticket, entry: Recorded, state: TicketState, allowed: tuple[TicketState, ...]) -> Ticket | str:
    if ticket.state not in allowed:
        return f"{state} while {ticket.state}"
    return replace(ticket, state=state, ended_at=entry.at, services=_ended(ticket, entry))
