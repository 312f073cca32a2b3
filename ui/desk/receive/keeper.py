"""Keeps the half-filled form: 300 ms after a key it is on the disk, and nobody waits for it."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.errors import CounterError
from counter_app.services.drafts import Draft
from ui.desk.context import DeskContext

_REST_MS = 300


class DraftKeeper(QObject):
    """Holds the draft and saves it; ``saved()`` and ``failed(CounterError)`` follow."""

    saved = Signal()
    failed = Signal(object)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.draft: Draft | None = None
        self.saved_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._save)

    @property
    def blank(self) -> bool:
        """Whether nothing was filled in that would be a loss."""
        draft = self.draft
        return draft is None or not (draft.procedure or draft.name.strip() or draft.identity.strip() or draft.phone)

    def take(self, draft: Draft) -> None:
        """Hold a draft that is on the disk already."""
        self._timer.stop()
        self.draft, self.saved_at = draft, draft.saved_at

    def change(self, draft: Draft) -> None:
        """Hold a changed draft; it is saved 300 ms after the first change, however fast others follow."""
        self.draft = draft
        if not self._timer.isActive():
            self._timer.start()

    def hold(self, draft: Draft) -> None:
        """Hold a changed draft without saving it: it is being received."""
        self.draft = draft

    def flush(self) -> None:
        """Save at once what waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def let_go(self) -> None:
        """Forget what waits to be saved: the draft became a dossier, or is dropped."""
        self._timer.stop()

    def _save(self) -> None:
        draft = self.draft
        if draft is None:
            return
        reception, desk = self._context.services.reception, self._context.desk

        def kept(saved: Draft) -> None:
            if self.draft is not None and self.draft.id == saved.id:
                self.saved_at = saved.saved_at
                self.draft = replace(self.draft, saved_at=saved.saved_at)
                self.saved.emit()

        def lost(error: CounterError) -> None:
            self.failed.emit(error)

        self._context.tasks.run(lambda: reception.save(desk, draft), kept, lost, owner=self)
