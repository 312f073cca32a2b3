"""The security record goes to a collector in order, whatever becomes of the line, the collector and the program."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.errors import Code, CounterError
from counter_app.services.security_log import SecurityKind
from counter_app.services.syslog import Collector, SyslogForwarder, collector_of
from tests.support.collector import CollectorServer, certificate
from tests.support.office import OpenOffice, open_office
from tests.support.waiting import until_true

LOOK_S = 0.02


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as office:
        yield office


@pytest.fixture
def forwarder(office: OpenOffice) -> Iterator[SyslogForwarder]:
    made = SyslogForwarder(office.journal, LOOK_S)
    yield made
    made.close()


def note(office: OpenOffice, count: int) -> None:
    with office.journal.transaction():  # all of them in one commit
        for _ in range(count):
            office.services.security.note(SecurityKind.SIGN_IN_FAILED, officer="ha", reason="x" * 150)
    office.services.security.flush()


def tcp(port: int) -> Collector:
    return Collector("tcp", "127.0.0.1", port)


def numbers(messages: list[str]) -> list[int]:
    found = [re.search(r" externalId=(\d+) ", message) for message in messages]
    return [int(one.group(1)) for one in found if one]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_each_event_arrives_once_in_order_as_one_message(office: OpenOffice, forwarder: SyslogForwarder) -> None:
    note(office, 5)
    with CollectorServer() as collector:
        forwarder.forward_to(tcp(collector.port))
        until_true(lambda: len(collector.messages) == 5)
        note(office, 3)
        until_true(lambda: len(collector.messages) == 8)
        until_true(lambda: forwarder.status().waiting == 0)
        forwarder.close()
        assert numbers(collector.messages) == [1, 2, 3, 4, 5, 6, 7, 8]
        assert collector.connections == 1
    station = office.journal.key.station
    assert re.fullmatch(
        rf"<108>1 2026-11-23T01:55:00\.000Z {station} counter-app - sign-in-failed - "
        r"CEF:0\|Quay Mot Cua\|counter-app\|[0-9.]+\|sign-in-failed\|Sign in failed\|5\|"
        rf"rt=1795398900000 externalId=1 deviceExternalId={station} suser=ha msg=reason:x+",
        collector.messages[0],
    )


def test_what_was_noted_without_a_collector_is_sent_when_there_is_one(
    office: OpenOffice, forwarder: SyslogForwarder
) -> None:
    port = free_port()
    forwarder.forward_to(tcp(port))
    note(office, 4)
    until_true(lambda: forwarder.status().fault is Code.SYSLOG_AWAY)
    assert forwarder.status().waiting == 4
    forwarder.forward_to(None)
    with CollectorServer() as collector:
        forwarder.forward_to(tcp(collector.port))
        until_true(lambda: forwarder.status().waiting == 0)
        until_true(lambda: numbers(collector.messages) == [1, 2, 3, 4])
        until_true(lambda: forwarder.status().fault is None)


def test_a_restart_sends_what_waits_and_nothing_twice(tmp_path: Path) -> None:
    with CollectorServer() as collector:
        for _ in range(2):
            with open_office(tmp_path) as office:
                note(office, 3)
                send_all(office, collector.port)
        until_true(lambda: len(collector.messages) == 6)
    assert numbers(collector.messages) == [1, 2, 3, 4, 5, 6]


def send_all(office: OpenOffice, port: int) -> None:
    forwarder = SyslogForwarder(office.journal, LOOK_S)
    forwarder.forward_to(tcp(port))
    until_true(lambda: forwarder.status().waiting == 0)
    forwarder.close()


def test_a_line_cut_in_the_middle_of_a_message_loses_none(office: OpenOffice, forwarder: SyslogForwarder) -> None:
    note(office, 150)
    with CollectorServer(cuts=(1000, 5, 7777)) as collector:
        forwarder.forward_to(tcp(collector.port))
        until_true(lambda: forwarder.status().waiting == 0)
        until_true(lambda: set(numbers(collector.messages)) == set(range(1, 151)))
        assert collector.connections >= 4
    first_seen = list(dict.fromkeys(numbers(collector.messages)))
    assert first_seen == list(range(1, 151)), "some came twice, each for the first time in its order"


def test_a_collector_that_ends_between_two_events_misses_none(office: OpenOffice, forwarder: SyslogForwarder) -> None:
    with CollectorServer() as collector:
        port = collector.port
        forwarder.forward_to(tcp(port))
        note(office, 1)
        until_true(lambda: forwarder.status().waiting == 0)
    note(office, 1)
    until_true(lambda: forwarder.status().fault is Code.SYSLOG_AWAY)
    with CollectorServer(port) as again:
        until_true(lambda: numbers(again.messages) == [2])
        until_true(lambda: forwarder.status().waiting == 0)


def test_each_event_is_one_datagram_over_udp(office: OpenOffice, forwarder: SyslogForwarder) -> None:
    note(office, 3)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as collector:
        collector.bind(("127.0.0.1", 0))
        collector.settimeout(30)
        forwarder.forward_to(Collector("udp", "127.0.0.1", collector.getsockname()[1]))
        assert numbers([collector.recv(9000).decode() for _ in range(3)]) == [1, 2, 3]
    until_true(lambda: forwarder.status().waiting == 0)


def test_over_tls_only_a_trusted_collector_gets_anything(
    office: OpenOffice, forwarder: SyslogForwarder, tmp_path: Path
) -> None:
    context, trusted = certificate(tmp_path)
    note(office, 2)
    with CollectorServer(context=context) as collector:
        forwarder.forward_to(Collector("tls", "127.0.0.1", collector.port))
        until_true(lambda: forwarder.status().fault is Code.SYSLOG_CERTIFICATE)
        assert collector.messages == []
        forwarder.forward_to(Collector("tls", "127.0.0.1", collector.port, str(trusted)))
        until_true(lambda: forwarder.status().waiting == 0)
        until_true(lambda: len(collector.messages) == 2)


def test_a_file_that_holds_no_certificate_is_said(
    office: OpenOffice, forwarder: SyslogForwarder, tmp_path: Path
) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    note(office, 1)
    forwarder.forward_to(Collector("tls", "127.0.0.1", free_port(), str(tmp_path / "ca.pem")))
    until_true(lambda: forwarder.status().fault is Code.CA_FILE_INVALID)
    assert forwarder.status().waiting == 1


@pytest.mark.parametrize(
    "text, address",
    [
        ("tcp://10.0.0.5", "tcp://10.0.0.5:514"),
        (" udp://soc.tinh.example:1514 ", "udp://soc.tinh.example:1514"),
        ("tls://soc.tinh.example", "tls://soc.tinh.example:6514"),
        ("tls://[::1]:6514/", "tls://[::1]:6514"),
    ],
)
def test_an_address_is_understood(text: str, address: str) -> None:
    collector = collector_of(text)
    assert collector is not None
    assert collector.address == address


@pytest.mark.parametrize(
    "text",
    ["10.0.0.5", "http://x", "tcp://", "tcp://x:0", "tcp://x:99999", "tcp://x/y", "tcp://a@x", "tcp://[x", "tls"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(CounterError) as refused:
        collector_of(text)
    assert refused.value.code is Code.SYSLOG_ADDRESS


def test_no_address_is_no_collector() -> None:
    assert collector_of("  ") is None
