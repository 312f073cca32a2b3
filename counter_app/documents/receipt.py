"""Form 01 as PDF: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (Circular 03/2025/TT-VPCP, appendix I)."""

from collections import deque
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from counter_app.documents.fonts import Serif
from counter_app.documents.letterhead import (
    FOOT,
    draw_bar_code,
    draw_letterhead,
    draw_marks,
    draw_notes,
    draw_running_head,
    draw_signatures,
    signature_height,
)
from counter_app.documents.printable import printable
from counter_app.documents.receipt_body import closing_lines, dated, opening_lines
from counter_app.documents.receipt_form import Copy, ReceiptForm, ReceiptPaper, ReceiptPerson
from counter_app.documents.typography import (
    BOTTOM,
    COLUMN,
    LEFT,
    NORMAL,
    PAGE_HEIGHT,
    RIGHT,
    TIGHT,
    Density,
    centred,
    even_lines,
    register_serif,
)

__all__ = ["Copy", "ReceiptForm", "ReceiptPaper", "ReceiptPerson", "draw_receipt", "draw_receipts"]

TITLE = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
_COPIES = {Copy.KEPT: "Liên 1: Lưu", Copy.GIVEN: "Liên 2: Giao người nộp hồ sơ"}


def draw_receipt(form: ReceiptForm, copy: Copy) -> bytes:
    """Return one copy as a PDF; the same form gives the same bytes."""
    return _draw(form, (copy,))


def draw_receipts(form: ReceiptForm) -> bytes:
    """Return both copies as one PDF, the kept one first; each numbers its own pages."""
    return _draw(form, (Copy.KEPT, Copy.GIVEN))


def _draw(form: ReceiptForm, copies: Sequence[Copy]) -> bytes:
    register_serif()
    density, pages = _fit(form)
    out = BytesIO()
    canvas = _canvas(out)
    canvas.setTitle(TITLE)
    canvas.setAuthor(printable(form.receiver))
    canvas.setCreator("Quầy Một Cửa")
    canvas.setSubject("Mẫu số 01, Thông tư 03/2025/TT-VPCP")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")  # the bars keep their width
    for copy in copies:
        _Sheets(canvas, form, copy, pages).draw(density)
    canvas.save()
    return out.getvalue()


def _canvas(out: BytesIO) -> Canvas:
    # By a mapping, because the published types take the font's name for a number.
    options: dict[str, Any] = {"initialFontName": Serif.REGULAR.value}
    return Canvas(out, pagesize=A4, invariant=1, lang="vi", **options)


def _fit(form: ReceiptForm) -> tuple[Density, int]:
    """Return how tightly to set the form, and its pages: tight only where that saves the second sheet."""
    pages = {density: _Sheets(_canvas(BytesIO()), form, Copy.KEPT, 1).draw(density) for density in (NORMAL, TIGHT)}
    density = TIGHT if pages[TIGHT] == 1 else NORMAL
    density = NORMAL if pages[NORMAL] == 1 else density
    return density, pages[density]


class _Sheets:
    """The pages of one copy while they are being filled; ``y`` is the upper edge of what is free."""

    def __init__(self, canvas: Canvas, form: ReceiptForm, copy: Copy, pages: int) -> None:
        self._canvas = canvas
        self._form = form
        self._copy = copy
        self._pages = pages
        self._page = 1
        self._code = printable(form.code)
        self.y = 0.0
        self._fresh = False

    def draw(self, density: Density) -> int:
        """Draw everything; return how many pages it took."""
        self.y = self._first_head()
        self._flow(opening_lines(self._form, density))
        signers = self._signers()
        needed = signature_height(signers, density.signature)
        closing = closing_lines(self._form, density)
        if self.y - self._height(closing) - needed < FOOT and not self._fresh:
            self._turn()  # the dates go over with the signatures, which never stand alone
        self._flow(closing)
        if self.y - needed < FOOT:
            self._turn()
        draw_signatures(self._canvas, self.y, signers, density.signature)
        draw_notes(self._canvas, self._form.status_url, self._notes())
        self._canvas.showPage()
        return self._page

    def _signers(self) -> tuple[str, str]:
        return (self._form.representative or self._form.applicant).name, self._form.officer

    def _first_head(self) -> float:
        canvas, form, top = self._canvas, self._form, PAGE_HEIGHT - 15 * mm
        draw_bar_code(canvas, self._code, top)
        page = (f"Trang 1/{self._pages}",) if self._pages > 1 else ()
        draw_marks(canvas, top, ("Mẫu số 01", _COPIES[self._copy], *page))
        place = f"{printable(form.place)}, {dated(form.received)}"
        y = draw_letterhead(canvas, top - 22 * mm, form.superior, form.office, form.number, place)
        y -= 28
        centred(canvas, (LEFT + RIGHT) / 2, y, TITLE.upper(), Serif.BOLD, 14)
        y -= 18
        for line in even_lines(f"Mã hồ sơ: {self._code}", Serif.BOLD, 13, COLUMN):
            centred(canvas, (LEFT + RIGHT) / 2, y, line, Serif.BOLD, 13)
            y -= 15
        return y + 1

    def _turn(self) -> None:
        self._canvas.showPage()
        self._page += 1
        left = f"{TITLE} – Mã hồ sơ {self._code}"
        self.y = draw_running_head(self._canvas, left, f"Trang {self._page}/{self._pages}")
        self._fresh = True

    def _height(self, flowables: Sequence[Flowable]) -> float:
        return sum(float(one.wrap(COLUMN, PAGE_HEIGHT)[1] + one.getSpaceAfter()) for one in flowables)

    def _flow(self, flowables: Sequence[Flowable]) -> None:
        waiting = deque(flowables)
        while waiting:
            one = waiting.popleft()
            room = self.y - BOTTOM
            height = one.wrapOn(self._canvas, COLUMN, room)[1]
            if height > room:
                parts = one.splitOn(self._canvas, COLUMN, room)
                if len(parts) > 1 and parts[0].wrapOn(self._canvas, COLUMN, room)[1] <= room:
                    waiting.extendleft(reversed(parts))
                    continue
                if not self._fresh:
                    waiting.appendleft(one)
                    self._turn()
                    continue
            one.drawOn(self._canvas, LEFT, self.y - height)
            self.y -= height + one.getSpaceAfter()
            self._fresh = False

    def _notes(self) -> list[str]:
        hotline = printable(self._form.hotline)
        look = "Quét mã để xem hồ sơ đã giải quyết đến đâu" if self._form.status_url else ""
        ask = f"gọi {hotline}" if hotline else ""
        first = ", hoặc ".join(part for part in (look, ask) if part)
        bring = "Khi đến nhận kết quả, mời mang theo giấy này và thẻ căn cước."
        return [*([f"{first[0].upper()}{first[1:]}."] if first else []), bring]
