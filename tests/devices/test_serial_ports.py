"""The same serial device is found again, whatever port it got."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.errors import Code, DeviceError
from devices.transport.pseudo_terminal import PseudoTerminal
from devices.transport.serial_line import SerialTransport
from devices.transport.serial_ports import SerialPort, identity_of, list_serial_ports, port_of
from tests.devices.support import refused

CHIP = 0x1A86, 0x7523
NOBODY = 65534


def port(name: str, serial: str = "", location: str = "", ids: tuple[int, int] = CHIP) -> SerialPort:
    return SerialPort(name, *ids, serial, location)


@pytest.fixture
def terminal() -> Iterator[PseudoTerminal]:
    made = PseudoTerminal()
    yield made
    made.close()


def test_a_device_with_a_serial_number_is_found_at_any_port() -> None:
    identity = identity_of(port("/dev/ttyUSB0", "A1"), [port("/dev/ttyUSB0", "A1"), port("/dev/ttyUSB1", "B2")])
    assert identity == "1a86:7523:A1"
    now = [port("/dev/ttyUSB0", "B2"), port("/dev/ttyUSB3", "A1")]
    assert port_of("d", identity, "/dev/ttyUSB0", now) == "/dev/ttyUSB3"


def test_a_lone_device_without_a_serial_number_is_found_in_another_socket() -> None:
    identity = identity_of(port("/dev/ttyUSB0", location="1-1"), [port("/dev/ttyUSB0", location="1-1")])
    assert identity == "1a86:7523:"
    assert port_of("d", identity, "/dev/ttyUSB0", [port("/dev/ttyUSB1", location="1-4")]) == "/dev/ttyUSB1"


@pytest.mark.parametrize("serial", ["", "0001"])
def test_two_equal_devices_are_told_apart_by_their_sockets(serial: str) -> None:
    both = [port("/dev/ttyUSB0", serial, "1-1"), port("/dev/ttyUSB1", serial, "1-2")]
    identity = identity_of(both[1], both)
    assert identity == "1a86:7523:@1-2"
    swapped = [port("/dev/ttyUSB0", serial, "1-2"), port("/dev/ttyUSB1", serial, "1-1")]
    assert port_of("d", identity, "/dev/ttyUSB1", swapped) == "/dev/ttyUSB0"
    refused(Code.DEVICE_ABSENT, lambda: port_of("d", identity, "/dev/ttyUSB1", [swapped[1]]))


def test_an_equal_device_that_came_later_is_not_taken_for_the_first() -> None:
    both = [port("/dev/ttyUSB0", location="1-1"), port("/dev/ttyUSB1", location="1-2")]
    assert port_of("d", "1a86:7523:", "/dev/ttyUSB1", both) == "/dev/ttyUSB1"
    refused(Code.DEVICE_TWINS, lambda: port_of("d", "1a86:7523:", "/dev/ttyUSB7", both))


def test_a_device_of_another_kind_is_never_taken() -> None:
    other = port("/dev/ttyUSB0", ids=(0x0403, 0x6001))
    refused(Code.DEVICE_ABSENT, lambda: port_of("d", "1a86:7523:", "/dev/ttyUSB0", [other]))


def test_what_is_no_usb_device_has_no_identity() -> None:
    assert identity_of(SerialPort("/dev/ttyS0"), [SerialPort("/dev/ttyS0")]) == ""
    assert all(one.port for one in list_serial_ports())


def test_a_transport_follows_its_device_to_another_port(terminal: PseudoTerminal) -> None:
    ports = [port("/dev/nowhere", "A1")]
    line = SerialTransport("d", "/dev/nowhere", identity="1a86:7523:A1", ports=lambda: ports)
    refused(Code.DEVICE_ABSENT, line.open)
    ports[:] = [port(terminal.port, "A1")]
    line.open()
    terminal.send(b"5")
    assert line.read(16, 5.0) == b"5"
    line.close()


def test_a_port_that_this_account_may_not_open_is_denied_and_not_busy(terminal: PseudoTerminal) -> None:
    Path(terminal.port).chmod(0)
    script = (
        "from devices.transport.serial_line import SerialTransport\n"
        "from counter_app.errors import DeviceError\n"
        f"{'import os; os.setuid(' + str(NOBODY) + ')' if os.geteuid() == 0 else ''}\n"
        "try:\n"
        f"    SerialTransport('d', '{terminal.port}').open()\n"
        "except DeviceError as error:\n"
        "    print(error.code.value)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == [Code.DEVICE_DENIED.value]


def test_a_port_that_goes_while_it_is_opened_is_absent() -> None:
    # Of so many some 20 go in the very step whose error pyserial lets through (termios.error).
    refusals: set[Code] = set()
    for attempt in range(600):
        ours, theirs = os.openpty()
        name = os.ttyname(theirs)
        os.close(theirs)
        begun = threading.Event()

        def pull(ours: int = ours, after: float = attempt % 60 * 5e-6, begun: threading.Event = begun) -> None:
            begun.wait()
            end = time.perf_counter() + after
            while time.perf_counter() < end:
                pass
            os.close(ours)

        puller = threading.Thread(target=pull)
        puller.start()
        transport = SerialTransport("keypad", name)
        begun.set()
        try:
            transport.open()
        except DeviceError as error:
            refusals.add(error.code)
        finally:
            transport.close()
            puller.join()
    assert refusals == {Code.DEVICE_ABSENT}
