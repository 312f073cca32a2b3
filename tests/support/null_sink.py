"""Sound that nobody hears: a PulseAudio null sink that is recorded, or a file that fills at a sound card's pace."""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from devices.speaker.samples import RATE

_PATIENCE_S = 20.0
_ANCHOR = 600
_PACE = 8
"""How many times as fast as a sound card the file fills."""
_SHAPE = (f"--rate={RATE}", "--channels=1", "--format=s16le")
_PACED = f"""
import sys, threading, wave
with wave.open(sys.argv[2]) as call, open(sys.argv[1], "ab", buffering=0) as heard:
    while chunk := call.readframes({RATE // 50}):
        heard.write(chunk)
        threading.Event().wait({1 / 50 / _PACE})
"""


@dataclass(frozen=True)
class Sink:
    """Where sound goes: the command that plays a WAV file there, and all that was heard so far."""

    player: tuple[str, ...]
    heard: Callable[[], array[int]]


def sinks() -> tuple[str, ...]:
    """Return the sinks that this machine has."""
    return ("paced", "pulse") if shutil.which("pulseaudio") and shutil.which("parecord") else ("paced",)


@contextmanager
def open_sink(kind: str, folder: Path) -> Iterator[Sink]:
    """Open a sink; its files go to ``folder``."""
    raw = folder / "heard.raw"
    raw.touch()
    if kind == "paced":
        yield Sink((sys.executable, "-c", _PACED, str(raw)), lambda: _samples(raw))
        return
    with TemporaryDirectory(prefix="hall-") as short:  # the name of a socket has no room for a test's folder
        yield from _pulse(raw, Path(short))


def _pulse(raw: Path, folder: Path) -> Iterator[Sink]:
    server = f"unix:{folder / 'socket'}"
    modules = (
        f"module-native-protocol-unix socket={folder / 'socket'} auth-anonymous=1",
        f"module-null-sink sink_name=hall rate={RATE} channels=1 format=s16le",
    )
    loads = [word for module in modules for word in ("-L", module)]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    daemon = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
    record = ["parecord", f"--server={server}", "--raw", "-d", "hall.monitor", *_SHAPE, "--latency-msec=20"]
    with _running([*daemon, *loads], environment, None):
        _until(lambda: _answers(server, environment))
        with raw.open("wb") as file, _running(record, environment, file):
            _until(lambda: raw.stat().st_size > 0)
            yield Sink(("paplay", f"--server={server}"), lambda: _samples(raw))


def place_of(call: array[int], heard: array[int], after: int = 0) -> tuple[int, float]:
    """Return where in ``heard`` a call stands, from ``after`` on, and how alike they are there, 0 to 1.

    Pieces of the call say where it may stand; the correlation over its whole length says whether it does.
    """
    best = (-1, 0.0)
    text = heard.tobytes()
    for start in range(_ANCHOR, len(call) - _ANCHOR, _ANCHOR * 4):
        piece = call[start : start + _ANCHOR]
        if not any(piece):
            continue
        found = text.find(piece.tobytes(), 2 * (after + start))
        if found >= 0 and found % 2 == 0:
            place = found // 2 - start
            best = max(best, (place, alike(call, heard[place : place + len(call)])), key=lambda one: one[1])
            if best[1] > 0.99:
                break
    return best


def alike(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the normalised correlation of two stretches of sound."""
    if len(one) != len(other):
        return 0.0
    power = math.sqrt(sum(a * a for a in one) * sum(b * b for b in other))
    return sum(a * b for a, b in zip(one, other, strict=True)) / power if power else 0.0


def _answers(server: str, environment: dict[str, str]) -> bool:
    asked = subprocess.run(["pactl", f"--server={server}", "info"], env=environment, capture_output=True)
    return asked.returncode == 0


@contextmanager
def _running(command: list[str], environment: dict[str, str], output: IO[bytes] | None) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdin=quiet, stdout=output or quiet, stderr=quiet)
    try:
        yield
    finally:
        process.terminate()
        process.wait(_PATIENCE_S)


def _until(ready: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not ready():
        assert time.monotonic() < until, "the sink did not come up"
        threading.Event().wait(0.05)


def _samples(raw: Path) -> array[int]:
    data = raw.read_bytes()
    return array("h", data[: len(data) // 2 * 2])
