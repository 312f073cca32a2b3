"""A text that Tab stops at: to be read letter by letter, or copied by Ctrl+C."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from ui import theme
from ui.components.label import Label

_FLAGS = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class ReadingLabel(Label):
    """A label with the focus; the whole text is chosen while it has it, so that one sees where one is."""

    def __init__(
        self, role: str | float = "base", weight: int = theme.Weight.MEDIUM, color: str = "text", *, wrap: bool = False
    ) -> None:
        super().__init__("", role, weight, color, wrap=wrap)
        self.setTextInteractionFlags(_FLAGS)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def setText(self, text: str) -> None:
        """Show ``text``; Tab stops at nothing that is empty."""
        super().setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if text else Qt.FocusPolicy.NoFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it, but leave a click where it fell."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setSelection(0, len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose nothing."""
        super().focusOutEvent(event)
        self.setSelection(0, 0)
