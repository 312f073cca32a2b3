"""The pages of one row of the checklist: the last few as thumbs, how many, and how far the scan of the next one is."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.services.drafts import DraftPaper
from counter_app.services.page_edits import can_scan, is_scanned, page_doubt, wanted_pictures
from ui import theme
from ui.components.label import Label
from ui.desk.receive.page_thumb import THUMB, PageThumb
from ui.desk.receive.state import Scanning

PAGES_WIDTH = 102
_MOST_THUMBS = 3
_BAR = 3


class PagesCell(QWidget):
    """The cell; ``opened(int)`` tells the place of the page that was clicked."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scanning: Scanning | None = None
        self._count = 0
        self._thumbs: list[PageThumb] = []
        self._word = Label("", "small", color="text_muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(4))
        self._row.addWidget(self._word)
        self._row.addStretch(1)

    @property
    def words(self) -> str:
        """What is said of the pages."""
        return self._word.text()

    def present(self, paper: DraftPaper, images: Mapping[str, QImage], scanning: Scanning | None) -> None:
        """Show the pages of a paper, and the scan that fills it, if one does."""
        self._scanning = scanning
        pages = paper.pages if can_scan(paper) else ()
        self._count = len(pages)
        word, color = self._said(paper)
        self._word.setText(word)
        self._word.set_color(color)
        shown = pages[-self._fitting() :]
        self._keep_thumbs(len(shown))
        for thumb, page in zip(self._thumbs, shown, strict=True):
            thumb.show_image(images.get(page.sha256))
            thumb.set_flagged(page.blank)
        self.update()

    def show_progress(self, scanning: Scanning) -> None:
        """Show how far the page under way is."""
        self._scanning = scanning
        self._word.setText(self.tr("trang {number}").format(number=scanning.page))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar of the page under way."""
        if self._scanning is None:
            return
        with QPainter(self) as painter:
            painter.setPen(theme.color("primary"))
            high = theme.px(_BAR)
            track = QRectF(0, self.height() - high, self.width(), high)
            painter.fillRect(track, theme.color("line"))
            painter.fillRect(
                QRectF(0, track.top(), track.width() * max(0.04, self._scanning.share), high), theme.color("primary")
            )

    def _said(self, paper: DraftPaper) -> tuple[str, str]:
        """Return the words beside the thumbs and their colour."""
        if self._scanning is not None:
            return self.tr("trang {number}").format(number=self._scanning.page), "primary"
        if not paper.applies:
            return "", "text_muted"
        if not self._count and not is_scanned(paper):
            return self.tr("không cần quét"), "text_muted"
        if page_doubt(0, paper) is not None and wanted_pictures(paper):
            return f"{self._count}/{wanted_pictures(paper)}", "warning"
        if self._count > _MOST_THUMBS - 1:
            return str(self._count), "text_muted"
        return (
            self.tr("{count} trang").format(count=self._count) if self._count else self.tr("chưa quét")
        ), "text_muted"

    def _fitting(self) -> int:
        """Return how many pages can be shown beside the words, one at least: a longer word takes the place of one."""
        left = theme.px(PAGES_WIDTH) - self._word.sizeHint().width()
        return max(1, min(_MOST_THUMBS, left // (theme.px(THUMB.width()) + self._row.spacing())))

    def _keep_thumbs(self, count: int) -> None:
        while len(self._thumbs) > count:
            gone = self._thumbs.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._thumbs) < count:
            thumb = PageThumb(self.tr("Xem trang đã quét"))
            self._row.insertWidget(len(self._thumbs), thumb)
            place = len(self._thumbs)
            thumb.clicked.connect(lambda _=False, place=place: self._open(place))
            self._thumbs.append(thumb)

    def _open(self, place: int) -> None:
        self.opened.emit(max(0, self._count - len(self._thumbs)) + place)
