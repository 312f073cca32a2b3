"""Many stations that send to a province at once: requests made beforehand, so that what is measured is the server."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from counter_app.journal.signing import load_station_key
from sync import records, usual_signature
from tests.support.chains import Chain

_HEAD_END = b"\r\n\r\n"
_POLL_S = 24.5  # an answer before this time brought something


@dataclass(frozen=True, slots=True)
class Sender:
    """A station: its id and public key, its batches as whole requests, and how many entries each has."""

    station: str
    public_key: str
    office: str
    requests: tuple[bytes, ...]
    poll: bytes
    entries: int


@dataclass(slots=True)
class Taken:
    """What became of a run: seconds of each answer, and how many of each status."""

    seconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    whole_s: float = 0.0

    def count(self, status: int, seconds: float) -> None:
        """One answer."""
        self.seconds.append(seconds)
        self.statuses[status] = self.statuses.get(status, 0) + 1

    def p95_ms(self) -> float:
        """The time that 95 of 100 answers took no longer than, in milliseconds."""
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)] * 1000 if self.seconds else 0.0


def senders(count: int, batches: int, size: int, first: int = 0) -> list[Sender]:
    """Make stations, each of an office of its own, that send ``batches`` of ``size`` entries; on both cores."""
    jobs = [(first + number, batches, size) for number in range(count)]
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(_sender, jobs, chunksize=8))


def request(chain: Chain, method: str, target: str, body: bytes | None) -> bytes:
    """Return a whole signed request."""
    headers: dict[str, str] = {}
    url = f"http://province{target}"
    assert usual_signature.write(method, url, headers, chain.key, int(time.time()), body)
    if body is not None:
        headers |= {"Content-Length": str(len(body)), "Content-Encoding": "gzip", "Content-Type": records.LINES}
    lines = [f"{method} {target} HTTP/1.1", "Host: province", *(f"{name}: {text}" for name, text in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


class Line:
    """One kept connection."""

    def __init__(self, host: str, port: int) -> None:
        self._where = (host, port)
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, content: bytes) -> tuple[int, float]:
        """Send a request; returns the status and the seconds after which to come again."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(*self._where)
        reader, writer = self._streams
        writer.write(content)
        head = (await reader.readuntil(_HEAD_END)).decode("latin-1").lower()
        fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        await reader.readexactly(int(fields.get("content-length", "0")))
        if fields.get("connection") == "close":
            self.close()
        return int(head.split(" ", 2)[1]), float(fields.get("retry-after", "0"))

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def send_all(port: int, lines: Sequence[Sequence[bytes]], jitter_s: Callable[[int], float]) -> Taken:
    """Send each line's requests over a connection of its own, one after the other, until all are taken."""
    taken = Taken()

    async def send(number: int) -> None:
        await asyncio.sleep(jitter_s(number))
        line = Line("127.0.0.1", port)
        for content in lines[number]:
            while True:
                began = time.perf_counter()
                try:
                    status, again_s = await line.ask(content)
                except (OSError, asyncio.IncompleteReadError):
                    status, again_s = 0, 1.0
                    line.close()
                taken.count(status, time.perf_counter() - began)
                if status not in (0, 429, 503):
                    break
                await asyncio.sleep(again_s)
        line.close()

    began = time.perf_counter()
    await asyncio.gather(*(send(number) for number in range(len(lines))))
    taken.whole_s = time.perf_counter() - began
    return taken


class Polling:
    """A long poll kept open for each station, on the running loop; ``heard`` has when each first had something."""

    def __init__(self, port: int, polls: Sequence[bytes]) -> None:
        self._port = port
        self.asked = 0
        self.heard: dict[int, float] = {}
        self._tasks = [asyncio.ensure_future(self._poll(number, content)) for number, content in enumerate(polls)]

    async def _poll(self, number: int, content: bytes) -> None:
        line = Line("127.0.0.1", self._port)
        try:
            while number not in self.heard:
                self.asked += 1
                began = time.perf_counter()
                status, again_s = await line.ask(content)
                ended = time.perf_counter()
                if status == 200 and ended - began < _POLL_S:
                    self.heard[number] = ended
                await asyncio.sleep(again_s)
        finally:
            line.close()

    async def end(self) -> None:
        """Hang up."""
        for one in self._tasks:
            one.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def _sender(job: tuple[int, int, int]) -> Sender:
    number, batches, size = job
    office = f"H99.{number}"
    chain = Chain(office, load_station_key(f"{number:016x}", number.to_bytes(32, "big")))
    bodies = [records.pack(chain.next(size)) for _ in range(batches)]
    whole = tuple(request(chain, "POST", "/v1/entries", body) for body in bodies)
    poll = request(chain, "GET", "/v1/feed?after=0&wait=25", None)
    return Sender(chain.station, chain.public_key, office, whole, poll, batches * size)
