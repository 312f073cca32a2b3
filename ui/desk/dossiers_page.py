"""Hồ sơ: find, filter, look at one."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.working_calendar import VIETNAM
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.rule import Rule, upright
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk.dossier_detail import DossierDetail
from ui.desk.dossier_list import DossierTable
from ui.desk.page_head import PageHead
from ui.desk.pill import Pill

_SEARCH_MS = 120
_DETAIL = 336
_DETAIL_FROM = 900


class Filter(Enum):
    """Which of the dossiers found are listed."""

    ALL = "all"
    SOON = "soon"
    LATE = "late"
    OPEN = "open"
    RETURNED = "returned"

    def takes(self, dossier: Dossier, now: datetime) -> bool:
        """Tell whether a dossier belongs in the list."""
        waits, due = not dossier.state.ended, dossier.due
        today = due is not None and due.astimezone(VIETNAM).date() == now.astimezone(VIETNAM).date()
        match self:
            case Filter.ALL:
                return True
            case Filter.SOON:
                return waits and today and not dossier.is_late(now)
            case Filter.LATE:
                return waits and dossier.is_late(now)
            case Filter.OPEN:
                return waits
            case Filter.RETURNED:
                return not waits


class DossiersPage(Surface):
    """The page; ``searched(str)`` tells what to find."""

    searched = Signal(str)
    new_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now = now
        self._found: tuple[Dossier, ...] = ()
        self._filter = Filter.ALL
        self._officers: dict[str, str] = {}
        self.new_button = KeyButton(self.tr("Hồ sơ mới"), icon="plus", key="Ctrl+N", kind=Kind.QUIET)
        self.head = PageHead(self.tr("Hồ sơ"), (self.new_button,))
        self.line = LineEdit(self.tr("Tìm hồ sơ"), icon="search")
        self.line.setPlaceholderText(self.tr("Mã hồ sơ, tên (không cần dấu), số định danh, điện thoại"))
        self.pills = {
            Filter.ALL: Pill(self.tr("Tất cả")),
            Filter.SOON: Pill(self.tr("Đến hạn hôm nay")),
            Filter.LATE: Pill(self.tr("Quá hạn")),
            Filter.OPEN: Pill(self.tr("Chưa trả kết quả")),
            Filter.RETURNED: Pill(self.tr("Đã trả")),
        }
        self.table = DossierTable(now)
        self.detail = DossierDetail()
        self._rule = upright()
        self._nothing = Label("", color="text_muted", wrap=True)
        self._nothing.setContentsMargins(theme.px(16), theme.px(24), theme.px(16), theme.px(24))
        self._count = Label("", "small", theme.Weight.MEDIUM)
        self._hint = Label(self.tr("Chọn dòng: ↑ ↓   Trả kết quả: Enter"), "small", color="text_muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.line.text()))
        self._build()
        self._nothing.hide()

    def _build(self) -> None:
        pills = QHBoxLayout()
        pills.setSpacing(theme.px(8))
        for which, pill in self.pills.items():
            pills.addWidget(pill)
            pill.clicked.connect(lambda _=False, which=which: self.set_filter(which))
        pills.addStretch(1)
        self.pills[Filter.ALL].setChecked(True)
        tools = QVBoxLayout()
        tools.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.line)
        tools.addLayout(pills)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        foot.setSpacing(theme.px(16))
        foot.addWidget(self._count)
        foot.addWidget(self._hint)
        foot.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addLayout(tools)
        left.addWidget(self.table, 1)
        left.addWidget(self._nothing, 1)
        left.addWidget(Rule())
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._rule)
        row.addWidget(self.detail)
        self.new_button.clicked.connect(self.new_asked)
        self.line.textEdited.connect(lambda _: self._timer.start())
        self.line.returnPressed.connect(self.table.setFocus)
        self.table.picked.connect(self._picked)

    def present(self, found: tuple[Dossier, ...], officers: dict[str, str], selected: str = "") -> None:
        """Show what was found."""
        self._found, self._officers = found, officers
        self._fill(selected)

    def present_failure(self, title: str, next_step: str) -> None:
        """Say that the list could not be read."""
        self.table.hide()
        self._nothing.setText(f"{title}\n{next_step}")
        self._nothing.show()

    def set_filter(self, which: Filter) -> None:
        """List only some of what was found."""
        self._filter = which
        for other, pill in self.pills.items():
            pill.setChecked(other is which)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail away where there is no room beside the list."""
        super().resizeEvent(event)
        roomy = self.width() >= theme.px(_DETAIL_FROM)
        self.detail.setVisible(roomy)
        self._rule.setVisible(roomy)
        self.detail.setFixedWidth(theme.px(_DETAIL))
        self._hint.setVisible(self.width() >= theme.px(500))

    def _fill(self, selected: str = "") -> None:
        now = self._now()
        kept = self.table.current
        rows = tuple(dossier for dossier in self._found if self._filter.takes(dossier, now))
        for which, pill in self.pills.items():
            pill.set_count(sum(1 for dossier in self._found if which.takes(dossier, now)))
        late = sum(1 for dossier in self._found if Filter.LATE.takes(dossier, now))
        told = self.tr("{count} hồ sơ quá hạn").format(count=late)
        self.head.chip.set_state(told if late else "", Tone.DANGER, "alert-octagon")
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        searching = bool(self.line.text().strip())
        self._nothing.setText(
            self.tr("Không tìm thấy hồ sơ nào. Thử ít chữ hơn, hoặc quét mã QR trên giấy hẹn.")
            if searching
            else self.tr("Chưa có hồ sơ nào ở mục này.")
        )
        self._count.setText(self.tr("{count} hồ sơ").format(count=len(rows)))
        self.table.present(rows, selected or (kept.id if kept else ""))

    def _picked(self, dossier: Dossier | None) -> None:
        officer = self._officers.get(dossier.officer, "") if dossier else ""
        self.detail.present(dossier, self._now(), officer)
