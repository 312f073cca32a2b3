"""Nhật ký in: what was printed today, newest first."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from counter_app.clocks import VIETNAM
from counter_app.services.printing import PrintRecord
from ui import theme
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.row_model import RowDelegate, RowModel
from ui.components.row_table import dress
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk.admin.tickets import words

PAGE = 100
"""Rows that are read at first, and with each "Xem thêm"."""


class Column(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    PRINTED = 1
    OUTCOME = 2


_WIDTHS = {Column.NUMBER: 136, Column.PRINTED: 136}


class PrintModel(RowModel[PrintRecord]):
    """The rows that were read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(Column), parent)

    def heads(self) -> tuple[str, ...]:
        """Return the names of the columns, from the left."""
        return self.tr("Số"), self.tr("In lúc"), self.tr("Kết quả")

    def lines(self, record: PrintRecord, column: int) -> tuple[str, str, Tone]:
        """Return the two lines of a cell and the tone of the second."""
        match Column(column):
            case Column.NUMBER:
                issued = f"{record.ticket.issued_at.astimezone(VIETNAM):%H:%M}"
                return record.ticket.label, self.tr("lấy lúc {time}").format(time=issued), Tone.NEUTRAL
            case Column.PRINTED:
                if record.at is None or record.printed is None:
                    return "–", "", Tone.NEUTRAL
                at = f"{record.at.astimezone(VIETNAM):%H:%M:%S}"
                return at, words.copy_words(record.printed.copy), Tone.NEUTRAL
            case Column.OUTCOME:
                return words.outcome_words(record)


class _Row(RowDelegate):
    def weight(self, column: int) -> int:
        return theme.Weight.SEMIBOLD if column == Column.NUMBER else theme.Weight.REGULAR


class PrintTable(QTableView):
    """The list; ``entered`` is Enter on a row."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PrintModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(self.tr("Nhật ký in hôm nay"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        dress(self, Column.OUTCOME)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))

    def present(self, records: tuple[PrintRecord, ...]) -> None:
        """Show other rows; the one chosen stays so, by its number and copy."""
        chosen, row = self.current, max(0, self.currentIndex().row())
        self._model.present(records)
        if not records:
            return
        keys = [_key(one) for one in records]
        found = keys.index(_key(chosen)) if chosen and _key(chosen) in keys else min(row, len(records) - 1)
        self.selectRow(found)

    @property
    def records(self) -> tuple[PrintRecord, ...]:
        """What is listed."""
        return self._model.rows

    @property
    def current(self) -> PrintRecord | None:
        """The row chosen."""
        row = self.currentIndex().row()
        return self._model.row_at(row)

    def words(self, row: int) -> tuple[str, ...]:
        """What a row says, cell by cell."""
        return tuple(str(self._model.index(row, column).data()) for column in Column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter prints again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class PrintJournal(Surface):
    """The list; its filter ``kinds`` stands where the tab has room.

    ``asked()`` when other rows are wanted, ``reprint_asked()`` for the row chosen.
    """

    asked = Signal()
    reprint_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.most = PAGE
        self.kinds = Segments(self.tr("Hiện"), (self.tr("Tất cả"), self.tr("Chỉ lỗi")))
        self.table = PrintTable()
        self._nothing = Label("", color="text_muted", wrap=True)
        self._nothing.setContentsMargins(theme.px(16), theme.px(24), theme.px(16), theme.px(24))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._count = Label("", "small", theme.Weight.MEDIUM)
        self.more_button = KeyButton(self.tr("Xem thêm"), icon="chevron-down")
        self.reprint_button = KeyButton(
            self.tr("In lại số này"), icon="printer", key="Ctrl+P", short=(self.tr("In lại"),)
        )
        self._build()
        self.kinds.chosen.connect(lambda _: self._restart())
        self.more_button.clicked.connect(self._ask_more)
        self.reprint_button.clicked.connect(self.reprint_asked)
        self.table.entered.connect(self.reprint_asked)
        self.present((), more=False)

    @property
    def faults(self) -> bool:
        """Whether only faults are wanted."""
        return self.kinds.current == 1

    def present(self, records: tuple[PrintRecord, ...], *, more: bool) -> None:
        """Show the rows; ``more`` says that there are others."""
        self.table.present(records)
        self.table.setVisible(bool(records))
        nothing = self.tr("Hôm nay chưa có phiếu nào lỗi.") if self.faults else self.tr("Hôm nay chưa in phiếu nào.")
        self._nothing.setText(nothing)
        self._nothing.setVisible(not records)
        count = self.tr("{count} dòng mới nhất") if more else self.tr("{count} dòng")
        self._count.setText(count.format(count=len(records)))
        self.more_button.setVisible(more)
        self.reprint_button.setEnabled(bool(records))

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        foot.setSpacing(theme.px(12))
        foot.addWidget(self._count)
        foot.addWidget(self.more_button)
        foot.addStretch(1)
        foot.addWidget(self.reprint_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(Rule())
        column.addLayout(foot)

    def _restart(self) -> None:
        self.most = PAGE
        self.asked.emit()

    def _ask_more(self) -> None:
        self.most += PAGE
        self.asked.emit()


def _key(record: PrintRecord) -> tuple[str, int]:
    return record.ticket.id, record.printed.copy if record.printed else 0


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
