"""A ticket printer that is not there: it listens on TCP, speaks ESC/POS, and shows its tickets as pictures."""

import logging
import re
import selectors
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PIL import Image

from counter_app.ports import DeviceKind
from devices.printer.escpos import CLEAR, CLEARED
from devices.printer.letters import CodePage
from devices.printer.virtual_paper import Paper
from devices.settings import DeviceSettings, TransportKind

log = logging.getLogger(__name__)

NO_PAGES: Mapping[int, CodePage] = MappingProxyType({})
_AT_ONCE = re.compile(rb"\x10\x04[\x01-\x04]|" + re.escape(CLEAR), re.DOTALL)
OUTPUT_TRAY = 50  # the last tickets are kept
SLOW_BYTES = 1024
PLUG_S = 5.0


@dataclass
class PrinterFaults:
    """What the virtual printer is made to do; set at any time, from any thread."""

    paper_low: bool = False
    cover_open: bool = False
    cutter: bool = False
    silent: bool = False  # receives and prints, answers and tells nothing
    garbage: bool = False  # answers nonsense
    slow_s: float = 0.0  # the pause after each kilobyte
    drop_after: int | None = None  # hangs up after so many more bytes
    changed: Callable[[], None] | None = field(default=None, repr=False, compare=False)

    def __setattr__(self, name: str, value: object) -> None:
        """Set a fault, and have the printer notice it."""
        object.__setattr__(self, name, value)
        changed: Callable[[], None] | None = getattr(self, "changed", None)
        if name != "changed" and changed is not None:
            changed()


@dataclass
class _Line:
    """One connection: its socket, the last bytes, as DLE EOT may be split between two reads, and what GS a told."""

    socket: socket.socket
    tail: bytes = b""
    pushes: bool = False
    pushed: bytes = b""


