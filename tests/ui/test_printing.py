"""A paper in the window: seen as it is, printed page for page, saved whole; without a printer there is a way out."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from counter_app.errors import Code, CounterError
from tests.support.office import OpenOffice
from tests.support.typing import press
from tests.support.waiting import WAIT_MS, until_seen
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.desk.pdf_pages import page_image, page_sizes
from ui.desk.printing.paper_panel import PaperPanel
from ui.desk.printing.system_printer import draw_on, print_pdf, printers
from ui.tasks import Tasks

SYSTEM = "ui.desk.printing.system_printer"
CTRL = Qt.KeyboardModifier.ControlModifier
Size = tuple[float, float]


def paper(*sizes: Size) -> bytes:
    """Return a PDF with a black field in the upper left quarter of each page."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.rect(0, height / 2, width / 2, height / 2, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def sizes_of(pdf: bytes) -> list[tuple[int, int]]:
    return [(round(size.width() / 3), round(size.height() / 3)) for size in page_sizes(pdf)]


def dark(image: QImage, across: float, down: float) -> bool:
    return image.pixelColor(int(image.width() * across), int(image.height() * down)).lightness() < 128


def pdf_printer(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


class NoPrinters:
    """The system of a computer without a printer."""

    @staticmethod
    def availablePrinterNames() -> list[str]:
        return []

    @staticmethod
    def defaultPrinterName() -> str:
        return ""


class TwoPrinters:
    """The system of a computer with two printers, the second is the default one."""

    @staticmethod
    def availablePrinterNames() -> list[str]:
        return ["Máy tầng 1", "Máy tầng 2"]

    @staticmethod
    def defaultPrinterName() -> str:
        return "Máy tầng 2"

    @staticmethod
    def printerInfo(name: str) -> str:
        return name


@pytest.fixture
def no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{SYSTEM}.QPrinterInfo", NoPrinters)


@pytest.fixture
def two_printers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Let jobs for the system's printers come out as PDF files; return the printers that were used."""
    used: list[str] = []

    class Spooled(QPrinter):
        def __init__(self, info: Any, mode: QPrinter.PrinterMode) -> None:  # noqa: ANN401 - the stand-in's info
            super().__init__(mode)
            used.append(info)
            self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.setOutputFileName(str(tmp_path / f"printed-{len(used)}.pdf"))

    monkeypatch.setattr(f"{SYSTEM}.QPrinterInfo", TwoPrinters)
    monkeypatch.setattr(f"{SYSTEM}.QPrinter", Spooled)
    return used


@pytest.fixture
def panel(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> PaperPanel:
    return open_panel(qtbot, office, tasks, lambda start: tmp_path / start.name)


def open_panel(qtbot: QtBot, office: OpenOffice, tasks: Tasks, choose: Callable[[Path], Path | None]) -> PaperPanel:
    officer = office.services.officers.all()[0]
    made = PaperPanel(DeskContext(office.services, tasks, Notices(), 3, officer), choose)
    qtbot.addWidget(made)
    made.resize(820, 640)
    made.show()
    made.activateWindow()
    return made


def test_the_printer_gets_every_page_at_its_size_and_direction(look: object, tmp_path: Path) -> None:
    pdf = paper(A4, landscape(A4), A5, A4)
    assert draw_on(pdf_printer(tmp_path / "out.pdf"), pdf, "giấy") == 4
    assert sizes_of((tmp_path / "out.pdf").read_bytes()) == sizes_of(pdf)


def test_what_is_printed_stands_where_it_stands_on_the_page(look: object, tmp_path: Path) -> None:
    draw_on(pdf_printer(tmp_path / "out.pdf"), paper(A4, landscape(A4)), "giấy")
    printed = (tmp_path / "out.pdf").read_bytes()
    for page in (0, 1):
        image = page_image(printed, page, 30)
        assert [dark(image, *at) for at in ((0.02, 0.02), (0.48, 0.48), (0.52, 0.48), (0.48, 0.52))] == [
            True,
            True,
            False,
            False,
        ]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_no_job_is_said(look: object, tmp_path: Path) -> None:
    with pytest.raises(CounterError) as refused:
        draw_on(pdf_printer(tmp_path / "nowhere" / "out.pdf"), paper(A4), "giấy")
    assert refused.value.code is Code.PRINTER_FAULT


def test_without_a_printer_nothing_is_tried(look: object, no_printers: None) -> None:
    with pytest.raises(CounterError) as refused:
        print_pdf(paper(A4), "giấy")
    assert refused.value.code is Code.NO_SHEET_PRINTER


def test_the_default_printer_comes_first_and_one_that_is_gone_falls_back_on_it(
    look: object, two_printers: list[str]
) -> None:
    assert printers() == ("Máy tầng 2", "Máy tầng 1")
    for wanted in ("", "Máy tầng 1", "Máy đã bỏ"):
        print_pdf(paper(A4), "giấy", wanted)
    assert two_printers == ["Máy tầng 2", "Máy tầng 1", "Máy tầng 2"]


def test_a_paper_is_shown_page_by_page(qtbot: QtBot, panel: PaperPanel) -> None:
    panel.show_paper("Giấy hẹn", "H99-1", lambda: paper(landscape(A5), landscape(A5)))
    until_seen(qtbot, lambda: panel.pages.drawn == (0, 1))
    assert panel.pages.hasFocus()


def test_a_book_keeps_only_the_pages_near_what_is_seen(qtbot: QtBot, panel: PaperPanel) -> None:
    panel.show_paper("Sổ theo dõi hồ sơ", "so", lambda: paper(*[A4] * 120))
    until_seen(qtbot, lambda: bool(panel.pages.drawn))
    bar = panel.pages.verticalScrollBar()
    bar.setValue(bar.maximum())
    until_seen(qtbot, lambda: 119 in panel.pages.drawn)
    assert min(panel.pages.drawn) > 100


def test_zooming_by_keys_keeps_the_paper_sharp(qtbot: QtBot, panel: PaperPanel) -> None:
    panel.show_paper("Giấy hẹn", "H99-1", lambda: paper(A4))
    until_seen(qtbot, lambda: panel.pages.drawn == (0,))
    fitted = panel.pages.factor
    asked: list[int] = []
    panel.pages.wanted.connect(lambda _, dots: asked.append(dots))
    press(Qt.Key.Key_Plus, CTRL)
    press(Qt.Key.Key_Plus, CTRL)
    assert panel.pages.factor > fitted
    until_seen(qtbot, lambda: bool(asked))
    assert asked[-1] >= 96 * panel.pages.factor
    press(Qt.Key.Key_0, CTRL)
    assert panel.pages.factor == pytest.approx(fitted)


def test_escape_goes_back(qtbot: QtBot, panel: PaperPanel) -> None:
    panel.show_paper("Giấy hẹn", "H99-1", lambda: paper(A4))
    until_seen(qtbot, lambda: panel.pages.drawn == (0,))
    with qtbot.waitSignal(panel.closed, timeout=WAIT_MS):
        press(Qt.Key.Key_Escape)
    assert panel.pdf == b""


def test_without_a_printer_the_paper_is_saved_instead(
    qtbot: QtBot, panel: PaperPanel, no_printers: None, tmp_path: Path
) -> None:
    panel.show_paper("Giấy hẹn", "H99-1", lambda: paper(A4))
    until_seen(qtbot, lambda: panel.pages.drawn == (0,))
    panel.print_paper()
    until_seen(qtbot, lambda: any("chưa có máy in" in notice.title for notice in panel.banners.shown))
    (notice,) = panel.banners.shown
    assert [act.id for act in notice.acts] == ["save"]
    with qtbot.waitSignal(panel.saved, timeout=WAIT_MS):
        panel.banners.acted.emit(notice.id, "save")
    assert (tmp_path / "H99-1.pdf").read_bytes() == panel.pdf
    until_seen(qtbot, lambda: str(tmp_path / "H99-1.pdf") in panel.banners.shown[0].title)


def test_a_folder_that_cannot_be_written_is_said_and_the_paper_stays(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    panel = open_panel(qtbot, office, tasks, lambda start: tmp_path / "file" / start.name)
    panel.show_paper("Giấy hẹn", "H99-1", lambda: paper(A4))
    until_seen(qtbot, lambda: panel.pages.drawn == (0,))
    panel.save_paper()
    until_seen(qtbot, lambda: any("Không ghi được tệp" in notice.title for notice in panel.banners.shown))
    assert panel.pdf


def test_the_printer_chosen_is_remembered(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, two_printers: list[str], panel: PaperPanel
) -> None:
    panel.show_paper("Giấy hẹn", "H99-1", lambda: paper(A4))
    until_seen(qtbot, lambda: panel.pages.drawn == (0,) and panel.printer.count() == 2)
    assert panel.printer.currentText() == "Máy tầng 2"
    panel.printer.setCurrentText("Máy tầng 1")
    with qtbot.waitSignal(panel.printed, timeout=WAIT_MS):
        panel.print_paper()
    assert two_printers == ["Máy tầng 1"]
    another = open_panel(qtbot, office, tasks, lambda start: None)
    another.show_paper("Giấy hẹn", "H99-2", lambda: paper(A4))
    until_seen(qtbot, lambda: another.printer.count() == 2)
    assert another.printer.currentText() == "Máy tầng 1"


def test_a_paper_that_cannot_be_made_says_why(qtbot: QtBot, panel: PaperPanel) -> None:
    def refuse() -> bytes:
        raise CounterError(Code.FORM_NOT_FOR_STATE, form="02", code="H99-1", state="received")

    panel.show_paper("Mẫu 02", "H99-1", refuse)
    until_seen(qtbot, lambda: "phiếu yêu cầu bổ sung (mẫu 02)" in panel.told)
    assert not panel.print_button.isEnabled()
    assert not panel.save_button.isEnabled()


def test_only_the_paper_asked_for_last_is_shown(qtbot: QtBot, panel: PaperPanel) -> None:
    panel.show_paper("Cũ", "cu", lambda: paper(A4, A4))
    panel.show_paper("Mới", "moi", lambda: paper(A5))
    until_seen(qtbot, lambda: panel.pages.drawn == (0,))
    assert len(pypdfium2.PdfDocument(panel.pdf)) == 1


@pytest.mark.parametrize("scale, width", [(1.0, 700), (1.0, 930), (2.0, 1000)])
def test_no_text_is_cut(qtbot: QtBot, panel: PaperPanel, look: QApplication, scale: float, width: int) -> None:
    theme.apply(look, scale=scale)
    panel.resize(width, 640)
    panel.show_paper("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "H99-1", lambda: paper(A4))
    until_seen(qtbot, lambda: panel.pages.drawn == (0,))
    assert cut(panel) == []
