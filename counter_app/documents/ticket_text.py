"""The queue ticket in letters, for a printer on a slow line: the same words, no picture, no QR code."""

from collections.abc import Iterator

from counter_app.documents.printable import printable
from counter_app.documents.ticket_words import TicketSlip, desk_words, wait_words
from counter_app.domain.queue_policy import TicketTemplate
from counter_app.domain.working_days import VIETNAM
from counter_app.ports import TextLine, TextTicket

_NUMBER_SCALE = 6
_CENTRE = ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG")
MOST_SIGNS = 400
"""Signs of one typed text that are printed: no pasted page makes a ticket of metres."""
_USUAL = TicketTemplate()


def text_ticket(slip: TicketSlip, template: TicketTemplate = _USUAL, columns: int = 48) -> TextTicket:
    """Say a ticket in lines of at most ``columns`` letters: 48 on 80 mm paper, 32 on 58 mm."""
    parts = (_head(slip, template, columns), _number(slip, template), _facts(slip, template), _farewell(slip, template))
    return TextTicket(tuple(line for part in parts for one in part for line in _fit(one, columns)))


def _head(slip: TicketSlip, template: TicketTemplate, columns: int) -> Iterator[TextLine]:
    centre = " ".join(_CENTRE)
    usual = [*((centre,) if len(centre) <= columns else _CENTRE), slip.office]
    for words in _typed(template.head) or usual:
        yield TextLine(words, bold=True)
    yield TextLine("")
    yield TextLine(_title(slip), bold=True)
    if slip.copy > 1:
        yield TextLine(f"IN LẠI - bản {slip.copy}", bold=True)


def _title(slip: TicketSlip) -> str:
    if slip.trial:
        return "PHIẾU IN THỬ"
    return "PHIẾU NHẬN KẾT QUẢ" if slip.result else "PHIẾU SỐ THỨ TỰ"


def _number(slip: TicketSlip, template: TicketTemplate) -> Iterator[TextLine]:
    yield TextLine(slip.label, _NUMBER_SCALE, bold=True)
    if template.show_group and slip.group:
        yield TextLine(slip.group, 2, bold=True)
    if slip.priority and template.show_priority:
        yield TextLine(f"Ưu tiên: {slip.priority}", bold=True)


def _facts(slip: TicketSlip, template: TicketTemplate) -> Iterator[TextLine]:
    yield TextLine("")
    if template.show_ahead:
        yield TextLine(f"Trước ông/bà: {max(slip.ahead, 0)} người", bold=True)
    if template.show_estimate and (wait := wait_words(slip)):
        yield TextLine(f"Chờ khoảng: {wait}")
    if template.show_desks and slip.desks:
        yield TextLine(f"Đến quầy: {desk_words(slip.desks)}", bold=True)
    if template.show_time:
        yield TextLine(f"Lấy số lúc: {slip.issued.astimezone(VIETNAM):%H:%M, %d/%m/%Y}")


def _farewell(slip: TicketSlip, template: TicketTemplate) -> Iterator[TextLine]:
    yield TextLine("")
    for words in _typed(template.note):
        yield TextLine(words)
    if slip.result:
        yield TextLine("Mời chuẩn bị sẵn giấy hẹn và thẻ căn cước.")
    yield TextLine("Nghe gọi số, mời đến quầy.", bold=True)
    yield TextLine("Lỡ lượt, xin báo cán bộ.")
    for words in _typed(template.thanks) or ["Cảm ơn ông/bà!"]:
        yield TextLine(words, bold=True)


def _typed(text: str) -> list[str]:
    return [fit for line in text[:MOST_SIGNS].splitlines() if (fit := printable(line))]


def _fit(line: TextLine, columns: int) -> Iterator[TextLine]:
    """Break a line at its spaces; a single word that is too large for the paper becomes smaller, then is cut."""
    words = printable(line.text).split()
    longest = max((len(word) for word in words), default=1)
    scale = max(1, min(line.scale, columns // max(longest, 1)))
    room = columns // scale
    row = ""
    for word in words:
        if row and len(row) + 1 + len(word) > room:
            yield TextLine(row, scale, line.bold)
            row = ""
        row = f"{row} {word}" if row else word
        while len(row) > room:
            yield TextLine(row[:room], scale, line.bold)
            row = row[room:]
    yield TextLine(row, scale, line.bold)
