"""What other programs than ours read in a PDF file: poppler's and qpdf."""

import subprocess
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]


def read(tool: str, pdf: bytes, folder: Path, *options: str) -> str:
    """Return what one of poppler's programs, or qpdf, says about a file."""
    path = folder / "form.pdf"
    path.write_bytes(pdf)
    said = subprocess.run([tool, *options, str(path), *(["-"] if tool == "pdftotext" else [])], capture_output=True)
    assert (said.returncode, said.stderr) == (0, b"")
    return said.stdout.decode()


def pages(pdf: bytes, folder: Path) -> list[str]:
    whole = read("pdftotext", pdf, folder, "-layout").split("\f")[:-1]
    return [" ".join(page.split()) for page in whole]


def words(pdf: bytes, folder: Path) -> str:
    return " ".join(pages(pdf, folder))


def squeezed(text: str) -> str:
    return "".join(text.split())


def inside(pdf: bytes) -> None:
    """Assert that nothing is drawn beyond the edge of any page."""
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        for one in page.get_objects():
            left, low, right, high = one.get_bounds()
            assert 0 <= left <= right <= width + 0.5
            assert 0 <= low <= high <= height + 0.5
