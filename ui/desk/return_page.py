"""Trả kết quả: find the dossier by its receipt, say who takes it, hand it over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.money import dong
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.field import Field
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.suggestions import Suggestions
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times, words
from ui.desk.action_bar import ActionBar
from ui.desk.page_head import PageHead
from ui.desk.section import Section

STACK_BELOW = 760


class Taker(IntEnum):
    """Who takes the result."""

    OWNER = 0
    AUTHORISED = 1


@dataclass(frozen=True, slots=True)
class CardMatch:
    """One line of the comparison of card and dossier."""

    name: str
    on_dossier: str
    on_card: str

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.on_dossier.casefold() == self.on_card.casefold()


@dataclass(frozen=True, slots=True)
class ReturnState:
    """The page."""

    dossier: Dossier | None = None
    taker: Taker = Taker.OWNER
    taker_name: str = ""
    matches: tuple[CardMatch, ...] = ()
    problem: str = ""
    busy: bool = False


class ReturnPage(Surface):
    """The page; ``searched(str)``, ``taker_chosen(Taker)``, ``taker_named(str)``, ``hand_over_asked``."""

    searched = Signal(str)
    looked_up = Signal(str)
    taker_chosen = Signal(object)
    taker_named = Signal(str)
    hand_over_asked = Signal()
    another_asked = Signal()

    def __init__(self, host: Callable[[], QWidget], now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now = now
        self.another = KeyButton(self.tr("Giấy hẹn khác"), icon="qrcode", key="Ctrl+N", kind=Kind.QUIET)
        self.head = PageHead(self.tr("Trả kết quả"), (self.another,))
        self.line = LineEdit(
            self.tr("Mã hồ sơ trên giấy hẹn"), icon="qrcode", role="strong", weight=theme.Weight.MEDIUM, height=40
        )
        self.line.setPlaceholderText(self.tr("Quét mã QR trên giấy hẹn, hoặc gõ mã, tên, số điện thoại"))
        self.popup = Suggestions(self.line, host, self.tr("Hồ sơ tìm thấy"))
        self.who = Segments(self.tr("Người nhận"), (self.tr("Chủ hồ sơ"), self.tr("Người được ủy quyền")))
        self.name = Field(self.tr("Họ tên người nhận"))
        self._about = Label("", "small", color="text_muted", wrap=True)
        self._result = Label("", weight=theme.Weight.MEDIUM, wrap=True)
        self._result_note = Label("", "small", color="text_muted", wrap=True)
        self._fee = Label("", weight=theme.Weight.SEMIBOLD, wrap=True)
        self._grid_box = QWidget()
        self._grid = QGridLayout(self._grid_box)
        self._done = Label("", "strong", theme.Weight.SEMIBOLD, "success", wrap=True)
        self.main_button = KeyButton(
            self.tr("Trả kết quả"),
            icon="package-export",
            key="Ctrl+Enter",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
        )
        self._hint = ElidedLabel("", "small", color="text_muted")
        self._build()
        self.present(ReturnState())

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(4))
        self._parts = (
            Section(self.tr("Giấy hẹn"), _column(self.line, self._about)),
            Section(self.tr("Kết quả"), _column(self._result, self._result_note)),
            Section(self.tr("Người nhận"), _column(self.who, self.name, self._grid_box)),
            Section(self.tr("Lệ phí"), _column(self._fee)),
        )
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rules = tuple(Rule() for _ in self._parts)
        for part, rule in zip(self._parts, self._rules, strict=True):
            column.addWidget(part)
            column.addWidget(rule)
        self._empty = Label(self.tr("Quét giấy hẹn của người dân để mở hồ sơ."), color="text_muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(theme.px(16), theme.px(24), theme.px(16), theme.px(24))
        self._done.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.addWidget(self._empty)
        column.addWidget(self._done)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(VerticalScroll(inner), 1)
        outer.addWidget(Rule())
        outer.addWidget(ActionBar((self._hint,), (self.main_button,)))
        self.line.textEdited.connect(self.searched)
        self.line.returnPressed.connect(lambda: self.looked_up.emit(self.line.text()))
        self.popup.taken.connect(self.looked_up)
        self.who.chosen.connect(lambda index: self.taker_chosen.emit(Taker(index)))
        self.name.edited.connect(self.taker_named)
        self.main_button.clicked.connect(self.hand_over_asked)
        self.another.clicked.connect(self.another_asked)

    def present(self, state: ReturnState) -> None:
        """Show the state."""
        dossier = state.dossier
        for part, rule in zip(self._parts[1:], self._rules[1:], strict=True):
            part.setVisible(dossier is not None)
            rule.setVisible(dossier is not None)
        self._about.setVisible(dossier is not None)
        self._empty.setVisible(dossier is None)
        self._parts[0].set_state(done=dossier is not None)
        waits = dossier is not None and dossier.state is DossierState.RECEIVED
        self.main_button.setEnabled(waits and not state.busy and not state.problem)
        self._hint.set_text(state.problem)
        self._done.hide()
        if dossier is None:
            self.head.chip.set_state("")
            return
        self._show(dossier, state)

    def _show(self, dossier: Dossier, state: ReturnState) -> None:
        self.head.chip.set_state(*words.state_chip(dossier, self._now()))
        self.line.setText(dossier.code)
        note, tone = words.due_note(dossier, self._now())
        parts = (dossier.procedure_name, dossier.applicant.name, times.day(dossier.due), note)
        self._about.setText("  ·  ".join(parts))
        self._about.set_color(tone.ink if tone is Tone.DANGER else "text_muted")
        self._result.setText(
            dossier.result or self.tr("Kết quả giải quyết: {name}").format(name=dossier.procedure_name)
        )
        kept = [paper.name for paper in dossier.papers if paper.applies]
        told = self.tr("Đã nhận khi nộp: {papers}").format(papers=", ".join(kept)) if kept else ""
        self._result_note.setText(told)
        self._fee.setText(
            self.tr("Đã thu {amount} khi tiếp nhận").format(amount=dong(dossier.fee))
            if dossier.fee
            else self.tr("Không thu lệ phí")
        )
        self.who.set_current(state.taker)
        self.name.setVisible(state.taker is Taker.AUTHORISED)
        self.name.set_text(state.taker_name)
        self._compare(state.matches)
        self._parts[1].set_state(done=True)
        self._parts[2].set_state(done=not state.problem, note=self._taker_note(state))
        self._parts[3].set_state(done=True)
        returned = dossier.state is DossierState.RETURNED
        self._done.setVisible(returned)
        if returned and dossier.returned_at is not None:
            told = self.tr("Đã trả kết quả cho {who} lúc {time}.")
            self._done.setText(told.format(who=dossier.returned_to, time=times.day_and_clock(dossier.returned_at)))
        for part in (self.who, self.name):
            part.setEnabled(not returned)

    def _taker_note(self, state: ReturnState) -> str:
        if state.matches:
            same = all(match.same for match in state.matches)
            return self.tr("Thẻ khớp hồ sơ.") if same else self.tr("Thẻ không khớp hồ sơ.")
        return self.tr("Quét thẻ căn cước để đối chiếu.")

    def _compare(self, matches: tuple[CardMatch, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._grid_box.setVisible(bool(matches))
        if not matches:
            return
        self._grid.addWidget(Label(self.tr("Trên hồ sơ"), "small", color="text_muted"), 0, 1)
        self._grid.addWidget(Label(self.tr("Trên thẻ căn cước"), "small", color="text_muted"), 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        for place, match in enumerate(matches, start=1):
            self._grid.addWidget(Label(match.name, "small", color="text_muted"), place, 0)
            self._grid.addWidget(Label(match.on_dossier or "—", weight=theme.Weight.MEDIUM, wrap=True), place, 1)
            self._grid.addWidget(Label(match.on_card, weight=theme.Weight.MEDIUM, wrap=True), place, 2)
            sign = "circle-check-filled" if match.same else "alert-triangle"
            self._grid.addWidget(IconLabel(sign, "success" if match.same else "warning", 16), place, 3)
            word = self.tr("Khớp") if match.same else self.tr("Khác")
            label = Label(word, "small", theme.Weight.MEDIUM, "success" if match.same else "warning")
            self._grid.addWidget(label, place, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put gutters above their content where the centre is narrow."""
        super().resizeEvent(event)
        for part in self._parts:
            part.set_stacked(self.width() < theme.px(STACK_BELOW))


def _column(*parts: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(6))
    for part in parts:
        column.addWidget(part)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return box
