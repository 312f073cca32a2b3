"""Uploads when their server ends, has no room, or is busy."""

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from counter_app.clocks import ManualClock
from sync.server.pressure import Limits, Pressure
from sync.server.program import ServerThread
from tests.sync.stations import Station, admit, province, station
from tests.sync.uploading import Caller, answer_on, named

A_SCAN = bytes(range(253)) * 4_000


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 11, 23, 1, tzinfo=UTC))


@pytest.fixture
def server(tmp_path: Path, clock: ManualClock) -> Iterator[ServerThread]:
    with province(tmp_path / "province", clock) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, server: ServerThread, clock: ManualClock) -> Iterator[Station]:
    with station(tmp_path / "desk", clock) as made:
        admit(server, made)
        yield made


@pytest.fixture
def caller(server: ServerThread, desk: Station) -> Iterator[Caller]:
    with Caller(desk, server.port) as made:
        yield made


def test_a_blob_that_could_not_be_kept_is_not_promised_and_kept_at_the_next_look(
    server: ServerThread, caller: Caller
) -> None:
    location = caller.begun(A_SCAN)
    in_the_way = server.journal.database.folder / "blobs" / named(A_SCAN)[:2]
    in_the_way.write_bytes(b"")
    refused = caller.patch(location, 0, A_SCAN)
    assert (refused.status_code, refused.headers["Retry-After"]) == (507, "60")
    assert caller.look(location).status_code == 507
    in_the_way.unlink()
    assert caller.offset(location) == len(A_SCAN)
    assert caller.call("GET", f"/v1/blobs/{named(A_SCAN)}").content == A_SCAN


def test_a_server_that_ends_waits_for_no_silent_line_and_keeps_what_came(server: ServerThread, desk: Station) -> None:
    with Caller(desk, server.port) as caller:
        location = caller.begun(A_SCAN)
        silent = caller.cut_patch(location, 0, len(A_SCAN), A_SCAN[:600_000])
        while (promised := caller.offset(location)) < 200_000:
            pass
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 2.5  # after three seconds everything is cut off
        assert answer_on(silent).startswith(b"HTTP/1.1 408")
        server.start()
    with Caller(desk, server.port) as caller:
        assert promised <= caller.offset(location) <= 600_000


def test_work_on_a_blob_that_takes_long_is_no_reason_to_refuse_an_entry() -> None:
    times = iter(range(0, 1000, 100))
    answered: list[str] = []

    async def run() -> None:
        working, done = asyncio.Event(), asyncio.Event()

        async def app(scope: Scope, receive: Receive, _send: Send) -> None:
            await receive()
            if scope["path"].startswith("/v1/blobs"):
                working.set()
                await done.wait()
            answered.append(scope["path"])

        async def receive() -> Message:
            return {"type": "http.request"}

        async def send(message: Message) -> None:
            answered.append(str(message.get("status")))

        pressure = Pressure(app, Limits(oldest_s=5), lambda: float(next(times)))
        blob = asyncio.create_task(pressure(_scope("/v1/blobs/x"), receive, send))
        await working.wait()
        await pressure(_scope("/v1/entries"), receive, send)
        done.set()
        await blob

    asyncio.run(run())
    assert answered == ["/v1/entries", "/v1/blobs/x"]


def _scope(path: str) -> Scope:
    return {"type": "http", "method": "POST", "path": path, "headers": []}


def test_an_upload_that_rested_a_week_is_given_up(clock: ManualClock, server: ServerThread, desk: Station) -> None:
    with Caller(desk, server.port) as caller:
        begun = caller.begin(A_SCAN)
        caller.patch(begun.headers["Location"], 0, A_SCAN[:1000])
    expires = parsedate_to_datetime(begun.headers["Upload-Expires"])
    assert expires == clock.now() + timedelta(days=7)
    server.stop()
    clock.set(expires + timedelta(seconds=1))
    server.start()
    with Caller(desk, server.port) as caller:
        caller.begin(b"another scan")
        assert caller.look(begun.headers["Location"]).status_code == 404
    assert not list(server.folder.rglob(f"*{named(A_SCAN)}*"))
