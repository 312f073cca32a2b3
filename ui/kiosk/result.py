"""Coming for a result: scan the receipt or the identity card, and see whether it is ready."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.hall import CENTRE
from ui.kiosk.page import MARGIN, Caption, Page
from ui.kiosk.views import FoundView, ResultView, Standing
from ui.language import Tongue
from ui.theme import Weight

MOST_FOUND = 3
_ICONS = {
    Standing.READY: "circle-check",
    Standing.NOT_YET: "clock-hour-4",
    Standing.LATE: "clock-exclamation",
    Standing.SUPPLEMENT: "file-plus",
    Standing.PAYMENT: "cash",
    Standing.REFUSED: "circle-x",
    Standing.STOPPED: "ban",
    Standing.RETURNED: "package-export",
}


class ScanPage(Page):
    """Asks for the receipt or the card."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._card = self.card("surface", "primary", 4, 24)
        self._disc = self.card("soft", None, 0, 40)
        self._code = self.symbol("qrcode", "on_soft")
        self._title = self.words(translate("Kiosk", "Đưa giấy hẹn vào máy quét"), 44, Weight.EXTRABOLD, align=CENTRE)
        hint = translate("Kiosk", "Để mã vuông trên giấy hẹn, hoặc trên thẻ căn cước, trước ô kính có đèn.")
        self._hint = self.words(hint, 27, Weight.MEDIUM, "text_muted", CENTRE)
        self.back = self.button(translate("Kiosk", "Quay lại"), "outline")
        self._back_words = Caption(self, self.back, "arrow-left", translate("Kiosk", "Quay lại"), 27, "primary")
        self.back.clicked.connect(self.back_wanted)

    def arrange(self, width: float, height: float) -> None:
        """Place one large card in the middle."""
        full = width - 2 * MARGIN
        tall = min(height - self.touch - 130, 1000.0)
        self.put(self._card, MARGIN, 32, full, tall)
        side = min(tall * 0.42, 300.0)
        top = 32 + (tall - side - 250) / 2
        self.put(self._disc, (width - side) / 2, top, side, side)
        inner = side * 0.66
        self.put(self._code, (width - inner) / 2, top + (side - inner) / 2, inner, inner)
        self.put(self._title, MARGIN + 40, top + side + 30, full - 80, 100)
        self.put(self._hint, MARGIN + 80, top + side + 130, full - 160, 110)
        y = tall + 64
        self.put(self.back, MARGIN, y, 360, self.touch)
        self.put(self._back_words, 0, 0, 360, self.touch - 7)
        self.put(self.time_words, MARGIN + 400, y, full - 400, self.touch - 7)


class _Found:
    """One dossier: a mark and a word for its state, the code, what to do."""

    def __init__(self, page: "ResultPage", view: FoundView, takes: bool) -> None:
        self.page, self.view = page, view
        self.card = page.card("surface", "primary" if view.ready else "line", 4 if view.ready else 2)
        self.ground = page.ground()
        self.icon = page.symbol(_ICONS[view.standing], "on_soft")
        self.title = page.words(page.title_of(view), 36, Weight.EXTRABOLD, "success" if view.ready else "text")
        detail = f"{view.code}  ·  {view.field}" if view.field else view.code
        self.detail = page.words(detail, 22, Weight.MEDIUM, "text_muted")
        self.go = None
        if view.wants_desk and takes:
            text = page.tongue.translate("Kiosk", "Lấy số")
            self.go = page.button(text, "call" if view.ready else "outline")
            ink = "on_call" if view.ready else "primary"
            self.go_words = Caption(page, self.go, "ticket", text, 30, ink)
            self.go.clicked.connect(lambda: page.number_wanted.emit(view.id))

    def place(self, left: float, top: float, width: float, height: float) -> None:
        """Place the card's parts."""
        put, middle = self.page.put, top + height / 2
        put(self.card, left, top, width, height)
        put(self.ground, left + 36, middle - 56, 112, 112)
        put(self.icon, left + 56, middle - 36, 72, 72)
        button = (250.0 if width < 1200 else 340.0) if self.go else 0.0
        room = width - 190 - button - 60
        put(self.title, left + 186, middle - 78, room, 92)
        put(self.detail, left + 186, middle + 16, room, 54)
        if self.go:
            put(self.go, left + width - button - 30, middle - 62, button, 124)
            put(self.go_words, 0, 0, button, 117)


