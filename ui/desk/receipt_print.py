"""The receipt on paper or in a folder."""

import logging
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counter_app.errors import Code, CounterError
from ui.desk.pdf_pages import PRINT_DPI, pdf_pages

log = logging.getLogger(__name__)


def has_printer() -> bool:
    """Tell whether this computer has a printer for sheets; asks the system, so call it off the main thread."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_receipt(pdf: bytes, name: str) -> None:
    """Print on the system's default printer; blocks.

    Raises CounterError DEVICE_ABSENT without a printer, PRINTER_FAULT when it does not take the job.
    """
    info = QPrinterInfo.defaultPrinter()
    if info.isNull():
        names = QPrinterInfo.availablePrinterNames()
        if not names:
            raise CounterError(Code.DEVICE_ABSENT, device="printer")
        info = QPrinterInfo.printerInfo(names[0])
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    _draw(printer, pdf, name)
    log.info("event=receipt_printed printer=%s", info.printerName())


def _draw(printer: QPrinter, pdf: bytes, name: str) -> None:
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(printer):
        raise CounterError(Code.PRINTER_FAULT)
    for number, page in enumerate(pdf_pages(pdf, PRINT_DPI)):
        if number:
            printer.newPage()
        painter.drawImage(QRectF(printer.pageLayout().fullRectPixels(printer.resolution())), page)
    if not painter.end():
        raise CounterError(Code.PRINTER_FAULT)


def save_receipt(pdf: bytes, folder: Path, code: str) -> Path:
    """Write ``folder/code.pdf`` whole or not at all, and return it. Raises CounterError OUTPUT_NOT_WRITABLE."""
    path = folder / f"{code}.pdf"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=".", suffix=".pdf", dir=folder)
        partial = Path(made)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(pdf)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CounterError(Code.OUTPUT_NOT_WRITABLE, path=str(path)) from error
    return path
