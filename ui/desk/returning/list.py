"""Results that lie ready and were not taken: the oldest first, with the phone number, so that people can be called."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from counter_app.domain.dossier_facts import ReturnWay
from counter_app.domain.dossiers import Dossier
from counter_app.domain.working_calendar import VIETNAM
from ui import theme
from ui.components.row_model import THE_ROW, RowDelegate, RowModel
from ui.components.row_table import dress
from ui.components.tone import Tone
from ui.desk import times

_LONG = timedelta(days=7)


class Column(IntEnum):
    """The columns, from the left."""

    PERSON = 0
    PROCEDURE = 1
    PHONE = 2
    SINCE = 3


_WIDTHS = {Column.PERSON: 196, Column.PHONE: 124, Column.SINCE: 156}


class ReadyModel(RowModel[Dossier]):
    """The results."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(len(Column), parent)
        self._now = now

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns, from the left."""
        return self.tr("Chủ hồ sơ"), self.tr("Kết quả"), self.tr("Điện thoại"), self.tr("Có kết quả")

    def lines(self, dossier: Dossier, column: int) -> tuple[str, str, Tone]:
        """Return the two lines of a cell and the tone of the second."""
        match Column(column):
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


class ReadyTable(QTableView):
    """The view; ``opened(Dossier)`` by Enter or a click."""

    opened = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ReadyModel(now, self)
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(self.tr("Kết quả chờ người đến nhận"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        dress(self, Column.PROCEDURE)
        self.clicked.connect(lambda index: self.opened.emit(self._model.data(index, THE_ROW)))

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
