"""The queue number and its life: issued, called, serving, then finished, no-show or cancelled."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from counter_app.domain import facts
from counter_app.domain.facts import PrintOutcome, Priority, Recorded

MOST_CALLS = 3


class TicketState(StrEnum):
    """Where a number stands."""

    ISSUED = "issued"
    CALLED = "called"
    SERVING = "serving"
    FINISHED = "finished"
    NO_SHOW = "no-show"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One citizen's number today; times in UTC. ``group`` is where it waits, ``prefix`` stays through a transfer."""

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

    @property
    def label(self) -> str:
        """The number as printed and called, e.g. ``A012``."""
        return f"{self.prefix}{self.number:03d}"


_MAY_CALL = (TicketState.ISSUED, TicketState.CALLED, TicketState.NO_SHOW)
_ENDINGS: dict[type, tuple[TicketState, tuple[TicketState, ...]]] = {
    facts.TicketFinished: (TicketState.FINISHED, (TicketState.SERVING,)),
    facts.TicketMissed: (TicketState.NO_SHOW, (TicketState.CALLED,)),
    facts.TicketCancelled: (TicketState.CANCELLED, (TicketState.ISSUED, TicketState.CALLED)),
}
"""How a number ends, and from which states it may."""


def step(ticket: Ticket | None, entry: Recorded) -> Ticket | str:
    """Take a ticket one entry further."""
    fact = entry.fact
    if isinstance(fact, facts.TicketIssued):
        return _issue(entry, fact) if ticket is None else "issued twice"
    if ticket is None:
        return "before the number was issued"
    match fact:
        case facts.TicketPrinted():
            return replace(ticket, printed=fact.outcome)
        case facts.TicketCalled():
            return _call(ticket, entry, fact)
        case facts.ServiceStarted():
            if ticket.state is not TicketState.CALLED:
                return f"served while {ticket.state}"
            return replace(ticket, state=TicketState.SERVING, served_at=entry.at, desk=fact.desk, officer=fact.officer)
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
    )


def _call(ticket: Ticket, entry: Recorded, fact: facts.TicketCalled) -> Ticket | str:
    if ticket.state not in _MAY_CALL:
        return f"called while {ticket.state}"
    if ticket.state is TicketState.CALLED and ticket.desk != fact.desk:
        return "called by two desks"
    return replace(
        ticket,
        state=TicketState.CALLED,
        called_at=entry.at,
        ended_at=None,
        calls=ticket.calls + 1,
        desk=fact.desk,
        officer=fact.officer,
    )


def _transfer(ticket: Ticket, entry: Recorded, fact: facts.TicketTransferred) -> Ticket | str:
    if ticket.state not in (TicketState.CALLED, TicketState.SERVING):
        return f"transferred while {ticket.state}"
    return replace(
        ticket,
        state=TicketState.ISSUED,
        group=fact.group,
        waiting_since=entry.at,
        calls=0,
        desk=None,
        officer=None,
        called_at=None,
        served_at=None,
    )


def _end(ticket: Ticket, entry: Recorded, state: TicketState, allowed: tuple[TicketState, ...]) -> Ticket | str:
    if ticket.state not in allowed:
        return f"{state} while {ticket.state}"
    return replace(ticket, state=state, ended_at=entry.at)
