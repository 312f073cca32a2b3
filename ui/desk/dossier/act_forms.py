"""The form of one act, inside the page: what it asks for, the button that does it, a look at the paper before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import FileRole, PaymentMethod
from counter_app.domain.dossiers import DossierState
from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.domain.working_calendar import VIETNAM
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.dossier import act_words
from ui.desk.dossier.acts import KINDS, Act
from ui.desk.dossier.choices import CamePart, DuePart, OfficerPart, StepPart
from ui.desk.dossier.filled import Filled
from ui.desk.dossier.parts import (
    AmountPart,
    ChooseFile,
    DayPart,
    FilePart,
    ItemsPart,
    LinePart,
    Part,
    SegmentsPart,
    TextPart,
    TickPart,
)
from ui.desk.dossier.reading import DossierRead


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form is made from."""

    read: DossierRead
    officer: Officer
    choose_file: ChooseFile

    @property
    def today(self) -> date:
        """The local day."""
        return self.read.now.astimezone(VIETNAM).date()


class ActForm(QWidget):
    """One act's form; ``submitted()`` and ``preview_asked()`` come when all is right, ``left()`` by Esc."""

    submitted = Signal()
    preview_asked = Signal()
    left = Signal()

    def __init__(self, act: Act, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act = act
        self.parts = PARTS[act](setting) if act in PARTS else ()
        self._title = Label(act_words.act_words(act), "strong", theme.Weight.SEMIBOLD, wrap=True)
        self._leave_told = Label("", "small", theme.Weight.MEDIUM, "danger", wrap=True)
        self._problem = Label("", "small", theme.Weight.MEDIUM, "danger", wrap=True)
        for label in (self._leave_told, self._problem):
            label.hide()
        self.submit_button = KeyButton(
            act_words.submit_words(act),
            icon=KINDS[act].icon,
            key="Ctrl+Enter",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
        )
        self.preview_button = KeyButton(
            self.tr("Xem trước phiếu"), icon="eye", key="Ctrl+P", short=(self.tr("Xem trước"),)
        )
        self.back_button = KeyButton(self.tr("Để sau"), icon="arrow-left", key="Esc")
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        body.setSpacing(theme.px(10))
        body.addWidget(self._title)
        body.addWidget(self._leave_told)
        for part in self.parts:
            body.addWidget(part)
            part.changed.connect(lambda: self.say(""))
        body.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(12))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._problem)
        foot.addWidget(self.submit_button)
        lesser = QHBoxLayout()
        lesser.setSpacing(theme.px(8))
        lesser.addWidget(self.preview_button, 1)
        lesser.addWidget(self.back_button, 1)
        foot.addLayout(lesser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(VerticalScroll(inner), 1)
        column.addWidget(Rule())
        column.addLayout(foot)
        self.preview_button.setVisible(KINDS[self.act].form is not None)
        self.submit_button.clicked.connect(self.submit)
        self.preview_button.clicked.connect(self.preview)
        self.back_button.clicked.connect(self.left)

    @property
    def blank(self) -> bool:
        """Whether nothing that a person typed would be lost."""
        return all(part.blank for part in self.parts)

    @property
    def filled(self) -> Filled:
        """What is filled in."""
        filled = Filled()
        for part in self.parts:
            filled = part.put(filled)
        return filled

    def submit(self) -> None:
        """Do it, if all is right; else go to what is not."""
        if self.submit_button.isEnabled() and self._right():
            self.submitted.emit()

    def preview(self) -> None:
        """See the paper, if all is right."""
        if not self.preview_button.isHidden() and self._right():
            self.preview_asked.emit()

    def focus(self) -> None:
        """Put the focus where typing begins."""
        (self.parts[0].focus if self.parts else self.submit_button.setFocus)()

    def set_busy(self, busy: bool) -> None:
        """Wait for what was asked."""
        self.submit_button.setEnabled(not busy)

    def say(self, problem: str) -> None:
        """Say what went wrong above the button."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def tell_leave(self, told: str) -> None:
        """Say that an administrator lets a rule be broken, and why."""
        self._leave_told.setText(told)
        self._leave_told.setVisible(bool(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on, Esc leaves; what is typed stays."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _right(self) -> bool:
        wrong = [part for part in self.parts if not part.check()]
        if wrong:
            wrong[0].focus()
        return not wrong


def _hand_over(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    dossier, me = setting.read.dossier, setting.officer
    others = [one for one in setting.read.officers.values() if one.office == me.office and one.id != me.id]
    taker = OfficerPart(translate("ActForms", "Người nhận"), "taker", others)
    note = TextPart(translate("ActForms", "Ý kiến kèm theo, không bắt buộc"), "note")
    if not dossier.steps:
        return taker, note
    hand = dossier.hand
    return StepPart(dossier.steps, hand.step + 1 if hand else 0, taker), taker, note


def _supplement(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    read = setting.read
    names = tuple(paper.name for paper in read.dossier.papers) or tuple(paper.name for paper in read.papers)
    contact = " · ".join(filter(None, (setting.officer.name, setting.officer.title)))
    return (
        ItemsPart(
            translate("ActForms", "Giấy tờ cần bổ sung, sửa đổi"),
            names,
            translate("ActForms", "Chọn hoặc ghi giấy tờ cần bổ sung"),
            translate("ActForms", "Nội dung khác cần bổ sung"),
        ),
        TextPart(
            translate("ActForms", "Lý do"),
            "reason",
            translate("ActForms", "Ghi lý do bằng một câu người dân hiểu được"),
        ),
        LinePart(translate("ActForms", "Người dân hỏi ai, số điện thoại"), "contact", text=contact),
        _until(setting),
    )


def _refuse(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    reasons = (
        translate("ActForms", "Không thuộc thẩm quyền giải quyết"),
        translate("ActForms", "Không đủ điều kiện theo quy định"),
        translate("ActForms", "Giấy tờ hết giá trị sử dụng"),
    )
    problem = translate("ActForms", "Chọn hoặc ghi lý do từ chối")
    return (ItemsPart(translate("ActForms", "Lý do từ chối"), reasons, problem, translate("ActForms", "Lý do khác")),)


def _extend(setting: Setting) -> tuple[Part, ...]:
    read = setting.read
    return _reason(setting), DuePart(read.calendar, read.dossier, read.now)


def _reason(setting: Setting) -> TextPart:
    translate = QCoreApplication.translate
    problem = translate("ActForms", "Ghi lý do bằng một câu người dân hiểu được")
    return TextPart(translate("ActForms", "Lý do"), "reason", problem)


def _until(setting: Setting) -> DayPart:
    translate = QCoreApplication.translate
    problem = translate("ActForms", "Ghi ngày, ví dụ 30/11/2026")
    return DayPart(translate("ActForms", "Nộp trước ngày"), "until", setting.today, problem)


def _payment(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    amount = AmountPart(
        translate("ActForms", "Số tiền (đồng)"), "amount", translate("ActForms", "Ghi số tiền, ví dụ 150.000")
    )
    return amount, _reason(setting), _until(setting)


def _record_payment(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    methods = tuple((act_words.method_words(one).capitalize(), one) for one in PaymentMethod)
    return (
        SegmentsPart(translate("ActForms", "Cách nộp"), "method", methods),
        LinePart(translate("ActForms", "Số biên lai, nếu có"), "receipt"),
    )


def _withdraw(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    dossier = setting.read.dossier
    asks = dossier.authorised.person.name if dossier.authorised else dossier.applicant.name
    problem = translate("ActForms", "Ghi tên người yêu cầu")
    return (
        LinePart(translate("ActForms", "Người yêu cầu rút"), "who", problem, asks),
        TextPart(translate("ActForms", "Lý do, nếu người dân nói"), "reason"),
    )


def _attach(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    roles = tuple((act_words.role_words(one).capitalize(), one) for one in FileRole)
    return (
        FilePart(setting.choose_file, translate("ActForms", "Chọn một tệp")),
        SegmentsPart(translate("ActForms", "Tệp này là"), "role", roles),
    )


def _send_back(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    me = setting.officer
    others = [one for one in setting.read.officers.values() if one.office == me.office and one.id != me.id]
    taker = OfficerPart(translate("ActForms", "Trả lại cho"), "taker", others)
    hand = setting.read.dossier.hand
    if hand is not None:
        taker.choose(hand.giver)
    return _reason(setting), taker


def _ready(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    read = setting.read
    parts: list[Part] = [
        LinePart(translate("ActForms", "Số văn bản, nếu có"), "number"),
        DayPart(
            translate("ActForms", "Ngày ký"),
            "issued",
            setting.today,
            translate("ActForms", "Ghi ngày, ví dụ 23/11/2026"),
        ),
    ]
    if not read.dossier.approved_by or read.dossier.state is DossierState.RECEIVED:
        leaders = [one for one in read.officers.values() if one.may(Duty.APPROVAL)]
        parts.insert(0, OfficerPart(translate("ActForms", "Người đã ký"), "signer", leaders))
    return (*parts, TickPart(translate("ActForms", "Kết quả là từ chối giải quyết"), "refusal"))


def _comment(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    return (TextPart(translate("ActForms", "Ý kiến"), "reason", translate("ActForms", "Ghi ý kiến")),)


def _came(setting: Setting) -> tuple[Part, ...]:
    translate = QCoreApplication.translate
    return CamePart(setting.read.dossier), TextPart(translate("ActForms", "Ghi chú, không bắt buộc"), "note")


def _approve(setting: Setting) -> tuple[Part, ...]:
    return (TextPart(QCoreApplication.translate("ActForms", "Ý kiến, không bắt buộc"), "note"),)


PARTS: dict[Act, Callable[[Setting], tuple[Part, ...]]] = {
    Act.APPROVE: _approve,
    Act.SEND_BACK: _send_back,
    Act.HAND_OVER: _hand_over,
    Act.READY: _ready,
    Act.TAKE_SUPPLEMENT: _came,
    Act.RECORD_PAYMENT: _record_payment,
    Act.SUPPLEMENT: _supplement,
    Act.EXTEND: _extend,
    Act.PAYMENT: _payment,
    Act.WITHDRAW: _withdraw,
    Act.STOP: lambda setting: (_reason(setting),),
    Act.REFUSE: _refuse,
    Act.ATTACH: _attach,
    Act.COMMENT: _comment,
}
"""The acts that ask for something; taking over is done at once, returning has a page of its own."""
