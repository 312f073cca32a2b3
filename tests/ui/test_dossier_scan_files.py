"""Scanned papers on screen: opened as the file they are, saved under the right name, found by the words on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.domain.dossiers import Dossier
from counter_app.services.text_reader import TextReader
from tests.support.office import OpenOffice
from tests.support.scanned import page, receive_scanned, saying, stand_in
from tests.support.typing import press, type_text
from tests.ui.desk_kit import Desk, open_desk
from ui.desk.dossier.controller import DossierController
from ui.desk.printing.paper_panel import PaperPanel
from ui.tasks import Tasks

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down


@pytest.fixture
def dossier(office: OpenOffice) -> Dossier:
    pages = tuple(page("Tờ khai đăng ký khai sinh", "Vũ Đức An", number) for number in (1, 2))
    return receive_scanned(office, 1, pages)


@contextmanager
def at_dossier(
    bot: QtBot, office: OpenOffice, tasks: Tasks, folder: Path | None = None
) -> Iterator[tuple[Desk, DossierController]]:
    with open_desk(bot, office, tasks, folder=folder) as desk:
        press(Qt.Key.Key_2, CTRL)
        listed = desk.window.dossiers_page
        desk.until(lambda: listed.table.count > 0 and listed.line.hasFocus())
        press(ENTER)
        desk.until(listed.table.hasFocus)
        press(ENTER)
        controller = desk.window.dossiers.dossier
        assert controller is not None
        desk.until(lambda: controller.read is not None and controller.page.used)
        yield desk, controller


@contextmanager
def recognising(office: OpenOffice, reader: TextReader) -> Iterator[None]:
    """The office's own work in the background, without its rest."""
    work = office.services.recognition
    work._rest_s, work._reader = 0, reader
    work.start()
    try:
        yield
    finally:
        work.close()


def said(controller: DossierController) -> str:
    return " ".join(label.text() for label in controller.page.sheet.findChildren(QLabel))


def test_a_scanned_paper_opens_as_its_file(qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossier: Dossier) -> None:
    with at_dossier(qtbot, office, tasks) as (desk, controller):
        next(iter(controller.page.sheet.thumbs.values())).setFocus()
        press(ENTER)
        desk.until(lambda: isinstance(controller.page.stack.currentWidget(), PaperPanel))
        panel = controller.page.stack.currentWidget()
        assert isinstance(panel, PaperPanel)
        desk.until(lambda: bool(panel.pdf))
        assert panel.pdf == office.services.scan_files.paper(dossier.id, 0).pdf
        assert len(pypdfium2.PdfDocument(panel.pdf)) == 2


def test_its_file_is_saved_by_keyboard_under_the_right_name(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossier: Dossier, tmp_path: Path
) -> None:
    with at_dossier(qtbot, office, tasks, tmp_path) as (desk, controller):
        button = controller.page.sheet.save_buttons[0]
        assert button.accessibleName() == "Lưu tệp PDF: Tờ khai đăng ký khai sinh"
        button.setFocus()
        press(SPACE)
        path = tmp_path / "H99-17-261123-030001_20261123_01-to-khai-dang.pdf"
        desk.until(lambda: any(str(path) in one.title for one in controller._context.notices.all))
    assert path.read_bytes() == office.services.scan_files.paper(dossier.id, 0).pdf


def test_how_far_its_text_is_follows_the_work(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossier: Dossier, tmp_path: Path
) -> None:
    with at_dossier(qtbot, office, tasks) as (desk, controller):
        assert "2 trang quét" in said(controller)
        assert "tìm được theo chữ" not in said(controller)
        button = controller.page.sheet.save_buttons[0]
        button.setFocus()
        with recognising(office, stand_in(tmp_path, saying("đất"))):
            desk.until(lambda: "2 trang quét · tìm được theo chữ" in said(controller))
        assert button.hasFocus()  # nobody who works on the page is disturbed


def test_a_dossier_is_found_by_the_words_on_its_papers(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, dossier: Dossier, tmp_path: Path
) -> None:
    receive_scanned(office, 2)
    reader = stand_in(tmp_path, saying("khai", "sinh"))
    with recognising(office, reader), open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_2, CTRL)
        listed = desk.window.dossiers_page
        desk.until(lambda: listed.table.count == 2 and listed.line.hasFocus())
        type_text("khai sinh")
        desk.until(lambda: listed.table.isHidden())  # no name, no code
        desk.until(lambda: read(office, dossier))
        press(Qt.Key.Key_L, ALT)
        listed.filters.where.setFocus()
        press(DOWN)
        desk.until(lambda: not listed.table.isHidden() and listed.table.count == 1)
        assert listed.table.current is not None
        assert listed.table.current.id == dossier.id
        assert listed.words == "Tất cả, tìm “khai sinh” trong giấy tờ quét"
        listed.line.setFocus()
        listed.line.selectAll()
        type_text("kết hôn")
        desk.until(lambda: listed.table.isHidden())
        assert "Không trang quét nào" in listed._nothing.text()


def read(office: OpenOffice, dossier: Dossier) -> bool:
    progress = office.services.recognition.progress(dossier.id)
    return bool(progress) and progress[0].read == progress[0].pages
