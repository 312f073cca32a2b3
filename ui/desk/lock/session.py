"""The session of a desk: locked on a key or after a while, opened by its officer, ended when the account is barred."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from counter_app.domain.places import Officer
from counter_app.errors import Code, CounterError
from ui.desk.context import DeskContext
from ui.desk.lock.idle import IdleWatch
from ui.desk.lock.screen import LockScreen, LockState

if TYPE_CHECKING:
    from ui.desk.window import DeskWindow


class DeskSession(QObject):
    """Puts the lock screen over the desk and takes it away.

    ``ended(CounterError)``: the account is barred, so its officer goes; ``other_asked()``: another is to sit here.
    """

    ended = Signal(object)
    other_asked = Signal()

    def __init__(self, context: DeskContext, window: "DeskWindow") -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._door = context.services.sign_ins
        self._before: QWidget | None = None
        self._silenced: list[QShortcut] = []
        self.screen: LockScreen | None = None
        """There while the session is locked."""
        self.idle = IdleWatch(self._door.lock_after, context.now, self)
        self.idle.idled.connect(lambda: self.lock(idle=True))
        window.installEventFilter(self)
        context.tasks.streams_changed.connect(self._changed)

    def watch(self) -> None:
        """The window is on screen: see whether anybody works in it."""
        handle = self._window.windowHandle()
        if handle is not None:
            self.idle.follow(handle)

    def lock(self, *, idle: bool = False) -> None:
        """Cover the desk; what is typed underneath stays, and is saved where it is saved anyway."""
        if self.screen is not None:
            return
        window, context = self._window, self._context
        self._put_popups_away()
        window.receive.keeper.flush()
        self._before = window.focusWidget()
        minutes = round(self._door.lock_after.total_seconds() / 60) if idle else 0
        self.screen = screen = LockScreen(context.services.office.name, window)
        screen.present(LockState(context.desk, context.officer.name, context.now(), minutes))
        screen.unlock_asked.connect(self._unlock)
        screen.other_asked.connect(self.other_asked)
        self._silenced = [one for one in window.findChildren(QShortcut) if one.isEnabled()]
        for shortcut in self._silenced:
            shortcut.setEnabled(False)
        window.outside.listens = False
        screen.setGeometry(window.rect())
        screen.show()
        screen.raise_()
        window.frame.hide()
        screen.focus()
        officer = context.officer.id
        context.tasks.run(lambda: self._door.locked(officer, idle=idle), owner=self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.screen is not None:
            self.screen.setGeometry(self._window.rect())
        elif event.type() == QEvent.Type.Show:
            self.watch()
        elif event.type() == QEvent.Type.Close:
            self.idle.stop()
        return False

    def _unlock(self, secret: str) -> None:
        officer = self._context.officer.id

        def refused(error: CounterError) -> None:
            if error.code is Code.OFFICER_DISABLED:
                self.ended.emit(error)
            elif self.screen is not None:
                self.screen.say(error)

        self._context.tasks.slow(
            lambda: self._door.unlock(officer, secret), lambda _: self._open(), refused, owner=self
        )

    def _open(self) -> None:
        """Show the work as it was left, the cursor where it stood."""
        if self.screen is None:
            return
        gone, self.screen = self.screen, None
        window = self._window
        window.frame.show()
        gone.hide()
        gone.deleteLater()
        for shortcut in self._silenced:
            shortcut.setEnabled(True)
        self._silenced = []
        window.outside.listens = True
        if self._before is not None:
            self._before.setFocus()
        self.idle.touch()

    def _put_popups_away(self) -> None:
        """What floats above the window would show through, or take the keys."""
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()

    def _changed(self, streams: frozenset[str]) -> None:
        """An account that was barred, here or elsewhere, ends its session; what is half typed is kept."""
        me = self._context.officer.id
        if f"officer/{me}" not in streams:
            return

        def known(officers: tuple[Officer, ...]) -> None:
            if any(one.id == me and one.disabled for one in officers):
                self.ended.emit(CounterError(Code.OFFICER_DISABLED, officer=me))

        self._context.tasks.read(self._context.services.officers.all, known, owner=self, topic="account")
