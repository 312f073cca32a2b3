"""The receive page: head, the form or what came of it, and the bar of acts."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from counter_app.services.reception import Draft
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.action_bar import ActionBar
from ui.desk.page_head import PageHead
from ui.desk.paper_view import PaperScroll
from ui.desk.receive.done import DonePanel, DoneState
from ui.desk.receive.form import STACK_BELOW, ReceiveForm
from ui.desk.receive.state import ReceiveState

NARROW_BELOW = 620
"""Logical pixels of the centre under which the bar keeps to the main acts."""


class ReceivePage(Surface):
    """The page; what a person does is told by the signals of its parts and by these."""

    new_asked = Signal()
    preview_asked = Signal()
    receive_asked = Signal()
    preview_closed = Signal()

    def __init__(self, host: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.new_button = KeyButton(
            self.tr("Hồ sơ mới"), icon="plus", key="Ctrl+N", kind=Kind.QUIET, short=("",), spread=False
        )
        self.head = PageHead(self.tr("Tiếp nhận hồ sơ"), (self.new_button,))
        self.form = ReceiveForm(host)
        self.done = DonePanel()
        self.paper = PaperScroll(self.tr("Giấy hẹn"))
        self._stack = QStackedWidget()
        for part in (self.form, self.done, self.paper):
            self._stack.addWidget(part)
        self.missing = ElidedLabel("", "small", color="text_muted")
        self.preview_button = KeyButton(
            self.tr("Xem trước"), icon="eye", key="Ctrl+P", height=40, short=(self.tr("Xem"),)
        )
        self.receive_button = KeyButton(
            self.tr("Tiếp nhận và in giấy hẹn"),
            icon="printer",
            key="Ctrl+Enter",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
            short=(self.tr("Tiếp nhận và in"), self.tr("Tiếp nhận")),
        )
        self.bar = ActionBar((self.missing,), (self.preview_button, self.receive_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(Rule())
        column.addWidget(self.bar)
        self.new_button.clicked.connect(self.new_asked)
        self.preview_button.clicked.connect(self._preview_pressed)
        self.receive_button.clicked.connect(self.receive_asked)

    @property
    def showing_done(self) -> bool:
        """Whether the dossier just received is shown."""
        return self._stack.currentWidget() is self.done

    @property
    def showing_paper(self) -> bool:
        """Whether the receipt is shown."""
        return self._stack.currentWidget() is self.paper

    def present(self, state: ReceiveState) -> None:
        """Show the form."""
        self.form.present(state)
        if not self.showing_paper:
            self._stack.setCurrentWidget(self.form)
        self._show_draft(state)
        chosen = state.procedure is not None
        self.missing.set_text(state.missing if chosen else "")
        self.preview_button.show()
        self.preview_button.setEnabled(chosen and not state.busy)
        self.receive_button.setEnabled(chosen and not state.busy)
        if state.busy:
            self.receive_button.set_words(self.tr("Đang tiếp nhận…"), icon="progress")
        else:
            words = (self.tr("Tiếp nhận và in giấy hẹn"), self.tr("Tiếp nhận và in"), self.tr("Tiếp nhận"))
            self.receive_button.set_words(*words, icon="printer")

    def present_done(self, state: DoneState) -> None:
        """Show the dossier just received."""
        self.done.present(state)
        self._stack.setCurrentWidget(self.done)
        self.head.chip.set_state("")
        self.missing.set_text("")
        self.preview_button.hide()
        self.receive_button.setEnabled(True)
        self.receive_button.set_words(self.tr("Tiếp nhận hồ sơ mới"), self.tr("Hồ sơ mới"), icon="plus")

    def present_paper(self) -> None:
        """Show what ``paper`` was filled with."""
        self._stack.setCurrentWidget(self.paper)
        self.preview_button.set_words(self.tr("Quay lại"), icon="arrow-left")
        self.preview_button.show()
        self.preview_button.setEnabled(True)
        self.paper.setFocus()

    def leave_paper(self, *, done: bool) -> None:
        """Go back to where the receipt was opened from."""
        self._stack.setCurrentWidget(self.done if done else self.form)
        self.preview_button.set_words(self.tr("Xem trước"), self.tr("Xem"), icon="eye")
        self.preview_button.setVisible(not done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; Esc leaves the receipt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.focusNextChild()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.showing_paper:
            self.preview_closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put gutters above their content where the centre is narrow."""
        super().resizeEvent(event)
        self.form.set_stacked(self.width() < theme.px(STACK_BELOW))
        self.missing.setVisible(self.width() >= theme.px(NARROW_BELOW))

    def _preview_pressed(self) -> None:
        (self.preview_closed if self.showing_paper else self.preview_asked).emit()

    def _show_draft(self, state: ReceiveState) -> None:
        if state.saving_failed:
            self.head.chip.set_state(self.tr("Chưa lưu được nháp"), Tone.DANGER, "alert-octagon")
        elif state.saved_at is not None and _begun(state.draft):
            told = self.tr("Nháp, tự lưu lúc {time}").format(time=times.clock(state.saved_at))
            self.head.chip.set_state(told, Tone.NEUTRAL, "check")
        else:
            self.head.chip.set_state("")


def focused_inside(widget: QWidget) -> bool:
    """Tell whether the focus is in ``widget``."""
    used = QApplication.focusWidget()
    return used is not None and (used is widget or widget.isAncestorOf(used))


def _begun(draft: Draft) -> bool:
    return bool(draft.procedure or draft.name or draft.identity)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
