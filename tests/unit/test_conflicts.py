"""Two machines act while apart, and their journals meet: every pair of kinds of entries, in both orders of arrival."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, takewhile
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from counter_app.domain import facts
from counter_app.domain.facts import Fact
from counter_app.journal.journal import Journal
from counter_app.journal.verify import verify
from counter_app.store import tables
from tests.support.apart import meet, two_machines
from tests.support.conflict_stories import DOSSIER, FAMILIES, RECORDS, Family
from tests.support.conflict_table import PAGE, Meeting, filled, folded_after, meetings, places
from tests.support.conflict_table import tables as made_tables
from tests.support.office import OpenOffice

ALL = (*FAMILIES, *RECORDS)


@dataclass(frozen=True)
class Story:
    """Two machines at one stream: what both know, what the first does then, and later the second."""

    stream: str
    known: tuple[Fact, ...]
    first: tuple[Fact, ...]
    second: tuple[Fact, ...]
    meeting: Meeting | None

    def told(self) -> set[str]:
        return {facts.KIND_OF[type(one)] for one in (*self.known, *self.first, *self.second)}


def stories(family: Family) -> Iterator[Story]:
    """One a pair of kinds; where no state allows both, each machine goes its own way to where it may act."""
    for place, earlier in enumerate(family.kinds):
        for other, later in enumerate(family.kinds):
            stream = f"{family.name}/{place:02d}-{other:02d}"
            one, two = family.acts[earlier], family.acts[later]
            met = meetings(family, earlier, later)
            if met:
                way, meeting = list(met.items())[-1]
                yield Story(stream, way, (one,), (two,), meeting)
            else:
                ways = _way(family, earlier), _way(family, later)
                known = tuple(a for a, _ in takewhile(lambda pair: pair[0] is pair[1], zip(*ways, strict=False)))
                mine, theirs = (way[len(known) :] for way in ways)
                yield Story(stream, known, (*mine, one), (*theirs, two), None)


def _way(family: Family, kind: str) -> tuple[Fact, ...]:
    """The shortest way to where an entry of a kind may be written."""
    return min((way for way in meetings_alone(family, kind)), key=len)


def meetings_alone(family: Family, kind: str) -> Iterator[tuple[Fact, ...]]:
    for way in family.ways:
        if not folded_after(family, (*way, family.acts[kind])).refused:
            yield way


def write(office: OpenOffice, told: Sequence[tuple[str, Fact]]) -> None:
    with office.journal.transaction() as transaction:
        for stream, fact in told:
            transaction.append(stream, fact, "officer/ha")


def rows(journal: Journal) -> dict[str, set[tuple[Any, ...]]]:
    """Every row of every view, but the places that dossiers have in this store's lists."""
    found = {}
    with journal.database.read() as connection:
        for table in tables.VIEWS:
            columns = [column for column in table.columns if column is not tables.dossiers.c.place]
            found[table.name] = {tuple(row) for row in connection.execute(select(*columns))}
    return found


def entries(journal: Journal) -> set[tuple[str, int, str]]:
    table = tables.journal
    with journal.database.read() as connection:
        return {tuple(row) for row in connection.execute(select(table.c.station, table.c.seq, table.c.hash))}


def reviewed(journal: Journal) -> dict[str, list[str]]:
    """The stations whose entries are under review, by stream."""
    found: dict[str, list[str]] = {}
    with journal.database.read() as connection:
        for row in connection.execute(select(tables.reviews)):
            found.setdefault(row.stream, []).append(row.station)
    return found


def test_every_kind_of_entry_is_in_a_table() -> None:
    named = [kind for family in ALL for kind in family.kinds]
    assert sorted(named) == sorted(facts.KINDS)
    assert all(family.acts[kind] for family in ALL for kind in family.kinds)
    for family in ALL:
        assert {kind for kind in family.kinds if not list(meetings_alone(family, kind))} == set()


def test_the_page_shows_what_the_folds_do() -> None:
    page = PAGE.read_text(encoding="utf-8")
    made = made_tables()
    assert sorted(places(page)) == sorted(made)
    assert filled(page, made) == page, "python -m tests.support.conflict_table"


@pytest.mark.parametrize(
    "families", [(DOSSIER,), tuple(one for one in ALL if one is not DOSSIER)], ids=["dossier", "rest"]
)
def test_every_pair_ends_the_same_on_both_machines_and_no_entry_is_lost(
    families: tuple[Family, ...], tmp_path: Path
) -> None:
    told = list(chain.from_iterable(stories(family) for family in families))
    assert {kind for story in told for kind in story.told()} >= {kind for family in families for kind in family.kinds}
    with two_machines(tmp_path) as (first, second):
        write(first, [(story.stream, fact) for story in told for fact in story.known])
        meet(first, second)
        first.clock.move(timedelta(hours=1))
        write(first, [(story.stream, fact) for story in told for fact in story.first])
        second.clock.move(timedelta(hours=2))
        write(second, [(story.stream, fact) for story in told for fact in story.second])
        before = entries(first.journal) | entries(second.journal)
        meet(first, second)
        # The first machine had the earlier entry first, the second machine the later one.
        assert entries(first.journal) == entries(second.journal) == before
        assert rows(first.journal) == rows(second.journal)
        assert [verify(one.journal).faults for one in (first, second)] == [(), ()]
        under_review, later = reviewed(first.journal), second.journal.key.station
        for story in told:
            if story.meeting is not None:
                expected = [later] if story.meeting is Meeting.REVIEWED else []
                assert under_review.get(story.stream, []) == expected, story.stream
