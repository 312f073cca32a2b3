"""A line or paragraph of text in a role of the theme; follows a change of look."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme


class Label(QLabel):
    """Text in one role, weight and colour of the theme."""

    def __init__(
        self,
        text: str = "",
        role: str | float = "base",
        weight: int = theme.Weight.REGULAR,
        color: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role, self._weight, self._color = role, weight, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._restyle()

    def set_color(self, color: str) -> None:
        """Change the colour, by its name in the theme."""
        if color != self._color:
            self._color = color
            self._restyle()

    def set_weight(self, weight: int) -> None:
        """Change the weight."""
        if weight != self._weight:
            self._weight = weight
            self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()

    def _restyle(self) -> None:
        font = theme.font(self._role, self._weight)
        if font != self.font():
            self.setFont(font)
        palette = self.palette()
        color = theme.color(self._color)
        if palette.color(QPalette.ColorRole.WindowText) != color:
            palette.setColor(QPalette.ColorRole.WindowText, color)
            self.setPalette(palette)
