"""The network scanner: our client against the virtual one, over real HTTP, with all that real ones do."""

import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, ScanMode, ScanRequest, SheetSize
from devices import registry
from devices.fleet import Devices
from devices.patience import Backoff
from devices.scanner.escl import EsclScanner, escl_settings
from devices.scanner.escl_http import tls_context
from devices.scanner.escl_virtual import EsclFault, VirtualEsclScanner
from devices.scanner.escl_virtual_xml import Model, Place
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from tests.devices.support import FixedClock, Notebook, refused

FEEDER = ScanRequest(resolution=50, size=SheetSize.CARD)
GLASS = ScanRequest(resolution=50, size=SheetSize.CARD, feeder=False)
SHADES = (40, 80, 120, 160, 200)

Make = Callable[..., VirtualEsclScanner]


@pytest.fixture
def make() -> Iterator[Make]:
    """Return a maker of virtual scanners with three sheets, which are closed at the end."""
    made: list[VirtualEsclScanner] = []

    def make_one(model: Model | None = None, sheets: int = 3) -> VirtualEsclScanner:
        scanner = VirtualEsclScanner(model or Model())
        made.append(scanner)
        scanner.load(sheet(shade) for shade in SHADES[:sheets])
        return scanner

    yield make_one
    for one in made:
        one.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    return made


def sheet(shade: int) -> Image.Image:
    return Image.new("RGB", (400, 300), (shade, shade, shade))


def client(virtual: VirtualEsclScanner, silent_s: float = 5.0) -> EsclScanner:
    return EsclScanner(escl_settings(virtual.settings(silent_s=silent_s)), name="s")


def shades(pages: list[Path]) -> list[int]:
    """Return the grey of each page, to the nearest of those that were laid in."""
    found = []
    for page in pages:
        with Image.open(page) as picture:
            grey = picture.convert("L").getpixel((20, 20))
            assert isinstance(grey, int)
            found.append(min((*SHADES, 255), key=lambda shade: abs(shade - grey)))
    return found


def cancel_at_page_2(scanner: EsclScanner) -> None:
    """Cancel from another thread, soon after the second page began."""
    scanner.on_progress(lambda *at: threading.Timer(0.2, scanner.cancel).start() if at == (2, 0.0) else None)


def only_pages_are_left(folder: Path, told: list[Path]) -> None:
    assert sorted(folder.iterdir()) == sorted(told)


@pytest.mark.parametrize("place", Place)
def test_every_sheet_comes_in_order_however_the_scanner_says_where_its_job_is(
    make: Make, folder: Path, place: Place
) -> None:
    virtual = make(Model(place=place))
    told: Notebook[Path] = Notebook()

    pages = client(virtual).scan(FEEDER, folder, told)

    assert list(pages) == told.notes
    assert shades(told.notes) == [40, 80, 120]
    only_pages_are_left(folder, told.notes)


@pytest.mark.parametrize("end", [404, 410, 409])
@pytest.mark.parametrize("tells_length", [True, False])
def test_the_feeder_ends_with_any_of_the_numbers_that_scanners_end_it_with(
    make: Make, folder: Path, end: int, tells_length: bool
) -> None:
    virtual = make(Model(end=end, tells_length=tells_length))

    assert len(client(virtual).scan(FEEDER, folder, Notebook[Path]())) == 3


@pytest.mark.parametrize("formats, kept", [(("image/jpeg",), "image/jpeg"), (("image/jpeg", "image/png"), "image/png")])
def test_the_format_without_loss_is_asked_for_where_it_is_offered(
    make: Make, folder: Path, formats: tuple[str, ...], kept: str
) -> None:
    virtual = make(Model(formats=formats))

    pages = client(virtual).scan(FEEDER, folder, Notebook[Path]())

    assert virtual.jobs_asked[0].format == kept
    assert shades(list(pages)) == [40, 80, 120]


@pytest.mark.parametrize(
    "mode, kept, formats",
    [
        (ScanMode.COLOR, "RGB", ("image/png",)),
        (ScanMode.GRAY, "L", ("image/jpeg",)),
        (ScanMode.LINEART, "1", ("image/png",)),
        (ScanMode.LINEART, "1", ("image/jpeg",)),
    ],
)
def test_the_page_has_the_colours_size_and_resolution_that_were_asked_for(
    make: Make, folder: Path, mode: ScanMode, kept: str, formats: tuple[str, ...]
) -> None:
    virtual = make(Model(formats=formats), sheets=1)

    (page,) = client(virtual).scan(ScanRequest(60, mode, size=SheetSize.A5), folder, Notebook[Path]())

    with Image.open(page) as picture:
        assert (picture.format, picture.mode) == ("PNG", kept)
        assert round(picture.info["dpi"][0]) == 75  # the next finer one that it offers
        assert picture.size == (437, 620)


