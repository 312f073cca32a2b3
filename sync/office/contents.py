"""Contents that an office's boards need: whoever has them gives them to the station in charge."""

import logging

from counter_app.errors import CounterError
from counter_app.journal.journal import Journal
from counter_app.services.hall_contents import hall_contents
from sync.channel import Step
from sync.replicator import is_about_content
from sync.wire import Wire

log = logging.getLogger(__name__)

STREAMS = ("board/", "voice/")
"""Beginnings of the streams whose changes may name new contents."""


class ContentPush:
    """Gives one upstream what it lacks; it is asked once, so each new one is asked anew."""

    def __init__(self, journal: Journal, wire: Wire) -> None:
        self._journal = journal
        self._wire = wire
        self._settled: set[str] = set()

    def step(self) -> Step:
        """Send one content."""
        blobs = self._journal.database.blobs
        waiting = (name for name in hall_contents(self._journal) if name not in self._settled and blobs.has(name))
        sha256 = next(waiting, None)
        if sha256 is None:
            return Step.IDLE
        target = f"/v1/blobs/{sha256}"
        try:
            if self._wire.call("HEAD", target, fine=(404,)).status == 404:
                self._wire.call("PUT", target, blobs.get(sha256))
        except CounterError as error:
            if not is_about_content(error):
                raise
            log.error("event=content_not_sent sha256=%s code=%s", sha256, error.code)
        self._settled.add(sha256)
        return Step.MORE
