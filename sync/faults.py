"""Why no sync server answered: what a failed request or a foreign answer says of it."""

import logging
import ssl
import threading
from collections.abc import Callable, Iterator
from time import monotonic

from counter_app.errors import Code, CounterError

log = logging.getLogger(__name__)

NOT_BELIEVED = frozenset(
    {
        Code.CERTIFICATE_EXPIRED,
        Code.CERTIFICATE_NOT_YET,
        Code.CERTIFICATE_HOST,
        Code.CERTIFICATE_UNKNOWN,
        Code.CERTIFICATE_SELF_SIGNED,
        Code.CERTIFICATE_STATION,
    }
)
"""Somebody answered, and did not prove to be who was meant."""
AWAY = NOT_BELIEVED | {
    Code.LINK_DOWN,
    Code.CAPTIVE_PAGE,
    Code.PROXY_REFUSED,
    Code.TLS_FAILED,
    Code.PLAIN_ANSWER,
    Code.PLAIN_REFUSED,
    Code.CA_FILE_INVALID,
    Code.PROXY_INVALID,
}
"""There is no link to the server, for whatever reason."""

# X509_V_ERR_… of OpenSSL.
_CERTIFICATE = {
    9: Code.CERTIFICATE_NOT_YET,
    10: Code.CERTIFICATE_EXPIRED,
    18: Code.CERTIFICATE_SELF_SIGNED,
    62: Code.CERTIFICATE_HOST,
    64: Code.CERTIFICATE_HOST,
}
# How OpenSSL says that what came is no TLS at all.
_PLAIN = ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "PACKET_LENGTH_TOO_LONG")
_DEEPEST = 12
_SAID_AGAIN_S = 3600.0
_NEW_S = 60.0


def no_server(error: BaseException, host: str) -> CounterError:
    """Say why a request to ``host`` failed: a certificate, a proxy, or no link."""
    for one in inner_errors(error):
        if isinstance(one, ssl.SSLCertVerificationError):
            code = _CERTIFICATE.get(one.verify_code, Code.CERTIFICATE_UNKNOWN)
            return CounterError(code, host=host, detail=one.verify_message)
        if isinstance(one, ssl.SSLError):
            plain = one.reason in _PLAIN
            code = Code.PLAIN_ANSWER if plain else Code.TLS_FAILED
            return CounterError(code, host=host, detail=one.reason or type(one).__name__)
        if "407" in str(one) and "Tunnel connection failed" in str(one):
            return CounterError(Code.PROXY_REFUSED)
    return CounterError(Code.LINK_DOWN, detail=type(error).__name__)


def foreign_answer(status: int, host: str) -> CounterError:
    """Say what an answer without a sync server's headers is: nothing was acknowledged by it."""
    if status == 407:
        return CounterError(Code.PROXY_REFUSED)
    detail = f"not a sync server: {status}"
    if status >= 500 and status != 511:
        # A gateway, whose server is away.
        return CounterError(Code.LINK_DOWN, detail=detail)
    return CounterError(Code.CAPTIVE_PAGE, host=host, detail=detail)


def inner_errors(error: BaseException) -> Iterator[BaseException]:
    """Yield the error, and what the libraries wrapped in it."""
    waiting: list[BaseException] = [error]
    known = {id(error)}
    for _ in range(_DEEPEST):
        if not waiting:
            return
        one = waiting.pop(0)
        yield one
        inner = (*one.args, getattr(one, "reason", None), one.__cause__, one.__context__)
        for part in inner:
            if isinstance(part, BaseException) and id(part) not in known:  # the same one comes by several ways
                known.add(id(part))
                waiting.append(part)


class Refusals:
    """Passes on that a server was not believed: at once, then each hour while it is so; from any thread.

    Who is ``new`` may be a machine that was let in this minute, of which the journal here has not heard yet: that is
    passed on where it is still so after a minute.
    """

    def __init__(self, seconds: Callable[[], float] = monotonic) -> None:
        self.listener: Callable[[CounterError], None] = lambda error: None
        self._seconds = seconds
        self._lock = threading.Lock()
        self._known: dict[tuple[Code, str], tuple[float, float | None]] = {}

    def __call__(self, error: CounterError) -> None:
        """Take a refusal."""
        key = (error.code, str(error.params.get("host", "")))
        with self._lock:
            now = self._seconds()
            first, said = self._known.get(key, (now, None))
            soon = bool(error.params.get("new")) and now - first < _NEW_S
            due = not soon and (said is None or now - said >= _SAID_AGAIN_S)
            self._known[key] = (first, now if due else said)
        if due:
            log.warning("event=server_not_believed code=%s host=%r", error.code, key[1])
            self.listener(error)
