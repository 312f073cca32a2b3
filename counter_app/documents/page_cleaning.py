"""Scanned pages made straight and tidy: angle of the lines, edge of the paper, blank or not; with Pillow alone."""

from array import array
from io import BytesIO

from PIL import Image, ImageFilter
from PIL.Image import Resampling, Transpose

from counter_app.documents.page_pictures import flat, open_page

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of width and height."""

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
STEEPEST = 7.0
"""Degrees up to which a page is found to be askew; more is a page laid in by hand, for the officer to judge."""

_INK = 40
"""Levels of grey by which ink is darker than its paper."""
_BLANK = 0.0003
"""Share of a page under which its ink is dust: about 19 mm² of A4."""
_DOTS = 420  # a dot is half a millimetre of A4
_COARSE, _FINE = 0.5, 0.1
_SURE = 1.08
_LEAST = 0.2
_MARGIN = 0.02
_TURNS = {1: Transpose.ROTATE_270, 2: Transpose.ROTATE_180, 3: Transpose.ROTATE_90}


def edited(content: bytes, turns: int, angle: float, crop: Box) -> bytes:
    """Return a page turned by quarters clockwise, then by degrees clockwise, then cropped; PNG of the same resolution.

    Raises PAGE_UNREADABLE.
    """
    opened = open_page(content)
    dpi = opened.info.get("dpi")
    picture = turned(flat(opened), turns, angle)
    if crop != WHOLE:
        picture = picture.crop(_dots(crop, picture.size))
    made = BytesIO()
    picture.save(made, "PNG", compress_level=1, **({"dpi": dpi} if dpi else {}))
    return made.getvalue()


def turned(picture: Image.Image, turns: int, angle: float) -> Image.Image:
    """Return a picture turned by quarters and degrees clockwise; its size stays, and white comes in at the corners."""
    if turns % 4:
        picture = picture.transpose(_TURNS[turns % 4])
    if not angle:
        return picture
    if picture.mode == "1":
        grey = picture.convert("L").rotate(-angle, Resampling.BICUBIC, fillcolor=255)
        return grey.point(lambda level: 255 if level > 127 else 0).convert("1", dither=Image.Dither.NONE)
    white = 255 if picture.mode == "L" else (255, 255, 255)
    return picture.rotate(-angle, Resampling.BICUBIC, fillcolor=white)


def skew(picture: Image.Image) -> float:
    """Return by how many degrees clockwise a page has to be turned for its lines to be level; 0 where that is unsure.

    Level lines make the rows of dots very dark or very light: the angle at which neighbouring rows differ most wins.
    """
    ink = _ink(_small(picture))
    level = _evenness(ink, 0.0)
    if not level:
        return 0.0
    steps = range(-round(STEEPEST / _COARSE), round(STEEPEST / _COARSE) + 1)
    rough = max((step * _COARSE for step in steps), key=lambda angle: _evenness(ink, angle))
    near = range(-round(_COARSE / _FINE), round(_COARSE / _FINE) + 1)
    best = max((rough + step * _FINE for step in near), key=lambda angle: _evenness(ink, angle))
    if abs(best) < _LEAST or _evenness(ink, best) < level * _SURE:
        return 0.0
    return round(best, 1)


def content_box(picture: Image.Image) -> Box:
    """Return the part of a page that matters: the sheet on a dark ground, else what is written, with a margin.

    Dust and the shadow at the edge of the glass do not count. A page that needs no crop gives WHOLE.
    """
    small = _small(picture)
    width, height = small.size
    edge = max(1, round(width * 0.015))
    grey = small.convert("L").filter(ImageFilter.MedianFilter(3))
    if _ring(grey, edge) < 96:
        found, margin = grey.point(lambda level: 255 if level > 128 else 0).getbbox(), 0.0
    else:
        inner = _ink(grey).filter(ImageFilter.MedianFilter(3)).crop((edge, edge, width - edge, height - edge))
        found, margin = inner.getbbox(), _MARGIN
        found = found and (found[0] + edge, found[1] + edge, found[2] + edge, found[3] + edge)
    if not found:
        return WHOLE
    left, top = found[0] / width - margin, found[1] / height - margin
    right, bottom = found[2] / width + margin, found[3] / height + margin
    box = max(0.0, left), max(0.0, top), min(1.0, right), min(1.0, bottom)
    return WHOLE if (box[2] - box[0]) * (box[3] - box[1]) > 0.96 else box


def is_blank(picture: Image.Image) -> bool:
    """Whether there seems to be nothing on a page; what shines through from its back does not count."""
    return ink_share(picture) < _BLANK


def ink_share(picture: Image.Image) -> float:
    """Return how much of a page is ink, 0 to 1, without its outermost 3 %."""
    ink = _ink(_small(picture))
    width, height = ink.size
    side, top = round(width * 0.03), round(height * 0.03)
    inner = ink.crop((side, top, width - side, height - top))
    return inner.histogram()[255] / max(1, inner.width * inner.height)


def _small(picture: Image.Image) -> Image.Image:
    grey = picture.convert("L")
    width = min(_DOTS, grey.width)
    return grey.resize((width, max(1, round(grey.height * width / grey.width))), Resampling.BOX, reducing_gap=2.0)


def _ink(grey: Image.Image) -> Image.Image:
    """Return white where a page is darker than its paper, black elsewhere."""
    counts = grey.histogram()
    paper = max(range(64, 256), key=lambda level: counts[level])
    return grey.point(lambda level: 255 if level < paper - _INK else 0)


def _evenness(ink: Image.Image, angle: float) -> float:
    level = ink.rotate(-angle, Resampling.BILINEAR) if angle else ink
    side, top = round(level.width * 0.06), round(level.height * 0.06)  # without shadows and empty corners
    inner = level.crop((side, top, level.width - side, level.height - top))
    means = array("f", inner.convert("F").resize((1, inner.height), Resampling.BOX).tobytes())
    return sum((one - other) ** 2 for one, other in zip(means, means[1:], strict=False))


def _ring(grey: Image.Image, edge: int) -> float:
    """Return how light the outermost dots are, 0 to 255, in the middle of all of them."""
    width, height = grey.size
    inner = Image.new("L", grey.size, 255)
    inner.paste(0, (edge, edge, width - edge, height - edge))
    counts = grey.histogram(mask=inner)
    half, seen = sum(counts) / 2, 0
    for level, count in enumerate(counts):
        seen += count
        if seen >= half:
            return level
    return 255


def _dots(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    left, top = round(box[0] * width), round(box[1] * height)
    return left, top, max(left + 1, round(box[2] * width)), max(top + 1, round(box[3] * height))
