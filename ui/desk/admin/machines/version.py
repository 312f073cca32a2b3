"""Quản trị → Máy trạm → Phiên bản: which version runs here, which is the newest, and how the newest is installed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app import __version__
from counter_app.errors import Code, CounterError
from counter_app.services.updates import (
    SYSTEM,
    InstallRecord,
    Refusal,
    UpdateState,
    command_as_root,
    install_record,
    is_newer,
    note_updates,
    update_state,
)
from ui import messages, theme
from ui.components.banner import Notice
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.context import DeskContext

if TYPE_CHECKING:  # heavy: loaded by the first search, off the main thread
    from sync.updates.search import UpdateSearch

_NOTICE = "machine-version"


@dataclass(frozen=True, slots=True)
class Versions:
    """What is known of the versions of this machine; ``command`` installs as root."""

    found: UpdateState
    record: InstallRecord
    command: str
    reachable: bool

    @property
    def waits(self) -> bool:
        """Whether a newer version is here, and not installed."""
        return self.found.fetched_at is not None and is_newer(self.found.newest)

    @property
    def refusal(self) -> Refusal | None:
        """Why the version that waits is not tried, else what is wrong with the last search."""
        newest = self.found.newest
        bad = self.record.refusal_of(newest.version) if newest is not None and self.waits else None
        return self.found.refusal or bad


class VersionBox(QWidget):
    """``search_asked``: look for a new version now."""

    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own = Label("", wrap=True)
        self.newest = Label("", wrap=True)
        self.fault = Label("", color="warning", wrap=True)
        how = self.tr("Máy tự cài ban đêm nếu đã bật; hoặc đóng chương trình, rồi chạy:")
        self.how = Label(how, color="text_muted", wrap=True)
        self.command = Label("", weight=theme.Weight.SEMIBOLD, wrap=True)
        self.command.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.mark = Label("", "small", color="text_muted", wrap=True)
        self.button = KeyButton(self.tr("Tìm bản mới"), icon="refresh")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Phiên bản chương trình"), "strong", theme.Weight.SEMIBOLD))
        for part in (self.own, self.newest, self.fault, self.how, self.command, self.mark):
            column.addWidget(part)
        column.addLayout(row)
        self.button.clicked.connect(self.search_asked)

    def present(self, seen: Versions) -> None:
        """Say what runs, what waits, and what is wrong."""
        self.own.setText(self._own_words(seen.record))
        self.newest.setText(self._newest_words(seen))
        refusal = seen.refusal
        told = messages.message_for(refusal.code, refusal.params) if refusal is not None else None
        self.fault.setText(f"{told.title} {told.next_step}" if told is not None else "")
        self.fault.setVisible(told is not None)
        self.command.setText(seen.command)
        self.command.setAccessibleName(self.tr("Dòng lệnh cài bản mới: {line}").format(line=seen.command))
        mark = seen.found.fingerprint
        self.mark.setText(self.tr("Chữ ký được tin của tỉnh: {mark}").format(mark=mark))
        offered = seen.waits and refusal is None
        for part, shown in ((self.how, offered), (self.command, offered), (self.mark, bool(mark))):
            part.setVisible(shown)
        self.button.setEnabled(seen.reachable)

    def begin(self) -> None:
        """Say that it is being looked for."""
        self.button.setEnabled(False)
        self.newest.setText(self.tr("Đang tìm và tải bản mới; các việc khác vẫn làm được…"))

    def _own_words(self, record: InstallRecord) -> str:
        last = record.last
        if last is None or last.version != __version__:
            return self.tr("Đang chạy bản {version}.").format(version=__version__)
        when = times.day(last.at)
        if not last.former:
            return self.tr("Đang chạy bản {version}, cài ngày {when}.").format(version=__version__, when=when)
        told = self.tr("Đang chạy bản {version}, cài ngày {when}; trước đó là bản {former}.")
        return told.format(version=__version__, when=when, former=last.former)

    def _newest_words(self, seen: Versions) -> str:
        found = seen.found
        if not seen.reachable:
            return self.tr("Máy này chưa nối với tỉnh, nên không tự tìm được bản mới.")
        if found.checked_at is None:
            return self.tr("Chưa tìm bản mới lần nào.")
        when = times.day_and_clock(found.checked_at)
        if found.newest is None or not seen.waits:
            return self.tr("Không có bản nào mới hơn, theo lần tìm lúc {when}.").format(when=when)
        told = self.tr("Đã tải bản {version} ngày {when}, đúng chữ ký của tỉnh; chưa cài.")
        return told.format(version=found.newest.version, when=times.day(found.fetched_at or found.checked_at))


class VersionController(QObject):
    """Reads what is known, and looks for a new version when asked."""

    def __init__(
        self,
        context: DeskContext,
        box: VersionBox,
        parent: QObject | None = None,
        architecture: Callable[[], str] | None = None,
        system: Path = SYSTEM,
    ) -> None:
        super().__init__(parent)
        self._context, self.box = context, box
        self._architecture, self._system = architecture, system
        self._search: UpdateSearch | None = None
        self._busy = self._closing = False
        context.tasks.closing.connect(self._cut, Qt.ConnectionType.DirectConnection)
        box.search_asked.connect(self.search)
        box.setVisible(context.machine is not None)

    def refresh(self) -> None:
        """Read what the last search and the last installation left."""
        machine, system = self._context.machine, self._system
        if machine is None or self._busy:
            return

        def read() -> Versions:
            reachable = bool(machine.settings().province_url)
            command = command_as_root(machine.folder)
            return Versions(update_state(machine.folder), install_record(system), command, reachable)

        self._context.tasks.read(read, self._show, self._refused, owner=self, topic=_NOTICE)

    def search(self) -> None:
        """Look for a new version, and fetch it."""
        machine, now, security = self._context.machine, self._context.now, self._context.services.security
        if machine is None or self._busy:
            return
        self._busy = True
        self.box.begin()

        def work() -> UpdateState:
            from sync.updates.search import UpdateSearch

            made = (machine.folder, now, self._architecture) if self._architecture else (machine.folder, now)
            self._search = search = UpdateSearch(*made)
            if self._closing:
                search.cut()
            try:
                return search.run(machine.settings())
            finally:
                note_updates(machine.folder, security, self._system)

        self._context.tasks.fetch(work, self._found, self._failed, owner=self)

    def _found(self, state: UpdateState) -> None:
        newest = state.newest
        told = (
            self.tr("Đã tải bản {version}, đúng chữ ký của tỉnh.").format(version=newest.version)
            if newest is not None and is_newer(newest)
            else self.tr("Máy này đang dùng bản mới nhất.")
        )
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
        self._ended()

    def _failed(self, error: CounterError) -> None:
        tone = Tone.INFO if error.code is Code.UPDATES_NOT_OFFERED else None
        if tone is None:
            self._context.notices.put_error(_NOTICE, error)
        else:
            told = messages.message(error)
            self._context.notices.put(Notice(_NOTICE, tone, told.title, told.next_step))
        self._ended()

    def _ended(self) -> None:
        self._busy = False
        self.refresh()

    def _show(self, seen: Versions) -> None:
        if not self._busy:
            self.box.present(seen)

    def _cut(self) -> None:
        self._closing = True
        if self._search is not None:
            self._search.cut()

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)
