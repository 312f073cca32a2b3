"""What a server shows of itself: an office's station a certificate that it makes, a province one from files."""

import logging
import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from counter_app.errors import Code, CounterError
from counter_app.journal.signing import StationKey
from counter_app.ports import Clock
from sync import certificates, records
from sync.records import Problem

log = logging.getLogger(__name__)

_RENEWED_AFTER = timedelta(days=30)


class Encryption(Protocol):
    """The encryption of a server."""

    context: ssl.SSLContext

    def renew(self) -> None:
        """Show another certificate from now on where it is time to; does not raise."""
        ...


class StationEncryption:
    """A certificate of the station's own, made anew at each start and every thirty days."""

    def __init__(self, key: StationKey, clock: Clock) -> None:
        self._key = key
        self._clock = clock
        self.context = _server_context(ssl.TLSVersion.TLSv1_3)  # both ends are this program
        self._made = clock.now()
        self._load(self._made)

    def renew(self) -> None:
        """Make another where the one in use is a month old, or the clock was set."""
        now = self._clock.now()
        if abs(now - self._made) < _RENEWED_AFTER:
            return
        try:
            self._load(now)
        except CounterError as error:
            log.warning("event=certificate_not_renewed code=%s", error.code)
        else:
            log.info("event=certificate_renewed")

    def _load(self, now: datetime) -> None:
        try:
            certificates.issue(self._key, now).load_into(self.context)
        except OSError as error:
            raise CounterError(Code.DATA_NOT_WRITABLE, path="", detail=type(error).__name__) from error
        self._made = now


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """Where a server's certificate (PEM, with what leads to its authority) and its key (PEM) are."""

    chain: Path
    key: Path


class FileEncryption:
    """A certificate from files, which whoever renews it writes anew: looked at now and then."""

    def __init__(self, files: TlsFiles) -> None:
        self._files = files
        self.context = _server_context(ssl.TLSVersion.TLSv1_2)
        self._seen = self._times()
        _load(self.context, files)

    def renew(self) -> None:
        """Read the files again where they changed; what cannot be used leaves the old one in use."""
        times = self._times()
        if times == self._seen:
            return
        self._seen = times
        try:
            # Tried apart: half a pair in the context in use would refuse everybody.
            _load(_server_context(ssl.TLSVersion.TLSv1_2), self._files)
            _load(self.context, self._files)
        except CounterError as error:
            log.warning("event=certificate_not_renewed detail=%s", error.params.get("detail"))
        else:
            log.info("event=certificate_renewed")

    def _times(self) -> tuple[int, ...]:
        try:
            return tuple(path.stat().st_mtime_ns for path in (self._files.chain, self._files.key))
        except OSError:
            return ()


def _load(context: ssl.SSLContext, files: TlsFiles) -> None:
    """Raises TLS_FILES_INVALID."""
    for path in (files.chain, files.key):
        if not path.is_file():
            raise CounterError(Code.TLS_FILES_INVALID, path=path, detail="missing")
    try:
        # Nobody is asked for a password: a server starts by itself.
        context.load_cert_chain(files.chain, files.key, password="")  # noqa: S106
    except (OSError, ValueError) as error:
        detail = getattr(error, "reason", "") or type(error).__name__
        raise CounterError(Code.TLS_FILES_INVALID, path=files.chain, detail=detail) from error


class _Context(ssl.SSLContext):
    """Tells who comes without encryption that it is needed; else a program of before would hear nothing at all."""

    def wrap_bio(self, incoming: ssl.MemoryBIO, outgoing: ssl.MemoryBIO, *args: Any, **options: Any) -> "_Connection":  # noqa: ANN401 - as the library has it
        made = super().wrap_bio(incoming, outgoing, *args, **options)
        assert isinstance(made, _Connection)  # noqa: S101 - sslobject_class says so
        made.outgoing = outgoing
        return made


class _Connection(ssl.SSLObject):
    outgoing: ssl.MemoryBIO
    _refusal: ssl.SSLError | None = None

    def do_handshake(self) -> None:
        """Shake hands, or answer in plain words and end with the next that comes."""
        if self._refusal is not None:
            raise self._refusal
        try:
            super().do_handshake()
        except ssl.SSLError as error:
            if error.reason != "HTTP_REQUEST":
                raise
            self._refusal = error
            self.outgoing.write(_plain_answer())
            raise ssl.SSLWantReadError from None  # what waits is sent before more is read

    def unwrap(self) -> None:
        """Say goodbye, and wait for no answer: who is away would keep the server from ending."""
        try:
            super().unwrap()
        except ssl.SSLWantReadError:
            return


def _server_context(least: ssl.TLSVersion) -> ssl.SSLContext:
    context = _Context(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = least
    context.sslobject_class = _Connection
    context.num_tickets = 0  # nobody comes back with one
    return context


def _plain_answer() -> bytes:
    """What a program of before understands as a newer version, with its next step: to be updated."""
    newer = records.PROTOCOL + 1
    problem = Problem("TLS", 426, Code.SERVER_NEWER.value, params={"server": newer, "own": records.PROTOCOL})
    content = records.encode(problem)
    head = {
        "Upgrade": "TLS/1.3",
        "Connection": "close, Upgrade",
        "Sync-Protocol": str(newer),
        "Sync-Schema": str(records.SCHEMA),
        "Content-Type": "application/problem+json",
        "Content-Length": str(len(content)),
    }
    lines = ["HTTP/1.1 426 Upgrade Required", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    return "\r\n".join(lines).encode() + content
