"""What the province kept aside: a list, and below it why the chosen one is there and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.services.sync_aside import MOST_ASIDE, AsideEntry, AsideList
from ui import theme
from ui.components.fact_table import FactTable
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.desk.pill_row import PillRow
from ui.desk.sync_page import aside_words

_SINCE = 120


class AsidePart(QWidget):
    """Dumb: shows a list; ``opened(str)`` asks for the dossier with this id."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = Label("", wrap=True)
        self.table = FactTable(
            self.tr("Mục tỉnh chưa ghi nhận"), ((self.tr("Hồ sơ hoặc việc"), 0), (self.tr("Biết từ"), _SINCE))
        )
        self.why = Label("", wrap=True)
        self.advice = Label("", "base", theme.Weight.MEDIUM, wrap=True)
        self._more = Label("", "small", color="text_muted", wrap=True)
        self.open = KeyButton(self.tr("Mở hồ sơ"), icon="external-link", key="Ctrl+O", height=36)
        self._acts = PillRow()
        self._entries: tuple[AsideEntry, ...] = ()
        self._acts.present((self.open,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self.summary, self.table, self.why, self.advice, self._acts, self._more):
            column.addWidget(part)
        self.table.chosen.connect(lambda _: self._tell())
        self.open.clicked.connect(self.ask)

    def present(self, aside: AsideList) -> None:
        """Show what is kept aside; the one that was chosen stays so while it is there."""
        before = self._chosen
        self._entries = aside.entries
        self.summary.setText(aside_words.summary(aside) if aside.entries else "")
        self.table.present([aside_words.row(one) for one in aside.entries])
        if aside.entries:
            same = (place for place, one in enumerate(aside.entries) if before is not None and _same(one, before))
            self.table.choose(next(same, 0))
        left = aside.total - len(aside.entries)
        self._more.setText(
            self.tr("Còn {count} mục khác; danh sách này có {most} mục mới nhất.").format(count=left, most=MOST_ASIDE)
        )
        self._more.setVisible(left > 0)
        self._tell()

    def ask(self) -> None:
        """Ask for the dossier of the chosen entry, if it is about one."""
        chosen = self._chosen
        if chosen is not None and chosen.dossier:
            self.opened.emit(chosen.dossier)

    @property
    def _chosen(self) -> AsideEntry | None:
        row = self.table.current
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _tell(self) -> None:
        chosen = self._chosen
        self.why.setText(aside_words.why(chosen) if chosen is not None else "")
        self.advice.setText(aside_words.advice(chosen) if chosen is not None else "")
        self._acts.setVisible(chosen is not None and bool(chosen.dossier))


def _same(one: AsideEntry, other: AsideEntry) -> bool:
    return (one.station, one.seq) == (other.station, other.seq)
