"""Pages of a PDF as pictures, for the screen and for the printer."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72
SCREEN_DPI = 110
PRINT_DPI = 300
MOST_PAGES = 2_000
LARGEST_SIDE = 14_400.0
"""Points; what the standard allows, and five metres."""
_MOST_DOTS = 40_000_000  # of one page on screen or on paper: A3 at 300 dots an inch has 17 million
_pdfium = Lock()
"""PDFium is not safe on two threads at once."""


def pdf_pages(pdf: bytes, dots_per_inch: int = SCREEN_DPI) -> tuple[QImage, ...]:
    """Return every page, drawn; blocks, so call it off the main thread. For papers of a few pages."""
    with _opened(pdf) as document:
        return tuple(_drawn(document[index], dots_per_inch) for index in range(len(document)))


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """Return the size of each page in points."""
    with _opened(pdf) as document:
        return tuple(QSizeF(*document.get_page_size(index)) for index in range(len(document)))


def page_image(pdf: bytes, index: int, dots_per_inch: int = SCREEN_DPI) -> QImage:
    """Return one page, drawn; blocks. A book of hundreds of pages is drawn page by page."""
    with _opened(pdf) as document:
        return _drawn(document[index], dots_per_inch)


def check_pages(sizes: Sequence[QSizeF]) -> None:
    """Raise ValueError for a document with no page, more than anybody would read, or one larger than any sheet."""
    most = max((max(one.width(), one.height()) for one in sizes), default=0.0)
    if not 0 < len(sizes) <= MOST_PAGES or not 0 < most <= LARGEST_SIDE:
        raise ValueError("no pages that can be shown")


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _drawn(page: pypdfium2.PdfPage, dots_per_inch: int) -> QImage:
    scale = dots_per_inch / _POINTS_PER_INCH
    dots = page.get_width() * page.get_height() * scale * scale
    if dots > _MOST_DOTS:  # a large sheet is drawn less finely: the memory is for other things too
        scale *= (_MOST_DOTS / dots) ** 0.5
    bitmap = page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
    try:
        made = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return made.copy()  # owns its pixels; the buffer goes away with the bitmap
    finally:
        bitmap.close()
        page.close()
