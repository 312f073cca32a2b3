"""The receipt of fees, "Biên lai thu phí, lệ phí": three copies on one sheet to be cut apart."""

from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from counter_app.documents.amount_words import dong_in_words
from counter_app.documents.archival import archival_pdf
from counter_app.documents.fonts import Serif
from counter_app.documents.form_records import FeeReceipt
from counter_app.documents.lines import Lines, dated, money
from counter_app.documents.printable import printable
from counter_app.documents.sheets import Sheets, counted, sheets_pdf
from counter_app.documents.signatures import Signatures, Signer
from counter_app.documents.typography import (
    NORMAL,
    PORTRAIT,
    Density,
    Frame,
    centred,
    even_lines,
    register_serif,
    width_of,
    written,
)

TITLE = "Biên lai thu phí, lệ phí"
COPIES = ("Liên 1: Lưu tại đơn vị thu", "Liên 2: Giao người nộp tiền", "Liên 3: Dùng để hạch toán")
_THIRD = PORTRAIT.height / len(COPIES)
_STRIP = Frame(PORTRAIT.width, _THIRD, 22 * mm, PORTRAIT.width - 15 * mm, _THIRD - 8 * mm, 4 * mm)
_SMALL = Density(10.5, 12.2, 18, head=10, title=13)


def draw_fee_receipt(form: FeeReceipt) -> bytes:
    """Return the three copies on one sheet; what is too long for a third of a sheet gets a page a copy."""
    register_serif()
    author = written(form.collector)
    if counted(_STRIP, TITLE, partial(_copy, form, COPIES[0], _SMALL)) > 1:
        drawn = [partial(_copy, form, copy, NORMAL) for copy in COPIES]
        return sheets_pdf(TITLE, author, TITLE, PORTRAIT, f"{TITLE} số {written(form.number)}", drawn)
    return archival_pdf(TITLE, author, TITLE, (PORTRAIT.width, PORTRAIT.height), partial(_strips, form))


def _strips(form: FeeReceipt, canvas: Canvas) -> None:
    for number, copy in enumerate(COPIES):
        canvas.saveState()
        canvas.translate(0, PORTRAIT.height - (number + 1) * _THIRD)
        _copy(form, copy, _SMALL, Sheets(canvas, _STRIP, TITLE))
        canvas.restoreState()
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 3)
    for number in range(1, len(COPIES)):
        canvas.line(8 * mm, number * _THIRD, PORTRAIT.width - 8 * mm, number * _THIRD)
    canvas.showPage()


def _copy(form: FeeReceipt, copy: str, density: Density, sheets: Sheets) -> None:
    _head(form, density, sheets)
    frame, canvas = sheets.frame, sheets.canvas
    sheets.y -= density.title * 1.3
    centred(canvas, frame.middle, sheets.y, TITLE.upper(), Serif.BOLD, density.title)
    sheets.y -= density.size * 1.2
    centred(canvas, frame.middle, sheets.y, copy, Serif.ITALIC, density.size)
    sheets.y -= density.size * 0.6
    lines = Lines(frame, density)
    sheets.flow(_payer_lines(form, lines))
    signers = (Signer("NGƯỜI NỘP TIỀN", form.payer.name), Signer("NGƯỜI THU TIỀN", form.cashier))
    signatures = Signatures(signers, density)
    sheets.close(_amount_lines(form, lines), signatures)


def _head(form: FeeReceipt, density: Density, sheets: Sheets) -> None:
    """Who collects, at the left; the receipt's place in its book, at the right."""
    frame, canvas, size, step = sheets.frame, sheets.canvas, density.size, density.size * 1.22
    numbers = [
        f"{name}: {written(value) or '…………………'}"
        for name, value in (("Mẫu số", form.pattern), ("Ký hiệu", form.series), ("Số", form.number))
    ]
    right = frame.right - max(width_of(line, Serif.REGULAR, size) for line in numbers)
    y = frame.top - size
    for line in numbers:
        canvas.setFont(Serif.REGULAR.value, size)
        canvas.drawString(right, y, line)
        y -= step
    lowest, y = y, frame.top - size
    about = (
        (f"Đơn vị thu: {written(form.collector)}", Serif.BOLD),
        (f"Địa chỉ: {written(form.address)}" if printable(form.address) else "", Serif.REGULAR),
        (f"Mã số thuế: {written(form.tax_code) or '…………………'}", Serif.REGULAR),
    )
    for text, face in about:
        for line in even_lines(text, face, size, right - frame.left - 14):
            canvas.setFont(face.value, size)
            canvas.drawString(frame.left, y, line)
            y -= step
    sheets.y = min(lowest, y) + step * 0.5


def _payer_lines(form: FeeReceipt, lines: Lines) -> list[Flowable]:
    identity = f" (số định danh {printable(form.payer.identity)})" if printable(form.payer.identity) else ""
    return [
        lines.field("Người nộp", f"{form.payer.name}{identity}"),
        lines.field("Địa chỉ", form.payer.address),
        lines.field("Nội dung thu", _reasons(form)),
    ]


def _reasons(form: FeeReceipt) -> str:
    code = f", hồ sơ {form.code}" if printable(form.code) else ""
    if len(form.lines) == 1:
        return f"{form.lines[0].name}{code}"
    return "; ".join(f"{line.name} {money(line.amount)} đồng" for line in form.lines) + code


def _amount_lines(form: FeeReceipt, lines: Lines) -> Sequence[Flowable]:
    when = f"{printable(form.place)}, {dated(form.paid)}"
    return [
        lines.field("Số tiền", f"{money(form.amount)} đồng", bold=True),
        lines.field("Bằng chữ", dong_in_words(form.amount)),
        lines.field("Hình thức thanh toán", form.method),
        lines.right(when),
    ]
