"""A ticket printer that is not there: it listens on TCP, speaks ESC/POS, and shows its tickets as pictures."""

import logging
import selectors
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from counter_app.ports import DeviceKind
from devices.printer.virtual_paper import Paper
from devices.settings import DeviceSettings, TransportKind

log = logging.getLogger(__name__)

OUTPUT_TRAY = 50  # the last tickets are kept
SLOW_BYTES = 1024


@dataclass
class PrinterFaults:
    """What the virtual printer is made to do; set at any time, from any thread."""

    paper_low: bool = False
    cover_open: bool = False
    cutter: bool = False
    silent: bool = False  # receives and prints, answers nothing
    garbage: bool = False  # answers nonsense
    slow_s: float = 0.0  # the pause after each kilobyte
    drop_after: int | None = None  # hangs up after so many more bytes


@dataclass
class _Line:
    """One connection: its socket, and the last bytes, as DLE EOT may be split between two reads."""

    socket: socket.socket
    tail: bytes = b""


class VirtualPrinter:
    """A printer on a port of this machine. Like real ones it holds data while paper is out and prints it later."""

    def __init__(self, *, width: int = 576, port: int = 0) -> None:
        self.faults = PrinterFaults()
        self.bytes_received = 0
        self.tickets: deque[Image.Image] = deque(maxlen=OUTPUT_TRAY)
        self._width = width
        self._lock = threading.RLock()
        self._paper = Paper(width, self._ticket_cut, self._reply)
        self._listeners: list[Callable[[Image.Image], None]] = []
        self._current: _Line | None = None
        self._listener = socket.create_server(("127.0.0.1", port))
        self._woken, self._waker = socket.socketpair()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="virtual-printer", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Return host:port."""
        host, port = self._listener.getsockname()
        return f"{host}:{port}"

    def settings(self, name: str = "virtual-printer") -> DeviceSettings:
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

    def take_paper(self, after_rows: int = 0) -> None:
        """Let the paper run out, now or after so many more rows."""
        with self._lock:
            self._paper.rows_left = after_rows or None
            self._paper.loaded = after_rows > 0

    def load_paper(self) -> None:
        """Put in a new roll; what was held is printed."""
        with self._lock:
            self._paper.load()

    def close(self) -> None:
        """Hang up and stop listening."""
        self._closing.set()
        self._waker.send(b"!")
        self._thread.join()
        for line in (self._listener, self._woken, self._waker):
            line.close()

    def _ticket_cut(self, picture: Image.Image) -> None:
        self.tickets.append(picture)
        for told in self._listeners:
            told(picture)

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while not self._closing.is_set():
                for key, _ in selector.select():
                    self._turn(selector, key)
            for key in list(selector.get_map().values()):
                if isinstance(key.data, _Line):
                    key.data.socket.close()

    def _turn(self, selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
        if key.fileobj is self._listener:
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
            self._answer_at_once(line, data)
            self._paper.feed(data)
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
        # Zero linger sends a reset, as a printer does whose plug is pulled and put back.
        line.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return True

    def _answer_at_once(self, line: _Line, data: bytes) -> None:
        """Answer each DLE EOT as it comes in, even inside a raster: real printers do not look where it stands."""
        text = line.tail + data
        at = text.find(b"\x10\x04")
        while at >= 0 and at + 2 < len(text):
            if text[at + 2] in {1, 2, 3, 4}:
                self._reply(bytes([self._status(text[at + 2])]))
            at = text.find(b"\x10\x04", at + 2)
        line.tail = next((end for end in (b"\x10\x04", b"\x10") if text.endswith(end)), b"")

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
