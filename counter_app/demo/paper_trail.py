"""Whether the print journal says what is on paper: every piece that the virtual printer cut is read again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import zxingcpp
from PIL import Image

from counter_app.domain.facts import PrintOutcome
from counter_app.services.printing import PrintRecord

_SURE = (PrintOutcome.CONFIRMED, PrintOutcome.SENT)


@dataclass(frozen=True, slots=True)
class PaperTrail:
    """Printings by outcome, pieces of paper by what is on them, and the numbers whose journal is wrong."""

    printed: int
    failed: int
    doubtful: int
    whole: int
    torn: int
    wrong: tuple[str, ...]


def read_sign(picture: Image.Image) -> str:
    """Return the sign at the end of the address of a ticket's code; empty for a piece without one."""
    codes = zxingcpp.read_barcodes(picture.convert("L"))
    return codes[0].text.rpartition("/")[2] if codes else ""


def compare(records: Iterable[PrintRecord], pieces: Sequence[str]) -> PaperTrail:
    """Compare the day's printings with the signs on the pieces of paper.

    Right is a number with every sure printing on paper, and no more than the doubtful ones beside them.
    """
    on_paper = Counter(sign for sign in pieces if sign)
    outcomes: dict[str, list[PrintOutcome]] = {}
    labels: dict[str, str] = {}
    for one in records:
        outcomes.setdefault(one.ticket.id, [])
        labels[one.ticket.id] = one.ticket.label
        if one.printed is not None:
            outcomes[one.ticket.id].append(one.printed.outcome)
    wrong = []
    for ticket, told in outcomes.items():
        sure = sum(outcome in _SURE for outcome in told)
        papers = sum(count for sign, count in on_paper.items() if ticket.startswith(sign))
        if not sure <= papers <= sure + told.count(PrintOutcome.DOUBTFUL) or not sure:
            wrong.append(labels[ticket])
    every = [outcome for told in outcomes.values() for outcome in told]
    return PaperTrail(
        printed=sum(outcome in _SURE for outcome in every),
        failed=every.count(PrintOutcome.FAILED),
        doubtful=every.count(PrintOutcome.DOUBTFUL),
        whole=on_paper.total(),
        torn=sum(not sign for sign in pieces),
        wrong=tuple(sorted(wrong)),
    )
