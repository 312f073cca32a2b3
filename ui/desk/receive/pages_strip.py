"""The ways to scan, a button each: one click scans into the paper in use; a pile for all papers; backs by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.services.scan_profiles import scan_profiles
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.desk.pill_row import PillRow
from ui.desk.receive.pages_batch import BatchPart
from ui.desk.receive.state import ScanWays
from ui.desk.receive.way_words import way_words

_ICONS = {"plain": "file-text", "both_sides": "copy", "seal": "certificate", "card": "id", "glass": "scan"}


class ScanStrip(QWidget):
    """The strip; ``profile_taken(str)`` scans in a way, ``backs_asked()``, ``pages_asked()`` shows a paper's pages."""

    profile_taken = Signal(str)
    backs_asked = Signal()
    pages_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._into = ElidedLabel("", "small", theme.Weight.SEMIBOLD, "text_muted")
        self.pages = KeyButton(self.tr("Xem và sửa trang"), icon="files", key="F12", kind=Kind.QUIET, spread=False)
        self.ways = {profile.key: self._way(profile.key, *way_words(profile.key)) for profile in scan_profiles()}
        self.backs = KeyButton(self.tr("Quét mặt sau"), icon="arrows-exchange")
        self.pile = KeyButton(self.tr("Quét cả tập"), icon="files")
        self.pile.setCheckable(True)
        self.batch = BatchPart()
        self.batch.hide()
        self._row = PillRow()
        self._never = Label(
            self.tr("Không quét: giấy chỉ xuất trình, tài liệu mật, giấy đã nộp bản điện tử."),
            "small",
            color="text_muted",
            wrap=True,
        )
        self._build()
        self.pages.clicked.connect(self.pages_asked)
        self.backs.clicked.connect(self.backs_asked)
        self.pile.toggled.connect(self._unfold)

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        return (self.pages, *self.ways.values(), self.backs, self.pile, *self.batch.focusable())

    def present(self, state: ScanWays) -> None:
        """Show what the next pages go into and how."""
        into = self.tr("Quét vào “{paper}”").format(paper=state.paper)
        self._into.set_text(into if state.paper else self.tr("Không có giấy tờ nào cần quét"))
        self.pages.setEnabled(state.pages > 0)
        free = state.can_scan and not state.scanning and bool(state.paper)
        for key, way in self.ways.items():
            way.setEnabled(free)
            way.setChecked(key == state.profile)
        self.backs.setEnabled(free and state.fronts > 0)
        self.batch.present(ready=free)
        self._row.arrange()

    def _way(self, key: str, name: str, hint: str) -> KeyButton:
        button = KeyButton(name, icon=_ICONS.get(key, "scan"), name=self.tr("Quét: {way}").format(way=name))
        button.setToolTip(hint)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.profile_taken.emit(key))
        return button

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._into, 1)
        head.addWidget(self.pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Rule())
        column.addLayout(head)
        column.addWidget(self._row)
        column.addWidget(self.batch)
        column.addWidget(self._never)
        self._row.present((*self.ways.values(), self.backs, self.pile))

    def _unfold(self, shown: bool) -> None:
        self.batch.setVisible(shown)
