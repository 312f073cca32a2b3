"""Quản trị, Lịch làm việc: what an administrator sees and changes, by keyboard."""

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.cli.run import main
from counter_app.domain.facts import CalendarDaySet, DayKind
from tests.support.office import OpenOffice
from tests.support.waiting import WAIT_MS, Watching
from tests.ui.desk_kit import nameless, open_desk
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.admin.calendar.controller import CalendarController
from ui.desk.admin.calendar.hours import typed_sessions
from ui.desk.admin.calendar.state import DayLook, typed_day, typed_moment
from ui.desk.admin.calendar.tab import HOURS, TRIAL, CalendarTab
from ui.desk.admin.page import AdminPage
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.hall_calendar import follow_calendar
from ui.kiosk.window import KioskWindow
from ui.tasks import Tasks

BOSS, CLERK = "son", "ha"


@dataclass
class Admin(Watching):
    """The page of one officer."""

    page: AdminPage
    controller: CalendarController
    notices: Notices
    office: OpenOffice
    bot: QtBot

    @property
    def tab(self) -> CalendarTab:
        return self.controller.tab

    @property
    def said(self) -> list[str]:
        return [notice.title for notice in self.notices.all]

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        for key in keys:
            self.bot.keyClick(widget, key)

    def type(self, widget: QWidget, text: str) -> None:
        self.bot.keyClicks(widget, text)

    def look(self, day: date) -> DayLook | None:
        shown = self.tab.grid.shown
        return shown.days[day].look if shown and day in shown.days else None


def opened(bot: QtBot, office: OpenOffice, tasks: Tasks, who: str, width: int = 1270, height: int = 686) -> Admin:
    officer = next(one for one in office.services.officers.all() if one.id == who)
    page = AdminPage()
    notices = Notices(page)
    tab = CalendarTab(page.window)
    page.add_tab("calendar", "calendar", "Lịch làm việc", tab)
    controller = CalendarController(DeskContext(office.services, tasks, notices, 3, officer), tab, page)
    bot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    controller.refresh()
    controller.focus()
    admin = Admin(page, controller, notices, office, bot)
    admin.until(lambda: admin.look(date(2026, 11, 23)) is DayLook.WORKED)
    return admin


