"""While the office is asked for a number, and while it does not answer: large words, tried again by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.hall import CENTRE
from ui.kiosk.page import MARGIN, Caption, Page
from ui.language import Tongue
from ui.theme import Weight


class BusyPage(Page):
    """The number is on its way: nothing to touch, nothing to do again."""

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._card = self.card("surface", "primary", 4, 24)
        self._disc = self.card("soft", None, 0, 110)
        self._icon = self.symbol("hourglass", "on_soft")
        self.title = self.words(
            translate("Kiosk", "Đang lấy số cho ông/bà…"), 54, Weight.EXTRABOLD, align=CENTRE, wrap=False
        )
        hint = translate("Kiosk", "Xin chờ một chút. Không cần chạm lại.")
        self._hint = self.words(hint, 32, Weight.SEMIBOLD, "text_muted", CENTRE)

    def arrange(self, width: float, height: float) -> None:
        """Place one large card."""
        full, tall = width - 2 * MARGIN, min(height - 32 - 60, 1000.0)
        self.put(self._card, MARGIN, 32, full, tall)
        top = 32 + (tall - 560) / 2
        self.put(self._disc, (width - 220) / 2, top, 220, 220)
        self.put(self._icon, (width - 140) / 2, top + 40, 140, 140)
        self.put(self.title, MARGIN + 40, top + 250, full - 80, 190)
        self.put(self._hint, MARGIN + 40, top + 440, full - 80, 120)


class AwayPage(Page):
    """The office does not answer: where to go, and that the machine goes on trying with the same tap."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._strip = self.card("call_soft", "call_dark", 3)
        self._strip_icon = self.symbol("wifi-off", "on_call_soft")
        why = translate("Kiosk", "Máy chưa nối được với máy giữ hàng chờ.")
        self.reason = self.words(why, 32, Weight.BOLD, "on_call_soft")
        self._card = self.card("surface", "primary", 4, 24)
        self._disc = self.card("soft", None, 0, 84)
        self._icon = self.symbol("user-circle", "on_soft")
        self.title = self.words(
            translate("Kiosk", "Mời ông/bà đến quầy hướng dẫn"), 56, Weight.EXTRABOLD, "primary", CENTRE, wrap=False
        )
        self._help = self.words(
            translate("Kiosk", "Cán bộ sẽ lấy số giúp ông/bà."), 32, Weight.SEMIBOLD, "text_muted", CENTRE
        )
        self._again = self.symbol("refresh", "primary")
        trying = translate("Kiosk", "Máy đang tự thử lại. Nếu nối được, số sẽ hiện ngay ở đây.")
        self.trying = self.words(trying, 27, Weight.BOLD)
        self.back = self.button(translate("Kiosk", "Quay lại"), "outline")
        self._back_words = Caption(self, self.back, "arrow-left", translate("Kiosk", "Quay lại"), 27, "primary")
        self.back.clicked.connect(self.back_wanted)

    def arrange(self, width: float, height: float) -> None:
        """Place what is wrong over what to do."""
        full = width - 2 * MARGIN
        self.put(self._strip, MARGIN, 32, full, 112)
        self.put(self._strip_icon, MARGIN + 34, 52, 72, 72)
        self.put(self.reason, MARGIN + 138, 36, full - 170, 104)
        top, foot = 176.0, height - self.touch - 40
        tall = min(foot - 32 - top, 1000.0)
        self.put(self._card, MARGIN, top, full, tall)
        middle = top + max(20.0, (tall - 120 - 350) / 2)
        self.put(self._disc, (width - 148) / 2, middle, 148, 148)
        self.put(self._icon, (width - 100) / 2, middle + 24, 100, 100)
        self.put(self.title, MARGIN + 40, middle + 152, full - 80, 120)
        self.put(self._help, MARGIN + 40, middle + 268, full - 80, 76)
        line = top + tall - 116
        wide = min(full - 80, self.points_wide(self.trying.text(), 27, Weight.BOLD) + 100)
        left = (width - wide) / 2
        self.put(self._again, left, line + 16, 64, 64)
        self.put(self.trying, left + 84, line, wide - 84, 96)
        self.put(self.back, MARGIN, foot, 360, self.touch)
        self.put(self._back_words, 0, 0, 360, self.touch - 7)
        self.put(self.time_words, MARGIN + 400, foot, full - 400, self.touch - 7)
