"""A serial port that is not there, for the virtual keypad and reader. Linux and macOS only."""

import contextlib
import os
import select
import shutil
import tempfile
import threading
import time
import tty
from dataclasses import dataclass
from pathlib import Path

FULL_S = 5.0


@dataclass
class LineFaults:
    """What a virtual serial device is made to do; set at any time, from any thread."""

    mute: bool = False  # it is there, and says nothing
    slow_s: float = 0.0  # the pause before each byte
    drop_after: int | None = None  # the plug slips out after so many more bytes, and in again


class PseudoTerminal:
    """The device's end of a pseudo-terminal; the program opens ``port`` as it opens a serial port.

    ``port`` is the same after ``unplug`` and ``plug``, as a port of udev's by-id folder is.
    """

    def __init__(self) -> None:
        self.faults = LineFaults()
        self._folder = Path(tempfile.mkdtemp(prefix="virtual-line-"))
        self._link = self._folder / "tty"
        self._lock = threading.Lock()
        self._open = False
        self._slow: list[threading.Thread] = []
        self.plug()

    @property
    def port(self) -> str:
        """Return the path of the serial port, there while it is plugged in."""
        return str(self._link)

    def plug(self) -> None:
        """Plug in; harmless when it is."""
        with self._lock:
            if self._open:
                return
            self._ours, self._theirs = os.openpty()
            # Our own hold on the other end keeps what is sent from being lost while nobody has it open.
            tty.setraw(self._theirs)
            os.set_blocking(self._ours, False)
            self._link.symlink_to(os.ttyname(self._theirs))
            self._open = True

    def unplug(self) -> None:
        """Pull the plug: whoever reads gets the end of it; harmless when it is out."""
        with self._lock:
            if self._open:
                self._open = False
                self._link.unlink()
                os.close(self._theirs)
                os.close(self._ours)

    def send(self, data: bytes) -> None:
        """Send bytes as the device would; while it is unplugged or mute they are lost. A slow one sends them later."""
        if self.faults.mute:
            return
        if self.faults.slow_s:
            slow = threading.Thread(target=self._send_slowly, args=(data, self.faults.slow_s), name="virtual-line")
            self._slow.append(slow)
            slow.start()
        else:
            self._send(data)

    def received(self) -> bytes:
        """Return what the program sent and nobody has taken yet."""
        data = b""
        with self._lock:
            while self._open and select.select([self._ours], [], [], 0)[0]:
                data += os.read(self._ours, 4096)
        return data

    def close(self) -> None:
        """Unplug for good."""
        self.unplug()
        for slow in self._slow:
            slow.join()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _send_slowly(self, data: bytes, pause: float) -> None:
        for at in range(len(data)):
            time.sleep(pause)
            if not self._send(data[at : at + 1]):
                return

    def _send(self, data: bytes) -> bool:
        """Send; False when the rest was lost."""
        left = self.faults.drop_after
        if left is not None and left <= len(data):
            self.faults.drop_after = None
            self._send_whole(data[:left])
            self.unplug()
            self.plug()
            return False
        if left is not None:
            self.faults.drop_after = left - len(data)
        return self._send_whole(data)

    def _send_whole(self, data: bytes) -> bool:
        deadline = time.monotonic() + FULL_S
        while data and time.monotonic() < deadline:
            with self._lock:
                if not self._open:
                    return False
                with contextlib.suppress(BlockingIOError):
                    data = data[os.write(self._ours, data) :]
            if data:
                time.sleep(0.001)  # the program reads more slowly than the device sends
        return not data


class VirtualLine:
    """A device that is not there, at the end of a pseudo-terminal: where to open it, and how to break it."""

    def __init__(self) -> None:
        self._terminal = PseudoTerminal()

    @property
    def port(self) -> str:
        """Return the serial port to open."""
        return self._terminal.port

    @property
    def faults(self) -> LineFaults:
        """Return what it is made to do."""
        return self._terminal.faults

    def unplug(self) -> None:
        """Pull the plug."""
        self._terminal.unplug()

    def plug(self) -> None:
        """Put the plug back in."""
        self._terminal.plug()

    def close(self) -> None:
        """Unplug for good."""
        self._terminal.close()
