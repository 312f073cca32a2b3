"""A copy of all that the office holds of a dossier's applicant: asked for with a reason, put into a chosen folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossiers import Dossier
from counter_app.domain.masking import masked_number
from counter_app.errors import CounterError
from counter_app.services.citizen_copy import MAY_GIVE, CopyMade
from ui import theme
from ui.components.banner import Act, Notice
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.dossier.page import DossierPage
from ui.desk.dossier.timeline import paragraph
from ui.desk.printing.paper_panel import start_folder

_NOTICE = "citizen-copy"
_LONGEST = 300


class CopyForm(QWidget):
    """Whose data, why, and the button; ``submitted()``, ``left()`` by Esc."""

    submitted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whose = paragraph("", weight=theme.Weight.MEDIUM)
        self.reason = Field(self.tr("Lý do (theo đơn nào, ngày nào)"))
        self.reason.line.setMaxLength(_LONGEST)
        self.submit_button = KeyButton(
            self.tr("Lập bản sao…"),
            icon="download",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
        )
        self.back_button = KeyButton(self.tr("Quay lại"), icon="arrow-left", key="Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(10))
        column.addWidget(Label(self.tr("Bản sao dữ liệu cho người dân"), weight=theme.Weight.SEMIBOLD))
        column.addWidget(self.whose)
        told = self.tr(
            "Gồm mọi hồ sơ, diễn biến, giấy tờ đã quét và những ai đã xem. Thông tin của người khác được che bớt. "
            "Tệp lập ra không khóa: chỉ giao cho đúng người."
        )
        column.addWidget(paragraph(told, "small", color="text_muted"))
        column.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addWidget(self.submit_button, 1)
        column.addLayout(foot)
        column.addStretch(1)
        self.reason.edited.connect(lambda _: self.reason.set_verdict())
        self.submit_button.clicked.connect(self.submit)
        self.back_button.clicked.connect(self.left)

    def present(self, dossier: Dossier) -> None:
        """Be about a dossier's applicant."""
        person = dossier.applicant
        self.whose.setText(f"{person.name} · {masked_number(person.identity)}")
        self.reason.set_text("")
        self.reason.set_verdict()

    def submit(self) -> None:
        """Ask for it, if a reason is given."""
        if self.reason.text.strip():
            self.submitted.emit()
        else:
            self.reason.set_verdict(problem=self.tr("Ghi lý do: việc này được lưu lại."))
            self.reason.line.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Wait while it is being made."""
        self.submit_button.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for it, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CitizenCopyControl(QObject):
    """Opens the form at the page's side, and has the copy made off the main thread."""

    def __init__(
        self,
        context: DeskContext,
        page: DossierPage,
        choose_folder: Callable[[Path], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._page, self._choose_folder = context, page, choose_folder
        self._dossier: Dossier | None = None
        self.form = CopyForm()
        page.side.addWidget(self.form)
        page.sheet.copy_asked.connect(self._open)
        self.form.left.connect(page.show_acts)
        self.form.submitted.connect(self._make)

    def _open(self, dossier: Dossier) -> None:
        if not any(self._context.officer.may(duty) for duty in MAY_GIVE):
            told = self.tr("Chỉ người tiếp nhận hoặc quản trị được lập bản sao dữ liệu.")
            self._context.notices.put(Notice(_NOTICE, Tone.WARNING, told))
            return
        self._dossier = dossier
        self.form.present(dossier)
        self._page.show_form(self.form)
        self.form.reason.line.setFocus()

    def _make(self) -> None:
        services, dossier, officer = self._context.services, self._dossier, self._context.officer.id
        into = self._choose_folder(start_folder(self._context))
        if dossier is None or into is None:
            return
        identity, reason = dossier.applicant.identity, self.form.reason.text
        self.form.set_busy(True)
        self._context.tasks.slow(
            lambda: services.citizen_copies.write(identity, into, officer, reason),
            self._was_made,
            self._failed,
            owner=self,
        )

    def _was_made(self, made: CopyMade) -> None:
        self.form.set_busy(False)
        self._page.show_acts()
        told = self.tr("Đã lập bản sao dữ liệu ({count} hồ sơ): {folder}")
        more = ""
        if made.missing:
            more = self.tr("Chưa có ở máy này: {papers}").format(papers="; ".join(made.missing))
        tone = Tone.WARNING if made.missing else Tone.SUCCESS
        told = told.format(count=made.dossiers, folder=made.folder)
        acts = (Act(str(made.folder), self.tr("Mở thư mục"), "folder"),)
        self._context.notices.put(
            Notice(_NOTICE, tone, told, more, acts=acts),
            _open_folder,
        )

    def _failed(self, error: CounterError) -> None:
        self.form.set_busy(False)
        self._context.notices.put_error(_NOTICE, error)


def _open_folder(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
