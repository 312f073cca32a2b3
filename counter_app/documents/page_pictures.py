"""Pictures of scanned pages: opened with care, flat, and as large as the sheet that was scanned."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from counter_app.errors import Code, CounterError

FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
"""What a page may be; nothing else is even tried."""

A4 = (595.276, 841.89)
"""Points (1/72 inch), upright."""

_AS_THEY_ARE = {"PNG": ("L", "RGB", "P"), "JPEG": ("L", "RGB")}
MOST_PIXELS = 150_000_000
"""A4 at 1,200 dots an inch; a small file may unpack to a thousand times as many."""

UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What Pillow raises over a file that is no picture, is damaged or was made to hurt."""
_ORIENTATION = 0x0112
_DPI_FROM, _DPI_TO = 100, 1250


def open_page(content: bytes, number: int = 1) -> Image.Image:
    """Return a page's picture, read to its end. Raises PAGE_UNREADABLE with ``number``, counted from 1."""
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
        check_pixels(picture)
        picture.load()
        upright = ImageOps.exif_transpose(picture)  # a camera's picture may say that it lies on its side
        lies = picture.getexif().get(_ORIENTATION, 1) != 1
    except UNREADABLE as error:
        raise CounterError(Code.PAGE_UNREADABLE, page=number) from error
    return upright if lies else picture


def check_pixels(picture: Image.Image, most: int = MOST_PIXELS) -> None:
    """Raise ValueError for a picture with too many dots, or none; call before it is unpacked."""
    if not 0 < picture.width * picture.height <= most:
        raise ValueError("too many dots")


def pdf_ready(content: bytes, number: int = 1) -> bytes:
    """Return a page that goes into a PDF as it is: ``content`` itself, if it can, else the same picture as PNG.

    What is black and white alone becomes TIFF G4 where that is smaller (dithered dots are not). Raises PAGE_UNREADABLE.
    """
    if _is_plain_png(content):
        return content
    picture = open_page(content, number)
    try:
        return _packed(content, picture)
    except UNREADABLE as error:  # what was read whole may still have a resolution that no file can hold
        raise CounterError(Code.PAGE_UNREADABLE, page=number) from error


def _packed(content: bytes, picture: Image.Image) -> bytes:
    seen_through = picture.has_transparency_data
    if picture.mode in _AS_THEY_ARE.get(picture.format or "", ()) and not seen_through:
        return content
    dpi = picture.info.get("dpi")
    if picture.mode == "1" and not seen_through:
        packed = as_g4(picture, dpi)
        return content if picture.format == "PNG" and len(content) < len(packed) else packed
    return as_png(flat(picture), dpi)


def _is_plain_png(content: bytes) -> bool:
    """Whether nothing has to be done: by the sums in the file, a hundred times faster than looking at the dots."""
    try:
        picture = Image.open(BytesIO(content), formats=("PNG",))
        plain = picture.mode in _AS_THEY_ARE["PNG"] and not picture.has_transparency_data and "exif" not in picture.info
        check_pixels(picture)
        picture.verify()
    except UNREADABLE:
        return False
    return plain


def flat(picture: Image.Image) -> Image.Image:
    """Return the picture in black and white, grey or colour, on white paper where it can be seen through."""
    if picture.has_transparency_data:
        layered = picture.convert("RGBA")
        paper = Image.new("RGB", picture.size, "white")
        paper.paste(layered, mask=layered.getchannel("A"))
        return paper
    if picture.mode in ("1", "L", "RGB"):
        return picture
    if picture.mode.startswith("I"):  # 16 bits a dot
        return picture.point(lambda level: level / 256).convert("L") if picture.mode != "I" else picture.convert("L")
    return picture.convert("RGB")


def as_png(picture: Image.Image, dpi: tuple[float, float] | None = None) -> bytes:
    """Return a picture as PNG, without loss; ``dpi`` tells how large the sheet is."""
    made = BytesIO()
    picture.save(made, "PNG", **({"dpi": dpi} if dpi else {}))
    return made.getvalue()


def as_g4(picture: Image.Image, dpi: tuple[float, float] | None = None) -> bytes:
    """Return a picture in black and white as TIFF, packed by fax group 4 in one strip, as a PDF takes it."""
    made = BytesIO()
    whole = picture.width * picture.height
    picture.save(made, "TIFF", compression="group4", strip_size=whole, **({"dpi": dpi} if dpi else {}))
    return made.getvalue()


def as_jpeg(picture: Image.Image, quality: int, dpi: tuple[float, float] | None = None) -> bytes:
    """Return a picture as JPEG; ``dpi`` tells how large the sheet is."""
    made = BytesIO()
    rounded = {"dpi": (round(dpi[0]), round(dpi[1]))} if dpi else {}
    picture.save(made, "JPEG", quality=quality, **rounded)
    return made.getvalue()


def paper_size(width: int, height: int, dpi: tuple[float, float]) -> tuple[float, float]:
    """How large a page of so many dots is, in points: by its resolution, or where that says nothing sensible as A4."""
    if all(_DPI_FROM <= one <= _DPI_TO for one in dpi):
        return width / dpi[0] * 72, height / dpi[1] * 72
    sheet = A4 if height >= width else (A4[1], A4[0])
    scale = min(sheet[0] / width, sheet[1] / height)
    return width * scale, height * scale
