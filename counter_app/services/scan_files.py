"""The file of each scanned paper of a dossier: PDF/A of its pages, with the words recognised on them, rightly named.

It is made when it is asked for and not kept: the pages are, and the same pages give the same bytes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from counter_app.clocks import VIETNAM
from counter_app.documents.page_weights import MOST_BYTES, within
from counter_app.domain.dossiers import Dossier, Page
from counter_app.domain.file_names import paper_file_name
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.recognition import Recognition
from counter_app.store import dossiers as rows


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file ready to be saved; of ``pages`` pages ``read`` have their words in it."""

    name: str
    pdf: bytes
    pages: int
    read: int


class ScanFiles:
    """Makes them. It reads and draws: call it off the main thread."""

    def __init__(
        self,
        journal: Journal,
        recognition: Recognition,
        most: int = MOST_BYTES,
        stop: Callable[[], None] = lambda: None,
    ) -> None:
        self._stop = stop
        self._journal = journal
        self._recognition = recognition
        self._most = most

    def missing(self, pages: Iterable[str]) -> tuple[str, ...]:
        """Which of these pages are not on this machine: whoever reads them waits for the server."""
        blobs = self._journal.database.blobs
        return tuple(sha256 for sha256 in dict.fromkeys(pages) if not blobs.has(sha256))

    def stop_fetching(self) -> None:
        """Give up the pages that are on their way; whoever waits for one is told BLOB_AWAY. From any thread."""
        self._stop()

    def paper(self, dossier_id: str, paper: int) -> PaperFile:
        """The file of the paper at index ``paper``; at most 50 MB. Waits for pages that are at the server.

        Raises DOSSIER_UNKNOWN, PAPER_NOT_SCANNED, PAPER_TOO_LARGE, PAGE_UNREADABLE, BLOB_MISSING, BLOB_DAMAGED,
        BLOB_AWAY.
        """
        from counter_app.documents.scan_pdf import pages_to_pdf  # brings pikepdf, which only this needs

        with self._journal.database.read() as connection:
            dossier = rows.known_dossier(connection, dossier_id)
        pages = pages_of(dossier, paper)
        if not pages:
            raise CounterError(Code.PAPER_NOT_SCANNED, code=dossier.code)
        blobs, known = self._journal.database.blobs, self._recognition.texts(dossier_id, paper)
        texts = [known.get(page.sha256) for page in pages]
        pictures = within([blobs.get(page.sha256) for page in pages], self._most)
        pdf = pages_to_pdf(pictures, title=dossier.papers[paper].name, texts=texts)
        return PaperFile(file_name(dossier, paper), pdf, len(pages), sum(text is not None for text in texts))


def pages_of(dossier: Dossier, paper: int) -> tuple[Page, ...]:
    """The pages of one paper in their order; none of a paper that there is not."""
    if not 0 <= paper < len(dossier.papers):
        return ()
    return tuple(sorted((page for page in dossier.pages if page.paper == paper), key=lambda page: page.page))


def file_name(dossier: Dossier, paper: int) -> str:
    """The name of a paper's file, as archives take it."""
    day = dossier.received_at.astimezone(VIETNAM).date()
    return paper_file_name(dossier.code, day, paper + 1, dossier.papers[paper].name)
