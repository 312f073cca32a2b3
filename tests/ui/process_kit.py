"""Dossiers on their way, and Xử lý open for one officer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.clocks import VIETNAM
from counter_app.domain.dossier_facts import FileAttached, FileRole
from counter_app.domain.dossiers import Dossier
from counter_app.domain.procedures import WorkStep
from tests.support.office import OpenOffice
from tests.support.typing import press
from tests.support.waiting import Watching
from ui.desk.page_keys import PROCESS
from ui.desk.process.page import ProcessPage
from ui.desk.window import DeskWindow
from ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier
PROCEDURE = "1.004873"
STEPS = (
    WorkStep("Tiếp nhận", "Bộ phận Một cửa", 4),
    WorkStep("Kiểm tra, xác minh", "Tư pháp – hộ tịch", 8),
    WorkStep("Lãnh đạo duyệt", "Lãnh đạo UBND xã", 4),
    WorkStep("Phát hành", "Tư pháp – hộ tịch", 4),
)


def name_steps(office: OpenOffice) -> None:
    """Give the procedure the office's own steps."""
    catalogue = office.services.catalogue
    catalogue.correct(replace(catalogue.procedure(PROCEDURE), steps=STEPS), "son")


def receive(office: OpenOffice, name: str = "Nguyễn Thị Hậu") -> Dossier:
    reception = office.services.reception
    draft = reception.choose(reception.begin(1), PROCEDURE)
    return reception.receive(replace(draft, name=name, identity="000185000017"), 1, "minh")


def given(office: OpenOffice, name: str = "Nguyễn Thị Hậu", taker: str = "ha") -> Dossier:
    """A dossier that was given to an officer for its second step."""
    return office.services.lifecycle.hand_over(receive(office, name).id, "minh", taker, step=1)


def taken(office: OpenOffice, name: str = "Nguyễn Thị Hậu") -> Dossier:
    return office.services.lifecycle.take_over(given(office, name).id, "ha")


def drafted(
    office: OpenOffice, name: str = "Nguyễn Thị Hậu", content: bytes = b"", file: str = "dự thảo.png"
) -> Dossier:
    picture = BytesIO()
    Image.new("L", (80, 110), 240).save(picture, "PNG")
    dossier = taken(office, name)
    if not content:
        return office.services.lifecycle.attach(dossier.id, "ha", FileRole.DRAFT, file, picture.getvalue())
    # As an older station attached it, which looked into no file.
    sha256 = office.journal.database.blobs.put(content)
    with office.journal.transaction() as transaction:
        fact = FileAttached("ha", FileRole.DRAFT, file, sha256, len(content))
        transaction.append(f"dossier/{dossier.id}", fact, "officer/ha")
        transaction.add_blob(sha256, len(content))
    return office.services.dossiers.dossier(dossier.id)


def submitted(office: OpenOffice, name: str = "Nguyễn Thị Hậu") -> Dossier:
    return office.services.lifecycle.hand_over(drafted(office, name).id, "ha", "son", step=2)


class At(Watching):
    """Xử lý of one officer."""

    def __init__(self, window: DeskWindow, office: OpenOffice, bot: QtBot) -> None:
        self.window, self.office, self.bot = window, office, bot

    @property
    def page(self) -> ProcessPage:
        page = self.window.frame.centre.currentWidget()
        assert isinstance(page, ProcessPage)
        return page

    def dossier(self, dossier: Dossier) -> Dossier:
        return self.office.services.dossiers.dossier(dossier.id)

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def told(self, words: str) -> bool:
        return any(words in notice.title for notice in self.window.notices.all)


@contextmanager
def process(
    bot: QtBot, office: OpenOffice, tasks: Tasks, officer: str, rows: int, folder: Path | None = None
) -> Iterator[At]:
    """Open Xử lý by its key, with the focus in the list of ``rows`` dossiers."""
    who = next(one for one in office.services.officers.all() if one.id == officer)
    window = DeskWindow(office.services, tasks, None, None, 3, who, choose_folder=lambda _: folder)
    try:
        window.show()
        window.activateWindow()
        at = At(window, office, bot)
        at.until(lambda: window.receive.keeper.draft is not None)
        at.until(lambda: window.receive_page.form.procedure.line.hasFocus())
        press(Qt.Key.Key_3, CTRL)
        assert window.page == PROCESS
        at.until(lambda: window.process is not None and window.process.state.read)
        assert len(at.page.table.rows) == rows
        if rows:
            at.until(at.page.table.hasFocus)
            at.until(lambda: bool(at.page.detail.form_rows))
        yield at
    finally:
        window.close()
        window.deleteLater()


def local(day: int, clock: str) -> datetime:
    """An instant of November 2026; Tuesday the 24th is a holiday."""
    return datetime.fromisoformat(f"2026-11-{day:02d}T{clock}").replace(tzinfo=VIETNAM)
