"""A person who works by keyboard and hears: the process of tests/support/screen_reader.py, beside Qt's own."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_S = 60.0
_LOOK_MS = 5
_MOST_STOPS = 120
Told = list[dict[str, Any]]


class Listener:
    """Starts the reader before the application, so that this one knows from its beginning who listens."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.support.screen_reader"]
        self._reader = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._answer() == "ready"

    def close(self) -> None:
        """Let the reader end."""
        self._reader.communicate(timeout=PATIENCE_S)

    def show(self, window: QWidget) -> None:
        """Show a window, with the keys going to it."""
        window.show()
        window.activateWindow()
        until(window.isActiveWindow, "the window has the keys")

    def put_away(self, window: QWidget) -> None:
        """Close a window for good."""
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def read(self) -> Told:
        """Return what shows, in order."""
        return list(self._ask("read"))

    def heard(self) -> Told:
        """Return what was told since this was last asked."""
        return list(self._ask("heard"))

    def press(self, *keys: str) -> None:
        """Press the last key while the others are held down."""
        self._ask("press", *keys)

    def type(self, text: str) -> None:
        """Type small letters, digits and signs."""
        self._ask("type", text)

    def step(self, key: str = "Tab") -> QWidget | None:
        """Press Tab, and wait until the focus has moved."""
        before = QApplication.focusWidget()
        self.press(key)
        until(lambda: QApplication.focusWidget() is not before, f"{key} moves on from {before}")
        return QApplication.focusWidget()

    def walk(self) -> Told:
        """Go round by Tab until the focus is where it was; return what is told at each stop."""
        self.heard()
        first = QApplication.focusWidget()
        for _ in range(_MOST_STOPS):
            if self.step() is first:
                return [one for one in self.heard() if one["what"] == "focus"]
        raise AssertionError(f"Tab does not come back to {first}")

    def go_to(self, wanted: QWidget) -> None:
        """Press Tab until the focus is there."""
        for _ in range(_MOST_STOPS):
            if wanted.hasFocus() or self.step() is wanted:
                return
        raise AssertionError(f"Tab never comes to {wanted}")

    def _ask(self, *order: str) -> Any:  # noqa: ANN401 - JSON
        """Ask the reader, while this process answers what that one asks."""
        loop = QEventLoop()
        assert self._reader.stdin is not None
        assert self._reader.stdout is not None
        notifier = QSocketNotifier(self._reader.stdout.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(loop.quit)
        self._reader.stdin.write(json.dumps(order) + "\n")
        self._reader.stdin.flush()
        loop.exec()
        notifier.setEnabled(False)
        return self._answer()

    def _answer(self) -> Any:  # noqa: ANN401 - JSON
        assert self._reader.stdout is not None
        line = self._reader.stdout.readline()
        assert line, "the screen reader ended"
        return json.loads(line)


def until(seen: Callable[[], bool], what: str) -> None:
    """Wait for what a person would see."""
    loop, timer, end = QEventLoop(), QTimer(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if seen() else None)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    timer.start(_LOOK_MS)
    end.start(round(PATIENCE_S * 1000))
    if not seen():
        loop.exec()
    assert seen(), f"never: {what}"
