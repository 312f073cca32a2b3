import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.cli.run import main
from counter_app.domain.dossier_facts import Channel
from counter_app.domain.facts import CalendarDaySet, DayKind, OfficeRegistered, Session, WorkingHoursSet
from counter_app.domain.procedures import Term
from counter_app.domain.working_calendar import VIETNAM
from counter_app.domain.working_days import Origin
from counter_app.errors import Code, CounterError
from counter_app.services.calendar import Calendar
from tests.support.office import OpenOffice, open_office

BOSS, CLERK = "son", "ha"
OWN, PROVINCE, COUNTRY = "an-phuc", "tinh-mau", "trung-uong"
DECISION = "Thông báo 1234/TB-X"


@pytest.fixture
def calendar(office: OpenOffice) -> Calendar:
    return office.services.calendar


def fed_down(office: OpenOffice, above: str, day: date, kind: DayKind, name: str = "") -> None:
    """Write what an office above set, as it comes over the link."""
    with office.journal.transaction() as transaction:
        transaction.append(f"calendar/{above}/{day}", CalendarDaySet(above, day, kind, name, DECISION), "officer/x")


def due(calendar: Calendar, text: str, amount: int) -> str:
    received = datetime.fromisoformat(text).replace(tzinfo=VIETNAM)
    return f"{calendar.calendar().appointment(received, Term(amount)).due:%Y-%m-%d %H:%M}"


def test_the_swap_that_the_package_does_not_know_is_added_by_the_table(calendar: Calendar) -> None:
    assert due(calendar, "2025-12-31 10:00", 1) == "2026-01-02 17:00"
    calendar.swap(date(2026, 1, 2), date(2026, 1, 10), "Nghỉ Tết Dương lịch", DECISION, BOSS)
    assert due(calendar, "2025-12-31 10:00", 1) == "2026-01-05 17:00"
    assert due(calendar, "2026-01-09 10:00", 1) == "2026-01-10 17:00"


def test_the_seed_has_the_holidays_of_the_labour_code(calendar: Calendar) -> None:
    off = [one.day for one in calendar.table(2026) if one.hours is None]
    assert off == [
        date(2026, 1, 1),
        *(date(2026, 2, day) for day in range(16, 21)),
        date(2026, 4, 26),
        date(2026, 4, 27),
        date(2026, 4, 30),
        date(2026, 5, 1),
        date(2026, 8, 31),
        date(2026, 9, 1),
        date(2026, 9, 2),
        date(2026, 11, 24),
    ]
    assert [one.day for one in calendar.table(2026) if one.hours is not None] == [date(2026, 8, 22)]


def test_a_swap_is_two_entries_or_none(office: OpenOffice, calendar: Calendar) -> None:
    before = office.journal.last_seq
    with pytest.raises(CounterError) as caught:
        calendar.swap(date(2026, 12, 30), date(2026, 12, 29), "Hoán đổi", "", BOSS)  # both are working days
    assert caught.value.code is Code.DAY_UNCHANGED
    assert office.journal.last_seq == before
    assert calendar.on(date(2026, 12, 30)).hours is not None
    calendar.swap(date(2026, 12, 30), date(2026, 12, 26), "Hoán đổi", "", BOSS)
    assert office.journal.last_seq == before + 2


def test_what_the_province_set_counts_until_the_office_says_otherwise(office: OpenOffice, calendar: Calendar) -> None:
    day = date(2026, 12, 1)
    assert calendar.on(day).origin is Origin.WEEK
    fed_down(office, PROVINCE, day, DayKind.OFF, "Ngày của tỉnh")
    seen = calendar.on(day)
    assert (seen.hours, seen.origin) == (None, Origin.ABOVE)
    calendar.set_day(day, DayKind.WORKING, "", "", BOSS)
    assert calendar.on(day).origin is Origin.OFFICE
    assert calendar.on(day).hours is not None
    calendar.set_day(day, DayKind.AS_SEEDED, "", "", BOSS)
    assert calendar.on(day).origin is Origin.ABOVE


