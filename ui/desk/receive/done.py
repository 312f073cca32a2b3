"""After a reception: the code, when to come back, the paper again, this person's next dossier, the next person."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.money import dong
from ui import theme
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import words
from ui.desk.receive.visit_row import VisitRow


@dataclass(frozen=True, slots=True)
class DoneState:
    """What was just received, asked for or refused, what became of its paper, and the whole visit's dossiers."""

    dossier: Dossier
    paper: str
    paper_well: bool = True
    can_print: bool = True
    visit: tuple[Dossier, ...] = ()


class DonePanel(VerticalScroll):
    """What the officer tells the citizen, and the acts that follow."""

    print_asked = Signal()
    print_all_asked = Signal()
    save_asked = Signal()
    view_asked = Signal()
    another_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._icon = IconLabel("circle-check-filled", "success", 24)
        self._title = Label("", "title", theme.Weight.SEMIBOLD, "success")
        self._code_label = Label(self.tr("Mã hồ sơ"), "small", color="text_muted")
        self._code = Label("", 24, theme.Weight.SEMIBOLD)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._who = Label("", "strong", theme.Weight.MEDIUM, wrap=True)
        self._due_label = Label("", "small", color="text_muted")
        self._due = Label("", "strong", theme.Weight.SEMIBOLD, "primary", wrap=True)
        self._fee = Label("", "base", wrap=True)
        self._elsewhere = Label("", "base", wrap=True)
        self._paper_icon = IconLabel("printer", "text_muted", 18)
        self._paper = Label("", "base", wrap=True)
        self.print_button = KeyButton(self.tr("In giấy hẹn"), icon="printer", key="Ctrl+P")
        self.save_button = KeyButton(self.tr("Lưu thành tệp PDF"), icon="download", short=(self.tr("Lưu tệp"),))
        self.view_button = KeyButton(self.tr("Xem giấy hẹn"), icon="eye")
        self.another_button = KeyButton(
            self.tr("Thêm hồ sơ cho người này"), icon="user-plus", key="Ctrl+Shift+N", short=(self.tr("Thêm hồ sơ"),)
        )
        self.print_all_button = KeyButton(self.tr("In cả lượt"), icon="files")
        self._visit_title = Label("", "base", theme.Weight.SEMIBOLD)
        self._visit_rows: list[VisitRow] = []
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.view_button.clicked.connect(self.view_asked)
        self.another_button.clicked.connect(self.another_asked)
        self.print_all_button.clicked.connect(self.print_all_asked)
        self._build()

    def _build(self) -> None:
        inner = Surface("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addLayout(_line(self._icon, self._title))
        column.addSpacing(theme.px(4))
        for part in (self._code_label, self._code, self._who):
            column.addWidget(part)
        column.addSpacing(theme.px(4))
        for part in (self._due_label, self._due, self._fee, self._elsewhere):
            column.addWidget(part)
        column.addSpacing(theme.px(4))
        paper = QHBoxLayout()
        paper.setSpacing(theme.px(8))
        paper.addWidget(self._paper_icon)
        paper.addWidget(self._paper, 1)
        column.addLayout(paper)
        column.addLayout(_line(self.print_button, self.save_button, self.view_button))
        column.addSpacing(theme.px(8))
        column.addWidget(Rule())
        column.addWidget(self._visit_title)
        self._visit = QVBoxLayout()
        self._visit.setSpacing(0)
        column.addLayout(self._visit)
        column.addLayout(_line(self.another_button, self.print_all_button))
        column.addStretch(1)
        self.set_inner(inner)

    def present(self, state: DoneState) -> None:
        """Show what was received, asked for or refused."""
        dossier = state.dossier
        self._say_what(dossier)
        self._who.setText(f"{dossier.applicant.name} · {dossier.procedure_name}")
        self._elsewhere.setVisible(bool(dossier.authority_name))
        self._elsewhere.setText(self.tr("Cơ quan giải quyết: {office}").format(office=dossier.authority_name))
        self._paper.setText(state.paper)
        self._paper.set_color("text" if state.paper_well else "warning")
        self._paper_icon.set_icon(
            "printer" if state.paper_well else "alert-triangle", "text_muted" if state.paper_well else "warning"
        )
        self.print_button.setEnabled(state.can_print)
        self._show_visit(state.visit)

    def _say_what(self, dossier: Dossier) -> None:
        received = dossier.state not in (DossierState.NEW, DossierState.REFUSED)
        tone, icon, title = self._head(dossier)
        self._icon.set_icon(icon, tone.ink)
        self._title.setText(title)
        self._title.set_color(tone.ink)
        for part in (self._code_label, self._code):
            part.setVisible(bool(dossier.code))
        self._code.setText(dossier.code)
        if received:
            self._due_label.setText(self.tr("Hẹn trả kết quả"))
            self._due.setText(words.due_words(dossier.due))
            paid = self.tr("Đã thu {amount}").format(amount=dong(dossier.fee))
            self._fee.setText(paid if dossier.fee else self.tr("Không thu lệ phí"))
        elif dossier.state is DossierState.NEW:
            self._due_label.setText(self.tr("Cần bổ sung"))
            asked = dossier.supplements[-1].items if dossier.supplements else ()
            self._due.setText("\n".join(f"– {item}" for item in asked))
            told = self.tr("Khi người nộp quay lại, chương trình mở lại đúng hồ sơ này. Chưa thu lệ phí.")
            self._fee.setText(told)
        else:
            self._due_label.setText(self.tr("Lý do"))
            self._due.setText("\n".join(f"– {reason}" for reason in dossier.refusal))
            self._fee.setText(self.tr("Trả lại giấy tờ cho người nộp. Không thu lệ phí."))
        paper = self.tr("giấy hẹn") if received else self.tr("phiếu")
        self.print_button.set_words(self.tr("In {paper}").format(paper=paper))
        self.view_button.set_words(self.tr("Xem {paper}").format(paper=paper))

    def _head(self, dossier: Dossier) -> tuple[Tone, str, str]:
        if dossier.state is DossierState.NEW:
            return Tone.WARNING, "file-text", self.tr("Đã lập phiếu yêu cầu bổ sung (mẫu 02)")
        if dossier.state is DossierState.REFUSED:
            return Tone.DANGER, "ban", self.tr("Đã lập phiếu từ chối (mẫu 03)")
        return Tone.SUCCESS, "circle-check-filled", self.tr("Đã tiếp nhận hồ sơ")

    def _show_visit(self, visit: tuple[Dossier, ...]) -> None:
        for row in self._visit_rows:
            self._visit.removeWidget(row)
            row.hide()
            row.deleteLater()
        several = len(visit) > 1
        self._visit_title.setVisible(several)
        self._visit_title.setText(self.tr("Lượt này có {count} hồ sơ").format(count=len(visit)))
        self._visit_rows = [VisitRow(dossier) for dossier in (visit if several else ())]
        for row in self._visit_rows:
            self._visit.addWidget(row)
        received = [one for one in visit if one.code]
        self.print_all_button.setVisible(len(received) > 1)
        self.print_all_button.set_words(self.tr("In cả {count} giấy hẹn").format(count=len(received)))


def _line(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
