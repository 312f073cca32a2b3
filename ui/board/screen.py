"""The board's screen: shows any state; knows no service."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ui.board.calls import CallCard, CallingCard, CallList, LostCard, Notice, WaitingRow, board_color
from ui.board.gallery import Gallery
from ui.board.marquee import Marquee
from ui.board.views import BoardState
from ui.hall import RIGHT, Card, Stage, Symbol, Words
from ui.hall_figures import Digits
from ui.hall_office import office_lines
from ui.language import weekday
from ui.theme import Weight

_HEAD = 120.0
_STRIP = 84.0
_EDGE = 40.0
_WAITING = 124.0
_MIDDOT = "   •   "


class BoardScreen(Stage):
    """Who is called where, the last calls, how many wait; readable at ten metres."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(board_color("background"), parent)
        self.setWindowTitle(self.tr("Bảng gọi số"))
        self.setMinimumSize(640, 360)
        text, muted = board_color("text"), board_color("text_muted")
        self._band = Card(self, board_color("surface"), None, 0, 0)
        self._badge = Card(self, text, None, 0, 42)
        self._bank = Symbol(self, "building-bank", board_color("background"))
        self._office = Words(self, "", 31, Weight.BOLD, text)
        self._place = Words(self, "", 26, Weight.SEMIBOLD, muted)
        self._weekday = Words(self, "", 26, Weight.SEMIBOLD, muted, RIGHT)
        self._date = Words(self, "", 26, Weight.SEMIBOLD, muted, RIGHT)
        self.clock = Digits(self, "", 64, Weight.EXTRABOLD, text, RIGHT)
        self.call = CallCard(self)
        self.calling = CallingCard(self)
        self.calls = CallList(self)
        self.gallery = Gallery(self)
        self.waiting = WaitingRow(self)
        self.notice = Notice(self)
        self.lost = LostCard(self)
        self._strip = Card(self, board_color("strip"), None, 0, 0)
        self.ticker = Marquee(self, 30, Weight.MEDIUM, text)
        self._state: BoardState | None = None

    def show_state(self, state: BoardState) -> None:
        """Show a state; one that differs by its blink alone moves nothing."""
        before, self._state = self._state, state
        if before is not None and replace(before, bright=state.bright) == state:
            self._blink_to(state)
            return
        first, second = office_lines(state.office)
        self._office.say(first.upper())
        self._place.say(second.upper())
        self._weekday.say(weekday(state.now.date()))
        self._date.say(f"{state.now:%d/%m/%Y}")
        self.clock.say(f"{state.now:%H:%M}")
        lost = state.lost_since is not None
        calling = state.calling is not None and not lost
        self.calling.setVisible(calling)
        pictures = state.pictures and not calling and not lost
        self.gallery.setVisible(pictures)
        self.call.setVisible(not calling and not lost and not pictures)
        self.waiting.setVisible(not calling)
        self.notice.setVisible(lost)
        self.lost.setVisible(lost)
        if state.calling:
            self.calling.show_call(state.calling)
            self.calling.light(state.bright)
        self.call.show_call(state.calls[0] if state.calls else None)
        self.calls.show_calls(state.calls, state.calling, state.lost_since, state.bright)
        self.waiting.show_waiting(None if lost else state.waiting)
        if state.lost_since:
            self.notice.show_since(state.lost_since)
        spoken = self.tr("Loa đang đọc:  “{sentence}”").format(sentence=state.sentence)
        self.ticker.say(spoken if calling and state.sentence else _MIDDOT.join(state.ticker))
        self.lay_out()

    def _blink_to(self, state: BoardState) -> None:
        if state.calling and state.lost_since is None:
            self.calling.light(state.bright)
            self.calls.show_calls(state.calls, state.calling, None, state.bright)

    def arrange(self, width: float, height: float) -> None:
        """Place the head, the calls, the counts and the strip."""
        self._place_head(width)
        self.put(self._strip, 0, height - _STRIP, width, _STRIP)
        self.put(self.ticker, 48, height - _STRIP, width - 96, _STRIP)
        full, top = width - 2 * _EDGE, _HEAD + 28
        bottom = height - _STRIP - 24
        if self._state and self._state.lost_since:
            self._place_lost(top, full, bottom)
            return
        if self._state and self._state.calling:
            side = min(508.0, full * 0.28)
            self.put(self.calling, _EDGE, top, full - side - 32, bottom - top)
            self.put(self.calls, width - _EDGE - side, top, side, bottom - top)
            return
        tall = bottom - top - _WAITING - 24
        main = full * 0.587
        self.put(self.call, _EDGE, top, main, tall)
        self.put(self.gallery, _EDGE, top, main, tall)
        self.put(self.calls, _EDGE + main + 32, top, full - main - 32, tall)
        self.put(self.waiting, _EDGE, bottom - _WAITING, full, _WAITING)

    def _place_lost(self, top: float, full: float, bottom: float) -> None:
        self.put(self.notice, _EDGE, top, full, 150)
        tall = bottom - top - 174 - _WAITING - 24
        main = full * 0.489
        self.put(self.lost, _EDGE, top + 174, main, tall)
        self.put(self.calls, _EDGE + main + 32, top + 174, full - main - 32, tall)
        self.put(self.waiting, _EDGE, bottom - _WAITING, full, _WAITING)

    def _place_head(self, width: float) -> None:
        self.put(self._band, 0, 0, width, _HEAD)
        self.put(self._badge, 50, 18, 84, 84)
        self.put(self._bank, 64, 32, 56, 56)
        self.put(self._office, 158, 8, width - 158 - 720, 60)
        self.put(self._place, 158, 62, width - 158 - 720, 50)
        self.put(self._weekday, width - 700, 10, 320, 54)
        self.put(self._date, width - 700, 58, 320, 54)
        self.put(self.clock, width - 358, 0, 310, _HEAD)
