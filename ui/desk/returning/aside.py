"""The right side of Trả kết quả: the result as it lies ready, and what happened to the dossier."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.paper_view import PaperView
from ui.desk.process.step_rail import StepRail
from ui.desk.returning.state import Known

_PAPER = 260


class ReturnAside(Surface):
    """The side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._shown: Known | None = None
        self._title = Label(self.tr("Kết quả"), weight=theme.Weight.SEMIBOLD)
        self._paper = PaperView(self.tr("Trang đầu của kết quả"))
        self._paper.setFixedHeight(theme.px(_PAPER))
        self._rule = Rule()
        self.rail = StepRail()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(16), 0)
        column.setSpacing(theme.px(8))
        for part in (self._title, self._paper, self._rule):
            column.addWidget(part)
        column.addWidget(Label(self.tr("Diễn biến"), weight=theme.Weight.SEMIBOLD))
        column.addWidget(self.rail)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(16), theme.px(16), 0, theme.px(8))
        outer.addWidget(VerticalScroll(inner))

    def present(self, known: Known) -> None:
        """Show another dossier's."""
        if known is self._shown:
            return
        self._shown = known
        self._paper.show_image(known.image)
        for part in (self._title, self._paper, self._rule):
            part.setVisible(known.image is not None)
        if known.work is not None:
            self.rail.present(known.way, known.work)
