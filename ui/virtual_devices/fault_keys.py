"""Keys that break a virtual device and put it right again."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QGridLayout

from ui import theme
from ui.components.key_button import KeyButton


class FaultKey(KeyButton):
    """A key that stays down while its fault lasts; ``mends`` is what it says then, where that is another act."""

    def __init__(self, text: str, icon: str, broken: Callable[[bool], None], mends: str = "") -> None:
        super().__init__(text, icon=icon)
        self._text, self._mends = text, mends or text
        self.setCheckable(True)
        self.toggled.connect(self._say)
        self.toggled.connect(broken)

    def _say(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.set_words(self._mends if on else self._text)


def grid(keys: Sequence[KeyButton], columns: int) -> QGridLayout:
    """Return keys in rows of so many."""
    made = QGridLayout()
    made.setSpacing(theme.px(6))
    for place, key in enumerate(keys):
        made.addWidget(key, place // columns, place % columns)
    for column in range(columns):
        made.setColumnStretch(column, 1)
    return made


def only(keys: Iterable[KeyButton], kept: KeyButton) -> None:
    """Let go of every key but one: the device has one such fault at a time."""
    for key in keys:
        if key is not kept:
            key.setChecked(False)
