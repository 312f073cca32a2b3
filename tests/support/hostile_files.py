"""Files that somebody may bring: sound ones, and such as were made to hurt."""

from io import BytesIO

import pikepdf


def one_page_pdf() -> bytes:
    """Return a PDF of one blank A4 page."""
    return pdf_with({})


def pdf_with(root: dict[str, object], page: dict[str, object] | None = None, password: str = "") -> bytes:
    """Return a PDF of one page; ``root`` and ``page`` are put into its catalogue and into that page."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        sheet = pdf.add_blank_page(page_size=(595, 842))
        for name, value in root.items():
            pdf.Root[name] = value
        for name, value in (page or {}).items():
            sheet.obj[name] = value
        locked = pikepdf.Encryption(owner=password, user=password) if password else None
        pdf.save(made, encryption=locked) if locked else pdf.save(made)
    return made.getvalue()
