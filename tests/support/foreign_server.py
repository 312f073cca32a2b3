"""Servers that are not ours, or not of our version: a page of somebody else, an older province, one behind TLS."""

import datetime as dt
import hashlib
import http.client
import http.server
import ipaddress
import json
import socket
import ssl
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_HOPS = ("connection", "proxy-connection", "transfer-encoding", "content-length", "server", "date")


class Answering(http.server.BaseHTTPRequestHandler, ABC):
    """Answers every request alike; a subclass says how."""

    protocol_version = "HTTP/1.1"

    @abstractmethod
    def answer(self, body: bytes) -> None:
        """Answer one request."""

    def reply(self, status: int, content: bytes = b"", headers: Mapping[str, str] | None = None) -> None:
        """Send an answer."""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _do(self) -> None:
        self.answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    do_GET = do_POST = do_PUT = do_HEAD = do_PATCH = do_CONNECT = _do  # noqa: N815 - the library's names


class _Server(http.server.ThreadingHTTPServer):
    """Shakes hands in the connection's own thread, where one that fails is closed."""

    daemon_threads = False
    context: ssl.SSLContext | None = None

    def get_request(self) -> tuple[socket.socket, Any]:
        asked, address = super().get_request()
        if self.context is not None:
            asked = self.context.wrap_socket(asked, server_side=True, do_handshake_on_connect=False)
        return asked, address

    def handle_error(self, *_arguments: object) -> None:
        """Say nothing: a handshake that is refused is what is tested."""


@contextmanager
def serving(handler: type[Answering], tls: Path | None = None) -> Iterator[int]:
    """Serve on a port of the loopback, with the certificate and key in ``tls`` if there is one."""
    server = _Server(("127.0.0.1", 0), handler)
    if tls is not None:
        server.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.context.load_cert_chain(tls)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), name="foreign-server")
    thread.start()
    try:
        yield int(server.server_port)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class CaptivePage(Answering):
    """Sends everybody to its own page."""

    def answer(self, body: bytes) -> None:
        """Redirect."""
        self.reply(302, b"<html>log in</html>", {"Location": "http://login.example/"})


def province_of(protocol: int) -> "type[OtherProvince]":
    """Return a province that speaks another version, and knows nothing of resumable uploads."""

    class Chosen(OtherProvince):
        version = protocol
        blobs: dict[str, bytes] = {}

    return Chosen


class OtherProvince(Answering):
    """Takes entries and whole blobs; what it does not know is 404, what it no longer allows 405."""

    version = 1
    blobs: dict[str, bytes]

    def answer(self, body: bytes) -> None:
        """Do what a province of that version does."""
        path = urlsplit(self.path).path
        sha256 = path.rpartition("/")[2]
        if path == "/v1/health":
            now = int(dt.datetime.now(dt.UTC).timestamp())
            self._record({"protocol": self.version, "schema": self.version, "clock": now})
        elif path == "/v1/feed":
            self._record({"position": 0, "newest": 0, "more": False, "stations": []})
        elif path == "/v1/blobs/lacking":
            self._problem(405)
        elif path.startswith("/v1/blobs/") and self.command == "PUT":
            self.blobs[hashlib.sha256(body).hexdigest()] = body
            self._record({})
        elif path.startswith("/v1/blobs/") and sha256 in self.blobs:
            self._record({})
        else:
            self._problem(404)

    def _record(self, content: object) -> None:
        self.reply(200, json.dumps(content).encode(), self._versions())

    def _problem(self, status: int) -> None:
        self.reply(status, json.dumps({"title": "unknown", "status": status}).encode(), self._versions())

    def _versions(self) -> dict[str, str]:
        return {"Sync-Protocol": str(self.version), "Sync-Schema": str(self.version)}


class Proxy(Answering):
    """Passes on requests with absolute addresses, and counts them."""

    passed = 0

    def answer(self, body: bytes) -> None:
        """Ask the server meant."""
        type(self).passed += 1
        parts = urlsplit(self.path)
        asking = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=40)
        try:
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            asking.request(self.command, target, body, {name: value for name, value in self.headers.items()})
            answer = asking.getresponse()
            content = answer.read()
        except OSError:
            self.reply(502)
            return
        finally:
            asking.close()
        kept = {name: value for name, value in answer.headers.items() if name.lower() not in _HOPS}
        self.reply(answer.status, content, kept)


class RefusingProxy(Answering):
    """Wants a name and a password."""

    def answer(self, body: bytes) -> None:
        """Refuse."""
        self.reply(407, b"", {"Proxy-Authenticate": "Basic"})


def certificate(folder: Path, host: str, *, days: tuple[int, int] = (-1, 30)) -> Path:
    """Write a certificate that signs itself, and its key, in one file; ``days`` from now on which it is valid."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = dt.datetime.now(dt.UTC)
    known = x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdecimal() else x509.DNSName(host)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + dt.timedelta(days=days[0]))
        .not_valid_after(now + dt.timedelta(days=days[1]))
        .add_extension(x509.SubjectAlternativeName([known]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    path = folder / f"{host}.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return path
