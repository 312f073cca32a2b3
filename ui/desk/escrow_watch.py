"""Says to an administrator that this machine's data key was sealed for another than before: both, to be compared."""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.facts import Duty
from counter_app.errors import Code, CounterError
from counter_app.services.key_escrow import ChangedRecipient, KeyState
from ui.desk.context import DeskContext

_NOTICE = "escrow-changed"
_KEY = "key/"
_NEWS = timedelta(days=14)
"""So long it is news, at every sign-in; Quản trị says it for good, and so does the security record."""
_FIRST_MS = 2_000


class EscrowWatch(QObject):
    """Looks once after the start, and whenever a key was sealed; whoever is no administrator is not troubled."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told: ChangedRecipient | None = None
        self._may_know = context.officer.may(Duty.ADMINISTRATION)
        if not self._may_know:
            return
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_FIRST_MS)
        self._first.timeout.connect(self.refresh)
        self._first.start()
        context.tasks.streams_changed.connect(self._changed)

    def refresh(self) -> None:
        """Look again."""
        if not self._may_know:
            return
        state = self._context.services.key_escrow.state
        # What cannot be read is said by the page that is about keys.
        self._context.tasks.read(state, self._tell, lambda _: None, owner=self, topic="escrow")

    def _changed(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(_KEY) for stream in streams):
            self.refresh()

    def _tell(self, state: KeyState) -> None:
        changed = state.changed
        if changed is None or changed == self._told or self._context.now() - changed.at > _NEWS:
            return  # said already, and perhaps put away
        self._told = changed
        error = CounterError(Code.ESCROW_CHANGED, before=changed.before, now=changed.now)
        self._context.notices.put_error(_NOTICE, error)
