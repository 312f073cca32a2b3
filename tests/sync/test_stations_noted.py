"""Machines let in, refused and let in again are events of the security record, by id alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.domain.facts import StationEnrolled
from counter_app.domain.security_facts import EventFilter
from counter_app.errors import Code, CounterError
from counter_app.journal.signing import make_station_key
from sync.server.journal_store import JournalStore
from tests.support.office import OpenOffice, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as office:
        yield office


def events(office: OpenOffice) -> list[tuple[str, str, str]]:
    found = office.services.security.page(EventFilter(), most=100)
    return [(event.kind, event.officer, event.subject) for event in reversed(found)]


def test_a_server_notes_whom_it_lets_in_once_and_whom_it_refuses_from_now_on(office: OpenOffice) -> None:
    store, key = JournalStore(office.journal), make_station_key()
    for _ in range(2):
        store.enrol(store.make_code("an-phuc"), key.station, key.public_hex, "")
    with pytest.raises(CounterError) as refused:
        store.enrol("AAAA-BBBB-CCCC", "0" * 16, key.public_hex, "")
    assert refused.value.code is Code.ENROLMENT_REFUSED
    store.revoke(key.station)
    stream = f"station/{key.station}"
    assert events(office) == [("station-enrolled", "", stream), ("station-revoked", "", stream)]


def test_an_administrator_who_bars_a_machine_is_named(office: OpenOffice) -> None:
    key = make_station_key()
    with office.journal.transaction() as transaction:
        fact = StationEnrolled("Máy 2", "an-phuc", key.public_hex, ("desk",), 1)
        transaction.append(f"station/{key.station}", fact, "administrator")
    for barred in (True, True, False):
        office.services.stations.bar(key.station, "son", barred=barred)
    with pytest.raises(CounterError):
        office.services.stations.bar(key.station, "ha")
    stream = f"station/{key.station}"
    assert events(office) == [("station-revoked", "son", stream), ("station-enrolled", "son", stream)]
