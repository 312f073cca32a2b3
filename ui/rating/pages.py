"""The pages of the rating screen: idle, question, reasons, thanks."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from counter_app.domain.ratings import scores_of_levels
from ui import theme
from ui.hall import CENTRE, LEFT, RIGHT, Card, Drawing, Placed, Symbol, Words, rounded
from ui.hall_figures import Digits
from ui.hall_touch import Touch, TouchLook
from ui.rating.faces import Face, answer_words
from ui.rating.views import PlaceView
from ui.theme import Weight

_EDGE = 40.0
_FOOT = 132.0
_BAR = 12.0
_THREE = 3


def tint(name: str) -> QColor:
    """Return a colour of the kiosk's palette, which the rating screen shares."""
    return theme.color(f"kiosk.{name}")


def touch_look(kind: str) -> TouchLook:
    """Return the look of a button: ``plain``, ``outline``, ``primary``."""
    if kind == "primary":
        return TouchLook(tint("primary"), tint("primary_dark"))
    thick = 3 if kind == "outline" else 2
    return TouchLook(tint("surface"), tint("primary"), tint("primary" if kind == "outline" else "line"), thick)


class RatingPage(Placed, QWidget):
    """One page of the rating screen."""

    def words(
        self,
        text: str,
        points: float,
        weight: int = Weight.MEDIUM,
        color: str = "text",
        align: Qt.AlignmentFlag = LEFT,
        parent: QWidget | None = None,
        wrap: bool = False,
    ) -> Words:
        """Return a text."""
        return Words(parent or self, text, points, weight, tint(color), align, wrap)


def draw_person(painter: QPainter, width: float, height: float) -> None:
    """Draw the outline of a person in a disc: the place of the officer's picture."""
    radius = min(width, height) / 2
    centre = QPointF(width / 2, height / 2)
    line = max(2.0, radius * 0.03)
    painter.setPen(QPen(tint("primary"), line))
    painter.setBrush(tint("soft"))
    painter.drawEllipse(centre, radius - line, radius - line)
    clip = QPainterPath()
    clip.addEllipse(centre, radius * 0.94, radius * 0.94)
    painter.setClipPath(clip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint("figure"))
    painter.drawEllipse(centre - QPointF(0, radius * 0.2), radius * 0.34, radius * 0.34)
    painter.drawEllipse(centre + QPointF(0, radius * 0.86), radius * 0.66, radius * 0.66)


class Band(RatingPage):
    """The officer and the number, above the question."""

    def __init__(self, parent: QWidget, view: PlaceView) -> None:
        super().__init__(parent)
        self._ground = Card(self, tint("header"), None, 0, 0)
        self._person = Drawing(self, draw_person)
        self._officer = self.words(view.officer, 20, Weight.BOLD, "on_header")
        self._title = self.words(view.title, 18, Weight.MEDIUM, "on_header")
        desk = self.tr("Quầy {desk}").format(desk=view.desk)
        self._desk = self.words(desk, 20, Weight.BOLD, "on_header", RIGHT)
        label = self.tr("Số {label}").format(label=view.label) if view.label else ""
        self._label = self.words(label, 18, Weight.MEDIUM, "on_header", RIGHT)

    def arrange(self, width: float, height: float) -> None:
        """Place the officer left, the desk right."""
        self.put(self._ground, 0, 0, width, height)
        self.put(self._person, 46, 16, 84, 84)
        self.put(self._officer, 150, 6, width - 150 - 320, 60)
        self.put(self._title, 150, 58, width - 150 - 320, 52)
        self.put(self._desk, width - 300, 6, 260, 60)
        self.put(self._label, width - 300, 58, 260, 52)


