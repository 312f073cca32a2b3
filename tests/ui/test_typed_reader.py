"""A reader that types, at work: a card fills the applicant, a receipt opens its dossier, at the kiosk its status."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import open_counter, set_up_station
from counter_app.demo.commune import new_station
from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code
from counter_app.settings import Settings
from devices.fleet import Devices
from tests.support.office import OpenOffice
from tests.ui.desk_kit import Desk, open_desk
from tests.ui.station_kit import station_of
from tests.ui.typing_reader import SLOW, Keyboard, settings
from ui.kiosk.result import ResultPage
from ui.kiosk.window import KioskWindow
from ui.shell.station import Role
from ui.shell.windows import StationWindows
from ui.tasks import Tasks
from ui.typed_burst import TypedBurst

CARD = "000185000017|012345678|Nguyễn Thị Hậu|02031985|Nữ|Thôn 3, xã An Phúc|05052021"


@pytest.fixture
def devices(look: QApplication, office: OpenOffice) -> Iterator[Devices]:
    made = Devices([settings()], clock=office.clock)
    made.start()
    burst = TypedBurst(look, made.reader)
    yield made
    burst.close()
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, office: OpenOffice, tasks: Tasks, devices: Devices) -> Iterator[Desk]:
    with open_desk(qtbot, office, tasks, devices) as opened:
        opened.until(lambda: opened.window.receive.reader_ready())
        yield opened


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.window)


@pytest.fixture
def dossier(office: OpenOffice) -> Dossier:
    reception = office.services.reception
    draft = reception.choose(reception.begin(1), "1.004873")
    return reception.receive(replace(draft, name="Nguyễn Thị Hậu", identity="000185000017"), 1, "minh")


def test_a_card_fills_the_applicant_and_no_field_with_its_code(desk: Desk, keyboard: Keyboard) -> None:
    form = desk.window.receive_page.form
    keyboard.type("xac", SLOW)
    keyboard.scan(CARD)

    desk.until(lambda: desk.window.receive.keeper.draft.identity == "000185000017")
    assert desk.window.receive.keeper.draft.name == "Nguyễn Thị Hậu"
    desk.until(lambda: form.procedure.line.text() == "xac")


def test_a_receipts_code_opens_its_dossier_from_every_page(desk: Desk, keyboard: Keyboard, dossier: Dossier) -> None:
    for page in ("receive", "dossiers", "process", "return", "admin", "live"):
        desk.window.open_page(page)
        keyboard.scan(f"https://dichvucong.gov.vn/h/{dossier.code}")
        desk.until(lambda: desk.window.page == "return" and desk.window.returning.state.dossier is not None)
        assert desk.window.returning.state.dossier.id == dossier.id
        desk.window.returning.clear()


def test_what_is_no_receipt_opens_nobodys_dossier(desk: Desk, keyboard: Keyboard, dossier: Dossier) -> None:
    for line in ("Nguyen Thi Hau", dossier.applicant.identity, "https://dichvucong.gov.vn/h/"):
        desk.window.notices.drop("card")
        keyboard.scan(line)
        desk.until(lambda: any(one.id == "card" for one in desk.window.notices.all))
        assert desk.window.page == "receive"
    keyboard.scan(dossier.code[:-1])  # it has the shape of one, but is another's
    desk.until(lambda: any(one.id == "return" for one in desk.window.notices.all))
    assert desk.window.returning.state.dossier is None


def test_a_card_whose_letters_were_lost_fills_nothing_and_says_what_to_do(desk: Desk, keyboard: Keyboard) -> None:
    keyboard.scan(CARD.replace("ễ", "\ufffd"))

    desk.until(lambda: any(one.id == "device/reader" for one in desk.window.notices.all))
    assert desk.window.receive.keeper.draft.identity == ""


def test_a_reader_that_an_input_method_rewrites_is_told_to_the_officer(desk: Desk, devices: Devices) -> None:
    devices.reader.refuse(Code.READER_REWRITTEN)

    desk.until(lambda: any("Bộ gõ" in one.title for one in desk.window.notices.all))
    devices.reader.inject(CARD)
    desk.until(lambda: not any("Bộ gõ" in one.title for one in desk.window.notices.all))


def test_at_the_kiosk_it_tells_the_status(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, devices: Devices, dossier: Dossier
) -> None:
    kiosk = KioskWindow(office.services, tasks, reader=devices.reader)
    qtbot.addWidget(kiosk)
    kiosk.show()
    kiosk.activateWindow()
    qtbot.waitUntil(lambda: kiosk.isActiveWindow() and kiosk.page is not None)
    Keyboard(kiosk).scan(dossier.code)

    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    assert [one.view.code for one in kiosk.page.found] == [dossier.code]


def test_a_reader_that_is_set_up_while_the_program_runs_is_heard_and_one_that_goes_is_not(
    qtbot: QtBot, look: QApplication, tmp_path: Path
) -> None:
    set_up_station(tmp_path, new_station())
    counter = open_counter(tmp_path, Settings(devices=()), keeps_hours=False)
    windows = StationWindows(station_of(counter, Role.KIOSK))
    try:
        counter.devices.start()
        kiosk = windows.window(Role.KIOSK)
        assert isinstance(kiosk, KioskWindow)
        kiosk.show()
        kiosk.activateWindow()
        qtbot.waitUntil(lambda: kiosk.isActiveWindow() and kiosk.page is not None)
        keyboard, lines = Keyboard(kiosk), list[str]()
        counter.devices.reader.borrow(lines.append)

        def heard() -> bool:
            keyboard.scan("H99.17-261123-0001")
            return bool(lines)

        counter.devices.replace([settings()])
        qtbot.waitUntil(heard)
        assert set(lines) == {"H99.17-261123-0001"}

        counter.devices.replace([])
        qtbot.waitUntil(lambda: not windows.findChildren(TypedBurst)[0].looks)
        lines.clear()
        keyboard.scan("H99.17-261123-0002")
        assert lines == []
    finally:
        windows.close()
        counter.close()
