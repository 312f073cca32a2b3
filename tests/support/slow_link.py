"""A slow, lossy link between two network namespaces, packet by packet: rate, delay, loss, queue and cuts.

For kernels without netem: two TUN devices, and this program between them. Needs root, Linux and ``ip``. Run as a
process of its own, because it enters the namespaces; ``SlowLink`` starts it and speaks with it.
"""

import contextlib
import ctypes
import fcntl
import heapq
import json
import os
import random
import select
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DESK, SERVER = "10.99.0.1", "10.99.0.2"
"""The addresses at both ends."""

_TUNSETIFF, _IFF_TUN, _IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
_ALLOWED = Path("/proc/sys/net/ipv4/tcp_allowed_congestion_control")
_LEAST_QUEUE = 12_000
_QUEUE_S = 0.2
_SYN, _RST = 2, 4

Flow = tuple[bytes, int, bytes, int]


def reason_not_to() -> str | None:
    """Say why there can be no such link on this machine, None where there can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs root on Linux"
    if shutil.which("ip") is None or not Path("/dev/net/tun").exists():
        return "needs iproute2 and /dev/net/tun"
    return None


@dataclass(frozen=True, slots=True)
class Figures:
    """What went up: bytes as they were put on the wire, and connections that were reset."""

    wire_bytes: int
    resets: int


class SlowLink:
    """The link as a context manager; ``desk`` and ``server`` are the names of the namespaces."""

    def __init__(self, rate: float, *, delay_s: float = 0.03, loss: float = 0.01, congestion: str = "cubic") -> None:
        self.desk, self.server = f"slow-desk-{os.getpid()}", f"slow-server-{os.getpid()}"
        chosen = {"rate": rate, "delay_s": delay_s, "loss": loss, "congestion": congestion}
        self._chosen = json.dumps({**chosen, "desk": self.desk, "server": self.server})

    def __enter__(self) -> "SlowLink":
        self._running = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", __name__, self._chosen], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._running.stdout is not None
        assert self._running.stdout.readline() == "ready\n"
        return self

    def __exit__(self, *_exception: object) -> None:
        assert self._running.stdin is not None
        self._running.stdin.close()
        self._running.wait()

    def cut(self, seconds: float) -> None:
        """Lose everything for a while, and reset every connection of before when it goes on."""
        self._say(f"cut {seconds}")

    def figures(self) -> Figures:
        """Return what went up so far."""
        self._say("figures")
        assert self._running.stdout is not None
        return Figures(**json.loads(self._running.stdout.readline()))

    def _say(self, command: str) -> None:
        assert self._running.stdin is not None
        self._running.stdin.write(command + "\n")
        self._running.stdin.flush()


class _Direction:
    """One way: packets wait for their turn, then for the delay."""

    def __init__(self, out: int, rate: float, delay_s: float, loss: float, seed: int) -> None:
        self._out, self._rate, self._delay, self._loss = out, rate, delay_s, loss
        self._queue = max(_LEAST_QUEUE, rate * _QUEUE_S / 8)
        self._chance = random.Random(seed)
        self._free = 0.0
        self._count = 0
        self._flying: list[tuple[float, int, bytes]] = []
        self.bytes = 0

    @property
    def next(self) -> float | None:
        """When the next packet arrives."""
        return self._flying[0][0] if self._flying else None

    def push(self, packet: bytes, now: float) -> None:
        """Take a packet, or lose it."""
        start = max(now, self._free)
        if (start - now) * self._rate / 8 > self._queue:
            return
        self.bytes += len(packet)
        self._free = start + len(packet) * 8 / self._rate
        if self._chance.random() >= self._loss:
            self._count += 1
            heapq.heappush(self._flying, (self._free + self._delay, self._count, packet))

    def deliver(self, now: float, *, lost: bool) -> None:
        """Give out what has arrived."""
        while self._flying and self._flying[0][0] <= now:
            packet = heapq.heappop(self._flying)[2]
            if not lost:
                with contextlib.suppress(OSError):
                    os.write(self._out, packet)


class _Program:
    """Passes packets on until its standard input ends."""

    def __init__(self, desk: int, server: int, rate: float, delay_s: float, loss: float) -> None:
        self._ways = {
            desk: (_Direction(server, rate, delay_s, loss, 1), desk),
            server: (_Direction(desk, rate, delay_s, loss, 2), server),
        }
        self._up = self._ways[desk][0]
        self._alive: set[Flow] = set()
        self._dead: set[Flow] = set()
        self._cut_until = 0.0
        self._cutting = False
        self._resets = 0

    def run(self) -> None:
        """Serve."""
        commands = os.fdopen(0, "r", buffering=1)
        while True:
            now = time.monotonic()
            if self._cutting and now >= self._cut_until:
                self._cutting = False
                self._dead |= self._alive
                self._alive.clear()
            for way, _back in self._ways.values():
                way.deliver(now, lost=self._cutting)
            watched: list[Any] = [*self._ways, commands]
            ready = select.select(watched, [], [], max(0.0, self._next(now) - time.monotonic()))[0]
            for one in self._ways:
                if one in ready:
                    self._read(one)
            if commands in ready and not self._obey(commands.readline()):
                return

    def _next(self, now: float) -> float:
        times = [way.next for way, _back in self._ways.values() if way.next is not None]
        return min([*times, now + 0.5, *([self._cut_until] if self._cutting else [])])

    def _obey(self, command: str) -> bool:
        if command.startswith("cut"):
            self._cutting, self._cut_until = True, time.monotonic() + float(command.split()[1])
        elif command:
            print(json.dumps({"wire_bytes": self._up.bytes, "resets": self._resets}), flush=True)
        return bool(command)

    def _read(self, tun: int) -> None:
        way, back = self._ways[tun]
        for _ in range(64):
            try:
                packet = os.read(tun, 65536)
            except BlockingIOError:
                return
            if self._is_dead(packet):
                if not packet[(packet[0] & 15) * 4 + 13] & _RST:
                    os.write(back, _reset_for(packet))
            elif not self._cutting:
                way.push(packet, time.monotonic())

    def _is_dead(self, packet: bytes) -> bool:
        """Whether this packet's connection was there before the last cut; each is counted once."""
        if packet[0] >> 4 != 4 or packet[9] != 6:
            return False
        source, target = (packet[12:16], *_ports(packet)[:1]), (packet[16:20], *_ports(packet)[1:])
        flow: Flow = (*min(source, target), *max(source, target))
        if packet[(packet[0] & 15) * 4 + 13] & _SYN:
            self._dead.discard(flow)
        if flow in self._dead:
            if not self._cutting and flow not in self._alive:
                self._resets += 1
                self._alive.add(flow)
            return True
        self._alive.add(flow)
        return False


