"""Sheets that are laid between the papers of a pile before it is scanned, and how they are known again."""

from dataclasses import dataclass

import zxingcpp
from PIL import Image

from counter_app.documents.barcodes import qr_modules

_WORD = "QMC-TACH"
_WIDEST = 1200  # dots; more make the reading slower, not surer


@dataclass(frozen=True, slots=True)
class Separator:
    """A sheet between papers: what follows belongs to the paper with this number, from 1, or, at 0, to the next one."""

    paper: int = 0


def separator_code(paper: int = 0) -> str:
    """Return what stands in the code of a sheet: for the paper with this number, or for any."""
    return f"{_WORD}:{paper}" if paper else _WORD


def separator_on(picture: Image.Image) -> Separator | None:
    """Return what a separator sheet says, None for any other page; a barcode of somebody else is none."""
    grey = picture.convert("L")
    if grey.width > _WIDEST:
        height = round(grey.height * _WIDEST / grey.width)
        grey = grey.resize((_WIDEST, height), Image.Resampling.BOX, reducing_gap=2.0)
    # Made here: a module that keeps one until the end is reported as a leak by the library.
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for code in zxingcpp.read_barcodes(grey, formats=formats):
        word, _, number = str(code.text).partition(":")
        if word == _WORD and (not number or number.isascii() and number.isdecimal()):
            return Separator(int(number[:3] or 0))
    return None


def sheet_picture(paper: int = 0, width: int = 827) -> Image.Image:
    """Return the code of a sheet as a scanned page of A4 shows it, ``width`` dots wide; for the virtual scanner."""
    page = Image.new("L", (width, round(width * 297 / 210)), 252)
    modules = qr_modules(separator_code(paper))
    side = round(width * 60 / 210) // len(modules) * len(modules)
    code = Image.frombytes(
        "L", (len(modules), len(modules)), bytes(0 if dark else 252 for row in modules for dark in row)
    )
    page.paste(code.resize((side, side), Image.Resampling.NEAREST), ((width - side) // 2, width // 3))
    return page
