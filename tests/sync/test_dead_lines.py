"""A line that went dead, and a body that never ends, take up no room for ever."""

import asyncio
import contextlib
import functools
import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import uvicorn
from starlette.types import Message, Receive, Scope, Send
from uvicorn.server import ServerState

from sync import records
from sync.server import feed_pages, gate, program
from sync.server.bell import Bell
from sync.server.feed_pages import FeedPages
from sync.server.gate import Gate
from sync.server.patience import connections
from sync.server.pressure import Limits, Pressure
from sync.server.program import ServerThread
from sync.server.store import Introduced
from sync.signing import sign
from tests.support.chains import Chain
from tests.support.waiting import until_true
from tests.sync.stations import OFFICE, Station, admit, province, station
from tests.sync.uploading import PATIENCE_S, answer_on


def _opened(server: ServerThread, head: str) -> socket.socket:
    opened = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE_S)
    opened.sendall(f"{head}\r\nHost: x\r\n".encode())
    return opened


def test_a_stranger_who_announces_a_body_and_falls_silent_is_let_go(
    monkeypatch: pytest.MonkeyPatch, server: ServerThread
) -> None:
    monkeypatch.setattr(gate, "STALL_S", 0.05)
    with _opened(server, "POST /v1/enrol HTTP/1.1") as opened:
        opened.sendall(b"Content-Length: 500\r\n\r\n{")
        said = answer_on(opened)
    assert said.startswith(b"HTTP/1.1 408")
    assert b"connection: close" in said.lower()


def test_a_stranger_who_sends_a_byte_now_and_then_is_let_go_too(
    monkeypatch: pytest.MonkeyPatch, server: ServerThread
) -> None:
    monkeypatch.setattr(gate, "STALL_S", 0.2)
    with _opened(server, "POST /v1/enrol HTTP/1.1") as opened:
        opened.sendall(b"Content-Length: 16000\r\n\r\n")
        opened.settimeout(0.02)
        said = b""
        for _ in range(15_000):
            try:
                opened.sendall(b" ")
                said = opened.recv(65536)
            except TimeoutError:
                continue
            except OSError:
                break  # it closed
            break
    assert said.startswith(b"HTTP/1.1 408")


def test_a_station_whose_line_dies_in_mid_batch_holds_no_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, server: ServerThread
) -> None:
    monkeypatch.setattr(gate, "STALL_S", 0.05)
    with station(tmp_path / "desk") as desk:
        admit(server, desk)
        body = records.pack([])
        with _opened(server, "POST /v1/entries HTTP/1.1") as opened:
            opened.sendall(_signed_head(desk, server, body) + body[:5])
            assert answer_on(opened).startswith(b"HTTP/1.1 408")


def _signed_head(desk: Station, server: ServerThread, body: bytes) -> bytes:
    prepared = requests.Request("POST", f"{server.url}/v1/entries", data=body).prepare()
    sign(prepared, desk.journal.key, desk.journal.clock.now(), body)
    lines = [f"{name}: {value}" for name, value in prepared.headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def test_a_body_without_a_length_takes_the_room_of_the_largest() -> None:
    async def play() -> None:
        waiting = asyncio.Event()
        sent: list[Message] = []

        async def slow(_scope: Scope, _receive: Receive, send: Send) -> None:
            await waiting.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})

        layer = Pressure(slow, Limits(bytes=2 * records.LARGEST_BLOB))

        async def ask() -> None:
            headers = [(b"content-length", b"1"), (b"transfer-encoding", b"chunked")]
            scope = {"type": "http", "method": "PUT", "path": "/v1/blobs/x", "headers": headers}

            async def receive() -> Message:
                return {"type": "http.request", "body": b"", "more_body": False}

            async def send(message: Message) -> None:
                sent.append(message)

            await layer(scope, receive, send)

        first = [asyncio.ensure_future(ask()) for _ in range(2)]
        await asyncio.sleep(0)
        await ask()
        assert [one["status"] for one in sent if "status" in one] == [503]
        waiting.set()
        await asyncio.gather(*first)

    asyncio.run(play())


