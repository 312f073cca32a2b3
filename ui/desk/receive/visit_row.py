"""One of the dossiers of a visit."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier, DossierState
from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.label import Label
from ui.desk import times


class VisitRow(QWidget):
    """Code, procedure, and when to come back."""

    def __init__(self, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(12))
        row.addWidget(Label(dossier.code or self._outcome(dossier), "base", theme.Weight.SEMIBOLD, "primary"))
        row.addWidget(ElidedLabel(dossier.procedure_name), 1)
        if dossier.due is not None:
            told = self.tr("hẹn {day}").format(day=times.day(dossier.due))
            row.addWidget(Label(told, "base", color="text_muted"))

    def _outcome(self, dossier: Dossier) -> str:
        refused = dossier.state is DossierState.REFUSED
        return self.tr("Từ chối (03)") if refused else self.tr("Bổ sung (02)")
