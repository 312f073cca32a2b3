"""A reference cycle, which may hold a window or a timer, ends on the main thread, however much other threads do."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.shell.garbage import Garbage


class Tangle:
    """A reference cycle that tells on which thread it ended."""

    def __init__(self, ended_on: list[str]) -> None:
        self.ended_on = ended_on
        self.me = self

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread().name)


@pytest.fixture
def left_to_python(qapp: QApplication) -> Iterator[None]:
    """As Python has it, which the guard of the tests does not."""
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def garbage(left_to_python: None) -> Iterator[Garbage]:
    """The program's own way."""
    kept = Garbage()
    yield kept
    kept.close()


def _work_on_another_thread() -> None:
    """Allocate so much that Python would collect every generation there."""

    def allocate() -> None:
        for _ in range(200):
            kept: list[object] = [[] for _ in range(5_000)]
            kept.append(kept)

    worker = threading.Thread(target=allocate, name="worker")
    worker.start()
    worker.join()


def test_another_thread_ends_nothing_and_the_main_thread_soon_does(qtbot: QtBot, garbage: Garbage) -> None:
    ended_on: list[str] = []
    Tangle(ended_on)
    _work_on_another_thread()
    assert ended_on == []
    qtbot.waitUntil(lambda: ended_on == ["MainThread"], timeout=10_000)


def test_python_alone_would_end_it_on_the_other_thread(left_to_python: None) -> None:
    ended_on: list[str] = []
    gc.disable()
    Tangle(ended_on)
    gc.enable()
    _work_on_another_thread()
    assert ended_on == ["worker"]


def test_a_program_that_has_ended_leaves_it_to_python_again(left_to_python: None) -> None:
    Garbage().close()
    assert gc.isenabled()
