"""The print journal against the paper: what is missing, and what is there once too often, is told."""

from datetime import UTC, date, datetime

import pytest
from PIL import Image

from counter_app.demo.paper_trail import compare, read_sign
from counter_app.documents.ticket import draw_ticket, to_image
from counter_app.documents.ticket_words import TicketSlip
from counter_app.domain.facts import PrintOutcome, TicketPrinted
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.services.printing import PrintRecord

AT = datetime(2026, 11, 23, 1, tzinfo=UTC)
SIGN = "0123456789ab"
TICKET = Ticket(f"{SIGN}cdef", "an-phuc", date(2026, 11, 23), "land", "A", 12, None, TicketState.ISSUED, AT, AT)


def printings(*outcomes: PrintOutcome) -> list[PrintRecord]:
    return [PrintRecord(TICKET, TicketPrinted(one, 0, "", 1), AT) for one in outcomes]


@pytest.mark.parametrize(
    "outcomes, papers, right",
    [
        ("confirmed", 1, True),
        ("sent", 1, True),
        ("failed confirmed", 1, True),
        ("doubtful confirmed", 1, True),
        ("doubtful confirmed", 2, True),
        ("confirmed", 0, False),
        ("confirmed", 2, False),
        ("failed confirmed", 2, False),
        ("doubtful", 1, False),
    ],
)
def test_each_sure_printing_is_on_paper_and_each_doubtful_one_may_be(outcomes: str, papers: int, right: bool) -> None:
    trail = compare(printings(*map(PrintOutcome, outcomes.split())), [SIGN] * papers)
    assert trail.wrong == (() if right else ("A012",))


def test_a_number_of_which_nothing_was_printed_is_wrong() -> None:
    assert compare([PrintRecord(TICKET, None, None)], []).wrong == ("A012",)


def test_a_tickets_sign_is_read_from_its_paper_and_a_torn_piece_has_none() -> None:
    slip = TicketSlip("XÃ AN PHÚC", "A012", "", 0, None, (), AT, f"https://mc.anphuc.example/v/{SIGN}")
    paper = to_image(draw_ticket(slip))
    assert read_sign(paper) == SIGN
    assert read_sign(paper.crop((0, 0, paper.width, 150))) == ""
    assert compare([], [read_sign(Image.new("1", (576, 30), 1))]).torn == 1
