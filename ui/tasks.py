"""The bridge between screens and services: work off the main thread, results back on it by signal."""

import logging
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from counter_app.crash_reports import number_of
from counter_app.errors import CounterError

log = logging.getLogger(__name__)

T = TypeVar("T")
_READERS = 2
_SLOW = 4
"""A scan, two prints and a sentence at once."""
_FETCHERS = 2
"""A slow link holds up neither a scan nor a print."""
_SLICE_S = 0.0001
"""How long a worker that computes may keep the main thread from the interpreter; Python's own 5 ms, each time that the
main thread comes back from Qt, add up to several frames in one repaint."""


class Changes(Protocol):
    """Tells which streams changed, on the committing thread."""

    def listen(self, told: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Tell ``told`` of every change until the returned function is called."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    owner: QObject
    then: Callable[[Any], None] | None
    failed: Callable[[CounterError], None] | None
    topic: str = ""


@dataclass(frozen=True, slots=True)
class _Done:
    job: _Job
    result: object
    error: CounterError | None


class Tasks(QObject):
    """Runs blocking work for the screens; one a window, closed with it.

    ``streams_changed(frozenset[str])`` follows each commit; ``refused(CounterError)`` is an expected error that nobody
    took; ``crashed(str)`` is the number of a bug. A result whose owner is gone is dropped; the work itself is done.
    Of an owner's questions on one topic only the newest is answered. ``closing()`` comes before ``close`` waits for
    what is under way: whoever can cut it short does so then, at once.
    """

    streams_changed = Signal(object)
    refused = Signal(object)
    crashed = Signal(str)
    closing = Signal()
    _done = Signal(object)
    _called = Signal(object)

    def __init__(self, changes: Changes | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SLICE_S)
        self._store = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="read")
        self._slow = ThreadPoolExecutor(_SLOW, thread_name_prefix="slow")
        self._queue = ThreadPoolExecutor(1, thread_name_prefix="queue")
        self._fetchers = ThreadPoolExecutor(_FETCHERS, thread_name_prefix="fetch")
        self._newest: dict[tuple[int, str], _Job] = {}
        self._closed = False
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._called.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self._unlisten = changes.listen(self._tell) if changes else None

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[CounterError], None] | None = None,
        *,
        owner: QObject,
    ) -> None:
        """Do a change: one after another, in the order asked."""
        self._submit(self._store, work, _Job(owner, then, failed))

    def ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[CounterError], None] | None = None,
        *,
        owner: QObject,
    ) -> None:
        """Ask the queue, wherever it is kept: one after another, and a slow answer holds up no other change."""
        self._submit(self._queue, work, _Job(owner, then, failed))

    def read(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[CounterError], None] | None = None,
        *,
        owner: QObject,
        topic: str = "",
    ) -> None:
        """Do a query; answers may come in another order, unless a ``topic`` says that the newest overtakes the others.

        An answer or a refusal that was overtaken is dropped, and a query that has not begun is not done.
        """
        job = _Job(owner, then, failed, topic)
        if topic:
            self._newest[id(owner), topic] = job
        self._submit(self._readers, work, job)

    def slow(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[CounterError], None] | None = None,
        *,
        owner: QObject,
    ) -> None:
        """Do something that waits for a device or a file: a scan, a print, a form."""
        self._submit(self._slow, work, _Job(owner, then, failed))

    def fetch(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[CounterError], None] | None = None,
        *,
        owner: QObject,
    ) -> None:
        """Do something that waits for a server far away; ``closing`` has to end it."""
        self._submit(self._fetchers, work, _Job(owner, then, failed))

    def post(self, call: Callable[[], None]) -> None:
        """Call ``call`` soon on the main thread; for what a device tells on its own thread."""
        if not self._closed:
            self._called.emit(call)

    @property
    def closed(self) -> bool:
        """Whether ``close`` was called: long work asks now and then, and gives up."""
        return self._closed

    def close(self) -> None:
        """Stop listening, finish the changes and device work already asked for, and join every thread."""
        if self._closed:
            return
        self._closed = True
        if self._unlisten:
            self._unlisten()
        self.closing.emit()
        self._fetchers.shutdown(wait=True, cancel_futures=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._slow.shutdown(wait=True)
        self._queue.shutdown(wait=True)
        self._store.shutdown(wait=True)

    def _submit(self, pool: ThreadPoolExecutor, work: Callable[[], object], job: _Job) -> None:
        if not self._closed:
            pool.submit(self._work, work, job)

    def _overtaken(self, job: _Job) -> bool:
        return bool(job.topic) and self._newest.get((id(job.owner), job.topic)) is not job

    def _work(self, work: Callable[[], object], job: _Job) -> None:
        if self._overtaken(job):
            return
        try:
            done = _Done(job, work(), None)
        except CounterError as error:
            done = _Done(job, None, error)
        except Exception as error:
            crash = number_of(error)
            log.exception("event=crash id=%s", crash)
            self.crashed.emit(crash)
            return
        self._done.emit(done)

    @Slot(object)
    def _deliver(self, done: _Done) -> None:
        job = done.job
        if self._closed or self._overtaken(job):
            return
        if job.topic:
            del self._newest[id(job.owner), job.topic]
        if not isValid(job.owner):
            return
        if done.error is None:
            if job.then:
                job.then(done.result)
        elif job.failed:
            job.failed(done.error)
        else:
            log.info("event=refused code=%s", done.error.code)
            self.refused.emit(done.error)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    def _tell(self, streams: frozenset[str]) -> None:
        if not self._closed:
            self.streams_changed.emit(streams)
