"""Điều hành: what is said of the devices of all machines, and taking down that one was serviced."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus, DeviceUse
from tests.support.office import OpenOffice
from tests.support.typing import press
from tests.ui.desk_kit import open_desk
from ui.desk.live.controller import LiveController
from ui.desk.live.devices import DeviceLine
from ui.desk.page_keys import LIVE
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
PRINTER, SCANNER = (DeviceKind.PRINTER, "P"), (DeviceKind.SCANNER, "S")


@pytest.fixture
def used(office: OpenOffice) -> OpenOffice:
    """An office whose printer and scanner have worked, and whose printer is lost."""
    log, clock = office.services.fleet_log, office.clock
    for device in (PRINTER, SCANNER):
        log.record(DeviceStatus(*device, DeviceState.READY, None, clock.now()))
    log.count(DeviceUse(*PRINTER, tickets=1239))
    clock.move(timedelta(hours=1))
    log.count(DeviceUse(*PRINTER, tickets=1))
    log.record(DeviceStatus(*PRINTER, DeviceState.FAULTY, Code.CUTTER, clock.now()))
    clock.move(timedelta(minutes=5))
    log.record(DeviceStatus(*PRINTER, DeviceState.ABSENT, None, clock.now()))
    return office


class Directing:
    """The page of who directs, or of who may only look."""

    def __init__(self, qtbot: QtBot, office: OpenOffice, tasks: Tasks, officer: str) -> None:
        self._opened = open_desk(qtbot, office, tasks, officer_id=officer)
        self.desk = self._opened.__enter__()
        press(Qt.Key.Key_6, CTRL)
        assert self.desk.window.page == LIVE
        live = self.desk.window.live
        assert live is not None
        self.live: LiveController = live
        self.desk.until(lambda: len(self.lines) == 2)

    @property
    def lines(self) -> tuple[DeviceLine, ...]:
        return self.live.page.devices.lines

    def line(self, name: str) -> DeviceLine:
        return next(one for one in self.lines if one.row.name.startswith(name))

    def words(self, name: str) -> list[str]:
        return [label.text() for label in self.line(name).findChildren(QLabel)]

    def close(self) -> None:
        self._opened.__exit__(None, None, None)


@pytest.fixture
def directing(qtbot: QtBot, used: OpenOffice, tasks: Tasks) -> Iterator[Directing]:
    made = Directing(qtbot, used, tasks, "son")
    yield made
    made.close()


def test_a_printer_says_when_it_was_seen_how_often_it_failed_and_what_it_printed(directing: Directing) -> None:
    history = "thấy lần cuối 23/11 09:55 · hôm nay lỗi 1 lần · đã in 1.240 phiếu từ 23/11/2026"
    assert {"Không thấy từ 10:00", history} <= set(directing.words("Máy in"))
    assert history in directing.line("Máy in").accessibleName()
    assert not directing.line("Máy quét").row.history
    assert not directing.line("Máy quét").button.isVisible(), "what has done nothing needs no service"


def test_service_is_asked_once_and_the_counts_begin_anew(directing: Directing) -> None:
    directing.line("Máy in").button.click()
    assert directing.live.page.question.text.startswith("Máy in · ")
    assert "đã bảo dưỡng xong?" in directing.live.page.question.text
    directing.desk.until(directing.live.page.question.no.hasFocus)
    press(Qt.Key.Key_Escape)
    assert not directing.live.page.asking
    assert "1.240" in directing.line("Máy in").row.history

    directing.line("Máy in").button.click()
    directing.live.page.question.yes.click()

    directing.desk.until(lambda: "1.240" not in directing.line("Máy in").row.history)
    assert not directing.line("Máy in").button.isVisible()
    said = [notice.title for notice in directing.desk.window.notices.all]
    assert any(one.startswith("Đã ghi lần bảo dưỡng: Máy in") for one in said)


def test_who_does_not_direct_sees_the_counts_and_no_button(qtbot: QtBot, used: OpenOffice, tasks: Tasks) -> None:
    looking = Directing(qtbot, used, tasks, "ha")
    assert "1.240 phiếu" in looking.line("Máy in").row.history
    assert not looking.line("Máy in").button.isVisible()
    looking.close()
