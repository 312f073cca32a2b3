"""A bad line before a server, made by a seed: each request meets a fate of its own, told in the log.

A layer outside the server, over TCP: it knows where a request ends and nothing else, so that what the server and its
clients promise is tried as it stands. For tests and drills, never for work.
"""

import asyncio
import contextlib
import itertools
import logging
import random
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from counter_app.errors import Code, CounterError

log = logging.getLogger(__name__)

_MOST_HEAD = 64 << 10
_PIECE = 64 << 10
_BACKLOG = 512
_STRANGER = b"<html><title>Wi-Fi</title>Log in first.</html>"


class Fate(StrEnum):
    """What becomes of one request."""

    WELL = "well"
    DELAYED = "delayed"
    DROPPED = "dropped"  # the server never hears of it
    ANSWER_LOST = "answer-lost"  # done, and nobody is told
    CUT_IN_REQUEST = "cut-in-request"
    CUT_IN_ANSWER = "cut-in-answer"
    DOUBLED = "doubled"
    LATE = "late"  # given up by its sender, and delivered after what came later
    OVERTAKEN = "overtaken"  # the next one is first
    FAILED = "failed"  # 500 from something on the way
    BUSY = "busy"  # 503 with Retry-After
    STRANGER = "stranger"  # the page of a captive portal
    SILENT = "silent"  # half-open: nothing comes any more
    RESTART = "restart"  # the server dies in the middle of it


_FAULTS = tuple(fate for fate in Fate if fate not in (Fate.WELL, Fate.RESTART))
_FOR_LONG_POLLS = tuple(one for one in _FAULTS if one not in (Fate.DOUBLED, Fate.LATE, Fate.OVERTAKEN))


@dataclass(frozen=True, slots=True)
class Odds:
    """How bad the line is: shares of requests from 0 to 1, and how long its pauses are at most (seconds)."""

    faults: float = 0.3
    restarts: float = 0.01
    pause_s: float = 0.5
    silence_s: float = 5.0


_ROUNDS = 5
"""Of the loop, from an accepted connection to the task that serves it: it takes four."""


class Chaos:
    """The fates of one seed, on the way to the server at ``target``; runs on one asyncio loop.

    ``restart`` kills the server and has it come back; without it nothing is restarted.
    """

    def __init__(
        self, target: tuple[str, int], seed: int, odds: Odds | None = None, restart: Callable[[], None] | None = None
    ) -> None:
        self.calm = False  # from any thread: True lets everything pass from now on
        self.met: dict[Fate, int] = {}
        self._target = target
        self._seed = seed
        self._odds = odds or Odds()
        self._restart = restart
        self._numbers = itertools.count(1)
        self._passed = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    def fate(self, number: int, *, long_poll: bool = False) -> Fate:
        """Return what becomes of the ``number``-th request: the same for the same seed."""
        chance = random.Random(f"{self._seed}/{number}")  # noqa: S311 - repeatable, not secret
        drawn = chance.random()
        if drawn < self._odds.restarts:
            return Fate.RESTART if self._restart is not None else Fate.WELL
        if drawn < self._odds.restarts + self._odds.faults:
            return chance.choice(_FOR_LONG_POLLS if long_poll else _FAULTS)
        return Fate.WELL

    async def serve(self, listening: socket.socket) -> None:
        """Take requests until cancelled."""
        server = await asyncio.start_server(self._take, sock=listening, limit=_MOST_HEAD)
        try:
            await server.serve_forever()
        finally:
            server.close()
            for _ in range(_ROUNDS):
                await asyncio.sleep(0)  # who was let in just now begins, to be ended with the others
            self.cut()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await asyncio.sleep(0)  # their sockets are closed in the next round of the loop

    def cut(self) -> None:
        """End every connection that is open now; on the loop."""
        for task in tuple(self._tasks):
            task.cancel()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - asyncio runs this as a task
        self._tasks.add(task)
        try:
            with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                await self._meet(await _request(reader), writer)
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _meet(self, request: "_Request", writer: asyncio.StreamWriter) -> None:
        number = next(self._numbers)
        fate = Fate.WELL if self.calm else self.fate(number, long_poll=request.is_long_poll)
        self.met[fate] = self.met.get(fate, 0) + 1
        log.info("event=chaos number=%d fate=%s method=%s target=%s", number, fate, request.method, request.target)
        try:
            await self._send_to(fate, request, writer, random.Random(f"{self._seed}/{number}/how"))  # noqa: S311
        except OSError:
            writer.transport.abort()
            raise
        finally:
            self._passed.set()
            self._passed = asyncio.Event()

    async def _send_to(
        self, fate: Fate, request: "_Request", writer: asyncio.StreamWriter, chance: random.Random
    ) -> None:
        pause = chance.uniform(0, self._odds.pause_s)
        if fate is Fate.DELAYED:
            await asyncio.sleep(pause)
        elif fate is Fate.OVERTAKEN:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._passed.wait(), self._odds.pause_s)
        elif fate is Fate.DOUBLED:
            await self._deliver(request, None)
        elif fate is Fate.RESTART and self._restart is not None:
            asyncio.get_running_loop().call_later(pause / 10, self._restart)
        elif fate is not Fate.WELL:
            await self._spoil(fate, request, writer, chance, pause)
            return
        await self._deliver(request, writer)

    async def _spoil(
        self, fate: Fate, request: "_Request", writer: asyncio.StreamWriter, chance: random.Random, pause: float
    ) -> None:
        if fate in (Fate.FAILED, Fate.BUSY, Fate.STRANGER):
            writer.write(_ANSWERS[fate])
            await writer.drain()
            return
        if fate is Fate.SILENT:
            await asyncio.sleep(self._odds.silence_s)
        elif fate is Fate.LATE:
            writer.transport.abort()
            await asyncio.sleep(pause)
            await self._deliver(request, None)
        elif fate is Fate.ANSWER_LOST:
            await self._deliver(request, None)
        elif fate is Fate.CUT_IN_REQUEST:
            await self._deliver(request, None, request.size * chance.random())
        elif fate is Fate.CUT_IN_ANSWER:
            await self._deliver(request, writer, answer_part=chance.random())
        writer.transport.abort()

    async def _deliver(
        self,
        request: "_Request",
        writer: asyncio.StreamWriter | None,
        size: float | None = None,
        answer_part: float = 1.0,
    ) -> None:
        """Bring a request, or its first ``size`` bytes, to the server, and its answer, or its first part, back."""
        answer, server = await asyncio.open_connection(*self._target)
        try:
            server.write(request.content if size is None else request.content[: int(size)])
            await server.drain()
            while size is None and (piece := await answer.read(_PIECE)):
                if writer is not None:
                    writer.write(piece[: int(len(piece) * answer_part)])
                    await writer.drain()
                if answer_part < 1.0:
                    break
        finally:
            server.transport.abort()


