"""The log of presses, and answers that look odd."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.facts import RatingSource
from counter_app.domain.ratings import Rating, RatingState
from counter_app.services.rating_log import IN_A_ROW, Became, Oddity, OddPattern, Press, PressLog, odd_patterns

NOON = datetime(2026, 11, 23, 5, tzinfo=UTC)


def press(at: datetime, score: int = 5) -> Press:
    return Press(at, 3, score, Became.COUNTED, "r")


def rating(number: int, score: int | None = 5, desk: int = 3, after_s: float = 5) -> Rating:
    opened = NOON + timedelta(minutes=number)
    given_at = None if score is None else opened + timedelta(seconds=after_s)
    state = RatingState.CLOSED if score is None else RatingState.GIVEN
    return Rating(
        f"r{number:04d}", "t", desk, "ha", "g", state, opened, score, RatingSource.KEYPAD if score else None, given_at
    )


def test_presses_come_back_as_they_were_written(tmp_path: Path) -> None:
    log = PressLog(tmp_path)
    all_ = [press(NOON + timedelta(days=day), 1 + day % 5) for day in range(0, 40, 7)]
    for one in all_:
        log.write(one)

    assert PressLog(tmp_path).since(NOON) == tuple(all_)
    assert PressLog(tmp_path).since(all_[2].at) == tuple(all_[2:])


def test_months_before_the_last_three_are_forgotten(tmp_path: Path) -> None:
    log = PressLog(tmp_path)
    for month in (7, 8, 9, 10, 11):
        log.write(press(datetime(2026, month, 20, tzinfo=UTC)))

    kept = log.since(datetime(2026, 1, 1, tzinfo=UTC))

    assert [one.at.month for one in kept] == [8, 9, 10, 11]


def test_a_year_turns_in_between(tmp_path: Path) -> None:
    log = PressLog(tmp_path)
    for when in (
        datetime(2026, 9, 20, tzinfo=UTC),
        datetime(2026, 10, 20, tzinfo=UTC),
        datetime(2027, 1, 20, tzinfo=UTC),
    ):
        log.write(press(when))

    assert [one.at.month for one in log.since(datetime(2026, 1, 1, tzinfo=UTC))] == [10, 1]


def test_a_torn_or_foreign_line_hides_no_other(tmp_path: Path) -> None:
    log = PressLog(tmp_path)
    log.write(press(NOON))
    path = next((tmp_path / "presses").iterdir())
    path.write_bytes(path.read_bytes() + b'{"at":"2026-1\n\xff\xfe\n[]\n')
    log.write(press(NOON + timedelta(seconds=1)))

    assert [one.at for one in log.since(NOON)] == [NOON, NOON + timedelta(seconds=1)]


def test_a_press_that_cannot_be_kept_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "presses").write_text("in the way")
    log = PressLog(tmp_path)
    log.write(press(NOON))

    assert log.since(NOON) == ()


def test_twenty_same_answers_in_a_row_at_one_desk_are_told() -> None:
    answers = [rating(number, 4) for number in range(IN_A_ROW)]

    assert odd_patterns(answers[1:]) == ()
    assert odd_patterns(reversed(answers)) == (OddPattern(Oddity.IN_A_ROW, 3, 4, 20, answers[-1].given_at or NOON),)


def test_a_row_is_broken_by_another_answer_and_not_by_no_answer_or_another_desk() -> None:
    answers = [rating(number, 5) for number in range(25)]
    skipped = [*answers[:12], rating(12, None), *answers[13:], rating(12, 1, desk=2)]
    broken = [*answers[:12], rating(12, 4), *answers[13:]]

    assert [one.count for one in odd_patterns(skipped)] == [24]
    assert odd_patterns(broken) == ()


def test_answers_within_a_second_of_the_question_are_told_by_desk() -> None:
    answers = [rating(1, 5, after_s=0.9), rating(2, 2, after_s=0.2), rating(3, 5, after_s=1.0), rating(4, 1, 7, 0.0)]

    assert odd_patterns(answers) == (
        OddPattern(Oddity.AT_ONCE, 3, 0, 2, answers[1].given_at or NOON),
        OddPattern(Oddity.AT_ONCE, 7, 0, 1, answers[3].given_at or NOON),
    )


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 3), st.sampled_from([0.5, 5.0])), max_size=80))
def test_odd_answers_do_not_depend_on_the_order_in_which_they_arrive(told: list[tuple[int, int, float]]) -> None:
    answers = [rating(number, score, desk, after) for number, (score, desk, after) in enumerate(told)]

    assert odd_patterns(answers) == odd_patterns(reversed(answers))
    assert sum(one.count for one in odd_patterns(answers) if one.oddity is Oddity.AT_ONCE) == sum(
        after < 1 for _, _, after in told
    )


@pytest.mark.parametrize("score", range(1, 6))
def test_a_row_names_its_score(score: int) -> None:
    assert odd_patterns(rating(number, score) for number in range(30))[0].score == score
