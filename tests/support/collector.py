"""A monitoring centre's collector on loopback: real sockets, syslog frames counted out of the stream."""

import contextlib
import datetime
import ipaddress
import socket
import ssl
import struct
import threading
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_MARGIN = datetime.timedelta(days=1)


class CollectorServer:
    """Takes TCP (or TLS) connections one after another and keeps every whole message.

    The first connections are cut off, without a word, after so many bytes as ``cuts`` says.
    """

    def __init__(self, port: int = 0, cuts: tuple[int, ...] = (), context: ssl.SSLContext | None = None) -> None:
        self.messages: list[str] = []
        self.connections = 0
        self._cuts = list(cuts)
        self._context = context
        self._ending = threading.Event()
        self._listener = self._open = socket.create_server(("127.0.0.1", port))
        if cuts:  # so small a window that what is cut off was never taken by this end's system
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        self._thread = threading.Thread(target=self._serve, name="collector")
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> "CollectorServer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._ending.set()
        for one in (self._open, self._listener):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._ending.is_set():
            with contextlib.suppress(OSError):
                raw, _ = self._listener.accept()
                self.connections += 1
                self._take(raw)

    def _take(self, raw: socket.socket) -> None:
        most = self._cuts.pop(0) if self._cuts else None
        if most is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line = raw
        self._open = raw
        try:
            if self._context is not None:
                line = self._open = self._context.wrap_socket(raw, server_side=True)
            if not self._ending.is_set():
                self._read(line, most)
        finally:
            line.close()
            raw.close()

    def _read(self, line: socket.socket, most: int | None) -> None:
        kept = b""
        taken = 0
        while (most is None or taken < most) and (some := line.recv(4096 if most is None else min(4096, most - taken))):
            taken += len(some)
            kept = self._frames(kept + some)

    def _frames(self, kept: bytes) -> bytes:
        while b" " in kept:
            length, _, rest = kept.partition(b" ")
            if len(rest) < int(length):
                break
            self.messages.append(rest[: int(length)].decode())
            kept = rest[int(length) :]
        return kept


def certificate(folder: Path, name: str = "127.0.0.1") -> tuple[ssl.SSLContext, Path]:
    """A server's context with a certificate of its own making, and the file by which a client trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "collector")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _MARGIN)
        .not_valid_after(now + _MARGIN)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    trusted, private = folder / "collector.pem", folder / "collector.key"
    trusted.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(trusted, private)
    return context, trusted
