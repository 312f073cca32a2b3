"""Where the province is: its address and, once, the code by which it lets this machine in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton
from ui.components.label import Label


class ProvincePart(QWidget):
    """``save_asked`` follows the button and Enter in a field."""

    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.url = Field(self.tr("Địa chỉ máy chủ của tỉnh"))
        self.url.line.setPlaceholderText("https://motcua.tinh.example")
        self.code = Field(self.tr("Mã ghi danh do tỉnh cấp (dùng một lần)"))
        self.code.line.setPlaceholderText("K7QM-4TXA-2HPW")
        self.save = KeyButton(self.tr("Lưu địa chỉ"), icon="check", height=36)
        self._locked = Label(
            self.tr("Chỉ xem: đổi máy chủ cần người có quyền quản trị."), "small", color="warning", wrap=True
        )
        self._restart = Label("", "base", theme.Weight.SEMIBOLD, "warning", wrap=True)
        self._typed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self._locked, self.url, self.code):
            column.addWidget(part)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._restart)
        self._locked.hide()
        self._restart.hide()
        self.save.clicked.connect(self.save_asked)
        for field in (self.url, self.code):
            field.line.returnPressed.connect(self.save_asked)
            field.edited.connect(self._note)

    def present(self, url: str, *, allowed: bool) -> None:
        """Show the address that is kept; what is being typed stays."""
        if not self._typed:
            self.url.set_text(url)
        self._locked.setVisible(not allowed)
        for part in (self.url.line, self.code.line, self.save):
            part.setEnabled(allowed)
        self.code.setVisible(allowed)
        self.save.setVisible(allowed)

    def set_busy(self, busy: bool) -> None:
        """While the province is asked nothing more is asked."""
        self.save.setEnabled(not busy)

    def kept(self, restart: str) -> None:
        """What was typed is kept; ``restart`` says from when on it holds."""
        self._typed = False
        self.code.set_text("")
        self._restart.setText(restart)
        self._restart.setVisible(bool(restart))

    def _note(self, _: str) -> None:
        self._typed = True
        self.url.set_verdict()
        self.code.set_verdict()
