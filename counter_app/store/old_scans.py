"""Which scanned pages this machine can do without: those of dossiers that ended long ago, which nothing else needs."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, select, text, update
from sqlalchemy import func as sql

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.store.codec import from_text, milliseconds
from counter_app.store.tables import blobs, dossiers, drafts, page_texts, places

_AT_ONCE = 500  # names in one question: SQLite takes some thousand
_NAME = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_ENDED = tuple(state.value for state in DossierState if state.ended)


@dataclass(frozen=True, slots=True)
class After:
    """How far a walk through the ended dossiers came: the last one's end (milliseconds) and place."""

    ended_at: int = -1
    place: int = -1


@dataclass(frozen=True, slots=True)
class OldScan:
    """A page that the upstream is said to have; size in bytes."""

    sha256: str
    size: int


def needed(connection: Connection) -> frozenset[str]:
    """Every blob that work not ended yet, a half-filled form, a board or the voice names."""
    found: set[str] = set()
    for column, condition in (
        (dossiers.c.body, dossiers.c.state.not_in(_ENDED)),
        (drafts.c.body, None),
        (places.c.body, None),
    ):
        query = select(column) if condition is None else select(column).where(condition)
        for body in connection.execute(query).scalars():
            found.update(_NAME.findall(body))
    unread = select(page_texts.c.sha256).where(text("state = 0"))  # written out, so that the partial index is taken
    found.update(connection.execute(unread).scalars())
    return frozenset(found)


def pages_of_ended(
    connection: Connection, before: datetime, after: After, most: int
) -> tuple[After | None, tuple[str, ...]]:
    """The pages of the next ``most`` dossiers that ended before a time, the earliest first; None after the last.

    A page that is a receipt, a form or a file of its dossier too is none of them.
    """
    row_after = (dossiers.c.ended_at > after.ended_at) | (
        (dossiers.c.ended_at == after.ended_at) & (dossiers.c.place > after.place)
    )
    query = select(dossiers.c.ended_at, dossiers.c.place, dossiers.c.body).where(
        dossiers.c.ended_at >= after.ended_at,
        dossiers.c.ended_at < milliseconds(before),
        row_after,
        dossiers.c.state.in_(_ENDED),
    )
    rows = connection.execute(query.order_by(dossiers.c.ended_at, dossiers.c.place).limit(most)).all()
    names: dict[str, None] = {}
    for row in rows:
        names |= dict.fromkeys(_only_pages(from_text(row.body, Dossier)))
    return (After(rows[-1].ended_at, rows[-1].place) if rows else None), tuple(names)


def acknowledged(connection: Connection, names: Sequence[str]) -> tuple[OldScan, ...]:
    """Those of ``names`` that the upstream acknowledged, with their sizes; in the order of ``names``."""
    sizes: dict[str, int] = {}
    for some in _in_pieces(names):
        query = select(blobs.c.sha256, blobs.c.size).where(_named(some), blobs.c.at_upstream == 1)
        sizes |= {row.sha256: row.size for row in connection.execute(query)}
    return tuple(OldScan(name, sizes[name]) for name in names if name in sizes)


def mark_away(connection: Connection, names: Sequence[str]) -> None:
    """Remember that these may be missing here; their files go after that is durable."""
    for some in _in_pieces(names):
        connection.execute(update(blobs).where(_named(some), blobs.c.at_upstream == 1).values(away=1))


def still_away(connection: Connection, names: Sequence[str]) -> tuple[str, ...]:
    """Those of ``names`` that bear the mark."""
    found: list[str] = []
    for some in _in_pieces(names):
        found += connection.execute(select(blobs.c.sha256).where(_named(some), blobs.c.away == 1)).scalars()
    return tuple(found)


def came_back(connection: Connection, sha256: str) -> None:
    """Take the mark away: the file is here, in this transaction."""
    connection.execute(_BACK, {"of": sha256})


def wait_again(connection: Connection, names: Collection[str]) -> None:
    """Let these go up again: the upstream does not have them any more."""
    for some in _in_pieces(tuple(names)):
        connection.execute(update(blobs).where(_named(some)).values(at_upstream=0))


def count_away(connection: Connection) -> tuple[int, int]:
    """How many bear the mark, and their bytes."""
    row = connection.execute(select(sql.count(), sql.sum(blobs.c.size)).where(blobs.c.away == 1)).one()
    return int(row[0]), int(row[1] or 0)


def _only_pages(dossier: Dossier) -> Iterable[str]:
    papers = {dossier.receipt, *(sha256 for _, sha256 in dossier.forms), *(file.sha256 for file in dossier.files)}
    return (page.sha256 for page in dossier.pages if page.sha256 not in papers)


def _named(some: Sequence[str]) -> ColumnElement[bool]:
    return blobs.c.sha256.in_(some)


def _in_pieces(names: Sequence[str]) -> Iterable[Sequence[str]]:
    return (names[first : first + _AT_ONCE] for first in range(0, len(names), _AT_ONCE))


_BACK = update(blobs).where(blobs.c.sha256 == bindparam("of"), blobs.c.away == 1).values(away=0)