def _ports(packet: bytes) -> tuple[int, int]:
    first, second = struct.unpack_from("!HH", packet, (packet[0] & 15) * 4)
    return first, second


def _sum(data: bytes) -> int:
    padded = data + b"\0" * (len(data) % 2)
    total: int = sum(struct.unpack(f"!{len(padded) // 2}H", padded))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def _reset_for(packet: bytes) -> bytes:
    """Return what a router that lost its state answers."""
    at = (packet[0] & 15) * 4
    source, target, seq, ack, offset = struct.unpack_from("!HHIIB", packet, at)
    length = len(packet) - at - (offset >> 4) * 4
    segment = struct.pack("!HHIIBBHHH", target, source, ack, (seq + length) & 0xFFFFFFFF, 5 << 4, 0x14, 0, 0, 0)
    about = packet[16:20] + packet[12:16] + struct.pack("!BBH", 0, 6, 20)
    segment = segment[:16] + struct.pack("!H", _sum(about + segment)) + segment[18:]
    head = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 40, 0, 0, 64, 6, 0, packet[16:20], packet[12:16])
    return head[:10] + struct.pack("!H", _sum(head)) + head[12:] + segment


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603


def _tun(namespace: str, name: str, address: str, congestion: str) -> int:
    """Make one end in a namespace of its own; the caller stays in its own."""
    libc = ctypes.CDLL(None, use_errno=True)
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    _run("ip", "netns", "add", namespace)
    there = os.open(f"/run/netns/{namespace}", os.O_RDONLY)
    if libc.setns(there, 0) != 0:
        raise OSError(ctypes.get_errno(), "setns")
    try:
        tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(tun, _TUNSETIFF, struct.pack("16sH22x", name.encode(), _IFF_TUN | _IFF_NO_PI))
        _run("ip", "link", "set", "lo", "up")
        _run("ip", "addr", "add", f"{address}/24", "dev", name)
        _run("ip", "link", "set", name, "up", "mtu", "1500", "txqueuelen", "1000")
        _run("sysctl", "-qw", f"net.ipv4.tcp_congestion_control={congestion}", "net.ipv4.tcp_no_metrics_save=1")
    finally:
        libc.setns(home, 0)
    return tun


@contextlib.contextmanager
def _allowed(congestion: str) -> Iterator[None]:
    """Other namespaces may use only what is allowed in the first one."""
    before = _ALLOWED.read_text().strip()
    if congestion not in before.split():
        _ALLOWED.write_text(f"{before} {congestion}")
    try:
        yield
    finally:
        _ALLOWED.write_text(before)


def _serve(rate: float, delay_s: float, loss: float, congestion: str, desk: str, server: str) -> None:
    with _allowed(congestion):
        try:
            ends = _tun(desk, "slow0", DESK, congestion), _tun(server, "slow1", SERVER, congestion)
            print("ready", flush=True)
            _Program(*ends, rate, delay_s, loss).run()
        finally:
            for name in (desk, server):
                subprocess.run(["ip", "netns", "del", name], stderr=subprocess.DEVNULL, check=False)  # noqa: S603, S607


if __name__ == "__main__":
    _serve(**json.loads(sys.argv[1]))
