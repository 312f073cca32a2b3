"""One row of the checklist: what paper, in which form, how many, its pages, its scan button."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.procedures import PaperCount, PaperForm
from counter_app.services.drafts import DraftPaper
from counter_app.services.page_edits import Doubt, can_scan, is_scanned, page_doubt
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton
from ui.desk import words
from ui.desk.receive.also_line import COPIES_WIDTH, COUNTED, FORM_WIDTH, AlsoLine, Copies
from ui.desk.receive.pages_cell import PAGES_WIDTH, PagesCell
from ui.desk.receive.state import Scanning, ScanPause

HEIGHT = 44
SCAN_WIDTH = 84
_LEFT_OUT = "left-out"
_ANOTHER = "another"


class ChecklistRow(QWidget):
    """The row; ``edited(DraftPaper)``, ``removed``, ``scan_asked``, ``scan_cancelled``, ``page_opened(int)``.

    ``rebuilt`` follows a count that came or went, because the Tab key has other stops then.
    """

    edited = Signal(object)
    removed = Signal()
    rebuilt = Signal()
    scan_asked = Signal()
    scan_cancelled = Signal()
    page_opened = Signal(int)

    def __init__(self, paper: DraftPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._scanning: Scanning | None = None
        self._paused: ScanPause | None = None
        self._lacking = False
        self._stacked = False
        self._also: tuple[AlsoLine, ...] = ()
        self._also_shown: tuple[PaperCount, ...] = ()
        self._sign = IconLabel("circle", "line_strong", 20)
        self._name = ElidedLabel(paper.name, weight=theme.Weight.MEDIUM)
        self._sub = ElidedLabel("", "small", color="text_muted")
        self.form = QComboBox()
        self.copies = Copies()
        self.pages = PagesCell()
        self.scan = KeyButton(self.tr("Quét"), icon="scan", name=self.tr("Quét"))
        for form in PaperForm:
            self.form.addItem(words.form_words(form), form.value)
        self.form.addItem("", _LEFT_OUT)
        self.form.addItem(self.tr("Thêm hình thức…"), _ANOTHER)
        self._build()
        self.take(paper)
        self.form.activated.connect(self._form_taken)
        self.copies.valueChanged.connect(self._copies_taken)
        self.scan.clicked.connect(self._scan_pressed)
        self.pages.opened.connect(self.page_opened)

    @property
    def paper(self) -> DraftPaper:
        """What the row stands for."""
        return self._paper

    @property
    def takes_pages(self) -> bool:
        """Whether there is something to scan."""
        return can_scan(self._paper)

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        also = [part for line in self._also for part in (line.form, line.copies, line.remove)]
        return self.form, self.copies, self.scan, *also

    def take(self, paper: DraftPaper) -> None:
        """Stand for a paper from now on."""
        self._paper = paper
        self._name.set_text(paper.name)
        self.form.setAccessibleName(self.tr("Hình thức: {paper}").format(paper=paper.name))
        self.form.view().setAccessibleName(self.form.accessibleName())
        self.copies.setAccessibleName(self.tr("Số bản: {paper}").format(paper=paper.name))
        self.scan.set_name(self.tr("Quét: {paper}").format(paper=paper.name))
        self.form.setItemText(self.form.findData(_LEFT_OUT), self._left_out_words())

    def set_stacked(self, stacked: bool) -> None:
        """Put the controls under the name, or beside it."""
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, theme.px(6 if stacked else 0), 0, theme.px(6 if stacked else 0))
        self._controls_row.setContentsMargins(theme.px(28) if stacked else 0, 0, 0, 0)
        if stacked:
            self.pages.setMinimumWidth(0)
            self.pages.setMaximumWidth(16_777_215)
            self._main.setMinimumHeight(0)
        else:
            self.pages.setFixedWidth(theme.px(PAGES_WIDTH))
            self._main.setMinimumHeight(theme.px(HEIGHT))
        self._stacked = stacked
        for line in self._also:
            self._place(line)

    def present(
        self,
        paper: DraftPaper,
        images: Mapping[str, QImage],
        scanning: Scanning | None,
        *,
        ready: bool,
        lacking: bool = False,
        paused: ScanPause | None = None,
    ) -> None:
        """Show the paper, its pages, the scan that fills it or could go on; ``lacking``: it must come."""
        self._paper, self._scanning, self._lacking, self._paused = paper, scanning, lacking, paused
        wanted = paper.form.value if paper.applies else _LEFT_OUT
        self.form.setCurrentIndex(max(0, self.form.findData(wanted)))
        self.copies.blockSignals(True)
        self.copies.setValue(max(1, paper.copies))
        self.copies.blockSignals(False)
        self.copies.setEnabled(paper.applies)
        _keep_room(self.copies, shown=paper.applies)
        _keep_room(self.scan, shown=self.takes_pages)
        self.scan.setEnabled(ready or scanning is not None)
        if scanning is not None:
            self.scan.set_words(self.tr("Dừng"), icon="player-stop")
        elif paused is not None:
            self.scan.set_words(paused.act, icon="")
        else:
            self.scan.set_words(self.tr("Quét"), icon="scan")
        self._show_sign()
        self.pages.present(paper, images, scanning)
        self._show_also()

    def _build(self) -> None:
        self.form.setFixedHeight(theme.px(32))
        self.form.setFixedWidth(theme.px(FORM_WIDTH))
        self.copies.setFixedWidth(theme.px(COPIES_WIDTH))
        self.scan.setFixedWidth(max(theme.px(SCAN_WIDTH), self.scan.sizeHint().width()))
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
        for part in (self.form, self.copies, self.pages, self.scan):
            self._controls_row.addWidget(part)
        self._controls_row.setStretchFactor(self.pages, 1)
        main = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, main)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(title, 1)
        self._row.addLayout(self._controls_row)
        self._main = main
        self._also_column = QVBoxLayout()
        self._also_column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(main)
        whole.addLayout(self._also_column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_stacked(False)

    def _show_sign(self) -> None:
        paper = self._paper
        if not paper.applies:
            missing = self._lacking
            self._sign.set_icon("alert-triangle" if missing else "circle-minus", "warning" if missing else "text_muted")
        elif self._scanning is None and page_doubt(0, paper) is not None:
            self._sign.set_icon("alert-triangle", "warning")
        elif paper.pages or not is_scanned(paper):
            self._sign.set_icon("circle-check-filled", "success")
        else:
            self._sign.set_icon("circle", "line_strong")
        self._name.set_color("text" if paper.applies or self._lacking else "text_muted")
        trouble = self._trouble()
        self._sub.set_text(trouble or paper.condition or self._form_hint())
        self._sub.set_color("warning" if trouble and not self._asks else "primary" if trouble else "text_muted")
        self._sub.setVisible(bool(self._sub.text))

    @property
    def _asks(self) -> bool:
        """Whether the scan waits for the officer, and nothing went wrong."""
        return self._paused is not None and not self._paused.fault

    def _trouble(self) -> str:
        """Return what keeps the pages from being complete: a scan that stopped, a count that is wrong, a blank page."""
        if self._scanning is not None:
            return ""
        if self._paused is not None:
            return self._paused.words
        doubt = page_doubt(0, self._paper)
        if doubt is not None:
            match doubt.doubt:
                case Doubt.NO_TWIN:
                    return self.tr("thiếu ảnh không có ghi chú")
                case Doubt.TOO_FEW:
                    return self.tr("thiếu {count} ảnh").format(count=doubt.wanted - doubt.have)
                case Doubt.TOO_MANY:
                    return self.tr("thừa {count} ảnh").format(count=doubt.have - doubt.wanted)
        blank = sum(page.blank for page in self._paper.pages)
        return self.tr("{count} trang hình như trắng").format(count=blank) if blank else ""

    def _form_hint(self) -> str:
        if self._paper.form is PaperForm.PRESENTED:
            return self.tr("đối chiếu, không sao chụp")
        if self._paper.form is PaperForm.ELECTRONIC:
            return self.tr("đã có bản điện tử")
        if self._paper.choice:
            return self.tr("một trong các loại giấy thay nhau")
        if self._paper.extra:
            return self.tr("ngoài danh mục")
        return "" if self._paper.required else self.tr("nếu có")

    def _left_out_words(self) -> str:
        if self._paper.extra:
            return self.tr("Bỏ dòng này")
        if self._paper.choice:
            return self.tr("Dùng giấy khác")
        return self.tr("Chưa nộp") if self._paper.required else self.tr("Không áp dụng")

    def _show_also(self) -> None:
        also = self._paper.also if self._paper.applies else ()
        if also == self._also_shown:
            return
        self._also_shown = also
        told = tuple(PaperCount(PaperForm(line.form.currentData()), line.copies.value()) for line in self._also)
        if told == also:
            return  # the lines show it already: the change came from them
        for line in self._also:
            self._also_column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._also = tuple(AlsoLine(self._paper.name, count) for count in also)
        for place, line in enumerate(self._also):
            line.edited.connect(lambda count, place=place: self._also_edited(place, count))
            line.removed.connect(lambda place=place: self._also_edited(place, None))
            self._also_column.addWidget(line)
            line.show()  # at once, so that it can take the focus
            self._place(line)
        self.rebuilt.emit()

    def _place(self, line: QWidget) -> None:
        """Put a further count under the column of forms."""
        beside = FORM_WIDTH + COPIES_WIDTH + PAGES_WIDTH + SCAN_WIDTH + 3 * 8
        margins = line.contentsMargins()
        if self._stacked:
            margins.setLeft(theme.px(28))
        else:
            margins.setLeft(max(0, self.width() - theme.px(beside)))
        line.setContentsMargins(margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep further counts under the column of forms."""
        super().resizeEvent(event)
        for line in self._also:
            self._place(line)

    def _also_edited(self, place: int, count: PaperCount | None) -> None:
        also = list(self._paper.also)
        if count is None:
            del also[place]
        else:
            also[place] = count
        self.edited.emit(replace(self._paper, also=tuple(also)))

    def _form_taken(self, index: int) -> None:
        taken = self.form.itemData(index)
        if taken == _ANOTHER:
            self._add_count()
        elif taken == _LEFT_OUT and self._paper.extra:
            self.removed.emit()
        elif taken == _LEFT_OUT:
            self.edited.emit(replace(self._paper, applies=False))
        else:
            self.edited.emit(replace(self._paper, applies=True, form=PaperForm(taken)))

    def _add_count(self) -> None:
        """Count it in one more form: the first that is not counted yet."""
        used = {self._paper.form, *(count.form for count in self._paper.also)}
        wanted = (PaperForm.COPY, *COUNTED)
        form = next((one for one in wanted if one not in used), PaperForm.COPY)
        paper = replace(self._paper, applies=True, also=(*self._paper.also, PaperCount(form, 1)))
        self.edited.emit(paper)
        self.form.setCurrentIndex(max(0, self.form.findData(paper.form.value)))
        if self._also:
            self._also[-1].copies.setFocus()

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
