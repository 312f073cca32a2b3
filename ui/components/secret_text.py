"""What a screen reader gets of a line whose letters do not show: its name and that it is a secret, and no letter.

Qt tells every program on the accessibility bus each letter that is typed into a QLineEdit, and all of them when it is
cleared, whatever its echo mode. Without an interface for text there is nothing to tell.
"""

from functools import cache

from PySide6.QtCore import QLoggingCategory, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLineEdit


class _Secret(QAccessibleWidget):
    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line, QAccessible.Role.EditableText)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.passwordEdit = True
        return state


def conceal(line: QLineEdit) -> None:
    """Tell no letter of ``line`` from now on; its echo mode is that of a secret already."""
    _install()
    if QAccessible.isActive():  # it was made as an ordinary line, and may be known as one
        known = QAccessible.queryAccessibleInterface(line)
        if not isinstance(known, _Secret):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


@cache
def _install() -> None:
    QAccessible.installFactory(_made)
    QLoggingCategory.setFilterRules("qt.accessibility.atspi.warning=false")  # it would miss the text at each key


def _made(_: str, of: QObject) -> QAccessibleInterface | None:
    return _Secret(of) if isinstance(of, QLineEdit) and of.echoMode() is not QLineEdit.EchoMode.Normal else None
