"""The kiosk's screen: shows any page in any state; knows no service."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.facts import Priority
from counter_app.errors import Code
from ui import theme
from ui.components.announcement import announce
from ui.hall import Stage
from ui.hall_touch import Countdown, TimeBar, Touch, smallest_touch
from ui.kiosk.asking import AskPage
from ui.kiosk.closed import ClosedPage
from ui.kiosk.header import Header, Helps
from ui.kiosk.home import HomePage
from ui.kiosk.number import NumberPage, PaperlessPage
from ui.kiosk.page import MARGIN, Page
from ui.kiosk.procedures import PriorityPage, ProceduresPage
from ui.kiosk.result import ResultPage, ScanPage, TroublePage
from ui.kiosk.views import (
    AskView,
    ClosedView,
    HeaderView,
    HomeView,
    NumberView,
    ProceduresView,
    ResultView,
    TileView,
)
from ui.kiosk.waiting import AwayPage, BusyPage
from ui.language import Tongue

DOTS = 102.4
"""Dots an inch of the screen that the pages were drawn for: 21.5 inches, 1920 × 1080."""
IDLE_S = 30.0
AFTER_PAPER_S = 10.0
WITHOUT_PAPER_S = 60.0
_BAR = 14.0
_HELP = 96.0
_FOOT = 150.0
Make = Callable[[QWidget, Tongue, bool], Page]


class KioskScreen(Stage):
    """One page at a time under one header. Signals say what the citizen wants."""

    portrait = QSize(1080, 1920)

    group_chosen = Signal(str)
    number_wanted = Signal(str)
    priority_wanted = Signal()
    priority_chosen = Signal(object)
    priority_toggled = Signal(bool)
    result_wanted = Signal()
    result_number_wanted = Signal(str)
    other_wanted = Signal()
    answered = Signal(bool)
    again_wanted = Signal()
    home_wanted = Signal()
    back_wanted = Signal()
    listen_wanted = Signal()
    read_wanted = Signal()

    def __init__(self, header: HeaderView, sound: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(QColor(), parent)
        self.dots = DOTS
        self.sound = sound
        self.tongue, self.contrast = Tongue(), False
        self._header_view = header
        self._make: Make | None = None
        self.page: Page | None = None
        self.header: Header | None = None
        self._helps: Helps | None = None
        self._upright: bool | None = None
        self.bar: TimeBar | None = None
        self.countdown = Countdown(self)
        self.countdown.ticked.connect(self._show_time)
        self.countdown.expired.connect(self._go_home)
        self.setWindowTitle(self.tr("Máy lấy số"))
        self.setMinimumSize(640, 360)
        self._dress()

    # what can be shown

    def show_header(self, view: HeaderView) -> None:
        """Show the time."""
        self._header_view = view
        if self.header:
            self.header.show_view(view)

    def show_home(self, view: HomeView) -> None:
        """Show the fields; the counts change in place if only they changed."""
        self._show(lambda parent, tongue, contrast: self._home(HomePage(parent, tongue, contrast, view)))
        left = view.priority is not None or view.by_card
        self.countdown.stop() if self.is_fresh() and not left else self.countdown.start(IDLE_S)

    def show_tiles(self, tiles: tuple[TileView, ...]) -> None:
        """Bring the counts of the fields up to date."""
        if isinstance(self.page, HomePage):
            self.page.show_tiles(tiles)

    def show_question(self, question: Callable[[Tongue], AskView]) -> None:
        """Ask something that is answered by one of two large buttons, in the language that is chosen meanwhile."""
        self._show(lambda parent, tongue, contrast: self._ask(AskPage(parent, tongue, contrast, question(tongue))))
        self.countdown.start(IDLE_S)
        view = question(self.tongue)
        announce(self, view.title, view.detail)

    def show_busy(self) -> None:
        """Say that the number is on its way; whoever asked ends it."""
        self._show(BusyPage)
        self.countdown.stop()
        self.hide_time()

    def show_away(self) -> None:
        """Say that the office does not answer, and where to go."""
        self._show(lambda parent, tongue, contrast: self._back(AwayPage(parent, tongue, contrast)))
        self.countdown.start(WITHOUT_PAPER_S)

    def show_procedures(self, view: ProceduresView) -> None:
        """Show the procedures of a field."""
        self._show(lambda parent, tongue, contrast: self._procedures(ProceduresPage(parent, tongue, contrast, view)))
        self.countdown.start(IDLE_S)

    def show_priorities(self, chosen: Priority | None = None) -> None:
        """Ask why the citizen has priority."""
        self._show(lambda parent, tongue, contrast: self._priorities(PriorityPage(parent, tongue, contrast, chosen)))
        self.countdown.start(IDLE_S)

    def show_number(self, view: NumberView, printed: bool = True) -> None:
        """Show the number; ``printed`` says that the paper is out."""
        self._show(lambda parent, tongue, contrast: self._number(NumberPage(parent, tongue, contrast, view, printed)))
        self.countdown.start(AFTER_PAPER_S if printed else WITHOUT_PAPER_S)

    def show_paperless(self, view: NumberView, fault: Code | None = None) -> None:
        """Show the number that has no paper."""
        self._show(
            lambda parent, tongue, contrast: self._paperless(
                PaperlessPage(parent, tongue, contrast, view, fault, self.sound)
            )
        )
        self.countdown.start(WITHOUT_PAPER_S)

    def show_closed(self, view: ClosedView) -> None:
        """Say when to come back."""
        self._show(lambda parent, tongue, contrast: self._closed(ClosedPage(parent, tongue, contrast, view)))
        self.countdown.stop() if self.is_fresh() else self.countdown.start(IDLE_S)

    def show_scan(self) -> None:
        """Ask for the receipt or the card."""
        self._show(lambda parent, tongue, contrast: self._back(ScanPage(parent, tongue, contrast)))
        self.countdown.start(IDLE_S)

    def show_result(self, view: ResultView) -> None:
        """Show what a scan found."""
        self._show(lambda parent, tongue, contrast: self._result(ResultPage(parent, tongue, contrast, view)))
        self.countdown.start(IDLE_S)

    def show_trouble(self, title: str, next_step: str) -> None:
        """Say what does not work and what to do."""
        self._show(lambda parent, tongue, contrast: self._back(TroublePage(parent, tongue, contrast, title, next_step)))
        self.countdown.start(IDLE_S)

    def is_fresh(self) -> bool:
        """Tell whether the last citizen left nothing behind: Vietnamese, ordinary contrast."""
        return self.tongue.language == "vi" and not self.contrast

    def hide_time(self) -> None:
        """Show no time that runs out."""
        if self.bar:
            self.bar.hide()

    def freshen(self) -> None:
        """Forget the last citizen's language and contrast."""
        if not self.is_fresh():
            self.tongue, self.contrast = Tongue(), False
            self._dress()

    def turn_contrast(self) -> None:
        """Turn high contrast on or off."""
        self.contrast = not self.contrast
        self._redress()

    def turn_language(self) -> None:
        """Change between Vietnamese and English."""
        self.tongue = Tongue("en" if self.tongue.language == "vi" else "vi")
        self._redress()

    # how it is made

    def _redress(self) -> None:
        self._dress()
        if self.countdown.running:
            self.countdown.restart()
        else:
            self.countdown.start(IDLE_S)

    def _dress(self) -> None:
        palette = "kiosk_contrast" if self.contrast else "kiosk"
        ground = self.palette()
        ground.setColor(self.backgroundRole(), theme.color(f"{palette}.background"))
        self.setPalette(ground)
        for old in (self.header, self._helps, self.bar):
            if old:
                old.hide()
                old.deleteLater()
        self.header = Header(self, self.tongue, self.contrast, self._header_view)
        self._helps = None
        self._upright = None
        self.bar = TimeBar(self, theme.color(f"{palette}.primary"), theme.color(f"{palette}.rule"))
        self.bar.hide()
        self.header.show()
        if self._make:
            self._show(self._make)
        else:
            self.lay_out()

    def _show(self, make: Make) -> None:
        old, self._make = self.page, make
        self.page = make(self, self.tongue, self.contrast)
        if old:
            old.hide()
            old.deleteLater()  # it may be the sender of the click that brought us here
        for button in self.page.findChildren(Touch):
            button.pressed.connect(self.countdown.restart)
        self.lay_out()
        self.page.show()

    def _place_helps(self, upright: bool) -> None:
        if self._upright is upright or self.header is None:
            return
        if self._helps:
            self._helps.hide()
            self._helps.deleteLater()
        self._upright = upright
        parent = self if upright else self.header
        helps = Helps(parent, self.tongue, self.contrast, self.sound, upright)
        helps.listen_wanted.connect(self.listen_wanted)
        helps.contrast_wanted.connect(self.turn_contrast)
        helps.language_wanted.connect(self.turn_language)
        self.header.adopt(None if upright else helps)
        helps.show()
        self._helps = helps

    def arrange(self, width: float, height: float) -> None:
        """Place header, page and foot."""
        if self.header is None:
            return
        upright = height > width
        self._place_helps(upright)
        dots = self.screen().physicalDotsPerInch()
        help_tall = smallest_touch(dots, self.unit, _HELP)
        top = help_tall + 40
        foot = help_tall + 54 if upright else _BAR
        self.put(self.header, 0, 0, width, top)
        if upright and self._helps:
            self.put(self._helps, MARGIN, height - help_tall - 28, width - 2 * MARGIN, help_tall)
        if self.bar:
            self.put(self.bar, 0, height - (foot if upright else _BAR), width, _BAR if not upright else 8)
        if self.page:
            self.page.touch = smallest_touch(dots, self.unit, 112)
            self.put(self.page, 0, top, width, height - top - foot)

    def _show_time(self, left: float) -> None:
        if self.page is None or self.bar is None:
            return
        self.bar.setVisible(self.countdown.running or left > 0)
        self.bar.show_share(left / self.countdown.total if self.countdown.total else 0)
        self.page.show_time(-int(-left // 1))

    def _go_home(self) -> None:
        if self.bar:
            self.bar.hide()
        self.freshen()
        self.home_wanted.emit()

    # the pages' signals

    def _home(self, page: HomePage) -> Page:
        page.group_chosen.connect(self.group_chosen)
        page.result_wanted.connect(self.result_wanted)
        page.priority_wanted.connect(self.priority_wanted)
        return page

    def _procedures(self, page: ProceduresPage) -> Page:
        page.number_wanted.connect(self.number_wanted)
        page.priority_toggled.connect(self.priority_toggled)
        page.back_wanted.connect(self.back_wanted)
        return page

    def _priorities(self, page: PriorityPage) -> Page:
        page.priority_chosen.connect(self.priority_chosen)
        page.back_wanted.connect(self.back_wanted)
        return page

    def _number(self, page: NumberPage) -> Page:
        page.done.connect(self._go_home)
        return page

    def _paperless(self, page: PaperlessPage) -> Page:
        page.done.connect(self._go_home)
        page.read_wanted.connect(self.read_wanted)
        page.again_wanted.connect(self.again_wanted)
        return page

    def _ask(self, page: AskPage) -> Page:
        page.answered.connect(self.answered)
        return page

    def _closed(self, page: ClosedPage) -> Page:
        page.result_wanted.connect(self.result_wanted)
        return page

    def _result(self, page: ResultPage) -> Page:
        page.number_wanted.connect(self.result_number_wanted)
        page.other_wanted.connect(self.other_wanted)
        page.back_wanted.connect(self.back_wanted)
        return page

    def _back(self, page: ScanPage | TroublePage | AwayPage) -> Page:
        page.back_wanted.connect(self.back_wanted)
        return page

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the buttons is a sign of life too."""
        self.countdown.restart()
        super().mousePressEvent(event)
