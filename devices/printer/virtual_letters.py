"""The virtual printer's own letters: one cell of 12 by 24 dots each, as ESC/POS printers have them (font A)."""

import unicodedata
from functools import lru_cache

from PIL import Image, ImageDraw

from counter_app.documents.fonts import Weight, ticket_font
from devices.printer.letters import CodePage, Letters

WIDE, HIGH = 12, 24
_GAP = 6  # dots between lines: ESC/POS feeds 30 dots for 24 of letters
_LETTERS = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂĐÊÔƠƯ"


def read_letters(data: bytes, letters: Letters) -> str:
    """Return what bytes look like on a printer that has this page."""
    if letters.page is CodePage.CP1258:
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    if letters.page is CodePage.TCVN3:
        known = {letters.encode(sign): sign for sign in _LETTERS}
        return "".join(known.get(bytes([byte])) or chr(byte) for byte in data)
    return data.decode("ascii", "replace")


def line_rows(text: str, scale: int, bold: bool, width: int) -> list[bytes]:
    """Draw one centred line, and return its rows of dots; what does not fit is cut off."""
    letters = text[: width // (WIDE * scale)]
    image = Image.new("1", (width, HIGH * scale + _GAP), 0)
    left = (width - len(letters) * WIDE * scale) // 2
    for place, sign in enumerate(letters):
        cell = _cell(sign, bold).resize((WIDE * scale, HIGH * scale), Image.Resampling.NEAREST)
        image.paste(cell, (left + place * WIDE * scale, 0))
    size = width // 8
    rows = image.tobytes()
    return [rows[at : at + size] for at in range(0, len(rows), size)]


@lru_cache(maxsize=512)
def _cell(sign: str, bold: bool) -> Image.Image:
    cell = Image.new("L", (WIDE * 4, HIGH * 4), 0)
    font = ticket_font(Weight.EXTRA_BOLD if bold else Weight.SEMI_BOLD, 72)
    ImageDraw.Draw(cell).text((WIDE * 2, HIGH * 3), sign, fill=255, font=font, anchor="ms")
    return cell.reduce(4).point([0] * 100 + [255] * 156, "1")
