"""Contents that the province lost while no entry was: restored from a backup made before a slow scan had arrived.

Entries tell of their own loss; a content does not. So, when the link is back after a failure, it is asked in one small
question which of the newest are still there.
"""

import logging
from time import monotonic

from counter_app.errors import Code, CounterError
from counter_app.journal import resending
from counter_app.journal.journal import Journal
from sync import records
from sync.records import BlobNames
from sync.wire import Wire

log = logging.getLogger(__name__)

MOST_ASKED = 500
"""Names in the question: a day's scans of a busy desk, six seconds of a modem."""
_NO_CALL = (404, 405)


class LostContents:
    """Used by one thread; asks at most every ``every_s`` seconds."""

    def __init__(self, journal: Journal, wire: Wire, every_s: float) -> None:
        self._journal = journal
        self._wire = wire
        self._every_s = every_s
        self._next = 0.0

    def look(self) -> bool:
        """Ask, if it is time to; True when something waits again. Raises as ``Wire.call`` does."""
        if monotonic() < self._next:
            return False
        self._next = monotonic() + self._every_s
        names = resending.newest_sent(self._journal, MOST_ASKED)
        if not names:
            return False
        reply = self._wire.call("POST", "/v1/blobs/lacking", records.encode(BlobNames(names)), fine=_NO_CALL)
        if reply.status in _NO_CALL:  # an older server
            return False
        try:
            lost = set(records.decode(reply.content, BlobNames).sha256).intersection(names)
        except ValueError as error:
            raise CounterError(Code.LINK_DOWN, detail="unreadable answer") from error
        if lost:
            log.warning("event=contents_lost_upstream count=%d", len(lost))
            resending.wait_again(self._journal, lost)
        return bool(lost)
