"""The queue at the left: my ticket, the keys F2 to F6, who waits, who may be called back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from counter_app.domain.tickets import TicketState
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times
from ui.desk.queue_state import LONG_WAIT, ComingRow, MissedRow, QueueState, WaitingRow, priority_icon, priority_words
from ui.desk.ticket_card import TicketCard

_ROW = 26
_ROOMY_FROM = 760
"""Logical height from which the next numbers are listed too."""
_TIME = 70


class QueueKeys(QWidget):
    """The buttons of the queue; which of them make sense follows the ticket."""

    next_called = Signal()
    called_again = Signal()
    finished = Signal()
    missed = Signal()
    transfer_asked = Signal()
    started = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.again = KeyButton(self.tr("Gọi lại"), key="F3", height=36)
        self.finish = KeyButton(self.tr("Kết thúc"), key="F4", height=36)
        self.miss = KeyButton(self.tr("Vắng mặt"), key="F5", height=36)
        self.transfer = KeyButton(self.tr("Chuyển"), key="F6", height=36)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        grid.addWidget(self.start, 0, 0, 1, 2)
        grid.addWidget(self.next, 1, 0, 1, 2)
        for place, button in enumerate((self.again, self.finish, self.miss, self.transfer)):
            grid.addWidget(button, 2 + place // 2, place % 2)
        self.start.clicked.connect(self.started)
        self.next.clicked.connect(self.next_called)
        self.again.clicked.connect(self.called_again)
        self.finish.clicked.connect(self.finished)
        self.miss.clicked.connect(self.missed)
        self.transfer.clicked.connect(self.transfer_asked)

    def present(self, state: QueueState) -> None:
        """Enable what can be done now."""
        at = state.ticket.state if state.ticket else None
        self.start.setVisible(at is TicketState.CALLED)
        self.next.setEnabled(not state.loading)
        self.again.setEnabled(at is TicketState.CALLED)
        self.miss.setEnabled(at is TicketState.CALLED)
        self.finish.setEnabled(at is TicketState.SERVING)
        self.transfer.setEnabled(at is not None)


class QueuePanel(Surface):
    """The panel; ``called_back(str)`` tells the missed ticket to call again."""

    called_back = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now = now
        self._state = QueueState()
        self.card = TicketCard(now)
        self.keys = QueueKeys()
        self._lists = QWidget()
        self._lists_column = QVBoxLayout(self._lists)
        self._lists_column.setContentsMargins(0, 0, theme.px(16), 0)
        self._lists_column.setSpacing(theme.px(8))
        self._scroll = VerticalScroll(self._lists)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, theme.px(16), 0)
        head.setSpacing(theme.px(8))
        head.addWidget(self.card)
        head.addWidget(self.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), 0, theme.px(8))
        column.setSpacing(theme.px(12))
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def present(self, state: QueueState) -> None:
        """Show the queue."""
        self._state = state
        self.card.present(state.ticket)
        self.keys.present(state)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List more where there is room."""
        super().resizeEvent(event)
        limit = theme.px(_ROOMY_FROM)
        if (event.oldSize().height() >= limit) != (event.size().height() >= limit):
            self._fill()

    def tick(self) -> None:
        """Move the timer on; waiting times follow with each whole minute."""
        self.card.tick()
        if self._now().second == 0:
            self._fill()

    def _fill(self) -> None:
        _empty(self._lists_column)
        state = self._state
        self._lists_column.addLayout(self._waiting_head(state))
        if state.loading:
            self._lists_column.addWidget(Label(self.tr("Đang đọc hàng chờ…"), "small", color="text_muted"))
        elif state.total == 0:
            self._lists_column.addWidget(
                Label(self.tr("Không còn ai chờ ở quầy này."), "small", color="text_muted", wrap=True)
            )
        else:
            self._lists_column.addLayout(self._waiting_grid(state.waiting))
        if state.missed:
            self._lists_column.addWidget(Rule())
            self._lists_column.addWidget(_head(self.tr("Vắng mặt, còn gọi lại được")))
            for row in state.missed:
                self._lists_column.addLayout(self._missed(row))
        if state.coming and self.height() >= theme.px(_ROOMY_FROM):
            self._lists_column.addWidget(Rule())
            self._lists_column.addWidget(_head(self.tr("Số tiếp theo")))
            for coming in state.coming:
                self._lists_column.addLayout(self._coming(coming))
        self._lists_column.addStretch(1)

    def _waiting_head(self, state: QueueState) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(_head(self.tr("Đang chờ")))
        row.addWidget(Label(self.tr("{count} người").format(count=state.total), "small", theme.Weight.SEMIBOLD))
        row.addStretch(1)
        if state.as_of is not None:
            told = self.tr("số liệu đến {time}").format(time=times.clock(state.as_of))
            row.addWidget(Label(told, "small", theme.Weight.MEDIUM, "warning"))
        elif state.total:
            row.addWidget(Label(self.tr("lâu nhất"), "small", color="text_muted"))
        return row

    def _waiting_grid(self, rows: tuple[WaitingRow, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, row in enumerate(rows):
            grid.setRowMinimumHeight(place, theme.px(_ROW))
            grid.addWidget(ElidedLabel(row.name), place, 0)
            grid.addWidget(Label(str(row.count), "strong", theme.Weight.SEMIBOLD), place, 1, right)
            grid.addLayout(self._wait(row.longest), place, 2)
        grid.setColumnMinimumWidth(2, theme.px(_TIME))
        return grid

    def _wait(self, since: datetime | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addStretch(1)
        if since is None:
            row.addWidget(Label("—", "small", color="text_muted"))
            return row
        span = self._now() - since
        late = span >= LONG_WAIT
        if late:
            row.addWidget(IconLabel("clock-exclamation", "warning", 14))
        weight = theme.Weight.SEMIBOLD if late else theme.Weight.REGULAR
        row.addWidget(Label(times.minutes(span), "small", weight, "warning" if late else "text_muted"))
        return row

    def _missed(self, missed: MissedRow) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Label(missed.label, "strong", theme.Weight.SEMIBOLD))
        told = self.tr("{time} · {count} lần").format(time=times.clock(missed.at), count=missed.calls)
        row.addWidget(ElidedLabel(told, "small", color="text_muted"), 1)
        back = KeyButton(
            self.tr("Gọi lại"), kind=Kind.QUIET, name=self.tr("Gọi lại số {label}").format(label=missed.label)
        )
        back.setEnabled(self._state.ticket is None)
        back.clicked.connect(lambda: self.called_back.emit(missed.id))
        row.addWidget(back)
        return row

    def _coming(self, coming: ComingRow) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Label(coming.label, "strong", theme.Weight.SEMIBOLD))
        row.addWidget(ElidedLabel(coming.name, "small", color="text_muted"), 1)
        if coming.priority is not None:
            icon = IconLabel(priority_icon(coming.priority), "primary", 16)
            icon.setToolTip(priority_words(coming.priority))
            row.addWidget(icon)
        row.addWidget(Label(times.minutes(self._now() - coming.since), "small", color="text_muted"))
        return row


def _head(text: str) -> Label:
    return Label(text, "small", theme.Weight.SEMIBOLD, "text_muted")


def _empty(layout: QLayout) -> None:
    """Take everything out of a layout, at once for the eye, later for the memory."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty(inner)
