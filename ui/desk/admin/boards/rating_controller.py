"""Wires the choice of how citizens are asked."""

from PySide6.QtCore import QObject

from counter_app.domain.queue_policy import RatingChoices
from counter_app.errors import CounterError
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.boards.rating import RatingPart
from ui.desk.context import DeskContext

_NOTICE = "rating-choices"


class RatingChoicesController(QObject):
    """Reads and keeps how many answers the rating screens offer."""

    def __init__(self, context: DeskContext, part: RatingPart, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.part = context, part
        part.save_asked.connect(self.save)

    def refresh(self) -> None:
        """Read what is kept."""
        kept = self._context.services.queue_choices
        self._context.tasks.read(kept.rating, self.part.present, owner=self, topic="rating-choices")

    def focus(self) -> None:
        """Put the focus on the choice."""
        self.part.choice.button(self.part.choice.current).setFocus()

    def act(self) -> None:
        """Ctrl+Enter: keep it."""
        if self.part.save_button.isEnabled():
            self.save()

    def save(self) -> None:
        """Keep what is chosen."""
        kept, by, choices = self._context.services.queue_choices, self._context.officer.id, self.part.choices()
        self._context.tasks.run(
            lambda: kept.set_rating(choices, by), lambda _: self._saved(choices), self._refused, owner=self
        )

    def _saved(self, choices: RatingChoices) -> None:
        said = self.tr("Đã lưu. Màn hình đánh giá đổi từ lần hỏi sau.")
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, said))
        self.part.present(choices)

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)
