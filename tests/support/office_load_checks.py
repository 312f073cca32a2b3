"""What must be true when the load is over: no number twice, no ticket at two desks, nothing lost, all folders sound."""

import subprocess
import sys
from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from counter_app.clocks import SystemClock
from counter_app.domain.facts import KIND_OF, TicketCalled
from counter_app.domain.security_facts import SecuritySealed
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.store import tables
from counter_app.store.codec import from_text
from counter_app.store.commands import command_in
from counter_app.store.database import open_database
from tests.support.office_load_answers import Answer

_LIFE = (TicketState.ISSUED, TicketState.CALLED, TicketState.SERVING, TicketState.FINISHED)
_AFTER = {
    "take-number": TicketState.ISSUED,
    "call-next": TicketState.CALLED,
    "start-service": TicketState.SERVING,
    "finish-service": TicketState.FINISHED,
}
_CALL_KIND = KIND_OF[TicketCalled]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the office's own journal holds at the end: its tickets, each call with its command, its stations' heads."""

    tickets: dict[str, Ticket]
    calls: list[tuple[str, int, str]]
    heads: dict[str, tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Counts that must be 0, each with a few examples; ``unheard`` calls are entries that nobody was answered."""

    duplicates: tuple[str, ...]
    at_two_desks: tuple[str, ...]
    lost: tuple[str, ...]
    unsound: tuple[str, ...]
    unheard: int

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.duplicates or self.at_two_desks or self.lost or self.unsound)


def judge(office: Path, others: Sequence[Path], answers: Sequence[Answer], *, verified: int | None = None) -> Verdict:
    """Look at every folder, none of them open; ``verified``: how many by ``counter-app verify`` (None: all)."""
    kept, folders = read_kept(office), (office, *others)
    unsound = [f"{folder.name} is not level" for folder in others if read_heads(folder) != kept.heads]
    for folder in folders[:verified]:
        unsound += _verified(folder)
    heard = {answer.command for answer in answers}
    return Verdict(
        duplicates=_duplicates(kept, answers),
        at_two_desks=_at_two_desks(answers),
        lost=_lost(kept, answers),
        unsound=tuple(unsound),
        unheard=sum(command not in heard for _ticket, _desk, command in kept.calls if command),
    )


def read_kept(folder: Path) -> Kept:
    """Read what an office's folder holds."""
    database = open_database(folder)
    try:
        with database.read() as connection:
            bodies = connection.execute(select(tables.tickets.c.body)).scalars()
            tickets = {ticket.id: ticket for ticket in (from_text(body, Ticket) for body in bodies)}
            entries = tables.journal.c
            calls = connection.execute(
                select(entries.stream, entries.data, entries.actor).where(entries.kind == _CALL_KIND)
            ).all()
        made = [(row.stream[7:], from_text(row.data, TicketCalled).desk, command_in(row.actor)) for row in calls]
        return Kept(tickets, made, _heads(Journal(database, SystemClock())))
    finally:
        database.close()


def read_heads(folder: Path) -> dict[str, tuple[int, str]]:
    """The last number and hash of each station: a chain's last hash says all that was before."""
    database = open_database(folder)
    try:
        return _heads(Journal(database, SystemClock()))
    finally:
        database.close()


def _heads(journal: Journal) -> dict[str, tuple[int, str]]:
    table = tables.journal
    # What a machine seals as it closes reaches the others when it opens again.
    last = select(table.c.seq, table.c.hash).where(table.c.kind != KIND_OF[SecuritySealed]).order_by(table.c.seq.desc())
    with journal.database.read() as connection:
        stations = outbox.counts(journal).entries
        found = {one: connection.execute(last.where(table.c.station == one).limit(1)).first() for one in stations}
    return {station: (row.seq, row.hash) for station, row in found.items() if row is not None}


def _duplicates(kept: Kept, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Numbers that two tickets have, in the journal or in what kiosks were told."""
    in_journal = Tally((one.day, one.prefix, one.number) for one in kept.tickets.values())
    told = Tally(one.label for one in answers if one.act == "take-number" and one.label)
    return (*(str(key) for key, count in in_journal.items() if count > 1), *(f for f, n in told.items() if n > 1))


def _at_two_desks(answers: Sequence[Answer]) -> tuple[str, ...]:
    """Tickets that two calls were answered with."""
    called = Tally(one.ticket for one in answers if one.act == "call-next" and one.ticket)
    return tuple(ticket for ticket, count in called.items() if count > 1)


def _lost(kept: Kept, answers: Sequence[Answer]) -> tuple[str, ...]:
    """What was answered and is not in the journal as it was answered."""
    reached: dict[str, TicketState] = {}
    faults = []
    for one in answers:
        if one.refused:
            continue
        ticket, state = kept.tickets.get(one.ticket), _AFTER[one.act]
        if ticket is None or (one.label and ticket.label != one.label):
            faults.append(f"{one.act} {one.ticket} {one.label}")
            continue
        reached[one.ticket] = max(state, reached.get(one.ticket, state), key=_LIFE.index)
        if one.desk and ticket.desk != one.desk:
            faults.append(f"{one.act} {one.ticket} at desk {one.desk}, kept at {ticket.desk}")
    behind = [f"{ticket} {state} kept as {kept.tickets[ticket].state}" for ticket, state in reached.items()
              if _LIFE.index(kept.tickets[ticket].state) < _LIFE.index(state)]  # fmt: skip
    return (*faults, *behind)


def _verified(folder: Path) -> list[str]:
    words = [sys.executable, "-m", "counter_app", "verify", "--data", str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=600, check=False)
    return [] if done.returncode == 0 else [f"{folder.name}: {done.stderr[:500]}"]
