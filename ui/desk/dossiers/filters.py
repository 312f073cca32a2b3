"""Which dossiers the list shows: the line, what is chosen beside it, and what is kept under a name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossier_filter import DossierFilter, DossierOrder
from counter_app.domain.dossiers import DossierState
from counter_app.domain.places import Officer
from counter_app.domain.procedures import Channel, Procedure
from ui import theme
from ui.components.beside import direction
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.desk import words
from ui.desk.dossier.choices import combo
from ui.desk.dossier.parts import typed_day

_SOON = timedelta(days=3)
_NARROW_BELOW = 620


class Filter(Enum):
    """The lists that every officer has."""

    ALL = "all"
    SOON = "soon"
    LATE = "late"
    WAITING = "waiting"
    OPEN = "open"
    READY = "ready"
    RETURNED = "returned"

    def narrow(self, wanted: DossierFilter, today: date) -> DossierFilter:
        """Return ``wanted`` within this list."""
        match self:
            case Filter.ALL:
                return wanted
            case Filter.SOON:
                soon = replace(wanted, open=True, due_from=today, due_to=today + _SOON)
                return replace(soon, order=DossierOrder.DUE)
            case Filter.LATE:
                return replace(wanted, open=True, late=True, order=DossierOrder.DUE)
            case Filter.WAITING:
                return replace(wanted, states=(DossierState.SUPPLEMENT, DossierState.PAYMENT))
            case Filter.OPEN:
                return replace(wanted, open=True)
            case Filter.READY:
                return replace(wanted, states=(DossierState.DONE,))
            case Filter.RETURNED:
                return replace(wanted, states=(DossierState.RETURNED,))


class Span(Enum):
    """When dossiers were received."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DAYS = "days"  # two days typed

    def since(self, today: date) -> date | None:
        """The first day."""
        days = {Span.TODAY: 0, Span.WEEK: 6, Span.MONTH: 29}
        if self in days:
            return today - timedelta(days=days[self])
        return today.replace(month=1, day=1) if self is Span.YEAR else None


