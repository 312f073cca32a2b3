"""The number: with its paper coming out, or without paper, still valid."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from counter_app.errors import Code
from ui.hall import CENTRE, Card, Drawing, Words, rounded
from ui.hall_figures import QrCode
from ui.hall_touch import Touch
from ui.kiosk.page import MARGIN, Caption, Page
from ui.kiosk.views import NumberView, WaitView
from ui.language import Tongue
from ui.theme import Weight

_NUMBER = 210
_SLOT = 0.16


class _Fact:
    """One line beside the number: an icon, a small question, a large answer."""

    def __init__(self, page: Page, icon: str, question: str, answer: str, more: str = "") -> None:
        self.page = page
        self.ground = Card(page, page.color("soft"), None, 0, 50)
        self.icon = page.symbol(icon, "on_soft")
        self.question = page.words(question, 22, Weight.MEDIUM, "text_muted")
        self.answer = page.words(answer, 36, Weight.EXTRABOLD)
        self.more = page.words(more, 24, Weight.MEDIUM, "text_muted")
        self.rule = page.card("rule", None, 0, 0)

    def place(self, left: float, top: float, width: float, height: float, last: bool) -> None:
        """Place the line."""
        put, middle = self.page.put, top + height / 2
        put(self.ground, left, middle - 50, 100, 100)
        put(self.icon, left + 20, middle - 30, 60, 60)
        put(self.question, left + 128, middle - 66, width - 128, 48)
        wide = width - 128
        if self.more.text():
            wide = min(self.page.points_wide(self.answer.text(), 36, Weight.EXTRABOLD) + 8, wide * 0.6)
        put(self.answer, left + 128, middle - 20, wide, 78)
        put(self.more, left + 128 + wide + 16, middle - 14, max(0.0, width - 144 - wide), 78)
        put(self.rule, left, top + height - 1, width, 0 if last else 2)


class NumberPage(Page):
    """The number, what comes before it, where to go, and the paper."""

    done = Signal()
    read_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, view: NumberView, printed: bool) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._card = self.card("surface", "primary", 4, 24)
        self._head = self.words(translate("Kiosk", "Số của ông/bà"), 34, Weight.SEMIBOLD, "text_muted", CENTRE)
        self.number = self.words(view.label, _NUMBER, Weight.EXTRABOLD, "primary", CENTRE, wrap=False)
        self._rule = self.card("rule", None, 0, 0)
        self._matter = self.words(view.matter, 29, Weight.BOLD, "text", CENTRE)
        self._facts = [_Fact(self, *fact) for fact in facts(tongue, view)]
        self._strip = self.card("call_soft", "call_dark", 3, 24)
        self._slip = Drawing(self, lambda painter, width, height: draw_slip(painter, width, height))
        self._slip_words = Words(self, view.label, 56, Weight.EXTRABOLD, QColor("black"), CENTRE)
        self._arrow = self.symbol("arrow-big-down-lines", "on_call_soft")
        take = translate("Kiosk", "Mời ông/bà lấy phiếu") if printed else translate("Kiosk", "Đang in phiếu…")
        self.take = self.words(take, 36, Weight.EXTRABOLD, "on_call_soft")
        self._where = self.words(translate("Kiosk", "ở khe phía dưới màn hình."), 25, Weight.MEDIUM, "on_call_soft")
        self.finish = self.button(translate("Kiosk", "Xong"), "primary")
        self._finish_words = Caption(self, self.finish, "check", translate("Kiosk", "Xong"), 34, self.on_primary)
        self.finish.clicked.connect(self.done)
        self.time_words.setAlignment(CENTRE)

    def arrange(self, width: float, height: float) -> None:
        """Place number and facts side by side, in portrait one over the other."""
        upright = height > width
        full = width - 2 * MARGIN
        foot = 232.0
        card_wide = full if upright else full * 0.483
        card_tall = 540.0 if upright else height - 32 - 32 - foot - 52
        self.put(self._card, MARGIN, 32, card_wide, card_tall)
        self.put(self._head, MARGIN + 20, 50, card_wide - 40, 72)
        self.put(self.number, MARGIN + 12, 84, card_wide - 24, card_tall - 188)
        rule = card_tall - 110
        self.put(self._rule, MARGIN + 60, rule, card_wide - 120, 2)
        self.put(self._matter, MARGIN + 32, rule + 6, card_wide - 64, 120)
        left = MARGIN if upright else MARGIN + card_wide + 56
        top = card_tall + 64 if upright else 32
        tall = 168.0 if upright else card_tall / 3
        for index, fact in enumerate(self._facts):
            last = index == len(self._facts) - 1
            fact.place(left, top + index * tall, width - MARGIN - left, tall, last)
        y = (top + 3 * tall + 20) if upright else card_tall + 64
        self._place_foot(width, y, foot, upright)

    def _place_foot(self, width: float, y: float, foot: float, upright: bool) -> None:
        full = width - 2 * MARGIN
        strip = full if upright else full - 494
        self.put(self._strip, MARGIN, y, strip, foot)
        slip = 300.0 if upright else 330.0
        self.put(self._slip, MARGIN + 44, y + 26, slip, 184)
        self.put(self._slip_words, MARGIN + 74, y + 66, slip - 60, 110)
        self.put(self._arrow, MARGIN + slip + 76, y + 66, 100, 100)
        words = MARGIN + slip + 210
        self.put(self.take, words, y + 26, MARGIN + strip - words - 20, 100)
        self.put(self._where, words, y + 122, MARGIN + strip - words - 20, 70)
        left = MARGIN if upright else width - MARGIN - 464
        top = y + foot + 30 if upright else y
        self.put(self.finish, left, top, full if upright else 464, 132)
        self.put(self._finish_words, 0, 0, full if upright else 464, 125)
        self.put(self.time_words, left, top + 140, full if upright else 464, 92)


class PaperlessPage(Page):
    """The same number without its paper: never withheld. In doubt it may be printed once more."""

    done = Signal()
    again_wanted = Signal()
    read_wanted = Signal()

    def __init__(
        self, parent: QWidget, tongue: Tongue, contrast: bool, view: NumberView, fault: Code | None, sound: bool
    ) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._strip = self.card("call_soft", "call_dark", 3)
        self._strip_icon = self.symbol("printer-off", "on_call_soft")
        self.reason = self.words(self._reason(fault), 32, Weight.BOLD, "on_call_soft")
        self._card = self.card("surface", "primary", 4, 24)
        self._head = self.words(translate("Kiosk", "Mời ông/bà nhớ số này"), 34, Weight.SEMIBOLD, "text_muted", CENTRE)
        self.number = self.words(view.label, _NUMBER, Weight.EXTRABOLD, "primary", CENTRE, wrap=False)
        self._rule = self.card("rule", None, 0, 0)
        self._matter = self.words(view.matter, 29, Weight.BOLD, "text", CENTRE)
        self._wait = self.words(waiting_line(tongue, view), 23, Weight.MEDIUM, "text_muted", CENTRE)
        self._side = self.card()
        self.code = QrCode(self, view.follow_url or view.label, translate("Kiosk", "Mã QR để xem khi nào đến lượt"))
        self._scan = self.words(translate("Kiosk", "Chụp mã bằng điện thoại"), 27, Weight.BOLD, "text", CENTRE)
        self._see = self.words(translate("Kiosk", "để xem khi nào đến lượt"), 23, Weight.MEDIUM, "text_muted", CENTRE)
        self.read = self._read_button() if sound else None
        self.again = self._again_button() if fault is Code.PRINT_DOUBTFUL else None
        self.finish = self.button(translate("Kiosk", "Tôi đã nhớ số"), "primary")
        self._finish_words = Caption(
            self, self.finish, "check", translate("Kiosk", "Tôi đã nhớ số"), 31, self.on_primary
        )
        self.finish.clicked.connect(self.done)

    def _again_button(self) -> Touch:
        text = self.tongue.translate("Kiosk", "In lại phiếu")
        button = self.button(text, "outline")
        self._again_words = Caption(self, button, "printer", text, 27, "primary")
        button.clicked.connect(self._ask_again)
        return button

    def _ask_again(self) -> None:
        if self.again:
            self.again.setEnabled(False)  # a second tap finds nothing to tap
        self.again_wanted.emit()

    def _reason(self, fault: Code | None) -> str:
        translate = self.tongue.translate
        if fault is Code.PAPER_OUT:
            return translate("Kiosk", "Máy hết giấy. Số của ông/bà vẫn dùng được.")
        if fault is Code.PRINT_DOUBTFUL:
            return translate("Kiosk", "Phiếu có thể chưa in xong. Số của ông/bà vẫn dùng được.")
        return translate("Kiosk", "Máy in đang trục trặc. Số của ông/bà vẫn dùng được.")

    def _read_button(self) -> Touch:
        text = self.tongue.translate("Kiosk", "Đọc to số của tôi")
        button = self.button(text, "outline")
        self._read_words = Caption(self, button, "volume", text, 27, "primary")
        button.clicked.connect(self.read_wanted)
        return button

    def arrange(self, width: float, height: float) -> None:
        """Place number and code side by side, in portrait one over the other."""
        upright = height > width
        full = width - 2 * MARGIN
        self.put(self._strip, MARGIN, 32, full, 112)
        self.put(self._strip_icon, MARGIN + 34, 52, 72, 72)
        self.put(self.reason, MARGIN + 138, 36, full - 170, 104)
        top = 176.0
        tall = 560.0 if upright else height - top - self.touch - 84
        if upright and self.again and self.read:
            tall -= (self.touch + 40) / 2  # two rows of buttons
        wide = full if upright else full * 0.55
        self.put(self._card, MARGIN, top, wide, tall)
        self.put(self._head, MARGIN + 20, top + 14, wide - 40, 72)
        self.put(self.number, MARGIN + 12, top + 52, wide - 24, tall - 182)
        rule = top + tall - 144
        self.put(self._rule, MARGIN + 60, rule, wide - 120, 2)
        self.put(self._matter, MARGIN + 24, rule + 10, wide - 48, 64)
        self.put(self._wait, MARGIN + 24, rule + 74, wide - 48, 52)
        side = MARGIN if upright else MARGIN + wide + 32
        side_top = top + tall + 32 if upright else top
        side_wide = full if upright else full - wide - 32
        self.put(self._side, side, side_top, side_wide, tall)
        code = tall - 190
        self.put(self.code, side + (side_wide - code) / 2, side_top + 36, code, code)
        self.put(self._scan, side + 20, side_top + code + 44, side_wide - 40, 66)
        self.put(self._see, side + 20, side_top + code + 106, side_wide - 40, 54)
        self._place_foot(width, side_top + tall + 32, upright)

    def _place_foot(self, width: float, y: float, upright: bool) -> None:
        left, tall = float(MARGIN), self.touch + 8
        aside = [(self.again, "_again_words"), (self.read, "_read_words")]
        shown = [(button, getattr(self, words)) for button, words in aside if button]
        full = width - 2 * MARGIN
        if upright and len(shown) > 1:  # three do not fit side by side
            half = (full - 32) / 2
            for index, (button, words) in enumerate(shown):
                self.put(button, MARGIN + index * (half + 32), y, half, tall)
                self.put(words, 0, 0, half, tall - 7)
            y += tall + 28
        else:
            wide = 480.0 if upright or len(shown) > 1 else 600.0
            for button, words in shown:
                self.put(button, left, y, wide, tall)
                self.put(words, 0, 0, wide, tall - 7)
                left += wide + 32
        finish = width - MARGIN - left if upright else 760.0 - 240 * max(0, len(shown) - 1)
        self.put(self.finish, left, y, finish, tall)
        self.put(self._finish_words, 0, 0, finish, tall - 7)
        if upright:
            self.put(self.time_words, MARGIN, y + tall + 10, full, 50)
        else:
            self.put(self.time_words, left + finish + 20, y, width - MARGIN - left - finish - 20, tall)


def facts(tongue: Tongue, view: NumberView) -> list[tuple[str, str, str, str]]:
    """Return (icon, question, answer, more) of what to know: only what is known."""
    translate = tongue.translate
    ahead = translate("Kiosk", "{count} người").format(count=view.ahead)
    if view.ahead <= 1:
        ahead = translate("Kiosk", "1 người") if view.ahead else translate("Kiosk", "Không còn ai")
    lines = [("users", translate("Kiosk", "Trước ông/bà"), ahead, "")]
    if view.wait:
        lines.append(("clock-hour-4", translate("Kiosk", "Chờ khoảng"), *_wait_words(tongue, view.wait)))
    if view.desks:
        lines.append(("bell", translate("Kiosk", "Khi nghe gọi số, mời đến"), desks_line(tongue, view.desks), ""))
    return lines


def _wait_words(tongue: Tongue, wait: WaitView) -> tuple[str, str]:
    """Return the likely minutes, and the range in brackets where there is one."""
    translate = tongue.translate
    if not wait.likely:
        return translate("Kiosk", "Đến lượt ngay"), ""
    minutes = translate("Kiosk", "{count} phút").format(count=wait.likely)
    if wait.low == wait.high:
        return minutes, ""
    return minutes, translate("Kiosk", "(từ {low} đến {high} phút)").format(low=wait.low, high=wait.high)


def desks_line(tongue: Tongue, desks: tuple[int, ...]) -> str:
    """Return e.g. ``Quầy 1, 2 hoặc 3``."""
    translate = tongue.translate
    if len(desks) == 1:
        return translate("Kiosk", "Quầy {desk}").format(desk=desks[0])
    first = ", ".join(str(desk) for desk in desks[:-1])
    return translate("Kiosk", "Quầy {first} hoặc {last}").format(first=first, last=desks[-1])


def waiting_line(tongue: Tongue, view: NumberView) -> str:
    """Return e.g. ``Trước ông/bà có 3 người · chờ khoảng 12 phút``."""
    first, *rest = facts(tongue, view)
    line = f"{first[1]}: {first[2].lower()}"
    if view.wait and view.wait.likely:
        line += f"  ·  {rest[0][1].lower()} {rest[0][2].lower()}"
    return line


def draw_slip(painter: QPainter, width: float, height: float) -> None:
    """Draw the slot and the paper hanging from it, torn below."""
    paper, teeth, tooth = QPainterPath(), 14, height * 0.08
    left, right = width * 0.07, width * 0.93
    step = (right - left) / teeth
    paper.moveTo(left, height * _SLOT / 2)
    paper.lineTo(left, height - tooth)
    for index in range(teeth):
        paper.lineTo(QPointF(left + step * (index + 0.5), height))
        paper.lineTo(QPointF(left + step * (index + 1), height - tooth))
    paper.lineTo(right, height * _SLOT / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(paper, QColor("white"))
    slot = height * _SLOT
    rounded(painter, QRectF(0, 0, width, slot), slot / 2, QColor("#17212B"))
    rounded(painter, QRectF(width * 0.06, slot * 0.36, width * 0.88, slot * 0.28), slot * 0.14, QColor("black"))
