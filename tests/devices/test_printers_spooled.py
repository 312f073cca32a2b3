"""A printer of the system: programs like those of CUPS, run for real, before the virtual printer."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.errors import Code
from counter_app.ports import DeviceState, DeviceStatus
from devices import registry
from devices.fleet import Devices
from devices.printer.profiles import profiles
from devices.printer.spooled import SpooledPrinter
from devices.printer.virtual import VirtualPrinter
from devices.printer.virtual_spooler import QUEUE, VirtualSpooler
from devices.settings import DeviceSettings
from devices.supervisor import Health
from devices.transport.spool import CupsSpooler
from tests.devices.support import FixedClock, Notebook, printed_rows, refused, stripes


@pytest.fixture
def queue(printer: VirtualPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> VirtualSpooler:
    made = VirtualSpooler(tmp_path / "spool", printer.address)
    monkeypatch.setenv("PATH", f"{made.programs}{os.pathsep}{os.environ['PATH']}")
    return made


@pytest.fixture
def device(queue: VirtualSpooler) -> Iterator[SpooledPrinter]:
    made = spooled(QUEUE)
    made.open()
    yield made
    made.close()


def spooled(name: str, answer_s: float = 10) -> SpooledPrinter:
    spooler = CupsSpooler("s", answer_s=answer_s)
    return SpooledPrinter(spooler, name, name="s", profile=profiles()[0], finish_s=0.3, look_s=0.05)


def test_a_ticket_through_the_system_comes_out_whole_and_is_never_called_confirmed(
    device: SpooledPrinter, printer: VirtualPrinter, queue: VirtualSpooler
) -> None:
    raster = stripes()
    tickets: Notebook[object] = Notebook()
    printer.on_ticket(tickets)

    report = device.print_raster(raster)

    assert not report.confirmed
    tickets.until_count(1)
    assert printed_rows(printer.tickets[0], raster) == raster.rows
    assert report.bytes_sent == printer.bytes_received
    assert queue.held == []


@pytest.mark.parametrize(
    "alerts, health",
    [
        ("", Health()),
        ("media-low-warning", Health(Code.PAPER_LOW)),
        ("paused", Health(Code.SPOOLER_STOPPED, usable=False)),
        ("media-empty-error", Health(Code.PAPER_OUT, usable=False)),
        ("cover-open-report paused", Health(Code.COVER_OPEN, usable=False)),
        ("offline-report", Health(Code.DEVICE_LOST, usable=False)),
    ],
)
def test_what_the_system_says_of_a_printer_is_its_state_and_nothing_is_sent_in_a_fault(
    device: SpooledPrinter, queue: VirtualSpooler, printer: VirtualPrinter, alerts: str, health: Health
) -> None:
    queue.say(alerts)
    assert device.poll() == health
    if not health.usable:
        assert health.fault is not None
        refused(health.fault, lambda: device.print_raster(stripes()))
        assert printer.bytes_received == 0
        assert queue.held == []


def test_a_job_that_is_not_through_is_taken_back_so_that_nothing_stale_comes_out(
    device: SpooledPrinter, queue: VirtualSpooler, tmp_path: Path
) -> None:
    nobody = VirtualSpooler(tmp_path / "away", "127.0.0.1:1")
    for program in nobody.programs.iterdir():
        (queue.programs / program.name).write_bytes(program.read_bytes())

    error = refused(Code.PRINT_DOUBTFUL, lambda: device.print_raster(stripes()))

    assert error.params["cause"] is Code.DEVICE_SILENT
    assert nobody.held == []


def test_a_system_that_is_down_a_printer_that_is_not_there_and_no_system_at_all_differ(
    queue: VirtualSpooler, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    refused(Code.DEVICE_ABSENT, spooled("other").open)
    queue.say(down=True)
    refused(Code.SPOOLER_ABSENT, spooled(QUEUE).open)
    monkeypatch.setenv("PATH", str(tmp_path))
    refused(Code.SPOOLER_ABSENT, spooled(QUEUE).open)


def test_a_program_that_hangs_is_ended(queue: VirtualSpooler) -> None:
    program = queue.programs / "lpstat"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    refused(Code.DEVICE_SILENT, spooled(QUEUE, answer_s=0.2).open)


def test_the_settings_reach_it_and_an_option_of_lp_is_no_printer(
    queue: VirtualSpooler, clock: FixedClock, printer: VirtualPrinter
) -> None:
    devices = Devices([queue.settings()], clock=clock)
    changes: Notebook[DeviceStatus] = Notebook()
    devices.on_change(changes)
    devices.start()
    try:
        changes.until(lambda notes: notes[-1].state is DeviceState.READY)
        assert devices.printer.print_raster(stripes()).device == "virtual-spooler"
    finally:
        devices.close()
    settings = queue.settings()
    odd = DeviceSettings(settings.kind, "s", settings.transport, "-o")
    assert refused(Code.DEVICE_SETTINGS, lambda: registry.build(odd, clock)).params["detail"] == "address"
