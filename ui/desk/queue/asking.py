"""One command of the queue at a time, wherever the queue is kept; one that got no answer is kept to be tried again."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.errors import Code, CounterError
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.context import DeskContext

NOTICE = "queue"
_PATIENT_MS = 1500
"""So long an answer may take before it is said that one waits for it."""
_AWAY = (Code.OFFICE_AWAY, Code.OFFICE_NOT_IN_CHARGE)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A command that may have been done or not: asked again under its id it is done once."""

    act: str
    id: str
    work: Callable[[str], object]
    then: Callable[[Any], None] | None
    failed: Callable[[CounterError], None] | None


class QueueAsking(QObject):
    """``do`` sends a command; ``settled()`` follows every answer, good or bad."""

    settled = Signal()

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._busy = False
        self._kept: _Kept | None = None
        self._away_since: datetime | None = None
        self._told: Notice | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENT_MS)
        self._patience.timeout.connect(self._say_waiting)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return self._busy

    @property
    def away_since(self) -> datetime | None:
        """Since when the office's queue has not answered; None while it does."""
        return self._away_since

    def heard(self) -> None:
        """Something came from the queue: it is there again, and what got no answer may be asked again."""
        since, self._away_since = self._away_since, None
        if since is None or self._kept is None or self._told not in self._context.notices.all:
            return
        title = self.tr("Máy giữ hàng chờ đã trả lời lại.")
        more = self.tr("Việc bấm lúc {time} chưa chắc đã ghi; thử lại không bị ghi hai lần.")
        self._tell(title, more.format(time=times.clock(since)), Tone.INFO, "refresh")

    def do(
        self,
        act: str,
        work: Callable[[str], object],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        """Do one thing: ``work`` gets the command's id. A second press while the first is under way changes nothing.

        ``act`` names what is done and to whom: asked again after no answer came, it keeps its id.
        """
        if self._busy:
            return
        kept = self._kept
        id_ = kept.id if kept is not None and kept.act == act else uuid.uuid4().hex
        self._send(_Kept(act, id_, work, then, failed))

    def retry(self) -> None:
        """Send what got no answer once more, under the same id."""
        if self._kept is not None and not self._busy:
            self._send(self._kept)

    def _send(self, command: _Kept) -> None:
        self._busy, self._kept = True, None
        self._patience.start()

        def well(result: object) -> None:
            self._end()
            self._away_since = None
            self._context.notices.drop(NOTICE)
            if command.then is not None:
                command.then(result)
            self.settled.emit()

        def badly(error: CounterError) -> None:
            self._end()
            if error.code in _AWAY:
                self._kept = command
                self._say_away(error)
            else:
                self._away_since = None
                self._context.notices.drop(NOTICE)
                (command.failed or self.refused)(error)
            self.settled.emit()

        self._context.tasks.ask(lambda: command.work(command.id), well, badly, owner=self)

    def refused(self, error: CounterError) -> None:
        """Say what the queue refuses."""
        self._context.notices.put_error(NOTICE, error)

    def _end(self) -> None:
        self._busy = False
        self._patience.stop()

    def _say_away(self, error: CounterError) -> None:
        self._away_since = self._away_since or self._context.now()
        since = times.clock(self._away_since)
        if error.code is Code.OFFICE_AWAY:
            title = self.tr("Máy giữ hàng chờ không trả lời từ {time}.").format(time=since)
        else:
            title = self.tr("Đang đổi máy giữ hàng chờ, từ {time}.").format(time=since)
        more = self.tr(
            "Việc vừa bấm chưa chắc đã ghi; thử lại không bị ghi hai lần. Tiếp nhận, quét, in vẫn làm bình thường."
        )
        self._tell(title, more, Tone.WARNING, "cloud-off")

    def _tell(self, title: str, more: str, tone: Tone, icon: str) -> None:
        acts = (Act("retry", self.tr("Thử lại"), "refresh"),)
        self._told = Notice(NOTICE, tone, title, more, icon, acts)
        self._context.notices.put(self._told, lambda _: self.retry())

    def _say_waiting(self) -> None:
        told = self.tr("Đang chờ máy giữ hàng chờ trả lời…")
        more = self.tr("Các việc khác ở quầy vẫn làm được.")
        self._context.notices.put(Notice(NOTICE, Tone.INFO, told, more, "hourglass"))
