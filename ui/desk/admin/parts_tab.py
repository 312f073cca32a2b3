"""A tab of the administration that shows one of its parts at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.surface import Surface


class PartsTab(Surface):
    """``part_opened(int)`` tells the part that is shown from now on."""

    part_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.parts: Segments
        self._stack = QStackedWidget()

    @property
    def part(self) -> int:
        """The part shown, in the order of the choices."""
        return self._stack.currentIndex()

    def open_part(self, part: int) -> None:
        """Show one of the parts."""
        self.parts.set_current(part)
        self._stack.setCurrentIndex(part)
        self.part_opened.emit(part)

    def _offer(self, name: str, parts: Sequence[tuple[str, QWidget]]) -> None:
        """Make the choice between the parts, and put them behind each other."""
        self.parts = Segments(name, tuple(text for text, _ in parts))
        self.parts.chosen.connect(self.open_part)
        for _, part in parts:
            self._stack.addWidget(part)

    def _place(self, beside: QWidget, *, at_right: bool = False) -> None:
        """Put the choice and what stands ``beside`` it above the part shown."""
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        head.setSpacing(theme.px(16))
        head.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        if at_right:
            head.addStretch(1)
        head.addWidget(beside, 0 if at_right else 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
