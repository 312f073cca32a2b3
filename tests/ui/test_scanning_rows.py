"""Scanning into the checklist's rows: one click a way, on after a jam, cards, piles, backs, and after a crash."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.domain.procedures import PaperForm
from devices.fleet import Devices
from devices.scanner.virtual import ScannerFault
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice
from tests.support.separator_pages import sheet_picture
from tests.support.typing import press
from tests.ui.desk_kit import Desk, open_desk
from tests.ui.receive_kit import CTRL, MARITAL_STATUS, choose, said
from tests.ui.scanning_kit import DPI, begin, button, count, lay, row, scan, sheet, still
from ui.tasks import Tasks


def strip_shown(desk: Desk) -> None:
    desk.window.receive_page.form.ways_button.click()


def test_a_scan_goes_on_in_its_row_after_a_jam(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    lay(virtual, 1, 2, 3)
    virtual.scanner.fault(ScannerFault.JAM, page=3)
    press(Qt.Key.Key_D, CTRL)
    desk.until(lambda: desk.window.receive.papers.scanning.pause is not None)
    first = desk.window.receive_page.form.checklist.rows[0]
    assert count(desk) == 2
    assert first.scan.text() == "Quét tiếp"
    notice = next(one for one in desk.window.notices.all if one.id == "scan")
    assert "Kẹt giấy. 2 trang" in notice.title
    assert "gỡ tờ kẹt" in notice.text
    virtual.scanner.repair()
    desk.until(lambda: desk.window.receive.scanner_ready())
    first.scan.click()
    desk.until(lambda: count(desk) == 3)
    still(desk)
    assert row(desk) == [1, 2, 3]
    assert first.scan.text() == "Quét"


def test_a_scan_that_is_stopped_keeps_what_landed_and_shows_how_far_it_is(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    lay(virtual, 1, 2)
    virtual.scanner.fault(ScannerFault.SLOW, page=2, seconds=0.1)
    press(Qt.Key.Key_D, CTRL)
    desk.until(lambda: desk.window.scans.now is not None and desk.window.scans.now.page == 2)
    desk.until(lambda: desk.window.scans.now is not None and 0.1 < desk.window.scans.now.share < 1)
    cell = desk.window.receive_page.form.checklist.rows[0].pages
    assert cell.words == "trang 2"
    press(Qt.Key.Key_D, CTRL)
    still(desk)
    assert row(desk) == [1]
    desk.until(lambda: said(desk, "scan"))


def test_one_click_scans_in_a_way_and_the_paper_remembers_it(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    strip_shown(desk)
    lay(virtual, 1)
    strip = desk.window.receive_page.form.checklist.strip
    assert strip.ways["plain"].isChecked()
    strip.ways["seal"].click()
    desk.until(lambda: count(desk) == 1)
    still(desk)
    content = desk.office.services.reception.page(desk.window.receive.keeper.draft.papers[0].pages[0].sha256)
    with Image.open(BytesIO(content)) as page:
        assert page.mode == "RGB"
        assert round(page.info["dpi"][0]) == 300
    desk.until(strip.ways["seal"].isChecked)


def test_both_sides_of_a_card_come_on_one_page_and_can_be_parted_again(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    strip_shown(desk)
    virtual.scanner.load([sheet(1, (680, 430))], DPI)
    desk.window.receive_page.form.checklist.strip.ways["card"].click()
    desk.until(lambda: desk.window.receive.papers.scanning.pause is not None)
    first = desk.window.receive_page.form.checklist.rows[0]
    assert first.scan.text() == "Mặt sau"
    assert count(desk) == 1
    first.scan.click()
    papers = desk.window.receive.papers
    desk.until(lambda: count(desk) == 1 and papers.pages.can_undo)
    one = desk.office.services.pages.preview(desk.window.receive.keeper.draft.papers[0].pages[0].sha256)
    assert abs(one.height / one.width - 297 / 210) < 0.01
    papers.pages.undo()
    assert count(desk) == 2


def two_rows(desk: Desk) -> None:
    """Have two papers that want pages: rows 0 and 1."""
    papers = desk.window.receive.keeper.draft.papers
    from dataclasses import replace

    desk.window.receive.papers.edit(1, replace(papers[1], applies=True, form=PaperForm.CERTIFIED))


def test_a_pile_goes_over_the_rows_by_separator_sheets(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    strip_shown(desk)
    two_rows(desk)
    virtual.scanner.load([sheet_picture(), sheet(1), sheet(2), sheet_picture(2), sheet(3)], DPI)
    strip = desk.window.receive_page.form.checklist.strip
    strip.pile.click()
    strip.batch.start.click()
    desk.until(lambda: count(desk, 1) == 1)
    still(desk)
    assert (row(desk, 0), row(desk, 1)) == ([1, 2], [3])
    assert len(desk.window.receive.keeper.draft.removed) == 2
    desk.until(lambda: said(desk, "scan"))


def test_a_pile_goes_over_the_rows_by_number_of_pages(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    strip_shown(desk)
    two_rows(desk)
    lay(virtual, 1, 2, 3)
    strip = desk.window.receive_page.form.checklist.strip
    strip.pile.click()
    strip.batch.how.button(1).click()
    strip.batch.every.setValue(2)
    strip.batch.start.click()
    desk.until(lambda: count(desk, 1) == 1)
    still(desk)
    assert (row(desk, 0), row(desk, 1)) == ([1, 2], [3])


def test_backs_of_a_turned_pile_go_between_their_fronts_also_after_a_jam(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    strip_shown(desk)
    strip = desk.window.receive_page.form.checklist.strip
    assert not strip.backs.isEnabled()
    scan(desk, virtual, 1, 3, 5)
    lay(virtual, 6, 4, 2)
    virtual.scanner.fault(ScannerFault.JAM, page=2)
    strip.backs.click()
    desk.until(lambda: desk.window.receive.papers.scanning.pause is not None)
    virtual.scanner.repair()
    desk.until(lambda: desk.window.receive.scanner_ready())
    desk.window.receive_page.form.checklist.rows[0].scan.click()
    desk.until(lambda: count(desk) == 6)
    still(desk)
    desk.until(lambda: row(desk) == [1, 2, 3, 4, 5, 6])


def test_a_blank_page_is_flagged_and_stays(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    virtual.scanner.load([sheet(1), Image.new("L", (400, 560), 248)], DPI)
    press(Qt.Key.Key_D, CTRL)
    desk.until(lambda: count(desk) == 2)
    assert [page.blank for page in desk.window.receive.keeper.draft.papers[0].pages] == [False, True]


def test_pages_that_a_crash_left_behind_are_offered_and_put_in_their_row(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices]
) -> None:
    pages = office.services.pages
    with open_desk(qtbot, office, tasks, station[1]) as desk:
        choose(desk, MARITAL_STATUS)
        draft = desk.window.receive.keeper.draft
        folder = pages.begin(draft.id, 0)
        for number in (1, 2):
            sheet(number).save(folder / f"scan-{number:04d}.png")
        pages.end(folder)
        desk.until(lambda: office.services.reception.draft(3).procedure == MARITAL_STATUS)
    with open_desk(qtbot, office, tasks, station[1]) as desk:
        desk.until(lambda: said(desk, "landed"))
        assert "2 trang quét dở" in next(one for one in desk.window.notices.all if one.id == "landed").title
        desk.until(lambda: desk.window.receive.procedure is not None)
        desk.window.notices.act("landed", "put")
        desk.until(lambda: count(desk) == 2)
        assert row(desk) == [1, 2]
        desk.until(lambda: pages.waiting() == ())
        assert not folder.exists()


def test_pages_that_a_crash_left_behind_are_dropped_only_when_said_twice(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    pages = office.services.pages
    folder = pages.begin("somebody-else", 0)
    sheet(1).save(folder / "scan-0001.png")
    pages.end(folder)
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: said(desk, "landed"))
        desk.window.notices.act("landed", "put")  # there is no row yet: asked again
        desk.until(lambda: said(desk, "landed"))
        desk.window.notices.act("landed", "drop")
        assert len(pages.waiting()) == 1
        desk.window.notices.act("landed", "drop")
        desk.until(lambda: pages.waiting() == ())


@pytest.mark.parametrize("form", [PaperForm.PRESENTED, PaperForm.ELECTRONIC])
def test_what_need_not_be_scanned_says_so(desk: Desk, form: PaperForm) -> None:
    begin(desk)
    first = desk.window.receive_page.form.checklist.rows[0]
    first.form.setCurrentIndex(first.form.findData(form.value))
    first.form.activated.emit(first.form.currentIndex())
    assert first.pages.words == "không cần quét"


def test_without_a_printer_the_separator_sheets_can_be_saved(desk: Desk) -> None:
    begin(desk)
    strip_shown(desk)
    strip = desk.window.receive_page.form.checklist.strip
    strip.pile.click()
    button(desk, "In tờ phân cách").click()
    desk.until(lambda: said(desk, "scan"))
    notice = next(one for one in desk.window.notices.all if one.id == "scan")
    assert [act.text for act in notice.acts] == ["Lưu tệp"]
