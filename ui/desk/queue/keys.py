"""The buttons of the queue: F2 to F6, and below them what is seldom needed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.queue_facts import DeskState
from counter_app.domain.tickets import TicketState
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.desk.queue.state import QueueState
from ui.desk.queue.words import desk_words, next_words


class QueueKeys(QWidget):
    """The keys of every call; which of them make sense follows the ticket."""

    next_called = Signal()
    called_again = Signal()
    finished = Signal()
    missed = Signal()
    transfer_asked = Signal()
    started = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._state = QueueState()
        semibold = theme.Weight.SEMIBOLD
        self.start = KeyButton(
            self.tr("Bắt đầu phục vụ"), icon="player-play", key="Enter", height=36, short=(self.tr("Bắt đầu"),)
        )
        self.next = KeyButton(
            self.tr("Gọi số tiếp theo"),
            icon="speakerphone",
            key="F2",
            kind=Kind.CALL,
            height=44,
            weight=semibold,
            short=(self.tr("Gọi tiếp"),),
        )
        self.coming = Label("", "small", color="text_muted", wrap=True)
        self.again = KeyButton(self.tr("Gọi lại"), key="F3", height=36)
        self.finish = KeyButton(self.tr("Kết thúc"), key="F4", height=36)
        self.miss = KeyButton(self.tr("Vắng mặt"), key="F5", height=36)
        self.transfer = KeyButton(self.tr("Chuyển"), key="F6", height=36)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        grid.addWidget(self.start, 0, 0, 1, 2)
        grid.addWidget(self.next, 1, 0, 1, 2)
        grid.addWidget(self.coming, 2, 0, 1, 2)
        for place, button in enumerate((self.again, self.finish, self.miss, self.transfer)):
            grid.addWidget(button, 3 + place // 2, place % 2)
        self.start.clicked.connect(self.started)
        self.next.clicked.connect(self.next_called)
        self.again.clicked.connect(self.called_again)
        self.finish.clicked.connect(self.finished)
        self.miss.clicked.connect(self.missed)
        self.transfer.clicked.connect(self.transfer_asked)

    def present(self, state: QueueState) -> None:
        """Enable what can be done now."""
        self._state = state
        ticket = state.ticket
        at = ticket.state if ticket else None
        enough = ticket is not None and ticket.called_enough
        self.start.setVisible(at is TicketState.CALLED)
        self.next.setEnabled(not state.loading)
        self.again.setEnabled(at is TicketState.CALLED and not enough)
        self.miss.setEnabled(at is TicketState.CALLED)
        self.miss.set_kind(Kind.PRIMARY if enough else Kind.PLAIN)
        self.finish.setEnabled(at is TicketState.SERVING)
        self.transfer.setEnabled(at is not None)
        self.tick()

    def tick(self) -> None:
        """Say who comes next, with the wait as of now; a called ticket needs the room for itself."""
        state = self._state
        called = state.ticket is not None and state.ticket.state is TicketState.CALLED
        shown = state.next_up is not None and not called and state.desk is DeskState.OPEN
        if shown and state.next_up is not None:
            self.coming.setText(next_words(state.next_up, self._now()))
        self.coming.setVisible(shown)


class QueueFoot(QWidget):
    """What is seldom needed: more acts, the desk's state, help in an emergency."""

    more_asked = Signal()
    state_asked = Signal()
    emergency_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = KeyButton(self.tr("Thêm"), key="F10", height=36, name=self.tr("Việc khác của hàng chờ"))
        self.state = KeyButton("", key="F11", height=36)
        self.emergency = KeyButton("", icon="urgent", kind=Kind.DANGER, height=30)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.more, 2)
        row.addWidget(self.state, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(row)
        column.addWidget(self.emergency)
        self.more.clicked.connect(self.more_asked)
        self.state.clicked.connect(self.state_asked)
        self.emergency.clicked.connect(self.emergency_asked)
        self.present(QueueState())

    def present(self, state: QueueState) -> None:
        """Say what the desk is doing and whether it asks for help."""
        words = desk_words(state.desk)
        self.state.set_words(words)
        self.state.set_name(self.tr("Trạng thái quầy: {state}").format(state=words))
        asked = state.emergency
        said = self.tr("Thôi gọi hỗ trợ") if asked else self.tr("Cần hỗ trợ gấp")
        self.emergency.set_words(said, icon="x" if asked else "urgent")
        self.emergency.set_name(f"{said} (Ctrl+Shift+H)")
