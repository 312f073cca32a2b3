"""Runs the server: as a program of its own, or in a thread beside the screens (the demo, an office station)."""

import asyncio
import contextlib
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import uvicorn

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.ports import Clock
from sync.addresses import is_here
from sync.server import metrics
from sync.server.app import OfficePart, create_app
from sync.server.bell import Bell
from sync.server.journal_store import JournalStore
from sync.server.keeping import Keeping, open_store
from sync.server.office_role import OfficeRole
from sync.server.patience import connections
from sync.server.pressure import Limits, Pressure, StationPace
from sync.server.sockets import listen_on, listen_together
from sync.server.store import ServerStore
from sync.server.tls import Encryption, FileEncryption, StationEncryption, TlsFiles
from sync.server.workers import Workers, parent

log = logging.getLogger(__name__)

_STOP_S = 3
_KEEP_ALIVE_S = 75
_MOST_OF_AN_OFFICE = 600
"""Connections at once: a machine has some eight, and a desk's program may open a thousand files."""
_SPARE = 1000
_RENEWAL_TICKS = 600  # of a tenth of a second each
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def run_province(
    keeping: Keeping,
    host: str,
    port: int,
    *,
    workers: int = 1,
    begin: Callable[[], None] | None = None,
    up: Callable[[int], None] = lambda port: None,
    tls: TlsFiles | None = None,
) -> None:
    """Serve a province until the program is told to stop: requests under way are answered, long polls at once.

    With several ``workers`` (a database is needed) each is a process; ``begin`` is called first in each, and ``up``
    here with the port when it is bound. Raises PORT_TAKEN, TLS_FILES_INVALID and what open_store raises.
    """
    encryption = _encryption(tls)
    sockets = listen_together(host, port, workers)
    try:
        # Here too, for the first failure to be told here, and for one process to make what is made once.
        store = open_store(keeping)
        if workers > 1:
            store.close()
        up(int(sockets[0].getsockname()[1]))
        if workers > 1:
            with metrics.counted_together():
                Workers(sockets, partial(_serve, keeping, begin, tls)).run()
        else:
            _run(store, sockets[0], encryption, keeping.updates)
    finally:
        for one in sockets:
            one.close()


def _serve(keeping: Keeping, begin: Callable[[], None] | None, tls: TlsFiles | None, listening: socket.socket) -> None:
    """Be one of several processes."""
    if begin is not None:
        begin()
    _run(open_store(keeping), listening, _encryption(tls), keeping.updates)


def _encryption(tls: TlsFiles | None) -> Encryption | None:
    return None if tls is None else FileEncryption(tls)


def _run(store: ServerStore, listening: socket.socket, encryption: Encryption | None, updates: Path | None) -> None:
    try:
        _Program(store, limits=Limits(), encryption=encryption, updates=updates).run(sockets=[listening])
    finally:
        store.close()


