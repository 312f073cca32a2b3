"""The first page: one question, eight fields, two lanes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.facts import Priority
from ui.hall import CENTRE, LEFT
from ui.hall_touch import Touch
from ui.kiosk.page import GAP, MARGIN, Page
from ui.kiosk.views import HomeView, TileView
from ui.kiosk.waits import range_words
from ui.language import Tongue
from ui.theme import Weight

MOST_TILES = 8


class FieldTile(Touch):
    """One field: its icon, how many wait and how long, its name; or that today's numbers are given out."""

    def __init__(self, page: Page, view: TileView) -> None:
        super().__init__(page, "", page.button_look("plain"))
        self._page, self.field = page, view.group
        self._ground = page.ground(self)
        self._icon = page.symbol(view.icon, "on_soft", self)
        self._name = page.words(broken(page.tongue.pick(view.name, view.name_en)), 27, Weight.BOLD, parent=self)
        self.waiting = page.words("", 20, Weight.MEDIUM, "text_muted", parent=self)
        self.wait = page.words("", 20, Weight.BOLD, "text", parent=self)
        self.show_view(view)

    def show_view(self, view: TileView) -> None:
        """Say how many wait and how long; nothing while it is not known."""
        text = waiting_words(self._page.tongue, view)
        free = _is_free(view)
        self.waiting.weight = Weight.SEMIBOLD if free or view.used else Weight.MEDIUM
        self.waiting.paint_in(self._page.color("success" if free else "text_muted"))
        wait = range_words(self._page.tongue, view.wait) if view.wait and not free and not view.used else ""
        told = bool(wait) != bool(self.wait.text())
        self.waiting.say(text)
        self.wait.say(wait)
        if told and self.placed:
            self.arrange(self.width() / self.unit, self.height() / self.unit)
        name = self._name.text()
        self.setAccessibleName(" ".join(f"{name} {text} {wait}".split()))

    def arrange(self, width: float, height: float) -> None:
        """Place the parts."""
        side = min(92.0, height * 0.36)
        self.put(self._ground, 24, 24, side, side)
        self.put(self._icon, 24 + side * 0.15, 24 + side * 0.15, side * 0.7, side * 0.7)
        left, room = 24 + side + 22, width - side - 64
        if self.wait.text():
            self.put(self.waiting, left, 20, room, side * 0.5 + 4)
            self.put(self.wait, left, 24 + side * 0.5, room, side * 0.5 + 4)
        else:
            self.put(self.waiting, left, 24, room, side)
            self.put(self.wait, left, 24, room, 0)
        top = 24 + side + 8
        self.put(self._name, 24, top, width - 44, height - top - 18)


class Lane(Touch):
    """A wide button of two lines."""

    def __init__(self, page: Page, kind: str, icon: str, title: str, detail: str) -> None:
        super().__init__(page, f"{title}. {detail}".replace("\n", " "), page.button_look(kind))
        ink = "on_call" if kind == "call" else page.on_primary
        self._icon = page.symbol(icon, ink, self)
        self._title = page.words(title, 28, Weight.BOLD, ink, parent=self)
        self._detail = page.words(detail, 20, Weight.MEDIUM, ink, parent=self)

    def arrange(self, width: float, height: float) -> None:
        """Place the icon left of the two lines."""
        self.put(self._icon, 34, height / 2 - 51, 96, 96)
        lines = self._detail.text().count("\n") + 1
        top = (height - 7 - 54 - 38 * lines) / 2
        self.put(self._title, 160, top - 4, width - 190, 58)
        self.put(self._detail, 160, top + 54, width - 190, 40 * lines)


