"""A question with two large answers: the queue is long, or the card says that its owner is served first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.hall import CENTRE
from ui.kiosk.page import MARGIN, Caption, Page
from ui.kiosk.views import AskView
from ui.language import Tongue
from ui.theme import Weight

_ANSWER = 190.0


class AskPage(Page):
    """One question; ``answered`` with the answer."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget, tongue: Tongue, contrast: bool, view: AskView) -> None:
        super().__init__(parent, tongue, contrast)
        self._card = self.card("surface", "primary", 4, 24)
        self._disc = self.card("soft", None, 0, 84)
        self._icon = self.symbol(view.icon, "on_soft")
        self.title = self.words(view.title, 50, Weight.EXTRABOLD, align=CENTRE)
        self.detail = self.words(view.detail, 34, Weight.SEMIBOLD, "text_muted", CENTRE)
        self.yes = self.button(view.yes, "primary")
        self._yes_words = Caption(self, self.yes, "check", view.yes, 36, self.on_primary)
        self.no = self.button(view.no, "outline")
        self._no_words = Caption(self, self.no, "arrow-left", view.no, 36, "primary")
        self.yes.clicked.connect(lambda: self._answer(True))
        self.no.clicked.connect(lambda: self._answer(False))

    def _answer(self, answer: bool) -> None:
        self.setEnabled(False)  # a second tap finds nothing to tap
        self.answered.emit(answer)

    def arrange(self, width: float, height: float) -> None:
        """Place the question over its answers: side by side, in portrait one over the other."""
        upright = height > width
        full = width - 2 * MARGIN
        answer = max(_ANSWER, self.touch)
        answers = 2 * answer + 32 if upright else answer
        tall = height - answers - 32 - 36 - 78
        self.put(self._card, MARGIN, 32, full, tall)
        detail = 240.0 if upright else 160.0
        title_tall = 300.0 if upright else 182.0
        block = 168 + 24 + title_tall + detail
        top = 32 + max(16.0, (tall - block) / 2)
        self.put(self._disc, (width - 168) / 2, top, 168, 168)
        self.put(self._icon, (width - 112) / 2, top + 28, 112, 112)
        title = top + 168 + 16
        self.put(self.title, MARGIN + 60, title, full - 120, title_tall)
        self.put(self.detail, MARGIN + 60, title + title_tall, full - 120, min(detail, 32 + tall - title - title_tall))
        self._place_answers(32 + tall + 32, full, answer, upright)
        self.put(self.time_words, MARGIN, height - 72, full, 56)

    def _place_answers(self, top: float, full: float, answer: float, upright: bool) -> None:
        wide = full if upright else (full - 32) / 2
        self.put(self.no, MARGIN, top + (answer + 32 if upright else 0), wide, answer)
        self.put(self._no_words, 0, 0, wide, answer - 7)
        self.put(self.yes, MARGIN if upright else MARGIN + wide + 32, top, wide, answer)
        self.put(self._yes_words, 0, 0, wide, answer - 7)
