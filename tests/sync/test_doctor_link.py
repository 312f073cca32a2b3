"""``counter-app doctor`` and the link: who answers, who does not and why, in a few seconds at most."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest

from counter_app import __version__
from counter_app.cli.checks import Check, Finding
from counter_app.cli.link_checks import LinkChecks, reason
from counter_app.errors import Code
from counter_app.journal.signing import make_station_key
from counter_app.settings import OfficeSettings, SecuritySettings, Settings
from sync.faults import no_server
from sync.server.program import ServerThread
from tests.support.authority import Authority, together
from tests.support.foreign_server import Answering, CaptivePage, RefusingProxy, province_of, serving
from tests.support.shown import shown_by
from tests.sync.stations import Station, station

DIRECT = Settings(security=SecuritySettings(proxy=""))


class SlowClock(Answering):
    """A province whose clock is an hour ahead of this machine's."""

    def answer(self, body: bytes) -> None:
        """Say who it is."""
        now = int(datetime.now(UTC).timestamp()) + 3600
        content = f'{{"protocol": 1, "schema": 1, "clock": {now}, "program": "9.9", "store": false}}'
        self.reply(200, content.encode(), {"Sync-Protocol": "1", "Sync-Schema": "1"})


class Nonsense(Answering):
    """Has the headers of a province, and says nothing that is one's."""

    def answer(self, body: bytes) -> None:
        """Say it."""
        self.reply(200, b"hello", {"Sync-Protocol": "1", "Sync-Schema": "1"})


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    """A station that is only looked at."""
    with station(tmp_path_factory.mktemp("desk")) as made:
        made.register()
        yield made


