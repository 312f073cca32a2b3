"""The reason of a date in words: every part of an explanation has its sentence, with and without Qt the same."""

from datetime import date, datetime

import pytest

from counter_app.domain.appointments import Part, Point
from counter_app.domain.facts import DayKind
from counter_app.domain.holiday_seed import english, seed_of, vietnam
from counter_app.domain.procedures import Term, TermUnit
from counter_app.domain.working_calendar import VIETNAM, WorkingCalendar
from counter_app.domain.working_days import DayRule
from ui import due_words

SEED = vietnam((2026,))
OFFICE = WorkingCalendar(seed_of, {date(2026, 12, 16): DayRule(DayKind.MORNING, "Hội nghị")})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def told(received: str, term: Term, calendar: WorkingCalendar = SEED) -> str:
    return due_words.explanation(calendar.appointment(at(received), term).explanation, due_words.source_text)


def hours(amount: int) -> Term:
    return Term(amount, TermUnit.HOUR)


@pytest.mark.parametrize(
    "received, term, sentence",
    [
        (
            "2026-11-20 15:20",
            Term(3),
            "nhận 15:20 thứ Sáu 20/11 → bắt đầu thứ Hai 23/11; nghỉ 24/11 (Ngày Văn hóa Việt Nam); "
            "3 ngày làm việc → thứ Năm 26/11, trước 17:00",
        ),
        (
            "2026-06-05 17:30",
            Term(1),
            "nhận 17:30 thứ Sáu 05/06; sau giờ làm việc, tính là nhận thứ Hai 08/06 → bắt đầu thứ Ba 09/06; "
            "1 ngày làm việc → thứ Ba 09/06, trước 17:00",
        ),
        (
            "2026-02-17 10:00",
            Term(1),
            "nhận 10:00 thứ Ba 17/02; ngày nghỉ (Tết Nguyên Đán), tính là nhận thứ Hai 23/02 → bắt đầu thứ Ba 24/02; "
            "nghỉ 18/02–20/02 (Tết Nguyên Đán); "
            "1 ngày làm việc → thứ Ba 24/02, trước 17:00",
        ),
        (
            "2026-02-13 10:00",
            Term(1),
            "nhận 10:00 thứ Sáu 13/02 → bắt đầu thứ Hai 23/02; nghỉ 16/02–20/02 (Tết Nguyên Đán); "
            "1 ngày làm việc → thứ Hai 23/02, trước 17:00",
        ),
        (
            "2026-08-21 10:00",
            Term(1),
            "nhận 10:00 thứ Sáu 21/08 → bắt đầu thứ Bảy 22/08; làm bù thứ Bảy 22/08; "
            "1 ngày làm việc → thứ Bảy 22/08, trước 17:00",
        ),
        (
            "2026-10-23 09:14",
            Term(15, TermUnit.CALENDAR_DAY),
            "nhận 09:14 thứ Sáu 23/10 → bắt đầu thứ Bảy 24/10; 15 ngày; "
            "hết hạn đúng ngày nghỉ thứ Bảy 07/11 nên dời sang ngày làm việc kế tiếp → thứ Hai 09/11, trước 17:00",
        ),
        (
            "2026-11-25 14:00",
            Term(1, same_day_until=15),
            "nhận 14:00 thứ Tư 25/11; trả trong ngày → thứ Tư 25/11, trước 17:00",
        ),
        (
            "2026-11-25 15:00",
            Term(1, same_day_until=15),
            "nhận 15:00 thứ Tư 25/11; nhận từ 15:00 nên trả ngày làm việc kế tiếp → thứ Năm 26/11, trước 17:00",
        ),
        (
            "2026-11-25 12:00",
            hours(1),
            "nhận 12:00 thứ Tư 25/11; giờ nghỉ trưa, tính từ 13:30; 1 giờ làm việc → thứ Tư 25/11, trước 14:30",
        ),
        (
            "2026-11-25 06:00",
            hours(1),
            "nhận 06:00 thứ Tư 25/11; trước giờ làm việc, tính từ 07:00; 1 giờ làm việc → thứ Tư 25/11, trước 08:00",
        ),
        (
            "2026-12-31 10:00",
            Term(1),
            "nhận 10:00 thứ Năm 31/12 → bắt đầu thứ Hai 04/01/2027; nghỉ 01/01 (Tết Dương lịch); "
            "1 ngày làm việc → thứ Hai 04/01/2027, trước 17:00",
        ),
    ],
)
def test_a_date_is_explained_in_one_sentence(received: str, term: Term, sentence: str) -> None:
    assert told(received, term) == sentence


