"""As what a screen reader takes a widget that Qt has no word for: a notice, a sheet, a group, a window, a secret.

Qt tells every program on the accessibility bus each letter that is typed into a QLineEdit, and all of them when it is
cleared, whatever its echo mode. A secret therefore is spoken for by an object that has no text to tell.
"""

from functools import cache

from PySide6.QtCore import QLoggingCategory, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLineEdit, QWidget

_PROPERTY = "spokenRole"
Role = QAccessible.Role


class _Secret(QAccessibleWidget):
    def __init__(self, line: QWidget) -> None:
        super().__init__(line, Role.EditableText)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.passwordEdit = True
        return state


def speak_as(widget: QWidget, role: Role) -> None:
    """Take ``widget`` for another thing than its class says; call before anybody hears of it."""
    _install()
    widget.setProperty(_PROPERTY, role)
    if QAccessible.isActive():  # its making may have told of it already, as what its class says
        known = QAccessible.queryAccessibleInterface(widget)
        if known is not None:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def conceal(line: QLineEdit) -> None:
    """Tell no letter of ``line``, only that there is a secret."""
    speak_as(line, Role.EditableText)


@cache
def _install() -> None:
    QAccessible.installFactory(_made)
    QLoggingCategory.setFilterRules("qt.accessibility.atspi.warning=false")  # it would miss a secret's text at each key


def _made(_: str, of: QObject) -> QAccessibleInterface | None:
    role = of.property(_PROPERTY) if isinstance(of, QWidget) else None
    if not isinstance(role, Role) or not isinstance(of, QWidget):
        return None
    return _Secret(of) if isinstance(of, QLineEdit) else QAccessibleWidget(of, role)
