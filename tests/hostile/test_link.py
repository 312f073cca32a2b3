"""What the other end of a link may say: a station and a server trust neither sizes, nor clocks, nor announcements."""

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from zeroconf import ServiceInfo

from counter_app.clocks import ManualClock
from counter_app.errors import Code, CounterError
from counter_app.journal.signing import make_station_key
from devices.scanner.escl_finding import PLAIN, read_service
from sync import records, usual_signature
from sync.faults import Refusals
from sync.office import neighbours
from sync.office.discovery import SERVICE, Heard
from sync.office.finding import Finding, FoundOffice
from sync.office.neighbours import Neighbours
from sync.office.reaching import Reaching
from sync.records import RefusedError
from sync.signing import ReceivedMessage, ServerTime, check, check_body
from sync.stick.packet import open_packet
from sync.wire import Upstream, Wire
from tests.hostile.fuzzing import fuzzed
from tests.sync.stations import OFFICE, station

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
KEY = make_station_key()


# signatures

INPUT = 'station=("@method" "@path" "@query");created=1795399200;keyid="{id}";alg="ed25519"'


@fuzzed(examples=50)
@given(
    st.text(max_size=120) | st.sampled_from([INPUT.format(id=KEY.station), INPUT.format(id="x"), "a=();b=(), c"]),
    st.text(max_size=120) | st.sampled_from(["station=:AAAA:", "station=1", "station=:" + "A" * 86 + "==:", "(((("]),
    st.sampled_from(["", "sha-256=:AAAA:", "sha-512=:x:", "a=b", "\x00", "sha-256=:" + "A" * 43 + "=:"]),
)
@example('sig=("@method" "@path" "@query");keyid="x"', "sig=:AAAA:", "")
@example('sig=("@method";req "@authority");created="x";keyid=1', "sig=:AAAA:", "")
def test_any_signature_is_sound_or_refused(about: str, signature: str, digest: str) -> None:
    headers = {"signature-input": about, "signature": signature, **({"content-digest": digest} if digest else {})}
    message = ReceivedMessage("POST", "http://upstream/v1/entries?a=1", headers)
    with suppress(RefusedError):
        check_body(message, check(message, lambda _: KEY.public_hex, NOW), b"x")
        raise AssertionError("nobody signed this")


@pytest.mark.parametrize("created", [999_999_999_999, 999_999_999_999_999, -1])
def test_a_request_dated_in_no_year_is_refused_and_no_crash(created: int) -> None:
    headers: dict[str, str] = {}
    assert usual_signature.write("POST", "http://upstream/v1/enrol", headers, KEY, created, None)
    message = ReceivedMessage("POST", "http://upstream/v1/enrol", {name.lower(): one for name, one in headers.items()})
    with pytest.raises(RefusedError) as caught:
        check(message, lambda _: KEY.public_hex, NOW)
    assert caught.value.status == 401


def test_a_clock_of_no_year_is_not_believed() -> None:
    time = ServerTime(ManualClock(NOW))
    for told in (10**15, -(10**15), 10**30):
        time.correct(told)
    assert time.now() == NOW


# answers


class Answering(http.server.BaseHTTPRequestHandler):
    """Answers everything with what the test set."""

    headers_told: dict[str, str] = {}
    content = b""
    status = 200

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(self.status)
        for name, value in self.headers_told.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.content)))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(self.content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@contextmanager
def asking(tmp_path: Path, content: bytes, status: int = 200, **told: str) -> Iterator[Wire]:
    """A station that asks a server which answers so."""
    answering = type("Told", (Answering,), {"headers_told": told, "content": content, "status": status})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with station(tmp_path / "desk") as desk:
            wire = Wire(
                Upstream(f"http://127.0.0.1:{server.server_port}"), desk.journal.key, ServerTime(desk.journal.clock)
            )
            yield wire
            wire.close()
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


VERSIONS = {"Sync-Protocol": "1", "Sync-Schema": "1"}


def test_an_answer_that_unpacks_beyond_all_measure_is_broken_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "LARGEST_BLOB", 1 << 20)
    bomb = gzip.compress(bytes(20 << 20))
    assert len(bomb) < 1 << 16
    with (
        asking(tmp_path, bomb, **VERSIONS, **{"Content-Encoding": "gzip"}) as wire,
        pytest.raises(CounterError) as caught,
    ):
        wire.call("GET", "/v1/feed")
    assert caught.value.code is Code.LINK_DOWN


