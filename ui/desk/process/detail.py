"""The right side of Xử lý: who and what, the way so far, the files, and the act that is next."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import FileRole
from counter_app.domain.dossiers import Dossier
from counter_app.domain.money import dong
from ui import theme
from ui.components.chip import Chip
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import times
from ui.desk.process import words
from ui.desk.process.files import FileRef, files_of
from ui.desk.process.step_form import FormState, Mode, StepForm
from ui.desk.process.step_rail import StepRail
from ui.desk.process.work import Nearness, StepLine, Work
from ui.desk.text_row import TextRow

_LOW = 480
_NEAR = {
    Nearness.LATE: (Tone.DANGER, "alert-octagon"),
    Nearness.TODAY: (Tone.WARNING, "clock-exclamation"),
    Nearness.SOON: (Tone.INFO, "clock-hour-4"),
    Nearness.LATER: (Tone.NEUTRAL, "calendar-event"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A remark: who, when, what."""

    who: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class DetailState:
    """What the side shows; ``way`` and ``remarks`` are of the first row."""

    form: FormState
    way: tuple[StepLine, ...] = ()
    remarks: tuple[Told, ...] = ()


class ProcessDetail(Surface):
    """The side; ``file_opened(FileRef)`` by a click or Enter."""

    file_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._shown: object = None
        self._form_rows: tuple[Work, ...] = ()
        self._name = ElidedLabel("", "strong", theme.Weight.SEMIBOLD)
        self._code = Label("", "small", color="text_muted")
        self._chip = Chip()
        self._procedure = Label("", wrap=True)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, theme.px(16), 0)
        self._column.setSpacing(theme.px(8))
        self.form = StepForm()
        self.back = KeyButton(self.tr("Danh sách"), icon="arrow-left", key="Esc", kind=Kind.QUIET)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, theme.px(16), 0)
        head.setSpacing(theme.px(8))
        head.addWidget(self._name, 1)
        head.addWidget(self._chip)
        self._head = QWidget()
        top = QVBoxLayout(self._head)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(theme.px(2))
        top.addLayout(head)
        top.addWidget(self._code)
        top.addWidget(self._procedure)
        top.addSpacing(theme.px(4))
        top.addWidget(Rule())
        self._lower, self._lower_rule = QWidget(), Rule()
        inner = QVBoxLayout(self._lower)
        inner.setContentsMargins(0, theme.px(4), theme.px(16), 0)
        inner.addWidget(self.form)
        scrolled = QWidget()
        self._inner = QVBoxLayout(scrolled)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.addWidget(self._body, 1)
        self._scroll = VerticalScroll(scrolled)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(theme.px(16), theme.px(12), 0, theme.px(12))
        self._outer.setSpacing(theme.px(8))
        self._outer.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._outer.addWidget(self._head)
        self._outer.addWidget(self._scroll, 1)
        self._outer.addWidget(self._lower_rule)
        self._outer.addWidget(self._lower)
        self.back.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the form scroll with the rest where the window is low."""
        super().resizeEvent(event)
        wanted = self._inner if self.height() < theme.px(_LOW) else self._outer
        if wanted.indexOf(self._lower) < 0:
            wanted.addWidget(self._lower)

    def focus_form(self) -> None:
        """Go to the first thing to fill in, and bring it into view."""
        self.form.focus_first()
        if self._inner.indexOf(self._lower) >= 0:
            QTimer.singleShot(0, self._lower, lambda: self._scroll.ensureWidgetVisible(self.form.main))

    @property
    def form_rows(self) -> tuple[Work, ...]:
        """The rows that the form is about."""
        return self._form_rows

    def present(self, state: DetailState, now: datetime) -> None:
        """Show other rows, or the same ones as they are now."""
        rows = state.form.rows
        self._form_rows = rows
        self.form.present(state.form)
        self._head.setVisible(len(rows) == 1)
        self._lower.setVisible(bool(rows))
        self._lower_rule.setVisible(bool(rows))
        shown = (rows, state.way, state.remarks, state.form.mode)
        if shown == self._shown:
            return
        self._shown = shown
        self._empty()
        if len(rows) == 1:
            self._show(rows[0], state, now)
        elif rows:
            self._show_several(rows)
        else:
            none = self.tr("Chọn một việc ở danh sách để xem.")
            self._column.addWidget(Label(none, color="text_muted", wrap=True))
        self._column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _show(self, work: Work, state: DetailState, now: datetime) -> None:
        dossier = work.dossier
        self._name.set_text(dossier.applicant.name)
        self._code.setText(" · ".join(filter(None, (dossier.code, dossier.applicant.phone))))
        self._procedure.setText(dossier.procedure_name)
        _, near, _ = words.due_words(work, now)
        tone, icon = _NEAR.get(work.nearness, (Tone.NEUTRAL, "player-pause"))
        self._chip.set_state(near[:1].upper() + near[1:], tone, icon)
        for line in self._facts(dossier):
            self._column.addWidget(Label(line, "small", color="text_muted", wrap=True))
        rail = StepRail()
        rail.present(state.way, work)
        self._column.addWidget(rail)
        self._add_remarks(state.remarks)
        self._add_files(dossier)
        if state.form.mode in (Mode.HAND, Mode.READY):
            self._column.addWidget(self._more_acts())

    def _facts(self, dossier: Dossier) -> tuple[str, ...]:
        lines = [self.tr("Hẹn trả {day}").format(day=times.day_and_clock(dossier.due))] if dossier.due else []
        waiting = [one for one in dossier.supplements if one.came_at is None]
        if waiting:
            wanted = "; ".join(waiting[-1].items)
            lines.append(self.tr("Đã yêu cầu bổ sung: {items}").format(items=wanted))
        if dossier.to_pay:
            lines.append(self.tr("Chờ nộp {amount}").format(amount=dong(dossier.to_pay)))
        if dossier.return_address:
            lines.append(self.tr("Trả qua bưu chính: {address}").format(address=dossier.return_address))
        return tuple(lines)

    def _show_several(self, rows: tuple[Work, ...]) -> None:
        title = self.tr("{count} hồ sơ đang chọn").format(count=len(rows))
        self._column.addWidget(Label(title, weight=theme.Weight.SEMIBOLD))
        for row in rows:
            line = f"{row.dossier.procedure_name}\n{row.dossier.code} · {row.dossier.applicant.name}"
            self._column.addWidget(Label(line, "small", wrap=True))

    def _add_remarks(self, remarks: tuple[Told, ...]) -> None:
        if not remarks:
            return
        self._column.addWidget(Rule())
        for remark in remarks:
            head = f"{remark.who} · {times.day_and_clock(remark.at)}"
            self._column.addWidget(Label(head, "small", color="text_muted", wrap=True))
            self._column.addWidget(Label(remark.text, wrap=True))

    def _add_files(self, dossier: Dossier) -> None:
        files = files_of(dossier)
        if not files:
            return
        self._column.addWidget(Rule())
        for file in files:
            self._column.addWidget(self._file_row(file))

    def _file_row(self, file: FileRef) -> TextRow:
        aside = self._aside(file)
        row = TextRow(self.tr("Xem {name}, {aside}").format(name=file.name, aside=aside))
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.px(4), theme.px(3), theme.px(4), theme.px(3))
        line.setSpacing(theme.px(8))
        line.addWidget(IconLabel("pencil" if file.is_draft else "paperclip" if file.role else "file-text"))
        line.addWidget(ElidedLabel(file.name), 1)
        line.addWidget(Label(aside, "small", color="text_muted"))
        row.clicked.connect(lambda: self.file_opened.emit(file))
        return row

    def _more_acts(self) -> QWidget:
        """Return what is often done before a dossier goes on."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for act, name, icon, key in (
            ("attach", self.tr("Đính kèm"), "paperclip", "Alt+T"),
            ("comment", self.tr("Ý kiến"), "message", "Alt+Y"),
        ):
            button = KeyButton(name, icon=icon, key=key, kind=Kind.QUIET, spread=False)
            button.clicked.connect(lambda _=False, act=act: self.form.opened.emit(act))
            row.addWidget(button)
        row.addStretch(1)
        return box

    def _aside(self, file: FileRef) -> str:
        if file.role is FileRole.SIGNED:
            return self.tr("đã ký")
        if file.role is FileRole.DRAFT:
            return self.tr("dự thảo")
        return self.tr("kèm theo") if file.role else self.tr("{count} trang").format(count=len(file.blobs))

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
