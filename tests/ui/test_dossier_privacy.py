"""Who looked at a dossier, and a citizen's own data on request: on the dossier's page, by keyboard."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Duty
from counter_app.services.looks import Look
from tests.support.office import OpenOffice
from tests.support.typing import press, type_text
from tests.support.waiting import WAIT_MS
from tests.ui.desk_kit import Desk, nameless, open_desk
from tests.ui.test_dossier_page import received
from tests.ui.test_printing import SYSTEM, NoPrinters
from ui.desk.dossier.controller import DossierController
from ui.desk.page_keys import DOSSIERS
from ui.desk.window import DeskWindow
from ui.tasks import Tasks


@contextmanager
def looking(
    bot: QtBot, office: OpenOffice, tasks: Tasks, dossier: Dossier, who: str, folder: Path | None = None
) -> Iterator[tuple[Desk, DossierController]]:
    with open_desk(bot, office, tasks, officer_id=who, folder=folder) as desk:
        desk.window.dossiers.show(dossier)
        desk.until(lambda: desk.window.dossiers.dossier is not None)
        controller = desk.window.dossiers.dossier
        assert controller is not None
        desk.until(lambda: controller.read is not None)
        yield desk, controller


def looks(office: OpenOffice, dossier: Dossier) -> tuple[Look, ...]:
    return office.services.looks.of(dossier.id, "son")


def test_opening_a_colleagues_dossier_is_written_down_and_those_in_charge_see_it(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    dossier = received(office)
    with looking(qtbot, office, tasks, dossier, "lan") as (desk, controller):
        desk.until(lambda: [one.officer for one in looks(office, dossier)] == ["lan"])
        assert controller.page.onlookers.isHidden(), "it is not for everybody to know"
    with looking(qtbot, office, tasks, dossier, "son") as (desk, controller):
        desk.until(lambda: len(controller.page.onlookers.lines) == 2)
        newest, first = controller.page.onlookers.lines
        assert (newest.split(" · ")[0], first.split(" · ")[0]) == ("Vũ Hoàng Sơn", "Đỗ Ngọc Lan")
        assert not controller.page.onlookers.isHidden()


def test_printing_a_colleagues_receipt_from_the_list_is_a_look(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{SYSTEM}.QPrinterInfo", NoPrinters)
    dossier = received(office)
    with open_desk(qtbot, office, tasks, officer_id="lan") as desk:
        desk.window.open_page(DOSSIERS)
        desk.until(lambda: desk.window.dossiers_page.table.current is not None)
        desk.window.dossiers.print()
        desk.until(lambda: [one.officer for one in looks(office, dossier)] == ["lan"])


def test_ones_own_dossier_is_opened_without_a_look(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier, other = received(office), received(office, "Trần Văn Ba")
    office.services.lifecycle.hand_over(other.id, "ha", "minh")
    with looking(qtbot, office, tasks, dossier, "minh") as (desk, _):
        desk.until(lambda: len(looks(office, dossier)) == 1)
    with looking(qtbot, office, tasks, other, "minh") as (desk, controller):
        desk.window.dossiers.show(dossier)  # behind it, so that the one before would be written by now
        desk.until(lambda: controller.read is not None and controller.read.dossier.id == dossier.id)
    assert looks(office, other) == ()


def test_a_copy_of_a_citizens_data_is_made_by_keyboard_and_needs_a_reason(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    dossier = received(office)
    with looking(qtbot, office, tasks, dossier, "ha", tmp_path / "out") as (desk, controller):
        row = controller.page.sheet.copy_row
        assert row is not None
        row.setFocus()
        press(Qt.Key.Key_Return)
        form = controller.copies.form
        assert controller.page.form is form
        assert form.reason.line.hasFocus()
        assert dossier.applicant.identity not in form.whose.text()
        assert nameless(form) == []
        press(Qt.Key.Key_Return)
        assert form.reason.line.accessibleDescription()
        type_text("Theo đơn ngày 20/11")
        press(Qt.Key.Key_Return)
        desk.until(lambda: any(one.id == "citizen-copy" for one in desk.window.notices.all))
        assert controller.page.form is None
        (made,) = (tmp_path / "out").iterdir()
        assert (made / "ban-sao-du-lieu.pdf").exists()
        assert QApplication.focusWidget() is not None


def test_who_neither_receives_nor_administers_is_told_why_not(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    officers = office.services.officers
    lan = next(one for one in officers.all() if one.id == "lan")
    duties = tuple(duty for duty in lan.duties if duty.value != "reception")
    officers.change("lan", name=lan.name, title="", department="", duties=duties, by="son")
    with looking(qtbot, office, tasks, received(office), "lan", tmp_path) as (desk, controller):
        row = controller.page.sheet.copy_row
        assert row is not None
        row.click()
        assert controller.page.form is None
        assert any(one.id == "citizen-copy" for one in desk.window.notices.all)


def test_who_only_directs_the_queue_sees_no_dossier_and_is_told_so(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    received(office)
    officers = office.services.officers
    lan = next(one for one in officers.all() if one.id == "lan")
    officers.change("lan", name=lan.name, title="", department="", duties=(Duty.DIRECTING,), by="son")
    only = next(one for one in officers.all() if one.id == "lan")
    window = DeskWindow(office.services, tasks, None, None, 3, only)
    try:
        window.show()
        window.open_page("dossiers")
        qtbot.waitUntil(lambda: "tiếp nhận hồ sơ" in shown_words(window), timeout=WAIT_MS)
        assert window.dossiers_page.table.count == 0
        assert "Nguyễn Thị Hậu" not in shown_words(window)
    finally:
        window.close()
        window.deleteLater()


def shown_words(window: DeskWindow) -> str:
    return " ".join(label.text() for label in window.dossiers_page.findChildren(QLabel))