def test_a_day_worked_in_part_is_named() -> None:
    assert told("2026-12-15 10:00", Term(1), OFFICE).endswith(
        "thứ Tư 16/12 chỉ làm đến 11:30; 1 ngày làm việc → thứ Tư 16/12, trước 11:30"
    )


@pytest.mark.parametrize(
    "paused, due, resumed, unit, sentence",
    [
        (
            "2026-11-25 10:00",
            "2026-11-27 17:00",
            "2026-12-01 14:00",
            TermUnit.WORKING_DAY,
            "tạm dừng 10:00 thứ Tư 25/11; còn lại 21 giờ làm việc → tiếp tục 14:00 thứ Ba 01/12 "
            "→ thứ Sáu 04/12, trước 09:00",
        ),
        (
            "2026-11-25 10:40",
            "2026-11-25 17:00",
            "2026-11-26 07:00",
            TermUnit.HOUR,
            "tạm dừng 10:40 thứ Tư 25/11; còn lại 4 giờ 20 phút làm việc → tiếp tục 07:00 thứ Năm 26/11 "
            "→ thứ Năm 26/11, trước 11:20",
        ),
        (
            "2026-06-03 10:00",
            "2026-06-15 17:00",
            "2026-06-08 10:00",
            TermUnit.CALENDAR_DAY,
            "tạm dừng 10:00 thứ Tư 03/06; còn lại 12 ngày → tiếp tục 10:00 thứ Hai 08/06; "
            "hết hạn đúng ngày nghỉ thứ Bảy 20/06 nên dời sang ngày làm việc kế tiếp → thứ Hai 22/06, trước 17:00",
        ),
        (
            "2026-06-05 18:00",
            "2026-06-08 17:00",
            "2026-06-07 09:00",
            TermUnit.WORKING_DAY,
            "tạm dừng 18:00 thứ Sáu 05/06; giữ nguyên ngày hẹn → tiếp tục 09:00 Chủ nhật 07/06 "
            "→ thứ Hai 08/06, trước 17:00",
        ),
    ],
)
def test_a_moved_date_is_explained_in_one_sentence(
    paused: str, due: str, resumed: str, unit: TermUnit, sentence: str
) -> None:
    appointment = SEED.resumption(at(paused), at(due), at(resumed), unit)
    assert due_words.explanation(appointment.explanation, due_words.source_text) == sentence


@pytest.mark.parametrize("point", list(Point))
def test_every_point_has_words_without_a_gap(point: Point) -> None:
    part = Part(point, at("2026-11-23 09:14"), date(2026, 11, 23), date(2026, 11, 24), "Tên", 3)
    words = due_words.explanation((part,), due_words.source_text)
    assert words
    assert "{" not in words
    assert "  " not in words


def test_beside_the_date_the_term_comes_first() -> None:
    parts = SEED.appointment(at("2026-11-23 09:14"), Term(3)).explanation
    assert due_words.brief(parts, due_words.source_text) == (
        "3 ngày làm việc; bắt đầu thứ Tư 25/11; nghỉ 24/11 (Ngày Văn hóa Việt Nam)"
    )


@pytest.mark.parametrize(
    "term, words",
    [
        (Term(3), "3 ngày làm việc"),
        (Term(1, same_day_until=15), "trong ngày"),
        (hours(4), "4 giờ làm việc"),
        (Term(0, TermUnit.UNSET), "chưa có thời hạn"),
    ],
)
def test_a_term_is_said_in_words(term: Term, words: str) -> None:
    assert due_words.term_words(term, due_words.source_text) == words


def test_the_seeds_holidays_have_english_names_and_others_stay() -> None:
    assert english("Tết Nguyên Đán") == "Lunar New Year"
    assert english("29 Tết, Tết Nguyên Đán") == "29 of Lunar New Year, Lunar New Year"
    assert english("Quốc khánh (nghỉ bù)") == "National Day (observed)"
    assert english("Bão số 9") == "Bão số 9"
