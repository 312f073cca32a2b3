"""What other processes tell over the database: which feeds grew, and which stations are judged otherwise now."""

import logging
import selectors
import socket
import threading
from collections.abc import Callable
from typing import Any

import psycopg

from counter_app.errors import CounterError
from sync.server.postgres.connections import connect

log = logging.getLogger(__name__)

FEED = "counter_feed"
STATIONS = "counter_stations"
_AGAIN_S = 1.0


class Listening:
    """One connection of a process that only listens, in a thread; it is made again whenever it breaks.

    ``heard`` is called with a channel and what was told there; with "" for each of them when something may have been
    missed.
    """

    def __init__(self, url: str, heard: Callable[[str, str], None]) -> None:
        self._url = url
        self._heard = heard
        self._ended = threading.Event()
        self._woken, self._waker = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="sync-listen", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear nothing more."""
        self._ended.set()
        self._waker.send(b"\0")
        self._thread.join()
        self._woken.close()
        self._waker.close()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                with connect(self._url) as connection:
                    self._listen(connection)
            except (psycopg.Error, CounterError, OSError) as error:
                log.info("event=listening_broken error=%s", type(error).__name__)
                self._ended.wait(_AGAIN_S)

    def _listen(self, connection: "psycopg.Connection[Any]") -> None:
        for channel in (FEED, STATIONS):
            connection.execute(f"LISTEN {channel}".encode())
        for channel in (FEED, STATIONS):
            self._heard(channel, "")
        # Not ``select``: beside some thousand stations its number may be beyond what that takes.
        with selectors.DefaultSelector() as selector:
            for one in (connection.fileno(), self._woken.fileno()):
                selector.register(one, selectors.EVENT_READ)
            while not self._ended.is_set():
                selector.select()
                connection.pgconn.consume_input()
                while told := connection.pgconn.notifies():
                    self._heard(told.relname.decode(), told.extra.decode())
