"""Try the rule: a day that has been, called again by the rule in the form, beside what happened."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.day_replay import WaitSummary
from counter_app.services.rule_trial import RuleComparison
from ui import theme
from ui.components.fact_table import Cell, FactTable, Row
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.tone import Tone

_COLUMN = 132
_SAME_S = 30
"""A difference below this is none that anybody feels."""


class TrialPart(QWidget):
    """``asked(date)`` and ``stop_asked``."""

    asked = Signal(object)
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = QComboBox()
        self.days.setAccessibleName(self.tr("Ngày đã qua để thử"))
        self.days.setMinimumHeight(theme.px(32))
        self.go = KeyButton(self.tr("Thử quy tắc này"), icon="player-play")
        self.stop = KeyButton(self.tr("Dừng"), icon="player-stop")
        self.stop.hide()
        self.table = FactTable(
            self.tr("Thời gian chờ theo quy tắc đang sửa, so với đã xảy ra"),
            (
                (self.tr("Người chờ"), 0),
                (self.tr("Nửa số người"), _COLUMN),
                (self.tr("95 % số người"), _COLUMN),
                (self.tr("Lâu nhất"), _COLUMN),
            ),
        )
        self.table.hide()
        self.said = Label("", wrap=True)
        self._build()
        self.go.clicked.connect(self._ask)
        self.stop.clicked.connect(self.stop_asked)

    @property
    def day(self) -> date | None:
        """The day that is chosen."""
        found = self.days.currentData()
        return found if isinstance(found, date) else None

    def present_days(self, days: tuple[date, ...], today: date) -> None:
        """Offer days; the one chosen stays, at first it is the newest that is over."""
        before = self.day
        self.days.clear()
        for day in days:
            unfinished = self.tr("{day} (hôm nay, chưa hết ngày)").format(day=f"{day:%d/%m/%Y}")
            self.days.addItem(unfinished if day == today else f"{day:%d/%m/%Y}", day)
        first = before if before in days else next((day for day in days if day != today), None)
        if first is not None:
            self.days.setCurrentIndex(days.index(first))
        self.days.setEnabled(bool(days))
        self.go.setEnabled(bool(days))
        if not days:
            self.said.setText(self.tr("Chưa có ngày nào đã phát số để thử."))

    def set_running(self, running: bool) -> None:
        """Offer to stop while a day is being called again."""
        if running:
            self.stop.show()
            self.stop.setFocus()
            self.go.hide()
            self.said.setText(self.tr("Đang gọi lại ngày này theo quy tắc đang sửa…"))
        else:
            self.go.show()
            self.go.setFocus()
            self.stop.hide()

    def present(self, found: RuleComparison) -> None:
        """Show both."""
        was, would = found.was, found.would
        self.table.present(
            [
                _row(self.tr("Mọi người"), would.everybody, was.everybody),
                _row(self.tr("Ưu tiên"), would.priority, was.priority),
                _row(self.tr("Không ưu tiên"), would.others, was.others),
            ]
        )
        self.table.show()
        said = [self.tr("{waits} lượt chờ, {desks} quầy.").format(waits=found.waits, desks=found.desks)]
        if would.bound_minutes:
            over = self.tr("Chờ quá {minutes} phút: {would} người, thực tế {was} người.")
            said.append(over.format(minutes=would.bound_minutes, would=would.over_bound, was=was.over_bound))
        never = self.tr("Không được gọi: {would} người, thực tế {was} người.")
        said.append(never.format(would=would.never_called, was=was.never_called))
        self.said.setText(" ".join(said))

    def clear(self, said: str = "") -> None:
        """Show nothing: the figures were of another rule or day."""
        self.table.hide()
        self.said.setText(said)

    def _ask(self) -> None:
        if self.day is not None:
            self.asked.emit(self.day)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Thử trên một ngày đã qua"), "strong", theme.Weight.SEMIBOLD))
        note = self.tr("Cùng những người đã đến, cùng quầy và thời gian phục vụ, chỉ gọi theo quy tắc đang sửa ở bên.")
        column.addWidget(Label(note, "small", color="text_muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.days, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addWidget(self.table)
        column.addWidget(self.said)
        column.addStretch(1)


def _row(name: str, would: WaitSummary, was: WaitSummary) -> Row:
    people = QCoreApplication.translate("TrialPart", "{count} người")
    if not would.count and not was.count:
        return (Cell(name, people.format(count=0)), Cell("–"), Cell("–"), Cell("–"))
    pairs = (would.median_s, was.median_s), (would.p95_s, was.p95_s), (would.longest_s, was.longest_s)
    return (Cell(name, people.format(count=would.count), weight=theme.Weight.MEDIUM), *(_cell(*pair) for pair in pairs))


def _cell(would_s: int, was_s: int) -> Cell:
    better = Tone.SUCCESS if would_s < was_s - _SAME_S else Tone.NEUTRAL
    tone = Tone.WARNING if would_s > was_s + _SAME_S else better
    return Cell(
        _minutes(would_s),
        QCoreApplication.translate("TrialPart", "thực tế {wait}").format(wait=_minutes(was_s)),
        tone,
        theme.Weight.SEMIBOLD,
    )


def _minutes(seconds: int) -> str:
    return QCoreApplication.translate("TrialPart", "{count} phút").format(count=round(seconds / 60))
