"""The logic of the sheet of pages: what each button does to the pages chosen."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.services import page_edits as edits
from counter_app.services.drafts import Draft, DraftPage, DraftPaper, PageEdit
from counter_app.services.page_placing import Placing
from ui.desk.context import DeskContext
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.pages_desk import PageDesk
from ui.desk.receive.pages_large import Purpose
from ui.desk.receive.pages_scan import NOTICE, ScanControl
from ui.desk.receive.pages_sheet import PagesSheet
from ui.desk.receive.pages_tools import Tool
from ui.desk.receive.scanning import Scans, page_image, screen_image
from ui.desk.receive.state import SheetState

_FINE = 2400
"""Dots across a page that is looked at closely."""

How = Callable[[DraftPage], PageEdit]


@dataclass(frozen=True, slots=True)
class _Change:
    """Pages of a paper to be shown otherwise, one after another."""

    draft: str
    paper: int
    places: tuple[int, ...]
    how: How


@dataclass(frozen=True, slots=True)
class _Made:
    place: int
    before: DraftPage
    after: DraftPage
    image: QImage


class PagesControl(QObject):
    """Opens the sheet and does what it asks; ``page_shown(int, int)`` tells paper and place of a page looked at."""

    page_shown = Signal(int, int)

    def __init__(
        self,
        context: DeskContext,
        page: ReceivePage,
        desk: PageDesk,
        scanning: ScanControl,
        scans: Scans,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._page, self._desk, self._scanning, self._scans = context, page, desk, scanning, scans
        self._wired = False
        self._changes: deque[_Change] = deque()
        self._busy = False
        self.paper: int | None = None
        self.can_scan: Callable[[], bool] = lambda: True
        self._desk.image_read.connect(self.present)
        self._scanning.page_shown.connect(self._follow)
        self._scanning.changed.connect(self.present)
        self._scans.changed.connect(self.present)

    @property
    def _sheet(self) -> PagesSheet:
        """The sheet, made and listened to from its first opening on."""
        sheet = self._page.pages
        if not self._wired:
            self._wired = True
            self._wire(sheet)
        return sheet

    def _wire(self, sheet: PagesSheet) -> None:
        sheet.asked.connect(self.do)
        sheet.counted.connect(self._count)
        sheet.noted.connect(self._note)
        sheet.sent.connect(self._send)
        sheet.moved.connect(self._move)
        sheet.closed.connect(self.leave)
        sheet.large.zoomed.connect(self._refine)

    @property
    def busy(self) -> bool:
        """Whether a picture is being made anew; then nothing is received, or the change would be lost."""
        return self._busy

    def open(self, paper: int, page: int = 0) -> None:
        """Show the pages of a paper."""
        draft = self._desk.draft
        if draft is None or paper >= len(draft.papers):
            return
        self.paper = paper
        self._page.present_pages()
        self._sheet.show_large(False)
        self.present()
        self._sheet.grid.choose((page,))
        self._sheet.focus()

    def leave(self) -> None:
        """Go back to the form; the focus is on the row that was open."""
        paper = self.paper
        self.close()
        rows = self._page.form.checklist.rows
        if paper is not None and paper < len(rows):
            rows[paper].scan.setFocus()

    def close(self) -> None:
        """Put the sheet away, if it is shown."""
        self.paper = None
        if self._page.showing_pages:
            self._sheet.show_large(False)
            self._page.leave_paper(done=False)

    def present(self) -> None:
        """Show the pages anew."""
        draft, paper = self._desk.draft, self._shown()
        if draft is None or paper is None or self.paper is None:
            return
        if not self._page.showing_pages:  # something else covers the form now
            self.paper = None
            return
        pause = self._scanning.pause
        self._sheet.present(
            SheetState(
                paper=paper,
                images=self._desk.images,
                rows=self._other_rows(draft),
                removed=len(draft.removed),
                fronts=self._scanning.fronts(self.paper),
                doubt=edits.page_doubt(self.paper, paper),
                scanning=self._scans.now,
                paused=pause if pause is not None and pause.paper == self.paper else None,
                can_scan=self.can_scan(),
                can_undo=self._desk.can_undo,
                can_redo=self._desk.can_redo,
            )
        )

    def do(self, tool: Tool) -> None:
        """Do what a button says."""
        acts: dict[Tool, Callable[[], None]] = {
            Tool.ADD: lambda: self._scanning.scan(self.paper or 0),
            Tool.BEFORE: lambda: self._scan_to(0),
            Tool.AFTER: lambda: self._scan_to(1),
            Tool.INSTEAD: lambda: self._scan_to(0, instead=True),
            Tool.TWIN: lambda: self._scan_to(1, bare=True),
            Tool.BACKS: self._scanning.scan_backs,
            Tool.STOP: self._scanning.cancel,
            Tool.OPEN: self._look,
            Tool.LEFT: lambda: self._turn(-1),
            Tool.RIGHT: lambda: self._turn(1),
            Tool.STRAIGHTEN: self._offer_straight,
            Tool.CROP: self._offer_crop,
            Tool.AS_SCANNED: lambda: self._change(lambda page: PageEdit()),
            Tool.REMOVE: self._remove,
            Tool.RESTORE: lambda: self._put(edits.restore),
            Tool.UNDO: self._undo,
            Tool.REDO: self._redo,
            Tool.LARGER: lambda: self._sheet.large.set_zoom(1),
            Tool.SMALLER: lambda: self._sheet.large.set_zoom(-1),
            Tool.TAKE: self._take,
            Tool.LEAVE: self._step_back,
        }
        acts[tool]()

    def _shown(self) -> DraftPaper | None:
        draft = self._desk.draft
        if draft is None or self.paper is None or self.paper >= len(draft.papers):
            return None
        return draft.papers[self.paper]

    def _other_rows(self, draft: Draft) -> tuple[tuple[int, str], ...]:
        return tuple(
            (row, paper.name) for row, paper in enumerate(draft.papers) if row != self.paper and edits.can_scan(paper)
        )

    def _put(self, how: Callable[[Draft], Draft]) -> None:
        draft = self._desk.draft
        if draft is not None and self._shown() is not None:
            self._desk.put(how(draft))
            self.present()

    def _scan_to(self, after: int, *, instead: bool = False, bare: bool = False) -> None:
        places = self._sheet.places
        if self.paper is not None and places:
            place = (places[-1] if after else places[0]) + after
            self._scanning.scan_at(Placing(self.paper, place, instead=instead, bare=bare))

    def _follow(self, paper: int, place: int) -> None:
        """Show the page that landed, if it is of the paper on the sheet."""
        self.present()
        if self.paper is not None and paper == self.paper and not self._sheet.showing_large:
            self._sheet.grid.choose((place,))

    def _count(self, sides: int) -> None:
        """Keep how many written pages the paper has; that is no step to undo."""
        draft, paper = self._desk.draft, self._shown()
        if draft is None or paper is None or self.paper is None or paper.sides == sides:
            return
        papers = (*draft.papers[: self.paper], replace(paper, sides=sides), *draft.papers[self.paper + 1 :])
        self._desk.keep(replace(draft, papers=papers))
        self.present()

    def _note(self, noted: bool) -> None:
        paper, places = self.paper or 0, self._sheet.places
        self._put(lambda draft: edits.mark_noted(draft, paper, places, noted=noted))

    def _send(self, row: int) -> None:
        paper, places = self.paper or 0, self._sheet.places
        self._put(lambda draft: edits.move_to_row(draft, paper, places, row))

    def _move(self, to: int) -> None:
        paper, places = self.paper or 0, self._sheet.places
        before = sum(place < to for place in places)
        self._put(lambda draft: edits.move(draft, paper, places, to))
        self._sheet.grid.choose(range(to - before, to - before + len(places)))

    def _remove(self) -> None:
        paper, places = self.paper or 0, self._sheet.places
        if not places:
            return
        self._put(lambda draft: edits.remove(draft, paper, places))
        self._sheet.grid.choose((places[0],))
        if self._sheet.showing_large:
            self._look()

    def _undo(self) -> None:
        self._desk.undo()
        self._after_step()

    def _redo(self) -> None:
        self._desk.redo()
        self._after_step()

    def _after_step(self) -> None:
        self._context.notices.drop(NOTICE)
        self.present()
        if self._sheet.showing_large:
            self._look()

    def _turn(self, turns: int) -> None:
        self._change(lambda page: edits.turned(page.edit, turns))

    # pictures made anew, one change after another

    def _change(self, how: How) -> None:
        draft = self._desk.draft
        if draft is None or self.paper is None:
            return
        self._changes.append(_Change(draft.id, self.paper, self._sheet.places, how))
        self._next_change()

    def _next_change(self) -> None:
        draft = self._desk.draft
        if self._busy or not self._changes or draft is None:
            return
        change = self._changes.popleft()
        if change.draft != draft.id or change.paper >= len(draft.papers):
            self._next_change()
            return
        row, pages = draft.papers[change.paper].pages, self._context.services.pages
        wanted = [(place, row[place]) for place in change.places if place < len(row)]
        self._busy = True

        def work() -> tuple[_Made, ...]:
            made = []
            for place, page in wanted:
                after = pages.edited(page, change.how(page))
                made.append(_Made(place, page, after, page_image(pages, after.sha256)))
            return tuple(made)

        def failed(error: object) -> None:
            self._busy = False
            self._changes.clear()
            self._context.notices.put_error(NOTICE, error)  # type: ignore[arg-type]

        self._context.tasks.slow(work, lambda made: self._changed(change, made), failed, owner=self)

    def _changed(self, change: _Change, made: tuple[_Made, ...]) -> None:
        self._busy = False
        draft = self._desk.draft
        if draft is not None and draft.id == change.draft and change.paper < len(draft.papers):
            for one in made:
                row = draft.papers[change.paper].pages
                if one.place < len(row) and row[one.place] == one.before:
                    draft = edits.change(draft, change.paper, one.place, one.after)
                    self._desk.images[one.after.sha256] = one.image
            self._desk.put(draft)
            self.present()
            if self._sheet.showing_large and change.paper == self.paper:
                self._look()
        self._next_change()

    # one page large

    def _page_in_use(self) -> DraftPage | None:
        paper, place = self._shown(), self._sheet.grid.place
        return paper.pages[place] if paper is not None and place < len(paper.pages) else None

    def _look(self) -> None:
        page = self._page_in_use()
        if page is None:
            self._sheet.show_large(False)
            return
        self._sheet.large.look(self._desk.images.get(page.sha256))
        self._sheet.show_large(True)
        self._refine()
        if self.paper is not None:
            self.page_shown.emit(self.paper, self._sheet.grid.place)

    def _refine(self) -> None:
        """Get a finer picture of a page that is looked at closely."""
        page, large, pages = self._page_in_use(), self._sheet.large, self._context.services.pages
        if page is None or large.zoom <= 1 or large.purpose is not Purpose.LOOK:
            return

        def read(image: QImage) -> None:
            now = self._page_in_use()
            if now is not None and now.sha256 == page.sha256 and large.purpose is Purpose.LOOK:
                large.refine(image)

        work = lambda: page_image(pages, page.sha256, _FINE)  # noqa: E731 - said once
        self._context.tasks.read(work, read, owner=self, topic="fine")

    def _offer_straight(self) -> None:
        page, pages = self._page_in_use(), self._context.services.pages
        if page is None:
            return

        def work() -> tuple[PageEdit, QImage]:
            found = pages.straightened(page)
            return found, screen_image(pages.proof(page, replace(found, angle=0.0)))

        def shown(offer: tuple[PageEdit, QImage]) -> None:
            edit, image = offer
            if self._page_in_use() == page and self.paper is not None:
                self._sheet.large.straighten(image, edit.angle)
                self._sheet.show_large(True)

        self._context.tasks.slow(work, shown, owner=self)

    def _offer_crop(self) -> None:
        page, pages = self._page_in_use(), self._context.services.pages
        if page is None:
            return

        def work() -> tuple[PageEdit, QImage]:
            return pages.trimmed(page), screen_image(pages.proof(page, page.edit))

        def shown(offer: tuple[PageEdit, QImage]) -> None:
            edit, image = offer
            if self._page_in_use() == page and self.paper is not None:
                self._sheet.large.crop_to(image, edit.crop)
                self._sheet.show_large(True)

        self._context.tasks.slow(work, shown, owner=self)

    def _take(self) -> None:
        """Enter: take the straightening or the crop in sight."""
        large = self._sheet.large
        angle, crop = large.angle, large.crop
        if large.purpose is Purpose.STRAIGHTEN:
            self._change(lambda page: replace(page.edit, angle=angle))
        elif large.purpose is Purpose.CROP:
            self._change(lambda page: replace(page.edit, crop=crop))
        self._look()

    def _step_back(self) -> None:
        """Esc: leave the change in sight untaken, else the large page."""
        if self._sheet.large.purpose is Purpose.LOOK:
            self._sheet.show_large(False)
        else:
            self._look()
