"""A ticket in doubt: void where the printer can forget it, told where it cannot, and never sent again by itself."""

from collections.abc import Iterator

import pytest
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import TextLine, TextTicket
from devices.printer.device import EscPosPrinter
from devices.printer.virtual import VirtualPrinter
from devices.supervisor import Health
from tests.devices.support import Notebook, printed_rows, refused, stripes


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    made = VirtualPrinter(clears=True)
    yield made
    made.close()


def test_what_a_printer_holds_when_paper_runs_out_is_taken_back(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    printer.take_paper(after_rows=90)
    refused(Code.PRINT_DOUBTFUL, lambda: device.print_raster(stripes()))
    assert printer.held_bytes == 0

    printer.load_paper()

    assert device.poll() == Health()
    assert tickets.notes == []
    following = stripes(byte=0x3C)
    assert device.print_raster(following).confirmed
    stub, whole = tickets.until_count(2)
    assert stub.height == 90
    assert printed_rows(whole, following) == following.rows


def test_a_line_that_broke_half_way_leaves_nothing_to_be_printed_later(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    printer.faults.drop_after = 5_000
    refused(Code.PRINT_DOUBTFUL, lambda: device.print_raster(stripes(height=2_000)))
    device.close()
    device.open()
    assert printer.held_bytes == 0
    following = stripes(byte=0x81)
    assert device.print_raster(following).confirmed
    assert printed_rows(tickets.until_count(2)[1], following) == following.rows
    assert printer.unknown_bytes == 0


def test_paper_taken_after_a_ticket_leaves_no_doubt_of_it_and_stops_the_next(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    assert device.print_raster(stripes()).confirmed
    printer.take_paper()

    assert device.poll() == Health(Code.PAPER_OUT, usable=False)
    refused(Code.PAPER_OUT, lambda: device.print_raster(stripes()))
    printer.load_paper()

    assert device.poll() == Health()
    assert len(tickets.notes) == 1


def test_paper_that_ends_with_the_very_ticket_is_a_doubt_but_nothing_comes_out_twice(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    printer.on_ticket(lambda _: printer.take_paper() if len(tickets.notes) == 1 else None)

    refused(Code.PRINT_DOUBTFUL, lambda: device.print_raster(stripes()))
    printer.load_paper()

    following = stripes(byte=0x3C)
    assert device.print_raster(following).confirmed
    whole, next_one = tickets.until_count(2)
    assert printed_rows(whole, stripes()) == stripes().rows
    assert printed_rows(next_one, following) == following.rows
    assert len(tickets.notes) == 2


def test_a_ticket_in_letters_is_held_and_taken_back_alike(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    ticket = TextTicket((TextLine("A012", 6), *(TextLine("Nghe gọi số") for _ in range(20))))
    printer.take_paper(after_rows=200)
    refused(Code.PRINT_DOUBTFUL, lambda: device.print_drawn(ticket))
    printer.load_paper()
    assert device.print_drawn(ticket).confirmed
    assert len(tickets.until_count(2)) == 2
    assert printer.text[-21:] == ("A012", *["Nghe goi so"] * 20)
