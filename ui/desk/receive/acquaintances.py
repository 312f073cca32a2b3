"""Who stands at the desk: said as soon as the number is known, before a second dossier is made of the same thing."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.dossiers import Dossier
from counter_app.services.drafts import Draft
from counter_app.services.people import NOBODY, Acquaintance
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.context import DeskContext
from ui.desk.receive.keeper import DraftKeeper

_DUPLICATE, _WAITING = "duplicate", "waiting"
_SOON_MS = 150


class Acquaintances(QObject):
    """Looks an applicant up a moment after a change.

    ``found(Acquaintance)``; ``resume_asked(Dossier)`` and ``open_asked(Dossier)`` are what the officer takes.
    """

    found = Signal(object)
    resume_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(
        self, context: DeskContext, keeper: DraftKeeper, change: Callable[[Draft], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._keeper, self._change = context, keeper, change
        self.now: Acquaintance = NOBODY
        self.phone_known = False
        self._asked: tuple[str, ...] = ()
        self._accepted: frozenset[str] = frozenset()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.look)

    def reset(self) -> None:
        """Forget the person before."""
        self._soon.stop()
        self._asked, self._accepted, self.phone_known = (), frozenset(), False
        self._tell(NOBODY)

    def follow(self) -> None:
        """Look again, soon, if the draft names somebody or something else."""
        draft = self._keeper.draft
        if draft is None:
            return
        asked = (draft.id, draft.identity, draft.name, draft.birth, draft.procedure, draft.kind.value)
        if asked != self._asked:
            self._asked = asked
            self._soon.start()

    def look(self) -> None:
        """Ask the store who that is."""
        draft, asked = self._keeper.draft, self._asked
        if draft is None:
            return

        def known(found: Acquaintance) -> None:
            if asked == self._asked:
                self._tell(found)

        self._context.tasks.read(lambda: self._context.services.people.known(draft), known, owner=self, topic="known")

    def take_first(self) -> None:
        """Ctrl+O: go on with what waits, or open the likely duplicate."""
        for notice in (_WAITING, _DUPLICATE):
            if any(one.id == notice for one in self._context.notices.all):
                self._context.notices.act(notice, "open")
                return

    def _tell(self, found: Acquaintance) -> None:
        self.now = found
        self._tell_waiting(found.waiting)
        self._tell_duplicates(found.duplicates)
        self._take_phone(found)
        self.found.emit(found)

    def _take_phone(self, found: Acquaintance) -> None:
        """Take the phone that the person left before; a number that was typed stays."""
        draft = self._keeper.draft
        if draft is not None and draft.identity.strip() and found.phone and not draft.phone.strip():
            self.phone_known = True
            self._change(replace(draft, phone=found.phone, email=draft.email or found.email))

    def _tell_waiting(self, waiting: Dossier | None) -> None:
        notices = self._context.notices
        if waiting is None or waiting.id in self._accepted:
            notices.drop(_WAITING)
            return
        asked = waiting.supplements[-1] if waiting.supplements else None
        day = times.day(asked.asked_at if asked else waiting.received_at)
        if asked is not None:
            told = self.tr("Đã hướng dẫn người này bổ sung, ngày {day}.").format(day=day)
        else:
            told = self.tr("Người này đã đăng ký hồ sơ này ngày {day}, chưa được tiếp nhận.").format(day=day)
        more = self.tr("Cần: {items}").format(items="; ".join(asked.items)) if asked else ""
        acts = (Act("open", self.tr("Làm tiếp hồ sơ đó"), "history", "Ctrl+O"), Act("new", self.tr("Làm hồ sơ mới")))
        self._put(Notice(_WAITING, Tone.INFO, told, more, "history", acts), waiting, self.resume_asked.emit)

    def _tell_duplicates(self, duplicates: tuple[Dossier, ...]) -> None:
        notices = self._context.notices
        likely = next((one for one in duplicates if one.id not in self._accepted), None)
        if likely is None:
            notices.drop(_DUPLICATE)
            return
        told = self.tr("Đang giải quyết hồ sơ cùng thủ tục: {code}.").format(code=likely.code)
        day, due = times.day(likely.received_at), times.day(likely.due)
        more = self.tr("Người này nộp ngày {day}, hẹn trả {due}.").format(day=day, due=due)
        acts = (Act("open", self.tr("Mở hồ sơ cũ"), "files", "Ctrl+O"), Act("new", self.tr("Vẫn tiếp nhận")))
        self._put(Notice(_DUPLICATE, Tone.WARNING, told, more, "files", acts), likely, self.open_asked.emit)

    def _put(self, notice: Notice, about: Dossier, taken: Callable[[Dossier], None]) -> None:
        if notice in self._context.notices.all:
            return

        def then(act: str) -> None:
            if act == "open":
                taken(about)
            else:
                self._accepted |= {about.id}

        self._context.notices.put(notice, then)
