"""Where the province is: its address, the way there and, once, the code by which it lets this machine in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from counter_app.settings import SecuritySettings
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
        self.own_way = QCheckBox(self.tr("Chứng thư gốc hoặc proxy riêng"))
        self.own_way.setAccessibleName(self.own_way.text())
        self.ca_file = Field(self.tr("Tệp chứng thư gốc của tỉnh (PEM)"))
        self.ca_file.line.setPlaceholderText("/media/usb/tinh-ca.pem")
        self.proxy = Field(self.tr("Proxy (để trống: không dùng)"))
        self.proxy.line.setPlaceholderText("http://proxy.tinh.example:3128")
        self.save = KeyButton(self.tr("Lưu địa chỉ"), icon="check", height=36)
        self._locked = Label(
            self.tr("Chỉ xem: đổi máy chủ cần người có quyền quản trị."), "small", color="warning", wrap=True
        )
        self._restart = Label("", "base", theme.Weight.SEMIBOLD, "warning", wrap=True)
        self._typed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self._locked, self.url, self.code, self.own_way, self.ca_file, self.proxy):
            column.addWidget(part)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._restart)
        self._locked.hide()
        self._restart.hide()
        self.save.clicked.connect(self.save_asked)
        for field in (self.url, self.code, self.ca_file, self.proxy):
            field.line.returnPressed.connect(self.save_asked)
            field.edited.connect(self._note)
        self.own_way.clicked.connect(lambda _: self._note(""))
        self.own_way.toggled.connect(self._unfold)
        self._unfold(False)

    @property
    def way(self) -> SecuritySettings:
        """The way to the province that is chosen; of the settings only what is asked for here."""
        if not self.own_way.isChecked():
            return SecuritySettings()
        return SecuritySettings(ca_file=self.ca_file.text.strip(), proxy=self.proxy.text.strip())

    def present(self, url: str, *, allowed: bool, way: SecuritySettings | None = None) -> None:
        """Show the address and the way that are kept; what is being typed stays."""
        if not self._typed:
            self.url.set_text(url)
            kept, usual = way or SecuritySettings(), SecuritySettings()
            self.own_way.setChecked((kept.ca_file, kept.proxy) != (usual.ca_file, usual.proxy))
            self.ca_file.set_text(kept.ca_file)
            self.proxy.set_text(kept.proxy)
        self._locked.setVisible(not allowed)
        for part in (self.url.line, self.code.line, self.own_way, self.ca_file.line, self.proxy.line, self.save):
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
        for field in (self.url, self.code, self.ca_file, self.proxy):
            field.set_verdict()

    def _unfold(self, opened: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.ca_file.setVisible(opened)
        self.proxy.setVisible(opened)
