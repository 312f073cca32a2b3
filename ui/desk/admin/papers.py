"""Quản trị → Giấy tờ: how this machine lays out what it prints."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.services.choices import Chosen
from ui import theme
from ui.components.banner import Notice
from ui.components.label import Label
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk.context import DeskContext

_NOTICE = "papers"


class PapersTab(Surface):
    """One choice so far; ``two_up_chosen(bool)`` tells how form 01 is to be laid out."""

    two_up_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.receipt = Segments(
            self.tr("Giấy tiếp nhận và hẹn trả (mẫu 01)"),
            (self.tr("Hai tờ A4 dọc, mỗi liên một tờ"), self.tr("Một tờ A4 ngang, hai liên cạnh nhau")),
        )
        why = self.tr(
            "Hồ sơ nhiều giấy tờ không vừa một tờ ngang thì vẫn in hai tờ dọc. Giấy đã in không đổi: in lại vẫn như cũ."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Giấy tiếp nhận và hẹn trả (mẫu 01)"), "strong", theme.Weight.SEMIBOLD))
        column.addWidget(self.receipt, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(why, "small", color="text_muted", wrap=True))
        column.addStretch(1)
        self.receipt.chosen.connect(lambda index: self.two_up_chosen.emit(index == 1))


class PapersController(QObject):
    """Reads and keeps the choices of this machine."""

    def __init__(self, context: DeskContext, tab: PapersTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        tab.two_up_chosen.connect(self._keep)

    def refresh(self) -> None:
        """Show what is chosen."""

        def show(chosen: Chosen) -> None:
            self.tab.receipt.set_current(int(chosen.receipt_two_up))

        self._context.tasks.read(self._context.services.choices.read, show, owner=self, topic="choices")

    def focus(self) -> None:
        """Put the focus on the choice taken."""
        self.tab.receipt.button(self.tab.receipt.current).setFocus()

    def act(self) -> None:
        """A choice is kept as it is taken: nothing is left to do."""

    def _keep(self, two_up: bool) -> None:
        choices = self._context.services.choices
        kept = Notice(_NOTICE, Tone.SUCCESS, self.tr("Đã lưu. Áp dụng từ giấy in tiếp theo ở máy này."))
        self._context.tasks.run(
            lambda: choices.keep_receipt_two_up(two_up),
            lambda _: self._context.notices.put(kept),
            owner=self,
        )
