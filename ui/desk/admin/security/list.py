"""The rows of the security record: when, what, who, how grave."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from counter_app.clocks import VIETNAM
from counter_app.domain.security_facts import SecurityEvent
from ui import theme
from ui.components.chip import HEIGHT as CHIP_HEIGHT
from ui.components.chip import chip_width, draw_chip
from ui.components.row_model import THE_ROW, Index, RowDelegate, RowModel
from ui.components.row_table import dress
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.admin.security import words

_AHEAD = 8
"""Rows before the end at which the next page is asked for."""


class Column(IntEnum):
    """The columns, from the left."""

    TIME = 0
    EVENT = 1
    WHO = 2
    SEVERITY = 3


_WIDTHS = {Column.TIME: 128, Column.WHO: 208, Column.SEVERITY: 148}


class SecurityModel(RowModel[SecurityEvent]):
    """The events that were read; ``names`` are the officers' by id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(Column), parent)
        self.names: Mapping[str, str] = {}

    def append(self, rows: tuple[SecurityEvent, ...]) -> None:
        """Add the next page."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns, from the left."""
        return self.tr("Lúc"), self.tr("Việc"), self.tr("Cán bộ"), self.tr("Mức")

    def lines(self, event: SecurityEvent, column: int) -> tuple[str, str, Tone]:
        """Return the two lines of a cell and the tone of the second."""
        match Column(column):
            case Column.TIME:
                return f"{event.at.astimezone(VIETNAM):%H:%M:%S}", times.day(event.at), Tone.NEUTRAL
            case Column.EVENT:
                return words.sentence(event), words.particulars(event, self.names), Tone.NEUTRAL
            case Column.WHO:
                name = self.names.get(event.officer, "")
                return name or event.officer or self.tr("Máy tự ghi"), event.officer if name else "", Tone.NEUTRAL
            case Column.SEVERITY:
                return words.severity(event.severity)[0], "", Tone.NEUTRAL


class _Row(RowDelegate):
    def weight(self, column: int) -> int:
        return theme.Weight.SEMIBOLD if column == Column.EVENT else theme.Weight.REGULAR

    def draw_cell(self, painter: QPainter, area: QRect, index: Index, *, selected: bool) -> None:
        if index.column() != Column.SEVERITY:
            super().draw_cell(painter, area, index, selected=selected)
            return
        event: SecurityEvent = index.data(THE_ROW)
        text, tone, icon = words.severity(event.severity)
        height = theme.px(CHIP_HEIGHT)
        width = min(area.width(), chip_width(text, icon))
        box = QRectF(area.left(), area.center().y() - height / 2 + 1, width, height)
        draw_chip(painter, box, text, tone, icon, on_selection=selected)


class SecurityTable(QTableView):
    """The list; ``more_asked()`` comes near the end of what is here."""

    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SecurityModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(self.tr("Nhật ký an toàn"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        dress(self, Column.EVENT)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._ask_near(now.row()))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._ask_near(self._last_shown()))

    def present(self, events: tuple[SecurityEvent, ...], names: Mapping[str, str]) -> None:
        """Show other rows; the one chosen stays so, as long as it is among them."""
        chosen = self.current
        self._model.names = names
        self._model.present(events)
        places = [place for place, one in enumerate(events) if chosen is not None and one.id == chosen.id]
        if events:
            self.selectRow(places[0] if places else 0)

    def append(self, events: tuple[SecurityEvent, ...]) -> None:
        """Add the next page below."""
        self._model.append(events)

    @property
    def events(self) -> tuple[SecurityEvent, ...]:
        """What is listed."""
        return self._model.rows

    @property
    def current(self) -> SecurityEvent | None:
        """The row chosen."""
        return self._model.row_at(self.currentIndex().row())

    def words(self, row: int) -> tuple[str, ...]:
        """What a row says, cell by cell."""
        return tuple(str(self._model.index(row, column).data()) for column in Column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last row."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._model.rowCount() - 1}
        if event.key() in ends and not event.modifiers():
            self.selectRow(ends[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _last_shown(self) -> int:
        last = self.rowAt(self.viewport().height() - 1)
        return last if last >= 0 else self._model.rowCount() - 1

    def _ask_near(self, row: int) -> None:
        if row >= self._model.rowCount() - _AHEAD:
            self.more_asked.emit()
