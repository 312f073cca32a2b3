"""Đồng bộ: what the province kept aside is said with dossier, reason and next step, until it is in order there."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.dossier_facts import Commented
from counter_app.journal import outbox
from counter_app.journal.arrivals import accept
from counter_app.services.sync_aside import AsideCause, AsideEntry, AsideList
from counter_app.services.sync_overview import SyncOverview
from sync.link import SyncStatus
from sync.replicator import Replicator
from sync.server.program import ServerThread
from tests.benchmarks.journal_append import RECEIVED
from tests.support.chains import Chain
from tests.support.dossiers import record
from tests.support.office import MORNING, OpenOffice
from tests.support.waiting import WAIT_MS
from tests.ui.desk_kit import nameless, open_desk
from tests.ui.sync_kit import QUICK, Bench, known
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.page_keys import SYNC
from ui.desk.sync_page import aside_words, words
from ui.desk.sync_page.page import SyncPage
from ui.desk.sync_page.state import SyncState
from ui.tasks import Tasks

DOSSIER = f"{7:032x}"
UP = SyncStatus(True, MORNING, 0, 0, MORNING)


@pytest.fixture
def province(tmp_path: Path, office: OpenOffice) -> Iterator[ServerThread]:
    server = ServerThread(tmp_path / "province", clock=office.clock)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def missing(office: OpenOffice, province: ServerThread) -> Callable[[], None]:
    """A dossier that another machine received and this one worked on; the result brings that to the province."""
    chain = Chain(office.services.office.id)
    received = chain.write(f"dossier/{DOSSIER}", RECEIVED, "officer/ha")
    for journal in (office.journal, province.journal):
        outbox.admit(journal, chain.station, chain.public_key, chain.office)
    accept(office.journal, (received,))
    record(office, DOSSIER, Commented("ha", "Đã xem"))

    def bring() -> None:
        province.store.accept((received,), chain.office)

    return bring


@pytest.fixture
def link(office: OpenOffice, province: ServerThread, missing: Callable[[], None]) -> Iterator[Replicator]:
    known(office, province)
    replicator = Replicator(office.journal, province.url, pace=QUICK)
    replicator.start()
    yield replicator
    replicator.close()


@pytest.mark.expects_log("event=entry_kept-for-review")
def test_an_entry_that_the_province_refused_is_on_the_page_until_it_is_in_order(
    qtbot: QtBot,
    office: OpenOffice,
    tasks: Tasks,
    tmp_path: Path,
    link: Replicator,
    missing: Callable[[], None],
) -> None:
    desk = Bench(qtbot, office, tasks, tmp_path, "son", link)
    try:
        page = desk.page
        desk.until(lambda: bool(page.aside.table.rows))
        assert page.aside.table.rows[0][0].first == RECEIVED.code
        assert RECEIVED.applicant.name in page.aside.table.rows[0][0].second
        assert "1 mục đã lên đến tỉnh mà chưa được ghi nhận, sớm nhất từ 23/11/2026 08:55" in page.aside.summary.text()
        assert "do máy khác ghi và chưa lên đến tỉnh" in page.aside.why.text()
        assert "Thử ngay" in page.aside.advice.text()
        desk.until(lambda: "1 mục chưa được ghi nhận" in desk.said)

        missing()
        page.try_now.click()
        desk.until(lambda: not page.aside.table.rows)
        assert not page.aside.isVisible()
        desk.until(lambda: "Mọi việc đã lên tỉnh lúc" in desk.said)
    finally:
        desk.controller.close()


@pytest.mark.expects_log("event=entry_kept-for-review")
@pytest.mark.parametrize("way", ["button", "key"])
def test_its_dossier_is_opened_by_button_and_by_key(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, link: Replicator, way: str
) -> None:
    with open_desk(qtbot, office, tasks, link=link) as desk:
        window = desk.window
        window.open_page(SYNC)
        sync = window.sync
        assert sync is not None
        desk.until(lambda: bool(sync.page.aside.table.rows))
        if way == "button":
            sync.page.aside.open.click()
        else:
            QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        desk.until(lambda: window.page == "dossiers")


def an_entry(cause: AsideCause, **more: str) -> AsideEntry:
    return AsideEntry("a" * 16, 12, MORNING, cause, **more)  # type: ignore[arg-type]


@pytest.mark.usefixtures("look")
def test_every_reason_has_its_words_and_a_next_step() -> None:
    told = [(aside_words.why(one), aside_words.advice(one)) for one in map(an_entry, AsideCause)]
    assert len({why for why, _ in told}) == len({advice for _, advice in told}) == len(AsideCause)
    assert all(text.endswith(".") for pair in told for text in pair)


def test_the_one_that_was_chosen_stays_chosen_and_what_is_no_dossier_is_not_opened(
    qtbot: QtBot, look: QApplication
) -> None:
    page = SyncPage()
    qtbot.addWidget(page)
    opened: list[str] = []
    page.aside.opened.connect(opened.append)
    ticket = an_entry(AsideCause.NOT_FITTING, subject="ticket")
    other = AsideEntry(
        "b" * 16, 3, MORNING, AsideCause.DAMAGED, "dossier", "7", "H99.17-261123-030007", "Nguyễn Thị Hậu"
    )

    def present(*entries: AsideEntry, total: int = 2) -> None:
        overview = SyncOverview(0, 0, 0, None, aside=AsideList(entries, total, MORNING))
        page.present(SyncState(MORNING, UP, overview))

    present(ticket, other)
    assert page.aside.table.current == 0
    page.aside.ask()
    assert opened == []
    page.aside.table.choose(1)
    present(an_entry(AsideCause.NOT_BEGUN, subject="rating"), ticket, other, total=30)
    assert page.aside.table.current == 2
    page.aside.ask()
    assert opened == ["7"]
    assert (
        dict(words.facts(SyncState(MORNING, UP, SyncOverview(0, 0, 0, None, aside=AsideList((), 30)))))["Tỉnh để riêng"]
        == "30 mục"
    )


def test_nothing_is_cut_and_everything_has_a_name_at_any_size(qtbot: QtBot, look: QApplication) -> None:
    entries = (
        AsideEntry(
            "b" * 16, 3, MORNING, AsideCause.SAME_NUMBER, "dossier", "7", "H99.17-261123-030007", "Nguyễn Thị Hậu"
        ),
        an_entry(AsideCause.NOT_LET_IN, subject="ticket", machine="Quầy 2"),
    )
    overview = SyncOverview(0, 0, 0, None, aside=AsideList(entries, 31, MORNING - timedelta(days=2)))
    for scale, width in ((1.0, 1260), (2.0, 1800)):
        theme.apply(look, False, scale)
        page = SyncPage()
        qtbot.addWidget(page)
        page.present(SyncState(MORNING, UP, overview, "https://tinh.example"))
        page.resize(width, 900)
        page.show()
        qtbot.waitUntil(lambda page=page: cut(page) == [], timeout=WAIT_MS)  # type: ignore[misc]
        assert nameless(page) == []
