"""The head of every kiosk page: the office, what helps to read, the clock; in portrait the helps are at the foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.hall import RIGHT, Card, Symbol, Words
from ui.hall_figures import Digits
from ui.hall_office import CENTRE_NAME, office_lines
from ui.hall_touch import Touch, TouchLook
from ui.kiosk.page import MARGIN, Page
from ui.kiosk.views import HeaderView
from ui.language import Tongue
from ui.theme import Weight


class Helps(Page):
    """Three buttons: listen, contrast, language."""

    listen_wanted = Signal()
    contrast_wanted = Signal()
    language_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, sound: bool, upright: bool) -> None:
        super().__init__(parent, tongue, contrast)
        self._upright = upright
        translate = tongue.translate
        specs = [
            ("volume", translate("Kiosk", "Nghe đọc"), self.listen_wanted),
            ("contrast", translate("Kiosk", "Tương phản"), self.contrast_wanted),
            ("language", translate("Kiosk", "English"), self.language_wanted),
        ]
        self.buttons: list[Touch] = []
        self._parts: list[tuple[Symbol, Words]] = []
        for icon, name, signal in specs if sound else specs[1:]:
            lit = icon == "contrast" and contrast
            button = Touch(self, name, self._look_of(lit), radius=14)
            ink = self._ink(lit)
            self._parts.append(
                (self.symbol(icon, ink, button), self.words(name, 20, Weight.SEMIBOLD, ink, parent=button))
            )
            button.clicked.connect(signal)
            self.buttons.append(button)

    def _ink(self, lit: bool) -> str:
        if lit:
            return "on_primary"
        return "primary" if self._upright and not self.contrast else "on_header"

    def _look_of(self, lit: bool) -> TouchLook:
        if lit:
            return TouchLook(self.color("primary"), self.color("primary"), self.color("on_header"), 3, flat=True)
        if self._upright and not self.contrast:
            return TouchLook(self.color("surface"), self.color("primary"), self.color("primary"), 3, flat=True)
        thick = 3 if self.contrast else 2
        return TouchLook(
            self.color("header_button"), self.color("header_line"), self.color("header_line"), thick, flat=True
        )

    def wide(self) -> float:
        """Return the width of the row, in design units."""
        return sum(self._width(text) + 16 for _, text in self._parts) - 16

    def _width(self, text: Words) -> float:
        return 78 + self.points_wide(text.text(), 20, Weight.SEMIBOLD) + 26

    def arrange(self, width: float, height: float) -> None:
        """Place the buttons: side by side, or three equal ones in portrait."""
        left = 0.0
        count = len(self.buttons)
        for button, (icon, text) in zip(self.buttons, self._parts, strict=True):
            wide = (width - 24 * (count - 1)) / count if self._upright else self._width(text)
            self.put(button, left, 0, wide, height)
            inner = self._width(text) - 48
            start = (wide - inner) / 2 if self._upright else 22
            self.put(icon, start, height / 2 - 22, 44, 44)
            self.put(text, start + 56, 0, wide - start - 56 - 8, height)
            left += wide + (24 if self._upright else 16)


class Header(Page):
    """Office, helps (in landscape), clock and date."""

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, view: HeaderView) -> None:
        super().__init__(parent, tongue, contrast)
        first, second = office_lines(view.office)
        if first.casefold() == CENTRE_NAME.casefold():
            first = tongue.translate("Kiosk", "Trung tâm Phục vụ hành chính công")
        self._badge = Card(self, self.color("on_header"), None, 0, 46)
        self._symbol = self.symbol("building-bank", "header")
        self._office = self.words(first.upper(), 20, Weight.BOLD, "on_header", wrap=False)
        self._place = self.words(second.upper(), 20, Weight.MEDIUM, "on_header", wrap=False)
        self._clock = Digits(self, "", 34, Weight.BOLD, self.color("on_header"), RIGHT)
        self._date = self.words("", 19, Weight.MEDIUM, "on_header", Qt.AlignmentFlag.AlignRight, wrap=False)
        self.helps: Helps | None = None
        self.show_view(view)

    def show_view(self, view: HeaderView) -> None:
        """Show the time."""
        self._clock.say(f"{view.now:%H:%M}")
        self._date.say(self.tongue.long_date(view.now.date()))

    def adopt(self, helps: Helps | None) -> None:
        """Take the helps into the row (landscape), or leave them to the foot."""
        self.helps = helps

    def arrange(self, width: float, height: float) -> None:
        """Place the row."""
        middle = height / 2
        self.put(self._badge, MARGIN, middle - 46, 92, 92)
        self.put(self._symbol, MARGIN + 15, middle - 32, 62, 62)
        right = width - MARGIN
        clock = 310.0
        self.put(self._clock, right - 300, middle - 52, 300, 64)
        self.put(self._date, right - 330, middle + 8, 330, 44)
        if self.helps:
            self.helps.unit, self.helps.dots = self.unit, self.dots  # it is measured before it is placed
            wide = self.helps.wide()
            clock += wide + 20
            self.put(self.helps, right - 304 - wide - 20, 20, wide, height - 40)
        room = right - clock - 164 - 16
        self.put(self._office, 164, middle - 48, room, 48)
        self.put(self._place, 164, middle + 2, room, 46)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the band; in high contrast it ends in a line."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.color("header"))
            if self.contrast:
                thick = max(1, round(4 * self.unit))
                painter.fillRect(0, self.height() - thick, self.width(), thick, self.color("line"))
