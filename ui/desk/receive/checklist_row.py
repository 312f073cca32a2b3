"""One row of the checklist: what paper, in which form, how many, its pages, its scan button."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.procedures import PaperForm
from counter_app.services.reception import DraftPaper
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.desk import words

HEIGHT = 44
FORM_WIDTH = 150
COPIES_WIDTH = 56
PAGES_WIDTH = 102
SCAN_WIDTH = 84
_THUMB = QSize(24, 32)
_MOST_THUMBS = 3
_FINER = 2
_ROUGH = 4
_MOST_COPIES = 99
_LEFT_OUT = "left-out"


class PageThumb(QAbstractButton):
    """A scanned page, tiny; opens it at the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._small: QImage | None = None
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the help panel's arrows reach every page by key
        self.setFixedSize(theme.px(_THUMB.width()), theme.px(_THUMB.height()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_image(self, image: QImage | None) -> None:
        """Show the page, or an empty sheet while it loads."""
        if image is not self._image:
            self._image = image
            self._small = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = self.rect()
        painter.fillRect(area, Qt.GlobalColor.white)
        if self._image is not None and not self._image.isNull():
            if self._small is None:
                keep = Qt.AspectRatioMode.KeepAspectRatio
                near = self._image.scaled(area.size() * _FINER * _ROUGH, keep)  # smooth scaling of it all takes 3 ms
                self._small = near.scaled(area.size() * _FINER, keep, Qt.TransformationMode.SmoothTransformation)
            size = self._small.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (area.width() - size.width()) // 2, (area.height() - size.height()) // 2
            painter.drawImage(QRect(left, top, size.width(), size.height()), self._small)
        painter.setPen(theme.color("primary" if self.underMouse() else "line_strong"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.end()


class _Copies(QSpinBox):
    """Lets Enter go on to whoever moves the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(1, _MOST_COPIES)
        self.setFixedHeight(theme.px(32))
        self.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)


class ChecklistRow(QWidget):
    """The row; ``edited(DraftPaper)``, ``scan_asked``, ``scan_cancelled``, ``page_opened(int)``."""

    edited = Signal(object)
    scan_asked = Signal()
    scan_cancelled = Signal()
    page_opened = Signal(int)

    def __init__(self, paper: DraftPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._scanning: int | None = None
        self._sign = IconLabel("circle", "line_strong", 20)
        self._name = ElidedLabel(paper.name, weight=theme.Weight.MEDIUM)
        self._sub = ElidedLabel("", "small", color="text_muted")
        self.form = QComboBox()
        self.copies = _Copies()
        self._pages = QWidget()
        self._pages_row = QHBoxLayout(self._pages)
        self._thumbs: list[PageThumb] = []
        self._pages_word = Label("", "small", color="text_muted")
        self.scan = KeyButton(self.tr("Quét"), icon="scan", name=self.tr("Quét"))
        for form in PaperForm:
            self.form.addItem(words.form_words(form), form.value)
        self.form.addItem("", _LEFT_OUT)
        self._build()
        self.take(paper)
        self.form.activated.connect(self._form_taken)
        self.copies.valueChanged.connect(self._copies_taken)
        self.scan.clicked.connect(self._scan_pressed)

    @property
    def paper(self) -> DraftPaper:
        """What the row stands for."""
        return self._paper

    @property
    def takes_pages(self) -> bool:
        """Whether there is something to scan."""
        return self._paper.applies and self._paper.form is not PaperForm.PRESENTED

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        return self.form, self.copies, self.scan

    def take(self, paper: DraftPaper) -> None:
        """Stand for a paper from now on."""
        self._paper = paper
        self._name.set_text(paper.name)
        self.form.setAccessibleName(self.tr("Hình thức: {paper}").format(paper=paper.name))
        self.form.view().setAccessibleName(self.form.accessibleName())
        self.copies.setAccessibleName(self.tr("Số bản: {paper}").format(paper=paper.name))
        self.scan.set_name(self.tr("Quét: {paper}").format(paper=paper.name))
        left_out = self.tr("Chưa nộp") if paper.required else self.tr("Không áp dụng")
        self.form.setItemText(self.form.count() - 1, left_out)

    def set_stacked(self, stacked: bool) -> None:
        """Put the controls under the name, or beside it."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, theme.px(6 if stacked else 0), 0, theme.px(6 if stacked else 0))
        self._controls_row.setContentsMargins(theme.px(28) if stacked else 0, 0, 0, 0)
        if stacked:
            self._pages.setMinimumWidth(0)
            self._pages.setMaximumWidth(16_777_215)
            self.setMinimumHeight(0)
        else:
            self._pages.setFixedWidth(theme.px(PAGES_WIDTH))
            self.setMinimumHeight(theme.px(HEIGHT))

    def present(self, paper: DraftPaper, images: Mapping[str, QImage], scanning: int | None, *, can_scan: bool) -> None:
        """Show the paper, its pages, and the scan that fills it (pages so far) if one does."""
        self._paper, self._scanning = paper, scanning
        wanted = paper.form.value if paper.applies else _LEFT_OUT
        self.form.setCurrentIndex(max(0, self.form.findData(wanted)))
        self.copies.blockSignals(True)
        self.copies.setValue(max(1, paper.copies))
        self.copies.blockSignals(False)
        self.copies.setEnabled(paper.applies)
        _keep_room(self.copies, shown=paper.applies)
        _keep_room(self.scan, shown=self.takes_pages)
        self.scan.setEnabled(can_scan or scanning is not None)
        if scanning is None:
            self.scan.set_words(self.tr("Quét"), icon="scan")
        else:
            self.scan.set_words(self.tr("Dừng"), icon="player-stop")
        self._show_sign()
        self._show_pages(images)

    def _build(self) -> None:
        self.form.setFixedHeight(theme.px(32))
        self.form.setFixedWidth(theme.px(FORM_WIDTH))
        self.copies.setFixedWidth(theme.px(COPIES_WIDTH))
        self.scan.setFixedWidth(max(theme.px(SCAN_WIDTH), self.scan.sizeHint().width()))
        self._pages_row.setContentsMargins(0, 0, 0, 0)
        self._pages_row.setSpacing(theme.px(4))
        self._pages_row.addWidget(self._pages_word)
        self._pages_row.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._sub)
        title = QHBoxLayout()
        title.setSpacing(theme.px(8))
        title.addWidget(self._sign)
        title.addLayout(names, 1)
        self._controls_row = QHBoxLayout()
        self._controls_row.setSpacing(theme.px(8))
        for part in (self.form, self.copies, self._pages, self.scan):
            self._controls_row.addWidget(part)
        self._controls_row.setStretchFactor(self._pages, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(title, 1)
        self._row.addLayout(self._controls_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_stacked(False)

    def _show_sign(self) -> None:
        paper = self._paper
        if not paper.applies:
            missing = paper.required
            self._sign.set_icon("alert-triangle" if missing else "circle-minus", "warning" if missing else "text_muted")
        elif paper.pages or paper.form in (PaperForm.PRESENTED, PaperForm.ELECTRONIC):
            self._sign.set_icon("circle-check-filled", "success")
        else:
            self._sign.set_icon("circle", "line_strong")
        self._name.set_color("text" if paper.applies or paper.required else "text_muted")
        self._sub.set_text(paper.condition or self._form_hint())
        self._sub.setVisible(bool(self._sub.text))

    def _form_hint(self) -> str:
        if self._paper.form is PaperForm.PRESENTED:
            return self.tr("đối chiếu, không sao chụp")
        return "" if self._paper.required else self.tr("nếu có")

    def _show_pages(self, images: Mapping[str, QImage]) -> None:
        pages = self._paper.pages if self.takes_pages else ()
        word, color = self._pages_words(len(pages))
        self._pages_word.setText(word)
        self._pages_word.set_color(color)
        shown = pages[-self._fitting() :]
        while len(self._thumbs) > len(shown):
            gone = self._thumbs.pop()
            self._pages_row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._thumbs) < len(shown):
            thumb = PageThumb(self.tr("Xem trang đã quét"))
            self._pages_row.insertWidget(len(self._thumbs), thumb)
            place = len(self._thumbs)
            thumb.clicked.connect(lambda _=False, place=place: self._open(place))
            self._thumbs.append(thumb)
        for thumb, page in zip(self._thumbs, shown, strict=True):
            thumb.show_image(images.get(page.sha256))

    def _fitting(self) -> int:
        """Return how many pages can be shown beside the words, one at least: a longer word takes the place of one."""
        left = theme.px(PAGES_WIDTH) - self._pages_word.sizeHint().width()
        return max(1, min(_MOST_THUMBS, left // (theme.px(_THUMB.width()) + self._pages_row.spacing())))

    def _pages_words(self, count: int) -> tuple[str, str]:
        if self._scanning is not None:
            return self.tr("đang quét…"), "primary"
        if not self._paper.applies:
            return "", "text_muted"
        if not self.takes_pages:
            return self.tr("không cần quét"), "text_muted"
        if count > _MOST_THUMBS - 1:
            return str(count), "text_muted"
        return (self.tr("{count} trang").format(count=count) if count else self.tr("chưa quét")), "text_muted"

    def _open(self, place: int) -> None:
        hidden = max(0, len(self._paper.pages) - len(self._thumbs))
        self.page_opened.emit(hidden + place)

    def _form_taken(self, index: int) -> None:
        taken = self.form.itemData(index)
        if taken == _LEFT_OUT:
            self.edited.emit(replace(self._paper, applies=False))
        else:
            self.edited.emit(replace(self._paper, applies=True, form=PaperForm(taken)))

    def _copies_taken(self, copies: int) -> None:
        self.edited.emit(replace(self._paper, copies=copies))

    def _scan_pressed(self) -> None:
        (self.scan_asked if self._scanning is None else self.scan_cancelled).emit()


def _keep_room(widget: QWidget, *, shown: bool) -> None:
    """Hide or show without moving the neighbours, so that the columns stay in line."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    widget.setVisible(shown)
