"""Fail the test that leaves something behind: an unexpected log warning, a thread, a widget, a timer, an ended Qt."""

import gc
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

THREAD_GRACE_S = 2.0
# Parentless windows that Qt makes for itself and keeps.
QT_OWN_WINDOWS = ("QTipLabel", "QDesktop", "QShortcutMap")


@dataclass
class LogRecords(logging.Handler):
    """Collects every record of WARNING or above, from any thread."""

    records: list[logging.LogRecord] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record; called by logging."""
        self.records.append(record)

    __hash__ = logging.Handler.__hash__


def _prefixes(node: pytest.Item, marker: str) -> tuple[str, ...]:
    return tuple(prefix for mark in node.iter_markers(marker) for prefix in mark.args)


def _begins(record: logging.LogRecord, prefix: str) -> bool:
    return record.name.startswith(prefix) or record.getMessage().startswith(prefix)


def _log_complaints(node: pytest.Item, records: list[logging.LogRecord]) -> Iterator[str]:
    expected = _prefixes(node, "expects_log")
    fine = (*expected, *_prefixes(node, "allows_log"))
    for record in records:
        if not any(_begins(record, prefix) for prefix in fine):
            yield f"unexpected log: {record.levelname} {record.name}: {record.getMessage()}"
    for prefix in expected:
        if not any(_begins(record, prefix) for record in records):
            yield f"expected log did not come: {prefix!r} (allows_log is for one that may stay away)"


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    handler = LogRecords()
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
    complaints = list(_log_complaints(request.node, handler.records))
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def _live_threads() -> set[threading.Thread]:
    # Qt's own threads show up as dummies when they have run Python once, and can never be joined;
    # pytest-timeout has a timer of its own for each test.
    return {
        thread
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread) and not thread.name.startswith("pytest_timeout")
    }


def _leaked_threads(before: set[threading.Thread], allowed: tuple[str, ...] = ()) -> list[str]:
    deadline = time.monotonic() + THREAD_GRACE_S
    leaked = []
    for thread in _live_threads() - before:
        if allowed and thread.name.startswith(allowed):
            continue
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            leaked.append(thread.name)
    return sorted(leaked)


@pytest.fixture(autouse=True)
def _no_leaked_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    before = _live_threads()
    yield
    leaked = _leaked_threads(before, _prefixes(request.node, "allows_threads"))
    if leaked:
        pytest.fail(f"leaked threads: {', '.join(leaked)}", pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def _no_thread_outlives_the_session() -> Iterator[None]:
    before = _live_threads()
    yield
    leaked = _leaked_threads(before)
    if leaked:
        pytest.fail(f"threads left at the end of the session: {', '.join(leaked)}", pytrace=False)


def _qt_running() -> bool:
    core = sys.modules.get("PySide6.QtCore")
    return core is not None and core.QCoreApplication.instance() is not None


def _windows() -> dict[int, str]:
    """Parentless widgets, by address."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not _qt_running():
        return {}
    from shiboken6 import getCppPointer

    return {
        getCppPointer(widget)[0]: f"{type(widget).__name__}({widget.objectName() or widget.windowTitle()!r})"
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.parent() is None and not widget.metaObject().className().startswith(QT_OWN_WINDOWS)
        if widget.objectName() != "qtooltip_label"
    }


def _with_subclasses(kind: type) -> set[type]:
    return {kind}.union(*map(_with_subclasses, kind.__subclasses__()))


def _active_timers() -> dict[int, str]:
    """Running timers that Python knows or that the application owns, by address."""
    if not _qt_running():
        return {}
    from PySide6.QtCore import QCoreApplication, QTimer
    from shiboken6 import getCppPointer, isValid

    app = QCoreApplication.instance()
    kinds = _with_subclasses(QTimer)
    known = [thing for thing in gc.get_objects() if type(thing) in kinds and isValid(thing)]
    owned = app.findChildren(QTimer) if app is not None else []
    return {
        getCppPointer(timer)[0]: f"{timer.objectName() or 'QTimer'} every {timer.interval()} ms, of {timer.parent()}"
        for timer in (*known, *owned)
        if timer.isActive()
    }


def _delete_what_waits() -> None:
    """Carry out deleteLater() and let go of reference cycles."""
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _left(before: dict[int, str], look: Callable[[], dict[int, str]]) -> list[str]:
    if not look().keys() - before.keys():
        return []
    _delete_what_waits()
    return sorted(name for address, name in look().items() if address not in before)


@pytest.fixture(scope="module", autouse=True)
def _what_outlives_a_module(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set aside what is there before a module's tests: the guard reads every object at each test, twice.

    Where the tests have windows, cycles are collected between them, on this thread alone, as the program does.
    """
    gc.collect()
    gc.freeze()
    tests = (test for test in request.session.items if test.path == request.path)
    if not any("qapp" in getattr(test, "fixturenames", ()) for test in tests):
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _no_leaked_qt_object() -> Iterator[None]:
    windows, timers = _windows(), _active_timers()
    yield
    if not gc.isenabled():
        from ui.shell.garbage import collect_due

        collect_due()
    complaints = [f"leaked widget: {name}" for name in _left(windows, _windows)]
    complaints += [f"timer still running: {name}" for name in _left(timers, _active_timers)]
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def _told_to_exit() -> bool:
    """Tell whether the application was told to exit while it did not run; no event loop runs until it has."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    if loop.exec() == 0:
        return False
    QTimer.singleShot(0, QCoreApplication.exit)
    QCoreApplication.exec()
    return True


@pytest.fixture(scope="module", autouse=True)
def _no_ended_application() -> Iterator[None]:
    yield
    if _qt_running() and _told_to_exit():
        pytest.fail(
            "the application was told to exit and did not run: the tests after this wait in vain", pytrace=False
        )
