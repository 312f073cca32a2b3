"""A button that says its act, with an icon and the cap of its key; shorter words where there is no room."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.components import key_cap

_ICON = 18
_GAP = 6
_PADDING = 9
_RADIUS = 6
_FADED = 0.45


class Kind(StrEnum):
    """How much a button asks for attention; one PRIMARY a page, CALL for F2 alone."""

    PLAIN = "plain"
    PRIMARY = "primary"
    CALL = "call"
    QUIET = "quiet"
    DANGER = "danger"


class KeyButton(QPushButton):
    """A push button painted by the theme; the key is part of its accessible name."""

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        key: str = "",
        kind: Kind = Kind.PLAIN,
        height: int = 32,
        weight: int = theme.Weight.MEDIUM,
        short: tuple[str, ...] = (),
        name: str = "",
        spread: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._key, self._kind, self._height, self._weight = icon, key, kind, height, weight
        self._short, self._name, self._spread = short, name, spread
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tell()

    @property
    def key(self) -> str:
        """The key on its cap."""
        return self._key

    def set_words(self, text: str, *short: str, icon: str | None = None) -> None:
        """Say something else; ``short`` are shorter wordings, longest first."""
        self._short = short
        if icon is not None:
            self._icon = icon
        if text != self.text():
            self.setText(text)
        self._tell()
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Stand for another key."""
        if key != self._key:
            self._key = key
            self._tell()
            self.updateGeometry()
            self.update()

    def set_name(self, name: str) -> None:
        """Be called something else by screen readers and in the tooltip."""
        self._name = name
        self._tell()

    def set_kind(self, kind: Kind) -> None:
        """Ask for more or less attention."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for all the words."""
        return QSize(self._width_for(self.text()), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Accept the shortest words."""
        shortest = self._short[-1] if self._short else self.text()
        return QSize(self._width_for(shortest), theme.px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does; Qt has that in dialogs only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, words and cap."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self.isEnabled():
                painter.setOpacity(_FADED)
            self._draw_ground(painter)
            self._draw_words(painter)

    def _tell(self) -> None:
        words = self._name or self.text()
        self.setAccessibleName(f"{words} ({self._key})" if self._key else words)
        if self._name:
            self.setToolTip(self.accessibleName())

    def _draw_ground(self, painter: QPainter) -> None:
        ground, edge = self._ground()
        focused = self.hasFocus()
        width = theme.tokens()["focus_ring"] if focused else 1
        if focused:
            edge = theme.color("text" if self._kind in (Kind.PRIMARY, Kind.CALL) else "primary")
        painter.setPen(QPen(edge, width) if edge.alpha() else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)

    def _ground(self) -> tuple[QColor, QColor]:
        clear = QColor(0, 0, 0, 0)
        over = self.underMouse() and self.isEnabled() or self.isDown()
        if self.isCheckable() and self.isChecked():
            return theme.color("primary_soft"), theme.color("primary")
        match self._kind:
            case Kind.PRIMARY:
                color = theme.color("primary_hover" if over else "primary")
                return color, color
            case Kind.CALL:
                return theme.color("call"), theme.color("call")
            case Kind.QUIET:
                return theme.color("primary_soft") if over else clear, clear
            case Kind.DANGER:
                return theme.color("danger_soft") if over else clear, clear
            case _:
                return theme.color("surface_alt" if over else "surface"), theme.color("line_strong")

    def _inks(self) -> tuple[QColor, QColor, QColor]:
        """Return the colours of words, icon and the cap's edge."""
        ink = theme.color(_INKS[self._kind])
        if self.isCheckable() and self.isChecked():
            ink = theme.color("primary")
        if self._kind in (Kind.PRIMARY, Kind.CALL):
            edge = QColor(ink)
            edge.setAlphaF(1.0 if theme.look().contrast else 0.55)
            return ink, ink, edge
        muted = theme.color("text_muted")
        return ink, muted if self._kind is Kind.PLAIN else ink, theme.color("line_strong")

    def _draw_words(self, painter: QPainter) -> None:
        ink, icon_ink, edge = self._inks()
        words = self._fitted()
        middle = self.height() / 2
        left = float(self._left(words))
        if self._icon:
            side = theme.px(_ICON)
            painter.drawPixmap(QPointF(left, middle - side / 2), icons.pixmap(self._icon, icon_ink, side))
            left += side + theme.px(_GAP)
        painter.setFont(theme.font("base", self._weight))
        painter.setPen(ink)
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self._key:
            width, height = key_cap.cap_width(self._key), theme.px(key_cap.HEIGHT)
            right = self.width() - theme.px(7) - width
            cap_ink = ink if self._kind in (Kind.PRIMARY, Kind.CALL) else theme.color("text_muted")
            key_cap.draw_cap(painter, QRectF(right, middle - height / 2, width, height), self._key, cap_ink, edge)

    def _left(self, words: str) -> int:
        """Return where the first thing stands: at the left beside a cap, else in the middle."""
        if self._key and self._spread:
            return theme.px(_PADDING)
        return max(
            theme.px(_PADDING if words else 0), (self.width() - self._width_for(words)) // 2 + theme.px(_PADDING)
        )

    def _fitted(self) -> str:
        for words in (self.text(), *self._short):
            if self._width_for(words) <= self.width():
                return words
        return self._short[-1] if self._short else self.text()

    def _width_for(self, words: str) -> int:
        metrics = QFontMetrics(theme.font("base", self._weight))
        width = 2 * theme.px(_PADDING) + 2
        parts = 0
        if self._icon:
            width += theme.px(_ICON)
            parts += 1
        if words:
            width += metrics.horizontalAdvance(words)
            parts += 1
        if self._key:
            width += key_cap.cap_width(self._key) - theme.px(2)
            parts += 1
        return width + theme.px(_GAP) * max(0, parts - 1)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_INKS = {
    Kind.PLAIN: "text",
    Kind.PRIMARY: "text_on_primary",
    Kind.CALL: "text_on_call",
    Kind.QUIET: "primary",
    Kind.DANGER: "danger",
}
