"""A list below a line of text: arrows choose, Enter takes, Esc closes; the focus stays in the line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.row_table import draw_ground
from ui.components.rule import Rule

_ROW = 48
_MOST_ROWS = 7
_LEAD = 100
_TRAIL = 150
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row: a code or an icon at the left, a title and a second line, why it matches at the right."""

    key: str
    lead: str
    title: str
    sub: str
    trail: str = ""
    icon: str = ""


class _Delegate(QStyledItemDelegate):
    """Paints a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(200), theme.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Suggestion = index.data(_ROLE)
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        draw_ground(painter, area, selected=selected, first=True)
        left = area.left() + theme.px(16)
        if row.icon:
            side = theme.px(18)
            pixmap = icons.pixmap(row.icon, theme.color("text_muted"), side)
            painter.drawPixmap(left, area.center().y() - side // 2, pixmap)
            left += side + theme.px(10)
        if row.lead:
            width = _draw(painter, area, left, row.lead, "base", theme.Weight.SEMIBOLD, "primary")
            left += max(theme.px(_LEAD), width + theme.px(12))
        trail = min(theme.px(_TRAIL), area.width() // 4) if row.trail else 0
        room = area.right() - left - trail - theme.px(12)
        self._two_lines(painter, QRect(left, area.top(), room, area.height()), row)
        if row.trail:
            self._trail(painter, QRect(area.right() - trail, area.top(), trail - theme.px(12), area.height()), row)
        painter.restore()

    def _two_lines(self, painter: QPainter, area: QRect, row: Suggestion) -> None:
        upper = QFontMetrics(theme.font("base", theme.Weight.MEDIUM))
        lower = QFontMetrics(theme.font("small"))
        top = area.top() + (area.height() - upper.height() - lower.height()) // 2
        painter.setFont(theme.font("base", theme.Weight.MEDIUM))
        painter.setPen(theme.color("text"))
        elide = Qt.TextElideMode.ElideRight
        first = QRect(area.left(), top, area.width(), upper.height())
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, upper.elidedText(row.title, elide, area.width()))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text_muted"))
        second = QRect(area.left(), top + upper.height(), area.width(), lower.height())
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, lower.elidedText(row.sub, elide, area.width()))

    def _trail(self, painter: QPainter, area: QRect, row: Suggestion) -> None:
        metrics = QFontMetrics(theme.font("small"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text_muted"))
        fitted = metrics.elidedText(row.trail, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, fitted)


def _draw(painter: QPainter, area: QRect, left: int, text: str, role: str, weight: int, color: str) -> int:
    painter.setFont(theme.font(role, weight))
    painter.setPen(theme.color(color))
    painter.drawText(QRect(left, area.top(), area.width(), area.height()), Qt.AlignmentFlag.AlignVCenter, text)
    return painter.fontMetrics().horizontalAdvance(text)


class Suggestions(QFrame):
    """The list; ``taken(str)`` tells the key of the row that was chosen."""

    taken = Signal(str)

    def __init__(self, line: LineEdit, host: Callable[[], QWidget], name: str) -> None:
        super().__init__(line)  # until it opens, so that it is closed with the line
        self._line, self._host = line, host
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda item: self._take(item))
        self._empty = Label("", color="text_muted", wrap=True)
        self._empty.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._count = Label("", "small", color="text_muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        foot.setSpacing(theme.px(16))
        for hint in (self.tr("↑ ↓ chọn"), self.tr("Enter dùng"), self.tr("Esc đóng")):
            foot.addWidget(Label(hint, "small", color="text_muted"))
        foot.addStretch(1)
        foot.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty)
        column.addWidget(Rule())
        column.addLayout(foot)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(23, 33, 43, 70))
        self.setGraphicsEffect(shadow)
        line.installEventFilter(self)
        self.hide()

    @property
    def rows(self) -> tuple[Suggestion, ...]:
        """What is listed."""
        return tuple(self._list.item(place).data(_ROLE) for place in range(self._list.count()))

    def present(self, rows: tuple[Suggestion, ...], nothing: str, count: str = "") -> None:
        """Open with ``rows``, the first chosen; without rows say ``nothing``."""
        self._list.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(_ROLE, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.lead} {row.title}, {row.sub}")
            self._list.addItem(item)
        self._list.setVisible(bool(rows))
        self._empty.setText(nothing)
        self._empty.setVisible(not rows)
        self._count.setText(count)
        if rows:
            self._list.setCurrentRow(0)
        self._place(len(rows))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steer with the keys typed in the line; close when it loses the focus."""
        if watched is not self._line or not self.isVisible():
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._steer(event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and edge."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("surface"))
            painter.setPen(theme.color("line_strong"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _steer(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._list.count():
            self._take(self._list.currentItem())
            return True
        return False

    def _take(self, item: QListWidgetItem) -> None:
        row: Suggestion = item.data(_ROLE)
        self.hide()
        self.taken.emit(row.key)

    def _place(self, count: int) -> None:
        host = self._host()
        if self.parent() is not host:
            self.setParent(host)
        under = self._line.mapTo(host, QPoint(0, self._line.height() + theme.px(4)))
        foot = QFontMetrics(theme.font("small")).height() + theme.px(12) + 3
        body = theme.px(_ROW) * min(count, _MOST_ROWS) + 2 if count else self._empty.sizeHint().height()
        width = max(self._line.width(), min(theme.px(420), host.width() - theme.px(16)))
        left = max(theme.px(8), min(under.x(), host.width() - width - theme.px(8)))
        height = min(body + foot, host.height() - under.y() - theme.px(8))
        self.setGeometry(left, under.y(), width, height)
        self.show()
        self.raise_()
