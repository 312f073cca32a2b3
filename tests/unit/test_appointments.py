"""Appointment dates worked out by hand from the rules; each row says how it was counted."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.facts import DayKind
from counter_app.domain.holiday_seed import seed_of, vietnam
from counter_app.domain.procedures import Channel, ChannelTerm, Fee, Procedure, Term, TermUnit
from counter_app.domain.working_calendar import VIETNAM, WorkingCalendar
from counter_app.domain.working_days import USUAL_WEEK, DayRule, WorkingHours, WorkingWeek

SEED = vietnam((2025, 2026, 2027))

# Fri 2/1/2026 off and Sat 10/1/2026 worked for it: announced, and not in the package.
SWAPPED = WorkingCalendar(
    seed_of,
    {
        date(2026, 1, 2): DayRule(DayKind.OFF, "Nghỉ Tết Dương lịch"),
        date(2026, 1, 10): DayRule(DayKind.WORKING, "Làm bù ngày 02/01"),
    },
)

# Saturday mornings from 1/6/2026; Wed 10/6 only the morning, Thu 11/6 only the afternoon; shorter days from 1/12/2026.
_SATURDAY = WorkingHours(((time(7), time(11, 30)),))
_SHORT = WorkingHours(((time(7, 30), time(12)), (time(13), time(16, 30))))
HALVES = WorkingCalendar(
    seed_of,
    {
        date(2026, 6, 10): DayRule(DayKind.MORNING, "Hội nghị chiều"),
        date(2026, 6, 11): DayRule(DayKind.AFTERNOON, "Hội nghị sáng"),
    },
    (
        (date(2026, 6, 1), WorkingWeek((*USUAL_WEEK.days[:5], _SATURDAY, None))),
        (date(2026, 12, 1), WorkingWeek((*(_SHORT,) * 5, None, None))),
    ),
)

SAME_DAY = Term(1, same_day_until=15)


def days(amount: int) -> Term:
    return Term(amount)


def calendar_days(amount: int) -> Term:
    return Term(amount, TermUnit.CALENDAR_DAY)


def hours(amount: int) -> Term:
    return Term(amount, TermUnit.HOUR)


def at(text: str) -> datetime:
    """Read Vietnam's time unless the text has a zone."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


Row = tuple[WorkingCalendar, str, Term, str, str]

