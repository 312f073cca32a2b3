"""A year as twelve months: one cell a day, chosen by mouse or arrow keys."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import language, theme
from ui.desk.admin.calendar.state import DayLook, DayShown, YearShown, day_words

_MONTHS = 12
_WEEK = 7
_ROWS = 6
_CELL = 21
_NARROWEST = 24
_TITLE = 20
_HEAD = 16
_GAP = 16
_LOW_GAP = 8
_GROUNDS = {DayLook.HOLIDAY: "danger_soft", DayLook.MAKE_UP: "success_soft"}
_INKS = {DayLook.WEEKEND: "text_muted", DayLook.HOLIDAY: "danger", DayLook.MAKE_UP: "success"}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}


class YearGrid(QWidget):
    """``picked(date)`` tells the day chosen (also one of another year), ``entered()`` that Enter was pressed on it."""

    picked = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: YearShown | None = None
        self._today = self._chosen = date.min
        self._columns = 4
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Lịch năm"))

    @property
    def shown(self) -> YearShown | None:
        """The year on screen."""
        return self._shown

    @property
    def chosen(self) -> date:
        """The day under the ring."""
        return self._chosen

    def present(self, shown: YearShown, chosen: date, today: date) -> None:
        """Show a year with a day chosen."""
        self._shown, self._chosen, self._today = shown, chosen, today
        self.setAccessibleName(self.tr("Lịch năm {year}").format(year=shown.year))
        self._tell()
        self.update()

    def chosen_cell(self) -> QRect:
        """Where the day chosen is drawn."""
        return self._cell(self._chosen).toRect()

    def sizeHint(self) -> QSize:
        """Ask for four months side by side."""
        return QSize(4 * self._month_width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Accept one month."""
        return QSize(theme.px(_NARROWEST) * _WEEK, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many months side by side as fit."""
        super().resizeEvent(event)
        room = (self.width() + theme.px(_GAP)) // (self._month_width() + theme.px(_GAP))
        self._columns = next(columns for columns in (6, 4, 3, 2, 1) if columns <= max(1, room) and columns < 6)
        rows = -(-_MONTHS // self._columns)
        self.setFixedHeight(rows * self._month_height() + (rows - 1) * theme.px(_LOW_GAP) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by day and week, Page keys by month; Enter goes on to what is said of the day."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(self._chosen + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(_month_on(self._chosen, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self._go(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months."""
        if self._shown is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for month in range(1, _MONTHS + 1):
                self._draw_month(painter, month)

    def _draw_month(self, painter: QPainter, month: int) -> None:
        if self._shown is None:
            return
        area = self._month_area(month)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("small", theme.Weight.SEMIBOLD))
        title = QRect(area.left(), area.top(), area.width(), theme.px(_TITLE))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.tr("Tháng {month}").format(month=month))
        painter.setPen(theme.color("text_muted"))
        painter.setFont(theme.font("key"))
        for column, name in enumerate(self._weekdays()):
            left = area.left() + column * self._cell_width()
            head = QRectF(left, title.bottom() + 1, self._cell_width(), theme.px(_HEAD))
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, name)
        for number in range(1, calendar.monthrange(self._shown.year, month)[1] + 1):
            day = date(self._shown.year, month, number)
            self._draw_day(painter, self._cell(day), self._shown.days[day])

    def _draw_day(self, painter: QPainter, cell: QRectF, shown: DayShown) -> None:
        inner = cell.adjusted(1, 1, -1, -1)
        day = shown.view.day
        painter.setPen(Qt.PenStyle.NoPen)
        if shown.look in _GROUNDS:
            painter.setBrush(theme.color(_GROUNDS[shown.look]))
            painter.drawRoundedRect(inner, 4, 4)
        elif shown.look in (DayLook.MORNING, DayLook.AFTERNOON):
            self._draw_half(painter, inner, shown.look)
        if shown.own:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary"))
            side = theme.px(6)
            painter.drawPolygon(
                QPolygonF([inner.topRight(), inner.topRight() - QPoint(side, 0), inner.topRight() + QPoint(0, side)])
            )
        ring = day == self._chosen
        if ring or day == self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            width = 2 if ring and self.hasFocus() else 1
            style = Qt.PenStyle.SolidLine if ring else Qt.PenStyle.DotLine
            painter.setPen(QPen(theme.color("primary"), width, style))
            painter.drawRoundedRect(inner, 4, 4)
        bold = ring or day == self._today or shown.look in _GROUNDS
        painter.setFont(theme.font("small", theme.Weight.SEMIBOLD if bold else theme.Weight.REGULAR))
        painter.setPen(theme.color(_INKS.get(shown.look, "text")))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _draw_half(self, painter: QPainter, inner: QRectF, look: DayLook) -> None:
        """Shade the half that is not worked: the upper left is the morning."""
        corner = inner.bottomRight() if look is DayLook.MORNING else inner.topLeft()
        painter.setBrush(theme.color("warning_soft"))
        painter.drawPolygon(QPolygonF([inner.topRight(), corner, inner.bottomLeft()]))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(inner.topRight(), inner.bottomLeft())

    def _go(self, day: date) -> None:
        self._chosen = day
        self._tell()
        self.update()
        self.picked.emit(day)

    def _tell(self) -> None:
        shown = self._shown.days.get(self._chosen) if self._shown else None
        told = f"{language.long_date(self._chosen)}: {day_words(shown.view)}" if shown else ""
        self.setAccessibleDescription(told)

    def _day_at(self, point: QPoint) -> date | None:
        days = self._shown.days if self._shown else {}
        return next((day for day in days if self._cell(day).contains(point)), None)

    def _month_width(self) -> int:
        return theme.px(_NARROWEST) * _WEEK

    def _month_height(self) -> int:
        return theme.px(_TITLE) + theme.px(_HEAD) + _ROWS * theme.px(_CELL)

    def _cell_width(self) -> float:
        return (self.width() - (self._columns - 1) * theme.px(_GAP)) / self._columns / _WEEK

    def _month_area(self, month: int) -> QRect:
        row, column = divmod(month - 1, self._columns)
        width = self._cell_width() * _WEEK + theme.px(_GAP)
        top = row * (self._month_height() + theme.px(_LOW_GAP))
        return QRect(round(column * width), top, round(width - theme.px(_GAP)), self._month_height())

    def _cell(self, day: date) -> QRectF:
        area = self._month_area(day.month)
        place = day.replace(day=1).weekday() + day.day - 1
        top = area.top() + theme.px(_TITLE) + theme.px(_HEAD) + place // _WEEK * theme.px(_CELL)
        left = area.left() + place % _WEEK * self._cell_width()
        return QRectF(left, top, self._cell_width(), theme.px(_CELL))

    def _weekdays(self) -> tuple[str, ...]:
        return (
            self.tr("T2"),
            self.tr("T3"),
            self.tr("T4"),
            self.tr("T5"),
            self.tr("T6"),
            self.tr("T7"),
            self.tr("CN"),
        )


def _month_on(day: date, step: int) -> date:
    """The same day of the month before or after, or its last."""
    months = day.year * _MONTHS + day.month - 1 + step
    year, month = divmod(months, _MONTHS)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
