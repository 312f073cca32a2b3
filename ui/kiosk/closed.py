"""Out of hours: when to come back; looking up a dossier still works."""

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kiosk.home import Lane
from ui.kiosk.page import MARGIN, Page
from ui.kiosk.views import ClosedView
from ui.language import Tongue
from ui.theme import Weight


class ClosedPage(Page):
    """No numbers now."""

    result_wanted = Signal()

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, view: ClosedView) -> None:
        super().__init__(parent, tongue, contrast)
        translate = tongue.translate
        self._disc = self.card("soft", None, 0, 84)
        self._moon = self.symbol("moon", "on_soft")
        self._title = self.words(_title(tongue, view), 48, Weight.EXTRABOLD)
        self._thanks = self.words(translate("Kiosk", "Cảm ơn ông/bà đã đến."), 27, Weight.MEDIUM, "text_muted")
        self._back = self.card("surface", "primary", 4, 24)
        self._back_icon = self.symbol("calendar-event", "primary")
        self._back_words = self.words(translate("Kiosk", "Mời ông/bà trở lại"), 30, Weight.SEMIBOLD, "text_muted")
        self.opens = self.words(opening_line(tongue, view.opens), 56, Weight.EXTRABOLD, "primary")
        self._rule = self.card("rule", None, 0, 0)
        self.why = self.words(view.note or days_off_line(tongue, view), 25, Weight.SEMIBOLD)
        self._hours = self.card("surface", "line", 2, 24)
        self._hours_icon = self.symbol("clock-hour-4", "primary")
        self._hours_words = self.words(translate("Kiosk", "Giờ làm việc"), 30, Weight.SEMIBOLD, "text_muted")
        self._sessions = [
            (
                self.words(translate("Kiosk", "Sáng") if opens < time(12) else translate("Kiosk", "Chiều"), 28),
                self.words(f"{_clock(opens)} – {_clock(closes)}", 34, Weight.EXTRABOLD),
            )
            for opens, closes in view.hours.sessions
        ]
        self._hours_rule = self.card("rule", None, 0, 0)
        self._days = self.words(translate("Kiosk", "Thứ Hai đến thứ Sáu"), 25, Weight.SEMIBOLD)
        look, hint = translate("Kiosk", "Xem hồ sơ của tôi đến đâu"), translate("Kiosk", "Đưa giấy hẹn vào máy quét")
        self.result_lane = Lane(self, "call", "qrcode", look, hint)
        self.result_lane.clicked.connect(self.result_wanted)
        self._phone = self.card() if view.phone else None
        self._phone_icon = self.symbol("phone", "primary")
        self._phone_icon.setVisible(bool(view.phone))
        self._ask = self.words(translate("Kiosk", "Cần hỏi gấp, mời gọi"), 22, Weight.MEDIUM, "text_muted")
        self._ask.setVisible(bool(view.phone))
        self._number = self.words(view.phone, 36, Weight.EXTRABOLD)

    def arrange(self, width: float, height: float) -> None:
        """Place the cards side by side, in portrait one over the other."""
        upright = height > width
        full = width - 2 * MARGIN
        self.put(self._disc, MARGIN + 18, 60, 168, 168)
        self.put(self._moon, MARGIN + 46, 88, 112, 112)
        self.put(self._title, MARGIN + 232, 44, full - 232, 116)
        self.put(self._thanks, MARGIN + 232, 152, full - 232, 72)
        self.put(self.time_words, MARGIN, 10, full, 40)
        top, tall = 286.0, 390.0
        wide = full if upright else full * 0.592
        self._place_back(MARGIN, top, wide, tall)
        side = MARGIN if upright else MARGIN + wide + 32
        side_wide = full if upright else full - wide - 32
        side_top = top + tall + 32 if upright else top
        self._place_hours(side, side_top, side_wide, tall)
        y = side_top + tall + 36
        lane = 184.0
        self.put(self.result_lane, MARGIN, y, wide, lane)
        y = y + lane + 32 if upright else y
        if self._phone:
            self.put(self._phone, side, y, side_wide, lane)
        self.put(self._phone_icon, side + 40, y + 55, 70, 70)
        self.put(self._ask, side + 136, y + 20, side_wide - 160, 58)
        self.put(self._number, side + 136, y + 74, side_wide - 160, 82)

    def _place_back(self, left: float, top: float, wide: float, tall: float) -> None:
        self.put(self._back, left, top, wide, tall)
        self.put(self._back_icon, left + 44, top + 40, 64, 64)
        self.put(self._back_words, left + 128, top + 36, wide - 160, 72)
        self.put(self.opens, left + 44, top + 112, wide - 88, 134)
        self.put(self._rule, left + 44, top + 262, wide - 88, 2)
        self.put(self.why, left + 44, top + 270, wide - 88, 110)

    def _place_hours(self, left: float, top: float, wide: float, tall: float) -> None:
        self.put(self._hours, left, top, wide, tall)
        self.put(self._hours_icon, left + 40, top + 40, 64, 64)
        self.put(self._hours_words, left + 124, top + 36, wide - 150, 72)
        step = 156 / max(1, len(self._sessions))
        for index, (part, hours) in enumerate(self._sessions):
            self.put(part, left + 40, top + 118 + index * step, 170, step)
            self.put(hours, left + 220, top + 118 + index * step, wide - 250, step)
        self.put(self._hours_rule, left + 40, top + 286, wide - 80, 2)
        self.put(self._days, left + 40, top + 292, wide - 80, 80)


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


def _title(tongue: Tongue, view: ClosedView) -> str:
    if view.ended:
        return tongue.translate("Kiosk", "Hôm nay đã hết giờ lấy số")
    return tongue.translate("Kiosk", "Bây giờ chưa lấy số được")


def opening_line(tongue: Tongue, opens: datetime | None) -> str:
    """Return e.g. ``7 giờ, thứ Tư 25/11``; where to ask, while nobody knows when."""
    if opens is None:
        return tongue.translate("Kiosk", "Khi cán bộ mở lại")
    hour = f"{opens.hour} giờ" if opens.minute == 0 else f"{opens.hour} giờ {opens.minute:02d}"
    if tongue.language == "en":
        hour = _clock(opens.time())
    return f"{hour}, {tongue.weekday_inside(opens.date())} {opens:%d/%m}"


def days_off_line(tongue: Tongue, view: ClosedView) -> str:
    """Return why not earlier, e.g. ``Thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam``."""
    translate = tongue.translate
    lines = [
        translate("Kiosk", "{day} nghỉ {name}.").format(day=f"{tongue.weekday(day)} {day:%d/%m}", name=name)
        for day, name in view.days_off[:2]
    ]
    return "\n".join(lines) or translate("Kiosk", "Số lấy trong giờ làm việc, ngay tại máy này.")
