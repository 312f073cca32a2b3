"""Large blobs go up in pieces, and a cut costs no more than what was on the line."""

import base64
import contextlib
import hashlib
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tusclient.client import TusClient

from counter_app.errors import Code
from sync import records
from sync.server import upload_calls
from sync.server.program import ServerThread
from sync.signing import sign
from tests.support.flaky_proxy import FlakyProxy
from tests.sync.stations import Station, admit, faults, province, station
from tests.sync.uploading import TUS, Caller, answer_on, named, reset, turn_taken

A_SCAN = bytes(range(256)) * 4_001 + b"the end"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerThread]:
    with province(tmp_path_factory.mktemp("province")) as running:
        yield running


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, server: ServerThread) -> Iterator[Station]:
    with station(tmp_path_factory.mktemp("desk")) as made:
        admit(server, made)
        yield made


@pytest.fixture
def caller(server: ServerThread, desk: Station) -> Iterator[Caller]:
    with Caller(desk, server.port) as made:
        yield made


@pytest.fixture
def content(request: pytest.FixtureRequest) -> bytes:
    """A scan that no other test sends."""
    return request.node.name.encode() + A_SCAN


pytestmark = pytest.mark.allows_threads("sync-")


def _whole(server: ServerThread, caller: Caller, content: bytes) -> bool:
    kept = caller.call("GET", f"/v1/blobs/{named(content)}").content == content
    return kept and server.journal.database.blobs.get(named(content)) == content


def test_an_upload_in_pieces_becomes_the_blob(server: ServerThread, caller: Caller, content: bytes) -> None:
    begun = caller.begin(content)
    location = begun.headers["Location"]
    assert (begun.status_code, begun.headers["Upload-Offset"]) == (201, "0")
    assert all(name in begun.headers for name in ("Upload-Expires", "Tus-Resumable", "Sync-Protocol"))
    first = caller.patch(location, 0, content[:300_001])
    assert (first.status_code, first.headers["Upload-Offset"]) == (204, "300001")
    seen = caller.look(location)
    assert (seen.headers["Upload-Offset"], seen.headers["Upload-Length"]) == ("300001", str(len(content)))
    assert seen.headers["Cache-Control"] == "no-store"
    assert caller.patch(location, 300_001, content[300_001:]).status_code == 204
    assert _whole(server, caller, content)
    assert not list(server.journal.database.folder.glob(f"uploads/*/{named(content)}*"))


def test_a_station_that_forgot_everything_gets_the_upload_that_it_had_begun(caller: Caller, content: bytes) -> None:
    location = caller.begun(content)
    caller.patch(location, 0, content[:1000])
    again = caller.begin(content)
    assert (again.status_code, again.headers["Location"], again.headers["Upload-Offset"]) == (201, location, "1000")


def test_of_an_empty_blob_nothing_has_to_be_sent(server: ServerThread, caller: Caller) -> None:
    assert caller.begun(b"") == f"/v1/blobs/{named(b'')}"
    assert server.journal.database.blobs.get(named(b"")) == b""


def test_a_blob_that_is_here_needs_no_upload(caller: Caller, content: bytes) -> None:
    caller.call("PUT", f"/v1/blobs/{named(content)}", content)
    begun = caller.begin(content)
    assert (begun.status_code, begun.headers["Location"]) == (201, f"/v1/blobs/{named(content)}")
    assert begun.headers["Upload-Offset"] == str(len(content))


def test_when_the_last_answer_was_lost_the_next_look_tells_that_all_is_there(caller: Caller, content: bytes) -> None:
    location = caller.begun(content)
    caller.patch(location, 0, content)
    assert caller.offset(location) == len(content)
    repeated = caller.patch(location, 0, content)
    assert (repeated.status_code, repeated.headers["Upload-Offset"]) == (409, str(len(content)))
    assert caller.patch(location, len(content), b"").status_code == 204


