"""The queue as the services see it: kept here, or by another station over the network."""

import logging
import threading
from collections.abc import Callable
from time import monotonic
from typing import Protocol
from urllib.parse import urlencode

from counter_app.domain.entry import Entry
from counter_app.domain.queue_commands import NAME_OF, QueueCommand
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.arrivals import accept
from counter_app.journal.journal import Journal
from counter_app.ports import QueueAuthority
from sync import records
from sync.faults import AWAY
from sync.records import QueueAnswer, RefusedError
from sync.signing import ServerTime
from sync.wire import Upstream, Wire

log = logging.getLogger(__name__)

_EFFECT_S = 3.0
"""How long the effect of a command may take to arrive here after the command was done."""
_LOOK_S = 2.0
"""How long somebody in charge is looked for before a command is given up."""
_ELSEWHERE = (Code.OFFICE_AWAY, Code.OFFICE_NOT_IN_CHARGE)


class OfficeAuthority:
    """The queue that another station keeps; ``position`` is what this station has read of its feed."""

    def __init__(self, journal: Journal, upstream: Upstream, position: Callable[[], int | None]) -> None:
        self._journal = journal
        self._upstream = upstream
        self._position = position
        self._time = ServerTime(journal.clock)
        self._lock = threading.Lock()
        self._idle: list[Wire] = []
        self._busy: set[Wire] = set()
        self._closed = False
        self._by_feed = self._by_answers = 0

    def submit(self, command: QueueCommand, command_id: str) -> str:
        """Do a command once, at the station that keeps the queue (see ports.QueueAuthority)."""
        wire = self._take_wire()
        try:
            answer, entries = self._ask(wire, command, command_id)
        finally:
            self._give_back(wire)
        self._bring_level(answer, entries)
        return answer.key

    def close(self) -> None:
        """End what is under way."""
        with self._lock:
            self._closed = True
            wires = (*self._idle, *self._busy)
            self._idle.clear()
        for wire in wires:
            wire.close()

    def _ask(self, wire: Wire, command: QueueCommand, command_id: str) -> tuple[QueueAnswer, tuple[Entry, ...]]:
        position = self._read_so_far()
        query = {"id": command_id} | ({} if position is None else {"after": str(position)})
        target = f"/v1/queue/{NAME_OF[type(command)]}?{urlencode(query)}"
        try:
            content = wire.call("POST", target, records.encode(command)).content
            return records.read_queue_answer(content)
        except RefusedError as refused:
            raise _rebuilt(refused) from refused
        except CounterError as error:
            if error.code in AWAY:
                raise CounterError(Code.OFFICE_AWAY) from error
            raise
        except ValueError as error:
            raise CounterError(Code.OFFICE_AWAY) from error

    def _bring_level(self, answer: QueueAnswer, entries: tuple[Entry, ...]) -> None:
        """Return when the tables here show the effect; what did not come with the answer comes by the feed.

        Raises OFFICE_AWAY if it does not come in time: the command is done, and asked again gives the same answer.
        """
        changed = threading.Condition()

        def tell(_streams: frozenset[str]) -> None:
            with changed:
                changed.notify_all()

        unlisten = self._journal.changes.listen(tell)
        try:
            self._accept(answer, entries)
            with changed:
                if not changed.wait_for(lambda: self._has(answer), _EFFECT_S):
                    log.info("event=effect_late station=%s seq=%d", answer.station, answer.seq)
                    raise CounterError(Code.OFFICE_AWAY)
        finally:
            unlisten()

    def _read_so_far(self) -> int | None:
        """The position up to which nothing is missing: by the feed, or by what came with an answer after that."""
        position = self._position()
        if position is None:
            return None
        with self._lock:
            if position < self._by_feed:  # the feed was begun anew
                self._by_answers = 0
            self._by_feed = position
            return max(position, self._by_answers)

    def _accept(self, answer: QueueAnswer, entries: tuple[Entry, ...]) -> None:
        others = [entry for entry in entries if entry.station != self._journal.key.station]
        try:
            if others:
                accept(self._journal, others)
            with self._lock:
                self._by_answers = max(answer.position, self._by_answers)
        except CounterError as error:
            # A station that this one has never heard of, say: the feed brings it with its key.
            if error.code not in (Code.SEQUENCE_GAP, Code.STATION_UNKNOWN):
                raise

    def _has(self, answer: QueueAnswer) -> bool:
        return outbox.heads(self._journal, (answer.station,))[answer.station] >= answer.seq

    def _take_wire(self) -> Wire:
        with self._lock:
            if self._closed:
                raise CounterError(Code.OFFICE_AWAY)
            wire = self._idle.pop() if self._idle else Wire(self._upstream, self._journal.key, self._time)
            self._busy.add(wire)
            return wire

    def _give_back(self, wire: Wire) -> None:
        with self._lock:
            self._busy.discard(wire)
            if not self._closed:
                self._idle.append(wire)
                return
        wire.close()


class Keeper(Protocol):
    """Who knows which station keeps the queue."""

    def authority(self) -> QueueAuthority | None:
        """Return where commands go now, None while nobody is in charge."""
        ...

    def look_again(self, seconds: float) -> None:
        """Ask the others at once, and wait until something has changed, at most so long."""
        ...


class SwitchingAuthority:
    """This station's own queue while it is in charge, the other's while that one is."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def submit(self, command: QueueCommand, command_id: str) -> str:
        """Do a command once, wherever the queue is kept (see ports.QueueAuthority)."""
        end = monotonic() + _LOOK_S
        while True:
            try:
                authority = self._keeper.authority()
                if authority is None:
                    raise CounterError(Code.OFFICE_AWAY)
                return authority.submit(command, command_id)
            except CounterError as error:
                left = end - monotonic()
                if error.code not in _ELSEWHERE or left <= 0:
                    raise
            self._keeper.look_again(left)


def _rebuilt(refused: RefusedError) -> CounterError:
    """The error as the queue raised it there: its own parameters, with their types."""
    params = {name: records.heard(value) for name, value in refused.params.items() if name not in ("title", "status")}
    return CounterError(refused.code, **params)
