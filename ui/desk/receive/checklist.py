"""The component documents: a row each, with heads over the columns."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.procedures import PaperForm
from counter_app.services.drafts import DraftPaper, missing_papers
from ui import theme
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.rule import Rule
from ui.desk.receive.also_line import COPIES_WIDTH, FORM_WIDTH
from ui.desk.receive.checklist_row import SCAN_WIDTH, ChecklistRow
from ui.desk.receive.pages_cell import PAGES_WIDTH
from ui.desk.receive.pages_strip import ScanStrip
from ui.desk.receive.state import ReceiveState, Scanning

_SPARE = 6
_AHEAD_MS = 40
_NO_PAPER = DraftPaper("", PaperForm.ORIGINAL, 1, required=True, condition="", applies=True, pages=())


class _NewPaper(LineEdit):
    """The name of a paper that is not in the list; ``named(str)`` on Enter, ``left()`` on Esc."""

    named = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds the paper, Esc puts the line away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.text().strip():
                self.named.emit(" ".join(self.text().split()))
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Checklist(QWidget):
    """The rows.

    ``edited(int, DraftPaper)``, ``removed(int)``, ``named(str)`` a paper that is not in the list, ``scan_asked(int)``,
    ``scan_cancelled``, ``page_opened(int, int)``; ``rebuilt`` when the Tab key has other stops, ``row_entered()`` when
    another row, or none, is in use.
    """

    edited = Signal(int, object)
    removed = Signal(int)
    named = Signal(str)
    scan_asked = Signal(int)
    scan_cancelled = Signal()
    page_opened = Signal(int, int)
    rebuilt = Signal()
    row_entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacked = False
        self.rows: tuple[ChecklistRow, ...] = ()
        self._used: int | None = None
        self._made: list[tuple[Rule, ChecklistRow]] = []
        self._kept: tuple[tuple[str, bool, str, bool], ...] = ()
        self._before: QWidget | None = None
        self.new_paper = _NewPaper(self.tr("Tên giấy tờ nộp thêm"), icon="file-plus")
        self.new_paper.setPlaceholderText(self.tr("Tên giấy tờ nộp thêm; Enter để thêm, Esc để thôi"))
        self.new_paper.hide()
        self.new_paper.named.connect(self.named)
        self.new_paper.left.connect(self._put_line_away)
        self.strip = ScanStrip()
        self.strip.hide()
        self._heads = self._make_heads()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._heads)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)
        self._column.addWidget(self.new_paper)
        self._column.addWidget(self.strip)
        self._column.addStretch(1)
        self._ahead = QTimer(self)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._make_spare)
        self._ahead.start()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def set_stacked(self, stacked: bool) -> None:
        """Put each row's controls under its name, or beside it."""
        self._stacked = stacked
        self._heads.setVisible(not stacked)
        for _, row in self._made:
            row.set_stacked(stacked)

    def present(self, state: ReceiveState) -> None:
        """Show the papers; rows stay, and change only for another procedure, so the focus stays too."""
        papers, scanning, paused = state.draft.papers, state.scanning, state.paused
        kept = tuple((paper.name, paper.required, paper.choice, paper.extra) for paper in papers)
        if kept != self._kept:
            self._kept = kept
            self._rebuild(papers)
        lacking = {name for group in missing_papers(papers) for name in group}
        free = state.can_scan and scanning is None
        for index, (row, paper) in enumerate(zip(self.rows, papers, strict=True)):
            row.present(
                paper,
                state.images,
                scanning if scanning is not None and scanning.paper == index else None,
                ready=free,
                lacking=paper.name in lacking,
                paused=paused if paused is not None and paused.paper == index else None,
            )
        self.strip.present(state.ways)

    def show_progress(self, scanning: Scanning) -> None:
        """Show how far the page under way is."""
        if scanning.paper < len(self.rows):
            self.rows[scanning.paper].pages.show_progress(scanning)

    def ask_for_paper(self) -> None:
        """Open a line for the name of a paper that is not in the list."""
        self._before = QApplication.focusWidget()
        self.new_paper.clear()
        self.new_paper.show()
        self.new_paper.setFocus()

    def current(self) -> int | None:
        """Return the row that a scan is meant for: the one in use, else the first that lacks its pages."""
        if self._used is not None and self._used < len(self.rows) and self.rows[self._used].takes_pages:
            return self._used
        for index, row in enumerate(self.rows):
            if row.takes_pages and not row.paper.pages:
                return index
        return next((index for index, row in enumerate(self.rows) if row.takes_pages), None)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Know the row in use; the strip below the rows is used for the row that was in use before."""
        if new is None or self.strip.isAncestorOf(new):
            return
        used = next((index for index, row in enumerate(self.rows) if row.isAncestorOf(new)), None)
        if used != self._used:
            self._used = used
            self.row_entered.emit()

    def _put_line_away(self) -> None:
        self.new_paper.hide()
        if self._before is not None:
            self._before.setFocus()

    def _rebuild(self, papers: tuple[DraftPaper, ...]) -> None:
        while len(self._made) < len(papers):
            self._make()
        for index, (rule, row) in enumerate(self._made):
            used = index < len(papers)
            if used:
                row.take(papers[index])
            rule.setVisible(used)
            row.setVisible(used)
        self.rows = tuple(row for _, row in self._made[: len(papers)])
        self._used = None
        self.rebuilt.emit()

    def _make(self) -> None:
        """Make one more row, hidden until there is a paper for it."""
        index, rule, row = len(self._made), Rule(), ChecklistRow(_NO_PAPER)
        row.set_stacked(self._stacked)
        row.edited.connect(lambda paper: self.edited.emit(index, paper))
        row.removed.connect(lambda: self.removed.emit(index))
        row.rebuilt.connect(self.rebuilt)
        row.scan_asked.connect(lambda: self.scan_asked.emit(index))
        row.scan_cancelled.connect(self.scan_cancelled)
        row.page_opened.connect(lambda page: self.page_opened.emit(index, page))
        for part in (rule, row):
            part.hide()
            self._rows.addWidget(part)
        self._made.append((rule, row))

    def _make_spare(self) -> None:
        """Make a row ahead, one in a turn of the event loop, so that the first procedure need not wait for them."""
        if len(self._made) < _SPARE:
            self._make()
        else:
            self._ahead.stop()

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
