"""Requests signed by the station's Ed25519 key: HTTP message signatures (RFC 9421), content digests (RFC 9530).

The authority is not covered: an office's server is reached by several names and through port forwarding.
"""

import contextlib
import threading
from collections.abc import Callable, Collection, MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSigner,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
    MappingKeyResolver,
    VerificationKey,
    VerifyResult,
)
from http_message_signatures.algorithms import ED25519

from counter_app.errors import Code, CounterError
from counter_app.journal.signing import StationKey
from counter_app.ports import Clock
from sync import usual_signature
from sync.records import RefusedError

FRESH_FOR = timedelta(minutes=10)
"""How far a request's time may be from the server's clock."""

OFFICE = "office"
"""The tag of what is for a machine of the office, whichever answers."""

_COVERED = ("@method", "@path", "@query")
_LABEL = "station"
_LIFETIME = timedelta(days=36_500)


class Message(Protocol):
    """A request as the signature sees it."""

    @property
    def method(self) -> str | None:
        """The method, in capitals."""
        ...

    @property
    def url(self) -> str | None:
        """The absolute URL."""
        ...

    @property
    def headers(self) -> MutableMapping[str, str]:
        """The header fields."""
        ...


@dataclass(frozen=True, slots=True)
class ReceivedMessage:
    """A request as the server received it; ``url`` is absolute, its host does not matter."""

    method: str
    url: str
    headers: MutableMapping[str, str]


class ServerTime:
    """The server's time as far as this station knows it: its own clock, corrected once the server called it wrong."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._offset = timedelta()
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the present instant of the server."""
        with self._lock:
            return self._clock.now() + self._offset

    def correct(self, seconds: int) -> timedelta:
        """Take the server's clock (seconds since 1970 UTC) as right; return how far the own clock is behind it."""
        with self._lock:
            with contextlib.suppress(ValueError, OverflowError, OSError):  # no server has such a clock
                self._offset = datetime.fromtimestamp(seconds, UTC) - self._clock.now()
            return self._offset


class _PublicKeys(HTTPSignatureKeyResolver):
    """Asks ``find`` for the key; remembers a station that has none, which the library does not tell."""

    def __init__(self, find: Callable[[str], str | None]) -> None:
        self._find = find
        self.unknown: str | None = None

    def resolve_public_key(self, key_id: str) -> VerificationKey | None:
        public_hex = self._find(key_id)
        if public_hex is None:
            self.unknown = key_id
            return None
        return Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_hex))


class _Verifier(HTTPMessageVerifier):
    # The library reads the machine's clock; freshness is checked below, by the clock that the program was given.
    max_clock_skew = _LIFETIME


def sign(message: Message, key: StationKey, created: datetime, body: bytes | None, tag: str = "") -> None:
    """Add Content-Digest (with a body), Signature-Input and Signature to the headers of ``message``.

    ``tag`` says whom alone it is for: no other server takes it.
    """
    method, url = message.method or "", str(message.url)
    if usual_signature.write(method, url, message.headers, key, int(created.timestamp()), body, tag):
        return
    keys = MappingKeyResolver(public_keys={}, private_keys={key.station: key.private})
    signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=keys)
    signer.sign(
        message,
        key_id=key.station,
        created=created,
        label=_LABEL,
        tag=tag or None,
        covered_component_ids=_COVERED,
        body=body,
    )


def check(
    message: Message, find: Callable[[str], str | None], now: datetime, tags: Collection[str] = ()
) -> VerifyResult:
    """Check who signed a request and when; ``find`` gives a station's public key in hex, None for an unknown one.

    What was signed for somebody alone is taken where that is one of ``tags``. The body is checked by ``check_body``
    when it is here. Raises RefusedError (401): STATION_UNKNOWN, CLOCK_WRONG with the server's ``clock``, or
    SERVER_REFUSED.
    """
    result = _check_usual(message, find) or _check_any(message, find)
    if result.parameters.get("tag", "") not in ("", *tags):
        raise unsigned()
    try:
        created = datetime.fromtimestamp(int(result.parameters["created"]), UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        raise unsigned() from error
    behind = abs(now - created)
    if behind > FRESH_FOR:
        minutes = round(behind / timedelta(minutes=1))
        raise RefusedError(401, Code.CLOCK_WRONG, minutes=minutes, clock=int(now.timestamp()))
    return result


def _check_usual(message: Message, find: Callable[[str], str | None]) -> VerifyResult | None:
    usual = usual_signature.read(message.method or "", str(message.url), message.headers)
    if usual is None:
        return None
    public_hex = find(usual.station)
    if public_hex is None:
        raise RefusedError(401, Code.STATION_UNKNOWN, station=usual.station)
    if not usual.is_by(public_hex):
        raise unsigned()
    parameters: dict[str, int | str] = {"created": usual.created, "keyid": usual.station, "tag": usual.tag}
    return VerifyResult(_LABEL, ED25519, usual.covered, parameters, None, None)


def _check_any(message: Message, find: Callable[[str], str | None]) -> VerifyResult:
    keys = _PublicKeys(find)
    verifier = _Verifier(signature_algorithm=ED25519, key_resolver=keys)
    try:
        (result,) = verifier.verify(message, max_age=None, require_components=_COVERED)
    except CounterError:
        raise
    except Exception as error:  # its parser of structured fields trips over more than it says
        if keys.unknown is not None:
            raise RefusedError(401, Code.STATION_UNKNOWN, station=keys.unknown) from error
        raise unsigned() from error
    return result


def check_body(message: Message, result: VerifyResult, body: bytes) -> None:
    """Check that ``body`` is the one whose digest was signed. Raises RefusedError (401)."""
    digest = result.covered_components.get(usual_signature.DIGEST)
    fits = None if digest is None else usual_signature.is_digest_of(digest, body)
    if fits is False:
        raise unsigned()
    if fits or (digest is None and not body and "content-digest" not in message.headers):
        return
    verifier = _Verifier(signature_algorithm=ED25519, key_resolver=None)
    try:
        verifier.verify_body(message, [result], body)
    except Exception as error:  # as above
        raise unsigned() from error


def unsigned() -> RefusedError:
    """Return the refusal of a request without a sound signature."""
    return RefusedError(401, Code.SERVER_REFUSED, title="the request's signature is missing or wrong")