def test_what_is_on_the_disk_of_an_upload_is_not_readable(server: ServerThread, caller: Caller) -> None:
    content = b"identity number 000123456789 " * 1000
    caller.patch(caller.begun(content), 0, content[:-1])
    folder = server.journal.database.folder / "uploads"
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert len(kept) > len(content) - 1
    assert b"000123456789" not in kept


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 2_000_000), st.booleans()), max_size=4), st.binary(min_size=8, max_size=8))
def test_cut_at_any_byte_an_upload_goes_on_where_the_server_says(
    server: ServerThread, caller: Caller, cuts: list[tuple[int, bool]], salt: bytes
) -> None:
    content = salt + A_SCAN
    location = caller.begun(content)
    if location.startswith("/v1/blobs/uploads/"):
        sent = furthest = caller.offset(location)
        for at, is_reset in cuts:
            part = content[sent:-1][:at]
            furthest = max(furthest, sent + len(part))
            opened = caller.cut_patch(location, sent, len(content) - sent, part)
            reset(opened) if is_reset else opened.close()
            there = caller.offset(location)
            assert sent <= there <= furthest
            sent = there
        _send_rest(caller, location, content)
    assert _whole(server, caller, content)


def _send_rest(caller: Caller, location: str, content: bytes) -> None:
    """Go on as a station does: bytes of the cut request may still arrive, and then the server names another offset."""
    offset, answer = caller.offset(location), None
    while answer is None or answer.status_code == 409:
        answer = caller.patch(location, offset, content[offset:])
        offset = int(answer.headers["Upload-Offset"])
    assert (answer.status_code, offset) == (204, len(content))


def test_a_newer_request_takes_over_from_one_whose_line_died(
    server: ServerThread, caller: Caller, content: bytes
) -> None:
    location = caller.begun(content)
    silent = caller.cut_patch(location, 0, len(content), content[:400_000])
    while (offset := caller.offset(location)) < 200_000:  # until the first pieces are on the disk
        pass
    assert caller.patch(location, offset, content[offset:-1]).status_code == 204
    late = answer_on(silent)
    assert late.startswith(b"HTTP/1.1 409")
    assert b"onnection: close" in late
    assert caller.patch(location, len(content) - 1, content[-1:]).status_code == 204
    assert _whole(server, caller, content)


def test_bytes_that_come_after_a_newer_request_took_over_change_nothing(
    server: ServerThread, caller: Caller, content: bytes
) -> None:
    location = caller.begun(content)
    older = caller.cut_patch(location, 0, len(content), b"")
    first = turn_taken(server.folder, content, "")
    newer = caller.cut_patch(location, 0, len(content), b"")
    turn_taken(server.folder, content, first)
    with older, contextlib.suppress(OSError):  # it is being closed
        older.sendall(bytes(len(content)))
    with newer:
        newer.sendall(content)
        assert newer.recv(65536).startswith(b"HTTP/1.1 204")
    assert _whole(server, caller, content)


def test_half_open_connections_hold_up_nobody(caller: Caller, desk: Station, content: bytes) -> None:
    locations = [caller.begun(bytes([number]) + content) for number in range(12)]
    silent = [caller.cut_patch(location, 0, len(content), content[:100]) for location in locations]
    other = caller.patch(caller.begun(content), 0, content)
    assert other.status_code == 204
    assert requests.get(f"http://127.0.0.1:{silent[0].getpeername()[1]}/v1/health", timeout=5).status_code == 200
    for opened in silent:
        reset(opened)


def test_a_request_that_falls_silent_is_ended_and_its_bytes_stay(
    monkeypatch: pytest.MonkeyPatch, caller: Caller, content: bytes
) -> None:
    monkeypatch.setattr(upload_calls, "STALL_S", 0.1)
    location = caller.begun(content)
    said = answer_on(caller.cut_patch(location, 0, len(content), content[:70_000]))
    assert said.startswith(b"HTTP/1.1 408")
    assert caller.offset(location) == 70_000


