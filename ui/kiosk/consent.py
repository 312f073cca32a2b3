"""Before an identity card is used the citizen is told what for and how long, and agrees (Law 91/2025/QH15)."""

from collections.abc import Callable

from counter_app.domain.citizen_card import parse_card
from counter_app.errors import CounterError
from ui.kiosk.presenting import card_question
from ui.kiosk.views import AskView
from ui.language import Tongue

Question = Callable[[Tongue], AskView]
Ask = Callable[[Question, Callable[[bool], None]], None]


def is_card(line: str) -> bool:
    """Whether the reader read an identity card; only the shape of the line is looked at."""
    try:
        parse_card(line)
    except CounterError:
        return False
    return True


class CardConsent:
    """Asked once a visit; until then, and after a no, nothing of the card is used or kept."""

    def __init__(self, ask: Ask, leave: Callable[[], None]) -> None:
        self._ask, self._leave = ask, leave
        self._given = self._asking = False

    def forget(self) -> None:
        """Another citizen may stand here."""
        self._given = self._asking = False

    def before(self, line: str, use: Callable[[], None]) -> None:
        """Use what was read: at once where it is no card, else when the citizen has agreed."""
        if not is_card(line) or self._given:
            self._asking = False
            use()
        elif not self._asking:  # a card that lies before the glass is read again and again
            self._asking = True
            self._ask(card_question, lambda agrees: self._answer(agrees, use))

    def _answer(self, agrees: bool, use: Callable[[], None]) -> None:
        self._asking, self._given = False, agrees
        use() if agrees else self._leave()
