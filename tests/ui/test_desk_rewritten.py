"""A journal that is not what the upstream countersigned: said to an administrator, on every page, with what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.domain.facts import Duty
from counter_app.journal import outbox
from sync.replicator import Replicator
from sync.server.program import ServerThread
from tests.support.office import OpenOffice
from tests.ui.desk_kit import open_desk
from ui.tasks import Tasks


@pytest.fixture
def link(tmp_path: Path, office: OpenOffice) -> Iterator[Replicator]:
    """A link that is up, of a station whose journal was rewritten before the program started."""
    server = ServerThread(tmp_path / "province", clock=office.clock)
    server.start()
    key = office.journal.key
    outbox.admit(server.journal, key.station, key.public_hex, office.services.office.code)
    office.journal.note_rewritten(5)
    replicator = Replicator(office.journal, server.url)
    replicator.start()
    yield replicator
    replicator.close()
    server.stop()


@pytest.mark.parametrize("officer, told", [("son", True), ("ha", False)])
def test_an_administrator_is_told_which_entry_it_is_and_the_next_step(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, link: Replicator, officer: str, told: bool
) -> None:
    may = next(one for one in office.services.officers.all() if one.id == officer).may(Duty.ADMINISTRATION)
    assert may is told
    with open_desk(qtbot, office, tasks, link=link, officer_id=officer) as desk:
        desk.until(lambda: bool(link.status().up))
        desk.until(lambda: not link.status().waiting)
        notices = [one for one in desk.window.receive_page.head.banners.shown if one.id == "journal"]
        assert bool(notices) is told
        if told:
            assert "mục 5 không còn là mục mà máy chủ đã ký xác nhận" in notices[0].title
            assert "counter-app verify --checkpoints" in notices[0].text
