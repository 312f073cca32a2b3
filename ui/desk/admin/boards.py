"""Quản trị → Bảng và giọng đọc: what each board shows and says, and the voice that calls the numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.desk.admin.boards_form import BoardsPart
from ui.desk.admin.boards_voice import VoicePart

BOARDS, VOICE = range(2)


class BoardsTab(Surface):
    """Two parts: the boards, the voice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.boards, self.voice = BoardsPart(), VoicePart()
        self.parts = Segments(self.tr("Phần thiết lập"), (self.tr("Bảng gọi số"), self.tr("Giọng đọc")))
        self._locked = Label(
            self.tr("Chỉ xem: việc sửa bảng và giọng đọc cần người có quyền quản trị."), "small", color="warning"
        )
        self._locked.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.boards)
        self._stack.addWidget(self.voice)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        head.setSpacing(theme.px(16))
        head.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._locked, 1)
        head.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        self.parts.chosen.connect(self.open_part)

    @property
    def part(self) -> int:
        """BOARDS or VOICE."""
        return self._stack.currentIndex()

    def open_part(self, part: int) -> None:
        """Show the boards or the voice."""
        self.parts.set_current(part)
        self._stack.setCurrentIndex(part)

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self._locked.setVisible(not allowed)
        self.boards.set_allowed(allowed)
        self.voice.set_allowed(allowed)
