"""After receiving: the code, when to come back, the paper again, the next one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier
from counter_app.domain.money import dong
from ui import theme
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.surface import Surface
from ui.desk import words


@dataclass(frozen=True, slots=True)
class DoneState:
    """A dossier just received, and what became of its paper."""

    dossier: Dossier
    paper: str
    paper_well: bool = True
    can_print: bool = True


class DonePanel(Surface):
    """What the officer tells the citizen, and the acts that follow."""

    print_asked = Signal()
    save_asked = Signal()
    view_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._code = Label("", 24, theme.Weight.SEMIBOLD)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._who = Label("", "strong", theme.Weight.MEDIUM, wrap=True)
        self._due = Label("", "strong", theme.Weight.SEMIBOLD, "primary", wrap=True)
        self._fee = Label("", "base", wrap=True)
        self._paper_icon = IconLabel("printer", "text_muted", 18)
        self._paper = Label("", "base", wrap=True)
        self.print_button = KeyButton(self.tr("In giấy hẹn"), icon="printer", key="Ctrl+P")
        self.save_button = KeyButton(self.tr("Lưu thành tệp PDF"), icon="download")
        self.view_button = KeyButton(self.tr("Xem giấy hẹn"), icon="eye")
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.view_button.clicked.connect(self.view_asked)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(IconLabel("circle-check-filled", "success", 24))
        head.addWidget(Label(self.tr("Đã tiếp nhận hồ sơ"), "title", theme.Weight.SEMIBOLD, "success"))
        head.addStretch(1)
        paper = QHBoxLayout()
        paper.setSpacing(theme.px(8))
        paper.addWidget(self._paper_icon)
        paper.addWidget(self._paper, 1)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        for button in (self.print_button, self.save_button, self.view_button):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), theme.px(32), theme.px(32), theme.px(24))
        column.setSpacing(theme.px(10))
        column.addLayout(head)
        column.addSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Mã hồ sơ"), "small", color="text_muted"))
        column.addWidget(self._code)
        column.addWidget(self._who)
        column.addSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Hẹn trả kết quả"), "small", color="text_muted"))
        column.addWidget(self._due)
        column.addWidget(self._fee)
        column.addSpacing(theme.px(8))
        column.addLayout(paper)
        column.addLayout(acts)
        column.addStretch(1)

    def present(self, state: DoneState) -> None:
        """Show what was received."""
        dossier = state.dossier
        self._code.setText(dossier.code)
        self._who.setText(f"{dossier.applicant.name} · {dossier.procedure_name}")
        self._due.setText(words.due_words(dossier.due))
        paid = (
            self.tr("Đã thu {amount}").format(amount=dong(dossier.fee)) if dossier.fee else self.tr("Không thu lệ phí")
        )
        self._fee.setText(paid)
        self._paper.setText(state.paper)
        self._paper.set_color("text" if state.paper_well else "warning")
        self._paper_icon.set_icon(
            "printer" if state.paper_well else "alert-triangle", "text_muted" if state.paper_well else "warning"
        )
        self.print_button.setEnabled(state.can_print)