def test_pages_that_were_read_once_do_not_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch, server: ServerThread
) -> None:
    chain = Chain(OFFICE)
    server.store.introduce(OFFICE, [Introduced(chain.station, chain.public_key)])
    server.store.accept(chain.next(40), OFFICE)
    monkeypatch.setattr(records, "MOST_ENTRIES", 1)
    monkeypatch.setattr(feed_pages, "_MOST_BYTES", 4000)

    async def play() -> list[int]:
        bell, door = Bell(), Gate(server.store)
        bell.hang()
        pages, largest = FeedPages(server.store, bell, door), 0
        kept: list[int] = []
        for after in range(40):
            page = await pages.page(OFFICE, after)
            await asyncio.sleep(0)
            largest = max(largest, len(page.packed))
            kept.append(pages.bytes_kept)
        door.close()
        return [max(kept), largest]

    most, largest = asyncio.run(play())
    assert 40 * largest > 8000, "all of them would have been too much"
    assert most <= 4000 + largest


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ServerThread]:
    """A province that waits a moment for a request, and for somebody who takes its answer."""
    monkeypatch.setattr(program, "_KEEP_ALIVE_S", 0.3)
    with province(tmp_path / "hasty") as running:
        yield running


def test_a_connection_that_never_asks_is_closed(hasty: ServerThread) -> None:
    with socket.create_connection(("127.0.0.1", hasty.port), timeout=PATIENCE_S) as opened:
        assert opened.recv(100) == b""


def test_a_head_that_comes_letter_by_letter_is_not_waited_for_for_ever(hasty: ServerThread) -> None:
    with socket.create_connection(("127.0.0.1", hasty.port), timeout=0.02) as opened:
        opened.sendall(b"GET /v1/health HTTP/1.1\r\n")
        assert _dripped_until_closed(opened)


def _dripped_until_closed(opened: socket.socket) -> bool:
    for _ in range(15_000):
        try:
            opened.sendall(b"X")
            return opened.recv(65536) == b""
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


def test_who_asks_again_in_time_keeps_the_connection(hasty: ServerThread) -> None:
    with requests.Session() as session:
        for _ in range(3):
            assert session.get(f"{hasty.url}/v1/health", timeout=PATIENCE_S).status_code == 200


def test_an_answer_that_nobody_takes_is_given_up(
    caplog: pytest.LogCaptureFixture, tmp_path: Path, hasty: ServerThread
) -> None:
    caplog.set_level(logging.INFO, "sync.server.patience")
    content = bytes(24 << 20)  # more than the two systems keep for it
    with station(tmp_path / "desk") as desk:
        admit(hasty, desk)
        name = hasty.store.keep_blob(content)
        wire = desk.wire(hasty.url)
        assert len(wire.call("GET", f"/v1/blobs/{name}").content) == len(content), "who reads gets all"
        wire.close()
        target = f"{hasty.url}/v1/blobs/{name}"
        prepared = requests.Request("GET", target).prepare()
        sign(prepared, desk.journal.key, desk.journal.clock.now(), None)
        with _opened(hasty, f"GET /v1/blobs/{name} HTTP/1.1") as opened:
            lines = [f"{header}: {value}\r\n" for header, value in prepared.headers.items()]
            opened.sendall("".join([*lines, "\r\n"]).encode())
            until_true(lambda: "event=answer_not_taken" in caplog.text)


def test_more_connections_than_there_is_room_for_are_refused_and_the_others_stay() -> None:
    async def play() -> None:
        loop = asyncio.get_running_loop()
        of_two = connections(2)
        config = uvicorn.Config(_nothing, http=of_two, lifespan="off", log_config=None)
        config.load()
        made = functools.partial(of_two, config=config, server_state=ServerState(), app_state={})
        served = await loop.create_server(made, "127.0.0.1", 0)
        port = served.sockets[0].getsockname()[1]
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(2)]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        with contextlib.suppress(ConnectionError):
            assert await reader.read() == b""
        writer.close()
        for one, ask in lines:
            ask.write(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert (await one.read()).startswith(b"HTTP/1.1 204")
            ask.close()
        served.close()

    asyncio.run(play())


async def _nothing(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})
