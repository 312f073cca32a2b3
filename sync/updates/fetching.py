"""How the updater's library reaches the province: our own way there, which goes on where it broke."""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import requests
from tuf.api.exceptions import DownloadHTTPError, DownloadLengthMismatchError
from tuf.ngclient import FetcherInterface

from counter_app.errors import Code, CounterError
from sync.addresses import is_plain
from sync.faults import foreign_answer, no_server
from sync.transport import OpenSockets, open_session, proxy_for
from sync.wire import Upstream

if TYPE_CHECKING:
    from requests import Response, Session

_PIECE = 1 << 16
_TRIES = 8
"""Breaks in a row without a byte in between; the pause before each doubles."""
_PAUSE_S, _LONGEST_PAUSE_S = 0.1, 30.0
_BUSY = (429, 503)
_PARTIAL = 206


class UpstreamFetcher(FetcherInterface):
    """Used by one thread; ``cut`` may come from any other. What is under way lies in ``scratch``, not in memory."""

    def __init__(self, upstream: Upstream, scratch: Path) -> None:
        self._upstream = upstream
        self._scratch = scratch
        self._cut = threading.Event()
        self._lock = threading.Lock()
        self._session: Session | None = None
        self._sockets = OpenSockets(upstream.congestion)

    def cut(self) -> None:
        """End what is under way, and refuse what comes."""
        self._cut.set()
        self._sockets.cut()

    def close(self) -> None:
        """Give the connections back."""
        self.cut()
        with self._lock:
            if self._session is not None:
                self._session.close()

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        """As the library's own, but on the disk that has room for it, and not in the system's folder for small things.

        Raises DownloadLengthMismatchError once more came than was announced, and as ``_fetch``.
        """
        received = 0
        with tempfile.TemporaryFile(dir=self._scratch) as file:
            for piece in self.fetch(url):
                received += len(piece)
                if received > max_length:
                    raise DownloadLengthMismatchError(f"more than {max_length} bytes")
                file.write(piece)
            file.seek(0)
            yield file

    def _fetch(self, url: str) -> Iterator[bytes]:
        """Give the bytes of ``url``. Raises CounterError where no server answers, DownloadHTTPError where none is."""
        received, breaks = 0, 0
        while True:
            try:
                with self._get(url, received) as answer:
                    self._judge(answer, received)
                    for piece in answer.iter_content(_PIECE):
                        received, breaks = received + len(piece), 0
                        yield piece
            except (requests.RequestException, OSError) as error:
                breaks += 1
                # Where nothing came at all there is no link, and who waits is told so at once.
                if not received or breaks >= _TRIES or self._cut.wait(min(_PAUSE_S * 2**breaks, _LONGEST_PAUSE_S)):
                    raise no_server(error, self._upstream.host) from error
            else:
                return

    def _get(self, url: str, received: int) -> "Response":
        headers = {"Accept-Encoding": "identity", **({"Range": f"bytes={received}-"} if received else {})}
        timeout = (self._upstream.connect_s, self._upstream.read_s)
        return self._open().get(url, headers=headers, timeout=timeout, allow_redirects=False, stream=True)

    def _judge(self, answer: "Response", received: int) -> None:
        """Go on only with what was asked for. Raises as ``_fetch``."""
        if "Sync-Protocol" not in answer.headers:
            raise foreign_answer(answer.status_code, self._upstream.host)
        if answer.status_code in _BUSY:
            raise CounterError(Code.SERVER_BUSY)
        if answer.status_code >= 300:
            raise DownloadHTTPError(answer.reason or "", answer.status_code)
        if received and answer.status_code != _PARTIAL:
            raise CounterError(Code.LINK_DOWN, detail="the server does not go on where it was")

    def _open(self) -> "Session":
        with self._lock:
            if self._cut.is_set():
                raise CounterError(Code.LINK_DOWN, detail="closing")
            if is_plain(self._upstream.url):
                raise CounterError(Code.PLAIN_REFUSED, host=self._upstream.host)
            if self._session is None:
                proxy = proxy_for(self._upstream.url, self._upstream.proxy)
                self._session = open_session(self._sockets, self._upstream.authority, proxy, self._upstream.identify)
            return self._session
