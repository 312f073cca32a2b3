"""Cần xem lại: the entries under review at the left, the chosen one with both versions at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.services.reviews import ReviewItem, ReviewList
from ui import theme
from ui.components.fact_table import Cell, FactTable
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.components.rule import upright
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times
from ui.desk.page_head import PageHead
from ui.desk.review import words
from ui.desk.review.detail import DetailState, ReviewDetail

_LIST = 400
_BESIDE_FROM = 900
_WHEN = 104


def _row(about: str, done: str, item: ReviewItem) -> tuple[Cell, ...]:
    """A row: what was done and what it is about; when."""
    tone = Tone.DANGER if item.unsound else Tone.NEUTRAL
    at = item.refused.at
    return (Cell(done, about, tone, theme.Weight.MEDIUM), Cell(times.clock(at), times.day_short(at)))


class ReviewPage(Surface):
    """``chosen(int)`` follows the row; the decisions are told by ``detail``."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.head = PageHead(self.tr("Cần xem lại"))
        self.table = FactTable(self.tr("Các mục cần xem lại"), ((self.tr("Việc"), 0), (self.tr("Ghi lúc"), _WHEN)))
        self.detail = ReviewDetail()
        self._count = Label("", "small", color="text_muted", wrap=True)
        self._list = QWidget()
        self._rule = upright()
        self._over = False
        self.empty = self._nothing()
        self._both = QWidget()
        self.stack = QStackedWidget()
        self._build()
        self.table.chosen.connect(self.chosen)
        self.detail.back.clicked.connect(self.close_detail)

    def present(self, found: ReviewList, place: int) -> None:
        """Show the list, with the row at ``place`` chosen."""
        self.stack.setCurrentWidget(self._both if found.items else self.empty)
        told = self.tr("{count} mục").format(count=found.total) if found.total else ""
        self.head.chip.set_state(told, Tone.WARNING, "alert-triangle")
        self.table.present([_row(words.subject(one)[0], words.title_of(one, found.names), one) for one in found.items])
        more = found.total - len(found.items)
        self._count.setText(self.tr("Còn {count} mục cũ hơn sẽ hiện khi xong những mục này.").format(count=more))
        self._count.setVisible(more > 0)
        if found.items:
            self.table.choose(place)
        else:
            self._over = False
            self._place()

    def present_detail(self, state: DetailState) -> None:
        """Show the chosen entry."""
        self.detail.present(state)

    def focus_list(self) -> None:
        """Put the focus where the work begins."""
        (self.table if self.stack.currentWidget() is self._both else self.empty).setFocus()

    def open_detail(self) -> None:
        """Enter in the list: go to the decisions, and show them where the list had all the room."""
        if self.width() < theme.px(_BESIDE_FROM):
            self._over = True
            self._place()
        acts = (self.detail.keep, self.detail.open)
        next((act for act in acts if act.isEnabled() and act.isVisibleTo(self)), self.detail.back).setFocus()

    def close_detail(self) -> None:
        """Go back to the list."""
        self._over = False
        self._place()
        self.focus_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list opens, Esc leads back to it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self.open_detail()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way: the detail covers the list where both have no room."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        beside = self.width() >= theme.px(_BESIDE_FROM)
        self._list.setVisible(beside or not self._over)
        self._rule.setVisible(beside)
        self.detail.setVisible(beside or self._over)
        self.detail.back.setVisible(not beside)
        if beside:
            self._list.setFixedWidth(theme.px(_LIST))
        else:
            self._list.setMinimumWidth(0)
            self._list.setMaximumWidth(16_777_215)

    def _build(self) -> None:
        rows = QWidget()
        rows_column = QVBoxLayout(rows)
        rows_column.setContentsMargins(0, 0, 0, 0)
        rows_column.setSpacing(0)
        rows_column.addWidget(self.table)
        rows_column.addWidget(self._count)
        rows_column.addStretch(1)
        self._count.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._scroll = VerticalScroll(rows)
        self.table.chosen.connect(self._show_row)
        left = QVBoxLayout(self._list)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._scroll)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list, 1)
        row.addWidget(self._rule)
        row.addWidget(self.detail, 1)
        self.stack.addWidget(self._both)
        self.stack.addWidget(self.empty)
        self.stack.setCurrentWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.stack, 1)

    def _show_row(self, row: int) -> None:
        """Scroll to the row that the keys have chosen: the table itself is as high as its rows."""
        top = self.table.rowViewportPosition(row) + self.table.horizontalHeader().height()
        self._scroll.ensureVisible(0, top + self.table.rowHeight(row) // 2, 0, self.table.rowHeight(row))

    def _nothing(self) -> QWidget:
        made = QWidget()
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title = self.tr("Không có gì cần xem lại")
        text = self.tr(
            "Khi mất mạng, hai máy có thể ghi những việc trái nhau vào cùng một hồ sơ. Việc nào không khớp sẽ hiện ở"
            " đây, cả hai bản cạnh nhau, để ông/bà quyết định. Không việc nào bị mất."
        )
        made.setAccessibleName(f"{title}. {text}")
        column = QVBoxLayout(made)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(8))
        column.addStretch(2)
        column.addWidget(IconLabel("circle-check", "success", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Label(title, "title", theme.Weight.SEMIBOLD), 0, Qt.AlignmentFlag.AlignHCenter)
        said = Label(text, color="text_muted", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setMaximumWidth(theme.px(560))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(said, 8)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        return made
