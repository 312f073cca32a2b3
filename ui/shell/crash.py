"""A bug on the main thread: a log id, one window that says so, and work goes on."""

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from counter_app.crash_reports import number_of

log = logging.getLogger(__name__)


class CrashNotice:
    """Takes what no slot caught; ``quiet`` for stations of the hall, where nobody may close a dialog."""

    def __init__(self) -> None:
        self.quiet = False
        self._shown: QMessageBox | None = None
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def close(self) -> None:
        """Give the hook back, and take the window away."""
        sys.excepthook = self._before
        if self._shown is not None:
            self._shown.close()
            self._shown.deleteLater()
            self._shown = None

    def tell(self, number: str) -> None:
        """Say once that something went wrong; a second bug while it is on screen is in the log and a report only."""
        text = QCoreApplication.translate("Crash", "Chương trình gặp lỗi, nhưng mọi việc đã lưu vẫn còn nguyên.")
        step = QCoreApplication.translate("Crash", "Làm lại việc vừa rồi. Nếu vẫn lỗi, báo kỹ thuật mã {id}.")
        self._say(text, step.format(id=number))

    def tell_ended(self, number: str) -> None:
        """Say at the next start that the program ended suddenly."""
        text = QCoreApplication.translate(
            "Crash", "Lần trước chương trình bị đóng đột ngột vì một lỗi. Mọi việc đã lưu vẫn còn nguyên."
        )
        step = QCoreApplication.translate(
            "Crash", "Xem lại việc đang làm dở lúc đó. Nếu lặp lại, báo kỹ thuật mã {id}."
        )
        self._say(text, step.format(id=number))

    def _say(self, text: str, step: str) -> None:
        if self.quiet or (self._shown is not None and self._shown.isVisible()):
            return
        box = QMessageBox(QMessageBox.Icon.Warning, QCoreApplication.translate("Crash", "Quầy Một Cửa"), text)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(step)
        box.setModal(False)
        box.show()
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = box

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
            return
        number = number_of(error)
        log.error("event=crash id=%s", number, exc_info=(kind, error, trace))
        self.tell(number)
