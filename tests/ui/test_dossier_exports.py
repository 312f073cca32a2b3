"""Lists on paper and as files, chosen at the desk: progress is seen, stopping leaves nothing, the place is said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.dossiers import Dossier
from counter_app.errors import Code
from counter_app.services.register import Period
from tests.support.dossier_entries import DOSSIER
from tests.support.office import OpenOffice
from tests.support.typing import press, type_text
from tests.support.waiting import WAIT_MS, until_seen
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.context import DeskContext
from ui.desk.dossiers.export_choices import Choice, Output
from ui.desk.dossiers.exports import DossierExports
from ui.desk.notices import Notices
from ui.messages import message_for
from ui.tasks import Tasks


def open_panel(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> DossierExports:
    officer = office.services.officers.all()[0]
    context = DeskContext(office.services, tasks, Notices(), 3, officer)
    made = DossierExports(context, lambda start: tmp_path / "out" / start.name)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def panel(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> DossierExports:
    return open_panel(qtbot, office, tasks, tmp_path)


def heads(path: Path, row: int = 1) -> list[object]:
    return [cell.value for cell in openpyxl.load_workbook(path).active[row]]


def test_the_list_of_the_page_is_written_and_its_place_is_said(
    qtbot: QtBot, panel: DossierExports, tmp_path: Path
) -> None:
    panel.show_list("2 hồ sơ quá hạn", lambda: [DOSSIER, replace(DOSSIER, code="H99.17-261123-030013")])
    assert panel.choices.words.text() == "2 hồ sơ quá hạn"
    with qtbot.waitSignal(panel.written, timeout=WAIT_MS):
        panel.run()
    path = tmp_path / "out" / "danh-sach-ho-so.xlsx"
    assert heads(path, 3)[0] == "H99.17-261123-030013"
    (notice,) = panel.banners.shown
    assert str(path) in notice.title
    assert [act.id for act in notice.acts] == [str(path), str(path.parent)]
    assert not panel.busy


def test_csv_is_written_where_csv_is_chosen(qtbot: QtBot, panel: DossierExports, tmp_path: Path) -> None:
    panel.show_list("1 hồ sơ", lambda: [DOSSIER])
    panel.choices.output.button(Output.CSV).click()
    with qtbot.waitSignal(panel.written, timeout=WAIT_MS):
        panel.run()
    assert (tmp_path / "out" / "danh-sach-ho-so.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_escape_stops_a_long_list_and_leaves_no_file(qtbot: QtBot, panel: DossierExports, tmp_path: Path) -> None:
    go_on = Event()

    def endless() -> Iterator[Dossier]:
        for _ in range(300):
            yield DOSSIER
        assert go_on.wait(WAIT_MS / 1000)
        for _ in range(300):
            yield DOSSIER

    panel.show_list("tất cả", endless)
    panel.run()
    until_seen(qtbot, lambda: "200" in panel.count.text())
    assert not panel.run_button.isEnabled()
    press(Qt.Key.Key_Escape)
    go_on.set()
    until_seen(qtbot, lambda: not panel.busy)
    assert panel.banners.shown[0].title == message_for(Code.EXPORT_CANCELLED).title
    assert list((tmp_path / "out").iterdir()) == []


def test_the_register_of_a_period_is_written_with_its_title(
    qtbot: QtBot, panel: DossierExports, tmp_path: Path
) -> None:
    panel.show_register()
    panel.choices.output.set_current(Output.XLSX)
    with qtbot.waitSignal(panel.written, timeout=WAIT_MS):
        panel.run()
    path = tmp_path / "out" / "so-theo-doi-20261101-20261123.xlsx"
    assert heads(path)[0] == "SỔ THEO DÕI HỒ SƠ · Tất cả lĩnh vực · 01/11/2026 – 23/11/2026"


def test_days_can_be_typed_and_what_is_no_day_is_not_taken(panel: DossierExports) -> None:
    panel.show_hand_overs()
    panel.choices.since.setFocus()
    panel.choices.since.selectAll()
    type_text("31/02/2026")
    assert panel.choices.chosen is None
    assert not panel.run_button.isEnabled()
    panel.choices.since.selectAll()
    type_text("28/02/2026")
    chosen = panel.choices.chosen
    assert chosen is not None
    assert chosen.period == Period(date(2026, 2, 28), date(2026, 11, 23))
    assert panel.run_button.isEnabled()


def test_days_the_wrong_way_round_are_said(qtbot: QtBot, panel: DossierExports) -> None:
    panel.show_register()
    panel.choices.output.set_current(Output.XLSX)
    panel.choices.since.setFocus()
    panel.choices.since.selectAll()
    type_text("24/11/2026")
    panel.run()
    until_seen(qtbot, lambda: bool(panel.banners.shown))
    assert "24/11/2026" in panel.banners.shown[0].title


def test_a_page_without_a_list_offers_the_register(panel: DossierExports) -> None:
    panel.show_register()
    assert not panel.choices.choice.button(Choice.LIST).isEnabled()
    assert panel.choices.choice.current == Choice.REGISTER


def test_the_list_of_a_page_has_no_paper(panel: DossierExports) -> None:
    panel.show_list("1 hồ sơ", lambda: [DOSSIER])
    assert not panel.choices.output.button(Output.PAPER).isVisible()
    assert panel.choices.output.current == Output.XLSX


def test_escape_goes_back(qtbot: QtBot, panel: DossierExports) -> None:
    panel.show_register()
    with qtbot.waitSignal(panel.closed, timeout=WAIT_MS):
        press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("scale, width", [(1.0, 700), (1.0, 930), (2.0, 1000)])
@pytest.mark.parametrize("show", ["show_register", "show_hand_overs"])
def test_no_text_is_cut(
    qtbot: QtBot,
    office: OpenOffice,
    tasks: Tasks,
    look: QApplication,
    tmp_path: Path,
    scale: float,
    width: int,
    show: str,
) -> None:
    theme.apply(look, scale=scale)
    panel = open_panel(qtbot, office, tasks, tmp_path)
    panel.resize(width, 640)
    getattr(panel, show)()
    look.processEvents()
    look.processEvents()
    assert cut(panel) == []
