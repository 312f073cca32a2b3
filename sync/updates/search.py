"""One search for a new version, by whoever works at a machine: nothing is installed, and no right is needed."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from counter_app.errors import Code, CounterError
from counter_app.services.updates import (
    UpdateState,
    is_newer,
    keep_state,
    own_architecture,
    refusal_of,
    update_state,
    updates_folder,
)
from sync.updates.client import UpdateClient
from sync.updates.trust import same_fingerprint
from sync.updates.way import Way
from sync.wire import Upstream, far_server

log = logging.getLogger(__name__)

_READ_S = 60.0


def upstream_of(settings: Way) -> Upstream:
    """Return who publishes for a machine with these settings. Raises PROVINCE_UNSET."""
    if not settings.province_url:
        raise CounterError(Code.PROVINCE_UNSET)
    server = far_server(settings.province_url, settings.security.ca_file, settings.security.proxy)
    return replace(server, read_s=_READ_S)


class UpdateSearch:
    """Looks, fetches and remembers, for one data folder; ``cut`` may come from any thread."""

    def __init__(
        self, data: Path, now: Callable[[], datetime], architecture: Callable[[], str] = own_architecture
    ) -> None:
        self._data = data
        self._now = now
        self._architecture = architecture
        self._lock = threading.Lock()
        self._client: UpdateClient | None = None
        self._cut = False

    def run(self, settings: Way, trust: str = "") -> UpdateState:
        """Find the newest version and fetch it if it is newer than this program; blocks.

        Who publishes is believed at the first contact, unless ``trust`` is the fingerprint that somebody compared: a
        search installs nothing. What goes wrong is remembered too.

        Raises PROVINCE_UNSET, and as ``UpdateClient.check``.
        """

        def believes(mark: str) -> bool:
            return not trust or same_fingerprint(trust, mark)

        client = UpdateClient(updates_folder(self._data), upstream_of(settings), self._architecture(), believes)
        if trust:
            client.forget_unless(trust)
        with self._lock:
            if self._cut:
                raise CounterError(Code.LINK_DOWN, detail="closing")
            self._client = client
        before = update_state(self._data)
        try:
            state = self._searched(client, before)
        except CounterError as error:
            if error.code is not Code.UPDATE_BUSY:
                with suppress(CounterError):  # a full disk: what came first is said
                    keep_state(self._data, replace(before, refusal=refusal_of(error, self._now())))
            raise
        finally:
            client.close()
        keep_state(self._data, state)
        return state

    def cut(self) -> None:
        """End what is under way, and what comes."""
        with self._lock:
            self._cut = True
            if self._client is not None:
                self._client.cut()

    def _searched(self, client: UpdateClient, before: UpdateState) -> UpdateState:
        found = client.check()
        newest = found[0] if found else None
        fetched_at = None
        if newest is not None and is_newer(newest):
            was_here = client.here(newest) is not None and before.newest == newest
            client.fetch(newest)
            fetched_at = before.fetched_at if was_here and before.fetched_at else self._now()
        client.keep_only([newest.version] if newest is not None and fetched_at is not None else [])
        log.info("event=updates_searched newest=%s", newest.version if newest else "-")
        return UpdateState(self._now(), newest, fetched_at, None, client.fingerprint)
