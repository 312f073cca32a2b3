"""A reader that types into a window as the system would: keys with their times."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.ports import DeviceKind
from devices.settings import DeviceSettings, TransportKind

FAST, SLOW = 4, 90
"""Milliseconds between two keys of a reader, and of a person."""
_NAMED = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace, " ": Qt.Key.Key_Space}


def settings(**options: str) -> DeviceSettings:
    """Return the settings of such a reader."""
    return DeviceSettings(DeviceKind.READER, "r", TransportKind.KEYS, options=options)


class Keyboard:
    """Types into a window that has the focus."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._now = 1_000_000

    def press(self, sign: str, pause: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and release a key, so many milliseconds after the one before."""
        self._now += pause
        key = _NAMED.get(sign) or (Qt.Key(ord(sign.upper())) if sign.isascii() else Qt.Key.Key_unknown)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, sign)
            event.setTimestamp(self._now)
            event.ignore()
            QCoreApplication.sendEvent(self._window.windowHandle(), event)

    def type(self, text: str, pause: int) -> None:
        """Type at this pace; the program sees nothing until all is typed, as if it were busy."""
        for sign in text:
            self.press(sign, pause)

    def scan(self, code: str) -> None:
        """Hold a code before the reader, a while after what was typed before."""
        self.press(code[0], SLOW)
        self.type(code[1:] + "\r", FAST)
