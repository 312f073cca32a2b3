"""What is scanned and where it goes: a way for each paper, on after a jam, backs, both sides of a card, a pile."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from counter_app.errors import Code, CounterError
from counter_app.services import page_edits as edits
from counter_app.services.drafts import DraftPage
from counter_app.services.page_placing import Placing, place_page
from counter_app.services.scan_profiles import ScanProfile, scan_profile, scan_profiles
from ui import messages
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.receipt_print import print_receipt, save_receipt
from ui.desk.receive.pages_desk import PageDesk
from ui.desk.receive.scanning import LandedPage, ScanJob, Scans
from ui.desk.receive.state import ScanPause

NOTICE = "scan"
_SHEETS = "to-phan-cach"
_CARD_SIDES = 2


class ScanControl(QObject):
    """Starts scans and puts their pages in the rows.

    ``begun()`` before each scan, ``page_shown(int, int)`` paper and place of a page that landed, ``changed()`` when a
    scan can go on, or no more.
    """

    begun = Signal()
    page_shown = Signal(int, int)
    changed = Signal()

    def __init__(self, context: DeskContext, desk: PageDesk, scans: Scans, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._desk, self._scans = context, desk, scans
        self._ways: dict[str, str] = {}
        self._placing = Placing(0)
        self._first: tuple[int, int] | None = None
        self._next: ScanJob | None = None
        self._fronts: tuple[int, int, int] | None = None
        self.pause: ScanPause | None = None
        scans.landed.connect(self._landed)
        scans.ended.connect(self._ended)
        scans.failed.connect(self._failed)

    def reset(self) -> None:
        """Begin with another form."""
        self.pause, self._next, self._fronts, self._first = None, None, None, None

    def way(self, paper: int) -> ScanProfile:
        """Return the way in which a paper was scanned last, else the usual one."""
        draft = self._desk.draft
        name = draft.papers[paper].name if draft is not None and paper < len(draft.papers) else ""
        return scan_profile(self._ways.get(name, "")) or scan_profiles()[0]

    def fronts(self, paper: int) -> int:
        """Return how many pages of a paper were just scanned and can get their backs."""
        return self._fronts[2] if self._fronts is not None and self._fronts[0] == paper else 0

    def scan(self, paper: int, way: str = "") -> None:
        """Scan to the end of a row; what paused there goes on, unless another way is asked for."""
        if self.pause is not None and self.pause.paper == paper and not way:
            self.go_on()
            return
        draft, profile = self._desk.draft, scan_profile(way)
        if draft is not None and paper < len(draft.papers):
            if profile is not None:
                self._ways[draft.papers[paper].name] = profile.key
            self._start(ScanJob(profile or self.way(paper), Placing(paper)))

    def scan_at(self, placing: Placing) -> None:
        """Scan to a place in a row."""
        self._start(ScanJob(self.way(placing.paper), placing))

    def scan_pile(self, paper: int, every: int) -> None:
        """Scan the papers of the whole dossier, from this row on; ``every`` 0 parts them by separator sheets."""
        self._start(ScanJob(self.way(paper), Placing(paper, every=every, separators=not every)))

    def scan_backs(self) -> None:
        """Scan the backs of what was just scanned; the pile was turned over as a whole."""
        if self._fronts is not None:
            paper, first, count = self._fronts
            self._start(ScanJob(self.way(paper), Placing(paper, first + count), fronts=(first, count)))

    def go_on(self) -> None:
        """Go on with the scan that paused."""
        if self._next is not None:
            self._start(self._next)

    def cancel(self) -> None:
        """Stop; the pages that landed stay."""
        self._scans.cancel()

    def print_sheets(self) -> None:
        """Print the separator sheets of this checklist; without a printer they can be saved."""
        draft = self._desk.draft
        if draft is None:
            return
        services = self._context.services

        def work() -> None:
            print_receipt(services.pages.sheets(draft.papers), _SHEETS, services.choices.read().sheet_printer)

        def done(_: None) -> None:
            self._context.notices.put(Notice(NOTICE, Tone.SUCCESS, self.tr("Đã gửi tờ phân cách tới máy in.")))

        def failed(error: CounterError) -> None:
            acts = (Act("save", self.tr("Lưu tệp"), "download"),)
            self._context.notices.put_error(NOTICE, error, acts, lambda _: self._save_sheets())

        self._context.tasks.slow(work, done, failed, owner=self)

    def _save_sheets(self) -> None:
        draft = self._desk.draft
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        if draft is None:
            return
        pages = self._context.services.pages

        def saved(path: Path) -> None:
            told = self.tr("Đã lưu: {path}").format(path=path)
            self._context.notices.put(Notice(NOTICE, Tone.SUCCESS, told))

        self._context.tasks.slow(
            lambda: save_receipt(pages.sheets(draft.papers), folder, _SHEETS),
            saved,
            lambda error: self._context.notices.put_error(NOTICE, error),
            owner=self,
        )

    def _start(self, job: ScanJob) -> None:
        draft = self._desk.draft
        if draft is None or self._scans.now is not None:
            return
        self._context.notices.drop(NOTICE)
        self.pause, self._next, self._placing = None, None, job.placing
        if not job.placing.landed:
            self._first = None
        if job.fronts is None:
            self._fronts = None
        self.begun.emit()
        self._scans.start(draft.id, job)

    def _landed(self, page: LandedPage) -> None:
        draft = self._desk.draft
        if draft is None or draft.id != page.draft or self._placing.paper >= len(draft.papers):
            return  # its file stays, and is offered the next time
        taken = page.taken
        self._desk.images[taken.page.sha256] = page.image
        placed = place_page(draft, self._placing, taken.page, taken.separator)
        self._placing = placed.placing
        if self._first is None and placed.place is not None:
            self._first = placed.paper, placed.place
        self._desk.land(placed.draft)
        pages, number = self._context.services.pages, self._context.desk
        self._context.tasks.run(lambda: pages.placed(number, taken.page, page.path), owner=self)
        self._scans.follow(placed.placing.paper)
        if placed.place is not None:
            self.page_shown.emit(placed.paper, placed.place)

    def _ended(self, job: ScanJob) -> None:
        if job.profile.card:
            self._card_landed(job)
        elif job.fronts is not None:
            self._backs_landed(job, job.fronts)
        elif job.placing.every or job.placing.separators:
            told = self.tr("Đã quét cả tập: {count} trang.").format(count=self._placing.landed)
            more = self.tr("Xem từng giấy tờ (F12); trang đặt nhầm chỗ thì chuyển sang giấy tờ khác.")
            self._context.notices.put(Notice(NOTICE, Tone.INFO, told, more))
        elif self._first is not None:
            self._fronts = (*self._first, self._placing.landed)
        self.changed.emit()

    def _card_landed(self, job: ScanJob) -> None:
        """Ask for the back of a card, or put both sides on one page."""
        draft = self._desk.draft
        if self._first is None or draft is None:
            return
        paper, place = self._first
        if self._placing.landed < _CARD_SIDES:
            told = self.tr("Đã có mặt trước. Lật thẻ, đặt lại lên kính rồi quét mặt sau.")
            self._pause(ScanPause(paper, told, self.tr("Mặt sau"), fault=False), job)
            acts = (Act("on", self.tr("Quét mặt sau"), "scan"),)
            self._context.notices.put(Notice(NOTICE, Tone.INFO, told, acts=acts), lambda _: self.go_on())
            return
        sides = draft.papers[paper].pages[place : place + _CARD_SIDES]
        if len(sides) == _CARD_SIDES:
            self._join(draft.id, paper, place, *sides)

    def _join(self, owner: str, paper: int, place: int, front: DraftPage, back: DraftPage) -> None:
        pages = self._context.services.pages

        def joined(page: DraftPage) -> None:
            draft = self._desk.draft
            if draft is None or draft.id != owner or draft.papers[paper].pages[place : place + 2] != (front, back):
                return  # somebody else's form by now, or the officer was quicker: the two pictures stay
            self._desk.put(edits.join(draft, paper, place, page))
            self._desk.read_image(page.sha256)
            self.page_shown.emit(paper, place)

        self._context.tasks.slow(
            lambda: pages.card(front, back),
            joined,
            lambda error: self._context.notices.put_error(NOTICE, error),
            owner=self,
        )

    def _backs_landed(self, job: ScanJob, fronts: tuple[int, int]) -> None:
        """Put the backs between their fronts once all are there."""
        draft, (first, count) = self._desk.draft, fronts
        landed = self._placing.landed
        if draft is None:
            return
        if landed < count:
            told = self.tr("Mới có {have}/{count} mặt sau. Đặt các tờ còn lại rồi quét tiếp.")
            self._pause(
                ScanPause(self._placing.paper, told.format(have=landed, count=count), self.tr("Quét tiếp")), job
            )
            return
        self._fronts = None
        if landed == count:
            self._desk.put(edits.interleave(draft, self._placing.paper, first, count))
            return
        told = self.tr("Có {have} mặt sau nhưng chỉ có {count} mặt trước: các trang để nguyên ở cuối, xin xếp lại.")
        self._context.notices.put(Notice(NOTICE, Tone.WARNING, told.format(have=landed, count=count)))

    def _failed(self, error: CounterError, job: ScanJob) -> None:
        plain = job.placing.place is None and job.fronts is None and not job.profile.card
        stopped = error.code is Code.SCAN_CANCELLED
        acts: tuple[Act, ...] = ()
        if error.code is not Code.DEVICE_ABSENT and not (stopped and plain):
            words = messages.message(error).title
            self._pause(ScanPause(self._placing.paper, words, self.tr("Quét tiếp"), fault=not stopped), job)
            acts = (Act("on", self.tr("Quét tiếp"), "scan"),)
        tone = Tone.INFO if stopped else Tone.WARNING
        self._context.notices.put_error(NOTICE, error, acts, lambda _: self.go_on(), tone=tone)
        self.changed.emit()

    def _pause(self, pause: ScanPause, job: ScanJob) -> None:
        self.pause, self._next = pause, replace(job, placing=self._placing)
        self.changed.emit()
