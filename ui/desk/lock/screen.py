"""The lock screen: whose session, since when, and the secret that opens it. Nothing of the work shows through."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.secret_rule import LONGEST
from counter_app.errors import CounterError
from ui import messages, theme
from ui.components.announcement import announce
from ui.components.banner import Banners, Notice
from ui.components.field import Field
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.spoken_role import Role, speak_as
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times

_WIDTH = 420


@dataclass(frozen=True, slots=True)
class LockState:
    """What the screen says; ``minutes`` is how long nobody had worked, 0 when it was locked by hand."""

    desk: int
    officer: str
    since: datetime
    minutes: int = 0


class LockScreen(Surface):
    """``unlock_asked(str)`` with the secret typed, ``other_asked()`` when another officer is to sit here."""

    unlock_asked = Signal(str)
    other_asked = Signal()

    def __init__(self, office: str, parent: QWidget | None = None) -> None:
        super().__init__("background", parent)
        self._desk = Label("", "title", theme.Weight.SEMIBOLD)
        self._officer = Label("", "strong", theme.Weight.MEDIUM, wrap=True)
        self._since = Label("", color="text_muted", wrap=True)
        self.secret = Field(self.tr("Mật khẩu"))
        self.secret.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.line.setMaxLength(LONGEST)
        self.secret.line.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText)
        self.open_button = KeyButton(
            self.tr("Mở khóa"),
            icon="lock-open",
            key="Enter",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
        )
        self.other_button = KeyButton(self.tr("Cán bộ khác vào quầy"), icon="login", height=40)
        self.banners = Banners()
        self._build(office)
        speak_as(self, Role.Dialog)
        self.secret.line.returnPressed.connect(self._ask)
        self.open_button.clicked.connect(self._ask)
        self.other_button.clicked.connect(self.other_asked)

    def present(self, state: LockState) -> None:
        """Say who locked it and since when."""
        self._desk.setText(self.tr("Quầy {desk} đang khóa").format(desk=state.desk))
        self._officer.setText(state.officer)
        at = times.clock(state.since)
        by_hand = self.tr("Khóa lúc {time}. Việc đang làm dở vẫn giữ nguyên.").format(time=at)
        idle = self.tr("Tự khóa lúc {time} vì {minutes} phút không có thao tác. Việc đang làm dở vẫn giữ nguyên.")
        self._since.setText(idle.format(time=at, minutes=state.minutes) if state.minutes else by_hand)
        self.setAccessibleName(f"{self._desk.text()}. {state.officer}. {self._since.text()}")
        self.banners.present(())
        self.secret.set_text("")
        self.set_busy(False)

    def focus(self) -> None:
        """Put the focus where the secret is typed, and say what covers the desk."""
        self.secret.line.setFocus()
        announce(self, self.accessibleName())

    def say(self, error: CounterError) -> None:
        """Say why it does not open."""
        said = messages.message(error)
        self.banners.present((Notice("lock", Tone.WARNING, said.title, said.next_step, dismissible=False),))
        self.secret.set_text("")
        self.set_busy(False)
        self.secret.line.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Wait for the answer."""
        self.open_button.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key that nobody wanted: none goes to the work underneath."""
        event.accept()

    def _ask(self) -> None:
        if self.open_button.isEnabled() and self.secret.text:
            self.set_busy(True)
            self.unlock_asked.emit(self.secret.text)

    def _build(self, office: str) -> None:
        card = Surface("surface")
        card.setFixedWidth(theme.px(_WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(10))
        column.addWidget(IconLabel("lock", "primary", 32))
        column.addWidget(Label(office, color="text_muted", wrap=True))
        column.addWidget(self._desk)
        column.addWidget(self._officer)
        column.addWidget(self._since)
        self.banners.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        column.addWidget(self.banners)
        column.addWidget(self.secret)
        column.addSpacing(theme.px(4))
        column.addWidget(self.open_button)
        column.addWidget(self.other_button)
        ground = QWidget()
        grid = QGridLayout(ground)
        grid.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = VerticalScroll(ground)
        scroll.follow_focus()
        whole.addWidget(scroll)
