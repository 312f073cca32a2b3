"""What tests of scanning do again and again: lay pages in the feeder, scan, read a row."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageDraw
from PySide6.QtCore import Qt

from devices.virtual import VirtualStation
from tests.support.typing import press
from tests.ui.desk_kit import Desk
from tests.ui.receive_kit import CTRL, MARITAL_STATUS, choose
from ui.components.key_button import KeyButton

DPI = 200


def sheet(number: int, size: tuple[int, int] = (0, 0)) -> Image.Image:
    """Return a written page that is known again by its width."""
    page = Image.new("L", size if size[0] else (200 + number, 280), 245)
    ImageDraw.Draw(page).rectangle((30, 40, 120, 70), 20)
    return page


def lay(virtual: VirtualStation, *numbers: int) -> None:
    virtual.scanner.load([sheet(number) for number in numbers], DPI)


def row(desk: Desk, paper: int = 0) -> list[int]:
    """Return the numbers of a row's pages."""
    pages = desk.office.services.pages
    draft = desk.window.receive.keeper.draft
    assert draft is not None
    return [pages.preview(page.sha256).width - 200 for page in draft.papers[paper].pages]


def count(desk: Desk, paper: int = 0) -> int:
    draft = desk.window.receive.keeper.draft
    assert draft is not None
    return len(draft.papers[paper].pages)


def still(desk: Desk) -> None:
    """Wait until no scan is under way."""
    desk.until(lambda: desk.window.scans.now is None)


def scan(desk: Desk, virtual: VirtualStation, *numbers: int, paper: int = 0) -> None:
    """Scan pages to the end of a row."""
    lay(virtual, *numbers)
    before = count(desk, paper)
    desk.window.receive_page.form.checklist.rows[paper].scan.click()
    desk.until(lambda: count(desk, paper) == before + len(numbers))
    still(desk)


def begin(desk: Desk) -> None:
    """Choose a procedure whose first row takes pages, and wait for the scanner."""
    choose(desk, MARITAL_STATUS)
    desk.until(lambda: desk.window.receive.scanner_ready())


def button(desk: Desk, text: str) -> KeyButton:
    """Return the visible button that says so."""
    buttons = desk.window.receive_page.findChildren(KeyButton)
    return next(one for one in buttons if one.isVisible() and text in (one.text(), one.accessibleName()))


@contextmanager
def opened(desk: Desk) -> Iterator[None]:
    """Have the sheet of pages open, by its key."""
    press(Qt.Key.Key_F12)
    desk.until(lambda: desk.window.receive_page.showing_pages)
    yield


def undo() -> None:
    press(Qt.Key.Key_Z, CTRL)


def numbers(found: Sequence[int]) -> str:
    return " ".join(str(number) for number in found)
