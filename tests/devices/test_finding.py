"""Searching for devices: everything that is there is told, and what could not be searched is told too."""

import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import DeviceKind
from devices.finding.finding import find_devices, searches
from devices.finding.found import FoundDevice, Where
from devices.finding.serial_devices import find_serial
from devices.finding.sound import find_sound
from devices.finding.spooled_printers import find_spooled
from devices.finding.usb_printers import find_usb_printers
from devices.settings import DeviceSettings, TransportKind
from devices.transport.pseudo_terminal import PseudoTerminal
from devices.transport.serial_ports import SerialPort
from devices.transport.usb_identity import fits_identity
from tests.devices.support import refused

KEYPAD = SerialPort("/dev/ttyUSB0", 0x1A86, 0x7523, location="1-1", product_name="USB Serial")
READER = SerialPort("/dev/ttyACM0", 0x0C2E, 0x0CAA, "S77", "1-2", "Voyager 1450g")
SPEAKER = FoundDevice((DeviceKind.SPEAKER,), "card", TransportKind.SOUND, "")


@pytest.fixture
def terminal() -> Iterator[PseudoTerminal]:
    made = PseudoTerminal()
    yield made
    made.close()


def usb(product: int, serial: str | None = None, interface: int = 7, ports: Sequence[int] = (1,)) -> "UsbDevice":
    """What pyusb gives of a device: the fields that are read."""
    return UsbDevice(
        idVendor=0x04B8,
        idProduct=product,
        bDeviceClass=0,
        manufacturer="EPSON",
        product="TM-T82",
        serial_number=serial,
        bus=1,
        port_numbers=tuple(ports),
        configurations=[[SimpleNamespace(bInterfaceClass=interface)]],
    )


class UsbDevice(SimpleNamespace):
    def __iter__(self) -> Iterator[Any]:
        return iter(self.configurations)


def test_a_serial_port_is_named_by_its_chip_and_a_reader_by_its_maker() -> None:
    reader, keypad = find_serial(1, ports=lambda: (KEYPAD, READER))
    assert (keypad.kind, keypad.identity) == (DeviceKind.KEYPAD, "1a86:7523:")
    assert "CH340" in keypad.title
    assert (reader.kind, reader.identity) == (DeviceKind.READER, "0c2e:0caa:S77")
    assert DeviceKind.PRINTER in reader.kinds
    assert "/dev/ttyACM0" in reader.detail


def test_a_port_that_only_the_settings_know_is_found_while_it_is_there(terminal: PseudoTerminal) -> None:
    named = [DeviceSettings(DeviceKind.READER, "r", TransportKind.SERIAL, terminal.port)]
    (found,) = find_serial(1, named, ports=lambda: ())
    assert (found.kinds, found.address) == ((DeviceKind.READER,), terminal.port)
    assert found.is_of(named[0])
    gone = [DeviceSettings(DeviceKind.READER, "r", TransportKind.SERIAL, "/dev/nowhere")]
    assert list(find_serial(1, gone, ports=lambda: ())) == []


def test_a_device_is_known_again_by_identity_whatever_its_port() -> None:
    (found,) = find_serial(1, ports=lambda: (KEYPAD,))
    serial = TransportKind.SERIAL
    assert found.is_of(DeviceSettings(DeviceKind.KEYPAD, "k", serial, "/dev/ttyUSB9", "1a86:7523:"))
    assert found.is_of(DeviceSettings(DeviceKind.KEYPAD, "k", serial, "/dev/ttyUSB0"))
    assert not found.is_of(DeviceSettings(DeviceKind.KEYPAD, "k", serial, "/dev/ttyUSB0", "0403:6001:"))
    assert not found.is_of(DeviceSettings(DeviceKind.SCANNER, "s", TransportKind.SANE, "/dev/ttyUSB0"))


def test_usb_printers_are_found_by_their_class_and_two_equal_ones_by_their_sockets() -> None:
    listed = [usb(0x0E15, "X1"), usb(0x0202, ports=(1, 4)), usb(0x0202, ports=(2,)), usb(0x0111, interface=3)]
    found = find_usb_printers(1, lambda: listed)
    assert [one.identity for one in found] == ["04b8:0e15:X1", "04b8:0202:@1-1.4", "04b8:0202:@1-2"]
    assert {one.title for one in found} == {"EPSON TM-T82"}
    assert found[0].address == "04b8:0e15"


