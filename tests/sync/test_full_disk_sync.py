"""A desk whose disk is full: said, nothing lost on either side, and it goes on by itself when there is room."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from counter_app.errors import Code, CounterError
from counter_app.store.database import Database
from tests.sync.stations import admit, all_sent, faults, held, province, replicating, station, until, until_journal


class Room:
    """What a database may grow to: as large as it wants, or no page more than there is now."""

    def __init__(self, database: Database) -> None:
        self.returns()
        # Listens from the beginning: a listener that comes or goes would disturb the threads that call it.
        event.listen(database._engine, "begin", self._limit)

    def ends(self) -> None:
        """There is no more from now on."""
        self._pages = 1

    def returns(self) -> None:
        """There is as much as it wants."""
        self._pages = 1 << 30

    def _limit(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={self._pages}")


@pytest.mark.allows_log("event=feed_")
def test_a_desk_without_room_takes_the_rest_of_the_feed_when_there_is_some(tmp_path: Path) -> None:
    with (
        province(tmp_path / "province") as server,
        station(tmp_path / "writer") as writer,
        station(tmp_path / "desk") as desk,
    ):
        admit(server, writer, desk)
        writer.issue(300)
        desk.issue(2)
        with replicating(writer, server.url) as first:
            until(first, all_sent)
        room = Room(desk.database)
        room.ends()
        with replicating(desk, server.url) as second:
            status = until(second, lambda one: one.fault is Code.DISK_FULL)
            assert status.up
            with pytest.raises(CounterError) as caught:
                desk.issue(200, first=3)
            assert caught.value.code is Code.DISK_FULL
            written = desk.journal.last_seq
            room.returns()
            second.wake()
            until_journal(desk.journal, lambda: held(desk.journal) == {writer.id: 300, desk.id: written})
            until(second, all_sent)
        assert held(server.journal) == {writer.id: 300, desk.id: written}
        assert [faults(one) for one in (desk.journal, server.journal)] == [(), ()]
