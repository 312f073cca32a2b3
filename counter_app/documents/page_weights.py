"""Pages made lighter, only where a file would be over its limit, and no more than needed."""

from collections.abc import Sequence

from PIL import Image

from counter_app.documents.bitonal import bitonal, suits_bitonal
from counter_app.documents.page_pictures import as_g4, as_jpeg, flat, open_page
from counter_app.errors import Code, CounterError

MOST_BYTES = 50_000_000
"""A file of an office's archive (Decision 161/2025/QĐ-UBND of Ninh Bình, here the default)."""

_QUALITY = 85
_SPARE, _SPARE_A_PAGE = 100_000, 4_000
"""Bytes that a PDF adds to its pictures: a face of letters, and the words of each page."""
_STEPS: tuple[float, ...] = (0, 200, 150, 100)
"""Dots an inch to which pictures are reduced, one after another; 0 leaves them."""


def within(pages: Sequence[bytes], most: int = MOST_BYTES) -> list[bytes]:
    """Return the pages, together at most ``most`` bytes; as they are if they fit.

    Else what is black and white alone becomes that, then the others become JPEG, then smaller ones, step by step.
    Raises PAGE_UNREADABLE, PAPER_TOO_LARGE.
    """
    room = most - _SPARE - _SPARE_A_PAGE * len(pages)
    if _weight(pages) <= room:
        return list(pages)
    lighter = [_as_bitonal(page, number) for number, page in enumerate(pages, 1)]
    kept = list(lighter)
    for dpi in _STEPS:
        if _weight(kept) <= room:
            return kept
        kept = [one if one != page else _as_jpeg(page, dpi) for one, page in zip(lighter, pages, strict=True)]
    if _weight(kept) <= room:
        return kept
    raise CounterError(Code.PAPER_TOO_LARGE, megabytes=-(-_weight(kept) // 1_000_000), most=most // 1_000_000)


def _weight(pages: Sequence[bytes]) -> int:
    return sum(map(len, pages))


def _as_bitonal(page: bytes, number: int) -> bytes:
    picture = open_page(page, number)
    if not suits_bitonal(picture):
        return page
    return as_g4(bitonal(picture), picture.info.get("dpi"))


def _as_jpeg(page: bytes, dpi: float) -> bytes:
    """Return a page as JPEG if that is lighter, of at most ``dpi`` dots an inch."""
    picture = open_page(page)
    has = picture.info.get("dpi")
    smaller = flat(picture)
    if dpi and has and min(has) > dpi:
        share = dpi / min(has)
        size = max(1, round(picture.width * share)), max(1, round(picture.height * share))
        smaller, has = smaller.resize(size, Image.Resampling.LANCZOS), (has[0] * share, has[1] * share)
    made = as_jpeg(smaller, _QUALITY, has)
    return made if len(made) < len(page) else page
