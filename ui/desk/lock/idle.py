"""Whether anybody works at a window: keys, buttons and wheel of that window alone, also over a night's sleep."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_LOOK_MS = 5_000
_WORK = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """``idled()`` once when nobody worked for ``after``; the next key begins anew.

    The time is the larger one of two: of the wall clock, which goes on while the machine sleeps, and of the steady one,
    which nobody can set back.
    """

    idled = Signal()

    def __init__(
        self,
        after: timedelta,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        steady: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._after, self._now, self._steady = after, now, steady
        self._window: QWindow | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.touch()

    def follow(self, window: QWindow) -> None:
        """Watch what is done in a window; its own events reach it before any widget, and they are few."""
        if self._window is not window:
            self._window = window
            window.installEventFilter(self)
        self.touch()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def touch(self) -> None:
        """Somebody works: begin to count anew."""
        self._wall, self._since = self._now(), self._steady()
        self._told = False

    def look(self) -> None:
        """See whether it has been too long."""
        idle = max(self._now() - self._wall, timedelta(seconds=self._steady() - self._since))
        if idle >= self._after and not self._told:
            self._told = True
            self.idled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice work; every event goes on to where it was going."""
        if event.type() in _WORK:
            self.touch()
        return False
