"""Each board shows what it was set to show, at once; it goes on by itself whatever happens around it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.holiday_seed import vietnam
from counter_app.domain.queue_facts import DeskState
from counter_app.domain.queue_policy import BoardChoices
from counter_app.services.board import Board, BoardView
from counter_app.services.bundle import Services
from counter_app.services.officers import NewOfficer
from tests.support.office import OpenOffice
from ui.board.gallery import decode_picture
from ui.board.screen import BoardScreen
from ui.board.window import BLINKS, BoardWindow
from ui.tasks import Tasks

LEADER = "son"
OFFICERS = ("ha", "minh", "lan", "son", "an")
OpenBoard = Callable[..., BoardWindow]


@pytest.fixture
def open_board(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> OpenBoard:
    def open_(services: Services = office.services, number: int = 1) -> BoardWindow:
        window = BoardWindow(services, tasks, calendar=vietnam((2026,)), number=number)
        qtbot.addWidget(window)
        window.resize(1920, 1080)
        window.show()
        return window

    return open_


def give(office: OpenOffice, group: str = "civil-status") -> str:
    """Give out a number."""
    number = len(office.services.queue.of_today()) + 1
    office.clock.move(timedelta(seconds=1))
    return office.services.queue.take_number(group, command=f"{number:032x}").ticket.id


def call(office: OpenOffice, desk: int, group: str = "civil-status") -> str:
    """Give out a number and call it to a desk."""
    ticket = give(office, group)
    return office.services.queue.call_next(desk, OFFICERS[desk - 1], command=f"{ticket}-call").label


def picture(color: str, width: int = 300, height: int = 100) -> bytes:
    """Return a PNG of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def rows(board: BoardScreen) -> list[str]:
    """Return the numbers of the last calls on screen."""
    return [row.label.text() for row in board.calls.rows if not row.isHidden()]


def test_a_board_shows_the_calls_and_the_waiting_of_its_groups_only(
    qtbot: QtBot, office: OpenOffice, open_board: OpenBoard
) -> None:
    office.services.queue_choices.set_board(2, BoardChoices(groups=("land",)), LEADER)
    everything, land = open_board(), open_board(number=2)
    give(office, "certification")
    give(office, "land")
    label = call(office, 1)
    qtbot.waitUntil(lambda: everything.calling.label.text() == label)
    qtbot.waitUntil(lambda: land.waiting.counts() == {"Đất đai": "1"})
    assert rows(land) == []
    assert land.calling.isHidden()


def test_what_a_board_is_set_to_show_changes_at_once(qtbot: QtBot, office: OpenOffice, open_board: OpenBoard) -> None:
    board = open_board()
    give(office, "land")
    qtbot.waitUntil(lambda: board.waiting.counts() == {"Đất đai": "1"})
    office.services.queue_choices.set_board(
        1, BoardChoices(groups=("civil-status",), running_text="Chào mừng ông/bà.\nMời lấy số ở cửa."), LEADER
    )
    qtbot.waitUntil(lambda: board.waiting.counts() == {})
    assert board.ticker.text().startswith("Chào mừng ông/bà.   •   Mời lấy số ở cửa.")
    assert "24/11 nghỉ lễ" in board.ticker.text(), "the office's own words do not hide the holiday"


def test_a_desk_on_its_break_is_told(qtbot: QtBot, office: OpenOffice, open_board: OpenBoard) -> None:
    board = open_board()
    office.services.queue.set_desk(2, "minh", DeskState.BREAK)
    qtbot.waitUntil(lambda: "Quầy 2 đang tạm nghỉ." in board.ticker.text())
    office.services.queue.set_desk(2, "minh", DeskState.OPEN)
    qtbot.waitUntil(lambda: "tạm nghỉ" not in board.ticker.text())


def test_five_calls_at_once_make_five_rows_and_each_blinks_in_its_turn(
    qtbot: QtBot, office: OpenOffice, open_board: OpenBoard
) -> None:
    office.services.officers.register(NewOfficer("an", "Đỗ Văn An", "Công chức", "tra-da-19"), LEADER)
    board = open_board()
    labels = [call(office, desk) for desk in range(1, 6)]
    qtbot.waitUntil(lambda: sorted(rows(board)) == sorted(labels))
    for label in labels:
        assert board.calling.label.text() == label
        lit = [row.label.text() for row in board.calls.rows if not row.ground.isHidden()]
        assert lit == [label]
        board.countdown.pass_time(15)
    assert board.calling.isHidden()
    assert len(rows(board)) == 5