@pytest.mark.parametrize(
    "told",
    [
        {"Sync-Protocol": "9" * 5000},
        {**VERSIONS, "Sync-Clock": "9" * 5000, "Sync-Code": "clock-wrong"},
        {**VERSIONS, "Retry-After": "9" * 5000},
        {**VERSIONS, "Retry-After": "Mon, 99 Foo 99999 99:99:99"},
        {**VERSIONS, "Sync-Protocol": "١"},
    ],
)
def test_any_header_of_a_refusal_is_read_or_passed_over(tmp_path: Path, told: dict[str, str]) -> None:
    sent = {name: value.encode().decode("latin-1") for name, value in told.items()}
    nested = b'{"title":"x","status":404,"params":' + b"[" * 50_000 + b"]" * 50_000 + b"}"
    with asking(tmp_path, nested, 404, **sent) as wire, pytest.raises(CounterError):
        wire.call("GET", "/v1/feed")


# sticks


@fuzzed(examples=15)
@given(st.binary(max_size=400), st.booleans())
def test_any_file_on_a_stick_is_ours_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, like: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "packet.age"
    path.write_bytes((b"age-encryption.org/v1\n-> ssh-ed25519 AAAA\n" if like else b"") + content)
    with pytest.raises(CounterError), open_packet(path, KEY):
        raise AssertionError("opened")


# announcements on the network

TXT = st.dictionaries(st.binary(min_size=1, max_size=9), st.none() | st.binary(max_size=60), max_size=3)
AWKWARD = st.sampled_from(
    [
        {b"rs": b"../../etc", b"ty": b"\xff\xfe", b"UUID": b"x" * 150},
        {b"rs": b"eSCL\r\nHost: x", b"ty": "\u202e<b>".encode()},
        {b"\xff": b"1", b"office": b"H99", b"rank": "²".encode(), b"station": None},
        {b"office": b"H99", b"rank": b"9" * 200, b"name": b"\x00" * 20},
    ]
)


class OneService:
    """What zeroconf says of one service."""

    def __init__(self, info: ServiceInfo) -> None:
        self._info = info

    def get_service_info(self, *_asked: object) -> ServiceInfo:
        """Say it."""
        return self._info


@fuzzed(examples=30)
@given(TXT | AWKWARD, st.integers(0, 65_535))
def test_any_announcement_is_a_scanner_an_office_or_nothing(txt: dict[bytes, bytes | None], port: int) -> None:
    scanner = read_service(ServiceInfo(PLAIN, f"x.{PLAIN}", port=port, properties=txt, parsed_addresses=["192.0.2.1"]))
    if scanner is not None:
        assert scanner.name.isprintable()
        assert "\n" not in scanner.address
        assert ".." not in scanner.address.partition("//")[2].partition("/")[0]
    heard: list[FoundOffice] = []
    finding = Finding(heard.append)
    info = ServiceInfo(SERVICE, f"x.{SERVICE}", port=port, properties=txt, parsed_addresses=["192.0.2.1"])
    finding._changed(OneService(info), SERVICE, f"x.{SERVICE}", None)  # type: ignore[arg-type]
    assert all(0 <= one.rank < 10_000 for one in heard)
    assert isinstance(Heard({}, (), 0), Heard)


class Nobody:
    """Whom nobody tells anything."""

    def beat_for(self, station: str, *, leaving: bool) -> records.Beat:
        """Say nothing."""
        return records.Beat()

    def hear(self, answer: records.OfficeAnswer, asked: float) -> bool:
        """Take nothing."""
        return False


@pytest.mark.allows_log("sync")
def test_a_flood_of_announcements_does_not_make_a_flood_of_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "MOST_ADDRESSES", 3)
    with station(tmp_path / "desk") as desk:
        made = Neighbours(desk.journal, Nobody(), lambda: 60.0, Reaching(desk.journal, OFFICE, Refusals()))
        before = threading.active_count()
        for number in range(200):
            made.ask_at(f"http://127.0.0.1:{20_000 + number}")
        assert threading.active_count() <= before + 3
        made.close()
