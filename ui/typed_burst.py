"""A reader that types: its burst of keys told from a person's typing, anywhere in the program."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from shiboken6 import isValid

from counter_app.errors import Code
from devices.reader.typed import WedgeRules
from devices.supervised import SupervisedReader

MIN_SIGNS = 6
"""Nobody types so many keys, each within 30 ms of the one before; every code is longer."""
MOST_SIGNS = 8_192
"""The largest code has 7,089: whoever types on as fast is no reader, and its keys are kept back no longer."""
_CERTAIN_BARS = 2  # so many "|" are a card
_GUARDED_FROM = 3  # from so many keys on, a key that would be a shortcut is a part of the burst

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_SILENT = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr, Qt.Key.Key_Mode_switch})
_CORRECTS = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class _Moment:
    """When a key was pressed as the system says, 0 where it does not say, and when the program saw it; milliseconds."""

    pressed: int
    seen: int

    def after(self, before: "_Moment") -> int:
        """Return how long after another moment this one is."""
        if self.pressed and before.pressed:
            return self.pressed - before.pressed
        return self.seen - before.seen


@dataclass(frozen=True, slots=True)
class _Held:
    """An event kept back: whom it was for, and how to make it anew."""

    receiver: QObject
    again: Callable[[], QEvent]


@dataclass(slots=True)
class _Burst:
    """What has been kept back since a first key."""

    held: list[_Held] = field(default_factory=list)
    text: str = ""
    keys: set[int] = field(default_factory=set)
    signs: int = 0
    composed: bool = False  # an input method had its hand in it
    corrected: bool = False
    commanded: bool = False

    def reading(self, rules: WedgeRules) -> str | None:
        """Return what the reader read, None if a person typed this or it is another reader's."""
        if self.signs < MIN_SIGNS:
            return None
        if self.composed or self.corrected:  # prefix and suffix may be spoilt too
            # Composed text bears no times: what a person typed while the program was busy may look like a burst.
            return self.text if not self.composed or self.text.count("|") >= _CERTAIN_BARS else None
        bare = self.text.removeprefix(rules.prefix).removesuffix(rules.suffix)
        return bare if rules.prefix + bare + rules.suffix == self.text and bare else None


