"""Setting up the code of the telephone: the QR code to scan, the first code, then ten codes for the paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.secret_rule import LONGEST
from counter_app.domain.totp import DIGITS
from counter_app.errors import Code, CounterError
from counter_app.services.second_factor import NewSecondFactor
from ui import messages, theme
from ui.components.announcement import announce
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.reading_label import ReadingLabel
from ui.components.surface import Surface
from ui.desk.account.qr_picture import QrPicture

_COLUMNS = 2
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class SecondFactorForm(QWidget):
    """``submitted(str, str)``: the secret ("" where it is known) and the code; ``finished()`` after the codes."""

    submitted = Signal(str, str)
    finished = Signal()

    def __init__(self, *, asks_secret: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks_secret = asks_secret
        self.picture = QrPicture(self.tr("Mã QR để điện thoại quét"))
        self.typed = ReadingLabel(wrap=True)
        self.secret = Field(self.tr("Mật khẩu của mình"))
        self.secret.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.line.setMaxLength(LONGEST)
        self.code = Field(self.tr("6 chữ số điện thoại đang hiện"))
        self.code.line.setMaxLength(DIGITS + 1)  # people type the space that the telephone shows
        self.submit_button = KeyButton(
            self.tr("Dùng mã trên điện thoại"),
            icon="device-mobile",
            key="Enter",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
        )
        self.finish_button = KeyButton(
            self.tr("Đã ghi lại mười mã này"),
            icon="check",
            key="Enter",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
        )
        self._next = Label("", "small", color="danger", wrap=True)
        self._next.hide()
        self._codes = QGridLayout()
        self._scan, self._paper = self._scan_page(), self._paper_page()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scan)
        column.addWidget(self._paper)
        self._open(self._scan)
        self.submit_button.clicked.connect(self.submit)
        self.finish_button.clicked.connect(self.finished)
        for field in (self.secret, self.code):
            field.edited.connect(lambda _, field=field: self._typed(field))

    @property
    def shows_codes(self) -> bool:
        """Whether the codes for the paper are on screen."""
        return not self._paper.isHidden()

    def begin(self, new: NewSecondFactor) -> None:
        """Show a new key."""
        self.picture.show_text(new.address)
        self.typed.setText(new.typed)
        self.typed.setAccessibleName(self.tr("Khóa để nhập bằng tay: {key}").format(key=_spelled(new.typed)))
        for field in (self.secret, self.code):
            field.set_text("")
            self._typed(field)
        self._open(self._scan)
        self.set_busy(False)

    def forget(self) -> None:
        """Keep nothing of the key, the codes and what was typed; what is hidden could still be read by a program."""
        self.picture.show_text("")
        self.typed.setText("")
        self.typed.setAccessibleName("")
        for field in (self.secret, self.code):
            field.set_text("")
        self._drop_codes()

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """It works: show what goes on paper, once."""
        self._drop_codes()
        half = -(-len(codes) // _COLUMNS)
        for place, code in enumerate(codes):
            label = ReadingLabel("strong")
            label.setText(f"{place + 1}.  {code}")
            label.setAccessibleName(self.tr("Mã {number}: {code}").format(number=place + 1, code=_spelled(code)))
            self._codes.addWidget(label, place % half, place // half)
        self._open(self._paper)
        self.finish_button.setFocus()
        announce(self, self._told)

    def _typed(self, field: Field) -> None:
        field.set_verdict()
        self._next.hide()

    def _drop_codes(self) -> None:
        while (item := self._codes.takeAt(0)) is not None:
            if isinstance(label := item.widget(), ReadingLabel):
                label.setText("")
                label.setAccessibleName("")
                label.hide()
                label.deleteLater()

    def focus(self) -> None:
        """Put the focus where typing begins."""
        if self.shows_codes:
            self.finish_button.setFocus()
        else:
            (self.secret if self._asks_secret else self.code).line.setFocus()

    def submit(self) -> None:
        """Hand the code on, or go to the field that is empty."""
        if not self.submit_button.isEnabled():
            return
        asked = (self.secret, self.code) if self._asks_secret else (self.code,)
        empty = next((field for field in asked if not field.text.strip()), None)
        if empty is not None:
            empty.set_verdict(problem=self.tr("Chưa nhập"))
            empty.line.setFocus()
            return
        self.set_busy(True)
        self.submitted.emit(self.secret.text, self.code.text)

    def say(self, error: CounterError) -> None:
        """Say why it does not work yet."""
        self.set_busy(False)
        about_code = error.code is Code.CODE_NOT_SHOWN or not self._asks_secret
        field = self.code if about_code else self.secret
        said = messages.message(error)
        field.set_text("")
        field.line.setFocus()
        field.set_verdict(problem=said.title)
        self._next.setText(said.next_step)
        self._next.setVisible(bool(said.next_step))
        announce(self, said.next_step)

    def set_busy(self, busy: bool) -> None:
        """Wait for the answer."""
        self.submit_button.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, and submits from the last field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
        elif self.shows_codes:
            self.finish_button.setFocus()  # the codes never come back: Enter on one of them is not yet a yes
        elif self._asks_secret and self.secret.line.hasFocus() and not self.code.text:
            self.code.line.setFocus()
        else:
            self.submit()

    def _open(self, page: QWidget) -> None:
        for one in (self._scan, self._paper):
            one.setVisible(one is page)

    def _scan_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        frame = Surface("line")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.picture)
        row.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        row.addLayout(column, 1)
        first = self.tr(
            "1. Trên điện thoại, mở một ứng dụng xác thực (Google Authenticator, Microsoft Authenticator…)."
        )
        column.addWidget(Label(first, wrap=True))
        column.addWidget(Label(self.tr("2. Quét hình bên trái. Không quét được thì nhập khóa này:"), wrap=True))
        column.addWidget(self.typed)
        column.addWidget(Label(self.tr("3. Nhập 6 chữ số mà điện thoại hiện ra."), wrap=True))
        if self._asks_secret:
            column.addWidget(self.secret)
        else:
            self.secret.setParent(page)
            self.secret.hide()
        column.addWidget(self.code)
        column.addWidget(self._next)
        column.addWidget(self.submit_button)
        column.addStretch(1)
        return page

    def _paper_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self._told = self.tr(
            "Ghi mười mã này ra giấy và cất nơi khóa kín. Khi không có điện thoại, mỗi mã thay được một lần. "
            "Các mã chỉ hiện lần này."
        )
        column.addWidget(Label(self._told, wrap=True))
        sheet = Surface("surface_alt")
        self._codes.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self._codes.setVerticalSpacing(theme.px(6))
        sheet.setLayout(self._codes)
        column.addWidget(sheet)
        column.addWidget(self.finish_button)
        column.addStretch(1)
        return page


def _spelled(code: str) -> str:
    """Letter by letter, with a pause between the groups."""
    return ", ".join(" ".join(group) for group in code.replace("-", " ").split())
