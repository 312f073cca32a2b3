"""The pages of the form at hand: changed a step at a time, each step kept at once and undone on demand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.services import page_edits as edits
from counter_app.services.drafts import Draft
from ui.desk.context import DeskContext
from ui.desk.receive.keeper import DraftKeeper
from ui.desk.receive.scanning import page_image


class PageDesk(QObject):
    """Holds the pictures of the form's pages and the steps back; ``image_read()`` when one more is there."""

    image_read = Signal()

    def __init__(
        self, context: DeskContext, keeper: DraftKeeper, change: Callable[[Draft], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._keeper, self._change = context, keeper, change
        self._past: list[edits.Pages] = []
        self._future: list[edits.Pages] = []
        self._rows: tuple[str, ...] = ()
        self.images: dict[str, QImage] = {}

    @property
    def draft(self) -> Draft | None:
        """The form at hand."""
        return self._keeper.draft

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past) and self._same_rows()

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._future) and self._same_rows()

    def reset(self) -> None:
        """Begin with another form."""
        self._past.clear()
        self._future.clear()
        self.images.clear()

    def put(self, draft: Draft) -> None:
        """Take a step that can be undone."""
        before = self.draft
        if before is None or edits.pages_of(before) == edits.pages_of(draft):
            return
        if not self._same_rows():
            self._past.clear()
        self._rows = _names(before)
        self._past.append(edits.pages_of(before))
        self._future.clear()
        self._keep(draft)

    def land(self, draft: Draft) -> None:
        """Take in a page that was scanned; what was taken out before it can still be put back, one by one."""
        self._past.clear()
        self._future.clear()
        self._keep(draft)

    def keep(self, draft: Draft) -> None:
        """Take in what is no step to undo."""
        self._keep(draft)

    def undo(self) -> None:
        """Ctrl+Z: the last step, else the last page taken out."""
        draft = self.draft
        if draft is None:
            return
        if self.can_undo:
            self._future.append(edits.pages_of(draft))
            self._keep(edits.with_pages(draft, self._past.pop()))
        elif draft.removed:
            self.put(edits.restore(draft))

    def redo(self) -> None:
        """Ctrl+Y: the step taken back last."""
        draft = self.draft
        if draft is not None and self.can_redo:
            self._past.append(edits.pages_of(draft))
            self._keep(edits.with_pages(draft, self._future.pop()))

    def read_images(self, draft: Draft) -> None:
        """Load the pictures of a form that was kept."""
        pages = [page for paper in draft.papers for page in paper.pages] + [one.page for one in draft.removed]
        for sha256 in dict.fromkeys(page.sha256 for page in pages):
            self.read_image(sha256)

    def read_image(self, sha256: str) -> None:
        """Load one picture."""
        pages = self._context.services.pages

        def read(image: QImage) -> None:
            self.images[sha256] = image
            self.image_read.emit()

        self._context.tasks.read(lambda: page_image(pages, sha256), read, owner=self)

    def _same_rows(self) -> bool:
        """Whether the steps belong to the checklist at hand; another procedure has other rows."""
        return self.draft is not None and _names(self.draft) == self._rows

    def _keep(self, draft: Draft) -> None:
        self._change(draft)
        self._keeper.flush()  # the picture is stored; its place in the form must survive with it


def _names(draft: Draft) -> tuple[str, ...]:
    return (draft.id, *(paper.name for paper in draft.papers))
