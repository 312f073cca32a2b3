"""Entries from elsewhere: a wrong clock is not obeyed."""

from datetime import timedelta
from pathlib import Path

from counter_app.domain.facts import DeskDefined
from counter_app.domain.hybrid_time import advance, instant
from tests.support.office import open_office


def test_a_station_whose_clock_is_years_ahead_does_not_pull_others_along(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        office.journal.saw(advance(0, office.clock.now() + timedelta(days=3000)))
        with office.journal.transaction() as transaction:
            entry = transaction.append("desk/an-phuc-9", DeskDefined(9, "an-phuc"), "station")
        assert instant(entry.time) <= office.clock.now() + timedelta(minutes=10, seconds=1)


def test_what_is_written_after_a_foreign_entry_comes_after_it(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        ahead = advance(0, office.clock.now() + timedelta(minutes=3))
        office.journal.saw(ahead)
        with office.journal.transaction() as transaction:
            entry = transaction.append("desk/an-phuc-9", DeskDefined(9, "an-phuc"), "station")
        assert entry.time > ahead
