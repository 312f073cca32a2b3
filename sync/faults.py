"""Why no sync server answered: what a failed request or a foreign answer says of it."""

import ssl
from collections.abc import Iterator

from counter_app.errors import Code, CounterError

AWAY = frozenset(
    {
        Code.LINK_DOWN,
        Code.CAPTIVE_PAGE,
        Code.PROXY_REFUSED,
        Code.CERTIFICATE_EXPIRED,
        Code.CERTIFICATE_NOT_YET,
        Code.CERTIFICATE_HOST,
        Code.CERTIFICATE_UNKNOWN,
    }
)
"""There is no link to the server, for whatever reason."""

# X509_V_ERR_… of OpenSSL.
_CERTIFICATE = {
    9: Code.CERTIFICATE_NOT_YET,
    10: Code.CERTIFICATE_EXPIRED,
    62: Code.CERTIFICATE_HOST,
    64: Code.CERTIFICATE_HOST,
}
_DEEPEST = 12


def no_server(error: BaseException, host: str) -> CounterError:
    """Say why a request to ``host`` failed: a certificate, a proxy, or no link."""
    for one in _chain(error):
        if isinstance(one, ssl.SSLCertVerificationError):
            code = _CERTIFICATE.get(one.verify_code, Code.CERTIFICATE_UNKNOWN)
            return CounterError(code, host=host, detail=one.verify_message)
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


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and what the libraries wrapped in it."""
    waiting: list[BaseException] = [error]
    for _ in range(_DEEPEST):
        if not waiting:
            return
        one = waiting.pop(0)
        yield one
        inner = (*one.args, getattr(one, "reason", None), one.__cause__, one.__context__)
        waiting += [part for part in inner if isinstance(part, BaseException)]
