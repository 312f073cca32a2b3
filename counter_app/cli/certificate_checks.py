"""What ``counter-app doctor`` says of certificates: the province's authority, and what this machine shows."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509

from counter_app.cli.checks import Check, Finding, failed
from counter_app.clocks import VIETNAM
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.settings import OfficeSettings, SecuritySettings
from sync.addresses import is_here
from sync.certificates import read

_SOON = timedelta(days=30)
_SERVER_SOON = timedelta(days=14)
"""Later than those renew theirs who do it by a program."""
_ANSWER_S = 2.0
_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - compared, not bound
_AUTHORITY, _OFFICE = "certificate-authority", "office-certificate"


def authority_check(security: SecuritySettings) -> Iterator[Check]:
    """Look at the file of the province's own authority, where the settings name one."""
    if not security.ca_file:
        return
    path, now = Path(security.ca_file), datetime.now(UTC)
    try:
        found = x509.load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError):
        yield Check(_AUTHORITY, Finding.FAULT, Code.CA_FILE_INVALID, {"path": path})
        return
    good = [one for one in found if one.not_valid_before_utc <= now <= one.not_valid_after_utc]
    if good:
        yield _lasting(path, max(one.not_valid_after_utc for one in good), now)
    elif any(one.not_valid_before_utc > now for one in found):
        begins = min(one.not_valid_before_utc for one in found if one.not_valid_before_utc > now)
        yield Check(_AUTHORITY, Finding.FAULT, Code.CA_FILE_NOT_YET, {"path": path, "day": _day(begins)})
    else:
        ended = max(one.not_valid_after_utc for one in found)
        yield Check(_AUTHORITY, Finding.FAULT, Code.CA_FILE_ENDED, {"path": path, "day": _day(ended)})


def _lasting(path: Path, ends: datetime, now: datetime) -> Check:
    if ends - now > _SOON:
        return Check(_AUTHORITY, Finding.OK, value=f"{path.name}, đến {_day(ends)}")
    params = {"path": path, "day": _day(ends), "days": (ends - now).days}
    return Check(_AUTHORITY, Finding.NOTE, Code.CA_FILE_ENDS, params)


def office_check(journal: Journal, office: OfficeSettings, *, running: bool) -> Iterator[Check]:
    """Look at what the running program shows the office's other machines: it must be this very station's."""
    if not office.serve:
        return
    if not running:
        yield Check(_OFFICE, Finding.NOTE, Code.OFFICE_CLOSED)
        return
    if is_here(office.host):
        return  # on the loopback alone nothing is encrypted
    host = "127.0.0.1" if office.host in _EVERYWHERE else office.host
    try:
        yield _shown(journal, _certificate(host, office.port))
    except ssl.SSLError as error:
        yield Check(_OFFICE, Finding.FAULT, Code.TLS_FAILED, {"host": host, "detail": error.reason or ""})
    except OSError:
        yield Check(_OFFICE, Finding.FAULT, Code.HOST_CLOSED, {"host": f"{host}:{office.port}"})
    except CounterError as error:
        yield failed(_OFFICE, error)


def server_check(what: str, url: str) -> Iterator[Check]:
    """Say how long the certificate lasts that a server shows, of whom it is known already that it is believed."""
    parts = urlsplit(url)
    if parts.scheme.lower() != "https" or not parts.hostname:
        return
    try:
        ends = x509.load_der_x509_certificate(_certificate(parts.hostname, parts.port or 443)).not_valid_after_utc
    except (OSError, ValueError):
        return  # it answered a moment ago: not worth more than that answer
    left = ends - datetime.now(UTC)
    if left > _SERVER_SOON:
        yield Check(what, Finding.OK, value=f"đến {_day(ends)}")
    else:
        params = {"host": parts.hostname, "day": _day(ends), "days": max(0, left.days)}
        yield Check(what, Finding.NOTE, Code.SERVER_CERTIFICATE_ENDS, params)


def _certificate(host: str, port: int) -> bytes:
    """Return the certificate that answers. Raises OSError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # only looked at: nothing is sent, and nothing believed that it says
    plain = socket.create_connection((host, port), _ANSWER_S)
    with plain, context.wrap_socket(plain, server_hostname=host) as shown:
        return shown.getpeercert(binary_form=True) or b""


def _shown(journal: Journal, der: bytes) -> Check:
    """Say whose it is. Raises CERTIFICATE_STATION for one that is not of this station."""
    try:
        own = read(der)
    except ValueError as error:
        raise CounterError(Code.CERTIFICATE_STATION, host="127.0.0.1") from error
    if (own.station, own.public_key) != (journal.key.station, journal.key.public_hex):
        raise CounterError(Code.CERTIFICATE_STATION, host="127.0.0.1")
    ends = x509.load_der_x509_certificate(der).not_valid_after_utc
    if ends < datetime.now(UTC):
        return Check(_OFFICE, Finding.NOTE, Code.OFFICE_CERTIFICATE_OLD, {"day": _day(ends)})
    days = (ends - datetime.now(UTC)).days
    return Check(_OFFICE, Finding.OK, value=f"{own.station}, còn {days} ngày")


def _day(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%d/%m/%Y}"
