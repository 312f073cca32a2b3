"""Rows to edit below each other, and a button that adds one."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton
from ui.components.line_edit import LineEdit


class EditedRow(QWidget):
    """One row: its ``name`` is typed first, ``removed`` is the wish to drop it."""

    removed = Signal()
    name: LineEdit

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.name,)


Row = TypeVar("Row", bound=EditedRow)


class RowsEditor(QWidget, Generic[Row]):
    """The rows, what is said of them, and a button that adds one; ``rebuilt`` follows each change of rows."""

    rebuilt = Signal()

    def __init__(self, add: str, *, gap: int, note: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(gap))
        self.add_button = KeyButton(add, icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._rows)
        if note is not None:
            column.addWidget(note)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.addLayout(foot)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (*(part for row in self.rows for part in row.stops), self.add_button)

    def settle(self) -> None:
        """Follow a change of rows."""
        self.rebuilt.emit()

    def put(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for row in rows:
            self._append(row)
        self.settle()

    def begin(self, row: Row) -> None:
        """Add a row below, to be typed in at once."""
        self._append(row)
        self.settle()
        row.name.setFocus()

    def shift(self, row: Row, by: int) -> None:
        """Put a row higher (negative) or lower; the focus stays where it was."""
        place = self.rows.index(row) + by
        if not 0 <= place < len(self.rows):
            return
        focused = self.focusWidget()
        self.rows.remove(row)
        self.rows.insert(place, row)
        self._rows.removeWidget(row)
        self._rows.insertWidget(place, row)
        self.settle()
        if focused is not None:
            focused.setFocus()

    def _append(self, row: Row) -> None:
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._rows.addWidget(row)

    def _remove(self, row: Row) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.settle()
        following = self.rows[min(place, len(self.rows) - 1)].name if self.rows else self.add_button
        following.setFocus()
