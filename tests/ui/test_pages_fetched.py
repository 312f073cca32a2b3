"""Scanned pages that only the server has, on screen: they come by themselves, and where they cannot it is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from socket import create_server

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.dossiers import Dossier
from counter_app.store import old_scans
from sync.asking import Asking
from sync.replicator import Replicator
from sync.server.store import Introduced
from sync.wire import Upstream
from tests.support.office import OpenOffice
from tests.support.scanned import page, receive_scanned
from tests.sync.stations import all_sent, province, until
from tests.ui.desk_kit import Desk
from tests.ui.test_dossier_scan_files import at_dossier
from ui.desk.admin.papers.controller import PapersController
from ui.desk.admin.papers.tab import PapersTab
from ui.desk.context import DeskContext
from ui.desk.dossier.controller import DossierController
from ui.desk.notices import Notices
from ui.desk.printing.paper_panel import PaperPanel
from ui.tasks import Tasks


@dataclass
class Away:
    """A dossier whose three pages a real province has, and this machine does not."""

    office: OpenOffice
    dossier: Dossier
    url: str

    def reach(self, url: str) -> None:
        asking = Asking(self.office.journal, Upstream(url, connect_s=2, read_s=5))
        self.office.journal.database.blobs.elsewhere = asking.fetch

    def here(self) -> int:
        blobs = self.office.journal.database.blobs
        return sum(blobs.has(one.sha256) for one in self.dossier.pages)


@pytest.fixture
def away(office: OpenOffice, tmp_path: Path) -> Iterator[Away]:
    pages = tuple(page("Tờ khai đăng ký khai sinh", "Vũ Đức An", number) for number in (1, 2, 3))
    dossier = receive_scanned(office, 1, pages)
    journal = office.journal
    with province(tmp_path / "province", clock=office.clock) as server:
        server.store.introduce(office.services.office.id, [Introduced(journal.key.station, journal.key.public_hex)])
        replicator = Replicator(journal, Upstream(server.url))
        replicator.start()
        until(replicator, all_sent)
        replicator.close()
        names = [one.sha256 for one in dossier.pages]
        with journal.database.write() as connection:
            old_scans.mark_away(connection, names)
        for name in names:
            journal.database.blobs.remove(name)
        yield Away(office, dossier, server.url)


def nowhere() -> str:
    with create_server(("127.0.0.1", 0)) as gone:
        return f"http://127.0.0.1:{gone.getsockname()[1]}"


def lines(controller: DossierController) -> str:
    return " ".join(label.text() for label in controller.page.sheet.findChildren(QLabel))


def opened(desk: Desk, controller: DossierController) -> PaperPanel:
    desk.until(lambda: isinstance(controller.page.stack.currentWidget(), PaperPanel))
    panel = controller.page.stack.currentWidget()
    assert isinstance(panel, PaperPanel)
    desk.until(lambda: bool(panel.pdf))
    return panel


def test_the_pages_of_an_old_dossier_come_by_themselves_while_it_is_looked_at(
    qtbot: QtBot, tasks: Tasks, away: Away
) -> None:
    away.reach(away.url)
    with at_dossier(qtbot, away.office, tasks) as (desk, controller):
        desk.until(lambda: away.here() == 3)
        thumbs = controller.page.sheet.thumbs.values()
        desk.until(lambda: all(thumb.away is None for thumb in thumbs))
        assert "máy chủ" not in lines(controller)
        next(iter(thumbs)).click()
        assert len(pypdfium2.PdfDocument(opened(desk, controller).pdf)) == 3


def test_without_a_link_the_page_says_where_they_are_and_trying_again_opens_them(
    qtbot: QtBot, tasks: Tasks, away: Away
) -> None:
    away.reach(nowhere())
    with at_dossier(qtbot, away.office, tasks) as (desk, controller):
        desk.until(lambda: "ở máy chủ, chưa tải được" in lines(controller))
        thumb = next(iter(controller.page.sheet.thumbs.values()))
        assert thumb.accessibleName().endswith("ở máy chủ, chưa tải được")
        thumb.click()
        notices = controller._context.notices
        desk.until(lambda: any(one.acts for one in notices.all))
        said = next(one for one in notices.all if one.acts)
        assert (said.title, said.acts[0].text) == (
            "Bản này đang ở máy chủ, chưa tải về được vì mất kết nối.",
            "Thử lại",
        )
        away.reach(away.url)
        notices.act(said.id, said.acts[0].id)
        assert len(pypdfium2.PdfDocument(opened(desk, controller).pdf)) == 3
        assert away.here() == 3
        desk.until(lambda: "máy chủ" not in lines(controller))


def test_whoever_goes_to_another_dossier_meanwhile_is_not_shown_the_one_before(
    qtbot: QtBot, tasks: Tasks, away: Away
) -> None:
    other = receive_scanned(away.office, 2)
    away.reach(away.url)
    with at_dossier(qtbot, away.office, tasks) as (desk, controller):
        controller.open(away.dossier.id)
        desk.until(lambda: bool(controller.page.sheet.thumbs))
        next(iter(controller.page.sheet.thumbs.values())).click()
        controller.open(other.id)
        desk.until(lambda: controller.read is not None and controller.read.dossier.id == other.id)
        after: list[None] = []
        for _ in range(4):  # they come after what was under way
            tasks.fetch(lambda: None, after.append, owner=controller)
        desk.until(lambda: len(after) == 4)
        assert not isinstance(controller.page.stack.currentWidget(), PaperPanel)
        assert not any(one.acts for one in controller._context.notices.all)


def test_closing_the_window_does_not_wait_for_a_server_that_is_silent(tasks: Tasks, away: Away) -> None:
    name = away.dossier.pages[0].sha256
    with create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(10)
        asking = Asking(away.office.journal, Upstream(f"http://127.0.0.1:{silent.getsockname()[1]}", read_s=600))
        away.office.journal.database.blobs.elsewhere = asking.fetch
        tasks.closing.connect(asking.cut, Qt.ConnectionType.DirectConnection)
        tasks.fetch(lambda: away.office.services.reception.page(name), owner=tasks)
        taken, _ = silent.accept()
        with taken:
            taken.settimeout(10)
            assert taken.recv(100)
            tasks.close()
    assert away.here() == 0


def test_a_form_that_only_the_server_has_is_asked_for_again_on_its_own_page(
    qtbot: QtBot, tasks: Tasks, away: Away
) -> None:
    blobs, forms = away.office.journal.database.blobs, away.office.services.forms
    receipt = forms.form(away.dossier.id, FormKind.RECEIPT)
    blobs.remove(away.office.services.dossiers.dossier(away.dossier.id).receipt)
    away.reach(nowhere())
    with at_dossier(qtbot, away.office, tasks) as (desk, controller):
        controller.show_form(FormKind.RECEIPT)
        desk.until(lambda: isinstance(controller.page.stack.currentWidget(), PaperPanel))
        panel = controller.page.stack.currentWidget()
        assert isinstance(panel, PaperPanel)
        desk.until(lambda: bool(panel.banners.shown))
        assert panel.told.startswith("Bản này đang ở máy chủ")
        blobs.put(receipt)
        panel.banners.acted.emit(panel.banners.shown[0].id, panel.banners.shown[0].acts[0].id)
        desk.until(lambda: panel.pdf == receipt)


def test_how_long_scans_stay_is_chosen_beside_the_papers(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    me = next(one for one in office.services.officers.all() if one.id == "son")
    context = DeskContext(office.services, tasks, Notices(), 3, me, None, None)
    tab = PapersTab()
    qtbot.addWidget(tab)
    controller = PapersController(context, tab, tab)
    controller.refresh()
    qtbot.waitUntil(lambda: "còn trống" in tab.disk.text(), timeout=10_000)
    assert tab.scan_days.current == 1
    tab.scan_days.button(3).click()
    qtbot.waitUntil(lambda: office.services.choices.read().scan_days == 365, timeout=10_000)
    assert office.services.housekeeping.summary().keep_days == 365
