"""Several printers: the first that can prints, another takes over only where nothing was sent, each can be tried."""

from collections.abc import Iterator

import pytest

from counter_app.errors import Code
from counter_app.ports import DeviceState, DeviceStatus, PrintHead, Raster, TextTicket
from devices.fleet import Devices
from devices.printer.virtual import VirtualPrinter
from devices.settings import DeviceSettings
from devices.supervisor import Backoff
from tests.devices.support import FixedClock, Notebook, refused, stripes

QUICK = Backoff(steps=(0.01,), jitter=0)


class Two:
    """A wide printer first, a narrow one second, and what is told of both."""

    def __init__(self, clock: FixedClock) -> None:
        self.first, self.second = VirtualPrinter(), VirtualPrinter(width=384)
        self.changes: Notebook[DeviceStatus] = Notebook()
        self.devices = Devices(self.settings(), clock=clock, backoff=QUICK)
        self.devices.on_change(self.changes)
        self.devices.start()
        self.until("first", DeviceState.READY)
        self.until("second", DeviceState.READY)

    def settings(self) -> tuple[DeviceSettings, DeviceSettings]:
        return self.first.settings("first"), self.second.settings("second")

    def until(self, name: str, state: DeviceState) -> None:
        def settled(notes: list[DeviceStatus]) -> bool:
            return next((note.state for note in reversed(notes) if note.name == name), None) is state

        self.changes.until(settled)

    def close(self) -> None:
        self.devices.close()
        self.first.close()
        self.second.close()


@pytest.fixture
def two(clock: FixedClock) -> Iterator[Two]:
    made = Two(clock)
    yield made
    made.close()


def draw(head: PrintHead) -> Raster | TextTicket:
    """Draw for whichever printer takes it."""
    return stripes(head.width)


def test_the_first_prints_while_it_can(two: Two) -> None:
    for _ in range(2):
        assert two.devices.printer.print_drawn(draw).device == "first"
    assert two.devices.printer.width == 576
    assert len(two.second.tickets) == 0


def test_without_paper_the_other_prints_a_ticket_of_its_own_width(two: Two) -> None:
    two.first.take_paper()

    assert two.devices.printer.print_drawn(draw).device == "second"

    assert two.second.tickets[0].width == 384
    two.until("first", DeviceState.FAULTY)
    assert two.devices.printer.width == 384
    two.first.load_paper()
    two.until("first", DeviceState.READY)
    assert two.devices.printer.print_drawn(draw).device == "first"
    assert len(two.first.tickets) == 1


def test_a_doubtful_ticket_is_never_printed_by_the_other(two: Two) -> None:
    two.first.faults.drop_after = 5_000
    error = refused(Code.PRINT_DOUBTFUL, lambda: two.devices.printer.print_drawn(draw))
    assert error.params["device"] == "first"
    assert len(two.second.tickets) == 0


def test_when_no_printer_can_the_fault_of_the_first_is_told(two: Two) -> None:
    two.first.take_paper()
    two.second.faults.cover_open = True
    error = refused(Code.PAPER_OUT, lambda: two.devices.printer.print_drawn(draw))
    assert error.params["device"] == "first"


def test_one_that_goes_while_it_is_asked_leaves_the_ticket_to_the_other(two: Two) -> None:
    two.first.faults.drop_after = 1
    assert two.devices.printer.print_drawn(draw).device == "second"


def test_their_order_is_that_of_the_settings_also_after_a_change(two: Two) -> None:
    first, second = two.settings()
    two.devices.replace([second, first])
    assert two.devices.printer.print_drawn(draw).device == "second"
    assert [status.name for status in two.devices.statuses()] == ["second", "first"]


def test_two_of_one_name_are_refused(clock: FixedClock, two: Two) -> None:
    first, _ = two.settings()
    error = refused(Code.DEVICE_SETTINGS, lambda: Devices([first, first], clock=clock))
    assert error.params["detail"] == "name"


def test_each_can_be_tried_by_name(two: Two) -> None:
    assert two.devices.test_print("second").device == "second"
    assert (len(two.first.tickets), len(two.second.tickets)) == (0, 1)
    refused(Code.DEVICE_ABSENT, lambda: two.devices.test_print("third"))
