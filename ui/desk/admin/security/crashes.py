"""The program's own bugs and sudden ends: one line below the record, and the list behind it."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from counter_app.clocks import VIETNAM
from counter_app.crash_reports import CrashReport
from ui import theme
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.row_model import RowDelegate, RowModel
from ui.components.row_table import ROW, dress
from ui.components.rule import Rule
from ui.components.tone import Tone
from ui.desk import times

_ROWS_SHOWN = 3
_HEAD = 30


class Column(IntEnum):
    """The columns, from the left."""

    TIME = 0
    WHAT = 1
    NUMBER = 2
    TIMES = 3


_WIDTHS = {Column.TIME: 128, Column.NUMBER: 208, Column.TIMES: 148}


class CrashModel(RowModel[CrashReport]):
    """The reports of this machine, the newest first."""

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns, from the left."""
        return self.tr("Lúc"), self.tr("Lỗi chương trình"), self.tr("Mã để báo kỹ thuật"), self.tr("Số lần")

    def lines(self, report: CrashReport, column: int) -> tuple[str, str, Tone]:
        """Return the two lines of a cell and the tone of the second."""
        match Column(column):
            case Column.TIME:
                return f"{report.at.astimezone(VIETNAM):%H:%M:%S}", times.day(report.at), Tone.NEUTRAL
            case Column.WHAT:
                ended = self.tr("Chương trình bị đóng đột ngột")
                return ended if report.sudden else self.tr("Lỗi khi đang làm một việc"), report.what, Tone.NEUTRAL
            case Column.NUMBER:
                return report.number, "", Tone.NEUTRAL
            case Column.TIMES:
                return self.tr("{count} lần").format(count=report.times), "", Tone.NEUTRAL


class CrashPart(QWidget):
    """Not there while there is no report. ``save_asked()`` wants all of them in one file."""

    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CrashModel(len(Column), self)
        self.told = Label("", "small", theme.Weight.MEDIUM, wrap=True)
        self.show_button = KeyButton(self.tr("Xem báo cáo lỗi"), icon="list")
        self.show_button.setCheckable(True)
        self.save_button = KeyButton(self.tr("Lưu ra tệp…"), icon="download", name=self.tr("Lưu báo cáo lỗi ra tệp"))
        self.table = QTableView()
        self._dress()
        self._build()
        self.hide()

    @property
    def reports(self) -> tuple[CrashReport, ...]:
        """What is listed."""
        return self._model.rows

    def present(self, reports: tuple[CrashReport, ...]) -> None:
        """Show these reports; nothing at all where there is none."""
        if reports != self._model.rows:
            self._model.present(reports)
            self.table.selectRow(0)
            self._fit()
        if reports:
            newest = reports[0]
            at = f"{newest.at.astimezone(VIETNAM):%H:%M} {times.day(newest.at)}"
            words = self.tr(
                "Chương trình đã gặp {count} lỗi, gần nhất lúc {at}, mã {number}. Báo cáo không có dữ liệu công dân."
            )
            self.told.setText(words.format(count=len(reports), at=at, number=newest.number))
        else:
            self.show_button.setChecked(False)
        self.setVisible(bool(reports))

    def words(self, row: int) -> tuple[str, ...]:
        """What a row says, cell by cell."""
        return tuple(str(self._model.index(row, column).data()) for column in Column)

    def _dress(self) -> None:
        self.table.setModel(self._model)
        self.table.setItemDelegate(RowDelegate(self.table))
        self.table.setAccessibleName(self.tr("Báo cáo lỗi chương trình"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        dress(self.table, Column.WHAT)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, theme.px(width))
        self.table.hide()

    def _fit(self) -> None:
        self.table.setFixedHeight(theme.px(ROW * min(len(self.reports), _ROWS_SHOWN) + _HEAD))

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        line.setSpacing(theme.px(8))
        line.addWidget(IconLabel(Tone.WARNING.icon, Tone.WARNING.ink))
        line.addWidget(self.told, 1)
        line.addWidget(self.show_button)
        line.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(line)
        column.addWidget(self.table)
        self.show_button.toggled.connect(self.table.setVisible)
        self.save_button.clicked.connect(self.save_asked)
