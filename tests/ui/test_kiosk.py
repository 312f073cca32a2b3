"""The kiosk gives one number a visit, says it without paper, and forgets each citizen."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import PrintOutcome, Priority
from counter_app.domain.holiday_seed import vietnam
from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceState, PrintHead, PrintReport, Raster, TextTicket
from devices.fleet import Devices
from devices.virtual import VirtualStation
from tests.support.office import MORNING, OpenOffice, open_office
from ui.hall_office import office_lines
from ui.hall_touch import TOUCH_MM, Touch, smallest_touch
from ui.kiosk.asking import AskPage
from ui.kiosk.closed import ClosedPage
from ui.kiosk.home import HomePage
from ui.kiosk.number import NumberPage, PaperlessPage
from ui.kiosk.procedures import PriorityPage, ProceduresPage
from ui.kiosk.result import ResultPage, ScanPage
from ui.kiosk.views import Standing
from ui.kiosk.window import KioskWindow
from ui.tasks import Tasks

LEFT = Qt.MouseButton.LeftButton
CARD = "000195001234|000000001|Nguyễn Thị Hậu|05091995|Nữ|Thôn 1, xã An Phúc|01012022"


class Roll:
    """A printer with a roll of paper, or without."""

    width = 576

    def __init__(self) -> None:
        self.printed = 0
        self.fault: Code | None = None

    def print_drawn(self, draw: Callable[[PrintHead], Raster | TextTicket]) -> PrintReport:
        """Print, unless there is a fault."""
        if self.fault:
            raise DeviceError(self.fault)
        self.printed += 1
        return PrintReport(1000, confirmed=True)


class Reader:
    """A code reader whose lines the test gives."""

    def on_line(self, told) -> None:  # noqa: ANN001
        """Keep who is told."""
        self.read = told


@pytest.fixture
def roll() -> Roll:
    return Roll()


@pytest.fixture
def office(tmp_path: Path, roll: Roll) -> Iterator[OpenOffice]:
    with open_office(tmp_path, printer=roll) as opened:
        yield opened


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def kiosk(qtbot: QtBot, office: OpenOffice, tasks: Tasks, reader: Reader) -> KioskWindow:
    window = KioskWindow(office.services, tasks, reader=reader, calendar=vietnam((2026, 2027)))
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    qtbot.waitUntil(lambda: isinstance(window.page, HomePage) and len(window.page.tiles) == 8)
    return window


def open_field(qtbot: QtBot, kiosk: KioskWindow, index: int = 0) -> ProceduresPage:
    """Touch a field and wait for its procedures."""
    qtbot.mouseClick(kiosk.page.tiles[index], LEFT)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ProceduresPage))
    return kiosk.page


def printed(kiosk: KioskWindow) -> bool:
    """Whether the number is on screen and its paper is out."""
    return isinstance(kiosk.page, NumberPage) and kiosk.page.take.text() == "Mời ông/bà lấy phiếu"


def test_two_touches_give_a_number_and_its_paper(qtbot: QtBot, kiosk: KioskWindow, roll: Roll) -> None:
    page = open_field(qtbot, kiosk)
    qtbot.mouseClick(page.lines[0], LEFT)
    qtbot.waitUntil(lambda: printed(kiosk))
    assert kiosk.page.number.text() == "A001"
    assert roll.printed == 1


def test_tapping_again_and_again_gives_one_ticket(qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice) -> None:
    page = open_field(qtbot, kiosk)
    for _ in range(5):
        qtbot.mouseClick(page.unsure, LEFT)
    kiosk.number_wanted.emit("again")
    qtbot.waitUntil(lambda: printed(kiosk))
    assert [ticket.label for ticket in office.services.queue.of_today()] == ["A001"]


def test_without_paper_the_number_is_shown_with_a_code_to_follow(qtbot: QtBot, kiosk: KioskWindow, roll: Roll) -> None:
    roll.fault = Code.PAPER_OUT
    qtbot.mouseClick(open_field(qtbot, kiosk).unsure, LEFT)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, PaperlessPage))
    assert kiosk.page.number.text() == "A001"
    assert kiosk.page.reason.text() == "Máy hết giấy. Số của ông/bà vẫn dùng được."
    assert "/v/" in kiosk.page.code.content


def test_a_print_in_doubt_says_so_and_keeps_the_number(
    qtbot: QtBot, kiosk: KioskWindow, roll: Roll, office: OpenOffice
) -> None:
    roll.fault = Code.PRINT_DOUBTFUL
    qtbot.mouseClick(open_field(qtbot, kiosk).unsure, LEFT)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, PaperlessPage))
    assert kiosk.page.reason.text().startswith("Phiếu có thể chưa in xong")
    assert office.services.queue.of_today()[0].printed is PrintOutcome.DOUBTFUL


def test_the_code_on_screen_can_be_scanned_with_a_phone(qtbot: QtBot, kiosk: KioskWindow, roll: Roll) -> None:
    import zxingcpp
    from PIL import Image

    roll.fault = Code.PAPER_OUT
    qtbot.mouseClick(open_field(qtbot, kiosk).unsure, LEFT)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, PaperlessPage))
    picture = kiosk.page.code.grab().toImage().convertToFormat(kiosk.grab().toImage().Format.Format_Grayscale8)
    image = Image.frombytes(
        "L", (picture.width(), picture.height()), bytes(picture.constBits()), "raw", "L", picture.bytesPerLine()
    )
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [kiosk.page.code.content]


def test_priority_chosen_in_plain_words_goes_with_the_number(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice
) -> None:
    page = open_field(qtbot, kiosk)
    qtbot.mouseClick(page.priority, LEFT)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, PriorityPage))
    qtbot.mouseClick(kiosk.page.choices[Priority.PREGNANT], LEFT)
    assert isinstance(kiosk.page, ProceduresPage)
    assert kiosk.page.priority.isChecked()
    qtbot.mouseClick(kiosk.page.unsure, LEFT)
    qtbot.waitUntil(lambda: printed(kiosk))
    assert office.services.queue.of_today()[0].priority is Priority.PREGNANT


def test_thirty_seconds_without_a_touch_go_home_and_forget_everything(
    qtbot: QtBot, kiosk: KioskWindow, catalogues: None
) -> None:
    kiosk.turn_language()
    kiosk.turn_contrast()
    qtbot.mouseClick(kiosk.page.priority_lane, LEFT)
    qtbot.mouseClick(kiosk.page.choices[Priority.ELDERLY], LEFT)
    open_field(qtbot, kiosk)
    kiosk.countdown.pass_time(29)
    assert isinstance(kiosk.page, ProceduresPage)
    kiosk.countdown.pass_time(1)
    assert isinstance(kiosk.page, HomePage)
    assert (kiosk.tongue.language, kiosk.contrast) == ("vi", False)
    assert not kiosk.countdown.running
    assert not open_field(qtbot, kiosk).priority.isChecked()


def test_a_touch_gives_the_time_again(qtbot: QtBot, kiosk: KioskWindow) -> None:
    page = open_field(qtbot, kiosk)
    kiosk.countdown.pass_time(20)
    qtbot.mousePress(page.back, LEFT)
    assert kiosk.countdown.left == 30


def test_the_number_page_goes_home_ten_seconds_after_the_paper(qtbot: QtBot, kiosk: KioskWindow) -> None:
    qtbot.mouseClick(open_field(qtbot, kiosk).unsure, LEFT)
    qtbot.waitUntil(lambda: printed(kiosk))
    kiosk.countdown.pass_time(10)
    assert isinstance(kiosk.page, HomePage)


def test_counts_change_in_place_under_the_finger(qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice) -> None:
    tile = kiosk.page.tiles[0]
    assert "Không phải chờ" in tile.accessibleName()
    office.services.queue.take_number("civil-status", command="0" * 31 + "1")
    qtbot.waitUntil(lambda: "1 người đang chờ" in tile.accessibleName())
    assert kiosk.page.tiles[0] is tile


def test_out_of_hours_says_when_to_come_back_past_the_holiday(kiosk: KioskWindow, office: OpenOffice) -> None:
    office.clock.set(datetime(2026, 11, 23, 10, 30, tzinfo=UTC))  # 17:30 in Vietnam
    kiosk.tick()
    assert isinstance(kiosk.page, ClosedPage)
    assert kiosk.page.opens.text() == "7 giờ, thứ Tư 25/11"
    assert kiosk.page.why.text().startswith("Thứ Ba 24/11 nghỉ ")
    office.clock.set(datetime(2026, 11, 25, 0, 0, tzinfo=UTC))
    kiosk.tick()
    assert isinstance(kiosk.page, HomePage)


def test_a_strange_code_finds_nothing_and_says_what_to_do(qtbot: QtBot, kiosk: KioskWindow, reader: Reader) -> None:
    qtbot.mouseClick(kiosk.page.result_lane, LEFT)
    assert isinstance(kiosk.page, ScanPage)
    for line in ("https://example.invalid/h/H99.99.99-000000-0000", "x|y", "\ufffd|||||||"):
        kiosk.show_scan()
        reader.read(line)
        qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
        assert kiosk.page.found == []


def agree(bot: QtBot, kiosk: KioskWindow, reader: Reader, card: str = CARD) -> None:
    """Have a card read, and let the kiosk use it."""
    reader.read(card)
    bot.waitUntil(lambda: isinstance(kiosk.page, AskPage))
    bot.mouseClick(kiosk.page.yes, LEFT)


def receive(office: OpenOffice) -> Dossier:
    """Receive a dossier of the invented citizen, due in some days."""
    reception = office.services.reception
    draft = reception.choose(
        reception.begin(3), office.services.catalogue.search("xac nhan tinh trang hon nhan")[0].code
    )
    return reception.receive(reception.fill(draft, parse_card(CARD)), 3, "ha")


@pytest.mark.parametrize("by", ["receipt", "code", "card"])
def test_a_receipt_or_a_card_tells_when_the_result_is_due(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader, by: str
) -> None:
    dossier = receive(office)
    if by == "card":
        agree(qtbot, kiosk, reader)
    else:
        reader.read({"receipt": f"https://example.invalid/h/{dossier.code}", "code": dossier.code}[by])
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    due = dossier.due.astimezone(VIETNAM)
    assert [one.view.code for one in kiosk.page.found] == [dossier.code]
    assert kiosk.page.found[0].title.text().endswith(f"{due:%d/%m/%Y}")
    assert kiosk.page.found[0].go is None
    shown = " ".join(label.text() for label in kiosk.page.findChildren(QLabel))
    assert dossier.applicant.name not in shown
    assert dossier.procedure_name not in shown


def test_when_the_result_is_there_a_number_can_be_taken_for_it(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader
) -> None:
    dossier = receive(office)
    office.services.lifecycle.mark_ready(dossier.id, "ha", signer="son")
    reader.read(dossier.code)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    qtbot.mouseClick(kiosk.page.found[0].go, LEFT)
    qtbot.waitUntil(lambda: printed(kiosk))
    assert kiosk.page.number.text() == "A001"


def test_on_the_day_without_a_result_no_result_is_promised(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader
) -> None:
    dossier = receive(office)
    office.clock.set(dossier.due - timedelta(hours=2))
    reader.read(dossier.code)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    assert kiosk.page.found[0].view.standing is Standing.NOT_YET
    assert kiosk.page.found[0].go is None


def test_what_is_late_or_waits_for_papers_is_said_and_leads_to_a_desk(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader
) -> None:
    dossier = receive(office)
    office.clock.set(datetime(2026, 11, 30, 1, 0, tzinfo=UTC))  # the next Monday morning
    assert dossier.due < office.clock.now()
    reader.read(dossier.code)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    assert kiosk.page.found[0].title.text() == "Chậm hẹn, xin lỗi ông/bà. Mời đến quầy hỏi"
    assert kiosk.page.found[0].go is not None
    office.services.lifecycle.hand_over(dossier.id, "ha", "minh")
    office.services.lifecycle.request_supplement(dossier.id, "minh", ("Tờ khai",), "thiếu chữ ký")
    kiosk.show_scan()
    reader.read(dossier.code)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    assert kiosk.page.found[0].title.text() == "Đang chờ ông/bà bổ sung giấy tờ"
    shown = " ".join(label.text() for label in kiosk.page.findChildren(QLabel))
    assert "Tờ khai" not in shown, "anybody may look over a shoulder here"


def test_part_of_a_code_shows_nobodys_dossier(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader
) -> None:
    dossier = receive(office)
    reader.read(dossier.code[:8])
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    assert kiosk.page.found == []


def test_english_is_complete_on_the_home_page(qtbot: QtBot, kiosk: KioskWindow, catalogues: None) -> None:
    kiosk.turn_language()
    names = [tile.accessibleName() for tile in kiosk.page.tiles]
    assert names[0] == "Birth, marriage, death No waiting"
    assert kiosk.page.result_lane.accessibleName().startswith("I am here for my result")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1080, 1920), (1280, 1024)])
def test_everything_touchable_has_a_name_and_lies_on_the_screen(
    qtbot: QtBot, kiosk: KioskWindow, size: tuple[int, int]
) -> None:
    kiosk.resize(*size)
    open_field(qtbot, kiosk)
    buttons = [button for button in kiosk.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) >= 10
    for button in buttons:
        assert button.accessibleName()
        corner = button.mapTo(kiosk, button.rect().bottomRight())
        assert kiosk.rect().contains(corner), button.accessibleName()


def test_touch_targets_grow_on_a_fine_screen() -> None:
    for dots in (102.4, 141.0):
        millimetres = smallest_touch(dots, 1.0, 96) / dots * 25.4
        assert millimetres >= TOUCH_MM
    assert smallest_touch(10_000, 1.0, 96) == 144


def test_on_the_screen_it_was_drawn_for_nothing_is_smaller_than_a_thumb(qtbot: QtBot, kiosk: KioskWindow) -> None:
    open_field(qtbot, kiosk)
    for button in kiosk.findChildren(Touch):
        if button.isVisible():
            assert min(button.width(), button.height()) / 102.4 * 25.4 >= TOUCH_MM


@pytest.mark.parametrize(
    "name, lines",
    [
        ("Trung tâm Phục vụ hành chính công xã An Phúc", ("Trung tâm Phục vụ hành chính công", "xã An Phúc")),
        ("Xã An Phúc", ("Trung tâm Phục vụ hành chính công", "Xã An Phúc")),
        ("Bộ phận Một cửa", ("Bộ phận Một cửa", "")),
    ],
)
def test_an_office_signs_itself_in_two_lines(name: str, lines: tuple[str, str]) -> None:
    assert office_lines(name) == lines


@pytest.mark.parametrize("english", [False, True])
def test_the_helps_are_whole_from_the_first_moment(qtbot: QtBot, kiosk: KioskWindow, english: bool) -> None:
    if english:
        kiosk.turn_language()
    helps = kiosk.header.helps
    for button in helps.buttons:
        assert helps.rect().contains(button.geometry()), button.accessibleName()


def test_a_printer_that_hangs_up_in_the_middle_of_a_ticket_leaves_the_number_valid(
    qtbot: QtBot, tmp_path: Path, look: QApplication
) -> None:
    virtual = VirtualStation(tmp_path / "devices")
    devices = Devices(virtual.settings(), clock=ManualClock(MORNING))
    with open_office(tmp_path / "data", printer=devices.printer) as office:
        tasks = Tasks(office.services.changes)
        devices.start()
        try:
            window = KioskWindow(office.services, tasks, reader=devices.reader, calendar=vietnam((2026, 2027)))
            qtbot.addWidget(window)
            window.show()
            qtbot.waitUntil(lambda: isinstance(window.page, HomePage) and len(window.page.tiles) == 8)
            qtbot.waitUntil(lambda: devices.statuses()[0].state is DeviceState.READY)
            page = open_field(qtbot, window)
            virtual.printer.faults.drop_after = 6000
            qtbot.mouseClick(page.unsure, LEFT)
            qtbot.waitUntil(lambda: isinstance(window.page, PaperlessPage), timeout=20_000)
            assert window.page.number.text() == "A001"
            assert window.page.reason.text() == "Phiếu có thể chưa in xong. Số của ông/bà vẫn dùng được."
            (ticket,) = office.services.queue.of_today()
            assert (ticket.label, ticket.printed) == ("A001", PrintOutcome.DOUBTFUL)
            assert len(virtual.printer.tickets) == 0
        finally:
            tasks.close()
            devices.close()
            virtual.close()
