"""How the desk's lists look: rows of two lines without a grid, a head, the row chosen with a bar at its left."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import theme

ROW = 48
_HEAD = 28


def dress(table: QTableView, widest: int) -> None:
    """Give a table the look of a list; the column ``widest`` takes what room is left. Its model is set before."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = table.verticalHeader()
    rows.hide()
    rows.setMinimumSectionSize(theme.px(ROW))
    rows.setDefaultSectionSize(theme.px(ROW))
    heads = table.horizontalHeader()
    table.setStyleSheet(f"QHeaderView::section:first {{ padding-left: {theme.px(16)}px; }}")
    heads.setFixedHeight(theme.px(_HEAD))
    heads.setHighlightSections(False)
    heads.setSectionsClickable(False)
    heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    heads.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)


def draw_ground(painter: QPainter, area: QRect, *, selected: bool, first: bool) -> None:
    """Fill a cell's ground and rule it off; ``first`` is the column that has the bar of a chosen row."""
    painter.fillRect(area, theme.color("primary_soft" if selected else "surface"))
    if selected and first:
        painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.color("primary"))
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.color("line"))
