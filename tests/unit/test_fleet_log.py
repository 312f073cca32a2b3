"""The fleet in the journal: what a device's entries come to, and how few of them there are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from counter_app.domain.devices import DeviceRecord
from counter_app.errors import Code
from counter_app.journal.counts import entries_by_kind
from counter_app.journal.verify import verify
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus, DeviceUse
from counter_app.services.fleet_log import FleetLog
from counter_app.store import migrations, places
from counter_app.store.codec import to_text
from tests.devices.support import refused
from tests.support.office import OpenOffice, open_office

PRINTER = (DeviceKind.PRINTER, "Máy in 1")
SECOND = (DeviceKind.PRINTER, "Máy in 2")
READY, FAULTY, ABSENT = DeviceState.READY, DeviceState.FAULTY, DeviceState.ABSENT


class Fleet:
    """An office, the log of its devices, and what is known of them."""

    def __init__(self, office: OpenOffice) -> None:
        self.office, self.log = office, FleetLog(office.journal)
        self.log.know([PRINTER, SECOND])

    def is_now(self, state: DeviceState, fault: Code | None = None, device: tuple[DeviceKind, str] = PRINTER) -> None:
        self.log.record(DeviceStatus(*device, state, fault, self.office.clock.now()))
        self.later(minutes=1)

    def later(self, **span: float) -> None:
        self.office.clock.move(timedelta(**span))

    def records(self) -> dict[str, DeviceRecord]:
        with self.office.journal.database.read() as connection:
            found = places.by_stream(connection, DeviceRecord)
        own = f"device/{self.office.journal.key.station}-"
        return {stream.removeprefix(own): one for stream, one in found.items()}

    def record(self, device: tuple[DeviceKind, str] = PRINTER) -> DeviceRecord:
        return next(one for one in self.records().values() if one.name == device[1])

    def entries(self, kind: str) -> int:
        return entries_by_kind(self.office.journal, self.office.journal.key.station).get(kind, 0)


@pytest.fixture
def fleet(tmp_path: Path) -> Iterator[Fleet]:
    with open_office(tmp_path / "data") as office:
        yield Fleet(office)


def test_a_device_knows_when_it_was_seen_first_and_last(fleet: Fleet) -> None:
    began = fleet.office.clock.now()
    fleet.is_now(READY)
    fleet.is_now(READY, Code.PAPER_LOW)
    lost = fleet.office.clock.now()
    fleet.is_now(ABSENT)

    record = fleet.record()
    assert (record.first_seen, record.last_seen, record.state) == (began, lost, "absent")


def test_a_device_that_was_never_there_was_never_seen_and_has_not_failed(fleet: Fleet) -> None:
    fleet.is_now(ABSENT)

    record = fleet.record()
    assert (record.first_seen, record.last_seen, record.faults) == (None, None, 0)


def test_each_stop_counts_once_a_warning_never_and_the_day_has_its_own_count(fleet: Fleet) -> None:
    fleet.is_now(READY)
    fleet.is_now(READY, Code.PAPER_LOW)
    fleet.is_now(FAULTY, Code.PAPER_OUT)
    fleet.is_now(FAULTY, Code.COVER_OPEN)  # the same hand at the same printer
    fleet.is_now(READY)
    fleet.is_now(ABSENT)
    fleet.later(days=1)
    fleet.is_now(READY)
    fleet.is_now(FAULTY, Code.CUTTER)

    record, today = fleet.record(), fleet.office.clock.now().date()
    assert record.faults == 3
    assert (record.faults_on(today), record.faults_on(today - timedelta(days=1))) == (1, 0)


def test_tickets_and_pages_are_written_once_an_hour_and_none_is_lost_at_the_end(fleet: Fleet) -> None:
    fleet.is_now(READY)
    for _ in range(150):
        fleet.log.count(DeviceUse(*PRINTER, tickets=1))
        fleet.later(minutes=1)
    assert fleet.entries("device.used") == 2
    fleet.log.close()

    assert fleet.entries("device.used") == 3
    assert fleet.record().tickets == 150


def test_service_begins_the_counts_anew(fleet: Fleet) -> None:
    fleet.is_now(READY)
    fleet.log.count(DeviceUse(*PRINTER, tickets=7, pages=2))
    fleet.is_now(FAULTY, Code.CUTTER)
    stream = next(f"device/{fleet.office.journal.key.station}-{one}" for one in fleet.records())
    at = fleet.office.clock.now()

    refused(Code.DUTY_MISSING, lambda: fleet.log.serviced(stream, "ha"))
    assert fleet.record().faults == 1
    fleet.log.serviced(stream, "son")
    fleet.log.count(DeviceUse(*PRINTER, tickets=1))
    fleet.log.close()

    record = fleet.record()
    assert (record.tickets, record.pages, record.faults, record.serviced_at) == (1, 0, 0, at)
    assert record.state == "faulty", "who cleans it has not mended it yet"


def test_two_printers_are_counted_apart_and_keep_their_streams_in_whatever_order_they_are_named(fleet: Fleet) -> None:
    fleet.is_now(READY)
    fleet.is_now(READY, device=SECOND)
    fleet.log.count(DeviceUse(*SECOND, tickets=4))
    fleet.log.close()
    assert set(fleet.records()) > {"printer"}, "the first of a kind keeps the stream that it always had"

    again = FleetLog(fleet.office.journal)
    again.know([SECOND, PRINTER])
    again.count(DeviceUse(*SECOND, tickets=3))
    again.close()

    assert (fleet.record(PRINTER).tickets, fleet.record(SECOND).tickets) == (0, 7)
    assert len(fleet.records()) == 2


def test_a_printer_that_is_given_another_name_goes_on_in_its_stream(fleet: Fleet) -> None:
    fleet.log.know([PRINTER])
    fleet.is_now(READY)
    fleet.log.know([(DeviceKind.PRINTER, "Máy in mới")])
    fleet.is_now(READY, device=(DeviceKind.PRINTER, "Máy in mới"))

    assert [(stream, one.name) for stream, one in fleet.records().items()] == [("printer", "Máy in mới")]


def test_a_device_taken_out_of_the_settings_is_removed_and_says_nothing_more(fleet: Fleet) -> None:
    fleet.is_now(READY)
    fleet.is_now(READY, device=SECOND)
    fleet.log.count(DeviceUse(*SECOND, tickets=2))
    fleet.log.know([PRINTER])
    fleet.is_now(ABSENT, device=SECOND)

    assert (fleet.record(SECOND).state, fleet.record(SECOND).tickets) == ("removed", 2)
    fleet.log.know([PRINTER, SECOND])
    fleet.is_now(READY, device=SECOND)
    assert (fleet.record(SECOND).state, len(fleet.records())) == ("ready", 2)


def test_the_same_state_is_told_once_however_often_it_is_tried(fleet: Fleet) -> None:
    for _ in range(20):
        fleet.is_now(ABSENT)
    assert fleet.entries("device.changed") == 1


def test_a_station_of_the_version_before_counts_its_devices_too(tmp_path: Path) -> None:
    with open_office(tmp_path / "old") as office:
        fleet = Fleet(office)
        fleet.is_now(READY)
        fleet.is_now(FAULTY, Code.CUTTER)
        known = fleet.record()
        before = replace(known, first_seen=None, last_seen=None, faults=0, fault_day=None, day_faults=0)
        with office.journal.database.write() as connection:
            connection.execute(
                text("UPDATE places SET body = :body WHERE stream LIKE 'device/%'"), {"body": to_text(before)}
            )
        assert verify(office.journal).faults
        migrations.migrate(office.journal.database._engine, "0004")
    with open_office(tmp_path / "old") as office:
        assert verify(office.journal).faults == ()
        with office.journal.database.read() as connection:
            assert places.all_of(connection, DeviceRecord) == (known,)
