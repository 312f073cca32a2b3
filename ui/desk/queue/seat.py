"""This desk among the others: open, on break, closed; help in an emergency; which station keeps the queue."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from counter_app.domain.queue_facts import DeskState
from counter_app.domain.queue_places import QueueHead, Seat
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.context import DeskContext
from ui.desk.queue.asking import NOTICE, QueueAsking
from ui.desk.queue.column import QueueColumn
from ui.desk.queue.questions import Questions
from ui.desk.queue.reading import QueueRead
from ui.desk.queue.sheet import Answer
from ui.desk.queue.words import desk_words

_EMERGENCY = "emergency/"
_HEAD, _LEAVING = "queue-head", "leaving"
ACCEPT_KEY = "Ctrl+Shift+A"


class QueueSeat(QObject):
    """The desk's own state and its neighbours'.

    ``opened()``: the desk is open now and was asked to call; ``finish_asked(then)``: what is open here is to be ended
    first; ``leaving()``: the officer may go.
    """

    opened = Signal()
    finish_asked = Signal(object)
    leaving = Signal()

    def __init__(self, context: DeskContext, column: QueueColumn, asking: QueueAsking, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._column, self._asking = context, column, asking
        self._questions = Questions(context)
        self._read: QueueRead | None = None
        self._shown: frozenset[str] = frozenset()
        self._begun = context.now()
        column.emergency_asked.connect(self.switch_emergency)

    @property
    def state(self) -> DeskState:
        """What this desk is doing."""
        return self._read.desk_state if self._read is not None else DeskState.OPEN

    @property
    def officer(self) -> str:
        """The id of who sits here, as the queue knows it; nothing until the desk was opened."""
        seat = self._read.view.seat if self._read is not None else None
        return seat.officer if seat is not None else ""

    def take(self, read: QueueRead) -> None:
        """Follow the queue, and say what the others need."""
        before, self._read = self._read, read
        if read.view.mine is None:
            self._context.notices.drop(_LEAVING)
        self._tell_emergencies(read)
        self._tell_head(before, read)

    # the state of the desk

    def set_state(self, state: DeskState, then: Callable[[], None] | None = None) -> None:
        """Open, pause or close this desk."""
        queue, desk, officer = self._context.services.queue, self._context.desk, self._context.officer.id
        since = self._read.view.seat.since if self._read is not None and self._read.view.seat is not None else None

        def done(seat: Seat) -> None:
            if then is not None:
                then()

        self._asking.do(
            f"state/{state}/{since}",
            lambda id_: queue.set_desk(desk, officer, state, command=id_),
            done,
            self._not_set,
        )

    def choose_state(self, answer: Answer) -> None:
        """Take the state that was chosen; the sheet goes away."""
        self._column.sheet.leave()
        self.set_state(DeskState(answer.choice))

    def offer_to_open(self) -> None:
        """Say that the desk is not open, with a button; the key again opens and calls.

        One that was closed when somebody signed out before is opened at once: nobody closed it on purpose since.
        """
        asked = any(notice.id == NOTICE and _opens(notice) for notice in self._context.notices.all)
        if asked or self._was_left_closed():
            self._open()
            return
        state = self.state if self.state is not DeskState.OPEN else DeskState.CLOSED
        told = self.tr("Quầy chưa gọi số: {state}.").format(state=desk_words(state).lower())
        more = self.tr("Bấm F2 lần nữa để mở quầy và gọi số tiếp theo.")
        acts = (Act("open", self.tr("Mở quầy và gọi"), "speakerphone", "F2"),)
        notice = Notice(NOTICE, Tone.INFO, told, more, acts=acts)
        self._context.notices.put(notice, lambda _: self._open())

    def _was_left_closed(self) -> bool:
        seat = self._read.view.seat if self._read is not None else None
        return seat is not None and seat.state is DeskState.CLOSED and seat.since < self._begun

    def offer_to_take_over(self, error: CounterError) -> None:
        """Say that another officer still has this desk, and offer to close it for them and open it."""
        seat = self._read.view.seat if self._read is not None else None
        if seat is None or seat.officer == self._context.officer.id:
            self._asking.refused(error)
            return
        acts = (Act("take", self.tr("Nhận quầy này"), "login"),)
        self._context.notices.put_error(NOTICE, error, acts, lambda _: self._take_over(seat))

    def _open(self) -> None:
        self._context.notices.drop(NOTICE)
        self.set_state(DeskState.OPEN, self._opened)

    def _opened(self) -> None:
        """Go on only when the desk is seen to be open: the next press must not ask again."""
        if self._read is not None and self._read.view.seat is not None:
            self._read = _with_state(self._read, DeskState.OPEN)
        self.opened.emit()

    def _take_over(self, seat: Seat) -> None:
        queue, officer = self._context.services.queue, self._context.officer.id
        self._asking.do(
            f"take-over/{seat.officer}/{seat.since}",
            lambda id_: queue.set_desk(seat.desk, officer, DeskState.CLOSED, command=id_),
            lambda _: self._open(),
        )

    def _not_set(self, error: CounterError) -> None:
        if error.code is Code.DESK_TAKEN:
            self.offer_to_take_over(error)
        else:
            self._asking.refused(error)

    # leaving

    def may_leave(self, mine: Ticket | None) -> bool:
        """Close the desk behind the officer; with a number still open ask first and return False."""
        if mine is not None:
            self._ask_to_leave(mine)
            return False
        self.close_desk()
        return True

    def close_desk(self) -> None:
        """Close this desk if it is this officer's; nobody waits for the answer."""
        read = self._read
        seat = read.view.seat if read is not None else None
        if seat is None or seat.state is DeskState.CLOSED or seat.officer != self._context.officer.id:
            return
        self.set_state(DeskState.CLOSED)

    def _ask_to_leave(self, mine: Ticket) -> None:
        serving = mine.state is TicketState.SERVING
        told = self.tr("Quầy còn số {label} chưa xong.").format(label=mine.label)
        end = self.tr("Kết thúc và ra về") if serving else self.tr("Báo vắng và ra về")
        acts = (Act("end", end, "check"), Act("keep", self.tr("Để nguyên, ra về"), "logout"))

        def done(act: str) -> None:
            if act == "end":
                self.finish_asked.emit(self._close_and_leave)
            else:
                self.leaving.emit()

        more = self.tr("Kết thúc số này trước, quầy sẽ đóng theo.")
        self._context.notices.put(Notice(_LEAVING, Tone.WARNING, told, more, "door-exit", acts), done)

    def _close_and_leave(self) -> None:
        self.close_desk()
        self.leaving.emit()

    # help, now

    def switch_emergency(self) -> None:
        """Ctrl+Shift+H: ask for help at this desk, or say that it is over."""
        seat = self._read.view.seat if self._read is not None else None
        if seat is not None and seat.emergency_at is not None:
            self._end(seat.desk)
            return
        queue, desk, officer = self._context.services.queue, self._context.desk, self._context.officer.id
        self._asking.do("emergency", lambda id_: queue.raise_emergency(desk, officer, command=id_))

    def accept_first(self) -> None:
        """Ctrl+Shift+A: go to the desk that has asked first."""
        if self._read is not None and self._read.view.emergencies:
            waits = min(self._read.view.emergencies, key=lambda seat: (seat.emergency_at, seat.desk))
            self._accept(waits.desk)

    def _accept(self, desk: int) -> None:
        queue, mine, officer = self._context.services.queue, self._context.desk, self._context.officer.id
        self._asking.do(f"accept/{desk}", lambda id_: queue.accept_emergency(desk, mine, officer, command=id_))

    def _end(self, desk: int) -> None:
        queue, officer = self._context.services.queue, self._context.officer.id
        self._asking.do(f"end-emergency/{desk}", lambda id_: queue.end_emergency(desk, officer, command=id_))

    def _tell_emergencies(self, read: QueueRead) -> None:
        notices = [self._call_for_help(seat) for seat in read.view.emergencies]
        seat = read.view.seat
        if seat is not None and seat.emergency_at is not None:
            notices.append(self._asked_for_help(seat))
        notices += [self._helping(one) for one in read.view.seats if one.emergency_at and self._helps(one)]
        shown = frozenset(notice.id for notice, _ in notices)
        self._context.notices.drop(*(self._shown - shown))
        for notice, act in notices:
            if notice not in self._context.notices.all:
                self._context.notices.put(notice, act)
        self._shown = shown

    def _helps(self, seat: Seat) -> bool:
        return seat.helper == self._context.desk and seat.desk != self._context.desk

    def _call_for_help(self, seat: Seat) -> tuple[Notice, Callable[[str], None]]:
        told = self.tr("Quầy {desk} cần hỗ trợ gấp!").format(desk=seat.desk)
        at = times.clock(seat.emergency_at or seat.since)
        more = self.tr("{officer} gọi lúc {time}. Ai đến được xin bấm nhận.").format(
            officer=self._name(seat.officer), time=at
        )
        acts = (Act("accept", self.tr("Tôi đến"), "user-check", ACCEPT_KEY),)
        notice = Notice(f"{_EMERGENCY}{seat.desk}", Tone.DANGER, told, more, "urgent", acts, dismissible=False)
        return notice, lambda _: self._accept(seat.desk)

    def _asked_for_help(self, seat: Seat) -> tuple[Notice, Callable[[str], None]]:
        at = times.clock(seat.emergency_at or seat.since)
        acts = (Act("end", self.tr("Đã ổn"), "check", "Ctrl+Shift+H"),)
        id_ = f"{_EMERGENCY}{seat.desk}"
        if seat.helper is None:
            told = self.tr("Đã báo các quầy khác lúc {time}.").format(time=at)
            more = self.tr("Đang chờ người đến.")
            return Notice(id_, Tone.DANGER, told, more, "urgent", acts, dismissible=False), lambda _: self._end(
                seat.desk
            )
        others = {one.desk: one.officer for one in (self._read.view.seats if self._read else ())}
        told = self.tr("Quầy {desk} đang đến hỗ trợ.").format(desk=seat.helper)
        name = self._name(others.get(seat.helper, ""))
        notice = Notice(id_, Tone.SUCCESS, told, name, "heart-handshake", acts, dismissible=False)
        return notice, lambda _: self._end(seat.desk)

    def _helping(self, seat: Seat) -> tuple[Notice, Callable[[str], None]]:
        told = self.tr("Đang hỗ trợ quầy {desk}.").format(desk=seat.desk)
        more = self.tr("Xong việc xin bấm để các quầy khác biết.")
        acts = (Act("end", self.tr("Đã ổn"), "check"),)
        notice = Notice(f"{_EMERGENCY}{seat.desk}", Tone.INFO, told, more, "heart-handshake", acts, dismissible=False)
        return notice, lambda _: self._end(seat.desk)

    def _name(self, officer: str) -> str:
        return self._read.officers.get(officer, "") if self._read is not None else ""

    # which station keeps the queue

    def _tell_head(self, before: QueueRead | None, read: QueueRead) -> None:
        head, known = read.head, before.head if before is not None else None
        if before is None or head is None or known is None or head.term == known.term:
            return
        at = times.clock(head.since)
        if self._is_this_machine(head):
            told = self.tr("Máy này đã giữ hàng chờ từ {time}.").format(time=at)
            more = self.tr("Gọi số như thường.")
        elif head.rank > 0:
            told = self.tr("Một máy khác đã tiếp quản hàng chờ lúc {time}.").format(time=at)
            more = self.tr("Gọi số như thường. Số phát ra từ máy ấy thuộc dải số khác.")
        else:
            told = self.tr("Máy chính đã giữ lại hàng chờ lúc {time}.").format(time=at)
            more = self.tr("Hai hàng chờ đã nhập làm một, không số nào mất.")
        self._asking.heard()
        self._context.notices.put(Notice(_HEAD, Tone.INFO, told, more, "refresh"))

    def _is_this_machine(self, head: QueueHead) -> bool:
        machine = self._context.machine
        status = machine.node.status() if machine is not None and machine.node is not None else None
        return status is not None and status.in_charge and status.station == head.station


def _opens(notice: Notice) -> bool:
    return any(act.id == "open" for act in notice.acts)


def _with_state(read: QueueRead, state: DeskState) -> QueueRead:
    seat = read.view.seat
    return read if seat is None else replace(read, view=replace(read.view, seat=replace(seat, state=state)))
