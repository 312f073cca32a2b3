"""Sends the security record to the province's monitoring centre: CEF lines over syslog, by UDP, TCP or TLS.

The table is the queue: what was not sent is a row that says so, hence nothing is lost by a restart, by months without a
collector, or by a line that breaks. A syslog collector answers nothing; over TCP an event counts as sent when the other
end's system has acknowledged every byte (where this system tells) and has not closed. What was under way when the line
broke goes again, so a collector may see an event twice: ``externalId`` tells.
"""

import logging
import select
import socket
import ssl
import sys
import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from urllib.parse import urlsplit

from counter_app import __version__
from counter_app.domain.cef import syslog_line
from counter_app.domain.security_facts import SecurityEvent
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.store import security_events

log = logging.getLogger(__name__)

_PORTS = {"udp": 514, "tcp": 514, "tls": 6514}
_BATCH = 200
_PATIENCE_S = 5.0
_LOOK_S = 5.0
_LONGEST_WAIT_S = 300.0
_LONGEST_DATAGRAM = 8192


@dataclass(frozen=True, slots=True)
class Collector:
    """Where a monitoring centre listens; ``ca`` is a file of certificates for TLS, empty for the system's own."""

    scheme: str
    host: str
    port: int
    ca: str = ""

    @property
    def address(self) -> str:
        """As it is written in the settings."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Forwarding:
    """How the sending stands: the collector's address (empty: none is set), how many events wait, what is wrong."""

    address: str
    waiting: int
    fault: Code | None = None
    sent_at: datetime | None = None


def collector_of(text: str, ca: str = "") -> Collector | None:
    """Read ``tcp://host:514``, ``udp://…`` or ``tls://…``; None for an empty text. Raises SYSLOG_ADDRESS."""
    if not text.strip():
        return None
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise CounterError(Code.SYSLOG_ADDRESS, address=text) from error
    plain = not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)
    if parts.scheme not in _PORTS or not parts.hostname or port == 0 or not plain:
        raise CounterError(Code.SYSLOG_ADDRESS, address=text)
    return Collector(parts.scheme, parts.hostname, port or _PORTS[parts.scheme], ca)


class SyslogForwarder:
    """Sends on a thread of its own; without a collector there is none. ``close`` it."""

    def __init__(self, journal: Journal, look_s: float = _LOOK_S) -> None:
        self._journal = journal
        self._look_s = look_s
        self._lock = threading.Lock()
        self._running: _Sending | None = None

    def forward_to(self, collector: Collector | None) -> None:
        """Send there from now on, or nowhere; blocks for a moment while the sending before ends."""
        with self._lock:
            if self._running is not None:
                self._running.close()
            self._running = _Sending(self._journal, collector, self._look_s) if collector else None

    def status(self) -> Forwarding:
        """How it stands; reads the table, so call it off the main thread."""
        with self._journal.database.read() as connection:
            waiting = security_events.count_waiting(connection)
        running = self._running
        if running is None:
            return Forwarding("", waiting)
        return Forwarding(running.collector.address, waiting, running.fault, running.sent_at)

    def close(self) -> None:
        """End the sending; what waits is sent after the next start."""
        self.forward_to(None)


class _Sending:
    """One collector's thread: looks for what waits, sends it in order, and waits ever longer where it cannot."""

    def __init__(self, journal: Journal, collector: Collector, look_s: float) -> None:
        self.collector = collector
        self.fault: Code | None = None
        self.sent_at: datetime | None = None
        self._journal = journal
        self._look_s = look_s
        self._line = _line(collector)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="syslog", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        self._line.cut()
        self._thread.join()

    def _run(self) -> None:
        pause = 0.0
        with closing(self._line):
            while not self._closing.wait(pause):
                pause = self._look_s if self._send_what_waits() else min(max(self._look_s, 2 * pause), _LONGEST_WAIT_S)

    def _send_what_waits(self) -> bool:
        """Send batch after batch; False when it could not."""
        try:
            while not self._closing.is_set() and self._send_batch():
                self.sent_at = self._journal.clock.now()
            self._tell(None)
        except ssl.SSLCertVerificationError:
            self._tell(Code.SYSLOG_CERTIFICATE)
        except (OSError, ValueError) as error:  # ValueError: a host that can be no name, as "a..b"
            log.debug("event=syslog_line_broke error=%s errno=%s", type(error).__name__, getattr(error, "errno", None))
            self._tell(Code.SYSLOG_AWAY)
        except CounterError as error:  # a full disk: sent and not marked, so it goes again
            self._tell(error.code)
        if self.fault is not None:
            self._line.close()
        return self.fault is None

    def _send_batch(self) -> bool:
        """Send the oldest that wait; False when there is none."""
        database = self._journal.database
        with database.read() as connection:
            batch = security_events.waiting(connection, _BATCH)
        if not batch:
            return False
        self._line.send([self._message(event) for event in batch])
        with database.write() as connection:
            security_events.mark_sent(connection, batch[-1].id)
        return True

    def _message(self, event: SecurityEvent) -> bytes:
        return syslog_line(event, self._journal.key.station, __version__)

    def _tell(self, fault: Code | None) -> None:
        if fault is not self.fault and not self._closing.is_set():
            log.info("event=syslog address=%r fault=%s", self.collector.address, fault.value if fault else "none")
        self.fault = fault


