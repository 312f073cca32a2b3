"""One answer a service, only while it is asked for."""

from uuid import uuid4

import pytest

from counter_app.domain.facts import RatingSource
from counter_app.domain.ratings import LEVELS, SATISFIED, Rating, RatingState, scores_of_levels
from counter_app.errors import Code, CounterError
from tests.support.office import OpenOffice

KEYPAD = RatingSource.KEYPAD


def served(office: OpenOffice, number: int = 1, desk: int = 1) -> Rating:
    queue = office.services.queue
    queue.take_number("civil-status", command=f"{number:032x}")
    ticket = queue.call_next(desk, "ha", command=uuid4().hex)
    queue.start_service(ticket.id, desk, "ha")
    return queue.finish(ticket.id)


def test_a_citizen_answers_once(office: OpenOffice) -> None:
    rating = served(office)
    given = office.services.ratings.give(rating.id, 4, KEYPAD)
    assert (given.score, given.state, given.source) == (4, RatingState.GIVEN, KEYPAD)
    with pytest.raises(CounterError) as again:
        office.services.ratings.give(rating.id, 1, KEYPAD)
    assert again.value.code is Code.RATING_GIVEN
    assert office.services.ratings.of_ticket(rating.ticket) == given


def test_a_closed_rating_takes_no_answer(office: OpenOffice) -> None:
    rating = served(office)
    office.services.ratings.close(rating.id)
    with pytest.raises(CounterError) as closed:
        office.services.ratings.give(rating.id, 5, KEYPAD)
    assert closed.value.code is Code.RATING_CLOSED
    after = office.services.ratings.of_ticket(rating.ticket)
    assert after is not None
    assert (after.state, after.score) == (RatingState.CLOSED, None)


def test_a_key_pressed_while_nothing_is_asked_does_nothing(office: OpenOffice) -> None:
    assert office.services.ratings.press(1, 1) is None
    rating = served(office)
    assert office.services.ratings.press(2, 1) is None
    pressed = office.services.ratings.press(1, 5)
    assert pressed is not None
    assert (pressed.id, pressed.score) == (rating.id, 5)
    assert office.services.ratings.press(1, 1) is None


def test_the_next_service_at_a_desk_closes_the_question_before(office: OpenOffice) -> None:
    first, second = served(office, 1), served(office, 2)
    closed = office.services.ratings.of_ticket(first.ticket)
    assert closed is not None
    assert closed.state is RatingState.CLOSED
    assert office.services.ratings.open_at(1) == second


def test_reasons_are_kept_only_after_an_answer(office: OpenOffice) -> None:
    rating = served(office)
    with pytest.raises(CounterError) as early:
        office.services.ratings.give_reasons(rating.id, ("slow",))
    assert early.value.code is Code.RATING_CLOSED
    office.services.ratings.give(rating.id, 2, KEYPAD)
    assert office.services.ratings.give_reasons(rating.id, ("slow", "unclear")).reasons == ("slow", "unclear")


@pytest.mark.parametrize("levels", LEVELS)
def test_any_number_of_levels_is_one_scale_best_first(levels: int) -> None:
    scores = scores_of_levels(levels)
    assert len(scores) == levels
    assert list(scores) == sorted(set(scores), reverse=True)
    assert set(scores) <= {1, 2, 3, 4, 5}


@pytest.mark.parametrize("levels", LEVELS)
def test_very_satisfied_satisfied_and_dissatisfied_count_the_same_on_every_number_of_levels(levels: int) -> None:
    scores = scores_of_levels(levels)
    assert scores[:2] == (5, SATISFIED)
    assert 2 in scores


@pytest.mark.parametrize("levels", [0, 2, 6])
def test_another_number_of_levels_is_refused(levels: int) -> None:
    with pytest.raises(CounterError) as refused:
        scores_of_levels(levels)
    assert refused.value.code is Code.RULE_INVALID
