"""Editors of a procedure's terms and fee."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from counter_app.domain.procedures import Channel, ChannelTerm, Fee, FeeStep, FeeUnit, Term, TermUnit
from counter_app.services.catalogue_check import DEAREST, LONGEST_TERM
from ui import theme
from ui.components.field import Field
from ui.components.label import Label
from ui.desk.admin.catalogue import words as catalogue_words

_NUMBER = 76
_UNIT = 170
_MONEY = 150
_STEP = re.compile(r"^\s*(\d{1,4})\s*[:=]\s*([\d.]{1,13})\s*(?:đ|đồng)?\s*$", re.IGNORECASE)
_LAST_HOUR = 23


class TermEditor(QWidget):
    """A number, its unit and, where the result comes on the same day, until which hour."""

    def __init__(self, name: str, *, same_day: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = spin_box(self.tr("{name}: số").format(name=name), 1, LONGEST_TERM[TermUnit.HOUR], _NUMBER)
        self.unit = _combo(self.tr("{name}: đơn vị").format(name=name), _UNIT)
        for unit, said in (
            (TermUnit.WORKING_DAY, self.tr("ngày làm việc")),
            (TermUnit.CALENDAR_DAY, self.tr("ngày (cả ngày nghỉ)")),
            (TermUnit.HOUR, self.tr("giờ làm việc")),
            (TermUnit.UNSET, self.tr("chưa có thời hạn")),
        ):
            self.unit.addItem(said, unit)
        self.same_day = QCheckBox(self.tr("Trả trong ngày nếu nhận trước"))
        self.hour = spin_box(self.tr("{name}: giờ nhận cuối").format(name=name), 1, _LAST_HOUR, _NUMBER)
        self.hour.setSuffix(self.tr(" giờ"))
        self.hour.setValue(15)
        for part in (self.same_day, self.hour):  # shown where there is a place for them
            part.setParent(self)
            part.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.amount)
        row.addWidget(self.unit)
        row.addStretch(1)
        self._same_day = same_day
        self.unit.currentIndexChanged.connect(self._follow)
        self.amount.valueChanged.connect(self._follow)
        self.same_day.toggled.connect(self._follow)
        self._follow()

    @property
    def term(self) -> Term:
        """What is typed."""
        unit = TermUnit(self.unit.currentData())
        if unit is TermUnit.UNSET:
            return Term(0, unit)
        until = self.hour.value() if self._on_the_day and self.same_day.isChecked() else None
        return Term(self.amount.value(), unit, until)

    def present(self, term: Term) -> None:
        """Show a term."""
        self.unit.setCurrentIndex(self.unit.findData(term.unit))
        self.amount.setValue(max(1, term.amount))
        self.same_day.setChecked(term.same_day_until is not None)
        self.hour.setValue(term.same_day_until or 15)
        self._follow()

    @property
    def _on_the_day(self) -> bool:
        unit = TermUnit(self.unit.currentData())
        return self._same_day and unit is TermUnit.WORKING_DAY and self.amount.value() == 1

    def _follow(self) -> None:
        self.amount.setEnabled(TermUnit(self.unit.currentData()) is not TermUnit.UNSET)
        self.same_day.setEnabled(self._on_the_day)
        self.hour.setEnabled(self._on_the_day and self.same_day.isChecked())


class TermsEditor(QWidget):
    """The term at the counter, and another one for each channel that has its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.main = TermEditor(self.tr("Thời hạn"), same_day=True)
        self.others = {
            channel: (
                QCheckBox(self.tr("{channel}: khác").format(channel=catalogue_words.channel_words(channel))),
                TermEditor(catalogue_words.channel_words(channel), same_day=False),
            )
            for channel in (Channel.ONLINE, Channel.POSTAL)
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.main)
        for part in (self.main.same_day, self.main.hour):
            part.show()
        hour = QHBoxLayout()
        hour.setSpacing(theme.px(8))
        hour.addWidget(self.main.same_day)
        hour.addWidget(self.main.hour)
        hour.addStretch(1)
        column.addLayout(hour)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        for row, (box, editor) in enumerate(self.others.values()):
            grid.addWidget(box, row, 0)
            grid.addWidget(editor, row, 1)
            editor.setEnabled(False)
            box.toggled.connect(editor.setEnabled)
        column.addLayout(grid)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        main = self.main
        others = (part for box, editor in self.others.values() for part in (box, editor.amount, editor.unit))
        return (main.amount, main.unit, main.same_day, main.hour, *others)

    @property
    def terms(self) -> tuple[ChannelTerm, ...]:
        """The channels' own terms."""
        return tuple(
            ChannelTerm(channel, editor.term) for channel, (box, editor) in self.others.items() if box.isChecked()
        )

    def present(self, term: Term, terms: Sequence[ChannelTerm]) -> None:
        """Show the terms."""
        self.main.present(term)
        own = {one.channel: one.term for one in terms}
        for channel, (box, editor) in self.others.items():
            box.setChecked(channel in own)
            editor.present(own.get(channel, term))


