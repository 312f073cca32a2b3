"""A separator sheet, as a scanner sees it."""

from PIL import Image

from counter_app.documents.barcodes import qr_modules
from counter_app.documents.separators import separator_code


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
