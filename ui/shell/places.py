"""Where the windows of one process go on the screens that there are."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.hall import Stage

_WIDE = 1600
_COLUMN = 0.32
_DESK_HEIGHT = 0.7
_STEP_SHARE = 0.72
_TITLE = 30
"""A window manager's title bar, roughly."""


def arrange(main: QWidget, others: Sequence[QWidget]) -> None:
    """Show ``main`` on the first screen and each other window on one of its own, as far as there are screens.

    On one wide screen the hall's windows stand in a column at the left, on a narrow one in a row of steps; no window
    hides another completely.
    """
    screens = QGuiApplication.screens()
    first = screens[0].availableGeometry()
    if len(screens) > len(others):
        for window, screen in zip((main, *others), screens, strict=False):
            _place(window, screen.availableGeometry().adjusted(0, _TITLE, 0, 0))
    elif first.width() >= _WIDE:
        _in_columns(main, others, first)
    else:
        _in_steps((*others, main), first)
    main.raise_()


def _in_columns(main: QWidget, others: Sequence[QWidget], area: QRect) -> None:
    hall = [one for one in others if isinstance(one, Stage)]
    column = max([round(area.width() * _COLUMN), *(one.minimumWidth() for one in hall)])
    right = area.adjusted(column, _TITLE, 0, 0)
    beside = [one for one in others if not isinstance(one, Stage)]
    tall = round(column * 9 / 16)
    step = (area.height() - _TITLE - tall) // max(1, len(hall) - 1)
    for number, window in enumerate(hall):
        _place(window, QRect(area.left(), area.top() + _TITLE + number * step, column, tall))
    for other in beside:
        size = other.size().boundedTo(right.size()).expandedTo(other.minimumSizeHint())
        _place(other, QRect(QPoint(right.right() - size.width(), right.bottom() - size.height()), size))
    _place(main, QRect(right.left(), right.top(), right.width(), round(right.height() * _DESK_HEIGHT)))


def _in_steps(windows: Sequence[QWidget], area: QRect) -> None:
    share = QSize(round(area.width() * _STEP_SHARE), round(area.height() * _STEP_SHARE))
    steps = max(1, len(windows) - 1)
    for number, window in enumerate(windows):
        size = share.expandedTo(window.minimumSizeHint()).boundedTo(area.size())  # none reaches over the screen's edge
        width, height = size.width(), size.height()
        left = area.left() + (area.width() - width) * number // steps
        top = area.top() + _TITLE + (area.height() - height - _TITLE) * number // steps
        _place(window, QRect(left, top, width, height))


def _place(window: QWidget, area: QRect) -> None:
    window.setGeometry(area)
    window.show()
    window.raise_()