class ResultPage(Page):
    """What the scan found: ready, not yet, handed over, or nothing."""

    number_wanted = Signal(str)
    other_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, view: ResultView) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        found = view.found[:MOST_FOUND]
        title = translate("Kiosk", "Hồ sơ của ông/bà") if found else translate("Kiosk", "Chưa tìm thấy hồ sơ")
        self._title = self.words(title, 44, Weight.EXTRABOLD)
        self.found = [_Found(self, one, view.takes) for one in found]
        self._none = self.card()
        self._none_icon = self.symbol("zoom-question", "primary")
        hint = translate("Kiosk", "Mời ông/bà quét lại giấy hẹn,\nhoặc lấy số để cán bộ tìm giúp.")
        self._hint = self.words(hint, 32, Weight.SEMIBOLD)
        for part in (self._none, self._none_icon, self._hint):
            part.setVisible(not found)
        self.back = self.button(translate("Kiosk", "Quay lại"), "outline")
        self._back_words = Caption(self, self.back, "arrow-left", translate("Kiosk", "Quay lại"), 27, "primary")
        self.back.clicked.connect(self.back_wanted)
        other = translate("Kiosk", "Lấy số làm việc khác") if found else translate("Kiosk", "Lấy số")
        self.other = self.button(other, "primary")
        self._other_words = Caption(self, self.other, "ticket", other, 27, self.on_primary)
        self.other.setVisible(view.takes)
        self.other.clicked.connect(self.other_wanted)

    def title_of(self, view: FoundView) -> str:
        """Return the state in words, with its date."""
        translate = self.tongue.translate
        if view.returned_at:
            return translate("Kiosk", "Đã trả kết quả ngày {date}").format(date=f"{view.returned_at:%d/%m/%Y}")
        words = {
            Standing.READY: translate("Kiosk", "Đã có kết quả, mời lấy số"),
            Standing.LATE: translate("Kiosk", "Chậm hẹn, xin lỗi ông/bà. Mời đến quầy hỏi"),
            Standing.SUPPLEMENT: translate("Kiosk", "Đang chờ ông/bà bổ sung giấy tờ"),
            Standing.PAYMENT: translate("Kiosk", "Đang chờ ông/bà nộp tiền"),
            Standing.REFUSED: translate("Kiosk", "Hồ sơ không được tiếp nhận. Mời đến quầy hỏi"),
            Standing.STOPPED: translate("Kiosk", "Hồ sơ đã dừng. Mời đến quầy hỏi"),
            Standing.RETURNED: translate("Kiosk", "Đã trả kết quả"),
        }
        if view.standing in words:
            return words[view.standing]
        if view.due is None:
            return translate("Kiosk", "Chưa có kết quả")
        day = f"{self.tongue.weekday_inside(view.due.date())} {view.due:%d/%m/%Y}"
        return translate("Kiosk", "Chưa có kết quả, hẹn {date}").format(date=day)

    def arrange(self, width: float, height: float) -> None:
        """Place the dossiers one under another."""
        full = width - 2 * MARGIN
        self.put(self._title, MARGIN, 20, full, 96)
        for index, found in enumerate(self.found):
            found.place(MARGIN, 140 + index * 210, full, 186)
        self.put(self._none, MARGIN, 140, full, 300)
        self.put(self._none_icon, MARGIN + 60, 220, 140, 140)
        self.put(self._hint, MARGIN + 250, 160, full - 300, 260)
        y = height - self.touch - 40
        back, other = (300.0, full - 332) if height > width else (360.0, 620.0)
        self.put(self.back, MARGIN, y, back, self.touch)
        self.put(self._back_words, 0, 0, back, self.touch - 7)
        self.put(self.other, MARGIN + back + 32, y, other, self.touch)
        self.put(self._other_words, 0, 0, other, self.touch - 7)
        rest = MARGIN + back + other + 52
        if height > width:
            self.put(self.time_words, MARGIN, height - 38, full, 36)
        else:
            self.put(self.time_words, rest, y, width - MARGIN - rest, self.touch - 7)


class TroublePage(Page):
    """Something does not work: what, and what to do; never a dialog."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, title: str, next_step: str) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._card = self.card("call_soft", "call_dark", 3, 24)
        self._icon = self.symbol("alert-triangle", "on_call_soft")
        self.title = self.words(title, 44, Weight.EXTRABOLD, "on_call_soft")
        self._next = self.words(next_step, 30, Weight.MEDIUM, "on_call_soft")
        self.back = self.button(translate("Kiosk", "Quay lại"), "outline")
        self._back_words = Caption(self, self.back, "arrow-left", translate("Kiosk", "Quay lại"), 27, "primary")
        self.back.clicked.connect(self.back_wanted)

    def arrange(self, width: float, height: float) -> None:
        """Place one card."""
        full = width - 2 * MARGIN
        self.put(self._card, MARGIN, 60, full, 420)
        self.put(self._icon, MARGIN + 60, 190, 160, 160)
        self.put(self.title, MARGIN + 280, 90, full - 340, 210)
        self.put(self._next, MARGIN + 280, 300, full - 340, 150)
        y = height - self.touch - 40
        self.put(self.back, MARGIN, y, 360, self.touch)
        self.put(self._back_words, 0, 0, 360, self.touch - 7)
        self.put(self.time_words, MARGIN + 400, y, full - 400, self.touch - 7)
