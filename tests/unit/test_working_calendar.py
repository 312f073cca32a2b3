from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.facts import DayKind
from counter_app.domain.holiday_seed import seed_of, vietnam
from counter_app.domain.procedures import Term, TermUnit
from counter_app.domain.working_calendar import (
    VIETNAM,
    DayMark,
    DayRole,
    DueReason,
    WorkingCalendar,
    WorkingHours,
)
from counter_app.domain.working_days import DayRule
from counter_app.errors import Code, CounterError

CALENDAR = vietnam(range(2025, 2029))


def _at(day: int, hour: int = 9, minute: int = 14, *, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


def test_the_desks_example_steps_over_the_day_of_culture() -> None:
    appointment = CALENDAR.appointment(_at(23), Term(3))
    assert appointment.due == _at(27, 17, 0)
    assert appointment.reasons == ()
    assert appointment.days == (
        DayMark(date(2026, 11, 23), DayRole.RECEIVED),
        DayMark(date(2026, 11, 24), DayRole.OFF, "Ngày Văn hóa Việt Nam"),
        DayMark(date(2026, 11, 25), DayRole.COUNTED, "1"),
        DayMark(date(2026, 11, 26), DayRole.COUNTED, "2"),
        DayMark(date(2026, 11, 27), DayRole.DUE, "3"),
    )


def test_a_time_in_utc_is_read_as_the_day_in_vietnam() -> None:
    assert CALENDAR.appointment(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), Term(3)).days[0].date == date(2026, 11, 23)


def test_after_closing_counts_as_the_next_working_day() -> None:
    appointment = CALENDAR.appointment(_at(25, 17, 0), Term(1))
    assert appointment.due == _at(27, 17, 0)
    assert appointment.reasons == (DueReason.RECEIVED_AFTER_CLOSING,)


def test_a_day_off_counts_as_the_next_working_day() -> None:
    appointment = CALENDAR.appointment(_at(21), Term(1))
    assert appointment.due == _at(25, 17, 0)
    assert [mark.role for mark in appointment.days] == [
        DayRole.OFF,
        DayRole.OFF,
        DayRole.RECEIVED,
        DayRole.OFF,
        DayRole.DUE,
    ]
    assert appointment.reasons == (DueReason.RECEIVED_ON_DAY_OFF,)


@pytest.mark.parametrize(
    "received, due, reasons",
    [
        (_at(25, 14, 59), _at(25, 17, 0), ()),
        (_at(25, 15, 0), _at(26, 17, 0), (DueReason.AFTER_SAME_DAY_HOUR,)),
        (_at(27, 16, 0), _at(30, 17, 0), (DueReason.AFTER_SAME_DAY_HOUR,)),
        (_at(27, 17, 30), _at(30, 17, 0), (DueReason.RECEIVED_AFTER_CLOSING,)),
    ],
)
def test_a_same_day_result_moves_after_three_o_clock(
    received: datetime, due: datetime, reasons: tuple[DueReason, ...]
) -> None:
    appointment = CALENDAR.appointment(received, Term(1, same_day_until=15))
    assert appointment.due == due
    assert appointment.reasons == reasons


def test_calendar_days_count_weekends_and_move_off_a_day_off() -> None:
    appointment = CALENDAR.appointment(_at(23, month=10), Term(15, TermUnit.CALENDAR_DAY))
    assert appointment.due == _at(9, 17, 0)
    assert appointment.reasons == (DueReason.MOVED_OFF_DAY_OFF,)
    assert [mark.label for mark in appointment.days[-3:]] == ["15", "", "15"]


def test_hours_are_working_hours() -> None:
    assert CALENDAR.appointment(_at(25, 10, 30), Term(4, TermUnit.HOUR)).due == _at(25, 16, 30)
    assert CALENDAR.appointment(_at(25, 16, 0), Term(4, TermUnit.HOUR)).due == _at(26, 10, 0)
    assert CALENDAR.appointment(_at(25, 12, 0), Term(1, TermUnit.HOUR)).due == _at(25, 14, 30)
    assert CALENDAR.appointment(_at(25, 6, 0), Term(8, TermUnit.HOUR)).due == _at(25, 17, 0)


