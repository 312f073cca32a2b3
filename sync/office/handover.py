"""Asks the station that keeps the queue to give it back, and takes in everything that it did."""

import logging
import threading
from dataclasses import replace
from time import monotonic

from counter_app.errors import CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from sync.office.link import OfficeLink
from sync.records import HandedBack
from sync.replicator import decoded
from sync.signing import ServerTime
from sync.wire import Wire

log = logging.getLogger(__name__)


def ask_back(journal: Journal, link: OfficeLink, within_s: float) -> HandedBack | None:
    """Ask the station at the other end of ``link``; None if it does not give, or not everything is here in time."""
    end = monotonic() + within_s
    upstream = replace(link.upstream, connect_s=within_s, read_s=within_s)
    wire = Wire(upstream, journal.key, ServerTime(journal.clock))
    try:
        given = decoded(wire.call("POST", "/v1/office/hand-back").content, HandedBack)
    except CounterError as error:
        log.info("event=not_handed_back code=%s", error.code)
        return None
    finally:
        wire.close()
    return given if _arrived(journal, given, end) else None


def _arrived(journal: Journal, given: HandedBack, end: float) -> bool:
    """Whether its last entry is here; it comes by the feed."""
    changed = threading.Condition()

    def tell(_streams: frozenset[str]) -> None:
        with changed:
            changed.notify_all()

    unlisten = journal.changes.listen(tell)
    try:
        with changed:
            return changed.wait_for(
                lambda: outbox.heads(journal, (given.station,))[given.station] >= given.seq, end - monotonic()
            )
    finally:
        unlisten()
