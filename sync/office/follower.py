"""Follows the station that keeps the queue: its entries here, this station's there, and commands to it."""

import threading

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from sync.office.authority import OfficeAuthority
from sync.office.link import OfficeLink
from sync.office.reaching import Reaching

_CONNECT_S = 2.0
_READ_S = 30.0
_COMMAND_S = 6.0


class Follower:
    """At most one at a time; changed by one thread, asked by any."""

    def __init__(self, journal: Journal, reaching: Reaching) -> None:
        self._journal = journal
        self._reaching = reaching
        self._lock = threading.Lock()
        self._now: tuple[OfficeLink, OfficeAuthority] | None = None

    @property
    def authority(self) -> OfficeAuthority | None:
        """Where commands go while somebody is followed who knows what this station holds."""
        with self._lock:
            link, authority = self._now or (None, None)
        return authority if link is not None and link.position() is not None else None

    @property
    def link(self) -> OfficeLink | None:
        """The link to the one followed."""
        with self._lock:
            return self._now[0] if self._now else None

    def fetch(self, sha256: str) -> bytes:
        """Return a content, from the one followed if it is not here, and keep it; blocks.

        Raises LINK_DOWN, BLOB_DAMAGED, DISK_FULL, and BLOB_MISSING, also while nobody is followed.
        """
        link = self.link
        if link is None:
            raise CounterError(Code.BLOB_MISSING, sha256=sha256)
        return link.fetch(sha256)

    def follow(self, station: str, url: str) -> None:
        """Follow this one, and nobody else."""
        link = self.link
        if link is not None and (link.station, link.upstream.url) == (station, url):
            return
        self.stop()
        reach = self._reaching.upstream
        link = OfficeLink(self._journal, reach(url, _CONNECT_S, _READ_S, station), station)
        authority = OfficeAuthority(self._journal, reach(url, _CONNECT_S, _COMMAND_S, station), link.position)
        link.start()
        with self._lock:
            self._now = (link, authority)

    def stop(self) -> None:
        """Follow nobody."""
        with self._lock:
            before, self._now = self._now, None
        if before is not None:
            link, authority = before
            authority.close()
            link.close()
