"""The desk and the province: in step, cut off and said so with what waits, in step again; over a real loopback link."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.journal import outbox
from sync.channel import Backoff
from sync.replicator import Pace, Replicator
from sync.server.program import ServerThread
from tests.support.office import OpenOffice
from tests.ui.desk_kit import Desk, open_desk, take_numbers
from ui.desk.status_strip import LinkState, StripState
from ui.tasks import Tasks

QUICK = Pace(backoff=Backoff(first_s=0.05, longest_s=0.2))


@pytest.fixture
def province(tmp_path: Path, office: OpenOffice) -> Iterator[ServerThread]:
    server = ServerThread(tmp_path / "province", clock=office.clock)
    server.start()
    key = office.journal.key
    outbox.admit(server.journal, key.station, key.public_hex, office.services.office.code)
    yield server
    server.stop()


@pytest.fixture
def link(office: OpenOffice, province: ServerThread) -> Iterator[Replicator]:
    replicator = Replicator(office.journal, province.url, pace=QUICK)
    replicator.start()
    yield replicator
    replicator.close()


def waiting(office: OpenOffice) -> int:
    """Return how many entries and pages the province does not have."""
    counted = outbox.waiting(office.journal)
    return counted.entries + counted.blobs


def strip(desk: Desk) -> str:
    """Return what is written in the strip."""
    return " ".join(label.text() for label in desk.window.frame.strip.findChildren(QLabel) if label.isVisible())


def test_the_strip_says_in_step_cut_off_with_what_waits_and_in_step_again(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, province: ServerThread, link: Replicator
) -> None:
    with open_desk(qtbot, office, tasks, link=link) as desk:
        banners = desk.window.receive_page.head.banners
        desk.until(lambda: "Đã đồng bộ lúc 08:55" in strip(desk))
        assert not any(notice.id == "link" for notice in desk.window.notices.all)

        office.clock.set(office.clock.now() + timedelta(minutes=17))
        province.stop()
        desk.until(lambda: "Mất kết nối từ 09:12" in strip(desk))
        desk.until(lambda: any(notice.id == "link" for notice in banners.shown))
        told = next(notice for notice in banners.shown if notice.id == "link")
        assert told.title == "Mất kết nối từ 09:12. Vẫn gọi số, tiếp nhận và in bình thường."
        assert "tự gửi khi có kết nối" in told.text

        take_numbers(office, 3)
        before = waiting(office)
        assert before >= 3
        desk.until(lambda: f" {waiting(office)} mục chờ gửi" in strip(desk))
        desk.window.queue.call_next()
        desk.until(lambda: desk.window.queue.mine is not None)
        desk.until(lambda: waiting(office) > before and f" {waiting(office)} mục chờ gửi" in strip(desk))

        office.clock.set(office.clock.now() + timedelta(minutes=8))
        province.start()
        desk.until(lambda: "Đã đồng bộ lúc 09:20" in strip(desk))
        desk.until(lambda: not any(notice.id == "link" for notice in banners.shown))
        assert waiting(office) == 0
        station = office.journal.key.station
        assert outbox.heads(province.journal, [station]) == outbox.heads(office.journal, [station])


def test_without_a_province_the_strip_says_whether_the_other_machines_are_heard(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        assert "Chỉ lưu tại máy" in strip(desk)
        frame = desk.window.frame
        frame.strip.present(StripState(link=LinkState(office=True)))
        assert "Đã nối các máy" in strip(desk)
        frame.strip.present(StripState(link=LinkState(office=False, office_since=office.clock.now())))
        assert "Chưa nối được máy giữ hàng chờ, từ 08:55" in strip(desk)
