"""Form 01 as PDF: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (Circular 03/2025/TT-VPCP, appendix I)."""

from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.archival import archival_pdf
from counter_app.documents.fonts import Serif
from counter_app.documents.form_head import FORM_TITLES, circular, draw_title
from counter_app.documents.letterhead import draw_bar_code, draw_letterhead, draw_marks, draw_qr
from counter_app.documents.lines import Lines, dated
from counter_app.documents.receipt_body import closing_lines, opening_lines, paper_grid
from counter_app.documents.receipt_form import (
    Copy,
    Edition,
    Issuer,
    PageLayout,
    ReceiptForm,
    ReceiptPaper,
    ReceiptPerson,
)
from counter_app.documents.sheets import Sheets, counted, sheets_pdf
from counter_app.documents.signatures import Signatures, Signer
from counter_app.documents.typography import (
    COMPACT,
    HALF,
    LANDSCAPE,
    NORMAL,
    PORTRAIT,
    TIGHT,
    Density,
    register_serif,
    written,
)

__all__ = [
    "Copy",
    "Edition",
    "Issuer",
    "PageLayout",
    "ReceiptForm",
    "ReceiptPaper",
    "ReceiptPerson",
    "draw_receipt",
    "draw_receipts",
]

TITLE = FORM_TITLES["01"]
_COPIES = {Copy.KEPT: "Liên 1: Lưu", Copy.GIVEN: "Liên 2: Giao người nộp hồ sơ"}
_BOTH = (Copy.KEPT, Copy.GIVEN)
_QR_SIDE = 24 * mm
_QR_BOTTOM = 11 * mm
_FOOT = _QR_BOTTOM + _QR_SIDE + 3.5 * mm  # what the QR code, its quiet zone and its notes take
_SMALL_QR = 17 * mm
_SMALL_FOOT = HALF.bottom + 22


def draw_receipt(form: ReceiptForm, copy: Copy) -> bytes:
    """Return one copy as a PDF; the same form gives the same bytes."""
    return _portrait(form, (copy,))


def draw_receipts(form: ReceiptForm, layout: PageLayout = PageLayout.PORTRAIT) -> bytes:
    """Return both copies as one PDF, the kept one first; each numbers its own pages.

    Side by side on A4 landscape (``TWO_UP``) only what fits there readably; a longer form is drawn as pages.
    """
    register_serif()
    if layout is PageLayout.TWO_UP and _fits_half(form):
        return _two_up(form)
    return _portrait(form, _BOTH)


def _portrait(form: ReceiptForm, copies: Sequence[Copy]) -> bytes:
    running = f"{TITLE} – Mã hồ sơ {written(form.code)}"
    density = _density(form, running)
    drawn = [partial(_page, form, copy, density) for copy in copies]
    return sheets_pdf(TITLE, written(form.receiver), circular("01", form.edition), PORTRAIT, running, drawn)


def _density(form: ReceiptForm, running: str) -> Density:
    """Return how tightly to set the form: tight only where that saves the second sheet."""
    if counted(PORTRAIT, running, partial(_page, form, Copy.KEPT, NORMAL)) == 1:
        return NORMAL
    return TIGHT if counted(PORTRAIT, running, partial(_page, form, Copy.KEPT, TIGHT)) == 1 else NORMAL


def _page(form: ReceiptForm, copy: Copy, density: Density, sheets: Sheets) -> None:
    draw_bar_code(sheets.canvas, PORTRAIT, written(form.code))
    page = (f"Trang 1/{sheets.pages}",) if sheets.pages > 1 else ()
    draw_marks(sheets.canvas, PORTRAIT, ("Mẫu số 01", _COPIES[copy], *page))
    sheets.y = PORTRAIT.top - 22 * mm
    _body(form, density, sheets, _FOOT)
    _draw_notes(sheets.canvas, form)


