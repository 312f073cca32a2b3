"""Pictures of what is printed: the ticket on both widths of paper, form 01, and every form's first page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import product
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from counter_app.clocks import VIETNAM
from counter_app.demo.commune import FOLLOW_BASE, OFFICE
from counter_app.demo.plan import DAY
from counter_app.documents.forms import draw
from counter_app.documents.receipt import draw_receipts
from counter_app.documents.receipt_form import PageLayout, ReceiptForm
from counter_app.documents.samples import receipt, samples
from counter_app.documents.ticket import TicketSlip, draw_ticket, to_image
from counter_app.domain.queue_facts import WaitEstimate
from counter_app.domain.queue_policy import TicketTemplate
from counter_app.services.bundle import Services

_WIDTHS = {"ticket-80": 576, "ticket-58": 384}
_TEMPLATES = {
    "": TicketTemplate(),
    "-own": TicketTemplate(
        head="UBND XÃ AN PHÚC\nBỘ PHẬN MỘT CỬA",
        number_size=160,
        note="Mang theo thẻ căn cước và bản chính giấy tờ.\nGiờ làm việc: 07:00–11:30, 13:30–17:00",
        thanks="Hẹn gặp lại ông/bà!",
    ),
    "-short": TicketTemplate(show_qr=False, show_desks=False, show_ahead=False, number_size=80),
}
_COPIES = ("form01-kept", "form01-given")
_DOTS_PER_INCH = 150


def draw_papers(out: Path, services: Services, told: Callable[[str], None]) -> None:
    """Draw the tickets, the newest dossier's receipt and the samples of all forms."""
    slip = TicketSlip(
        office=OFFICE.name,
        label="A012",
        group="Hộ tịch",
        ahead=4,
        minutes=14,
        desks=(1, 2, 3),
        issued=datetime(DAY.year, DAY.month, DAY.day, 8, 55, tzinfo=VIETNAM),
        follow_url=f"{FOLLOW_BASE}/v/8f3a61c2d07b",
        priority="người cao tuổi",
        estimate=WaitEstimate(8 * 60, 14 * 60, 16 * 60),
    )
    for (name, width), (suffix, template) in product(_WIDTHS.items(), _TEMPLATES.items()):
        to_image(draw_ticket(slip, template, width)).save(out / f"{name}{suffix}.png")
        told(f"{name}{suffix}.png")
    newest = services.dossiers.find("", 1)[0]
    _draw_pages(out, _COPIES, services.reception.receipt(newest.id), told)
    _draw_pages(out, ("form01-two-up",), draw_receipts(_without_agent(), PageLayout.TWO_UP), told)
    for name, form in samples().items():
        _draw_pages(out, (f"form-{name}",), draw(form), told)


def _draw_pages(out: Path, names: Sequence[str], content: bytes, told: Callable[[str], None]) -> None:
    """Draw the first pages of a PDF, one a name."""
    with pypdfium2.PdfDocument(content) as document:
        for number, name in enumerate(names):
            document[number].render(scale=_DOTS_PER_INCH / 72).to_pil().save(out / f"{name}.png")
            told(f"{name}.png")


def _without_agent() -> ReceiptForm:
    """A receipt short enough for two copies side by side."""
    return replace(receipt(), representative=None)
