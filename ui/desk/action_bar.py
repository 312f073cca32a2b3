"""The bar under a page: lesser acts at the left, the one main act at the lower right. Never scrolls away."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton
from ui.components.surface import Surface

HEIGHT = 56


class ActionBar(Surface):
    """Buttons from left to right; the last is the main act."""

    def __init__(self, left: tuple[QWidget, ...], right: tuple[KeyButton, ...], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(8))
        self.setFixedHeight(theme.px(HEIGHT))
        for button in left:
            row.addWidget(button)
        row.addStretch(1)
        for button in right:
            row.addWidget(button)
