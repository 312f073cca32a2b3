"""Quản trị → Bảng và giọng đọc: what each board shows and says, the voice that calls, how citizens are asked."""

from PySide6.QtWidgets import QWidget

from ui.components.label import Label
from ui.desk.admin.boards.form import BoardsPart
from ui.desk.admin.boards.rating import RatingPart
from ui.desk.admin.boards.voice import VoicePart
from ui.desk.admin.parts_tab import PartsTab

BOARDS, VOICE, RATING = range(3)


class BoardsTab(PartsTab):
    """Three parts: BOARDS, VOICE, RATING."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boards, self.voice, self.rating = BoardsPart(), VoicePart(), RatingPart()
        parts = (
            (self.tr("Bảng gọi số"), self.boards),
            (self.tr("Giọng đọc"), self.voice),
            (self.tr("Đánh giá"), self.rating),
        )
        self._offer(self.tr("Phần thiết lập"), parts)
        self._locked = Label(
            self.tr("Chỉ xem: việc sửa bảng và giọng đọc cần người có quyền quản trị."), "small", color="warning"
        )
        self._locked.hide()
        self._place(self._locked)

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self._locked.setVisible(not allowed)
        self.boards.set_allowed(allowed)
        self.voice.set_allowed(allowed)
        self.rating.set_allowed(allowed)
