"""A column that scrolls up and down on its parent's ground."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class VerticalScroll(QScrollArea):
    """Scrolls one widget, whose width follows; takes no focus of its own."""

    def __init__(self, inner: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        if inner is not None:
            self.set_inner(inner)

    def follow_focus(self) -> None:
        """Bring whatever gets the focus into view; Qt does so only where the focus came by Tab."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # it may have just been shown
            self.ensureWidgetVisible(now)

    def set_inner(self, inner: QWidget) -> None:
        """Scroll ``inner``; the ground shows through it."""
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