def test_the_newest_call_blinks_and_then_stays_lit(qtbot: QtBot, office: OpenOffice, open_board: OpenBoard) -> None:
    board = open_board()
    board.blink_timer.setInterval(5)
    seen: list[bool] = []
    call(office, 1)
    board.blink_timer.timeout.connect(lambda: seen.append(not board.calls.rows[0].ground.isHidden()))
    qtbot.waitUntil(lambda: len(seen) == BLINKS)
    assert seen == [False, True] * (BLINKS // 2)
    assert not board.blink_timer.isActive()
    assert board.calling.isVisible()


def test_long_words_glide_and_short_ones_stand_still(qtbot: QtBot, office: OpenOffice, open_board: OpenBoard) -> None:
    words = "Mời ông/bà kiểm tra giấy tờ trước khi đến quầy. " * 8
    office.services.queue_choices.set_board(1, BoardChoices(running_text=words), LEADER)
    board = open_board()
    qtbot.waitUntil(lambda: board.ticker.moving)
    assert words.strip() in board.ticker.text()
    assert board.ticker.offset() == 0, "the beginning is held to be read"
    qtbot.waitUntil(lambda: board.ticker.offset() > 0, timeout=6000)
    board.ticker.say("Ngắn.")
    assert not board.ticker.moving
    assert board.ticker.offset() == 0


def test_pictures_are_shown_while_nobody_is_called_and_give_way_to_a_call(
    qtbot: QtBot, office: OpenOffice, open_board: OpenBoard
) -> None:
    blobs = office.journal.database.blobs
    names = (blobs.put(b"no picture at all"), blobs.put(picture("red")))
    office.services.queue_choices.set_board(1, BoardChoices(pictures=("0" * 64, *names)), LEADER)
    board = open_board()
    board.slides.timer.setInterval(20)  # the first is lost, the second unreadable
    qtbot.waitUntil(board.gallery.isVisible)
    place = board.gallery.place_of(board.gallery.image)
    assert round(place.width() / place.height(), 1) == 3.0, "the proportions are kept"
    assert not board.call.isVisible()
    call(office, 1)
    qtbot.waitUntil(board.calling.isVisible)
    assert not board.gallery.isVisible()
    board.countdown.pass_time(15)
    assert board.call.isVisible(), "the last call is shown for a while"
    office.clock.move(timedelta(seconds=61))
    board.tick()
    assert board.gallery.isVisible()


def test_a_picture_larger_than_any_screen_is_made_smaller(look: QApplication) -> None:
    image = decode_picture(picture("blue", 8000, 2000))
    assert (image.width(), image.height()) == (3840, 960)


class StumblingBoard(Board):
    """A board whose first readings end in a bug."""

    stumbles = 2

    def view(self, number: int = 1) -> BoardView:
        """Stumble, then read."""
        if self.stumbles:
            self.stumbles -= 1
            raise RuntimeError("a bug")
        return super().view(number)


@pytest.mark.expects_log("event=board_read_crashed")
def test_a_bug_while_reading_does_not_stop_the_board(qtbot: QtBot, office: OpenOffice, open_board: OpenBoard) -> None:
    services = office.services
    stumbling = StumblingBoard(office.journal, services.office, services.queue)
    board = open_board(replace(services, board=stumbling))
    label = call(office, 1)
    qtbot.waitUntil(lambda: board.calling.label.text() == label)
    assert stumbling.stumbles == 0


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_after_the_machine_slept_everything_is_painted_anew(
    qtbot: QtBot, office: OpenOffice, open_board: OpenBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = open_board()
    qtbot.waitExposed(board)
    paints = Paints(board)
    board.call.label.installEventFilter(paints)
    call(office, 1)
    qtbot.waitUntil(board.calling.isVisible)
    board.countdown.pass_time(15)
    qtbot.waitUntil(lambda: paints.count > 0)
    paints.count = 0
    now = 1_800_000_000.0
    monkeypatch.setattr("ui.board.window.time.time", lambda: now)
    board.tick()
    qtbot.waitUntil(lambda: paints.count > 0)
