"""Notices in place: what happened and what still works, what to do, and at most two buttons. Never a dialog."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.components.announcement import announce
from ui.components.beside import direction
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.spoken_role import Role, speak_as
from ui.components.tone import Tone

MOST = 2
_WORDS = 330
"""Pixels that words, icon and closing need at least beside the buttons."""
_RANK = (Tone.DANGER, Tone.WARNING, Tone.INFO, Tone.SUCCESS, Tone.NEUTRAL)
_URGENT = (Tone.DANGER, Tone.WARNING)


@dataclass(frozen=True, slots=True)
class Act:
    """A button of a notice; ``id`` comes back when it is pressed."""

    id: str
    text: str
    icon: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says; ``id`` names it, so that a newer one takes its place."""

    id: str
    tone: Tone
    title: str
    text: str = ""
    icon: str = ""
    acts: tuple[Act, ...] = ()
    dismissible: bool = True


class Banner(QWidget):
    """One notice."""

    acted = Signal(str, str)
    dismissed = Signal(str)

    def __init__(self, notice: Notice, close_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self.setAccessibleName(f"{notice.title} {notice.text}".strip())
        speak_as(self, Role.AlertMessage)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(7), theme.px(8), theme.px(7))
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel(notice.icon or notice.tone.icon, notice.tone.ink, 22))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(notice.title, "base", theme.Weight.SEMIBOLD, notice.tone.ink, wrap=True))
        if notice.text:
            words.addWidget(Label(notice.text, "small", wrap=True))
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addLayout(words, 1)
        row.addLayout(self._middle, 1)
        self._buttons = [self._button(act) for act in notice.acts]
        if self._buttons:
            acts = QHBoxLayout()
            for button in self._buttons:
                acts.addWidget(button)
            acts.addStretch(1)
            self._middle.setSpacing(theme.px(12))
            self._middle.addLayout(acts)
        if notice.dismissible:
            close = KeyButton("", icon="x", name=close_name, kind=Kind.QUIET)
            close.clicked.connect(lambda: self.dismissed.emit(notice.id))
            row.addWidget(close)

    def _button(self, act: Act) -> KeyButton:
        button = KeyButton(act.text, icon=act.icon, key=act.key)
        button.clicked.connect(lambda: self.acted.emit(self._notice.id, act.id))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for every line of the words at this width; a page hands out less when its own guess was wider.

        Where the buttons would leave the words too little room, they go below.
        """
        super().resizeEvent(event)
        wanted = sum(button.sizeHint().width() + theme.px(12) for button in self._buttons)
        self._middle.setDirection(direction(beside=event.size().width() - wanted >= theme.px(_WORDS)))
        row = self.layout()
        if row is not None and row.hasHeightForWidth():
            self.setMinimumHeight(row.totalHeightForWidth(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color(self._notice.tone.ink))
            painter.setBrush(theme.color(self._notice.tone.soft))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class Banners(QWidget):
    """The notices of a page, the worst two; ``acted(notice, act)`` and ``dismissed(notice)`` tell what was pressed."""

    acted = Signal(str, str)
    dismissed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Notice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        self._column.setSpacing(theme.px(8))
        self.hide()

    @property
    def shown(self) -> tuple[Notice, ...]:
        """What is on screen."""
        return self._shown

    def present(self, notices: tuple[Notice, ...]) -> None:
        """Show the worst two of ``notices``; newer ones come later in the tuple and win among equals."""
        newest_first = notices[::-1]
        worst = tuple(sorted(newest_first, key=lambda notice: _RANK.index(notice.tone))[:MOST])
        if worst == self._shown:
            return
        new = [notice for notice in worst if notice not in self._shown]
        self._shown = worst
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for notice in worst:
            banner = Banner(notice, self.tr("Đóng thông báo"))
            banner.acted.connect(self.acted, Qt.ConnectionType.QueuedConnection)
            banner.dismissed.connect(self.dismissed, Qt.ConnectionType.QueuedConnection)
            self._column.addWidget(banner)
        self.setVisible(bool(worst))
        for notice in new:
            announce(self, notice.title, notice.text, urgent=notice.tone in _URGENT)
