"""The checklist's logic: its rows, what is scanned into them, the sheet with a paper's pages."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.procedures import PaperForm
from counter_app.services import page_edits as edits
from counter_app.services.drafts import Draft, DraftPaper, put_paper
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.pages_control import PagesControl
from ui.desk.receive.pages_desk import PageDesk
from ui.desk.receive.pages_recovery import PagesRecovery
from ui.desk.receive.pages_scan import NOTICE, ScanControl
from ui.desk.receive.scanning import Scans
from ui.desk.receive.state import ReceiveState, ScanWays


class PaperControl(QObject):
    """Changes the draft's papers by ``change``; ``page_shown(int, int)`` tells paper and page to look at.

    ``changed()`` when the page must be shown anew though the draft is the same.
    """

    page_shown = Signal(int, int)
    begun = Signal()
    changed = Signal()

    def __init__(
        self,
        context: DeskContext,
        keeper: DraftKeeper,
        page: ReceivePage,
        scans: Scans,
        change: Callable[[Draft], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._keeper, self._page, self._scans, self._change = context, keeper, page, scans, change
        self._checklist = page.form.checklist
        self.pages = PageDesk(context, keeper, change, self)
        self.scanning = ScanControl(context, self.pages, scans, self)
        self.sheet = PagesControl(context, page, self.pages, self.scanning, scans, self)
        self.recovery = PagesRecovery(context, self.pages, self._checklist, self)
        self._wire()

    def _wire(self) -> None:
        checklist, scanning = self._checklist, self.scanning
        checklist.edited.connect(self.edit)
        checklist.named.connect(self.add)
        checklist.removed.connect(self.remove)
        checklist.scan_asked.connect(self.scan)
        checklist.scan_cancelled.connect(scanning.cancel)
        checklist.page_opened.connect(self._open_page)
        checklist.row_entered.connect(self._show_ways)
        strip = checklist.strip
        strip.profile_taken.connect(self._scan_in_way)
        strip.backs_asked.connect(scanning.scan_backs)
        strip.pages_asked.connect(self.open_pages)
        strip.batch.started.connect(self._scan_pile)
        strip.batch.sheets_asked.connect(scanning.print_sheets)
        scanning.begun.connect(self.begun)
        scanning.changed.connect(self.changed)
        scanning.page_shown.connect(self.page_shown)
        self.sheet.page_shown.connect(self.page_shown)
        self.pages.image_read.connect(self.changed)
        self._scans.progressed.connect(self._show_progress)

    @property
    def images(self) -> dict[str, QImage]:
        """The pictures of pages by SHA-256, as far as they are loaded."""
        return self.pages.images

    def reset(self) -> None:
        """Begin with another form."""
        self.pages.reset()
        self.scanning.reset()
        self.sheet.close()

    def seen(self, state: ReceiveState) -> ReceiveState:
        """Return the page's state with what is known here: a scan that can go on, the ways to scan."""
        return replace(state, paused=self.scanning.pause, ways=self._ways())

    def scan_current(self) -> None:
        """Ctrl+D: scan into the paper on the sheet, the row in use, or the first that lacks pages; again stops."""
        if self._scans.now is not None:
            self.scanning.cancel()
            return
        row = self.sheet.paper if self.sheet.paper is not None else self._checklist.current()
        if row is not None:
            self.scan(row)

    def scan(self, paper: int) -> None:
        """Scan into a row, in the way used for that paper before."""
        self.scanning.scan(paper)

    def open_pages(self) -> None:
        """F12: the sheet with the pages of the row in use, or of the first that has any; once more puts it away."""
        draft = self._keeper.draft
        if self.sheet.paper is not None:
            self.sheet.leave()
        elif draft is not None and draft.papers and self._page.showing_form:
            row = self._checklist.current()
            if row is None or not draft.papers[row].pages:
                row = next((index for index, paper in enumerate(draft.papers) if paper.pages), row)
            if row is not None:
                self.sheet.open(row)

    def edit(self, index: int, paper: DraftPaper) -> None:
        """Put a changed paper in its row."""
        draft = self._keeper.draft
        if draft is not None and index < len(draft.papers):
            self._change(replace(draft, papers=put_paper(draft.papers, index, paper)))

    def add(self, name: str) -> None:
        """Add a paper that is not in the procedure's list."""
        draft = self._keeper.draft
        if draft is not None:
            paper = DraftPaper(name, PaperForm.ORIGINAL, 1, False, "", True, extra=True)
            self._change(replace(draft, papers=(*draft.papers, paper)))

    def remove(self, index: int) -> None:
        """Take out a paper that was added; one with pages only stops to count, so that no page is lost."""
        draft = self._keeper.draft
        if draft is None or index >= len(draft.papers):
            return
        paper = draft.papers[index]
        if paper.pages or draft.resumed or index != len(draft.papers) - 1:
            self.edit(index, replace(paper, applies=False))
        else:
            self._change(replace(draft, papers=draft.papers[:index]))

    def delete_page(self, paper: int, page: int) -> None:
        """Take a page out of its row; it can be put back."""
        draft = self._keeper.draft
        if draft is None:
            return
        owner, name = draft.id, draft.papers[paper].name
        self.pages.put(edits.remove(draft, paper, (page,)))
        told = self.tr("Đã bỏ trang {number} của “{paper}”.").format(number=page + 1, paper=name)

        def back(_: str) -> None:
            now = self._keeper.draft
            if now is not None and now.id == owner:
                self.pages.put(edits.restore(now))

        acts = (Act("undo", self.tr("Đặt lại"), "arrow-back-up"),)
        self._context.notices.put(Notice(NOTICE, Tone.INFO, told, acts=acts), back)

    def read_images(self, draft: Draft) -> None:
        """Load the pictures of a draft that was kept."""
        self.pages.read_images(draft)

    def _open_page(self, paper: int, page: int) -> None:
        self.page_shown.emit(paper, page)
        self.sheet.open(paper, page)

    def _scan_in_way(self, way: str) -> None:
        row = self._checklist.current()
        if row is not None:
            self.scanning.scan(row, way)

    def _scan_pile(self, every: int) -> None:
        row = self._checklist.current()
        if row is not None:
            self.scanning.scan_pile(row, every)

    def _ways(self) -> ScanWays:
        draft, row = self._keeper.draft, self._checklist.current()
        scanning = self._scans.now is not None
        if draft is None or row is None or row >= len(draft.papers):
            return ScanWays(scanning=scanning)
        paper = draft.papers[row]
        return ScanWays(
            paper=paper.name,
            profile=self.scanning.way(row).key,
            pages=sum(len(one.pages) for one in draft.papers),
            fronts=self.scanning.fronts(row),
            can_scan=self.sheet.can_scan(),
            scanning=scanning,
        )

    def _show_ways(self) -> None:
        self._checklist.strip.present(self._ways())

    def _show_progress(self) -> None:
        if self._scans.now is not None:
            self._checklist.show_progress(self._scans.now)
