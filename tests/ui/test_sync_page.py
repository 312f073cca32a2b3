"""Đồng bộ: how it stands in words, live; the stick with the province's key compared; the province's address."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.dossier_facts import PageScanned
from counter_app.errors import Code
from counter_app.journal import outbox
from counter_app.services.housekeeping import HousekeepingSummary, Room
from counter_app.services.sync_overview import MachineBacklog, SyncOverview
from counter_app.settings import Settings, load_settings, save_settings
from counter_app.store.blob_progress import PageProgress
from sync.channel import Backoff
from sync.link import Listener, SyncStatus
from sync.replicator import Pace, Replicator
from sync.server.program import ServerThread
from sync.stick.province import exchange
from tests.support.dossiers import receive as received
from tests.support.dossiers import record
from tests.support.office import MORNING, OpenOffice
from tests.support.waiting import until_true
from tests.ui.desk_kit import nameless, open_desk, take_numbers
from tests.ui.sync_kit import QUICK, Bench, known
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.page_keys import SYNC
from ui.desk.sync_page import words
from ui.desk.sync_page.page import SyncPage
from ui.desk.sync_page.state import SyncState
from ui.tasks import Tasks

SLOW = Pace(backoff=Backoff(first_s=600, longest_s=600))
UP = SyncStatus(True, MORNING, 0, 0, MORNING, server_program="0.5.0", server_protocol=1)


@pytest.fixture
def province(tmp_path: Path, office: OpenOffice) -> Iterator[ServerThread]:
    server = ServerThread(tmp_path / "province", clock=office.clock)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def bench(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    made: list[Bench] = []

    def make(officer: str = "son", link: Replicator | None = None) -> Bench:
        made.append(Bench(qtbot, office, tasks, tmp_path, officer, link))
        return made[-1]

    yield make
    for one in made:
        one.controller.close()


@pytest.fixture
def link(office: OpenOffice, province: ServerThread) -> Iterator[Replicator]:
    """A link to a province that knows the station."""
    known(office, province)
    replicator = Replicator(office.journal, province.url, pace=QUICK)
    replicator.start()
    yield replicator
    replicator.close()


def test_key_and_strip_and_administration_all_lead_to_the_page(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        window = desk.window
        QTest.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
        assert window.page == SYNC
        window.open_page("receive")
        item = next(one for one in window.frame.strip.findChildren(QWidget) if "Ctrl+8" in one.toolTip())
        QTest.mouseClick(item, Qt.MouseButton.LeftButton)
        assert window.page == SYNC
        window.open_page("receive")
        item.setFocus()
        QTest.keyClick(item, Qt.Key.Key_Return)
        assert window.page == SYNC
        window.open_page("admin")
        assert window.admin is not None
        way = next(one for one in window.admin.page.findChildren(QWidget) if one.accessibleName() == "Đồng bộ")
        QTest.mouseClick(way, Qt.MouseButton.LeftButton)
        assert window.page == SYNC


def test_a_machine_without_a_province_says_so_and_offers_no_try(bench: Callable[..., Bench]) -> None:
    desk = bench()
    assert "Máy này chưa nối với tỉnh" in desk.said
    assert f"Chờ gửi: {words.number(outbox.waiting(desk.office.journal).entries)} mục" in desk.said
    assert desk.page.try_now.isHidden()


def test_the_page_follows_the_link_from_all_sent_to_away_and_back(
    bench: Callable[..., Bench], office: OpenOffice, province: ServerThread, link: Replicator
) -> None:
    desk = bench(link=link)
    desk.until(lambda: "Mọi việc đã lên tỉnh lúc 23/11 08:55" in desk.said)
    assert "giao thức 1" in desk.said
    province.stop()
    desk.until(lambda: "Mất kết nối từ 08:55" in desk.said)
    take_numbers(office, 3)
    desk.until(lambda: f"Chờ gửi: {outbox.waiting(office.journal).entries} mục" in desk.said)
    assert "Chờ từ: 23/11/2026 08:55" in desk.said
    assert "Lần cuối đã lên hết: 23/11/2026 08:55" in desk.said
    office.clock.move(timedelta(days=3))
    desk.controller.refresh()
    desk.until(lambda: "Mất kết nối đã 3 ngày" in desk.said)
    province.start()
    desk.until(lambda: "Mọi việc đã lên tỉnh" in desk.said)


class UpBetween(Replicator):
    """A link that reaches the province just before anybody listens, and then has nothing more to say."""

    def listen(self, listener: Listener) -> Callable[[], None]:
        self.start()
        until_true(lambda: self.status().synced_at is not None)
        self.close()
        return super().listen(listener)


def test_a_link_that_came_up_while_the_page_was_made_is_up_on_it(
    bench: Callable[..., Bench], office: OpenOffice, province: ServerThread
) -> None:
    known(office, province)
    desk = bench(link=UpBetween(office.journal, province.url, pace=QUICK))
    desk.until(lambda: "Mọi việc đã lên tỉnh lúc 23/11 08:55" in desk.said)


def test_each_dossier_says_how_many_of_its_pages_are_up_there(
    bench: Callable[..., Bench], office: OpenOffice, province: ServerThread
) -> None:
    pages = [office.journal.database.blobs.put(f"page {number}".encode()) for number in range(3)]
    dossier = received(office, 1)
    with office.journal.transaction() as transaction:
        for sha256 in pages:
            transaction.add_blob(sha256, 6, scan=True)
    record(office, dossier.id, *(PageScanned(0, place, sha256, 6) for place, sha256 in enumerate(pages)))
    province.store.keep_blob(b"page 1")
    outbox.blobs_are_upstream(office.journal, [pages[1]])
    desk = bench()
    assert [cell.first for cell in desk.page.dossiers.rows[0]] == [dossier.code, "1 trên 3 trang đã lên tỉnh"]
    known(office, province)
    replicator = Replicator(office.journal, province.url, pace=QUICK)
    replicator.start()
    try:
        desk.until(lambda: outbox.waiting(office.journal).blobs == 0)
    finally:
        replicator.close()
    desk.controller.refresh()
    desk.until(lambda: not desk.page.dossiers.rows)


def test_try_now_ends_a_long_pause(bench: Callable[..., Bench], office: OpenOffice, province: ServerThread) -> None:
    known(office, province)
    province.stop()
    replicator = Replicator(office.journal, province.url, pace=SLOW)
    replicator.start()
    try:
        desk = bench(link=replicator)
        desk.until(lambda: "Mất kết nối" in desk.said)
        province.start()
        desk.page.try_now.click()
        desk.until(lambda: "Mọi việc đã lên tỉnh" in desk.said)
    finally:
        replicator.close()


def test_a_revoked_machine_says_whom_to_ask_and_keeps_what_waits(
    bench: Callable[..., Bench], office: OpenOffice, province: ServerThread, link: Replicator
) -> None:
    desk = bench(link=link)
    desk.until(lambda: "Mọi việc đã lên tỉnh" in desk.said)
    province.store.revoke(office.journal.key.station)
    take_numbers(office, 1)
    desk.until(lambda: "không còn quyền gửi dữ liệu" in desk.said)
    assert "Liên hệ người quản trị" in desk.said
    desk.until(lambda: f"Chờ gửi: {outbox.waiting(office.journal).entries} mục" in desk.said)


def test_a_captive_page_names_the_host_and_what_to_do() -> None:
    link = replace(UP, up=False, fault=Code.CAPTIVE_PAGE, fault_params={"host": "tinh.example"})
    how = words.standing(SyncState(MORNING, link))
    assert "tinh.example" in how.title
    assert "đăng nhập vào mạng" in how.text


def test_speed_time_left_and_share_are_told_while_papers_travel() -> None:
    link = replace(UP, bytes_sent=2_000_000, speed=400_000.0)
    overview = SyncOverview(12, 16, 38_000_000, MORNING)
    state = SyncState(MORNING, link, overview, most_bytes=48_000_000)
    told = dict(words.facts(state))
    assert told["Chờ gửi"] == "12 mục, 16 giấy tờ (36,0 MB)"
    assert told["Tốc độ"] == "400 kB/giây, còn khoảng 2 phút"
    assert state.share == pytest.approx(0.25)


def test_a_clock_that_is_far_off_is_told_with_its_direction() -> None:
    slow = replace(UP, clock_skew=timedelta(minutes=12), notice=Code.CLOCK_WRONG, notice_params={"minutes": 12})
    assert dict(words.facts(SyncState(MORNING, slow)))["Đồng hồ máy này"] == "chậm 12 phút so với tỉnh"
    assert words.notice(slow) == "Đồng hồ máy này lệch 12 phút so với máy chủ. Chỉnh lại ngày giờ của máy."
    fast = replace(UP, clock_skew=timedelta(hours=-2))
    assert dict(words.facts(SyncState(MORNING, fast)))["Đồng hồ máy này"] == "nhanh 2 giờ so với tỉnh"
    exact = replace(UP, clock_skew=timedelta(seconds=2))
    assert "Đồng hồ máy này" not in dict(words.facts(SyncState(MORNING, exact)))


def test_old_scans_that_made_room_are_said_to_be_at_the_province() -> None:
    disk = HousekeepingSummary(Room(12_300_000_000, 256_000_000_000), 1_204, 310_000_000, 90)
    told = dict(words.facts(SyncState(MORNING, UP, disk=disk)))
    assert told["Ổ đĩa máy này"] == (
        "còn trống 12,3 GB; 1.204 trang quét cũ (310,0 MB) chỉ còn ở tỉnh, mở ra là tải về lại"
    )
    roomy = replace(disk, away=0, away_bytes=0)
    assert "Ổ đĩa máy này" not in dict(words.facts(SyncState(MORNING, UP, disk=roomy)))


# the stick


def carried(desk: Bench, province: ServerThread) -> None:
    """Take the stick to the province and back."""
    exchange(province.store, province.journal.key, desk.stick)


def test_a_stick_without_the_provinces_key_says_where_to_get_one(bench: Callable[..., Bench]) -> None:
    desk = bench()
    desk.page.stick.out.click()
    desk.until(lambda: "không có khóa của tỉnh" in desk.page.stick.said)
    assert "Xin tỉnh một thẻ nhớ đã ghi khóa" in desk.page.stick.said
    assert desk.page.stick.out.isEnabled()


def test_the_key_is_compared_once_then_the_stick_goes_up_and_comes_back(
    bench: Callable[..., Bench], office: OpenOffice, province: ServerThread
) -> None:
    known(office, province)
    desk = bench()
    carried(desk, province)
    stick = desk.page.stick
    stick.out.click()
    desk.until(lambda: stick.fingerprint.isVisible())
    shown = stick.fingerprint.text().split()
    assert [len(group) for group in shown] == [4] * 6
    assert not list(desk.stick.rglob("len-*")), "nothing goes out before the key was compared"
    waits = outbox.waiting(office.journal).entries
    stick.yes.click()
    desk.until(lambda: f"Đã ghi {waits} mục" in stick.said)
    assert load_settings(desk.folder).province_key == province.journal.key.public_hex
    carried(desk, province)
    stick.in_.click()
    desk.until(lambda: f"Tỉnh đã nhận {waits} mục" in stick.said)
    desk.until(lambda: "Chờ gửi: không có gì" in desk.said)
    stick.out.click()
    desk.until(lambda: "Không có gì chờ gửi" in stick.said)
    assert not stick.fingerprint.isVisible()


def test_only_an_administrator_confirms_a_key(bench: Callable[..., Bench], province: ServerThread) -> None:
    desk = bench("ha")
    carried(desk, province)
    stick = desk.page.stick
    stick.out.click()
    desk.until(lambda: stick.fingerprint.isVisible())
    assert not stick.yes.isEnabled()
    desk.controller.stick.confirm()
    stick.no.click()
    assert "Chưa xác nhận khóa" in stick.said
    assert load_settings(desk.folder).province_key == ""


def test_another_key_than_the_confirmed_one_is_a_warning(
    bench: Callable[..., Bench], province: ServerThread, tmp_path: Path
) -> None:
    save_settings(tmp_path, Settings(province_key="ab" * 32))
    desk = bench()
    carried(desk, province)
    desk.page.stick.out.click()
    desk.until(lambda: desk.page.stick.fingerprint.isVisible())
    told = [one.text() for one in desk.page.stick.findChildren(type(desk.page.stick.fingerprint)) if one.isVisible()]
    assert any("khác khóa đã xác nhận trước đây" in text for text in told)


def test_a_machine_that_the_province_does_not_know_goes_in_by_the_code_on_the_stick(
    bench: Callable[..., Bench], office: OpenOffice, province: ServerThread
) -> None:
    desk = bench()
    carried(desk, province)
    stick = desk.page.stick
    stick.out.click()
    desk.until(lambda: stick.code.isVisible())
    stick.code.line.setText(province.store.make_code(office.services.office.id))
    stick.yes.click()
    desk.until(lambda: "Đã ghi" in stick.said)
    carried(desk, province)
    station = office.journal.key.station
    assert province.store.heads([station]) == outbox.heads(office.journal, [station])


# the province's address


def test_an_administrator_writes_the_address_and_lets_the_machine_in_by_code(
    bench: Callable[..., Bench], office: OpenOffice, province: ServerThread
) -> None:
    desk = bench()
    part = desk.page.province
    part.url.line.setText(province.url)
    part.code.line.setText(province.store.make_code(office.services.office.id))
    part.save.click()
    desk.until(lambda: load_settings(desk.folder).province_url == province.url)
    desk.until(lambda: "Đã ghi địa chỉ máy chủ của tỉnh" in desk.said)
    assert "Đóng chương trình rồi mở lại" in desk.noticed
    assert province.store.station(office.journal.key.station) is not None


def test_a_wrong_code_keeps_nothing_and_says_what_to_do(bench: Callable[..., Bench], province: ServerThread) -> None:
    desk = bench()
    part = desk.page.province
    part.url.line.setText(province.url)
    part.code.line.setText("AAAA-BBBB-CCCC")
    part.save.click()
    desk.until(lambda: "Mã ghi danh máy trạm không đúng" in desk.noticed)
    assert load_settings(desk.folder).province_url == ""
    assert part.save.isEnabled()


def test_what_is_no_address_is_marked(bench: Callable[..., Bench]) -> None:
    desk = bench()
    part = desk.page.province
    part.url.line.setText("tinh cua toi")
    QTest.keyClick(part.url.line, Qt.Key.Key_Return)
    assert part.url.line.accessibleDescription() == "Ghi như https://motcua.tinh.example"
    assert load_settings(desk.folder).province_url == ""


def test_others_only_read_the_address(bench: Callable[..., Bench], tmp_path: Path) -> None:
    save_settings(tmp_path, Settings(province_url="https://tinh.example"))
    desk = bench("ha")
    part = desk.page.province
    assert part.url.text == "https://tinh.example"
    assert not part.url.line.isEnabled()
    assert part.save.isHidden()


# how it looks


def test_nothing_is_cut_and_everything_has_a_name_at_any_size(bench: Callable[..., Bench], look: QApplication) -> None:
    desk = bench()
    desk.controller.close()
    machines = (MachineBacklog("1", "Máy hướng dẫn", 0, True), MachineBacklog("2", "Quầy 2", 214, False))
    dossiers = (PageProgress("1", "H99.17-261123-030007", "Nguyễn Thị Hậu", 3, 5),)
    overview = SyncOverview(214, 16, 38_000_000, MORNING, dossiers, machines)
    link = replace(UP, up=False, since=MORNING - timedelta(days=3))
    for scale, width in ((1.0, 1260), (1.0, 1180), (2.0, 1800)):
        theme.apply(look, False, scale)
        page = SyncPage()
        desk.bot.addWidget(page)
        page.present(SyncState(MORNING, link, overview, "https://tinh.example"))
        page.resize(width, 900)
        page.show()
        desk.until(lambda page=page: cut(page) == [])  # type: ignore[misc]
        assert nameless(page) == []
        assert page.machines.rows[1][1].first == "214 mục chờ gửi"
