"""The officer's seat: sign in, work, sign out, and the next officer signs in."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from devices.fleet import Devices
from sync.link import Uplink
from ui import theme
from ui.components.spoken_role import Role, speak_as
from ui.components.surface import Surface
from ui.desk.sign_in import SignIn
from ui.desk.window import DeskWindow
from ui.machine import Machine
from ui.tasks import Tasks

_WIDTH, _HEIGHT = 760, 560
_FILLS = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


class SignInWindow(Surface):
    """The sign-in as a window; ``closed`` tells that nobody wants to."""

    closed = Signal()

    def __init__(self, services: Services, tasks: Tasks, desk: int, told: CounterError | None = None) -> None:
        super().__init__("background")
        self.page = SignIn(services, tasks, desk, told)
        self.setWindowTitle(self.tr("Đăng nhập quầy {desk}").format(desk=desk))
        speak_as(self, Role.Window)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed."""
        super().closeEvent(event)
        self.closed.emit()


class Seat(QObject):
    """One desk of this machine. ``changed`` tells that another window took its place, ``left`` that it is empty.

    Closing the desk signs out (what is half typed is kept and offered again); closing the sign-in leaves.
    """

    changed = Signal()
    left = Signal()
    crashed = Signal(str)

    def __init__(
        self,
        services: Services,
        devices: Devices,
        link: Uplink | None,
        desk: int,
        *,
        asks: bool = True,
        machine: Machine | None = None,
    ) -> None:
        """Without ``asks`` nobody signs in after the first officer has left."""
        super().__init__()
        self._services, self._devices, self._link, self._desk = services, devices, link, desk
        self._asks = asks
        self._machine = machine
        self._open: list[tuple[QWidget, Tasks]] = []
        self._officer = ""
        self._closing = False

    @property
    def window(self) -> QWidget | None:
        """The window of the seat now: the sign-in or the desk."""
        return self._open[-1][0] if self._open else None

    @property
    def officer(self) -> str:
        """The id of who is signed in, or nothing."""
        return self._officer

    def ask(self, told: CounterError | None = None) -> None:
        """Let an officer sign in; ``told`` is why the one before had to go."""
        tasks = Tasks()
        tasks.crashed.connect(self.crashed)
        window = SignInWindow(self._services, tasks, self._desk, told)
        window.page.signed_in.connect(self._signed_in)
        window.closed.connect(self._leave)
        self._put(window, tasks)

    def sit(self, officer: Officer) -> None:
        """Open the desk for ``officer``, who signed in."""
        tasks = Tasks(self._services.changes)
        window = DeskWindow(
            self._services, tasks, self._devices, self._link, self._desk, officer, machine=self._machine
        )
        window.signed_out.connect(self._signed_out)
        window.asks_to_leave = True
        self._officer = officer.id
        self._put(window, tasks)

    def close(self) -> None:
        """Close what is open; returns when its work is done."""
        self._closing = True
        self._officer = ""
        for window, tasks in self._open:
            if isinstance(window, DeskWindow):
                window.asks_to_leave = False
            window.close()
            tasks.close()
            window.deleteLater()
        self._open.clear()

    def _signed_in(self, officer: Officer) -> None:
        before = self.window
        self.sit(officer)
        window = self.window
        if isinstance(before, SignInWindow):
            before.hide()
            if isinstance(window, DeskWindow) and before.page.result is not None:
                window.remind(before.page.result)

    def _signed_out(self) -> None:
        if self._closing:
            return
        window = self.window
        self._services.sign_ins.left(self._officer)
        self._officer = ""
        if self._asks:
            self.ask(window.told if isinstance(window, DeskWindow) else None)
        else:
            self.left.emit()

    def _leave(self) -> None:
        if not self._closing:
            self.left.emit()

    def _put(self, window: QWidget, tasks: Tasks) -> None:
        """Show a window in the place of the one before, whose tasks end when its last change is written."""
        before = self.window
        if before is not None and before.windowHandle() is not None:  # it was on screen: its place was chosen
            window.setGeometry(before.normalGeometry() if before.isMaximized() else before.geometry())
            window.setWindowState(before.windowState() & _FILLS)
        self._retire()
        self._open.append((window, tasks))
        self.changed.emit()

    def _retire(self) -> None:
        """End what was closed one window ago: by now nothing of it runs that must still be delivered."""
        while len(self._open) > 1:
            window, tasks = self._open.pop(0)
            tasks.close()
            window.deleteLater()
