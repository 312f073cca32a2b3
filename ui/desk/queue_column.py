"""The queue's place: the panel, or the rail where room is short; one set of signals for both."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.desk.queue_panel import QueuePanel
from ui.desk.queue_rail import QueueRail
from ui.desk.queue_state import QueueState

_TICK_MS = 1000
RAIL = 96


class QueueColumn(QWidget):
    """Panel or rail."""

    next_called = Signal()
    called_again = Signal()
    finished = Signal()
    missed = Signal()
    transfer_asked = Signal()
    started = Signal()
    called_back = Signal(str)
    widened = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = QueuePanel(now)
        self.rail = QueueRail(now)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for source in (self.panel.keys, self.rail):
            source.next_called.connect(self.next_called)
            source.called_again.connect(self.called_again)
            source.finished.connect(self.finished)
            source.missed.connect(self.missed)
            source.transfer_asked.connect(self.transfer_asked)
            source.started.connect(self.started)
        self.panel.called_back.connect(self.called_back)
        self.rail.widen.clicked.connect(self.widened)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @property
    def narrow(self) -> bool:
        """Whether the rail is shown."""
        return self._stack.currentWidget() is self.rail

    def set_room(self, width: int, *, narrow: bool) -> None:
        """Take the rail, or the panel ``width`` pixels wide."""
        self._stack.setCurrentWidget(self.rail if narrow else self.panel)
        self.setFixedWidth(max(theme.px(RAIL), self.rail.minimumSizeHint().width()) if narrow else width)

    def present(self, state: QueueState) -> None:
        """Show the queue."""
        self.panel.present(state)
        self.rail.present(state)

    @property
    def transfer_button(self) -> QWidget:
        """Where the menu of groups opens."""
        return self.rail.transfer if self.narrow else self.panel.keys.transfer

    def focus_start(self) -> None:
        """Put the focus on the button that begins the service."""
        (self.rail.start if self.narrow else self.panel.keys.start).setFocus()

    def _tick(self) -> None:
        self.panel.tick()
        self.rail.tick()
