"""The parts of the board: the call in force, the call being spoken, the last calls, the counts, the lost link."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.board.views import CallView, WaitingView
from ui.hall import CENTRE, LEFT, RIGHT, Card, Placed, Symbol, Words
from ui.theme import Weight

MOST_CALLS = 5
_LOST_CALLS = 4
_MOST_ABREAST = 5
_LIST_HEAD = 84.0


def board_color(name: str) -> QColor:
    """Return a colour of the board."""
    return theme.color(f"board.{name}")


class _Panel(Placed, QWidget):
    """A part of the board on a ground of its own."""

    def __init__(self, parent: QWidget, fill: str, border: str | None = None, thick: float = 0) -> None:
        super().__init__(parent)
        self.ground = Card(self, board_color(fill), board_color(border) if border else None, thick, 20)

    def words(
        self, text: str, points: float, weight: int, color: str, align: Qt.AlignmentFlag = LEFT, wrap: bool = False
    ) -> Words:
        """Return a text of this part."""
        return Words(self, text, points, weight, board_color(color), align, wrap)

    def rule(self) -> Card:
        """Return a line."""
        return Card(self, board_color("line"), None, 0, 0)

    def arrange(self, width: float, height: float) -> None:
        """Place the ground; the parts place the rest."""
        self.put(self.ground, 0, 0, width, height)


class CallCard(_Panel):
    """The call in force."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "surface", "called", 6)
        self._head = self.words(self.tr("Đang mời"), 46, Weight.SEMIBOLD, "text", CENTRE)
        self.label = self.words("", 225, Weight.EXTRABOLD, "called", CENTRE)
        self._rule = self.rule()
        self._to = self.words(self.tr("đến quầy"), 72, Weight.SEMIBOLD, "text", RIGHT)
        self.desk = self.words("", 170, Weight.EXTRABOLD, "text", LEFT)
        self._rest = self.words(self.tr("Chưa gọi số nào"), 60, Weight.SEMIBOLD, "text_muted", CENTRE, wrap=True)

    def show_call(self, call: CallView | None) -> None:
        """Show the call, or that there is none yet."""
        for part in (self._head, self.label, self._rule, self._to, self.desk):
            part.setVisible(call is not None)
        self._rest.setVisible(call is None)
        if call:
            self.label.say(call.label)
            self.desk.say(str(call.desk))
            self.setAccessibleName(
                self.tr("Đang mời số {label} đến quầy {desk}").format(label=call.label, desk=call.desk)
            )

    def arrange(self, width: float, height: float) -> None:
        """Place number over desk."""
        super().arrange(width, height)
        self.put(self._rest, 60, 0, width - 120, height)
        self.put(self._head, 0, height * 0.02, width, 100)
        self.put(self.label, 20, height * 0.1, width - 40, height * 0.575)
        self.put(self._rule, 80, height * 0.63, width - 160, 4)
        _place_desk(self, self._to, self.desk, (0, height * 0.62, width, height * 0.4), 48)


