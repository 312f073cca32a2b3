"""What the server takes, what it refuses, and what it says."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from counter_app.clocks import ManualClock
from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.signing import seal
from sync import records
from sync.records import BatchAnswer, FeedHead, RefusedError
from sync.server.program import ServerThread
from sync.wire import Wire
from tests.sync.stations import OFFICE, Station, admit, blobs_held, blobs_of, faults, held, make_code, province, station


@pytest.fixture
def server(tmp_path: Path, database: str) -> Iterator[ServerThread]:
    with province(tmp_path / "province", database=database) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, server: ServerThread) -> Iterator[Station]:
    with station(tmp_path / "desk") as made:
        admit(server, made)
        made.issue(6)
        yield made


@pytest.fixture
def wire(server: ServerThread, desk: Station) -> Iterator[Wire]:
    made = desk.wire(server.url)
    yield made
    made.close()


def _entries(desk: Station) -> tuple[Entry, ...]:
    return outbox.own_entries(desk.journal, 0, 1000)


def _push(wire: Wire, *entries: Entry) -> BatchAnswer:
    reply = wire.call("POST", "/v1/entries", records.pack(entries), packed=True)
    return records.decode(reply.content, BatchAnswer)


def _outcomes(answer: BatchAnswer) -> list[str]:
    return [one.outcome for one in answer.answers]


def _feed(wire: Wire, after: int = 0, wait: float = 0) -> tuple[FeedHead, tuple[Entry, ...]]:
    return records.read_feed(wire.call("GET", f"/v1/feed?after={after}&wait={wait}").content)


def _refusal(
    wire: Wire, method: str, target: str, content: bytes | None = None, *, packed: bool = False
) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        wire.call(method, target, content, packed=packed)
    return caught.value


def test_a_batch_sent_twice_is_taken_once(server: ServerThread, desk: Station, wire: Wire) -> None:
    first, second = _push(wire, *_entries(desk)), _push(wire, *_entries(desk))
    assert (_outcomes(first), _outcomes(second)) == (["applied"] * 6, ["duplicate"] * 6)
    assert first.heads == second.heads == {desk.id: 6}
    assert held(server) == {desk.id: 6}


def test_of_an_overlapping_batch_only_the_new_part_is_taken(desk: Station, wire: Wire) -> None:
    _push(wire, *_entries(desk)[:4])
    assert _outcomes(_push(wire, *_entries(desk)[2:])) == ["duplicate", "duplicate", "applied", "applied"]


def test_a_gap_is_refused_with_the_number_expected(server: ServerThread, desk: Station, wire: Wire) -> None:
    _push(wire, *_entries(desk)[:2])
    refused = _refusal(wire, "POST", "/v1/entries", records.pack(_entries(desk)[3:]), packed=True)
    assert (refused.status, refused.code) == (409, Code.SEQUENCE_GAP)
    assert (refused.params["station"], refused.params["expected"]) == (desk.id, 3)
    assert held(server) == {desk.id: 2}


@pytest.mark.expects_log("event=entry_conflict")
def test_another_entry_under_a_known_number_is_kept_aside_and_the_line_goes_on(
    server: ServerThread, desk: Station, wire: Wire
) -> None:
    entries = _entries(desk)
    _push(wire, *entries[:3])
    other = seal(replace(entries[2], actor="somebody else"), desk.journal.key)
    assert _outcomes(_push(wire, other, *entries[3:])) == ["conflict", "applied", "applied", "applied"]
    assert faults(server) == ()


@pytest.mark.expects_log("event=entry_kept-for-review")
def test_a_tampered_entry_is_kept_for_review_and_the_line_goes_on(
    server: ServerThread, desk: Station, wire: Wire
) -> None:
    entries = _entries(desk)
    tampered = replace(entries[1], data=entries[1].data.replace('"number":2', '"number":3'))
    assert tampered != entries[1]
    answer = _push(wire, entries[0], tampered, *entries[2:])
    assert _outcomes(answer) == ["applied", "kept-for-review", *["applied"] * 4]
    assert answer.answers[1].reason == "hash"
    assert answer.heads == {desk.id: 6}


def test_a_kind_that_this_program_does_not_know_is_carried(server: ServerThread, desk: Station, wire: Wire) -> None:
    last = _entries(desk)[-1]
    later = replace(last, seq=7, previous=last.hash, stream="drone/1", kind="drone.sent", version=3, data='{"to":"x"}')
    answer = _push(wire, *_entries(desk), seal(later, desk.journal.key))
    assert _outcomes(answer) == ["applied"] * 7
    assert _feed(wire)[1][-1].kind == "drone.sent"
    assert faults(server) == ()


@pytest.mark.expects_log("event=entry_refused")
def test_an_entry_of_another_office_is_refused_and_the_rest_is_taken(
    tmp_path: Path, server: ServerThread, desk: Station, wire: Wire
) -> None:
    with station(tmp_path / "stranger") as stranger:
        admit(server, stranger, office="H99.2")
        stranger.issue(1)
        answer = _push(wire, *_entries(stranger), *_entries(desk))
    assert sorted(set(_outcomes(answer))) == ["applied", "refused"]
    assert held(server) == {desk.id: 6}


@pytest.mark.parametrize(
    "body", [b"", b"\x1f\x8b garbage", records.pack([{"no": "entry"}]), records.pack(["x"])], ids=range(4)
)
def test_a_body_that_is_no_batch_is_refused(wire: Wire, body: bytes) -> None:
    refused = _refusal(wire, "POST", "/v1/entries", body, packed=True)
    assert (refused.status, refused.code) == (400, Code.ENTRY_INVALID)


@pytest.mark.parametrize("change", [{"seq": 0}, {"seq": 1 << 60}, {"time": -1}, {"time": 1 << 62}], ids=str)
def test_an_entry_with_a_number_out_of_range_is_refused(desk: Station, wire: Wire, change: dict[str, int]) -> None:
    broken = replace(_entries(desk)[0], **change)  # type: ignore[arg-type]
    assert _refusal(wire, "POST", "/v1/entries", records.pack([broken]), packed=True).code is Code.ENTRY_INVALID


def test_a_small_body_that_unpacks_to_a_huge_one_is_refused(wire: Wire) -> None:
    bomb = records.pack(["0" * (records.MOST_UNPACKED + 1)])
    assert len(bomb) < records.MOST_PACKED
    assert _refusal(wire, "POST", "/v1/entries", bomb, packed=True).code is Code.ENTRY_INVALID


def test_a_body_over_the_limit_is_refused_before_it_is_read(wire: Wire) -> None:
    refused = _refusal(wire, "POST", "/v1/enrol", b"x" * 20_000)
    assert refused.status == 413


def test_an_unsigned_request_is_refused(server: ServerThread) -> None:
    answer = requests.get(f"{server.url}/v1/feed", timeout=10)
    assert (answer.status_code, answer.headers["content-type"]) == (401, records.PROBLEM)
    assert answer.json()["code"] == Code.SERVER_REFUSED


def test_an_unknown_station_is_refused(tmp_path: Path, server: ServerThread) -> None:
    with station(tmp_path / "stranger") as stranger:
        wire = stranger.wire(server.url)
        refused = _refusal(wire, "GET", "/v1/feed")
        wire.close()
    assert (refused.status, refused.code) == (401, Code.STATION_UNKNOWN)


def test_a_revoked_station_is_refused_and_its_entries_stay(server: ServerThread, desk: Station, wire: Wire) -> None:
    _push(wire, *_entries(desk)[:3])
    server.store.revoke(desk.id)
    refused = _refusal(wire, "POST", "/v1/entries", records.pack(_entries(desk)), packed=True)
    assert (refused.status, refused.code) == (403, Code.STATION_REVOKED)
    assert held(server) == {desk.id: 3}


def _signed(desk: Station, url: str, body: bytes) -> requests.PreparedRequest:
    from sync.signing import sign

    prepared = requests.Request("POST", url, data=body, headers={"Content-Encoding": "gzip"}).prepare()
    sign(prepared, desk.journal.key, desk.journal.clock.now(), body)
    return prepared


def test_a_body_changed_on_the_way_is_refused(server: ServerThread, desk: Station) -> None:
    body = records.pack(_entries(desk))
    request = _signed(desk, f"{server.url}/v1/entries", body)
    request.body = records.pack(_entries(desk)[:3]).ljust(len(body))
    with requests.Session() as session:
        answer = session.send(request, timeout=10)
    assert (answer.status_code, held(server)) == (401, {})


def test_a_signature_for_one_address_is_worth_nothing_at_another(server: ServerThread, desk: Station) -> None:
    request = _signed(desk, f"{server.url}/v1/enrol", records.pack(_entries(desk)))
    request.url = f"{server.url}/v1/entries"
    with requests.Session() as session:
        assert session.send(request, timeout=10).status_code == 401


def test_a_request_from_a_wrong_clock_is_told_the_servers_time(tmp_path: Path, database: str) -> None:
    noon = datetime(2026, 11, 23, 5, tzinfo=UTC)
    with (
        province(tmp_path / "province", ManualClock(noon), database=database) as server,
        station(tmp_path / "desk", ManualClock(noon.replace(hour=4))) as desk,
    ):
        admit(server, desk)
        request = _signed(desk, f"{server.url}/v1/entries", records.pack([]))
        with requests.Session() as session:
            answer = session.send(request, timeout=10)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["params"]["minutes"]) == (401, Code.CLOCK_WRONG, 60)
    assert problem["params"]["clock"] == int(noon.timestamp())


def test_a_code_admits_one_station_and_the_same_one_may_ask_again(tmp_path: Path, server: ServerThread) -> None:
    from sync.replicator import Replicator

    code = make_code(server)
    with station(tmp_path / "one") as one, station(tmp_path / "two") as two:
        for _ in range(2):
            assert Replicator(one.journal, server.url).enrol(code.lower(), OFFICE) == OFFICE
        with pytest.raises(CounterError) as caught:
            Replicator(two.journal, server.url).enrol(code)
        assert caught.value.code is Code.ENROLMENT_REFUSED
        assert server.store.station(two.id) is None


def test_a_code_of_another_office_is_refused_and_stays_good(tmp_path: Path, server: ServerThread) -> None:
    from sync.replicator import Replicator

    code = make_code(server)
    with station(tmp_path / "one") as one:
        replicator = Replicator(one.journal, server.url)
        with pytest.raises(CounterError):
            replicator.enrol(code, "H99.2")
        assert replicator.enrol(code) == OFFICE


def test_a_blob_that_is_not_what_its_name_says_is_refused(server: ServerThread, wire: Wire) -> None:
    refused = _refusal(wire, "PUT", f"/v1/blobs/{'0' * 64}", b"a page")
    assert (refused.status, refused.code) == (422, Code.BLOB_DAMAGED)
    assert not server.store.has_blob("0" * 64)


def test_a_blob_put_twice_is_kept_once(server: ServerThread, desk: Station, wire: Wire) -> None:
    sha256 = desk.attach(b"a page")
    target = f"/v1/blobs/{sha256}"
    assert wire.call("HEAD", target, fine=(404,)).status == 404
    assert [wire.call("PUT", target, b"a page").status for _ in range(2)] == [201, 200]
    assert wire.call("HEAD", target).status == 200
    assert wire.call("GET", target).content == b"a page"
    assert blobs_held(server) == 1


def test_a_blob_whose_server_died_before_it_was_counted_is_asked_for_again(
    server: ServerThread, desk: Station, wire: Wire
) -> None:
    sha256 = desk.attach(b"a page")
    blobs_of(server).put(b"a page")
    target = f"/v1/blobs/{sha256}"
    assert wire.call("HEAD", target, fine=(404,)).status == 404
    wire.call("PUT", target, b"a page")
    assert wire.call("HEAD", target).status == 200
    assert blobs_held(server) == 1


@pytest.mark.parametrize("target", ["/v1/blobs/..%2F..%2Fstation.key", "/v1/blobs/ab", "/v1/feed?after=x"])
def test_an_address_that_is_no_answer_is_refused_politely(wire: Wire, target: str) -> None:
    assert _refusal(wire, "GET", target).status in (400, 404)


def test_a_long_poll_answers_as_soon_as_something_comes(server: ServerThread, desk: Station, wire: Wire) -> None:
    asking = threading.Event()
    answered: list[tuple[float, int]] = []
    listener = desk.wire(server.url)

    def poll() -> None:
        asking.set()
        _head, entries = _feed(listener, wait=25)
        answered.append((time.monotonic(), len(entries)))

    waiting = threading.Thread(target=poll)
    waiting.start()
    assert asking.wait(5)
    began = time.monotonic()
    _push(wire, *_entries(desk))
    waiting.join(10)
    listener.close()
    assert answered[0][1] == 6
    assert answered[0][0] - began < 2


def test_the_feed_comes_in_pages_that_miss_nothing(monkeypatch: pytest.MonkeyPatch, desk: Station, wire: Wire) -> None:
    monkeypatch.setattr(records, "MOST_ENTRIES", 4)
    desk.issue(5, first=7)
    entries = _entries(desk)
    for at in range(0, 11, 4):
        _push(wire, *entries[at : at + 4])
    got: list[Entry] = []
    position, more, pages = 0, True, 0
    while more:
        head, page = _feed(wire, after=position)
        position, more, pages = head.position, head.more, pages + 1
        got += page
    assert (tuple(got), pages) == (entries, 3)
    assert [(one.station, one.head) for one in head.stations] == [(desk.id, 11)]


def test_health_tells_versions_and_clock_to_anybody(server: ServerThread) -> None:
    answer = requests.get(f"{server.url}/v1/health", timeout=10)
    health = records.decode(answer.content, records.Health)
    assert (health.protocol, answer.headers["Sync-Protocol"]) == (records.PROTOCOL, str(records.PROTOCOL))
    assert abs(health.clock - time.time()) < 5


def test_a_page_of_somebody_else_acknowledges_nothing(tmp_path: Path) -> None:
    import http.server

    class Portal(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_args: object) -> None:
            pass

    with station(tmp_path / "desk") as desk, http.server.HTTPServer(("127.0.0.1", 0), Portal) as portal:
        serving = threading.Thread(target=portal.handle_request)
        serving.start()
        desk.issue(1)
        wire = desk.wire(f"http://127.0.0.1:{portal.server_port}")
        with pytest.raises(CounterError) as caught:
            wire.call("POST", "/v1/entries", records.pack(_entries(desk)), packed=True)
        wire.close()
        serving.join()
    assert caught.value.code is Code.CAPTIVE_PAGE
