"""What an office station answers beyond sync: queue commands, who is in charge, and giving the queue back."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counter_app.domain.queue_commands import COMMANDS, QueueCommand
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import Peer
from sync import records
from sync.records import Beat, BlobNames, HandedBack, OfficeAnswer, QueueAnswer, RefusedError, SettledBlobs
from sync.server import answers
from sync.server.gate import Gate
from sync.signing import ReceivedMessage

_LARGEST_COMMAND = 16 << 10
_LARGEST_QUESTION = 128 << 10
_MOST_BROUGHT = 200
"""Entries that come with the answer to a command, at most; the feed brings the others."""
_WORKERS = 32
"""So many commands share one durable transaction, at most; each waits in a thread of its own."""

_TALKERS = 2
_LONGEST_NUMBER = 19

_FAULTS = (Code.DISK_FULL, Code.DISK_FAULT, Code.DATA_NOT_WRITABLE, Code.STORE_CORRUPT)


class OfficeRole(Protocol):
    """The station behind the server."""

    office: str

    def execute(self, command: QueueCommand, command_id: str) -> str:
        """Do a command if this station is in charge; blocks. Raises what the queue refuses, OFFICE_NOT_IN_CHARGE."""
        ...

    def heard(self, station: str, beat: Beat, host: str) -> OfficeAnswer:
        """Take what a station says of itself, and say who is in charge."""
        ...

    def reached(self, station: str, position: int) -> bool:
        """A station has read this one's feed up to a position; True for one that may take over. Does not block."""
        ...

    def bring(self, sha256: str) -> bytes:
        """Return a blob that only the province has; blocks. Raises BLOB_MISSING, LINK_DOWN."""
        ...

    def settled(self, names: Sequence[str]) -> SettledBlobs:
        """Say which of these blobs are at the province."""
        ...

    def hand_back(self, station: str) -> HandedBack:
        """Do nothing more for the queue, as the first station asks; blocks. Raises OFFICE_NOT_IN_CHARGE."""
        ...


class OfficeCalls:
    """The calls that only an office station answers."""

    def __init__(self, journal: Journal, gate: Gate, role: OfficeRole) -> None:
        self._journal = journal
        self._gate = gate
        self._role = role
        self._pool = ThreadPoolExecutor(_WORKERS, "sync-queue")
        # However many commands wait for the disk: whoever asks is answered, or another station would take over.
        self._talk = ThreadPoolExecutor(_TALKERS, "sync-office")
        self.routes = [
            Route("/v1/queue/{command}", self.command, methods=["POST"]),
            Route("/v1/office", self.office, methods=["GET"]),
            Route("/v1/office/hand-back", self.hand_back, methods=["POST"]),
            Route("/v1/office/settled", self.settled, methods=["POST"]),
        ]

    def close(self) -> None:
        """End the threads after what they are doing."""
        self._pool.shutdown(wait=True)
        self._talk.shutdown(wait=True)

    async def command(self, request: Request) -> Response:
        """Do one command; the answer goes out when it is durable, and brings what the caller has not seen yet."""
        message, body = await self._gate.message_and_body(request, _LARGEST_COMMAND)
        name, query = request.path_params["command"], request.query_params
        after = _position(query.get("after", ""))
        return await self._do(self._pool, self._command, message, body, name, query.get("id", ""), after)

    async def office(self, request: Request) -> Response:
        """Say who is in charge."""
        message, _ = await self._gate.message_and_body(request, 0)
        host = request.client.host if request.client else ""
        return await self._do(self._talk, self._office, message, request.query_params.get("beat", "{}"), host)

    async def hand_back(self, request: Request) -> Response:
        """Give the queue back to the station whose it is."""
        message, body = await self._gate.message_and_body(request, 0)
        return await self._do(self._talk, self._hand_back, message, body)

    async def settled(self, request: Request) -> Response:
        """Say which of a desk's blobs are at the province."""
        message, body = await self._gate.message_and_body(request, _LARGEST_QUESTION)
        return await self._do(self._pool, self._settled, message, body)

    async def _do(self, pool: ThreadPoolExecutor, work: Callable[..., Response], *args: object) -> Response:
        return await asyncio.get_running_loop().run_in_executor(pool, work, *args)

    def _command(
        self, message: ReceivedMessage, body: bytes, name: str, command_id: str, after: int | None
    ) -> Response:
        self._member(message, body)
        kind = COMMANDS.get(name)
        if kind is None or not 0 < len(command_id) <= 64 or not command_id.isalnum():
            raise RefusedError(400, Code.SERVER_REFUSED, title="no such command")
        try:
            command = cast("QueueCommand", records.decode(body, kind))
        except ValueError as error:
            raise RefusedError(400, Code.SERVER_REFUSED, title="not what the command needs") from error
        try:
            key = self._role.execute(command, command_id)
        except CounterError as error:
            raise _refusal(error) from error
        station, seq = self._journal.key.station, self._journal.last_seq
        if after is None:
            return answers.lines(records.queue_answer(QueueAnswer(key, station, seq, 0), ()))
        page = outbox.feed_entries(self._journal, self._role.office, after, _MOST_BROUGHT)
        return answers.lines(records.queue_answer(QueueAnswer(key, station, seq, page.position), page.entries))

    def _office(self, message: ReceivedMessage, text: str, host: str) -> Response:
        caller = self._member(message, b"")
        try:
            beat = records.decode(text.encode(), Beat)
        except ValueError as error:
            raise RefusedError(400, Code.SERVER_REFUSED, title="no beat") from error
        return answers.record(self._role.heard(caller.station, beat, host))

    def _hand_back(self, message: ReceivedMessage, body: bytes) -> Response:
        caller = self._member(message, body)
        try:
            return answers.record(self._role.hand_back(caller.station))
        except CounterError as error:
            raise _refusal(error) from error

    def _settled(self, message: ReceivedMessage, body: bytes) -> Response:
        self._member(message, body)
        try:
            asked = records.decode(body, BlobNames)
        except ValueError as error:
            raise RefusedError(400, Code.SERVER_REFUSED, title="no blobs") from error
        return answers.record(self._role.settled(asked.sha256[: records.MOST_BLOBS_ASKED]))

    def _member(self, message: ReceivedMessage, body: bytes) -> Peer:
        """The station of this office that signed. Raises RefusedError."""
        caller = self._gate.signed_by(message, body)
        if caller.office != self._role.office:
            raise RefusedError(403, Code.STATION_UNKNOWN, station=caller.station)
        return caller


def _position(text: str) -> int | None:
    """Return the caller's position in the feed; None where it says none that can be."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONGEST_NUMBER else None


def _refusal(error: CounterError) -> CounterError:
    """What the rules refuse is the caller's business, with every parameter; a broken disk is the server's own."""
    if isinstance(error, RefusedError) or error.code in _FAULTS:
        return error
    status = 421 if error.code is Code.OFFICE_NOT_IN_CHARGE else 409
    refused = RefusedError(status, error.code)
    refused.params = dict(error.params)
    return refused
