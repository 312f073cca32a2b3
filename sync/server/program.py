"""Runs the server: as a program of its own, or in a thread beside the screens (the demo, an office station)."""

import errno
import logging
import os
import socket
import threading
from pathlib import Path

import uvicorn

from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.ports import Clock
from counter_app.store.database import Database, open_database
from sync.server.app import OfficePart, create_app
from sync.server.bell import Bell
from sync.server.journal_store import JournalStore
from sync.server.office_role import OfficeRole

log = logging.getLogger(__name__)

_STOP_S = 3
_KEEP_ALIVE_S = 75
_BACKLOG = 512


def run_server(folder: Path, host: str, port: int) -> None:
    """Serve ``folder`` until the program is told to stop. Raises PORT_TAKEN and what open_database raises."""
    listening = _listen(host, port)
    try:
        database = open_database(folder)
    except BaseException:
        listening.close()
        raise
    try:
        bell = Bell()
        _Program(Journal(database, SystemClock()), bell).run(sockets=[listening])
    finally:
        database.close()


class ServerThread:
    """A server in its own thread; it can be started again after a stop, on the same port."""

    def __init__(self, folder: Path, host: str = "127.0.0.1", port: int = 0, *, clock: Clock | None = None) -> None:
        self.folder = folder
        self.host = host
        self.port = port
        self._clock = clock or SystemClock()
        self._running: tuple[_Program, Database] | None = None

    @property
    def url(self) -> str:
        """Where it answers; the port is known once it was started."""
        return f"http://{self.host}:{self.port}"

    @property
    def is_running(self) -> bool:
        """Whether it answers."""
        return self._running is not None

    @property
    def journal(self) -> Journal:
        """The journal that it serves, while it runs."""
        if self._running is None:
            raise RuntimeError("not started")
        return self._running[0].journal

    def start(self) -> None:
        """Return when requests are answered. Raises PORT_TAKEN and what open_database raises."""
        if self._running is not None:
            return
        listening = _listen(self.host, self.port)
        try:
            database = open_database(self.folder)
        except BaseException:
            listening.close()
            raise
        self.port = int(listening.getsockname()[1])
        program = _Program(Journal(database, self._clock), Bell())
        self._running = (program, database)
        if not program.begin(listening):
            self.stop()
            raise CounterError(Code.LINK_DOWN, detail="the server did not start")

    def stop(self) -> None:
        """Answer what is being answered, then end; returns when the folder is free again."""
        if self._running is None:
            return
        program, database = self._running
        self._running = None
        program.end()
        database.close()


class OfficeServer:
    """The server of an office station, in a thread beside it, over the station's own journal."""

    def __init__(self, journal: Journal, role: OfficeRole, host: str, port: int) -> None:
        self.port = port
        self._journal = journal
        self._role = role
        self._host = host
        self._running: _Program | None = None

    def start(self) -> None:
        """Return when requests are answered. Raises PORT_TAKEN."""
        listening = _listen(self._host, self.port)
        self.port = int(listening.getsockname()[1])
        program = _Program(self._journal, Bell(), self._role)
        self._running = program
        if not program.begin(listening):
            self.stop()
            raise CounterError(Code.LINK_DOWN, detail="the server did not start")

    def stop(self) -> None:
        """Answer what is being answered, then end."""
        if self._running is None:
            return
        program, self._running = self._running, None
        program.end()


class _Program(uvicorn.Server):
    """uvicorn, which tells when it is up, and whose long polls answer at once when it ends."""

    def __init__(self, journal: Journal, bell: Bell, role: OfficeRole | None = None) -> None:
        super().__init__(
            uvicorn.Config(
                create_app(JournalStore(journal), bell, OfficePart(journal, role) if role else None),
                http="h11",
                ws="none",
                loop="asyncio",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_keep_alive=_KEEP_ALIVE_S,
                timeout_graceful_shutdown=_STOP_S,
            )
        )
        self.journal = journal
        self.bell = bell
        self._up_or_ended = threading.Event()
        self._thread: threading.Thread | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._up_or_ended.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.bell.close()
        await super().shutdown(sockets)

    def begin(self, listening: socket.socket) -> bool:
        """Serve in a thread; returns when requests are answered, or False when they will not be."""
        self._thread = threading.Thread(target=self._serve_until_told, args=(listening,), name="sync-server")
        self._thread.start()
        self._up_or_ended.wait()
        return self.started

    def end(self) -> None:
        """Answer what is being answered, then end the thread."""
        self.should_exit = True
        self.bell.close()
        if self._thread is not None:
            self._thread.join()

    def _serve_until_told(self, listening: socket.socket) -> None:
        try:
            self.run(sockets=[listening])
        finally:
            listening.close()
            self._up_or_ended.set()


def _listen(host: str, port: int) -> socket.socket:
    """Bind before anything else is opened, so that the port is known, or known to be taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named TCP, so that asyncio switches Nagle's algorithm off: with it an answer's body waits 40 ms for its head.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # On Windows this option would let two programs share a port.
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise CounterError(Code.PORT_TAKEN, host=host, port=port) from error
        raise
    return listening
