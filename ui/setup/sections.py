"""A section of the set-up: what it is about at the left, its fields beside."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.spoken_role import Role, speak_as
from ui.theme import Weight

_GUTTER = 176


def sections(parts: tuple[tuple[str, str, QWidget], ...]) -> QWidget:
    """Return a page of sections: title, note, fields."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(theme.px(24), theme.px(4), theme.px(24), theme.px(16))
    column.setSpacing(0)
    for number, (title, note, part) in enumerate(parts):
        if number:
            column.addWidget(Rule())
        column.addLayout(_section(title, note, part))
    column.addStretch(1)
    return page


def _section(title: str, note: str, part: QWidget) -> QHBoxLayout:
    gutter = QWidget()
    gutter.setFixedWidth(theme.px(_GUTTER))
    words = QVBoxLayout(gutter)
    words.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(theme.px(4))
    words.addWidget(Label(title, "base", Weight.SEMIBOLD))
    words.addWidget(Label(note, "small", color="text_muted", wrap=True))
    words.addStretch(1)
    row = QHBoxLayout()
    row.setContentsMargins(0, theme.px(14), 0, theme.px(14))
    row.setSpacing(theme.px(16))
    row.addWidget(gutter)
    row.addWidget(part, 1)
    part.setAccessibleName(title)
    part.setAccessibleDescription(note)
    speak_as(part, Role.Grouping)
    return row


def column_of(*parts: QWidget) -> QWidget:
    """Return parts one under the other, at the top of their place."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return made


def beside_desk(name: QWidget, desk: QWidget) -> QWidget:
    """Return the field of a machine's name, and beside it the desk's number under its own name."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(12))
    row.addWidget(name, 1)
    column = QVBoxLayout()
    column.setSpacing(theme.px(2))
    title = Label(desk.accessibleName(), "small", color="text_muted")
    title.setBuddy(desk)
    column.addWidget(title)
    column.addWidget(desk)
    row.addLayout(column)
    return made
