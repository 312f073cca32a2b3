"""Results that lie ready and were not taken: the oldest first, with the phone number, so that people can be called."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from counter_app.domain.dossier_facts import ReturnWay
from counter_app.domain.dossiers import Dossier
from counter_app.domain.working_calendar import VIETNAM
from ui import theme
from ui.components.row_table import ROW, draw_ground, dress
from ui.components.tone import Tone
from ui.components.two_lines import draw_two_lines
from ui.desk import times

_DOSSIER = Qt.ItemDataRole.UserRole
_LONG = timedelta(days=7)
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from the left."""

    PERSON = 0
    PROCEDURE = 1
    PHONE = 2
    SINCE = 3


_WIDTHS = {Column.PERSON: 196, Column.PHONE: 124, Column.SINCE: 156}


class ReadyModel(QAbstractTableModel):
    """The results."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: tuple[Dossier, ...] = ()

    def present(self, rows: tuple[Dossier, ...]) -> None:
        """Show other results."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> tuple[Dossier, ...]:
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
        dossier = self._rows[index.row()]
        if role == _DOSSIER:
            return dossier
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in self.lines(dossier, Column(index.column()))[:2] if part)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's name."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            Column.PERSON: self.tr("Chủ hồ sơ"),
            Column.PROCEDURE: self.tr("Kết quả"),
            Column.PHONE: self.tr("Điện thoại"),
            Column.SINCE: self.tr("Có kết quả"),
        }
        return names[Column(section)]

    def lines(self, dossier: Dossier, column: Column) -> tuple[str, str, Tone]:
        """Return the two lines of a cell and the tone of the second."""
        match column:
            case Column.PERSON:
                return dossier.applicant.name, dossier.code, Tone.NEUTRAL
            case Column.PROCEDURE:
                refusal = dossier.outcome is not None and dossier.outcome.refusal
                told = self.tr("văn bản từ chối") if refusal else dossier.result
                by_post = dossier.return_way is ReturnWay.POST
                way = self.tr("gửi bưu chính") if by_post else ""
                return dossier.procedure_name, " · ".join(filter(None, (way, told))), Tone.NEUTRAL
            case Column.PHONE:
                return dossier.applicant.phone or "–", "", Tone.NEUTRAL
            case Column.SINCE:
                return self._since(dossier)

    def _since(self, dossier: Dossier) -> tuple[str, str, Tone]:
        done = dossier.done_at
        if done is None:
            return "–", "", Tone.NEUTRAL
        now = self._now()
        days = (now.astimezone(VIETNAM).date() - done.astimezone(VIETNAM).date()).days
        if dossier.is_late(now):
            return times.day(done), self.tr("có muộn, hẹn {day}").format(day=_short(dossier.due)), Tone.DANGER
        if now - done >= _LONG:
            return times.day(done), self.tr("đã chờ {count} ngày").format(count=days), Tone.WARNING
        told = self.tr("đã chờ {count} ngày").format(count=days) if days else self.tr("hôm nay")
        return times.day(done), told, Tone.NEUTRAL


def _short(at: datetime | None) -> str:
    return f"{at.astimezone(VIETNAM):%d/%m}" if at else ""


class ReadyDelegate(QStyledItemDelegate):
    """Paints two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for the height of two lines."""
        return QSize(theme.px(80), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        model = index.model()
        area: QRect = option.rect
        focused = bool(option.state & QStyle.StateFlag.State_Selected)
        first = index.column() == Column.PERSON
        painter.save()
        draw_ground(painter, area, selected=focused, first=first)
        if isinstance(model, ReadyModel):
            inner = area.adjusted(theme.px(16 if first else 8), 0, -theme.px(8), 0)
            upper, lower, tone = model.lines(index.data(_DOSSIER), Column(index.column()))
            draw_two_lines(painter, inner, upper, lower, theme.Weight.MEDIUM, tone)
        painter.restore()


class ReadyTable(QTableView):
    """The view; ``opened(Dossier)`` by Enter or a click."""

    opened = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ReadyModel(now, self)
        self.setModel(self._model)
        self.setItemDelegate(ReadyDelegate(self))
        self.setAccessibleName(self.tr("Kết quả chờ người đến nhận"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        dress(self, Column.PROCEDURE)
        self.clicked.connect(lambda index: self.opened.emit(self._model.data(index, _DOSSIER)))

    @property
    def rows(self) -> tuple[Dossier, ...]:
        """What is listed."""
        return self._model.rows

    def present(self, rows: tuple[Dossier, ...]) -> None:
        """Show other results; the row keeps its place."""
        if rows == self._model.rows:
            return
        place = self.currentIndex().row()
        self._model.present(rows)
        if rows and place >= 0:
            self.selectRow(min(place, len(rows) - 1))

    def enter(self) -> None:
        """Come from above, by the arrow."""
        if self._model.rows:
            self.selectRow(max(0, self.currentIndex().row()))
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().row() >= 0:
                self.opened.emit(self._model.rows[self.currentIndex().row()])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the columns that matter least where there is little room."""
        super().resizeEvent(event)
        logical = self.viewport().width() / theme.look().scale
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self.setColumnHidden(Column.PROCEDURE, logical < 560)
        heads = self.horizontalHeader()
        narrow = self.isColumnHidden(Column.PROCEDURE)
        modes = QHeaderView.ResizeMode
        heads.setSectionResizeMode(Column.PERSON, modes.Stretch if narrow else modes.Fixed)
