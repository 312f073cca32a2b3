"""Makes PNG pages of a file that another program saved: a picture, a TIFF of many pages or a PDF.

Runs as a program of its own, because a file from outside may crash a library, fill the memory or never end. Prints the
path of each page. Exit codes: 0, ``REFUSED`` for what is no whole picture or PDF or too large, ``NO_ROOM`` when the
disk is full.
"""

import argparse
import errno
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from counter_app.ports import ScanMode
from devices.scanner.pages import in_mode, write_page

REFUSED = 3
NO_ROOM = 4
MOST_PAGES = 500
MOST_PIXELS = 150_000_000  # A4 at 1,200 dots per inch
MOST_MEMORY = 3_000_000_000  # bytes
_SENSIBLE_DPI = range(72, 1201)
_POINTS_PER_INCH = 72


class Refused(Exception):  # noqa: N818  # says what became of the file
    """The file is no whole picture or PDF, or too large."""


def main() -> int:
    """Split one file as the command line says and return the exit code."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("source", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--resolution", type=int, default=200)
    parser.add_argument("--mode", type=ScanMode, default=ScanMode.COLOR)
    options = parser.parse_args()
    _limit_memory()
    try:
        for number, (picture, dots) in enumerate(_pictures(options.source, options.resolution), 1):
            if number > MOST_PAGES:
                raise Refused
            target = options.folder / f"part-{number:04d}.png"
            write_page(in_mode(picture, options.mode), target, dots)
            print(target, flush=True)
    except OSError as error:
        return NO_ROOM if error.errno in {errno.ENOSPC, errno.EDQUOT} else REFUSED
    except (Refused, MemoryError, Image.DecompressionBombError, SyntaxError, ValueError, RuntimeError):
        return REFUSED
    return 0


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _pictures(source: Path, resolution: int) -> Iterator[tuple[Image.Image, int]]:
    """Yield the pages with their dots per inch."""
    with source.open("rb") as file:
        is_pdf = file.read(1024).lstrip().startswith(b"%PDF")
    if is_pdf:
        yield from _of_pdf(source, resolution)
        return
    # Pillow warns of large pictures; here the limit is MOST_PIXELS.
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        with Image.open(source, formats=["PNG", "JPEG", "TIFF"]) as picture:
            # A JPEG of a telephone may hold a second picture that is no page.
            for frame in ImageSequence.Iterator(picture) if picture.format == "TIFF" else (picture,):
                if not 0 < frame.width * frame.height <= MOST_PIXELS:
                    raise Refused
                frame.load()
                yield ImageOps.exif_transpose(frame), _resolution(frame, resolution)
    except UnidentifiedImageError:
        raise Refused from None


def _resolution(picture: Image.Image, usual: int) -> int:
    """Return the picture's own dots per inch where they make sense: many programs write 1 or 72 for not knowing."""
    try:
        told = round(float(picture.info["dpi"][0]))
    except (KeyError, IndexError, TypeError, ValueError, OverflowError, ZeroDivisionError):
        return usual
    return told if told in _SENSIBLE_DPI and told != _POINTS_PER_INCH else usual


def _of_pdf(source: Path, resolution: int) -> Iterator[tuple[Image.Image, int]]:
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(source)  # its error is a RuntimeError
    scale = resolution / _POINTS_PER_INCH
    for index in range(len(document)):
        width, height = document.get_page_size(index)
        if not 0 < width * height * scale * scale <= MOST_PIXELS:
            raise Refused
        page = document[index]
        yield page.render(scale=scale).to_pil(), resolution
        page.close()


if __name__ == "__main__":
    sys.exit(main())