def test_both_sides_come_where_the_feeder_can_and_only_the_front_where_not(make: Make, folder: Path) -> None:
    both = ScanRequest(50, size=SheetSize.CARD, duplex=True)
    for duplex, wanted in ((True, [40, 200, 80, 255]), (False, [40, 80])):
        virtual = make(Model(duplex=duplex), sheets=0)
        virtual.load([sheet(40), sheet(80)], backs=[sheet(200), None])

        assert shades(list(client(virtual).scan(both, folder, Notebook[Path]()))) == wanted


def test_the_glass_gives_one_page_and_the_job_is_cleared_away(make: Make, folder: Path) -> None:
    virtual = make()
    virtual.place(sheet(160))

    pages = client(virtual).scan(GLASS, folder, Notebook[Path]())

    assert shades(list(pages)) == [160]
    assert virtual.asked[-1].startswith("DELETE ")
    assert virtual.waiting == 3


def test_without_a_feeder_the_glass_is_scanned(make: Make, folder: Path) -> None:
    virtual = make(Model(feeder=False))
    virtual.place(sheet(120))

    assert shades(list(client(virtual).scan(FEEDER, folder, Notebook[Path]()))) == [120]


@pytest.mark.parametrize("page", [1, 2])
def test_a_page_that_is_not_ready_is_asked_for_again(make: Make, folder: Path, page: int) -> None:
    virtual = make()
    virtual.fault(EsclFault.NOT_YET, page, times=2)

    assert len(client(virtual).scan(FEEDER, folder, Notebook[Path]())) == 3


def test_a_busy_scanner_is_waited_for(make: Make, folder: Path) -> None:
    virtual = make()
    virtual.fault(EsclFault.BUSY, times=2)

    assert len(client(virtual).scan(FEEDER, folder, Notebook[Path]())) == 3


def test_an_error_in_a_job_that_goes_on_loses_no_page(make: Make, folder: Path) -> None:
    virtual = make()
    virtual.fault(EsclFault.ERROR, 2, times=2)

    assert shades(list(client(virtual).scan(FEEDER, folder, Notebook[Path]()))) == [40, 80, 120]


@pytest.mark.parametrize(
    "fault, code",
    [
        (EsclFault.JAM, Code.SCANNER_JAM),
        (EsclFault.COVER, Code.SCANNER_COVER),
        (EsclFault.ERROR, Code.SCANNER_IO),
        (EsclFault.ABORTED, Code.SCANNER_IO),
        (EsclFault.STOPPED, Code.SCAN_CANCELLED),
        (EsclFault.DROP, Code.SCAN_TRUNCATED),
        (EsclFault.TRUNCATED, Code.SCAN_TRUNCATED),
    ],
)
@pytest.mark.parametrize("formats", [("image/png",), ("image/jpeg",)])
def test_each_fault_is_told_by_its_own_code_and_the_pages_before_it_stay(
    make: Make, folder: Path, fault: EsclFault, code: Code, formats: tuple[str, ...]
) -> None:
    virtual = make(Model(formats=formats))
    virtual.fault(fault, 3)
    told: Notebook[Path] = Notebook()

    error = refused(code, lambda: client(virtual).scan(FEEDER, folder, told))

    assert error.params["pages"] == 2
    assert shades(told.notes) == [40, 80]
    only_pages_are_left(folder, told.notes)


def test_a_page_of_untold_length_that_breaks_off_is_not_kept(make: Make, folder: Path) -> None:
    virtual = make(Model(tells_length=False))
    virtual.fault(EsclFault.DROP, 2)
    told: Notebook[Path] = Notebook()

    refused(Code.SCAN_TRUNCATED, lambda: client(virtual).scan(FEEDER, folder, told))

    only_pages_are_left(folder, told.notes)
    assert len(told.notes) == 1


def test_an_empty_feeder_is_said_to_be_empty(make: Make, folder: Path) -> None:
    refused(Code.SCANNER_EMPTY, lambda: client(make(sheets=0)).scan(FEEDER, folder, Notebook[Path]()))
    only_pages_are_left(folder, [])


def test_a_conflict_with_sheets_in_the_feeder_is_not_taken_for_its_end(make: Make, folder: Path) -> None:
    virtual = make(Model(end=409), sheets=1)
    virtual.place(sheet(40))
    told: Notebook[Path] = Notebook()

    def load_more(page: Path) -> None:
        told(page)
        virtual.load([sheet(200)])
        virtual.fault(EsclFault.JAM, 2, times=1)

    refused(Code.SCANNER_IO, lambda: client(virtual).scan(FEEDER, folder, load_more))
    assert shades(told.notes) == [40]


def test_a_scanner_that_stops_in_the_middle_of_a_page_is_given_up(make: Make, folder: Path) -> None:
    virtual = make()
    virtual.fault(EsclFault.SILENT, 2)

    error = refused(Code.DEVICE_SILENT, lambda: client(virtual, silent_s=0.3).scan(FEEDER, folder, Notebook[Path]()))

    assert error.params["pages"] == 1


def test_a_scanner_that_is_never_ready_is_given_up(make: Make, folder: Path) -> None:
    virtual = make()
    virtual.fault(EsclFault.NOT_YET)

    refused(Code.DEVICE_SILENT, lambda: client(virtual, silent_s=0.3).scan(FEEDER, folder, Notebook[Path]()))


