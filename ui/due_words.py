"""The reason of an appointment, in words.

The one place of these sentences, and without Qt: screens pass ``QCoreApplication.translate``, the command line passes
``source_text``, so both say the same. ``translate`` keeps Qt's name because lupdate looks for it.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from counter_app.domain.appointments import Part, Point
from counter_app.domain.procedures import Term, TermUnit

Translate = Callable[[str, str], str]
_MINUTES = 60
_ENDS = (Point.RECEIVED, Point.DUE)
_FIRST = (Point.TERM, Point.SAME_DAY)
_AFTER_ARROW = (Point.BEGINS, Point.RESUMED, Point.DUE)


def source_text(context: str, text: str) -> str:
    """Return the Vietnamese text itself."""
    return text


def explanation(parts: Iterable[Part], translate: Translate, name: Callable[[str], str] = str) -> str:
    """Return the whole reason, ``nhận 15:20 thứ Sáu 20/11 → bắt đầu thứ Hai 23/11; … → thứ Năm 26/11, trước 17:00``.

    ``name`` puts the name of a holiday into the reader's language.
    """
    known = tuple(parts)
    words = _Words(translate, name, _year(known))
    text = ""
    for part in known:
        link = "" if not text else " → " if part.point in _AFTER_ARROW else "; "
        text += link + words.say(part)
    return text


def brief(parts: Iterable[Part], translate: Translate, name: Callable[[str], str] = str) -> str:
    """Return the reason without reception and due time, for where both stand beside it."""
    known = tuple(parts)
    words = _Words(translate, name, _year(known))
    told = sorted((part for part in known if part.point not in _ENDS), key=lambda part: part.point not in _FIRST)
    text = "; ".join(words.say(part) for part in told)
    return text[:1].upper() + text[1:]


def term_words(term: Term, translate: Translate) -> str:
    """Return ``3 ngày làm việc``, ``trong ngày``, ``4 giờ làm việc``, ``chưa có thời hạn``."""
    if term.unit is TermUnit.UNSET:
        return translate("DueWords", "chưa có thời hạn")
    if term.same_day_until is not None and term.amount <= 1:
        return translate("DueWords", "trong ngày")
    return _amount(term.amount, term.unit, translate)


def day_words(day: date, translate: Translate, year: int | None = None) -> str:
    """Return ``thứ Sáu 20/11``, with the year if it is another one than ``year``."""
    written = f"{day:%d/%m}" if year in (None, day.year) else f"{day:%d/%m/%Y}"
    return f"{weekday_words(day, translate)} {written}"


def weekday_words(day: date, translate: Translate) -> str:
    """Return the name of the day of the week inside a sentence."""
    names = (
        translate("DueWords", "thứ Hai"),
        translate("DueWords", "thứ Ba"),
        translate("DueWords", "thứ Tư"),
        translate("DueWords", "thứ Năm"),
        translate("DueWords", "thứ Sáu"),
        translate("DueWords", "thứ Bảy"),
        translate("DueWords", "Chủ nhật"),
    )
    return names[day.weekday()]


def _amount(amount: int, unit: TermUnit, translate: Translate) -> str:
    words = {
        TermUnit.WORKING_DAY: translate("DueWords", "{count} ngày làm việc"),
        TermUnit.CALENDAR_DAY: translate("DueWords", "{count} ngày"),
        TermUnit.HOUR: translate("DueWords", "{count} giờ làm việc"),
    }
    return words[unit].format(count=amount)


class _Words:
    """Says the parts of one explanation; the year is written where it is not that of the first part."""

    def __init__(self, translate: Translate, name: Callable[[str], str], year: int | None) -> None:
        self._translate, self._name, self._year = translate, name, year

    def say(self, part: Part) -> str:
        """Return one part in words."""
        translate = self._translate
        sentences = {
            Point.RECEIVED: translate("DueWords", "nhận {time} {day}"),
            Point.AFTER_CLOSING: translate("DueWords", "sau giờ làm việc, tính là nhận {day}"),
            Point.ON_DAY_OFF: translate("DueWords", "ngày nghỉ{off}, tính là nhận {day}"),
            Point.BEFORE_OPENING: translate("DueWords", "trước giờ làm việc, tính từ {time}"),
            Point.IN_BREAK: translate("DueWords", "giờ nghỉ trưa, tính từ {time}"),
            Point.BEGINS: translate("DueWords", "bắt đầu {day}"),
            Point.OFF: translate("DueWords", "nghỉ {days} ({name})"),
            Point.WORKED: translate("DueWords", "làm bù {day}"),
            Point.CLOSES_EARLY: translate("DueWords", "{day} chỉ làm đến {time}"),
            Point.OPENS_LATE: translate("DueWords", "{day} chỉ làm từ {time}"),
            Point.TERM: "{amount}",
            Point.SAME_DAY: translate("DueWords", "trả trong ngày"),
            Point.LATE_SAME_DAY: translate("DueWords", "nhận từ {hour}:00 nên trả ngày làm việc kế tiếp"),
            Point.MOVED: translate("DueWords", "hết hạn đúng ngày nghỉ {day} nên dời sang ngày làm việc kế tiếp"),
            Point.PAUSED: translate("DueWords", "tạm dừng {time} {day}"),
            Point.LEFT: translate("DueWords", "còn lại {amount}"),
            Point.KEPT: translate("DueWords", "giữ nguyên ngày hẹn"),
            Point.RESUMED: translate("DueWords", "tiếp tục {time} {day}"),
            Point.DUE: translate("DueWords", "{day}, trước {time}"),
        }
        return sentences[part.point].format(
            time=f"{part.at:%H:%M}" if part.at else "",
            day=self._day(part),
            days=_span(part),
            name=self._name(part.name),
            off=f" ({self._name(part.name)})" if part.name else "",
            amount=self._length(part),
            hour=part.amount,
        )

    def _day(self, part: Part) -> str:
        day = part.at.date() if isinstance(part.at, datetime) else part.day
        if day is None:
            return ""
        named = f" ({self._name(part.name)})" if part.name and part.point in (Point.MOVED, Point.WORKED) else ""
        return day_words(day, self._translate, self._year) + named

    def _length(self, part: Part) -> str:
        """An amount in its unit; what is left of a pause comes in minutes."""
        if part.point is not Point.LEFT or part.unit is TermUnit.CALENDAR_DAY:
            return _amount(part.amount, part.unit, self._translate)
        hours, minutes = divmod(part.amount, _MINUTES)
        told = _amount(hours, TermUnit.HOUR, self._translate)
        if not minutes:
            return told
        return self._translate("DueWords", "{hours} giờ {minutes} phút làm việc").format(hours=hours, minutes=minutes)


def _year(parts: tuple[Part, ...]) -> int | None:
    return parts[0].at.year if parts and parts[0].at else None


def _span(part: Part) -> str:
    if part.day is None:
        return ""
    last = part.until or part.day
    return f"{part.day:%d/%m}" if last - part.day == timedelta() else f"{part.day:%d/%m}–{last:%d/%m}"
