"""A list to choose one thing from: arrows, the number before a row or a click choose, Enter takes."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons, theme
from ui.components import key_cap

_ROW, _HEAD = 34, 26
_DIGITS = 9
_FEWEST = 3
_FADED = 0.45
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: ``trail`` stands at the right; ``key`` is a key of the window that does the same; ``head`` above it."""

    id: str
    text: str
    trail: str = ""
    icon: str = ""
    key: str = ""
    head: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class _Row:
    choice: Choice
    digit: int


class _Delegate(QStyledItemDelegate):
    """Paints a row, or a head."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(120), theme.px(_ROW if isinstance(index.data(_ROLE), _Row) else _HEAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, area = index.data(_ROLE), option.rect
        painter.save()
        if isinstance(row, _Row):
            self._row(painter, area, row, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        else:
            painter.setFont(theme.font("small", theme.Weight.SEMIBOLD))
            painter.setPen(theme.color("text_muted"))
            below = area.adjusted(theme.px(6), 0, 0, -theme.px(3))
            painter.drawText(below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, str(row))
        painter.restore()

    def _row(self, painter: QPainter, area: QRect, row: _Row, *, chosen: bool) -> None:
        choice = row.choice
        painter.fillRect(area, theme.color("primary_soft" if chosen else "surface"))
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.color("primary"))
        if not choice.enabled:
            painter.setOpacity(_FADED)
        left = area.left() + theme.px(8)
        if row.digit:
            left += self._cap(painter, area, left, str(row.digit)) + theme.px(8)
        if choice.icon:
            side = theme.px(18)
            middle = area.center().y() - side // 2
            painter.drawPixmap(left, middle, icons.pixmap(choice.icon, theme.color("text_muted"), side))
            left += side + theme.px(8)
        right = area.right() - theme.px(8)
        if choice.key:
            right -= key_cap.cap_width(choice.key)
            self._cap(painter, area, right, choice.key)
            right -= theme.px(6)
        if choice.trail:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text_muted"))
            width = painter.fontMetrics().horizontalAdvance(choice.trail)
            painter.drawText(QRect(right - width, area.top(), width, area.height()), _MIDDLE, choice.trail)
            right -= width + theme.px(6)
        painter.setFont(theme.font("base", theme.Weight.MEDIUM))
        painter.setPen(theme.color("text"))
        room = QRect(left, area.top(), max(0, right - left), area.height())
        said = painter.fontMetrics().elidedText(choice.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, said)

    def _cap(self, painter: QPainter, area: QRect, left: int, key: str) -> int:
        width, height = key_cap.cap_width(key), theme.px(key_cap.HEIGHT)
        place = QRect(left, area.center().y() - height // 2, width, height)
        key_cap.draw_cap(painter, place.toRectF(), key, theme.color("text_muted"), theme.color("line_strong"))
        return width


class ChoiceList(QListWidget):
    """The list; ``taken()`` tells that Enter took the choice, ``picked()`` that a click or its number chose it."""

    taken = Signal()
    picked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(lambda: self.picked.emit() if self.current else None)

    @property
    def current(self) -> str:
        """The id of the choice that the bar is on, or nothing."""
        row = self.currentIndex().data(_ROLE)
        return row.choice.id if isinstance(row, _Row) and row.choice.enabled else ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be chosen."""
        return tuple(row.choice for row in self._rows().values())

    def present(self, choices: tuple[Choice, ...]) -> None:
        """List ``choices``, the first that may be taken chosen; the first nine have a number."""
        before = self.current
        self.clear()
        head = ""
        for digit, choice in enumerate(choices, 1):
            if choice.head and choice.head != head:
                head = choice.head
                above = QListWidgetItem(head, self)
                above.setData(_ROLE, head)
                above.setFlags(Qt.ItemFlag.NoItemFlags)
            item = QListWidgetItem(choice.text, self)
            item.setData(_ROLE, _Row(choice, digit if digit <= _DIGITS else 0))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(filter(None, (choice.text, choice.trail))))
            if not choice.enabled:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._choose(before)
        rows = sum(self.sizeHintForRow(place) for place in range(self.count()))
        self.setMaximumHeight(rows + 2)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for a few rows; a layout gives as many as there is room for, and the rest scrolls."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Accept a few rows."""
        fewest = min(self.count(), _FEWEST) * max(theme.px(_ROW), QFontMetrics(self.font()).height())
        return QSize(theme.px(120), fewest + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer; what is not the list's goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if self.current:
                self.taken.emit()
            event.accept()
            return
        digit = event.text()
        if digit.isdecimal() and not event.modifiers() & ~_KEYPAD:
            for place, row in self._rows().items():
                if row.digit == int(digit) and row.choice.enabled:
                    self.setCurrentRow(place)
                    self.picked.emit()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _rows(self) -> dict[int, _Row]:
        found = {place: self.item(place).data(_ROLE) for place in range(self.count())}
        return {place: row for place, row in found.items() if isinstance(row, _Row)}

    def _choose(self, id_: str) -> None:
        able = {row.choice.id: place for place, row in self._rows().items() if row.choice.enabled}
        if able:
            self.setCurrentRow(able.get(id_, next(iter(able.values()))))


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
