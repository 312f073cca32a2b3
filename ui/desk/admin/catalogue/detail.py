"""One procedure as it stands, version by version, and what may be done with it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.procedures import ComponentDocument, Procedure, ServiceGroup
from ui import theme
from ui.components.chip import Chip
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.action_bar import ActionBar
from ui.desk.admin.catalogue import words as catalogue_words

_LABELS = 140
_NUMBERS = 20


class ProcedureDetail(Surface):
    """``edit_asked``, ``version_asked``, ``retire_asked(str)`` (a day as typed), ``back_asked``."""

    edit_asked = Signal()
    version_asked = Signal()
    retire_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._versions: tuple[Procedure, ...] = ()
        self._groups: tuple[ServiceGroup, ...] = ()
        self._today = date.min
        self._may = False
        self.back_button = KeyButton("", icon="arrow-left", kind=Kind.QUIET, name=self.tr("Về danh sách"))
        self.code = Label("", "base", theme.Weight.SEMIBOLD, "primary")
        self.chip = Chip()
        self.name = Label("", "title", theme.Weight.SEMIBOLD, wrap=True)
        self.version = QComboBox()
        self.version.setAccessibleName(self.tr("Phiên bản"))
        self.version.setFixedHeight(theme.px(32))
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._rows = QGridLayout()
        self._papers = QVBoxLayout()
        self._scroll = VerticalScroll(self._inner())
        self.edit_button = KeyButton(self.tr("Sửa"), icon="pencil", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40)
        self.version_button = KeyButton(
            self.tr("Phiên bản mới từ ngày…"),
            icon="copy",
            height=40,
            short=(self.tr("Phiên bản mới…"), self.tr("Bản mới…")),
        )
        self.retire_button = KeyButton(
            self.tr("Ngừng áp dụng…"), icon="ban", kind=Kind.DANGER, short=(self.tr("Ngừng…"),)
        )
        self.retire_day = Field(self.tr("Ngừng nhận từ ngày (ngày/tháng/năm)"))
        self.retire_now = KeyButton(self.tr("Ngừng áp dụng"), icon="ban", height=40)
        self.retire_not = KeyButton(self.tr("Thôi"), kind=Kind.QUIET, key="Esc")
        self._retiring = self._retire_box()
        self._bar = ActionBar((self.retire_button,), (self.version_button, self.edit_button))
        self._nothing = Label(self.tr("Chọn một thủ tục trong danh sách."), color="text_muted")
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        self.back_button.clicked.connect(self.back_asked)
        self.version.currentIndexChanged.connect(self._show)
        self.edit_button.clicked.connect(self.edit_asked)
        self.version_button.clicked.connect(self.version_asked)
        self.retire_button.clicked.connect(self.ask_day)
        self.retire_now.clicked.connect(lambda: self.retire_asked.emit(self.retire_day.text.strip()))
        self.retire_day.line.returnPressed.connect(self.retire_now.click)
        self.retire_not.clicked.connect(self.stop_asking)

    def _lay_out(self) -> None:
        self._nothing.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._retiring)
        column.addWidget(Rule())
        column.addWidget(self._bar)

    @property
    def shown(self) -> Procedure | None:
        """The version on screen."""
        row = self.version.currentIndex()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def present(
        self, versions: tuple[Procedure, ...], groups: tuple[ServiceGroup, ...], today: date, *, may: bool
    ) -> None:
        """Show a procedure, the version of today in front; without one, say what to do."""
        same = bool(versions) and bool(self._versions) and versions[0].code == self._versions[0].code
        kept = self.shown.valid_from if same and self.shown else None
        self._versions, self._groups, self._today, self._may = versions, groups, today, may
        self.version.blockSignals(True)
        self.version.clear()
        for one in versions:
            self.version.addItem(catalogue_words.validity(one))
        current = [place for place, one in enumerate(versions) if one.holds_on(today)]
        stays = [place for place, one in enumerate(versions) if same and one.valid_from == kept]
        self.version.setCurrentIndex((stays or current or [len(versions) - 1])[-1])
        self.version.blockSignals(False)
        self.version.setVisible(len(versions) > 1)
        self.stop_asking()
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Offer the way back where list and detail take turns."""
        self.back_button.setVisible(narrow)

    def ask_day(self) -> None:
        """Ask from which day the procedure is no longer received."""
        self._retiring.show()
        self.retire_day.set_text(catalogue_words.day_words(self._today))
        self.retire_day.set_verdict()
        self.retire_day.line.setFocus()
        self.retire_day.line.selectAll()

    def stop_asking(self) -> None:
        """Ask no longer."""
        self._retiring.hide()

    @property
    def asking(self) -> bool:
        """Whether the day is being asked for."""
        return self._retiring.isVisible()

    def _inner(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(14))
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        for part in (self.back_button, self.code, self.chip):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.version)
        column.addLayout(head)
        column.addWidget(self.name)
        self._rows.setHorizontalSpacing(theme.px(12))
        self._rows.setVerticalSpacing(theme.px(6))
        self._rows.setColumnMinimumWidth(0, theme.px(_LABELS))
        self._rows.setColumnStretch(1, 1)
        column.addLayout(self._rows)
        column.addSpacing(theme.px(6))
        self._papers.setSpacing(0)
        column.addLayout(self._papers)
        column.addStretch(1)
        return inner

    def _retire_box(self) -> QWidget:
        box = Surface("surface_alt")
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.px(24), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(8))
        self.retire_day.setMaximumWidth(theme.px(300))
        row.addWidget(self.retire_day, 1)
        row.addStretch(1)
        row.addWidget(self.retire_not)
        row.addWidget(self.retire_now)
        box.hide()
        return box

    def _show(self) -> None:
        one = self.shown
        self._nothing.setVisible(one is None)
        self._scroll.setVisible(one is not None)
        self._bar.setVisible(one is not None and self._may)
        if one is None:
            return
        self.code.setText(one.code)
        self.chip.set_state(*catalogue_words.state_chip(one, self._today))
        self.name.setText(one.official if one.name.endswith("…") and one.official else one.name)
        self.retire_button.setEnabled(not one.retired)
        _clear(self._rows)
        for place, (name, lines) in enumerate(self._facts(one)):
            self._rows.addWidget(_top(Label(name, "small", color="text_muted")), place, 0)
            self._rows.addWidget(Label("\n".join(lines), wrap=True), place, 1)
        _clear(self._papers)
        title = self.tr("Thành phần hồ sơ ({count})").format(count=len(one.papers))
        self._papers.addWidget(Label(title, "base", theme.Weight.SEMIBOLD))
        if not one.papers:
            told = self.tr("Danh mục chưa có giấy tờ nào; cán bộ tự thêm khi tiếp nhận.")
            self._papers.addWidget(Label(told, "small", color="text_muted", wrap=True))
        for number, paper in enumerate(one.papers, start=1):
            self._papers.addWidget(_paper(number, paper))
            self._papers.addWidget(Rule())

    def _facts(self, one: Procedure) -> list[tuple[str, tuple[str, ...]]]:
        group = next((known.name for known in self._groups if known.id == one.group), one.group)
        told: list[tuple[str, tuple[str, ...]]] = [
            (self.tr("Lĩnh vực"), (one.field,)),
            (self.tr("Máy lấy số"), (group,)),
            (self.tr("Từ thường dùng"), (", ".join(one.aliases) or "—",)),
            (self.tr("Thời hạn"), catalogue_words.term_lines(one)),
            (self.tr("Phí, lệ phí"), catalogue_words.fee_lines(one.fee)),
            (self.tr("Các bước xử lý"), catalogue_words.step_lines(one.steps)),
            (self.tr("Kết quả"), (one.result or "—",)),
            (self.tr("Quyết định công bố"), (one.decision or "—",)),
            (self.tr("Hiệu lực"), (catalogue_words.validity(one),)),
        ]
        if not self._may:
            told.append((self.tr("Thay đổi"), (self.tr("Chỉ người có nhiệm vụ quản trị mới sửa được danh mục."),)))
        return told


def _paper(number: int, paper: ComponentDocument) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, theme.px(6), 0, theme.px(6))
    line.setSpacing(theme.px(10))
    place = Label(f"{number}.", color="text_muted")
    place.setMinimumWidth(theme.px(_NUMBERS))
    line.addWidget(_top(place))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(paper.name, wrap=True))
    need = catalogue_words.paper_need(paper)
    if need:
        words.addWidget(Label(need, "small", color="text_muted", wrap=True))
    line.addLayout(words, 1)
    line.addWidget(_top(Label(catalogue_words.paper_count(paper), "small", theme.Weight.MEDIUM)))
    return row


def _top(label: Label) -> QWidget:
    """Keep a label beside the first line of a taller neighbour."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, theme.px(2), 0, 0)
    column.addWidget(label)
    column.addStretch(1)
    return box


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
