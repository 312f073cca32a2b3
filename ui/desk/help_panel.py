"""The panel at the right: the page just scanned, this citizen's earlier dossiers; or what is mostly asked for."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.chip import Chip
from ui.components.elided_label import ElidedLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.paper_view import PaperView
from ui.desk.text_row import TextRow

_A4 = 297 / 210


@dataclass(frozen=True, slots=True)
class PageShown:
    """A scanned page: of which paper, which of how many."""

    paper: str
    number: int
    count: int
    image: QImage | None


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """One of the citizen's dossiers."""

    id: str
    title: str
    day: str
    state: str
    tone: Tone
    icon: str


@dataclass(frozen=True, slots=True)
class OftenRow:
    """A procedure that people often come for."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class HelpState:
    """What helps now; ``outbox`` says how many changes wait while the link is down."""

    page: PageShown | None = None
    earlier: tuple[EarlierRow, ...] = ()
    often: tuple[OftenRow, ...] = ()
    asks_procedure: bool = True


class HelpPanel(Surface):
    """The panel; ``stepped(int)`` turns the page by ±1."""

    stepped = Signal(int)
    zoom_asked = Signal()
    delete_asked = Signal()
    dossier_opened = Signal(str)
    procedure_taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._page_part = QWidget()
        self._page_title = ElidedLabel("", weight=theme.Weight.SEMIBOLD)
        self._page_count = Label("", "small", color="text_muted")
        self._view = PaperView(self.tr("Trang vừa quét"))
        self.back = KeyButton("", icon="chevron-left", kind=Kind.QUIET, name=self.tr("Trang trước"))
        self.on = KeyButton("", icon="chevron-right", kind=Kind.QUIET, name=self.tr("Trang sau"))
        self.zoom = KeyButton("", icon="zoom-in", kind=Kind.QUIET, name=self.tr("Phóng to"))
        self.delete = KeyButton("", icon="trash", kind=Kind.QUIET, name=self.tr("Xóa trang"))
        self._filled: tuple[object, ...] = ()
        self._rows: dict[EarlierRow | OftenRow, TextRow] = {}
        self._rest = QWidget()
        self._rest_column = QVBoxLayout(self._rest)
        self._rest_column.setContentsMargins(0, 0, theme.px(16), 0)
        self._rest_column.setSpacing(theme.px(8))
        self._build()
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.zoom.clicked.connect(self.zoom_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.present(HelpState())

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._page_title, 1)
        head.addWidget(self._page_count)
        acts = QHBoxLayout()
        acts.setSpacing(0)
        for button in (self.back, self.on, self.zoom, self.delete):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self._page_part)
        column.setContentsMargins(0, 0, theme.px(16), 0)
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self._view)
        column.addLayout(acts)
        column.addWidget(Rule())
        scroll = VerticalScroll(self._rest)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(16), theme.px(16), 0, theme.px(8))
        outer.setSpacing(theme.px(8))
        outer.addWidget(self._page_part)
        outer.addWidget(scroll, 1)

    def present(self, state: HelpState) -> None:
        """Show what helps now."""
        page = state.page
        self._page_part.setVisible(page is not None)
        if page is not None:
            self._page_title.set_text(page.paper)
            self._page_count.setText(self.tr("trang {number}/{count}").format(number=page.number, count=page.count))
            self._view.show_image(page.image)
            self.back.setEnabled(page.number > 1)
            self.on.setEnabled(page.number < page.count)
        filled = (state.earlier, state.often, state.asks_procedure)
        if filled != self._filled:
            self._filled = filled
            self._fill(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the page as large as the panel allows."""
        super().resizeEvent(event)
        a_page = round((self.width() - theme.px(48)) * _A4) + theme.px(16)
        self._view.setFixedHeight(max(theme.px(120), min(a_page, self.height() * 2 // 5)))

    def _fill(self, state: HelpState) -> None:
        placed = {*state.earlier, *(state.often if state.asks_procedure else ())}
        self._rows = {told: row for told, row in self._rows.items() if told in placed}
        kept = set(self._rows.values())
        while (item := self._rest_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept:
                widget.hide()
                widget.deleteLater()
        column = self._rest_column
        if state.asks_procedure:
            column.addWidget(Label(self.tr("Trợ giúp"), weight=theme.Weight.SEMIBOLD))
            hint = self.tr("Gõ mã, tên hoặc từ dân thường dùng, không cần dấu.")
            column.addWidget(Label(hint, "small", color="text_muted", wrap=True))
            if state.often:
                column.addWidget(Rule())
                column.addWidget(Label(self.tr("Hay dùng"), "small", theme.Weight.SEMIBOLD, "text_muted"))
                for often in state.often:
                    column.addWidget(self._rows.get(often) or self._often(often))
        if state.earlier or not state.asks_procedure:
            self._fill_earlier(state)
        column.addStretch(1)

    def _fill_earlier(self, state: HelpState) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(self.tr("Hồ sơ trước đây"), weight=theme.Weight.SEMIBOLD))
        row.addStretch(1)
        if state.earlier:
            row.addWidget(Label(self.tr("{count} hồ sơ").format(count=len(state.earlier)), "small", color="text_muted"))
        self._rest_column.addWidget(head)
        if not state.earlier:
            none = self.tr("Chưa có hồ sơ nào của người này tại đây.")
            self._rest_column.addWidget(Label(none, "small", color="text_muted", wrap=True))
        for place, earlier in enumerate(state.earlier):
            if place:
                self._rest_column.addWidget(Rule())
            self._rest_column.addWidget(self._rows.get(earlier) or self._earlier(earlier))

    def _often(self, often: OftenRow) -> TextRow:
        row = TextRow(f"{often.name} ({often.code})")
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.px(4), theme.px(3), theme.px(4), theme.px(3))
        line.setSpacing(theme.px(8))
        line.addWidget(Label(often.code, "small", theme.Weight.SEMIBOLD, "primary"))
        line.addWidget(ElidedLabel(often.name), 1)
        row.clicked.connect(lambda: self.procedure_taken.emit(often.code))
        self._rows[often] = row
        return row

    def _earlier(self, earlier: EarlierRow) -> TextRow:
        row = TextRow(f"{earlier.title}, {earlier.day}, {earlier.state}")
        column = QVBoxLayout(row)
        column.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        column.setSpacing(theme.px(2))
        column.addWidget(ElidedLabel(earlier.title, weight=theme.Weight.MEDIUM))
        below = QHBoxLayout()
        below.addWidget(Label(earlier.day, "small", color="text_muted"))
        below.addStretch(1)
        below.addWidget(Chip(earlier.state, earlier.tone, earlier.icon))
        column.addLayout(below)
        row.clicked.connect(lambda: self.dossier_opened.emit(earlier.id))
        self._rows[earlier] = row
        return row
