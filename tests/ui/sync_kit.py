"""The page Đồng bộ of one officer at one machine, for the tests that look at it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from sync.by_hand import SyncByHand
from sync.channel import Backoff
from sync.replicator import Pace, Replicator
from sync.server.program import ServerThread
from sync.server.store import Introduced
from tests.support.office import OpenOffice
from tests.support.waiting import Watching
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.desk.sync_page.controller import SyncController
from ui.desk.sync_page.page import SyncPage
from ui.machine import Machine
from ui.tasks import Tasks

QUICK = Pace(backoff=Backoff(first_s=0.05, longest_s=0.2))


def known(office: OpenOffice, province: ServerThread) -> None:
    """Let the station in at the province."""
    key = office.journal.key
    province.store.introduce(office.services.office.id, [Introduced(key.station, key.public_hex)])


class Bench(Watching):
    """The page of one officer at one machine, with an empty stick to choose."""

    def __init__(
        self, bot: QtBot, office: OpenOffice, tasks: Tasks, folder: Path, officer: str, link: Replicator | None
    ) -> None:
        self.bot, self.office, self.folder, self.stick = bot, office, folder, folder / "stick"
        self.stick.mkdir()
        me = next(one for one in office.services.officers.all() if one.id == officer)
        machine = Machine(folder, None, SyncByHand(office.journal, office.services.office.id))
        self.context = DeskContext(office.services, tasks, Notices(), 3, me, None, machine)
        self.page = SyncPage()
        self.controller = SyncController(self.context, self.page, link, lambda _: self.stick, self.page)
        bot.addWidget(self.page)
        self.page.resize(1260, 640)
        self.page.show()
        self.page.activateWindow()
        self.controller.open()
        self.until(lambda: self.controller.seen)

    @property
    def said(self) -> str:
        return self.page.card.words

    @property
    def noticed(self) -> str:
        return self.context.notices.all[-1].title if self.context.notices.all else ""
