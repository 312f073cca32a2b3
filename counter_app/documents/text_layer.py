"""The recognised words under the pictures of a scanned paper: not seen, but found and copied."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.archival import blank_canvas
from counter_app.documents.fonts import Serif
from counter_app.documents.page_text import PageText, Word
from counter_app.documents.typography import register_serif

_INVISIBLE: Final = 3
_RISE = 0.2
"""Share of a word's box below its base line."""


def add_text(pdf: pikepdf.Pdf, texts: Sequence[PageText | None]) -> None:
    """Put each page's words under its picture; a page without text is left as it is."""
    wanted = [(page, text) for page, text in zip(pdf.pages, texts, strict=False) if text is not None and text.lines]
    if not wanted:
        return
    layer = _layer([(_size(page), text) for page, text in wanted])
    with pikepdf.open(BytesIO(layer)) as words:
        for (page, _), under in zip(wanted, words.pages, strict=True):
            page.add_underlay(under, None)


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(one) for one in page.mediabox)
    return right - left, top - bottom


def _layer(pages: Sequence[tuple[tuple[float, float], PageText]]) -> bytes:
    register_serif()
    out = BytesIO()
    canvas = blank_canvas(out, pages[0][0])
    for (width, height), text in pages:
        canvas.setPageSize((width, height))
        _draw(canvas, width, height, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, width: float, height: float, text: PageText) -> None:
    canvas.saveState()
    # The words were read on a page turned clockwise about its middle: they are turned back.
    canvas.translate(width / 2, height / 2)
    canvas.rotate(text.angle)
    canvas.translate(-width / 2, -height / 2)
    across, down = width / text.width, height / text.height
    for line in text.lines:
        for place, word in enumerate(line):
            _write(canvas, word, height, (across, down), last=place == len(line) - 1)
    canvas.restoreState()


def _write(canvas: Canvas, word: Word, height: float, scale: tuple[float, float], *, last: bool) -> None:
    letters = _known(word.text)
    size = max(1.0, word.height * scale[1])
    natural = pdfmetrics.stringWidth(letters, Serif.REGULAR.value, size)
    if not natural:
        return
    pen = canvas.beginText(word.left * scale[0], height - (word.top + word.height * (1 - _RISE)) * scale[1])
    pen.setFont(Serif.REGULAR.value, size)
    pen.setTextRenderMode(_INVISIBLE)
    pen.setHorizScale(100 * word.width * scale[0] / natural)
    pen.textOut(letters if last else f"{letters} ")
    canvas.drawText(pen)


def _known(text: str) -> str:
    """Only what the face has a letter for: the archive's rules allow no other, seen or not."""
    known = pdfmetrics.getFont(Serif.REGULAR.value).face.charToGlyph  # type: ignore[attr-defined] # of a TrueType face
    return "".join(char for char in text if ord(char) in known)