WORKING_DAYS: list[Row] = [
    (SEED, "2026-11-23 09:14", days(3), "2026-11-27 17:00", "Tue 24 is a holiday: Wed 1, Thu 2, Fri 3"),
    (SEED, "2026-11-20 15:20", days(3), "2026-11-26 17:00", "Friday: Mon 1, Tue holiday, Wed 2, Thu 3"),
    (SEED, "2026-06-01 08:00", days(1), "2026-06-02 17:00", "the day after"),
    (SEED, "2026-06-01 08:00", days(5), "2026-06-08 17:00", "Tue to Fri are 4, Mon is 5"),
    (SEED, "2026-06-01 08:00", days(0), "2026-06-01 17:00", "nothing to count: that day's closing"),
    (SEED, "2026-06-05 16:59", days(1), "2026-06-08 17:00", "a minute before closing is still Friday"),
    (SEED, "2026-06-05 17:00", days(1), "2026-06-09 17:00", "closed: counts as Monday"),
    (SEED, "2026-06-05 17:30", days(1), "2026-06-09 17:00", "closed: counts as Monday"),
    (SEED, "2026-06-06 09:00", days(1), "2026-06-09 17:00", "Saturday counts as Monday"),
    (SEED, "2026-06-07 23:59", days(1), "2026-06-09 17:00", "Sunday night counts as Monday"),
    (SEED, "2026-06-08 00:30", days(1), "2026-06-09 17:00", "before opening is still Monday"),
    (SEED, "2026-06-08 12:15", days(1), "2026-06-09 17:00", "the break is still Monday"),
    (SEED, "2026-06-07T23:30+00:00", days(1), "2026-06-09 17:00", "06:30 of Monday in Vietnam"),
    (SEED, "2026-06-05T10:00+00:00", days(1), "2026-06-09 17:00", "17:00 of Friday in Vietnam: closed"),
    (SEED, "2026-02-13 09:00", days(3), "2026-02-25 17:00", "Tết 16-20: Mon 23 is 1, Tue 2, Wed 3"),
    (SEED, "2026-02-13 16:00", days(1), "2026-02-23 17:00", "the first working day after Tết"),
    (SEED, "2026-02-13 17:00", days(1), "2026-02-24 17:00", "closed before Tết: counts as Mon 23"),
    (SEED, "2026-02-17 10:00", days(1), "2026-02-24 17:00", "filed on New Year's Day: counts as Mon 23"),
    (SEED, "2026-02-12 10:00", days(7), "2026-03-02 17:00", "Fri 13 is 1; Mon 23 to Fri 27 are 2-6; Mon 2/3 is 7"),
    (SEED, "2026-02-02 10:00", days(15), "2026-03-02 17:00", "3-6/2 are 1-4, 9-13/2 5-9, 23-27/2 10-14, 2/3 15"),
    (SEED, "2026-04-24 10:00", days(1), "2026-04-28 17:00", "Giỗ Tổ on Sunday, Monday in lieu"),
    (SEED, "2026-04-28 10:00", days(2), "2026-05-04 17:00", "Wed 1; 30/4 and 1/5 off; Mon 4/5 is 2"),
    (SEED, "2026-04-29 17:05", days(1), "2026-05-05 17:00", "closed: counts as Mon 4/5"),
    (SEED, "2026-08-21 10:00", days(1), "2026-08-22 17:00", "Saturday 22/8 is worked for 31/8"),
    (SEED, "2026-08-21 10:00", days(2), "2026-08-24 17:00", "Sat 22 is 1, Mon 24 is 2"),
    (SEED, "2026-08-22 09:00", days(1), "2026-08-24 17:00", "received on the Saturday worked"),
    (SEED, "2026-08-28 10:00", days(1), "2026-09-03 17:00", "31/8, 1/9, 2/9 off"),
    (SEED, "2026-08-28 10:00", days(3), "2026-09-07 17:00", "Thu 3/9 is 1, Fri 2, Mon 7/9 3"),
    (SEED, "2025-01-24 10:00", days(1), "2025-02-03 17:00", "Tết 2025: 27-31/1"),
    (SEED, "2025-04-25 10:00", days(1), "2025-04-26 17:00", "Saturday 26/4/2025 is worked for 2/5"),
    (SEED, "2025-04-29 10:00", days(1), "2025-05-05 17:00", "30/4, 1/5, and 2/5 for 26/4"),
    (SEED, "2027-02-03 10:00", days(1), "2027-02-11 17:00", "Tết 2027: 4-10/2"),
    (SEED, "2026-12-31 10:00", days(1), "2027-01-04 17:00", "1/1/2027 is a Friday"),
    (SEED, "2025-12-31 10:00", days(1), "2026-01-02 17:00", "the package knows no swap of Fri 2/1"),
    (SWAPPED, "2025-12-31 10:00", days(1), "2026-01-05 17:00", "the table takes Fri 2/1 off"),
    (SEED, "2026-01-09 10:00", days(1), "2026-01-12 17:00", "the package knows no working Saturday 10/1"),
    (SWAPPED, "2026-01-09 10:00", days(1), "2026-01-10 17:00", "the table works on Saturday 10/1"),
    (SWAPPED, "2026-01-09 10:00", days(2), "2026-01-12 17:00", "Sat 10 is 1, Mon 12 is 2"),
    (SWAPPED, "2026-01-02 10:00", days(1), "2026-01-06 17:00", "filed on the day taken off: counts as Mon 5"),
]

