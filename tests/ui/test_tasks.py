"""The bridge: off the main thread and back, in order, nothing after the owner is gone."""

import threading

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
