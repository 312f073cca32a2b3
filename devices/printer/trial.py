"""What a trial prints: the ticket of all letters, and what the printer makes of each code page that it claims."""

from counter_app.documents.trial_words import LETTERS, TrialSlip, trial_text
from counter_app.ports import PrintHead, Raster, TextLine, TextTicket
from devices.printer.escpos import CUTS, Cut, text_bytes
from devices.printer.letters import Letters
from devices.printer.profiles import PrinterProfile
from devices.settings import TransportKind

WAYS = {
    TransportKind.TCP: "Nối qua mạng",
    TransportKind.SERIAL: "Nối cổng COM",
    TransportKind.USB: "Nối USB",
    TransportKind.FILE: "Ghi ra tệp",
    TransportKind.SPOOL: "Qua máy in của hệ thống",
}
"""As the trial's paper says it."""
_CLAIMED = ("tcvn3:30", "cp1258:52")  # Epson's numbers, which most others copied


def draw_for(head: PrintHead, slip: TrialSlip) -> Raster | TextTicket:
    """Draw the trial as this printer takes tickets."""
    if head.columns:
        return trial_text(slip, head.columns)
    from counter_app.documents.trial_ticket import draw_trial  # brings Pillow, an eighth of a second

    return draw_trial(slip, head.width)


def letters_trial(profile: PrinterProfile) -> bytes:
    """Return the bytes that show the letters without marks, then by each code page, under the words of the setting."""
    pieces = [_plain("THỬ CHỮ TIẾNG VIỆT", "Chọn dòng nào in đúng mọi dấu:")]
    for words in ("plain", *(profile.code_pages or _CLAIMED)):
        lines = tuple(TextLine(one) for row in LETTERS for one in (row, row.upper()))
        pieces.append(_plain(f"--- {words} ---"))
        pieces.append(_without_cut(TextTicket(lines), Letters.named(words)))
    return b"".join(pieces) + CUTS[profile.cut]


def _plain(*lines: str) -> bytes:
    return _without_cut(TextTicket(tuple(TextLine(line, bold=True) for line in lines)), Letters())


def _without_cut(ticket: TextTicket, letters: Letters) -> bytes:
    return text_bytes(ticket, letters, cut=Cut.PART).removesuffix(CUTS[Cut.PART])
