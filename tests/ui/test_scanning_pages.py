"""The sheet with a paper's pages: in order, turned, replaced, taken out and put back, by keyboard."""

from PIL import Image, ImageDraw
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.services import page_edits as edits
from counter_app.services.drafts import PageEdit
from devices.fleet import Devices
from devices.scanner.virtual import ScannerFault
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice
from tests.support.typing import focused, press
from tests.ui.desk_kit import Desk, nameless, open_desk
from tests.ui.receive_kit import CARD, CTRL, ENTER, read_card, said
from tests.ui.scanning_kit import DPI, begin, button, count, lay, opened, row, scan, still, undo
from ui.components.label import Label
from ui.tasks import Tasks

RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left


def size(desk: Desk, place: int = 0) -> tuple[int, int]:
    page = desk.window.receive.keeper.draft.papers[0].pages[place]
    return desk.office.services.pages.preview(page.sha256).size


def edit(desk: Desk, place: int = 0) -> PageEdit:
    return desk.window.receive.keeper.draft.papers[0].pages[place].edit


def test_pages_are_put_in_order_and_taken_out_by_keyboard_and_every_step_goes_back(
    desk: Desk, virtual: VirtualStation
) -> None:
    begin(desk)
    scan(desk, virtual, 1, 2, 3)
    with opened(desk):
        grid = desk.window.receive_page.pages.grid
        assert focused() is grid
        press(RIGHT, CTRL)
        assert row(desk) == [2, 1, 3]
        assert grid.places == (1,)
        press(RIGHT, CTRL)
        assert row(desk) == [2, 3, 1]
        press(Qt.Key.Key_Delete)
        assert row(desk) == [2, 3]
        press(LEFT)
        press(RIGHT, Qt.KeyboardModifier.ShiftModifier)
        assert grid.places == (0, 1)
        press(Qt.Key.Key_Delete)
        assert row(desk) == []
        for expected in ([2, 3], [2, 3, 1], [2, 1, 3], [1, 2, 3]):
            undo()
            assert row(desk) == expected
        press(Qt.Key.Key_Y, CTRL)
        assert row(desk) == [2, 1, 3]
        press(Qt.Key.Key_Escape)
        assert desk.window.receive_page.showing_form
    assert focused() is desk.window.receive_page.form.checklist.rows[0].scan


def test_a_page_is_dragged_before_another_and_pages_of_another_grid_are_not_taken(
    desk: Desk, virtual: VirtualStation
) -> None:
    begin(desk)
    scan(desk, virtual, 1, 2, 3)
    with opened(desk):
        grid = desk.window.receive_page.pages.grid
        grid.choose((2,))
        carried = grid.model().mimeData(grid.selectedIndexes())
        at = grid.visualRect(grid.model().index(0, 0)).center() - QPoint(10, 0)
        move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(at, move, carried, left, none)
        QApplication.sendEvent(grid.viewport(), entered)
        assert entered.isAccepted()
        QApplication.sendEvent(grid.viewport(), QDropEvent(QPointF(at), move, carried, left, none))
        assert row(desk) == [3, 1, 2]
        assert grid.places == (0,)
        foreign = QMimeData()
        foreign.setData(carried.formats()[0], QByteArray(b"another"))
        QApplication.sendEvent(grid.viewport(), QDropEvent(QPointF(300, 40), move, foreign, left, none))
        assert row(desk) == [3, 1, 2]


