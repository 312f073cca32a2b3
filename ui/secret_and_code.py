"""An officer's secret, and under it the code of the telephone once it is asked for: the two lines of every door."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.secret_rule import LONGEST
from counter_app.errors import Code, CounterError
from ui import theme
from ui.components.field import Field


class SecretAndCode(QWidget):
    """``entered()`` by Enter in either line; the door that has them asks the services, and says what is refused."""

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.secret = Field(name)
        self.secret.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.line.setMaxLength(LONGEST)
        self.secret.line.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText)
        self.code = Field(self.tr("Mã trên điện thoại, hoặc mã dự phòng"))
        self.code.line.setMaxLength(LONGEST)
        self.code.line.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.secret)
        column.addWidget(self.code)
        self.code.hide()
        for field in (self.secret, self.code):
            field.line.returnPressed.connect(self.entered)

    def refuse(self, error: CounterError) -> bool:
        """Let it be typed again; False where nothing was wrong, and the code is asked for now.

        A secret that was right stays; a code is never tried twice.
        """
        self.code.line.clear()
        if error.code is Code.SECOND_FACTOR_NEEDED:
            self.code.show()
        if error.code in (Code.SECOND_FACTOR_NEEDED, Code.CODE_WRONG):
            self.code.line.setFocus()
        else:
            self.secret.line.clear()
            self.secret.line.setFocus()
        return error.code is not Code.SECOND_FACTOR_NEEDED

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.secret.line.clear()
        self.code.line.clear()

    def forget_code(self) -> None:
        """Another officer is meant: the code is asked for only where it is needed."""
        self.code.line.clear()
        self.code.hide()
