"""Wires the queue column to the queue's use cases."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu

from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from counter_app.services.queue import QueueView
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.queue_column import QueueColumn
from ui.desk.queue_state import ComingRow, MissedRow, QueueState, TicketFace, WaitingRow
from ui.language import Tongue, language

_SOON_MS = 40
"""Several entries of one transaction make one refresh."""
_NOTICE = "queue"


class QueueController(QObject):
    """Calls, starts, finishes; ``called(Ticket)``, ``begun(Ticket)`` and ``ended()`` tell what became of it."""

    called = Signal(object)
    begun = Signal(object)
    ended = Signal()

    def __init__(self, context: DeskContext, column: QueueColumn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._column = context, column
        self._groups: dict[str, ServiceGroup] = {}
        self._mine: Ticket | None = None
        self._busy = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        column.next_called.connect(self.call_next)
        column.called_again.connect(self.call_again)
        column.finished.connect(self.finish)
        column.missed.connect(self.miss)
        column.transfer_asked.connect(self.ask_transfer)
        column.started.connect(self.start)
        column.called_back.connect(self.call_back)
        context.tasks.streams_changed.connect(self._changed)
        column.present(QueueState(loading=True))

    @property
    def mine(self) -> Ticket | None:
        """The ticket at this desk."""
        return self._mine

    def serving(self) -> str:
        """Return the id of the ticket being served here, or nothing."""
        mine = self._mine
        return mine.id if mine is not None and mine.state is TicketState.SERVING else ""

    def refresh(self) -> None:
        """Read the queue again."""
        services, desk = self._context.services, self._context.desk
        self._context.tasks.read(
            lambda: (services.queue.view(desk), services.catalogue.groups()), self._show, owner=self, topic="queue"
        )

    def call_next(self) -> None:
        """F2."""
        queue, desk, officer = self._context.services.queue, self._context.desk, self._context.officer.id
        command = uuid.uuid4().hex
        self._change(lambda: queue.call_next(desk, officer, command=command), self._was_called, self._not_called)

    def call_again(self) -> None:
        """F3."""
        if self._mine is not None:
            ticket, desk, officer = self._mine.id, self._context.desk, self._context.officer.id
            self._change(lambda: self._context.services.queue.call_again(ticket, desk, officer), self._was_called)

    def call_back(self, ticket: str) -> None:
        """Call a number that did not come."""
        desk, officer = self._context.desk, self._context.officer.id
        self._change(lambda: self._context.services.queue.call_back(ticket, desk, officer), self._was_called)

    def start(self) -> None:
        """Enter: the citizen is here. Nothing happens unless a number was called."""
        if self._mine is not None and self._mine.state is TicketState.CALLED:
            ticket, desk, officer = self._mine.id, self._context.desk, self._context.officer.id
            self._change(lambda: self._context.services.queue.start_service(ticket, desk, officer), self._was_begun)

    def finish(self) -> None:
        """F4."""
        self._finish(None)

    def miss(self) -> None:
        """F5."""
        if self._mine is not None:
            ticket = self._mine.id
            self._change(lambda: self._context.services.queue.miss(ticket), lambda _: self._was_ended())

    def ask_transfer(self) -> None:
        """F6: choose the group to send on to."""
        if self._mine is None:
            return
        menu = QMenu(self._column)
        for group in self._groups.values():
            if group.id != self._mine.group:
                action = menu.addAction(Tongue(language()).pick(group.name, group.name_en))
                action.triggered.connect(lambda _=False, group=group.id: self._transfer(group))
        button = self._column.transfer_button
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _transfer(self, group: str) -> None:
        if self._mine is not None:
            ticket = self._mine.id
            self._change(lambda: self._context.services.queue.transfer(ticket, group), lambda _: self._was_ended())

    def _finish(self, then: Callable[[], None] | None) -> None:
        if self._mine is None:
            return
        ticket = self._mine.id

        def done(_: object) -> None:
            self._was_ended()
            if then is not None:
                then()

        self._change(lambda: self._context.services.queue.finish(ticket), done)

    def _change(
        self,
        work: Callable[[], object],
        then: Callable[..., None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        """Do one thing at a time: a second press of a key while the first is under way changes nothing."""
        if self._busy:
            return
        self._busy = True

        def well(result: object) -> None:
            self._busy = False
            self._context.notices.drop(_NOTICE)
            then(result)
            self.refresh()

        def badly(error: CounterError) -> None:
            self._busy = False
            (failed or self._refused)(error)
            self.refresh()

        self._context.tasks.run(work, well, badly, owner=self)

    def _was_called(self, ticket: Ticket) -> None:
        self._mine = ticket
        self.called.emit(ticket)

    def _was_begun(self, ticket: Ticket) -> None:
        self._mine = ticket
        self.begun.emit(ticket)

    def _was_ended(self) -> None:
        self._mine = None
        self.ended.emit()

    def _not_called(self, error: CounterError) -> None:
        serving = self._mine is not None and self._mine.state is TicketState.SERVING
        if error.code is Code.DESK_BUSY and serving:
            act = Act("finish", self.tr("Kết thúc và gọi tiếp"), "check")
            self._context.notices.put_error(_NOTICE, error, (act,), lambda _: self._finish(self.call_next))
        elif error.code is Code.NOBODY_WAITING:
            told = self.tr("Không còn ai chờ ở quầy này.")
            more = self.tr("Có số mới, hàng chờ bên trái sẽ hiện ngay.")
            self._context.notices.put(Notice(_NOTICE, Tone.INFO, told, more))
        else:
            self._refused(error)

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _changed(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(("ticket/", "group/", "desk/")) for stream in streams):
            self._soon.start()

    def _show(self, read: tuple[QueueView, tuple[ServiceGroup, ...]]) -> None:
        view, groups = read
        self._groups = {group.id: group for group in groups}
        self._mine = view.mine
        self._column.present(
            QueueState(
                ticket=self._face(view.mine),
                waiting=tuple(
                    WaitingRow(row.group.id, _short_name(row.group), row.waiting, row.longest)
                    for row in view.waiting
                    if row.waiting
                ),
                total=view.total,
                missed=tuple(
                    MissedRow(ticket.id, ticket.label, ticket.ended_at or ticket.issued_at, ticket.calls)
                    for ticket in view.missed
                ),
                coming=tuple(
                    ComingRow(ticket.label, self._group_name(ticket.group), ticket.waiting_since, ticket.priority)
                    for ticket in view.coming
                ),
            )
        )

    def _face(self, ticket: Ticket | None) -> TicketFace | None:
        if ticket is None:
            return None
        group = self._groups.get(ticket.group)
        return TicketFace(
            ticket.id,
            ticket.label,
            ticket.state,
            self._group_name(ticket.group),
            group.minutes if group else 10,
            ticket.served_at or ticket.called_at or ticket.issued_at,
            ticket.calls,
            ticket.priority,
        )

    def _group_name(self, id_: str) -> str:
        group = self._groups.get(id_)
        return _short_name(group) if group else ""


def _short_name(group: ServiceGroup) -> str:
    return Tongue(language()).pick(group.short_name or group.name, group.short_name_en or group.name_en)
