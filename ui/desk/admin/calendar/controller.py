"""Wires the calendar's tab."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer

from counter_app.clocks import business_day
from counter_app.domain.facts import DayKind, Duty, Session
from counter_app.domain.procedures import Procedure, Term
from counter_app.errors import CounterError
from counter_app.services.calendar import STREAMS, Changed
from ui import messages
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.calendar.state import YearShown, read_year
from ui.desk.admin.calendar.tab import DAY, HOURS, TRIAL, CalendarTab
from ui.desk.context import DeskContext

_NOTICE = "calendar"
_SOON_MS = 100
_FOUND = 7
_FIRST_YEAR, _LAST_YEAR = 2000, 2099


class CalendarController(QObject):
    """Reads the year, and writes what an administrator says of its days."""

    def __init__(self, context: DeskContext, tab: CalendarTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._today = business_day(context.services.clock)
        self._chosen = self._today
        self._shown: YearShown | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        tab.set_allowed(context.officer.may(Duty.ADMINISTRATION))
        tab.year_asked.connect(lambda year: self._choose(_in_year(self._chosen, year)))
        tab.grid.picked.connect(self._choose)
        tab.grid.entered.connect(self._enter)
        tab.part_opened.connect(self._open_part)
        tab.day.set_asked.connect(self._set_day)
        tab.day.swap_asked.connect(self._swap)
        tab.day.undo_asked.connect(lambda: self._set_day(DayKind.AS_SEEDED))
        tab.hours.set_asked.connect(self._set_hours)
        tab.trial.asked.connect(self._try)
        tab.trial.choice.searched.connect(self._search)
        tab.trial.choice.chosen.connect(self._take_procedure)
        context.tasks.streams_changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the year of the day chosen again."""
        calendar, chosen = self._context.services.calendar, self._chosen

        def show(shown: YearShown) -> None:
            if self._chosen.year == shown.year:
                self._present(shown)

        self._context.tasks.read(lambda: read_year(calendar, chosen.year), show, owner=self, topic="year")

    def focus(self) -> None:
        """Put the focus on the year."""
        self.tab.grid.setFocus()

    def act(self) -> None:
        """Do the main act of the side that is open."""
        if self.tab.part == DAY and self.tab.day.save.isEnabled():
            self.tab.day.save.click()
        elif self.tab.part == HOURS and self.tab.hours.save.isEnabled():
            self.tab.hours.save.click()

    def _present(self, shown: YearShown) -> None:
        self._shown = shown
        self._today = business_day(self._context.services.clock)
        self.tab.present(shown, self._chosen, self._today)
        self.tab.hours.present(shown.weeks, self._today)

    def _choose(self, day: date) -> None:
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return
        self._chosen = day
        self._context.notices.drop(_NOTICE)
        self.tab.show_chosen()
        if self._shown is not None and day.year == self._shown.year:
            self.tab.present(self._shown, day, self._today)
        else:
            self.refresh()

    def _enter(self) -> None:
        self.tab.open_part(DAY)
        self.tab.show_panel()
        self.tab.day.kind.button(self.tab.day.kind.current).setFocus()

    def _open_part(self, part: int) -> None:
        if part == TRIAL:
            self.tab.trial.begin(self._context.now())

    # what an administrator says

    def _set_day(self, kind: DayKind) -> None:
        form, day, services, officer = self.tab.day, self._chosen, self._context.services, self._context.officer.id
        name, source = form.name.text, form.source.text
        self._write(lambda: services.calendar.set_day(day, kind, name, source, officer))

    def _swap(self, worked: date) -> None:
        form, day, services, officer = self.tab.day, self._chosen, self._context.services, self._context.officer.id
        name = form.name.text.strip() or self.tr("Hoán đổi {off} và {worked}").format(
            off=f"{day:%d/%m}", worked=f"{worked:%d/%m/%Y}"
        )
        source = form.source.text
        self._write(lambda: services.calendar.swap(day, worked, name, source, officer))

    def _set_hours(self, since: date, sessions: tuple[Session, ...]) -> None:
        services, officer, source = self._context.services, self._context.officer.id, self.tab.hours.source.text
        self._write(lambda: services.calendar.set_hours(since, sessions, source, officer))

    def _write(self, work: Callable[[], Changed]) -> None:
        self._context.tasks.run(work, self._written, self._refused, owner=self)

    def _written(self, changed: Changed) -> None:
        told = self.tr("Đã ghi vào lịch: {days}.").format(days=", ".join(f"{day:%d/%m/%Y}" for day in changed.days))
        text = self.tr("Các ngày hẹn từ nay tính theo lịch mới; giấy hẹn đã in giữ nguyên.")
        if changed.past:
            text = self.tr("Ngày này đã qua: giấy hẹn đã in giữ nguyên, chỉ cách tính từ nay đổi theo.")
        tone = Tone.INFO if changed.past else Tone.SUCCESS
        self._context.notices.put(Notice(_NOTICE, tone, told, text))
        self.focus()

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _changed(self, streams: frozenset[str]) -> None:
        if self.tab.isVisible() and any(stream.startswith(STREAMS) for stream in streams):
            self._soon.start()

    # a date to try

    def _try(self, term: Term, received: datetime | None) -> None:
        calendar, moment = self._context.services.calendar, received or self._context.now()

        def failed(error: CounterError) -> None:
            said = messages.message(error)
            self.tab.trial.present_failure(said.title, said.next_step)

        self._context.tasks.read(
            lambda: calendar.calendar().appointment(moment, term),
            self.tab.trial.present,
            failed,
            owner=self,
            topic="trial",
        )

    def _search(self, text: str) -> None:
        catalogue, choice = self._context.services.catalogue, self.tab.trial.choice

        def work() -> tuple[tuple[Procedure, ...], int]:
            return catalogue.search(text, _FOUND), len(catalogue.procedures())

        self._context.tasks.read(work, lambda found: choice.suggest(text, *found), owner=self, topic="search")

    def _take_procedure(self, code: str) -> None:
        catalogue = self._context.services.catalogue
        self._context.tasks.read(lambda: catalogue.procedure(code), self.tab.trial.take, owner=self, topic="procedure")


def _in_year(day: date, year: int) -> date:
    """The same day of another year; 29/2 is the 28th where there is none."""
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)
