"""What a process under load asks by: the whole client of a station, or signed requests alone."""

import contextlib
import threading
from typing import Protocol
from urllib.parse import urlencode

from counter_app.bootstrap import join_office, open_counter
from counter_app.clocks import SystemClock
from counter_app.domain.queue_commands import NAME_OF, CallNext, FinishService, QueueCommand, StartService, TakeNumber
from counter_app.errors import CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.settings import OfficeSettings, Settings
from counter_app.store.database import open_database
from sync import records
from sync.office.joining import Joining
from sync.replicator import enrol
from sync.signing import ServerTime
from sync.wire import Upstream, Wire
from tests.support.office_load_answers import Plan

Told = tuple[str, str]
"""The id of the ticket (of the rating, for a caller that finishes) and, where it is known here, the number's label."""


class Station(Protocol):
    """Asks the office for commands."""

    def submit(self, command: QueueCommand, command_id: str) -> Told:
        """Do a command once. Raises what the queue refuses, OFFICE_AWAY."""
        ...

    def lose(self, command: QueueCommand, command_id: str, after_s: float) -> None:
        """Send a command, and hang up after a moment without waiting for the answer."""
        ...

    def heads(self) -> dict[str, int]:
        """How much it holds of each station."""
        ...

    def in_charge(self) -> str:
        """Which station keeps the queue, as far as it knows."""
        ...

    def close(self) -> None:
        """End."""
        ...


class WholeStation:
    """A machine as it is in life: its own journal, follows the feed, asks through its own services."""

    def __init__(self, plan: Plan) -> None:
        if not (plan.folder / "settings.toml").exists():
            roles, desk = (("desk",), plan.desk) if plan.desk else (("kiosk",), None)
            join_office(plan.folder, Joining(plan.urls[0], plan.code, plan.name, roles, desk, plan.serve, find=False))
        office = OfficeSettings(serve=plan.serve, host="127.0.0.1", port=plan.port, urls=plan.urls)
        self._url = plan.urls[0]
        self._counter = open_counter(plan.folder, Settings(office=office))
        self._counter.start()
        self._counter._warming.join()  # noqa: SLF001 - what is measured begins when the program has loaded

    def submit(self, command: QueueCommand, command_id: str) -> Told:
        """Do a command by the service that a screen would call."""
        queue = self._counter.services.queue
        match command:
            case TakeNumber():
                ticket = queue.take_number(command.group, command=command_id).ticket
            case CallNext():
                ticket = queue.call_next(command.desk, command.officer, command=command_id)
            case StartService():
                ticket = queue.start_service(command.ticket, command.desk, command.officer, command=command_id)
            case FinishService():
                return queue.finish(command.ticket, command.officer, command=command_id).ticket, ""
            case _:
                raise TypeError(command)
        return ticket.id, ticket.label

    def lose(self, command: QueueCommand, command_id: str, after_s: float) -> None:
        """Send it to the first address, whoever is in charge."""
        _lose(self._url, self._counter.journal, command, command_id, after_s)

    def heads(self) -> dict[str, int]:
        """How much it holds of each station."""
        return outbox.all_heads(self._counter.journal)

    def in_charge(self) -> str:
        """As its status says."""
        node = self._counter.office
        return node.status().station if node is not None else ""

    def close(self) -> None:
        """Leave the office and end."""
        self._counter.close()


class Caller:
    """Only asks: a key that the office let in, and signed requests; what it costs is the office's cost alone."""

    def __init__(self, plan: Plan) -> None:
        self._journal = Journal(open_database(plan.folder), SystemClock())
        self._url, self._local = plan.urls[0], threading.local()
        enrol(self._wire(), self._journal, plan.code)

    def submit(self, command: QueueCommand, command_id: str) -> Told:
        """Do a command by one request."""
        content = self._wire().call("POST", _target(command, command_id), records.encode(command)).content
        return records.read_queue_answer(content)[0].key, ""

    def lose(self, command: QueueCommand, command_id: str, after_s: float) -> None:
        """Send it and hang up."""
        _lose(self._url, self._journal, command, command_id, after_s)

    def heads(self) -> dict[str, int]:
        """Nothing."""
        return {}

    def in_charge(self) -> str:
        """Nobody: it follows nobody."""
        return ""

    def close(self) -> None:
        """Give the folder free."""
        self._journal.database.close()

    def _wire(self) -> Wire:
        if not hasattr(self._local, "wire"):
            self._local.wire = Wire(Upstream(self._url), self._journal.key, ServerTime(self._journal.clock))
        wire: Wire = self._local.wire
        return wire


def _target(command: QueueCommand, command_id: str) -> str:
    return f"/v1/queue/{NAME_OF[type(command)]}?{urlencode({'id': command_id})}"


def _lose(url: str, journal: Journal, command: QueueCommand, command_id: str, after_s: float) -> None:
    wire = Wire(Upstream(url, connect_s=1.0, read_s=1.0), journal.key, ServerTime(journal.clock))
    cut = threading.Timer(after_s, wire.cut)
    cut.start()
    with contextlib.suppress(CounterError):
        wire.call("POST", _target(command, command_id), records.encode(command))
    cut.cancel()
    cut.join()
    wire.close()
