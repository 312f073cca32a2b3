"""Hồ sơ: find, filter, look at one; the dossier itself and the lists on paper open in place of the list."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.domain.dossier_filter import Count, DossierFilter, SavedFilter
from counter_app.domain.dossiers import Dossier
from counter_app.domain.places import Officer
from counter_app.domain.working_calendar import VIETNAM
from counter_app.domain.working_days import WorkingDays
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule, upright
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk.dossiers.detail import Beside, DossierDetail
from ui.desk.dossiers.filters import DossierFilters, Filter, FilterName
from ui.desk.dossiers.list import DossierTable
from ui.desk.page_head import PageHead
from ui.desk.pill import Pill
from ui.desk.pill_row import PillRow

_SEARCH_MS = 120
_DETAIL = 336
_DETAIL_FROM = 900
_PILLS_FROM = 620


@dataclass(frozen=True, slots=True)
class Found:
    """A first page of the list and what it is shown by."""

    dossiers: tuple[Dossier, ...]
    calendar: WorkingDays
    officers: tuple[Officer, ...]
    saved: tuple[SavedFilter, ...]


class DossiersPage(Surface):
    """The page; ``asked()`` when another list is wanted, ``exports_asked(bool)`` lists on paper (True: the register).

    ``filter_named(str)`` keeps the present list under a name, ``filter_dropped(str)`` forgets one.
    """

    asked = Signal()
    new_asked = Signal()
    exports_asked = Signal(bool)
    filter_named = Signal(str)
    filter_dropped = Signal(str)

    def __init__(self, officer: Officer, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now, self._officer = now, officer
        self._beside = Beside(officer)
        self._filter = Filter.ALL
        self._saved: dict[str, tuple[SavedFilter, Pill]] = {}
        self._chosen = ""
        self._make_keys()
        self.head = PageHead(self.tr("Hồ sơ"), (self.keep_button, self.new_button))
        self.filters = DossierFilters()
        self.line = self.filters.line
        self.pills = self._make_pills()
        self.pill_row = PillRow()
        self.naming = FilterName()
        self.table = DossierTable(now)
        self.detail = DossierDetail()
        self.stack = QStackedWidget()
        self.list = QWidget()
        self._rule = upright()
        self._nothing = Label("", color="text_muted", wrap=True)
        self._count = Label("", "small", theme.Weight.MEDIUM)
        self._hint = Label(self.tr("Chọn dòng: ↑ ↓   Mở: Enter"), "small", color="text_muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(self.asked)
        self._build()
        self._wire()

    def _make_keys(self) -> None:
        self.new_button = KeyButton(self.tr("Hồ sơ mới"), icon="plus", key="Ctrl+N", kind=Kind.QUIET)
        self.keep_button = KeyButton(
            self.tr("Lưu bộ lọc"),
            icon="bookmark",
            kind=Kind.QUIET,
            spread=False,
            short=("",),
            name=self.tr("Lưu bộ lọc"),
        )
        self.register_button = KeyButton(
            self.tr("Sổ theo dõi…"), icon="list", short=(self.tr("Sổ"), ""), name=self.tr("Sổ theo dõi")
        )
        self.export_button = KeyButton(
            self.tr("Xuất Excel…"),
            icon="download",
            key="Ctrl+E",
            short=(self.tr("Xuất"), ""),
            name=self.tr("Xuất Excel"),
        )

    def _make_pills(self) -> dict[Filter, Pill]:
        return {
            Filter.ALL: Pill(self.tr("Tất cả")),
            Filter.SOON: Pill(self.tr("Sắp đến hạn")),
            Filter.LATE: Pill(self.tr("Quá hạn")),
            Filter.WAITING: Pill(self.tr("Chờ người dân")),
            Filter.OPEN: Pill(self.tr("Chưa xong")),
            Filter.READY: Pill(self.tr("Chờ trả kết quả")),
            Filter.RETURNED: Pill(self.tr("Đã trả")),
        }

    def _build(self) -> None:
        tools = QVBoxLayout()
        tools.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.filters)
        tools.addWidget(self.pill_row)
        tools.addWidget(self.naming)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        foot.setSpacing(theme.px(12))
        for part in (self._count, self._hint):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.register_button)
        foot.addWidget(self.export_button)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addLayout(tools)
        left.addWidget(self.table, 1)
        left.addWidget(self._nothing, 1)
        left.addWidget(Rule())
        left.addLayout(foot)
        row = QHBoxLayout(self.list)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._rule)
        row.addWidget(self.detail)
        self.stack.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self._nothing.setContentsMargins(theme.px(16), theme.px(24), theme.px(16), theme.px(24))
        self._nothing.hide()
        self.naming.hide()
        self.pills[Filter.ALL].setChecked(True)
        self._arrange_pills()

    def _wire(self) -> None:
        for which, pill in self.pills.items():
            pill.clicked.connect(lambda _=False, which=which: self.set_filter(which))
        self.new_button.clicked.connect(self.new_asked)
        self.filters.typed.connect(self._typed)
        self.filters.changed.connect(self._changed)
        self.filters.more_button.toggled.connect(lambda _: self._place())
        self.line.returnPressed.connect(self.table.setFocus)
        self.table.picked.connect(self._picked)
        self.table.left.connect(self.line.setFocus)
        self.keep_button.clicked.connect(self._keep_or_drop)
        self.naming.named.connect(self._named)
        self.naming.left.connect(self._leave_naming)
        self.export_button.clicked.connect(lambda: self.exports_asked.emit(False))
        self.register_button.clicked.connect(lambda: self.exports_asked.emit(True))
        for key, act in (
            ("Alt+L", self.filters.more_button.toggle),
            ("Ctrl+E", self.export_button.click),
        ):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @property
    def today(self) -> date:
        """The local day."""
        return self._now().astimezone(VIETNAM).date()

    @property
    def wanted(self) -> DossierFilter:
        """Which dossiers are to be listed."""
        if self._chosen and self._chosen in self._saved:
            return self._saved[self._chosen][0].filter
        return self._filter.narrow(self.filters.wanted, self.today)

    @property
    def words(self) -> str:
        """Which list this is, in words."""
        name = self._chosen or self.pills[self._filter].text()
        wanted = self.filters.wanted
        if wanted.text and wanted.in_papers:
            return self.tr("{name}, tìm “{text}” trong giấy tờ quét").format(name=name, text=wanted.text)
        return self.tr("{name}, tìm “{text}”").format(name=name, text=wanted.text) if wanted.text else name

    @property
    def showing_list(self) -> bool:
        """Whether the list itself is shown."""
        return self.stack.currentWidget() is self.list

    def show_list(self) -> None:
        """Go back to the list, where it was left."""
        self.stack.setCurrentWidget(self.list)
        (self.table if self.table.count else self.line).setFocus()

    def present(self, found: Found, selected: str = "") -> None:
        """Show the first page of another list."""
        me = next((one for one in found.officers if one.id == self._officer.id), self._officer)
        self._beside = Beside(me, {one.id: one.name for one in found.officers}, found.calendar)
        self._present_saved(found.saved)
        kept = self.table.current
        self.table.set_manner(self.wanted.order, found.calendar)
        self.table.setVisible(bool(found.dossiers))
        self._nothing.setVisible(not found.dossiers)
        self._nothing.setText(self._none_words())
        self.table.present(found.dossiers, selected or (kept.id if kept else ""))

    def present_counts(self, counts: dict[Filter, Count], listed: Count) -> None:
        """Show how many there are in each list, and in this one."""
        for which, pill in self.pills.items():
            pill.set_count(count_words(counts[which]) if which in counts else "")
        self.pill_row.arrange()
        late = counts.get(Filter.LATE)
        told = self.tr("{count} hồ sơ quá hạn").format(count=count_words(late)) if late and late.number else ""
        self.head.chip.set_state(told, Tone.DANGER, "alert-octagon")
        self.say_count(listed)

    def say_count(self, listed: Count) -> None:
        """Say how many are listed, and how many of them are here."""
        here = self.table.count
        if here and (listed.more or here < listed.number):
            told = self.tr("Đang xem 1–{here} trong {count} hồ sơ")
        else:
            told = self.tr("{count} hồ sơ")
        count = count_words(Count(listed.number))
        if listed.more:
            count = self.tr("hơn {count}").format(count=count)
        self._count.setText(told.format(here=here, count=count))

    def present_failure(self, title: str, next_step: str) -> None:
        """Say that the list could not be read."""
        self.table.hide()
        self._nothing.setText(f"{title}\n{next_step}")
        self._nothing.show()

    def set_filter(self, which: Filter) -> None:
        """List only some."""
        self._filter, self._chosen = which, ""
        self._check_pills()
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the name of a filter, then empties the line."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.naming.isVisible():
            self._leave_naming()
        elif self.showing_list and self.line.text():
            self.line.clear()
            self.asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail away where there is no room beside the list."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        roomy = self.width() >= theme.px(_DETAIL_FROM)
        self.detail.setVisible(roomy)
        self._rule.setVisible(roomy)
        self.detail.setFixedWidth(theme.px(_DETAIL))
        self._hint.setVisible(self.width() >= theme.px(760))
        narrow = self.width() < theme.px(_PILLS_FROM)
        self.pill_row.setVisible(not narrow or self.filters.more_button.isChecked() or self._filter is not Filter.ALL)
        self.pill_row.arrange()

    def _present_saved(self, saved: tuple[SavedFilter, ...]) -> None:
        if tuple(one for one, _ in self._saved.values()) == saved:
            return
        for _, pill in self._saved.values():
            pill.deleteLater()
        self._saved = {}
        for one in saved:
            pill = Pill(one.name)
            pill.clicked.connect(lambda _=False, name=one.name: self._choose_saved(name))
            self._saved[one.name] = (one, pill)
        self._arrange_pills()
        self._check_pills()

    def _arrange_pills(self) -> None:
        saved = tuple(pill for _, pill in self._saved.values())
        self.pill_row.present((*self.pills.values(), *saved))

    def _choose_saved(self, name: str) -> None:
        self._chosen, self._filter = name, Filter.ALL
        self.filters.show_filter(self._saved[name][0].filter)
        self._check_pills()
        self.asked.emit()

    def _check_pills(self) -> None:
        for which, pill in self.pills.items():
            pill.setChecked(not self._chosen and which is self._filter)
        for name, (_, pill) in self._saved.items():
            pill.setChecked(name == self._chosen)
        kept = bool(self._chosen)
        words = self.tr("Bỏ bộ lọc này") if kept else self.tr("Lưu bộ lọc")
        self.keep_button.set_words(words, "", icon="trash" if kept else "bookmark")
        self.keep_button.set_name(words)
        self._place()

    def _changed(self) -> None:
        self._chosen = ""
        self._check_pills()
        self.asked.emit()

    def _typed(self) -> None:
        if self._chosen:
            self._chosen = ""
            self._check_pills()
        self._timer.start()

    def _keep_or_drop(self) -> None:
        if self._chosen:
            name, self._chosen = self._chosen, ""
            self.filter_dropped.emit(name)
            return
        self.naming.show()
        self.naming.line.clear()
        self.naming.line.setFocus()

    def _named(self, name: str) -> None:
        self._leave_naming()
        self.filter_named.emit(name)

    def _leave_naming(self) -> None:
        self.naming.hide()
        self.keep_button.setFocus()

    def _none_words(self) -> str:
        if self.line.text().strip() and self.filters.wanted.in_papers:
            return self.tr(
                "Không trang quét nào có đủ các chữ này. Thử ít chữ hơn; giấy tờ vừa quét cần ít phút để nhận dạng chữ."
            )
        if self.line.text().strip():
            return self.tr("Không tìm thấy hồ sơ nào. Thử ít chữ hơn, hoặc quét mã QR trên giấy hẹn.")
        if self.filters.chosen or self._chosen:
            return self.tr("Không có hồ sơ nào khớp với bộ lọc. Bớt điều kiện lọc để thấy nhiều hơn.")
        return self.tr("Chưa có hồ sơ nào ở mục này.")

    def _picked(self, dossier: Dossier | None) -> None:
        self.detail.present(dossier, self._now(), self._beside)


def count_words(count: Count) -> str:
    """Return ``1.234``, or ``1.000+`` where nobody counted further."""
    grouped = f"{count.number:,}".replace(",", ".")
    return f"{grouped}+" if count.more else grouped