class ServerThread:
    """A server in its own thread; it can be started again after a stop, on the same port.

    With ``database`` it keeps what it gets in PostgreSQL, and only blobs in ``folder``; with ``tls`` it is encrypted;
    ``updates`` is a folder of published packages.
    """

    def __init__(
        self,
        folder: Path,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        clock: Clock | None = None,
        database: str = "",
        limits: Limits | None = None,
        tls: TlsFiles | None = None,
        updates: Path | None = None,
    ) -> None:
        self.folder = folder
        self.host = host
        self.port = port
        self.keeping = Keeping(folder, database, updates=updates)
        self._clock = clock
        self._limits = limits or Limits()
        self._tls = tls
        self._running: _Program | None = None

    @property
    def url(self) -> str:
        """Where it answers; the port is known once it was started."""
        return f"{'https' if self._tls else 'http'}://{self.host}:{self.port}"

    @property
    def is_running(self) -> bool:
        """Whether it answers."""
        return self._running is not None

    @property
    def store(self) -> ServerStore:
        """What it keeps, while it runs."""
        if self._running is None:
            raise RuntimeError("not started")
        return self._running.store

    @property
    def journal(self) -> Journal:
        """The journal that it serves, while it runs on one."""
        store = self.store
        if not isinstance(store, JournalStore):
            raise RuntimeError("no journal, but a database")
        return store.journal

    def start(self) -> None:
        """Return when requests are answered. Raises PORT_TAKEN, TLS_FILES_INVALID and what open_store raises."""
        if self._running is not None:
            return
        encryption = _encryption(self._tls)
        listening = listen_on(self.host, self.port)
        try:
            store = open_store(self.keeping, self._clock)
        except BaseException:
            listening.close()
            raise
        self.port = int(listening.getsockname()[1])
        self._running = _Program(store, limits=self._limits, encryption=encryption, updates=self.keeping.updates)
        if not self._running.begin(listening):
            self.stop()
            raise CounterError(Code.LINK_DOWN, detail="the server did not start")

    def stop(self) -> None:
        """Answer what is being answered, then end; returns when the folder is free again."""
        if self._running is None:
            return
        program, self._running = self._running, None
        program.end()
        program.store.close()


class OfficeServer:
    """The server of an office station, in a thread beside it, over the station's own journal.

    Beyond the loopback it answers encrypted.
    """

    def __init__(self, journal: Journal, role: OfficeRole, host: str, port: int) -> None:
        self.port = port
        self._journal = journal
        self._role = role
        self._host = host
        self._running: _Program | None = None

    @property
    def is_encrypted(self) -> bool:
        """Whether it answers encrypted alone."""
        return not is_here(self._host)

    def start(self) -> None:
        """Return when requests are answered. Raises PORT_TAKEN."""
        journal = self._journal
        encryption = StationEncryption(journal.key, journal.clock) if self.is_encrypted else None
        listening = listen_on(self._host, self.port)
        self.port = int(listening.getsockname()[1])
        store = JournalStore(journal, self._role.bring)
        program = _Program(store, office=OfficePart(journal, self._role), encryption=encryption)
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
    """uvicorn, which tells when it is up, and whose long polls answer at once when it ends.

    With ``limits`` it refuses what is too much; an office's station answers whatever its desks ask. ``encryption``
    is None on the loopback, and behind a proxy that has it.
    """

    def __init__(
        self,
        store: ServerStore,
        *,
        office: OfficePart | None = None,
        limits: Limits | None = None,
        encryption: Encryption | None = None,
        updates: Path | None = None,
    ) -> None:
        self.store = store
        self._encryption = encryption
        self.bell = Bell()
        app = create_app(store, self.bell, office, StationPace(limits) if limits else None, updates)
        super().__init__(
            uvicorn.Config(
                Pressure(app, limits, refused=app.state.metrics.refused) if limits else app,
                http=connections(limits.readers + limits.requests + _SPARE if limits else _MOST_OF_AN_OFFICE),
                ws="none",
                loop="asyncio",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=_KEEP_ALIVE_S,
                timeout_graceful_shutdown=_STOP_S,
                ssl_context_factory=(lambda _config, _default: encryption.context) if encryption else None,
            )
        )
        self._up_or_ended = threading.Event()
        self._thread: threading.Thread | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        starter = parent()
        if starter is not None:
            asyncio.get_running_loop().add_reader(starter, self._end_as_an_orphan, starter)
        self._up_or_ended.set()

    async def on_tick(self, counter: int) -> bool:
        if self._encryption is not None and counter % _RENEWAL_TICKS == 0:
            self._encryption.renew()
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.bell.close()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End on a signal, and return: uvicorn would raise it again, and the store were never closed."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {one: signal.signal(one, self.handle_exit) for one in _SIGNALS}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

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

    def _end_as_an_orphan(self, starter: int) -> None:
        asyncio.get_running_loop().remove_reader(starter)
        log.warning("event=starter_gone")
        self.should_exit = True
