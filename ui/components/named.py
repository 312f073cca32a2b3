"""A part with its name above it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.components.label import Label


def named(name: str, inner: QWidget) -> QWidget:
    """Return ``inner`` below its name, small and muted."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    column.addWidget(Label(name, "small", color="text_muted"))
    column.addWidget(inner)
    return box
