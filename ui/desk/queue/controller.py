"""Wires the queue column to the queue's use cases: the keys of every call."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from counter_app.domain.queue_facts import DeskState
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.queue.asking import NOTICE, QueueAsking
from ui.desk.queue.column import QueueColumn
from ui.desk.queue.more import QueueMore
from ui.desk.queue.questions import Questions
from ui.desk.queue.reading import QueueRead, read_queue, state_of
from ui.desk.queue.seat import QueueSeat
from ui.desk.queue.state import QueueState

_SOON_MS = 40
"""Several entries of one transaction make one refresh."""
_OF_THE_QUEUE = ("ticket/", "group/", "desk/", "seat/", "queueday/", "queuepolicy/", "queuehead/")


class QueueController(QObject):
    """Calls, starts, finishes; ``called(Ticket)``, ``begun(Ticket)`` and ``ended()`` tell what became of it."""

    called = Signal(object)
    begun = Signal(object)
    ended = Signal()

    def __init__(self, context: DeskContext, column: QueueColumn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._column = context, column
        self._mine: Ticket | None = None
        self._read: QueueRead | None = None
        self.asking = QueueAsking(context, self)
        self.more = QueueMore(context, column, self.asking, self)
        self.seat = QueueSeat(context, column, self.asking, self)
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
        self.asking.settled.connect(self.refresh)
        self.more.called.connect(self._was_called)
        self.more.changed.connect(self._take)
        self.more.ended.connect(self._was_ended)
        self.more.call_back_asked.connect(self.call_back)
        self.more.emergency_asked.connect(self.seat.switch_emergency)
        self.more.state_asked.connect(self.ask_state)
        column.state_asked.connect(self.ask_state)
        self.seat.opened.connect(self.call_next)
        self.seat.finish_asked.connect(self._finish_or_miss)
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
        self._context.tasks.read(lambda: read_queue(services, desk), self._show, owner=self, topic="queue")

    def call_next(self) -> None:
        """F2; on a desk that is not open it offers to open first."""
        if self.seat.state is not DeskState.OPEN and self._mine is None:
            self.seat.offer_to_open()
            return
        queue, desk, officer = self._context.services.queue, self._context.desk, self._context.officer.id
        self.asking.do(
            "call-next", lambda id_: queue.call_next(desk, officer, command=id_), self._was_called, self._not_called
        )

    def call_again(self) -> None:
        """F3; a number that was called often enough is offered as a no-show."""
        mine, read = self._mine, self._read
        if mine is None or mine.state is not TicketState.CALLED:
            return
        if read is not None and mine.calls >= read.policy.most_calls:
            error = CounterError(Code.CALLED_OFTEN_ENOUGH, label=mine.label, most=read.policy.most_calls)
            self._called_enough(error)
            return
        queue, desk, officer = self._context.services.queue, self._context.desk, self._context.officer.id
        self.asking.do(
            f"call-again/{mine.id}/{mine.calls}",
            lambda id_: queue.call_again(mine.id, desk, officer, command=id_),
            self._was_called,
            self._not_called,
        )

    def call_back(self, ticket: str) -> None:
        """Call a number that did not come, or was put aside."""
        queue, desk, officer = self._context.services.queue, self._context.desk, self._context.officer.id
        self.asking.do(
            f"call-back/{ticket}",
            lambda id_: queue.call_back(ticket, desk, officer, command=id_),
            self._was_called,
            self._not_called,
        )

    def start(self) -> None:
        """Enter: the citizen is here. Nothing happens unless a number was called."""
        mine = self._mine
        if mine is not None and mine.state is TicketState.CALLED:
            queue, desk, officer = self._context.services.queue, self._context.desk, self._context.officer.id
            self.asking.do(
                f"start/{mine.id}",
                lambda id_: queue.start_service(mine.id, desk, officer, command=id_),
                self._was_begun,
            )

    def finish(self) -> None:
        """F4."""
        self._finish(None)

    def miss(self) -> None:
        """F5."""
        self._miss(None)

    def ask_transfer(self) -> None:
        """F6: choose the group or the desk to send on to."""
        self.more.ask_transfer()

    def ask_state(self) -> None:
        """F11: open, pause or close this desk."""
        self.more.put(Questions(self._context).states(self.seat.state), self.seat.choose_state)

    def confirm_asked(self) -> bool:
        """Answer what is asked in place, if that is where the keys go; tell whether it was."""
        sheet, focus = self._column.sheet, QApplication.focusWidget()
        if sheet.question is None or focus is None or not sheet.isAncestorOf(focus):
            return False
        sheet.confirm()
        return True

    def may_leave(self) -> bool:
        """Close the desk behind the officer; False while a number is open here, which is asked about."""
        return self.seat.may_leave(self._mine)

    def _finish(self, then: Callable[[], None] | None) -> None:
        mine, queue, officer = self._mine, self._context.services.queue, self._context.officer.id
        if mine is not None:
            self._end(f"finish/{mine.id}", lambda id_: queue.finish(mine.id, officer, command=id_), then)

    def _miss(self, then: Callable[[], None] | None) -> None:
        mine, queue, officer = self._mine, self._context.services.queue, self._context.officer.id
        if mine is not None:
            self._end(f"miss/{mine.id}", lambda id_: queue.miss(mine.id, officer, command=id_), then)

    def _finish_or_miss(self, then: Callable[[], None]) -> None:
        """End what is open, however far it is, before something else."""
        served = self._mine is not None and self._mine.state is TicketState.SERVING
        (self._finish if served else self._miss)(then)

    def _end(self, act: str, work: Callable[[str], object], then: Callable[[], None] | None) -> None:
        def done(_: object) -> None:
            self._was_ended()
            if then is not None:
                then()

        self.asking.do(act, work, done)

    def _take(self, ticket: Ticket) -> None:
        self._mine = ticket

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
        notices = self._context.notices
        if error.code is Code.DESK_BUSY and serving:
            act = Act("finish", self.tr("Kết thúc và gọi tiếp"), "check")
            notices.put_error(NOTICE, error, (act,), lambda _: self._finish(self.call_next))
        elif error.code is Code.NOBODY_WAITING:
            told = self.tr("Không còn ai chờ ở quầy này.")
            more = self.tr("Có số mới, hàng chờ bên trái sẽ hiện ngay.")
            notices.put(Notice(NOTICE, Tone.INFO, told, more))
        elif error.code is Code.CALLED_OFTEN_ENOUGH:
            self._called_enough(error)
        elif error.code is Code.DESK_NOT_OPEN:
            self.seat.offer_to_open()
        elif error.code is Code.DESK_TAKEN:
            self.seat.offer_to_take_over(error)
        else:
            self.asking.refused(error)

    def _called_enough(self, error: CounterError) -> None:
        act = Act("miss", self.tr("Vắng mặt"), "user-x", "F5")
        self._context.notices.put_error(NOTICE, error, (act,), lambda _: self.miss())

    def _changed(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(_OF_THE_QUEUE) for stream in streams):
            if not self.asking.busy:
                self.asking.heard()
            self._soon.start()

    def _show(self, read: QueueRead) -> None:
        self._read, self._mine = read, read.view.mine
        self.more.take(read)
        self.seat.take(read)
        self._column.present(state_of(read, self.asking.away_since))
