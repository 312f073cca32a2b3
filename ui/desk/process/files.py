"""The files of a dossier, and how one is shown inside the window: as a PDF, whatever picture it was."""

from dataclasses import dataclass
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from counter_app.documents.page_pictures import FORMATS, UNREADABLE, check_pixels
from counter_app.domain.dossier_facts import FileRole
from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code, CounterError
from ui.desk.pdf_pages import check_pages, page_sizes

_PDF = b"%PDF-"
_DOTS_PER_INCH = 100


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file, or the scanned pages of one paper: ``paper`` is its index, and ``role`` None for these."""

    name: str
    blobs: tuple[str, ...]
    role: FileRole | None = None
    paper: int = -1

    @property
    def is_draft(self) -> bool:
        """Whether it is what a leader has to look at."""
        return self.role in (FileRole.DRAFT, FileRole.SIGNED)


def files_of(dossier: Dossier) -> tuple[FileRef, ...]:
    """The newest draft first, then the other files, then the scanned papers."""
    attached = [FileRef(one.name, (one.sha256,), one.role) for one in reversed(dossier.files)]
    attached.sort(key=lambda one: not one.is_draft)
    papers = []
    for index, paper in enumerate(dossier.papers):
        pages = sorted((page for page in dossier.pages if page.paper == index), key=lambda page: page.page)
        if pages:
            papers.append(FileRef(paper.name, tuple(page.sha256 for page in pages), paper=index))
    return (*attached, *papers)


def draft_of(dossier: Dossier) -> FileRef | None:
    """The newest draft or signed result."""
    return next((one for one in files_of(dossier) if one.is_draft), None)


def as_pdf(name: str, contents: tuple[bytes, ...]) -> bytes:
    """Return what can be seen and printed of a file. Raises FILE_NOT_SHOWN for what is neither PDF nor picture."""
    if len(contents) == 1 and contents[0].startswith(_PDF):
        try:
            check_pages(page_sizes(contents[0]))
        except (pypdfium2.PdfiumError, ValueError) as error:
            raise CounterError(Code.FILE_NOT_SHOWN, name=name) from error
        return contents[0]
    try:
        pictures = [_picture(one) for one in contents]
    except UNREADABLE as error:
        raise CounterError(Code.FILE_NOT_SHOWN, name=name) from error
    made = BytesIO()
    pictures[0].save(made, "PDF", resolution=_DOTS_PER_INCH, save_all=True, append_images=pictures[1:])
    return made.getvalue()


def _picture(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content), formats=FORMATS)
    check_pixels(picture)
    if picture.mode in ("1", "L", "RGB"):
        picture.load()
        return picture
    flat = Image.new("RGB", picture.size, "white")
    layered = picture.convert("RGBA")
    flat.paste(layered, mask=layered.getchannel("A"))
    return flat
