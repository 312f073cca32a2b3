"""The badge in the strip: how many entries wait for this officer's look; a press leads to them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.desk.badge import Badge


class ReviewBadge(Badge):
    """Hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ReviewBadge", "Cần xem lại"), parent)

    def present(self, count: int) -> None:
        """Show how many; none hides the badge."""
        name = self.tr("{count} mục cần xem lại (Ctrl+7)").format(count=count)
        words = self.tr("{count} cần xem lại").format(count=count)
        self.say(words if count > 0 else "", name, str(count))
