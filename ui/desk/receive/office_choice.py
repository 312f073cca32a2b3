"""The competent office of a dossier received for another commune of the province (Decree 118/2025/NĐ-CP art. 14)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.places import Office
from counter_app.domain.text import fold
from ui import theme
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.suggestions import Suggestion, Suggestions

_MOST = 8


class OfficeChoice(QWidget):
    """A line with the known offices below it; ``taken(id, name)``, the id empty for a name that was typed."""

    taken = Signal(str, str)

    def __init__(self, host: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offices: tuple[Office, ...] = ()
        label = Label(self.tr("Cơ quan giải quyết, nếu không phải xã này"), "small", color="text_muted")
        self.line = LineEdit(self.tr("Cơ quan giải quyết, nếu không phải xã này"), icon="building-bank")
        self.line.setPlaceholderText(self.tr("Chọn hoặc gõ tên, ví dụ UBND xã khác trong tỉnh"))
        self.popup = Suggestions(self.line, host, self.tr("Cơ quan trong tỉnh"))
        label.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(label)
        column.addWidget(self.line)
        self.line.textEdited.connect(self._typed)
        self.popup.taken.connect(self._take)

    def set_offices(self, offices: tuple[Office, ...]) -> None:
        """Know these offices."""
        self._offices = offices

    def present(self, name: str) -> None:
        """Show the office taken."""
        if name != self.line.text():
            self.line.setText(name)
            self.line.setCursorPosition(0)

    def _typed(self, text: str) -> None:
        self.taken.emit("", text)
        words = fold(text).split()
        found = [one for one in self._offices if words and all(word in fold(one.name) for word in words)]
        if found:
            rows = tuple(Suggestion(one.id, "", one.name, one.superior, one.code) for one in found[:_MOST])
            self.popup.present(rows, "")
        else:
            self.popup.hide()

    def _take(self, office: str) -> None:
        found = next((one for one in self._offices if one.id == office), None)
        if found is not None:
            self.taken.emit(found.id, found.name)
