"""A list, and beside it the form of what is chosen in it, with the act that keeps it at the foot."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.rule import upright
from ui.desk.admin.boards.rows import TwoLineRow, list_width
from ui.desk.admin.foot import above_foot, foot


class ListBesideForm(QWidget):
    """``chosen`` tells the key of a row; ``add_asked``, ``save_asked``."""

    chosen = Signal(object)
    add_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setItemDelegate(TwoLineRow(self.list))
        self.list.currentItemChanged.connect(self._told)
        self._title = Label("", "strong", theme.Weight.SEMIBOLD)
        self._left, self._form = QWidget(), QWidget()
        self._column = QVBoxLayout(self._form)
        self._column.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self._title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the form what the list does not need."""
        super().resizeEvent(event)
        self._left.setFixedWidth(list_width(self.width()))

    def _list(self, rows: Iterable[tuple[int | str, str, str]], current: int | str) -> None:
        """List rows (their key, what it is, how it is), ``current`` chosen, and tell nobody."""
        self.list.blockSignals(True)
        self.list.clear()
        for key, text, second in rows:
            item = QListWidgetItem(text)
            item.setData(TwoLineRow.SECOND, second)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
            if key == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)

    def _place(self, add: KeyButton, save: KeyButton, *, moves: Sequence[KeyButton] = (), widest: int) -> None:
        """Place list, form (its column is full by now, for the order of Tab) and acts; ``widest`` is of the form."""
        listed = QVBoxLayout(self._left)
        listed.setContentsMargins(0, 0, 0, theme.px(8))
        listed.addWidget(self.list, 1)
        if moves:
            acts = QHBoxLayout()
            acts.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
            for button in (add, *moves):
                acts.addWidget(button)
            listed.addLayout(acts)
        else:
            listed.addWidget(add)
        add.clicked.connect(self.add_asked)
        save.clicked.connect(self.save_asked)
        self._form.setMaximumWidth(theme.px(widest))
        self._column.addStretch(1)
        inner = QWidget()
        beside = QHBoxLayout(inner)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._form, 1)
        beside.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(upright())
        row.addLayout(above_foot(inner, foot([save])), 1)

    def _told(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
