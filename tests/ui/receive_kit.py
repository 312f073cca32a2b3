"""What tests of the receive page do again and again: read a card, choose, wait for the dossier."""

from PySide6.QtCore import Qt

from counter_app.domain.dossiers import Dossier
from devices.virtual import VirtualStation
from tests.ui.desk_kit import Desk

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
MARITAL_STATUS = "1.004873"
CARD = "000152000417||Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|10052021"
OTHER_CARD = "000096001234||Lê Minh Khôi|02081996|Nam|Thôn An Khê, xã An Phúc|10052021"


def choose(desk: Desk, code: str) -> None:
    desk.window.receive.choose(code)
    desk.until(lambda: desk.window.receive.procedure is not None and desk.window.receive.procedure.code == code)


def read_card(desk: Desk, virtual: VirtualStation, line: str = CARD) -> None:
    virtual.reader.scan(line)
    desk.until(lambda: desk.window.receive.keeper.draft.identity == line[:12])


def said(desk: Desk, notice: str) -> bool:
    return any(one.id == notice for one in desk.window.receive_page.head.banners.shown)


def received(desk: Desk) -> Dossier:
    desk.until(lambda: desk.window.receive.ending.done is not None)
    done = desk.window.receive.ending.done
    assert done is not None
    return done
