"""The list of Xử lý: a model, a view that takes several rows, one delegate."""

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from counter_app.domain.working_calendar import VIETNAM
from ui import icons, theme
from ui.components.row_table import ROW, draw_ground, dress
from ui.components.tone import Tone
from ui.components.two_lines import draw_two_lines
from ui.desk.process import words
from ui.desk.process.work import Work

_EYE = 16
_WORK = Qt.ItemDataRole.UserRole
_SEEN = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from the left."""

    DOSSIER = 0
    STEP = 1
    STEP_DUE = 2
    DUE = 3


_WIDTHS = {Column.STEP: 164, Column.STEP_DUE: 168, Column.DUE: 72}


class WorkModel(QAbstractTableModel):
    """The rows of one bucket."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: tuple[Work, ...] = ()
        self._seen: frozenset[str] = frozenset()

    def present(self, rows: tuple[Work, ...], seen: frozenset[str]) -> None:
        """Show other rows; of those in ``seen`` (dossier ids) the draft was looked at."""
        self.beginResetModel()
        self._rows, self._seen = rows, seen
        self.endResetModel()

    @property
    def rows(self) -> tuple[Work, ...]:
        """What is listed."""
        return self._rows

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, for the eye and for screen readers."""
        if not 0 <= index.row() < len(self._rows):
            return None
        work = self._rows[index.row()]
        if role == _WORK:
            return work
        if role == _SEEN:
            return work.dossier.id in self._seen
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in self.lines(work, Column(index.column()))[:2] if part)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            Column.DOSSIER: self.tr("Hồ sơ"),
            Column.STEP: self.tr("Bước hiện tại"),
            Column.STEP_DUE: self.tr("Hạn của bước"),
            Column.DUE: self.tr("Hẹn trả"),
        }
        return names[Column(section)]

    def lines(self, work: Work, column: Column) -> tuple[str, str, Tone]:
        """Return the two lines of a cell and the tone of the second."""
        dossier = work.dossier
        match column:
            case Column.DOSSIER:
                said = " · ".join(filter(None, (short_code(dossier.code), dossier.applicant.name)))
                return dossier.procedure_name, said, Tone.NEUTRAL
            case Column.STEP:
                return *words.step_words(work), Tone.NEUTRAL
            case Column.STEP_DUE:
                return words.due_words(work, self._now())
            case Column.DUE:
                due = dossier.due
                return (f"{due.astimezone(VIETNAM):%d/%m}" if due else "–"), "", Tone.NEUTRAL


def short_code(code: str) -> str:
    """Return a code without its office: ``261123-0042``."""
    return code.partition("-")[2] or code


class WorkDelegate(QStyledItemDelegate):
    """Paints two lines, and an eye on what was looked at."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height of two lines."""
        return QSize(theme.px(80), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        work: Work = index.data(_WORK)
        model = index.model()
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        first = index.column() == Column.DOSSIER
        painter.save()
        draw_ground(painter, area, selected=selected, first=first)
        inner = area.adjusted(theme.px(16 if first else 8), 0, -theme.px(8), 0)
        if first and index.data(_SEEN):
            side = theme.px(_EYE)
            icon = icons.pixmap("eye", theme.color("success"), side)
            painter.drawPixmap(inner.right() - side, area.center().y() - side // 2, icon)
            inner.setRight(inner.right() - side - theme.px(8))
        if isinstance(model, WorkModel):
            upper, lower, tone = model.lines(work, Column(index.column()))
            weight = theme.Weight.REGULAR if index.column() == Column.DUE else theme.Weight.MEDIUM
            draw_two_lines(painter, inner, upper, lower, weight, tone)
        painter.restore()


class WorkTable(QTableView):
    """The view; ``picked(tuple[Work])`` follows the selection, ``entered`` is Enter, ``looked`` is Space."""

    picked = Signal(object)
    entered = Signal()
    looked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = WorkModel(now, self)
        self.setModel(self._model)
        self.setItemDelegate(WorkDelegate(self))
        self.setAccessibleName(self.tr("Danh sách việc"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        dress(self, Column.DOSSIER)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit(self.selected))
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def present(self, rows: tuple[Work, ...], seen: frozenset[str], chosen: frozenset[str]) -> None:
        """Show other rows; those ``chosen`` (dossier ids) stay selected, else the first is."""
        place = max(0, self.currentIndex().row())
        self._model.present(rows, seen)
        places = [number for number, row in enumerate(rows) if row.dossier.id in chosen]
        if not places and rows:
            places = [min(place, len(rows) - 1)]
        flags = QItemSelectionModel.SelectionFlag
        for number in places:
            self.selectionModel().select(self._model.index(number, 0), flags.Select | flags.Rows)
        if places:
            self.selectionModel().setCurrentIndex(self._model.index(places[0], 0), flags.NoUpdate)
            self.scrollTo(self._model.index(places[0], 0))
        self.picked.emit(self.selected)

    @property
    def rows(self) -> tuple[Work, ...]:
        """What is listed."""
        return self._model.rows

    @property
    def selected(self) -> tuple[Work, ...]:
        """The rows selected, in their order; the current one first."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = self._model.rows
        current = self.currentIndex().row()
        places.sort(key=lambda place: place != current)
        return tuple(rows[place] for place in places if place < len(rows))

    def step(self, by: int) -> None:
        """Go to the row below or above."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self._model.rows):
            self.selectRow(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts, Space looks at the draft."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif plain and event.key() == Qt.Key.Key_Space:
            self.looked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the columns that matter least where there is little room."""
        super().resizeEvent(event)
        logical = self.viewport().width() / theme.look().scale
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self.setColumnHidden(Column.DUE, logical < 520)
        self.setColumnHidden(Column.STEP, logical < 440)
