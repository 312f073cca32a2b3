"""Pages that are text in black on white alone: one bit a dot says all of them."""

from PIL import Image

from counter_app.documents.page_pictures import flat

_MID_GREYS = (80, 176)
_MOST_MID = 0.04
"""Share of dots between black and white: the edges of letters have some, a photograph or a pale seal has many."""
_MOST_INK = 0.3
_COLOURED = 60
"""How far the strongest and the weakest of red, green and blue are apart in a dot that has a colour."""
_MOST_COLOURED = 0.0005
_THRESHOLD = 150


def suits_bitonal(picture: Image.Image) -> bool:
    """Whether hardly anything is lost in black and white: no colour, few greys, and not mostly dark."""
    if picture.mode == "1":
        return True
    page = flat(picture)
    if page.mode == "RGB" and _coloured(page) > _MOST_COLOURED:
        return False
    counts, dots = page.convert("L").histogram(), page.width * page.height
    ink, mid = sum(counts[: _MID_GREYS[0]]), sum(counts[_MID_GREYS[0] : _MID_GREYS[1]])
    return mid < _MOST_MID * dots and ink < _MOST_INK * dots


def bitonal(picture: Image.Image) -> Image.Image:
    """Return a page in black and white."""
    if picture.mode == "1":
        return picture
    grey = flat(picture).convert("L")
    return grey.point([0] * _THRESHOLD + [255] * (256 - _THRESHOLD), "1")


def _coloured(page: Image.Image) -> float:
    """The share of the page that has a colour of its own, not the tint of its paper."""
    small = page.reduce(max(1, page.width // 800))
    counts = small.convert("HSV").getchannel("S").histogram()
    return sum(counts[_COLOURED:]) / (small.width * small.height)
