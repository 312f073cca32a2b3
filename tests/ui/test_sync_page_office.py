"""Đồng bộ among an office's machines: the one that passes on counts for each; the others name it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import Counter
from sync.by_hand import SyncByHand
from sync.server.program import ServerThread
from tests.support.waiting import WAIT_MS
from tests.sync.offices import first_station, joined
from tests.sync.test_office_relay import admitted, until_there, write
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.desk.sync_page.controller import SyncController
from ui.desk.sync_page.page import SyncPage
from ui.machine import Machine
from ui.tasks import Tasks


class Seen:
    """The page at one machine of an office."""

    def __init__(self, bot: QtBot, counter: Counter) -> None:
        self.bot, self.tasks = bot, Tasks(counter.services.changes)
        me = next(one for one in counter.services.officers.all() if one.id == "son")
        by_hand = SyncByHand(counter.journal, counter.services.office.id)
        machine = Machine(counter.folder, counter.office, by_hand)
        context = DeskContext(counter.services, self.tasks, Notices(), 3, me, None, machine)
        self.page = SyncPage()
        bot.addWidget(self.page)
        self.controller = SyncController(context, self.page, counter.replicator, lambda _: None, self.page)
        self.page.show()
        self.controller.open()

    def close(self) -> None:
        self.controller.close()
        self.tasks.close()

    def told_of(self, machine: str) -> str:
        """What the row of a machine says."""
        rows = self.page.machines.rows
        return next((row[1].first for row in rows if row[0].first.startswith(machine)), "")


@pytest.mark.usefixtures("look")
def test_the_station_in_charge_counts_by_machine_and_the_desk_names_who_sends_for_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    server = ServerThread(tmp_path / "province")
    server.start()
    with first_station(tmp_path / "office", server.url) as office:
        admitted(office, server)
        with joined(office, tmp_path / "desk", 7) as desk:
            until_there(server, office, desk)
            server.stop()
            write(desk, 5)
            at_office = Seen(qtbot, office)
            at_desk = Seen(qtbot, desk)
            try:
                qtbot.waitUntil(lambda: at_office.told_of("Máy quầy 7") == "5 mục chờ gửi", timeout=WAIT_MS)
                own = next(one for one in office.services.stations.all().known if one.own).station.name
                assert f"{own} gửi lên tỉnh giúp máy này" in at_desk.page.card.words
                assert at_desk.page.machines.rows == ()
                server.start()
                qtbot.waitUntil(lambda: at_office.told_of("Máy quầy 7") == "đã lên hết", timeout=WAIT_MS)
            finally:
                at_office.close()
                at_desk.close()
    server.stop()
