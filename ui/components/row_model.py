"""Rows of one kind for a list of two-line cells, and how they are painted."""

from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.components.row_table import ROW, draw_ground
from ui.components.tone import Tone
from ui.components.two_lines import draw_two_lines

Index = QModelIndex | QPersistentModelIndex
THE_ROW = Qt.ItemDataRole.UserRole
"""The role under which a cell gives the row itself."""
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)

Row = TypeVar("Row")


class RowModel(QAbstractTableModel, Generic[Row]):
    """Frozen rows below heads; a subclass says the ``heads`` and the ``lines`` of a cell."""

    def __init__(self, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: tuple[Row, ...] = ()

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns, from the left."""
        return ("",) * self._columns

    def lines(self, row: Row, column: int) -> tuple[str, str, Tone]:
        """Return the two lines of a cell and the tone of the second."""
        return str(row), "", Tone.NEUTRAL

    def told(self, row: Row, column: int) -> str:
        """Return what a cell says to the eye and to screen readers."""
        return ", ".join(part for part in self.lines(row, column)[:2] if part)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed."""
        return self._rows

    def present(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, place: int) -> Row | None:
        """Return the row at a place, None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or the row itself."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == THE_ROW:
            return row
        return self.told(row, index.column()) if role in _TOLD else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads()[section]
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints the two lines of a cell; the first column has the bar of a chosen row."""

    def weight(self, column: int) -> int:
        """Return the weight of a column's first line."""
        return theme.Weight.MEDIUM

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of two lines."""
        return QSize(theme.px(80), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        first = index.column() == 0
        painter.save()
        draw_ground(painter, area, selected=selected, first=first)
        inner = area.adjusted(theme.px(16 if first else 8), 0, -theme.px(8), 0)
        self.draw_cell(painter, inner, index, selected=selected)
        painter.restore()

    def draw_cell(self, painter: QPainter, area: QRect, index: Index, *, selected: bool) -> None:
        """Draw what a cell says inside its margins."""
        model = index.model()
        if isinstance(model, RowModel):
            upper, lower, tone = model.lines(index.data(THE_ROW), index.column())
            draw_two_lines(painter, area, upper, lower, self.weight(index.column()), tone)
