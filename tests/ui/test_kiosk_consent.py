"""Nothing of an identity card is used at the kiosk before its owner was told what for, and agreed."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.domain.queue_facts import IssueSource
from tests.support.office import OpenOffice
from tests.ui import test_kiosk as kit
from tests.ui.test_kiosk import CARD, LEFT, Reader, agree, printed, receive
from tests.ui.test_kiosk_queue import only_ticket, tap
from ui.kiosk.asking import AskPage
from ui.kiosk.home import HomePage
from ui.kiosk.result import ResultPage
from ui.kiosk.window import KioskWindow

office, reader, roll, kiosk = kit.office, kit.reader, kit.roll, kit.kiosk


def test_nothing_of_a_card_is_used_before_its_owner_has_agreed(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader
) -> None:
    dossier = receive(office)
    reader.read(CARD)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, AskPage))
    notice = kiosk.page
    reader.read(CARD)  # it still lies before the glass
    kiosk.turn_language()
    assert isinstance(kiosk.page, AskPage)
    assert kiosk.page is not notice, "the notice is read in the other language"
    kiosk.turn_language()
    shown = " ".join(label.text() for label in kiosk.findChildren(QLabel))
    assert dossier.code not in shown
    assert "Hậu" not in shown
    qtbot.mouseClick(kiosk.page.no, LEFT)
    assert isinstance(kiosk.page, HomePage)
    tap(qtbot, kiosk)
    qtbot.waitUntil(lambda: printed(kiosk))
    assert only_ticket(office).source is IssueSource.KIOSK, "a number is taken without the card as well"


def test_the_next_citizen_is_asked_anew(qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader) -> None:
    receive(office)
    agree(qtbot, kiosk, reader)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    kiosk.countdown.pass_time(31)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, HomePage))
    reader.read(CARD)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, AskPage))
