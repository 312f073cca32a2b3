"""Trả kết quả: find the dossier by its receipt, say who takes it, hand it over; or see whose result still waits."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.money import dong
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.named import named
from ui.components.rule import Rule, upright
from ui.components.segments import Segments
from ui.components.suggestions import Suggestions
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times, words
from ui.desk.action_bar import ActionBar
from ui.desk.page_head import PageHead
from ui.desk.returning import words as return_words
from ui.desk.returning.aside import ReturnAside
from ui.desk.returning.list import ReadyTable
from ui.desk.returning.state import CardMatch, ReturnState, Taker
from ui.desk.returning.taker import TakerPart
from ui.desk.section import Section
from ui.desk.text_row import TextRow

__all__ = ["CardMatch", "ReturnPage", "ReturnState", "Taker"]

STACK_BELOW = 760
_ASIDE = 272
_ASIDE_FROM = 1000
_ANY = 16_777_215
_ENDED = (DossierState.RETURNED, DossierState.STOPPED, DossierState.REFUSED)


class ReturnPage(Surface):
    """The page; ``searched(str)``, ``looked_up(str)``, ``taker_changed(TakerForm)``, ``opened(Dossier)`` of a row."""

    searched = Signal(str)
    looked_up = Signal(str)
    taker_changed = Signal(object)
    signer_chosen = Signal(str)
    numbered = Signal(str)
    hand_over_asked = Signal()
    another_asked = Signal()
    opened = Signal(object)
    dossier_asked = Signal()

    def __init__(self, host: Callable[[], QWidget], now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now = now
        self._signers: tuple[str, ...] = ()
        self._others: tuple[Dossier, ...] | None = None
        self._has_dossier = False
        self.another = KeyButton(self.tr("Giấy hẹn khác"), icon="qrcode", key="Ctrl+N", kind=Kind.QUIET)
        self.head = PageHead(self.tr("Trả kết quả"), (self.another,))
        self.line = LineEdit(
            self.tr("Mã hồ sơ trên giấy hẹn"), icon="qrcode", role="strong", weight=theme.Weight.MEDIUM, height=40
        )
        self.line.setPlaceholderText(self.tr("Quét mã QR trên giấy hẹn, hoặc gõ mã, tên, số điện thoại"))
        self.popup = Suggestions(self.line, host, self.tr("Hồ sơ tìm thấy"))
        self.taker = TakerPart()
        self.signer = QComboBox()
        self.signer.setAccessibleName(self.tr("Người ký kết quả"))
        self.signer.setMinimumHeight(theme.px(32))
        self.number = Field(self.tr("Số văn bản (nếu có)"))
        self.aside = ReturnAside()
        self._aside_rule = upright()
        self.ready = ReadyTable(now)
        self._about = Label("", "small", color="text_muted", wrap=True)
        self._result = Label("", weight=theme.Weight.MEDIUM, wrap=True)
        self._result_note = Label("", "small", color="text_muted", wrap=True)
        self._papers = Label("", "small", color="text_muted", wrap=True)
        self._fee = Label("", weight=theme.Weight.SEMIBOLD, wrap=True)
        self._not_yet = Label("", "strong", theme.Weight.SEMIBOLD, wrap=True)
        self._not_yet_more = Label("", wrap=True)
        self._others_box = QWidget()
        self.main_button = KeyButton(
            "", icon="package-export", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40, weight=theme.Weight.SEMIBOLD
        )
        self.dossier_button = KeyButton(
            self.tr("Mở hồ sơ"), icon="external-link", key="Ctrl+O", height=40, short=(self.tr("Mở"),)
        )
        self._hint = ElidedLabel("", "small", color="text_muted")
        self._keys_hint = ElidedLabel(self.tr("Chọn kết quả: ↓   Mở: Enter"), "small", color="text_muted")
        self._build()
        self._wire()
        self.present(ReturnState())

    @property
    def who(self) -> Segments:
        """Who takes it."""
        return self.taker.who

    @property
    def name(self) -> Field:
        """The name of who takes it."""
        return self.taker.name

    def _build_sections(self) -> None:
        signing = QWidget()
        row = QHBoxLayout(signing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(named(self.tr("Người đã ký"), self.signer), 1)
        row.addWidget(self.number, 1)
        self._receipt = Section(self.tr("Giấy hẹn"), _column(self.line, self._about))
        self._signing = Section(self.tr("Làm ngay"), signing)
        self._outcome = Section(self.tr("Kết quả"), _column(self._result, self._result_note, self._papers))
        self._taking = Section(self.tr("Người nhận"), self.taker)
        self._money = Section(self.tr("Lệ phí"), _column(self._fee))
        self._state = Section(self.tr("Tình trạng"), _column(self._not_yet, self._not_yet_more))
        self._more = Section(self.tr("Kết quả khác"), self._others_box)
        self._others_column = QVBoxLayout(self._others_box)
        self._others_column.setContentsMargins(0, 0, 0, 0)
        self._others_column.setSpacing(0)
        self._parts = (
            self._receipt, self._state, self._signing, self._outcome, self._taking, self._money, self._more
        )  # fmt: skip
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rules = tuple(Rule() for _ in self._parts)
        for part, rule in zip(self._parts, self._rules, strict=True):
            column.addWidget(part)
            column.addWidget(rule)
        column.addStretch(1)
        self._inner = inner
        self._scroll = VerticalScroll(inner)

    def _build(self) -> None:
        self._build_sections()
        self._waiting_head = Label("", weight=theme.Weight.SEMIBOLD)
        self._waiting_head.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(6))
        self._nobody = Label(self.tr("Không có kết quả nào chờ người đến nhận."), color="text_muted", wrap=True)
        self._nobody.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(24))
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self._scroll, 1)
        for widget, stretch in ((self._waiting_head, 0), (self.ready, 3), (self._nobody, 3)):
            left.addWidget(widget, stretch)
        left.addWidget(Rule())
        left.addWidget(ActionBar((self.dossier_button, self._hint, self._keys_hint), (self.main_button,)))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(left, 1)
        outer.addWidget(self._aside_rule)
        outer.addWidget(self.aside)

    def _wire(self) -> None:
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.searched)
        self.line.returnPressed.connect(lambda: self.looked_up.emit(self.line.text()))
        self.popup.taken.connect(self.looked_up)
        self.taker.changed.connect(self.taker_changed)
        self.signer.activated.connect(lambda place: self.signer_chosen.emit(self._signers[place]))
        self.number.edited.connect(self.numbered)
        self.main_button.clicked.connect(self.hand_over_asked)
        self.dossier_button.clicked.connect(self.dossier_asked)
        self.another.clicked.connect(self.another_asked)
        self.ready.opened.connect(self.opened)

    def present(self, state: ReturnState) -> None:
        """Show the state."""
        dossier = state.dossier
        self._has_dossier = dossier is not None
        ready = dossier is not None and dossier.state is DossierState.DONE
        can = state.can_return
        shown = {
            self._receipt: True,
            self._state: dossier is not None and not ready,
            self._signing: state.finishes,
            self._outcome: ready,
            self._taking: can,
            self._money: can,
            self._more: bool(dossier is not None and state.known and state.known.others),
        }
        for part, rule in zip(self._parts, self._rules, strict=True):
            part.setVisible(shown[part])
            rule.setVisible(shown[part])
        self._about.setVisible(dossier is not None)
        self._receipt.set_state(done=dossier is not None)
        self.main_button.setVisible(can)
        self.main_button.setEnabled(can and not state.busy and not state.problem)
        self.main_button.set_words(
            self.tr("Xong và trả kết quả") if state.finishes else self.tr("Trả kết quả"), self.tr("Trả")
        )
        self.dossier_button.setVisible(dossier is not None)
        self._hint.set_text(state.problem if can else "")
        self._hint.setVisible(can)
        self._keys_hint.setVisible(dossier is None)
        self._show_waiting(dossier is None)
        self._place()
        if dossier is None:
            self.head.chip.set_state("")
            return
        self._show(dossier, state)

    def present_ready(self, rows: tuple[Dossier, ...]) -> None:
        """Show the results that wait, the oldest first."""
        self.ready.present(rows)
        told = self.tr("Chờ người đến nhận: {count} kết quả").format(count=len(rows))
        self._waiting_head.setText(told)
        if not self._has_dossier:
            self._show_waiting(True)

    def _show_waiting(self, shown: bool) -> None:
        some = bool(self.ready.rows)
        self._waiting_head.setVisible(shown and some)
        self.ready.setVisible(shown and some)
        self._nobody.setVisible(shown and not some)

    def _show(self, dossier: Dossier, state: ReturnState) -> None:
        now = self._now()
        self.head.chip.set_state(*words.state_chip(dossier, now))
        self.line.setText(dossier.code)
        note, tone = words.due_note(dossier, now)
        due = self.tr("hẹn {day}").format(day=times.day(dossier.due)) if dossier.due else ""
        parts = (dossier.procedure_name, dossier.applicant.name, due, note)
        self._about.setText("  ·  ".join(filter(None, parts)))
        self._about.set_color(tone.ink if tone is Tone.DANGER else "text_muted")
        self._show_state(dossier, state)
        self._show_result(dossier)
        self._show_fee(dossier)
        self.taker.present(state.taker, state.matches, enabled=state.can_return and not state.busy)
        self._taking.set_state(done=not state.problem, note=self._taker_note(state))
        if state.finishes:
            self._show_signers(state)
        if state.known is not None:
            self.aside.present(state.known)
            self._show_others(state.known.others)

    def _show_state(self, dossier: Dossier, state: ReturnState) -> None:
        told, more = return_words.why_not(dossier, state.known, self._now())
        if state.finishes:
            more = self.tr("Việc trả trong ngày: ký xong thì ghi nhận và trả luôn tại đây.")
        self._not_yet.setText(told)
        self._not_yet_more.setText(more)
        self._not_yet_more.setVisible(bool(more))
        returned = dossier.state is DossierState.RETURNED
        color = "success" if returned else "danger" if dossier.state in _ENDED else "text"
        self._not_yet.set_color(color)
        self._state.set_state(done=returned, problem=not returned and not state.finishes)

    def _show_result(self, dossier: Dossier) -> None:
        name, note = return_words.result_words(dossier)
        self._result.setText(name)
        self._result_note.setText(note)
        self._result_note.setVisible(bool(note))
        kept = [paper.name for paper in dossier.papers if paper.applies]
        told = self.tr("Giấy tờ đã nhận khi nộp: {papers}").format(papers=", ".join(kept)) if kept else ""
        self._papers.setText(told)
        self._papers.setVisible(bool(told))
        self._outcome.set_state(done=True)

    def _show_fee(self, dossier: Dossier) -> None:
        paid = dossier.fee + dossier.paid
        told = self.tr("Không thu lệ phí")
        if dossier.to_pay:
            told = self.tr("Còn phải nộp {amount}").format(amount=dong(dossier.to_pay))
        elif paid:
            told = self.tr("Không phải thu thêm; đã thu {amount}").format(amount=dong(paid))
        self._fee.setText(told)
        self._money.set_state(done=not dossier.to_pay, problem=bool(dossier.to_pay))

    def _show_signers(self, state: ReturnState) -> None:
        signers = state.known.signers if state.known else ()
        ids = tuple(one.id for one in signers)
        if ids != self._signers:
            self._signers = ids
            self.signer.clear()
            self.signer.addItems([f"{one.name}, {one.title}" for one in signers])
        if state.signer in ids:
            self.signer.setCurrentIndex(ids.index(state.signer))
        self.number.set_text(state.number)
        self._signing.set_state(done=bool(state.signer))

    def _show_others(self, others: tuple[Dossier, ...]) -> None:
        if others == self._others:
            return
        self._others = others
        while (item := self._others_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        note = self.tr("Người này còn kết quả đã sẵn sàng.")
        self._more.set_state(done=False, note=note)
        for other in others:
            self._others_column.addWidget(self._other_row(other))

    def _other_row(self, other: Dossier) -> TextRow:
        row = TextRow(self.tr("Mở {code}, {name}").format(code=other.code, name=other.procedure_name))
        line = QVBoxLayout(row)
        line.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        line.setSpacing(0)
        line.addWidget(ElidedLabel(other.procedure_name, weight=theme.Weight.MEDIUM, color="primary"))
        line.addWidget(ElidedLabel(other.code, "small", color="text_muted"))
        row.clicked.connect(lambda: self.opened.emit(other))
        return row

    def _taker_note(self, state: ReturnState) -> str:
        if state.matches:
            same = all(match.same for match in state.matches)
            return self.tr("Thẻ khớp hồ sơ.") if same else self.tr("Thẻ không khớp hồ sơ.")
        return self.tr("Quét thẻ căn cước để đối chiếu.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow go from the line down to the results that wait."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            down = event.key() == Qt.Key.Key_Down and self.ready.isVisible() and not self.popup.isVisible()
            if down:
                self.ready.enter()
            return down
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; Esc leads back to the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        if event.key() == Qt.Key.Key_Escape and self.ready.isVisible():
            self.line.setFocus()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put gutters above their content where the centre is narrow, and the side away."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        beside = self._has_dossier and self.width() >= theme.px(_ASIDE_FROM)
        self.aside.setVisible(beside)
        self._aside_rule.setVisible(beside)
        self.aside.setFixedWidth(theme.px(_ASIDE))
        centre = self.width() - (theme.px(_ASIDE) if beside else 0)
        for part in self._parts:
            part.set_stacked(centre < theme.px(STACK_BELOW))
        self.taker.set_narrow(centre < theme.px(STACK_BELOW))
        self._fit_line()

    def _fit_line(self) -> None:
        """While nothing is open let the line alone stand above the list, whole."""
        if self._has_dossier:
            self._scroll.setMinimumHeight(0)
            self._scroll.setMaximumHeight(_ANY)
            return
        for part in (self._receipt, self._inner):
            if (layout := part.layout()) is not None:
                layout.invalidate()
        self._scroll.setFixedHeight(self._receipt.sizeHint().height() + 1)


def _column(*parts: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(6))
    for part in parts:
        column.addWidget(part)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return box
