"""The code of the telephone: time-based one-time passwords (RFC 6238 over RFC 4226: SHA-1, 30 seconds, six digits)."""

import base64
import hmac
from datetime import datetime
from urllib.parse import quote, urlencode

STEP_S = 30
DIGITS = 6
KEY_BYTES = 20
"""The length that RFC 4226 recommends: that of the hash."""
_SLACK = 1
"""Steps that the telephone's clock may be ahead or behind (RFC 6238, section 5.2)."""
_GROUP = 4


def step_of(at: datetime) -> int:
    """Return the number of the step of time that ``at`` lies in."""
    return int(at.timestamp()) // STEP_S


def code_at(key: bytes, step: int) -> str:
    """Return the code of a step (RFC 4226, section 5.3)."""
    digest = hmac.digest(key, step.to_bytes(8, "big"), "sha1")
    place = digest[-1] & 0x0F
    number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def matching_step(key: bytes, code: str, at: datetime, used: int = 0) -> int | None:
    """Return the step whose code was typed, None if it is wrong or its step is not later than ``used``."""
    now = step_of(at)
    for step in range(now - _SLACK, now + _SLACK + 1):
        if step > used and hmac.compare_digest(code_at(key, step).encode(), code.encode()):
            return step
    return None


def typed_key(key: bytes) -> str:
    """Return the key as a person types it where no picture can be read: base32 in groups of four."""
    text = base64.b32encode(key).decode().rstrip("=")
    return " ".join(text[place : place + _GROUP] for place in range(0, len(text), _GROUP))


def address(key: bytes, account: str, office: str) -> str:
    """Return what the QR code says to an authenticator's program."""
    parts = {"secret": base64.b32encode(key).decode().rstrip("="), "issuer": office}
    return f"otpauth://totp/{quote(f'{office}:{account}', safe='')}?{urlencode(parts, quote_via=quote)}"
