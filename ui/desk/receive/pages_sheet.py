"""All pages of one paper, over the form: put in order, turned, replaced, taken out and put back."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counter_app.services.page_edits import Doubt
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.label import Label
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.receive.pages_grid import PagesGrid, PageTile
from ui.desk.receive.pages_large import PageLarge, Purpose
from ui.desk.receive.pages_tools import PageTools, Tool
from ui.desk.receive.state import SheetState

_MOST_SIDES = 999
_BESIDE_WORDS = 44
"""A list's margins and its arrow."""


class PagesSheet(Surface):
    """The sheet; ``asked(Tool)`` what is to be done with the pages chosen.

    ``counted(int)`` the written pages of the paper, ``noted(bool)`` a note on the pages chosen, ``sent(int)`` them to
    another row, ``moved(int)`` them before that place, ``closed()``.
    """

    asked = Signal(object)
    counted = Signal(int)
    noted = Signal(bool)
    sent = Signal(int)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._state: SheetState | None = None
        self._title = ElidedLabel("", "strong", theme.Weight.SEMIBOLD)
        self._trouble = Label("", "small", theme.Weight.MEDIUM, "warning", wrap=True)
        self.sides = QSpinBox()
        self.tools = PageTools()
        self.grid = PagesGrid()
        self.large = PageLarge()
        self.note = QCheckBox(self.tr("Có giấy ghi chú dán trên trang"))
        self.rows = QComboBox()
        self._stack = QStackedWidget()
        self._empty = Label(
            self.tr("Chưa có trang nào. Đặt giấy vào máy rồi bấm Quét thêm (Ctrl+D)."), color="text_muted", wrap=True
        )
        self._build()
        self.tools.asked.connect(self.asked)
        self.sides.valueChanged.connect(self.counted)
        self.grid.chosen.connect(self._show_chosen)
        self.grid.opened.connect(lambda _: self.asked.emit(Tool.OPEN))
        self.grid.moved.connect(self.moved)
        self.large.stepped.connect(self._step)
        self.large.taken.connect(lambda: self.asked.emit(Tool.TAKE))
        self.large.changed.connect(self._show_adjusting)
        self.note.clicked.connect(self.noted)
        self.rows.activated.connect(self._row_taken)

    @property
    def showing_large(self) -> bool:
        """Whether one page is shown large."""
        return self._stack.currentWidget() is self.large

    @property
    def places(self) -> tuple[int, ...]:
        """The places of the pages that an act is for."""
        return (self.grid.place,) if self.showing_large else self.grid.places

    def present(self, state: SheetState) -> None:
        """Show a paper's pages."""
        self._state = state
        self._title.set_text(state.paper.name)
        self.sides.blockSignals(True)
        self.sides.setValue(state.paper.sides)
        self.sides.blockSignals(False)
        trouble = self._words_of_trouble(state)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        calm = state.scanning is not None or (state.paused is not None and not state.paused.fault)
        self._trouble.set_color("primary" if calm else "warning")
        self.grid.present(self._tiles(state), state.images)
        if not self.showing_large or not state.paper.pages:
            self._stack.setCurrentWidget(self.grid if state.paper.pages else self._empty)
        self._fill_rows(state.rows)
        self._show_chosen()

    def show_large(self, shown: bool) -> None:
        """Show one page large, or all of them."""
        pages = self._state is not None and bool(self._state.paper.pages)
        small: QWidget = self.grid if pages else self._empty
        self._stack.setCurrentWidget(self.large if shown and pages else small)
        self._show_chosen()
        self.focus()

    def focus(self) -> None:
        """Put the focus where the arrows do something."""
        QTimer.singleShot(0, self, self._scroll_to_pages)  # once everything has found its place
        if self.showing_large:
            self.large.setFocus()
        elif self._stack.currentWidget() is self.grid:
            self.grid.setFocus()
        else:
            self.tools.button(Tool.ADD).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back by a step; Delete, Ctrl+Z, Ctrl+Y, Ctrl+E and Ctrl+R do what their buttons say."""
        tool = tool_of(event)
        if event.key() == Qt.Key.Key_Escape and self.showing_large:
            self.asked.emit(Tool.LEAVE)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif tool is not None:
            if self.tools.button(tool).isEnabled():
                self.asked.emit(tool)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.grid.forget_pictures()

    def set_stacked(self, stacked: bool) -> None:
        """Leave only the signs of the buttons where there is no room for their words."""
        self.tools.set_short(stacked)
        self._below.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)

    def _build(self) -> None:
        self.sides.setRange(0, _MOST_SIDES)
        self.sides.setSpecialValueText(self.tr("chưa đếm"))
        self.sides.setFixedHeight(theme.px(32))
        self.sides.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        self.sides.setAccessibleName(self.tr("Số trang của giấy tờ thật"))
        self.rows.setFixedHeight(theme.px(32))
        self.rows.setAccessibleName(self.tr("Chuyển trang đang chọn sang giấy tờ khác"))
        self.rows.view().setAccessibleName(self.rows.accessibleName())
        self.note.setAccessibleName(self.note.text())
        self.note.setToolTip(self.tr("Luật: trang có giấy ghi chú dán phải chụp hai bản, có và không có giấy đó."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.grid, self.large, self._empty):
            self._stack.addWidget(part)
        count = Label(self.tr("Số trang giấy thật"), "small", color="text_muted")
        count.setBuddy(self.sides)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._title, 1)
        head.addWidget(count)
        head.addWidget(self.sides)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(theme.px(8))
        self._below.addWidget(self.note)
        self._below.addStretch(1)
        self._below.addWidget(self.rows)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self._trouble)
        column.addWidget(self.tools)
        column.addWidget(self._stack, 1)
        column.addLayout(self._below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = VerticalScroll(inner)
        whole.addWidget(self._scroll)

    def _tiles(self, state: SheetState) -> tuple[PageTile, ...]:
        tiles = []
        for place, page in enumerate(state.paper.pages):
            said = [
                word
                for shown, word in (
                    (page.blank, self.tr("trang trắng?")),
                    (page.noted, self.tr("có ghi chú")),
                    (page.bare, self.tr("đã bóc ghi chú")),
                    (bool(page.original), self.tr("đã chỉnh")),
                )
                if shown
            ]
            tiles.append(PageTile(page, place + 1, ", ".join(said), page.blank))
        return tuple(tiles)

    def _words_of_trouble(self, state: SheetState) -> str:
        if state.scanning is not None:
            return self.tr("Đang quét trang {number}…").format(number=state.scanning.page)
        if state.paused is not None:
            return state.paused.words
        if state.doubt is None:
            return ""
        have, wanted = state.doubt.have, state.doubt.wanted
        if state.doubt.doubt is Doubt.NO_TWIN:
            return self.tr(
                "Trang có giấy ghi chú dán phải chụp hai bản: bóc giấy ghi chú ra rồi bấm “Quét bản không ghi chú”."
            )
        if state.doubt.doubt is Doubt.TOO_FEW:
            told = self.tr(
                "Cần {wanted} ảnh, mới có {have}: số ảnh phải bằng số trang giấy thật. Quét thêm trang thiếu."
            )
        else:
            told = self.tr("Cần {wanted} ảnh, đang có {have}: số ảnh phải bằng số trang giấy thật. Bỏ trang thừa.")
        return told.format(wanted=wanted, have=have)

    def _show_chosen(self) -> None:
        """Offer what can be done with the pages chosen."""
        state = self._state
        if state is None:
            return
        pages = [state.paper.pages[place] for place in self.places if place < len(state.paper.pages)]
        adjusting = self.showing_large and self.large.purpose is not Purpose.LOOK
        self.tools.present(state, pages, large=self.showing_large, adjusting=adjusting)
        self.note.setEnabled(bool(pages) and not adjusting)
        self.note.setChecked(bool(pages) and all(page.noted for page in pages))
        self.rows.setVisible(bool(state.rows))
        self.rows.setEnabled(bool(pages) and bool(state.rows) and not adjusting)
        self._show_adjusting()

    def _show_adjusting(self) -> None:
        self.tools.say_adjusting(self.large.purpose if self.showing_large else Purpose.LOOK, self.large.angle)

    def _fill_rows(self, rows: tuple[tuple[int, str], ...]) -> None:
        told = tuple((self.rows.itemData(place), self.rows.itemText(place)) for place in range(1, self.rows.count()))
        if told == rows and self.rows.count():
            return
        self.rows.clear()
        first = self.tr("Chuyển sang giấy tờ…")
        self.rows.addItem(first, -1)
        self.rows.setMinimumWidth(self.rows.fontMetrics().horizontalAdvance(first) + theme.px(_BESIDE_WORDS))
        for row, name in rows:
            self.rows.addItem(name, row)

    def _row_taken(self, place: int) -> None:
        row = self.rows.itemData(place)
        self.rows.setCurrentIndex(0)
        if row is not None and row >= 0:
            self.sent.emit(row)

    def _scroll_to_pages(self) -> None:
        """Leave the heading above the window where there is no room for it beside the pages."""
        bar, above = self._scroll.verticalScrollBar(), self.tools.y()
        bar.setValue(above if bar.maximum() >= above else 0)

    def _step(self, by: int) -> None:
        state = self._state
        if state is not None and 0 <= self.grid.place + by < len(state.paper.pages):
            self.grid.choose((self.grid.place + by,))
            self.asked.emit(Tool.OPEN)


def tool_of(event: QKeyEvent) -> Tool | None:
    """Return what a key asks for, if anything."""
    if event.key() == Qt.Key.Key_Delete:
        return Tool.REMOVE
    if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return _KEYS.get(Qt.Key(event.key()))
    return None


_KEYS = {
    Qt.Key.Key_Z: Tool.UNDO,
    Qt.Key.Key_Y: Tool.REDO,
    Qt.Key.Key_E: Tool.LEFT,
    Qt.Key.Key_R: Tool.RIGHT,
}
