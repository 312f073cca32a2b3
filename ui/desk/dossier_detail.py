"""One dossier at the right of the list: who, what, when, what happened, and what can be done."""

from datetime import datetime

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.money import dong
from ui import icons, theme
from ui.components.chip import Chip
from ui.components.elided_label import ElidedLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times, words

_DOT = 20


class _Step(QWidget):
    """One step of the time line: a sign, the rail to the next, words."""

    def __init__(self, title: str, sub: str, *, done: bool, last: bool) -> None:
        super().__init__()
        self._done, self._last = done, last
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(30), 0, 0, theme.px(12))
        column.setSpacing(1)
        column.addWidget(Label(title, weight=theme.Weight.MEDIUM, color="text" if done else "text_muted", wrap=True))
        if sub:
            column.addWidget(Label(sub, "small", color="text_muted", wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_DOT)
        if not self._last:
            painter.setPen(QPen(theme.color("success" if self._done else "line_strong"), 2))
            painter.drawLine(QPointF(side / 2, side + 1), QPointF(side / 2, self.height()))
        name, color = ("circle-check", "success") if self._done else ("circle", "line_strong")
        painter.drawPixmap(0, 0, icons.pixmap(name, theme.color(color), side))
        painter.end()


class DossierDetail(Surface):
    """The panel."""

    print_asked = Signal(object)
    save_asked = Signal(object)
    return_asked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._dossier: Dossier | None = None
        self._code = ElidedLabel("", "strong", theme.Weight.SEMIBOLD)
        self._chip, self._due_chip = Chip(), Chip()
        self._body = QWidget()
        self._body_column = QVBoxLayout(self._body)
        self._body_column.setContentsMargins(0, 0, theme.px(16), 0)
        self._body_column.setSpacing(theme.px(6))
        self.return_button = KeyButton(self.tr("Trả kết quả"), icon="package-export", kind=Kind.PRIMARY, height=40)
        self.print_button = KeyButton(self.tr("In giấy hẹn"), icon="printer", key="Ctrl+P", short=(self.tr("In lại"),))
        self.save_button = KeyButton(self.tr("Lưu PDF"), icon="download")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, theme.px(16), 0)
        head.addWidget(self._code, 1)
        chips = QHBoxLayout()
        chips.setSpacing(theme.px(8))
        chips.addWidget(self._chip)
        chips.addWidget(self._due_chip)
        chips.addStretch(1)
        acts = QVBoxLayout()
        acts.setContentsMargins(0, theme.px(8), theme.px(16), 0)
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.return_button)
        lesser = QHBoxLayout()
        lesser.setSpacing(theme.px(8))
        lesser.addWidget(self.print_button, 1)
        lesser.addWidget(self.save_button)
        acts.addLayout(lesser)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), 0, theme.px(12))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(VerticalScroll(self._body), 1)
        column.addLayout(acts)
        self.return_button.clicked.connect(lambda: self.return_asked.emit(self._dossier))
        self.print_button.clicked.connect(lambda: self.print_asked.emit(self._dossier))
        self.save_button.clicked.connect(lambda: self.save_asked.emit(self._dossier))

    def present(self, dossier: Dossier | None, now: datetime, officer: str = "") -> None:
        """Show a dossier, or that none is selected."""
        self._dossier = dossier
        while (item := self._body_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for button in (self.return_button, self.print_button, self.save_button):
            button.setVisible(dossier is not None)
        if dossier is None:
            self._code.set_text(self.tr("Chưa chọn hồ sơ"))
            self._chip.set_state("")
            self._due_chip.set_state("")
            return
        self._code.set_text(dossier.code)
        self._chip.set_state(*words.state_chip(dossier, now))
        note, tone = words.due_note(dossier, now)
        shown = tone in (Tone.WARNING, Tone.DANGER)
        self._due_chip.set_state(note if shown else "", tone, "alert-octagon" if tone is Tone.DANGER else "clock")
        self.return_button.setEnabled(dossier.state is DossierState.RECEIVED)
        self._body_column.addWidget(self._facts(dossier))
        self._body_column.addWidget(Rule())
        self._body_column.addWidget(Label(self.tr("Diễn biến"), weight=theme.Weight.SEMIBOLD))
        for step in self._steps(dossier, officer):
            self._body_column.addWidget(step)
        self._body_column.addStretch(1)

    def _facts(self, dossier: Dossier) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Chủ hồ sơ"), dossier.applicant.name),
            (self.tr("Số định danh"), dossier.applicant.identity or "—"),
            (self.tr("Điện thoại"), dossier.applicant.phone or "—"),
            (self.tr("Thủ tục"), dossier.procedure_name),
            (self.tr("Lệ phí"), dong(dossier.fee) if dossier.fee else self.tr("Không thu")),
            (self.tr("Hẹn trả"), words.due_words(dossier.due)),
        )
        for place, (name, value) in enumerate(rows):
            label = Label(name, "small", color="text_muted")
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(value, weight=theme.Weight.MEDIUM, wrap=True), place, 1)
        return box

    def _steps(self, dossier: Dossier, officer: str) -> list[QWidget]:
        desk = self.tr("quầy {desk}").format(desk=dossier.desk)
        who = f"{officer}, {desk}" if officer else desk
        papers = sum(1 for paper in dossier.papers if paper.applies)
        pages = self.tr("{papers} giấy tờ, {pages} trang quét").format(papers=papers, pages=len(dossier.pages))
        steps: list[QWidget] = [
            _Step(
                self.tr("Tiếp nhận"),
                f"{times.day_and_clock(dossier.received_at)}, {who}\n{pages}",
                done=True,
                last=False,
            )
        ]
        if dossier.returned_at is not None:
            told = self.tr("{time}, người nhận: {who}").format(
                time=times.day_and_clock(dossier.returned_at), who=dossier.returned_to
            )
            steps.append(_Step(self.tr("Trả kết quả"), told, done=True, last=True))
        else:
            due = self.tr("hẹn {day}").format(day=times.day(dossier.due))
            steps.append(_Step(self.tr("Trả kết quả tại quầy"), due, done=False, last=True))
        return steps
