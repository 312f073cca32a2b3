"""Who looked at a dossier that was not his or her own work; administrators and approvers alone see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.services.looks import Look
from ui import theme
from ui.components.label import Label
from ui.components.rule import Rule
from ui.desk import times
from ui.desk.dossier.reading import DossierRead
from ui.desk.dossier.timeline import empty, paragraph

_MOST = 20


@dataclass(frozen=True, slots=True)
class Onlooker:
    """One officer's looks: how many, and the newest."""

    name: str
    newest: datetime
    count: int


def onlookers(read: DossierRead) -> tuple[Onlooker, ...]:
    """The officers who looked, who did last first."""
    by_officer: dict[str, list[Look]] = {}
    for look in read.looks or ():
        by_officer.setdefault(look.officer, []).append(look)
    return tuple(Onlooker(read.name_of(one), looks[0].at, len(looks)) for one, looks in by_officer.items())


class Onlookers(QWidget):
    """The list below the time line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), theme.px(8), 0)
        column.setSpacing(theme.px(6))
        column.addWidget(Rule())
        column.addWidget(Label(self.tr("Ai đã xem"), weight=theme.Weight.SEMIBOLD))
        column.addWidget(paragraph(self.tr("Người mở hồ sơ mà không phải việc của mình."), "small", color="text_muted"))
        column.addLayout(self._rows)
        self.hide()

    def present(self, read: DossierRead) -> None:
        """List them; nothing is shown to who may not know."""
        self.setVisible(read.looks is not None)
        found = onlookers(read)
        empty(self._rows)
        self.lines = tuple(" · ".join(filter(None, (one.name, _times(one), times.short(one.newest)))) for one in found)
        if not found:
            self._rows.addWidget(paragraph(self.tr("Chưa có ai."), "small"))
            return
        self._rows.addWidget(_grid(found[:_MOST]))
        if len(found) > _MOST:
            more = self.tr("và {count} người nữa").format(count=len(found) - _MOST)
            self._rows.addWidget(paragraph(more, "small", color="text_muted"))


def _grid(found: Sequence[Onlooker]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(4))
    grid.setColumnStretch(0, 1)
    for place, one in enumerate(found):
        grid.addWidget(paragraph(one.name), place, 0)
        grid.addWidget(Label(_times(one), "small", color="text_muted"), place, 1)
        when = Label(times.short(one.newest), "small", color="text_muted")
        when.setToolTip(times.day_and_clock(one.newest))
        grid.addWidget(when, place, 2)
    return box


def _times(one: Onlooker) -> str:
    if one.count == 1:
        return ""
    return QCoreApplication.translate("Onlookers", "{count} lần").format(count=one.count)
