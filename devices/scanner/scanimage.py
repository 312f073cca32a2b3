"""SANE's ``scanimage`` as a subprocess: a driver that crashes or hangs does not take the program along."""

import contextlib
import os
import re
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import IO

POLL_S = 0.2
GRACE_S = 2.0  # between asking to stop and killing: a feeder wants to push its sheet out


class Outcome(IntEnum):
    """SANE's status codes, which are scanimage's exit codes, and what else can come of it."""

    GOOD = 0
    UNSUPPORTED = 1
    CANCELLED = 2
    BUSY = 3
    INVALID = 4
    EOF = 5
    JAMMED = 6
    NO_DOCUMENTS = 7
    COVER_OPEN = 8
    IO_ERROR = 9
    NO_MEMORY = 10
    DENIED = 11
    SILENT = 100
    CRASHED = 101


# sane_strstatus() in the C locale. The exit code alone is not enough: after an error the process may hang on its
# way out (seen with SANE 1.1.1's own test back end), and must be killed.
_MESSAGES = {
    "Operation was canceled": Outcome.CANCELLED,
    "Device busy": Outcome.BUSY,
    "Invalid argument": Outcome.INVALID,
    "Document feeder jammed": Outcome.JAMMED,
    "Document feeder out of documents": Outcome.NO_DOCUMENTS,
    "Scanner cover is open": Outcome.COVER_OPEN,
    "Error during device I/O": Outcome.IO_ERROR,
    "Out of memory": Outcome.NO_MEMORY,
    "Access to resource has been denied": Outcome.DENIED,
}
_SAID = re.compile(r"sane_(?:start|read): (.+)")
_PAGE = re.compile(r"Scanning page ([0-9]{1,6})\b")
_PROGRESS = re.compile(r"Progress: ([0-9]{1,3}(?:\.[0-9]*)?)%")
_LONGEST_LINE = 1 << 16
"""Bytes; a driver that never ends its line must not fill the memory."""
_OVER = "Batch terminated"


@dataclass(frozen=True, slots=True)
class Result:
    """How a run ended, and scanimage's last words (technical, English)."""

    outcome: Outcome
    detail: str


class ScanimageRun:
    """One run of scanimage. ``lines`` yields what it prints on standard output, as it comes."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        silent_s: float,
        on_progress: Callable[[int, float], None] | None = None,
    ) -> None:
        """Start it; ``on_progress`` is told, while ``lines`` reads, of the page under way (from 1) and its share."""
        self._silent_s = silent_s
        self._progress = on_progress
        self._page = 0
        self._share = -1.0
        self._said = ""
        self._status: Outcome | None = None
        self._over_at: float | None = None
        self._timed_out = False
        self._stopping_at: float | None = None
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **environment, "LC_ALL": "C"},
            # A group of its own: drivers start programs too, and Ctrl+C in a terminal is not for them.
            start_new_session=True,
        )

    def lines(self) -> Iterator[str]:
        """Yield the lines of standard output until the process ends, is silent for too long, or was stopped."""
        out, errors = self._process.stdout, self._process.stderr
        if out is None or errors is None:
            return
        kept = {out: b"", errors: b""}
        heard = time.monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(out, selectors.EVENT_READ)
            selector.register(errors, selectors.EVENT_READ)
            while selector.get_map() and not self._given_up(heard):
                for key, _ in selector.select(POLL_S):
                    stream: IO[bytes] = out if key.fileobj is out else errors
                    data = os.read(stream.fileno(), 65_536)
                    if not data:
                        selector.unregister(stream)
                        continue
                    *whole, kept[stream] = re.split(rb"[\r\n]", kept[stream] + data)
                    kept[stream] = kept[stream][-_LONGEST_LINE:]
                    texts = [line.decode("utf-8", "replace") for line in whole if line]
                    if stream is out:
                        yield from texts
                    else:
                        self._note(texts)
                    heard = time.monotonic()

    def _note(self, texts: Sequence[str]) -> None:
        for text in texts:
            if self._note_progress(text):
                continue
            if found := _SAID.search(text):
                self._status = _MESSAGES.get(found[1].strip(), Outcome.IO_ERROR)
            if text.startswith(_OVER):
                self._over_at = time.monotonic()
            elif not text.startswith("Scann"):
                self._said = text[:200]

    def _note_progress(self, text: str) -> bool:
        """Tell how far the page is, once a hundredth; return whether the line was about that."""
        if found := _PAGE.match(text):
            self._page, self._share = int(found[1]), -1.0
            self._tell(0.0)
        elif found := _PROGRESS.match(text):
            self._tell(min(1.0, float(found[1]) / 100))
        return found is not None

    def _tell(self, share: float) -> None:
        if self._progress is None or not (share - self._share >= 0.01 or share == 1.0 > self._share):
            return
        self._share = share
        self._progress(max(1, self._page), share)

    def _given_up(self, heard: float) -> bool:
        now = time.monotonic()
        if self._stopping_at is not None:
            return now - self._stopping_at > GRACE_S
        if self._over_at is not None:
            return now - self._over_at > GRACE_S
        self._timed_out = now - heard > self._silent_s
        return self._timed_out

    def stop(self) -> None:
        """Ask it to stop, as Ctrl+C does; from any thread. ``lines`` ends soon after, at the latest by force."""
        self._stopping_at = time.monotonic()
        self._signal("SIGINT")

    def finish(self) -> Result:
        """Wait for the end, by force if need be, and say how it was."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            if not self._timed_out and self._stopping_at is None:
                self._process.wait(GRACE_S)
        killed = self._process.poll() is None
        self._signal("SIGKILL")  # the whole group, with whatever the driver started
        code = self._process.wait()
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        return Result(self._outcome(code, killed), self._said)

    def _outcome(self, code: int, killed: bool) -> Outcome:
        if self._timed_out:
            return Outcome.SILENT
        if self._status is not None:
            return self._status
        if killed:
            return Outcome.SILENT
        if code < 0:
            return Outcome.CRASHED
        try:
            return Outcome(code)
        except ValueError:
            return Outcome.CRASHED

    def _signal(self, name: str) -> None:
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(self._process.pid, getattr(signal, name))
            elif self._process.poll() is None:
                self._process.kill()
