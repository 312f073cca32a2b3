"""The pages of one paper side by side: chosen, dragged to another place, or moved there with Ctrl and an arrow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDropEvent, QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from counter_app.services.drafts import DraftPage
from ui import icons, theme

_MIME = "application/x-counter-pages"
_CELL = QSize(132, 196)
_PAGE_HEIGHT = 150
_FINER = 2
_MOST_A_TURN = 4
"""Small pictures made in one turn of the event loop; each takes 2 ms."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PageTile:
    """One page in the grid, and what is said below it."""

    page: DraftPage
    number: int
    words: str
    flagged: bool


class _Tiles(QAbstractListModel):
    """The tiles."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: tuple[PageTile, ...] = ()
        self.images: Mapping[str, QImage] = {}
        self.token = QByteArray(uuid4().hex.encode())
        """What a drag carries: pages of another desk's grid are not taken."""

    def present(self, tiles: tuple[PageTile, ...], images: Mapping[str, QImage]) -> None:
        self.images = images
        if tiles == self.tiles:
            return
        if len(tiles) == len(self.tiles):
            self.tiles = tiles
            self.dataChanged.emit(self.index(0), self.index(len(tiles) - 1))
            return
        self.beginResetModel()
        self.tiles = tiles
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        if not index.isValid() or index.row() >= len(self.tiles):
            return None
        tile = self.tiles[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return tile
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.tr("Trang {number}").format(number=tile.number) + (f": {tile.words}" if tile.words else "")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, self.token)
        return data


