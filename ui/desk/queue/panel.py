"""The queue at the left: my ticket, the keys, who waits; or in their place what the queue asks."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.queue.keys import QueueFoot, QueueKeys
from ui.desk.queue.lists import QueueLists
from ui.desk.queue.sheet import QueueSheet
from ui.desk.queue.state import QueueState
from ui.desk.ticket_card import TicketCard

_ROOMY_FROM = 760
"""Logical height from which the next numbers are listed too."""
_LOW_BELOW = 560
"""Logical height below which what is seldom needed scrolls with the lists, and a question has the place to itself."""
_LOWEST = 440
"""Logical height below which the keys scroll too."""


class QueuePanel(Surface):
    """The panel; ``called_back(str)`` tells the missed ticket to call again."""

    called_back = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now = now
        self.card = TicketCard(now)
        self.keys = QueueKeys(now)
        self.foot = QueueFoot()
        self.lists = QueueLists(now)
        self.sheet = QueueSheet()
        self.lists.called_back.connect(self.called_back)
        margin = theme.px(16)
        inner = QWidget()
        self._scrolled = QVBoxLayout(inner)
        self._scrolled.setContentsMargins(0, 0, 0, 0)
        self._scrolled.setSpacing(theme.px(8))
        self._scrolled.addWidget(self.lists, 1)
        self._keys = QVBoxLayout()
        self._keys.setContentsMargins(0, 0, margin, 0)
        self._keys.addWidget(self.keys)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(0, 0, margin, 0)
        self._foot.addWidget(self.foot)
        usual = QWidget()
        column = QVBoxLayout(usual)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(self._keys)
        column.addWidget(VerticalScroll(inner), 1)
        column.addLayout(self._foot)
        self._asking = VerticalScroll(self.sheet)
        self._stack = QStackedWidget()
        self._stack.addWidget(usual)
        self._stack.addWidget(self._asking)
        card = QVBoxLayout()
        card.setContentsMargins(0, 0, margin, 0)
        card.addWidget(self.card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margin, margin, 0, theme.px(8))
        whole.setSpacing(theme.px(8))
        whole.addLayout(card)
        whole.addWidget(self._stack, 1)

    def present(self, state: QueueState) -> None:
        """Show the queue."""
        self.card.present(state.ticket, state.desk)
        self.keys.present(state)
        self.foot.present(state)
        self.lists.present(state)

    def show_sheet(self, shown: bool) -> None:
        """Show what is asked, or the keys and lists again."""
        self._stack.setCurrentIndex(int(shown))
        self._place_card()

    @property
    def asking(self) -> bool:
        """Whether a sheet is shown."""
        return self._stack.currentIndex() == 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List more where there is room; where there is little, let the foot scroll."""
        super().resizeEvent(event)
        height = event.size().height()
        self.lists.set_roomy(height >= theme.px(_ROOMY_FROM))
        self._scroll_part(self.foot, self._foot, self._scrolled.count(), height < theme.px(_LOW_BELOW))
        self._scroll_part(self.keys, self._keys, 0, height < theme.px(_LOWEST))
        self._place_card()

    def _scroll_part(self, part: QWidget, own: QVBoxLayout, place: int, scrolls: bool) -> None:
        """Let a part scroll with the lists, or stand in its own place."""
        if scrolls != (own.count() == 0):
            (self._scrolled if scrolls else own).insertWidget(place if scrolls else 0, part)
            part.setContentsMargins(0, 0, theme.px(16) if scrolls else 0, 0)

    def _place_card(self) -> None:
        """Where room is short a question says itself whom it is about."""
        self.card.setVisible(not (self.asking and self.height() < theme.px(_LOW_BELOW)))

    def tick(self) -> None:
        """Move the timer on; waiting times follow with each whole minute."""
        self.card.tick()
        if self._now().second == 0:
            self.lists.fill()
            self.keys.tick()