class FeeEditor(QWidget):
    """Price, unit, online price, later pages, cap and note; ``problem`` says what is wrong with the pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = _money(self.tr("Mức thu"))
        self.unit = _combo(self.tr("Tính theo"), _UNIT)
        for unit in FeeUnit:
            self.unit.addItem(catalogue_words.unit_words(unit), unit)
        self.has_online = QCheckBox(self.tr("Nộp trực tuyến thu"))
        self.online = _money(self.tr("Mức thu khi nộp trực tuyến"))
        self.steps = Field(self.tr("Trang sau giá khác (từ trang: giá)"))
        self.steps.line.setPlaceholderText("3: 1.000")
        self.cap = _money(self.tr("Tối đa một bản (0: không giới hạn)"))
        self.note = Field(self.tr("Ghi chú"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for parts in ((self.amount, self.unit), (self.has_online, self.online)):
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        later = QHBoxLayout()
        later.setSpacing(theme.px(8))
        later.addWidget(self.steps, 1)
        capped = QVBoxLayout()
        capped.setSpacing(theme.px(2))
        capped.addWidget(Label(self.tr("Tối đa một bản"), "small", color="text_muted"))
        capped.addWidget(self.cap)
        later.addLayout(capped)
        column.addLayout(later)
        column.addWidget(self.note)
        self.has_online.toggled.connect(self.online.setEnabled)
        self.unit.currentIndexChanged.connect(self._follow)
        self.online.setEnabled(False)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        later = (self.steps.line, self.cap, self.note.line)
        return (self.amount, self.unit, self.has_online, self.online, *later)

    @property
    def problem(self) -> str:
        """What is wrong with the later pages, "" if nothing."""
        return "" if self._typed_steps() is not None else self.tr("Ghi như 3: 1.000; 11: 500")

    @property
    def fee(self) -> Fee:
        """What is typed; later pages that cannot be read are left out."""
        return Fee(
            self.amount.value(),
            FeeUnit(self.unit.currentData()),
            " ".join(self.note.text.split()),
            self._typed_steps() or (),
            self.cap.value(),
            self.online.value() if self.has_online.isChecked() else None,
        )

    def present(self, fee: Fee) -> None:
        """Show a fee."""
        self.amount.setValue(fee.amount)
        self.unit.setCurrentIndex(self.unit.findData(fee.unit))
        self.has_online.setChecked(fee.online is not None)
        self.online.setValue(fee.online or 0)
        self.steps.set_text("; ".join(f"{step.first}: {step.amount:,}".replace(",", ".") for step in fee.steps))
        self.steps.set_verdict()
        self.cap.setValue(fee.cap)
        self.note.set_text(fee.note)
        self._follow()

    def _follow(self) -> None:
        self.steps.setEnabled(FeeUnit(self.unit.currentData()) is FeeUnit.PAGE)

    def _typed_steps(self) -> tuple[FeeStep, ...] | None:
        if FeeUnit(self.unit.currentData()) is not FeeUnit.PAGE:
            return ()
        found = [_STEP.match(part) for part in self.steps.text.split(";") if part.strip()]
        steps = tuple(FeeStep(int(one[1]), int(one[2].replace(".", "") or "0")) for one in found if one)
        return steps if len(steps) == len(found) else None


def spin_box(name: str, least: int, most: int, width: int) -> QSpinBox:
    """A number to type; its own padding would be lost at a fixed size."""
    spin = QSpinBox()
    spin.setAccessibleName(name)
    spin.setRange(least, most)
    spin.setFixedSize(theme.px(width), theme.px(32))
    spin.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
    return spin


def _money(name: str) -> QSpinBox:
    spin = spin_box(name, 0, DEAREST, _MONEY)
    spin.setLocale(QLocale("vi_VN"))
    spin.setGroupSeparatorShown(True)
    spin.setSuffix(" đ")
    spin.setSingleStep(1000)
    return spin


def _combo(name: str, width: int) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setFixedSize(theme.px(width), theme.px(32))
    return combo
