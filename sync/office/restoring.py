"""A new machine takes the place of one that is gone: the province knows all that this one sent."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from counter_app.domain.places import Office, Station
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.services import setup
from counter_app.services.setup import JoiningStation
from counter_app.store import places
from sync import records
from sync.countersigned import Countersigned
from sync.records import FeedBegin, FeedRequest
from sync.replicator import PROVINCE, FeedPull, Pace, decoded, enrol
from sync.signing import ServerTime
from sync.wire import Upstream, Wire

log = logging.getLogger(__name__)

_CONNECT_S = 10.0
_READ_S = 60.0

Progress = Callable[[int, int], None]
"""Is told how many entries are here, and how many there are."""


@dataclass(frozen=True, slots=True)
class Restoring:
    """What is typed on a machine that takes another's place: the province, its one-time code, and what it is.

    ``ca_file`` and ``proxy`` are of the way to the province, as in the settings.
    """

    url: str
    code: str
    name: str
    roles: tuple[str, ...]
    desk: int | None = None
    ca_file: str = ""
    proxy: str = "system"


def restore(journal: Journal, restoring: Restoring, told: Progress = lambda here, all_: None) -> None:
    """Enrol at the province, copy what it knows of the office, and write who this station is.

    After a failure or a restart it goes on where it was, with the code that let it in. Blobs come when they are asked
    for. Raises NOTHING_TO_RESTORE where the province knows nothing of the office, ENROLMENT_REFUSED,
    STATION_REVOKED, LINK_DOWN and what else keeps a server away.
    """
    upstream = Upstream(restoring.url, _CONNECT_S, _READ_S, restoring.ca_file or None, restoring.proxy)
    wire = Wire(upstream, journal.key, ServerTime(journal.clock))
    try:
        enrolled = enrol(wire, journal, restoring.code)
        Countersigned(journal).meet_key(enrolled.key)
        _copy(journal, wire, told)
    finally:
        wire.close()
    rank = free_rank(journal, enrolled.office, enrolled.rank)
    new = JoiningStation(enrolled.office, restoring.name, restoring.roles, rank, restoring.desk, succeeds=True)
    setup.join(journal, new)
    log.info("event=restored office=%s rank=%d", enrolled.office, rank)


def _copy(journal: Journal, wire: Wire, told: Progress) -> None:
    """Read the feed to its end; each page is durable with its place, so that a cut costs a page."""
    asked = records.encode(FeedRequest({}))
    there = decoded(wire.call("POST", "/v1/feed/begin", asked).content, FeedBegin).heads
    there.pop(journal.key.station, None)
    if not any(there.values()):
        raise CounterError(Code.NOTHING_TO_RESTORE)
    pull = FeedPull(journal, wire, Pace(poll_s=0), lambda: None, PROVINCE)
    all_ = sum(there.values())
    told(min(_held(journal), all_), all_)
    while not pull.level:
        pull.step()
        told(min(_held(journal), all_), all_)


def _held(journal: Journal) -> int:
    return sum(head for station, head in outbox.all_heads(journal).items() if station != journal.key.station)


def free_rank(journal: Journal, office: str, given: int) -> int:
    """A rank above all that the office's machines have: its ranges of numbers are nobody else's."""
    with journal.database.read() as connection:
        if places.place(connection, f"office/{office}", Office) is None:
            raise CounterError(Code.NOTHING_TO_RESTORE)
        known = [one.rank for one in places.all_of(connection, Station) if one.office == office]
    return max(given, max(known, default=0) + 1)
