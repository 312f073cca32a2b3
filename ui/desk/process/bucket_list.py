"""The left column of Xử lý: what waits, counted; by arrows or Alt+arrows. One line with a list where room is short."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.components.elided_label import ElidedLabel
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.process import words
from ui.desk.process.work import Bucket

_ROW = 36
_ICON = 18
_TONES = {Bucket.LATE: "danger", Bucket.TODAY: "warning"}
COLUMN = 232


class _Row(QAbstractButton):
    """One bucket: icon, name, how many."""

    def __init__(self, bucket: Bucket) -> None:
        super().__init__()
        self._bucket, self._count = bucket, 0
        self.setText(words.bucket_words(bucket))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many there are."""
        self._count = count
        self.setAccessibleName(f"{self.text()}: {count}")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("base", theme.Weight.SEMIBOLD))
        room = theme.px(12 + _ICON + 8 + 12 + 32)
        return QSize(metrics.horizontalAdvance(self.text()) + room, theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            on, focus = self.isChecked(), self.hasFocus()
            edge = QPen(theme.color("primary"), theme.tokens()["focus_ring"]) if focus else QPen(Qt.PenStyle.NoPen)
            painter.setPen(edge)
            ground = "primary_soft" if on else "surface_alt" if self.underMouse() else "surface"
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            loud = _TONES.get(self._bucket) if self._count else None
            ink = "primary" if on else loud or ("text" if self._count else "text_muted")
            side = theme.px(_ICON)
            left = theme.px(12)
            top = (self.height() - side) // 2
            icon_ink = theme.color(ink if on or loud else "text_muted")
            painter.drawPixmap(left, top, icons.pixmap(words.ICONS[self._bucket], icon_ink, side))
            painter.setFont(theme.font("base", theme.Weight.SEMIBOLD if on else theme.Weight.MEDIUM))
            painter.setPen(theme.color(ink if on else "text" if self._count else "text_muted"))
            area = self.rect().adjusted(left + side + theme.px(8), 0, -theme.px(12), 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            painter.setPen(theme.color(ink))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))


class BucketList(Surface):
    """The column; ``chosen(Bucket)``, and ``whole_department(bool)`` when somebody looks at all of it."""

    chosen = Signal(object)
    whole_department = Signal(bool)

    def __init__(self, buckets: tuple[Bucket, ...], department: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._buckets = buckets
        self.whose = Segments(self.tr("Việc của ai"), (self.tr("Của tôi"), self.tr("Phòng tôi")))
        self.whose.button(1).setEnabled(bool(department))
        self.rows = {bucket: _Row(bucket) for bucket in buckets}
        self._group = QButtonGroup(self)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.whose)
        column.addWidget(ElidedLabel(department, "small", color="text_muted"))
        for bucket, row in self.rows.items():
            if bucket is Bucket.LATE:
                column.addSpacing(theme.px(4))
                column.addWidget(Rule())
                column.addWidget(Label(self.tr("Theo hạn của bước"), "small", theme.Weight.SEMIBOLD, "text_muted"))
            self._group.addButton(row, buckets.index(bucket))
            column.addWidget(row)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(12), theme.px(12), theme.px(4), theme.px(8))
        outer.addWidget(VerticalScroll(inner))
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._buckets[place]))
        self.whose.chosen.connect(lambda index: self.whole_department.emit(index == 1))

    def present(self, counts: Mapping[Bucket, int], current: Bucket, *, department: bool) -> None:
        """Show how many wait where."""
        for bucket, row in self.rows.items():
            row.set_count(counts.get(bucket, 0))
        self.rows[current].setChecked(True)
        self.whose.set_current(int(department))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next bucket."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
            self.focus_current()
            return
        super().keyPressEvent(event)

    def focus_current(self) -> None:
        """Put the focus on the bucket chosen."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def step(self, by: int) -> None:
        """Choose the next bucket or the one before."""
        place = (self._group.checkedId() + by) % len(self._buckets)
        self._group.button(place).click()


class BucketLine(QWidget):
    """The same choices as one list, for a narrow window."""

    chosen = Signal(object)
    whole_department = Signal(bool)

    def __init__(self, buckets: tuple[Bucket, ...], department: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buckets = buckets
        self.list = QComboBox()
        self.list.setAccessibleName(self.tr("Việc"))
        self.list.setMinimumHeight(theme.px(32))
        self.list.addItems([words.bucket_words(one) for one in buckets])
        self.whose = QComboBox()
        self.whose.setAccessibleName(self.tr("Việc của ai"))
        self.whose.setMinimumHeight(theme.px(32))
        self.whose.addItems([self.tr("Của tôi"), *([self.tr("Phòng tôi")] if department else [])])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.list, 1)
        row.addWidget(self.whose)
        self.list.activated.connect(lambda place: self.chosen.emit(self._buckets[place]))
        self.whose.activated.connect(lambda index: self.whole_department.emit(index == 1))

    def present(self, counts: Mapping[Bucket, int], current: Bucket, *, department: bool) -> None:
        """Show how many wait where."""
        for place, bucket in enumerate(self._buckets):
            self.list.setItemText(place, f"{words.bucket_words(bucket)}: {counts.get(bucket, 0)}")
        self.list.setCurrentIndex(self._buckets.index(current))
        self.whose.setCurrentIndex(int(department))
