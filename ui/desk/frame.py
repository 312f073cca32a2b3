"""The desk's frame: bar, queue, centre, help, strip; which of them give way when room is short."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.rule import Rule, upright
from ui.components.surface import Surface
from ui.desk.help_panel import HelpPanel
from ui.desk.queue.column import QueueColumn
from ui.desk.status_strip import StatusStrip
from ui.desk.top_bar import PageName, TopBar

_WIDE = 1560
"""Logical width from which queue and help are given more."""
_HELP_FROM = 1240
_PANEL_FROM = 880
_BRIEF_BELOW = 1100
_QUEUE, _QUEUE_WIDE, _QUEUE_TIGHT = 264, 336, 252
_HELP, _HELP_WIDE = 272, 424
_NARROWEST, _LOWEST = 800, 480


class DeskFrame(Surface):
    """Places the parts; help closes first, then the queue becomes a rail (``resized`` follows)."""

    resized = Signal()

    def __init__(
        self, pages: tuple[PageName, ...], office: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__("background", parent)
        self.top = TopBar(pages, office)
        self.queue = QueueColumn(now)
        self.centre = QStackedWidget()
        self.help = HelpPanel()
        self.strip = StatusStrip(now)
        self._help_rule = upright()
        self._wants_help: bool | None = None
        self._wants_rail: bool | None = None
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.queue)
        body.addWidget(upright())
        body.addWidget(self.centre, 1)
        body.addWidget(self._help_rule)
        body.addWidget(self.help)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # parts give way by _place instead
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(Rule())
        column.addLayout(body, 1)
        column.addWidget(Rule())
        column.addWidget(self.strip)
        self.queue.widened.connect(self.toggle_rail)

    @property
    def logical_width(self) -> float:
        """The width in pixels of the design: at 200 % text there is half as much."""
        return self.width() / theme.look().scale

    def toggle_help(self) -> None:
        """Close or open the panel at the right."""
        self._wants_help = not self.help.isVisible()
        self._place()

    def toggle_rail(self) -> None:
        """Make the queue narrow or wide."""
        self._wants_rail = not self.queue.narrow
        self._place()

    def set_page(self, *, has_help: bool, rail: bool) -> None:
        """Take over what a page wants: its help beside it, the queue narrow."""
        self._wants_help = None if has_help else False
        self._wants_rail = True if rail else None
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Accept any window; the parts give way instead."""
        return QSize(_NARROWEST, _LOWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in the agreed order."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        logical = self.logical_width
        wide = logical >= _WIDE
        rail = logical < _PANEL_FROM if self._wants_rail is None else self._wants_rail
        helped = logical >= _HELP_FROM if self._wants_help is None else self._wants_help
        queue_width = theme.px(_QUEUE_TIGHT) if logical < _BRIEF_BELOW else _QUEUE_WIDE if wide else _QUEUE
        self.queue.set_room(max(queue_width, self._needed_queue()), narrow=rail)
        self.help.setVisible(helped)
        self._help_rule.setVisible(helped)
        self.help.setFixedWidth(_HELP_WIDE if wide else max(_HELP, theme.px(_HELP) if logical >= _HELP_FROM else _HELP))
        brief = logical < _BRIEF_BELOW
        brand = self.queue.width() if not rail else theme.px(_QUEUE)
        self.top.set_room(max(brand, theme.px(196)), brief=brief)
        self.strip.set_brief(brief)
        self.resized.emit()

    def _needed_queue(self) -> int:
        panel = self.queue.panel
        parts = (panel.keys, panel.foot, panel.card)
        return max(part.minimumSizeHint().width() for part in parts) + theme.px(32)
