"""Nonsense from cards, reader and scanner: said in place, and nothing that was typed or scanned is lost."""

from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.ports import DeviceKind
from devices.fleet import Devices
from devices.scanner.virtual import ScannerFault
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice
from tests.support.typing import press, type_text
from tests.ui.desk_kit import Desk, open_desk
from ui.desk.receive.state import ApplicantField
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
CARD = "000152000417|012345678|Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|10052021"


@pytest.fixture
def desk(qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices]) -> Iterator[Desk]:
    """A form that is being filled: procedure chosen, a name typed."""
    with open_desk(qtbot, office, tasks, station[1]) as opened:
        window = opened.window
        opened.until(lambda: window.receive.reader_ready() and window.receive.scanner_ready())
        type_text("giay doc than")
        popup = window.receive_page.form.procedure.popup
        opened.until(lambda: popup.isVisible() and bool(popup.rows))
        press(Qt.Key.Key_Return)
        opened.until(lambda: window.receive.procedure is not None)
        type_text("Lê Minh Khôi")
        yield opened


@pytest.fixture
def virtual(station: tuple[VirtualStation, Devices]) -> VirtualStation:
    return station[0]


def said(desk: Desk) -> list[str]:
    """Return what the banners say on the page."""
    banners = desk.window.receive_page.head.banners
    return [label.text() for label in banners.findChildren(QLabel) if label.isVisible() and label.text()]


def kept(desk: Desk) -> bool:
    """Whether what was typed is still there, on screen and on the disk."""
    form = desk.window.receive_page.form
    saved = desk.office.services.reception.draft(3)
    return (
        form.applicant.text(ApplicantField.NAME) == "Lê Minh Khôi"
        and form.procedure.line.text() == "Cấp Giấy xác nhận tình trạng hôn nhân"
        and saved is not None
        and saved.name == "Lê Minh Khôi"
    )


@pytest.mark.parametrize(
    "line, sentence",
    [
        ("000152000417|Trần Thị Hoa|14031952", "Mã vừa quét không phải mã trên thẻ căn cước (3/7 mục)."),
        ("||||||", None),
        (CARD.replace("14031952", "99999999"), None),
        (CARD.replace("Trần Thị Hoa", "Tr?n Th? Hoa"), None),
    ],
)
def test_a_card_that_is_none_is_said_and_changes_nothing(
    desk: Desk, virtual: VirtualStation, line: str, sentence: str | None
) -> None:
    virtual.reader.scan(line)
    desk.until(lambda: any(notice.id == "card" for notice in desk.window.receive_page.head.banners.shown))
    desk.until(lambda: bool(said(desk)))
    if sentence:
        assert sentence in said(desk)
    desk.until(lambda: kept(desk))
    assert desk.window.page == "receive"
    assert desk.window.receive_page.form.applicant.text(ApplicantField.IDENTITY) == ""

    virtual.reader.scan(CARD)
    desk.until(lambda: desk.window.receive_page.form.applicant.text(ApplicantField.IDENTITY) == "000152000417")
    assert not any(notice.id == "card" for notice in desk.window.notices.all)


def test_garbage_from_the_reader_is_said_until_it_reads_well_again(desk: Desk, virtual: VirtualStation) -> None:
    virtual.reader.garbage()
    desk.until(lambda: "Máy đọc gửi 1 dòng không đọc được." in said(desk))
    assert "Đặt máy đọc ở chế độ USB-COM, UTF-8." in said(desk)
    desk.until(lambda: kept(desk))
    assert desk.window.outside.ready(DeviceKind.READER)

    virtual.reader.scan(CARD)
    desk.until(lambda: not said(desk))
    assert desk.window.receive_page.form.applicant.text(ApplicantField.IDENTITY) == "000152000417"


def test_a_page_cut_off_is_said_and_the_pages_before_it_stay(desk: Desk, virtual: VirtualStation) -> None:
    virtual.scanner.load([Image.new("L", (200, 280), 250 - page) for page in range(3)])
    virtual.scanner.fault(ScannerFault.TRUNCATED, page=3)
    press(Qt.Key.Key_D, CTRL)
    desk.until(lambda: "Trang cuối bị cắt ngang. 2 trang trước vẫn còn." in said(desk))
    desk.until(lambda: desk.window.scans.now is None and kept(desk))
    pages = desk.window.receive.keeper.draft.papers[0].pages
    assert len(pages) == 2
    desk.until(lambda: desk.office.services.reception.draft(3).papers[0].pages == pages)

    virtual.scanner.repair()
    virtual.scanner.load([Image.new("L", (200, 280), 200)])
    press(Qt.Key.Key_D, CTRL)
    desk.until(lambda: sum(len(paper.pages) for paper in desk.window.receive.keeper.draft.papers) > 2)
    desk.until(lambda: desk.window.scans.now is None)
    assert desk.window.receive.keeper.draft.papers[0].pages[:2] == pages


def test_a_scanner_program_that_dies_is_said_in_place(desk: Desk, virtual: VirtualStation) -> None:
    virtual.scanner.load([Image.new("L", (200, 280), 250)])
    virtual.scanner.fault(ScannerFault.CRASH)
    press(Qt.Key.Key_D, CTRL)
    desk.until(lambda: any(notice.id == "scan" for notice in desk.window.receive_page.head.banners.shown))
    desk.until(lambda: desk.window.scans.now is None and kept(desk))