def free_port() -> int:
    """A port of the loopback at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def asked(desk: Station, settings: Settings, **limits: float) -> dict[str, Check]:
    return {one.what: one for one in LinkChecks(desk.journal, settings, **limits).results()}


def of_province(desk: Station, url: str, *, ca_file: str = "", proxy: str = "") -> Check:
    settings = replace(DIRECT, province_url=url, security=SecuritySettings(ca_file=ca_file, proxy=proxy))
    return asked(desk, settings)["province"]


def test_where_no_address_is_set_nothing_is_said(desk: Station) -> None:
    assert asked(desk, DIRECT) == {}


def test_a_province_that_answers_is_well_with_its_version_and_protocol(desk: Station, server: ServerThread) -> None:
    checks = asked(desk, replace(DIRECT, province_url=server.url))
    assert {name: one.finding for name, one in checks.items()} == {
        "province": Finding.OK,
        "province-protocol": Finding.OK,
    }
    assert __version__ in checks["province"].value


def test_an_address_at_which_nobody_listens_is_not_a_network_that_is_gone(desk: Station) -> None:
    found = of_province(desk, f"http://127.0.0.1:{free_port()}")
    assert (found.finding, found.code, found.params) == (Finding.FAULT, Code.HOST_CLOSED, {"host": "127.0.0.1"})


def test_one_that_says_nothing_is_given_up_soon(desk: Station) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        began = monotonic()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        found = asked(desk, replace(DIRECT, province_url=url), longest_s=0.2)["province"]
        assert monotonic() - began < 10
    assert (found.finding, found.code) == (Finding.FAULT, Code.HOST_SILENT)


def failed(act: Callable[[], object]) -> OSError:
    with pytest.raises(OSError) as caught:  # noqa: PT011 - whichever the system raises
        act()
    return caught.value


@pytest.mark.parametrize(
    "error, code",
    [
        (failed(lambda: socket.getaddrinfo("127.0.0.1", "no-such-service")), Code.HOST_UNKNOWN),
        (OSError(101, "Network is unreachable"), Code.NETWORK_AWAY),
        (TimeoutError("timed out"), Code.HOST_SILENT),
    ],
)
def test_each_reason_for_which_nobody_is_reached_has_its_own_words(error: OSError, code: Code) -> None:
    try:
        raise no_server(error, "tinh.example") from error
    except Exception as told:
        found = reason(told, "tinh.example")
    assert found is not None
    assert (found[0], found[1]["host"]) == (code, "tinh.example")


@pytest.mark.parametrize("handler, code", [(CaptivePage, Code.CAPTIVE_PAGE), (Nonsense, Code.CAPTIVE_PAGE)])
def test_somebody_elses_page_is_no_province(desk: Station, handler: type[Answering], code: Code) -> None:
    with serving(handler) as port:
        assert of_province(desk, f"http://127.0.0.1:{port}").code is code


def test_a_proxy_that_refuses_is_named(desk: Station) -> None:
    with serving(RefusingProxy) as port:
        found = of_province(desk, "https://tinh.example", proxy=f"http://127.0.0.1:{port}")
    assert (found.finding, found.code) == (Finding.FAULT, Code.PROXY_REFUSED)


def test_a_certificate_that_ended_is_named(tmp_path: Path, desk: Station) -> None:
    authority = Authority(tmp_path / "ca")
    with serving(province_of(1), together(authority.issue(days=(-30, -1)))) as port:
        found = of_province(desk, f"https://127.0.0.1:{port}", ca_file=str(authority.ca_file))
    assert (found.finding, found.code) == (Finding.FAULT, Code.CERTIFICATE_EXPIRED)


@pytest.mark.parametrize("days, code", [(60, None), (5, Code.SERVER_CERTIFICATE_ENDS)])
def test_a_certificate_that_ends_soon_is_said_before_it_does(
    tmp_path: Path, desk: Station, days: int, code: Code | None
) -> None:
    authority = Authority(tmp_path / "ca")
    with serving(province_of(1), together(authority.issue(days=(-1, days)))) as port:
        security = replace(DIRECT.security, ca_file=str(authority.ca_file))
        checks = asked(desk, replace(DIRECT, province_url=f"https://127.0.0.1:{port}", security=security))
    assert (checks["province"].finding, checks["province-certificate"].code) == (Finding.OK, code)


def test_an_address_without_encryption_is_refused_before_anything_is_sent(desk: Station) -> None:
    assert of_province(desk, "http://tinh.example").code is Code.PLAIN_REFUSED


def test_a_province_of_another_protocol_is_said_to_be_so(desk: Station) -> None:
    with serving(province_of(3)) as port:
        checks = asked(desk, replace(DIRECT, province_url=f"http://127.0.0.1:{port}"))
    found = checks["province-protocol"]
    assert (found.finding, found.code, found.params) == (Finding.NOTE, Code.SERVER_NEWER, {"server": 3, "own": 1})


def test_a_clock_that_is_off_and_a_store_that_does_not_answer_are_told_apart_from_a_link_that_is_down(
    desk: Station,
) -> None:
    with serving(SlowClock) as port:
        checks = asked(desk, replace(DIRECT, province_url=f"http://127.0.0.1:{port}"))
    clock = checks["province-clock"]
    assert (clock.finding, clock.code, clock.params) == (Finding.FAULT, Code.CLOCK_WRONG, {"minutes": 60})
    assert (checks["province"].finding, checks["province"].code) == (Finding.NOTE, Code.STORE_AWAY)


def test_an_office_machine_that_is_off_is_no_fault_while_another_answers(tmp_path: Path, desk: Station) -> None:
    def found(*urls: str) -> list[tuple[Finding, Code | None]]:
        checks = LinkChecks(desk.journal, replace(DIRECT, office=OfficeSettings(urls=urls))).results()
        return [(one.finding, one.code) for one in checks if one.what == "office"]

    off, own = f"http://127.0.0.1:{free_port()}", shown_by(desk.journal.key, tmp_path / "own.pem")
    with serving(province_of(1), own) as port:
        there = f"https://127.0.0.1:{port}"
        assert found(there, off) == [(Finding.OK, None), (Finding.NOTE, Code.HOST_CLOSED)]
    assert found(off) == [(Finding.FAULT, Code.HOST_CLOSED)]
    stranger = shown_by(make_station_key(), tmp_path / "stranger.pem")
    with serving(province_of(1), stranger) as port:
        assert found(f"https://127.0.0.1:{port}") == [(Finding.FAULT, Code.CERTIFICATE_STATION)]
