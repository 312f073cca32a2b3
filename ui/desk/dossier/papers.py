"""The papers of a dossier on screen: forms of the circular, receipts, files, scanned pages."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Fact
from counter_app.services.output import save_file
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk import words
from ui.desk.context import DeskContext
from ui.desk.dossier.page import DossierPage
from ui.desk.dossier.thumb_loading import ThumbLoading
from ui.desk.fetching import Fetching
from ui.desk.printing.paper_panel import PaperPanel, start_folder
from ui.desk.process.files import FileRef
from ui.desk.process.opening import Opening

_NOTICE = "scan-file"


class DossierPapers(QObject):
    """Shows one paper over the page; ``closed()`` when it is put away.

    ``recognised(str)`` tells the dossier of which some text was recognised since.
    """

    closed = Signal()
    recognised = Signal(str)

    def __init__(
        self,
        context: DeskContext,
        page: DossierPage,
        choose_folder: Callable[[Path], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._page, self._choose_folder = context, page, choose_folder
        self._opening = Opening(context, page.stack, choose_folder, self)
        self._opening.closed.connect(self.closed)
        self._saving = Fetching(context, _NOTICE, self)
        self._thumbs = ThumbLoading(context, page.sheet, self)
        for fetching in (self._opening.fetching, self._saving):
            fetching.brought.connect(self._thumbs.try_again)
        self.panel: PaperPanel | None = None
        tasks = context.tasks
        unlisten = context.services.recognition.listen(lambda of: tasks.post(lambda: self.recognised.emit(of)))
        self.destroyed.connect(lambda: unlisten())

    def print_shown(self) -> bool:
        """Print the paper on screen; tells whether there is one."""
        panel = self._page.stack.currentWidget()
        if isinstance(panel, PaperPanel):
            panel.print_paper()
            return True
        return False

    def show_form(self, dossier: Dossier, kind: FormKind) -> None:
        """Show a form of the circular."""
        forms, title = self._context.services.forms, f"{words.form_name(kind)} · {dossier.code}"
        self._show(title, f"{kind.value}-{dossier.code}", lambda: forms.form(dossier.id, kind))

    def preview(self, dossier: Dossier, fact: Fact, name: str) -> None:
        """Show the form that an act would make."""
        forms, title = self._context.services.forms, self.tr("Xem trước · {name}").format(name=name)
        self._show(title, f"xem-truoc-{dossier.code}", lambda: forms.preview(dossier.id, fact))

    def show_payment(self, dossier: Dossier, number: int) -> None:
        """Show the receipt of a payment."""
        forms, title = self._context.services.forms, self.tr("Biên lai thu · {code}").format(code=dossier.code)
        name = f"bien-lai-{number + 1}-{dossier.code}"
        self._show(title, name, lambda: forms.fee_receipt(dossier.id, number))

    def open_file(self, dossier: Dossier, file: FileRef) -> None:
        """Show a file, or save what cannot be shown."""
        self._opening.open(dossier, file)

    def save_scanned(self, dossier: Dossier, file: FileRef) -> None:
        """Ask for a folder, and put the file of a scanned paper there, named as archives want it."""
        services, notices = self._context.services, self._context.notices
        folder = self._choose_folder(start_folder(self._context))
        if folder is None:
            return

        def work() -> Path:
            made = services.scan_files.paper(dossier.id, file.paper)
            path = folder / made.name
            save_file(path, made.pdf)
            services.choices.keep_folder(folder)
            return path

        def saved(path: Path) -> None:
            notices.put(Notice(_NOTICE, Tone.SUCCESS, self.tr("Đã lưu: {path}").format(path=path)))

        self._saving.do(file.blobs, work, saved)

    def forget(self) -> None:
        """Another dossier is looked at: nothing that was asked for before is shown."""
        self._opening.forget()
        self._saving.forget()
        self._thumbs.forget()

    def load_thumbs(self) -> None:
        """Fetch the small pictures of the pages."""
        self._thumbs.load()

    def _show(self, title: str, name: str, make: Callable[[], bytes]) -> None:
        if self.panel is None:
            self.panel = PaperPanel(self._context)
            self.panel.closed.connect(self.closed)
            self._page.stack.addWidget(self.panel)
        self._page.stack.setCurrentWidget(self.panel)
        self.panel.show_paper(title, name, make)
        self.panel.setFocus()
