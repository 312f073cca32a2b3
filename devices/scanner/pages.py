"""A scanned page: is it whole, and onto the disk as PNG so that it is there entirely or not at all."""

import re
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from counter_app.ports import ScanMode
from counter_app.store.durable import durable_file

MAX_PIXELS = 200_000_000  # an A3 page at 1,000 dots per inch; more is a broken header
_HEADER = re.compile(rb"\AP([456])((?:\s+(?:#[^\n]*\n)?\s*\d+){2,3})\s")
_COMMENT = re.compile(rb"#[^\n]*\n")
_NUMBERS = {b"4": 2, b"5": 3, b"6": 3}  # a bitmap has no largest value in its header
_HEADER_BYTES = 512
_PLAIN = frozenset({"1", "L", "RGB"})


class TruncatedPage(Exception):  # noqa: N818  # says what the page is
    """The picture ends before its header says so, or is none."""


def check_pnm(path: Path) -> None:
    """Hold a PNM file's size against its header. Raises TruncatedPage.

    SANE ends a page that broke off without an error: exit code 0 and a file of 35 bytes.
    """
    with path.open("rb") as file:
        head = _COMMENT.sub(b"", file.read(_HEADER_BYTES))
    comments = min(_HEADER_BYTES, path.stat().st_size) - len(head)
    found = _HEADER.match(head)
    if found is None:
        raise TruncatedPage
    numbers = [int(word) for word in found[2].split()]
    if len(numbers) != _NUMBERS[found[1]]:
        raise TruncatedPage
    width, height = numbers[:2]
    needed = found.end() + comments + _row_bytes(found[1], width, numbers) * height
    if not 0 < width * height <= MAX_PIXELS or path.stat().st_size != needed:
        raise TruncatedPage


def _row_bytes(kind: bytes, width: int, numbers: list[int]) -> int:
    if kind == b"4":
        return -(-width // 8)
    sample = 2 if numbers[2] > 255 else 1
    return width * sample * (3 if kind == b"6" else 1)


def keep_page(raw: Path, target: Path, resolution: int, mode: ScanMode | None = None) -> None:
    """Check a PNM page and keep it as the PNG ``target``, in ``mode`` if that asks for fewer colours than came.

    Raises TruncatedPage, OSError.
    """
    check_pnm(raw)
    try:
        with Image.open(raw, formats=["PPM"]) as picture:
            write_page(in_mode(picture, mode), target, resolution)
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError) as error:
        raise TruncatedPage from error


def in_mode(picture: Image.Image, mode: ScanMode | None) -> Image.Image:
    """Return a page with no more colours than were asked for: a scanner may know fewer modes than SANE has words."""
    if mode is ScanMode.LINEART and picture.mode != "1":
        grey = picture.convert("L")
        edge = paper_from(grey.histogram())
        return grey.point([0] * edge + [255] * (256 - edge), "1")
    if mode is ScanMode.GRAY and picture.mode not in {"1", "L"}:
        return picture.convert("L")
    return picture if picture.mode in _PLAIN else picture.convert("RGB")


def paper_from(histogram: Sequence[int]) -> int:
    """Return the grey from which on dots are paper: the split that sets ink and paper apart best (Otsu, 1979)."""
    total, mass = sum(histogram), sum(grey * count for grey, count in enumerate(histogram))
    dark, dark_mass, best, edge = 0, 0, 0.0, 128
    for grey, count in enumerate(histogram):
        dark += count
        dark_mass += grey * count
        if dark in (0, total):
            continue
        apart = dark_mass / dark - (mass - dark_mass) / (total - dark)
        if (worth := dark * (total - dark) * apart * apart) > best:
            best, edge = worth, grey + 1
    return edge


def write_page(picture: Image.Image, target: Path, resolution: int) -> None:
    """Write a page as the PNG ``target``, durably, entirely or not at all. Raises what Pillow raises, OSError."""
    with durable_file(target) as file:
        # The lowest compression: 5 times faster than the usual one, and the scanner does not wait.
        picture.save(file, "PNG", compress_level=1, dpi=(resolution, resolution))
