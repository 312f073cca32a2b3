"""The line to a network scanner: it goes and comes, hides behind TLS, tells nonsense, or lies."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState
from devices import registry
from devices.fleet import Devices
from devices.patience import Backoff
from devices.scanner.escl import EsclScanner, escl_settings
from devices.scanner.escl_http import tls_context
from devices.scanner.escl_virtual import EsclFault, VirtualEsclScanner
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from tests.devices.escl_kit import (
    FEEDER,
    SHADES,
    Make,
    cancel_at_page_2,
    client,
    only_pages_are_left,
    shades,
    sheet,
)
from tests.devices.support import FixedClock, Notebook, refused


def test_a_scanner_tells_its_jam_until_it_is_cleared(escl: Make, folder: Path) -> None:
    virtual = escl()
    scanner = client(virtual)
    scanner.open()
    assert scanner.poll() == Health()
    virtual.fault(EsclFault.JAM)
    refused(Code.SCANNER_JAM, lambda: scanner.scan(FEEDER, folder, Notebook[Path]()))

    assert scanner.poll() == Health(Code.SCANNER_JAM)

    virtual.repair()
    assert scanner.poll() == Health()


def test_a_scanner_that_went_and_came_back_scans_on(escl: Make, folder: Path) -> None:
    virtual = escl()
    scanner = client(virtual)
    scanner.open()
    virtual.unplug()
    refused(Code.DEVICE_ABSENT, scanner.poll)
    refused(Code.DEVICE_ABSENT, lambda: scanner.scan(FEEDER, folder, Notebook[Path]()))

    virtual.plug()

    assert len(scanner.scan(FEEDER, folder, Notebook[Path]())) == 3


def test_a_scanner_that_refuses_this_machine_says_so(escl: Make) -> None:
    virtual = escl()
    virtual.fault(EsclFault.DENIED)

    refused(Code.DEVICE_DENIED, client(virtual).open)


@pytest.mark.parametrize("fault", [EsclFault.BOMB, EsclFault.EXTERNAL, EsclFault.FLOOD, EsclFault.GARBAGE])
def test_hostile_xml_is_refused_and_the_next_answer_taken(escl: Make, fault: EsclFault) -> None:
    virtual = escl()
    scanner = client(virtual)
    virtual.fault(fault, times=2)

    refused(Code.SCANNER_ANSWER, scanner.open)
    refused(Code.SCANNER_ANSWER, scanner.poll)

    scanner.open()
    assert scanner.poll() == Health()


def test_a_page_that_is_no_picture_is_refused(escl: Make, folder: Path) -> None:
    virtual = escl()
    virtual.fault(EsclFault.NO_PICTURE)

    refused(Code.SCANNER_ANSWER, lambda: client(virtual).scan(FEEDER, folder, Notebook[Path]()))
    only_pages_are_left(folder, [])


@pytest.mark.parametrize(
    "typed, reached",
    [
        ("192.168.1.20", "http://192.168.1.20/eSCL"),
        ("192.168.1.20:8080", "http://192.168.1.20:8080/eSCL"),
        (" http://may-quet.local/eSCL/ ", "http://may-quet.local/eSCL"),
        ("https://[fe80::1]/eSCL2", "https://[fe80::1]/eSCL2"),
    ],
)
def test_an_address_may_be_typed_as_a_person_types_it(typed: str, reached: str) -> None:
    record = DeviceSettings(DeviceKind.SCANNER, "s", TransportKind.ESCL, typed)

    assert str(escl_settings(record).url) == reached


@pytest.mark.parametrize(
    "typed", ["ftp://192.168.1.20/eSCL", "http://", "http://host:99999/", "http://u:p@h/", "a b c"]
)
def test_an_address_that_makes_no_sense_is_refused(typed: str) -> None:
    record = DeviceSettings(DeviceKind.SCANNER, "s", TransportKind.ESCL, typed)

    refused(Code.DEVICE_SETTINGS, lambda: escl_settings(record))


@pytest.fixture(scope="module")
def self_signed(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """Return the TLS of a scanner: a certificate that it made itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "scanner")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(1))
    pem = builder.sign(key, SHA256()).public_bytes(Encoding.PEM)
    pem += key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = tmp_path_factory.mktemp("tls") / "scanner.pem"
    file.write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.mark.parametrize("fault", [None, EsclFault.SILENT])
def test_a_scanner_in_the_own_network_may_have_certified_itself(
    self_signed: ssl.SSLContext, folder: Path, fault: EsclFault | None
) -> None:
    virtual = VirtualEsclScanner(tls=self_signed)
    try:
        virtual.load(sheet(shade) for shade in SHADES[:2])
        scanner, told = client(virtual), Notebook[Path]()
        if fault is None:
            scanner.scan(FEEDER, folder, told)
        else:
            virtual.fault(fault, 2)
            cancel_at_page_2(scanner)
            refused(Code.SCAN_CANCELLED, lambda: scanner.scan(FEEDER, folder, told))
    finally:
        virtual.close()

    assert shades(told.notes) == [40, 80] if fault is None else [40]


def test_a_scanner_elsewhere_must_be_certified_by_somebody_else() -> None:
    everywhere = {address: tls_context(address).verify_mode for address in ("192.168.1.9", "fd00::9", "8.8.8.8")}

    assert list(everywhere.values()) == [ssl.CERT_NONE, ssl.CERT_NONE, ssl.CERT_REQUIRED]
    assert tls_context("8.8.8.8").check_hostname


def test_the_settings_lead_to_it(escl: Make, clock: FixedClock) -> None:
    assert isinstance(registry.build(escl().settings(), clock), EsclScanner)


def test_a_station_scans_from_it_and_has_it_back_after_it_was_unplugged(
    escl: Make, folder: Path, clock: FixedClock
) -> None:
    virtual = escl()
    states: Notebook[DeviceState] = Notebook()
    devices = Devices([virtual.settings()], clock=clock, backoff=Backoff((0.01,)))
    devices.on_change(lambda status: states(status.state))
    devices.start()
    try:
        states.until(lambda seen: seen[-1:] == [DeviceState.READY])
        virtual.unplug()
        refused(Code.DEVICE_ABSENT, lambda: devices.scanner.scan(FEEDER, folder, Notebook[Path]()))
        states.until(lambda seen: DeviceState.ABSENT in seen)
        virtual.plug()
        states.until(lambda seen: seen.count(DeviceState.READY) == 2)

        pages = devices.scanner.scan(FEEDER, folder, Notebook[Path]())
    finally:
        devices.close()

    assert shades(list(pages)) == [40, 80, 120]
