"""Quản trị → Sao lưu: how the backups stand, where they go, the words that open them, and a trial of each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from counter_app.domain.backup_plan import EVERY_HOURS, KEEP, BackupPlan
from ui import theme
from ui.components.announcement import announce
from ui.components.beside import direction
from ui.components.fact_table import FactTable, Row
from ui.components.field import Field
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.admin.backup.recovery import RecoveryPart
from ui.desk.admin.backup.words import Said
from ui.desk.admin.catalogue.terms import spin_box
from ui.desk.pill_row import PillRow

_BESIDE_FROM = 980
_SPIN = 96


class BackupTab(Surface):
    """``now_asked``, ``stop_asked``, ``place_asked`` (to choose a folder), ``save_asked``, ``check_asked``."""

    now_asked = Signal()
    stop_asked = Signal()
    place_asked = Signal()
    save_asked = Signal()
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.locked = Label(
            self.tr("Chỉ xem: việc sao lưu cần người có quyền quản trị."), "small", color="warning", wrap=True
        )
        self._icon = IconLabel("database", "text_muted", 24)
        self.title = Label("", "strong", theme.Weight.SEMIBOLD, wrap=True)
        self.text = Label("", wrap=True)
        self._facts = QGridLayout()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Đang sao lưu"))
        self.bar.hide()
        self.now = KeyButton(self.tr("Sao lưu ngay"), icon="database", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40)
        self.stop = KeyButton(self.tr("Dừng"), icon="player-stop", height=40)
        self.stop.hide()
        self.folder = Field(self.tr("Thư mục để bản sao lưu (ổ khác hoặc thẻ nhớ)"))
        self.browse = KeyButton(self.tr("Chọn thư mục…"), icon="folder")
        self.hours = spin_box(self.tr("Mỗi bao nhiêu giờ"), *EVERY_HOURS, _SPIN)
        self.kept = spin_box(self.tr("Giữ bao nhiêu bản gần nhất"), *KEEP, _SPIN)
        self.save = KeyButton(self.tr("Lưu nơi và lịch sao lưu"), icon="check")
        self.recovery = RecoveryPart()
        self.table = FactTable(self.tr("Các bản sao lưu"), ((self.tr("Bản lúc"), 0), (self.tr("Dung lượng"), 120)))
        self.none = Label(self.tr("Chưa có bản nào ở nơi đã chọn."), "small", color="text_muted")
        self.check = KeyButton(self.tr("Kiểm tra bản sao lưu"), icon="file-check")
        self.found = Label("", wrap=True)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.now.clicked.connect(self.now_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.browse.clicked.connect(self.place_asked)
        self.save.clicked.connect(self.save_asked)
        self.check.clicked.connect(self.check_asked)

    def present(self, said: Said, facts: tuple[tuple[str, str], ...], rows: tuple[Row, ...]) -> None:
        """Show how the backups stand, and which there are."""
        self._icon.set_icon(said.tone.icon, said.tone.ink)
        self.title.setText(said.title)
        self.text.setText(said.text)
        self.text.setVisible(bool(said.text))
        while (item := self._facts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for line, (name, value) in enumerate(facts):
            self._facts.addWidget(Label(name, "small", color="text_muted"), line, 0)
            self._facts.addWidget(Label(value, wrap=True), line, 1)
        chosen = self.table.current
        self.table.present(rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        if 0 <= chosen < len(rows):
            self.table.selectRow(chosen)

    def present_plan(self, plan: BackupPlan) -> None:
        """Put the plan in the form."""
        self.folder.set_text(plan.folder)
        self.hours.setValue(plan.every_hours)
        self.kept.setValue(plan.keep)

    def plan(self) -> BackupPlan:
        """What is typed."""
        return BackupPlan(self.folder.text.strip(), self.hours.value(), self.kept.value())

    def set_allowed(self, allowed: bool) -> None:
        """Take acts, or only show."""
        self.locked.setVisible(not allowed)
        for part in (self.now, self.folder.line, self.browse, self.hours, self.kept, self.save, self.check):
            part.setEnabled(allowed)

    def set_busy(self, busy: bool) -> None:
        """While a backup is made or tried, it can be stopped, and nothing else be begun."""
        begins = busy and self.bar.isHidden()
        stopped = self.stop.hasFocus()
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        for part in (self.now, self.check, self.save, self.recovery.make):
            part.setEnabled(not busy)
        if begins:
            announce(self, self.bar.accessibleName())
        elif stopped and not busy:
            self.now.setFocus()

    def progress(self, done: int, all_: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, 1000)
        self.bar.setValue(1000 * done // max(1, all_))

    def tell(self, said: Said) -> None:
        """Say what a trial came to."""
        self.found.setText("\n".join(filter(None, (said.title, said.text))))
        self.found.set_color(said.tone.ink)
        announce(self, said.title, said.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the second column below the first where there is no room beside it."""
        super().resizeEvent(event)
        self._both.setDirection(direction(beside=self.width() >= theme.px(_BESIDE_FROM)))

    def _build(self) -> None:
        inner = QWidget()
        inner.setLayout(self._both)
        self._both.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        self._both.setSpacing(theme.px(32))
        self._both.addWidget(_column(self._standing_part(), *self._plan_parts()), 1)
        self._both.addWidget(_column(*self._other_parts()), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.locked.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), 0)
        self.locked.hide()
        column.addWidget(self.locked)
        column.addWidget(VerticalScroll(inner), 1)

    def _standing_part(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        column.addLayout(head)
        column.addWidget(self.text)
        self._facts.setColumnStretch(1, 1)
        self._facts.setHorizontalSpacing(theme.px(16))
        self._facts.setVerticalSpacing(theme.px(4))
        column.addLayout(self._facts)
        column.addWidget(self.bar)
        column.addLayout(_row(self.now, self.stop))
        return made

    def _plan_parts(self) -> tuple[QWidget, ...]:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignBottom)
        acts = PillRow()
        acts.present((self.save,))
        return (_title(self.tr("Nơi và lịch")), place, _named(self.hours), _named(self.kept), acts)

    def _other_parts(self) -> tuple[QWidget, ...]:
        acts = PillRow()
        acts.present((self.check,))
        return (
            Label(self.tr("Cụm từ khôi phục"), "strong", theme.Weight.SEMIBOLD),
            self.recovery,
            _title(self.tr("Các bản sao lưu")),
            self.table,
            self.none,
            acts,
            self.found,
        )


def _title(text: str) -> Label:
    """A heading within a column, apart from what is above."""
    made = Label(text, "strong", theme.Weight.SEMIBOLD)
    made.setContentsMargins(0, theme.px(12), 0, 0)
    return made


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _named(box: QWidget) -> QWidget:
    made = QWidget()
    name = Label(box.accessibleName())
    name.setBuddy(box)
    made.setLayout(_row(name, box))
    return made


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(12))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return made
