"""What a printer says of itself: asked (DLE EOT), unasked (GS a), and what is made of nonsense in between."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.errors import Code
from counter_app.ports import DeviceState, DeviceStatus
from devices.fleet import Devices
from devices.printer.answers import Answers
from devices.printer.device import ANSWER_S, POLL_S, EscPosPrinter
from devices.printer.escpos import CLEARED, PrinterStatus
from devices.printer.profiles import PrinterProfile
from devices.printer.virtual import VirtualPrinter
from devices.supervisor import Health
from devices.transport.tcp import TcpTransport
from tests.devices.support import FixedClock, Notebook, refused, stripes

PUSHING = PrinterProfile("t", "t", "t", pushes=True)
PUSHING_ONLY = PrinterProfile("t", "t", "t", asks=False, pushes=True)


@pytest.mark.parametrize(
    "frame, fault, warning",
    [
        (b"\x10\x00\x00\x0f", None, None),
        (b"\x14\x00\x00\x0f", None, None),
        (b"\x10\x00\x03\x0f", None, Code.PAPER_LOW),
        (b"\x18\x00\x0f\x0f", Code.PAPER_OUT, Code.PAPER_LOW),
        (b"\x38\x00\x00\x0f", Code.COVER_OPEN, None),
        (b"\x38\x00\x0c\x0f", Code.COVER_OPEN, None),
        (b"\x18\x08\x00\x0f", Code.CUTTER, None),
        (b"\x18\x20\x00\x0f", Code.PRINTER_FAULT, None),
        (b"\x18\x00\x00\x0f", Code.PRINTER_FAULT, None),
    ],
)
def test_four_pushed_bytes_name_the_cause_like_those_asked_for(
    frame: bytes, fault: Code | None, warning: Code | None
) -> None:
    answers = Answers()
    for byte in frame:
        answers.take(bytes([byte]))
    assert answers.pushed is not None
    assert (answers.pushed.fault, answers.pushed.warning) == (fault, warning)
    assert (answers.pushes, answers.fences, answers.status) == (1, 0, None)


def test_all_that_a_printer_can_say_is_told_apart_in_one_breath() -> None:
    answers = Answers()
    answers.take(b"\x12\x10\x00\x03\x0f\x00" + CLEARED + b"\x16")
    assert (answers.status, answers.pushes, answers.fences, answers.cleared) == (0x16, 1, 1, 1)
    assert answers.pushed == PrinterStatus(0, 0, 0, 0x0C)


@given(st.binary(max_size=300))
def test_after_any_nonsense_the_next_whole_answer_is_understood(noise: bytes) -> None:
    answers = Answers()
    answers.take(noise + bytes(100))  # an answer that ends with NUL has ended
    answers.take(b"\x12")
    assert answers.status == 0x12
    pushes = answers.pushes
    answers.take(b"\x18\x00\x0c\x0f")
    assert answers.pushes == pushes + 1
    assert answers.pushed is not None
    assert answers.pushed.fault is Code.PAPER_OUT


@pytest.fixture(params=[PUSHING, PUSHING_ONLY], ids=["asked-too", "only-pushes"])
def pushing(request: pytest.FixtureRequest) -> Iterator[tuple[VirtualPrinter, EscPosPrinter]]:
    virtual = VirtualPrinter(asks=request.param.asks)
    device = EscPosPrinter(
        TcpTransport("p", virtual.address), name="p", profile=request.param, answer_s=0.3, finish_s=1.0
    )
    device.open()
    yield virtual, device
    device.close()
    virtual.close()


def test_every_state_is_noticed_and_forgotten_again(pushing: tuple[VirtualPrinter, EscPosPrinter]) -> None:
    virtual, device = pushing
    assert device.poll() == Health()
    for name, health in (
        ("paper_low", Health(Code.PAPER_LOW)),
        ("cover_open", Health(Code.COVER_OPEN, usable=False)),
        ("cutter", Health(Code.CUTTER, usable=False)),
    ):
        setattr(virtual.faults, name, True)
        assert device.poll() == health
        setattr(virtual.faults, name, False)
        assert device.poll() == Health()
    virtual.take_paper()
    assert device.poll() == Health(Code.PAPER_OUT, usable=False)
    virtual.load_paper()
    assert device.poll() == Health()
    assert device.print_raster(stripes()).confirmed


def test_a_fault_in_the_middle_is_noticed(pushing: tuple[VirtualPrinter, EscPosPrinter]) -> None:
    virtual, device = pushing
    virtual.take_paper(after_rows=100)
    error = refused(Code.PRINT_DOUBTFUL, lambda: device.print_raster(stripes()))
    assert error.params["cause"] is Code.PAPER_OUT


def test_one_that_pushes_and_falls_silent_is_noticed(pushing: tuple[VirtualPrinter, EscPosPrinter]) -> None:
    virtual, device = pushing
    assert device.poll() == Health()
    virtual.faults.silent = True
    refused(Code.DEVICE_SILENT, device.poll)


def test_a_printer_that_falls_silent_is_noticed_within_three_seconds(clock: FixedClock) -> None:
    assert POLL_S + ANSWER_S < 3
    virtual = VirtualPrinter()
    devices = Devices([virtual.settings()], clock=clock)
    changes: Notebook[DeviceStatus] = Notebook()
    devices.on_change(changes)
    devices.start()
    try:
        changes.until(lambda notes: notes[-1].state is DeviceState.READY)
        began = time.monotonic()
        virtual.faults.silent = True
        told = changes.until(lambda notes: notes[-1].state is DeviceState.FAULTY)
        assert time.monotonic() - began < 3
        assert told[-1].fault is Code.DEVICE_SILENT
    finally:
        devices.close()
        virtual.close()
