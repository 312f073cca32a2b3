"""Slow and odd lines: letters over 9600 baud, device files, and waits that always end."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.documents.ticket_text import text_ticket
from counter_app.domain.facts import PrintOutcome
from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from devices import registry
from devices.fleet import Devices
from devices.printer.device import EscPosPrinter
from devices.printer.virtual import VirtualPrinter
from devices.printer.virtual_line import VirtualSerialLine
from devices.settings import DeviceSettings, TransportKind
from devices.transport.device_file import DeviceFileTransport
from devices.transport.file import FileTransport
from tests.devices.support import FixedClock, Notebook, printed_rows, refused, stripes
from tests.support.office import open_office
from tests.support.ticket_slip import SLIP


@pytest.fixture
def line(printer: VirtualPrinter) -> Iterator[VirtualSerialLine]:
    made = VirtualSerialLine(printer)
    yield made
    made.close()


@pytest.fixture
def fast_line(printer: VirtualPrinter) -> Iterator[VirtualSerialLine]:
    made = VirtualSerialLine(printer, baud=0)
    yield made
    made.close()


def test_the_usual_ticket_goes_as_letters_over_a_slow_line_and_takes_less_than_five_seconds(
    line: VirtualSerialLine, printer: VirtualPrinter, clock: FixedClock, tmp_path: Path
) -> None:
    devices = Devices([line.settings()], clock=clock)
    changes: Notebook[DeviceStatus] = Notebook()
    devices.on_change(changes)
    devices.start()
    try:
        changes.until(lambda notes: notes[-1].state is DeviceState.READY)
        with open_office(tmp_path, devices.printer) as office:
            given = office.services.queue.take_number("civil-status", command="1" * 32)
            before, began = line.bytes_carried, time.monotonic()
            paper = office.services.printing.print_ticket(given)
            assert time.monotonic() - began < 5
            assert line.bytes_carried - before < 4_800
        assert paper.outcome is PrintOutcome.CONFIRMED
        assert "A001" in printer.text
        assert "PHIEU SO THU TU" in printer.text
        assert len(printer.tickets) == 1
    finally:
        devices.close()


def test_a_fast_serial_line_prints_the_picture(
    fast_line: VirtualSerialLine, printer: VirtualPrinter, clock: FixedClock
) -> None:
    device = registry.build_printer(fast_line.settings(), clock)
    assert device.head.columns == 0
    device.open()
    assert device.print_drawn(stripes()).confirmed
    device.close()
    assert printed_rows(printer.tickets[0], stripes()) == stripes().rows


def test_a_device_file_is_asked_how_it_is_and_confirms(
    fast_line: VirtualSerialLine, printer: VirtualPrinter, clock: FixedClock
) -> None:
    record = DeviceSettings(DeviceKind.PRINTER, "f", TransportKind.FILE, fast_line.port)
    device = registry.build_printer(record, clock)
    device.open()
    assert device.print_drawn(stripes()).confirmed
    printer.take_paper()
    refused(Code.PAPER_OUT, lambda: device.print_drawn(text_ticket(SLIP)))
    device.close()


def test_a_device_file_that_takes_nothing_or_says_nothing_is_given_up_in_time() -> None:
    ours, theirs = os.openpty()
    device = DeviceFileTransport("f", Path(os.ttyname(theirs)), stall_s=0.05)
    device.open()
    try:
        assert device.read(1, 0.01) == b""

        def fill() -> None:
            while True:
                device.write(bytes(4096))

        refused(Code.DEVICE_SILENT, fill)
        interrupter = threading.Timer(0.02, device.interrupt)
        interrupter.start()
        refused(Code.DEVICE_LOST, lambda: device.read(1, 60))
        interrupter.join()
        refused(Code.DEVICE_LOST, device.open)
    finally:
        device.close()
        os.close(ours)
        os.close(theirs)


def test_a_device_file_that_is_not_there_is_absent_and_one_that_goes_is_lost() -> None:
    refused(Code.DEVICE_ABSENT, DeviceFileTransport("f", Path("/dev/no-such-printer")).open)
    ours, theirs = os.openpty()
    device = DeviceFileTransport("f", Path(os.ttyname(theirs)))
    device.open()
    os.close(theirs)
    os.close(ours)
    refused(Code.DEVICE_LOST, lambda: device.read(1, 1))
    device.close()


def test_where_a_file_lies_decides_what_it_is(clock: FixedClock, tmp_path: Path) -> None:
    for path, kind in ((tmp_path / "out", FileTransport), (Path("/dev/usb/lp0"), DeviceFileTransport)):
        record = DeviceSettings(DeviceKind.PRINTER, "f", TransportKind.FILE, str(path))
        assert isinstance(registry.build_transport(record), kind)
        assert isinstance(registry.build_printer(record, clock), EscPosPrinter)
