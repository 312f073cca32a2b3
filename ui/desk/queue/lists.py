"""The lists of the queue: who waits by group, who was put aside, who did not come, what was done in this visit."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from counter_app.domain.queue_facts import DeskState
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.desk import times
from ui.desk.queue.state import (
    LONG_WAIT,
    AsideRow,
    ComingRow,
    MatterRow,
    MissedRow,
    QueueState,
    WaitingRow,
    priority_icon,
    priority_words,
)

_ROW = 26
_TIME = 70


class QueueLists(QWidget):
    """The lists; ``called_back(str)`` tells the ticket to call that was missed or put aside."""

    called_back = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._state = QueueState()
        self._roomy = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, theme.px(16), 0)
        self._column.setSpacing(theme.px(8))

    def present(self, state: QueueState) -> None:
        """Show the queue; nothing is drawn anew for what is on screen already."""
        if state != self._state or self._column.count() == 0:
            self._state = state
            self.fill()

    def set_roomy(self, roomy: bool) -> None:
        """List the next numbers too, where there is room."""
        if roomy != self._roomy:
            self._roomy = roomy
            self.fill()

    def fill(self) -> None:
        """Write every list anew, with waiting times as of now."""
        _empty(self._column)
        state = self._state
        if state.ticket is not None and len(state.ticket.matters) > 1:
            self._section(self.tr("Các việc trong lượt này"), [self._matter(row) for row in state.ticket.matters])
            self._column.addWidget(Rule())
        if state.held:
            self._section(self.tr("Đang giữ ở quầy này"), [self._aside(row) for row in state.held])
            self._column.addWidget(Rule())
        self._waiting(state)
        if state.parked:
            self._column.addWidget(Rule())
            self._section(self.tr("Tạm gác, đến giờ tự vào hàng"), [self._aside(row) for row in state.parked])
        if state.missed:
            self._column.addWidget(Rule())
            self._section(self.tr("Vắng mặt, còn gọi lại được"), [self._missed(row) for row in state.missed])
        if state.coming and self._roomy:
            self._column.addWidget(Rule())
            self._section(self.tr("Số tiếp theo"), [self._coming(row) for row in state.coming])
        self._column.addStretch(1)

    def _section(self, head: str, rows: list[QHBoxLayout]) -> None:
        self._column.addWidget(_head(head))
        for row in rows:
            self._column.addLayout(row)

    def _waiting(self, state: QueueState) -> None:
        self._column.addLayout(self._waiting_head(state))
        if state.loading:
            self._column.addWidget(Label(self.tr("Đang đọc hàng chờ…"), "small", color="text_muted"))
        elif state.total == 0:
            self._column.addWidget(
                Label(self.tr("Không còn ai chờ ở quầy này."), "small", color="text_muted", wrap=True)
            )
        else:
            self._column.addLayout(self._waiting_grid(state.waiting))
            if state.next_up is None and state.ticket is None and state.desk is DeskState.OPEN:
                told = self.tr("Những người đang chờ thuộc việc của quầy khác.")
                self._column.addWidget(Label(told, "small", color="text_muted", wrap=True))

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

    def _matter(self, matter: MatterRow) -> QHBoxLayout:
        row = _row()
        row.addWidget(ElidedLabel(matter.name), 1)
        until = times.clock(matter.until) if matter.until is not None else self.tr("đang làm")
        row.addWidget(Label(f"{times.clock(matter.since)} – {until}", "small", color="text_muted"))
        return row

    def _aside(self, aside: AsideRow) -> QHBoxLayout:
        row = _row()
        row.addWidget(Label(aside.label, "strong", theme.Weight.SEMIBOLD))
        told = self.tr("đến {time}").format(time=times.clock(aside.until)) if aside.until is not None else aside.name
        row.addWidget(ElidedLabel(told, "small", color="text_muted"), 1)
        row.addWidget(self._back(aside.id, aside.label, self.tr("Gọi")))
        return row

    def _missed(self, missed: MissedRow) -> QHBoxLayout:
        row = _row()
        row.addWidget(Label(missed.label, "strong", theme.Weight.SEMIBOLD))
        told = self.tr("{time} · {count} lần").format(time=times.clock(missed.at), count=missed.calls)
        if missed.passed:
            told = self.tr("{time} · lỡ {count}").format(time=times.clock(missed.at), count=missed.passed)
        row.addWidget(ElidedLabel(told, "small", color="text_muted"), 1)
        if missed.too_late:
            late = Label(self.tr("quá muộn"), "small", theme.Weight.MEDIUM, "text_muted")
            late.setToolTip(self.tr("Đã lỡ quá {within} lượt: mời lấy số mới.").format(within=missed.within))
            row.addWidget(late)
        else:
            row.addWidget(self._back(missed.id, missed.label, self.tr("Gọi lại")))
        return row

    def _back(self, ticket: str, label: str, words: str) -> KeyButton:
        back = KeyButton(words, kind=Kind.QUIET, name=self.tr("Gọi lại số {label}").format(label=label))
        back.setEnabled(self._state.ticket is None)
        back.clicked.connect(lambda: self.called_back.emit(ticket))
        return back

    def _coming(self, coming: ComingRow) -> QHBoxLayout:
        row = _row()
        row.addWidget(Label(coming.label, "strong", theme.Weight.SEMIBOLD))
        row.addWidget(ElidedLabel(coming.name, "small", color="text_muted"), 1)
        if coming.priority is not None:
            icon = IconLabel(priority_icon(coming.priority), "primary", 16)
            icon.setToolTip(priority_words(coming.priority))
            row.addWidget(icon)
        row.addWidget(Label(times.minutes(self._now() - coming.since), "small", color="text_muted"))
        return row


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
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
