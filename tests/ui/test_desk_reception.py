"""A reception at the desk, by keyboard, on a real office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.domain.tickets import Ticket, TicketState
from devices.fleet import Devices
from devices.scanner.virtual import ScannerFault
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice
from tests.support.typing import focused, press, type_text
from tests.ui.desk_kit import Desk, open_desk, take_numbers
from ui.components.key_button import KeyButton
from ui.desk.receive.state import ApplicantField
from ui.tasks import Tasks

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
CARD = "000152000417|012345678|Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|10052021"


@pytest.fixture
def desk(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> Iterator[Desk]:
    take_numbers(office, 4)
    with open_desk(qtbot, office, tasks, folder=tmp_path / "receipts") as opened:
        yield opened


def choose_procedure(desk: Desk, words: str) -> None:
    type_text(words)
    popup = desk.window.receive_page.form.procedure.popup
    desk.until(lambda: popup.isVisible() and bool(popup.rows))
    press(ENTER)
    desk.until(lambda: desk.window.receive.procedure is not None)


def test_a_whole_reception_needs_no_mouse(desk: Desk, tmp_path: Path) -> None:
    window, queue = desk.window, desk.office.services.queue
    press(Qt.Key.Key_F2)
    desk.until(lambda: "Bắt đầu" in focused().accessibleName())
    press(ENTER)
    desk.until(lambda: queue.view(3).mine is not None and queue.view(3).mine.state is TicketState.SERVING)
    desk.until(window.receive_page.form.procedure.line.hasFocus)

    choose_procedure(desk, "giay doc than")
    typed = ("TRẦN THỊ HOA", "000152000417", "14031952", "nu", "Thôn Phú Hòa", "0905000417")
    for text in typed:
        type_text(text)
        press(ENTER)
    press(ENTER, CTRL)
    desk.until(lambda: window.receive.ending.done is not None)

    dossier = desk.office.services.dossiers.find("tran thi hoa")[0]
    assert dossier.applicant.identity == "000152000417"
    assert f"{dossier.applicant.birth:%d/%m/%Y}" == "14/03/1952"
    assert dossier.applicant.sex == "female"
    assert dossier.ticket == queue.view(3).mine.id
    assert dossier.fee == 15000
    assert window.receive_page.showing_done
    desk.until(lambda: desk.office.services.dossiers.dossier(dossier.id).receipt != "")

    window.receive_page.done.save_button.setFocus()
    press(ENTER)
    desk.until(lambda: any(notice.id == "receipt" for notice in window.notices.all))
    assert (tmp_path / "receipts" / f"{dossier.code}.pdf").read_bytes().startswith(b"%PDF")

    press(Qt.Key.Key_F4)
    desk.until(lambda: queue.view(3).mine is None)
    assert desk.office.services.ratings.open_at(3) is not None
    press(ENTER, CTRL)
    desk.until(lambda: window.receive.ending.done is None and window.receive.keeper.blank)


def test_typing_a_name_begins_the_service_that_was_called(desk: Desk) -> None:
    queue = desk.office.services.queue
    called: list[Ticket] = []
    desk.window.queue.called.connect(called.append)
    press(Qt.Key.Key_F2)
    desk.until(lambda: called != [])  # a person types once the number is seen on the card
    desk.window.receive_page.form.applicant.fields[ApplicantField.NAME].line.setFocus()
    type_text("Hoa")
    desk.until(lambda: queue.view(3).mine is not None and queue.view(3).mine.state is TicketState.SERVING)
    desk.until(lambda: desk.window.receive.keeper.draft.ticket == queue.view(3).mine.id)


def test_a_half_typed_form_is_there_again_in_a_new_window(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as first:
        choose_procedure(first, "giay doc than")
        type_text("TRẦN THỊ HOA")
        first.until(
            lambda: (office.services.reception.draft(3) or first.window.receive.keeper.draft).saved_at is not None
        )
        first.until(lambda: office.services.reception.draft(3).name == "TRẦN THỊ HOA")
    with open_desk(qtbot, office, tasks) as second:
        form = second.window.receive_page.form
        second.until(lambda: second.window.receive.procedure is not None)
        assert form.applicant.text(ApplicantField.NAME) == "TRẦN THỊ HOA"
        assert form.procedure.line.text() == "Cấp Giấy xác nhận tình trạng hôn nhân"
        assert any("Đã mở lại" in notice.title for notice in second.window.notices.all)


def test_the_last_letters_are_kept_when_the_window_closes_at_once(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        desk.window.receive_page.form.applicant.fields[ApplicantField.NAME].line.setFocus()
        type_text("Nguyễn Thị Hậu")
    tasks.close()
    assert office.services.reception.draft(3).name == "Nguyễn Thị Hậu"


def test_what_is_missing_is_said_and_focused_not_lost(desk: Desk) -> None:
    choose_procedure(desk, "giay doc than")
    press(ENTER, CTRL)
    window = desk.window
    name = window.receive_page.form.applicant.fields[ApplicantField.NAME]
    desk.until(lambda: any(notice.id == "receive" for notice in window.notices.all))
    desk.until(name.line.hasFocus)
    assert name.line.accessibleDescription() == "Cần có họ tên"
    assert desk.office.services.dossiers.find("") == ()
    assert window.receive.keeper.draft.procedure == "1.004873"


def test_what_was_typed_last_counts_even_if_its_field_was_not_left(desk: Desk) -> None:
    choose_procedure(desk, "giay doc than")
    fields = desk.window.receive_page.form.applicant.fields
    type_text("Lê Minh Khôi")
    fields[ApplicantField.BIRTH].line.setFocus()
    type_text("02081996")
    press(ENTER, CTRL)
    desk.until(lambda: desk.window.receive.ending.done is not None)
    assert f"{desk.window.receive.ending.done.applicant.birth:%d/%m/%Y}" == "02/08/1996"
    press(ENTER, CTRL)
    desk.until(lambda: desk.window.receive.ending.done is None)
    assert desk.window.receive.keeper.draft.name == ""
    desk.window.close()
    desk.tasks.close()
    kept = desk.office.services.reception.draft(3)
    assert kept is None or (kept.name, kept.birth) == ("", "")


def test_a_second_call_while_serving_offers_to_finish_first(desk: Desk) -> None:
    window, queue = desk.window, desk.office.services.queue
    press(Qt.Key.Key_F2)
    desk.until(lambda: queue.view(3).mine is not None)
    first = queue.view(3).mine
    desk.until(lambda: "Bắt đầu" in focused().accessibleName())
    press(ENTER)
    desk.until(lambda: queue.ticket(first.id).state is TicketState.SERVING)
    desk.until(lambda: window.queue.mine is not None and window.queue.mine.state is TicketState.SERVING)
    press(Qt.Key.Key_F2)
    desk.until(lambda: any(notice.id == "queue" for notice in window.receive_page.head.banners.shown))
    button = next(
        button for button in window.receive_page.head.banners.findChildren(KeyButton) if "gọi tiếp" in button.text()
    )
    button.click()
    desk.until(lambda: (queue.view(3).mine or first).id != first.id)
    assert queue.ticket(first.id).state is TicketState.FINISHED


def test_f5_marks_a_no_show_that_can_be_called_back(desk: Desk) -> None:
    window, queue = desk.window, desk.office.services.queue
    press(Qt.Key.Key_F2)
    desk.until(lambda: window.queue.mine is not None)
    called = window.queue.mine
    press(Qt.Key.Key_F3)
    desk.until(lambda: queue.ticket(called.id).calls == 2)
    desk.until(lambda: window.queue.mine is not None and window.queue.mine.calls == 2)
    press(Qt.Key.Key_F5)
    desk.until(lambda: queue.ticket(called.id).state is TicketState.NO_SHOW)
    desk.until(lambda: window.queue.mine is None)
    name = f"Gọi lại số {called.label}"
    desk.until(lambda: any(b.accessibleName() == name for b in window.frame.queue.findChildren(KeyButton)))
    next(b for b in window.frame.queue.findChildren(KeyButton) if b.accessibleName() == name).click()
    desk.until(lambda: queue.ticket(called.id).state is TicketState.CALLED)


def test_nobody_waiting_is_said_in_place(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_F2)
        desk.until(lambda: any("Không còn ai chờ" in notice.title for notice in desk.window.notices.all))


def test_one_scan_of_the_card_fills_the_applicant(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices]
) -> None:
    virtual, devices = station
    with open_desk(qtbot, office, tasks, devices) as desk:
        desk.until(lambda: desk.window.receive.reader_ready())
        virtual.reader.scan(CARD)
        form = desk.window.receive_page.form
        desk.until(lambda: form.applicant.text(ApplicantField.IDENTITY) == "000152000417")
        assert form.applicant.text(ApplicantField.NAME) == "Trần Thị Hoa"
        assert form.applicant.text(ApplicantField.SEX) == "Nữ"
        assert form.applicant.text(ApplicantField.BIRTH) == "14/03/1952"


def test_scanned_pages_land_in_the_row_and_stay_after_a_jam(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices]
) -> None:
    virtual, devices = station
    with open_desk(qtbot, office, tasks, devices) as desk:
        choose_procedure(desk, "giay doc than")
        desk.until(lambda: desk.window.receive.scanner_ready())
        virtual.scanner.load([Image.new("L", (200, 280), 250 - page) for page in range(3)])
        virtual.scanner.fault(ScannerFault.JAM, page=3)
        press(Qt.Key.Key_D, CTRL)
        desk.until(lambda: len(desk.window.receive.keeper.draft.papers[0].pages) == 2)
        desk.until(lambda: any(notice.id == "scan" for notice in desk.window.notices.all))
        desk.until(lambda: desk.window.scans.now is None)
        desk.until(lambda: sum(len(row.pages) for row in office.services.reception.draft(3).papers) == 2)
        desk.window.receive.papers.delete_page(0, 0)
        assert len(desk.window.receive.keeper.draft.papers[0].pages) == 1
        desk.window.notices.act("scan", "undo")
        assert len(desk.window.receive.keeper.draft.papers[0].pages) == 2
