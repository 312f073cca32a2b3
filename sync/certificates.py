"""Certificates of an office's machines: each is signed by the very key with which its station signs its entries.

So a machine that knows the office's journal knows whom to believe, and there is no authority whose key could be lost:
a station that was let in is believed, one that was shut out is not. The certificate is made anew at each start; the
key behind it never leaves the memory, but for a moment in a file that is encrypted by a word nobody else has.
"""

import base64
import hashlib
import hmac
import os
import secrets
import ssl
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.journal.signing import StationKey

LASTS = timedelta(days=90)
_BEFORE = timedelta(days=1)
_PIN_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Certified:
    """Whose certificate it is: the station, and its public key (hex), which signed it."""

    station: str
    public_key: str


Identify = Callable[[Certified], None]
"""Is shown who answers; raises CounterError for somebody else than was meant."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate and its private key, both PEM; the key is encrypted by ``password``."""

    chain: bytes
    key: bytes
    password: bytes

    def load_into(self, context: ssl.SSLContext) -> None:
        """Let a server show it from now on. Raises OSError where no file can be written."""
        # The library reads files only.
        handle, name = tempfile.mkstemp(prefix="tls-")  # for its owner alone
        path = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.chain + self.key)
            context.load_cert_chain(path, password=self.password)
        finally:
            path.unlink(missing_ok=True)


def issue(key: StationKey, now: datetime) -> Certificate:
    """Make a certificate of the station for its server, with a key of its own (ECDSA P-256), good for ``LASTS``."""
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    own = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, key.station)])
    issuer = x509.AuthorityKeyIdentifier(bytes.fromhex(key.public_hex), None, None)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(f"{key.station}.local")]), critical=False)
        .add_extension(issuer, critical=False)
        .sign(key.private, None)
    )
    password = secrets.token_hex(32).encode()
    private = own.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password),
    )
    return Certificate(made.public_bytes(serialization.Encoding.PEM), private, password)


def read(der: bytes) -> Certified:
    """Return whose certificate it is; ValueError where no station's key signed it.

    Its dates are not asked: a counter whose clock is wrong must find its office all the same, and the certificate is
    no better proof than the station's key, which ends with the station's admission and not on a day.
    """
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.x509.oid import NameOID

    try:
        made = x509.load_der_x509_certificate(der)
        station = made.issuer.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
        known = made.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
        raw = known or b""
        Ed25519PublicKey.from_public_bytes(raw).verify(made.signature, made.tbs_certificate_bytes)
    except (
        InvalidSignature,
        UnsupportedAlgorithm,
        x509.ExtensionNotFound,
        x509.DuplicateExtension,
        IndexError,
        TypeError,
    ) as error:
        raise ValueError(type(error).__name__) from error
    return Certified(str(station), raw.hex())


def pin(code: str, public_key: str) -> str:
    """Return the letters by which whoever has ``code`` knows the station with this key (hex): 40 bits.

    Who stands in between does not know the code, so cannot look for a key with the same letters beforehand, and has
    one try: the code itself is sent only to who passed.
    """
    plain = _plain(code).encode()
    digest = hmac.new(plain, b"office" + bytes.fromhex(public_key), hashlib.sha256).digest()
    return base64.b32encode(digest).decode()[:_PIN_LETTERS]


def with_pin(code: str, public_key: str) -> str:
    """Return a one-time code with the letters of ``pin`` after it, in groups of four."""
    added = pin(code, public_key)
    return "-".join([code, *(added[at : at + 4] for at in range(0, _PIN_LETTERS, 4))])


def without_pin(code: str) -> tuple[str, str]:
    """Return the one-time code in what was typed, and the letters after it (none from an older version)."""
    plain = _plain(code)
    return (plain[:-_PIN_LETTERS], plain[-_PIN_LETTERS:]) if len(plain) > _CODE_LETTERS else (plain, "")


_CODE_LETTERS = 12


def _plain(code: str) -> str:
    return "".join(letter for letter in code if letter.isalnum()).upper()
