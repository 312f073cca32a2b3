"""Recording from the microphone by a program of the system: parecord, pw-record or arecord."""

from __future__ import annotations

import shutil
import subprocess
import threading
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

from counter_app.errors import Code, DeviceError
from devices.speaker.players import SOUND_CARDS, has_card
from devices.speaker.samples import from_raw, peak

RATE = 44_100
LONGEST_S = 8.0
"""A recording ends by itself after this: a clip is one word."""
_CHUNK = RATE // 20 * 2
_JOIN_S = 3.0
PROGRAMS: Sequence[tuple[str, ...]] = (
    ("parecord", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=40"),
    ("pw-record", "--format=s16", f"--rate={RATE}", "--channels=1", "-"),
    ("arecord", "-q", "-t", "raw", "-f", "S16_LE", "-r", str(RATE), "-c", "1"),
)


class Recorder:
    """One recording at a time. ``command`` writes raw samples to its output; None: this machine cannot record."""

    def __init__(self, command: Sequence[str] | None) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._taken = bytearray()
        self._level = 0.0
        self._closed = False

    @property
    def ready(self) -> bool:
        """Whether this machine has a program that records; whether it has a microphone only recording tells."""
        return self._command is not None

    @property
    def level(self) -> float:
        """How loud it is just now, 0 to 1."""
        return self._level

    @property
    def running(self) -> bool:
        """Whether it is recording; it ends by itself when the program ends or the time is up."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def seconds(self) -> float:
        """How long the recording is so far."""
        return len(self._taken) / 2 / RATE

    def start(self) -> None:
        """Begin; a recording under way is thrown away. Raises RECORDER_ABSENT."""
        self.cancel()
        if self._command is None or self._closed:
            raise DeviceError(Code.RECORDER_ABSENT)
        try:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            raise DeviceError(Code.RECORDER_ABSENT) from None
        self._taken = bytearray()
        self._thread = threading.Thread(target=self._run, args=(self._process,), name="recorder", daemon=True)
        self._thread.start()

    def stop(self) -> array[int]:
        """End, and return what was recorded in the bank's rate. Raises RECORDER_ABSENT when nothing came at all."""
        self._end()
        taken, self._taken = bytes(self._taken), bytearray()
        if not taken:
            raise DeviceError(Code.RECORDER_ABSENT)
        return from_raw(taken, RATE)

    def cancel(self) -> None:
        """End, and throw away what was recorded."""
        self._end()
        self._taken = bytearray()

    def close(self) -> None:
        """End for good."""
        self._closed = True
        self.cancel()

    def _run(self, process: subprocess.Popen[bytes]) -> None:
        output = process.stdout
        while output is not None and len(self._taken) < LONGEST_S * RATE * 2 and (chunk := output.read(_CHUNK)):
            self._taken.extend(chunk)
            self._level = peak(array("h", chunk[: len(chunk) // 2 * 2]))
        self._level = 0.0
        process.terminate()

    def _end(self) -> None:
        process, thread = self._process, self._thread
        self._process = self._thread = None
        if process is None or thread is None:
            return
        process.terminate()
        thread.join(_JOIN_S)
        try:
            process.wait(_JOIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            thread.join(_JOIN_S)
        if process.stdout is not None:
            process.stdout.close()


def system_recorder(cards: Path = SOUND_CARDS, which: Callable[[str], str | None] = shutil.which) -> Recorder:
    """Return the way this machine has to record."""
    for command in PROGRAMS:
        if which(command[0]) and (command[0] != "arecord" or has_card(cards)):
            return Recorder(command)
    return Recorder(None)
