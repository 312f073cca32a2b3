"""A security event as one line for a monitoring centre: CEF (ArcSight, version 0) within syslog (RFC 5424)."""

import re
from datetime import UTC, datetime, timedelta

from counter_app.domain.security_facts import SecurityEvent

_VENDOR, _PRODUCT = "Quay Mot Cua", "counter-app"
_FACILITY = 13
"""Log audit (RFC 5424, table 1)."""
_BREAK = re.compile(r"[\r\n\u2028\u2029\x85]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NOT_PRINTABLE_ASCII = re.compile(r"[^\x21-\x7e]")
_EPOCH, _MS = datetime(1970, 1, 1, tzinfo=UTC), timedelta(milliseconds=1)


def cef(event: SecurityEvent, station: str, version: str) -> str:
    """Return the line of an event of ``station``, written by the program's ``version``."""
    name = event.kind.replace("-", " ").capitalize()
    head = (_VENDOR, _PRODUCT, version, event.kind, name, str(event.severity))
    pairs = "".join(f" {key}={_extension(value)}" for key, value in _extensions(event, station))
    return "|".join(("CEF:0", *map(_header, head), pairs.removeprefix(" ")))


def syslog_line(event: SecurityEvent, station: str, version: str) -> bytes:
    """Return the message of RFC 5424 around the event's CEF line, without any framing."""
    at = event.at.astimezone(UTC)
    priority = _FACILITY * 8 + _syslog_severity(event.severity)
    stamp = f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"
    head = f"<{priority}>1 {stamp} {_token(station, 255)} {_PRODUCT} - {_token(event.kind, 32)} -"
    return f"{head} {cef(event, station, version)}".encode()


def _extensions(event: SecurityEvent, station: str) -> list[tuple[str, str]]:
    pairs = [("rt", str((event.at - _EPOCH) // _MS)), ("externalId", str(event.id)), ("deviceExternalId", station)]
    if event.officer:
        pairs.append(("suser", event.officer))
    if event.subject:
        pairs += [("cs1Label", "subject"), ("cs1", event.subject)]
    if event.detail:
        pairs.append(("msg", " ".join(f"{key}:{value}" for key, value in sorted(event.detail.items()))))
    return pairs


def _header(text: str) -> str:
    return _CONTROL.sub(" ", text).replace("\\", "\\\\").replace("|", "\\|")


def _extension(text: str) -> str:
    """Escape a value; a line break becomes a backslash and n, which the format knows in values only."""
    escaped = text.replace("\\", "\\\\").replace("=", "\\=")
    return _CONTROL.sub(" ", _BREAK.sub(r"\\n", escaped.replace("\r\n", "\n")))


def _syslog_severity(severity: int) -> int:
    """Critical, error, warning or informational."""
    return next(level for least, level in ((9, 2), (7, 3), (5, 4), (0, 6)) if severity >= least)


def _token(text: str, most: int) -> str:
    return _NOT_PRINTABLE_ASCII.sub("_", text)[:most] or "-"