def test_two_requests_at_once_make_one_blob(server: ServerThread, desk: Station, content: bytes) -> None:
    statuses: list[int] = []

    def send() -> None:
        with Caller(desk, server.port) as caller:
            statuses.append(caller.patch(caller.begun(content), 0, content).status_code)

    senders = [threading.Thread(target=send) for _ in range(2)]
    for one in senders:
        one.start()
    for one in senders:
        one.join(20)
    with Caller(desk, server.port) as caller:
        location = caller.begun(content)
        if location.startswith("/v1/blobs/uploads/"):  # each took over from the other
            _send_rest(caller, location, content)
        assert _whole(server, caller, content)


def test_a_content_that_is_not_what_was_announced_is_refused_and_its_upload_is_gone(
    server: ServerThread, caller: Caller, content: bytes
) -> None:
    location = caller.begun(content)
    refused = caller.patch(location, 0, bytes(len(content)))
    assert (refused.status_code, refused.json()["code"]) == (422, Code.BLOB_DAMAGED)
    assert caller.look(location).status_code == 404
    assert not server.journal.database.blobs.has(named(content))
    assert caller.patch(caller.begun(content), 0, content).status_code == 204


def test_a_piece_that_does_not_fit_its_checksum_is_taken_back(caller: Caller, content: bytes) -> None:
    location = caller.begun(content)
    caller.patch(location, 0, content[:10])
    right = "sha256 " + base64.b64encode(hashlib.sha256(content[10:900_000]).digest()).decode()
    wrong = caller.patch(location, 10, bytes(899_990), **{"Upload-Checksum": right})
    assert (wrong.status_code, caller.offset(location)) == (460, 10)
    assert caller.patch(location, 10, content[10:900_000], **{"Upload-Checksum": right}).status_code == 204
    unknown = caller.patch(location, 900_000, content[900_000:], **{"Upload-Checksum": "crc32 AAAA"})
    assert (unknown.status_code, caller.offset(location)) == (400, 900_000)


@pytest.mark.parametrize("offset", [1, 100_000])
def test_bytes_for_another_offset_are_refused_with_the_right_one(caller: Caller, content: bytes, offset: int) -> None:
    location = caller.begun(content)
    refused = caller.patch(location, offset, content[offset : offset + 5])
    assert (refused.status_code, refused.headers["Upload-Offset"]) == (409, "0")


def test_more_bytes_than_announced_are_refused(caller: Caller, content: bytes) -> None:
    location = caller.begun(content)
    assert caller.patch(location, 0, content + b"!").status_code == 413
    assert caller.offset(location) == 0


def test_an_upload_given_up_is_gone(caller: Caller, content: bytes) -> None:
    location = caller.begun(content)
    caller.patch(location, 0, content[:500])
    assert caller.call("DELETE", location, **TUS).status_code == 204
    assert caller.look(location).status_code == 404
    assert caller.begin(content).headers["Upload-Offset"] == "0"


def test_nobody_sees_the_upload_of_another_station(
    tmp_path: Path, server: ServerThread, caller: Caller, content: bytes
) -> None:
    location = caller.begun(content)
    with station(tmp_path / "other") as other:
        admit(server, other)
        with Caller(other, server.port) as stranger:
            statuses = [
                stranger.look(location).status_code,
                stranger.patch(location, 0, content).status_code,
                stranger.call("DELETE", location, **TUS).status_code,
                stranger.look("/v1/blobs/uploads/..%2F..%2Fstation.key").status_code,
            ]
    assert statuses == [404] * 4
    assert caller.offset(location) == 0


