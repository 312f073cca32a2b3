"""The one form of signature that this program writes, without a general parser: most of a small request's cost.

RFC 9421 and 9530 as ``sync.signing`` does them by the library; whatever has another form is left to that.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import MutableMapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature

from counter_app.journal.signing import StationKey, public_key

DIGEST = '"content-digest"'
_COVERED = '"@method" "@path" "@query"'
_INPUT = re.compile(
    rf"station=(\({_COVERED}(?: {DIGEST})?\);created=([0-9]{{1,11}});keyid=\"([0-9A-Za-z-]{{1,64}})\";alg=\"ed25519\""
    r"(?:;tag=\"([0-9A-Za-z-]{1,64})\")?)"
)
_SIGNATURE = re.compile(r"station=:([A-Za-z0-9+/]{86}==):")
_SHA256 = re.compile(r"sha-256=:([A-Za-z0-9+/]{43}=):")
# What no library writes in another way: no dots in the path, and escapes in capitals.
_TARGET = re.compile(r"https?://[^/?#]+(/[A-Za-z0-9/_-]*)(\?(?:[A-Za-z0-9=&_.+~-]|%[0-9A-F]{2})*)?")
_FIELDS = ("content-digest", "signature-input", "signature")


@dataclass(frozen=True, slots=True)
class UsualSignature:
    """A signature as it was received; ``covered`` has the values that it is about."""

    station: str
    created: int
    covered: dict[str, str]
    base: bytes
    signature: bytes
    tag: str = ""

    def is_by(self, public_hex: str) -> bool:
        """Whether the owner of this key made it."""
        try:
            public_key(public_hex).verify(self.signature, self.base)
        except InvalidSignature:
            return False
        return True


def write(  # noqa: PLR0913 - what is signed, by whom, when and for whom
    method: str,
    url: str,
    headers: MutableMapping[str, str],
    key: StationKey,
    created: int,
    body: bytes | None,
    tag: str = "",
) -> bool:
    """Add the headers of a signature; False, and nothing added, for a request that is not plain enough."""
    target = _TARGET.fullmatch(url)
    if target is None or any(name in headers for name in _FIELDS) or not method.isupper():
        return False
    covered = _parts(method, target)
    names = _COVERED
    if body is not None:
        headers["Content-Digest"] = covered[DIGEST] = f"sha-256=:{_text(hashlib.sha256(body).digest())}:"
        names += f" {DIGEST}"
    about = f'({names});created={created};keyid="{key.station}";alg="ed25519"'
    if tag:
        about += f';tag="{tag}"'
    headers["Signature-Input"] = f"station={about}"
    headers["Signature"] = f"station=:{_text(key.sign(_base(covered, about)))}:"
    return True


def read(method: str, url: str, headers: MutableMapping[str, str]) -> UsualSignature | None:
    """Return a signature of the usual form, not checked yet; None for any other. Header names are in small letters."""
    target = _TARGET.fullmatch(url)
    about = _INPUT.fullmatch(headers.get("signature-input", ""))
    signature = _SIGNATURE.fullmatch(headers.get("signature", ""))
    if target is None or about is None or signature is None or not method.isupper():
        return None
    covered = _parts(method, target)
    if DIGEST in about[1]:
        digest = headers.get("content-digest", "")
        if _SHA256.fullmatch(digest) is None:
            return None
        covered[DIGEST] = digest
    base = _base(covered, about[1])
    return UsualSignature(about[3], int(about[2]), covered, base, base64.b64decode(signature[1]), about[4] or "")


def is_digest_of(digest: str, body: bytes) -> bool | None:
    """Whether a digest is that of ``body``; None where it is of another form."""
    found = _SHA256.fullmatch(digest)
    if found is None:
        return None
    return hmac.compare_digest(base64.b64decode(found[1]), hashlib.sha256(body).digest())


def _parts(method: str, target: re.Match[str]) -> dict[str, str]:
    return {'"@method"': method, '"@path"': target[1], '"@query"': target[2] or "?"}


def _base(covered: dict[str, str], about: str) -> bytes:
    lines = [f"{name}: {value}" for name, value in covered.items()]
    return "\n".join([*lines, f'"@signature-params": {about}']).encode("ascii")


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
