"""Contents on their way up: small ones whole, large ones resumable (tus), several at once, until they are there."""

import base64
import logging
import re
import threading
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.journal.outbox import BlobRow
from sync import records
from sync.channel import Step
from sync.records import BlobNames, RefusedError
from sync.traffic import GaveWayError, PacedBody, Traffic
from sync.wire import Reply, Wire

log = logging.getLogger(__name__)

LARGEST_WHOLE = 256 << 10
"""Bytes of a content that is sent whole; a larger one is sent so that it can go on after a cut."""

_NO_CALL = (404, 405, 501)
_NO_UPLOAD = (404, 410)
_ANOTHER_OFFSET = 409
_LONGEST_NUMBER = 18
_OLD_SERVER_S = 3600.0
_ASIDE_S = 3600.0
_TOGETHER, _TOGETHER_S = 64, 1.0  # what arrived is written down in groups: each transaction waits for the disk
_BEGINNINGS = 3  # so often an upload may be unknown, or wrong at its end, before it is set aside
_LOCATION = re.compile(r"/v1/blobs/[0-9A-Za-z/_-]+")
_TUS = {"Tus-Resumable": records.TUS}


class Sender:
    """Sends contents over one wire; what an older server does not know is done the older way.

    ``on_contact`` is told of every answer: a large content takes many, and many minutes.
    """

    def __init__(self, wire: Wire, traffic: Traffic, on_contact: Callable[[], None] = lambda: None) -> None:
        self._wire = wire
        self._traffic = traffic
        self._on_contact = on_contact
        self._resumes_from = 0.0  # when to ask for resumable uploads again

    def lacking(self, names: Sequence[str]) -> tuple[str, ...] | None:
        """Return those that the upstream lacks, of at most a thousand; None where it cannot say. Raises as a call."""
        try:
            reply = self._wire.call("POST", "/v1/blobs/lacking", records.encode(BlobNames(tuple(names))))
        except RefusedError as refused:
            if refused.status in _NO_CALL:
                return None
            raise
        return decoded_names(reply)

    def send(self, sha256: str, content: bytes) -> None:
        """Return when the upstream keeps the content; after a failure it goes on where it was.

        Raises RefusedError, what a call raises, and GaveWayError if entries had to go first.
        """
        try:
            if len(content) <= LARGEST_WHOLE or monotonic() < self._resumes_from:
                self._send_whole(sha256, content)
            else:
                self._send_resumably(sha256, content)
        finally:
            self._traffic.ended(sha256)

    def has(self, sha256: str) -> bool:
        """Ask about one content, as every server understands."""
        return self._wire.call("HEAD", f"/v1/blobs/{sha256}", fine=(404,)).status != 404

    def _send_whole(self, sha256: str, content: bytes) -> None:
        self._traffic.reached(sha256, 0)
        self._wire.call("PUT", f"/v1/blobs/{sha256}", content, body=self._body(sha256))

    def _body(self, sha256: str) -> Callable[[bytes], PacedBody]:
        return partial(PacedBody, traffic=self._traffic, sha256=sha256, ready=self._wire.wait_writable)

    def _send_resumably(self, sha256: str, content: bytes) -> None:
        for beginning in range(1, _BEGINNINGS + 1):
            try:
                begun = self._begin(sha256, len(content))
                if begun is None:
                    self._resumes_from = monotonic() + _OLD_SERVER_S
                    self._send_whole(sha256, content)
                    return
                self._go_on(sha256, content, *begun)
                return
            except RefusedError as refused:
                lost = refused.status in _NO_UPLOAD or refused.code is Code.BLOB_DAMAGED
                if not lost or beginning == _BEGINNINGS:
                    raise
                log.warning("event=upload_begun_again sha256=%s status=%d", sha256, refused.status)

    def _begin(self, sha256: str, length: int) -> tuple[str, int] | None:
        """Return the upload that the server has or makes, and what it holds; None if it knows no uploads."""
        named = base64.b64encode(sha256.encode()).decode()
        headers = _TUS | {"Upload-Length": str(length), "Upload-Metadata": f"sha256 {named}"}
        try:
            reply = self._wire.call("POST", "/v1/blobs", headers=headers)
        except RefusedError as refused:
            if refused.status in _NO_CALL:
                return None
            raise
        location = reply.headers.get("Location", "")
        if _LOCATION.fullmatch(location) is None:
            raise CounterError(Code.SERVER_REFUSED, status=reply.status, title="no place for an upload")
        return location, _offset(reply, length)

    def _go_on(self, sha256: str, content: bytes, location: str, offset: int) -> None:
        stuck = 0
        self._traffic.reached(sha256, offset)
        self._on_contact()
        while offset < len(content):
            piece = content[offset : offset + self._traffic.piece]
            reply = self._patch(sha256, piece, location, offset)
            before, offset = offset, _offset(reply, len(content))
            self._traffic.reached(sha256, offset)
            self._on_contact()
            # Another offset is the server's to say, but not for ever.
            stuck = 0 if offset > before else stuck + 1
            if stuck == _BEGINNINGS:
                raise CounterError(Code.SERVER_REFUSED, status=reply.status, title="the upload does not go on")

    def _patch(self, sha256: str, piece: bytes, location: str, offset: int) -> Reply:
        headers = _TUS | {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        return self._wire.call(
            "PATCH",
            location,
            piece,
            headers=headers,
            body=self._body(sha256),
            signs_content=False,
            fine=(_ANOTHER_OFFSET,),
        )


def _offset(reply: Reply, length: int) -> int:
    text = reply.headers.get("Upload-Offset", "")
    if not text.isdecimal() or len(text) > _LONGEST_NUMBER or int(text) > length:
        raise CounterError(Code.SERVER_REFUSED, status=reply.status, title="no offset of an upload")
    return int(text)


def decoded_names(reply: Reply) -> tuple[str, ...]:
    """Return the names in an answer. Raises LINK_DOWN for what is none."""
    try:
        return records.decode(reply.content, BlobNames).sha256
    except ValueError as error:
        raise CounterError(Code.LINK_DOWN, detail="unreadable answer") from error


class Uploads:
    """What has to go up, shared by the connections: nothing twice, the urgent first, what cannot be sent set aside."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._stale = True
        self._line: list[BlobRow] = []
        self._in_work: set[str] = set()
        self._lacking: set[str] = set()  # of what waits, as far as the upstream was asked
        self._there: list[str] = []  # upstream, and not written down yet
        self._written = monotonic()
        self._aside: dict[str, float] = {}  # until when

    def look_again(self) -> None:
        """There may be more to send; from any thread."""
        self._stale = True

    def take(self, sender: Sender) -> BlobRow | None:
        """Return the next content to send, and keep the others from it until it is ``settled``."""
        with self._lock:
            if not self._line:
                self._stale = True
            while self._stale:
                self._stale = False
                self._plan(sender)
            if not self._line:
                return None
            row = self._line.pop(0)
            self._in_work.add(row.sha256)
            return row

    def settled(self, row: BlobRow, *, done: bool) -> None:
        """Nobody sends this content any more; where it is not done, it comes again.

        What is done is written down soon, and at the latest with the last one. Raises what a write raises.
        """
        with self._lock:
            self._in_work.discard(row.sha256)
            if done:
                self._there.append(row.sha256)
            else:
                self._stale = True
            last = not self._line and not self._in_work
            if last or len(self._there) >= _TOGETHER or monotonic() - self._written >= _TOGETHER_S:
                self._write_down()

    def set_aside(self, row: BlobRow) -> None:
        """Do not try this one for a while, and the others meanwhile."""
        with self._lock:
            self._aside[row.sha256] = monotonic() + _ASIDE_S

    def _write_down(self) -> None:
        outbox.blobs_are_upstream(self._journal, self._there)
        self._there.clear()
        self._written = monotonic()

    def _plan(self, sender: Sender) -> None:
        self._write_down()
        now = monotonic()
        self._aside = {name: until for name, until in self._aside.items() if until > now}
        rows = outbox.next_blobs(self._journal, records.MOST_BLOBS_ASKED + len(self._aside))
        free = [row for row in rows if row.sha256 not in self._in_work and row.sha256 not in self._aside]
        self._lacking &= {row.sha256 for row in rows}
        unknown = [row.sha256 for row in free if row.sha256 not in self._lacking][: records.MOST_BLOBS_ASKED]
        there = self._ask(sender, unknown) if unknown else set()
        outbox.blobs_are_upstream(self._journal, there)
        self._line = [row for row in free if row.sha256 in self._lacking]
        self._stale |= bool(there) and not self._line

    def _ask(self, sender: Sender, unknown: list[str]) -> set[str]:
        """Return those that the upstream has, and remember those that it lacks."""
        try:
            lacking = sender.lacking(unknown)
            if lacking is None:  # an older server, which is asked about each in its turn
                del unknown[1:]
                lacking = tuple(name for name in unknown if not sender.has(name))
        except BaseException:
            self._stale = True
            raise
        self._lacking.update(lacking)
        return set(unknown).difference(lacking)


class UploadStep:
    """What each connection repeats: one content. Those that the link does not need rest."""

    def __init__(self, journal: Journal, sender: Sender, uploads: Uploads, traffic: Traffic, number: int) -> None:
        self._journal = journal
        self._sender = sender
        self._uploads = uploads
        self._traffic = traffic
        self._number = number

    def step(self) -> Step:
        """Send one content: after the entries, or one beside them on a broad link."""
        if self._number >= self._traffic.connections:
            return Step.IDLE
        if self._number or not self._traffic.is_broad:
            self._traffic.lane.wait()
        row = self._uploads.take(self._sender)
        if row is None:
            return Step.IDLE
        done = False
        try:
            self._sender.send(row.sha256, self._journal.database.blobs.get(row.sha256))
            done = True
        except GaveWayError:
            log.info("event=upload_gave_way sha256=%s", row.sha256)
        except CounterError as error:
            if not is_about_content(error):
                raise
            log.error("event=blob_not_sent sha256=%s code=%s", row.sha256, error.code)
            self._uploads.set_aside(row)
        finally:
            self._uploads.settled(row, done=done)
        return Step.MORE


def is_about_content(error: CounterError) -> bool:
    """Whether one blob cannot be sent, while others may."""
    if isinstance(error, RefusedError):
        return error.status in (413, 422)
    return error.code in (Code.BLOB_MISSING, Code.BLOB_DAMAGED)
