"""The form of the receive page: its parts in one column that scrolls when it must; seldom used ones are folded away."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.services.page_edits import is_scanned, page_doubts
from ui import theme
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.rule import Rule, upright
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times
from ui.desk.receive.applicant import Applicant
from ui.desk.receive.appointment import AppointmentPart
from ui.desk.receive.checklist import Checklist
from ui.desk.receive.fee import FeePart
from ui.desk.receive.more import FilingPart, OthersPart, WishPart
from ui.desk.receive.procedure import ProcedureChoice
from ui.desk.receive.state import ApplicantField, CardReading, MoreField, ReceiveState, Verdict
from ui.desk.section import Section

STACK_BELOW = 760
"""Logical pixels of the centre under which gutters go above their content."""
_FEE_WIDTH = 216
_ROOMY_FROM = 700
"""Logical height from which what is seldom needed is shown too."""
_WAYS_FROM = 800
"""Logical height from which the ways to scan are shown without being asked for."""


class ReceiveForm(VerticalScroll):
    """Procedure, applicant, component documents, fee and appointment."""

    def __init__(self, host: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.procedure = ProcedureChoice(host)
        self.applicant = Applicant()
        self.filing = FilingPart()
        self.others = OthersPart()
        self.wish = WishPart(host)
        self.checklist = Checklist()
        self.fee = FeePart()
        self.appointment = AppointmentPart()
        self.card_button = KeyButton(self.tr("Đọc thẻ"), icon="id", key="F7")
        self.scan_button = KeyButton(self.tr("Quét"), icon="scan", key="Ctrl+D")
        self.paper_button = KeyButton(
            self.tr("Giấy khác"), icon="file-plus", name=self.tr("Thêm giấy tờ ngoài danh mục")
        )
        self.ways_button = KeyButton(self.tr("Cách quét"), icon="chevron-down", name=self.tr("Các cách quét"))
        self.ways_button.setCheckable(True)
        self._ways_chosen = False
        self._empty = Label(
            self.tr("Chọn thủ tục để hiện giấy tờ cần nộp, lệ phí và ngày hẹn trả."), color="text_muted", wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(theme.px(16), theme.px(24), theme.px(16), theme.px(24))
        self._build()
        self.checklist.rebuilt.connect(self.order_focus)
        self.others.rebuilt.connect(self.order_focus)
        self.paper_button.clicked.connect(self.checklist.ask_for_paper)
        self.ways_button.toggled.connect(self._show_ways)
        self.ways_button.clicked.connect(self._choose_ways)
        self.order_focus()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def _build(self) -> None:
        self._paying = QWidget()
        self._paying_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._paying)
        self._paying_row.setContentsMargins(0, 0, 0, 0)
        self._paying_row.setSpacing(theme.px(16))
        self._between = upright()
        self._paying_row.addWidget(self.fee)
        self._paying_row.addWidget(self._between)
        self._paying_row.addWidget(self.appointment, 1)
        self._procedure_part = Section(self.tr("Thủ tục"), self.procedure)
        self._applicant_part = Section(self.tr("Người nộp"), self.applicant, self.card_button)
        self._more = (
            Section(self.tr("Cách nộp"), self.filing),
            Section(self.tr("Người khác"), self.others),
            Section(self.tr("Yêu cầu"), self.wish),
        )
        self._more_rules = tuple(Rule() for _ in self._more)
        self._papers_part = Section(
            self.tr("Thành phần"), self.checklist, self.scan_button, more_act=self._paper_acts()
        )
        self._paying_part = Section(self.tr("Phí, hẹn trả"), self._paying)
        self._later = (self._papers_part, self._paying_part)
        self._later_rules = (Rule(), Rule())
        self._inner = inner = Surface("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._procedure_part)
        column.addWidget(Rule())
        column.addWidget(self._applicant_part)
        folded = zip(self._more_rules, self._more, strict=True)
        for rule, part in (*folded, *zip(self._later_rules, self._later, strict=True)):
            column.addWidget(rule)
            column.addWidget(part)
        self._empty_rule = Rule()
        column.addWidget(self._empty_rule)
        column.addWidget(self._empty)
        column.addStretch(1)
        self.set_inner(inner)

    def set_stacked(self, stacked: bool) -> None:
        """Gutters above their content, or beside it."""
        for section in (self._procedure_part, self._applicant_part, *self._more, *self._later):
            section.set_stacked(stacked)
        for part in (self.applicant, self.filing, self.others, self.wish):
            part.set_stacked(stacked)
        self.checklist.set_stacked(stacked)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._paying_row.setDirection(direction)
        self._between.setVisible(not stacked)
        if stacked:
            self.fee.setMinimumWidth(0)
            self.fee.setMaximumWidth(16_777_215)
            self.fee.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        else:
            self.fee.setFixedWidth(theme.px(_FEE_WIDTH))
        roomy = self.height() >= theme.px(_ROOMY_FROM)
        self.applicant.set_roomy(stacked or roomy)
        if not self._ways_chosen:
            self.ways_button.setChecked(not stacked and self.height() >= theme.px(_WAYS_FROM))

    def present(self, state: ReceiveState) -> None:
        """Show the state."""
        chosen = state.procedure is not None
        self.procedure.present(state.procedure)
        self.applicant.present(state.draft, state.verdicts)
        self.checklist.present(state)
        for part in (*self._more, *self._more_rules):
            part.setVisible(state.more)
        if state.more:
            self.filing.present(state.draft, state.moments)
            self.others.present(state.draft, state.people)
            self.wish.present(state)
        for part in (*self._later, *self._later_rules):
            part.setVisible(chosen)
        self._empty.setVisible(not chosen)
        self._empty_rule.setVisible(not chosen)
        if state.procedure is not None:
            self.fee.present(state.procedure, state.fee, state.draft)
            term = state.procedure.term_for(state.draft.channel)
            due = state.moments.get(MoreField.DUE, Verdict())
            self.appointment.present(term, state.appointment, state.draft.due, due)
        self._show_notes(state)

    def after_applicant(self, used: QWidget | None) -> QWidget | None:
        """Return where Enter leads from the applicant's phone: what only a person can count; else None."""
        phone = self.applicant.fields[ApplicantField.PHONE].line
        folded = not self._more[0].isVisible()
        counted = self.fee.units.isVisibleTo(self) and self._paying_part.isVisible()
        return self.fee.units if used is phone and folded and counted else None

    def order_focus(self) -> None:
        """Let the Tab key (and Enter) go down the page."""
        chain: list[QWidget] = [self.procedure.line]
        chain += [field.line for field in self.applicant.fields.values()]
        chain += [*self.filing.focusable(), *self.others.focusable(), *self.wish.focusable()]
        for row in self.checklist.rows:
            chain += row.focusable()
        chain += [
            self.checklist.new_paper,
            *self.checklist.strip.focusable(),
            *self.fee.focusable(),
            self.appointment.typed.line,
        ]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _paper_acts(self) -> QWidget:
        acts = QWidget()
        column = QVBoxLayout(acts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.ways_button)
        column.addWidget(self.paper_button)
        return acts

    def _choose_ways(self) -> None:
        """Leave the strip as the officer wants it, whatever the room."""
        self._ways_chosen = True

    def _show_ways(self, shown: bool) -> None:
        self.ways_button.set_words(self.tr("Cách quét"), icon="chevron-up" if shown else "chevron-down")
        self.checklist.strip.setVisible(shown)

    def _show_notes(self, state: ReceiveState) -> None:
        draft = state.draft
        self._procedure_part.set_state(done=state.procedure is not None)
        wrong = any(verdict.problem for verdict in state.verdicts.values())
        done = bool(draft.name.strip()) and not wrong
        self._applicant_part.set_state(done=done, note=self._card_note(state))
        self._show_more_notes(state)
        read = state.card is CardReading.READ
        self.card_button.set_words(self.tr("Đọc lại") if read else self.tr("Đọc thẻ"), self.tr("Thẻ"))
        self._show_papers_note(state)
        self._paying_part.set_state(done=False, note=self.tr("Phí thu cùng lúc tiếp nhận.") if state.fee else "")

    def _card_note(self, state: ReceiveState) -> str:
        match state.card:
            case CardReading.AWAITED:
                return self.tr("Đưa mã QR của thẻ vào đầu đọc…")
            case CardReading.READ if state.card_at is not None:
                told = self.tr("Đọc từ thẻ căn cước lúc {time}.").format(time=times.clock(state.card_at))
                return f"{told} {self.tr('Điện thoại theo hồ sơ trước.')}" if state.phone_known else told
            case CardReading.NO_READER:
                return self.tr("Chưa có đầu đọc thẻ, nhập tay.")
            case _:
                return ""

    def _show_more_notes(self, state: ReceiveState) -> None:
        draft = state.draft
        filing, others, wish = self._more
        filing.set_state(done=True)
        people = [*draft.co_applicants, *(() if draft.authorised.blank else (draft.authorised,))]
        wrong = any(verdict.problem for verdict in state.people.values())
        card = self.tr("F7 đọc thẻ vào người đang chọn.")
        others.set_state(done=bool(people) and not wrong, note=card, problem=wrong)
        elsewhere = self.tr("Tiếp nhận không phụ thuộc địa giới.") if draft.authority_name.strip() else ""
        wish.set_state(done=True, note=elsewhere)

    def _show_papers_note(self, state: ReceiveState) -> None:
        papers = state.draft.papers
        have = [paper for paper in papers if paper.applies]
        lacking = bool(state.lacking)
        doubted = state.scanning is None and bool(page_doubts(state.draft))
        wanted = len(have) + len(state.lacking)
        pages = sum(len(paper.pages) for paper in papers)
        if state.scanning is not None:
            note = self.tr("Đang quét, được {count} trang.").format(count=state.scanning.pages)
            self.scan_button.set_words(self.tr("Dừng"), icon="player-stop")
        else:
            counts = self.tr("Có {have}/{wanted} giấy tờ, đã quét {pages} trang.")
            note = counts.format(have=len(have), wanted=wanted, pages=pages)
            self.scan_button.set_words(self.tr("Quét"), icon="scan")
        self.scan_button.setEnabled(state.can_scan or state.scanning is not None)
        done = bool(have) and not lacking and all(paper.pages or not is_scanned(paper) for paper in have)
        self._papers_part.set_state(done=done and not doubted, note=note, problem=lacking or doubted)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self._inner.isAncestorOf(new):
            self.ensureWidgetVisible(new, theme.px(16), theme.px(40))
