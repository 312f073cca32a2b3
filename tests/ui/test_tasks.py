"""The bridge: off the main thread and back, in order, nothing after the owner is gone."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from counter_app.errors import Code, CounterError
from counter_app.journal.changes import Changes
from ui.tasks import Tasks


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def bridge(look: QApplication, changes: Changes):  # noqa: ANN201 - a generator fixture
    made = Tasks(changes)
    yield made
    made.close()


@pytest.fixture
def owner(look: QApplication) -> QObject:
    return QObject()


def test_work_runs_elsewhere_and_its_result_comes_to_the_main_thread(
    qtbot: QtBot, bridge: Tasks, owner: QObject
) -> None:
    seen: list[tuple[str, bool]] = []
    bridge.run(
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, QThread.currentThread() is QApplication.instance().thread())),
        owner=owner,
    )
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0][0].startswith("store")
    assert seen[0][1]


def test_changes_are_done_in_the_order_asked(qtbot: QtBot, bridge: Tasks, owner: QObject) -> None:
    done: list[int] = []
    for number in range(20):
        bridge.run(lambda number=number: done.append(number), owner=owner)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_a_slow_answer_of_the_queue_holds_up_no_change(qtbot: QtBot, bridge: Tasks, owner: QObject) -> None:
    gate, done = threading.Event(), list[str]()
    bridge.ask(lambda: gate.wait(9), lambda _: done.append("asked"), owner=owner)
    bridge.ask(lambda: threading.current_thread().name, done.append, owner=owner)
    bridge.run(lambda: None, lambda _: done.append("changed"), owner=owner)
    qtbot.waitUntil(lambda: done == ["changed"])
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done[1] == "asked"
    assert done[2].startswith("queue")


def test_an_expected_error_goes_to_who_asked_else_to_everybody(qtbot: QtBot, bridge: Tasks, owner: QObject) -> None:
    def refuse() -> None:
        raise CounterError(Code.NOBODY_WAITING)

    taken: list[CounterError] = []
    bridge.run(refuse, failed=taken.append, owner=owner)
    qtbot.waitUntil(lambda: len(taken) == 1)
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.run(refuse, owner=owner)
    assert taken[0].code is refused.args[0].code is Code.NOBODY_WAITING


@pytest.mark.expects_log("event=crash")
def test_a_bug_is_logged_with_an_id_and_told(qtbot: QtBot, bridge: Tasks, owner: QObject) -> None:
    with qtbot.waitSignal(bridge.crashed) as crashed:
        bridge.read(lambda: 1 // 0, owner=owner)
    assert len(crashed.args[0]) == 8


def test_a_result_for_a_screen_that_is_gone_is_dropped(qtbot: QtBot, bridge: Tasks, owner: QObject) -> None:
    gate, seen = threading.Event(), list[str]()
    gone = QObject()
    bridge.run(gate.wait, lambda _: seen.append("gone"), owner=gone)
    delete(gone)
    gate.set()
    bridge.run(lambda: None, lambda _: seen.append("here"), owner=owner)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["here"]


def test_a_change_anywhere_is_told_on_the_main_thread(qtbot: QtBot, bridge: Tasks, changes: Changes) -> None:
    with qtbot.waitSignal(bridge.streams_changed) as told:
        thread = threading.Thread(target=changes.publish, args=(frozenset({"ticket/1"}),))
        thread.start()
        thread.join()
    assert told.args[0] == frozenset({"ticket/1"})


def test_closing_finishes_what_was_asked_and_leaves_no_thread(look: QApplication, owner: QObject) -> None:
    bridge, done = Tasks(), list[int]()
    for number in range(5):
        bridge.run(lambda number=number: done.append(number), owner=owner)
    bridge.close()
    bridge.run(lambda: done.append(99), owner=owner)
    assert done == [0, 1, 2, 3, 4]


def settle(qtbot: QtBot, bridge: Tasks, owner: QObject) -> None:
    """Wait until both readers have answered everything that was asked before."""
    meeting, answered = threading.Barrier(2), list[int]()
    for _ in range(2):
        bridge.read(partial(meeting.wait, 9), answered.append, owner=owner)
    qtbot.waitUntil(lambda: len(answered) == 2)


@pytest.mark.parametrize("refused", [False, True])
def test_a_late_answer_does_not_replace_the_one_to_a_newer_question(
    qtbot: QtBot, bridge: Tasks, owner: QObject, refused: bool
) -> None:
    gate, seen = threading.Event(), list[str]()

    def late() -> str:
        gate.wait(9)
        if refused:
            raise CounterError(Code.NOBODY_WAITING)
        return "old"

    bridge.read(late, seen.append, lambda _: seen.append("refused"), owner=owner, topic="list")
    bridge.read(lambda: "new", seen.append, owner=owner, topic="list")
    qtbot.waitUntil(lambda: seen == ["new"])
    gate.set()
    settle(qtbot, bridge, owner)
    assert seen == ["new"]


def test_of_many_questions_asked_at_once_the_newest_is_answered_and_the_others_are_not_even_asked(
    qtbot: QtBot, bridge: Tasks, owner: QObject
) -> None:
    gate, asked, seen = threading.Event(), list[int](), list[int]()
    for _ in range(2):
        bridge.read(partial(gate.wait, 9), owner=owner)

    def ask(number: int) -> int:
        asked.append(number)
        return number

    for number in range(50):
        bridge.read(partial(ask, number), seen.append, owner=owner, topic="list")
    gate.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert asked == seen == [49]
    bridge.read(lambda: 50, seen.append, owner=owner, topic="list")
    qtbot.waitUntil(lambda: seen == [49, 50])


def test_other_topics_and_other_owners_overtake_nothing(qtbot: QtBot, bridge: Tasks, owner: QObject) -> None:
    gate, other, seen = threading.Event(), QObject(), set[str]()
    for _ in range(2):
        bridge.read(partial(gate.wait, 9), owner=owner)
    bridge.read(lambda: "list", seen.add, owner=owner, topic="list")
    bridge.read(lambda: "counts", seen.add, owner=owner, topic="counts")
    bridge.read(lambda: "other", seen.add, owner=other, topic="list")
    bridge.read(lambda: "plain", seen.add, owner=owner)
    gate.set()
    qtbot.waitUntil(lambda: seen == {"list", "counts", "other", "plain"})
