"""What the queue does seldom: transfer, put aside, another matter, out of turn, a number by hand, cancel, reprint."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter_app.domain.facts import Duty, PrintOutcome, Priority
from counter_app.domain.queue_facts import IssueSource
from counter_app.domain.tickets import Ticket
from counter_app.errors import Code, CounterError
from counter_app.services.printing import TicketPaper
from counter_app.services.queue import NumberGiven
from ui import messages
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.queue.asking import NOTICE, QueueAsking
from ui.desk.queue.column import QueueColumn
from ui.desk.queue.questions import HOLD, OTHER, Questions
from ui.desk.queue.reading import QueueRead
from ui.desk.queue.sheet import Answer, Question

_DESK = "desk:"
_LONGEST_NUMBER = 9


class QueueMore(QObject):
    """Asks in place and does what is answered; ``called(Ticket)``, ``changed(Ticket)`` and ``ended()`` tell my ticket.

    ``call_back_asked(str)``: a held ticket is to be called.
    """

    called = Signal(object)
    changed = Signal(object)
    ended = Signal()
    call_back_asked = Signal(str)
    emergency_asked = Signal()
    state_asked = Signal()

    def __init__(self, context: DeskContext, column: QueueColumn, asking: QueueAsking, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._column, self._asking = context, column, asking
        self._questions = Questions(context)
        self._read: QueueRead | None = None
        self._answer: Callable[[Answer], None] | None = None
        column.more_asked.connect(self.ask)
        column.answered.connect(self._answered)
        column.left.connect(self._left)

    def take(self, read: QueueRead) -> None:
        """Follow the queue."""
        before, self._read = self._mine, read
        gone = before is not None and (self._mine is None or self._mine.id != before.id)
        question = self._column.sheet.question
        if gone and question is not None and question.name in _OF_MY_TICKET:
            self._column.sheet.leave()
        elif question is not None and question.name == "more":
            self._column.sheet.put_choices(self._questions.more(read).choices)

    def ask(self) -> None:
        """F10: what else can be done."""
        if self._read is not None:
            self.put(self._questions.more(self._read), self._more)

    def ask_transfer(self) -> None:
        """F6: to which group or desk."""
        if self._read is not None and self._mine is not None:
            self.put(self._questions.transfer(self._read, self._mine), self._transfer)

    def call_held(self) -> None:
        """Ctrl+G: call the one held at this desk the longest."""
        if self._read is not None and self._read.view.held:
            self.call_back_asked.emit(self._read.view.held[0].id)

    @property
    def _mine(self) -> Ticket | None:
        return self._read.view.mine if self._read is not None else None

    def put(self, question: Question, answer: Callable[[Answer], None]) -> None:
        """Ask in place of the keys; the same key again takes the question away."""
        self._answer = answer
        self._column.ask(question)

    def _answered(self, answer: Answer) -> None:
        if self._answer is not None:
            self._answer(answer)

    def _left(self) -> None:
        self._answer = None

    def _leave(self) -> None:
        self._column.sheet.leave()

    def _more(self, answer: Answer) -> None:
        """Go on to what was chosen."""
        read, mine, questions = self._read, self._mine, self._questions
        if read is None:
            return
        at_once = {"choose": self._ask_choose, "state": self.state_asked.emit}
        closing = {"held": self.call_held, "emergency": self.emergency_asked.emit}
        if answer.choice in at_once:
            at_once[answer.choice]()
        elif answer.choice in closing:
            self._leave()
            closing[answer.choice]()
        elif answer.choice == "park" and mine is not None:
            self.put(questions.park(mine), self._park)
        elif answer.choice == "switch" and mine is not None:
            self.put(questions.switch(read, mine), self._switch)
        else:
            asked = {
                "give": (questions.give(read), self._give),
                "cancel": (questions.cancel(mine), self._cancel),
                "reprint": (questions.reprint(mine), self._reprint),
            }
            if answer.choice in asked:
                self.put(*asked[answer.choice])

    def _transfer(self, answer: Answer) -> None:
        mine = self._mine
        if mine is None:
            return
        queue, officer = self._context.services.queue, self._context.officer.id
        desk = int(answer.choice.removeprefix(_DESK)) if answer.choice.startswith(_DESK) else None
        group = "" if desk is not None else answer.choice
        self._do(
            f"transfer/{mine.id}/{answer.choice}/{answer.ticked}",
            lambda id_: queue.transfer(mine.id, group, desk=desk, back=answer.ticked, officer=officer, command=id_),
            lambda _: self.ended.emit(),
        )

    def _park(self, answer: Answer) -> None:
        mine = self._mine
        if mine is None:
            return
        queue, officer = self._context.services.queue, self._context.officer.id
        minutes = None if answer.choice == HOLD else int(answer.choice)
        self._do(
            f"park/{mine.id}/{answer.choice}",
            lambda id_: queue.park(mine.id, minutes, officer, command=id_),
            lambda _: self.ended.emit(),
        )

    def _switch(self, answer: Answer) -> None:
        mine = self._mine
        if mine is None:
            return
        queue, officer = self._context.services.queue, self._context.officer.id
        self._do(
            f"switch/{mine.id}/{answer.choice}/{len(mine.services)}",
            lambda id_: queue.switch_service(mine.id, answer.choice, officer, command=id_),
            self.changed.emit,
        )

    def _ask_choose(self) -> None:
        """List everybody who waits; needs a duty, which is said before anything is typed."""
        if not self._context.officer.may(Duty.DIRECTING):
            self._leave()
            self._asking.refused(CounterError(Code.DUTY_MISSING, duty=Duty.DIRECTING.value))
            return

        def show(line: tuple[Ticket, ...]) -> None:
            if self._read is not None:
                self.put(self._questions.choose(self._read, line), self._choose)

        self._context.tasks.read(self._context.services.queue.line, show, owner=self, topic="choose")

    def _choose(self, answer: Answer) -> None:
        queue, desk, officer = self._context.services.queue, self._context.desk, self._context.officer.id
        ticket, (reason,) = answer.choice, answer.lines
        self._do(
            f"choose/{ticket}",
            lambda id_: queue.call_chosen(ticket, desk, officer, reason, command=id_),
            self.called.emit,
        )

    def _give(self, answer: Answer) -> None:
        (typed,) = answer.lines
        if typed and not (typed.isdecimal() and len(typed) <= _LONGEST_NUMBER):
            self._column.sheet.lines[0].set_wrong(True)
            return
        queue, officer = self._context.services.queue, self._context.officer.id
        number = int(typed) if typed else None
        source = IssueSource.DESK if number is None else IssueSource.ROLL
        priority = Priority(answer.option) if answer.option else None

        def work(id_: str) -> NumberGiven:
            return queue.take_number(
                answer.choice, priority, command=id_, source=source, number=number, officer=officer
            )

        act = f"give/{answer.choice}/{answer.option}/{typed}"
        self._do(act, work, self._given if number is None else self._written)

    def _given(self, given: NumberGiven) -> None:
        """Print what was given out; the number is valid whether or not there is paper."""
        printing = self._context.services.printing
        self._context.tasks.slow(
            lambda: printing.print_ticket(given), lambda paper: self._printed(given.ticket, paper), owner=self
        )

    def _written(self, given: NumberGiven) -> None:
        told = self.tr("Đã ghi số {label} vào hàng chờ.").format(label=given.ticket.label)
        self._say(Tone.SUCCESS, told, given.group.short_name or given.group.name)

    def _printed(self, ticket: Ticket, paper: TicketPaper) -> None:
        if paper.outcome in (PrintOutcome.CONFIRMED, PrintOutcome.SENT):
            self._say(Tone.SUCCESS, self.tr("Đã in phiếu {label}.").format(label=ticket.label))
            return
        told = self.tr("Số {label} có hiệu lực, nhưng phiếu chưa in được.").format(label=ticket.label)
        more = messages.message_for(paper.fault, {"device": "printer"}).next_step if paper.fault else ""
        if paper.outcome is PrintOutcome.DOUBTFUL:
            told = self.tr("Số {label} có hiệu lực; phiếu có thể chưa in xong.").format(label=ticket.label)
        self._say(Tone.WARNING, told, more)

    def _cancel(self, answer: Answer) -> None:
        label, other = answer.lines
        if answer.choice == OTHER and not other:
            self._column.sheet.lines[1].setFocus()
            self._column.sheet.lines[1].set_wrong(True)
            return
        queue, officer = self._context.services.queue, self._context.officer.id
        reason = other or self._questions.reason(answer.choice)
        mine = self._mine

        def cancelled(ticket: Ticket) -> None:
            self._say(Tone.SUCCESS, self.tr("Đã hủy số {label}.").format(label=ticket.label), reason)
            if mine is not None and mine.id == ticket.id:
                self.ended.emit()

        def work(id_: str) -> Ticket:
            return queue.cancel(self._found(label).id, reason, officer, command=id_)

        self._do(f"cancel/{label.upper()}", work, cancelled)

    def _reprint(self, answer: Answer) -> None:
        (label,) = answer.lines
        printing = self._context.services.printing

        def work() -> tuple[Ticket, TicketPaper]:
            ticket = self._found(label)
            return ticket, printing.reprint(ticket.id)

        self._leave()
        self._context.tasks.slow(work, lambda done: self._printed(*done), self._asking.refused, owner=self)

    def _found(self, label: str) -> Ticket:
        """The number that was typed; on a worker."""
        ticket = self._context.services.queue.find(label)
        if ticket is None:
            raise CounterError(Code.TICKET_UNKNOWN, ticket=label)
        return ticket

    def _do(self, act: str, work: Callable[[str], object], then: Callable[..., None]) -> None:
        """Put the sheet away and ask the queue."""
        if not self._asking.busy:
            self._leave()
            self._asking.do(act, work, then)

    def _say(self, tone: Tone, told: str, more: str = "") -> None:
        self._context.notices.put(Notice(NOTICE, tone, told, more, "ticket"))


_OF_MY_TICKET = ("transfer", "park", "switch")
