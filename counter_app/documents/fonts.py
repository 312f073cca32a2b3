"""The shipped typefaces: Be Vietnam Pro for tickets, Liberation Serif (as wide as Times New Roman) for forms."""

from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from PIL import ImageFont


class Weight(StrEnum):
    """Weights of Be Vietnam Pro; on a thermal head nothing lighter than semi-bold stays legible."""

    SEMI_BOLD = "SemiBold"
    BOLD = "Bold"
    EXTRA_BOLD = "ExtraBold"


class Serif(StrEnum):
    """The faces of Liberation Serif, under the names that a PDF knows them by."""

    REGULAR = "LiberationSerif-Regular"
    BOLD = "LiberationSerif-Bold"
    ITALIC = "LiberationSerif-Italic"
    BOLD_ITALIC = "LiberationSerif-BoldItalic"


def font_file(name: str) -> BytesIO:
    """Open a shipped font, e.g. ``BeVietnamPro-Bold``."""
    return BytesIO(files("resources").joinpath("fonts", f"{name}.ttf").read_bytes())


@lru_cache(maxsize=64)
def ticket_font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Return Be Vietnam Pro at ``size`` pixels an em."""
    return ImageFont.truetype(font_file(f"BeVietnamPro-{weight}"), size)
