"""The officer's queue by keyboard: in turn, out of turn, put aside, sent on, ended."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.domain.queue_facts import DeskState, IssueSource
from counter_app.domain.tickets import TicketState
from tests.support import desk_states as states
from tests.support.office import OpenOffice
from tests.support.typing import press, type_text
from tests.ui.desk_kit import Desk, open_desk, take_numbers
from tests.ui.queue_kit import button, call, choices, choose, elided, labels, more, sheet, shown, state, told
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
F2, F3, F5, F6 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F6
F10, F11 = Qt.Key.Key_F10, Qt.Key.Key_F11


@pytest.fixture
def desk(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Iterator[Desk]:
    take_numbers(office, 6)
    with open_desk(qtbot, office, tasks) as opened:
        opened.until(lambda: shown(opened).startswith("Tiếp: A001"))
        yield opened


def test_who_comes_next_is_said_with_the_reason(desk: Desk) -> None:
    assert shown(desk) == "Tiếp: A001 · đến lượt, chờ 0 phút"


def test_after_three_calls_the_no_show_is_offered(desk: Desk) -> None:
    called = call(desk, serve=False)
    panel = desk.window.frame.queue.panel
    for count in (2, 3):
        press(F3)
        desk.until(lambda: not desk.window.queue.asking.busy)
        assert desk.office.services.queue.ticket(called.id).calls == count
    desk.until(lambda: not panel.keys.again.isEnabled())
    press(F3)
    desk.until(lambda: any("đã được gọi 3 lần" in title for title in told(desk)))
    press(F5)
    desk.until(lambda: state(desk, called) is TicketState.NO_SHOW)


def test_a_number_is_sent_to_another_group_without_the_mouse(desk: Desk) -> None:
    called = call(desk)
    press(F6)
    desk.until(lambda: sheet(desk) == "transfer")
    assert called.group not in choices(desk)
    other = desk.office.services.catalogue.groups()[2].id
    choose(desk, other)
    press(ENTER)
    desk.until(lambda: state(desk, called) is TicketState.ISSUED)
    sent = desk.office.services.queue.ticket(called.id)
    assert (sent.group, sent.label) == (other, called.label)
    desk.until(lambda: desk.window.queue.mine is None)


def test_esc_takes_the_question_away_and_gives_the_focus_back(desk: Desk) -> None:
    called = call(desk)
    line = desk.window.receive_page.form.procedure.line
    line.setFocus()
    press(F6)
    desk.until(lambda: sheet(desk) == "transfer")
    assert not line.hasFocus()
    press(ESC)
    assert sheet(desk) == ""
    assert line.hasFocus()
    assert state(desk, called) is TicketState.SERVING


def test_the_key_that_asked_takes_the_question_away_too(desk: Desk) -> None:
    press(F10)
    desk.until(lambda: sheet(desk) == "more")
    press(F10)
    assert sheet(desk) == ""


def test_what_else_can_be_done_follows_the_ticket(desk: Desk) -> None:
    press(F10)
    desk.until(lambda: sheet(desk) == "more")
    assert not choices(desk)["park"].enabled
    desk.window.queue.call_next()
    desk.until(lambda: choices(desk)["park"].enabled)
    assert not choices(desk)["switch"].enabled


def test_a_number_is_printed_again_by_its_label(desk: Desk) -> None:
    more(desk, "reprint")
    desk.until(lambda: sheet(desk) == "reprint")
    type_text("a1")
    press(ENTER)
    desk.until(lambda: told(desk) == ["Số A001 có hiệu lực, nhưng phiếu chưa in được."])
    again = desk.office.services.queue.find("A001")
    assert again is not None
    assert again.copies > 0


def test_enter_in_a_question_never_begins_a_service(desk: Desk) -> None:
    called = call(desk, serve=False)
    more(desk, "reprint")
    desk.until(lambda: sheet(desk) == "reprint")
    desk.window.frame.queue.sheet.lines[0].clear()
    press(ENTER)
    assert sheet(desk) == "reprint"
    assert state(desk, called) is TicketState.CALLED


def test_a_number_put_aside_waits_again_when_its_time_has_come(desk: Desk) -> None:
    called = call(desk)
    more(desk, "park")
    desk.until(lambda: sheet(desk) == "park")
    press(Qt.Key.Key_2)
    desk.until(lambda: state(desk, called) is TicketState.PARKED)
    until = desk.office.services.queue.ticket(called.id).parked_until
    assert until is not None
    assert (until - desk.office.clock.now()).total_seconds() == 600
    desk.until(lambda: any(label.text() == "Tạm gác, đến giờ tự vào hàng" for label in labels(desk)))


def test_a_number_held_at_the_desk_is_called_back_with_one_key(desk: Desk) -> None:
    called = call(desk)
    more(desk, "park")
    desk.until(lambda: sheet(desk) == "park")
    press(Qt.Key.Key_5)
    desk.until(lambda: state(desk, called) is TicketState.PARKED)
    desk.until(lambda: button(desk, f"Gọi lại số {called.label}") is not None)
    press(Qt.Key.Key_G, CTRL)
    desk.until(lambda: state(desk, called) is TicketState.CALLED)
    assert desk.office.services.queue.ticket(called.id).desk == 3


def test_another_matter_of_the_same_visit_has_its_own_time(desk: Desk) -> None:
    called = call(desk)
    other = desk.office.services.catalogue.groups()[3]
    more(desk, "switch")
    desk.until(lambda: sheet(desk) == "switch")
    choose(desk, other.id)
    press(ENTER)
    desk.until(lambda: len(desk.office.services.queue.ticket(called.id).services) == 2)
    desk.until(lambda: any(label.text() == "Các việc trong lượt này" for label in labels(desk)))
    assert state(desk, called) is TicketState.SERVING
    assert desk.office.services.queue.ticket(called.id).group == other.id


def test_a_number_is_given_by_hand_from_a_paper_roll(desk: Desk) -> None:
    group = desk.office.services.catalogue.groups()[0]
    more(desk, "give")
    desk.until(lambda: sheet(desk) == "give")
    choose(desk, group.id)
    desk.window.frame.queue.sheet.lines[0].setFocus()
    type_text("77")
    press(ENTER)
    desk.until(lambda: desk.office.services.queue.find(f"{group.prefix}077") is not None)
    made = desk.office.services.queue.find(f"{group.prefix}077")
    assert made is not None
    assert made.source is IssueSource.ROLL
    desk.until(lambda: told(desk) == [f"Đã ghi số {group.prefix}077 vào hàng chờ."])


def test_what_is_no_number_is_marked_and_nothing_is_given(desk: Desk) -> None:
    before = len(desk.office.services.queue.of_today())
    more(desk, "give")
    desk.until(lambda: sheet(desk) == "give")
    desk.window.frame.queue.sheet.lines[0].setFocus()
    type_text("7b")
    press(ENTER)
    assert sheet(desk) == "give"
    assert desk.window.frame.queue.sheet.lines[0].property("wrong")
    assert len(desk.office.services.queue.of_today()) == before


def test_a_number_given_without_a_printer_is_said_to_be_valid(desk: Desk) -> None:
    before = {one.id for one in desk.office.services.queue.of_today()}
    more(desk, "give")
    desk.until(lambda: sheet(desk) == "give")
    press(ENTER)
    desk.until(lambda: any("có hiệu lực" in title for title in told(desk)))
    (made,) = [one for one in desk.office.services.queue.of_today() if one.id not in before]
    assert made.source is IssueSource.DESK
    assert made.label in told(desk)[0]


def test_a_number_is_cancelled_on_the_citizens_wish_with_the_reason(desk: Desk) -> None:
    waiting = desk.office.services.queue.view(3).coming[2]
    more(desk, "cancel")
    desk.until(lambda: sheet(desk) == "cancel")
    choose(desk, "mistaken")
    press(TAB)
    desk.until(lambda: desk.window.frame.queue.sheet.lines[0].hasFocus())
    type_text(waiting.label.lower())
    press(ENTER)
    desk.until(lambda: state(desk, waiting) is TicketState.CANCELLED)
    desk.until(lambda: told(desk) == [f"Đã hủy số {waiting.label}."])


def test_a_number_that_was_never_given_is_not_cancelled(desk: Desk) -> None:
    more(desk, "cancel")
    desk.until(lambda: sheet(desk) == "cancel")
    press(TAB)
    type_text("Z999")
    press(ENTER)
    desk.until(lambda: len(told(desk)) == 1)
    assert all(one.state is TicketState.ISSUED for one in desk.office.services.queue.of_today())


def test_calling_out_of_turn_is_for_those_who_direct(desk: Desk) -> None:
    press(F10)
    desk.until(lambda: sheet(desk) == "more")
    assert not choices(desk)["choose"].enabled


def test_who_directs_calls_out_of_turn_for_a_reason(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    take_numbers(office, 6)
    with open_desk(qtbot, office, tasks, officer_id="son") as desk:
        desk.until(lambda: shown(desk) != "")
        last = office.services.queue.of_today()[-1]
        more(desk, "choose")
        desk.until(lambda: sheet(desk) == "choose")
        choose(desk, last.id)
        press(ENTER)
        assert desk.window.frame.queue.sheet.lines[0].hasFocus()
        assert state(desk, last) is TicketState.ISSUED
        type_text("Người già yếu")
        press(ENTER)
        desk.until(lambda: state(desk, last) is TicketState.CALLED)
        assert office.services.queue.ticket(last.id).out_of_turn == "Người già yếu"


def test_a_desk_on_its_break_calls_nobody_until_it_is_opened(desk: Desk) -> None:
    press(F11)
    desk.until(lambda: sheet(desk) == "state")
    choose(desk, "break")
    press(ENTER)
    desk.until(lambda: desk.window.queue.seat.state is DeskState.BREAK)
    desk.until(lambda: desk.window.frame.queue.panel.foot.state.text() == "Đang nghỉ")
    press(F2)
    desk.until(lambda: any("đang nghỉ" in title for title in told(desk)))
    assert desk.office.services.queue.view(3).mine is None
    press(F2)
    desk.until(lambda: desk.office.services.queue.view(3).mine is not None)
    desk.until(lambda: desk.window.queue.seat.state is DeskState.OPEN)


def test_a_desk_closed_at_the_last_sign_out_is_opened_by_the_first_call(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    take_numbers(office, 1)
    office.services.queue.set_desk(3, "minh", DeskState.OPEN)
    office.services.queue.set_desk(3, "minh", DeskState.CLOSED)
    office.clock.move(timedelta(minutes=1))
    with open_desk(qtbot, office, tasks) as desk:
        desk.until(lambda: desk.window.queue.seat.state is DeskState.CLOSED)
        press(F2)
        desk.until(lambda: desk.window.queue.mine is not None)
        assert told(desk) == []


def test_a_missed_number_says_how_many_were_called_since(desk: Desk) -> None:
    missed = call(desk, serve=False)
    press(F5)
    desk.until(lambda: state(desk, missed) is TicketState.NO_SHOW)
    desk.until(lambda: desk.window.queue.mine is None)
    desk.office.clock.move(timedelta(minutes=1))
    queue = desk.office.services.queue
    for number in range(2):
        one = queue.call_next(3, "ha", command=f"next-{number}")
        queue.miss(one.id)
    same = sum(one.group == missed.group and one.calls > 0 for one in queue.of_today()) - 1
    desk.until(lambda: any(f"lỡ {same}" in label for label in elided(desk)))


def test_one_who_comes_too_late_is_told_so(desk: Desk) -> None:
    desk.window.frame.queue.present(states.eight_groups())
    desk.until(lambda: button(desk, "Gọi lại số A009") is not None)
    assert button(desk, "Gọi lại số B031") is None
    assert any(label.text() == "quá muộn" for label in labels(desk))
