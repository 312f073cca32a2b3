"""A desk whose disk is full: said, nothing lost on either side, and it goes on by itself when there is room."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from counter_app.errors import Code, CounterError
from counter_app.store.database import Database
from tests.sync.stations import admit, all_sent, faults, held, province, replicating, station, until, until_journal


@contextmanager
def full(database: Database) -> Iterator[None]:
    """No page more than there is now; the first page that is free again ends it."""

    def limit(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # type: ignore[attr-defined]

    def lift(connection: object) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={1 << 30}")  # type: ignore[attr-defined]

    event.listen(database._engine, "begin", limit)
    try:
        yield
    finally:
        event.remove(database._engine, "begin", limit)
        event.listen(database._engine, "begin", lift)


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
        with replicating(desk, server.url) as second:
            with full(desk.database):
                status = until(second, lambda one: one.fault is Code.DISK_FULL)
                assert status.up
                with pytest.raises(CounterError) as caught:
                    desk.issue(200, first=3)
                assert caught.value.code is Code.DISK_FULL
                written = desk.journal.last_seq
            second.wake()
            until_journal(desk.journal, lambda: held(desk.journal) == {writer.id: 300, desk.id: written})
            until(second, all_sent)
        assert held(server.journal) == {writer.id: 300, desk.id: written}
        assert [faults(one) for one in (desk.journal, server.journal)] == [(), ()]
