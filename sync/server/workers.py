"""Several server processes on one port: started, started again when one dies, ended together."""

import logging
import multiprocessing
import os
import signal
import socket
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from types import FrameType

from sync.server import metrics

log = logging.getLogger(__name__)

_END_S = 15.0
_LIVED_S = 2.0
_PAUSE_S = 1.0
_SIGNALS = (signal.SIGTERM, signal.SIGINT)

Work = Callable[[socket.socket], None]
"""What a process does with its socket, until it is told to end; a new process finds it by its name."""


class Workers:
    """One process for each socket; a socket outlives its process: nobody who knocks meanwhile is turned away."""

    def __init__(self, sockets: list[socket.socket], work: Work) -> None:
        self._sockets = sockets
        self._work = work
        self._processes: dict[int, SpawnProcess] = {}
        self._since: dict[int, float] = {}
        self._ended = False
        self._woken, self._waker = socket.socketpair()

    def run(self) -> None:
        """Return when a signal has told it to end and every process has; in the main thread."""
        before = {one: signal.signal(one, self._end) for one in _SIGNALS}
        try:
            for number in range(len(self._sockets)):
                self._start(number)
            while not self._ended:
                wait([self._woken, *(process.sentinel for process in self._processes.values())])
                self._replace()
        finally:
            self._stop()
            for one, handler in before.items():
                signal.signal(one, handler)
            self._woken.close()
            self._waker.close()

    def _start(self, number: int) -> None:
        context = multiprocessing.get_context("spawn")
        process = context.Process(target=self._work, args=(self._sockets[number],), name=f"province-{number}")
        process.start()
        self._processes[number], self._since[number] = process, time.monotonic()

    def _replace(self) -> None:
        for number, process in list(self._processes.items()):
            if process.is_alive() or self._ended:
                continue
            metrics.forget_worker(process.pid or 0)
            log.warning("event=worker_ended number=%d code=%s", number, process.exitcode)
            if time.monotonic() - self._since[number] < _LIVED_S:
                wait([self._woken], _PAUSE_S)  # what ends at once would end at once again
            if not self._ended:
                self._start(number)

    def _stop(self) -> None:
        for process in self._processes.values():
            if process.is_alive():
                process.terminate()
        end = time.monotonic() + _END_S
        for process in self._processes.values():
            process.join(max(0.0, end - time.monotonic()))
            if process.is_alive():
                log.warning("event=worker_killed process=%d", process.pid or 0)
                process.kill()
                process.join()

    def _end(self, _signal: int, _frame: FrameType | None) -> None:
        self._ended = True
        self._waker.send(b"\0")


def parent() -> int | None:
    """Return what becomes readable when the process that started this one is gone; None where nothing tells."""
    starter = multiprocessing.parent_process()
    return None if starter is None or os.name != "posix" else int(starter.sentinel)
