"""Quản trị → Danh mục thủ tục: the list at the left; detail, form or report of an import at the right."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui import theme
from ui.components.rule import upright
from ui.components.surface import Surface
from ui.desk.admin.catalogue.detail import ProcedureDetail
from ui.desk.admin.catalogue.form import ProcedureForm
from ui.desk.admin.catalogue.list import ProcedureList
from ui.desk.admin.catalogue.report import ImportPanel

LIST = 440
NARROW_BELOW = 860


class CatalogueTab(Surface):
    """Where there is no room for both, list and right side take turns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.list = ProcedureList()
        self.detail = ProcedureDetail()
        self.form = ProcedureForm()
        self.report = ImportPanel()
        self.side = QStackedWidget()
        for part in (self.detail, self.form, self.report):
            self.side.addWidget(part)
        self._rule = upright()
        self._reading = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._rule)
        row.addWidget(self.side, 1)
        self.list.opened.connect(self._open)
        self.detail.back_asked.connect(self.show_list)
        self._fit()

    def show_part(self, part: QWidget) -> None:
        """Bring detail, form or report to the front."""
        self.side.setCurrentWidget(part)
        self._reading = True
        self.list.setEnabled(part is self.detail)
        self._fit()

    def show_list(self) -> None:
        """Go back to the list."""
        self._reading = False
        self._fit()
        self.list.line.setFocus()

    @property
    def part(self) -> QWidget | None:
        """What is at the right."""
        return self.side.currentWidget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() == Qt.Key.Key_Escape and self._back():
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share, or let both take turns."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _open(self) -> None:
        if self._narrow:
            self._reading = True
            self._fit()
            self.detail.back_button.setFocus()

    def _back(self) -> bool:
        if self.part is self.form:
            self.form.cancelled.emit()
        elif self.part is self.report:
            self.report.declined.emit()
        elif self.detail.asking:
            self.detail.stop_asking()
        elif self._narrow and self._reading:
            self.show_list()
        else:
            return False
        return True

    @property
    def _narrow(self) -> bool:
        return self.width() < theme.px(NARROW_BELOW)

    def _fit(self) -> None:
        narrow = self._narrow
        self.list.setVisible(not narrow or not self._reading)
        self.side.setVisible(not narrow or self._reading)
        self._rule.setVisible(not narrow)
        self.detail.set_narrow(narrow)
        self.list.set_flat(narrow)
        self.list.setMaximumWidth(16_777_215 if narrow else theme.px(LIST))
        self.list.setMinimumWidth(0 if narrow else theme.px(LIST))
