"""The calls about stations: who is let in, and who else an office has."""

import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app.errors import Code
from sync import records
from sync.records import Enrolled, Introductions, RefusedError
from sync.server import answers
from sync.server.gate import Gate
from sync.server.store import Introduced, ServerStore

log = logging.getLogger(__name__)

_LARGEST_INTRODUCTION = 64 << 10


class StationCalls:
    """Enrolment with a one-time code, introductions by a station of the same office."""

    def __init__(self, store: ServerStore, gate: Gate) -> None:
        self._store = store
        self._gate = gate
        self.routes = [
            Route("/v1/enrol", self.enrol, methods=["POST"]),
            Route("/v1/stations", self.introduce, methods=["POST"]),
        ]

    async def enrol(self, request: Request) -> Response:
        """Admit a station with a one-time code."""
        asked = await self._gate.newcomer(request)
        let_in = await self._gate.run(self._store.enrol, asked.code, asked.station, asked.public_key, asked.office)
        log.info("event=station_enrolled station=%s office=%s rank=%d", asked.station, let_in.office, let_in.rank)
        key = self._store.signing_key
        return answers.record(Enrolled(asked.station, let_in.office, let_in.rank, key), 201)

    async def introduce(self, request: Request) -> Response:
        """Know the stations that one of their office passes entries on for."""
        caller, body = await self._gate.station_and_body(request, _LARGEST_INTRODUCTION)
        try:
            asked = records.decode(body, Introductions)
            newcomers = [Introduced(station, key) for station, key in asked.stations.items()]
            if not all(0 < len(one.station) <= 64 and len(bytes.fromhex(one.public_key)) == 32 for one in newcomers):
                raise ValueError(asked.stations)
        except ValueError as error:
            raise RefusedError(400, Code.SERVER_REFUSED, title="no stations") from error
        await self._gate.run(self._store.introduce, caller.office, newcomers)
        log.info("event=stations_introduced by=%s count=%d", caller.station, len(newcomers))
        return answers.empty(204)