class CallingCard(_Panel):
    """The call while it is spoken: amber, the largest of all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "called")
        self._icon = Symbol(self, "volume", board_color("on_called"))
        self._head = self.words(self.tr("Mời số"), 62, Weight.BOLD, "on_called")
        self._times = self.words("", 40, Weight.SEMIBOLD, "on_called", RIGHT)
        self.label = self.words("", 296, Weight.EXTRABOLD, "on_called", CENTRE)
        self._foot = Card(self, board_color("on_called"), None, 0, 20)
        self._to = self.words(self.tr("đến quầy"), 96, Weight.BOLD, "text", RIGHT)
        self.desk = self.words("", 215, Weight.EXTRABOLD, "called", LEFT)

    def show_call(self, call: CallView) -> None:
        """Show the call."""
        self.label.say(call.label)
        self.desk.say(str(call.desk))
        self._times.say(self.tr("Lần {times}").format(times=call.times))
        self.setAccessibleName(self.tr("Mời số {label} đến quầy {desk}").format(label=call.label, desk=call.desk))

    def light(self, bright: bool) -> None:
        """Show it in amber, or for a blink in the dark with an amber edge."""
        ink = board_color("on_called" if bright else "called")
        self.ground.fill = board_color("called" if bright else "surface")
        self.ground.border, self.ground.thick = board_color("called"), 10
        for words in (self._head, self._times, self.label):
            words.paint_in(ink)
        self._icon.color = ink
        self.update()

    def arrange(self, width: float, height: float) -> None:
        """Place number over desk."""
        super().arrange(width, height)
        self.put(self._icon, 44, 28, 104, 104)
        self.put(self._head, 172, 24, width - 500, 112)
        self.put(self._times, width - 340, 24, 300, 112)
        self.put(self.label, 10, height * 0.08, width - 20, height * 0.61)
        foot = height * 0.315
        self.put(self._foot, 40, height - foot - 36, width - 80, foot)
        _place_desk(self, self._to, self.desk, (40, height - foot - 60, width - 80, foot + 48), 70)


def _place_desk(panel: _Panel, words: Words, desk: Words, box: tuple[float, float, float, float], gap: float) -> None:
    """Place "to desk" and its number in the middle of ``box`` (left, top, width, height)."""
    left, top, width, height = box
    first = panel.points_wide(words.text(), words.points, words.weight) + 8
    second = panel.points_wide(desk.text() or "0", desk.points, desk.weight) + 12
    start = left + max(20.0, (width - first - gap - second) / 2)
    panel.put(words, start, top, first, height)
    panel.put(desk, start + first + gap, top, min(second, left + width - start - first - gap), height)


class _CallRow(_Panel):
    """One of the last calls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "called")
        self.ground.radius = 14
        self.label = self.words("", 66, Weight.EXTRABOLD, "text")
        self.desk = self.words("", 66, Weight.EXTRABOLD, "called", RIGHT)
        self._arrow = Symbol(self, "arrow-right", board_color("text_muted"))
        self.time = self.words("", 38, Weight.SEMIBOLD, "text_muted", RIGHT)
        self._lost = False

    def show_call(self, call: CallView, lit: bool, lost: bool) -> None:
        """Show the call: lit while it is in force, with its time and without amber while the link is lost."""
        self._lost = lost
        self.ground.setVisible(lit)
        self.label.paint_in(board_color("on_called" if lit else "text"))
        self.desk.paint_in(board_color("on_called" if lit else "text" if lost else "called"))
        self.label.say(call.label)
        self.desk.say(self.tr("Quầy {desk}").format(desk=call.desk) if lost else str(call.desk))
        self.time.say(f"{call.at:%H:%M}")
        self.time.setVisible(lost)
        self.setAccessibleName(self.tr("Số {label}, quầy {desk}").format(label=call.label, desk=call.desk))

    def arrange(self, width: float, height: float) -> None:
        """Place number, arrow and desk; or number, desk and time."""
        self.put(self.ground, 12, 5, width - 24, height - 10)
        self.label.points = 54 if self._lost else 66
        self.desk.points = 46 if self._lost else 66
        self.desk.setAlignment(LEFT if self._lost else RIGHT)
        if self._lost:
            self.put(self.label, 40, 0, 280, height)
            self.put(self.desk, 330, 0, width - 330 - 220, height)
            self.put(self.time, width - 220, 0, 180, height)
            self._arrow.hide()
            return
        narrow = width < 600
        edge = 32.0 if narrow else 40.0
        self.put(self.label, edge, 0, width * 0.58, height)
        self.put(self.desk, width * 0.62, 0, width * 0.38 - edge - 8, height)
        self.put(self._arrow, width * 0.56, height / 2 - 34, 68, 68)
        self._arrow.setVisible(not narrow)


