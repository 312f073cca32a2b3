"""Pages that a crash or a power cut left in no form: offered once, put in a row or dropped by the officer."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from counter_app.services import page_edits as edits
from counter_app.services.draft_pages import DraftPages, TakenPage
from counter_app.services.drafts import Draft
from counter_app.services.landed_pages import Landed
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.receive.checklist import Checklist
from ui.desk.receive.pages_desk import PageDesk
from ui.desk.receive.scanning import screen_image

_NOTICE = "landed"


@dataclass(frozen=True, slots=True)
class _Found:
    """A waiting page, kept and seen."""

    landed: Landed
    taken: TakenPage
    image: QImage


class PagesRecovery(QObject):
    """Asks about the pages when the desk opens."""

    def __init__(
        self, context: DeskContext, desk: PageDesk, checklist: Checklist, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._desk, self._checklist = context, desk, checklist

    def offer(self) -> None:
        """Look whether pages wait, and ask where they belong."""
        self._context.tasks.read(self._context.services.pages.waiting, self._ask, owner=self, topic="waiting")

    def _ask(self, waiting: tuple[Landed, ...]) -> None:
        if not waiting:
            return
        told = self.tr("{count} trang quét dở lần trước chưa vào hồ sơ nào.").format(count=len(waiting))
        more = self.tr("Trang vẫn còn nguyên. Chọn thủ tục, bấm vào dòng giấy tờ rồi đưa vào; hoặc bỏ nếu không cần.")
        acts = (
            Act("put", self.tr("Đưa vào hồ sơ"), "file-plus"),
            Act("drop", self.tr("Bỏ"), "trash"),
        )
        notice = Notice(_NOTICE, Tone.WARNING, told, more, "history", acts)
        self._context.notices.put(notice, lambda act: self._take(waiting) if act == "put" else self._ask_drop(waiting))

    def _ask_drop(self, waiting: tuple[Landed, ...]) -> None:
        told = self.tr("Bỏ hẳn {count} trang này? Bỏ rồi không lấy lại được.").format(count=len(waiting))
        acts = (Act("drop", self.tr("Bỏ hẳn"), "trash"), Act("keep", self.tr("Giữ lại")))
        pages, tasks = self._context.services.pages, self._context.tasks

        def drop() -> None:
            for one in waiting:
                pages.unwanted(one.path)

        def then(act: str) -> None:
            if act == "drop":
                tasks.slow(drop, owner=self)
            else:
                self._ask(waiting)

        self._context.notices.put(Notice(_NOTICE, Tone.WARNING, told, acts=acts), then)

    def _take(self, waiting: tuple[Landed, ...]) -> None:
        draft = self._desk.draft
        if draft is None or self._row(draft, waiting[0]) is None:
            self._ask(waiting)  # no row to put them in yet
            return
        pages = self._context.services.pages
        self._context.tasks.slow(
            lambda: tuple(found for one in waiting if (found := _found(pages, one)) is not None),
            self._put,
            lambda error: self._context.notices.put_error(_NOTICE, error),
            owner=self,
        )

    def _put(self, found: tuple[_Found, ...]) -> None:
        pages, number = self._context.services.pages, self._context.desk
        for one in found:
            draft = self._desk.draft
            row = self._row(draft, one.landed) if draft is not None else None
            if draft is None or row is None:
                return
            self._desk.images[one.taken.page.sha256] = one.image
            self._desk.land(edits.insert(draft, row, len(draft.papers[row].pages), one.taken.page))
            self._context.tasks.run(
                lambda one=one: pages.placed(number, one.taken.page, one.landed.path),  # type: ignore[misc]
                owner=self,
            )

    def _row(self, draft: Draft, landed: Landed) -> int | None:
        """Return the row that a page was scanned for, if this is its form, else the row in use."""
        if landed.draft == draft.id and landed.paper < len(draft.papers):
            return landed.paper
        return self._checklist.current()


def _found(pages: DraftPages, landed: Landed) -> _Found | None:
    """Keep a waiting page; None for one that is gone meanwhile (another desk took it) or was changed on the disk."""
    try:
        content = pages.content(landed.path)
    except (OSError, ValueError):
        return None
    taken = pages.take(content)
    return _Found(landed, taken, screen_image(taken.preview))