def _reset(line: socket.socket) -> None:
    """Have a socket closed with a reset, as a printer's is whose plug is pulled and put back: linger for nothing."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _begins(text: bytes) -> bool:
    """Say whether a real-time command may begin with this."""
    return CLEAR.startswith(text) or text == b"\x10\x04"


class VirtualPrinter:
    """A printer on a port of this machine. Like real ones it holds data while paper is out and prints it later.

    ``clears``: it can be told to forget what it holds (DLE DC4), as dear ones can; ``asks``: it answers DLE EOT;
    ``pages``: the Vietnamese code pages that it has.
    """

    def __init__(
        self,
        *,
        width: int = 576,
        port: int = 0,
        clears: bool = False,
        asks: bool = True,
        pages: Mapping[int, CodePage] = NO_PAGES,
    ) -> None:
        self.faults = PrinterFaults()
        self.bytes_received = 0
        self.tickets: deque[Image.Image] = deque(maxlen=OUTPUT_TRAY)
        self._width = width
        self._clears = clears
        self._asks = asks
        self._lock = threading.RLock()
        self._paper = Paper(width, self._ticket_cut, self._reply, self._push_wanted, pages)
        self._listeners: list[Callable[[Image.Image], None]] = []
        self._current: _Line | None = None
        self._listener: socket.socket | None = socket.create_server(("127.0.0.1", port))
        self._at: tuple[str, int] = self._listener.getsockname()
        self._wanted = True  # that it is plugged in
        self._turned = threading.Condition()
        self._woken, self._waker = socket.socketpair()
        self._closing = threading.Event()
        self.faults.changed = self._state_changed
        self._thread = threading.Thread(target=self._run, name="virtual-printer", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Return host:port."""
        host, port = self._at
        return f"{host}:{port}"

    def settings(self, name: str = "Máy in ảo") -> DeviceSettings:
        """Return the settings that reach this printer."""
        return DeviceSettings(DeviceKind.PRINTER, name, TransportKind.TCP, self.address, width=self._width)

    def on_ticket(self, told: Callable[[Image.Image], None]) -> None:
        """Tell ``told`` of each ticket that is cut, as a black-and-white picture; on the thread that printed it."""
        self._listeners.append(told)

    @property
    def held_bytes(self) -> int:
        """Return how many received bytes wait for paper."""
        with self._lock:
            return len(self._paper.held)

    @property
    def unknown_bytes(self) -> int:
        """Return how many bytes were no command that it knows."""
        with self._lock:
            return self._paper.unknown_bytes

    @property
    def text(self) -> tuple[str, ...]:
        """Return the lines that were printed in its own letters."""
        with self._lock:
            return tuple(self._paper.text)

    @property
    def drawer_kicks(self) -> int:
        """Return how often the drawer was opened."""
        with self._lock:
            return self._paper.kicks

    def take_paper(self, after_rows: int = 0) -> None:
        """Let the paper run out, now or after so many more rows."""
        with self._lock:
            self._paper.rows_left = after_rows or None
            self._paper.loaded = after_rows > 0
            self._tell_change()

    def load_paper(self) -> None:
        """Put in a new roll; what was held is printed."""
        with self._lock:
            self._paper.load()
            self._tell_change()

    def unplug(self) -> None:
        """Pull the plug: the connection breaks, what was held is forgotten, nobody answers; harmless when it is out."""
        self._turn_plug(on=False)

    def plug(self) -> None:
        """Put the plug back in: it listens where it did."""
        self._turn_plug(on=True)

    def _turn_plug(self, *, on: bool) -> None:
        with self._turned:
            self._wanted = on
            self._waker.send(b"!")
            self._turned.wait_for(lambda: (self._listener is not None) is on, PLUG_S)

    def close(self) -> None:
        """Hang up and stop listening."""
        self._closing.set()
        self._waker.send(b"!")
        self._thread.join()
        for line in (self._listener, self._woken, self._waker):
            if line is not None:
                line.close()

    def _ticket_cut(self, picture: Image.Image) -> None:
        self.tickets.append(picture)
        for told in self._listeners:
            told(picture)

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector:
            if self._listener is not None:
                selector.register(self._listener, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while not self._closing.is_set():
                for key, _ in selector.select():
                    self._turn(selector, key)
                self._follow_plug(selector)
            for key in list(selector.get_map().values()):
                if isinstance(key.data, _Line):
                    key.data.socket.close()

    def _follow_plug(self, selector: selectors.BaseSelector) -> None:
        with self._turned:
            if self._wanted and self._listener is None:
                self._listener = socket.create_server(self._at)
                selector.register(self._listener, selectors.EVENT_READ)
            elif not self._wanted and self._listener is not None:
                self._go_dark(selector, self._listener)
                self._listener = None
            self._turned.notify_all()

    def _go_dark(self, selector: selectors.BaseSelector, listener: socket.socket) -> None:
        selector.unregister(listener)
        listener.close()
        for key in list(selector.get_map().values()):
            if isinstance(key.data, _Line):
                selector.unregister(key.data.socket)
                _reset(key.data.socket)
                key.data.socket.close()
        with self._lock:
            self._current = None
            self._paper.forget()

    def _turn(self, selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
        if key.fileobj is self._woken:
            self._woken.recv(64)
        elif self._listener is not None and key.fileobj is self._listener:
            line = _Line(self._listener.accept()[0])
            selector.register(line.socket, selectors.EVENT_READ, line)
        elif isinstance(key.data, _Line) and not self._receive(key.data):
            selector.unregister(key.data.socket)
            key.data.socket.close()

    def _receive(self, line: _Line) -> bool:
        """Take what came; False when the connection is over."""
        size = SLOW_BYTES if self.faults.slow_s else 65_536
        if self.faults.drop_after is not None:
            size = max(1, min(size, self.faults.drop_after))
        try:
            data = line.socket.recv(size)
        except OSError:
            return False
        if not data:
            return False
        with self._lock:
            self.bytes_received += len(data)
            self._current = line
            self._paper.feed(self._answer_at_once(line, data))
            self._tell_change()
        if self.faults.slow_s:
            self._closing.wait(self.faults.slow_s)
        return not self._drops(line, len(data))

    def _drops(self, line: _Line, received: int) -> bool:
        if self.faults.drop_after is None:
            return False
        self.faults.drop_after -= received
        if self.faults.drop_after > 0:
            return False
        self.faults.drop_after = None
        _reset(line.socket)
        return True

    def _answer_at_once(self, line: _Line, data: bytes) -> bytes:
        """Do each real-time command as it comes in, even inside a raster: real printers do not look where it stands.

        Returns what is left to print.
        """
        text = line.tail + data
        for found in _AT_ONCE.finditer(text):
            if found[0] == CLEAR:
                if self._clears:
                    self._paper.forget()
                    self._reply(CLEARED)
                    data = text[found.end() :]
            elif self._asks:
                self._reply(bytes([self._status(found[0][2])]))
        line.tail = next((text[-size:] for size in range(len(CLEAR) - 1, 0, -1) if _begins(text[-size:])), b"")
        return data

    def _push_wanted(self, wanted: int) -> None:
        line = self._current
        if line is not None:
            line.pushes, line.pushed = bool(wanted), b""
            self._tell_change()

    def _state_changed(self) -> None:
        with self._lock:
            self._tell_change()

    def _tell_change(self) -> None:
        """Push the four bytes of GS a where they are wanted and something changed."""
        line, frame = self._current, self._frame()
        if line is not None and line.pushes and line.pushed != frame:
            line.pushed = frame
            self._reply(frame)

    def _frame(self) -> bytes:
        pages = [self._status(page) & ~0x12 for page in (1, 2, 3, 4)]
        first = 0x10 | pages[0] | (0x20 if pages[1] & 0x04 else 0)
        third = (0x03 if pages[3] & 0x0C else 0) | (0x0C if pages[3] & 0x60 else 0)
        return bytes([first, pages[2], third, 0x0F])

    def _status(self, page: int) -> int:
        faults, out = self.faults, not self._paper.loaded
        stopped = out or faults.cover_open or faults.cutter
        bits = {
            1: 0x08 if stopped else 0,
            2: (0x04 if faults.cover_open else 0) | (0x20 if out else 0) | (0x40 if faults.cutter else 0),
            3: 0x08 if faults.cutter else 0,
            4: (0x60 if out else 0) | (0x0C if out or faults.paper_low else 0),
        }
        return 0x12 | bits[page]

    def _reply(self, answer: bytes) -> None:
        line = self._current
        if line is None or self.faults.silent:
            return
        try:
            line.socket.send(b"\xff\x80\xfe" if self.faults.garbage else answer)
        except OSError:
            log.debug("event=virtual_printer_reply_lost")
