"""The other end is not the server, or not of this version: each has a word of its own, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from sync import transport
from sync.records import RefusedError
from sync.replicator import EntryPush, Pace
from sync.signing import ServerTime
from sync.transport import proxy_for
from sync.wire import Upstream, Wire
from tests.support import foreign_server
from tests.support.foreign_server import Answering, CaptivePage, Proxy, RefusingProxy, province_of, serving
from tests.sync.stations import Station, admit, all_sent, held, province, replicating, station, until


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Station]:
    with station(tmp_path / "desk") as made:
        made.issue(2)
        yield made


def test_a_captive_page_is_no_success_and_is_named(desk: Station) -> None:
    with serving(CaptivePage) as port, replicating(desk, f"http://127.0.0.1:{port}") as replicator:
        status = until(replicator, lambda status: status.up is False)
    assert (status.fault, status.waiting) == (Code.CAPTIVE_PAGE, 2)
    assert status.fault_params["host"] == "127.0.0.1"


@pytest.mark.parametrize(
    "host, days, known, code",
    [
        ("127.0.0.1", (-30, -1), True, Code.CERTIFICATE_EXPIRED),
        ("127.0.0.1", (1, 30), True, Code.CERTIFICATE_NOT_YET),
        ("other.example", (-1, 30), True, Code.CERTIFICATE_HOST),
        ("127.0.0.1", (-1, 30), False, Code.CERTIFICATE_SELF_SIGNED),
    ],
)
def test_each_wrong_certificate_is_named_and_nothing_is_sent(
    tmp_path: Path, desk: Station, host: str, days: tuple[int, int], known: bool, code: Code
) -> None:
    made = foreign_server.certificate(tmp_path, host, days=days)
    with serving(province_of(1), made) as port:
        upstream = Upstream(f"https://127.0.0.1:{port}", authority=str(made) if known else None)
        wire = Wire(upstream, desk.journal.key, ServerTime(desk.journal.clock))
        with pytest.raises(CounterError) as caught:
            EntryPush(desk.journal, wire, Pace()).step()
        wire.close()
    assert (caught.value.code, caught.value.params["host"]) == (code, "127.0.0.1")
    assert outbox.waiting(desk.journal).entries == 2


def test_a_certificate_that_is_right_is_a_link(tmp_path: Path, desk: Station) -> None:
    made = foreign_server.certificate(tmp_path, "127.0.0.1")
    with (
        serving(province_of(1), made) as port,
        replicating(desk, f"https://127.0.0.1:{port}", authority=str(made)) as replicator,  # type: ignore[arg-type]
    ):
        assert until(replicator, lambda status: status.up is True).waiting == 2


def test_an_authority_that_the_machine_trusts_is_trusted(
    tmp_path: Path, desk: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = foreign_server.certificate(tmp_path, "127.0.0.1")
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    transport._trust.cache_clear()
    try:
        with (
            serving(province_of(1), made) as port,
            replicating(desk, f"https://127.0.0.1:{port}") as replicator,
        ):
            until(replicator, lambda status: status.up is True)
    finally:
        transport._trust.cache_clear()


@pytest.mark.parametrize("version, code", [(3, Code.SERVER_NEWER), (0, Code.SERVER_OLDER)])
def test_a_server_of_another_version_that_knows_no_entries_is_named(desk: Station, version: int, code: Code) -> None:
    with serving(province_of(version)) as port, replicating(desk, f"http://127.0.0.1:{port}") as replicator:
        status = until(replicator, lambda status: status.fault is not None)
    assert (status.fault, status.up, status.waiting) == (code, True, 2)
    assert (status.fault_params["server"], status.fault_params["own"]) == (str(version), 1)


def test_a_server_two_versions_newer_is_a_notice_while_it_takes_everything(desk: Station) -> None:
    with serving(province_of(3)) as port, replicating(desk, f"http://127.0.0.1:{port}") as replicator:
        status = until(replicator, lambda status: status.notice is not None)
    assert (status.notice, status.notice_params) == (Code.SERVER_NEWER, {"server": 3, "own": 1})


def test_an_older_server_gets_large_contents_whole(desk: Station) -> None:
    older = province_of(1)
    contents = {desk.attach(bytes([byte]) * size) for byte, size in ((1, 400 << 10), (2, 300 << 10), (3, 1000))}
    with serving(older) as port, replicating(desk, f"http://127.0.0.1:{port}") as replicator:
        until(replicator, lambda status: bool(status.up) and not status.blobs_waiting)
    assert set(older.blobs) == contents


def test_what_a_proxy_passes_on_arrives(tmp_path: Path, desk: Station) -> None:
    with province(tmp_path / "province") as server, serving(Proxy) as port:
        admit(server, desk)
        proxy = {"proxy": f"http://127.0.0.1:{port}"}
        with replicating(desk, server.url, **proxy) as replicator:  # type: ignore[arg-type]
            until(replicator, all_sent)
        assert held(server.journal) == {desk.id: 2}
    assert Proxy.passed > 0


@pytest.mark.parametrize("url", ["http://127.0.0.2:9", "https://province.example:9"])
def test_a_proxy_that_refuses_is_named(desk: Station, url: str) -> None:
    with serving(RefusingProxy) as port:
        proxy = {"proxy": f"http://127.0.0.1:{port}"}
        with replicating(desk, url, **proxy) as replicator:  # type: ignore[arg-type]
            status = until(replicator, lambda status: status.up is False)
    assert (status.fault, status.waiting) == (Code.PROXY_REFUSED, 2)


def test_the_proxy_of_the_system_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "near.example")
    assert proxy_for("http://province.example/", "system") == "http://proxy.example:3128"
    assert proxy_for("http://near.example/", "system") == ""
    assert proxy_for("http://127.0.0.1:1/", "system") == ""
    assert proxy_for("http://province.example/", "") == ""


def test_a_gateway_whose_server_is_away_says_when_to_come_again(desk: Station) -> None:
    class Gateway(Answering):
        def answer(self, body: bytes) -> None:
            self.reply(503, b"away", {"Retry-After": "7"})

    with serving(Gateway) as port:
        wire = desk.wire(f"http://127.0.0.1:{port}")
        with pytest.raises(CounterError) as caught:
            wire.call("GET", "/v1/health")
        wire.close()
    assert (caught.value.code, caught.value.params["retry_after"]) == (Code.LINK_DOWN, 7.0)


def test_when_to_come_again_may_be_a_date_of_the_servers_clock(desk: Station) -> None:
    class Busy(Answering):
        def answer(self, body: bytes) -> None:
            dates = {"Retry-After": "Wed, 21 Oct 2015 07:28:30 GMT", "Sync-Protocol": "1"}
            self.send_response_only(429)
            self.send_header("Date", "Wed, 21 Oct 2015 07:28:00 GMT")
            for name, value in {**dates, "Content-Length": "0"}.items():
                self.send_header(name, value)
            self.end_headers()

    with serving(Busy) as port:
        wire = desk.wire(f"http://127.0.0.1:{port}")
        with pytest.raises(RefusedError) as caught:
            wire.call("GET", "/v1/health")
        wire.close()
    assert caught.value.retry_after == 30.0


def test_a_revoked_station_keeps_what_it_has(tmp_path: Path, desk: Station) -> None:
    with province(tmp_path / "province") as server:
        admit(server, desk)
        outbox.revoke(server.journal, desk.id)
        desk.attach(b"a page")
        with replicating(desk, server.url) as replicator:
            status = until(replicator, lambda status: status.fault is not None)
    assert (status.fault, status.up) == (Code.STATION_REVOKED, True)
    assert (status.waiting, status.blobs_waiting) == (3, 1)
