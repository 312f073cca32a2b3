"""Quản trị → Nhật ký an toàn: what happened to the safety of the papers, newest first, and who collects it."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.announcement import announce
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.desk.admin.security.crashes import CrashPart
from ui.desk.admin.security.list import SecurityTable
from ui.desk.admin.security.words import KindGroup, group_names
from ui.desk.dossier.choices import combo


class Shown(IntEnum):
    """What stands where the list is."""

    LIST = 0
    WORDS = 1


class SecurityTab(Surface):
    """``asked()`` when other rows are wanted, ``typed()`` at each key, ``export_asked()``, ``keep_asked()``."""

    asked = Signal()
    typed = Signal()
    export_asked = Signal()
    keep_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.line = LineEdit(self.tr("Tìm trong nhật ký"), icon="search")
        self.line.setPlaceholderText(self.tr("Việc, tên cán bộ (không cần dấu), mã hồ sơ"))
        self.group, self.officer = combo(self.tr("Loại việc")), combo(self.tr("Cán bộ"))
        self.day = LineEdit(self.tr("Ngày"), icon="calendar")
        self.day.setPlaceholderText(self.tr("Ngày/tháng/năm"))
        self.export_button = KeyButton(self.tr("Xuất tệp CSV…"), icon="download", short=(self.tr("Xuất"), ""))
        self.table = SecurityTable()
        self.words = Label("", color="text_muted", wrap=True)
        self.count = Label("", "small", theme.Weight.MEDIUM)
        self.address = LineEdit(self.tr("Nơi thu nhật ký"), icon="send")
        self.address.setPlaceholderText("tls://soc.tinh.example:6514")
        self.keep_button = KeyButton(self.tr("Lưu"), icon="check", key="Ctrl+Enter")
        self.state = Label("", "small", color="text_muted", wrap=True)
        self.crashes = CrashPart()
        self._stack = QStackedWidget()
        self._officers: tuple[tuple[str, str], ...] = ()
        self._fill()
        self._build()
        self._wire()
        self.show_words(self.tr("Đang đọc nhật ký…"))

    @property
    def kind_group(self) -> KindGroup:
        """The kinds wanted."""
        return KindGroup(self.group.currentData())

    @property
    def officer_id(self) -> str:
        """The officer wanted, empty for all."""
        return str(self.officer.currentData() or "")

    def set_officers(self, names: Mapping[str, str]) -> None:
        """Offer the officers of the record, by name; the one chosen stays so."""
        found = tuple(sorted(names.items(), key=lambda one: one[1]))
        if found == self._officers:
            return
        chosen, self._officers = self.officer_id, found
        self.officer.clear()
        self.officer.addItem(self.tr("Cán bộ: tất cả"), "")
        for id_, name in found:
            self.officer.addItem(name, id_)
        self.officer.setCurrentIndex(max(0, self.officer.findData(chosen)))

    def show_list(self, *, more: bool) -> None:
        """Show the rows; ``more`` says that there are others below."""
        self._stack.setCurrentIndex(Shown.LIST)
        count = len(self.table.events)
        words = self.tr("{count} dòng, còn nữa") if more else self.tr("{count} dòng")
        self.count.setText(words.format(count=count))
        self.count.set_color("text")

    def show_words(self, words: str) -> None:
        """Say in place of the list why there is none."""
        if words != self.words.text() or self._stack.currentIndex() != Shown.WORDS:
            announce(self, words)
        self.words.setText(words)
        self._stack.setCurrentIndex(Shown.WORDS)
        self.count.setText("")

    def mark_day(self, *, wrong: bool) -> None:
        """Say that the day is none; the list stays as it was."""
        told = self.tr("Ngày chưa đúng, ghi như 23/11/2026") if wrong else ""
        if told != self.day.accessibleDescription():
            self.day.setAccessibleDescription(told)
            self.day.set_wrong(wrong)
            self.count.setText(told)
            self.count.set_color("danger")
            announce(self.day, told)

    def set_allowed(self, allowed: bool) -> None:
        """Take questions and choices, or nothing at all."""
        for part in (self.line, self.group, self.officer, self.day, self.export_button, self.address, self.keep_button):
            part.setEnabled(allowed)

    def hide_settings(self) -> None:
        """Where the record goes is not this window's business."""
        self.address.hide()
        self.keep_button.hide()

    def _fill(self) -> None:
        for group, name in group_names().items():
            self.group.addItem(name, group.value)
        self.officer.addItem(self.tr("Cán bộ: tất cả"), "")

    def _build(self) -> None:
        asked = QHBoxLayout()
        asked.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        asked.setSpacing(theme.px(8))
        asked.addWidget(self.line, 4)
        asked.addWidget(self.group, 3)
        asked.addWidget(self.officer, 3)
        asked.addWidget(self.day, 2)
        asked.addWidget(self.export_button)
        self.words.setContentsMargins(theme.px(16), theme.px(24), theme.px(16), theme.px(24))
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(asked)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        column.addWidget(self.crashes)
        column.addWidget(Rule())
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(12))
        name = Label(self.tr("Gửi về nơi thu nhật ký"), "small")
        name.setBuddy(self.address)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(name)
        row.addWidget(self.address, 3)
        row.addWidget(self.keep_button)
        row.addWidget(self.state, 4)
        return row

    def _wire(self) -> None:
        self.line.textEdited.connect(lambda _: self.typed.emit())
        self.day.textEdited.connect(lambda _: self.typed.emit())
        for box in (self.group, self.officer):
            box.activated.connect(lambda _: self.asked.emit())
        self.export_button.clicked.connect(self.export_asked)
        self.keep_button.clicked.connect(self.keep_asked)