class IdlePage(RatingPage):
    """Between two answers: who sits here."""

    def __init__(self, parent: QWidget, view: PlaceView) -> None:
        super().__init__(parent)
        self._band = Card(self, tint("header"), None, 0, 0)
        self._badge = Card(self, tint("on_header"), None, 0, 32)
        self._bank = Symbol(self, "building-bank", tint("header"))
        self._office = self.words(view.office, 18, Weight.BOLD, "on_header")
        self.clock = Digits(self, f"{view.now:%H:%M}", 28, Weight.BOLD, tint("on_header"), RIGHT)
        self._person = Drawing(self, draw_person)
        self._hello = self.words(self.tr("Xin chào ông/bà!"), 24, Weight.SEMIBOLD, "text_muted")
        self.officer = self.words(view.officer, 44, Weight.EXTRABOLD)
        self._title = self.words(view.title, 22, Weight.MEDIUM)
        self._desk_card = Card(self, tint("primary"), None, 0, 20)
        desk = self.tr("Quầy {desk}").format(desk=view.desk)
        self._desk = self.words(desk, 38, Weight.EXTRABOLD, "on_primary", CENTRE)
        self._label_card = Card(self, tint("surface"), tint("primary"), 4, 20)
        self._serving = self.words(self.tr("Đang phục vụ"), 18, Weight.SEMIBOLD, "text_muted", CENTRE)
        self.label = self.words(view.label, 36, Weight.EXTRABOLD, "primary", CENTRE)
        for part in (self._label_card, self._serving, self.label):
            part.setVisible(bool(view.label))
        self._invite_card = Card(self, tint("soft"), None, 0, 20)
        self._smile = Symbol(self, "mood-smile", tint("primary"))
        self._invite = self.words(self.tr("Xong việc, mời ông/bà cho ý kiến tại đây."), 22, Weight.SEMIBOLD)

    def arrange(self, width: float, height: float) -> None:
        """Place the picture left, the words right."""
        self.put(self._band, 0, 0, width, 96)
        self.put(self._badge, 44, 16, 64, 64)
        self.put(self._bank, 54, 26, 44, 44)
        self.put(self._office, 126, 0, width - 126 - 320, 96)
        self.put(self.clock, width - 300, 0, 260, 96)
        middle = 96 + (height - 96 - 160) / 2
        self.put(self._person, 64, middle - 196, 392, 392)
        left, room = 510.0, width - 510 - _EDGE
        top = middle - 230
        self.put(self._hello, left, top, room, 68)
        self.put(self.officer, left, top + 58, room, 130)
        self.put(self._title, left, top + 190, room, 66)
        self.put(self._desk_card, left, top + 274, 330, 150)
        self.put(self._desk, left + 10, top + 270, 310, 154)
        self.put(self._label_card, left + 354, top + 274, room - 354, 150)
        self.put(self._serving, left + 364, top + 280, room - 374, 56)
        self.put(self.label, left + 364, top + 322, room - 374, 98)
        self.put(self._invite_card, _EDGE, height - 160, width - 2 * _EDGE, 124)
        self.put(self._smile, 76, height - 135, 74, 74)
        self.put(self._invite, 180, height - 160, width - 240, 124)


class FaceButton(Touch):
    """One answer: a face and its words."""

    def __init__(self, page: RatingPage, score: int, words: str) -> None:
        super().__init__(page, words.replace("\n", " "), touch_look("plain"), 20)
        self.score = score
        self._face = Face(self, score)
        self._words = page.words(words, 18, Weight.BOLD, align=CENTRE, parent=self, wrap=True)

    def arrange(self, width: float, height: float) -> None:
        """Place the face over its words."""
        wide = width > 300
        self._words.points = 21 if wide else 18
        side = min(width - 32, 208.0 if wide else 180.0, height - 170)
        self.put(self._face, (width - side) / 2, 40 - (8 if wide else 0), side, side)
        self.put(self._words, 6, height - 146, width - 12, 132)


class AskPage(RatingPage):
    """Is the citizen satisfied?"""

    answered = Signal(int)
    skipped = Signal()

    def __init__(self, parent: QWidget, view: PlaceView, steps: int = 5) -> None:
        super().__init__(parent)
        self._band = Band(self, view)
        self._question = self.words(self.tr("Ông/bà có hài lòng không?"), 36, Weight.EXTRABOLD, align=CENTRE)
        joined = " " if steps == _THREE else "\n"
        self.faces = [
            FaceButton(self, score, answer_words(score).replace("\n", joined)) for score in scores_of_levels(steps)
        ]
        for face in self.faces:
            face.clicked.connect(lambda _=False, score=face.score: self._answer(score))
        self.skip = SkipButton(self)
        self.skip.clicked.connect(self.skipped)
        hint = self.tr("Chạm vào một khuôn mặt. Ý kiến được giữ kín.")
        self._hint = self.words(hint, 18, Weight.MEDIUM, "text_muted", RIGHT)

    def _answer(self, score: int) -> None:
        self.setEnabled(False)
        self.answered.emit(score)

    def arrange(self, width: float, height: float) -> None:
        """Place the faces side by side."""
        self.put(self._band, 0, 0, width, 116)
        self.put(self._question, _EDGE, 126, width - 2 * _EDGE, 112)
        gap = 32.0 if len(self.faces) == _THREE else 18.0
        wide = (width - 2 * _EDGE - gap * (len(self.faces) - 1)) / len(self.faces)
        bottom = height - _BAR - 12 - _FOOT
        for index, face in enumerate(self.faces):
            self.put(face, _EDGE + index * (wide + gap), 246, wide, bottom - 18 - 246)
        self.put(self.skip, _EDGE, bottom, 250, _FOOT)
        self.put(self._hint, 320, bottom, width - 320 - _EDGE, _FOOT - 5)


class SkipButton(Touch):
    """Say nothing: nothing is stored."""

    def __init__(self, page: RatingPage) -> None:
        text = QCoreApplication.translate("RatingPage", "Bỏ qua")
        super().__init__(page, text, touch_look("outline"), 16)
        self._words = page.words(text, 21, Weight.BOLD, "primary", CENTRE, self)

    def arrange(self, width: float, height: float) -> None:
        """Place the words."""
        self.put(self._words, 8, 0, width - 16, height - 7)