class CallList(_Panel):
    """The last five calls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "surface")
        self._number = self.words(self.tr("Số"), 30, Weight.SEMIBOLD, "text_muted")
        self._desk = self.words(self.tr("Quầy"), 30, Weight.SEMIBOLD, "text_muted", RIGHT)
        self._before = self.words("", 34, Weight.SEMIBOLD, "text_muted")
        self._rules = [self.rule() for _ in range(MOST_CALLS)]
        self.rows = [_CallRow(self) for _ in range(MOST_CALLS)]
        self._shown, self._most = 0, MOST_CALLS

    def show_calls(
        self, calls: Sequence[CallView], calling: CallView | None, lost: datetime | None, bright: bool = True
    ) -> None:
        """Show the calls, newest first; the row of the one that is called now blinks with ``bright``."""
        self._most = _LOST_CALLS if lost else MOST_CALLS
        self._shown = min(len(calls), self._most)
        self._number.setVisible(lost is None)
        self._desk.setVisible(lost is None)
        self._before.setVisible(lost is not None)
        if lost:
            self._before.say(self.tr("Đã gọi trước {time}").format(time=f"{lost:%H:%M}"))
        for index, row in enumerate(self.rows):
            row.setVisible(index < self._shown)
            if index < self._shown:
                lit = bright and calling is not None and calls[index].ticket == calling.ticket and lost is None
                row.show_call(calls[index], lit, lost is not None)

    def arrange(self, width: float, height: float) -> None:
        """Place the rows."""
        super().arrange(width, height)
        edge = 32.0 if width < 600 else 40.0
        self.put(self._number, edge, 14, width / 2, 64)
        self.put(self._desk, width / 2, 14, width / 2 - edge, 64)
        self.put(self._before, 40, 12, width - 80, 72)
        tall = (height - _LIST_HEAD - 6) / self._most
        for index, (row, rule) in enumerate(zip(self.rows, self._rules, strict=True)):
            top = _LIST_HEAD + index * tall
            rule.setVisible(index < self._most)
            self.put(rule, 30, top, width - 60, 3)
            self.put(row, 0, top, width, tall)


class WaitingRow(_Panel):
    """How many wait, by field; withdrawn, never stale, while the link is lost."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "surface")
        self._icon = Symbol(self, "users", board_color("text_muted"))
        self._head = self.words(self.tr("Đang chờ"), 29, Weight.BOLD, "text")
        self.unknown = self.words(self.tr("Số người đang chờ: chưa cập nhật được"), 32, Weight.SEMIBOLD, "text_muted")
        self._fields: list[tuple[Card, Words, Words]] = []

    def show_waiting(self, waiting: Sequence[WaitingView] | None) -> None:
        """Show the fields that somebody waits for; None withdraws them."""
        self.unknown.setVisible(waiting is None)
        self._head.setVisible(waiting is not None)
        busy = [one for one in waiting or () if one.waiting]
        while len(self._fields) > len(busy):
            for part in self._fields.pop():
                part.deleteLater()
        while len(self._fields) < len(busy):
            field = self.words("", 30, Weight.SEMIBOLD, "text", RIGHT)
            count = self.words("", 46, Weight.EXTRABOLD, "called")
            self._fields.append((self.rule(), field, count))
            for part in self._fields[-1]:
                part.show()
        for (_, field, count), one in zip(self._fields, busy, strict=True):
            field.say(one.field)
            count.say(str(one.waiting))
        told = ", ".join(f"{one.field} {one.waiting}" for one in busy)
        self._head.say(self.tr("Đang chờ") if busy else self.tr("Không có ai đang chờ"))
        self.setAccessibleName(self.unknown.text() if waiting is None else f"{self._head.text()}: {told}")

    def counts(self) -> dict[str, str]:
        """Return what is on screen, by field."""
        return {field.text(): count.text() for _, field, count in self._fields}

    def arrange(self, width: float, height: float) -> None:
        """Share the row among the fields by the length of their names."""
        super().arrange(width, height)
        self.put(self._icon, 32, height / 2 - 34, 68, 68)
        self.put(self.unknown, 116, 0, width - 150, height)
        head = 210.0 if self._fields else width - 150
        self.put(self._head, 116, 0, head, height)
        if not self._fields:
            return
        left, room = 344.0, width - 344 - 16
        if len(self._fields) > _MOST_ABREAST:
            self._stack(left, room, height)
        else:
            self._line_up(left, room, height)

    def _line_up(self, left: float, room: float, height: float) -> None:
        """Place few fields: each name before its count."""
        for _, field, _ in self._fields:
            field.points = 30
            field.setWordWrap(False)
        names = [self.points_wide(field.text(), field.points, field.weight) + 8 for _, field, _ in self._fields]
        counts = [self.points_wide(count.text(), count.points, count.weight) + 8 for *_, count in self._fields]
        gap = max(16.0, (room - sum(names) - sum(counts) - 20 * len(names)) / len(names))
        squeeze = min(1.0, (room - 36 * len(names) - sum(counts)) / sum(names))
        for (rule, field, count), full, number in zip(self._fields, names, counts, strict=True):
            self.put(rule, left, 24, 3, height - 48)
            start, name = left + gap / 2, full * squeeze
            field.setAlignment(RIGHT)
            count.setAlignment(LEFT)
            self.put(field, start, 0, name, height)
            self.put(count, start + name + 20, 0, number, height)
            left = start + name + 20 + number + gap / 2

    def _stack(self, left: float, room: float, height: float) -> None:
        """Place many fields: the name over its count."""
        wide = room / len(self._fields)
        for index, (rule, field, count) in enumerate(self._fields):
            start = left + index * wide
            self.put(rule, start, 24, 3, height - 48)
            field.points = 20
            field.setWordWrap(True)
            field.setAlignment(CENTRE)
            count.setAlignment(CENTRE)
            self.put(field, start + 8, 2, wide - 12, height * 0.44)
            self.put(count, start + 8, height * 0.34, wide - 12, height * 0.68)


