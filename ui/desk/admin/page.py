"""Quản trị: inner tabs, one widget each; where one line is too short for their names, two without the page's title."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.desk.page_head import PageHead
from ui.desk.pill_row import PillRow


class AdminPage(Surface):
    """The page; ``opened(str)`` tells the key of the tab that came to the front."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.head = PageHead(self.tr("Quản trị"))
        self._tabs: dict[str, tuple[KeyButton, QWidget]] = {}
        self._ways: list[KeyButton] = []
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._names = PillRow()
        self._names.broken.connect(lambda lines: self.head.show_title(lines == 1))
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        row.addWidget(self._names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(lambda step=step: self._turn(step))

    def _turn(self, step: int) -> None:
        """Open the tab beside the one at the front; after the last one comes the first."""
        keys = list(self._tabs)
        self.open_tab(keys[(keys.index(self.tab) + step) % len(keys)])

    def add_tab(self, key: str, icon: str, name: str, widget: QWidget) -> None:
        """Add a tab at the end; the first one added is open."""
        button = KeyButton(name, icon=icon, kind=Kind.QUIET, height=32)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # a screen reader then says "radio button"
        self._group.addButton(button)
        self._stack.addWidget(widget)
        self._tabs[key] = (button, widget)
        button.clicked.connect(lambda: self.open_tab(key))
        if len(self._tabs) == 1:
            button.setChecked(True)
        self._present_names()

    def add_way(self, icon: str, name: str, go: Callable[[], None]) -> None:
        """Add, behind the tabs, a way to another page."""
        button = KeyButton(name, icon=icon, kind=Kind.QUIET, height=32)
        button.clicked.connect(go)
        self._ways.append(button)
        self._present_names()

    def _present_names(self) -> None:
        self._names.present((*(button for button, _ in self._tabs.values()), *self._ways))

    @property
    def tab(self) -> str:
        """The key of the tab at the front, "" without tabs."""
        current = self._stack.currentWidget()
        return next((key for key, (_, widget) in self._tabs.items() if widget is current), "")

    def open_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        button, widget = self._tabs[key]
        button.setChecked(True)
        self._stack.setCurrentWidget(widget)
        self.opened.emit(key)
