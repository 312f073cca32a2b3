"""A server that is behind says so at once, to new requests only; one station cannot take it for itself."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from counter_app.errors import Code
from sync.records import RefusedError
from sync.server.pressure import Limits, Pressure, StationPace
from sync.server.program import ServerThread
from tests.sync.stations import admit, all_sent, held, replicating, station, until


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Slow:
    """An application whose answers wait until they are let out; ``let_in``: before that it reads no body."""

    def __init__(self) -> None:
        self.let_in = asyncio.Event()
        self.let_in.set()
        self.let_out = asyncio.Event()
        self.begun = 0

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        await self.let_in.wait()
        while (await receive()).get("more_body"):
            pass
        self.begun += 1
        await self.let_out.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


Ask = Callable[..., Awaitable[tuple[int, dict[str, str]]]]


def _asking(layer: Pressure) -> Ask:
    async def ask(
        path: str = "/v1/entries", size: int = 10, whole: asyncio.Event | None = None
    ) -> tuple[int, dict[str, str]]:
        sent: list[Message] = []
        headers = [(b"content-length", str(size).encode())]
        scope = {"type": "http", "method": "POST", "path": path, "headers": headers, "query_string": b""}

        async def receive() -> Message:
            if whole is not None:
                await whole.wait()
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await layer(scope, receive, send)
        return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}

    return ask


async def _begun(app: Slow, count: int) -> None:
    while app.begun < count:
        await asyncio.sleep(0)


def test_while_the_oldest_request_waits_too_long_new_ones_are_sent_away_and_told_when_to_come_again() -> None:
    async def play() -> None:
        clock, app = Clock(), Slow()
        ask = _asking(Pressure(app, Limits(oldest_s=5), clock))
        first = asyncio.ensure_future(ask())
        await _begun(app, 1)
        clock.now = 4.9
        second = asyncio.ensure_future(ask())
        await _begun(app, 2)
        clock.now = 5.1
        status, headers = await ask()
        assert (status, headers["sync-code"], headers["sync-protocol"]) == (503, Code.SERVER_BUSY, "1")
        assert 2 <= int(headers["retry-after"]) <= 10
        assert app.begun == 2
        health = asyncio.ensure_future(ask("/v1/health"))
        await _begun(app, 3)
        app.let_out.set()
        assert [status for status, _ in await asyncio.gather(first, second, health)] == [200] * 3
        assert (await ask())[0] == 200

    asyncio.run(play())


@pytest.mark.parametrize("path", ["/v1/blobs/x", "/updates/targets/x"])
def test_what_goes_down_a_slow_line_for_an_hour_is_no_reason_to_send_others_away(path: str) -> None:
    async def play() -> None:
        clock, app = Clock(), Slow()
        ask = _asking(Pressure(app, Limits(oldest_s=5), clock))
        slow = asyncio.ensure_future(ask(path))
        await _begun(app, 1)
        clock.now = 3600
        entries = asyncio.ensure_future(ask())
        await asyncio.sleep(0)
        app.let_out.set()
        assert [status for status, _ in await asyncio.gather(slow, entries)] == [200, 200]

    asyncio.run(play())


def test_a_request_whose_sender_is_not_even_looked_at_yet_waits_as_well() -> None:
    async def play() -> None:
        clock, app = Clock(), Slow()
        app.let_in.clear()
        app.let_out.set()
        ask = _asking(Pressure(app, Limits(oldest_s=5), clock))
        first = asyncio.ensure_future(ask())
        await asyncio.sleep(0)
        clock.now = 5.1
        assert (await ask())[0] == 503
        app.let_in.set()
        assert (await first)[0] == 200

    asyncio.run(play())


def test_no_more_are_taken_than_can_be_answered_in_time_at_the_pace_of_late() -> None:
    async def play() -> None:
        clock, app = Clock(), Slow()
        ask = _asking(Pressure(app, Limits(oldest_s=5), clock))
        for _ in range(100):
            app.let_out.clear()
            one = asyncio.ensure_future(ask())
            await _begun(app, app.begun + 1)
            clock.now += 1
            app.let_out.set()
            assert (await one)[0] == 200
            clock.now += 60  # nothing to do is no slow pace
        app.let_out.clear()
        taken = [asyncio.ensure_future(ask()) for _ in range(12)]
        await asyncio.sleep(0)
        app.let_out.set()
        statuses = [status for status, _ in await asyncio.gather(*taken)]
        assert 5 <= statuses.count(200) <= 7
        assert statuses == sorted(statuses)

    asyncio.run(play())


def test_a_body_that_comes_slowly_is_no_sign_of_a_slow_server() -> None:
    async def play() -> None:
        clock, app, whole = Clock(), Slow(), asyncio.Event()
        app.let_out.set()
        ask = _asking(Pressure(app, Limits(oldest_s=5), clock))
        slow = asyncio.ensure_future(ask(whole=whole))
        await asyncio.sleep(0)
        clock.now = 600
        assert (await ask())[0] == 200
        whole.set()
        assert (await slow)[0] == 200

    asyncio.run(play())


@pytest.mark.parametrize(
    "limits, path, size",
    [(Limits(requests=1), "/v1/entries", 1), (Limits(bytes=15), "/v1/entries", 10), (Limits(readers=1), "/v1/feed", 0)],
    ids=["requests", "bytes", "readers"],
)
def test_more_than_there_is_room_for_is_sent_away(limits: Limits, path: str, size: int) -> None:
    async def play() -> None:
        app = Slow()
        ask = _asking(Pressure(app, limits))
        first = asyncio.ensure_future(ask(path, size))
        await _begun(app, 1)
        assert (await ask(path, size))[0] == 503
        app.let_out.set()
        assert (await first)[0] == 200
        assert (await ask(path, size))[0] == 200

    asyncio.run(play())


def test_one_body_larger_than_the_room_for_all_is_taken_alone() -> None:
    async def play() -> None:
        app = Slow()
        app.let_out.set()
        assert (await _asking(Pressure(app, Limits(bytes=15)))(size=1000))[0] == 200

    asyncio.run(play())


def test_a_station_that_asks_too_often_waits_and_the_others_do_not() -> None:
    clock = Clock()
    pace = StationPace(Limits(rate=2, burst=3), clock)
    for _ in range(3):
        pace.take("one")
    with pytest.raises(RefusedError) as caught:
        pace.take("one")
    assert (caught.value.status, caught.value.code, caught.value.retry_after) == (429, Code.SERVER_BUSY, 1)
    pace.take("other")
    clock.now = 1.0
    pace.take("one")
    pace.take("one")
    with pytest.raises(RefusedError):
        pace.take("one")


def test_a_desk_that_is_told_to_slow_down_loses_nothing(tmp_path: Path, database: str) -> None:
    server = ServerThread(tmp_path / "province", database=database, limits=Limits(rate=5, burst=6))
    server.start()
    try:
        with station(tmp_path / "desk") as desk:
            admit(server, desk)
            desk.issue(30)
            with replicating(desk, server.url) as replicator:
                blobs = [desk.attach(bytes([number]) * 100) for number in range(6)]
                until(replicator, all_sent)
            assert held(server) == {desk.id: 36}
            assert all(server.store.has_blob(one) for one in blobs)
    finally:
        server.stop()