@pytest.mark.parametrize("fault", [EsclFault.SLOW, EsclFault.SILENT])
def test_a_cancel_ends_a_page_under_way_at_once_and_the_job_with_it(make: Make, folder: Path, fault: EsclFault) -> None:
    virtual = make()
    virtual.fault(fault, 2, seconds=30)
    scanner, told = client(virtual, silent_s=60), Notebook[Path]()
    cancel_at_page_2(scanner)

    refused(Code.SCAN_CANCELLED, lambda: scanner.scan(FEEDER, folder, told))

    assert shades(told.notes) == [40]
    only_pages_are_left(folder, told.notes)
    assert virtual.job_states == ["Canceled"]


def test_a_cancel_that_comes_too_late_does_not_stop_the_next_scan_nor_the_next_look(make: Make, folder: Path) -> None:
    virtual = make(sheets=1)
    scanner = client(virtual)
    scanner.scan(FEEDER, folder, Notebook[Path]())
    scanner.cancel()
    assert scanner.poll() == Health()
    scanner.forget_cancel()
    virtual.load([sheet(80)])

    assert len(scanner.scan(FEEDER, folder, Notebook[Path]())) == 1


def test_progress_goes_from_nothing_to_all_of_each_page(make: Make, folder: Path) -> None:
    for tells_length in (True, False):
        virtual = make(Model(tells_length=tells_length), sheets=2)
        virtual.fault(EsclFault.SLOW, seconds=0.001)
        scanner = client(virtual)
        steps: list[tuple[int, float]] = []
        scanner.on_progress(lambda page, share, steps=steps: steps.append((page, share)))

        scanner.scan(ScanRequest(50, ScanMode.COLOR), folder, Notebook[Path]())

        for page in (1, 2):
            told = [share for number, share in steps if number == page]
            assert told == sorted(told)
            assert (told[0], told[-1]) == (0.0, 1.0)
        assert tells_length is False or any(0 < share < 1 for _, share in steps)


def test_a_scanner_tells_its_jam_until_it_is_cleared(make: Make, folder: Path) -> None:
    virtual = make()
    scanner = client(virtual)
    scanner.open()
    assert scanner.poll() == Health()
    virtual.fault(EsclFault.JAM)
    refused(Code.SCANNER_JAM, lambda: scanner.scan(FEEDER, folder, Notebook[Path]()))

    assert scanner.poll() == Health(Code.SCANNER_JAM)

    virtual.repair()
    assert scanner.poll() == Health()


def test_a_scanner_that_went_and_came_back_scans_on(make: Make, folder: Path) -> None:
    virtual = make()
    scanner = client(virtual)
    scanner.open()
    virtual.unplug()
    refused(Code.DEVICE_ABSENT, scanner.poll)
    refused(Code.DEVICE_ABSENT, lambda: scanner.scan(FEEDER, folder, Notebook[Path]()))

    virtual.plug()

    assert len(scanner.scan(FEEDER, folder, Notebook[Path]())) == 3


def test_a_scanner_that_refuses_this_machine_says_so(make: Make) -> None:
    virtual = make()
    virtual.fault(EsclFault.DENIED)

    refused(Code.DEVICE_DENIED, client(virtual).open)


@pytest.mark.parametrize("fault", [EsclFault.BOMB, EsclFault.EXTERNAL, EsclFault.FLOOD, EsclFault.GARBAGE])
def test_hostile_xml_is_refused_and_the_next_answer_taken(make: Make, fault: EsclFault) -> None:
    virtual = make()
    scanner = client(virtual)
    virtual.fault(fault, times=2)

    refused(Code.SCANNER_ANSWER, scanner.open)
    refused(Code.SCANNER_ANSWER, scanner.poll)

    scanner.open()
    assert scanner.poll() == Health()


def test_a_page_that_is_no_picture_is_refused(make: Make, folder: Path) -> None:
    virtual = make()
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


def test_the_settings_lead_to_it(make: Make, clock: FixedClock) -> None:
    assert isinstance(registry.build(make().settings(), clock), EsclScanner)


def test_a_station_scans_from_it_and_has_it_back_after_it_was_unplugged(
    make: Make, folder: Path, clock: FixedClock
) -> None:
    virtual = make()
    states: Notebook[DeviceState] = Notebook()
    devices = Devices([virtual.settings()], clock=clock, backoff=Backoff((0.01,)))
    devices.on_change(lambda status: states(status.state))
    devices.start()
    try:
        states.until(lambda seen: seen[-1:] == [DeviceState.READY])
        virtual.unplug()
        refused(Code.DEVICE_ABSENT, lambda: devices.scanner.scan(FEEDER, folder, Notebook[Path]()))
        virtual.plug()
        states.until(lambda seen: seen[-2:] == [DeviceState.CONNECTING, DeviceState.READY] and len(seen) > 3)

        pages = devices.scanner.scan(FEEDER, folder, Notebook[Path]())
    finally:
        devices.close()

    assert shades(list(pages)) == [40, 80, 120]
