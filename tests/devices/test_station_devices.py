"""What administration sets up is in use at once and after a restart, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState
from counter_app.settings import Settings, load_settings, save_settings
from devices.fleet import Devices
from devices.settings import DeviceSettings, TransportKind
from devices.station_devices import StationDevices
from devices.supervisor import Backoff
from devices.transport.pseudo_terminal import PseudoTerminal
from devices.transport.serial_ports import SerialPort
from tests.devices.support import FixedClock, Notebook, refused, stripes

SERIAL = TransportKind.SERIAL


@pytest.fixture
def devices(clock: FixedClock) -> Iterator[Devices]:
    made = Devices((), clock=clock, backoff=Backoff(steps=(0.01,), jitter=0))
    made.start()
    yield made
    made.close()


@pytest.fixture
def station(tmp_path: Path, devices: Devices) -> StationDevices:
    save_settings(tmp_path, Settings(desk=3, province_url="https://tinh.example"))
    return StationDevices(tmp_path, devices)


@pytest.fixture
def terminal() -> Iterator[PseudoTerminal]:
    made = PseudoTerminal()
    yield made
    made.close()


def roll(folder: Path, name: str = "Máy in phiếu") -> DeviceSettings:
    path = folder / f"{name}.bin"
    path.touch()
    return DeviceSettings(DeviceKind.PRINTER, name, TransportKind.FILE, str(path))


def test_a_device_that_is_kept_works_at_once_and_after_a_restart(
    station: StationDevices, devices: Devices, tmp_path: Path
) -> None:
    told: Notebook[DeviceState] = Notebook()
    devices.on_change(lambda status: told(status.state))
    record = station.keep(roll(tmp_path))
    told.until(lambda notes: DeviceState.READY in notes)
    devices.printer.print_raster(stripes())
    assert Path(record.address).stat().st_size > 0
    assert load_settings(tmp_path) == Settings(desk=3, province_url="https://tinh.example", devices=(record,))


def test_a_device_is_changed_in_its_place_and_removed(
    station: StationDevices, terminal: PseudoTerminal, tmp_path: Path
) -> None:
    printer = station.keep(roll(tmp_path))
    station.keep(DeviceSettings(DeviceKind.KEYPAD, "Bàn phím", SERIAL, terminal.port))
    changed = station.keep(roll(tmp_path, "Máy in quầy 3"), instead_of=printer.name)
    assert [one.name for one in station.records()] == ["Máy in quầy 3", "Bàn phím"]
    station.remove("Bàn phím")
    assert load_settings(tmp_path).devices == (changed,) == station.records()
    refused(Code.DEVICE_UNKNOWN, lambda: station.remove("Bàn phím"))


def test_a_second_one_of_a_kind_or_of_a_name_is_refused_and_changes_nothing(
    station: StationDevices, terminal: PseudoTerminal, tmp_path: Path
) -> None:
    keypad = station.keep(DeviceSettings(DeviceKind.KEYPAD, "Bàn phím", SERIAL, terminal.port))
    other = DeviceSettings(DeviceKind.KEYPAD, "Khác", SERIAL, terminal.port)
    assert refused(Code.DEVICE_KIND_TAKEN, lambda: station.keep(other)).params["device"] == "Bàn phím"
    refused(Code.DEVICE_NAME_TAKEN, lambda: station.keep(roll(tmp_path, "bàn PHÍM")))
    assert load_settings(tmp_path).devices == (keypad,) == station.records()


def test_what_cannot_be_written_down_is_not_used_either(station: StationDevices, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("desk = [", encoding="utf-8")
    refused(Code.SETTINGS_INVALID, lambda: station.keep(roll(tmp_path)))
    assert station.records() == ()
    nonsense = DeviceSettings(DeviceKind.PRINTER, "d", TransportKind.FILE, "x", options={"cut": "sideways"})
    save_settings(tmp_path, Settings())
    refused(Code.DEVICE_SETTINGS, lambda: station.keep(nonsense))
    assert load_settings(tmp_path) == Settings()


def test_a_released_device_comes_back_to_its_place_and_stays_in_the_settings(
    station: StationDevices, terminal: PseudoTerminal, tmp_path: Path
) -> None:
    keypad = station.keep(DeviceSettings(DeviceKind.KEYPAD, "Bàn phím", SERIAL, terminal.port))
    printer = station.keep(roll(tmp_path))
    station.release(keypad.name)
    assert station.records() == (printer,)
    assert load_settings(tmp_path).devices == (keypad, printer)
    station.take_back(keypad, 0)
    assert station.records() == (keypad, printer)


def test_two_equal_devices_without_serial_numbers_are_kept_with_their_sockets(tmp_path: Path, devices: Devices) -> None:
    first = SerialPort("/dev/ttyUSB0", 0x1A86, 0x7523, location="1-1")
    second = SerialPort("/dev/ttyUSB1", 0x1A86, 0x7523, location="1-2")
    station = StationDevices(tmp_path, devices, lambda: (first, second))
    station.keep(DeviceSettings(DeviceKind.KEYPAD, "Bàn phím", SERIAL, first.port, "1a86:7523:"))
    station.keep(DeviceSettings(DeviceKind.READER, "Đầu đọc", SERIAL, second.port, "1a86:7523:"))
    kept = [one.identity for one in load_settings(tmp_path).devices]
    assert kept == ["1a86:7523:@1-1", "1a86:7523:@1-2"]
