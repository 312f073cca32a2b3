"""Sheets that are laid between the papers of a pile before it is scanned, and how they are known again."""

from dataclasses import dataclass

import zxingcpp
from PIL import Image

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
