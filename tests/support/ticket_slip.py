"""A usual ticket, as it is given to be printed."""

from datetime import UTC, datetime

from counter_app.documents.ticket_words import TicketSlip

SLIP = TicketSlip(
    office="XÃ AN PHÚC",
    label="A012",
    group="Hộ tịch",
    ahead=3,
    minutes=12,
    desks=(1, 2, 3),
    issued=datetime(2026, 11, 23, 1, 55, tzinfo=UTC),
    follow_url="https://mc.anphuc.example/v/7K3QX9",
)
