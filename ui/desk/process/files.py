"""The files of a dossier, and how one is shown inside the window: as a PDF, whatever picture it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageSequence

from counter_app.documents.page_pictures import FORMATS, UNREADABLE, check_pixels
from counter_app.domain.dossier_facts import FileRole
from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code, CounterError
from ui.desk.pdf_pages import check_pages, page_sizes

_PDF = b"%PDF-"
_DOTS_PER_INCH = 100
_MOST_DOTS = 400_000_000
"""Of all pictures of one file together: eleven sheets of A4 at 600 dots an inch."""


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
    made = BytesIO()
    try:
        first, *more = (picture for content in contents for picture in _pictures(content))
        first.save(made, "PDF", resolution=_DOTS_PER_INCH, save_all=True, append_images=more)
    except UNREADABLE as error:
        raise CounterError(Code.FILE_NOT_SHOWN, name=name) from error
    return made.getvalue()


def _pictures(content: bytes) -> Iterator[Image.Image]:
    """Give the picture of a file, or each of a TIFF's, without the file: what reads on in it may meet anything."""
    picture = Image.open(BytesIO(content), formats=FORMATS)
    dots = 0
    for frame in ImageSequence.Iterator(picture) if picture.format == "TIFF" else (picture,):
        check_pixels(frame)
        dots += frame.width * frame.height
        if dots > _MOST_DOTS:
            raise ValueError("too many dots")
        yield _flat(frame)


def _flat(picture: Image.Image) -> Image.Image:
    if picture.mode in ("1", "L", "RGB"):
        return picture.copy()
    flat = Image.new("RGB", picture.size, "white")
    layered = picture.convert("RGBA")
    flat.paste(layered, mask=layered.getchannel("A"))
    return flat