def test_the_nearer_office_above_wins_and_offices_beside_do_not_count(office: OpenOffice, calendar: Calendar) -> None:
    with office.journal.transaction() as transaction:
        province = OfficeRegistered("H99", "TỈNH MẪU", "", "Tỉnh Mẫu", COUNTRY)
        transaction.append(f"office/{PROVINCE}", province, "station")
    day = date(2026, 12, 1)
    fed_down(office, COUNTRY, day, DayKind.OFF, "Nghỉ chung")
    assert calendar.on(day).hours is None
    fed_down(office, PROVINCE, day, DayKind.MORNING, "Chỉ buổi sáng")
    hours = calendar.on(day).hours
    assert hours is not None
    assert f"{hours.closing:%H:%M}" == "11:30"
    fed_down(office, "xa-khac", date(2026, 12, 2), DayKind.OFF, "Việc của xã khác")
    assert calendar.on(date(2026, 12, 2)).origin is Origin.WEEK


def test_offices_that_are_each_others_parents_do_not_hang(office: OpenOffice, calendar: Calendar) -> None:
    with office.journal.transaction() as transaction:
        transaction.append(f"office/{PROVINCE}", OfficeRegistered("H99", "TỈNH MẪU", "", "Tỉnh Mẫu", OWN), "station")
    assert calendar.on(date(2026, 12, 1)).hours is not None


@pytest.mark.parametrize(
    "day, kind, name, code",
    [
        (date(2026, 11, 25), DayKind.WORKING, "", Code.DAY_UNCHANGED),  # a Wednesday
        (date(2026, 11, 24), DayKind.OFF, "Ngày Văn hóa Việt Nam", Code.DAY_UNCHANGED),  # the seed says so
        (date(2026, 11, 25), DayKind.AS_SEEDED, "", Code.DAY_UNCHANGED),  # there is nothing to take back
        (date(2026, 11, 25), DayKind.OFF, "  ", Code.DAY_NAME_MISSING),
    ],
)
def test_an_entry_that_says_nothing_is_refused(
    office: OpenOffice, calendar: Calendar, day: date, kind: DayKind, name: str, code: Code
) -> None:
    before = office.journal.last_seq
    with pytest.raises(CounterError) as caught:
        calendar.set_day(day, kind, name, "", BOSS)
    assert caught.value.code is code
    assert office.journal.last_seq == before


def test_only_an_administrator_changes_days_and_hours(office: OpenOffice, calendar: Calendar) -> None:
    before = office.journal.last_seq
    acts = (
        lambda: calendar.set_day(date(2026, 12, 1), DayKind.OFF, "Nghỉ", "", CLERK),
        lambda: calendar.swap(date(2026, 12, 30), date(2026, 12, 26), "Hoán đổi", "", CLERK),
        lambda: calendar.set_hours(date(2026, 12, 1), (Session(0, "07:00", "11:00"),), "", CLERK),
    )
    for act in acts:
        with pytest.raises(CounterError) as caught:
            act()
        assert caught.value.code is Code.DUTY_MISSING
    assert office.journal.last_seq == before


def test_a_day_gone_by_may_be_corrected_and_is_named(calendar: Calendar) -> None:
    gone, coming = date(2026, 11, 20), date(2026, 12, 1)
    assert calendar.set_day(gone, DayKind.OFF, "Bão", DECISION, BOSS).past == (gone,)
    assert calendar.set_day(coming, DayKind.OFF, "Bão", DECISION, BOSS).past == ()


def test_a_closure_without_end_is_refused(office: OpenOffice, calendar: Calendar) -> None:
    first = date(2026, 12, 1)
    for step in range(59):
        fed_down(office, OWN, first + timedelta(days=step), DayKind.OFF, "Đóng cửa")
    with pytest.raises(CounterError) as caught:
        calendar.set_day(first + timedelta(days=59), DayKind.OFF, "Đóng cửa", "", BOSS)
    assert caught.value.code is Code.CALENDAR_CLOSED
    calendar.set_day(first + timedelta(days=60), DayKind.OFF, "Bão", "", BOSS)


def week(*extra: Session) -> tuple[Session, ...]:
    return (*(Session(day, "07:30", "11:30") for day in range(5)), *extra)


def test_hours_hold_from_their_date_of_effect(calendar: Calendar) -> None:
    calendar.set_hours(date(2026, 12, 1), week(Session(5, "08:00", "10:00")), "QĐ 12", BOSS)
    assert due(calendar, "2026-11-27 10:00", 1) == "2026-11-30 17:00"
    assert due(calendar, "2026-11-30 10:00", 1) == "2026-12-01 11:30"
    assert due(calendar, "2026-12-04 10:00", 1) == "2026-12-05 10:00"
    calendar.set_hours(date(2027, 1, 1), week(), "QĐ 13", BOSS)
    assert [(one.since, one.source, one.origin) for one in calendar.weeks()] == [
        (date(2026, 12, 1), "QĐ 12", Origin.OFFICE),
        (date(2027, 1, 1), "QĐ 13", Origin.OFFICE),
    ]