class Notice(_Panel):
    """Since when the link is lost, and what to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "notice")
        self._icon = Symbol(self, "wifi-off", board_color("on_notice"))
        self.title = self.words("", 44, Weight.EXTRABOLD, "on_notice")
        text = self.tr("Mời ông/bà nghe cán bộ gọi số. Số đã lấy vẫn dùng được.")
        self._advice = self.words(text, 32, Weight.SEMIBOLD, "on_notice")

    def show_since(self, since: datetime) -> None:
        """Say since when."""
        self.title.say(self.tr("Màn hình tạm mất kết nối từ {time}").format(time=f"{since:%H:%M}"))

    def arrange(self, width: float, height: float) -> None:
        """Place icon and two lines."""
        super().arrange(width, height)
        self.put(self._icon, 36, height / 2 - 48, 96, 96)
        self.put(self.title, 164, 4, width - 200, 82)
        self.put(self._advice, 164, 80, width - 200, 62)


class LostCard(_Panel):
    """Where to ask while the board is behind."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "surface", "line", 4)
        self._icon = Symbol(self, "user-circle", board_color("text"))
        self._title = self.words(self.tr("Cần hỏi?"), 56, Weight.EXTRABOLD, "text")
        self._where = self.words(self.tr("Mời ông/bà đến bàn hướng dẫn."), 46, Weight.SEMIBOLD, "text", wrap=True)
        self._rule = self.rule()
        self._again = Symbol(self, "refresh", board_color("text_muted"))
        self._trying = self.words(self.tr("Đang tự kết nối lại…"), 34, Weight.SEMIBOLD, "text_muted")

    def arrange(self, width: float, height: float) -> None:
        """Place the advice over the retry."""
        super().arrange(width, height)
        self.put(self._icon, 36, 36, 96, 96)
        self.put(self._title, 160, 24, width - 200, 120)
        self.put(self._where, 36, 150, width - 72, height - 150 - 152)
        self.put(self._rule, 36, height - 152, width - 72, 3)
        self.put(self._again, 36, height - 110, 64, 64)
        self.put(self._trying, 120, height - 136, width - 160, 116)
