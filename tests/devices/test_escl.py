"""The network scanner: our client against the virtual one, over real HTTP, with all that real ones do."""

from pathlib import Path

import pytest
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import ScanMode, ScanRequest, SheetSize
from devices.scanner.escl_virtual import EsclFault
from devices.scanner.escl_virtual_xml import Model, Place
from devices.supervisor import Health
from tests.devices.escl_kit import FEEDER, GLASS, Make, cancel_at_page_2, client, only_pages_are_left, shades, sheet
from tests.devices.support import Notebook, refused


@pytest.mark.parametrize("place", Place)
def test_every_sheet_comes_in_order_however_the_scanner_says_where_its_job_is(
    escl: Make, folder: Path, place: Place
) -> None:
    virtual = escl(Model(place=place))
    told: Notebook[Path] = Notebook()

    pages = client(virtual).scan(FEEDER, folder, told)

    assert list(pages) == told.notes
    assert shades(told.notes) == [40, 80, 120]
    only_pages_are_left(folder, told.notes)


@pytest.mark.parametrize("end", [404, 410, 409])
@pytest.mark.parametrize("tells_length", [True, False])
def test_the_feeder_ends_with_any_of_the_numbers_that_scanners_end_it_with(
    escl: Make, folder: Path, end: int, tells_length: bool
) -> None:
    virtual = escl(Model(end=end, tells_length=tells_length))

    assert len(client(virtual).scan(FEEDER, folder, Notebook[Path]())) == 3


@pytest.mark.parametrize("formats, kept", [(("image/jpeg",), "image/jpeg"), (("image/jpeg", "image/png"), "image/png")])
def test_the_format_without_loss_is_asked_for_where_it_is_offered(
    escl: Make, folder: Path, formats: tuple[str, ...], kept: str
) -> None:
    virtual = escl(Model(formats=formats))

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
    escl: Make, folder: Path, mode: ScanMode, kept: str, formats: tuple[str, ...]
) -> None:
    virtual = escl(Model(formats=formats), sheets=1)

    (page,) = client(virtual).scan(ScanRequest(60, mode, size=SheetSize.A5), folder, Notebook[Path]())

    with Image.open(page) as picture:
        assert (picture.format, picture.mode) == ("PNG", kept)
        assert round(picture.info["dpi"][0]) == 75  # the next finer one that it offers
        assert picture.size == (437, 620)


def test_both_sides_come_where_the_feeder_can_and_only_the_front_where_not(escl: Make, folder: Path) -> None:
    both = ScanRequest(50, size=SheetSize.CARD, duplex=True)
    for duplex, wanted in ((True, [40, 200, 80, 255]), (False, [40, 80])):
        virtual = escl(Model(duplex=duplex), sheets=0)
        virtual.load([sheet(40), sheet(80)], backs=[sheet(200), None])

        assert shades(list(client(virtual).scan(both, folder, Notebook[Path]()))) == wanted


def test_the_glass_gives_one_page_and_the_job_is_cleared_away(escl: Make, folder: Path) -> None:
    virtual = escl()
    virtual.place(sheet(160))

    pages = client(virtual).scan(GLASS, folder, Notebook[Path]())

    assert shades(list(pages)) == [160]
    assert virtual.asked[-1].startswith("DELETE ")
    assert virtual.waiting == 3


def test_without_a_feeder_the_glass_is_scanned(escl: Make, folder: Path) -> None:
    virtual = escl(Model(feeder=False))
    virtual.place(sheet(120))

    assert shades(list(client(virtual).scan(FEEDER, folder, Notebook[Path]()))) == [120]


@pytest.mark.parametrize("page", [1, 2])
def test_a_page_that_is_not_ready_is_asked_for_again(escl: Make, folder: Path, page: int) -> None:
    virtual = escl()
    virtual.fault(EsclFault.NOT_YET, page, times=2)

    assert len(client(virtual).scan(FEEDER, folder, Notebook[Path]())) == 3


def test_a_busy_scanner_is_waited_for(escl: Make, folder: Path) -> None:
    virtual = escl()
    virtual.fault(EsclFault.BUSY, times=2)

    assert len(client(virtual).scan(FEEDER, folder, Notebook[Path]())) == 3