def test_a_usb_printer_is_known_again_by_its_serial_number_or_its_socket() -> None:
    first, second = usb(0x0202, ports=(1, 4)), usb(0x0202, ports=(2,))
    assert [fits_identity(one, "04b8:0202:@1-2") for one in (first, second)] == [False, True]
    assert [fits_identity(usb(0x0E15, serial), "04B8:0E15:X1") for serial in ("X1", "X2", None)] == [True, False, False]
    assert fits_identity(first, "04b8:0202:")
    assert not fits_identity(first, "04b8:0e15:")


def test_a_printer_that_may_not_be_asked_for_its_name_is_found_all_the_same() -> None:
    class Denied(UsbDevice):
        @property
        def serial_number(self) -> str:
            raise PermissionError

        product = manufacturer = serial_number

    listed = Denied(idVendor=0x04B8, idProduct=0x0202, bDeviceClass=7, bus=1, port_numbers=(3,))
    (found,) = find_usb_printers(1, lambda: [listed])
    assert (found.title, found.identity) == ("Epson", "04b8:0202:")


def test_printers_of_the_system_are_listed_by_its_own_program(tmp_path: Path) -> None:
    script = tmp_path / "lpstat.py"
    script.write_text("print('Tiếp-dân')\nprint('Van_phong')\n", encoding="utf-8")
    found = find_spooled(20, [sys.executable, str(script)], {"PYTHONIOENCODING": "utf-8"})
    assert [one.address for one in found] == ["Tiếp-dân", "Van_phong"]
    script.write_text("print('x'); raise SystemExit(1)\n", encoding="utf-8")
    assert list(find_spooled(20, [sys.executable, str(script)])) == []
    error = refused(Code.PROGRAM_MISSING, lambda: find_spooled(1, ["no-such-program"]))
    assert error.params == {"program": "no-such-program"}
    script.write_text("import sys; sys.stdin.read(); import threading; threading.Event().wait()\n", encoding="utf-8")
    refused(Code.SEARCH_TIMED_OUT, lambda: find_spooled(0.3, [sys.executable, str(script)]))


def test_the_machines_sound_is_found_with_the_cards_name_or_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "aplay"
    program.touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    cards = tmp_path / "cards"
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0x1\n")
    (found,) = find_sound(1, cards)
    assert found.title == "HDA Intel PCH"
    cards.write_text("--- no soundcards ---\n")
    refused(Code.SOUND_UNAVAILABLE, lambda: find_sound(1, cards))


@pytest.mark.allows_log("event=search_failed where=search-spool")
def test_a_search_that_fails_hangs_or_breaks_keeps_no_other_from_being_told() -> None:
    never = threading.Event()

    def denied(_: float) -> Sequence[FoundDevice]:
        raise DeviceError(Code.DEVICE_DENIED, device="usb")

    def hangs(_: float) -> Sequence[FoundDevice]:
        never.wait()
        return []

    def breaks(_: float) -> Sequence[FoundDevice]:
        raise KeyError

    made = {Where.USB: denied, Where.SANE: hangs, Where.SPOOL: breaks, Where.SOUND: lambda _: [SPEAKER]}
    try:
        findings = find_devices(0.1, made=made, grace_s=0.2)
    finally:
        never.set()
    assert findings.found == (SPEAKER,)
    told = {one.where: one.error.code for one in findings.failed}
    assert told == {Where.USB: Code.DEVICE_DENIED, Where.SANE: Code.SEARCH_TIMED_OUT, Where.SPOOL: Code.SEARCH_FAILED}


def test_every_search_of_this_machine_ends_in_time_with_findings_or_a_reason(terminal: PseudoTerminal) -> None:
    named = [DeviceSettings(DeviceKind.KEYPAD, "k", TransportKind.SERIAL, terminal.port)]
    findings = find_devices(1.5, named)
    assert any(one.address == terminal.port for one in findings.found)
    assert all(isinstance(one.error, CounterError) for one in findings.failed)
    assert {one.where for one in findings.failed} <= set(searches())
