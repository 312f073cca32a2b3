"""Quản trị → Giấy tờ → Thời hạn lưu: what is kept how long by which law, and the list of what is due."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from counter_app.domain.facts import Duty
from counter_app.domain.retention import Kept, RetentionRule
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import CounterError
from ui import theme
from ui.components.banner import Notice
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.printing.paper_panel import start_folder

_NOTICE = "retention"


class RetentionPart(QWidget):
    """The rules in sentences, and the button; ``report_asked()``."""

    report_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = KeyButton(self.tr("Xuất danh sách đến hạn…"), icon="download", height=40)
        self.rules = Label("", wrap=True)
        self._why_not = Label("", "small", color="text_muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Thời hạn lưu"), "strong", theme.Weight.SEMIBOLD))
        column.addWidget(self.rules)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._why_not)
        self.button.clicked.connect(self.report_asked)

    def present(self, rules: Sequence[RetentionRule], *, may: bool) -> None:
        """Say the rules; the list is an administrator's."""
        self.rules.setText("\n".join(self._words(rule) for rule in rules))
        self.button.setEnabled(may)
        only = self.tr("Chỉ người quản trị được xuất danh sách này.")
        nothing = self.tr("Danh sách chỉ để xem xét: chương trình không tự xóa gì.")
        self._why_not.setText(nothing if may else only)

    def _words(self, rule: RetentionRule) -> str:
        names = {
            Kept.SCANS: self.tr("Bản quét của hồ sơ đã kết thúc"),
            Kept.ENTRIES: self.tr("Nhật ký (mọi việc đã làm với hồ sơ)"),
            Kept.SECURITY: self.tr("Nhật ký an toàn"),
            Kept.FORMS: self.tr("Mẫu đang nhập dở"),
        }
        term = self.tr("{years} năm").format(years=rule.years) if rule.years else self.tr("không đặt thời hạn")
        check = "" if rule.confirmed else self.tr(" (đơn vị đối chiếu lại)")
        return f"• {names[rule.kept]}: {term}{check}. {rule.source}."


class RetentionControl(QObject):
    """Asks where to put the list and has it written."""

    def __init__(
        self,
        context: DeskContext,
        part: RetentionPart,
        choose_file: Callable[[Path], Path | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self.part = context, part
        self.choose_file = choose_file or self._ask_file
        part.report_asked.connect(self._write)

    def refresh(self) -> None:
        """Show the rules."""
        may = self._context.officer.may(Duty.ADMINISTRATION)
        self.part.present(self._context.services.retention.rules(), may=may)

    def _write(self) -> None:
        retention, officer = self._context.services.retention, self._context.officer.id
        day = self._context.now().astimezone(VIETNAM)
        path = self.choose_file(start_folder(self._context) / f"den-han-luu-{day:%Y%m%d}.xlsx")
        if path is None:
            return
        self.part.button.setEnabled(False)

        def written(count: int) -> None:
            self.part.button.setEnabled(True)
            told = self.tr("Có {count} hồ sơ có bản quét hết hạn lưu. Danh sách ở {path}")
            told = told.format(count=count, path=path)
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))

        def failed(error: CounterError) -> None:
            self.part.button.setEnabled(True)
            self._context.notices.put_error(_NOTICE, error)

        self._context.tasks.slow(lambda: retention.write(path, officer), written, failed, owner=self)

    def _ask_file(self, start: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.part, self.tr("Lưu danh sách"), str(start), "Excel (*.xlsx);;CSV (*.csv)"
        )
        return Path(chosen) if chosen else None
