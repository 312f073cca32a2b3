"""Printing a PDF on the system's printers (Windows' spooler, CUPS): each page drawn on a sheet of its own size."""

import logging

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counter_app.errors import Code, CounterError
from ui.desk.pdf_pages import PRINT_DPI, page_image, page_sizes

log = logging.getLogger(__name__)


def printers() -> tuple[str, ...]:
    """Every printer for sheets, the system's default first; asks the system, so call it off the main thread."""
    names = list(QPrinterInfo.availablePrinterNames())
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: name != default))


def print_pdf(pdf: bytes, name: str, printer: str = "") -> str:
    """Print all pages and return the printer's name; blocks. ``name`` is the job's.

    ``printer`` that is not there any more falls back on the default one.
    Raises NO_SHEET_PRINTER, or PRINTER_FAULT when it does not take the job.
    """
    known = printers()
    if not known:
        raise CounterError(Code.NO_SHEET_PRINTER)
    chosen = printer if printer in known else known[0]
    device = QPrinter(QPrinterInfo.printerInfo(chosen), QPrinter.PrinterMode.HighResolution)
    pages = draw_on(device, pdf, name)
    log.info("event=sheets_printed printer=%s pages=%d", chosen, pages)
    return chosen


def draw_on(device: QPrinter, pdf: bytes, name: str) -> int:
    """Draw every page at its own size and direction; return how many. Raises PRINTER_FAULT."""
    sizes = page_sizes(pdf)
    device.setDocName(name)
    device.setFullPage(True)
    device.setPageLayout(_layout(sizes[0]))
    painter = QPainter()
    if not painter.begin(device):
        raise CounterError(Code.PRINTER_FAULT)
    try:
        for number, size in enumerate(sizes):
            if number:
                device.setPageLayout(_layout(size))
                device.newPage()
            # One page at a time: A4 at 300 dots an inch takes 35 MB.
            place = QRectF(device.pageLayout().fullRectPixels(device.resolution()))
            painter.drawImage(place, page_image(pdf, number, PRINT_DPI))
    finally:
        ended = painter.end()
    if not ended:
        raise CounterError(Code.PRINTER_FAULT)
    return len(sizes)


def _layout(points: QSizeF) -> QPageLayout:
    """The sheet of a page: printers know sizes upright, and a direction beside."""
    lying = points.width() > points.height()
    upright = points.transposed() if lying else points
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
