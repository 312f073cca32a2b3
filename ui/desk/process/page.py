"""Xử lý: what waits at the left, the list, and at the right the dossier with its next act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.domain.text import fold
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.rule import Rule, upright
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk.page_head import PageHead
from ui.desk.process.bucket_list import COLUMN, BucketLine, BucketList
from ui.desk.process.detail import DetailState, ProcessDetail
from ui.desk.process.work import Bucket, Work, in_bucket
from ui.desk.process.work_table import WorkTable

_DETAIL = 352
_DETAIL_FROM = 900
_BUCKETS_FROM = 1120


@dataclass(frozen=True, slots=True)
class ProcessState:
    """The page: every row of the officer or the department, and what of it is shown."""

    rows: tuple[Work, ...] = ()
    bucket: Bucket = Bucket.ALL
    department: bool = False
    words: str = ""
    seen: frozenset[str] = frozenset()
    read: bool = False
    cut: bool = False
    counts: Mapping[Bucket, int] = field(default_factory=dict)

    @property
    def listed(self) -> tuple[Work, ...]:
        """The rows of the bucket that have every word typed."""
        wanted = fold(self.words).split()
        return tuple(
            row for row in self.rows if in_bucket(row, self.bucket) and all(word in _told(row) for word in wanted)
        )


def buckets_for(officer: Officer) -> tuple[Bucket, ...]:
    """The buckets that an officer has a use for."""
    leads = officer.may(Duty.APPROVAL)
    return tuple(one for one in Bucket if leads or one is not Bucket.APPROVAL)


class ProcessPage(Surface):
    """The page; what a person chooses is told by signals, ``present`` shows what came of it."""

    bucket_chosen = Signal(object)
    whole_department = Signal(bool)
    searched = Signal(str)
    picked = Signal(object)
    looked = Signal()
    submitted = Signal()
    opened = Signal(str)

    def __init__(self, officer: Officer, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now = now
        self._showing_detail = self._cut = False
        buckets = buckets_for(officer)
        self.take_all = KeyButton(self.tr("Nhận hồ sơ mới chuyển"), icon="user-check", key="Alt+N", kind=Kind.QUIET)
        self.head = PageHead(self.tr("Xử lý hồ sơ"), (self.take_all,))
        self.line = LineEdit(self.tr("Tìm trong việc này"), icon="search")
        self.line.setPlaceholderText(self.tr("Tìm trong việc này: tên, mã, thủ tục"))
        self.buckets = BucketList(buckets, officer.department)
        self.bucket_line = BucketLine(buckets, officer.department)
        self.table = WorkTable(now)
        self.detail = ProcessDetail()
        self._buckets_rule, self._detail_rule = upright(), upright()
        self._nothing = Label("", color="text_muted", wrap=True)
        self._nothing.setContentsMargins(theme.px(16), theme.px(24), theme.px(16), theme.px(24))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._count = Label("", "small", theme.Weight.MEDIUM)
        self._hint = Label("", "small", color="text_muted")
        self.stack = QStackedWidget()
        self._list = QWidget()
        self._build()
        self._wire()
        self.present(ProcessState(), frozenset())

    def _build(self) -> None:
        tools = QVBoxLayout()
        tools.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.bucket_line)
        tools.addWidget(self.line)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        foot.setSpacing(theme.px(16))
        foot.addWidget(self._count)
        foot.addWidget(self._hint)
        foot.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.head)
        middle.addLayout(tools)
        middle.addWidget(self.table, 1)
        middle.addWidget(self._nothing, 1)
        middle.addWidget(Rule())
        middle.addLayout(foot)
        self._middle = QWidget()
        middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setLayout(middle)
        row = QHBoxLayout(self._list)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.buckets)
        row.addWidget(self._buckets_rule)
        row.addWidget(self._middle, 1)
        row.addWidget(self._detail_rule)
        row.addWidget(self.detail)
        self.stack.addWidget(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _wire(self) -> None:
        for source in (self.buckets, self.bucket_line):
            source.chosen.connect(self.bucket_chosen)
            source.whole_department.connect(self.whole_department)
        self.line.textChanged.connect(self.searched)
        self.line.returnPressed.connect(self.table.setFocus)
        self.table.picked.connect(self.picked)
        self.table.looked.connect(self.looked)
        self.table.entered.connect(self._enter)
        self.detail.back.clicked.connect(self.close_detail)
        self.detail.form.submitted.connect(self.submitted)
        self.detail.form.opened.connect(self.opened)
        for key, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.buckets.step(by))

    def present(self, state: ProcessState, chosen: frozenset[str]) -> None:
        """Show the rows; those ``chosen`` (dossier ids) stay selected."""
        for part in (self.buckets, self.bucket_line):
            part.present(state.counts, state.bucket, department=state.department)
        late, today = state.counts.get(Bucket.LATE, 0), state.counts.get(Bucket.TODAY, 0)
        if late:
            told = self.tr("{count} việc quá hạn").format(count=late)
            self.head.chip.set_state(told, Tone.DANGER, "alert-octagon")
        else:
            told = self.tr("{count} việc đến hạn hôm nay").format(count=today) if today else ""
            self.head.chip.set_state(told, Tone.WARNING, "clock-exclamation")
        waiting = state.counts.get(Bucket.TAKING, 0)
        self.take_all.setVisible(bool(waiting))
        rows = state.listed
        self._cut = state.cut
        if self.table.hasFocus() and not rows:
            self._focus_buckets()
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._nothing.setText(self._none_words(state))
        self.table.present(rows, state.seen, chosen)

    def present_detail(self, state: DetailState) -> None:
        """Show the rows selected, and what can be done with them."""
        count, chosen = len(self.table.rows), len(state.form.rows)
        told = self.tr("{count} hồ sơ").format(count=count)
        if chosen > 1:
            told = self.tr("{count} hồ sơ, {chosen} đang chọn").format(count=count, chosen=chosen)
        self._count.setText(told)
        hint = self.tr("Chọn nhiều: Shift+↑↓   Xem tệp: Phím cách") if count else ""
        self._hint.setText(self.tr("Chỉ hiện những việc gấp nhất; làm xong sẽ hiện tiếp.") if self._cut else hint)
        self.detail.present(state, self._now())

    def present_failure(self, title: str, next_step: str) -> None:
        """Say that the list could not be read."""
        self.table.hide()
        self._nothing.setText(f"{title}\n{next_step}")
        self._nothing.show()

    def focus_list(self) -> None:
        """Put the focus where the work begins."""
        if self.stack.currentWidget() is self._list:
            (self.table if self.table.isVisibleTo(self) else self.line).setFocus()

    def _focus_buckets(self) -> None:
        if self.buckets.isVisibleTo(self):
            self.buckets.focus_current()
        else:
            self.bucket_line.list.setFocus()

    def close_detail(self) -> None:
        """Go back to the list where both have no room."""
        self._showing_detail = False
        self._place()
        self.focus_list()

    def show_list(self) -> None:
        """Put away whatever covers the list."""
        self.stack.setCurrentWidget(self._list)
        self.focus_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_detail()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way: first the buckets become a line, then the detail covers the list."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        roomy = self.width() >= theme.px(_DETAIL_FROM)
        wide = self.width() >= theme.px(_BUCKETS_FROM)
        over = self._showing_detail and not roomy
        self.buckets.setVisible(wide)
        self._buckets_rule.setVisible(wide)
        self.bucket_line.setVisible(not wide)
        self._middle.setVisible(not over)
        self.detail.setVisible(roomy or over)
        self.detail.back.setVisible(over)
        self._detail_rule.setVisible(roomy)
        self.buckets.setFixedWidth(theme.px(COLUMN))
        if roomy:
            self.detail.setFixedWidth(theme.px(_DETAIL))
        else:
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(16_777_215)
        self._hint.setVisible(self.width() >= theme.px(600))

    def _enter(self) -> None:
        if self.detail.form.main.key == "Enter":
            self.submitted.emit()
            return
        if not self.detail.isVisible():
            self._showing_detail = True
            self._place()
        self.detail.focus_form()

    def _none_words(self, state: ProcessState) -> str:
        if not state.read:
            return self.tr("Đang đọc danh sách việc…")
        if state.words.strip():
            return self.tr("Không có việc nào khớp. Thử ít chữ hơn, hoặc chọn “Tất cả” ở bên trái.")
        if state.bucket is Bucket.ALL and state.department:
            return self.tr("Phòng hiện không có việc nào chờ.")
        if state.bucket is Bucket.ALL:
            return self.tr("Không có việc nào chờ ông/bà. Hồ sơ mới chuyển đến sẽ hiện ở đây.")
        return self.tr("Không có việc nào ở mục này.")


def _told(row: Work) -> str:
    dossier = row.dossier
    parts = (dossier.applicant.name, dossier.code, dossier.procedure_name, dossier.applicant.phone, row.step)
    return fold(" ".join(parts))
