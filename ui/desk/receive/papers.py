"""The paper that a citizen takes home, form 01, 02 or 03: seen, printed, saved."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage

from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.errors import Code, CounterError
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.looking import note_look
from ui.desk.pdf_pages import pdf_pages
from ui.desk.receipt_print import print_receipt, save_receipt

_NOTICE = "receipt"


@dataclass(frozen=True, slots=True)
class PrintedReceipt:
    """What became of a receipt on paper; no error means the printer has it."""

    dossier: Dossier
    error: CounterError | None


class Receipts(QObject):
    """Prints and saves receipts; ``printed(PrintedReceipt)`` and ``drawn(tuple[QImage])`` tell the outcome."""

    printed = Signal(object)
    drawn = Signal(object)
    saved = Signal(object)

    def __init__(
        self, context: DeskContext, choose_folder: Callable[[Path], Path | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._choose_folder = context, choose_folder
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents)

    def print(self, dossier: Dossier) -> None:
        """Print a dossier's paper on the system's printer; one of a colleague's work is a look at it."""
        choices = self._context.services.choices
        note_look(self._context, dossier.id, self)

        def work() -> None:
            print_receipt(self.pdf(dossier), paper_name(dossier), choices.read().sheet_printer)

        self._context.tasks.slow(
            work,
            lambda _: self.printed.emit(PrintedReceipt(dossier, None)),
            lambda error: self.printed.emit(PrintedReceipt(dossier, error)),
            owner=self,
        )

    def save(self, dossier: Dossier) -> None:
        """Ask for a folder and write the receipt there."""
        folder = self._choose_folder(self._folder)
        if folder is None:
            return
        self._folder = folder
        self._context.tasks.slow(
            lambda: save_receipt(self.pdf(dossier), folder, paper_name(dossier)),
            self._was_saved,
            lambda error: self._context.notices.put_error(_NOTICE, error),
            owner=self,
        )

    def pdf(self, dossier: Dossier) -> bytes:
        """The paper that a citizen takes home: form 01, or 02 or 03. Blocks; raises what making it raises."""
        kinds = {DossierState.NEW: FormKind.SUPPLEMENT, DossierState.REFUSED: FormKind.REFUSAL}
        kind = kinds.get(dossier.state, FormKind.RECEIPT)
        return self._context.services.forms.form(dossier.id, kind)

    def draw(self, pdf: Callable[[], bytes], failed: Callable[[CounterError], None]) -> None:
        """Make pictures of a receipt for the screen."""

        def shown(pages: tuple[QImage, ...]) -> None:
            self.drawn.emit(pages)

        self._context.tasks.slow(lambda: pdf_pages(pdf()), shown, failed, owner=self)

    def tell(self, outcome: PrintedReceipt) -> None:
        """Say that a receipt did not come out, and what can be done."""
        error = outcome.error
        if error is None or error.code is Code.NO_SHEET_PRINTER:
            return  # without a printer the page itself says so and offers to save
        acts = (Act("again", self.tr("In lại"), "printer"), Act("save", self.tr("Lưu tệp"), "download"))

        def then(act: str) -> None:
            (self.print if act == "again" else self.save)(outcome.dossier)

        self._context.notices.put_error(_NOTICE, error, acts, then)

    def _was_saved(self, path: Path) -> None:
        told = self.tr("Đã lưu: {path}").format(path=path)
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
        self.saved.emit(path)


def paper_name(dossier: Dossier) -> str:
    """The name of a paper's file and print job; what is not received has no code yet."""
    return dossier.code or f"phieu-{dossier.id[:8]}"
