"""Text as black dots for a thermal head: outlines at four times the size, then a threshold, never dithered."""

from functools import lru_cache
from math import ceil

from PIL import Image, ImageDraw

from counter_app.documents.fonts import Weight, ticket_font

_SCALE = 4
_THRESHOLD = 112  # of 255 ink: a dot is burnt if a little under half of it is covered, so thin marks stay whole
_ABOVE = 1.26  # em of mask above the baseline; Be Vietnam Pro's tallest letter (Ẳ) reaches 1.23
_BELOW = 0.28  # em below; its lowest mark (ỵ) reaches 0.25
_ASCENT = 1.0  # em of the line's box above the baseline: the rare taller marks reach into the line above
_WORD_GAP = 0.06  # em on top of the space: the hook of ư and ơ hangs over it
_LINE = 1.27  # em from line to line

_INK = [0] * (_THRESHOLD + 1) + [255] * (255 - _THRESHOLD)


@lru_cache(maxsize=512)
def text_width(text: str, size: int, weight: Weight) -> int:
    """Return the advance of a line of text in dots."""
    return ceil(_spread(text, size, weight)[1] / _SCALE)


@lru_cache(maxsize=128)
def text_mask(text: str, size: int, weight: Weight) -> Image.Image:
    """Draw one line of text as a 1-bit mask; ``text_overhang`` and ``text_rise`` place it."""
    font = ticket_font(weight, size * _SCALE)
    words, advance = _spread(text, size, weight)
    width = ceil(advance / _SCALE) + 2 * text_overhang(size)
    grey = Image.new("L", (width * _SCALE, (_above(size) + ceil(size * _BELOW)) * _SCALE), 0)
    pen = ImageDraw.Draw(grey)
    for word, x in words:
        pen.text((text_overhang(size) * _SCALE + x, _above(size) * _SCALE), word, fill=255, font=font, anchor="ls")
    return grey.reduce(_SCALE).point(_INK, "1")


def text_overhang(size: int) -> int:
    """Return the dots that a mask begins left of its text and ends right of it: the hook of a last ư needs them."""
    return 4 + size // 16


def text_rise(size: int) -> int:
    """Return the dots that a mask begins above the box of its line."""
    return _above(size) - round(size * _ASCENT)


def text_height(size: int) -> int:
    """Return the dots from one line of text to the next."""
    return ceil(size * _LINE)


def wrap(text: str, size: int, weight: Weight, width: int) -> list[str]:
    """Break a text into as few lines as ``width`` dots allow, evenly filled; a word too long for a line is cut."""
    lines = _fill(text, size, weight, width) if text else []
    if len(lines) < 2:
        return lines
    for narrower in range(width // 2, width, 8):  # the narrowest column of as many lines has the most even lines
        evener = _fill(text, size, weight, narrower)
        if len(evener) == len(lines):
            return evener
    return lines


def _above(size: int) -> int:
    return ceil(size * _ABOVE)


def _spread(text: str, size: int, weight: Weight) -> tuple[list[tuple[str, float]], float]:
    font = ticket_font(weight, size * _SCALE)
    gap = font.getlength(" ") + _WORD_GAP * size * _SCALE
    words: list[tuple[str, float]] = []
    x = 0.0
    for word in text.split(" "):
        words.append((word, x))
        x += font.getlength(word) + gap
    return words, x - gap


def _fill(text: str, size: int, weight: Weight, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, weight) <= width:
            lines[-1] = joined
            continue
        rest = word
        while len(rest) > 1 and text_width(rest, size, weight) > width:
            cut = next((n for n in range(len(rest) - 1, 1, -1) if text_width(rest[:n], size, weight) <= width), 1)
            lines.append(rest[:cut])
            rest = rest[cut:]
        lines.append(rest)
    return lines
