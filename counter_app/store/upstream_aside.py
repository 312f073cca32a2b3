"""What an upstream said of entries that it has and did not take in order: kept here until it says otherwise.

A row of this station's identity for each station and whoever said it; there are none while all is well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select

from counter_app.store.codec import from_text, to_text
from counter_app.store.tables import identity

MOST = 500
"""So many entries of one station are remembered, the newest."""
_LONGEST = 200
"""Characters of a reason: it comes from outside."""
_PREFIX = "aside/"


class Source(StrEnum):
    """Who told this station what the province keeps aside."""

    PROVINCE = "province"
    OFFICE = "office"  # the office's station, of what it was answered when it passed entries on


@dataclass(frozen=True, slots=True)
class Aside:
    """One entry: its number, what became of it and why, and when that was first heard (milliseconds UTC)."""

    seq: int
    outcome: str
    reason: str
    since: int


def of_station(connection: Connection, source: Source, station: str) -> tuple[Aside, ...]:
    """What ``source`` said of a station's entries, in the order of their numbers."""
    found = connection.execute(select(identity.c.value).where(identity.c.name == _name(source, station))).scalar()
    return () if found is None else from_text(bytes(found), tuple[Aside, ...])


def stations(connection: Connection, source: Source) -> tuple[str, ...]:
    """The stations of which ``source`` said something."""
    start = _name(source, "")
    rows = connection.execute(select(identity.c.name).where(identity.c.name.startswith(start, autoescape=True)))
    return tuple(sorted(str(name).removeprefix(start) for name in rows.scalars()))


def keep(connection: Connection, source: Source, station: str, ones: Sequence[Aside]) -> None:
    """Replace what ``source`` said of a station's entries; nothing takes the row away."""
    name = _name(source, station)
    if not ones:
        connection.execute(delete(identity).where(identity.c.name == name))
        return
    short = [Aside(one.seq, one.outcome, one.reason[:_LONGEST], one.since) for one in ones]
    value = to_text(tuple(sorted(short, key=lambda one: one.seq)[-MOST:])).encode()
    connection.execute(insert(identity).prefix_with("OR REPLACE"), {"name": name, "value": value})


def _name(source: Source, station: str) -> str:
    return f"{_PREFIX}{source.value}/{station}"