@dataclass(frozen=True, slots=True)
class _Request:
    """One request as it goes to the server, whole: its connection is not used again."""

    method: str
    target: str
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def is_long_poll(self) -> bool:
        return self.target.startswith("/v1/feed?")


async def _request(reader: asyncio.StreamReader) -> _Request:
    """Read one request. Raises ValueError and what asyncio raises for one that is cut short."""
    head = await reader.readuntil(b"\r\n\r\n")
    first, *fields = head[:-4].split(b"\r\n")
    names = {name.strip().lower(): value.strip() for name, _, value in (field.partition(b":") for field in fields)}
    if names.get(b"transfer-encoding", b"").lower() == b"chunked":
        body = await _chunks(reader)
    else:
        body = await reader.readexactly(int(names.get(b"content-length", b"0")))
    kept = [field for field in fields if field.partition(b":")[0].strip().lower() != b"connection"]
    method, target, _version = first.decode("latin-1").split(" ")
    return _Request(method, target, b"\r\n".join([first, *kept, b"Connection: close", b"", body]))


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    parts: list[bytes] = []
    while True:
        line = await reader.readline()
        size = int(line.partition(b";")[0], 16)
        parts += [line, await reader.readexactly(size + 2)]
        if size == 0:
            return b"".join(parts)


def _plain(status: str, content: bytes, *fields: str) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", "Connection: close", *fields]
    return "\r\n".join([*head, "", ""]).encode() + content


_ANSWERS = {
    Fate.FAILED: _plain("500 Internal Server Error", b"broken", "Content-Type: text/plain"),
    Fate.BUSY: _plain(
        "503 Service Unavailable",
        b'{"title":"busy","status":503,"code":"store-away"}',
        "Content-Type: application/problem+json",
        "Retry-After: 1",
        "Sync-Protocol: 1",
        "Sync-Schema: 1",
    ),
    Fate.STRANGER: _plain("200 OK", _STRANGER, "Content-Type: text/html"),
}


def run_with_chaos(command: Sequence[str], host: str, port: int, seed: int) -> int:
    """Serve a bad line at ``host``:``port`` to the program ``command``, which is told its own ``--port``.

    The program runs as a process of its own, killed without warning where the seed says so, and started again; it is
    told to stop when this one is. Returns its exit code. Raises PORT_TAKEN.
    """
    try:
        listening = socket.create_server((host, port), backlog=_BACKLOG)
    except OSError as error:
        raise CounterError(Code.PORT_TAKEN, host=host, port=port) from error
    with socket.create_server(("127.0.0.1", 0)) as probe:
        inner = int(probe.getsockname()[1])
    return asyncio.run(_Drill([*command, "--host", "127.0.0.1", "--port", str(inner)], inner, seed).run(listening))


class _Drill:
    def __init__(self, command: list[str], port: int, seed: int) -> None:
        self._command = command
        self._chaos = Chaos(("127.0.0.1", port), seed, restart=self._kill)
        self._process: asyncio.subprocess.Process | None = None
        self._killed = False

    async def run(self, listening: socket.socket) -> int:
        serving = asyncio.ensure_future(self._chaos.serve(listening))
        keeping = asyncio.ensure_future(self._keep_running())
        told = asyncio.Event()
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(number, told.set)
        waiting = asyncio.ensure_future(told.wait())
        await asyncio.wait((serving, keeping, waiting), return_when=asyncio.FIRST_COMPLETED)
        for task in (serving, keeping, waiting):
            task.cancel()
        await asyncio.gather(serving, keeping, waiting, return_exceptions=True)
        return 0 if told.is_set() or self._process is None else self._process.returncode or 0

    def _kill(self) -> None:
        if self._process is not None and self._process.returncode is None:
            log.info("event=chaos_kills process=%d", self._process.pid)
            self._killed = True
            self._process.kill()

    async def _keep_running(self) -> None:
        while True:
            self._process = await asyncio.create_subprocess_exec(*self._command, stdout=asyncio.subprocess.DEVNULL)
            try:
                await self._process.wait()
            except asyncio.CancelledError:
                self._process.terminate()
                await self._process.wait()
                raise
            if not self._killed:
                return  # it ended by itself: its own message says why
            self._killed = False
