"""A station's own way to the calls of uploads, over plain sockets where a request has to be cut."""

import base64
import hashlib
import socket
import struct
import time
from pathlib import Path
from urllib.parse import urlsplit

import requests

from sync import records
from sync.signing import sign
from tests.sync.stations import Station

PATIENCE_S = 60.0
TUS = {"Tus-Resumable": records.TUS}
BYTES = {**TUS, "Content-Type": "application/offset+octet-stream"}


def named(content: bytes) -> str:
    """The name of a blob."""
    return hashlib.sha256(content).hexdigest()


def metadata(content: bytes) -> str:
    """What tells an upload which blob it is."""
    return "sha256 " + base64.b64encode(named(content).encode()).decode()


class Caller:
    """Signs requests as ``station`` and gives the answers as they are; ``port`` may be that of a bad line."""

    def __init__(self, station: Station, port: int) -> None:
        self._station = station
        self._port = port
        self._session = requests.Session()

    def close(self) -> None:
        """Give the connection back."""
        self._session.close()

    def __enter__(self) -> "Caller":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def call(self, method: str, target: str, body: bytes | None = None, **headers: str) -> requests.Response:
        """Send one request; the digest of its body is signed, but not that of a PATCH."""
        return self._session.send(self._signed(method, target, body, headers), timeout=PATIENCE_S)

    def begin(self, content: bytes, **other: str) -> requests.Response:
        """Begin an upload, or ask for the one that was begun."""
        headers = {**TUS, "Upload-Length": str(len(content)), "Upload-Metadata": metadata(content), **other}
        return self.call("POST", "/v1/blobs", **headers)

    def begun(self, content: bytes) -> str:
        """Where the upload of a content goes on."""
        return self.begin(content).headers["Location"]

    def look(self, location: str) -> requests.Response:
        """Ask how far an upload is."""
        return self.call("HEAD", location, **TUS)

    def offset(self, location: str) -> int:
        """How far an upload is."""
        return int(self.look(location).headers["Upload-Offset"])

    def patch(self, location: str, offset: int, part: bytes, **other: str) -> requests.Response:
        """Send bytes."""
        return self.call("PATCH", location, part, **{**BYTES, "Upload-Offset": str(offset), **other})

    def cut_patch(self, location: str, offset: int, announced: int, part: bytes) -> socket.socket:
        """Send ``part`` of a PATCH that announces more, and leave it open."""
        headers = {**BYTES, "Upload-Offset": str(offset), "Host": "upstream", "Content-Length": str(announced)}
        prepared = self._signed("PATCH", location, None, headers)
        lines = [f"PATCH {urlsplit(str(prepared.url)).path} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in prepared.headers.items()]
        opened = socket.create_connection(("127.0.0.1", self._port), timeout=PATIENCE_S)
        opened.sendall("\r\n".join([*lines, "", ""]).encode() + part)
        return opened

    def _signed(
        self, method: str, target: str, body: bytes | None, headers: dict[str, str]
    ) -> requests.PreparedRequest:
        url = f"http://127.0.0.1:{self._port}{target}"
        prepared = requests.Request(method, url, data=body, headers=headers).prepare()
        if "Content-Length" in headers:
            prepared.headers["Content-Length"] = headers["Content-Length"]
        journal = self._station.journal
        sign(prepared, journal.key, journal.clock.now(), None if method == "PATCH" else body)
        return prepared


def reset(opened: socket.socket) -> None:
    """End a connection as a router does that forgot it."""
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    opened.close()


def answer_on(opened: socket.socket) -> bytes:
    """What the server says on a connection before it ends it; empty if it ends it without a word."""
    said = b""
    with opened:
        while part := opened.recv(65536):
            said += part
    return said


def turn_taken(folder: Path, content: bytes, before: str) -> str:
    """Whose turn it is to write an upload of the server in ``folder``, once it is another's than ``before``."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for path in folder.glob(f"uploads/*/{named(content)}*.turn"):
            if (turn := path.read_text()) not in ("", before):
                return turn
    raise AssertionError("nobody took the turn")