def test_an_error_in_a_job_that_goes_on_loses_no_page(escl: Make, folder: Path) -> None:
    virtual = escl()
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
    escl: Make, folder: Path, fault: EsclFault, code: Code, formats: tuple[str, ...]
) -> None:
    virtual = escl(Model(formats=formats))
    virtual.fault(fault, 3)
    told: Notebook[Path] = Notebook()

    error = refused(code, lambda: client(virtual).scan(FEEDER, folder, told))

    assert error.params["pages"] == 2
    assert shades(told.notes) == [40, 80]
    only_pages_are_left(folder, told.notes)


def test_a_page_of_untold_length_that_breaks_off_is_not_kept(escl: Make, folder: Path) -> None:
    virtual = escl(Model(tells_length=False))
    virtual.fault(EsclFault.DROP, 2)
    told: Notebook[Path] = Notebook()

    refused(Code.SCAN_TRUNCATED, lambda: client(virtual).scan(FEEDER, folder, told))

    only_pages_are_left(folder, told.notes)
    assert len(told.notes) == 1


def test_an_empty_feeder_is_said_to_be_empty(escl: Make, folder: Path) -> None:
    refused(Code.SCANNER_EMPTY, lambda: client(escl(sheets=0)).scan(FEEDER, folder, Notebook[Path]()))
    only_pages_are_left(folder, [])


def test_a_conflict_with_sheets_in_the_feeder_is_not_taken_for_its_end(escl: Make, folder: Path) -> None:
    virtual = escl(Model(end=409), sheets=1)
    virtual.place(sheet(40))
    told: Notebook[Path] = Notebook()

    def load_more(page: Path) -> None:
        told(page)
        virtual.load([sheet(200)])
        virtual.fault(EsclFault.JAM, 2, times=1)

    refused(Code.SCANNER_IO, lambda: client(virtual).scan(FEEDER, folder, load_more))
    assert shades(told.notes) == [40]


def test_a_scanner_that_stops_in_the_middle_of_a_page_is_given_up(escl: Make, folder: Path) -> None:
    virtual = escl()
    virtual.fault(EsclFault.SILENT, 2)

    error = refused(Code.DEVICE_SILENT, lambda: client(virtual, silent_s=0.3).scan(FEEDER, folder, Notebook[Path]()))

    assert error.params["pages"] == 1


def test_a_scanner_that_is_never_ready_is_given_up(escl: Make, folder: Path) -> None:
    virtual = escl()
    virtual.fault(EsclFault.NOT_YET)

    refused(Code.DEVICE_SILENT, lambda: client(virtual, silent_s=0.3).scan(FEEDER, folder, Notebook[Path]()))


@pytest.mark.parametrize("fault", [EsclFault.SLOW, EsclFault.SILENT])
def test_a_cancel_ends_a_page_under_way_at_once_and_the_job_with_it(escl: Make, folder: Path, fault: EsclFault) -> None:
    virtual = escl()
    virtual.fault(fault, 2, seconds=30)
    scanner, told = client(virtual, silent_s=60), Notebook[Path]()
    cancel_at_page_2(scanner)

    refused(Code.SCAN_CANCELLED, lambda: scanner.scan(FEEDER, folder, told))

    assert shades(told.notes) == [40]
    only_pages_are_left(folder, told.notes)
    assert virtual.job_states == ["Canceled"]


def test_a_cancel_that_comes_too_late_does_not_stop_the_next_scan_nor_the_next_look(escl: Make, folder: Path) -> None:
    virtual = escl(sheets=1)
    scanner = client(virtual)
    scanner.scan(FEEDER, folder, Notebook[Path]())
    scanner.cancel()
    assert scanner.poll() == Health()
    scanner.forget_cancel()
    virtual.load([sheet(80)])

    assert len(scanner.scan(FEEDER, folder, Notebook[Path]())) == 1


def test_progress_goes_from_nothing_to_all_of_each_page(escl: Make, folder: Path) -> None:
    for tells_length in (True, False):
        virtual = escl(Model(tells_length=tells_length), sheets=2)
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