def test_the_office_keeps_its_own_hours_when_the_province_sets_others_later(
    office: OpenOffice, calendar: Calendar
) -> None:
    calendar.set_hours(date(2026, 12, 1), week(), "của xã", BOSS)
    with office.journal.transaction() as transaction:
        sessions = (Session(0, "08:00", "12:00"),)
        early = WorkingHoursSet(PROVINCE, date(2026, 6, 1), sessions, "của tỉnh")
        transaction.append(f"hours/{PROVINCE}@2026-06-01", early, "officer/x")
        later = WorkingHoursSet(PROVINCE, date(2027, 6, 1), sessions, "của tỉnh, mới")
        transaction.append(f"hours/{PROVINCE}@2027-06-01", later, "officer/x")
    assert [(one.since, one.source) for one in calendar.weeks()] == [
        (date(2026, 6, 1), "của tỉnh"),
        (date(2026, 12, 1), "của xã"),
    ]


@pytest.mark.parametrize(
    "sessions",
    [
        (),
        (Session(0, "11:00", "07:00"),),
        (Session(0, "07:00", "12:00"), Session(0, "11:00", "17:00")),
        (Session(7, "07:00", "11:00"),),
        (Session(-1, "07:00", "11:00"),),
        (Session(0, "7 giờ", "11:00"),),
        (Session(0, "07:00", "11:00+07:00"),),
    ],
)
def test_hours_that_make_no_sense_are_refused(
    office: OpenOffice, calendar: Calendar, sessions: tuple[Session, ...]
) -> None:
    before = office.journal.last_seq
    with pytest.raises(CounterError) as caught:
        calendar.set_hours(date(2026, 12, 1), sessions, "", BOSS)
    assert caught.value.code is Code.HOURS_INVALID
    assert office.journal.last_seq == before


def test_hours_that_cannot_be_read_from_above_change_nothing(office: OpenOffice, calendar: Calendar) -> None:
    with office.journal.transaction() as transaction:
        broken = WorkingHoursSet(PROVINCE, date(2026, 6, 1), (Session(9, "x", ""),), "")
        transaction.append(f"hours/{PROVINCE}@2026-06-01", broken, "officer/x")
    assert calendar.weeks() == ()
    assert due(calendar, "2026-11-27 10:00", 1) == "2026-11-30 17:00"


def test_what_was_set_is_still_there_when_the_program_opens_again(tmp_path: Path) -> None:
    with open_office(tmp_path / "data") as first:
        first.services.calendar.set_day(date(2026, 12, 1), DayKind.AFTERNOON, "Họp", DECISION, BOSS)
    with open_office(tmp_path / "data") as again:
        seen = again.services.calendar.on(date(2026, 12, 1))
        assert seen.rule is not None
        assert (seen.rule.kind, seen.rule.name, seen.rule.source) == (DayKind.AFTERNOON, "Họp", DECISION)


def test_an_appointment_follows_the_channel_and_the_calendar(office: OpenOffice, calendar: Calendar) -> None:
    procedure = office.services.catalogue.procedure("1.004873")
    now = office.clock.now()
    assert calendar.appointment(procedure, now, Channel.IN_PERSON).due.date() == date(2026, 11, 27)
    calendar.set_day(date(2026, 11, 25), DayKind.OFF, "Bão", DECISION, BOSS)
    assert calendar.appointment(procedure, now).due.date() == date(2026, 11, 30)


def test_the_command_line_answers_by_the_offices_calendar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["deadline", "--data", str(tmp_path / "data"), "--procedure", "1.004873", "--received", "2026-11-20T15:20"]
    assert main(words) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "17:00 thứ Năm 26/11/2026",
        "nhận 15:20 thứ Sáu 20/11 → bắt đầu thứ Hai 23/11; nghỉ 24/11 (Ngày Văn hóa Việt Nam); "
        "3 ngày làm việc → thứ Năm 26/11, trước 17:00",
    ]
    with open_office(tmp_path / "data") as office:
        office.services.calendar.set_day(date(2026, 11, 25), DayKind.OFF, "Bão", DECISION, BOSS)
    assert main([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["due"] == "2026-11-27T17:00:00+07:00"
    assert "nghỉ 24/11–25/11 (Ngày Văn hóa Việt Nam, Bão)" in told["explanation"]
