"""What ``counter-app doctor`` says of the link: whether the province and the office's machines answer, and if not why.

Each address is asked for its health at the same time as the others; nothing is sent but that question.
"""

import errno
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic

from counter_app.cli.certificate_checks import server_check
from counter_app.cli.checks import Check, Finding, failed
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.setup import station_of
from counter_app.settings import Settings
from sync import records
from sync.addresses import secured
from sync.faults import Refusals, inner_errors
from sync.office.memory import recall
from sync.office.reaching import Reaching
from sync.records import Health
from sync.signing import ServerTime
from sync.wire import Upstream, Wire, version_differs

PROVINCE, OFFICE = "province", "office"
_WAIT_S = 2.0
_LONGEST_S = 4.0
"""A name server that is silent keeps the system waiting for half a minute."""
_MOST_MACHINES = 8
_FAR_OFF = timedelta(minutes=1)
_NO_WAY = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)


@dataclass(frozen=True, slots=True)
class _Asked:
    what: str
    upstream: Upstream


class LinkChecks:
    """Asks as soon as it is made; ``results`` waits a few seconds at most, then gives up who has not answered."""

    def __init__(self, journal: Journal, settings: Settings, *, longest_s: float = _LONGEST_S) -> None:
        self._journal = journal
        self._longest_s = longest_s
        self._end = monotonic() + longest_s
        self._asked = list(_addresses(journal, settings))
        self._found: dict[_Asked, list[Check]] = {}
        self._wires = [Wire(one.upstream, journal.key, ServerTime(journal.clock)) for one in self._asked]
        self._threads = [
            threading.Thread(target=self._ask, args=pair, name="doctor-link", daemon=True)
            for pair in zip(self._asked, self._wires, strict=True)
        ]
        for thread in self._threads:
            thread.start()

    def results(self) -> list[Check]:
        """Return what was found: nothing where no address is set."""
        for thread in self._threads:
            thread.join(max(0.0, self._end - monotonic()))
        found = dict(self._found)
        for wire in self._wires:  # a thread within the system's own look-up of a name goes on for a while
            wire.cut()
        told = [(one.what, found.get(one) or [self._silent(one)]) for one in self._asked]
        province = [check for what, checks in told if what == PROVINCE for check in checks]
        return [*province, *_one_is_enough([checks for what, checks in told if what == OFFICE])]

    def _silent(self, asked: _Asked) -> Check:
        params = {"host": asked.upstream.host, "seconds": round(self._longest_s)}
        return Check(asked.what, Finding.FAULT, Code.HOST_SILENT, params)

    @staticmethod
    def _proxied(asked: _Asked) -> bool:
        from sync.transport import proxy_for  # requests is there by now

        return bool(proxy_for(asked.upstream.url, asked.upstream.proxy))

    def _ask(self, asked: _Asked, wire: Wire) -> None:
        try:
            self._found[asked] = _look(asked, wire)
            if asked.what == PROVINCE and not self._proxied(asked):
                self._found[asked] = [*self._found[asked], *server_check("province-certificate", asked.upstream.url)]
        except CounterError as error:
            self._found[asked] = [_why(asked, error)]
        finally:
            wire.close()


def _addresses(journal: Journal, settings: Settings) -> Iterator[_Asked]:
    security = settings.security
    if settings.province_url:
        ca_file = security.ca_file or None
        far = Upstream(settings.province_url, _WAIT_S, _WAIT_S, authority=ca_file, proxy=security.proxy)
        yield _Asked(PROVINCE, far)
    urls = dict.fromkeys(secured(url) for url in (*settings.office.urls, *recall(journal.database.folder).urls))
    if not urls:
        return
    reaching = Reaching(journal, station_of(journal).office, Refusals())
    for url in list(urls)[:_MOST_MACHINES]:
        yield _Asked(OFFICE, reaching.upstream(url, _WAIT_S, _WAIT_S))


def _look(asked: _Asked, wire: Wire) -> list[Check]:
    """Ask one server for its health. Raises what a call raises."""
    began, at = monotonic(), datetime.now(UTC)
    content = wire.call("GET", "/v1/health").content
    try:
        health = records.decode(content, Health)
        theirs = datetime.fromtimestamp(health.clock, UTC) + timedelta(seconds=0.5)
    except (ValueError, OverflowError, OSError) as error:
        raise CounterError(Code.CAPTIVE_PAGE, host=asked.upstream.host, detail="unreadable") from error
    skew = theirs - at - timedelta(seconds=monotonic() - began) / 2
    told = [Check(asked.what, Finding.OK, value=f"{asked.upstream.host}, bản {health.program or '?'}")]
    if not health.store:
        told = [Check(asked.what, Finding.NOTE, Code.STORE_AWAY)]
    if abs(skew) > _FAR_OFF:
        minutes = max(1, round(abs(skew) / timedelta(minutes=1)))
        told.append(Check(f"{asked.what}-clock", Finding.FAULT, Code.CLOCK_WRONG, {"minutes": minutes}))
    return [*told, _protocol(asked.what, health.protocol)]


def _protocol(what: str, protocol: int) -> Check:
    differs = version_differs(str(protocol))
    if differs is None:
        return Check(f"{what}-protocol", Finding.OK, value=str(protocol))
    params = {"server": protocol, "own": records.PROTOCOL}
    return Check(f"{what}-protocol", Finding.NOTE, differs, params, str(protocol))


def _why(asked: _Asked, error: CounterError) -> Check:
    if error.code is not Code.LINK_DOWN:
        return failed(asked.what, error)
    found = reason(error, asked.upstream.host)
    if found is None:
        return Check(asked.what, Finding.NOTE, error.code, error.params)
    return Check(asked.what, Finding.FAULT, *found)


def reason(error: BaseException, host: str) -> tuple[Code, dict[str, object]] | None:
    """Return why ``host`` was not reached, as exactly as the system knows it; None where it does not say."""
    for one in inner_errors(error):
        if isinstance(one, socket.gaierror):
            return Code.HOST_UNKNOWN, {"host": host}
        if isinstance(one, ConnectionRefusedError):
            return Code.HOST_CLOSED, {"host": host}
        if isinstance(one, TimeoutError):
            return Code.HOST_SILENT, {"host": host, "seconds": round(_WAIT_S)}
        if isinstance(one, OSError) and one.errno in _NO_WAY:
            return Code.NETWORK_AWAY, {"host": host}
    return None


def _one_is_enough(machines: list[list[Check]]) -> list[Check]:
    """A machine of the office that is off is nothing to see to, as long as another one answers."""
    answered = any(checks and checks[0].code is None for checks in machines)
    found = [check for checks in machines for check in checks]
    if not answered:
        return found
    away = (Code.HOST_CLOSED, Code.HOST_SILENT, Code.NETWORK_AWAY)
    return [
        Check(one.what, Finding.NOTE, one.code, one.params, one.value) if one.code in away else one for one in found
    ]