class _Drawing(QStyledItemDelegate):
    """Draws a page, its number, what is said of it."""

    def __init__(self, model: _Tiles, view: QListView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._small: dict[tuple[str, int], QImage] = {}
        self._made = 0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)

    def forget(self) -> None:
        """Draw the pages anew: another paper, another look."""
        self._small.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return cell_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile: PageTile = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        inner = area.adjusted(theme.px(3), theme.px(3), -theme.px(3), -theme.px(3))
        if chosen:
            painter.fillRect(inner, theme.color("primary_soft"))
        if chosen or focused:
            painter.setPen(theme.color("primary"))
            painter.drawRect(inner.adjusted(0, 0, -1, -1))
            if focused:
                painter.drawRect(inner.adjusted(1, 1, -2, -2))
        self._draw_page(painter, inner, tile)
        self._draw_words(painter, inner, tile)
        painter.restore()

    def _draw_page(self, painter: QPainter, inner: QRect, tile: PageTile) -> None:
        room = QSize(inner.width() - theme.px(12), theme.px(_PAGE_HEIGHT) - theme.px(8))
        image = self._model.images.get(tile.page.sha256)
        shape = image.size() if image is not None and not image.isNull() else QSize(210, 297)
        size = shape.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left = inner.left() + (inner.width() - size.width()) // 2
        top = inner.top() + theme.px(6) + (room.height() - size.height()) // 2
        sheet = QRect(left, top, size.width(), size.height())
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if image is not None and not image.isNull():
            painter.drawImage(sheet, self._scaled(tile.page.sha256, image, room))
        painter.setPen(theme.color("line_strong"))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))

    def _scaled(self, sha256: str, image: QImage, room: QSize) -> QImage:
        key = (sha256, room.width())
        if key not in self._small:
            self._turn.start(0)
            if self._made >= _MOST_A_TURN:
                return image  # rough for now
            self._made += 1
            keep = Qt.AspectRatioMode.KeepAspectRatio
            near = image.scaled(room * _FINER * 2, keep)  # smooth scaling of it all takes 3 ms
            self._small[key] = near.scaled(room * _FINER, keep, Qt.TransformationMode.SmoothTransformation)
        return self._small[key]

    def _go_on(self) -> None:
        """Make some more small pictures: all of a thick pile at once would hold up the window."""
        more, self._made = self._made >= _MOST_A_TURN, 0
        if more:
            self._view.viewport().update()

    def _draw_words(self, painter: QPainter, inner: QRect, tile: PageTile) -> None:
        below = QRect(inner.left(), inner.top() + theme.px(_PAGE_HEIGHT), inner.width(), theme.px(20))
        painter.setFont(theme.font("small", theme.Weight.SEMIBOLD))
        painter.setPen(theme.color("text"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(tile.number))
        if not tile.words:
            return
        line = below.translated(0, theme.px(18))
        font = theme.font("small", theme.Weight.MEDIUM)
        painter.setFont(font)
        color = theme.color("warning" if tile.flagged else "text_muted")
        painter.setPen(color)
        side = theme.px(14) if tile.flagged else 0
        words = painter.fontMetrics().elidedText(tile.words, Qt.TextElideMode.ElideRight, line.width() - side - 4)
        wide = painter.fontMetrics().horizontalAdvance(words) + side
        left = line.left() + (line.width() - wide) // 2
        if side:
            sign = icons.pixmap("alert-triangle-filled", color, side)
            painter.drawPixmap(left, line.center().y() - side // 2, sign)
        painter.drawText(
            QRect(left + side + 2, line.top(), line.right() - left - side, line.height()),
            Qt.AlignmentFlag.AlignVCenter,
            words,
        )


class PagesGrid(QListView):
    """The grid.

    ``moved(int)``: put the chosen pages before that place; ``opened(int)``; ``chosen()`` when other pages are chosen.
    """

    moved = Signal(int)
    opened = Signal(int)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = _Tiles(self)
        self._drawing = _Drawing(self._tiles, self)
        self.setModel(self._tiles)
        self.setItemDelegate(self._drawing)
        self.setAccessibleName(self.tr("Các trang của giấy tờ này"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setMinimumHeight(theme.px(_CELL.height()) + 4)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    @property
    def places(self) -> tuple[int, ...]:
        """The places of the pages chosen, in order."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedIndexes()))

    @property
    def place(self) -> int:
        """The place of the page in use, 0 without one."""
        return max(0, self.currentIndex().row())

    def present(self, tiles: tuple[PageTile, ...], images: Mapping[str, QImage]) -> None:
        """Show pages; the places that were chosen stay chosen."""
        kept, many = self.places, len(self._tiles.tiles)
        self._tiles.present(tiles, images)
        if len(tiles) != many:
            self.choose(kept or ((len(tiles) - 1,) if tiles else ()))
        self.viewport().update()

    def choose(self, places: Sequence[int]) -> None:
        """Choose pages; the first of them is the one in use."""
        model, found = self.selectionModel(), QItemSelection()
        last = len(self._tiles.tiles) - 1
        within = [min(place, last) for place in places if last >= 0]
        for place in within:
            found.select(self._tiles.index(place), self._tiles.index(place))
        model.select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if within:
            model.setCurrentIndex(self._tiles.index(within[0]), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(self._tiles.index(within[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in use in sight when a notice takes room above."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def forget_pictures(self) -> None:
        """Draw every page anew."""
        self._drawing.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and an arrow moves the chosen pages, Enter opens one."""
        key, places = Qt.Key(event.key()), self.places
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _STEPS and places:
            by = _STEPS[key] * (1 if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) else self._columns())
            to = places[0] + by if by < 0 else places[-1] + 1 + by
            self.moved.emit(max(0, min(len(self._tiles.tiles), to)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if self._tiles.tiles:
                self.opened.emit(self.place)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the chosen pages where they are let go; the form is changed, and the tiles follow it."""
        if event.mimeData().data(_MIME) != self._tiles.token:
            event.ignore()
            return
        at = event.position().toPoint()
        index = self.indexAt(at)
        self.stopAutoScroll()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else the view would take the tiles out
        event.accept()
        if index.isValid():
            self.moved.emit(index.row() + (at.x() > self.visualRect(index).center().x()))
        else:
            self.moved.emit(len(self._tiles.tiles))
        self.viewport().update()

    def _columns(self) -> int:
        return max(1, self.viewport().width() // cell_size().width())


def cell_size() -> QSize:
    """Return the size of a tile in the present look."""
    return QSize(theme.px(_CELL.width()), theme.px(_CELL.height()))


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
