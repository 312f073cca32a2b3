"""Lấy lại từ bản sao lưu: this machine goes on from a backup of one that is gone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.store.backup_file import SUFFIX
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.setup.answers import Asked, BackupAnswers, Problem
from ui.setup.sections import column_of, sections
from ui.setup.words import show_problem


class FromBackupPart(QWidget):
    """The form; ``edited()`` follows what a person types or chooses."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, choose_file: Callable[[], Path | None] | None = None) -> None:
        super().__init__(parent)
        self._choose_file = choose_file or self._ask
        self.fields = {
            Asked.BACKUP_FILE: Field(self.tr("Tệp sao lưu")),
            Asked.BACKUP_WORDS: Field(self.tr("Cụm từ khôi phục (trên tờ giấy)")),
        }
        self.fields[Asked.BACKUP_FILE].line.setPlaceholderText(f"…/QuayMotCua-H99.17-…/20261123-085500-….{SUFFIX[1:]}")
        self.browse = KeyButton(self.tr("Chọn tệp…"), icon="folder")
        self.browse.clicked.connect(self._choose)
        self._build()
        for field in self.fields.values():
            field.edited.connect(lambda _: self.edited.emit())

    def answers(self) -> BackupAnswers:
        """Return what is typed."""
        return BackupAnswers(
            file=self.fields[Asked.BACKUP_FILE].text.strip(), words=self.fields[Asked.BACKUP_WORDS].text.strip()
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong beside each field."""
        said = {one.field: one.wrong for one in problems}
        for asked, field in self.fields.items():
            show_problem(field, said.get(asked), right=bool(field.text))

    def go_to(self, problem: Problem) -> None:
        """Put the focus on a field."""
        self.fields[problem.field].line.setFocus()

    def _choose(self) -> None:
        chosen = self._choose_file()
        if chosen is not None:
            self.fields[Asked.BACKUP_FILE].set_text(str(chosen))
            self.fields[Asked.BACKUP_WORDS].line.setFocus()
            self.edited.emit()

    def _ask(self) -> Path | None:
        title, kinds = self.tr("Chọn bản sao lưu"), self.tr("Bản sao lưu (*{suffix})").format(suffix=SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        return Path(chosen) if chosen else None

    def _build(self) -> None:
        file = QWidget()
        row = QHBoxLayout(file)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.fields[Asked.BACKUP_FILE], 1)
        row.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignBottom)
        known = self.tr(
            "Máy này thay máy cũ và nhận mã máy mới; máy cũ không dùng được nữa. Việc máy cũ chưa gửi lên tỉnh được "
            "gửi tiếp từ bản sao lưu. Việc làm sau lần sao lưu cuối mà chưa gửi thì không lấy lại được. "
            "Văn phòng có nhiều máy: bật máy giữ hàng chờ trước khi làm."
        )
        page = sections(
            (
                (
                    self.tr("Bản sao lưu"),
                    self.tr("Chọn tệp mới nhất, để nguyên thư mục contents bên cạnh."),
                    column_of(file, self.fields[Asked.BACKUP_WORDS]),
                ),
                (self.tr("Cần biết"), "", column_of(Label(known, wrap=True))),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
