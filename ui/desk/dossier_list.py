"""The list of dossiers: a model, a view and one delegate."""

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from counter_app.domain.dossier_filter import DossierOrder
from counter_app.domain.dossiers import Dossier
from counter_app.domain.working_days import WorkingDays
from ui import icons, theme
from ui.components.chip import HEIGHT as CHIP_HEIGHT
from ui.components.chip import chip_width, draw_chip
from ui.components.row_table import ROW, draw_ground, dress
from ui.components.tone import Tone
from ui.desk import times, words

_AHEAD = 8
"""Rows before the end at which the next page is asked for."""
_DOSSIER = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from the left."""

    CODE = 0
    PERSON = 1
    PROCEDURE = 2
    STATE = 3
    DUE = 4


_WIDTHS = {Column.CODE: 196, Column.PERSON: 164, Column.STATE: 156, Column.DUE: 160}


class DossierModel(QAbstractTableModel):
    """The dossiers found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Dossier] = []
        self.order = DossierOrder.NEWEST

    def present(self, rows: tuple[Dossier, ...]) -> None:
        """Show other dossiers."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append(self, rows: tuple[Dossier, ...]) -> None:
        """Add the next page."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def replace(self, dossier: Dossier) -> None:
        """Show one dossier as it is now, at its place."""
        row = self.row_of(dossier.id)
        if row is not None:
            self._rows[row] = dossier
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the dossiers here."""
        return frozenset(row.id for row in self._rows)

    def dossier(self, row: int) -> Dossier | None:
        """Return the dossier of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, dossier_id: str) -> int | None:
        """Return the row of a dossier."""
        return next((place for place, row in enumerate(self._rows) if row.id == dossier_id), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, for the eye and for screen readers."""
        dossier = self.dossier(index.row())
        if dossier is None:
            return None
        if role == _DOSSIER:
            return dossier
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(dossier, Column(index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            Column.CODE: self.tr("Mã hồ sơ"),
            Column.PERSON: self.tr("Chủ hồ sơ"),
            Column.PROCEDURE: self.tr("Thủ tục"),
            Column.STATE: self.tr("Trạng thái"),
            Column.DUE: self.tr("Hẹn trả ↑") if self.order is DossierOrder.DUE else self.tr("Hẹn trả"),
        }
        return names[Column(section)]

    def _text(self, dossier: Dossier, column: Column) -> str:
        match column:
            case Column.CODE:
                return dossier.code or self.tr("Chưa có mã")
            case Column.PERSON:
                return dossier.applicant.name
            case Column.PROCEDURE:
                return dossier.procedure_name
            case Column.STATE:
                return words.state_chip(dossier, dossier.received_at)[0]
            case Column.DUE:
                return self.tr("Tạm dừng") if dossier.state.paused else times.day(dossier.due)


class DossierDelegate(QStyledItemDelegate):
    """Paints two lines, a chip, or a date with how near it is."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self.calendar: WorkingDays | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height of two lines."""
        return QSize(theme.px(80), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        first = index.column() == Column.CODE
        draw_ground(painter, area, selected=selected, first=first)
        inner = area.adjusted(theme.px(16 if first else 8), 0, -theme.px(4), 0)
        painter.setClipRect(inner)
        self._cell(painter, inner, index, selected=selected)
        painter.restore()

    def _cell(self, painter: QPainter, area: QRect, index: _Index, *, selected: bool) -> None:
        dossier: Dossier = index.data(_DOSSIER)
        index_text = str(index.data())
        match Column(index.column()):
            case Column.CODE:
                at = f"{times.short(dossier.received_at)} · {words.channel_words(dossier.channel)}"
                _two_lines(painter, area, index_text, at, theme.Weight.SEMIBOLD)
            case Column.PERSON:
                _two_lines(painter, area, dossier.applicant.name, dossier.applicant.phone)
            case Column.PROCEDURE:
                _two_lines(painter, area, dossier.procedure_name, dossier.field)
            case Column.STATE:
                text, tone, icon = words.state_chip(dossier, self._now())
                height = theme.px(CHIP_HEIGHT)
                width = min(area.width(), chip_width(text, icon))
                box = QRectF(area.left(), area.center().y() - height / 2 + 1, width, height)
                draw_chip(painter, box, text, tone, icon, on_selection=selected)
            case Column.DUE:
                note, tone = words.due_note(dossier, self._now(), self.calendar)
                _two_lines(painter, area, index_text, note, theme.Weight.MEDIUM, tone)


def _two_lines(
    painter: QPainter,
    area: QRect,
    first: str,
    second: str,
    weight: int = theme.Weight.REGULAR,
    tone: Tone = Tone.NEUTRAL,
) -> None:
    upper_font = theme.font("base", weight)
    loud = tone is not Tone.NEUTRAL
    lower_font = theme.font("small", theme.Weight.SEMIBOLD if loud else theme.Weight.REGULAR)
    upper, lower = QFontMetrics(upper_font), QFontMetrics(lower_font)
    elide = Qt.TextElideMode.ElideRight
    height = upper.height() + (lower.height() if second else 0)
    top = area.top() + (area.height() - height) // 2
    painter.setFont(upper_font)
    painter.setPen(theme.color("text"))
    line = QRect(area.left(), top, area.width(), upper.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, upper.elidedText(first, elide, area.width()))
    if not second:
        return
    left = area.left()
    if loud:
        side = theme.px(14)
        icon = "alert-octagon" if tone is Tone.DANGER else "clock-exclamation"
        middle = top + upper.height() + (lower.height() - side) // 2
        painter.drawPixmap(left, middle, icons.pixmap(icon, theme.color(tone.ink), side))
        left += theme.px(18)
    painter.setFont(lower_font)
    painter.setPen(theme.color(tone.ink))
    line = QRect(left, top + upper.height(), area.right() - left, lower.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, lower.elidedText(second, elide, line.width()))


class DossierTable(QTableView):
    """The view; ``opened(Dossier)`` by Enter or a double click, ``picked(Dossier | None)`` by moving.

    ``more_asked()`` comes near the end of what is here; ``left()`` goes up from the first row.
    """

    opened = Signal(object)
    picked = Signal(object)
    more_asked = Signal()
    left = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DossierModel(self)
        self.setModel(self._model)
        self._delegate = DossierDelegate(now, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Danh sách hồ sơ"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        dress(self, Column.PROCEDURE)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(self._double)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_manner(self, order: DossierOrder, calendar: WorkingDays | None) -> None:
        """Say how rows are sorted, and count days by ``calendar``."""
        self._delegate.calendar = calendar
        self._model.order = order
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.DUE, Column.DUE)

    @property
    def count(self) -> int:
        """How many rows are here."""
        return self._model.rowCount()

    @property
    def row(self) -> int:
        """The place of the row selected, -1 for none."""
        return self.currentIndex().row()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the dossiers here."""
        return self._model.ids

    def append(self, rows: tuple[Dossier, ...]) -> None:
        """Add the next page below."""
        self._model.append(rows)

    def replace(self, dossier: Dossier) -> None:
        """Show one dossier as it is now; it keeps its place."""
        self._model.replace(dossier)
        if self.current is not None and self.current.id == dossier.id:
            self.picked.emit(dossier)

    def present(self, rows: tuple[Dossier, ...], selected: str = "") -> None:
        """Show other dossiers; keep the one that was selected."""
        self._model.present(rows)
        place = self._model.row_of(selected) if selected else None
        if place is not None:
            self.selectRow(place)
        elif rows:
            self.selectRow(0)
        else:
            self.picked.emit(None)

    @property
    def current(self) -> Dossier | None:
        """The dossier selected."""
        return self._model.dossier(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and the last row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current is not None:
                self.opened.emit(self.current)
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.count - 1}
        if event.key() in ends and not event.modifiers():
            self.selectRow(ends[Qt.Key(event.key())])
            return
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the columns that matter least where there is little room."""
        super().resizeEvent(event)
        logical = self.viewport().width() / theme.look().scale
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self.setColumnHidden(Column.STATE, logical < 620)
        self.setColumnHidden(Column.PROCEDURE, logical < 620)
        stretched = QHeaderView.ResizeMode.Stretch if logical < 620 else QHeaderView.ResizeMode.Fixed
        self.horizontalHeader().setSectionResizeMode(Column.PERSON, stretched)

    def _scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - _AHEAD * theme.px(ROW):
            self.more_asked.emit()

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.picked.emit(self._model.dossier(current.row()))
        if current.row() >= self._model.rowCount() - 2:
            self.more_asked.emit()

    def _double(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.dossier(index.row()))
