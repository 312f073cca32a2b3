"""The queue's place: the panel, or the rail where room is short; one set of signals for both."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.desk.queue.panel import QueuePanel
from ui.desk.queue.rail import QueueRail
from ui.desk.queue.sheet import Question, QueueSheet
from ui.desk.queue.state import QueueState

_TICK_MS = 1000
RAIL = 96


class QueueColumn(QWidget):
    """Panel or rail; while something is asked, the panel. ``answered(Answer)`` and ``left()`` end a question."""

    next_called = Signal()
    called_again = Signal()
    finished = Signal()
    missed = Signal()
    transfer_asked = Signal()
    started = Signal()
    called_back = Signal(str)
    more_asked = Signal()
    state_asked = Signal()
    emergency_asked = Signal()
    answered = Signal(object)
    left = Signal()
    widened = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = QueuePanel(now)
        self.rail = QueueRail(now)
        self._room = (0, False)
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
        foot = self.panel.foot
        foot.more_asked.connect(self.more_asked)
        foot.state_asked.connect(self.state_asked)
        foot.emergency_asked.connect(self.emergency_asked)
        self.rail.more_asked.connect(self.more_asked)
        self.panel.called_back.connect(self.called_back)
        self.panel.sheet.answered.connect(self.answered)
        self.panel.sheet.left.connect(self._left)
        self.rail.widen.clicked.connect(self.widened)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @property
    def narrow(self) -> bool:
        """Whether the rail is wanted."""
        return self._room[1]

    @property
    def sheet(self) -> QueueSheet:
        """What is asked in place."""
        return self.panel.sheet

    def set_room(self, width: int, *, narrow: bool) -> None:
        """Take the rail, or the panel ``width`` pixels wide."""
        self._room = width, narrow
        self._place()

    def present(self, state: QueueState) -> None:
        """Show the queue."""
        self.panel.present(state)
        self.rail.present(state)

    def ask(self, question: Question) -> None:
        """Ask in place of the keys; the same question again, asked by its key, closes it."""
        asked = self.sheet.question
        if asked is not None and asked.name == question.name:
            self.sheet.leave()
            return
        self.panel.show_sheet(True)
        self._place()
        self.sheet.ask(question)

    def focus_start(self) -> None:
        """Put the focus on the button that begins the service."""
        (self.rail.start if self._shows_rail else self.panel.keys.start).setFocus()

    @property
    def _shows_rail(self) -> bool:
        return self._stack.currentWidget() is self.rail

    def _place(self) -> None:
        width, narrow = self._room
        rail = narrow and not self.panel.asking
        self._stack.setCurrentWidget(self.rail if rail else self.panel)
        self.setFixedWidth(max(theme.px(RAIL), self.rail.minimumSizeHint().width()) if rail else width)

    def _left(self) -> None:
        self.panel.show_sheet(False)
        self._place()
        self.left.emit()

    def _tick(self) -> None:
        self.panel.tick()
        self.rail.tick()
