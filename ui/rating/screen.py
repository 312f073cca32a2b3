"""The rating screen: shows any page; knows no service."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.hall import Stage
from ui.hall_touch import Countdown, TimeBar
from ui.rating.pages import AskPage, IdlePage, RatingPage, ReasonsPage, ThanksPage, tint
from ui.rating.views import PlaceView

DOTS = 149.8
"""Dots an inch of the tablet that the pages were drawn for: 10.1 inches, 1280 × 800."""
ANSWER_S = 60.0
REASONS_S = 30.0
THANKS_S = 5.0
_BAR = 12.0


class RatingScreen(Stage):
    """One page at a time; time runs out at the lower edge."""

    landscape = QSize(1280, 800)

    answered = Signal(int)
    reasons_given = Signal(tuple)
    skipped = Signal()
    timed_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tint("background"), parent)
        self.dots = DOTS
        self.setWindowTitle(self.tr("Đánh giá"))
        self.setMinimumSize(640, 400)
        self.page: RatingPage | None = None
        self.bar = TimeBar(self, tint("primary"), tint("rule"))
        self.bar.hide()
        self.countdown = Countdown(self)
        self.countdown.ticked.connect(self._show_time)
        self.countdown.expired.connect(self.timed_out)

    def show_idle(self, view: PlaceView) -> None:
        """Show who sits here."""
        self.countdown.stop()
        self._show(IdlePage(self, view))

    def show_ask(self, view: PlaceView, steps: int = 5) -> None:
        """Ask, with five faces, four or three."""
        page = AskPage(self, view, steps)
        page.answered.connect(self.answered)
        page.skipped.connect(self.skipped)
        self._show(page)
        self.countdown.start(ANSWER_S)

    def show_reasons(self, view: PlaceView, score: int) -> None:
        """Ask what to mend."""
        page = ReasonsPage(self, view, score)
        page.sent.connect(self.reasons_given)
        page.skipped.connect(self.skipped)
        for box in page.reasons:
            box.pressed.connect(self.countdown.restart)
        self._show(page)
        self.countdown.start(REASONS_S)

    def show_thanks(self) -> None:
        """Say thanks."""
        self._show(ThanksPage(self))
        self.countdown.start(THANKS_S)

    def arrange(self, width: float, height: float) -> None:
        """Place page and bar."""
        if self.page:
            self.put(self.page, 0, 0, width, height)
        self.put(self.bar, 0, height - _BAR, width, _BAR)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the buttons is a sign of life too."""
        self.countdown.restart()
        super().mousePressEvent(event)

    def _show(self, page: RatingPage) -> None:
        old, self.page = self.page, page
        if old:
            old.hide()
            old.deleteLater()
        self.lay_out()
        page.show()
        self.bar.raise_()
        self.bar.setVisible(not isinstance(page, IdlePage))

    def _show_time(self, left: float) -> None:
        self.bar.show_share(left / self.countdown.total if self.countdown.total else 0.0)