def test_a_page_turns_and_is_again_as_it_was_scanned(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    scan(desk, virtual, 1)
    scanned = desk.window.receive.keeper.draft.papers[0].pages[0]
    with opened(desk):
        for _ in range(3):  # faster than a picture is made
            press(Qt.Key.Key_R, CTRL)
        desk.until(lambda: edit(desk).turns == 3)
        assert size(desk) == (280, 201)
        press(Qt.Key.Key_E, CTRL)
        desk.until(lambda: edit(desk).turns == 2)
        button(desk, "Như lúc quét").click()
        desk.until(lambda: desk.window.receive.keeper.draft.papers[0].pages[0] == scanned)
        undo()
        assert edit(desk).turns == 2


def test_pages_are_scanned_before_after_and_instead_of_another(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    scan(desk, virtual, 1, 2, 3)
    with opened(desk):
        grid = desk.window.receive_page.pages.grid
        grid.choose((1,))
        lay(virtual, 4, 5)
        button(desk, "Quét chèn trước").click()
        desk.until(lambda: count(desk) == 5)
        still(desk)
        assert row(desk) == [1, 4, 5, 2, 3]
        grid.choose((3,))
        lay(virtual, 6)
        button(desk, "Quét chèn sau").click()
        desk.until(lambda: count(desk) == 6)
        still(desk)
        assert row(desk) == [1, 4, 5, 2, 6, 3]
        grid.choose((0,))
        lay(virtual, 7)
        button(desk, "Quét thay trang").click()
        desk.until(lambda: row(desk)[0] == 7)
        still(desk)
        assert row(desk) == [7, 4, 5, 2, 6, 3]
        button(desk, "Đặt lại 1 trang đã bỏ").click()
        assert row(desk) == [1, 7, 4, 5, 2, 6, 3]


def test_a_page_that_is_askew_is_straightened_and_cropped_with_the_outcome_in_sight(
    desk: Desk, virtual: VirtualStation
) -> None:
    begin(desk)
    page = Image.new("L", (600, 850), 250)
    pen = ImageDraw.Draw(page)
    for line in range(120, 500, 24):
        pen.line((90, line, 420, line), 30, 4)
    virtual.scanner.load([page.rotate(-3, fillcolor=250, resample=Image.Resampling.BICUBIC)], DPI)
    press(Qt.Key.Key_D, CTRL)
    desk.until(lambda: count(desk) == 1)
    still(desk)
    with opened(desk):
        sheet = desk.window.receive_page.pages
        button(desk, "Nắn thẳng").click()
        desk.until(lambda: sheet.showing_large)
        assert abs(sheet.large.angle + 3) <= 0.3
        found = sheet.large.angle
        press(RIGHT)
        assert sheet.large.angle == round(found + 0.1, 1)
        press(ENTER)
        desk.until(lambda: edit(desk).angle == round(found + 0.1, 1))
        button(desk, "Xén lề").click()
        desk.until(lambda: sheet.large.crop[2] < 0.9)
        left = sheet.large.crop[0]
        press(RIGHT)
        assert sheet.large.crop[0] > left
        press(Qt.Key.Key_Escape)
        assert edit(desk).crop == PageEdit().crop
        button(desk, "Xén lề").click()
        desk.until(lambda: sheet.large.crop[2] < 0.9)
        press(ENTER)
        desk.until(lambda: size(desk)[0] < 500)
        press(Qt.Key.Key_Escape)
        assert not sheet.showing_large
        press(Qt.Key.Key_Escape)
        assert desk.window.receive_page.showing_form


def test_a_page_with_a_note_is_scanned_twice_and_the_count_is_asked_for_once(
    desk: Desk, virtual: VirtualStation
) -> None:
    read_card(desk, virtual, CARD)
    begin(desk)
    scan(desk, virtual, 1, 2)
    with opened(desk):
        sheet = desk.window.receive_page.pages
        sheet.sides.setValue(2)
        sheet.grid.choose((0,))
        sheet.note.click()
        lay(virtual, 3)
        press(ENTER, CTRL)  # closes the sheet
        assert desk.window.receive_page.showing_form
    press(ENTER, CTRL)
    desk.until(lambda: said(desk, "receive"))
    assert desk.window.receive.ending.done is None
    with opened(desk):
        desk.window.receive_page.pages.grid.choose((0,))
        button(desk, "Quét bản không ghi chú").click()
        desk.until(lambda: count(desk) == 3)
        still(desk)
        assert row(desk) == [1, 3, 2]
        press(Qt.Key.Key_Escape)
    press(ENTER, CTRL)
    desk.until(lambda: desk.window.receive.ending.done is not None)
    assert len(desk.office.services.dossiers.dossier(desk.window.receive.ending.done.id).pages) == 3


def test_a_wrong_count_is_warned_of_and_received_when_asked_again(desk: Desk, virtual: VirtualStation) -> None:
    read_card(desk, virtual, CARD)
    begin(desk)
    scan(desk, virtual, 1, 2)
    with opened(desk):
        desk.window.receive_page.pages.sides.setValue(3)
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Escape)
    gone = desk.window.receive.keeper.draft.removed[0].page.sha256
    assert desk.window.receive_page.form.checklist.rows[0].pages.words == "1/3"
    press(ENTER, CTRL)
    desk.until(lambda: said(desk, "receive"))
    press(ENTER, CTRL)
    desk.until(lambda: desk.window.receive.ending.done is not None)
    assert len(desk.window.receive.ending.done.pages) == 1
    assert not desk.office.journal.database.blobs.has(gone)


def test_pages_taken_out_can_be_put_back_in_another_window(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices]
) -> None:
    with open_desk(qtbot, office, tasks, station[1]) as desk:
        begin(desk)
        scan(desk, station[0], 1, 2)
        desk.window.receive.papers.delete_page(0, 0)
        desk.until(lambda: len(office.services.reception.draft(3).removed) == 1)
    with open_desk(qtbot, office, tasks, station[1]) as desk:
        desk.until(lambda: desk.window.receive.procedure is not None)
        with opened(desk):
            button(desk, "Đặt lại 1 trang đã bỏ").click()
        assert row(desk) == [1, 2]


def test_another_procedure_loses_no_page(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    scan(desk, virtual, 1, 2)
    desk.window.receive.papers.pages.put(edits.move(desk.window.receive.keeper.draft, 0, (0,), 2))
    desk.window.receive.choose("1.000656")
    desk.window.notices.act("receive", "change")
    desk.until(lambda: desk.window.receive.keeper.draft.procedure == "1.000656")
    assert not desk.window.receive.papers.pages.can_undo  # into rows that are not there any more
    draft = desk.window.receive.keeper.draft
    kept = [page for paper in draft.papers for page in paper.pages] + [one.page for one in draft.removed]
    assert len(kept) == 2


def test_everything_on_the_sheet_has_a_name(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    scan(desk, virtual, 1)
    with opened(desk):
        press(ENTER)
        desk.until(lambda: desk.window.receive_page.pages.showing_large)
        assert nameless(desk.window.receive_page) == []


def test_the_sheet_says_which_page_is_being_scanned(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    scan(desk, virtual, 1)
    with opened(desk):
        sheet = desk.window.receive_page.pages
        lay(virtual, 2, 3)
        virtual.scanner.fault(ScannerFault.SLOW, seconds=0.02)
        button(desk, "Quét thêm").click()
        desk.until(lambda: "Đang quét trang" in " ".join(one.text() for one in sheet.findChildren(Label)))
        desk.until(lambda: count(desk) == 3)


def test_the_list_of_other_papers_shows_its_first_words_whole(desk: Desk, virtual: VirtualStation) -> None:
    begin(desk)
    scan(desk, virtual, 1)
    with opened(desk):
        rows = desk.window.receive_page.pages.rows
        assert rows.width() > rows.fontMetrics().horizontalAdvance(rows.itemText(0))
