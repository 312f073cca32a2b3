"""The printer device against the virtual printer, over real sockets."""

import socket
import threading
from pathlib import Path

import pytest
from PIL import Image

from counter_app.errors import Code
from counter_app.ports import Raster
from devices.printer.device import EscPosPrinter
from devices.printer.profiles import PrinterProfile
from devices.printer.virtual import VirtualPrinter
from devices.supervisor import Health
from devices.transport.file import FileTransport
from devices.transport.tcp import TcpTransport
from tests.devices.support import Notebook, printed_rows, refused, stripes


def test_a_ticket_arrives_bit_for_bit_and_is_confirmed(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    raster = stripes()

    report = device.print_raster(raster)

    assert report.confirmed
    (ticket,) = tickets.until_count(1)
    assert printed_rows(ticket, raster) == raster.rows
    assert printer.bytes_received > report.bytes_sent
    assert printer.unknown_bytes == 0


def test_a_raster_full_of_status_requests_is_printed_all_the_same(
    device: EscPosPrinter, tickets: Notebook[Image.Image]
) -> None:
    raster = Raster(576, 200, (b"\x10\x04\x01" * 24) * 200)

    assert device.print_raster(raster).confirmed
    assert printed_rows(tickets.until_count(1)[0], raster) == raster.rows
    assert device.poll() == Health()


@pytest.mark.parametrize(
    "fault, code",
    [("cover_open", Code.COVER_OPEN), ("cutter", Code.CUTTER)],
)
def test_with_a_fault_nothing_is_sent(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image], fault: str, code: Code
) -> None:
    setattr(printer.faults, fault, True)

    refused(code, lambda: device.print_raster(stripes()))

    assert printer.bytes_received == 12  # the four questions
    assert device.poll() == Health(code, usable=False)
    setattr(printer.faults, fault, False)
    assert device.poll() == Health()
    assert device.print_raster(stripes()).confirmed
    assert len(tickets.notes) == 1


