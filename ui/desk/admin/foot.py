"""What most parts of the administration stand on: what scrolls, and below it a foot with the acts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.vertical_scroll import VerticalScroll


def foot(left: Sequence[QWidget], right: Sequence[QWidget] = (), *, margin: int = 24) -> QHBoxLayout:
    """Return a foot with acts at its two ends; ``margin`` in pixels at scale 1."""
    row = QHBoxLayout()
    row.setContentsMargins(theme.px(margin), theme.px(8), theme.px(margin), theme.px(8))
    row.setSpacing(theme.px(8))
    for part in left:
        row.addWidget(part)
    row.addStretch(1)
    for part in right:
        row.addWidget(part)
    return row


def above_foot(inner: QWidget, acts: QHBoxLayout) -> QVBoxLayout:
    """Return a column in which ``inner`` scrolls above a foot."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(VerticalScroll(inner), 1)
    column.addWidget(Rule())
    column.addLayout(acts)
    return column


def save_key(said: str, *short: str) -> KeyButton:
    """Return the key of a part's main act, Ctrl+Enter; ``short`` words are for where there is little room."""
    return KeyButton(said, icon="check", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40, short=short)


def usual_key(said: str) -> KeyButton:
    """Return the key that puts back what the program ships with; only an icon where there is little room."""
    return KeyButton(said, icon="arrow-back-up", kind=Kind.QUIET, short=("",), name=said)


def unsaved_mark(said: str) -> Label:
    """Return what stands beside the acts while a form differs from what is kept; hidden at first."""
    mark = Label(said, "small", theme.Weight.MEDIUM, "warning")
    mark.hide()
    return mark
