"""Quản trị → Giấy tờ: reads and keeps the choices of this machine."""

from PySide6.QtCore import QCoreApplication, QObject

from counter_app.services.choices import Chosen
from counter_app.services.housekeeping import HousekeepingSummary
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.papers.retention import RetentionControl
from ui.desk.admin.papers.tab import SCAN_DAYS, PapersTab
from ui.desk.context import DeskContext
from ui.desk.sync_page.words import size

_NOTICE = "papers"


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