SAME_DAYS: list[Row] = [
    (SEED, "2026-11-25 06:00", SAME_DAY, "2026-11-25 17:00", "before opening"),
    (SEED, "2026-11-25 12:00", SAME_DAY, "2026-11-25 17:00", "in the break: counts from 13:30"),
    (SEED, "2026-11-25 14:59", SAME_DAY, "2026-11-25 17:00", "a minute before 15:00"),
    (SEED, "2026-11-25 15:00", SAME_DAY, "2026-11-26 17:00", "from 15:00 on the next working day"),
    (SEED, "2026-11-25 15:01", SAME_DAY, "2026-11-26 17:00", "from 15:00 on the next working day"),
    (SEED, "2026-11-27 16:00", SAME_DAY, "2026-11-30 17:00", "late on Friday: Monday"),
    (SEED, "2026-11-27 17:30", SAME_DAY, "2026-11-30 17:00", "closed: received on Monday, given on Monday"),
    (SEED, "2026-11-28 10:00", SAME_DAY, "2026-11-30 17:00", "Saturday counts as Monday"),
    (SEED, "2026-11-23 15:30", SAME_DAY, "2026-11-25 17:00", "late on Monday, Tuesday is a holiday"),
    (SEED, "2026-02-13 15:10", SAME_DAY, "2026-02-23 17:00", "late before Tết"),
    (SEED, "2026-08-22 14:00", SAME_DAY, "2026-08-22 17:00", "on the Saturday worked"),
    (SEED, "2026-08-22 15:30", SAME_DAY, "2026-08-24 17:00", "late on the Saturday worked"),
    (SEED, "2026-11-25 10:00", Term(8, TermUnit.HOUR, 15), "2026-11-25 17:00", "eight hours with 15:00 are a same day"),
    (HALVES, "2026-06-06 10:00", SAME_DAY, "2026-06-06 11:30", "Saturday morning closes at 11:30"),
    (HALVES, "2026-06-06 11:30", SAME_DAY, "2026-06-08 17:00", "closed at 11:30: received on Monday"),
    (HALVES, "2026-06-10 10:00", SAME_DAY, "2026-06-10 11:30", "only the morning is worked"),
]

HOURS: list[Row] = [
    (SEED, "2026-11-25 10:30", hours(4), "2026-11-25 16:30", "one to 11:30, three from 13:30"),
    (SEED, "2026-11-25 16:00", hours(4), "2026-11-26 10:00", "one to 17:00, three from 7:00"),
    (SEED, "2026-11-25 12:00", hours(1), "2026-11-25 14:30", "the break counts from 13:30"),
    (SEED, "2026-11-25 06:00", hours(8), "2026-11-25 17:00", "a whole day from its opening"),
    (SEED, "2026-11-27 16:30", hours(2), "2026-11-30 08:30", "half an hour on Friday, the rest on Monday"),
    (SEED, "2026-11-23 16:00", hours(2), "2026-11-25 08:00", "one on Monday, Tuesday is a holiday"),
    (SEED, "2026-11-27 17:00", hours(1), "2026-11-30 08:00", "closed: from Monday 7:00"),
    (SEED, "2026-11-28 10:00", hours(8), "2026-11-30 17:00", "Saturday: all of Monday"),
    (SEED, "2026-11-30 07:00", hours(24), "2026-12-02 17:00", "three days of eight hours"),
    (SEED, "2026-11-30 10:30", hours(1), "2026-11-30 11:30", "ends where the morning ends"),
    (SEED, "2026-11-30 11:30", hours(1), "2026-11-30 14:30", "the break has begun"),
    (SEED, "2026-02-13 15:00", hours(4), "2026-02-23 09:00", "two before Tết, two after"),
    (SEED, "2026-08-21 16:00", hours(2), "2026-08-22 08:00", "goes on on the Saturday worked"),
    (HALVES, "2026-06-10 10:30", hours(2), "2026-06-11 14:30", "one to 11:30, one from Thursday 13:30"),
    (HALVES, "2026-06-11 09:00", hours(1), "2026-06-11 14:30", "only the afternoon is worked"),
    (HALVES, "2026-06-05 16:00", hours(4), "2026-06-06 10:00", "one on Friday, three on Saturday morning"),
    (HALVES, "2026-06-05 16:00", hours(8), "2026-06-08 09:30", "one, four and a half, two and a half"),
    (HALVES, "2026-11-30 16:00", hours(2), "2026-12-01 08:30", "one to 17:00, one from the new opening 7:30"),
]

