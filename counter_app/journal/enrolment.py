"""One-time codes that let a station in; only a code's hash is kept, as a mark that says whether it was used.

The mark of a code that is good for a time only holds the second until which it is, since 1970.
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, insert, select, update
from sqlalchemy import func as sql

from counter_app.domain.places import Station
from counter_app.errors import Code, CounterError
from counter_app.journal import arrivals
from counter_app.journal.journal import Journal
from counter_app.store import places, tables

_UNUSED, _USED = 0, 1


@dataclass(frozen=True, slots=True)
class Admission:
    """The office that a station was let into, and its rank there."""

    office: str
    rank: int


def make_code(journal: Journal, office: str, good_for: timedelta | None = None) -> str:
    """Make a code of 12 letters and digits that admits one station to ``office``; None is until it is used."""
    code = new_code()
    value = _UNUSED if good_for is None else int((journal.clock.now() + good_for).timestamp())
    with journal.database.write() as connection:
        connection.execute(insert(tables.marks), {"name": _name(code) + office, "value": value})
    return code


def new_code() -> str:
    """Return a code that nobody else has or guesses."""
    text = base64.b32encode(secrets.token_bytes(8)).decode()[:12]
    return "-".join(text[at : at + 4] for at in (0, 4, 8))


def digest_of(code: str) -> str:
    """Return what is kept of a code, however it was typed: SHA-256 in hex."""
    plain = code.replace("-", "").replace(" ", "").upper()
    return hashlib.sha256(plain.encode()).hexdigest()


def enrol(journal: Journal, code: str, station: str, public_key: str, office: str = "") -> Admission:
    """Admit ``station`` with a code to its office; a station that asks again gets the same answer.

    Raises ENROLMENT_REFUSED for an unknown, used or outdated code, another office than the code's, an id known under
    another key or this station's own, and STATION_REVOKED.
    """
    if station == journal.key.station:
        raise CounterError(Code.ENROLMENT_REFUSED)
    with journal.database.write() as connection:
        known = connection.execute(select(tables.peers).where(tables.peers.c.station == station)).one_or_none()
        if known is not None and known.public_key == public_key:
            told = places.place(connection, f"station/{station}", Station)
            if known.revoked or (told is not None and told.barred):
                raise CounterError(Code.STATION_REVOKED, station=station)
            return Admission(str(known.office), _rank(connection, station, str(known.office)))
        granted = _use(connection, code, office, int(journal.clock.now().timestamp()))
        arrivals.admit(connection, station, public_key, granted)
        admission = Admission(granted, _rank(connection, station, granted))
    journal.peers.forget()
    return admission


def _rank(connection: Connection, station: str, office: str) -> int:
    """The rank given to ``station``: the next one free, and the same when it asks again."""
    marks = tables.marks
    name = f"rank/{station}"
    given = connection.execute(select(marks.c.value).where(marks.c.name == name)).scalar()
    if given is not None:
        return int(given)
    most = connection.execute(select(sql.max(marks.c.value)).where(marks.c.name.startswith("rank/"))).scalar() or 0
    known = max((one.rank for one in places.all_of(connection, Station) if one.office == office), default=0)
    rank = max(int(most), known) + 1
    connection.execute(insert(marks), {"name": name, "value": rank})
    return rank


def _use(connection: Connection, code: str, office: str, now: int) -> str:
    marks, prefix = tables.marks, _name(code)
    found = connection.execute(select(marks).where(marks.c.name.startswith(prefix, autoescape=True))).one_or_none()
    granted = "" if found is None else str(found.name).removeprefix(prefix)
    if found is None or not (found.value == _UNUSED or found.value >= now) or office not in ("", granted):
        raise CounterError(Code.ENROLMENT_REFUSED)
    connection.execute(update(marks).where(marks.c.name == found.name).values(value=_USED))
    return granted


def _name(code: str) -> str:
    return f"enrolment/{digest_of(code)}/"
