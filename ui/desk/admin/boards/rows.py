"""The rows of the lists that stand beside a form, how wide such a list is, and the level of a microphone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.components.tone import Tone
from ui.components.two_lines import draw_two_lines

_LIST = 320
_ROW = 46
_HEAD = 30
_LOUD = 0.92
_SHARE = 0.36


def list_width(width: int) -> int:
    """Return how wide the list is in a part of this width, in pixels: narrower where words are large."""
    return min(theme.px(_LIST), int(width * _SHARE))


class TwoLineRow(QStyledItemDelegate):
    """What it is, and below it how it is; an item with HEAD set is a heading."""

    SECOND = Qt.ItemDataRole.UserRole + 1
    HEAD = Qt.ItemDataRole.UserRole + 2
    OWN = Qt.ItemDataRole.UserRole + 3
    TONE = Qt.ItemDataRole.UserRole + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row or of a heading."""
        return QSize(0, theme.px(_HEAD if index.data(self.HEAD) else _ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one."""
        area: QRect = option.rect
        inner = area.adjusted(theme.px(12), 0, -theme.px(8), 0)
        if index.data(self.HEAD):
            painter.fillRect(area, theme.color("surface_alt"))
            painter.setFont(theme.font("small", theme.Weight.SEMIBOLD))
            painter.setPen(theme.color("text_muted"))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data()))
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.color("primary_soft"))
            painter.fillRect(area.left(), area.top(), 3, area.height(), theme.color("primary"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.color("line"))
        usual = Tone.SUCCESS if index.data(self.OWN) else Tone.NEUTRAL
        tone = Tone(index.data(self.TONE) or usual)
        second = str(index.data(self.SECOND) or "")
        draw_two_lines(painter, inner, str(index.data()), second, theme.Weight.MEDIUM, tone)


class Meter(QWidget):
    """How loud the microphone is; red where it would be cut off."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0.0
        self.setAccessibleName(name)
        self.setFixedHeight(theme.px(14))

    @property
    def level(self) -> float:
        """What it shows, 0 to 1."""
        return self._level

    def show_level(self, level: float) -> None:
        """Show a level, 0 to 1."""
        self._level = max(0.0, min(1.0, level))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(theme.color("line_strong"))
            painter.setBrush(theme.color("surface_alt"))
            painter.drawRoundedRect(area, 4, 4)
            if self._level > 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("danger" if self._level > _LOUD else "success"))
                # the root shows quiet speech too
                painter.drawRoundedRect(
                    QRectF(area.left(), area.top(), area.width() * self._level**0.5, area.height()), 4, 4
                )
