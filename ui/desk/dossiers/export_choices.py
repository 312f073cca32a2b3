"""What a list on paper or in a file is made of: which list, which field, which days, which format."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.places import Officer
from counter_app.domain.working_days import VIETNAM
from counter_app.services.register import Period
from ui import theme
from ui.components.field import Field
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.segments import Segments
from ui.desk.pill import Pill

_LONGEST_REASON = 300


class Choice(IntEnum):
    """Which list."""

    LIST = 0
    REGISTER = 1
    HAND_OVERS = 2


class Output(IntEnum):
    """What comes out."""

    PAPER = 0
    XLSX = 1
    CSV = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """Everything that was chosen; ``giver`` and ``taker`` are ids of officers, empty for anybody.

    ``whole``: with whole identity numbers and telephones, for ``reason``.
    """

    choice: Choice
    output: Output
    period: Period
    field: str = ""
    giver: str = ""
    taker: str = ""
    whole: bool = False
    reason: str = ""


class ExportChoices(QWidget):
    """The form; ``changed()`` tells that something else was chosen."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.choice = Segments(
            self.tr("Lập gì"),
            (self.tr("Danh sách"), self.tr("Sổ theo dõi"), self.tr("Bàn giao")),
        )
        self.output = Segments(self.tr("Ra dạng nào"), (self.tr("Xem và in"), "Excel (.xlsx)", "CSV"))
        self.words = Label("", wrap=True)
        self._list_words = ""
        self.field, self.giver, self.taker = (
            self._combo(name) for name in (self.tr("Lĩnh vực"), self.tr("Người giao"), self.tr("Người nhận"))
        )
        self.since, self.until = self._day(self.tr("Từ ngày")), self._day(self.tr("Đến ngày"))
        self.whole = QCheckBox(self.tr("Kèm số định danh, điện thoại và thư điện tử đầy đủ"))
        self.reason = Field(self.tr("Lý do cần số đầy đủ (được ghi lại)"))
        self.pills = {
            "day": Pill(self.tr("Hôm nay")),
            "week": Pill(self.tr("Tuần này")),
            "month": Pill(self.tr("Tháng này")),
            "year": Pill(self.tr("Năm nay")),
        }
        self._form = QFormLayout()
        self._build()
        self.set_period("month")
        self.show_choice(Choice.REGISTER)

    @property
    def chosen(self) -> Chosen | None:
        """What is chosen now; None while a day is not one."""
        since, until = _day_of(self.since.text()), _day_of(self.until.text())
        if since is None or until is None:
            return None
        period = Period(since, until)
        field, giver, taker = (str(box.currentData() or "") for box in (self.field, self.giver, self.taker))
        choice = Choice(self.choice.current)
        whole = self.whole.isChecked() and choice is not Choice.HAND_OVERS
        reason = self.reason.text if whole else ""
        return Chosen(choice, Output(self.output.current), period, field, giver, taker, whole, reason)

    def lacks_reason(self) -> bool:
        """Say so where whole numbers were asked for without a reason, with the focus there."""
        lacks = self.chosen is not None and self.chosen.whole and not self.reason.text.strip()
        self.reason.set_verdict(problem=self.tr("Ghi vì sao cần số đầy đủ.") if lacks else "")
        if lacks:
            self.reason.line.setFocus()
        return lacks

    def show_choice(self, choice: Choice) -> None:
        """Show what belongs to one list."""
        self.choice.set_current(choice)
        paper = choice is not Choice.LIST
        explained = {
            Choice.LIST: self._list_words,
            Choice.REGISTER: self.tr("Hồ sơ nhận trong thời gian chọn dưới đây, theo mẫu 07"),
            Choice.HAND_OVERS: self.tr("Hồ sơ đã giao từ người này sang người khác trong thời gian chọn dưới đây"),
        }
        self.words.setText(explained[choice])
        for row, shown in (
            (self.field, choice is Choice.REGISTER),
            (self._period, paper),
            (self.giver, choice is Choice.HAND_OVERS),
            (self.taker, choice is Choice.HAND_OVERS),
            (self._numbers, choice is not Choice.HAND_OVERS),
        ):
            self._form.setRowVisible(row, shown)
        self.output.button(Output.PAPER).setVisible(paper)
        if not paper and self.output.current == Output.PAPER:
            self.output.set_current(Output.XLSX)
        self.changed.emit()

    def set_list(self, *, offered: bool, words: str = "") -> None:
        """Say which dossiers the page lists, or that it lists none."""
        self.choice.button(Choice.LIST).setEnabled(offered)
        self._list_words = words or self._list_words

    def set_fields(self, fields: tuple[str, ...]) -> None:
        """Offer these fields, and all."""
        _refill(self.field, self.tr("Tất cả lĩnh vực"), tuple((field, field) for field in fields))

    def set_officers(self, officers: tuple[Officer, ...]) -> None:
        """Offer these officers, and anybody."""
        for box in (self.giver, self.taker):
            _refill(box, self.tr("Bất kỳ ai"), tuple((officer.name, officer.id) for officer in officers))

    def set_period(self, which: str) -> None:
        """Take today, this week, month or year up to today."""
        starts = {
            "day": self._today,
            "week": self._today - timedelta(days=self._today.weekday()),
            "month": self._today.replace(day=1),
            "year": self._today.replace(month=1, day=1),
        }
        for edit, day in ((self.since, starts[which]), (self.until, self._today)):
            edit.setText(f"{day:%d/%m/%Y}")
            edit.set_wrong(False)
        for name, pill in self.pills.items():
            pill.setChecked(name == which)

    def _build_period(self) -> QWidget:
        """The first and the last day, and pills that set both."""
        days = QHBoxLayout()
        days.setSpacing(theme.px(8))
        days.addWidget(self.since)
        days.addWidget(Label("–"))
        days.addWidget(self.until)
        days.addStretch(1)
        quick = QHBoxLayout()
        quick.setSpacing(theme.px(8))
        for name, pill in self.pills.items():
            quick.addWidget(pill)
            pill.clicked.connect(lambda _=False, name=name: self.set_period(name))
        quick.addStretch(1)
        period = QWidget()
        both = QVBoxLayout(period)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(8))
        both.addLayout(days)
        both.addLayout(quick)
        return period

    def _build(self) -> None:
        self._period = self._build_period()
        self._numbers = self._build_numbers()
        self._form.setHorizontalSpacing(theme.px(16))
        self._form.setVerticalSpacing(theme.px(14))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, part in (
            (self.tr("Lập gì"), self.choice),
            (self.tr("Gồm"), self.words),
            (self.tr("Lĩnh vực"), self.field),
            (self.tr("Người giao"), self.giver),
            (self.tr("Người nhận"), self.taker),
            (self.tr("Thời gian"), self._period),
            (self.tr("Ra dạng nào"), self.output),
            (self.tr("Số riêng tư"), self._numbers),
        ):
            self._form.addRow(Label(name, color="text_muted"), part)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.addLayout(self._form)
        column.addStretch(1)
        self.choice.chosen.connect(lambda index: self.show_choice(Choice(index)))
        self.output.chosen.connect(lambda _: self.changed.emit())
        for edit in (self.since, self.until):
            edit.textEdited.connect(lambda _: self._typed())

    def _build_numbers(self) -> QWidget:
        """Masked unless ticked; the reason shows only then."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.whole)
        column.addWidget(self.reason)
        told = self.tr("Không chọn thì các số được che bớt: 0001••••0417.")
        self._masked = Label(told, "small", color="text_muted", wrap=True)
        column.addWidget(self._masked)
        self.reason.setMaximumWidth(theme.px(420))
        self.reason.line.setMaxLength(_LONGEST_REASON)
        self.reason.hide()
        self.whole.toggled.connect(self._show_reason)
        self.reason.edited.connect(lambda _: self.reason.set_verdict())
        return box

    def _show_reason(self, wanted: bool) -> None:
        self.reason.setVisible(wanted)
        self._masked.setVisible(not wanted)
        self.reason.set_verdict()
        if wanted:
            self.reason.line.setFocus()

    def _typed(self) -> None:
        for edit in (self.since, self.until):
            edit.set_wrong(_day_of(edit.text()) is None)
        for pill in self.pills.values():
            pill.setChecked(False)
        self.changed.emit()

    def _combo(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMaximumWidth(theme.px(420))
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setFixedHeight(theme.px(32))
        return box

    def _day(self, name: str) -> LineEdit:
        edit = LineEdit(name)
        edit.setPlaceholderText("dd/mm/yyyy")
        edit.keep_room("00/00/0000")
        edit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return edit


def _refill(box: QComboBox, all_of_them: str, rows: tuple[tuple[str, str], ...]) -> None:
    kept = box.currentData()
    box.clear()
    box.addItem(all_of_them, "")
    for text, data in rows:
        box.addItem(text, data)
    box.setCurrentIndex(max(0, box.findData(kept)))


def _day_of(text: str) -> date | None:
    """The day that was typed as 23/11/2026; None for anything else."""
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").replace(tzinfo=VIETNAM).date()
    except ValueError:
        return None
