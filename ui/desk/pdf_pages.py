"""Pages of a PDF as pictures, for the screen and for the printer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72
SCREEN_DPI = 110
PRINT_DPI = 300
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


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _drawn(page: pypdfium2.PdfPage, dots_per_inch: int) -> QImage:
    bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, prefer_bgrx=True, maybe_alpha=False)
    try:
        made = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return made.copy()  # owns its pixels; the buffer goes away with the bitmap
    finally:
        bitmap.close()
        page.close()
