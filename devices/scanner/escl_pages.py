"""A page as a network scanner sends it, PNG or JPEG: is it whole, and onto the disk as every page."""

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from counter_app.ports import ScanMode
from devices.scanner.escl_xml import BadAnswer
from devices.scanner.pages import TruncatedPage, in_mode, write_page

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"
_TAIL = 4096  # some scanners pad the file to a whole block


def keep_picture(raw: Path, target: Path, resolution: int, mode: ScanMode) -> None:
    """Check a page and keep it as the PNG ``target`` in ``mode``. Raises TruncatedPage, BadAnswer, OSError."""
    _check_ends(raw)
    try:
        picture = Image.open(raw, formats=["PNG", "JPEG"])
    except Image.DecompressionBombError:  # beyond 179 million dots, A3 at 950 an inch
        raise BadAnswer("page size") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise TruncatedPage from error
    with picture:
        try:
            picture.load()
        except (OSError, SyntaxError, ValueError) as error:
            raise TruncatedPage from error
        write_page(in_mode(picture, mode), target, resolution)


def _check_ends(raw: Path) -> None:
    """Libjpeg fills what is missing with grey; so a JPEG must have its end."""
    with raw.open("rb") as file:
        head = file.read(len(_PNG))
        file.seek(max(0, raw.stat().st_size - _TAIL))
        tail = file.read()
    if not head:
        raise TruncatedPage
    if head.startswith(_JPEG):
        if _JPEG_END not in tail:
            raise TruncatedPage
    elif head != _PNG:
        raise BadAnswer("page format")
