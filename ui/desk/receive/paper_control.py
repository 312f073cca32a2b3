"""The checklist's logic: scan into a row, see its pages, take one out and put it back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.procedures import PaperForm
from counter_app.errors import Code, CounterError
from counter_app.services.drafts import Draft, DraftPage, DraftPaper, put_paper
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.receive.checklist import Checklist
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.scanning import Scans, screen_image

_NOTICE = "scan"


class PaperControl(QObject):
    """Changes the draft's papers by ``change``; ``page_shown(int, int)`` tells paper and page to look at."""

    page_shown = Signal(int, int)
    begun = Signal()
    image_read = Signal()

    def __init__(
        self,
        context: DeskContext,
        keeper: DraftKeeper,
        checklist: Checklist,
        scans: Scans,
        change: Callable[[Draft], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._keeper, self._checklist, self._scans, self._change = (
            context,
            keeper,
            checklist,
            scans,
            change,
        )
        self.images: dict[str, QImage] = {}
        checklist.edited.connect(self.edit)
        checklist.named.connect(self.add)
        checklist.removed.connect(self.remove)
        checklist.scan_asked.connect(self.scan)
        checklist.scan_cancelled.connect(scans.cancel)
        checklist.page_opened.connect(self.page_shown)
        scans.landed.connect(self._landed)
        scans.failed.connect(self._failed)

    def scan_current(self) -> None:
        """Ctrl+D: scan into the row in use, or the first that lacks its pages; once more stops."""
        if self._scans.now is not None:
            self._scans.cancel()
            return
        row = self._checklist.current()
        if row is not None:
            self.scan(row)

    def scan(self, paper: int) -> None:
        """Scan into a row."""
        if self._keeper.draft is not None and paper < len(self._keeper.draft.papers):
            self._context.notices.drop(_NOTICE)
            self.begun.emit()
            self._scans.start(self._keeper.draft, paper)

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
        pages = draft.papers[paper].pages
        gone, owner = pages[page], draft.id
        self._set_pages(paper, (*pages[:page], *pages[page + 1 :]))
        told = self.tr("Đã xóa trang {number} của “{paper}”.").format(number=page + 1, paper=draft.papers[paper].name)

        def back(_: str) -> None:
            now = self._keeper.draft
            if now is not None and now.id == owner and paper < len(now.papers):
                kept = now.papers[paper].pages
                self._set_pages(paper, (*kept[:page], gone, *kept[page:]))

        acts = (Act("undo", self.tr("Đặt lại"), "arrow-back-up"),)
        self._context.notices.put(Notice(_NOTICE, Tone.INFO, told, acts=acts), back)

    def read_images(self, draft: Draft) -> None:
        """Load the pictures of a draft that was kept."""
        for paper in draft.papers:
            for page in paper.pages:
                self._read_image(page.sha256)

    def _read_image(self, sha256: str) -> None:
        reception = self._context.services.reception

        def read(image: QImage) -> None:
            self.images[sha256] = image
            self.image_read.emit()

        self._context.tasks.read(lambda: screen_image(reception.page(sha256)), read, owner=self)

    def _set_pages(self, paper: int, pages: tuple[DraftPage, ...]) -> None:
        if self._keeper.draft is not None:
            self.edit(paper, replace(self._keeper.draft.papers[paper], pages=pages))

    def _landed(self, draft: str, paper: int, page: DraftPage, image: QImage) -> None:
        current = self._keeper.draft
        if current is None or current.id != draft or paper >= len(current.papers):
            return
        self.images[page.sha256] = image
        pages = (*current.papers[paper].pages, page)
        self._set_pages(paper, pages)
        self._keeper.flush()  # the page is stored; its place in the form must survive with it
        self.page_shown.emit(paper, len(pages) - 1)

    def _failed(self, error: CounterError) -> None:
        tone = Tone.INFO if error.code is Code.SCAN_CANCELLED else Tone.WARNING
        self._context.notices.put_error(_NOTICE, error, tone=tone)