@pytest.fixture
def admin(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Admin:
    return opened(qtbot, office, tasks, BOSS)


def test_the_page_is_made_when_it_is_first_opened(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        assert desk.window.admin is None
        qtbot.keyClick(desk.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        assert desk.window.page == "admin"
        assert desk.window.admin is not None


def test_the_year_shows_holidays_working_saturdays_and_weekends(admin: Admin) -> None:
    assert admin.look(date(2026, 11, 24)) is DayLook.HOLIDAY
    assert admin.look(date(2026, 8, 22)) is DayLook.MAKE_UP
    assert admin.look(date(2026, 8, 29)) is DayLook.WEEKEND
    assert "Thứ Hai, 23/11/2026: Làm việc 07:00–11:30, 13:30–17:00" in admin.tab.grid.accessibleDescription()


def test_a_day_is_taken_off_by_keyboard_alone(admin: Admin) -> None:
    grid, form = admin.tab.grid, admin.tab.day
    admin.press(grid, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert form.kind.button(0).hasFocus()
    admin.press(form.kind.button(0), Qt.Key.Key_Return)
    assert form.name.line.hasFocus()
    admin.type(form.name.line, "Bao so 9")
    admin.press(form.name.line, Qt.Key.Key_Return)
    assert form.source.line.hasFocus()
    admin.type(form.source.line, "CV 77/UBND")
    admin.controller.act()  # Ctrl+Enter is the window's
    admin.until(lambda: admin.look(date(2026, 12, 1)) is DayLook.HOLIDAY)
    seen = admin.office.services.calendar.on(date(2026, 12, 1))
    assert seen.hours is None
    assert seen.rule is not None
    assert (seen.rule.name, seen.rule.source) == ("Bao so 9", "CV 77/UBND")
    assert admin.said == ["Đã ghi vào lịch: 01/12/2026."]


def test_a_day_without_a_name_is_asked_for_one_and_nothing_is_written(admin: Admin) -> None:
    before = admin.office.journal.last_seq
    admin.tab.day.save.click()
    admin.until(lambda: bool(admin.said))
    assert admin.said == ["Chưa ghi tên của ngày 23/11/2026."]
    assert admin.office.journal.last_seq == before


def test_what_the_office_said_can_be_taken_back(admin: Admin) -> None:
    day = date(2026, 11, 23)
    admin.office.services.calendar.set_day(day, DayKind.MORNING, "Họp", "", BOSS)
    admin.until(lambda: admin.look(day) is DayLook.MORNING)
    assert admin.tab.day.undo.isVisible()
    admin.tab.day.undo.click()
    admin.until(lambda: admin.look(day) is DayLook.WORKED)
    assert not admin.tab.day.undo.isVisible()


def test_two_days_are_swapped_together(admin: Admin) -> None:
    form = admin.tab.day
    admin.type(form.worked.line, "31/2/2026")
    form.swap.click()
    assert form.worked.line.property("wrong")
    form.worked.line.clear()
    admin.type(form.worked.line, "28/11/2026")
    form.swap.click()
    admin.until(lambda: admin.look(date(2026, 11, 28)) is DayLook.MAKE_UP)
    assert admin.look(date(2026, 11, 23)) is DayLook.HOLIDAY


def test_what_the_province_sends_is_seen_without_opening_anew(admin: Admin) -> None:
    day = date(2026, 12, 3)
    with admin.office.journal.transaction() as transaction:
        fact = CalendarDaySet("tinh-mau", day, DayKind.OFF, "Ngày của tỉnh", "TB 5")
        transaction.append(f"calendar/tinh-mau/{day}", fact, "officer/x")
    admin.until(lambda: admin.look(day) is DayLook.HOLIDAY)


def test_a_typed_week_holds_from_its_day(admin: Admin) -> None:
    form = admin.tab.hours
    admin.tab.open_part(HOURS)
    form.lines[5].setText("7h30-11h30")
    form.since.set_text("01/12/2026")
    form.save.click()
    admin.until(lambda: admin.look(date(2026, 12, 5)) is DayLook.MORNING)
    assert admin.look(date(2026, 11, 28)) is DayLook.WEEKEND


def test_hours_that_cannot_be_read_are_said_and_kept_as_typed(admin: Admin) -> None:
    before = admin.office.journal.last_seq
    form = admin.tab.hours
    admin.tab.open_part(HOURS)
    form.lines[0].setText("bảy giờ đến mười một rưỡi")
    form.since.set_text("01/12/2026")
    form.save.click()
    assert form.lines[0].property("wrong")
    assert form.lines[0].text() == "bảy giờ đến mười một rưỡi"
    assert admin.office.journal.last_seq == before


def test_a_date_to_try_has_the_sentence_of_the_command_line(
    admin: Admin, capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    trial = admin.tab.trial
    admin.tab.open_part(TRIAL)
    trial.received.set_text("20/11/2026 15:20")
    trial.choice.chosen.emit("1.004873")
    admin.until(lambda: "26/11, trước 17:00" in trial.explained)
    words = ["deadline", "--data", f"{tmp_path}/none", "--procedure", "1.004873", "--received", "2026-11-20T15:20"]
    assert main(words) == 0
    sentence = capsys.readouterr().out.splitlines()[-1]
    assert trial.explained == sentence[0].upper() + sentence[1:]


def test_a_term_can_be_tried_without_a_procedure(admin: Admin) -> None:
    trial = admin.tab.trial
    admin.tab.open_part(TRIAL)
    trial.received.set_text("23/10/2026 09:14")
    trial.unit.setCurrentIndex(1)
    trial.amount.clear()
    admin.type(trial.amount, "15")
    admin.until(lambda: "dời sang ngày làm việc kế tiếp" in trial.explained)
    trial.amount.setText("nhiều")
    trial.ask()
    assert trial.amount.property("wrong")


class LateAnswer(Tasks):
    """Answers one query later than what is asked after it, as a busy machine may."""

    def __init__(self) -> None:
        super().__init__()
        self.held, self._gate = False, threading.Event()

    def read(self, work: Callable[[], object], *args: object, **options: object) -> None:  # noqa: D102
        held, gate, self.held = self.held, self._gate, False
        super().read(lambda: gate.wait(9) and work() if held else work(), *args, **options)

    def let_go(self, bot: QtBot, owner: QWidget) -> None:
        """Give the late answer, and wait until it was delivered."""
        self._gate.set()
        meeting, answered = threading.Barrier(2), list[int]()
        for _ in range(2):
            super().read(partial(meeting.wait, 9), answered.append, owner=owner)
        bot.waitUntil(lambda: len(answered) == 2, timeout=WAIT_MS)


def test_the_term_typed_last_stays_when_an_earlier_one_is_answered_late(
    qtbot: QtBot, look: QApplication, office: OpenOffice
) -> None:
    with closing(LateAnswer()) as tasks:
        admin = opened(qtbot, office, tasks, BOSS)
        trial = admin.tab.trial
        admin.tab.open_part(TRIAL)
        trial.received.set_text("23/10/2026 09:14")
        trial.unit.setCurrentIndex(1)
        trial.amount.clear()
        tasks.held = True
        admin.type(trial.amount, "15")
        admin.until(lambda: "15 ngày" in trial.explained)
        tasks.let_go(qtbot, admin.page)
        assert "15 ngày" in trial.explained


def test_an_officer_without_the_duty_only_looks(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    clerk = opened(qtbot, office, tasks, CLERK)
    before = office.journal.last_seq
    said = [label.text() for label in clerk.page.findChildren(QLabel) if label.isVisible()]
    assert "Chỉ xem: việc sửa lịch cần người có quyền quản trị." in said
    clerk.controller.act()
    clerk.tab.open_part(HOURS)
    clerk.controller.act()
    assert not any(part.isEnabled() for part in (clerk.tab.day.save, clerk.tab.day.swap, clerk.tab.hours.save))
    assert office.journal.last_seq == before


def test_the_year_before_and_after_are_two_keys_away(admin: Admin) -> None:
    admin.press(admin.tab.grid, *[Qt.Key.Key_PageDown] * 2)
    admin.until(lambda: admin.look(date(2027, 1, 1)) is DayLook.HOLIDAY)
    assert admin.tab.grid.chosen == date(2027, 1, 23)


@pytest.mark.parametrize("part", [0, HOURS, TRIAL])
@pytest.mark.parametrize("width, height, scale", [(1270, 686, 1.0), (1728, 920, 2.0), (1174, 606, 2.0)])
def test_no_text_is_cut(
    qtbot: QtBot,
    office: OpenOffice,
    tasks: Tasks,
    look: QApplication,
    part: int,
    width: int,
    height: int,
    scale: float,
) -> None:
    theme.apply(look, scale=scale)
    admin = opened(qtbot, office, tasks, BOSS, width, height)
    admin.tab.open_part(part)
    if part == TRIAL:
        admin.until(lambda: bool(admin.tab.trial.explained))
    look.processEvents()
    assert cut(admin.page) == []


def test_everything_that_takes_the_focus_has_a_name(admin: Admin) -> None:
    assert nameless(admin.page) == []


def test_a_kiosk_closes_when_today_is_taken_off(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    calendar = office.services.calendar
    kiosk = KioskWindow(office.services, tasks, calendar=calendar.calendar())
    qtbot.addWidget(kiosk)
    follow_calendar(kiosk, office.services, tasks, kiosk)
    assert kiosk.is_open()
    calendar.set_day(date(2026, 11, 23), DayKind.OFF, "Bão số 9", "", BOSS)
    qtbot.waitUntil(lambda: not kiosk.is_open(), timeout=WAIT_MS)


def test_days_and_moments_are_read_as_people_type_them() -> None:
    assert typed_day(" 2/1/2026 ") == date(2026, 1, 2)
    assert [typed_day(text) for text in ("", "2026-01-02", "31/02/2026", "hôm nay")] == [None] * 4
    moment = typed_moment("20/11/2026  15:20")
    assert moment is not None
    assert moment.isoformat() == "2026-11-20T15:20:00+07:00"
    assert typed_moment("20/11/2026 25:20") is None


def test_hours_are_read_as_people_type_them() -> None:
    read = typed_sessions(0, "7:00-11:30; 13h30 – 17h00")
    assert read is not None
    assert [(one.opens, one.closes) for one in read] == [("07:00", "11:30"), ("13:30", "17:00")]
    assert typed_sessions(0, "  ") == ()
    assert typed_sessions(0, "sáng") is None
