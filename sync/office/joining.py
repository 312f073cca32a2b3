"""A further machine joins an office: a one-time code lets it in, the office's feed tells it everything."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.services import setup
from counter_app.services.setup import JoiningStation
from sync import records
from sync.addresses import office_url
from sync.certificates import without_pin
from sync.countersigned import Countersigned
from sync.office.clocks import OfficeClocks
from sync.office.reaching import joining_by
from sync.office.steady import steady
from sync.records import Beat, OfficeAnswer, RefusedError
from sync.replicator import FeedPull, Pace, decoded, enrol
from sync.signing import OFFICE, ServerTime
from sync.wire import Upstream, Wire

log = logging.getLogger(__name__)

PORT = 8471
_CONNECT_S = 3.0
_READ_S = 20.0


@dataclass(frozen=True, slots=True)
class Joining:
    """What is typed on a machine that joins: where the office answers, its code, and what this machine is.

    ``desk`` is None where nobody sits at it; ``serve``: it may take over the queue; ``find``: the office's stations
    are looked for on the network too.
    """

    url: str
    code: str
    name: str
    roles: tuple[str, ...]
    desk: int | None = None
    serve: bool = False
    find: bool = True


Progress = Callable[[int, int], None]
"""Is told how many entries were copied, and how many there are."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Where the office's station answers, and the province to which it passes on (empty: none)."""

    url: str
    province_url: str


def join(journal: Journal, joining: Joining, told: Progress = lambda copied, all_: None) -> Joined:
    """Enrol, copy what the office knows, and write who this station is; return where the office is.

    The code is shown only to the machine that made it. Raises OFFICE_AWAY, NOT_AN_OFFICE, PLAIN_ANSWER,
    CERTIFICATE_STATION, JOIN_CODE_SHORT, TLS_FAILED, ENROLMENT_REFUSED, STATION_REVOKED; what was copied stays for the
    next try.
    """
    url = address_of(joining.url)
    code, letters = without_pin(joining.code)
    upstream = Upstream(url, _CONNECT_S, _READ_S, identify=joining_by(code, letters), tag=OFFICE)
    wire = Wire(upstream, journal.key, ServerTime(journal.clock))
    try:
        enrolled = enrol(wire, journal, code)
        asked = steady()
        answer = decoded(wire.call("GET", f"/v1/office?beat={records.encode(Beat()).decode()}").content, OfficeAnswer)
        OfficeClocks(journal.clock).answered(answer, asked, steady(), followed=True)
        pull = FeedPull(journal, wire, Pace(poll_s=0), lambda: None, outbox.marks_of(answer.station))
        while not pull.level:
            pull.step()
            told(pull.position or 0, pull.newest)
        # Of the machine that the code names: which key is the province's, and for whom that has data keys sealed.
        Countersigned(journal, province=False).now_and_then(wire)
    except RefusedError:
        raise
    except CounterError as error:
        raise _meant(error, url) from error
    finally:
        wire.close()
    new = JoiningStation(enrolled.office, joining.name, joining.roles, enrolled.rank, joining.desk)
    setup.join(journal, new)
    log.info("event=joined office=%s rank=%d", enrolled.office, enrolled.rank)
    return Joined(url, answer.province)


def _meant(error: CounterError, url: str) -> CounterError:
    """Nobody there, or somebody who does not know what he is asked."""
    if error.code not in (Code.LINK_DOWN, Code.CAPTIVE_PAGE):
        return error
    answered = str(error.params.get("detail", "")).startswith(("not a sync server", "unreadable"))
    return CounterError(Code.NOT_AN_OFFICE, url=url) if answered else CounterError(Code.OFFICE_AWAY)


def address_of(text: str) -> str:
    """Return the URL of what was typed: a host, with or without its port and ``https://``; never a plain one."""
    parts = urlsplit(text.strip() if "://" in text else f"//{text.strip()}")
    try:
        port = parts.port
    except ValueError as error:
        raise CounterError(Code.OFFICE_AWAY) from error
    if not parts.hostname:
        raise CounterError(Code.OFFICE_AWAY)
    return office_url(parts.hostname, port or PORT, tls=parts.scheme == "https")
