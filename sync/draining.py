"""Waits until a link has sent everything, or until it is plain that it cannot now."""

import threading
from time import monotonic

from counter_app.errors import Code
from sync.link import SyncStatus, Uplink

PATIENCE_S = 20.0
"""Without any progress for so long, and it is given up."""

_FOR_GOOD = frozenset(
    {
        Code.STATION_REVOKED,
        Code.STATION_UNKNOWN,
        Code.SEQUENCE_CONFLICT,
        Code.SERVER_NEWER,
        Code.CAPTIVE_PAGE,
        Code.PROXY_REFUSED,
        Code.CERTIFICATE_EXPIRED,
        Code.CERTIFICATE_NOT_YET,
        Code.CERTIFICATE_HOST,
        Code.CERTIFICATE_UNKNOWN,
    }
)
"""Trying again at once helps nobody."""

_SETTLED_S = 0.3
"""So long nothing must wait: an entry may come with what was read."""


def drain(link: Uplink, patience_s: float = PATIENCE_S) -> Code | None:
    """Return None when nothing waits any more, else why something still does; blocks."""
    told = threading.Condition()

    def hear(_status: SyncStatus) -> None:
        with told:
            told.notify_all()

    unlisten = link.listen(hear)
    link.wake()
    best, moved = link.status(), monotonic()
    try:
        while True:
            now = link.status()
            if now.up and not _waits(now) and not now.fault:
                with told:
                    if not told.wait_for(lambda: _waits(link.status()), _SETTLED_S):
                        return None
                continue
            if now.fault in _FOR_GOOD:
                return now.fault
            if _measure(now) < _measure(best) or now.up and not best.up:
                best, moved = now, monotonic()
            left = moved + patience_s - monotonic()
            if left <= 0:
                return now.fault or (Code.LINK_DOWN if not now.up else Code.SERVER_BUSY)
            with told:
                told.wait(min(left, 1.0))
    finally:
        unlisten()


def _waits(status: SyncStatus) -> bool:
    return bool(status.waiting or status.blobs_waiting)


def _measure(status: SyncStatus) -> tuple[int, int, int]:
    """Less is further."""
    return status.waiting, status.blobs_waiting, status.bytes_waiting - status.bytes_sent
