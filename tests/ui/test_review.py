"""Cần xem lại: seen from every page, both versions beside each other, decided by key and by mouse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.dossiers import DossierState
from counter_app.errors import Code
from tests.support import desk_states as states
from tests.support.apart import meet, two_machines
from tests.support.conflict_stories import TAKEN_IN
from tests.support.office import OpenOffice
from tests.support.typing import press
from tests.ui.desk_kit import Desk, nameless, open_desk
from tests.ui.test_desk_layout import cut
from tests.unit.test_conflicts_reviews import from_a_copy
from ui import theme
from ui.desk.page_keys import DOSSIERS, RECEIVE, REVIEW
from ui.desk.receive.page import ReceivePage
from ui.desk.review.controller import ReviewController
from ui.desk.review.page import ReviewPage
from ui.tasks import Tasks

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
RETURNED, ASKED = "a" * 32, "b" * 32
Pair = tuple[OpenOffice, OpenOffice]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with two_machines(tmp_path) as machines:
        yield machines


@pytest.fixture
def office(pair: Pair) -> OpenOffice:
    """The first machine, after the second one handed a result out again and gave a paused dossier on."""
    first, second = pair
    for number, key in enumerate((RETURNED, ASKED), start=1):
        with first.journal.transaction() as transaction:
            fact = replace(TAKEN_IN, code=f"H99.17-261123-01000{number}")
            transaction.append(f"dossier/{key}", fact, "officer/ha")
        first.services.lifecycle.hand_over(key, "ha", "minh")
        first.services.lifecycle.take_over(key, "minh")
    first.services.lifecycle.mark_ready(RETURNED, "minh", signer="son")
    meet(first, second)
    first.services.lifecycle.return_result(RETURNED, "ha", "Trần Thị Hoa")
    first.services.lifecycle.request_supplement(ASKED, "minh", ("Tờ khai",), "Thiếu chữ ký")
    second.clock.move(timedelta(minutes=30))
    second.services.lifecycle.hand_over(ASKED, "minh", "son", note="Trình ký")
    second.clock.move(timedelta(minutes=1))
    second.services.lifecycle.return_result(RETURNED, "lan", "Trần Văn Đức")
    meet(first, second)
    first.clock.move(timedelta(hours=1))
    return first


class Reviewer:
    """The page at one officer's desk."""

    def __init__(self, desk: Desk, count: int) -> None:
        self.desk, self.office = desk, desk.office
        self.review: ReviewController = desk.window.review
        desk.until(lambda: self.review.seen is not None and self.review.seen.total == count)
        press(Qt.Key.Key_7, CTRL)
        assert desk.window.page == REVIEW
        page = self.review.page
        assert page is not None
        self.page: ReviewPage = page
        desk.until(lambda: len(page.table.rows) == count)

    @property
    def rows(self) -> list[str]:
        return [f"{row[0].first}: {row[0].second}" for row in self.page.table.rows]

    @property
    def said(self) -> list[str]:
        return [notice.title for notice in self.desk.window.notices.all]

    def until_left(self, count: int) -> None:
        self.desk.until(lambda: len(self.page.table.rows) == count)


