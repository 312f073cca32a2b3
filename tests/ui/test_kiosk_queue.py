"""The kiosk asks once, keeps the tap while the office is away, and says in large words what it cannot do."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.clocks import VIETNAM
from counter_app.demo.commune import FOLLOW_BASE
from counter_app.domain.facts import Priority
from counter_app.domain.holiday_seed import vietnam
from counter_app.domain.queue_commands import CancelTicket, QueueCommand, TakeNumber
from counter_app.domain.queue_facts import IssueSource, KioskMode, WaitEstimate
from counter_app.domain.queue_policy import QueuePolicy
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.errors import Code, CounterError
from counter_app.ports import QueueAuthority
from counter_app.services.bundle import Services, make_services
from counter_app.services.queue_authority import LocalAuthority
from tests.support.office import NoPrinter, OpenOffice
from tests.ui.test_kiosk import CARD, LEFT, Reader, Roll, agree, office, open_field, printed, reader, receive, roll
from ui.kiosk.asking import AskPage
from ui.kiosk.closed import ClosedPage
from ui.kiosk.home import HomePage, waiting_words
from ui.kiosk.number import NumberPage, PaperlessPage
from ui.kiosk.procedures import ProceduresPage
from ui.kiosk.result import ResultPage, TroublePage
from ui.kiosk.views import TileView, WaitView
from ui.kiosk.waiting import AwayPage, BusyPage
from ui.kiosk.waits import range_words, wait_view
from ui.kiosk.window import KioskWindow
from ui.language import Tongue
from ui.tasks import Tasks

__all__ = ["office", "reader", "roll"]
LEADER = "son"
OLD_CARD = "000040001234|000000002|Trần Văn Bảy|05091940|Nam|Thôn 2, xã An Phúc|01012022"


class Line:
    """The way to the office: cut before or after the office did what was asked, or slow."""

    services: Services

    def __init__(self, office: QueueAuthority) -> None:
        self._office = office
        self.asked: list[tuple[QueueCommand, str]] = []
        self.cut = False
        self.swallows = False
        self.open = threading.Event()
        self.open.set()

    def submit(self, command: QueueCommand, command_id: str) -> str:
        """Pass a command on, as far as the line is whole."""
        self.asked.append((command, command_id))
        self.open.wait(10)
        if self.cut:
            raise CounterError(Code.OFFICE_AWAY)
        key = self._office.submit(command, command_id)
        if self.swallows:
            raise CounterError(Code.OFFICE_AWAY)
        return key

    def taken(self) -> list[str]:
        """Return the ids of the commands for a number, as they were asked."""
        return [asked for command, asked in self.asked if isinstance(command, TakeNumber)]


@pytest.fixture
def line(office: OpenOffice) -> Iterator[Line]:
    made: list[Line] = []

    def between(local: LocalAuthority) -> Line:
        made.append(Line(local))
        return made[0]

    services = make_services(office.journal, office.services.office, NoPrinter(), FOLLOW_BASE, authority=between)
    made[0].services = services
    yield made[0]
    made[0].open.set()


@pytest.fixture
def kiosk(qtbot: QtBot, office: OpenOffice, tasks: Tasks, reader: Reader) -> KioskWindow:
    return open_kiosk(qtbot, office.services, tasks, reader)


@pytest.fixture
def far_kiosk(qtbot: QtBot, line: Line, tasks: Tasks, reader: Reader) -> KioskWindow:
    """Return a kiosk whose queue is kept at another station."""
    window = open_kiosk(qtbot, line.services, tasks, reader)
    window.taking.again.setInterval(20)
    window.taking.moment.setInterval(20)
    window.taking.drop.setInterval(20)
    return window


def open_kiosk(
    qtbot: QtBot, services: Services, tasks: Tasks, reader: Reader, aloud: Callable[[str], None] | None = None
) -> KioskWindow:
    """Open a kiosk on its first page."""
    window = KioskWindow(services, tasks, reader=reader, read_aloud=aloud, calendar=vietnam((2026, 2027)))
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    qtbot.waitUntil(lambda: isinstance(window.page, HomePage) and len(window.page.tiles) == 8)
    return window


def tap(qtbot: QtBot, kiosk: KioskWindow) -> None:
    """Ask for a number of the first field."""
    qtbot.mouseClick(open_field(qtbot, kiosk).unsure, LEFT)


def only_ticket(office: OpenOffice) -> Ticket:
    """Return the one number that was given out today."""
    (ticket,) = office.services.queue.of_today()
    return ticket


# the office away


def test_while_the_office_is_away_the_kiosk_says_where_to_go_and_the_tap_is_kept(
    qtbot: QtBot, office: OpenOffice, far_kiosk: KioskWindow, line: Line
) -> None:
    line.cut = True
    tap(qtbot, far_kiosk)
    qtbot.waitUntil(lambda: isinstance(far_kiosk.page, AwayPage))
    assert far_kiosk.page.title.text() == "Mời ông/bà đến quầy hướng dẫn"
    qtbot.waitUntil(lambda: len(line.taken()) >= 3)
    line.cut = False
    qtbot.waitUntil(lambda: isinstance(far_kiosk.page, NumberPage | PaperlessPage))
    assert far_kiosk.page.number.text() == "A001"
    assert len(set(line.taken())) == 1, "every retry is the same command"
    assert only_ticket(office).id == line.taken()[0]


def test_an_answer_lost_on_its_way_makes_no_second_number(
    qtbot: QtBot, office: OpenOffice, far_kiosk: KioskWindow, line: Line
) -> None:
    line.swallows = True
    tap(qtbot, far_kiosk)
    qtbot.waitUntil(lambda: isinstance(far_kiosk.page, AwayPage))
    line.swallows = False
    qtbot.waitUntil(lambda: isinstance(far_kiosk.page, NumberPage | PaperlessPage))
    assert only_ticket(office).label == far_kiosk.page.number.text() == "A001"


def test_who_leaves_before_the_number_came_leaves_no_number_behind(
    qtbot: QtBot, office: OpenOffice, far_kiosk: KioskWindow, line: Line
) -> None:
    line.swallows = True
    tap(qtbot, far_kiosk)
    qtbot.waitUntil(lambda: isinstance(far_kiosk.page, AwayPage))
    line.cut = True
    far_kiosk.countdown.pass_time(60)
    assert isinstance(far_kiosk.page, HomePage)
    qtbot.waitUntil(lambda: any(isinstance(command, CancelTicket) for command, _ in line.asked))
    line.cut = line.swallows = False
    qtbot.waitUntil(lambda: only_ticket(office).state is TicketState.CANCELLED)
    assert isinstance(far_kiosk.page, HomePage), "the next citizen does not see it"


def test_a_wait_of_more_than_a_moment_is_said_and_another_tap_is_the_same_tap(
    qtbot: QtBot, office: OpenOffice, far_kiosk: KioskWindow, line: Line
) -> None:
    line.open.clear()
    tap(qtbot, far_kiosk)
    qtbot.waitUntil(lambda: isinstance(far_kiosk.page, BusyPage))
    assert not far_kiosk.countdown.running, "nobody is sent home while the number is on its way"
    far_kiosk.number_wanted.emit("again")
    far_kiosk.look_up(CARD)
    line.open.set()
    qtbot.waitUntil(lambda: isinstance(far_kiosk.page, NumberPage | PaperlessPage))
    assert len(line.taken()) == 1
    assert only_ticket(office).label == "A001"


def test_a_lost_link_withdraws_the_counts_and_says_where_to_go(qtbot: QtBot, kiosk: KioskWindow) -> None:
    assert kiosk.page.tiles[0].waiting.text() == "Không phải chờ"
    kiosk.show_link(datetime(2026, 11, 23, 8, 52, tzinfo=VIETNAM))
    assert kiosk.page.tiles[0].waiting.text() == ""
    assert kiosk.page.hint.text() == "Mất kết nối từ 08:52. Mời ông/bà đến quầy hướng dẫn."
    kiosk.show_link(None)
    assert kiosk.page.tiles[0].waiting.text() == "Không phải chờ"


# whether numbers are given out


def test_an_officer_closes_the_kiosk_with_a_note_and_opens_it_again(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice
) -> None:
    office.services.queue.switch_kiosk(KioskMode.CLOSED, LEADER, "Mất điện, mời ông/bà chờ.")
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ClosedPage))
    assert kiosk.page.why.text() == "Mất điện, mời ông/bà chờ."
    office.services.queue.switch_kiosk(KioskMode.HOURS, LEADER)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, HomePage))


def test_an_officer_opens_the_kiosk_in_the_evening(qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice) -> None:
    office.clock.move(timedelta(hours=9))
    kiosk.tick()
    assert isinstance(kiosk.page, ClosedPage)
    office.services.queue.switch_kiosk(KioskMode.OPEN, LEADER)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, HomePage))
    tap(qtbot, kiosk)
    qtbot.waitUntil(lambda: printed(kiosk))


def test_before_the_first_hour_the_kiosk_says_that_it_opens_today(kiosk: KioskWindow, office: OpenOffice) -> None:
    office.clock.move(timedelta(hours=-2))  # 06:55
    kiosk.tick()
    assert isinstance(kiosk.page, ClosedPage)
    assert kiosk.page.opens.text() == "7 giờ, thứ Hai 23/11"


def test_a_field_whose_numbers_are_given_out_says_so_on_its_tile_and_when_touched(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice
) -> None:
    choices = office.services.queue_choices
    placed = choices.groups()[2]
    choices.define_group(replace(placed, group=replace(placed.group, contingent=1)), LEADER)
    office.services.queue.take_number("land", command=f"{1:032x}")
    tile = kiosk.page.tiles[2]
    qtbot.waitUntil(lambda: kiosk.page.tiles[2].waiting.text() == "Hôm nay đã hết số")
    tile = kiosk.page.tiles[2]
    assert "Hôm nay đã hết số" in tile.accessibleName()
    qtbot.mouseClick(tile, LEFT)
    assert isinstance(kiosk.page, TroublePage)
    assert kiosk.page.title.text() == "Hôm nay đã phát hết 1 số của lĩnh vực này."


@pytest.fixture
def long_queue(office: OpenOffice) -> None:
    """Let two waiting be a long queue, and two wait."""
    office.services.queue_choices.set_policy(QueuePolicy(long_queue=2), LEADER)
    for number in (1, 2):
        office.services.queue.take_number("civil-status", command=f"{number:032x}")


def test_a_long_queue_is_told_and_a_number_only_given_if_it_is_still_wanted(
    qtbot: QtBot, long_queue: None, kiosk: KioskWindow, office: OpenOffice
) -> None:
    qtbot.mouseClick(kiosk.page.tiles[0], LEFT)
    assert isinstance(kiosk.page, AskPage)
    assert kiosk.page.title.text().startswith("Hàng đang dài.")
    assert kiosk.page.detail.text().startswith("2 người đang chờ")
    qtbot.mouseClick(kiosk.page.no, LEFT)
    assert isinstance(kiosk.page, HomePage)
    qtbot.mouseClick(kiosk.page.tiles[0], LEFT)
    qtbot.mouseClick(kiosk.page.yes, LEFT)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ProceduresPage))
    qtbot.mouseClick(kiosk.page.unsure, LEFT)
    qtbot.waitUntil(lambda: printed(kiosk))
    assert len(office.services.queue.of_today()) == 3


# how it was taken


def test_a_receipt_whose_result_is_ready_takes_a_number_for_it(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader
) -> None:
    dossier = receive(office)
    office.services.lifecycle.mark_ready(dossier.id, "ha", signer="son")
    reader.read(f"https://example.invalid/h/{dossier.code}")
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    qtbot.mouseClick(kiosk.page.found[0].go, LEFT)
    qtbot.waitUntil(lambda: printed(kiosk))
    ticket = only_ticket(office)
    assert (ticket.source, ticket.dossier) == (IssueSource.RECEIPT, dossier.id)


def test_an_identity_card_leads_to_the_fields_and_is_kept_as_the_way_the_number_was_taken(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader
) -> None:
    agree(qtbot, kiosk, reader)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, HomePage))
    assert kiosk.page.hint.text().startswith("Đã đọc thẻ căn cước.")
    tap(qtbot, kiosk)
    qtbot.waitUntil(lambda: printed(kiosk))
    assert (only_ticket(office).source, only_ticket(office).priority) == (IssueSource.CARD, None)


@pytest.mark.parametrize("wants, priority", [(True, Priority.ELDERLY), (False, None)])
def test_an_old_citizens_card_is_offered_priority(
    qtbot: QtBot,
    kiosk: KioskWindow,
    office: OpenOffice,
    reader: Reader,
    wants: bool,
    priority: Priority | None,
) -> None:
    agree(qtbot, kiosk, reader, OLD_CARD)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, AskPage) and kiosk.page.title.text().startswith("Ông/bà có muốn"))
    shown = " ".join(label.text() for label in kiosk.findChildren(QLabel))
    assert "Bảy" not in shown
    qtbot.mouseClick(kiosk.page.yes if wants else kiosk.page.no, LEFT)
    assert isinstance(kiosk.page, HomePage)
    tap(qtbot, kiosk)
    qtbot.waitUntil(lambda: printed(kiosk))
    assert (only_ticket(office).source, only_ticket(office).priority) == (IssueSource.CARD, priority)


def test_who_has_dossiers_here_sees_them_and_may_take_a_number_for_something_else(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, reader: Reader
) -> None:
    receive(office)
    agree(qtbot, kiosk, reader)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, ResultPage))
    qtbot.mouseClick(kiosk.page.other, LEFT)
    tap(qtbot, kiosk)
    qtbot.waitUntil(lambda: printed(kiosk))
    assert (only_ticket(office).source, only_ticket(office).dossier) == (IssueSource.CARD, "")


# the paper


def test_a_ticket_in_doubt_may_be_printed_again(
    qtbot: QtBot, kiosk: KioskWindow, office: OpenOffice, roll: Roll
) -> None:
    roll.fault = Code.PRINT_DOUBTFUL
    tap(qtbot, kiosk)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, PaperlessPage))
    roll.fault = None
    qtbot.mouseClick(kiosk.page.again, LEFT)
    qtbot.waitUntil(lambda: printed(kiosk))
    qtbot.waitUntil(lambda: only_ticket(office).copies == 2)


def test_without_paper_the_number_stays_until_it_is_remembered_whatever_is_scanned(
    qtbot: QtBot, kiosk: KioskWindow, roll: Roll, reader: Reader
) -> None:
    roll.fault = Code.PAPER_OUT
    tap(qtbot, kiosk)
    qtbot.waitUntil(lambda: isinstance(kiosk.page, PaperlessPage))
    page = kiosk.page
    kiosk.look_up(CARD)
    kiosk.tick()
    kiosk.refresh()
    kiosk.countdown.pass_time(59)
    assert kiosk.page is page
    qtbot.mouseClick(page.finish, LEFT)
    assert isinstance(kiosk.page, HomePage)


def test_listening_reads_what_to_do_and_then_the_number(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, reader: Reader
) -> None:
    heard: list[str] = []
    kiosk = open_kiosk(qtbot, office.services, tasks, reader, heard.append)
    qtbot.mouseClick(kiosk.header.helps.buttons[0], LEFT)
    tap(qtbot, kiosk)
    qtbot.waitUntil(lambda: printed(kiosk))
    qtbot.mouseClick(kiosk.header.helps.buttons[0], LEFT)
    assert heard == ["", "A001"]


# how long


@pytest.mark.parametrize(
    "seconds, view, words",
    [
        ((450, 700, 950), WaitView(8, 12, 16), "8 đến 16 phút"),
        ((0, 20, 200), WaitView(0, 1, 4), "Dưới 4 phút"),
        ((0, 0, 0), WaitView(0, 0, 0), "Đến lượt ngay"),
        ((4150, 4700, 5230), WaitView(70, 80, 90), "70 đến 90 phút"),
        ((300, 300, 300), WaitView(5, 5, 5), "5 phút"),
    ],
)
def test_a_wait_is_told_in_minutes_and_roughly_when_it_is_long(
    seconds: tuple[int, int, int], view: WaitView, words: str
) -> None:
    assert wait_view(WaitEstimate(*seconds)) == view
    assert range_words(Tongue(), view) == words


def test_a_tile_tells_the_measured_range_and_none_while_it_is_unknown(qtbot: QtBot, kiosk: KioskWindow) -> None:
    view = TileView("civil-status", "Hộ tịch", "Civil", "users-group", 3, WaitView(8, 12, 16))
    tile = kiosk.page.tiles[0]
    tile.show_view(view)
    assert (tile.waiting.text(), tile.wait.text()) == ("3 người đang chờ", "8 đến 16 phút")
    tile.show_view(replace(view, wait=None))
    assert tile.wait.text() == ""


def test_a_field_that_nobody_waits_for_tells_the_wait_for_the_desks_it_shares(kiosk: KioskWindow) -> None:
    shared = TileView("land", "Đất đai", "Land", "map-pin", waiting=0, wait=WaitView(20, 25, 35))
    free = TileView("land", "Đất đai", "Land", "map-pin", waiting=0, wait=WaitView(0, 0, 0))
    assert waiting_words(kiosk.tongue, shared) == "Chưa ai chờ việc này"
    assert waiting_words(kiosk.tongue, free) == "Không phải chờ"
