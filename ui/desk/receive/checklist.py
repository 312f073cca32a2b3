"""The component documents: a row each, with heads over the columns."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.services.reception import DraftPaper
from ui import theme
from ui.components.label import Label
from ui.components.rule import Rule
from ui.desk.receive.checklist_row import COPIES_WIDTH, FORM_WIDTH, PAGES_WIDTH, SCAN_WIDTH, ChecklistRow
from ui.desk.receive.state import Scanning


class Checklist(QWidget):
    """The rows; ``edited(int, DraftPaper)``, ``scan_asked(int)``, ``scan_cancelled``, ``page_opened(int, int)``."""

    edited = Signal(int, object)
    scan_asked = Signal(int)
    scan_cancelled = Signal()
    page_opened = Signal(int, int)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacked = False
        self.rows: tuple[ChecklistRow, ...] = ()
        self._kept: tuple[tuple[str, bool], ...] = ()
        self._heads = self._make_heads()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._heads)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)
        self._column.addStretch(1)

    def set_stacked(self, stacked: bool) -> None:
        """Put each row's controls under its name, or beside it."""
        self._stacked = stacked
        self._heads.setVisible(not stacked)
        for row in self.rows:
            row.set_stacked(stacked)

    def present(
        self, papers: tuple[DraftPaper, ...], images: Mapping[str, QImage], scanning: Scanning | None, *, can_scan: bool
    ) -> None:
        """Show the papers; rows are made anew only for another procedure, so the focus stays."""
        kept = tuple((paper.name, paper.required) for paper in papers)
        if kept != self._kept:
            self._kept = kept
            self._rebuild(papers)
        for index, (row, paper) in enumerate(zip(self.rows, papers, strict=True)):
            pages = scanning.pages if scanning is not None and scanning.paper == index else None
            row.present(paper, images, pages, can_scan=can_scan and scanning is None)

    def current(self) -> int | None:
        """Return the row that a scan is meant for: the one in use, else the first that lacks its pages."""
        used = QApplication.focusWidget()
        for index, row in enumerate(self.rows):
            if used is not None and row.isAncestorOf(used) and row.takes_pages:
                return index
        for index, row in enumerate(self.rows):
            if row.takes_pages and not row.paper.pages:
                return index
        return next((index for index, row in enumerate(self.rows) if row.takes_pages), None)

    def _rebuild(self, papers: tuple[DraftPaper, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        made = []
        for index, paper in enumerate(papers):
            self._rows.addWidget(Rule())
            row = ChecklistRow(paper)
            row.set_stacked(self._stacked)
            row.edited.connect(lambda paper, index=index: self.edited.emit(index, paper))
            row.scan_asked.connect(lambda index=index: self.scan_asked.emit(index))
            row.scan_cancelled.connect(self.scan_cancelled)
            row.page_opened.connect(lambda page, index=index: self.page_opened.emit(index, page))
            self._rows.addWidget(row)
            made.append(row)
        self.rows = tuple(made)
        self.rebuilt.emit()

    def _make_heads(self) -> QWidget:
        heads = QWidget()
        row = QHBoxLayout(heads)
        row.setContentsMargins(0, 0, 0, theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(self._head(self.tr("Giấy tờ")), 1)
        for name, width in (
            (self.tr("Hình thức"), FORM_WIDTH),
            (self.tr("Số bản"), COPIES_WIDTH),
            (self.tr("Trang đã quét"), PAGES_WIDTH + SCAN_WIDTH + 8),
        ):
            head = self._head(name)
            head.setFixedWidth(theme.px(width))
            row.addWidget(head)
        return heads

    def _head(self, name: str) -> Label:
        return Label(name, "small", theme.Weight.MEDIUM, "text_muted")
