"""The head of a page: its title, a chip, an act at the right; banners below it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.banner import Banners
from ui.components.chip import Chip
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface

HEIGHT = 48


class PageHead(Surface):
    """Title, chip, acts and the page's banners."""

    def __init__(self, title: str, acts: tuple[KeyButton, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.chip = Chip()
        self.chip.hide()
        self.banners = Banners()
        self._title = Label(title, "title", theme.Weight.SEMIBOLD)
        self._line = QWidget()
        self._line.setFixedHeight(theme.px(HEIGHT))
        row = QHBoxLayout(self._line)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._title)
        row.addSpacing(theme.px(8))
        row.addWidget(self.chip)
        row.addStretch(1)
        for act in acts:
            row.addWidget(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self.banners)
        self._rule = Rule()
        column.addWidget(self._rule)

    def show_title(self, shown: bool) -> None:
        """Give the line of the title to the page where its height is needed: the top bar names the page too."""
        self._line.setVisible(shown)
        self._rule.setVisible(shown)
