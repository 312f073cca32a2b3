"""Two lines in a cell of a list: what it is, and below it smaller what is to be known of it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui import icons, theme
from ui.components.tone import Tone

_ICON = 14
_LOUD_ICONS = {Tone.DANGER: "alert-octagon", Tone.WARNING: "clock-exclamation", Tone.SUCCESS: "circle-check"}


def draw_two_lines(
    painter: QPainter,
    area: QRect,
    first: str,
    second: str,
    weight: int = theme.Weight.REGULAR,
    tone: Tone = Tone.NEUTRAL,
) -> None:
    """Draw both in ``area``, cut with an ellipsis; a tone gives the second line its colour and icon."""
    upper_font = theme.font("base", weight)
    loud = tone is not Tone.NEUTRAL
    lower_font = theme.font("small", theme.Weight.SEMIBOLD if loud else theme.Weight.REGULAR)
    upper, lower = QFontMetrics(upper_font), QFontMetrics(lower_font)
    height = upper.height() + (lower.height() if second else 0)
    top = area.top() + (area.height() - height) // 2
    _draw(painter, QRect(area.left(), top, area.width(), upper.height()), first, "text", upper_font)
    if not second:
        return
    line = QRect(area.left(), top + upper.height(), area.width(), lower.height())
    if tone in _LOUD_ICONS:
        side = theme.px(_ICON)
        icon = icons.pixmap(_LOUD_ICONS[tone], theme.color(tone.ink), side)
        painter.drawPixmap(line.left(), line.top() + (line.height() - side) // 2, icon)
        line.setLeft(line.left() + side + theme.px(4))
    _draw(painter, line, second, tone.ink, lower_font)


def _draw(painter: QPainter, line: QRect, text: str, color: str, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(theme.color(color))
    fitted = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)
