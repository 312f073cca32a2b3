"""Reads the reports of this machine's bugs, and writes them out for whoever mends the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from counter_app.crash_reports import crash_reports, together
from counter_app.domain.facts import Duty
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import CounterError
from counter_app.services.output import save_file
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.security.crashes import CrashPart
from ui.desk.context import DeskContext
from ui.desk.printing.paper_panel import start_folder

_NOTICE = "crashes"

ChooseFile = Callable[[Path], Path | None]


class CrashesController(QObject):
    """For administrators; where the window has no machine there is nothing to show.

    ``choose_file`` asks where the reports go.
    """

    def __init__(self, context: DeskContext, part: CrashPart, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.part = context, part
        self.choose_file: ChooseFile = self._ask_file
        part.save_asked.connect(self.save)

    def refresh(self) -> None:
        """Read what there is."""
        machine = self._context.machine
        if machine is None or not self._context.officer.may(Duty.ADMINISTRATION):
            return
        folder = machine.folder
        self._context.tasks.read(lambda: crash_reports(folder), self.part.present, owner=self, topic="crashes")

    def save(self) -> None:
        """Write all reports to one file, on a stick or wherever it is wanted."""
        today = self._context.now().astimezone(VIETNAM)
        path = self.choose_file(start_folder(self._context) / f"bao-cao-loi-{today:%Y%m%d}.txt")
        if path is None:
            return
        reports, choices = self.part.reports, self._context.services.choices
        self.part.save_button.setEnabled(False)

        def work() -> None:
            save_file(path, together(reports).encode())
            choices.keep_folder(path.parent)

        def written(_: None) -> None:
            self.part.save_button.setEnabled(True)
            told = self.tr("Đã ghi {count} báo cáo vào {path}").format(count=len(reports), path=path)
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))

        def failed(error: CounterError) -> None:
            self.part.save_button.setEnabled(True)
            self._context.notices.put_error(_NOTICE, error)

        self._context.tasks.slow(work, written, failed, owner=self)

    def _ask_file(self, start: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self.part, self.tr("Lưu báo cáo lỗi"), str(start), self.tr("Tệp chữ (*.txt)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".txt" else path.with_name(f"{path.name}.txt")
