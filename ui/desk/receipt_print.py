"""The receipt on paper or in a folder."""

from pathlib import Path

from counter_app.services.output import save_file
from ui.desk.printing.system_printer import print_pdf


def print_receipt(pdf: bytes, name: str, printer: str = "") -> None:
    """Print on the printer chosen, or the system's default one; blocks.

    Raises CounterError NO_SHEET_PRINTER without a printer, PRINTER_FAULT when it does not take the job.
    """
    print_pdf(pdf, name, printer)


def save_receipt(pdf: bytes, folder: Path, code: str) -> Path:
    """Write ``folder/code.pdf`` whole or not at all, and return it. Raises DISK_FULL, OUTPUT_NOT_WRITABLE."""
    path = folder / f"{code}.pdf"
    save_file(path, pdf)
    return path
