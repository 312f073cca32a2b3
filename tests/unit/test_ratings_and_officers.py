"""One answer a service, only while it is asked for; and only who knows the PIN signs in."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from counter_app.domain.facts import Duty, RatingSource
from counter_app.domain.ratings import LEVELS, SATISFIED, Rating, RatingState, scores_of_levels
from counter_app.errors import Code, CounterError
from counter_app.services.officers import LOCKED, MOST_TRIES, NewOfficer
from tests.support.office import OpenOffice, open_office

KEYPAD = RatingSource.KEYPAD


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        yield opened


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


def test_the_right_pin_signs_in(office: OpenOffice) -> None:
    officer = office.services.officers.sign_in("ha", "1234")
    assert officer.name == "Lê Thị Thu Hà"


def wrong_try(office: OpenOffice, officer: str = "ha") -> CounterError:
    with pytest.raises(CounterError) as refused:
        office.services.officers.sign_in(officer, "0000")
    return refused.value


def test_a_wrong_pin_says_how_many_tries_are_left_and_the_fifth_locks(office: OpenOffice) -> None:
    told = [wrong_try(office) for _ in range(MOST_TRIES)]
    assert [one.params for one in told[:-1]] == [{"left": 4}, {"left": 3}, {"left": 2}, {"left": 1}]
    assert (told[-1].code, told[-1].params) == (Code.PIN_LOCKED, {"minutes": 5})


def test_while_locked_even_the_right_pin_is_refused_and_others_sign_in(office: OpenOffice) -> None:
    for _ in range(MOST_TRIES):
        wrong_try(office)
    office.clock.move(timedelta(minutes=3, seconds=30))
    with pytest.raises(CounterError) as locked:
        office.services.officers.sign_in("ha", "1234")
    assert (locked.value.code, locked.value.params) == (Code.PIN_LOCKED, {"minutes": 2})
    assert office.services.officers.sign_in("minh", "1234").id == "minh"
    office.clock.move(LOCKED)
    assert office.services.officers.sign_in("ha", "1234").id == "ha"


def test_a_right_pin_forgets_the_wrong_tries(office: OpenOffice) -> None:
    for _ in range(MOST_TRIES - 1):
        wrong_try(office)
    office.services.officers.sign_in("ha", "1234")
    assert wrong_try(office).params == {"left": MOST_TRIES - 1}


def test_the_lock_survives_closing_and_opening(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        for _ in range(MOST_TRIES):
            wrong_try(office)
    with open_office(tmp_path) as office:
        assert wrong_try(office).code is Code.PIN_LOCKED


def test_who_is_not_an_officer_is_unknown(office: OpenOffice) -> None:
    assert wrong_try(office, "nobody").code is Code.OFFICER_UNKNOWN


def test_the_store_has_salted_verifiers_and_no_pin(office: OpenOffice) -> None:
    verifiers = [officer.pin for officer in office.services.officers.all()]
    assert all(verifier.startswith("$argon2id$") for verifier in verifiers)
    assert len(set(verifiers)) == len(verifiers) == 4  # though all have the same PIN


def test_an_administrator_gives_out_duties_and_a_pin_and_the_tries_come_back(office: OpenOffice) -> None:
    officers = office.services.officers
    officers.change(
        "ha", name="Lê Thị Thu Hà", title="Hộ tịch", department="Tư pháp", duties=(Duty.APPROVAL,), by="son"
    )
    assert next(one for one in officers.all() if one.id == "ha").duties == (Duty.APPROVAL,)
    assert officers.sign_in("ha", "1234").department == "Tư pháp"
    for _ in range(5):
        with pytest.raises(CounterError):
            officers.sign_in("ha", "0000")
    officers.reset_pin("ha", "24680", "son")
    assert officers.sign_in("ha", "24680").id == "ha"


def test_only_an_administrator_changes_officers(office: OpenOffice) -> None:
    officers = office.services.officers
    new = NewOfficer("new", "Trần Văn Mới", "", "4321")
    for act in (
        lambda: officers.register(new, "ha"),
        lambda: officers.reset_pin("lan", "9999", "ha"),
        lambda: officers.change("lan", name="X", title="", department="", duties=(), by="ha"),
    ):
        with pytest.raises(CounterError, match=Code.DUTY_MISSING.value):
            act()
    officers.register(new, "son")
    assert officers.sign_in("new", "4321").name == "Trần Văn Mới"


def test_an_office_keeps_one_administrator(office: OpenOffice) -> None:
    with pytest.raises(CounterError, match=Code.LAST_ADMINISTRATOR.value):
        office.services.officers.change("son", name="Sơn", title="", department="", duties=(Duty.APPROVAL,), by="son")


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "١٢٣٤"])
def test_a_pin_has_four_to_eight_digits(office: OpenOffice, pin: str) -> None:
    with pytest.raises(CounterError, match=Code.PIN_SHAPE.value):
        office.services.officers.register(NewOfficer("new", "Trần Văn Mới", "", pin), "son")


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
