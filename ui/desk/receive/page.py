"""The receive page: head, the form or what came of it, and the bar of acts."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import FormKind
from counter_app.services.drafts import Draft
from ui import theme
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
from ui.desk.receive.incomplete import IncompletePanel, IncompleteState
from ui.desk.receive.pages_sheet import PagesSheet
from ui.desk.receive.state import ReceiveState


class ReceivePage(Surface):
    """The page; what a person does is told by the signals of its parts and by these.

    ``main_asked()`` is the one main act, ``incomplete_asked(FormKind)`` form 02 or 03, ``more_asked()`` what is seldom
    needed.
    """

    new_asked = Signal()
    more_asked = Signal()
    incomplete_asked = Signal(object)
    preview_asked = Signal()
    receive_asked = Signal()
    preview_closed = Signal()

    def __init__(self, host: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._make_head_keys()
        self.head = PageHead(self.tr("Tiếp nhận hồ sơ"), (self.more_button, self.new_button))
        self.form = ReceiveForm(host)
        self.done = DonePanel()
        self.paper = PaperScroll(self.tr("Giấy hẹn"))
        self.incomplete = IncompletePanel()
        self._pages: PagesSheet | None = None
        self._leave: QWidget | None = None
        self._stack = QStackedWidget()
        for part in (self.form, self.done, self.paper, self.incomplete):
            self._stack.addWidget(part)
        self._make_foot_keys()
        self.bar = ActionBar(
            (self.supplement_button, self.refuse_button, self.back_button), (self.preview_button, self.receive_button)
        )
        self._lay_out()
        self._wire()

    @property
    def showing_form(self) -> bool:
        """Whether the form is shown."""
        return self._stack.currentWidget() is self.form

    @property
    def pages(self) -> PagesSheet:
        """The pages of one paper; made at the first opening, for a reception begins without them."""
        if self._pages is None:
            self._pages = PagesSheet()
            self._pages.set_stacked(self._narrow)
            self._stack.addWidget(self._pages)
        return self._pages

    @property
    def showing_pages(self) -> bool:
        """Whether the pages of one paper are shown."""
        return self._pages is not None and self._stack.currentWidget() is self._pages

    @property
    def showing_done(self) -> bool:
        """Whether the dossier just received is shown."""
        return self._stack.currentWidget() is self.done

    @property
    def showing_paper(self) -> bool:
        """Whether the receipt is shown."""
        return self._stack.currentWidget() is self.paper

    @property
    def showing_incomplete(self) -> bool:
        """Whether a form 02 or 03 is being filled in."""
        return self._stack.currentWidget() is self.incomplete

    @property
    def showing_leave(self) -> bool:
        """Whether an administrator's leave is asked for."""
        return self._leave is not None

    def present(self, state: ReceiveState) -> None:
        """Show the form."""
        self.form.present(state)
        if not (self.showing_paper or self.showing_incomplete or self.showing_leave or self.showing_pages):
            self._stack.setCurrentWidget(self.form)
        self._show_draft(state)
        chosen = state.procedure is not None
        folds = (self.tr("Ủy quyền, bưu chính…"), self.tr("Mục ít dùng"), "")
        self.more_button.set_words(*folds, icon="chevron-up" if state.more else "chevron-down")
        self.preview_button.setEnabled(chosen and not state.busy)
        self.supplement_button.setEnabled(chosen and not state.busy)
        self.refuse_button.setEnabled(bool(chosen or state.draft.name.strip()) and not state.busy)
        self.receive_button.setEnabled((chosen or self.showing_incomplete) and not state.busy)
        self._arrange()
        self._say_main_act(state)

    def present_done(self, state: DoneState) -> None:
        """Show the dossier just received, or what was registered of it."""
        self.done.present(state)
        self._stack.setCurrentWidget(self.done)
        self.head.chip.set_state("")
        self._arrange()
        self.receive_button.setEnabled(True)
        self.receive_button.set_words(self.tr("Hồ sơ mới, người tiếp theo"), self.tr("Hồ sơ mới"), icon="plus")

    def present_paper(self) -> None:
        """Show what ``paper`` was filled with."""
        self._stack.setCurrentWidget(self.paper)
        self._arrange()
        self.preview_button.setEnabled(True)
        self.paper.setFocus()

    def present_pages(self) -> None:
        """Show the pages of one paper."""
        self._stack.setCurrentWidget(self.pages)
        self._arrange()

    def present_incomplete(self, state: IncompleteState) -> None:
        """Show a form 02 or 03 to be filled in."""
        self._stack.setCurrentWidget(self.incomplete)
        self.incomplete.present(state)
        self._arrange()
        refusal = state.form is FormKind.REFUSAL
        self.receive_button.setEnabled(not state.busy)
        if refusal:
            said = (self.tr("Từ chối và in phiếu (03)"), self.tr("Từ chối (03)"))
            self.receive_button.set_words(*said, icon="ban")
        else:
            said = (self.tr("Lập phiếu bổ sung (02) và in"), self.tr("Lập phiếu (02)"))
            self.receive_button.set_words(*said, icon="file-text")

    def show_leave(self, form: QWidget) -> None:
        """Show the form of an administrator's leave."""
        self._leave = form
        self._stack.setCurrentIndex(self._stack.addWidget(form))
        self._arrange()

    def take_leave(self, form: QWidget) -> None:
        """Put that form away."""
        self._leave = None
        self._stack.removeWidget(form)
        form.hide()
        form.deleteLater()
        self._arrange()

    def leave_paper(self, *, done: bool) -> None:
        """Go back to where the receipt, or the form 02 or 03, was opened from."""
        self._stack.setCurrentWidget(self.done if done else self.form)
        self._arrange()

    def _make_head_keys(self) -> None:
        self.new_button = KeyButton(
            self.tr("Hồ sơ mới"), icon="plus", key="Ctrl+N", kind=Kind.QUIET, short=(self.tr("Mới"), ""), spread=False
        )
        self.more_button = KeyButton(
            self.tr("Ủy quyền, bưu chính…"),
            icon="chevron-down",
            key="F8",
            kind=Kind.QUIET,
            short=(self.tr("Mục ít dùng"), ""),
            spread=False,
        )

    def _make_foot_keys(self) -> None:
        self.supplement_button = KeyButton(
            self.tr("Yêu cầu bổ sung"),
            icon="file-text",
            height=40,
            short=(self.tr("Bổ sung"), ""),
            name=self.tr("Yêu cầu bổ sung (Ctrl+B)"),
        )
        self.refuse_button = KeyButton(
            self.tr("Từ chối"), icon="ban", height=40, short=("",), name=self.tr("Từ chối tiếp nhận (Ctrl+T)")
        )
        self.back_button = KeyButton(self.tr("Quay lại"), icon="arrow-left", key="Esc", height=40, short=("",))
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

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(Rule())
        column.addWidget(self.bar)

    def _wire(self) -> None:
        self.new_button.clicked.connect(self.new_asked)
        self.more_button.clicked.connect(self.more_asked)
        self.supplement_button.clicked.connect(lambda: self.incomplete_asked.emit(FormKind.SUPPLEMENT))
        self.refuse_button.clicked.connect(lambda: self.incomplete_asked.emit(FormKind.REFUSAL))
        self.back_button.clicked.connect(self.preview_closed)
        self.preview_button.clicked.connect(self._preview_pressed)
        self.receive_button.clicked.connect(self.receive_asked)

    def _arrange(self) -> None:
        """Show the buttons of what is shown."""
        filling = self._stack.currentWidget() is self.form
        for button in (self.supplement_button, self.refuse_button):
            button.setVisible(filling)
        self.back_button.setVisible(self.showing_incomplete or self.showing_pages)
        self.preview_button.setVisible(filling or self.showing_paper)
        self.receive_button.setVisible(not self.showing_leave and not self.showing_pages)
        self.more_button.setVisible(filling)
        if self.showing_paper:
            self.preview_button.set_words(self.tr("Quay lại"), icon="arrow-left")
        else:
            self.preview_button.set_words(self.tr("Xem trước"), self.tr("Xem"), icon="eye")

    def _say_main_act(self, state: ReceiveState) -> None:
        if self.showing_incomplete:
            return
        if state.busy:
            self.receive_button.set_words(self.tr("Đang tiếp nhận…"), icon="progress")
        elif state.lacking:
            asks = (self.tr("Lập phiếu bổ sung (02)"), self.tr("Phiếu (02)"))
            self.receive_button.set_words(*asks, icon="file-text")
        else:
            takes = (self.tr("Tiếp nhận và in giấy hẹn"), self.tr("Tiếp nhận và in"), self.tr("Tiếp nhận"))
            self.receive_button.set_words(*takes, icon="printer")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; Esc leaves the receipt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self._move_on()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and (self.showing_paper or self.showing_incomplete):
            self.preview_closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put gutters above their content where the centre is narrow."""
        super().resizeEvent(event)
        for part in (self.form, self.incomplete):
            part.set_stacked(self._narrow)
        if self._pages is not None:
            self._pages.set_stacked(self._narrow)

    @property
    def _narrow(self) -> bool:
        return self.width() < theme.px(STACK_BELOW)

    def _move_on(self) -> None:
        """Go to the next thing; from the phone to what has to be counted, past a checklist that is in order."""
        further = self.form.after_applicant(QApplication.focusWidget())
        if isinstance(further, QAbstractSpinBox):
            further.setFocus()
            further.selectAll()
        else:
            self.focusNextChild()

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


def _begun(draft: Draft) -> bool:
    return bool(draft.procedure or draft.name or draft.identity)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
