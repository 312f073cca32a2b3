"""Signing in: choose one's name, type the secret; what has to be put right comes before the work."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from counter_app.services.sign_in import SignedIn
from ui import messages, theme
from ui.components.banner import Banners, Notice
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.account.steps import AccountSteps
from ui.secret_and_code import SecretAndCode
from ui.tasks import Tasks

_WIDTH, _STEP_WIDTH = 420, 700
_ROW = 40
_MOST_ROWS = 6


class _Officers(QListWidget):
    """Enter goes on to the secret."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class SignIn(Surface):
    """The page; ``signed_in(Officer)`` after the right secret, the second factor, and what could not be put off.

    ``told`` is why the officer before was sent here.
    """

    signed_in = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        desk: int,
        told: CounterError | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("background", parent)
        self._services, self._tasks = services, tasks
        self.result: SignedIn | None = None
        """What is still to be put right, once somebody has signed in."""
        self.officers = _Officers()
        self.officers.setAccessibleName(self.tr("Cán bộ"))
        self.officers.setStyleSheet(f"QListWidget::item {{ padding-left: {theme.px(8)}px; }}")
        self._typed = SecretAndCode(self.tr("Mật khẩu"))
        self.pin, self.code = self._typed.secret, self._typed.code
        self.enter = KeyButton(
            self.tr("Vào quầy"), icon="login", key="Enter", kind=Kind.PRIMARY, height=40, weight=theme.Weight.SEMIBOLD
        )
        self.banners = Banners()
        self.steps = AccountSteps(services, tasks, self)
        self._busy = False
        self._card = Surface("surface")
        self._build(desk)
        self._wire()
        if told is not None:
            self._say(told)
        tasks.read(services.officers.all, self._show, self._failed, owner=self)

    def _wire(self) -> None:
        self.officers.entered.connect(self.pin.line.setFocus)
        self.officers.itemClicked.connect(lambda _: self.pin.line.setFocus())
        self.officers.currentItemChanged.connect(lambda *_: self._typed.forget_code())
        self._typed.entered.connect(self.sign_in)
        self.enter.clicked.connect(self.sign_in)
        self.banners.dismissed.connect(lambda _: self.banners.present(()))
        self.steps.shown.connect(self._show_step)
        self.steps.done.connect(self._finish)

    def _build(self, desk: int) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(10))
        column.addWidget(IconLabel("building-community", "primary", 32))
        column.addWidget(Label(self._services.office.name, color="text_muted", wrap=True))
        column.addWidget(Label(self.tr("Quầy {desk}").format(desk=desk), "title", theme.Weight.SEMIBOLD))
        self.banners.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        column.addWidget(self.banners)
        self._door = QWidget()
        inner = QVBoxLayout(self._door)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(10))
        inner.addWidget(Label(self.tr("Cán bộ"), "small", color="text_muted"))
        inner.addWidget(self.officers)
        inner.addWidget(self._typed)
        inner.addSpacing(theme.px(4))
        inner.addWidget(self.enter)
        column.addWidget(self._door)
        column.addWidget(self.steps)
        self.steps.hide()
        self._card.setFixedWidth(theme.px(_WIDTH))
        ground = QWidget()
        grid = QGridLayout(ground)
        grid.addWidget(self._card, 0, 0, Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = VerticalScroll(ground)
        scroll.follow_focus()
        whole.addWidget(scroll)

    def _show(self, officers: tuple[Officer, ...]) -> None:
        self.officers.clear()
        known = [one for one in officers if not one.disabled]
        for officer in known:
            item = QListWidgetItem(" · ".join(part for part in (officer.name, officer.title) if part))
            item.setData(Qt.ItemDataRole.UserRole, officer.id)
            item.setSizeHint(QSize(0, theme.px(_ROW)))
            self.officers.addItem(item)
        rows = min(_MOST_ROWS, max(1, len(known)))
        self.officers.setFixedHeight(rows * theme.px(_ROW) + 4)
        self.officers.setCurrentRow(0)
        self.officers.setFocus()

    def sign_in(self) -> None:
        """Check what is typed."""
        item = self.officers.currentItem()
        if self._busy or item is None:
            return
        officer, pin, code = str(item.data(Qt.ItemDataRole.UserRole)), self.pin.text, self.code.text
        self._busy = True
        self.enter.setEnabled(False)
        door = self._services.sign_ins

        def well(result: SignedIn) -> None:
            self._well(result, pin)

        self._tasks.run(lambda: door.sign_in(officer, pin, code), well, self._failed, owner=self)

    def _well(self, result: SignedIn, secret: str) -> None:
        self._ready()
        self._typed.forget()
        self.banners.present(())
        self.result = result
        self.steps.begin(result, secret)

    def _show_step(self) -> None:
        """The work begins after this step."""
        self._door.hide()
        self.steps.show()
        self._card.setFixedWidth(theme.px(_STEP_WIDTH))
        self.steps.focus()

    def _finish(self, officer: Officer) -> None:
        self.signed_in.emit(officer)

    def _failed(self, error: CounterError) -> None:
        self._ready()
        if self._typed.refuse(error):
            self._say(error)
        else:
            self.banners.present(())

    def _say(self, error: CounterError) -> None:
        said = messages.message(error)
        self.banners.present((Notice("pin", Tone.WARNING, said.title, said.next_step, dismissible=False),))

    def _ready(self) -> None:
        self._busy = False
        self.enter.setEnabled(True)
