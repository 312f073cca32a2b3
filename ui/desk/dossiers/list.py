"""The list of dossiers: a model, a view and one delegate."""

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from counter_app.domain.dossier_filter import DossierOrder
from counter_app.domain.dossiers import Dossier
from counter_app.domain.working_days import WorkingDays
from ui import theme
from ui.components.chip import HEIGHT as CHIP_HEIGHT
from ui.components.chip import chip_width, draw_chip
from ui.components.row_model import THE_ROW, Index, RowDelegate, RowModel
from ui.components.row_table import ROW, dress
from ui.components.two_lines import draw_two_lines
from ui.desk import times, words

_AHEAD = 8
"""Rows before the end at which the next page is asked for."""


class Column(IntEnum):
    """The columns, from the left."""

    CODE = 0
    PERSON = 1
    PROCEDURE = 2
    STATE = 3
    DUE = 4


_WIDTHS = {Column.CODE: 196, Column.PERSON: 164, Column.STATE: 156, Column.DUE: 160}


class DossierModel(RowModel[Dossier]):
    """The dossiers found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(Column), parent)
        self.order = DossierOrder.NEWEST

    def append(self, rows: tuple[Dossier, ...]) -> None:
        """Add the next page."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def replace(self, dossier: Dossier) -> None:
        """Show one dossier as it is now, at its place."""
        row = self.row_of(dossier.id)
        if row is not None:
            self._rows = (*self._rows[:row], dossier, *self._rows[row + 1 :])
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the dossiers here."""
        return frozenset(row.id for row in self._rows)

    def row_of(self, dossier_id: str) -> int | None:
        """Return the row of a dossier."""
        return next((place for place, row in enumerate(self._rows) if row.id == dossier_id), None)

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns, from the left."""
        due = self.tr("Hẹn trả ↑") if self.order is DossierOrder.DUE else self.tr("Hẹn trả")
        return self.tr("Mã hồ sơ"), self.tr("Chủ hồ sơ"), self.tr("Thủ tục"), self.tr("Trạng thái"), due

    def told(self, dossier: Dossier, column: int) -> str:
        """Return what a cell says to the eye and to screen readers."""
        match Column(column):
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


class DossierDelegate(RowDelegate):
    """Paints two lines, a chip, or a date with how near it is."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self.calendar: WorkingDays | None = None

    def draw_cell(self, painter: QPainter, area: QRect, index: Index, *, selected: bool) -> None:
        """Draw what a cell says inside its margins."""
        area = area.adjusted(0, 0, theme.px(4), 0)
        painter.setClipRect(area)
        dossier: Dossier = index.data(THE_ROW)
        index_text = str(index.data())
        match Column(index.column()):
            case Column.CODE:
                at = f"{times.short(dossier.received_at)} · {words.channel_words(dossier.channel)}"
                draw_two_lines(painter, area, index_text, at, theme.Weight.SEMIBOLD)
            case Column.PERSON:
                draw_two_lines(painter, area, dossier.applicant.name, dossier.applicant.phone)
            case Column.PROCEDURE:
                draw_two_lines(painter, area, dossier.procedure_name, dossier.field)
            case Column.STATE:
                text, tone, icon = words.state_chip(dossier, self._now())
                height = theme.px(CHIP_HEIGHT)
                width = min(area.width(), chip_width(text, icon))
                box = QRectF(area.left(), area.center().y() - height / 2 + 1, width, height)
                draw_chip(painter, box, text, tone, icon, on_selection=selected)
            case Column.DUE:
                note, tone = words.due_note(dossier, self._now(), self.calendar)
                draw_two_lines(painter, area, index_text, note, theme.Weight.MEDIUM, tone)


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
        return self._model.row_at(self.currentIndex().row())

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
        self.picked.emit(self._model.row_at(current.row()))
        if current.row() >= self._model.rowCount() - 2:
            self.more_asked.emit()

    def _double(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row_at(index.row()))
