"""The making of kiosk pages: their palette, words and buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.hall import LEFT, Card, Placed, Symbol, Words
from ui.hall_touch import Touch, TouchLook
from ui.language import Tongue
from ui.theme import Weight

MARGIN = 48
GAP = 24


class Page(Placed, QWidget):
    """One page of the kiosk, made anew when the language or the contrast changes."""

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool = False) -> None:
        super().__init__(parent)
        self.tongue, self.contrast = tongue, contrast
        self.touch = 112.0
        self.time_words = self.words("", 20, Weight.MEDIUM, "text_muted", Qt.AlignmentFlag.AlignRight)

    def color(self, name: str) -> QColor:
        """Return a colour of the kiosk's palette."""
        return theme.color(f"{'kiosk_contrast' if self.contrast else 'kiosk'}.{name}")

    def words(
        self,
        text: str,
        points: float,
        weight: int = Weight.MEDIUM,
        color: str = "text",
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
        wrap: bool = True,
    ) -> Words:
        """Return a text of the page, or of one of its buttons."""
        align = align if align & Qt.AlignmentFlag.AlignVertical_Mask else align | Qt.AlignmentFlag.AlignVCenter
        return Words(parent or self, text, points, weight, self.color(color), align, wrap)

    def symbol(self, name: str, color: str, parent: QWidget | None = None) -> Symbol:
        """Return an icon."""
        return Symbol(parent or self, name, self.color(color))

    def card(self, fill: str = "surface", border: str | None = "line", thick: float = 2, radius: float = 18) -> Card:
        """Return a ground that nobody touches."""
        return Card(self, self.color(fill), self.color(border) if border else None, thick, radius)

    def ground(self, parent: QWidget | None = None) -> Card:
        """Return the soft ground of an icon."""
        return Card(parent or self, self.color("soft"), None, 0, 20)

    def button(self, name: str, kind: str = "plain") -> Touch:
        """Return a button of a kind: ``plain``, ``primary``, ``call`` (amber), ``soft`` (pale amber)."""
        return Touch(self, name, self.button_look(kind))

    def button_look(self, kind: str) -> TouchLook:
        """Return the look of a kind of button."""
        flat, plain = self.contrast, 5 if self.contrast else 2
        surface, primary, amber = self.color("surface"), self.color("primary"), self.color("call_dark")
        looks = {
            "plain": TouchLook(surface, primary, self.color("line"), plain, flat=flat),
            "outline": TouchLook(surface, primary, primary, plain + 1, flat=flat),
            "primary": TouchLook(primary, self.color("primary_dark")),
            "call": TouchLook(self.color("call"), amber, flat=flat),
            "soft": TouchLook(self.color("call_soft"), amber, amber, 3, flat=flat),
        }
        if kind == "primary" and self.contrast:
            return TouchLook(surface, primary, primary, 6, flat=True)
        return looks[kind]

    @property
    def on_primary(self) -> str:
        """The ink of a primary button."""
        return "primary" if self.contrast else "on_primary"

    def show_time(self, seconds: int | None) -> None:
        """Say when the page goes home."""
        text = ""
        if seconds is not None:
            text = self.tongue.translate("Kiosk", "Tự về trang đầu sau {seconds} giây").format(seconds=seconds)
        self.time_words.say(text)


class Caption(Placed, QWidget):
    """An icon and a short text in the middle of a button."""

    def __init__(self, page: Page, button: Touch, icon: str, text: str, points: float, color: str) -> None:
        super().__init__(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._points = points
        self._icon = Symbol(self, icon, page.color(color)) if icon else None
        self._text = Words(self, text, points, Weight.BOLD, page.color(color), LEFT)

    def arrange(self, width: float, height: float) -> None:
        """Place both so that together they are in the middle."""
        side = min(self._points * 1.9, height) if self._icon else 0.0
        gap = 16.0 if self._icon else 0.0
        text = min(self.points_wide(self._text.text(), self._points, Weight.BOLD) + 4, width - side - gap - 24)
        left = (width - side - gap - text) / 2
        if self._icon:
            self.put(self._icon, left, (height - side) / 2, side, side)
        self.put(self._text, left + side + gap, 0, text, height)
