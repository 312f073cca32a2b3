"""In the strip, for administrators: a day of work without a backup, or one that failed; a press leads to its tab."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from counter_app.domain.facts import Duty
from counter_app.services.backups import BackupOverview, Standing
from ui.desk.badge import Badge
from ui.desk.context import DeskContext

_LOOK_MS = 300_000
_FIRST_MS = 3_000


class BackupBadge(Badge):
    """Hidden while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("BackupBadge", "Sao lưu"), parent)

    def present(self, seen: BackupOverview) -> None:
        """Say that there is none, or that it is old; nothing where a backup is a day old at most."""
        words = ""
        if seen.overdue:
            words = self.tr("Chưa sao lưu") if seen.state.last is None else self.tr("Sao lưu quá cũ")
        elif seen.standing is Standing.FAILED:
            words = self.tr("Sao lưu lỗi")
        name = self.tr("{words}: mở Quản trị, mục Sao lưu").format(words=words)
        self.say(words, name if words else self.tr("Sao lưu"))


class BackupWatch(QObject):
    """Reads now and then how the backups stand; whoever is no administrator is not troubled."""

    def __init__(self, context: DeskContext, badge: BackupBadge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._badge = context, badge
        if not context.officer.may(Duty.ADMINISTRATION):
            return
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self.refresh)
        self._look.start()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_FIRST_MS)
        self._first.timeout.connect(self.refresh)
        self._first.start()

    def refresh(self) -> None:
        """Look again."""
        overview = self._context.services.backups.overview
        self._context.tasks.read(overview, self._badge.present, owner=self, topic="backup")