class _UdpLine:
    """One datagram a message; nobody knows whether it arrives."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._socket: socket.socket | None = None

    def send(self, messages: list[bytes]) -> None:
        """Send each. Raises OSError."""
        if self._socket is None:
            host = (self._collector.host, self._collector.port)
            family, kind, protocol, _, address = socket.getaddrinfo(*host, type=socket.SOCK_DGRAM)[0]
            self._socket = socket.socket(family, kind, protocol)
            self._socket.settimeout(_PATIENCE_S)
            self._socket.connect(address)
        for message in messages:
            self._socket.send(message[:_LONGEST_DATAGRAM])

    def cut(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None


class _StreamLine:
    """TCP or TLS; each message behind its length (octet counting, RFC 6587 3.4.1 and RFC 5425)."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._socket: socket.socket | None = None
        self._was_cut = False

    def send(self, messages: list[bytes]) -> None:
        """Send all, and wait until the other end's system has them. Raises OSError."""
        if self._socket is None:
            self._socket = self._connected()
        self._socket.sendall(b"".join(b"%d %b" % (len(message), message) for message in messages))
        _wait_until_taken(self._socket)

    def cut(self) -> None:
        """Let whoever connects or sends come back with an error; from any thread."""
        self._was_cut = True
        line = self._socket
        if line is not None:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _connected(self) -> socket.socket:
        collector, fault = self._collector, OSError("no address")
        trusting = _trusting(collector.ca) if collector.scheme == "tls" else None
        for *kind, _, address in socket.getaddrinfo(collector.host, collector.port, type=socket.SOCK_STREAM):
            self._socket = line = socket.socket(*kind)
            line.settimeout(_PATIENCE_S)
            try:
                if self._was_cut:
                    raise ConnectionAbortedError("closing")
                line.connect(address)
                return trusting.wrap_socket(line, server_hostname=collector.host) if trusting else line
            except OSError as error:
                self._socket, fault = None, error
                line.close()
        raise fault


def _line(collector: Collector) -> _UdpLine | _StreamLine:
    return _UdpLine(collector) if collector.scheme == "udp" else _StreamLine(collector)


def _wait_until_taken(line: socket.socket) -> None:
    """Wait for the acknowledgement of every byte, and see that the line stands. Raises OSError."""
    deadline = monotonic() + _PATIENCE_S
    while _unacknowledged(line) > 0:
        if monotonic() > deadline:
            raise TimeoutError("not acknowledged")
        if select.select([line], [], [], 0.02)[0]:
            _see_that_it_stands(line)
    _see_that_it_stands(line)


def _unacknowledged(line: socket.socket) -> int:
    """Bytes of a socket that the other end's system has not acknowledged; 0 where this system does not tell."""
    if sys.platform != "linux":
        return 0
    import fcntl
    import termios

    answer = fcntl.ioctl(line.fileno(), termios.TIOCOUTQ, b"\0\0\0\0")
    return int.from_bytes(answer, sys.byteorder)


def _see_that_it_stands(line: socket.socket) -> None:
    """A collector never speaks: what can be read is the end of the line. Raises OSError."""
    line.setblocking(False)
    try:
        if line.recv(1) == b"":
            raise ConnectionResetError("closed by the collector")
    except (BlockingIOError, ssl.SSLWantReadError):
        pass
    finally:
        line.settimeout(_PATIENCE_S)


def _trusting(ca: str) -> ssl.SSLContext:
    """Who may have signed the collector's certificate. Raises CA_FILE_INVALID."""
    try:
        return ssl.create_default_context(cafile=ca or None)
    except (OSError, ssl.SSLError) as error:
        raise CounterError(Code.CA_FILE_INVALID, path=ca) from error
