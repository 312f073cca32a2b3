"""Takes pictures of windows without a screen: for the documentation, and for whoever changes a screen."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.errors import Code, CounterError
from ui import theme
from ui.language import Language, set_language
from ui.shell.garbage import Garbage

log = logging.getLogger(__name__)

_NO_WINDOW_MANAGER = "This plugin does not support "
_STEP_MS = 10
_SETTLE_MS = 140
_PATIENCE_MS = 10_000


class Studio:
    """One application without a screen; every window it shows is put away again."""

    def __init__(self, out: Path, told: Callable[[str], None]) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        qInstallMessageHandler(_tell)
        found = QCoreApplication.instance()
        self._app = found if isinstance(found, QApplication) else QApplication(["counter-app"])
        self._app.setQuitOnLastWindowClosed(False)
        self._app.setCursorFlashTime(0)
        self._out, self._told = out, told
        self._garbage = Garbage()
        self.look()

    def look(self, *, contrast: bool = False, scale: float = 1.0, language: Language = "vi") -> None:
        """Change how everything looks from here on."""
        theme.apply(self._app, contrast, scale)
        set_language(self._app, language)

    def show(self, window: QWidget, width: int, height: int) -> None:
        """Show a window in a size and let it come to rest."""
        window.resize(width, height)
        window.show()
        window.activateWindow()
        self.settle()

    def take(self, name: str, window: QWidget) -> None:
        """Save what a window shows. Raises OUTPUT_NOT_WRITABLE."""
        path = self._out / f"{name}.png"
        if not window.grab().save(str(path)):
            raise CounterError(Code.OUTPUT_NOT_WRITABLE, path=path)
        self._told(path.name)

    def close(self) -> None:
        """The last picture was taken."""
        self._garbage.close()

    def put_away(self, window: QWidget) -> None:
        """Close a window for good."""
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def settle(self, milliseconds: int = _SETTLE_MS) -> None:
        """Let answers arrive and timers that gather changes run out."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait(self, seen: Callable[[], bool], what: str) -> None:
        """Wait until ``seen``. Raises RuntimeError naming ``what`` after ten seconds."""
        loop, waited = QEventLoop(), 0
        while not seen():
            if waited > _PATIENCE_MS:
                raise RuntimeError(f"never seen: {what}")
            QTimer.singleShot(_STEP_MS, loop.quit)
            loop.exec()
            waited += _STEP_MS
        self.settle()


def _tell(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Log what Qt says, but for a screen that is not there."""
    if not text.startswith(_NO_WINDOW_MANAGER) and kind is not QtMsgType.QtDebugMsg:
        log.warning("event=qt text=%r", text)
