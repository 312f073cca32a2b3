"""The row of a dossier, its place in the lists, and its entry in the search index; kept together in one transaction.

``place`` is the second of reception and a number within it, so that the newest dossiers are read first by walking any
index backwards: nothing is sorted, and a list is left off when it is full. It is small enough for the search index to
keep a step to the next dossier in two or three bytes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text, update
from sqlalchemy import func as sql

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.text import fold
from counter_app.store.codec import milliseconds, to_text
from counter_app.store.dossier_words import FACETS, searchable, standing, terms
from counter_app.store.tables import NEVER, dossiers

SLOTS = 16
"""Places of one second; one with more dossiers takes places of the next seconds."""

ENDED, TO_DO, UNCLAIMED, WAITING, READY = range(5)
"""The stages: nothing more, somebody's work, given and not taken yet, waits for the applicant, result lies ready."""


def values_of(dossier: Dossier) -> dict[str, Any]:
    """The columns of a dossier, all but its place."""
    hand, before = dossier.hand, dossier.hands[-2] if len(dossier.hands) > 1 else None
    stage = stage_of(dossier)
    return {
        "id": dossier.id,
        "code": dossier.code,
        "office": dossier.office,
        "state": dossier.state.value,
        "stage": stage,
        "procedure": dossier.procedure,
        "field": dossier.field,
        "channel": dossier.channel.value,
        "officer": dossier.officer,
        "authority": dossier.authority,
        "holder": dossier.holder,
        "department": dossier.department,
        "giver": hand.giver if hand and stage else "",
        "given_from": before.department if before and stage else "",
        "identity": dossier.applicant.identity,
        "name": fold(dossier.applicant.name),
        "received_at": milliseconds(dossier.received_at),
        "due": milliseconds(dossier.due) if dossier.due else NEVER,
        "work_due": milliseconds(dossier.step_due) if dossier.step_due else NEVER,
        "late_from": late_from(dossier),
        "ended_at": milliseconds(dossier.ended_at) if dossier.ended_at else NEVER,
        "folded": searchable(_said(dossier)),
        "body": to_text(dossier),
    }


def stage_of(dossier: Dossier) -> int:
    """What is to be done, as a number of this module."""
    if dossier.state.ended:
        return ENDED
    if dossier.state is DossierState.DONE:
        return READY
    if dossier.state.paused:
        return WAITING
    return UNCLAIMED if dossier.hand and dossier.hand.taken_at is None else TO_DO


def late_from(dossier: Dossier) -> int:
    """From when on :meth:`Dossier.is_late` holds, in milliseconds."""
    if dossier.due is None or dossier.state.paused or dossier.state is DossierState.WITHDRAWING:
        return NEVER
    ended = dossier.done_at or dossier.ended_at
    return milliseconds(dossier.due) if ended is None or ended > dossier.due else NEVER


def first_place(received_at: int) -> int:
    """The first place of the second of ``received_at`` (milliseconds UTC)."""
    return received_at // 1000 * SLOTS


def write(connection: Connection, row: Mapping[str, Any]) -> None:
    """Put a row in the place of the one before, and its words in the index if they changed."""
    before = connection.execute(_BEFORE, {"of": row["id"]}).one_or_none()
    if before is None:
        place = free_place(connection, row["received_at"])
        connection.execute(_INSERT, {"place": place, **row})
        connection.execute(_ADD_WORDS, {"place": place, "words": terms(row)})
        return
    moved = first_place(before.received_at) != first_place(row["received_at"])
    place = free_place(connection, row["received_at"]) if moved else before.place
    connection.execute(_UPDATE, {"of": row["id"], "place": place, **row})
    if moved or _words_differ(before._mapping, row):
        connection.execute(_DROP_WORDS, {"place": before.place})
        connection.execute(_ADD_WORDS, {"place": place, "words": terms(row)})


def _words_differ(before: Mapping[Any, Any], after: Mapping[str, Any]) -> bool:
    same = all(before[column] == after[column] for column in ("folded", *FACETS))
    return not same or standing(before) != standing(after)


def free_place(connection: Connection, received_at: int) -> int:
    """The next free place of a second; of a crowded one, a free place in the seconds after it."""
    first, slots = first_place(received_at), SLOTS
    while True:
        last = connection.execute(_LAST_PLACE, {"first": first, "end": first + slots}).scalar()
        if last is None or last + 1 < first + slots:
            return first if last is None else int(last) + 1
        slots *= 2


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """What differs between the rows and the search index: (id of the dossier, how)."""
    found = _sums(connection)
    query = select(dossiers.c.place, dossiers.c.id, dossiers.c.received_at, *(dossiers.c[name] for name in _SEARCHED))
    for row in connection.execute(query):
        if row.place < first_place(row.received_at):
            yield row.id, "its place in the lists is wrong"
        in_index = found.pop(row.place, None)
        if in_index is None:
            yield row.id, "it is missing in the search index"
        elif in_index != _sum_of(terms(row._asdict()).split()):
            yield row.id, "its words in the search index differ"
    for place in found:
        yield str(place), "the search index has it, the dossiers do not"


def _sums(connection: Connection) -> dict[int, int]:
    """A number for each document of the index that does not depend on the order of its terms."""
    # The vocabulary is read through a table of this connection only: the file is not written.
    connection.execute(
        text("CREATE VIRTUAL TABLE IF NOT EXISTS temp.dossier_terms USING fts5vocab(main, dossier_words, instance)")
    )
    sums: dict[int, int] = {}
    for term, place in connection.execute(text("SELECT term, doc FROM temp.dossier_terms")):
        sums[place] = sums.get(place, 0) + hash(term)
    return sums


def _sum_of(words: list[str]) -> int:
    return sum(map(hash, words))


def _said(dossier: Dossier) -> Iterator[str]:
    """What a dossier is looked for by, what matters most first."""
    person, other = dossier.applicant, dossier.authorised
    yield from (dossier.code, person.name, person.identity, person.phone, dossier.procedure, dossier.procedure_name)
    yield from (person.representative, dossier.other_code)
    for one in (*((other.person,) if other else ()), *dossier.co_applicants):
        yield from (one.name, one.identity, one.phone)


_SEARCHED = ("folded", "state", "stage", "late_from", *FACETS)
_BEFORE = select(dossiers.c.place, dossiers.c.received_at, *(dossiers.c[name] for name in _SEARCHED)).where(
    dossiers.c.id == bindparam("of")
)
_INSERT = insert(dossiers)
_UPDATE = update(dossiers).where(dossiers.c.id == bindparam("of"))
_LAST_PLACE = select(sql.max(dossiers.c.place)).where(
    dossiers.c.place >= bindparam("first"), dossiers.c.place < bindparam("end")
)
_ADD_WORDS = text("INSERT INTO dossier_words (rowid, words) VALUES (:place, :words)")
_DROP_WORDS = text("DELETE FROM dossier_words WHERE rowid = :place")
