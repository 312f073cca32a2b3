"""Files of a dossier on screen: what can be drawn is shown in the window, anything else is saved to a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.dossiers import Dossier
from counter_app.domain.file_names import safe_file_name
from counter_app.errors import Code, CounterError
from counter_app.services.bundle import Services
from counter_app.services.output import save_file
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.fetching import Fetching
from ui.desk.printing.paper_panel import PaperPanel
from ui.desk.process.files import FileRef, as_pdf, draft_of, files_of

_NOTICE = "file"


@dataclass(frozen=True, slots=True)
class _Read:
    """A file's bytes, and what of it can be shown; empty if nothing can."""

    content: bytes
    pdf: bytes
    name: str


class Opening(QObject):
    """Opens files over a page's list; ``looked_at(str)`` tells the dossier whose draft was seen."""

    closed = Signal()
    looked_at = Signal(str)

    def __init__(
        self,
        context: DeskContext,
        stack: QStackedWidget,
        choose_folder: Callable[[Path], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._stack, self._choose_folder = context, stack, choose_folder
        self.fetching = Fetching(context, _NOTICE, self)
        self.panel: PaperPanel | None = None

    def look(self, dossier: Dossier) -> None:
        """Show the draft, or else the first file."""
        file = draft_of(dossier) or next(iter(files_of(dossier)), None)
        if file is None:
            told = self.tr("Hồ sơ {code} chưa có tệp nào.").format(code=dossier.code)
            self._context.notices.put(Notice(_NOTICE, Tone.INFO, told))
            return
        self.open(dossier, file)

    def open(self, dossier: Dossier, file: FileRef) -> None:
        """Show a file, or save what cannot be shown."""
        services = self._context.services
        self.fetching.do(
            file.blobs,
            lambda: _read(services, dossier, file),
            lambda read: self._show(dossier, file, read) if read.pdf else self._save(dossier, file, read.content),
        )

    def forget(self) -> None:
        """Another dossier is looked at: show nothing that was asked for before."""
        self.fetching.forget()

    def _show(self, dossier: Dossier, file: FileRef, read: _Read) -> None:
        panel = self._made_panel()
        self._stack.setCurrentWidget(panel)
        panel.show_paper(f"{file.name} · {dossier.code}", read.name, lambda: read.pdf)
        panel.setFocus()
        if file.is_draft:
            self.looked_at.emit(dossier.id)

    def _made_panel(self) -> PaperPanel:
        if self.panel is None:
            self.panel = PaperPanel(self._context)
            self.panel.closed.connect(self.closed)
            self._stack.addWidget(self.panel)
        return self.panel

    def _save(self, dossier: Dossier, file: FileRef, content: bytes) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._choose_folder(Path(documents))
        if folder is None:
            return

        def work() -> Path:
            path = folder / safe_file_name(file.name)
            save_file(path, content)
            return path

        def saved(path: Path) -> None:
            told = self.tr("Tệp này không xem được tại đây nên đã lưu: {path}").format(path=path)
            more = self.tr("Mở bằng chương trình của máy, rồi quay lại đây.")
            self._context.notices.put(Notice(_NOTICE, Tone.INFO, told, more))
            if file.is_draft:
                self.looked_at.emit(dossier.id)

        self._context.tasks.slow(work, saved, lambda error: self._context.notices.put_error(_NOTICE, error), owner=self)


def _read(services: Services, dossier: Dossier, file: FileRef) -> _Read:
    """Read what is to be seen of a file; a scanned paper is made into its file, rightly named."""
    try:
        if file.paper >= 0:
            made = services.scan_files.paper(dossier.id, file.paper)
            return _Read(b"", made.pdf, Path(made.name).stem)
        contents = tuple(services.reception.page(sha256) for sha256 in file.blobs)
        return _Read(contents[0], as_pdf(file.name, contents), Path(safe_file_name(file.name)).stem)
    except CounterError as error:
        if error.code not in (Code.FILE_NOT_SHOWN, Code.PAGE_UNREADABLE):
            raise
        return _Read(services.reception.page(file.blobs[0]), b"", "")
