"""One dossier at the right of the list: who, what, when, its way so far, files, and what comes next."""

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier
from counter_app.domain.masking import masked_number
from counter_app.domain.money import dong
from counter_app.domain.places import Officer
from counter_app.domain.working_days import WorkingDays
from ui import theme
from ui.components.chip import Chip
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import words
from ui.desk.dossier.act_words import act_words, role_words
from ui.desk.dossier.acts import KINDS, Act, offers
from ui.desk.dossier.timeline import empty
from ui.desk.dossier.way import milestones, signs
from ui.desk.process.files import files_of


@dataclass(frozen=True, slots=True)
class Beside:
    """What a dossier is shown by: names of officers, who looks at it, and which days are worked."""

    me: Officer
    names: dict[str, str] = field(default_factory=dict)
    calendar: WorkingDays | None = None


class DossierDetail(Surface):
    """The panel; ``act_asked(Dossier, Act)`` the next act, ``open_asked(Dossier)`` the whole page."""

    print_asked = Signal(object)
    open_asked = Signal(object)
    act_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._dossier: Dossier | None = None
        self._act = Act.COMMENT
        self._code = ElidedLabel("", "strong", theme.Weight.SEMIBOLD)
        self._chip, self._due_chip = Chip(), Chip()
        self._body = QWidget()
        self._body_column = QVBoxLayout(self._body)
        self._body_column.setContentsMargins(0, 0, theme.px(16), 0)
        self._body_column.setSpacing(theme.px(6))
        self.act_button = KeyButton("", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40, weight=theme.Weight.SEMIBOLD)
        self.open_button = KeyButton(self.tr("Mở hồ sơ"), icon="external-link", key="Enter", short=(self.tr("Mở"),))
        self.print_button = KeyButton(self.tr("In giấy hẹn"), icon="printer", key="Ctrl+P", short=(self.tr("In lại"),))
        self._build()

    def _build(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(theme.px(8))
        chips.addWidget(self._chip)
        chips.addWidget(self._due_chip)
        chips.addStretch(1)
        acts = QVBoxLayout()
        acts.setContentsMargins(0, theme.px(8), theme.px(16), 0)
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.act_button)
        lesser = QHBoxLayout()
        lesser.setSpacing(theme.px(8))
        lesser.addWidget(self.open_button, 1)
        lesser.addWidget(self.print_button, 1)
        acts.addLayout(lesser)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), 0, theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self._code)
        column.addLayout(chips)
        column.addWidget(VerticalScroll(self._body), 1)
        column.addLayout(acts)
        self.act_button.clicked.connect(self.ask_act)
        self.open_button.clicked.connect(lambda: self.open_asked.emit(self._dossier))
        self.print_button.clicked.connect(lambda: self.print_asked.emit(self._dossier))

    def ask_act(self) -> None:
        """Ask for the main act of the dossier shown."""
        if self._dossier is not None:
            self.act_asked.emit(self._dossier, self._act)

    def present(self, dossier: Dossier | None, now: datetime, beside: Beside) -> None:
        """Show a dossier, or that none is selected."""
        self._dossier = dossier
        empty(self._body_column)
        for button in (self.act_button, self.open_button, self.print_button):
            button.setVisible(dossier is not None)
        if dossier is None:
            self._code.set_text(self.tr("Chưa chọn hồ sơ"))
            self._chip.set_state("")
            self._due_chip.set_state("")
            return
        self._code.set_text(dossier.code or self.tr("Chưa có mã"))
        self._chip.set_state(*words.state_chip(dossier, now))
        note, tone = words.due_note(dossier, now, beside.calendar)
        shown = tone in (Tone.WARNING, Tone.DANGER)
        icon = "alert-octagon" if tone is Tone.DANGER else "clock-exclamation"
        self._due_chip.set_state(note[:1].upper() + note[1:] if shown else "", tone, icon)
        self._act = offers(dossier, beside.me, now)[0].act
        self.act_button.set_words(act_words(self._act), icon=KINDS[self._act].icon)
        self.print_button.setEnabled(dossier.due is not None)
        self._fill(dossier, now, beside)

    def _fill(self, dossier: Dossier, now: datetime, beside: Beside) -> None:
        column = self._body_column
        column.addWidget(self._facts(dossier))
        column.addWidget(Rule())
        column.addWidget(Label(self.tr("Diễn biến"), weight=theme.Weight.SEMIBOLD))
        for sign in signs(milestones(dossier, beside.names, now)):
            column.addWidget(sign)
        files = files_of(dossier)
        if files:
            column.addWidget(Rule())
        for file in files:
            pages = self.tr("{count} trang").format(count=len(file.blobs))
            aside = role_words(file.role) if file.role is not None else pages
            column.addWidget(_file(file.name, "paperclip" if file.role is not None else "file-text", aside))
        column.addStretch(1)

    def _facts(self, dossier: Dossier) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Chủ hồ sơ"), dossier.applicant.name),
            (self.tr("Số định danh"), masked_number(dossier.applicant.identity) or "—"),
            (self.tr("Điện thoại"), dossier.applicant.phone or "—"),
            (self.tr("Thủ tục"), dossier.procedure_name),
            (self.tr("Lệ phí"), dong(dossier.fee) if dossier.fee else self.tr("Không thu")),
            (self.tr("Hẹn trả"), words.due_words(dossier.due) or self.tr("Chưa hẹn")),
        )
        for place, (name, value) in enumerate(rows):
            label = Label(name, "small", color="text_muted")
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(value, weight=theme.Weight.MEDIUM, wrap=True), place, 1)
        return box


def _file(name: str, icon: str, aside: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(IconLabel(icon, "text_muted", 18))
    row.addWidget(ElidedLabel(name), 1)
    row.addWidget(Label(aside, "small", color="text_muted"))
    return box
