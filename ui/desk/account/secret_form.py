"""A new secret: the old one where it is asked for, the new one twice, and the rule in everyday words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.secret_rule import LONGEST, Weakness, weakness
from counter_app.errors import Code, CounterError
from ui import messages, theme
from ui.components.announcement import announce
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label


def weakness_words(why: Weakness) -> str:
    """Return what is wrong with a new secret, in a few words."""
    return messages.word(why.value)


class SecretForm(QWidget):
    """``submitted(str, str)``: the old secret ("" where it is known) and the new one."""

    submitted = Signal(str, str)

    def __init__(self, *, asks_old: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: tuple[str, ...] = ()
        self._why = Label("", wrap=True)
        self.old = Field(self.tr("Mật khẩu đang dùng"))
        self.new = Field(self.tr("Mật khẩu mới"))
        self.again = Field(self.tr("Nhập lại mật khẩu mới"))
        self.submit_button = KeyButton(
            self.tr("Đổi mật khẩu"), icon="key", key="Enter", kind=Kind.PRIMARY, height=40, weight=theme.Weight.SEMIBOLD
        )
        self._rule = self.tr("Từ 8 chữ hoặc số trở lên. Vài từ ghép lại thì dễ nhớ và khó đoán.")
        self._foot = Label(self._rule, "small", color="text_muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._why)
        self._fields = (self.old, self.new, self.again) if asks_old else (self.new, self.again)
        self.old.setParent(self)
        self.old.setVisible(asks_old)
        for field in self._fields:
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
            field.line.setMaxLength(LONGEST)
            field.edited.connect(lambda _, field=field: self._typed(field))
            column.addWidget(field)
        column.addWidget(self._foot)
        column.addWidget(self.submit_button)
        self.submit_button.clicked.connect(self.submit)

    def begin(self, *own: str, why: str = "") -> None:
        """Empty the fields; ``own`` are the officer's name and id, ``why`` what it is for."""
        self._own = own
        self._why.setText(why)
        self._why.setVisible(bool(why))
        for field in (self.old, self.new, self.again):
            field.set_text("")
            self._typed(field)
        self.set_busy(False)

    @property
    def why(self) -> str:
        """What a new secret is needed for, empty where nobody has to be told."""
        return self._why.text()

    def focus(self) -> None:
        """Put the focus where typing begins."""
        self._fields[0].line.setFocus()

    def submit(self) -> None:
        """Say what is wrong beside its field, or hand both secrets on."""
        if not self.submit_button.isEnabled():
            return
        if self.old in self._fields and not self.old.text:
            self._refuse(self.old, self.tr("Nhập mật khẩu đang dùng"))
            return
        why = weakness(self.new.text, *self._own)
        if why is not None:
            self._refuse(self.new, weakness_words(why))
        elif self.again.text != self.new.text:
            self._refuse(self.again, self.tr("Hai lần nhập chưa giống nhau"))
        else:
            self.set_busy(True)
            self.submitted.emit(self.old.text, self.new.text)

    def say(self, error: CounterError) -> None:
        """Say why it was not changed, beside the field that it is about."""
        self.set_busy(False)
        about_new = error.code in (Code.PIN_WEAK, Code.PIN_SAME) or self.old not in self._fields
        said = messages.message(error)
        self._refuse(self.new if about_new else self.old, said.title)
        if said.next_step and not about_new:  # the rule is what helps with the new one
            self._foot.setText(said.next_step)
            self._foot.set_color("danger")
            announce(self, said.next_step)

    def set_busy(self, busy: bool) -> None:
        """Wait for the answer."""
        self.submit_button.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, and submits from the last field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
            return
        empty = next((field for field in self._fields if not field.text), None)
        if empty is not None and not empty.line.hasFocus():
            empty.line.setFocus()
        else:
            self.submit()

    def _typed(self, field: Field) -> None:
        field.set_verdict()
        self._foot.setText(self._rule)
        self._foot.set_color("text_muted")

    def _refuse(self, field: Field, problem: str) -> None:
        field.set_verdict(problem=problem)
        field.line.setFocus()
        field.line.selectAll()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