@pytest.mark.parametrize(
    "headers, status",
    [
        ({"Tus-Resumable": "0.2.0"}, 412),
        ({"Upload-Length": str(records.LARGEST_BLOB + 1)}, 413),
        ({"Upload-Length": "-1"}, 400),
        ({"Upload-Length": "x"}, 400),
        ({"Upload-Metadata": "filename YQ=="}, 400),
        ({"Upload-Metadata": "sha256 %%%"}, 400),
        ({"Upload-Metadata": "sha256 Li4vLi4="}, 400),
    ],
    ids=str,
)
def test_a_creation_that_cannot_be_is_refused(caller: Caller, headers: dict[str, str], status: int) -> None:
    refused = caller.begin(b"a scan", **headers)
    assert (refused.status_code, refused.headers["content-type"]) == (status, records.PROBLEM)


def test_the_head_of_a_piece_has_to_be_signed(server: ServerThread, caller: Caller, content: bytes) -> None:
    location = caller.begun(content)
    headers = {**TUS, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    answer = requests.patch(f"http://127.0.0.1:{server.port}{location}", data=content, headers=headers, timeout=10)
    assert (answer.status_code, caller.offset(location)) == (401, 0)


def test_whoever_asks_is_told_what_uploads_can_do(server: ServerThread) -> None:
    answer = requests.options(f"http://127.0.0.1:{server.port}/v1/blobs", timeout=10)
    assert (answer.status_code, answer.headers["Tus-Version"]) == (204, "1.0.0")
    assert answer.headers["Tus-Extension"] == "creation,checksum,expiration,termination"


def test_a_download_goes_on_where_it_was_cut(caller: Caller, content: bytes) -> None:
    target = f"/v1/blobs/{named(content)}"
    caller.call("PUT", target, content)
    rest = caller.call("GET", target, Range="bytes=1000-", **{"If-Range": f'"{named(content)}"'})
    assert (rest.status_code, rest.content) == (206, content[1000:])
    assert rest.headers["Content-Length"] == str(len(content) - 1000)
    assert caller.call("GET", target, Range=f"bytes={len(content)}-").status_code == 416


def test_which_blobs_are_lacking_is_told_in_one_answer(caller: Caller, content: bytes) -> None:
    caller.call("PUT", f"/v1/blobs/{named(content)}", content)
    asked = ["0" * 64, named(content), "f" * 64]
    answer = caller.call("POST", "/v1/blobs/lacking", records.encode({"sha256": asked}))
    assert answer.json() == {"sha256": ["0" * 64, "f" * 64]}


@pytest.mark.parametrize("body", [b"", b"[]", b'{"sha256":["../x"]}', records.encode({"sha256": ["0" * 64] * 1001})])
def test_a_question_that_names_no_blobs_is_refused(caller: Caller, body: bytes) -> None:
    assert caller.call("POST", "/v1/blobs/lacking", body).status_code == 400


def test_a_foreign_client_uploads_and_resumes_over_a_line_that_loses_answers(
    monkeypatch: pytest.MonkeyPatch, server: ServerThread, desk: Station, caller: Caller, content: bytes
) -> None:
    send = requests.Session.send

    def signed(session: requests.Session, request: requests.PreparedRequest, **how: object) -> requests.Response:
        sign(request, desk.journal.key, desk.journal.clock.now(), None)
        return send(session, request, **how)  # type: ignore[arg-type]

    with FlakyProxy(server.port) as line:
        with monkeypatch.context() as patched:
            patched.setattr(requests.Session, "send", signed)
            client = TusClient(f"http://127.0.0.1:{line.port}/v1/blobs", headers=dict(TUS))
            uploader = client.uploader(
                file_stream=io.BytesIO(content),
                chunk_size=200_000,
                metadata={"sha256": named(content)},
                retries=3,
                retry_delay=0,
                upload_checksum=True,
            )
            uploader.upload(stop_at=400_000)
            line.cut_next_replies(1)
            uploader.upload()
        assert line.cut == 1
    assert _whole(server, caller, content)
    assert faults(server.journal) == ()
