"""Signing in: choose one's name, type the PIN."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from ui import messages, theme
from ui.components.banner import Banners, Notice
from ui.components.field import Field
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.tasks import Tasks

_WIDTH = 420
_ROW = 40
_MOST_ROWS = 6


class _Officers(QListWidget):
    """Enter goes on to the PIN."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class SignIn(Surface):
    """The page; ``signed_in(Officer)`` after the right PIN."""

    signed_in = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, desk: int, parent: QWidget | None = None) -> None:
        super().__init__("background", parent)
        self._services, self._tasks = services, tasks
        self.officers = _Officers()
        self.officers.setAccessibleName(self.tr("Cán bộ"))
        self.officers.setStyleSheet(f"QListWidget::item {{ padding-left: {theme.px(8)}px; }}")
        self.pin = Field(self.tr("Mã PIN"))
        self.pin.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhHiddenText)
        self.enter = KeyButton(
            self.tr("Vào quầy"), icon="login", key="Enter", kind=Kind.PRIMARY, height=40, weight=theme.Weight.SEMIBOLD
        )
        self.banners = Banners()
        self._busy = False
        self._build(desk)
        self.officers.entered.connect(self.pin.line.setFocus)
        self.officers.itemClicked.connect(lambda _: self.pin.line.setFocus())
        self.pin.line.returnPressed.connect(self.sign_in)
        self.enter.clicked.connect(self.sign_in)
        self.banners.dismissed.connect(lambda _: self.banners.present(()))
        tasks.read(services.officers.all, self._show, self._failed, owner=self)

    def _build(self, desk: int) -> None:
        card = Surface("surface")
        card.setFixedWidth(theme.px(_WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(10))
        column.addWidget(IconLabel("building-community", "primary", 32))
        column.addWidget(Label(self._services.office.name, color="text_muted", wrap=True))
        column.addWidget(Label(self.tr("Quầy {desk}").format(desk=desk), "title", theme.Weight.SEMIBOLD))
        self.banners.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        column.addWidget(self.banners)
        column.addWidget(Label(self.tr("Cán bộ"), "small", color="text_muted"))
        column.addWidget(self.officers)
        column.addWidget(self.pin)
        column.addSpacing(theme.px(4))
        column.addWidget(self.enter)
        grid = QGridLayout(self)
        grid.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)

    def _show(self, officers: tuple[Officer, ...]) -> None:
        self.officers.clear()
        for officer in officers:
            item = QListWidgetItem(" · ".join(part for part in (officer.name, officer.title) if part))
            item.setData(Qt.ItemDataRole.UserRole, officer.id)
            item.setSizeHint(QSize(0, theme.px(_ROW)))
            self.officers.addItem(item)
        rows = min(_MOST_ROWS, max(1, len(officers)))
        self.officers.setFixedHeight(rows * theme.px(_ROW) + 4)
        self.officers.setCurrentRow(0)
        self.officers.setFocus()

    def sign_in(self) -> None:
        """Check the PIN."""
        item = self.officers.currentItem()
        if self._busy or not self.officers.count():
            return
        officer, pin = str(item.data(Qt.ItemDataRole.UserRole)), self.pin.text
        self._busy = True
        self.enter.setEnabled(False)
        self._tasks.run(lambda: self._services.officers.sign_in(officer, pin), self._well, self._failed, owner=self)

    def _well(self, officer: Officer) -> None:
        self._ready()
        self.banners.present(())
        self.signed_in.emit(officer)

    def _failed(self, error: CounterError) -> None:
        self._ready()
        said = messages.message(error)
        self.banners.present((Notice("pin", Tone.WARNING, said.title, said.next_step, dismissible=False),))
        self.pin.line.setFocus()

    def _ready(self) -> None:
        self._busy = False
        self.enter.setEnabled(True)
        self.pin.line.clear()
