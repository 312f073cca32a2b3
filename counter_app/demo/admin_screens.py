"""Pictures of Quản trị: the working calendar."""

from datetime import date
from typing import Unpack

from counter_app.demo.commune import LEADER
from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.domain.facts import DayKind, Session
from ui.desk.admin.calendar.tab import HOURS, TRIAL
from ui.desk.page_keys import ADMIN
from ui.shell.pictures import Studio

_LARGE = (1920, 1080)
_SWAP = (date(2026, 1, 2), date(2026, 1, 10))
_SUMMARY = date(2026, 12, 16)
_WINTER = date(2026, 12, 1)
_RECEIVED = "20/11/2026 15:20"
_PROCEDURE = "1.004873"


class AdminPictures:
    """Takes the pictures of the administrator's page in one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._services = studio, office.counter.services

    def draw(self) -> None:
        """Take all of them."""
        self._correct_calendar()
        self._one("admin-calendar-1366", day=_SWAP[0])
        self._one("admin-calendar-locked-1366", officer="ha", day=_SUMMARY)
        self._one("admin-calendar-hours-1366", part=HOURS)
        self._one("admin-calendar-trial-1366", part=TRIAL)
        self._one("admin-calendar-trial-200pct", size=_LARGE, scale=2.0, part=TRIAL)
        self._one("admin-calendar-200pct-1366", scale=2.0)
        self._one("admin-calendar-contrast-1366", contrast=True, day=_SUMMARY)

    def _correct_calendar(self) -> None:
        calendar = self._services.calendar
        calendar.swap(*_SWAP, "Nghỉ Tết Dương lịch", "TB 8726/TB-BNV", LEADER)
        calendar.set_day(_SUMMARY, DayKind.MORNING, "Hội nghị tổng kết", "GM 41/UBND", LEADER)
        sessions = [Session(day, *times) for day in range(5) for times in (("07:30", "11:30"), ("13:00", "17:00"))]
        calendar.set_hours(_WINTER, (*sessions, Session(5, "07:30", "11:30")), "QĐ 102/QĐ-UBND", LEADER)

    def _one(self, name: str, *, part: int = 0, day: date | None = None, **seen: Unpack[Seen]) -> None:
        with pictured(self._studio, self._services, name, **seen) as window:
            window.open_page(ADMIN)
            calendar = window.admin.calendar if window.admin else None
            if calendar is not None:
                self._studio.wait(lambda: calendar.tab.grid.shown is not None, "the year")
                calendar.tab.open_part(part)
                if day is not None:
                    calendar.tab.grid.picked.emit(day)
                if part == TRIAL:
                    calendar.tab.trial.received.set_text(_RECEIVED)
                    calendar.tab.trial.choice.chosen.emit(_PROCEDURE)
                    self._studio.wait(lambda: "26/11" in calendar.tab.trial.explained, "the date")
