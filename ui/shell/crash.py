"""A bug on the main thread: a log id, one window that says so, and work goes on."""

import logging
import sys
import uuid
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

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

    def tell(self, log_id: str) -> None:
        """Say once that something went wrong; a second bug while it is on screen is in the log only."""
        if self.quiet or (self._shown is not None and self._shown.isVisible()):
            return
        title = QCoreApplication.translate("Crash", "Quầy Một Cửa")
        text = QCoreApplication.translate("Crash", "Chương trình gặp lỗi, nhưng mọi việc đã lưu vẫn còn nguyên.")
        step = QCoreApplication.translate("Crash", "Làm lại việc vừa rồi. Nếu vẫn lỗi, báo kỹ thuật mã {id}.")
        box = QMessageBox(QMessageBox.Icon.Warning, title, text)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(step.format(id=log_id))
        box.setModal(False)
        box.show()
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = box

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            self._before(kind, error, trace)
            return
        log_id = uuid.uuid4().hex[:8]
        log.error("event=crash id=%s", log_id, exc_info=(kind, error, trace))
        self.tell(log_id)
