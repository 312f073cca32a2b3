"""The ASGI application that an office station and the province run."""

import contextlib
import os
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from counter_app.errors import CounterError
from counter_app.journal.journal import Journal
from sync.server import about_calls, answers
from sync.server.about_calls import AboutCalls
from sync.server.bell import Bell
from sync.server.blob_calls import BlobCalls
from sync.server.checkpoint_calls import CheckpointCalls
from sync.server.countersigning import Countersigner
from sync.server.entry_calls import EntryCalls
from sync.server.gate import Gate
from sync.server.metrics import Measured, Metrics, timed
from sync.server.office_role import OfficeCalls, OfficeRole
from sync.server.pressure import StationPace
from sync.server.station_calls import StationCalls
from sync.server.store import ServerStore
from sync.server.update_calls import UpdateCalls
from sync.server.upload_calls import UploadCalls
from sync.signing import OFFICE


@dataclass(frozen=True, slots=True)
class OfficePart:
    """What makes a server an office's: the journal that it also writes, and who keeps the queue."""

    journal: Journal
    role: OfficeRole


def create_app(
    store: ServerStore,
    bell: Bell,
    office: OfficePart | None = None,
    pace: StationPace | None = None,
    updates: Path | None = None,
) -> Starlette:
    """Return the application over ``store``; closing ``bell`` lets every long poll answer at once.

    With ``office`` it also keeps the queue of an office; with ``pace`` no station may ask too often; ``updates`` is a
    folder of published packages.
    """
    metrics = Metrics()
    store = timed(store, metrics)
    gate = Gate(store, pace, (OFFICE, office.journal.key.station) if office else ())
    countersigner = Countersigner(store)
    queue = OfficeCalls(office.journal, gate, office.role) if office else None
    calls = (
        AboutCalls(store, gate, metrics, os.environ.get(about_calls.TOKEN, "")),
        StationCalls(store, gate),
        EntryCalls(store, bell, gate, metrics, countersigner, office.role if office else None),
        CheckpointCalls(store, gate, countersigner),
        UploadCalls(store, gate, bell),
        BlobCalls(store, gate),
        *((queue,) if queue else ()),
        *((UpdateCalls(updates, gate),) if updates else ()),
    )
    hearing = partial(_hearing, store, bell, (*((queue.close,) if queue else ()), gate.close))
    handlers = {CounterError: answers.on_refused, HTTPException: answers.on_http_error, Exception: answers.on_bug}
    routes = [route for one in calls for route in one.routes]
    measured = Middleware(Measured, metrics=metrics, routes=routes)
    app = Starlette(routes=routes, middleware=[measured], exception_handlers=handlers, lifespan=hearing)
    app.state.metrics = metrics
    return app


@contextlib.asynccontextmanager
async def _hearing(
    store: ServerStore, bell: Bell, ends: Sequence[Callable[[], None]], _app: Starlette
) -> AsyncIterator[None]:
    """Hear the store's changes while the server runs."""
    bell.hang()
    unlisten = store.listen(bell.ring)
    try:
        yield
    finally:
        unlisten()
        for end in ends:
            end()