def test_a_saturday_worked_in_exchange_is_a_working_day() -> None:
    assert CALENDAR.is_working(date(2026, 8, 22))
    assert not CALENDAR.is_working(date(2026, 8, 31))
    assert CALENDAR.name_of(date(2026, 8, 31)) != ""


def test_the_seed_has_the_lunar_new_year_and_the_days_in_lieu() -> None:
    assert CALENDAR.name_of(date(2026, 2, 17)) == "Tết Nguyên Đán"
    assert not CALENDAR.is_working(date(2026, 4, 27))
    assert CALENDAR.name_of(date(2026, 11, 22)) == ""


def test_the_seed_of_a_year_holds_that_year_only() -> None:
    assert {day.year for day in seed_of(2026)} == {2026}


def test_the_seed_reaches_any_year_that_is_asked_for() -> None:
    assert not vietnam(()).is_working(date(2031, 4, 30))
    assert vietnam(()).is_working(date(2130, 1, 2))


def test_a_table_without_working_days_says_so() -> None:
    closed = {date(2026, 11, 1) + timedelta(days=number): DayRule(DayKind.OFF, "đóng cửa") for number in range(90)}
    with pytest.raises(CounterError) as caught:
        WorkingCalendar(rules=closed).appointment(_at(23), Term(3))
    assert caught.value.code is Code.CALENDAR_CLOSED


@pytest.mark.parametrize("sessions", [(), ((time(9), time(8)),), ((time(7), time(12)), (time(11), time(17)))])
def test_working_hours_out_of_order_are_refused(sessions: tuple[tuple[time, time], ...]) -> None:
    with pytest.raises(CounterError) as caught:
        WorkingHours(sessions)
    assert caught.value.code is Code.HOURS_INVALID


@pytest.mark.parametrize("term", [Term(0, TermUnit.UNSET), Term(-1), Term(100_000), Term(10**12, TermUnit.HOUR)])
def test_a_term_that_gives_no_date_is_refused(term: Term) -> None:
    with pytest.raises(CounterError) as caught:
        CALENDAR.appointment(_at(23), term)
    assert caught.value.code is Code.TERM_UNSET


_RECEIVED = st.datetimes(datetime(2026, 1, 1), datetime(2027, 10, 1), timezones=st.just(VIETNAM))
_COUNTED = [TermUnit.WORKING_DAY, TermUnit.CALENDAR_DAY, TermUnit.HOUR]
_TERMS = st.one_of(
    st.builds(Term, st.integers(0, 45), st.sampled_from(_COUNTED)),
    st.just(Term(1, same_day_until=15)),
)


@given(_RECEIVED, _TERMS)
def test_a_result_is_due_on_a_working_day_and_never_before_reception(received: datetime, term: Term) -> None:
    appointment = CALENDAR.appointment(received, term)
    assert CALENDAR.is_working(appointment.due.date())
    assert appointment.due >= received
    assert time(7) <= appointment.due.time() <= time(17)


@given(_RECEIVED, _RECEIVED, _TERMS)
def test_who_comes_later_is_never_due_earlier(one: datetime, other: datetime, term: Term) -> None:
    first, second = sorted((one, other))
    assert CALENDAR.appointment(first, term).due <= CALENDAR.appointment(second, term).due


@given(_RECEIVED, _TERMS)
def test_every_day_from_reception_to_result_is_marked_once(received: datetime, term: Term) -> None:
    appointment = CALENDAR.appointment(received, term)
    days = [mark.date for mark in appointment.days]
    assert days == [received.date() + timedelta(days=number) for number in range(len(days))]
    assert days[-1] == appointment.due.date()
    assert [mark.role for mark in appointment.days].count(DayRole.DUE) == 1


@given(_RECEIVED, st.integers(1, 45))
def test_as_many_working_days_are_counted_as_the_term_gives(received: datetime, amount: int) -> None:
    days = CALENDAR.appointment(received, Term(amount)).days
    counted = [mark for mark in days if mark.role in (DayRole.COUNTED, DayRole.DUE)]
    assert [mark.label for mark in counted] == [str(number) for number in range(1, amount + 1)]
