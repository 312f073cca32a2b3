"""Parts that stand beside each other where there is room, and else below each other."""

from PySide6.QtWidgets import QBoxLayout


def direction(*, beside: bool) -> QBoxLayout.Direction:
    """Return the direction of a layout whose parts stand beside, or below, each other."""
    return QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
