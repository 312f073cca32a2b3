"""The list of procedures: search, field, retired ones greyed; one row a procedure."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.procedures import Procedure
from counter_app.services.catalogue_search import Index
from ui import theme
from ui.components.beside import direction
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.row_table import draw_ground
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.two_lines import draw_two_lines
from ui.desk import words
from ui.desk.admin.catalogue import words as catalogue_words

_ROW = 52
_CODE = 84
_FADED = 0.6
_ROLE = Qt.ItemDataRole.UserRole
_ModelIndex = QModelIndex | QPersistentModelIndex


class ProcedureModel(QAbstractListModel):
    """The procedures found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Procedure, ...] = ()
        self.today: Callable[[], date] = date.today

    def present(self, rows: tuple[Procedure, ...]) -> None:
        """Show other procedures."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, for the eye and for screen readers."""
        if not 0 <= index.row() < len(self.rows):
            return None
        one = self.rows[index.row()]
        if role == _ROLE:
            return one
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.code} {one.name}, {one.field}, {catalogue_words.state_chip(one, self.today())[0]}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return one.name
        return None


class _Delegate(QStyledItemDelegate):
    """Paints code, name and what is to be known; what is no longer received is faint."""

    def __init__(self, model: ProcedureModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _ModelIndex) -> QSize:
        return QSize(theme.px(120), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ModelIndex) -> None:
        one: Procedure = index.data(_ROLE)
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        draw_ground(painter, area, selected=selected, first=True)
        state, tone, _ = catalogue_words.state_chip(one, self._model.today())
        received = tone.value in ("success", "warning")
        if not received and not theme.look().contrast:
            painter.setOpacity(_FADED)
        left = area.left() + theme.px(16)
        painter.setFont(theme.font("small", theme.Weight.SEMIBOLD))
        painter.setPen(theme.color("primary"))
        code = QRect(left, area.top(), theme.px(_CODE), area.height())
        painter.drawText(code, Qt.AlignmentFlag.AlignVCenter, one.code)
        inner = QRect(code.right(), area.top(), area.right() - code.right() - theme.px(8), area.height())
        second = one.field if received else f"{state} · {one.field}"
        draw_two_lines(painter, inner, one.name, f"{second} · {words.term_words(one.term)}")
        painter.restore()


class ProcedureList(Surface):
    """Search above, rows below, acts at the foot; ``chosen(str)`` tells the code of the row in front."""

    chosen = Signal(str)
    opened = Signal()
    add_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._all: tuple[Procedure, ...] = ()
        self._index: Index | None = None
        self.line = LineEdit(self.tr("Tìm thủ tục"), icon="search")
        self.line.setPlaceholderText(self.tr("Mã, tên, từ thường dùng"))
        self.field = QComboBox()
        self.field.setAccessibleName(self.tr("Lĩnh vực"))
        self.field.setMinimumContentsLength(12)
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setFixedHeight(theme.px(32))
        self.retired = QCheckBox(self.tr("Cả thủ tục đã ngừng"))
        self._upper = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.model = ProcedureModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.model))
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Danh mục thủ tục"))
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Label(self.tr("Không có thủ tục nào như vậy."), color="text_muted", wrap=True)
        self._nothing.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        self.count = Label("", "small", color="text_muted")
        self.add_button = KeyButton(self.tr("Thêm"), icon="plus", name=self.tr("Thêm thủ tục"))
        self.import_button = KeyButton(self.tr("Nhập tệp…"), icon="upload", kind=Kind.QUIET)
        self.export_button = KeyButton(self.tr("Xuất tệp…"), icon="download", kind=Kind.QUIET)
        self._lay_out()
        self.line.textChanged.connect(self._find)
        self.field.currentIndexChanged.connect(self._find)
        self.retired.toggled.connect(self._find)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.activated.connect(lambda _: self.opened.emit())
        self.view.clicked.connect(lambda _: self.opened.emit())
        self.add_button.clicked.connect(self.add_asked)
        self.import_button.clicked.connect(self.import_asked)
        self.export_button.clicked.connect(self.export_asked)
        self.line.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QWidget()
        upper = self._upper
        head.setLayout(upper)
        upper.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        upper.setSpacing(theme.px(8))
        upper.addWidget(self.line, 1)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(theme.px(12))
        narrowing.addWidget(self.field, 1)
        narrowing.addWidget(self.retired)
        upper.addLayout(narrowing, 1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(4))
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.import_button, self.export_button, self.add_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, Rule()):
            column.addWidget(part)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addWidget(Rule())
        column.addWidget(foot)

    def present(self, procedures: tuple[Procedure, ...], index: Index, current: str, today: Callable[[], date]) -> None:
        """Show these, one a code; the row of ``current`` stays in front."""
        self._all, self._index, self.model.today = procedures, index, today
        field = self.field.currentData()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.addItem(self.tr("Mọi lĩnh vực"), "")
        for name in sorted({one.field for one in procedures}):
            self.field.addItem(name, name)
        self.field.setCurrentIndex(max(0, self.field.findData(field)))
        self.field.blockSignals(False)
        self._show(current)

    def set_flat(self, flat: bool) -> None:
        """Put search and narrowing in one line, where height is dearer than width."""
        self._upper.setDirection(direction(beside=flat))
        self.retired.setText(self.tr("Cả đã ngừng") if flat else self.tr("Cả thủ tục đã ngừng"))

    def set_may(self, *, may: bool) -> None:
        """Offer what only an administrator may."""
        self.add_button.setVisible(may)
        self.import_button.setVisible(may)

    @property
    def current(self) -> str:
        """The code of the row in front, "" without one."""
        row = self.view.currentIndex().row()
        return self.model.rows[row].code if 0 <= row < len(self.model.rows) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the search line move in the list, and Enter open the row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = min(max(0, self.view.currentIndex().row() + step), len(self.model.rows) - 1)
                self.view.setCurrentIndex(self.model.index(row))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self.opened.emit()
                return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        self._show(self.current)

    def _show(self, current: str) -> None:
        text = self.line.text().strip()
        found = self._index.search(text, len(self._all)) if text and self._index is not None else self._all
        field, today = self.field.currentData() or "", self.model.today()
        rows = tuple(
            one
            for one in found
            if (not field or one.field == field) and (self.retired.isChecked() or not _over(one, today))
        )
        self.model.present(rows)
        self._nothing.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self.count.setText(self.tr("{count} thủ tục").format(count=len(rows)))
        row = next((place for place, one in enumerate(rows) if one.code == current), 0)
        if rows:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))
        else:
            self.chosen.emit("")

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.rows[index.row()].code)


def _over(procedure: Procedure, today: date) -> bool:
    return (procedure.valid_to is not None and procedure.valid_to < today) or (
        procedure.retired and procedure.valid_to is None
    )
