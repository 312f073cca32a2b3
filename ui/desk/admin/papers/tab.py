"""Quản trị → Giấy tờ: how this machine lays out what it prints, and how long it keeps scans."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.services.choices import Chosen
from counter_app.services.housekeeping import HousekeepingSummary
from ui import theme
from ui.components.banner import Notice
from ui.components.label import Label
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk.admin.papers.retention import RetentionControl, RetentionPart
from ui.desk.context import DeskContext
from ui.desk.sync_page.words import size

_NOTICE = "papers"
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


class PapersController(QObject):
    """Reads and keeps the choices of this machine."""

    def __init__(self, context: DeskContext, tab: PapersTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        tab.two_up_chosen.connect(self._keep)
        tab.scan_days_chosen.connect(self._keep_scan_days)
        self.retention = RetentionControl(context, tab.retention, parent=self)

    def refresh(self) -> None:
        """Show what is chosen."""
        self.retention.refresh()
        services = self._context.services

        def show(read: tuple[Chosen, HousekeepingSummary]) -> None:
            chosen, disk = read
            self.tab.receipt.set_current(int(chosen.receipt_two_up))
            self.tab.scan_days.set_current(_nearest(chosen.scan_days))
            self.tab.disk.setText(disk_words(disk))

        self._context.tasks.read(
            lambda: (services.choices.read(), services.housekeeping.summary()), show, owner=self, topic="choices"
        )

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

    def _keep_scan_days(self, days: int) -> None:
        choices = self._context.services.choices
        kept = Notice(_NOTICE, Tone.SUCCESS, self.tr("Đã lưu. Áp dụng ngay cho bản quét ở máy này."))
        self._context.tasks.run(
            lambda: choices.keep_scan_days(days),
            lambda _: self._context.notices.put(kept),
            owner=self,
        )


def disk_words(summary: HousekeepingSummary) -> str:
    """Say how the disk stands and how many scans are at the server only, and what is wrong if something is."""
    translate = QCoreApplication.translate
    free = translate("PapersTab", "Ổ đĩa còn trống {free}.").format(free=size(summary.room.free))
    parts = [free]
    if summary.away:
        away = translate("PapersTab", "{count} trang quét ({size}) chỉ còn ở máy chủ.")
        parts.append(away.format(count=summary.away, size=size(summary.away_bytes)))
    if summary.fault is not None:
        parts.append(translate("PapersTab", "Ổ đĩa sắp đầy nhưng chưa hỏi được máy chủ nên chưa dọn."))
    elif summary.exhausted:
        parts.append(translate("PapersTab", "Ổ đĩa sắp đầy và không còn bản quét nào được phép dọn."))
    return " ".join(parts)


def _nearest(days: int) -> int:
    """Where the choice nearest to a number of days stands."""
    return min(range(len(SCAN_DAYS)), key=lambda index: abs(SCAN_DAYS[index] - days))
