"""Keeps the badge and the page of what is under review true, and does what an officer decides."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from counter_app.domain.review_facts import Decision
from counter_app.errors import Code, CounterError
from counter_app.services.reviews import ReviewItem, ReviewList
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.review import words
from ui.desk.review.detail import DetailState
from ui.desk.review.page import ReviewPage

_NOTICE = "review"
_GATHER_MS = 400
_TICK_MS = 60_000
"""An entry that is kept aside changes no stream: it is seen at the next tick."""


class ReviewController(QObject):
    """Reads from the start, for the badge: ``show_count`` is told how many are this officer's.

    ``page`` is made when it is first opened. ``dossier_opened(Dossier)`` asks for a dossier's own page. ``seen`` is
    what was read last, None before.
    """

    dossier_opened = Signal(object)

    def __init__(self, context: DeskContext, show_count: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._show_count = context, show_count
        self.page: ReviewPage | None = None
        self.seen: ReviewList | None = None
        self._chosen = ""
        self._decided = False
        self._gather, self._tick = QTimer(self), QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.refresh)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.refresh)
        self._tick.start()
        context.tasks.streams_changed.connect(self._changed)
        self._gather.start()

    def made_page(self) -> ReviewPage:
        """Return the page, made at the first opening: on most days nobody needs it."""
        if self.page is None:
            self.page = page = ReviewPage()
            page.chosen.connect(self._choose)
            page.detail.settled.connect(lambda: self._settle(alike=False))
            page.detail.settled_alike.connect(lambda: self._settle(alike=True))
            page.detail.redone.connect(self._redo)
            page.detail.opened.connect(self.open_dossier)
            QShortcut(QKeySequence("Alt+L"), page).activated.connect(self._redo_if_offered)
            if self.seen is not None:
                self._show(self.seen)
        return self.page

    def open(self) -> None:
        """The page comes to the front."""
        self.made_page().focus_list()
        self.refresh()

    def refresh(self) -> None:
        """Read again what is under review."""
        reviews, officer = self._context.services.reviews, self._context.officer.id
        self._context.tasks.read(lambda: reviews.open(officer), self._show, owner=self, topic="reviews")

    def act(self) -> None:
        """Ctrl+Enter: leave the chosen entry as it is, or say that it is dealt with."""
        if self.page is not None and self.page.detail.keep.isEnabled():
            self._settle(alike=False)

    def open_dossier(self) -> None:
        """Ctrl+O: open the dossier of the chosen entry."""
        item = self._item
        if item is not None and item.dossier is not None:
            self.dossier_opened.emit(item.dossier)

    def _changed(self, _: object) -> None:
        """Read soon: at the latest 400 ms after the first of many changes, however long they go on."""
        if not self._gather.isActive():
            self._gather.start()

    # what is shown

    @property
    def _item(self) -> ReviewItem | None:
        items = self.seen.items if self.seen is not None else ()
        return next((one for one in items if one.key == self._chosen), items[0] if items else None)

    def _show(self, found: ReviewList) -> None:
        before, self.seen = self.seen, found
        self._show_count(found.mine)
        if self.page is None:
            return
        keys = [one.key for one in found.items]
        if self._chosen not in keys:
            self._chosen = _next_key(before, self._chosen, keys)
        self.page.present(found, keys.index(self._chosen) if self._chosen else 0)
        self._show_detail()
        if self._decided:
            self._decided = False
            self.page.close_detail()

    def _choose(self, row: int) -> None:
        items = self.seen.items if self.seen is not None else ()
        if 0 <= row < len(items):
            self._chosen = items[row].key
            self._show_detail()

    def _show_detail(self) -> None:
        item, seen = self._item, self.seen
        if self.page is not None and seen is not None:
            self.page.present_detail(DetailState(item, seen.names, len(self._alike(item))))

    def _alike(self, item: ReviewItem | None) -> list[str]:
        items = self.seen.items if self.seen is not None else ()
        if item is None:
            return []
        return [one.key for one in items if one.unsound and one.writer == item.writer]

    # what is decided

    def _settle(self, *, alike: bool) -> None:
        item = self._item
        if item is None:
            return
        keys = self._alike(item) if alike else [item.key]
        decision = Decision.HANDLED if words.needs_a_hand(item) else Decision.KEPT
        reviews, officer = self._context.services.reviews, self._context.officer.id
        said = self.tr("Đã ghi: {count} mục đã xử lý.").format(count=len(keys))
        if len(keys) == 1:
            handled = decision is Decision.HANDLED
            said = self.tr("Đã ghi: đã xử lý xong.") if handled else self.tr("Đã ghi: giữ như hiện tại.")
        self._do(lambda: reviews.settle(keys, officer, decision), said, keys)

    def _redo_if_offered(self) -> None:
        if self.page is not None and self.page.detail.redo.isVisibleTo(self.page):
            self._redo()

    def _redo(self) -> None:
        item = self._item
        if item is None or not item.may_redo:
            return
        reviews, officer = self._context.services.reviews, self._context.officer.id
        self._do(lambda: reviews.redo(item.key, officer), self.tr("Đã làm lại việc này; từ nay việc có hiệu lực."), [])

    def _do(self, work: Callable[[], None], said: str, keys: list[str]) -> None:
        def done(_: None) -> None:
            acts = (Act("reopen", self.tr("Mở lại"), "arrow-back-up"),) if keys else ()
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, said, acts=acts), lambda _: self._reopen(keys))
            self._decided = True
            self.refresh()

        self._context.tasks.run(work, done, self._refused, owner=self)

    def _reopen(self, keys: list[str]) -> None:
        reviews, officer = self._context.services.reviews, self._context.officer.id
        self._context.tasks.run(
            lambda: reviews.reopen(keys, officer), lambda _: self.refresh(), self._refused, owner=self
        )

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)
        if error.code is Code.REVIEW_GONE:
            self.refresh()


def _next_key(before: ReviewList | None, chosen: str, keys: list[str]) -> str:
    """Return the entry that stood after the one that is gone, so that one goes down the list."""
    listed = [one.key for one in before.items] if before is not None else []
    after = listed[listed.index(chosen) :] if chosen in listed else []
    return next((key for key in after if key in keys), keys[-1] if keys and after else keys[0] if keys else "")