class HomePage(Page):
    """What does the citizen need?"""

    group_chosen = Signal(str)
    result_wanted = Signal()
    priority_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, view: HomeView) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._question = self.words(translate("Kiosk", "Ông/bà cần làm việc gì?"), 44, Weight.EXTRABOLD)
        warns = view.lost_since is not None
        weight, ink = (Weight.BOLD, "text") if warns else (Weight.MEDIUM, "text_muted")
        self.hint = self.words(_hint(tongue, view), 24, weight, ink)
        self._warning = self.symbol("wifi-off" if warns else "id", "text" if warns else "primary")
        self._warning.setVisible(warns or view.by_card)
        self.tiles = [FieldTile(self, tile) for tile in view.tiles[:MOST_TILES]]
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, group=tile.field: self.group_chosen.emit(group))
        self.result_lane = Lane(
            self,
            "call",
            "qrcode",
            translate("Kiosk", "Tôi đến nhận kết quả"),
            translate("Kiosk", "Đưa giấy hẹn hoặc căn cước vào máy quét"),
        )
        self.result_lane.clicked.connect(self.result_wanted)
        self.priority_lane = self._priority_lane(view.priority)
        self.priority_lane.clicked.connect(self.priority_wanted)

    def _priority_lane(self, priority: Priority | None) -> Lane:
        translate = self.tongue.translate
        if priority is not None:
            title = translate("Kiosk", "Số của ông/bà sẽ được ưu tiên")
            return Lane(self, "primary", "star-filled", title, translate("Kiosk", "Chạm vào đây để đổi"))
        detail = translate("Kiosk", "Cao tuổi · khuyết tật · mang thai\ncó con nhỏ · người có công")
        return Lane(self, "primary", "star", translate("Kiosk", "Tôi được ưu tiên"), detail)

    def show_tiles(self, tiles: tuple[TileView, ...]) -> None:
        """Bring the counts up to date in place: a finger may be on a tile."""
        views = {one.group: one for one in tiles}
        for tile in self.tiles:
            tile.show_view(views[tile.field])

    def arrange(self, width: float, height: float) -> None:
        """Place the tiles: four by two, or two by four in portrait."""
        upright = height > width
        columns = 2 if upright else 4
        gap = 20.0 if upright else float(GAP)
        top = 178.0 if upright else 118.0
        self._place_question(width, upright)
        lane = 160.0 if upright else 190.0
        lanes = 2 * lane + gap if upright else lane
        rows = max(1, -(-len(self.tiles) // columns))
        room = height - top - lanes - 22 - (14 if not upright else 6)
        tall = min((room - gap * rows) / rows, 420.0)
        wide = (width - 2 * MARGIN - gap * (columns - 1)) / columns
        for index, tile in enumerate(self.tiles):
            row, column = divmod(index, columns)
            self.put(tile, MARGIN + column * (wide + gap), top + row * (tall + gap), wide, tall)
        self._place_lanes(width, height - lanes - 22, lane, gap, upright)

    def show_time(self, seconds: int | None) -> None:
        """Say when the page begins anew; the hint makes room for it."""
        told = bool(self.time_words.text())
        super().show_time(seconds)
        if self.placed and told is not bool(self.time_words.text()):
            self._place_question(self.width() / self.unit, self.height() > self.width())

    def _place_question(self, width: float, upright: bool) -> None:
        align = CENTRE if upright else LEFT
        for words in (self._question, self.hint):
            words.setAlignment(align)
        marked = 76.0 if not self._warning.isHidden() else 0.0
        if upright:
            self.put(self._question, MARGIN, 22, width - 2 * MARGIN, 92)
            room = width - 2 * MARGIN - 2 * marked
            self.put(self.hint, MARGIN + marked, 106, room, 66)
            told = min(room, self.points_wide(self.hint.text(), self.hint.points, self.hint.weight))
            self.put(self._warning, (width - told) / 2 - marked, 112, 54, 54)
            self.put(self.time_words, 0, 0, 0, 0)
            return
        asked = min(self.points_wide(self._question.text(), 44, Weight.EXTRABOLD) + 8, width * 0.6)
        self.put(self._question, MARGIN, 12, asked, 96)
        left = MARGIN + asked + 36
        self.put(self._warning, left, 36, 56, 56)
        timed = bool(self.time_words.text())
        self.hint.setWordWrap(timed)
        room = width - left - marked - MARGIN - (400 if timed else 0)
        self.put(self.hint, left + marked, 20, room, 88)
        self.put(self.time_words, width - MARGIN - 480, 20, 480, 88)

    def _place_lanes(self, width: float, top: float, lane: float, gap: float, upright: bool) -> None:
        full = width - 2 * MARGIN
        if upright:
            self.put(self.result_lane, MARGIN, top, full, lane)
            self.put(self.priority_lane, MARGIN, top + lane + gap, full, lane)
            return
        half = (full - gap) / 2
        self.put(self.result_lane, MARGIN, top, half, lane)
        self.put(self.priority_lane, MARGIN + half + gap, top, half, lane)


def waiting_words(tongue: Tongue, view: TileView) -> str:
    """Return how many wait for a field; empty while it is not known."""
    translate = tongue.translate
    if view.used:
        return translate("Kiosk", "Hôm nay đã hết số")
    if view.waiting is None:
        return ""
    if _is_free(view):
        return translate("Kiosk", "Không phải chờ")
    if not view.waiting:
        return translate("Kiosk", "Chưa ai chờ việc này")
    if view.waiting == 1:
        return translate("Kiosk", "1 người đang chờ")
    return translate("Kiosk", "{count} người đang chờ").format(count=view.waiting)


def _is_free(view: TileView) -> bool:
    """Whether one is called at once: nobody waits for this field, nor for the others that its desks serve."""
    return view.waiting == 0 and not view.used and not (view.wait and view.wait.likely)


def _hint(tongue: Tongue, view: HomeView) -> str:
    translate = tongue.translate
    if view.lost_since:
        words = translate("Kiosk", "Mất kết nối từ {time}. Mời ông/bà đến quầy hướng dẫn.")
        return words.format(time=f"{view.lost_since:%H:%M}")
    if view.by_card:
        return translate("Kiosk", "Đã đọc thẻ căn cước. Chạm vào một ô để lấy số.")
    return translate("Kiosk", "Chạm vào một ô để lấy số.")


def broken(name: str) -> str:
    """Break a name by meaning: after its last comma that leaves both lines short."""
    if len(name) <= 20 or ", " not in name:
        return name
    cuts = [place for place in range(len(name)) if name.startswith(", ", place)]
    best = min(cuts, key=lambda cut: max(cut + 1, len(name) - cut - 2))
    return f"{name[: best + 1]}\n{name[best + 2 :]}"
