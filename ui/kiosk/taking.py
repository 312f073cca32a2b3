"""One tap, one ticket: the tap makes the command, and every retry asks with the same one, until the citizen leaves."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.facts import PrintOutcome, Priority
from counter_app.domain.queue_facts import IssueSource
from counter_app.errors import Code, CounterError
from counter_app.services.bundle import Services
from counter_app.services.printing import TicketPaper
from counter_app.services.queue import NumberGiven
from ui.tasks import Tasks

log = logging.getLogger(__name__)

LATE_MS = 700
"""So long nobody notices; then the page says that the number is on its way."""
PATIENCE_MS = 12_000
"""After so long without any answer the citizen is told where to go."""
AGAIN_MS = 3_000
DROP_MS = 10_000
AWAY = (Code.OFFICE_AWAY, Code.OFFICE_NOT_IN_CHARGE, Code.LINK_DOWN)
"""Nobody refused: the office could not be asked, and asking again may help."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a number is wanted for."""

    group: str
    matter: str
    priority: Priority | None = None
    source: IssueSource = IssueSource.KIOSK
    dossier: str = ""


class Taking(QObject):
    """Takes one number at a time and prints it.

    ``late``: it takes more than a moment; ``away``: the office does not answer, tried again by itself; ``given`` (the
    NumberGiven, the Wish); ``refused`` (the error); ``printed`` (the ticket's id, its TicketPaper).
    """

    late = Signal()
    away = Signal()
    given = Signal(object, object)
    refused = Signal(object)
    printed = Signal(str, object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._wish: Wish | None = None
        self._command = ""
        self._asked = ""
        self._left: set[str] = set()
        self.moment = self._timer(LATE_MS, self.late.emit)
        self.patience = self._timer(PATIENCE_MS, self.away.emit)
        self.again = self._timer(AGAIN_MS, self.ask)
        self.drop = self._timer(DROP_MS, self._drop_left)

    def _timer(self, wait: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(call)
        return timer

    @property
    def busy(self) -> bool:
        """Whether a number is being taken."""
        return self._wish is not None

    @property
    def command(self) -> str:
        """The id of the last tap's command, which is its ticket's."""
        return self._command

    def take(self, wish: Wish) -> None:
        """Take a number; while one is being taken another tap is the same tap."""
        if self.busy:
            return
        self._wish, self._command = wish, uuid4().hex
        self.moment.start()
        self.patience.start()
        self.ask()

    def ask(self) -> None:
        """Ask the office now, unless it is being asked."""
        wish, command, queue = self._wish, self._command, self._services.queue
        if wish is None or self._asked:
            return
        self._asked = command
        self._tasks.ask(
            lambda: queue.take_number(
                wish.group, wish.priority, command=command, source=wish.source, dossier=wish.dossier
            ),
            lambda given: self._take(command, given),
            lambda error: self._fail(command, error),
            owner=self,
        )

    def leave(self) -> None:
        """The citizen has gone: a number that nobody saw is withdrawn, as soon as the office can be asked."""
        if self._wish is not None:
            self._left.add(self._command)
            self._end()
            self._drop_left()
        self._command = ""

    def stop(self) -> None:
        """Stop the timers."""
        for timer in (self.moment, self.patience, self.again, self.drop):
            timer.stop()

    def print_ticket(self, given: NumberGiven) -> None:
        """Print; ``printed`` tells what became of it."""
        self._print(given.ticket.id, lambda: self._services.printing.print_ticket(given))

    def print_again(self, ticket_id: str) -> None:
        """Print once more, as a copy."""
        self._print(ticket_id, lambda: self._services.printing.reprint(ticket_id))

    def _end(self) -> None:
        self._wish = None
        for timer in (self.moment, self.patience, self.again):
            timer.stop()

    def _take(self, command: str, given: NumberGiven) -> None:
        self._asked, wish = "", self._wish
        if wish is None or command != self._command:
            self.ask()
            return
        self._end()
        self.given.emit(given, wish)

    def _fail(self, command: str, error: CounterError) -> None:
        self._asked = ""
        if self._wish is None or command != self._command:
            self.ask()
        elif error.code in AWAY:
            self.moment.stop()
            self.patience.stop()
            self.again.start()
            self.away.emit()
        else:
            self._end()
            self.refused.emit(error)

    def _drop_left(self) -> None:
        for command in self._left:
            self._withdraw(command)

    def _withdraw(self, command: str) -> None:
        queue = self._services.queue
        self._tasks.ask(
            lambda: queue.cancel(command, _NOBODY, command=f"{command}-left"),
            lambda _ticket: self._left.discard(command),
            lambda error: self._keep(command, error),
            owner=self,
        )

    def _keep(self, command: str, error: CounterError) -> None:
        if error.code in AWAY:
            self.drop.start()
            return
        self._left.discard(command)  # it was never given out, or is called already
        log.info("event=left_number_kept code=%s", error.code)

    def _print(self, ticket_id: str, work: Callable[[], TicketPaper]) -> None:
        self._tasks.slow(
            work,
            lambda paper: self.printed.emit(ticket_id, paper),
            lambda error: self.printed.emit(ticket_id, TicketPaper(PrintOutcome.FAILED, 0, error.code)),
            owner=self,
        )


_NOBODY = "nobody-waits"
"""The reason in the journal: the citizen left before the number could be shown."""