def test_without_paper_nothing_is_sent_so_nothing_stale_comes_out_when_it_is_loaded(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    printer.take_paper()

    refused(Code.PAPER_OUT, lambda: device.print_raster(stripes()))
    printer.load_paper()

    assert device.poll() == Health()
    assert tickets.notes == []


def test_paper_that_runs_out_half_way_makes_the_ticket_doubtful_and_it_is_not_sent_again(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    printer.take_paper(after_rows=150)
    first, second = stripes(), stripes(byte=0x3C)

    error = refused(Code.PRINT_DOUBTFUL, lambda: device.print_raster(first))

    assert error.params["sent"] == error.params["total"]
    assert error.params["cause"] is Code.PAPER_OUT
    assert printer.held_bytes > 0
    refused(Code.PAPER_OUT, lambda: device.print_raster(second))
    # Real printers print what they held: the doubtful ticket comes out, once, and the next one is whole.
    printer.load_paper()
    assert device.print_raster(second).confirmed
    stale, new = tickets.until_count(2)
    assert printed_rows(stale, first) == first.rows
    assert printed_rows(new, second) == second.rows
    assert len(tickets.notes) == 2


def test_little_paper_is_a_warning_and_prints(device: EscPosPrinter, printer: VirtualPrinter) -> None:
    printer.faults.paper_low = True

    assert device.poll() == Health(Code.PAPER_LOW)
    assert device.print_raster(stripes()).confirmed


def test_a_line_that_breaks_half_way_makes_the_ticket_doubtful_and_the_next_one_is_whole(
    device: EscPosPrinter, printer: VirtualPrinter, tickets: Notebook[Image.Image]
) -> None:
    printer.faults.drop_after = 5_000
    raster = stripes(height=2_000)

    error = refused(Code.PRINT_DOUBTFUL, lambda: device.print_raster(raster))

    assert 0 < int(str(error.params["sent"])) <= int(str(error.params["total"]))
    assert error.params["cause"] is Code.DEVICE_LOST
    device.close()
    device.open()
    following = stripes(byte=0x81)
    assert device.print_raster(following).confirmed
    torn, whole = tickets.until_count(2)
    assert torn.height < raster.height
    assert printed_rows(whole, following) == following.rows


def test_a_line_that_is_gone_before_the_ticket_leaves_no_doubt(device: EscPosPrinter, printer: VirtualPrinter) -> None:
    printer.faults.drop_after = 3

    refused(Code.DEVICE_LOST, lambda: device.print_raster(stripes()))

    assert printer.bytes_received == 3


def test_a_printer_that_falls_silent_is_reported_silent(device: EscPosPrinter, printer: VirtualPrinter) -> None:
    printer.faults.silent = True

    refused(Code.DEVICE_SILENT, device.poll)
    refused(Code.DEVICE_SILENT, lambda: device.print_raster(stripes()))


def test_a_printer_that_answers_nonsense_is_reported_silent(device: EscPosPrinter, printer: VirtualPrinter) -> None:
    printer.faults.garbage = True

    refused(Code.DEVICE_SILENT, device.poll)


def test_a_printer_that_falls_silent_after_the_ticket_makes_it_doubtful(
    device: EscPosPrinter, printer: VirtualPrinter
) -> None:
    printer.on_ticket(lambda _: setattr(printer.faults, "silent", True))

    error = refused(Code.PRINT_DOUBTFUL, lambda: device.print_raster(stripes()))

    assert error.params["cause"] is Code.DEVICE_SILENT


def test_a_slow_printer_is_waited_for(device: EscPosPrinter, printer: VirtualPrinter) -> None:
    printer.faults.slow_s = 0.01

    assert device.print_raster(stripes()).confirmed


def test_a_picture_wider_than_the_head_is_refused(device: EscPosPrinter) -> None:
    assert refused(Code.DEVICE_SETTINGS, lambda: device.print_raster(stripes(width=640))).params["detail"] == "width"


def test_nobody_at_the_address_is_an_absent_printer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    refused(Code.DEVICE_ABSENT, TcpTransport("p", f"127.0.0.1:{port}").open)


def test_a_receiver_that_takes_nothing_stalls_the_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = TcpTransport("p", f"127.0.0.1:{listener.getsockname()[1]}", stall_s=0.05)
        line.open()

        def fill() -> None:
            while True:
                line.write(bytes(1_000_000))

        refused(Code.DEVICE_SILENT, fill)
        line.close()


def test_an_interrupt_from_another_thread_ends_a_wait() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = TcpTransport("p", f"127.0.0.1:{listener.getsockname()[1]}")
        line.open()
        interrupter = threading.Timer(0.02, line.interrupt)
        interrupter.start()

        refused(Code.DEVICE_LOST, lambda: line.read(1, 60))

        interrupter.join()
        line.close()


def test_a_ticket_into_a_file_is_never_confirmed(tmp_path: Path) -> None:
    device = EscPosPrinter(FileTransport("f", tmp_path / "out.bin"), name="f")
    device.open()

    report = device.print_raster(stripes())

    device.close()
    assert not report.confirmed
    assert (tmp_path / "out.bin").stat().st_size == report.bytes_sent


def test_a_file_that_cannot_be_written_is_an_absent_printer(tmp_path: Path) -> None:
    refused(Code.DEVICE_ABSENT, FileTransport("f", tmp_path / "nowhere" / "out.bin").open)


def test_the_drawer_opens_where_one_hangs_on_the_printer(device: EscPosPrinter, printer: VirtualPrinter) -> None:
    assert refused(Code.DEVICE_SETTINGS, device.open_drawer).params["detail"] == "drawer"
    profile = PrinterProfile("t", "t", "t", drawer=True)
    with_drawer = EscPosPrinter(TcpTransport("p", printer.address), name="p", profile=profile)
    with_drawer.open()
    with_drawer.open_drawer()
    assert with_drawer.print_raster(stripes()).confirmed
    with_drawer.close()
    assert printer.drawer_kicks == 1