@pytest.fixture
def leader(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Iterator[Reviewer]:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        yield Reviewer(desk, 2)


def test_the_badge_says_how_many_wait_and_leads_there_by_mouse(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        badge = desk.window.frame.strip.review
        desk.until(badge.isVisible)
        assert badge.text() == "2 cần xem lại"
        assert desk.window.page == RECEIVE
        QTest.mouseClick(badge, Qt.MouseButton.LeftButton)
        assert desk.window.page == REVIEW


def test_both_versions_stand_beside_each_other_with_who_where_and_when(leader: Reviewer) -> None:
    assert leader.rows == [
        "Trả kết quả: H99.17-261123-010001 · Trần Thị Hoa",
        "Chuyển Vũ Hoàng Sơn: H99.17-261123-010002 · Trần Thị Hoa",
    ]
    detail = leader.page.detail
    assert "người nhận: Trần Thị Hoa" in detail.standing.words
    assert "Lê Thị Thu Hà · Máy trạm quầy 3 (máy này). 23/11/2026 08:55" in detail.standing.words
    assert "người nhận: Trần Văn Đức" in detail.refused.words
    assert "Đỗ Ngọc Lan · Máy trạm quầy 1. 23/11/2026 09:26" in detail.refused.words
    assert "hồ sơ đã trả kết quả" in detail.words
    assert "bản giấy đang ở ai" in detail.words
    assert detail.redo.isHidden()


def test_one_press_settles_and_the_next_one_comes_with_the_focus_in_the_list(leader: Reviewer) -> None:
    assert leader.page.table.hasFocus()
    press(Qt.Key.Key_Return, CTRL)
    leader.until_left(1)
    assert "Đã ghi: đã xử lý xong." in leader.said
    leader.desk.until(leader.page.table.hasFocus)
    assert "H99.17-261123-010002" in leader.page.detail.words
    assert leader.desk.window.frame.strip.review.text() == "1 cần xem lại"


def test_what_was_settled_too_early_is_opened_again_from_its_notice(leader: Reviewer) -> None:
    press(Qt.Key.Key_Return, CTRL)
    leader.until_left(1)
    leader.desk.window.notices.act("review", "reopen")
    leader.until_left(2)


def test_with_nothing_left_the_page_says_so_and_the_badge_goes(leader: Reviewer) -> None:
    for left in (1, 0):
        press(Qt.Key.Key_Return, CTRL)
        leader.until_left(left)
    assert leader.page.stack.currentWidget() is leader.page.empty
    assert not leader.desk.window.frame.strip.review.isVisible()
    press(Qt.Key.Key_Return, CTRL)
    assert leader.review.seen is not None
    assert leader.review.seen.total == 0


def test_an_act_that_fits_by_now_is_done_anew_by_a_key(leader: Reviewer) -> None:
    office = leader.office
    press(Qt.Key.Key_Down)
    assert leader.page.detail.redo.isHidden()
    office.services.lifecycle.take_supplement(ASKED, "ha", ())
    leader.desk.until(leader.page.detail.redo.isVisible)
    press(Qt.Key.Key_L, ALT)
    leader.until_left(1)
    dossier = office.services.dossiers.dossier(ASKED)
    assert (dossier.state, dossier.holder) == (DossierState.PROCESSING, "son")
    assert dossier.hand is not None
    assert (dossier.hand.giver, dossier.hand.given_at) == ("son", office.clock.now())


def test_enter_leads_to_the_decisions_and_escape_back(leader: Reviewer) -> None:
    press(Qt.Key.Key_Return)
    assert leader.page.detail.keep.hasFocus()
    press(Qt.Key.Key_Escape)
    assert leader.page.table.hasFocus()


def test_the_dossier_opens_from_there(leader: Reviewer) -> None:
    press(Qt.Key.Key_Return, CTRL)
    leader.until_left(1)
    press(Qt.Key.Key_O, CTRL)
    window = leader.desk.window
    leader.desk.until(lambda: window.page == DOSSIERS)


def test_what_concerns_others_is_shown_and_locked(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks, officer_id="lan") as desk:
        reviewer = Reviewer(desk, 2)
        badge, detail = desk.window.frame.strip.review, reviewer.page.detail
        assert badge.text() == "1 cần xem lại"
        assert detail.keep.isEnabled()  # her own act comes first
        press(Qt.Key.Key_Down)
        assert not detail.keep.isEnabled()
        assert "cần lãnh đạo hoặc người quản trị" in detail.words
        press(Qt.Key.Key_Return, CTRL)
        assert office.services.reviews.open("son").total == 2


def test_a_copied_machine_is_named_with_what_to_do_and_settled_as_a_whole(
    qtbot: QtBot, pair: Pair, office: OpenOffice, tasks: Tasks
) -> None:
    for key in ("c" * 32, "d" * 32):
        from_a_copy(pair, f"dossier/{key}", replace(TAKEN_IN, code=f"H99.17-261123-0200{key[:2]}"))
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        reviewer = Reviewer(desk, 4)
        detail = reviewer.page.detail
        assert "khôi phục từ bản cũ" in detail.words
        assert "Ngừng dùng Máy trạm quầy 1 ngay" in detail.words
        assert detail.keep_alike.text() == "Đã xử lý cả 2 mục của máy này"
        QTest.mouseClick(detail.keep_alike, Qt.MouseButton.LeftButton)
        reviewer.until_left(2)


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1920, 1080, 2.0)])
def test_the_badge_finds_room_beside_a_lost_link_and_an_empty_printer(
    qtbot: QtBot, look: QApplication, width: int, height: int, scale: float
) -> None:
    theme.apply(look, scale=scale)
    frame, _ = states.frame_with(lambda frame: ReceivePage(lambda: frame), width, height)
    qtbot.addWidget(frame)
    frame.strip.present(states.strip_state(offline=True, printer_fault=Code.PAPER_OUT))
    frame.strip.show_reviews(12)
    frame.show()
    look.processEvents()
    assert frame.strip.review.isVisible()
    assert cut(frame.strip) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_and_everything_has_a_name(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, look: QApplication, scale: float
) -> None:
    theme.apply(look, scale=scale)
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        desk.window.resize(1366, 768)
        page = Reviewer(desk, 2).page
        page.open_detail()
        look.processEvents()
        assert cut(page) == []
        assert nameless(page) == []
