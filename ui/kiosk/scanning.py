"""What the kiosk's reader reads: a receipt's QR code, an identity card, or neither."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossier_code import normalise, receipt_code
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Priority
from counter_app.domain.priority import offered_priority
from counter_app.domain.queue_facts import IssueSource
from counter_app.errors import CounterError
from counter_app.services.dossiers import Dossiers
from ui.kiosk.presenting import found_view, local
from ui.kiosk.result import MOST_FOUND
from ui.kiosk.views import FoundView


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read: how a number would be taken now, what was found, which priority may be offered."""

    source: IssueSource
    found: tuple[FoundView, ...] = ()
    offer: Priority | None = None


def scan(dossiers: Dossiers, line: str, now: datetime) -> Scan:
    """Find by the whole code or by the card's number only: nobody browses other people's dossiers here."""
    if "|" not in line:
        return Scan(IssueSource.RECEIPT, _views(_by_code(dossiers, line), now))
    try:
        card = parse_card(line)
    except CounterError:
        return Scan(IssueSource.KIOSK)
    return Scan(
        IssueSource.CARD, _views(dossiers.earlier(card.number), now), offered_priority(card.birth, local(now).date())
    )


def _by_code(dossiers: Dossiers, line: str) -> tuple[Dossier, ...]:
    """A receipt's QR code is an address that ends in the code, or the code."""
    code = normalise(receipt_code(line))
    return tuple(one for one in dossiers.find(code, MOST_FOUND) if one.code == code)


def _views(dossiers: tuple[Dossier, ...], now: datetime) -> tuple[FoundView, ...]:
    return tuple(found_view(one, now) for one in dossiers[:MOST_FOUND])
