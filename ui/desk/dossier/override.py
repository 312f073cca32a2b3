"""An act that the law forbids: the article, and an administrator's leave to break the rule, with a reason."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from ui import messages, theme
from ui.components.banner import Banners, Notice
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.dossier.choices import OfficerPart
from ui.desk.dossier.parts import TextPart
from ui.secret_and_code import SecretAndCode


@dataclass(frozen=True, slots=True)
class Leave:
    """What an administrator typed; secret and code are checked and forgotten."""

    administrator: str
    pin: str
    reason: str
    code: str = ""


class OverrideForm(QWidget):
    """Why it is forbidden, then the leave; ``given(Leave)`` when filled in, ``left()`` by Esc."""

    given = Signal(object)
    left = Signal()

    def __init__(
        self, title: str, why: str, next_step: str, officers: tuple[Officer, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.why = why
        administrators = [one for one in officers if one.may(Duty.ADMINISTRATION)]
        self.open_button = KeyButton(self.tr("Cho phép vượt quy tắc…"), icon="lock-open", key="Alt+V")
        self.administrator = OfficerPart(self.tr("Người quản trị cho phép"), "taker", administrators)
        self.banners = Banners()
        self._typed = SecretAndCode(self.tr("Mật khẩu của người quản trị"))
        self.pin, self.code = self._typed.secret, self._typed.code
        self.reason = TextPart(self.tr("Lý do cho phép"), "reason", self.tr("Ghi lý do: việc này được lưu lại"))
        self.submit_button = KeyButton(
            self.tr("Cho phép và làm tiếp"),
            icon="lock-open",
            key="Ctrl+Enter",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
        )
        self.back_button = KeyButton(self.tr("Quay lại"), icon="arrow-left", key="Esc")
        self._asked = (self.administrator, self._typed, self.reason)
        self._build(title, next_step)
        self._show_leave(False)

    def _build(self, title: str, next_step: str) -> None:
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        body.setSpacing(theme.px(10))
        body.addWidget(Label(title, "strong", theme.Weight.SEMIBOLD, wrap=True))
        body.addWidget(_Why(self.why, next_step))
        body.addWidget(self.open_button)
        body.addWidget(self.administrator)
        body.addWidget(self._typed)
        self.banners.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        body.addWidget(self.banners)
        body.addWidget(self.reason)
        body.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(12))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.submit_button)
        foot.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroll = VerticalScroll(inner)
        self._scroll.follow_focus()
        column.addWidget(self._scroll, 1)
        column.addWidget(Rule())
        column.addLayout(foot)
        self.open_button.clicked.connect(self.open_leave)
        self.submit_button.clicked.connect(self.submit)
        self.back_button.clicked.connect(self.left)
        self.pin.edited.connect(lambda _: self.pin.set_verdict())
        self.administrator.box.currentIndexChanged.connect(lambda _: self._other_administrator())

    @property
    def blank(self) -> bool:
        """Whether no reason is typed."""
        return self.reason.blank

    def focus(self) -> None:
        """Put the focus on what opens the leave."""
        self.open_button.setFocus()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.open_button))

    def open_leave(self) -> None:
        """Show what an administrator fills in."""
        self._show_leave(True)
        self.administrator.focus()

    def submit(self) -> None:
        """Give the leave, if all is filled in."""
        if self.open_button.isVisibleTo(self):
            self.open_leave()
            return
        right = [self.administrator.check(), bool(self.pin.text), self.reason.check()]
        self.pin.set_verdict(problem="" if self.pin.text else self.tr("Nhập mật khẩu"))
        if all(right) and self.submit_button.isEnabled():
            text, who = " ".join(self.reason.edit.toPlainText().split()), str(self.administrator.box.currentData())
            self.given.emit(Leave(who, self.pin.text, text, self.code.text))
        elif not right[1]:
            self.pin.line.setFocus()
        elif not right[2]:
            self.reason.focus()

    def set_busy(self, busy: bool) -> None:
        """Wait for secret and code to be checked."""
        self.submit_button.setEnabled(not busy)

    def refuse(self, error: CounterError) -> None:
        """Say why leave is not given, or ask for the code that is wanted too."""
        said = messages.message(error)
        notice = Notice("leave", Tone.WARNING, said.title, said.next_step, dismissible=False)
        self.set_busy(False)
        self.banners.present((notice,) if self._typed.refuse(error) else ())
        QTimer.singleShot(0, self, self._show_refused)  # the words take their room first

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_refused(self) -> None:
        """Where there is little room: the line that is wanted, with as much of the words as fits below it."""
        line = self.code if self.code.line.hasFocus() else self.pin
        for part in (self.banners, line):
            if part.isVisible():
                self._scroll.ensureWidgetVisible(part)

    def _other_administrator(self) -> None:
        self._typed.forget_code()
        self.banners.present(())

    def _show_leave(self, asked: bool) -> None:
        self.open_button.setVisible(not asked)
        for part in (*self._asked, self.submit_button):
            part.setVisible(asked)


class _Why(Surface):
    """The rule and its article."""

    def __init__(self, why: str, next_step: str) -> None:
        super().__init__("warning_soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        row.setSpacing(theme.px(10))
        row.addWidget(IconLabel("alert-triangle", "warning", 22), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        row.addLayout(column, 1)
        column.addWidget(Label(why, weight=theme.Weight.MEDIUM, wrap=True))
        column.addWidget(Label(next_step, "small", wrap=True))
