"""Which procedure of the field; and who may ask for priority."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.facts import Priority
from ui.hall import Card, Placed, Symbol, rounded
from ui.hall_touch import Touch
from ui.kiosk.page import MARGIN, Caption, Page
from ui.kiosk.views import ProceduresView, ProcedureView
from ui.language import Tongue
from ui.theme import Weight

MOST_PROCEDURES = 6
_GAP = 20.0


class _Arrow(Placed, QWidget):
    """The round arrow at the right end of a line that takes a number."""

    def __init__(self, page: Page, button: Touch, fill: str, ink: str) -> None:
        super().__init__(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ground = Card(self, page.color(fill), None, 0, 36)
        self._arrow = Symbol(self, "arrow-right", page.color(ink))

    def arrange(self, width: float, height: float) -> None:
        """Place the arrow in the middle of its disc."""
        self.put(self._ground, 0, 0, width, height)
        self.put(self._arrow, 10, 10, width - 20, height - 20)


class ProcedureLine(Touch):
    """One procedure: its everyday name and what to bring."""

    def __init__(self, page: Page, view: ProcedureView) -> None:
        bring = ""
        if view.bring:
            bring = page.tongue.translate("Kiosk", "Mang theo: {papers}").format(papers=", ".join(view.bring))
        super().__init__(page, f"{view.name}. {bring}".strip(), page.button_look("plain"))
        self.view = view
        self._name = page.words(view.name, 29, Weight.BOLD, parent=self)
        self._bring = page.words(bring, 21, Weight.MEDIUM, "text_muted", parent=self)
        self._arrow = _Arrow(page, self, "soft", "on_soft")

    def arrange(self, width: float, height: float) -> None:
        """Place name over papers, the arrow at the right."""
        side = 72.0
        room = width - 34 - side - 60
        face = height - 7
        if self._bring.text():
            self.put(self._name, 34, face * 0.08, room, face * 0.46)
            self.put(self._bring, 34, face * 0.54, room, face * 0.38)
        else:
            self.put(self._name, 34, 0, room, face)
        self.put(self._arrow, width - 34 - side, (face - side) / 2, side, side)


class PriorityBox(Touch):
    """A check box as large as a hand."""

    def __init__(self, page: Page, text: str, ticked: bool) -> None:
        super().__init__(page, text, page.button_look("outline"))
        self.setCheckable(True)
        self.setChecked(ticked)
        self._page = page
        self._star = page.symbol("star", "primary", self)
        self._tick = page.symbol("check", "on_primary", self)
        self._tick.setVisible(ticked)
        self._words = page.words(text, 27, Weight.BOLD, "primary", parent=self)
        self.toggled.connect(self._tick.setVisible)

    def arrange(self, width: float, height: float) -> None:
        """Place the box, the star and the words."""
        face = height - 7
        self.put(self._tick, 30, face / 2 - 24, 48, 48)
        self.put(self._star, 106, face / 2 - 25, 50, 50)
        self.put(self._words, 176, 0, width - 200, face)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and its box."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = 52 * self.unit
            top = (self.height() - 7 * self.unit - side) / 2
            box = QRectF(28 * self.unit, top, side, side)
            primary = self._page.color("primary")
            fill = primary if self.isChecked() else self._page.color("surface")
            rounded(painter, box, 8 * self.unit, fill, primary, 4 * self.unit)


class ProceduresPage(Page):
    """At most six procedures in everyday words; not knowing which is an answer too."""

    number_wanted = Signal(str)
    priority_toggled = Signal(bool)
    back_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, view: ProceduresView) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        name = tongue.pick(view.tile.name, view.tile.name_en)
        self._ground = self.ground()
        self._icon = self.symbol(view.tile.icon, "on_soft")
        self._title = self.words(translate("Kiosk", "{field}: việc nào?").format(field=name), 40, Weight.EXTRABOLD)
        self.lines = [ProcedureLine(self, one) for one in view.procedures[:MOST_PROCEDURES]]
        for line in self.lines:
            line.clicked.connect(lambda _=False, chosen=line.view.name: self._choose(chosen))
        unsure = translate("Kiosk", "Không rõ việc nào? Lấy số, cán bộ sẽ hướng dẫn.")
        self.unsure = self.button(unsure, "soft")
        self._unsure_icon = self.symbol("help-circle", "on_call_soft", self.unsure)
        self._unsure_words = self.words(unsure, 28, Weight.BOLD, "on_call_soft", parent=self.unsure)
        self._unsure_arrow = _Arrow(self, self.unsure, "call", "on_call")
        self.unsure.clicked.connect(lambda: self._choose(name))
        self.back = self.button(translate("Kiosk", "Quay lại"), "outline")
        self._back_words = Caption(self, self.back, "arrow-left", translate("Kiosk", "Quay lại"), 27, "primary")
        self.back.clicked.connect(self.back_wanted)
        self.priority = PriorityBox(self, translate("Kiosk", "Tôi được ưu tiên"), view.priority is not None)
        self.priority.clicked.connect(self.priority_toggled)

    def _choose(self, matter: str) -> None:
        self.setEnabled(False)  # a second tap finds nothing to tap
        self.number_wanted.emit(matter)

    def arrange(self, width: float, height: float) -> None:
        """Place the lines in two columns, in portrait in one."""
        upright = height > width
        columns = 1 if upright else 2
        full = width - 2 * MARGIN
        self.put(self._ground, MARGIN, 24, 96, 96)
        self.put(self._icon, MARGIN + 14, 38, 68, 68)
        self.put(self._title, MARGIN + 120, 18, full - 120, 108)
        foot = self.touch
        rows = max(1, -(-len(self.lines) // columns))
        top = 140.0
        room = height - top - 120 - foot - 62
        tall = min((room - _GAP * rows) / rows, 230.0)
        wide = (full - _GAP * (columns - 1)) / columns
        for index, line in enumerate(self.lines):
            row, column = divmod(index, columns)
            self.put(line, MARGIN + column * (wide + _GAP), top + row * (tall + _GAP), wide, tall)
        y = top + rows * (tall + _GAP)
        self.put(self.unsure, MARGIN, y, full, 120)
        self.put(self._unsure_icon, 34, 20, 74, 74)
        self.put(self._unsure_words, 142, 0, full - 280, 113)
        self.put(self._unsure_arrow, full - 106, 20, 72, 72)
        y = height - foot - 42
        back = 300.0 if upright else 360.0
        self.put(self.back, MARGIN, y, back, foot)
        self.put(self._back_words, 0, 0, back, foot - 7)
        self.put(self.priority, MARGIN + back + 32, y, full - back - 32 if upright else 760, foot)
        if upright:
            self.put(self.time_words, MARGIN, height - 42, full, 40)
        else:
            self.put(self.time_words, MARGIN + back + 812, y, full - back - 812, foot - 7)


_PRIORITY_ICONS = {
    Priority.ELDERLY: "old",
    Priority.DISABLED: "wheelchair",
    Priority.PREGNANT: "heart-handshake",
    Priority.SMALL_CHILD: "baby-carriage",
    Priority.MERIT: "medal",
}


class PriorityPage(Page):
    """Who is served first, in plain words; nobody is asked to prove it here."""

    priority_chosen = Signal(object)
    back_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, chosen: Priority | None = None) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._title = self.words(translate("Kiosk", "Vì sao ông/bà được ưu tiên?"), 44, Weight.EXTRABOLD)
        hint = translate("Kiosk", "Chạm vào một ô. Không cần giấy tờ ở máy này.")
        self._hint = self.words(hint, 24, Weight.MEDIUM, "text_muted")
        names = {
            Priority.ELDERLY: translate("Kiosk", "Tôi cao tuổi"),
            Priority.DISABLED: translate("Kiosk", "Tôi là người khuyết tật"),
            Priority.PREGNANT: translate("Kiosk", "Tôi đang mang thai"),
            Priority.SMALL_CHILD: translate("Kiosk", "Tôi có con nhỏ đi cùng"),
            Priority.MERIT: translate("Kiosk", "Tôi là người có công"),
        }
        self.choices: dict[Priority | None, Touch] = {}
        self._parts: list[tuple[Touch, Card, Symbol, Placed]] = []
        for priority, name in names.items():
            self._add(priority, name, _PRIORITY_ICONS[priority], lit=priority is chosen)
        self._add(None, translate("Kiosk", "Không ưu tiên"), "user", lit=False)
        self.back = self.button(translate("Kiosk", "Quay lại"), "outline")
        self._back_words = Caption(self, self.back, "arrow-left", translate("Kiosk", "Quay lại"), 27, "primary")
        self.back.clicked.connect(self.back_wanted)

    def _add(self, priority: Priority | None, name: str, icon: str, lit: bool) -> None:
        button = self.button(name, "outline" if lit else "plain")
        words = self.words(name, 29, Weight.BOLD, parent=button)
        self._parts.append((button, self.ground(button), self.symbol(icon, "on_soft", button), words))
        button.clicked.connect(lambda: self.priority_chosen.emit(priority))
        self.choices[priority] = button

    def arrange(self, width: float, height: float) -> None:
        """Place the six answers in two columns, in portrait in one."""
        upright = height > width
        columns = 1 if upright else 2
        full = width - 2 * MARGIN
        self.put(self._title, MARGIN, 20, full, 96)
        self.put(self._hint, MARGIN, 112, full, 54)
        rows = -(-len(self._parts) // columns)
        top = 190.0
        tall = min((height - top - self.touch - 70) / rows - _GAP, 190.0)
        wide = (full - _GAP * (columns - 1)) / columns
        for index, (button, ground, icon, words) in enumerate(self._parts):
            row, column = divmod(index, columns)
            self.put(button, MARGIN + column * (wide + _GAP), top + row * (tall + _GAP), wide, tall)
            middle = (tall - 7) / 2
            self.put(ground, 30, middle - 50, 100, 100)
            self.put(icon, 46, middle - 34, 68, 68)
            self.put(words, 164, 0, wide - 190, tall - 7)
        y = height - self.touch - 40
        self.put(self.back, MARGIN, y, 360, self.touch)
        self.put(self._back_words, 0, 0, 360, self.touch - 7)
        self.put(self.time_words, MARGIN + 400, y, full - 400, self.touch - 7)