CALENDAR_DAYS: list[Row] = [
    (SEED, "2026-10-23 09:14", calendar_days(15), "2026-11-09 17:00", "the 15th is Sat 7/11: Monday"),
    (SEED, "2026-06-01 10:00", calendar_days(0), "2026-06-01 17:00", "nothing to count"),
    (SEED, "2026-06-01 10:00", calendar_days(7), "2026-06-08 17:00", "weekends count"),
    (SEED, "2026-06-01 10:00", calendar_days(5), "2026-06-08 17:00", "ends on Saturday: Monday"),
    (SEED, "2026-06-01 10:00", calendar_days(6), "2026-06-08 17:00", "ends on Sunday: Monday"),
    (SEED, "2026-06-05 17:10", calendar_days(7), "2026-06-15 17:00", "closed: counts from Mon 8/6"),
    (SEED, "2026-06-06 10:00", calendar_days(7), "2026-06-15 17:00", "Saturday: counts from Mon 8/6"),
    (SEED, "2026-02-02 10:00", calendar_days(15), "2026-02-23 17:00", "17/2 is Tết: the first working day after"),
    (SEED, "2026-02-02 10:00", calendar_days(20), "2026-02-23 17:00", "22/2 is a Sunday"),
    (SEED, "2026-02-02 10:00", calendar_days(21), "2026-02-23 17:00", "23/2 is a Monday"),
    (SEED, "2026-08-25 10:00", calendar_days(7), "2026-09-03 17:00", "1/9 and 2/9 are off"),
    (SEED, "2026-08-07 10:00", calendar_days(15), "2026-08-22 17:00", "Saturday 22/8 is worked"),
    (SEED, "2026-10-26 10:00", calendar_days(30), "2026-11-25 17:00", "30 days on, the holiday on the way counts"),
    (HALVES, "2026-06-01 10:00", calendar_days(5), "2026-06-06 11:30", "Saturday morning is worked"),
]

HALF_DAYS: list[Row] = [
    (HALVES, "2026-06-05 10:00", days(1), "2026-06-06 11:30", "Saturday morning is a working day, to its noon"),
    (HALVES, "2026-06-05 10:00", days(2), "2026-06-08 17:00", "Saturday is 1, Monday 2"),
    (HALVES, "2026-06-06 10:00", days(1), "2026-06-08 17:00", "received on Saturday morning"),
    (HALVES, "2026-06-06 11:30", days(1), "2026-06-09 17:00", "closed at 11:30: counts as Monday"),
    (HALVES, "2026-06-09 10:00", days(1), "2026-06-10 11:30", "Wednesday closes at its noon"),
    (HALVES, "2026-06-10 14:00", days(1), "2026-06-12 17:00", "closed: counts as Thu 11/6"),
    (HALVES, "2026-06-11 09:00", days(1), "2026-06-12 17:00", "before the afternoon's opening is still Thursday"),
    (HALVES, "2026-05-29 10:00", days(1), "2026-06-01 17:00", "Saturday mornings begin only on 1/6"),
    (HALVES, "2026-11-30 10:00", days(1), "2026-12-01 16:30", "from 1/12 on the day ends at 16:30"),
    (HALVES, "2026-12-01 16:30", days(1), "2026-12-03 16:30", "closed at 16:30: counts as Wed 2/12"),
]


@pytest.mark.parametrize(
    "calendar, received, term, due, why", [*WORKING_DAYS, *SAME_DAYS, *HOURS, *CALENDAR_DAYS, *HALF_DAYS]
)
def test_an_appointment_is_the_one_worked_out_by_hand(
    calendar: WorkingCalendar, received: str, term: Term, due: str, why: str
) -> None:
    assert calendar.appointment(at(received), term).due == at(due), why


@pytest.mark.parametrize(
    "channel, received, due",
    [
        (Channel.IN_PERSON, "2026-06-01 10:00", "2026-06-08 17:00"),  # 5 days: Tue to Fri, Mon
        (Channel.ONLINE, "2026-06-01 10:00", "2026-06-04 17:00"),  # 3 days: Tue, Wed, Thu
        (Channel.POSTAL, "2026-06-01 10:00", "2026-06-10 17:00"),  # 7 days: Tue to Fri, Mon, Tue, Wed
        (Channel.ONLINE, "2026-06-06 22:00", "2026-06-11 17:00"),  # Saturday night counts as Mon: Tue, Wed, Thu
    ],
)
def test_the_channel_decides_the_term(channel: Channel, received: str, due: str) -> None:
    procedure = Procedure(
        "1.000000",
        "Thủ tục thử",
        "Hộ tịch",
        "a",
        Term(5),
        Fee(),
        (),
        terms=(ChannelTerm(Channel.ONLINE, Term(3)), ChannelTerm(Channel.POSTAL, Term(7))),
    )
    assert SEED.appointment(at(received), procedure.term_for(channel)).due == at(due)


