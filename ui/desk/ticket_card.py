"""My ticket, large, with its timer against the planned length."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.queue_facts import DeskState
from counter_app.domain.tickets import TicketState
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.desk import times
from ui.desk.queue.state import TicketFace, priority_icon, priority_words
from ui.desk.queue.words import desk_sentence

_BAR = 6
_RADIUS = 8


class _Progress(QWidget):
    """Time used against time planned; over is shown full."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.share = 0.0
        self.setAccessibleName(name)
        self.setFixedHeight(theme.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                QPen(theme.color("ticket_muted"), 0) if theme.look().contrast else QPen(theme.color("ticket_bg"))
            )
            rest = theme.color("ticket_text")
            rest.setAlphaF(0.25)
            painter.setBrush(rest)
            area = QRectF(self.rect())
            painter.drawRoundedRect(area, 3, 3)
            if self.share > 0:
                painter.setBrush(theme.color("call"))
                painter.drawRoundedRect(QRectF(0, 0, area.width() * min(1.0, self.share), area.height()), 3, 3)


class TicketCard(QWidget):
    """The ticket at this desk, or that there is none."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._ticket: TicketFace | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._status = Label("", "small", theme.Weight.MEDIUM, "ticket_muted")
        self._group = ElidedLabel("", "small", theme.Weight.SEMIBOLD, "ticket_text")
        self._group.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._number = ElidedLabel("", "ticket", theme.Weight.BOLD, "ticket_text")
        self._number.setFixedHeight(theme.px(62))
        self._timer = Label("", "title", theme.Weight.SEMIBOLD, "ticket_text")
        self._planned = Label("", "small", theme.Weight.REGULAR, "ticket_muted")
        self._progress = _Progress(self.tr("Thời gian phục vụ so với định mức"))
        self._priority_icon = IconLabel("user", "ticket_muted", 16)
        self._note = ElidedLabel("", "small", theme.Weight.MEDIUM, "ticket_muted")
        self._more = _Note()
        self._build()
        self.present(None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(5))
        column.addLayout(_row(self._status, None, self._group))
        column.addWidget(self._number)
        column.addLayout(_row(self._timer, None, self._planned))
        column.addWidget(self._progress)
        column.addLayout(_row(self._priority_icon, self._note, spacing=4))
        column.addWidget(self._more)

    def present(self, ticket: TicketFace | None, desk: DeskState = DeskState.OPEN) -> None:
        """Show a ticket, or an empty desk and what it is doing."""
        self._ticket = ticket
        self._more.present(*_purpose(ticket) if ticket else ("", ""))
        for part in (self._timer, self._planned, self._progress):
            part.setVisible(ticket is not None)
        if ticket is None:
            self._present_nobody(desk)
        else:
            self._present_somebody(ticket)

    def _present_nobody(self, desk: DeskState) -> None:
        self._status.setText(desk_sentence(desk))
        self._group.set_text("")
        self._number.set_text("—")
        self._number.setAccessibleName(self.tr("Chưa có số nào ở quầy"))
        self._priority_icon.set_icon("info-circle", "ticket_muted")
        is_open = desk is DeskState.OPEN
        self._note.set_text(self.tr("Bấm F2 để gọi số tiếp theo.") if is_open else self.tr("Bấm F2 để mở quầy và gọi."))

    def _present_somebody(self, ticket: TicketFace) -> None:
        called = ticket.state is TicketState.CALLED
        self._status.setText(
            self.tr("Đã gọi lần {count}/{most}").format(count=ticket.calls, most=ticket.most_calls)
            if called
            else self.tr("Đang phục vụ")
        )
        self._group.set_text(ticket.group)
        self._number.set_text(ticket.label)
        self._number.setAccessibleName(f"{self._status.text()} {ticket.label}")
        self._planned.setText(
            self.tr("chờ người dân đến") if called else self.tr("định mức {count} phút").format(count=ticket.planned)
        )
        self._present_note(ticket)
        self.tick()

    def _present_note(self, ticket: TicketFace) -> None:
        if ticket.called_enough:
            self._priority_icon.set_icon("user-x", "ticket_muted")
            self._note.set_text(self.tr("Đã gọi đủ: F5 nếu vắng mặt."))
        elif ticket.priority is not None:
            self._priority_icon.set_icon(priority_icon(ticket.priority), "ticket_muted")
            self._note.set_text(self.tr("Ưu tiên: {who}").format(who=priority_words(ticket.priority)))
        elif ticket.collects:
            self._priority_icon.set_icon("package-export", "ticket_muted")
            self._note.set_text(self.tr("Đến nhận kết quả"))
        else:
            self._priority_icon.set_icon("user", "ticket_muted")
            self._note.set_text(self.tr("Lượt thường"))

    def tick(self) -> None:
        """Move the timer on."""
        if self._ticket is None:
            return
        span = self._now() - self._ticket.since
        self._timer.setText(times.stopwatch(span))
        serving = self._ticket.state is TicketState.SERVING
        self._progress.share = span / timedelta(minutes=max(1, self._ticket.planned)) if serving else 0.0
        self._progress.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            contrast = theme.look().contrast
            painter.setPen(QPen(theme.color("ticket_text" if contrast else "ticket_bg"), 2 if contrast else 0))
            painter.setBrush(theme.color("ticket_bg"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)


class _Note(QWidget):
    """A second note below the first; away while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("info-circle", "ticket_muted", 16)
        self._words = ElidedLabel("", "small", theme.Weight.MEDIUM, "ticket_text")
        row = _row(self._icon, self._words, spacing=4)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)
        self.hide()

    def present(self, icon: str, words: str) -> None:
        """Say something, or nothing."""
        if words:
            self._icon.set_icon(icon, "ticket_muted")
        self._words.set_text(words)
        self.setVisible(bool(words))


def _purpose(ticket: TicketFace) -> tuple[str, str]:
    """Return icon and words of what is special about a visit: why out of turn, what is collected, where it goes."""
    translate = QCoreApplication.translate
    if ticket.out_of_turn:
        return "player-skip-forward", translate("TicketCard", "Ngoài lượt: {reason}").format(reason=ticket.out_of_turn)
    if ticket.collects:
        return "package-export", ticket.collects
    if ticket.returns:
        return "arrow-back-up", ticket.returns
    return "", ""


def _row(*parts: QWidget | None, spacing: int = 6) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(spacing))
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