class TypedBurst(QObject):
    """Keeps each key back for the longest pause of a burst; plays it back if no burst came of it, so nothing is lost.

    It looks at the program's events only while the station has a reader that types. The time between keys is that at
    which they were pressed, not at which a busy program gets to see them.
    """

    def __init__(self, app: QCoreApplication, reader: SupervisedReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._reader = app, reader
        self._rules: WedgeRules | None = None
        self._burst = _Burst()
        self._last = self._ended = _Moment(0, 0)
        self._kept = 0
        self._swallowed: set[int] = set()
        self._replaying = False
        self._pause = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._paused)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Look for bursts from now on, or no longer, as the station's reader is."""
        before, self._rules = self._rules, self._reader.wedge
        if self._rules is not None:
            self._pause.setInterval(self._rules.gap_ms)
        if (before is None) is (self._rules is None):
            return
        if self._rules is not None:
            self._app.installEventFilter(self)
        else:
            self.close()

    @property
    def looks(self) -> bool:
        """Whether the program's keys are looked at."""
        return self._rules is not None

    def close(self) -> None:
        """Look no more; what is kept back goes where it belongs."""
        self._app.removeEventFilter(self)
        self._replay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what may be a part of a burst."""
        if self._replaying or self._rules is None:
            return False
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._pressed(watched, event, self._rules)
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent):
                return self._released(watched, event)
            case QEvent.Type.InputMethod if isinstance(event, QInputMethodEvent):
                return self._composed(watched, event, self._rules)
            case QEvent.Type.ShortcutOverride if self._burst.signs >= _GUARDED_FROM:
                event.accept()  # a bar code must not drive the program (BadBarcode)
                return True
            case QEvent.Type.MouseButtonPress | QEvent.Type.TouchBegin:
                self._replay()
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent, rules: WedgeRules) -> bool:
        key, now = event.key(), _Moment(event.timestamp(), _milliseconds())
        self._swallowed.discard(key)
        if key in _ENDS and not self._burst.held and now.after(self._ended) <= rules.gap_ms:
            self._swallowed.add(key)  # the line feed after a carriage return
            return True
        if (
            event.isAutoRepeat()
            or len(self._burst.held) >= 2 * MOST_SIGNS
            or (self._burst.held and now.after(self._last) > rules.gap_ms)
        ):
            self._replay()
        command = bool(event.modifiers() & _COMMANDS)
        begins = event.text().isprintable() and bool(event.text()) and not command and not event.isAutoRepeat()
        if not self._burst.held and not begins:
            return False
        self._last = now
        if key in _ENDS and not command:
            return self._end(key, now, rules)
        self._keep(watched, _key_again(event))
        self._note_key(event, command=command)
        return True

    def _note_key(self, event: QKeyEvent, *, command: bool) -> None:
        burst = self._burst
        burst.keys.add(event.key())
        if event.key() in _CORRECTS:
            burst.corrected = True
        elif command:
            burst.commanded = True
        elif event.text() and event.key() not in _SILENT:
            burst.text += event.text()
            burst.signs += 1

    def _released(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in self._swallowed:
            if not event.isAutoRepeat():
                self._swallowed.discard(event.key())
            return True
        if not self._burst.held:
            return False
        self._burst.held.append(_Held(watched, _key_again(event)))
        return True

    def _composed(self, watched: QObject, event: QInputMethodEvent, rules: WedgeRules) -> bool:
        now = _Moment(0, _milliseconds())
        if self._burst.held and now.after(self._last) > rules.gap_ms:
            self._replay()
        if not (event.commitString() or event.preeditString() or self._burst.held):
            return False
        self._last = now
        self._keep(watched, _composed_again(event))
        self._burst.composed = True
        self._burst.text += event.commitString()
        self._burst.signs += 1
        return True

    def _keep(self, watched: QObject, again: Callable[[], QEvent]) -> None:
        self._burst.held.append(_Held(watched, again))
        self._kept += 1
        self._pause.start()

    def _end(self, key: int, now: _Moment, rules: WedgeRules) -> bool:
        """Enter or Tab: take the burst, or play it back and let the key follow."""
        burst = self._burst
        reading = burst.reading(rules)
        if reading is None:
            self._replay()
            return False
        self._pause.stop()
        self._burst = _Burst()
        self._ended = now
        self._swallowed |= {*burst.keys, key}
        if burst.composed or burst.corrected:
            self._reader.refuse(Code.READER_REWRITTEN)
        elif burst.commanded:
            self._reader.refuse(Code.READER_GARBAGE)
        else:
            self._reader.inject(reading)
        return True

    def _paused(self) -> None:
        """No key for so long: but look first whether one waits to be seen."""
        kept = self._kept
        QTimer.singleShot(0, self, lambda: self._replay() if self._kept == kept else None)

    def _replay(self) -> None:
        self._pause.stop()
        burst, self._burst = self._burst, _Burst()
        self._replaying = True
        try:
            for one in burst.held:
                if isValid(one.receiver):
                    QCoreApplication.sendEvent(one.receiver, one.again())
        finally:
            self._replaying = False


def _milliseconds() -> int:
    return time.monotonic_ns() // 1_000_000


def _key_again(event: QKeyEvent) -> Callable[[], QEvent]:
    kind, key, modifiers = event.type(), event.key(), event.modifiers()
    native = event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers()
    text, repeats, count = event.text(), event.isAutoRepeat(), event.count()
    return lambda: QKeyEvent(kind, key, modifiers, *native, text, repeats, count)


def _composed_again(event: QInputMethodEvent) -> Callable[[], QEvent]:
    preedit, attributes, commit = event.preeditString(), event.attributes(), event.commitString()
    start, length = event.replacementStart(), event.replacementLength()

    def made() -> QEvent:
        anew = QInputMethodEvent(preedit, attributes)
        anew.setCommitString(commit, start, length)
        return anew

    return made