DAY, NIGHTS, HOUR = TermUnit.WORKING_DAY, TermUnit.CALENDAR_DAY, TermUnit.HOUR
PAUSES = [
    # calendar, paused, due, resumed, unit, new due, why
    (SEED, "2026-11-25 10:00", "2026-11-27 17:00", "2026-12-01 14:00", DAY, "2026-12-04 09:00", "5+8+8 left: 3+8+8+2"),
    (SEED, "2026-06-01 07:00", "2026-06-03 17:00", "2026-06-08 07:00", DAY, "2026-06-10 17:00", "24 hours left"),
    (SEED, "2026-06-01 17:00", "2026-06-03 17:00", "2026-06-04 07:00", DAY, "2026-06-05 17:00", "16 hours left"),
    (SEED, "2026-06-02 17:00", "2026-06-03 17:00", "2026-06-06 10:00", DAY, "2026-06-08 17:00", "8 left, on Saturday"),
    (SEED, "2026-02-12 15:00", "2026-02-13 17:00", "2026-02-13 15:00", DAY, "2026-02-23 17:00", "10 left: 2, Tết, 8"),
    (SEED, "2026-06-02 10:00", "2026-06-02 17:00", "2026-06-03 12:00", DAY, "2026-06-04 08:30", "5 left: 3.5 and 1.5"),
    (SEED, "2026-06-03 10:00", "2026-06-03 17:00", "2026-06-03 10:00", DAY, "2026-06-03 17:00", "no pause"),
    (SEED, "2026-06-05 18:00", "2026-06-08 17:00", "2026-06-07 09:00", DAY, "2026-06-08 17:00", "only a weekend"),
    (SEED, "2026-06-04 10:00", "2026-06-03 17:00", "2026-06-09 10:00", DAY, "2026-06-03 17:00", "it was late already"),
    (SEED, "2026-11-25 11:00", "2026-11-25 16:30", "2026-11-26 16:00", HOUR, "2026-11-27 09:30", "3.5 left: 1 and 2.5"),
    (SEED, "2026-06-03 10:00", "2026-06-15 17:00", "2026-06-10 10:00", NIGHTS, "2026-06-22 17:00", "12 days left"),
    (SEED, "2026-06-03 10:00", "2026-06-15 17:00", "2026-06-08 10:00", NIGHTS, "2026-06-22 17:00", "20/6 is Saturday"),
    (SEED, "2026-06-06 10:00", "2026-06-15 17:00", "2026-06-10 10:00", NIGHTS, "2026-06-17 17:00", "7 from Mon 8 on"),
    (SEED, "2026-06-03 10:00", "2026-06-15 17:00", "2026-06-10 17:30", NIGHTS, "2026-06-23 17:00", "12 from Thu 11 on"),
    (HALVES, "2026-06-05 16:00", "2026-06-08 17:00", "2026-06-09 07:00", DAY, "2026-06-11 14:30", "13.5: 8, 4.5, 1"),
]


@pytest.mark.parametrize("calendar, paused, due, resumed, unit, new, why", PAUSES)
def test_what_was_left_at_a_pause_goes_on_after_it(
    calendar: WorkingCalendar, paused: str, due: str, resumed: str, unit: TermUnit, new: str, why: str
) -> None:
    assert calendar.resume(at(paused), at(due), at(resumed), unit) == at(new), why


def test_the_table_has_more_than_sixty_dates() -> None:
    assert len([*WORKING_DAYS, *SAME_DAYS, *HOURS, *CALENDAR_DAYS, *HALF_DAYS, *PAUSES]) >= 60


@pytest.mark.parametrize(
    "start, end, hours_worked",
    [
        ("2026-06-01 07:00", "2026-06-01 17:00", 8),
        ("2026-06-01 11:00", "2026-06-01 14:00", 1),  # half an hour before the break, half an hour after
        ("2026-06-05 16:00", "2026-06-08 08:00", 2),
        ("2026-06-06 07:00", "2026-06-07 17:00", 0),
        ("2026-06-08 08:00", "2026-06-05 16:00", 0),
        ("2026-02-13 16:00", "2026-02-23 08:00", 2),
    ],
)
def test_working_time_leaves_nights_breaks_and_days_off_out(start: str, end: str, hours_worked: int) -> None:
    assert SEED.working_time(at(start), at(end)) == timedelta(hours=hours_worked)


