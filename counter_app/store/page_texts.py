"""What was recognised on scanned pages, what waits for it, and which pages have a word. Only of this station."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy import func as sql

from counter_app.domain.dossier_facts import PageScanned
from counter_app.domain.text import fold
from counter_app.store.codec import fact_of
from counter_app.store.tables import journal, marks, page_texts

MOST_FOUND = 20_000
"""Pages that one search reads, the newest: a word that every page has must not make it slow."""

_MARK = "page-texts"
_KIND = "dossier.page_scanned"
_AT_ONCE = 2_000
_TOKEN = re.compile(r"[^\W_]+")
_MOST_TYPED = 12
_LONGEST = 40
_SHORTEST_START = 2


class TextState(IntEnum):
    """How far a page is."""

    WAITING = 0
    READ = 1
    FAILED = 2


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A page that nobody read yet; its picture is the blob ``sha256``."""

    id: int
    dossier: str
    paper: int
    sha256: str


def take_in(connection: Connection, station: str) -> bool:
    """Let the pages that ``station`` told since the last time wait; tells whether there are more entries to look at.

    The entries are walked in pieces, so that a long journal holds up nobody.
    """
    seen = connection.execute(select(marks.c.value).where(marks.c.name == _MARK)).scalar() or 0
    last = connection.execute(select(sql.max(journal.c.seq)).where(journal.c.station == station)).scalar() or 0
    upto = min(last, seen + _AT_ONCE)
    if upto == seen:
        return False
    told = select(journal.c.stream, journal.c.kind, journal.c.data).where(
        journal.c.station == station, journal.c.seq > seen, journal.c.seq <= upto, journal.c.kind == _KIND
    )
    rows = [
        {"dossier": row.stream.partition("/")[2], "paper": page.paper, "sha256": page.sha256, "state": 0}
        for row in connection.execute(told.order_by(journal.c.seq))
        if (page := _page(row.kind, row.data)) is not None
    ]
    if rows:
        connection.execute(insert(page_texts).prefix_with("OR IGNORE"), rows)
    connection.execute(insert(marks).prefix_with("OR REPLACE"), {"name": _MARK, "value": upto})
    return upto < last


def try_again(connection: Connection) -> None:
    """Let what failed wait again."""
    connection.execute(update(page_texts).where(text("state = 2")).values(state=TextState.WAITING.value))


def count(connection: Connection, state: TextState) -> int:
    """How many pages are in ``state``."""
    wanted = text(f"state = {state.value}")  # written out, so that the partial indexes are taken
    return connection.execute(select(sql.count()).select_from(page_texts).where(wanted)).scalar_one()


def next_waiting(connection: Connection) -> WaitingPage | None:
    """The newest page that waits: what came today is read before a backlog of years."""
    query = select(page_texts).where(text("state = 0")).order_by(page_texts.c.id.desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else WaitingPage(row.id, row.dossier, row.paper, row.sha256)


def read_before(connection: Connection, sha256: str) -> bytes | None:
    """The words of the same picture, if another paper has it too."""
    same = page_texts.c.sha256 == sha256, page_texts.c.state == TextState.READ.value
    return connection.execute(select(page_texts.c.words).where(*same).limit(1)).scalar()


def finish(connection: Connection, page: WaitingPage, words: bytes, said: str) -> None:
    """Keep what a page says: ``words`` packed, ``said`` as it is searched for."""
    done = update(page_texts).where(page_texts.c.id == page.id)
    connection.execute(done.values(state=TextState.READ.value, words=words))
    connection.execute(_DROP, {"page": page.id})
    connection.execute(_ADD, {"page": page.id, "words": " ".join(_terms(said))})


def give_up(connection: Connection, page: WaitingPage) -> None:
    """Remember that a page cannot be read."""
    connection.execute(
        update(page_texts).where(page_texts.c.id == page.id).values(state=TextState.FAILED.value, words=None)
    )


def states(connection: Connection, dossier: str) -> Iterator[tuple[int, str, TextState]]:
    """How far the pages of a dossier are: (paper, picture, state)."""
    query = select(page_texts.c.paper, page_texts.c.sha256, page_texts.c.state).where(page_texts.c.dossier == dossier)
    for row in connection.execute(query):
        yield row.paper, row.sha256, TextState(row.state)


def words_of(connection: Connection, dossier: str, paper: int) -> dict[str, bytes]:
    """The packed words of a paper's pages that were read, by picture."""
    query = select(page_texts.c.sha256, page_texts.c.words).where(
        page_texts.c.dossier == dossier, page_texts.c.paper == paper, page_texts.c.state == TextState.READ.value
    )
    return {row.sha256: row.words for row in connection.execute(query)}


def question(typed: str) -> str:
    """What the index of words is asked for a typed text: every word or its beginning, all on one page."""
    terms = _terms(typed)[:_MOST_TYPED]
    asked = (f'"{term}"*' if len(term) >= _SHORTEST_START else f'"{term}"' for term in terms)
    return " AND ".join(asked) or '"–"'  # only signs: no page has them


def _terms(said: str) -> list[str]:
    return list(dict.fromkeys(token[:_LONGEST] for token in _TOKEN.findall(fold(said))))


def _page(kind: str, data: str) -> PageScanned | None:
    try:
        fact = fact_of(kind, data)
    except ValueError:
        return None
    return fact if isinstance(fact, PageScanned) else None


_ADD = text("INSERT INTO page_words (rowid, words) VALUES (:page, :words)")
_DROP = text("DELETE FROM page_words WHERE rowid = :page")
