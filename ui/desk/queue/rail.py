"""The queue where there is little room: ticket, keys and one figure, one above the other."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.queue_facts import DeskState
from counter_app.domain.tickets import TicketState
from ui import icons, theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times
from ui.desk.queue.state import LONG_WAIT, QueueState
from ui.desk.queue.words import desk_words

_HEIGHT = 52
_ICON = 18
_FADED = 0.45


class _RailButton(QPushButton):
    """Icon and key above one word or two."""

    def __init__(self, text: str, icon: str, key: str, *, call: bool = False) -> None:
        super().__init__(text)
        self._icon, self._key, self._call = icon, key, call
        self.setAccessibleName(f"{text} ({key})")
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.font("small", theme.Weight.MEDIUM)).horizontalAdvance(self.text())
        return QSize(width + theme.px(10), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self.isEnabled():
                painter.setOpacity(_FADED)
            focused = self.hasFocus()
            edge = theme.color(
                ("text" if self._call else "primary") if focused else ("call" if self._call else "line_strong")
            )
            ring = 2 if focused else 1
            painter.setPen(QPen(edge, ring))
            painter.setBrush(theme.color("call" if self._call else "surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), 6, 6)
            ink = theme.color("text_on_call" if self._call else "text")
            soft = ink if self._call else theme.color("text_muted")
            painter.setFont(theme.font("key", theme.Weight.SEMIBOLD))
            side = theme.px(_ICON)
            gap = theme.px(4)
            width = side + gap + painter.fontMetrics().horizontalAdvance(self._key)
            left = (self.width() - width) / 2
            top = theme.px(7)
            painter.drawPixmap(QPointF(left, top), icons.pixmap(self._icon, soft, side))
            painter.setPen(soft)
            painter.drawText(QRectF(left + side + gap, top, width, side), Qt.AlignmentFlag.AlignVCenter, self._key)
            painter.setFont(theme.font("small", theme.Weight.MEDIUM))
            painter.setPen(ink)
            below = QRectF(0, top + side, self.width(), self.height() - top - side - theme.px(3))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())


class _RailCard(QWidget):
    """Number and timer."""

    def __init__(self) -> None:
        super().__init__()
        self.number = Label("", 14, theme.Weight.BOLD, "ticket_text")
        self.timer = Label("", "small", theme.Weight.SEMIBOLD, "ticket_muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(7), 0, theme.px(7))
        column.setSpacing(0)
        column.addWidget(self.number, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.timer, alignment=Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("ticket_text" if theme.look().contrast else "ticket_bg"))
            painter.setBrush(theme.color("ticket_bg"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class QueueRail(Surface):
    """The narrow queue; the same signals as the panel's keys."""

    next_called = Signal()
    called_again = Signal()
    finished = Signal()
    missed = Signal()
    transfer_asked = Signal()
    started = Signal()
    more_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now = now
        self._state = QueueState()
        self._card = _RailCard()
        self.start = _RailButton(self.tr("Bắt đầu"), "player-play", "Enter")
        self.next = _RailButton(self.tr("Gọi tiếp"), "speakerphone", "F2", call=True)
        self.again = _RailButton(self.tr("Gọi lại"), "volume", "F3")
        self.finish = _RailButton(self.tr("Kết thúc"), "check", "F4")
        self.miss = _RailButton(self.tr("Vắng mặt"), "user-x", "F5")
        self.transfer = _RailButton(self.tr("Chuyển"), "arrows-exchange", "F6")
        self.more = _RailButton(self.tr("Thêm"), "dots", "F10")
        self._total = Label("", "title", theme.Weight.BOLD)
        self._total_words = Label(self.tr("đang chờ"), "small", color="text_muted")
        self._longest_words = Label(self.tr("lâu nhất"), "small", color="text_muted")
        self._longest = Label("", "small", theme.Weight.SEMIBOLD, "text_muted")
        self.widen = KeyButton(
            "", icon="layout-sidebar-right-expand", kind=Kind.QUIET, name=self.tr("Mở rộng hàng chờ")
        )
        self._build()
        for button, signal in (
            (self.start, self.started),
            (self.next, self.next_called),
            (self.again, self.called_again),
            (self.finish, self.finished),
            (self.miss, self.missed),
            (self.transfer, self.transfer_asked),
            (self.more, self.more_asked),
        ):
            button.clicked.connect(signal)

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(6), 0, theme.px(6), 0)
        column.setSpacing(theme.px(8))
        for button in (self.start, self.next, self.again, self.finish, self.miss, self.transfer, self.more):
            column.addWidget(button)
        column.addWidget(Rule())
        for label in (self._total, self._total_words, self._longest_words, self._longest):
            column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        scroll = VerticalScroll(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(16), 0, theme.px(8))
        outer.setSpacing(theme.px(8))
        top = QVBoxLayout()
        top.setContentsMargins(theme.px(6), 0, theme.px(6), 0)
        top.addWidget(self._card)
        outer.addLayout(top)
        outer.addWidget(scroll, 1)
        outer.addWidget(self.widen, alignment=Qt.AlignmentFlag.AlignHCenter)

    def present(self, state: QueueState) -> None:
        """Show the queue."""
        self._state = state
        at = state.ticket.state if state.ticket else None
        self._card.number.setText(state.ticket.label if state.ticket else "—")
        self.start.setVisible(at is TicketState.CALLED)
        self.next.setEnabled(not state.loading)
        enough = state.ticket is not None and state.ticket.called_enough
        self.again.setEnabled(at is TicketState.CALLED and not enough)
        self.miss.setEnabled(at is TicketState.CALLED)
        self.finish.setEnabled(at is TicketState.SERVING)
        self.transfer.setEnabled(at is not None)
        self._total.setText(str(state.total))
        self.tick()

    def tick(self) -> None:
        """Move the timer and the longest wait on."""
        ticket, longest = self._state.ticket, self._state.longest
        closed = self._state.desk is not DeskState.OPEN
        empty = desk_words(self._state.desk).lower() if closed else self.tr("trống")
        self._card.timer.setText(times.stopwatch(self._now() - ticket.since) if ticket else empty)
        self._longest_words.setVisible(longest is not None)
        self._longest.setVisible(longest is not None)
        if longest is not None:
            span = self._now() - longest
            self._longest.setText(times.minutes(span))
            self._longest.set_color("warning" if span >= LONG_WAIT else "text_muted")
