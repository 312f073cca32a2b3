"""Wires the tab of the security record."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from counter_app.domain.facts import Duty
from counter_app.domain.security_facts import EventFilter, SecurityEvent
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import CounterError
from counter_app.services.syslog import Forwarding, collector_of
from counter_app.settings import Settings
from ui import messages
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.security.crashes_controller import CrashesController
from ui.desk.admin.security.tab import SecurityTab
from ui.desk.admin.security.words import word_of
from ui.desk.context import DeskContext
from ui.desk.dossier.parts import typed_day
from ui.desk.printing.paper_panel import start_folder

PAGE = 200
"""Rows that are read at once."""
_NOTICE = "security"
_TYPED_MS = 200
_LOOK_MS = 5000
_DAY = timedelta(days=1)

ChooseFile = Callable[[Path], Path | None]


@dataclass(frozen=True, slots=True)
class _Read:
    events: tuple[SecurityEvent, ...]
    names: Mapping[str, str]


class SecurityController(QObject):
    """Reads the record page by page while it is looked at, and keeps where it goes."""

    def __init__(
        self,
        context: DeskContext,
        tab: SecurityTab,
        parent: QObject | None = None,
        choose_file: ChooseFile | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._machine = context.machine
        self.crashes = CrashesController(context, tab.crashes, self)
        self._choose_file = choose_file or self._ask_file
        self._may = context.officer.may(Duty.ADMINISTRATION)
        self._names: Mapping[str, str] = {}
        self._more = False
        self._kept: str | None = None
        self._typed, self._look = QTimer(self), QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._typed.timeout.connect(self.read)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self._look.start()
        tab.typed.connect(self._typed.start)
        tab.asked.connect(self.read)
        tab.table.more_asked.connect(self._read_more)
        tab.export_asked.connect(self.export)
        tab.keep_asked.connect(self.keep)
        tab.set_allowed(self._may)
        if self._machine is None:
            tab.hide_settings()

    def refresh(self) -> None:
        """Read the newest rows and where they go."""
        if not self._may:
            self.tab.show_words(self.tr("Chỉ người có quyền quản trị được xem nhật ký an toàn."))
            return
        self.read()
        self._read_state()
        self.crashes.refresh()

    def focus(self) -> None:
        """Put the focus where the work begins."""
        (self.tab.table if self.tab.table.events else self.tab.line).setFocus()

    def act(self) -> None:
        """Ctrl+Enter: keep where the record goes."""
        if self.tab.keep_button.isEnabled() and not self.tab.keep_button.isHidden():
            self.keep()

    def read(self) -> None:
        """Read the newest rows that the choices let through."""
        services = self._context.services
        wanted = self._wanted()
        if wanted is None:
            return

        def work() -> _Read:
            names = {one.id: one.name for one in services.officers.all()}
            names.update({id_: id_ for id_ in services.security.officers() if id_ not in names})
            return _Read(services.security.page(wanted, most=PAGE), names)

        self._context.tasks.read(work, self._show, self._failed, owner=self, topic="security")

    def export(self) -> None:
        """Write what the choices let through to a file."""
        wanted = self._wanted()
        if wanted is None or not self.tab.export_button.isEnabled():
            return
        today = self._today()
        path = self._choose_file(start_folder(self._context) / f"nhat-ky-an-toan-{today:%Y%m%d}.csv")
        if path is None:
            return
        services, me = self._context.services, self._context.officer.id
        self.tab.export_button.setEnabled(False)

        def work() -> int:
            count = services.security.export(path, wanted, me)
            services.choices.keep_folder(path.parent)
            return count

        def written(count: int) -> None:
            self.tab.export_button.setEnabled(True)
            told = self.tr("Đã ghi {count} dòng vào {path}").format(count=count, path=path)
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))

        def failed(error: CounterError) -> None:
            self.tab.export_button.setEnabled(True)
            self._refused(error)

        self._context.tasks.slow(work, written, failed, owner=self)

    def keep(self) -> None:
        """Keep where the record goes, and send there from now on."""
        machine, forwarding = self._machine, self._context.services.forwarding
        if machine is None:
            return
        typed = self.tab.address.text().strip()

        def work() -> None:
            settings = machine.settings()
            collector = collector_of(typed, settings.security.ca_file)
            machine.keep(replace(settings, security=replace(settings.security, syslog=typed)))
            forwarding.forward_to(collector)

        def kept(_: None) -> None:
            self._kept = typed
            self.tab.address.set_wrong(False)
            told = self.tr("Đã lưu. Nhật ký được gửi tới {address}.").format(address=typed)
            nowhere = self.tr("Đã lưu. Nhật ký không gửi đi đâu, chỉ giữ ở máy này.")
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told if typed else nowhere))
            self._read_state()

        def failed(error: CounterError) -> None:
            self.tab.address.set_wrong(True)
            self._refused(error)

        self._context.tasks.slow(work, kept, failed, owner=self)

    def _wanted(self) -> EventFilter | None:
        """What the choices let through; None, with the line marked, where the day is none."""
        tab = self.tab
        text = tab.day.text().strip()
        day = _past(typed_day(text, self._today()) if text else None, self._today())
        tab.mark_day(wrong=bool(text) and day is None)
        if text and day is None:
            return None
        return EventFilter(
            kinds=tab.kind_group.kinds,
            officer=tab.officer_id,
            since=_midnight(day) if day else None,
            until=_midnight(day + _DAY) if day else None,
            words=tuple(word_of(word, self._names) for word in tab.line.text().split()),
        )

    def _show(self, read: _Read) -> None:
        self._names = read.names
        self._more = len(read.events) == PAGE
        self.tab.set_officers(read.names)
        self.tab.table.present(read.events, read.names)
        if read.events:
            self.tab.show_list(more=self._more)
        else:
            self.tab.show_words(self.tr("Không có dòng nào như vậy."))

    def _read_more(self) -> None:
        """Read the page below what is here."""
        wanted, here, services = self._wanted(), self.tab.table.events, self._context.services
        if not self._more or wanted is None or not here:
            return
        self._more = False
        last = here[-1].id

        def show(events: tuple[SecurityEvent, ...]) -> None:
            if self.tab.table.events and self.tab.table.events[-1].id == last:
                self._more = len(events) == PAGE
                self.tab.table.append(events)
                self.tab.show_list(more=self._more)

        self._context.tasks.read(
            lambda: services.security.page(wanted, most=PAGE, before=last),
            show,
            self._failed,
            owner=self,
            topic="security-more",
        )

    def _read_state(self) -> None:
        machine, forwarding = self._machine, self._context.services.forwarding

        def work() -> tuple[Settings | None, Forwarding]:
            return machine.settings() if machine else None, forwarding.status()

        def show(read: tuple[Settings | None, Forwarding]) -> None:
            settings, status = read
            if settings is not None and settings.security.syslog != self._kept:
                self._kept = settings.security.syslog
                self.tab.address.setText(self._kept)
            self.tab.state.setText(self._state_words(status))
            self.tab.state.set_color("danger" if status.fault else "text_muted")

        self._context.tasks.read(work, show, self._refused, owner=self, topic="security-state")

    def _state_words(self, status: Forwarding) -> str:
        if not status.address:
            return self.tr("Chưa gửi đi đâu: nhật ký chỉ ở máy này.")
        if status.fault is not None:
            waiting = self.tr("{count} dòng đang chờ gửi.").format(count=status.waiting)
            return f"{messages.message_for(status.fault).title} {waiting}"
        if status.waiting:
            return self.tr("Đang gửi: còn {count} dòng.").format(count=status.waiting)
        return self.tr("Đã gửi hết.")

    def _look_again(self) -> None:
        """While the newest rows are in sight, new ones come by themselves."""
        if self._may and self.tab.isVisible():
            self._read_state()
            if self.tab.table.verticalScrollBar().value() == 0 and len(self.tab.table.events) <= PAGE:
                self.read()

    def _today(self) -> date:
        return self._context.now().astimezone(VIETNAM).date()

    def _failed(self, error: CounterError) -> None:
        said = messages.message(error)
        self.tab.show_words(f"{said.title} {said.next_step}")

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _ask_file(self, start: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.tab, self.tr("Lưu nhật ký an toàn"), str(start), self.tr("Tệp CSV (*.csv)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")


def _past(day: date | None, today: date) -> date | None:
    """A day without a year is the last such day, not the next one."""
    if day is not None and day > today:
        with suppress(ValueError):
            return day.replace(year=day.year - 1)
    return day


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
