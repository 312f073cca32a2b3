"""The devices of this machine, and below them what a search found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.admin.boards.rows import TwoLineRow


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: ``key`` tells it from all others; a heading has no key."""

    key: str
    first: str
    second: str = ""
    tone: Tone = Tone.NEUTRAL


class DeviceList(QWidget):
    """``chosen(str)`` tells a row's key; ``find_asked``, ``add_asked``."""

    chosen = Signal(str)
    find_asked = Signal()
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Thiết bị của máy này và thiết bị vừa tìm thấy"))
        self.list.setItemDelegate(TwoLineRow(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.said = Label("", "small", color="text_muted", wrap=True)
        self.said.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        self.find_button = KeyButton(self.tr("Tìm thiết bị"), icon="search")
        self.add_button = KeyButton(self.tr("Thêm bằng tay"), icon="plus", kind=Kind.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(6))
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        acts = QVBoxLayout()
        acts.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        acts.setSpacing(theme.px(4))
        for button in (self.find_button, self.add_button):
            acts.addWidget(button)
        column.addLayout(acts)
        self._rows: tuple[ListRow, ...] = ()
        self.list.currentItemChanged.connect(self._told)
        self.find_button.clicked.connect(self.find_asked)
        self.add_button.clicked.connect(self.add_asked)

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """What is listed, headings too."""
        return self._rows

    def present(self, rows: Sequence[ListRow], current: str) -> None:
        """List rows, the one with the key ``current`` chosen, and tell nobody."""
        if tuple(rows) == self._rows and self.current == current:
            return
        top = self.list.verticalScrollBar().value()
        self.list.blockSignals(True)
        self.list.clear()
        self._rows = tuple(rows)
        for row in rows:
            item = QListWidgetItem(row.first)
            item.setData(TwoLineRow.SECOND, row.second)
            item.setData(TwoLineRow.TONE, row.tone.value)
            item.setData(TwoLineRow.HEAD, not row.key)
            item.setData(Qt.ItemDataRole.UserRole, row.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (row.first, row.second))))
            item.setToolTip(row.second)
            if not row.key:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
            if row.key and row.key == current:
                self.list.setCurrentItem(item)
        self.list.verticalScrollBar().setValue(top)
        self.list.blockSignals(False)

    @property
    def current(self) -> str:
        """The key of the row chosen, "" without one."""
        chosen = self.list.selectedItems()
        return str(chosen[0].data(Qt.ItemDataRole.UserRole) or "") if chosen else ""

    def set_searching(self, searching: bool) -> None:
        """Say that a search is under way."""
        if searching and self.find_button.hasFocus():
            self.list.setFocus()  # else Qt gives it to the next button, and Enter would add a device by hand
        self.find_button.setEnabled(not searching)
        self.say(self.tr("Đang tìm, chừng 10 giây…") if searching else "")

    def say(self, said: str) -> None:
        """Say how the last search ended."""
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self.add_button.setEnabled(allowed)

    def _told(self, item: QListWidgetItem | None) -> None:
        key = str(item.data(Qt.ItemDataRole.UserRole) or "") if item is not None else ""
        if key:
            self.chosen.emit(key)
