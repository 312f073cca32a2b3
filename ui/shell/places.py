"""Where the windows of one process go on the screens that there are."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_DESK_SHARE = 0.72
_MARGIN = 24


def arrange(main: QWidget, others: Sequence[QWidget]) -> None:
    """Show ``main`` on the first screen; each other window on a screen of its own, or beside and below ``main``.

    Where there is one screen no window hides another completely: they stand in a row of steps.
    """
    screens = QGuiApplication.screens()
    first = screens[0].availableGeometry()
    if len(screens) > len(others):
        _place(main, first)
        for window, screen in zip(others, screens[1:], strict=False):
            _place(window, screen.availableGeometry())
        return
    if not others:
        _place(main, first)
        return
    width, height = round(first.width() * _DESK_SHARE), round(first.height() * _DESK_SHARE)
    across = (first.width() - width) / max(1, len(others))
    down = (first.height() - height) / max(1, len(others))
    # The last one shown is in front: the main window, at the lower right, with a strip of each other beside it.
    for number, window in enumerate((*others, main)):
        left, top = first.left() + round(number * across), first.top() + round(number * down)
        _place(window, QRect(left, top, width, height), raised=True)


def _place(window: QWidget, area: QRect, *, raised: bool = False) -> None:
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    room = area.size().expandedTo(least) if raised else area.size()
    window.setGeometry(QRect(area.topLeft(), room).adjusted(0, _MARGIN, 0, 0) if raised else area)
    window.show()
    window.raise_()
