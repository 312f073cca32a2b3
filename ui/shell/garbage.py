"""Reference cycles are collected on the main thread alone.

Python collects them on whichever thread happens to allocate; a widget or timer in a cycle that a worker thread ends
so is ended behind Qt's back ("Timers cannot be stopped from another thread"), and the program falls over it later.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_OLDER = 10
"""So many collections of one generation come before one of the next, as Python has it."""


class Garbage(QObject):
    """Made, used and closed on the main thread; as long as it is open no other thread collects anything."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        set_aside()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def set_aside() -> None:
    """Take what is there now for good: modules and windows stay, and a full collection need not look at them.

    With the desk's windows among them it takes 3 to 6 ms instead of 117.
    """
    gc.freeze()


def collect_due() -> None:
    """Collect what has grown enough, the youngest first; call it on the main thread."""
    young, middle, old = gc.get_count()
    if old > _OLDER:
        gc.collect()
    elif middle > _OLDER:
        gc.collect(1)
    elif young > gc.get_threshold()[0]:
        gc.collect(0)
