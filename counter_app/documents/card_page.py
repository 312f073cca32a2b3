"""Both sides of an identity card on one A4 page, as large as the card is."""

from io import BytesIO
from statistics import median_low

from PIL import Image, ImageChops, ImageFilter, UnidentifiedImageError

from counter_app.errors import Code, CounterError
from counter_app.ports import SHEET_MM, SheetSize

_USUAL_DPI = 300
_DPI = range(72, 1201)
_LOOK_DPI = 75  # enough to find an edge, and dust is gone
_EDGE = 18  # of 256 greys: how far the card stands out from the lid
_MARGIN_MM = 1.5
_NEAR = (0.75, 1.25)  # of the card's size: what else was found is not its outline
_MAX_PIXELS = 200_000_000


def card_page(front: bytes, back: bytes) -> bytes:
    """Return the front above the back on one A4 page, PNG; each side is cut out of its picture where it is found.

    Takes tens of milliseconds. Raises PAGE_UNREADABLE with 1 for the front, 2 for the back.
    """
    sides = [_card(content, number) for number, content in enumerate((front, back), 1)]
    dpi = max(dots for _, dots in sides)
    width, height = (_dots(millimetres, dpi) for millimetres in SHEET_MM[SheetSize.A4])
    mode = "RGB" if any(side.mode == "RGB" for side, _ in sides) else "L"
    page = Image.new(mode, (width, height), "white")
    for place, (side, dots) in enumerate(sides, 1):
        fitted = _fitted(side, dpi / dots, (width * 9 // 10, height * 3 // 10)).convert(mode)
        page.paste(fitted, ((width - fitted.width) // 2, height * place // 3 - fitted.height // 2))
    made = BytesIO()
    page.save(made, "PNG", compress_level=6, dpi=(dpi, dpi))
    return made.getvalue()


def _card(content: bytes, number: int) -> tuple[Image.Image, int]:
    """Return the card alone and the dots per inch of its picture."""
    try:
        with Image.open(BytesIO(content), formats=["PNG", "JPEG"]) as picture:
            if picture.width * picture.height > _MAX_PIXELS:
                raise CounterError(Code.PAGE_UNREADABLE, page=number)
            told = round(float(picture.info.get("dpi", (_USUAL_DPI,))[0]))
            whole = picture.convert("L" if picture.mode in {"1", "L"} else "RGB")
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        OverflowError,
        SyntaxError,
        ValueError,
    ) as error:
        raise CounterError(Code.PAGE_UNREADABLE, page=number) from error
    dpi = told if told in _DPI else _USUAL_DPI
    return whole.crop(_outline(whole, dpi)), dpi


def _outline(picture: Image.Image, dpi: int) -> tuple[int, int, int, int]:
    """Return where the card lies in the picture; the whole picture where nothing of its size stands out."""
    everything = (0, 0, picture.width, picture.height)
    scale = dpi / _LOOK_DPI
    small = picture.convert("L").resize((max(1, round(picture.width / scale)), max(1, round(picture.height / scale))))
    lid = Image.new("L", small.size, _lid(small))
    apart = ImageChops.difference(small, lid).point([0] * _EDGE + [255] * (256 - _EDGE))
    box = apart.filter(ImageFilter.MedianFilter(3)).getbbox()
    if box is None or not _like_a_card((box[2] - box[0]) / _LOOK_DPI, (box[3] - box[1]) / _LOOK_DPI):
        return everything
    margin = _dots(_MARGIN_MM, dpi)
    left, upper, right, lower = (round(edge * scale) for edge in box)
    return (
        max(0, left - margin),
        max(0, upper - margin),
        min(picture.width, right + margin),
        min(picture.height, lower + margin),
    )


def _lid(picture: Image.Image) -> int:
    """Return the grey around the card: of the right and lower edge, for it lies in the corner of the other two."""
    across = picture.crop((0, picture.height - 1, picture.width, picture.height))
    down = picture.crop((picture.width - 1, 0, picture.width, picture.height))
    greys: list[int] = [*across.tobytes(), *down.tobytes()]
    return median_low(greys)


def _like_a_card(width: float, height: float) -> bool:
    """Say whether so many inches are a card, lying or upright."""
    long, short = (millimetres / 25.4 for millimetres in SHEET_MM[SheetSize.CARD])
    near = _NEAR[0] <= max(width, height) / long <= _NEAR[1]
    return near and _NEAR[0] <= min(width, height) / short <= _NEAR[1]


def _fitted(side: Image.Image, scale: float, most: tuple[int, int]) -> Image.Image:
    """Return the side at the page's resolution, smaller if it does not fit its third of the page."""
    scale = min(scale, most[0] / side.width, most[1] / side.height)
    if abs(scale - 1) < 0.005:
        return side
    size = (max(1, round(side.width * scale)), max(1, round(side.height * scale)))
    return side.resize(size, Image.Resampling.LANCZOS)


def _dots(millimetres: float, dpi: int) -> int:
    return round(millimetres / 25.4 * dpi)