@pytest.mark.parametrize(
    "kind, sessions",
    [
        (DayKind.MORNING, ((time(7), time(11, 30)),)),
        (DayKind.AFTERNOON, ((time(13, 30), time(17)),)),
        (DayKind.WORKING, ((time(7), time(11, 30)), (time(13, 30), time(17)))),
    ],
)
def test_a_sunday_that_is_worked_has_the_usual_hours_or_their_half(
    kind: DayKind, sessions: tuple[tuple[time, time], ...]
) -> None:
    worked = WorkingCalendar(rules={date(2026, 6, 7): DayRule(kind)}).hours_on(date(2026, 6, 7))
    assert worked is not None
    assert worked.sessions == sessions


def test_a_day_without_a_break_is_halved_at_noon() -> None:
    through = WorkingHours(((time(8), time(16)),))
    assert through.half(DayKind.MORNING) == WorkingHours(((time(8), time(12)),))
    assert through.half(DayKind.AFTERNOON) == WorkingHours(((time(12), time(16)),))
    assert WorkingHours(((time(8), time(11)),)).half(DayKind.AFTERNOON) is None


_CALENDARS = st.sampled_from([SEED, SWAPPED, HALVES])
_MOMENTS = st.datetimes(datetime(2025, 12, 1), datetime(2027, 3, 1), timezones=st.just(UTC))
_TERMS = st.one_of(
    st.builds(Term, st.integers(0, 60), st.sampled_from([DAY, NIGHTS, HOUR])),
    st.just(SAME_DAY),
    st.builds(Term, st.integers(0, 8), st.just(HOUR), st.just(15)),
)


def _is_working_moment(calendar: WorkingCalendar, moment: datetime) -> bool:
    """Tell whether a moment is in a session, its last instant included: what is due by closing is due in time."""
    return any(opens <= moment <= closes for opens, closes in calendar.sessions(moment.astimezone(VIETNAM).date()))


@given(_CALENDARS, _MOMENTS, _TERMS)
def test_what_is_due_is_due_in_working_time_and_not_before_it_came(
    calendar: WorkingCalendar, received: datetime, term: Term
) -> None:
    due = calendar.appointment(received, term).due
    assert _is_working_moment(calendar, due)
    assert due >= received


@given(_CALENDARS, _MOMENTS, _MOMENTS, _TERMS)
def test_what_comes_later_is_never_due_earlier(
    calendar: WorkingCalendar, one: datetime, other: datetime, term: Term
) -> None:
    first, second = sorted((one, other))
    assert calendar.appointment(first, term).due <= calendar.appointment(second, term).due


@given(_CALENDARS, _MOMENTS, _TERMS, st.timedeltas(timedelta(), timedelta(days=30)))
def test_a_pause_of_no_time_changes_nothing(
    calendar: WorkingCalendar, received: datetime, term: Term, later: timedelta
) -> None:
    due = calendar.appointment(received, term).due
    assert calendar.resume(received + later, due, received + later, term.unit) == due


@given(_CALENDARS, _MOMENTS, _TERMS, st.timedeltas(timedelta(), timedelta(days=30)), st.data())
def test_a_longer_pause_never_ends_earlier_and_what_is_left_stays_left(
    calendar: WorkingCalendar, received: datetime, term: Term, pause: timedelta, data: st.DataObject
) -> None:
    due = calendar.appointment(received, term).due
    paused = received + data.draw(st.timedeltas(timedelta(), max(timedelta(), due - received)))
    new = calendar.resume(paused, due, paused + pause, term.unit)
    assert due <= new <= calendar.resume(paused, due, paused + pause + timedelta(hours=5), term.unit)
    assert _is_working_moment(calendar, new)
    if term.unit is not NIGHTS and new != due:
        assert calendar.working_time(paused + pause, new) == calendar.working_time(paused, due)


@given(_CALENDARS, _MOMENTS, st.integers(0, 200))
def test_so_many_working_hours_later_so_many_have_gone_by(
    calendar: WorkingCalendar, start: datetime, amount: int
) -> None:
    assert calendar.working_time(start, calendar.after_hours(start, amount)) == timedelta(hours=amount)
