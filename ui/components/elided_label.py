"""One line of text that gives way: cut with an ellipsis, whole in the tooltip and for screen readers."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.components.spoken_role import Role, speak_as

_FEWEST = 3
"""Letters that stay readable, so that a row never collapses to an ellipsis."""


class ElidedLabel(QWidget):
    """A line that takes whatever width it is given."""

    def __init__(
        self,
        text: str = "",
        role: str | float = "base",
        weight: int = theme.Weight.REGULAR,
        color: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._role, self._weight, self._color = text, role, weight, color
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        speak_as(self, Role.StaticText)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_color(self, color: str) -> None:
        """Change the colour, by its name in the theme."""
        self._color = color
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the whole line."""
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Accept a few letters."""
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._text[:_FEWEST] + "…"), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        with QPainter(self) as painter:
            painter.setFont(theme.font(self._role, self._weight))
            painter.setPen(theme.color(self._color))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(self.rect(), flags, self._fitted())

    def event(self, event: QEvent) -> bool:
        """Tell the whole text in a tooltip, only where it is cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if self._fitted() != self._text:
                QToolTip.showText(event.globalPos(), self._text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font(self._role, self._weight))

    def _fitted(self) -> str:
        return self._metrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
