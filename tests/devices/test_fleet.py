"""Settings to devices, and all devices of a station together."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import (
    Announcer,
    CodeReader,
    DeviceKind,
    DeviceState,
    DeviceStatus,
    Keypad,
    KeyPress,
    Scanner,
    ScanRequest,
    TicketPrinter,
)
from devices import registry
from devices.fleet import Devices
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Backoff
from devices.transport.tcp import parse_address
from devices.virtual import VirtualStation
from tests.devices.support import FixedClock, Notebook, printed_rows, refused, stripes

QUICK = Backoff(steps=(0.01,), jitter=0)
SCAN = ScanRequest(resolution=100)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[VirtualStation]:
    made = VirtualStation(tmp_path, sound=TransportKind.FILE)
    yield made
    made.close()


@pytest.fixture
def changes() -> Notebook[DeviceStatus]:
    return Notebook()


@pytest.fixture
def devices(station: VirtualStation, clock: FixedClock, changes: Notebook[DeviceStatus]) -> Iterator[Devices]:
    made = Devices(station.settings(), clock=clock, backoff=QUICK)
    made.on_change(changes)
    made.start()
    changes.until(lambda notes: len({note.kind for note in notes if note.state is DeviceState.READY}) == 5)
    yield made
    made.close()


def record(kind: DeviceKind, transport: TransportKind, address: str = "x", **more: object) -> DeviceSettings:
    fields: dict[str, Any] = {"kind": kind, "name": "d", "transport": transport, "address": address, **more}
    return DeviceSettings(**fields)


def test_all_virtual_devices_become_ready_and_each_does_its_work(
    devices: Devices, station: VirtualStation, tmp_path: Path
) -> None:
    printer: TicketPrinter = devices.printer
    keypad: Keypad = devices.keypad
    reader: CodeReader = devices.reader
    scanner: Scanner = devices.scanner
    speaker: Announcer = devices.speaker
    presses: Notebook[KeyPress] = Notebook()
    lines: Notebook[str] = Notebook()
    finished: Notebook[tuple[str, int]] = Notebook()
    keypad.on_press(presses)
    reader.on_line(lines)
    devices.speaker.on_finished(lambda label, desk: finished((label, desk)))
    station.scanner.load([Image.new("L", (50, 70))])

    assert printer.print_drawn(lambda _: stripes()).confirmed
    station.keypad.press(5)
    station.reader.scan("H99.01-250804-0001")
    pages = scanner.scan(SCAN, tmp_path, Notebook[Path]())
    speaker.announce("A012", 3)

    assert printed_rows(station.printer.tickets[0], stripes()) == stripes().rows
    assert presses.until_count(1)[0].score == 5
    assert lines.until_count(1) == ["H99.01-250804-0001"]
    assert len(pages) == 1
    assert finished.until_count(1) == [("A012", 3)]
    assert (tmp_path / "calls" / "0001.wav").stat().st_size > 10_000
    assert {status.state for status in devices.statuses()} == {DeviceState.READY}
    assert [status.kind for status in devices.statuses()] == [each.kind for each in station.settings()]


def test_a_device_that_is_not_configured_is_absent(clock: FixedClock, tmp_path: Path) -> None:
    devices = Devices([], clock=clock)

    refused(Code.DEVICE_ABSENT, lambda: devices.printer.print_raster(stripes()))
    refused(Code.DEVICE_ABSENT, lambda: devices.scanner.scan(SCAN, tmp_path, Notebook[Path]()))
    devices.speaker.announce("A001", 1)  # the board calls it all the same
    devices.scanner.cancel()
    assert devices.statuses() == ()
    devices.close()


def test_a_printer_that_is_switched_off_refuses_at_once_and_works_when_it_is_on(
    clock: FixedClock, changes: Notebook[DeviceStatus], station: VirtualStation
) -> None:
    nobody = record(DeviceKind.PRINTER, TransportKind.TCP, "127.0.0.1:1")
    devices = Devices([nobody], clock=clock, backoff=QUICK)
    devices.on_change(changes)
    devices.start()
    changes.until(lambda notes: [note.state for note in notes].count(DeviceState.ABSENT) >= 2)

    began = time.monotonic()
    refused(Code.DEVICE_ABSENT, lambda: devices.printer.print_raster(stripes()))

    assert time.monotonic() - began < 0.5
    devices.close()


def test_a_keypad_unplugged_harms_no_other_device(
    devices: Devices, station: VirtualStation, changes: Notebook[DeviceStatus]
) -> None:
    station.keypad.close()

    changes.until(lambda notes: any(n.kind is DeviceKind.KEYPAD and n.state is DeviceState.ABSENT for n in notes))
    assert devices.printer.print_raster(stripes()).confirmed


def test_a_second_scan_while_one_runs_is_refused_and_cancel_ends_the_first(
    devices: Devices, station: VirtualStation, tmp_path: Path
) -> None:
    station.scanner.load(Image.new("L", (50, 70)) for _ in range(50))
    refusals: list[Code] = []

    def on_page(_page: Path) -> None:
        refusals.append(refused(Code.DEVICE_BUSY, lambda: devices.scanner.scan(SCAN, tmp_path, Notebook[Path]())).code)
        devices.scanner.cancel()

    refused(Code.SCAN_CANCELLED, lambda: devices.scanner.scan(SCAN, tmp_path, on_page))

    assert Code.DEVICE_BUSY in refusals
    assert station.scanner.waiting > 0
    assert devices.scanner.scan(SCAN, tmp_path, Notebook[Path]())


def test_closing_everything_takes_under_a_second_and_a_half(
    station: VirtualStation, clock: FixedClock, changes: Notebook[DeviceStatus]
) -> None:
    made = Devices(station.settings(), clock=clock)
    made.on_change(changes)
    made.start()
    changes.until(lambda notes: len({note.kind for note in notes if note.state is DeviceState.READY}) == 5)

    began = time.monotonic()
    made.close()

    assert time.monotonic() - began < 1.5
    assert {status.state for status in made.statuses()} == {DeviceState.ABSENT}


@pytest.mark.parametrize(
    "kind, transport, more, detail",
    [
        (DeviceKind.PRINTER, TransportKind.SANE, {}, "transport"),
        (DeviceKind.KEYPAD, TransportKind.USB, {}, "transport"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"address": ""}, "address"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"address": "host:port"}, "address"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"address": ":9100"}, "address"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"address": "host:70000"}, "address"),
        (DeviceKind.PRINTER, TransportKind.USB, {"address": "epson"}, "address"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"width": 577}, "width"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"width": 0}, "width"),
        (DeviceKind.PRINTER, TransportKind.SERIAL, {"baud": 7}, "baud"),
        (DeviceKind.PRINTER, TransportKind.SERIAL, {"options": {"flow": "maybe"}}, "flow"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"options": {"cut": "slice"}}, "cut"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"options": {"finish": "soon"}}, "finish"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"options": {"finish": "nan"}}, "finish"),
        (DeviceKind.PRINTER, TransportKind.TCP, {"options": {"status": "perhaps"}}, "status"),
        (DeviceKind.KEYPAD, TransportKind.SERIAL, {"keys": {"1": 6}}, "keys"),
        (DeviceKind.KEYPAD, TransportKind.SERIAL, {"keys": {"one": 1}}, "keys"),
        (DeviceKind.KEYPAD, TransportKind.SERIAL, {"keys": {"1": 1, "0x31": 2}}, "keys"),
        (DeviceKind.KEYPAD, TransportKind.SERIAL, {"keys": {"ế": 1}}, "keys"),
        (DeviceKind.SCANNER, TransportKind.SANE, {"options": {"extra": "'open"}}, "extra"),
    ],
)
def test_settings_that_make_no_sense_are_refused_by_field(
    kind: DeviceKind, transport: TransportKind, more: dict[str, Any], detail: str, clock: FixedClock
) -> None:
    error = refused(Code.DEVICE_SETTINGS, lambda: registry.build(record(kind, transport, **more), clock))

    assert error.params["detail"] == detail


def test_two_devices_of_one_kind_are_refused(clock: FixedClock) -> None:
    reader = record(DeviceKind.READER, TransportKind.SERIAL)

    assert refused(Code.DEVICE_SETTINGS, lambda: Devices([reader, reader], clock=clock)).params["detail"] == "kind"


@pytest.mark.parametrize(
    "address, parts",
    [
        ("10.0.0.5:9101", ("10.0.0.5", 9101)),
        ("printer.local", ("printer.local", 9100)),
        ("[fe80::1]:9100", ("fe80::1", 9100)),
        ("[fe80::1]", ("fe80::1", 9100)),
    ],
)
def test_network_addresses_are_read_with_and_without_port(address: str, parts: tuple[str, int]) -> None:
    assert parse_address("d", address) == parts


def test_keys_may_be_characters_or_bytes() -> None:
    keypad = record(DeviceKind.KEYPAD, TransportKind.SERIAL, keys={"A": 5, "0x01": 1})

    assert keypad.key_codes() == {b"A": 5, b"\x01": 1}


def test_what_is_named_as_before_goes_on_while_the_others_go_and_come(
    devices: Devices, station: VirtualStation, changes: Notebook[DeviceStatus], tmp_path: Path
) -> None:
    presses: Notebook[KeyPress] = Notebook()
    devices.keypad.on_press(presses)
    ports = (devices.printer, devices.keypad, devices.scanner)
    kept = [one for one in station.settings() if one.kind is DeviceKind.KEYPAD]
    roll = tmp_path / "roll.bin"
    roll.touch()
    before = len(changes.notes)
    devices.replace([*kept, record(DeviceKind.PRINTER, TransportKind.FILE, str(roll))])
    changes.until(lambda notes: any(note.name == "d" and note.state is DeviceState.READY for note in notes))
    assert [status.name for status in devices.statuses()] == [kept[0].name, "d"]
    assert not any(note.kind is DeviceKind.KEYPAD for note in changes.notes[before:])
    gone = {note.kind for note in changes.notes[before:] if note.state is DeviceState.ABSENT}
    assert {DeviceKind.SCANNER, DeviceKind.READER, DeviceKind.SPEAKER} <= gone

    assert (devices.printer, devices.keypad, devices.scanner) == ports
    devices.printer.print_raster(stripes())
    assert roll.stat().st_size > 0
    refused(Code.DEVICE_ABSENT, lambda: devices.scanner.scan(SCAN, tmp_path, lambda _: None))
    station.keypad.press(4)
    assert presses.until_count(1)[0].score == 4


def test_settings_that_make_no_sense_replace_nothing(devices: Devices, station: VirtualStation) -> None:
    before = devices.settings
    wrong = record(DeviceKind.PRINTER, TransportKind.FILE, options={"cut": "sideways"})
    error = refused(Code.DEVICE_SETTINGS, lambda: devices.replace([wrong]))
    assert error.params["detail"] == "cut"
    assert devices.settings == before
    assert devices.printer.print_raster(stripes()).confirmed


def test_a_device_that_comes_back_after_being_replaced_is_driven_again(
    devices: Devices, station: VirtualStation, changes: Notebook[DeviceStatus]
) -> None:
    before = len(changes.notes)
    devices.replace([])
    assert devices.statuses() == ()
    devices.replace(station.settings())
    changes.until(lambda notes: len({one.kind for one in notes[before:] if one.state is DeviceState.READY}) == 5)
    assert devices.printer.print_raster(stripes()).confirmed


def test_while_keypad_and_reader_are_borrowed_nobody_else_hears_them(devices: Devices, station: VirtualStation) -> None:
    presses, lines, borrowed_presses, borrowed_lines = (Notebook[Any]() for _ in range(4))
    devices.keypad.on_press(presses)
    devices.reader.on_line(lines)
    devices.keypad.borrow(borrowed_presses)
    devices.reader.borrow(borrowed_lines)
    station.keypad.press(2)
    station.reader.scan("H-1")
    assert borrowed_presses.until_count(1)[0].score == 2
    borrowed_lines.until_count(1)
    devices.keypad.borrow(None)
    devices.reader.borrow(None)
    station.reader.scan("H-2")
    assert lines.until_count(1) == ["H-2"]
    assert presses.notes == []


def test_a_device_whose_settings_change_is_not_told_as_lost(
    devices: Devices, station: VirtualStation, changes: Notebook[DeviceStatus]
) -> None:
    (printer,) = [one for one in station.settings() if one.kind is DeviceKind.PRINTER]
    before = len(changes.notes)
    devices.replace([replace(printer, options={"cut": "none"})])
    changes.until(
        lambda notes: any(one.name == printer.name and one.state is DeviceState.READY for one in notes[before:])
    )
    told = [one.state for one in changes.notes[before:] if one.name == printer.name]
    assert told == [DeviceState.CONNECTING, DeviceState.READY]