def _body(form: ReceiptForm, density: Density, sheets: Sheets, foot: float) -> None:
    """Draw what both layouts have in common, from the letterhead to the signatures."""
    place = f"{written(form.place)}, {dated(form.received)}"
    issuer = Issuer(form.superior, form.office, form.receiver, form.place)
    sheets.y = draw_letterhead(sheets.canvas, sheets.frame, sheets.y, issuer, form.number, place, density)
    draw_title(sheets, (TITLE,), density, f"Mã hồ sơ: {written(form.code)}")
    lines = Lines(sheets.frame, density)
    sheets.flow(opening_lines(form, lines))
    sheets.grid(paper_grid(form, lines))
    sheets.y -= density.size / 2
    submitter = (form.representative or form.applicant).name
    signers = (Signer("NGƯỜI NỘP HỒ SƠ", submitter), Signer("NGƯỜI TIẾP NHẬN HỒ SƠ", form.officer))
    sheets.close(closing_lines(form, lines), Signatures(signers, density), foot)


def _draw_notes(canvas: Canvas, form: ReceiptForm) -> None:
    """Draw the QR code, if any, and notes beside it, at the foot of the page."""
    x = PORTRAIT.left
    if form.status_url:
        draw_qr(canvas, form.status_url, x, _QR_BOTTOM, _QR_SIDE)
        x += _QR_SIDE + 6 * mm
    canvas.setFont(Serif.ITALIC.value, 11)
    notes = _notes(form)
    middle = _QR_BOTTOM + _QR_SIDE / 2 - 4
    for number, note in enumerate(notes):
        canvas.drawString(x, middle + ((len(notes) - 1) / 2 - number) * 5.5 * mm, note)


def _notes(form: ReceiptForm) -> list[str]:
    hotline = written(form.hotline)
    look = "Quét mã để xem hồ sơ đã giải quyết đến đâu" if form.status_url else ""
    ask = f"gọi {hotline}" if hotline else ""
    first = ", hoặc ".join(part for part in (look, ask) if part)
    bring = "Khi đến nhận kết quả, mời mang theo giấy này và thẻ căn cước."
    return [*([f"{first[0].upper()}{first[1:]}."] if first else []), bring]


def _fits_half(form: ReceiptForm) -> bool:
    return counted(HALF, TITLE, partial(_half, form, Copy.KEPT)) == 1


def _half(form: ReceiptForm, copy: Copy, sheets: Sheets) -> None:
    canvas, quiet = sheets.canvas, 1.5 * mm
    draw_bar_code(canvas, HALF, written(form.code))
    taken = 0.0
    if form.status_url:
        draw_qr(canvas, form.status_url, HALF.right - _SMALL_QR, HALF.top - _SMALL_QR, _SMALL_QR)
        taken = _SMALL_QR + 2 * quiet
    canvas.setFont(Serif.ITALIC.value, 9)
    canvas.drawRightString(HALF.right - taken, HALF.top - 13 * mm, f"Mẫu số 01 – {_COPIES[copy]}")
    sheets.y = HALF.top - 23.5 * mm
    _body(form, COMPACT, sheets, _SMALL_FOOT)
    canvas.setFont(Serif.ITALIC.value, 9)
    for number, note in enumerate(reversed(_notes(form))):
        canvas.drawString(HALF.left, HALF.bottom + 1 + 11 * number, note)


def _two_up(form: ReceiptForm) -> bytes:
    def draw(canvas: Canvas) -> None:
        for number, copy in enumerate(_BOTH):
            canvas.saveState()
            canvas.translate(number * HALF.width, 0)
            _half(form, copy, Sheets(canvas, HALF, TITLE))
            canvas.restoreState()
        canvas.setLineWidth(0.4)
        canvas.setDash(2, 3)
        canvas.line(HALF.width, 6 * mm, HALF.width, HALF.height - 6 * mm)
        canvas.showPage()

    size = (LANDSCAPE.width, LANDSCAPE.height)
    return archival_pdf(TITLE, written(form.receiver), circular("01", form.edition), size, draw)
