"""Pictures of what is printed: the ticket on both widths of paper, and form 01."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from counter_app.clocks import VIETNAM
from counter_app.demo.commune import FOLLOW_BASE, OFFICE
from counter_app.demo.plan import DAY
from counter_app.documents.ticket import TicketSlip, draw_ticket
from counter_app.services.bundle import Services

_WIDTHS = {"ticket-80": 576, "ticket-58": 384}
_COPIES = ("form01-kept", "form01-given")
_DOTS_PER_INCH = 150


def draw_papers(out: Path, services: Services, told: Callable[[str], None]) -> None:
    """Draw the tickets and the newest dossier's receipt."""
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
    )
    for name, width in _WIDTHS.items():
        raster = draw_ticket(slip, width)
        picture = Image.frombytes("1", (raster.width, raster.height), raster.rows, "raw", "1;I")
        picture.save(out / f"{name}.png")
        told(f"{name}.png")
    newest = services.dossiers.find("", 1)[0]
    with pypdfium2.PdfDocument(services.reception.receipt(newest.id)) as document:
        for name, page in zip(_COPIES, document, strict=True):
            page.render(scale=_DOTS_PER_INCH / 72).to_pil().save(out / f"{name}.png")
            told(f"{name}.png")
