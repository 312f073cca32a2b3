"""A table of facts to be read: rows of cells with two lines each, as high as its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.components.row_table import ROW, draw_ground, dress
from ui.components.tone import Tone
from ui.components.two_lines import draw_two_lines

_HEAD = 28
_CELL = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What it is, what is to be known of it, and the tone of the second line."""

    first: str
    second: str = ""
    tone: Tone = Tone.NEUTRAL
    weight: int = theme.Weight.REGULAR


Row = tuple[Cell, ...]


class _Model(QAbstractTableModel):
    def __init__(self, heads: tuple[str, ...]) -> None:
        super().__init__()
        self._heads = heads
        self.rows: tuple[Row, ...] = ()

    def present(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        cell = self.rows[index.row()][index.column()]
        if role == _CELL:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (cell.first, cell.second)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme.px(80), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: Cell = index.data(_CELL)
        area: QRect = option.rect
        first = index.column() == 0
        painter.save()
        draw_ground(painter, area, selected=bool(option.state & QStyle.StateFlag.State_Selected), first=first)
        inner = area.adjusted(theme.px(16 if first else 8), 0, -theme.px(8), 0)
        draw_two_lines(painter, inner, cell.first, cell.second, cell.weight, cell.tone)
        painter.restore()


class FactTable(QTableView):
    """``columns`` are names and widths; a column of width 0 takes what room is left. ``chosen(int)`` tells a row."""

    chosen = Signal(int)

    def __init__(self, name: str, columns: tuple[tuple[str, int], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._facts = _Model(tuple(head for head, _ in columns))
        self.setModel(self._facts)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self, next(place for place, (_, width) in enumerate(columns) if not width))
        self._fit()
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.chosen.emit(now.row()))

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._facts.rows

    @property
    def current(self) -> int:
        """The row that is chosen, -1 without one."""
        return self.currentIndex().row()

    def present(self, rows: Sequence[Row]) -> None:
        """Show other rows; the one chosen stays so by its place."""
        if tuple(rows) == self._facts.rows:
            return
        before = self.current
        self.selectionModel().blockSignals(True)
        self._facts.present(tuple(rows))
        self.selectionModel().blockSignals(False)
        if 0 <= before < len(rows):
            self.selectRow(before)
        self._fit()

    def choose(self, row: int) -> None:
        """Choose a row."""
        self.selectRow(row)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_facts"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose; at the ends, and with every other key, the page decides."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        for place, (_, width) in enumerate(self._columns):
            if width:
                self.setColumnWidth(place, theme.px(width))
        self.setFixedHeight(theme.px(_HEAD) + theme.px(ROW) * len(self._facts.rows) + 2)
