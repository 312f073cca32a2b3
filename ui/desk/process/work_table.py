"""The list of Xử lý: a model, a view that takes several rows, one delegate."""

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from counter_app.domain.working_calendar import VIETNAM
from ui import icons, theme
from ui.components.row_model import THE_ROW, Index, RowDelegate, RowModel
from ui.components.row_table import dress
from ui.components.tone import Tone
from ui.desk.process import words
from ui.desk.process.work import Work

_EYE = 16
_SEEN = THE_ROW + 1


class Column(IntEnum):
    """The columns, from the left."""

    DOSSIER = 0
    STEP = 1
    STEP_DUE = 2
    DUE = 3


_WIDTHS = {Column.STEP: 164, Column.STEP_DUE: 168, Column.DUE: 72}


class WorkModel(RowModel[Work]):
    """The rows of one bucket; of those in ``seen`` (dossier ids) the draft was looked at."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(len(Column), parent)
        self._now = now
        self.seen: frozenset[str] = frozenset()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, the row itself, or whether its draft was looked at."""
        work = self.row_at(index.row())
        if role == _SEEN and work is not None:
            return work.dossier.id in self.seen
        return super().data(index, role)

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns, from the left."""
        return self.tr("Hồ sơ"), self.tr("Bước hiện tại"), self.tr("Hạn của bước"), self.tr("Hẹn trả")

    def lines(self, work: Work, column: int) -> tuple[str, str, Tone]:
        """Return the two lines of a cell and the tone of the second."""
        dossier = work.dossier
        match Column(column):
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


class WorkDelegate(RowDelegate):
    """Paints two lines, and an eye on what was looked at."""

    def weight(self, column: int) -> int:
        """Return the weight of a column's first line."""
        return theme.Weight.REGULAR if column == Column.DUE else super().weight(column)

    def draw_cell(self, painter: QPainter, area: QRect, index: Index, *, selected: bool) -> None:
        """Draw what a cell says inside its margins."""
        if index.column() == Column.DOSSIER and index.data(_SEEN):
            side = theme.px(_EYE)
            icon = icons.pixmap("eye", theme.color("success"), side)
            painter.drawPixmap(area.right() - side, area.center().y() - side // 2, icon)
            area = area.adjusted(0, 0, -side - theme.px(8), 0)
        super().draw_cell(painter, area, index, selected=selected)


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
        self._model.seen = seen
        self._model.present(rows)
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
