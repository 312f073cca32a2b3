"""Đồng bộ: the province's own authority and a proxy are chosen where its address is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.settings import SecuritySettings, load_settings, save_settings
from sync.by_hand import AUTHORITY
from sync.server.program import ServerThread
from tests.support.authority import Authority
from tests.support.office import OpenOffice
from tests.support.waiting import WAIT_MS
from tests.ui.desk_kit import nameless
from tests.ui.test_desk_layout import cut
from tests.ui.test_sync_page import Bench
from ui import theme
from ui.desk.sync_page.page import SyncPage
from ui.tasks import Tasks


@pytest.fixture
def desk(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, office, tasks, tmp_path, "son", None)
    yield made
    made.controller.close()


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path / "usb")


def unfold(desk: Bench) -> None:
    """Choose another way than the usual, by keyboard."""
    part = desk.page.province
    part.own_way.setFocus()
    QTest.keyClick(part.own_way, Qt.Key.Key_Space)
    assert part.ca_file.isVisible()
    assert part.proxy.isVisible()
    part.proxy.set_text("")


def test_a_machine_is_let_in_by_a_province_with_an_authority_of_its_own_which_is_kept_here(
    desk: Bench, office: OpenOffice, authority: Authority, tmp_path: Path
) -> None:
    province = ServerThread(tmp_path / "province", clock=office.clock, tls=authority.issue())
    province.start()
    try:
        part = desk.page.province
        part.url.line.setText(province.url)
        part.code.line.setText(province.store.make_code(office.services.office.id))
        unfold(desk)
        part.ca_file.line.setText(str(authority.ca_file))
        QTest.keyClick(part.ca_file.line, Qt.Key.Key_Return)
        desk.until(lambda: load_settings(desk.folder).province_url == province.url)
        assert province.store.station(office.journal.key.station) is not None
    finally:
        province.stop()
    kept = desk.folder / AUTHORITY
    assert load_settings(desk.folder).security == SecuritySettings(ca_file=str(kept), proxy="")
    assert kept.read_bytes() == authority.ca_file.read_bytes()
    desk.until(lambda: part.ca_file.text == str(kept))


@pytest.mark.parametrize("wrong", ["file", "proxy"])
def test_what_leads_nowhere_is_marked_at_its_field_and_nothing_is_kept(
    desk: Bench, authority: Authority, wrong: str
) -> None:
    part = desk.page.province
    part.url.line.setText("https://tinh.example")
    unfold(desk)
    part.ca_file.line.setText(str(desk.folder / "none.pem") if wrong == "file" else str(authority.ca_file))
    part.proxy.line.setText("proxy")
    part.save.click()
    field = part.ca_file if wrong == "file" else part.proxy
    desk.until(lambda: field.line.property("wrong") is True)
    assert field.line.accessibleDescription()
    assert load_settings(desk.folder).province_url == ""
    assert part.save.isEnabled()


def test_the_usual_way_is_folded_away_and_taken_back_with_one_key(desk: Bench, tmp_path: Path) -> None:
    part = desk.page.province
    assert not part.ca_file.isVisible()
    before = SecuritySettings(ca_file="/etc/tinh.pem", proxy="http://proxy.example:3128", escrow="age1example")
    save_settings(tmp_path, replace(load_settings(tmp_path), security=before))
    desk.controller.refresh()
    desk.until(part.ca_file.isVisible)
    assert (part.ca_file.text, part.proxy.text) == (before.ca_file, before.proxy)
    part.url.line.setText("https://tinh.example")
    QTest.keyClick(part.own_way, Qt.Key.Key_Space)
    part.save.click()
    desk.until(lambda: load_settings(tmp_path).province_url == "https://tinh.example")
    assert load_settings(tmp_path).security == SecuritySettings(escrow="age1example")


@pytest.mark.parametrize("width, scale", [(1260, 1.0), (1180, 1.0), (1800, 2.0)])
def test_no_word_of_it_is_cut_and_every_part_has_a_name(
    qtbot: QtBot, look: QApplication, width: int, scale: float
) -> None:
    theme.apply(look, False, scale)
    page = SyncPage()
    qtbot.addWidget(page)
    way = SecuritySettings(ca_file="/etc/tinh.pem", proxy="http://proxy.example:3128")
    page.province.present("https://tinh.example", allowed=True, way=way)
    page.province.ca_file.set_verdict(problem="Không đọc được chứng thư gốc trong tệp này")
    page.resize(width, 900)
    page.show()
    qtbot.waitUntil(lambda: cut(page) == [], timeout=WAIT_MS)
    assert nameless(page) == []
