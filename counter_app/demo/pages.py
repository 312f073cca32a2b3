"""Papers that the demo's citizens hand over: drawn, so that a scan shows something to look at."""

from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

_WIDTH, _HEIGHT = 827, 1169  # A4 at 100 dpi
_MARGIN = 90


def draw_page(title: str, person: str, number: int) -> Image.Image:
    """Return one grey A4 page with a heading, a name and a page number."""
    page = Image.new("L", (_WIDTH, _HEIGHT), 252)
    pen = ImageDraw.Draw(page)
    _centred(pen, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 70, _font("Bold", 22))
    _centred(pen, "Độc lập - Tự do - Hạnh phúc", 102, _font("Bold", 20))
    pen.line((300, 134, _WIDTH - 300, 134), fill=40, width=1)
    y = 190
    for line in _wrapped(title.upper(), 44):
        _centred(pen, line, y, _font("Bold", 26))
        y += 38
    body = _font("Regular", 21)
    for line in (f"Họ, chữ đệm, tên: {person}", "Nơi cư trú: xã An Phúc", f"Trang {number}"):
        y += 46
        pen.text((_MARGIN, y), line, font=body, fill=30)
    for row in range(12):
        y += 36
        pen.line((_MARGIN, y, _WIDTH - _MARGIN - (row % 3) * 70, y), fill=150, width=1)
    pen.text((_WIDTH - 300, _HEIGHT - 190), "Người yêu cầu", font=_font("Bold", 21), fill=30)
    pen.text((_WIDTH - 280, _HEIGHT - 140), person.split()[-1], font=_font("Italic", 26), fill=60)
    return page


def _centred(pen: ImageDraw.ImageDraw, text: str, y: int, font: ImageFont.FreeTypeFont) -> None:
    pen.text(((_WIDTH - pen.textlength(text, font=font)) / 2, y), text, font=font, fill=20)


def _font(style: str, size: int) -> ImageFont.FreeTypeFont:
    content = files("resources").joinpath("fonts", f"LiberationSerif-{style}.ttf").read_bytes()
    return ImageFont.truetype(BytesIO(content), size)


def _wrapped(text: str, longest: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= longest:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:3]
