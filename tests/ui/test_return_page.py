"""Handing a result over: found by its receipt, taken by who may, by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.dossiers import Dossier, DossierState
from devices.fleet import Devices
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice
from tests.support.typing import focused, press, type_text
from tests.ui.desk_kit import open_desk
from ui.desk.return_page import Taker
from ui.tasks import Tasks

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


def receive(office: OpenOffice, name: str, identity: str, procedure: str = "1.004873") -> Dossier:
    reception = office.services.reception
    draft = reception.choose(reception.begin(1), procedure)
    return reception.receive(replace(draft, name=name, identity=identity), 1, "minh")


@pytest.fixture
def dossiers(office: OpenOffice) -> tuple[Dossier, Dossier]:
    made = (receive(office, "Nguyễn Thị Hậu", "000185000017"), receive(office, "Đặng Văn Lộc", "000076000018"))
    return made[0], made[1]


def test_a_result_is_handed_over_by_keyboard(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossiers: tuple[Dossier, Dossier]
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_4, CTRL)
        desk.until(desk.window.return_page.line.hasFocus)
        type_text(dossiers[0].code.lower())
        press(ENTER)
        desk.until(lambda: focused().accessibleName() == "Người nhận: Chủ hồ sơ")
        press(ENTER, CTRL)
        desk.until(lambda: office.services.dossiers.dossier(dossiers[0].id).state is DossierState.RETURNED)
        assert office.services.dossiers.dossier(dossiers[0].id).returned_to == "Nguyễn Thị Hậu"
        desk.until(lambda: not desk.window.return_page.main_button.isEnabled())


def test_an_authorised_person_is_named_before_the_result_goes_out(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossiers: tuple[Dossier, Dossier]
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        desk.window.open_page("return")
        desk.window.returning.open(dossiers[1])
        page = desk.window.return_page
        page.who.button(Taker.AUTHORISED).click()
        assert not page.main_button.isEnabled()
        press(ENTER, CTRL)
        assert office.services.dossiers.dossier(dossiers[1].id).state is DossierState.RECEIVED
        type_text("Lê Minh Khôi")
        assert page.main_button.isEnabled()
        press(ENTER, CTRL)
        desk.until(lambda: office.services.dossiers.dossier(dossiers[1].id).returned_to == "Lê Minh Khôi")


@pytest.fixture
def station(tmp_path: Path, office: OpenOffice) -> Iterator[tuple[VirtualStation, Devices]]:
    virtual = VirtualStation(tmp_path / "devices")
    devices = Devices(virtual.settings(), clock=office.clock)
    devices.start()
    yield virtual, devices
    devices.close()
    virtual.close()


def test_a_scanned_receipt_opens_its_dossier_and_the_card_is_compared(
    qtbot: QtBot,
    office: OpenOffice,
    tasks: Tasks,
    station: tuple[VirtualStation, Devices],
    dossiers: tuple[Dossier, Dossier],
) -> None:
    virtual, devices = station
    with open_desk(qtbot, office, tasks, devices) as desk:
        desk.until(lambda: desk.window.receive.reader_ready())
        virtual.reader.scan(f"https://mc.anphuc.example/h/{dossiers[0].code}")
        desk.until(lambda: desk.window.page == "return" and desk.window.return_page.main_button.isEnabled())
        assert desk.window.return_page.line.text() == dossiers[0].code
        virtual.reader.scan("000185000017||Nguyễn Thị Hậu|02031985|Nữ|xã An Phúc|")
        desk.until(lambda: "Khớp" in _labels(desk.window.return_page))


def _labels(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
