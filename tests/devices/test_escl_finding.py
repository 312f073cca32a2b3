"""Network scanners are found by what they say of themselves, and followed when their address changes."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from zeroconf import ServiceInfo

from counter_app.errors import Code
from devices.scanner.escl import EsclScanner, escl_settings
from devices.scanner.escl_finding import PLAIN, SECURE, Advertised, find_escl, read_service
from devices.scanner.escl_virtual import VirtualEsclScanner
from devices.scanner.scanner_device import FoundScanner
from devices.settings import TransportKind
from devices.supervisor import Health
from tests.devices.support import refused

LOOPBACK = ("127.0.0.1",)
SECONDS = 1.5


def service(kind: str = PLAIN, addresses: tuple[str, ...] = ("192.168.1.20",), **told: str) -> ServiceInfo:
    """Return what a scanner says."""
    return ServiceInfo(
        kind, f"Scanner.{kind}", port=8080, properties=told, server="s.local.", parsed_addresses=list(addresses)
    )


def test_a_scanner_that_says_it_is_here_is_found_by_name_address_and_identity() -> None:
    uuid = str(uuid4())
    with Advertised("Máy quét An Phúc", uuid, 9095, interfaces=LOOPBACK):
        found = find_escl(SECONDS, interfaces=LOOPBACK)

    # The network may have scanners of other runs.
    wanted = FoundScanner("Máy quét An Phúc", TransportKind.ESCL, "http://127.0.0.1:9095/eSCL", uuid)
    assert [one for one in found if one.identity == uuid] == [wanted]


@pytest.mark.parametrize(
    "info, url",
    [
        (service(rs="eSCL"), "http://192.168.1.20:8080/eSCL"),
        (service(rs="/scan/eSCL/"), "http://192.168.1.20:8080/scan/eSCL"),
        (service(), "http://192.168.1.20:8080/eSCL"),
        (service(SECURE), "https://192.168.1.20:8080/eSCL"),
        (service(addresses=("2001:db8::7", "192.168.1.9")), "http://192.168.1.9:8080/eSCL"),
        (service(addresses=("2001:db8::7",)), "http://[2001:db8::7]:8080/eSCL"),
    ],
)
def test_the_address_is_made_of_what_the_scanner_says(info: ServiceInfo, url: str) -> None:
    scanner = read_service(info)

    assert scanner is not None
    assert scanner.address == url


@pytest.mark.parametrize(
    "info",
    [
        service(rs="x@evil.example/"),
        service(rs="eSCL?a=b"),
        service(rs="a" * 101),
        service(addresses=()),
        service(addresses=("fe80::1",)),
    ],
)
def test_a_record_that_makes_no_sense_is_no_scanner(info: ServiceInfo) -> None:
    assert read_service(info) is None


def test_a_name_with_signs_that_cannot_be_shown_is_cleaned() -> None:
    scanner = read_service(service(ty="A\x00\n  \u202eB" + "C" * 100, UUID="../../etc"))

    assert scanner is not None
    assert scanner.name.startswith("A B")
    assert len(scanner.name) == 80
    assert scanner.identity == ""


@pytest.fixture
def virtual() -> Iterator[VirtualEsclScanner]:
    made = VirtualEsclScanner()
    yield made
    made.close()


def moved(virtual: VirtualEsclScanner, uuid: str, where: str) -> EsclScanner:
    """Return a client whose settings lead to ``where``, on a network where the scanner says where it is now."""
    now = FoundScanner("s", TransportKind.ESCL, virtual.url, virtual.uuid)
    record = replace(virtual.settings(), address=where, identity=uuid)
    return EsclScanner(escl_settings(record), name="s", find=lambda _seconds: (now,))


def test_a_scanner_that_got_another_address_is_followed_by_its_identity(virtual: VirtualEsclScanner) -> None:
    gone = VirtualEsclScanner()
    gone.close()

    scanner = moved(virtual, virtual.uuid, gone.url)

    scanner.open()
    assert scanner.poll() == Health()
    refused(Code.DEVICE_ABSENT, moved(virtual, str(uuid4()), gone.url).open)


def test_another_scanner_at_the_old_address_is_not_taken_for_it(virtual: VirtualEsclScanner) -> None:
    other = VirtualEsclScanner()
    try:
        moved(virtual, virtual.uuid, other.url).open()
    finally:
        other.close()

    assert virtual.asked == ["GET /eSCL/ScannerCapabilities"]
