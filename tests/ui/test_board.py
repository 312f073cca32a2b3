"""The board: every call once, in order, none lost; it says when it does not know."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.clocks import VIETNAM
from counter_app.domain.holiday_seed import vietnam
from counter_app.ports import USUAL, Manner
from tests.support.office import OpenOffice
from ui.board.views import BoardState, CallView
from ui.board.window import BoardWindow
from ui.tasks import Tasks

OFFICERS = ("ha", "minh", "lan")


class Voice:
    """A speaker that notes what it is to say; the test tells when it has said it."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []
        self._told: Callable[[str, int], None] | None = None

    def announce(self, label: str, desk: int, manner: Manner = USUAL) -> None:
        """Note a call."""
        self.calls.append((label, desk))

    def on_finished(self, told: Callable[[str, int], None]) -> None:
        """Keep who is told."""
        self._told = told

    def finish(self) -> None:
        """The last call has been spoken."""
        assert self._told
        self._told(*self.calls[-1])


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture
def open_board(qtbot: QtBot, office: OpenOffice, tasks: Tasks, voice: Voice) -> Callable[[], BoardWindow]:
    def open_() -> BoardWindow:
        window = BoardWindow(
            office.services, tasks, announcer=voice, on_spoken=voice.on_finished, calendar=vietnam((2026,))
        )
        qtbot.addWidget(window)
        window.resize(1920, 1080)
        window.show()
        return window

    return open_


def call(office: OpenOffice, desk: int) -> str:
    """Give out a number and call it to a desk."""
    queue = office.services.queue
    number = len(queue.of_today()) + 1
    office.clock.move(timedelta(seconds=1))
    queue.take_number("civil-status", command=f"{number:032x}")
    return queue.call_next(desk, OFFICERS[desk - 1], command=f"{number:032x}").label


def test_a_call_fills_the_screen_and_is_spoken(
    qtbot: QtBot, office: OpenOffice, voice: Voice, open_board: Callable[[], BoardWindow]
) -> None:
    board = open_board()
    call(office, 3)
    qtbot.waitUntil(board.calling.isVisible)
    assert (board.calling.label.text(), board.calling.desk.text()) == ("A001", "3")
    assert voice.calls == [("A001", 3)]
    assert "Mời số A không không một, đến quầy số ba" in board.ticker.text()


def test_calls_wait_for_one_another_and_none_is_lost(
    qtbot: QtBot, office: OpenOffice, voice: Voice, open_board: Callable[[], BoardWindow]
) -> None:
    board = open_board()
    labels = [call(office, desk) for desk in (1, 2, 3)]
    qtbot.waitUntil(lambda: len(board.calls.rows[2].label.text()) == 4)
    for turn, label in enumerate(labels):
        assert board.calling.label.text() == label
        assert len(voice.calls) == turn + 1
        board.countdown.pass_time(5)
        voice.finish()
        qtbot.waitUntil(lambda turn=turn: len(voice.calls) > turn + 1 or not board.calling.isVisible())
    assert [label for label, _ in voice.calls] == labels
    assert board.call.isVisible()


def test_a_second_call_of_the_same_number_is_a_call(
    qtbot: QtBot, office: OpenOffice, voice: Voice, open_board: Callable[[], BoardWindow]
) -> None:
    board = open_board()
    call(office, 1)
    qtbot.waitUntil(board.calling.isVisible)
    board.countdown.pass_time(15)
    assert not board.calling.isVisible()
    ticket = office.services.queue.of_today()[0]
    office.services.queue.call_again(ticket.id, 1, "ha")
    qtbot.waitUntil(board.calling.isVisible)
    assert voice.calls == [("A001", 1), ("A001", 1)]


def test_a_mute_speaker_leaves_the_eye_its_time(
    qtbot: QtBot, office: OpenOffice, voice: Voice, open_board: Callable[[], BoardWindow]
) -> None:
    board = open_board()
    call(office, 1)
    qtbot.waitUntil(board.calling.isVisible)
    voice.finish()
    qtbot.waitUntil(lambda: board.countdown.total <= 4)
    assert board.calling.isVisible()
    board.countdown.pass_time(4)
    assert not board.calling.isVisible()


def test_an_old_call_is_shown_and_not_spoken(
    qtbot: QtBot, office: OpenOffice, voice: Voice, open_board: Callable[[], BoardWindow]
) -> None:
    call(office, 2)
    office.clock.move(timedelta(seconds=61))
    board = open_board()
    qtbot.waitUntil(lambda: board.call.label.text() == "A001")
    assert not board.calling.isVisible()
    assert voice.calls == []


def test_after_a_power_cut_a_fresh_call_is_spoken(
    qtbot: QtBot, office: OpenOffice, voice: Voice, open_board: Callable[[], BoardWindow]
) -> None:
    call(office, 2)
    board = open_board()
    qtbot.waitUntil(board.calling.isVisible)
    assert voice.calls == [("A001", 2)]


def test_the_counts_follow_the_queue(qtbot: QtBot, office: OpenOffice, open_board: Callable[[], BoardWindow]) -> None:
    board = open_board()
    for number in range(3):
        office.services.queue.take_number("land", command=f"{number:032x}")
    qtbot.waitUntil(lambda: board.waiting.counts() == {"Đất đai": "3"})


def test_a_lost_link_withdraws_the_counts_and_says_since_when(
    qtbot: QtBot, office: OpenOffice, open_board: Callable[[], BoardWindow]
) -> None:
    board = open_board()
    call(office, 1)
    qtbot.waitUntil(board.calling.isVisible)
    board.show_link(datetime(2026, 11, 23, 9, 12, tzinfo=VIETNAM))
    assert board.notice.title.text() == "Màn hình tạm mất kết nối từ 09:12"
    assert board.waiting.counts() == {}
    assert board.waiting.unknown.isVisible()
    assert board.calls.rows[0].time.text() == "08:55"
    board.show_link(None)
    assert not board.notice.isVisible()
    assert board.calling.isVisible()


def test_nobody_is_named_on_the_board(qtbot: QtBot, office: OpenOffice, open_board: Callable[[], BoardWindow]) -> None:
    board = open_board()
    call(office, 1)
    qtbot.waitUntil(board.calling.isVisible)
    shown = " ".join(label.text() for label in board.findChildren(QLabel))
    for officer in office.services.officers.all():
        assert officer.name not in shown


def test_the_ticker_tells_of_tomorrows_holiday(qtbot: QtBot, open_board: Callable[[], BoardWindow]) -> None:
    board = open_board()
    assert "Thứ Ba 24/11 nghỉ lễ, làm việc lại thứ Tư 25/11 từ 7 giờ." in board.ticker.text()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_a_number_is_never_cut(qtbot: QtBot, open_board: Callable[[], BoardWindow], size: tuple[int, int]) -> None:
    board = open_board()
    board.resize(*size)
    now = datetime(2026, 11, 23, 9, 7, tzinfo=VIETNAM)
    first = CallView("1", "M999", 12, now)
    board.show_state(BoardState("Xã An Phúc", now, (first,), (), first))
    for words in (board.calling.label, board.calling.desk, board.calls.rows[0].label, board.calls.rows[0].desk):
        assert words.fontMetrics().horizontalAdvance(words.text()) <= words.width() + 1
        assert words.fontMetrics().tightBoundingRect(words.text()).height() <= words.height()
