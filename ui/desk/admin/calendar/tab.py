"""Lịch làm việc: the year at the left; at the right one day, the working week, or a date to try."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule, upright
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.admin.calendar.day import DayForm
from ui.desk.admin.calendar.hours import HoursForm
from ui.desk.admin.calendar.state import DayLook, YearShown
from ui.desk.admin.calendar.trial import TrialForm
from ui.desk.admin.calendar.year import YearGrid
from ui.desk.admin.parts_tab import PartsTab

_PANEL = 352
_BESIDE_FROM = 780
DAY, HOURS, TRIAL = range(3)


class _Swatch(QWidget):
    """The ground of a kind of day, for the legend."""

    def __init__(self, color: str, *, half: bool = False) -> None:
        super().__init__()
        self._color, self._half = color, half
        self.setFixedSize(theme.px(14), theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("line_strong"))
            painter.setBrush(theme.color(self._color))
            if self._half:
                painter.drawPolygon([self.rect().topLeft(), self.rect().topRight(), self.rect().bottomLeft()])
            else:
                painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)


class CalendarTab(PartsTab):
    """Beside the year three parts: DAY, HOURS, TRIAL; ``year_asked(int)`` tells another year."""

    year_asked = Signal(int)

    def __init__(self, host: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = 0
        self.grid = YearGrid()
        self.day = DayForm()
        self.hours = HoursForm()
        self.trial = TrialForm(host)
        parts = (
            (self.tr("Ngày"), self.day),
            (self.tr("Giờ làm việc"), self.hours),
            (self.tr("Thử ngày hẹn"), self.trial),
        )
        self._offer(self.tr("Bảng bên cạnh"), parts)
        self._locked = Label(
            self.tr("Chỉ xem: việc sửa lịch cần người có quyền quản trị."), "small", color="warning", wrap=True
        )
        self._title = Label("", "strong", theme.Weight.SEMIBOLD)
        self._count = Label("", "small", color="text_muted")
        self._before = KeyButton("", icon="chevron-left", name=self.tr("Năm trước"), kind=Kind.QUIET)
        self._after = KeyButton("", icon="chevron-right", name=self.tr("Năm sau"), kind=Kind.QUIET)
        self._left, self._panel = QWidget(), QWidget()
        self._rule = upright()
        self._beside: bool | None = None
        self._year_scroll, self._panel_scroll = VerticalScroll(), VerticalScroll()
        self._build()
        self._before.clicked.connect(lambda: self.year_asked.emit(self._year - 1))
        self._after.clicked.connect(lambda: self.year_asked.emit(self._year + 1))

    def present(self, shown: YearShown, chosen: date, today: date) -> None:
        """Show a year and the day chosen."""
        self._year = shown.year
        self._title.setText(str(shown.year))
        off, worked = shown.count(DayLook.HOLIDAY), shown.count(DayLook.MAKE_UP)
        own = sum(1 for day in shown.days.values() if day.own)
        counts = self.tr("{off} ngày nghỉ · {worked} ngày làm bù · {own} ngày đơn vị tự đặt")
        self._count.setText(counts.format(off=off, worked=worked, own=own))
        self.grid.present(shown, chosen, today)
        self.day.present(shown.days[chosen])

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self._locked.setVisible(not allowed)
        self.day.set_allowed(allowed)
        self.hours.set_allowed(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the year below the panel where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        if beside != self._beside:
            self._beside = beside
            self._arrange(beside)

    def show_panel(self) -> None:
        """Scroll to the panel, where it is not beside the year."""
        scroll = self._panel_scroll if self._beside else self._year_scroll
        scroll.verticalScrollBar().setValue(0)

    def show_chosen(self) -> None:
        """Scroll to the day chosen."""
        cell = self.grid.chosen_cell()
        inner = self._year_scroll.widget()
        if inner is not None:
            place = self.grid.mapTo(inner, cell.center())
            self._year_scroll.ensureVisible(place.x(), place.y(), 0, 2 * cell.height())

    def _arrange(self, beside: bool) -> None:
        """Beside each other both scroll by themselves; else one column scrolls, the panel first."""
        focused: QWidget | None = self.focusWidget()  # loses the focus with its place
        for scroll in (self._year_scroll, self._panel_scroll):
            scroll.takeWidget()
        if beside:
            self._year_scroll.set_inner(self._left)
            self._panel_scroll.set_inner(self._panel)
            self._panel_scroll.setFixedWidth(theme.px(_PANEL))
        else:
            column = QWidget()
            stacked = QVBoxLayout(column)
            stacked.setContentsMargins(0, 0, 0, 0)
            stacked.addWidget(self._panel)
            stacked.addWidget(Rule())
            stacked.addWidget(self._left)
            self._year_scroll.set_inner(column)
        for part in (self._left, self._panel):
            part.show()
        self._rule.setVisible(beside)
        self._panel_scroll.setVisible(beside)
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(6))
        column.addLayout(self._tools())
        column.addWidget(self.grid)
        column.addLayout(self._legend())
        column.addStretch(1)
        side = QVBoxLayout(self._panel)
        side.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        side.setSpacing(theme.px(10))
        side.addWidget(self.parts)
        side.addWidget(self._locked)
        side.addWidget(Rule())
        side.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._year_scroll, 1)
        row.addWidget(self._rule)
        row.addWidget(self._panel_scroll)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for part in (self._before, self._title, self._after):
            row.addWidget(part)
        row.addSpacing(theme.px(8))
        row.addWidget(self._count, 1)
        return row

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        kinds = (
            (_Swatch("danger_soft"), self.tr("nghỉ lễ")),
            (_Swatch("success_soft"), self.tr("làm bù")),
            (_Swatch("warning_soft", half=True), self.tr("nghỉ buổi tô màu")),
            (_Swatch("primary", half=True), self.tr("đơn vị tự đặt")),
        )
        for swatch, name in kinds:
            row.addWidget(swatch)
            row.addWidget(Label(name, "small", color="text_muted"))
            row.addSpacing(theme.px(8))
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return row