class ReasonBox(Touch):
    """One reason, to tick."""

    def __init__(self, page: RatingPage, code: str, text: str) -> None:
        super().__init__(page, text, touch_look("plain"), 16)
        self.code = code
        self.setCheckable(True)
        self._tick = Symbol(self, "check", tint("on_primary"))
        self._tick.hide()
        self._words = page.words(text, 21.5, Weight.SEMIBOLD, parent=self)
        self.toggled.connect(self._show_tick)

    def _show_tick(self, ticked: bool) -> None:
        self._tick.setVisible(ticked)
        line = tint("primary" if ticked else "line")
        self.look = TouchLook(tint("soft" if ticked else "surface"), line, line, 5 if ticked else 2, flat=ticked)
        self.update()

    def arrange(self, width: float, height: float) -> None:
        """Place box and words."""
        self.put(self._tick, 35, height / 2 - 25 - 3, 50, 50)
        self.put(self._words, 112, 0, width - 124, height - 7)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and its box."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side, unit = 60 * self.unit, self.unit
            box = QRectF(30 * unit, (self.height() - side) / 2 - 3 * unit, side, side)
            fill = tint("primary" if self.isChecked() else "surface")
            rounded(painter, box, 10 * unit, fill, tint("primary"), 4 * unit)


class ReasonsPage(RatingPage):
    """Below "satisfied": at most one more question."""

    sent = Signal(tuple)
    skipped = Signal()

    def __init__(self, parent: QWidget, view: PlaceView, score: int) -> None:
        super().__init__(parent)
        self._band = Band(self, view)
        self._question = self.words(self.tr("Chúng tôi cần sửa điều gì?"), 32, Weight.EXTRABOLD)
        self._face = Face(self, score)
        reasons = {
            "waiting": self.tr("Chờ lâu"),
            "guidance": self.tr("Hướng dẫn khó hiểu"),
            "visits": self.tr("Phải đi lại nhiều lần"),
            "papers": self.tr("Phải thêm giấy tờ"),
            "attitude": self.tr("Thái độ chưa tốt"),
            "other": self.tr("Lý do khác"),
        }
        self.reasons = [ReasonBox(self, code, text) for code, text in reasons.items()]
        self.skip = SkipButton(self)
        self.skip.clicked.connect(self.skipped)
        text = self.tr("Gửi ý kiến")
        self.send = Touch(self, text, touch_look("primary"), 16)
        self._send_icon = Symbol(self.send, "check", tint("on_primary"))
        self._send_words = self.words(text, 26, Weight.BOLD, "on_primary", parent=self.send)
        self.send.clicked.connect(self._send)

    def _send(self) -> None:
        self.setEnabled(False)
        self.sent.emit(tuple(box.code for box in self.reasons if box.isChecked()))

    def arrange(self, width: float, height: float) -> None:
        """Place the reasons in two columns."""
        self.put(self._band, 0, 0, width, 116)
        self.put(self._question, _EDGE, 120, width - 2 * _EDGE - 120, 100)
        self.put(self._face, width - _EDGE - 100, 126, 88, 88)
        bottom = height - _BAR - 12 - _FOOT
        wide, tall = (width - 2 * _EDGE - 18) / 2, (bottom - 226) / 3 - 9
        for index, box in enumerate(self.reasons):
            row, column = divmod(index, 2)
            self.put(box, _EDGE + column * (wide + 18), 222 + row * (tall + 9), wide, tall)
        self.put(self.skip, _EDGE, bottom, 250, _FOOT)
        room = width - 320 - _EDGE
        self.put(self.send, 320, bottom, room, _FOOT)
        text = self.points_wide(self._send_words.text(), 26, Weight.BOLD) + 8
        start = (room - text - 72) / 2
        self.put(self._send_icon, start, _FOOT / 2 - 30, 54, 54)
        self.put(self._send_words, start + 72, 0, text, _FOOT - 7)


class ThanksPage(RatingPage):
    """The answer is kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._disc = Card(self, tint("success"), None, 0, 128)
        self._tick = Symbol(self, "check", tint("on_primary"))
        self._thanks = self.words(self.tr("Cảm ơn ông/bà!"), 54, Weight.EXTRABOLD, align=CENTRE)
        kept = self.tr("Ý kiến của ông/bà đã được ghi nhận.")
        self._kept = self.words(kept, 24, Weight.MEDIUM, align=CENTRE)
        wish = self.tr("Kính chúc ông/bà mạnh khỏe.")
        self._wish = self.words(wish, 20, Weight.MEDIUM, "text_muted", CENTRE)

    def arrange(self, width: float, height: float) -> None:
        """Place everything in the middle."""
        top = (height - 640) / 2
        self.put(self._disc, width / 2 - 128, top + 24, 256, 256)
        self.put(self._tick, width / 2 - 92, top + 60, 184, 184)
        self.put(self._thanks, _EDGE, top + 316, width - 2 * _EDGE, 160)
        self.put(self._kept, _EDGE, top + 484, width - 2 * _EDGE, 76)
        self.put(self._wish, _EDGE, top + 576, width - 2 * _EDGE, 66)
