"""What an import would do, item by item, before anything is done."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from counter_app.services.catalogue_exchange import ImportItem, ImportReport, Outcome
from ui import theme
from ui.components.chip import HEIGHT as CHIP_HEIGHT
from ui.components.chip import chip_width, draw_chip
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.two_lines import draw_two_lines
from ui.desk.action_bar import ActionBar
from ui.desk.admin.catalogue import words as catalogue_words

_ROW = 52
_STATE = 150
_SHORT = 260
_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TONES = {
    Outcome.ADDED: (Tone.SUCCESS, "plus"),
    Outcome.CHANGED: (Tone.INFO, "pencil"),
    Outcome.UNCHANGED: (Tone.NEUTRAL, "check"),
    Outcome.SKIPPED: (Tone.NEUTRAL, "minus"),
    Outcome.REFUSED: (Tone.DANGER, "circle-x"),
}


class _Model(QAbstractListModel):
    """The items shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[ImportItem, ...] = ()

    def present(self, rows: tuple[ImportItem, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        item = self.rows[index.row()]
        if role == _ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.outcome(item.outcome)}: {self.head(item)}. {self.why(item)}"
        return None

    def outcome(self, outcome: Outcome) -> str:
        return {
            Outcome.ADDED: self.tr("Thêm mới"),
            Outcome.CHANGED: self.tr("Thay đổi"),
            Outcome.UNCHANGED: self.tr("Như cũ"),
            Outcome.SKIPPED: self.tr("Không lấy"),
            Outcome.REFUSED: self.tr("Từ chối"),
        }[outcome]

    def head(self, item: ImportItem) -> str:
        return " ".join(part for part in (item.code, item.name) if part) or self.tr("Mục không đọc được")

    def why(self, item: ImportItem) -> str:
        place = self.tr("mục {number}, dòng {line}").format(number=item.number, line=item.line)
        parts: list[str] = []
        if item.outcome in (Outcome.REFUSED, Outcome.SKIPPED):
            field = catalogue_words.field_words(item.field) if item.field else ""
            parts.append(" ".join(part for part in (field, catalogue_words.reason_words(item.reason)) if part))
        if item.changed:
            names = ", ".join(catalogue_words.field_words(name) for name in item.changed)
            parts.append(self.tr("đổi: {names}").format(names=names))
        if item.repairs:
            parts.append(self.tr("đã chỉnh {count} chỗ của nguồn").format(count=len(item.repairs)))
        return " · ".join((place, *parts))


class _Delegate(QStyledItemDelegate):
    """Paints a chip, what the item is, and why."""

    def __init__(self, model: _Model) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme.px(120), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item: ImportItem = index.data(_ROLE)
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, theme.color("primary_soft" if selected else "surface"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.color("line"))
        tone, icon = _TONES[item.outcome]
        said = self._model.outcome(item.outcome)
        height = theme.px(CHIP_HEIGHT)
        left = area.left() + theme.px(16)
        width = min(theme.px(_STATE), chip_width(said, icon))
        box = QRectF(left, area.center().y() - height / 2 + 1, width, height)
        draw_chip(painter, box, said, tone, icon, on_selection=selected)
        room = left + max(theme.px(_STATE) - theme.px(24), width + theme.px(8))
        inner = QRect(room, area.top(), area.right() - room - theme.px(12), area.height())
        draw_two_lines(painter, inner, self._model.head(item), self._model.why(item))
        painter.restore()


class ImportPanel(Surface):
    """The report; ``accepted`` imports what is sound, ``declined`` nothing."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._report = ImportReport(())
        self.title = Label("", "title", theme.Weight.SEMIBOLD, wrap=True)
        self.told = Label("", color="text", wrap=True)
        self._kinds = (self.tr("Thay đổi"), self.tr("Bị từ chối"), self.tr("Đã chỉnh"), self.tr("Tất cả"))
        self.kinds = Segments(self.tr("Xem"), self._kinds)
        self._model = _Model(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(self._model))
        self.view.setUniformItemSizes(True)
        self.view.setMinimumHeight(theme.px(_ROW))
        self.view.setAccessibleName(self.tr("Các mục của tệp"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = Label(self.tr("Không có mục nào."), color="text_muted")
        self.nothing.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self.accept_button = KeyButton("", icon="check", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40)
        self.decline_button = KeyButton(self.tr("Thôi, không nhập"), key="Esc", height=40, short=(self.tr("Thôi"),))
        head = QWidget()
        words = QVBoxLayout(head)
        words.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(10))
        words.setSpacing(theme.px(6))
        for part in (self.title, self.told, self.kinds):
            words.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Rule())
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        column.addWidget(Rule())
        column.addWidget(ActionBar((), (self.decline_button, self.accept_button)))
        self.kinds.chosen.connect(self._show)
        self.accept_button.clicked.connect(self.accepted)
        self.decline_button.clicked.connect(self.declined)

    def present(self, report: ImportReport, file: str) -> None:
        """Show a report: what would change first, or what is refused if nothing would."""
        self._report = report
        ready, refused = len(report.publishable), len(report.of(Outcome.REFUSED))
        self.title.setText(self.tr("Nhập tệp {file}").format(file=file))
        self.told.setText(self._sentence(refused))
        self._fit_words()
        for place, (words, rows) in enumerate(zip(self._kinds, self._choices(), strict=True)):
            button = self.kinds.button(place)
            button.setText(f"{words} {len(rows)}")
            button.setAccessibleName(button.text())
            button.updateGeometry()
        if refused and ready:
            self.accept_button.set_words(
                self.tr("Bỏ {refused} mục lỗi, nhập {count} thủ tục").format(refused=refused, count=ready),
                self.tr("Nhập {count}").format(count=ready),
            )
        else:
            self.accept_button.set_words(
                self.tr("Nhập {count} thủ tục").format(count=ready), self.tr("Nhập {count}").format(count=ready)
            )
        self.accept_button.setEnabled(ready > 0)
        self.kinds.set_current(0 if ready or not refused else 1)
        self._show()
        (self.decline_button if not ready or refused else self.accept_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for every line of the words at this width; the list below gives way."""
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Where height is dear, at 200 %, the counts on the choices say enough."""
        width = self.width() - 2 * theme.px(16)
        for label in (self.title, self.told):
            label.setVisible(self.height() > theme.px(_SHORT))
            label.setMinimumHeight(max(0, label.heightForWidth(max(1, width))))

    @property
    def rows(self) -> tuple[ImportItem, ...]:
        """The items on screen."""
        return self._model.rows

    def _sentence(self, refused: int) -> str:
        report = self._report
        told = self.tr("Đọc {read} mục: thêm {added}, thay đổi {changed}, như cũ {same}, không lấy {skipped}.").format(
            read=len(report.items),
            added=len(report.of(Outcome.ADDED)),
            changed=len(report.of(Outcome.CHANGED)),
            same=len(report.of(Outcome.UNCHANGED)),
            skipped=len(report.of(Outcome.SKIPPED)),
        )
        if refused:
            told += " " + self.tr("Từ chối {refused} mục; các mục ấy không được nhập.").format(refused=refused)
        return told + " " + self.tr("Chưa có gì thay đổi trước khi bấm nhập.")

    def _choices(self) -> tuple[tuple[ImportItem, ...], ...]:
        report = self._report
        return (
            report.of(Outcome.ADDED, Outcome.CHANGED),
            report.of(Outcome.REFUSED, Outcome.SKIPPED),
            report.repaired,
            report.items,
        )

    def _show(self) -> None:
        rows = self._choices()[self.kinds.current]
        self._model.present(rows)
        self.nothing.setVisible(not rows)
        self.view.setVisible(bool(rows))
