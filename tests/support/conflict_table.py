"""The tables of docs/conflicts.md, made from the folds themselves: ``python -m tests.support.conflict_table``."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from counter_app.domain.facts import Fact, Recorded
from counter_app.domain.folding import Folded, fold
from counter_app.domain.hybrid_time import advance
from counter_app.store.views import step_of
from tests.support.conflict_stories import FAMILIES, RECORDS, Family
from tests.support.office import MORNING

PAGE = Path(__file__).parents[2] / "docs" / "conflicts.md"
FIRST, SECOND = "a", "b"


class Meeting(StrEnum):
    """What becomes of two entries that two machines wrote in the same state; the sign in the table."""

    BOTH = "✓"  # both stand
    REPLACED = "↻"  # both stand, and what the later one says is seen
    REVIEWED = "✗"  # the earlier one stands, the later one is under review


def recorded(fact: Fact, stream: str, minutes: int, station: str, seq: int) -> Recorded:
    """An entry written so many minutes after the morning began."""
    at = MORNING + timedelta(minutes=minutes)
    return Recorded(fact, stream, station, seq, advance(0, at), at, "officer/ha")


def _folded(family: Family, *entries: Recorded) -> Folded[Any]:
    step = step_of(family.name)
    assert step is not None
    return fold(entries, step)


def folded_after(family: Family, told: Sequence[Fact]) -> Folded[Any]:
    """What comes of entries that one machine writes, one after another."""
    stream = f"{family.name}/x"
    return _folded(family, *(recorded(fact, stream, place, FIRST, place + 1) for place, fact in enumerate(told)))


def meetings(family: Family, earlier: str, later: str) -> dict[tuple[Fact, ...], Meeting]:
    """What becomes of the later one, for each way to a state in which both may be written."""
    return dict(_meetings(family, earlier, later))


def _meetings(family: Family, earlier: str, later: str) -> Iterator[tuple[tuple[Fact, ...], Meeting]]:
    stream = f"{family.name}/x"
    for way in family.ways:
        so_far = [recorded(fact, stream, place, FIRST, place + 1) for place, fact in enumerate(way)]
        one = recorded(family.acts[earlier], stream, 60, FIRST, 100)
        other = recorded(family.acts[later], stream, 120, SECOND, 1)
        first, second = _folded(family, *so_far, one), _folded(family, *so_far, other)
        if first.refused or second.refused:
            continue
        both = _folded(family, *so_far, one, other)
        assert [(fault.station, fault.seq) for fault in both.refused] in ([], [(SECOND, 1)])
        if both.refused:
            yield way, Meeting.REVIEWED
        elif both.state == second.state and first.state != _folded(family, *so_far).state:
            yield way, Meeting.REPLACED
        else:
            yield way, Meeting.BOTH


def cell(family: Family, earlier: str, later: str) -> str:
    """The signs of a pair: more than one where it depends on the state, a point where no state allows both."""
    found = set(meetings(family, earlier, later).values())
    return "".join(one.value for one in Meeting if one in found) or "·"


def table(family: Family) -> str:
    """The table of a family: the earlier entry at the left, the later one above, by its number."""
    kinds = family.kinds
    head = ["| earlier ↓ · later → |", *(f" {place} |" for place in range(1, len(kinds) + 1))]
    rows = ["".join(head), "| --- |" + " :-: |" * len(kinds)]
    for place, kind in enumerate(kinds, start=1):
        cells = "".join(f" {cell(family, kind, other)} |" for other in kinds)
        rows.append(f"| {place} `{kind}` |{cells}")
    return "\n".join(rows)


def records_table() -> str:
    """The list of the streams that are one record."""
    rows = ["| stream | entry | twice |", "| --- | --- | :-: |"]
    for family in RECORDS:
        (kind,) = family.kinds
        rows.append(f"| `{family.name}/…` | `{kind}` | {cell(family, kind, kind)} |")
    return "\n".join(rows)


def tables() -> dict[str, str]:
    """Every table of the page, by its name there."""
    return {family.name: table(family) for family in FAMILIES} | {"records": records_table()}


def filled(page: str, made: dict[str, str]) -> str:
    """The page with its tables put in their places. Raises KeyError for a place that no table has."""

    def put(place: re.Match[str]) -> str:
        return f"<!-- table {place[1]} -->\n\n{made[place[1]]}\n\n<!-- end -->"

    return re.sub(r"<!-- table (\w+) -->.*?<!-- end -->", put, page, flags=re.DOTALL)


def places(page: str) -> Sequence[str]:
    """The names of the tables that a page has places for."""
    return re.findall(r"<!-- table (\w+) -->", page)


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), tables()), encoding="utf-8")
