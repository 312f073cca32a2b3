"""A half-filled form: alternatives among its papers, and moments as people type them."""

from dataclasses import replace
from datetime import datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.procedures import (
    PaperCount,
    PaperForm,
)
from counter_app.errors import Code, CounterError
from counter_app.services.draft_facts import typed_moment
from counter_app.services.drafts import DraftPage, DraftPaper, missing_papers, put_paper

ALTERNATIVES = (
    DraftPaper("Hợp đồng", PaperForm.ORIGINAL, 1, True, "", True, choice="nhà"),
    DraftPaper("Giấy chứng nhận", PaperForm.CERTIFIED, 1, True, "", False, choice="nhà"),
    DraftPaper("Tờ khai", PaperForm.ORIGINAL, 1, True, "", True, also=(PaperCount(PaperForm.COPY, 2),)),
)


def test_of_alternatives_one_is_enough_and_taking_one_lets_go_the_other() -> None:
    assert missing_papers(ALTERNATIVES) == ()
    taken = put_paper(ALTERNATIVES, 1, replace(ALTERNATIVES[1], applies=True))
    assert [paper.applies for paper in taken] == [False, True, True]
    none = put_paper(taken, 1, replace(taken[1], applies=False))
    assert missing_papers(none) == (("Hợp đồng", "Giấy chứng nhận"),)


def test_an_alternative_that_was_scanned_is_never_let_go_by_itself() -> None:
    scanned = put_paper(ALTERNATIVES, 0, replace(ALTERNATIVES[0], pages=(DraftPage("a" * 64, 1),)))
    taken = put_paper(scanned, 1, replace(scanned[1], applies=True))
    assert [paper.applies for paper in taken] == [True, True, True]


@pytest.mark.parametrize(
    "typed, expected",
    [
        ("27/11/2026 17:00", "2026-11-27T17:00"),
        ("7-1-2026 8h", "2026-01-07T08:00"),
        ("07.01.2026, 08:05", "2026-01-07T08:05"),
        ("07/01/2026", "2026-01-07T00:00"),
        ("", None),
    ],
)
def test_a_moment_may_be_typed_in_the_usual_ways(typed: str, expected: str | None) -> None:
    moment = typed_moment(typed, time())
    assert (moment.strftime("%Y-%m-%dT%H:%M") if moment else None) == expected


@settings(max_examples=200)
@given(st.text(max_size=30) | st.from_regex(r"[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}( [0-9]{1,2}:[0-9]{1,2})?"))
def test_whatever_is_typed_is_a_moment_or_one_error(text: str) -> None:
    try:
        found: object = typed_moment(text, time())
    except CounterError as error:
        found = error.code
    assert found is None or found is Code.MOMENT_INVALID or isinstance(found, datetime)
