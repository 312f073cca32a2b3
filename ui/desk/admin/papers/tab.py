"""Quản trị → Giấy tờ: how this machine lays out what it prints, and how long it keeps scans."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.components.label import Label
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.desk.admin.papers.retention import RetentionPart

SCAN_DAYS = (30, 90, 180, 365)


class PapersTab(Surface):
    """``two_up_chosen(bool)`` tells how form 01 is to be laid out, ``scan_days_chosen(int)`` how long scans stay."""

    two_up_chosen = Signal(bool)
    scan_days_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.receipt = Segments(
            self.tr("Giấy tiếp nhận và hẹn trả (mẫu 01)"),
            (self.tr("Hai tờ A4 dọc, mỗi liên một tờ"), self.tr("Một tờ A4 ngang, hai liên cạnh nhau")),
        )
        self.scan_days = Segments(
            self.tr("Giữ bản quét ở máy này bao lâu sau khi hồ sơ kết thúc"),
            tuple(self.tr("{days} ngày").format(days=days) for days in SCAN_DAYS),
        )
        self.disk = Label("", "small", color="text_muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        self._add(column, self.receipt, self._why_layout())
        column.addSpacing(theme.px(16))
        self._add(column, self.scan_days, self._why_days())
        column.addWidget(self.disk)
        column.addSpacing(theme.px(16))
        self.retention = RetentionPart()
        column.addWidget(self.retention)
        column.addStretch(1)
        self.receipt.chosen.connect(lambda index: self.two_up_chosen.emit(index == 1))
        self.scan_days.chosen.connect(lambda index: self.scan_days_chosen.emit(SCAN_DAYS[index]))

    def _why_layout(self) -> str:
        return self.tr(
            "Hồ sơ nhiều giấy tờ không vừa một tờ ngang thì vẫn in hai tờ dọc. Giấy đã in không đổi: in lại vẫn như cũ."
        )

    def _why_days(self) -> str:
        return self.tr(
            "Chỉ khi ổ đĩa sắp đầy, bản quét cũ hơn mới được dọn khỏi máy này, sau khi máy chủ xác nhận đang giữ. "
            "Khi mở xem, in hoặc lưu, máy tự tải về lại. Giấy tiếp nhận, kết quả và hồ sơ chưa xong luôn ở lại."
        )

    def _add(self, column: QVBoxLayout, choice: Segments, why: str) -> None:
        column.addWidget(Label(choice.accessibleName(), "strong", theme.Weight.SEMIBOLD, wrap=True))
        column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(why, "small", color="text_muted", wrap=True))