class DossierFilters(QWidget):
    """The line and the choices; ``typed()`` follows each key in the line, ``changed()`` each choice."""

    typed = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineEdit(self.tr("Tìm hồ sơ"), icon="search")
        self.line.setPlaceholderText(self.tr("Mã hồ sơ, tên (không cần dấu), số định danh, điện thoại"))
        self.field, self.channel = combo(self.tr("Lĩnh vực")), combo(self.tr("Kênh nộp"))
        self.span, self.state = combo(self.tr("Ngày nhận")), combo(self.tr("Trạng thái"))
        self.procedure, self.officer = combo(self.tr("Thủ tục")), combo(self.tr("Cán bộ"))
        self.order, self.where = combo(self.tr("Sắp xếp")), combo(self.tr("Tìm trong"))
        self.since, self.until = Field(self.tr("Từ ngày")), Field(self.tr("Đến ngày"))
        self.more_button = KeyButton(
            self.tr("Thêm"), icon="adjustments", key="Alt+L", spread=False, name=self.tr("Lọc thêm")
        )
        self.more_button.setCheckable(True)
        self._procedures: tuple[Procedure, ...] = ()
        self._today = date.today()  # noqa: DTZ011 - replaced at the first reading, before anything is asked
        self._more = QWidget()
        self._build()
        self._fill_fixed()
        self._more.hide()
        self._show_days()

    def _build(self) -> None:
        self._beside = QWidget()
        self._beside_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._beside)
        self._beside_row.setContentsMargins(0, 0, 0, 0)
        self._beside_row.setSpacing(theme.px(8))
        for box in (self.field, self.channel, self.span):
            self._beside_row.addWidget(box, 1)
        self._first = QHBoxLayout()
        self._first.setSpacing(theme.px(8))
        self._first.addWidget(self.line, 3)
        self._first.addWidget(self._beside, 5)
        self._first.addWidget(self.more_button)
        grid = QGridLayout(self._more)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        for place, box in enumerate((self.state, self.procedure, self.officer, self.order, self.where)):
            grid.addWidget(box, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(theme.px(8))
        for field in (self.since, self.until):
            field.line.setPlaceholderText(self.tr("ngày/tháng/năm"))
            days.addWidget(field)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._first)
        column.addWidget(self._days)
        column.addWidget(self._more)
        self.line.textEdited.connect(lambda _: self.typed.emit())
        self.more_button.toggled.connect(lambda _: self._place())
        self.field.activated.connect(lambda _: self._choose_field())
        self.span.activated.connect(lambda _: self._choose_span())
        for box in (self.channel, self.state, self.procedure, self.officer, self.order, self.where):
            box.activated.connect(lambda _: self.changed.emit())
        for field in (self.since, self.until):
            field.line.editingFinished.connect(self.changed)

    def _fill_fixed(self) -> None:
        spans = {
            Span.ANY: self.tr("Ngày nhận: tất cả"),
            Span.TODAY: self.tr("Nhận: hôm nay"),
            Span.WEEK: self.tr("Nhận: 7 ngày qua"),
            Span.MONTH: self.tr("Nhận: 30 ngày qua"),
            Span.YEAR: self.tr("Nhận: năm nay"),
            Span.DAYS: self.tr("Nhận: chọn ngày…"),
        }
        _fill(self.span, [(name, span) for span, name in spans.items()])
        channels = [(words.channel_words(one).capitalize(), one) for one in Channel]
        _fill(self.channel, [(self.tr("Kênh: tất cả"), None), *channels])
        states = [(words.state_words(one), one) for one in DossierState]
        _fill(self.state, [(self.tr("Trạng thái: tất cả"), None), *states])
        _fill(self.field, [(self.tr("Lĩnh vực: tất cả"), "")])
        _fill(self.officer, [(self.tr("Cán bộ nhận: tất cả"), "")])
        orders = [
            (self.tr("Mới nhận trước"), DossierOrder.NEWEST),
            (self.tr("Hẹn trả sớm trước"), DossierOrder.DUE),
        ]
        _fill(self.order, orders)
        places = [(self.tr("Tìm theo mã, tên, số"), False), (self.tr("Tìm theo chữ trong giấy tờ quét"), True)]
        _fill(self.where, places)
        self._fill_procedures()

    def offer(self, procedures: tuple[Procedure, ...], officers: tuple[Officer, ...], today: date) -> None:
        """Offer the fields and procedures of the catalogue, and the office's officers."""
        self._today = today
        if procedures != self._procedures:
            self._procedures = procedures
            fields = sorted({one.field for one in procedures})
            _fill(self.field, [(self.tr("Lĩnh vực: tất cả"), ""), *((one, one) for one in fields)])
            self._fill_procedures()
        _fill(self.officer, [(self.tr("Cán bộ nhận: tất cả"), ""), *((one.name, one.id) for one in officers)])

    @property
    def wanted(self) -> DossierFilter:
        """What is asked for."""
        span = self.span.currentData()
        since, until = span.since(self._today), None
        if span is Span.DAYS:
            since, until = (typed_day(field.text, self._today) for field in (self.since, self.until))
        state = self.state.currentData()
        return DossierFilter(
            text=self.line.text().strip(),
            procedure=self.procedure.currentData() or "",
            field=self.field.currentData() or "",
            states=(state,) if state is not None else (),
            received_from=since,
            received_to=until,
            officer=self.officer.currentData() or "",
            channel=self.channel.currentData(),
            order=self.order.currentData(),
            in_papers=self.where.currentData(),
        )

    @property
    def chosen(self) -> bool:
        """Whether anything narrows the list."""
        return self.wanted != DossierFilter()

    def show_filter(self, wanted: DossierFilter) -> None:
        """Choose what a filter says; nothing is told."""
        with QSignalBlocker(self):
            self.line.setText(wanted.text)
            _take(self.field, wanted.field)
            self._fill_procedures()
            _take(self.procedure, wanted.procedure)
            _take(self.channel, wanted.channel)
            _take(self.officer, wanted.officer)
            _take(self.order, wanted.order)
            _take(self.where, wanted.in_papers)
            _take(self.state, wanted.states[0] if len(wanted.states) == 1 else None)
            self._show_span(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the line where there is little room; the rest is in "more"."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        roomy, more = self.width() >= theme.px(_NARROW_BELOW), self.more_button.isChecked()
        way = direction(beside=roomy)
        if way is not self._beside_row.direction():
            self._beside_row.setDirection(way)
            row: QBoxLayout = self._first if roomy else self._column
            row.insertWidget(1, self._beside, 5)
        self._beside.setVisible(roomy or more)
        self._more.setVisible(more)

    def _show_span(self, wanted: DossierFilter) -> None:
        since, until = wanted.received_from, wanted.received_to
        spans = (Span.ANY, Span.TODAY, Span.WEEK, Span.MONTH, Span.YEAR)
        fitting = next((one for one in spans if one.since(self._today) == since), Span.DAYS)
        span = Span.DAYS if until is not None else fitting
        _take(self.span, span)
        if span is Span.DAYS:
            self.since.set_text(f"{since:%d/%m/%Y}" if since else "")
            self.until.set_text(f"{until:%d/%m/%Y}" if until else "")
        self._show_days()

    def _choose_field(self) -> None:
        self._fill_procedures()
        self.changed.emit()

    def _choose_span(self) -> None:
        self._show_days()
        if self.span.currentData() is Span.DAYS:
            self.since.line.setFocus()
        self.changed.emit()

    def _show_days(self) -> None:
        self._days.setVisible(self.span.currentData() is Span.DAYS)

    def _fill_procedures(self) -> None:
        """Offer the procedures of the field chosen; all of them would be a list nobody reads."""
        field = self.field.currentData()
        found = [(one.name, one.code) for one in self._procedures if field and one.field == field]
        none = self.tr("Thủ tục: tất cả") if field else self.tr("Thủ tục: chọn lĩnh vực trước")
        _fill(self.procedure, [(none, ""), *found])
        self.procedure.setEnabled(bool(found))


class FilterName(QWidget):
    """Asks under which name a filter is kept; ``named(str)`` by Enter, ``left()`` by Esc."""

    named = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineEdit(self.tr("Tên bộ lọc"))
        self.line.setPlaceholderText(self.tr("Tên bộ lọc, ví dụ: Hộ tịch tuần này"))
        self.line.setMaxLength(40)
        self.save = KeyButton(self.tr("Lưu"), icon="bookmark", key="Enter")
        self.cancel = KeyButton(self.tr("Thôi"), key="Esc", kind=Kind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Label(self.tr("Lưu bộ lọc này với tên"), "small", color="text_muted"))
        row.addWidget(self.line, 1)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        self.line.returnPressed.connect(self._tell)
        self.save.clicked.connect(self._tell)
        self.cancel.clicked.connect(self.left)

    def _tell(self) -> None:
        name = " ".join(self.line.text().split())
        if name:
            self.named.emit(name)
        else:
            self.line.setFocus()


def _fill(box: QComboBox, items: Sequence[tuple[str, object]]) -> None:
    """Fill a list again; what was chosen stays if it is still there."""
    if [box.itemText(place) for place in range(box.count())] == [name for name, _ in items]:
        return
    kept = box.currentData()
    box.clear()
    for name, data in items:
        box.addItem(name, data)
    _take(box, kept)


def _take(box: QComboBox, data: object) -> None:
    place = next((place for place in range(box.count()) if box.itemData(place) == data), 0)
    box.setCurrentIndex(place)
