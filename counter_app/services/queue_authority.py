"""This station gives out and calls the numbers: commands done once, those that come together in one transaction."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from counter_app.domain import queue_commands as asked
from counter_app.domain.queue_commands import QueueCommand
from counter_app.domain.queue_facts import BusinessDayOpened, DeskState, KioskMode
from counter_app.domain.tickets import was_unheard
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.errors import CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.services import queue_acts
from counter_app.services.queue_acting import Acting, key_of
from counter_app.services.queue_day import DAY, BusinessDays, InForce
from counter_app.services.queue_numbers import Foretell, Numbers, nothing_foretold
from counter_app.store import commands, views
from counter_app.store import tickets as rows
from counter_app.store.database import Connection

_MOST_TOGETHER = 64  # commands in one transaction: the first of them waits for the last
_CALLS = (asked.CallNext, asked.CallChosen, asked.CallBack)


@dataclass(slots=True)
class _Waiting:
    """A caller's command; ``woken`` when it is answered, or when its caller shall do the next ones."""

    command: QueueCommand
    id: str
    woken: threading.Event = field(default_factory=threading.Event)
    answer: str | None = None
    error: BaseException | None = None


class LocalAuthority:
    """The queue's authority on this station's own journal, for any number of threads.

    Whoever finds nobody at work does all commands that wait, its own among them, in one durable transaction; there is
    no thread of its own. ``rank`` 0 is the office's; others have number ranges of their own. Without a ``calendar``
    numbers are given out at any hour.
    """

    def __init__(
        self,
        journal: Journal,
        office: str,
        rank: int = 0,
        *,
        calendar: Callable[[], WorkingCalendar] | None = None,
        foretell: Foretell = nothing_foretold,
    ) -> None:
        self.days = BusinessDays(journal, office)
        self.numbers = Numbers(rank, calendar, foretell)
        self._journal = journal
        self._office = office
        self._lock = threading.Lock()
        self._line: list[_Waiting] = []
        self._at_work = False

    @property
    def waiting(self) -> int:
        """How many commands wait for the ones being done."""
        with self._lock:
            return len(self._line)

    def submit(self, command: QueueCommand, command_id: str) -> str:
        """Do a command once; see counter_app.ports.QueueAuthority."""
        mine = _Waiting(command, command_id)
        with self._lock:
            self._line.append(mine)
            leads, self._at_work = not self._at_work, True
        if not leads:
            mine.woken.wait()
        if mine.answer is None and mine.error is None:
            self._lead()
        if mine.error is not None:
            raise mine.error
        return mine.answer or ""

    def _lead(self) -> None:
        with self._lock:
            batch, self._line = self._line[:_MOST_TOGETHER], self._line[_MOST_TOGETHER:]
        try:
            self._do(batch)
        finally:
            with self._lock:
                next_one = self._line[0] if self._line else None
                self._at_work = next_one is not None
            for one in batch:
                if one.answer is None and one.error is None:
                    one.error = InterruptedError("the transaction was broken off")
                one.woken.set()
            if next_one is not None:
                next_one.woken.set()

    def _do(self, batch: Sequence[_Waiting]) -> None:
        """Do all in one transaction. What nobody expected undoes that, and then each has one of its own."""
        if len(batch) == 1:
            self._do_alone(batch[0])
            return
        try:
            with self._journal.transaction() as transaction:
                answers = [self._in_savepoint(transaction, one) for one in batch]
        except Exception:  # noqa: BLE001 - whose it is, that one's caller gets it from a transaction of its own
            for one in batch:
                self._do_alone(one)
            return
        if transaction.streams:
            self.days.acted()
        for one, answer in zip(batch, answers, strict=True):
            if isinstance(answer, str):
                one.answer = answer
            else:
                one.error = answer

    def _do_alone(self, one: _Waiting) -> None:
        try:
            with self._journal.transaction() as transaction:
                answer = self._act(transaction, one)
            if transaction.streams:
                self.days.acted()
            one.answer = answer
        except BaseException as error:  # noqa: BLE001 - raised where it was asked
            one.error = error

    def _in_savepoint(self, transaction: Transaction, one: _Waiting) -> str | CounterError:
        try:
            with transaction.savepoint():
                answer = self._act(transaction, one)
                transaction.settle()
                return answer
        except CounterError as refused:
            return refused

    def _act(self, transaction: Transaction, one: _Waiting) -> str:
        known = _done_before(transaction.connection, one)
        if known is not None:
            return known
        changing = any(stream.startswith(DAY) for stream in transaction.streams)
        force, command = self.days.in_force(transaction.connection, changing=changing), one.command
        newest = force.newest
        if isinstance(command, asked.CloseDay) and newest is not None and newest.closed_at is None:
            force = InForce(newest.day, newest, newest)  # the one that is still open, however late it is ended
        acting = Acting(transaction, self._office, force.day, force.known, one.id)
        if force.must_open or (force.known is not None and force.known.closed_at is not None and _opens(command)):
            opened = BusinessDayOpened(self._office, force.day)
            acting.note(f"queueday/{self._office}@{force.day}", opened, "station")
        return queue_acts.do(acting, command, self.numbers)


def _done_before(connection: Connection, one: _Waiting) -> str | None:
    """What a command was answered before, None for a new one; a number's command is the ticket's id."""
    if isinstance(one.command, asked.TakeNumber):
        return None if rows.ticket(connection, one.id) is None else one.id
    stream = commands.stream_of(connection, one.id)
    if stream is not None and isinstance(one.command, _CALLS) and _is_unheard(connection, stream, one.id):
        others = (other for other in commands.streams_of(connection, one.id) if other != stream)
        stream = next((other for other in others if not _is_unheard(connection, other, one.id)), None)
    return None if stream is None else key_of(stream)


def _is_unheard(connection: Connection, stream: str, command: str) -> bool:
    return was_unheard(views.recorded(connection, stream), command)


def _opens(command: QueueCommand) -> bool:
    """Whether a command opens a day again that was ended."""
    match command:
        case asked.SetDesk():
            return command.state is DeskState.OPEN
        case asked.SwitchKiosk():
            return command.mode is not KioskMode.CLOSED
        case asked.TakeNumber() | asked.CallNext() | asked.CallChosen() | asked.CallBack():
            return True
        case _:
            return False
