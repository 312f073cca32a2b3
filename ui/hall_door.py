"""The way out of a screen of the hall: whoever stands before it cannot close it, an administrator can."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from ui import messages, theme
from ui.components.announcement import announce
from ui.components.banner import Banners, Notice
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.spoken_role import Role, speak_as
from ui.components.surface import Surface
from ui.components.tab_ring import step_within
from ui.components.tone import Tone
from ui.hall import Stage
from ui.hall_touch import Countdown
from ui.secret_and_code import SecretAndCode
from ui.tasks import Tasks

ASKS_S = 60.0
"""The question goes away by itself: a citizen may have caused it."""
_WIDTH = 600
_ROW = 56
_TOUCH = 72
_MOST_ROWS = 4


class LeavePanel(Surface):
    """Covers the screen and asks for an administrator's secret; ``asked(officer, secret, code)``, ``stays()``."""

    asked = Signal(str, str, str)
    stays = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("background", parent)
        self.administrators = QListWidget()
        self.administrators.setAccessibleName(self.tr("Người quản trị"))
        for bar in (self.administrators.verticalScrollBar(), self.administrators.horizontalScrollBar()):
            bar.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._typed = SecretAndCode(self.tr("Mật khẩu của người quản trị"))
        self.secret, self.code = self._typed.secret, self._typed.code
        for field in (self.secret, self.code):
            field.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.leave_button = KeyButton(
            self.tr("Đóng màn hình"), icon="logout", key="Enter", kind=Kind.PRIMARY, height=_TOUCH
        )
        self.stay_button = KeyButton(self.tr("Quay lại"), icon="arrow-left", key="Esc", height=_TOUCH)
        self.banners = Banners()
        self._title = self.tr("Đóng màn hình này?")
        self._told = self.tr("Chỉ người quản trị đóng được. Ông/bà đang làm thủ tục xin bấm Quay lại.")
        self.setAccessibleName(self._title)
        speak_as(self, Role.Dialog)
        self._build()
        self.administrators.currentItemChanged.connect(lambda *_: self._typed.forget_code())
        self._typed.entered.connect(self._ask)
        self.leave_button.clicked.connect(self._ask)
        self.stay_button.clicked.connect(self.stays)

    def present(self, administrators: tuple[Officer, ...]) -> None:
        """Offer who may close; one alone is not chosen."""
        self.administrators.clear()
        for officer in administrators:
            item = QListWidgetItem(officer.name)
            item.setData(Qt.ItemDataRole.UserRole, officer.id)
            item.setSizeHint(QSize(0, theme.px(_ROW)))
            self.administrators.addItem(item)
        self.administrators.setFixedHeight(min(_MOST_ROWS, len(administrators)) * theme.px(_ROW) + 4)
        self.administrators.setVisible(len(administrators) > 1)
        self.administrators.setCurrentRow(0)
        self.set_busy(False)

    def say(self, error: CounterError) -> None:
        """Say why it stays, or ask for the code that is wanted too."""
        said = messages.message(error)
        notice = Notice("leave", Tone.WARNING, said.title, said.next_step, dismissible=False)
        self.set_busy(False)
        self.banners.present((notice,) if self._typed.refuse(error) else ())

    def set_busy(self, busy: bool) -> None:
        """Wait for the answer."""
        self.leave_button.setEnabled(not busy and self.administrators.count() > 0)

    def focus(self) -> None:
        """Put the focus where the secret is typed, and say what is asked."""
        self.secret.line.setFocus()
        announce(self, self._title, self._told)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab stays within the question."""
        return step_within(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; no other key reaches the screen underneath."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.stays.emit()

    def _ask(self) -> None:
        item = self.administrators.currentItem()
        if self.leave_button.isEnabled() and self.secret.text:
            self.set_busy(True)
            self.asked.emit(str(item.data(Qt.ItemDataRole.UserRole)), self.secret.text, self.code.text)

    def _build(self) -> None:
        card = Surface("surface")
        card.setFixedWidth(theme.px(_WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(32), theme.px(32), theme.px(32), theme.px(32))
        column.setSpacing(theme.px(14))
        column.addWidget(IconLabel("lock", "primary", 40))
        column.addWidget(Label(self._title, "title", theme.Weight.SEMIBOLD))
        column.addWidget(Label(self._told, "strong", wrap=True))
        self.banners.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        column.addWidget(self.banners)
        column.addWidget(self.administrators)
        column.addWidget(self._typed)
        column.addSpacing(theme.px(4))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(10))
        buttons.addWidget(self.stay_button, 1)
        buttons.addWidget(self.leave_button, 1)
        column.addLayout(buttons)
        QGridLayout(self).addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)


class HallDoor(QObject):
    """Keeps one screen open: Alt+F4, a window manager's cross and the like ask first; the end of the session does not.

    The program's own ending calls ``unlock`` before it closes the screen.
    """

    def __init__(self, stage: Stage, services: Services, tasks: Tasks) -> None:
        super().__init__(stage)
        self._stage, self._services, self._tasks = stage, services, tasks
        self._locked = True
        self.panel: LeavePanel | None = None
        self.countdown = Countdown(self)
        self.countdown.expired.connect(self._stay)
        stage.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        stage.installEventFilter(self)

    def unlock(self) -> None:
        """Let the screen be closed."""
        self._locked = False
        self.countdown.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before the screen closes."""
        if event.type() == QEvent.Type.Close and self._locked and not _session_ends():
            event.ignore()
            self._ask()
            return True
        if event.type() == QEvent.Type.Resize and self.panel is not None:
            self.panel.setGeometry(self._stage.rect())
        return False

    def _ask(self) -> None:
        if self.panel is None:
            self.panel = panel = LeavePanel(self._stage)
            panel.asked.connect(self._try)
            panel.stays.connect(self._stay)
            panel.setGeometry(self._stage.rect())
            officers = self._services.officers
            self._tasks.read(lambda: _administrators(officers.all()), self._present, self._say, owner=panel)
        self.panel.show()
        self.panel.raise_()
        self.panel.focus()
        self.countdown.start(ASKS_S)

    def _present(self, administrators: tuple[Officer, ...]) -> None:
        if self.panel is not None:
            self.panel.present(administrators)

    def _try(self, officer: str, secret: str, code: str) -> None:
        door = self._services.sign_ins
        self._tasks.run(lambda: door.give_leave(officer, secret, code), lambda _: self._leave(), self._say, owner=self)

    def _leave(self) -> None:
        self.unlock()
        self._stage.close()

    def _say(self, error: CounterError) -> None:
        if self.panel is not None:
            self.panel.say(error)
            self.countdown.start(ASKS_S)

    def _stay(self) -> None:
        self.countdown.stop()
        panel, self.panel = self.panel, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()
            self._stage.setFocus()


def _administrators(officers: tuple[Officer, ...]) -> tuple[Officer, ...]:
    return tuple(one for one in officers if one.may(Duty.ADMINISTRATION))


def _session_ends() -> bool:
    app = QCoreApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
