"""The form at the lower right of Xử lý: the one act that is next, and what it needs."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.named import named
from ui.desk.process.work import Stage, Work


class Mode(StrEnum):
    """Which act is next."""

    NOTHING = "nothing"
    TAKE = "take"
    HAND = "hand"
    APPROVE = "approve"
    READY = "ready"
    DELIVER = "deliver"  # a result on its way to the counter
    OPEN = "open"  # what is next is done on the dossier's own page


@dataclass(frozen=True, slots=True)
class FormState:
    """What the form is about: the rows selected, steps and persons to choose from."""

    rows: tuple[Work, ...] = ()
    mode: Mode = Mode.NOTHING
    steps: tuple[str, ...] = ()
    step: int = 0
    persons: tuple[Officer, ...] = ()
    unseen: int = 0
    busy: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """What is filled in; ``step`` None where each dossier goes to its own next step."""

    step: int | None
    taker: str
    note: str
    number: str
    issued: str
    refusal: bool


def mode_of(rows: tuple[Work, ...], officer: Officer) -> Mode:
    """The act that all rows have in common."""
    if not rows or any(row.with_leader for row in rows):
        return Mode.OPEN if len(rows) == 1 else Mode.NOTHING
    if all(row.waits_for(officer) for row in rows):
        return Mode.TAKE
    mine = all(row.dossier.holder == officer.id for row in rows)
    stages = {row.stage for row in rows}
    if mine and stages == {Stage.APPROVAL}:
        return Mode.APPROVE
    if mine and stages <= {Stage.WORK, Stage.PASSING}:
        return Mode.HAND
    if mine and len(rows) == 1 and stages == {Stage.APPROVED}:
        return Mode.READY
    if mine and stages == {Stage.RESULT} and all(row.dossier.officer != officer.id for row in rows):
        return Mode.DELIVER
    return Mode.OPEN if len(rows) == 1 else Mode.NOTHING


class StepForm(QWidget):
    """Fields and the main button; ``submitted``, ``sent_back``, ``step_chosen(int)``, ``opened(str)`` an act's page."""

    submitted = Signal()
    sent_back = Signal()
    step_chosen = Signal(int)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Mode, tuple[str, ...]] = (Mode.NOTHING, ())
        self._officers: tuple[Officer, ...] = ()
        self._mode, self._count = Mode.NOTHING, 0
        self._title = Label("", weight=theme.Weight.SEMIBOLD)
        self._aside = Label("", "small", color="text_muted")
        self._told = Label("", "small", color="text_muted", wrap=True)
        self.step = _choices(self.tr("Bước tiếp theo"))
        self.person = _choices(self.tr("Người nhận"))
        self.number = Field(self.tr("Số văn bản"))
        self.issued = Field(self.tr("Ngày ký (ngày/tháng/năm)"))
        self.refusal = QCheckBox(self.tr("Kết quả là từ chối giải quyết"))
        self.note = Field(self.tr("Ý kiến"))
        self.main = KeyButton(
            "", icon="send", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40, weight=theme.Weight.SEMIBOLD
        )
        self.back = KeyButton(self.tr("Trả lại"), icon="arrow-back-up", key="Alt+L", short=(self.tr("Trả"),))
        self.supplement = KeyButton(
            self.tr("Yêu cầu bổ sung"),
            icon="file-text",
            short=(self.tr("Bổ sung"),),
            name=self.tr("Yêu cầu bổ sung (Alt+B)"),
        )
        self.extend = KeyButton(
            self.tr("Hẹn lại"), icon="calendar-event", name=self.tr("Xin lỗi và hẹn lại ngày trả (Alt+H)")
        )
        self.more = KeyButton(self.tr("Mở hồ sơ"), icon="external-link", key="Ctrl+O", short=(self.tr("Mở"),))
        self._build()
        self._wire()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._aside)
        self._step_box = named(self.tr("Bước tiếp theo"), self.step)
        self._choose = _pair(self._step_box, named(self.tr("Người nhận"), self.person))
        self._paper = _pair(self.number, self.issued)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        for button in (self.back, self.supplement, self.extend, self.more):
            acts.addWidget(button, button.sizeHint().width())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        for part in (self._told, self._choose, self._paper, self.refusal, self.note):
            column.addWidget(part)
        column.addSpacing(theme.px(4))
        column.addWidget(self.main)
        column.addLayout(acts)

    def _wire(self) -> None:
        self.main.clicked.connect(self.submitted)
        self.back.clicked.connect(self.sent_back)
        self.step.activated.connect(self.step_chosen)
        self.person.currentIndexChanged.connect(lambda _: self._name_main())
        self.supplement.clicked.connect(lambda: self.opened.emit("supplement"))
        self.extend.clicked.connect(lambda: self.opened.emit("extend"))
        self.more.clicked.connect(lambda: self.opened.emit(""))

    @property
    def filled(self) -> Filled:
        """What is filled in now."""
        place = self.person.currentIndex()
        taker = self._officers[place].id if 0 <= place < len(self._officers) else ""
        step = self.step.currentIndex() if self.step.isVisibleTo(self) else None
        return Filled(step, taker, self.note.text, self.number.text, self.issued.text.strip(), self.refusal.isChecked())

    @property
    def mode(self) -> Mode:
        """Which act is next."""
        return self._mode

    def present(self, state: FormState) -> None:
        """Show another act; what is typed stays while the same rows are selected."""
        shown = (state.mode, tuple(sorted(row.dossier.id for row in state.rows)))
        if shown != self._shown:
            self._shown = shown
            for field in (self.number, self.issued, self.note):
                field.set_text("")
                field.set_verdict()
            self.refusal.setChecked(False)
            self._fill_steps(state)
        elif [self.person.itemText(place) for place in range(self.person.count())] != _names(state.persons):
            self._fill_persons(state)
        self._mode, self._count = state.mode, len(state.rows)
        self._show_parts(state)
        self._name_main()
        self.main.setEnabled(not state.busy and not state.unseen and state.mode is not Mode.NOTHING)
        self.back.setEnabled(not state.busy)

    def refuse(self, field: Field, problem: str) -> None:
        """Say what is wrong with a field, and go there."""
        field.set_verdict(problem=problem)
        field.line.setFocus()

    def focus_first(self) -> None:
        """Put the focus on the first thing to fill in."""
        for part in (self.step, self.person, self.number.line, self.note.line, self.main):
            if part.isVisible() and part.isEnabled():
                part.setFocus()
                return

    def _fill_steps(self, state: FormState) -> None:
        self.step.clear()
        self.step.addItems(list(state.steps))
        self.step.setCurrentIndex(state.step)
        self._fill_persons(state)

    def _fill_persons(self, state: FormState) -> None:
        self._officers = state.persons
        self.person.clear()
        self.person.addItems(_names(state.persons))

    def _show_parts(self, state: FormState) -> None:
        mode, several = state.mode, len(state.rows) > 1
        titles = {
            Mode.TAKE: self.tr("Nhận bàn giao"),
            Mode.HAND: self.tr("Chuyển bước"),
            Mode.APPROVE: self.tr("Duyệt kết quả"),
            Mode.READY: self.tr("Phát hành kết quả"),
            Mode.DELIVER: self.tr("Chuyển kết quả về quầy"),
        }
        self._title.setText(titles.get(mode, self.tr("Việc tiếp theo")))
        by_itself = mode in (Mode.TAKE, Mode.HAND, Mode.DELIVER)
        aside = self.tr("{count} hồ sơ").format(count=len(state.rows)) if several else ""
        self._aside.setText(aside or (self.tr("mẫu 06 tự ghi") if by_itself else ""))
        told = state.told
        if state.unseen:
            told = self.tr("Còn {count} dự thảo chưa xem. Bấm phím cách để xem rồi duyệt.").format(count=state.unseen)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._told.set_color("warning" if state.unseen else "text_muted")
        passing = mode is Mode.HAND
        self._choose.setVisible(passing)
        self._step_box.setVisible(passing and len(state.steps) > 1 and not several)
        for part in (self._paper, self.refusal):
            part.setVisible(mode is Mode.READY)
        self.note.setVisible(mode in (Mode.HAND, Mode.APPROVE, Mode.DELIVER))
        one = len(state.rows) == 1
        self.back.setVisible(mode is Mode.APPROVE)
        works = one and mode in (Mode.HAND, Mode.READY) and state.rows[0].stage is not Stage.PASSING
        self.supplement.setVisible(works)
        self.extend.setVisible(works)
        self.more.setVisible(one and mode is not Mode.OPEN and not works)

    def _name_main(self) -> None:
        key_enter = self._mode is Mode.TAKE
        leader = False
        place = self.person.currentIndex()
        if 0 <= place < len(self._officers):
            leader = self._officers[place].may(Duty.APPROVAL)
        names = {
            Mode.TAKE: (self.tr("Nhận hồ sơ"), "check"),
            Mode.HAND: (self.tr("Trình lãnh đạo duyệt"), "signature") if leader else (self.tr("Bàn giao"), "send"),
            Mode.APPROVE: (self.tr("Duyệt"), "check"),
            Mode.READY: (self.tr("Xong, có kết quả"), "file-check"),
            Mode.DELIVER: (self.tr("Chuyển về quầy"), "package-export"),
        }
        words, icon = names.get(self._mode, (self.tr("Mở hồ sơ"), "external-link"))
        if self._count > 1:
            words = self.tr("{act} ({count} hồ sơ)").format(act=words, count=self._count)
        self.main.set_key("Enter" if key_enter else "Ctrl+Enter")
        self.main.set_words(words, icon=icon)


def _choices(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumHeight(theme.px(32))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box


def _pair(left: QWidget, right: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return box


def _names(persons: tuple[Officer, ...]) -> list[str]:
    return [one.name for one in persons]
