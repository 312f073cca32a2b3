"""Connections as uvicorn has them, but kept for nobody who says nothing, or takes nothing of what was asked for."""

import asyncio
import logging

from uvicorn.protocols.http.h11_impl import H11Protocol

log = logging.getLogger(__name__)


class Patient(H11Protocol):
    """At most ``most`` at once; the time without a request counts from the beginning, not after the first alone."""

    most = 0
    _idle_since = 0.0
    _unread = 0
    _looks = False
    _went_on = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin to wait for a request."""
        super().connection_made(transport)
        if len(self.connections) > self.most:
            log.info("event=connection_refused reason=too-many")
            transport.abort()
            return
        self._idle_since = self.loop.time()
        self._wait_for_a_request()

    def data_received(self, data: bytes) -> None:
        """Go on waiting after half a head: a letter now and then does not begin the time anew."""
        super().data_received(data)
        begun: object = self.cycle  # None before the first request, which uvicorn's types do not say
        if self.timeout_keep_alive_task is None and getattr(begun, "response_complete", True):
            self._wait_for_a_request()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._idle_since = self.loop.time()

    def pause_writing(self) -> None:
        """Much waits to be read: see whether it is."""
        super().pause_writing()
        if not self._looks:
            self._look_later()

    def resume_writing(self) -> None:
        """Enough was read for more to be sent."""
        super().resume_writing()
        self._went_on = True

    def _wait_for_a_request(self) -> None:
        end = self._idle_since + self.timeout_keep_alive
        self.timeout_keep_alive_task = self.loop.call_at(end, self.timeout_keep_alive_handler)

    def _look_later(self) -> None:
        self._looks, self._went_on = True, False
        self._unread = self.transport.get_write_buffer_size()
        self.loop.call_later(self.timeout_keep_alive, self._let_go_unless_taken)

    def _let_go_unless_taken(self) -> None:
        """An answer stays in memory until it is read; one of which nothing was read all the time is given up."""
        self._looks = False
        left = self.transport.get_write_buffer_size()
        if left and left >= self._unread and not self._went_on:
            log.info("event=answer_not_taken bytes=%d", left)
            self.transport.abort()
        elif left:
            self._look_later()


def connections(most: int) -> type[Patient]:
    """Return the protocol of a server that has at most so many connections at once.

    Each keeps a file open: without an end to them whoever is on the network leaves the program none for its data.
    """
    return type("Limited", (Patient,), {"most": most})
