"""Pictures of scanning: the ways, a page under way, a jam, the sheet of pages, what a crash left behind."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Unpack

from PIL import Image

from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.morning import CARDS, OFFICERS, SINGLE
from counter_app.demo.office import DemoOffice
from counter_app.demo.pages import draw_page
from counter_app.domain.citizen_card import parse_card
from counter_app.ports import ScanRequest
from counter_app.services import page_edits as edits
from counter_app.services.drafts import Draft
from devices.scanner.virtual import ScannerFault
from ui.desk.receive.pages_tools import Tool
from ui.desk.window import DeskWindow
from ui.shell.pictures import Studio

_DESK = 3
_LARGE = (1920, 1080)
_TITLE = "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân"
_PERSON = "Lê Minh Khôi"
_DPI = 100
_ASKEW = 2.4


class ScanPictures:
    """Takes them at desk 3; the scanner is the virtual one."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._office = studio, office
        self._services = office.counter.services

    def draw(self) -> None:
        """Take all of them."""
        self._take("desk-scan-ways-1366", 2, self._unfold)
        self._take("desk-scan-ways-1920", 2, lambda window: None, size=_LARGE)
        self._take("desk-scan-under-way-1366", 0, self._scan_slowly)
        self._take("desk-scan-jam-1366", 0, self._jam)
        self._mend()
        self._take("desk-scan-pages-1366", 5, self._open)
        self._take("desk-scan-pages-200pct", 5, self._open, size=_LARGE, scale=2.0)
        self._take("desk-scan-pages-200pct-1366", 5, self._open, scale=2.0)
        self._take("desk-scan-pages-contrast-1366", 5, self._open, contrast=True)
        self._take("desk-scan-straighten-1366", 5, lambda window: self._adjust(window, 2, Tool.STRAIGHTEN))
        self._take("desk-scan-crop-1366", 5, lambda window: self._adjust(window, 0, Tool.CROP))
        self._take("desk-scan-left-behind-1366", 0, self._find_left_behind)
        self._clear_away()
        self._services.reception.discard(_DESK)

    def _take(
        self,
        name: str,
        pages: int,
        act: Callable[[DeskWindow], None],
        **seen: Unpack[Seen],
    ) -> None:
        self._clear_away()
        self._services.reception.save(_DESK, self._draft(pages))
        seen["officer"], seen["devices"] = OFFICERS[_DESK], self._office.counter.devices
        with pictured(self._studio, self._services, name, **seen) as window:
            self._studio.wait(lambda: window.receive.procedure is not None, "the form")
            self._studio.wait(lambda: window.receive.scanner_ready(), "the scanner")
            window.notices.drop("receive")  # "opened again" is true of every window that is made for a picture
            act(window)

    def _draft(self, count: int) -> Draft:
        """Return a form with pages; one of them is blank, one askew, one has a note."""
        reception, pages = self._services.reception, self._services.pages
        draft = reception.choose(reception.fill(reception.begin(_DESK), parse_card(CARDS[1][2])), SINGLE)
        for number in range(1, count + 1):
            drawn = draw_page(_TITLE, _PERSON, number)
            if count > 2 and number == 2:
                drawn = Image.new("L", drawn.size, 248)
            elif count > 2 and number == 3:
                drawn = drawn.rotate(_ASKEW, Image.Resampling.BICUBIC, fillcolor=252)
            draft = edits.insert(draft, 0, number, pages.take(_png(drawn)).page)
        if count > 2:
            draft = edits.mark_noted(draft, 0, (3,), noted=True)
            draft = replace(draft, papers=(replace(draft.papers[0], sides=count), *draft.papers[1:]))
        return replace(draft, phone="0905 000 203")

    def _unfold(self, window: DeskWindow) -> None:
        form = window.receive_page.form
        form.ways_button.click()
        form.checklist.strip.pile.click()
        self._studio.settle()
        form.ensureWidgetVisible(form.checklist.strip)

    def _scan_slowly(self, window: DeskWindow) -> None:
        scanner = self._office.virtual.scanner
        scanner.load([draw_page(_TITLE, _PERSON, number) for number in (1, 2)], _DPI)
        scanner.fault(ScannerFault.SLOW, page=2, seconds=0.2)
        window.receive.papers.scan(0)
        self._studio.wait(lambda: window.scans.now is not None and window.scans.now.share > 0.3, "a page under way")
        scanner.repair()

    def _jam(self, window: DeskWindow) -> None:
        scanner = self._office.virtual.scanner
        scanner.load([draw_page(_TITLE, _PERSON, number) for number in (1, 2, 3)], _DPI)
        scanner.fault(ScannerFault.JAM, page=3)
        window.receive.papers.scan(0)
        self._studio.wait(lambda: window.receive.papers.scanning.pause is not None, "the jam")
        scanner.repair()
        for page in scanner.folder.glob("page-*.png"):
            page.unlink()

    def _mend(self) -> None:
        """Scan once without a jam, so that the next pictures show a scanner that is well."""
        devices = self._office.counter.devices
        self._office.virtual.scanner.load([draw_page(_TITLE, _PERSON, 1)], _DPI)
        with tempfile.TemporaryDirectory(prefix="counter-scan-") as folder:
            devices.scanner.scan(ScanRequest(), Path(folder), lambda page: None)
        self._studio.wait(lambda: not any(status.fault for status in devices.statuses()), "a scanner that is well")

    def _open(self, window: DeskWindow) -> None:
        window.receive.papers.sheet.open(0, 3)

    def _adjust(self, window: DeskWindow, place: int, tool: Tool) -> None:
        window.receive.papers.sheet.open(0, place)
        window.receive.papers.sheet.do(tool)
        self._studio.wait(lambda: window.receive_page.pages.showing_large, "the page")

    def _clear_away(self) -> None:
        """Drop pages of a scan whose window was closed for the next picture."""
        for left in self._services.pages.waiting():
            self._services.pages.unwanted(left.path)

    def _find_left_behind(self, window: DeskWindow) -> None:
        folder = self._services.pages.begin("", 0)
        for number in (1, 2, 3):
            (folder / f"scan-{number:04d}.png").write_bytes(_png(draw_page(_TITLE, _PERSON, number)))
        self._services.pages.end(folder)
        window.receive.papers.recovery.offer()
        self._studio.wait(lambda: any(one.id == "landed" for one in window.notices.all), "the pages left behind")


def _png(page: Image.Image) -> bytes:
    made = BytesIO()
    page.save(made, "PNG", dpi=(_DPI, _DPI))
    return made.getvalue()
