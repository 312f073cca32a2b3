"""From the tap on the kiosk to the last byte of the ticket at the printer; against the same bytes bare on a socket."""

import socket
import threading
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

from counter_app.clocks import SystemClock
from counter_app.documents.ticket import TicketSlip, draw_ticket
from counter_app.domain.facts import PrintOutcome
from counter_app.ports import DeviceState, DeviceStatus
from devices.fleet import Devices
from devices.printer.escpos import INIT, ticket_bytes
from devices.printer.virtual import VirtualPrinter
from devices.transport.tcp import parse_address
from tests.benchmarks.measure import Case, measure, report
from tests.support.office import MORNING, open_office

GROUP = "civil-status"


def open_printer(printer: VirtualPrinter) -> Devices:
    """Return connected devices: the printer alone."""
    devices = Devices((printer.settings(),), clock=SystemClock())
    ready = threading.Event()

    def told(status: DeviceStatus) -> None:
        if status.state is DeviceState.READY:
            ready.set()

    devices.on_change(told)
    devices.start()
    assert ready.wait(10)
    return devices


def main() -> None:
    """Measure and report."""
    printer = VirtualPrinter()
    devices = open_printer(printer)
    with TemporaryDirectory() as folder, open_office(Path(folder), devices.printer) as office:
        services = office.services
        url = "https://mc.anphuc.example/v/8f3a61c2d07b"
        slip = TicketSlip("XÃ AN PHÚC", "A012", "Hộ tịch", 4, 14, (1, 2, 3), MORNING, url)
        drawn = draw_ticket(slip)
        data = INIT + ticket_bytes(drawn)
        out = threading.Semaphore(0)
        last_bytes: list[float] = []

        def cut(_: object) -> None:
            last_bytes.append(time.perf_counter())
            out.release()

        printer.on_ticket(cut)

        def bare(_: int) -> None:
            line.sendall(data)
            assert out.acquire(timeout=10)

        def confirmed(_: int) -> None:
            assert devices.printer.print_raster(drawn).confirmed
            assert out.acquire(timeout=10)

        def tap(_: int) -> None:
            began = time.perf_counter()
            given = services.queue.take_number(GROUP, command=uuid4().hex)
            assert services.printing.print_ticket(given).outcome is PrintOutcome.CONFIRMED
            assert out.acquire(timeout=10)
            taps.append((last_bytes[-1] - began) * 1000)

        taps: list[float] = []
        with socket.create_connection(parse_address("bench", printer.address)) as line:
            cases = (
                Case("the same bytes bare on a socket", bare),
                Case("a drawn ticket sent and confirmed", confirmed),
                Case("number given", lambda _: services.queue.take_number(GROUP, command=uuid4().hex)),
                Case("ticket drawn", lambda _: draw_ticket(slip)),
                Case("tap to confirmed and journalled", tap),
            )
            figures = measure(cases, rounds=5, calls=10)
        devices.close()
    printer.close()
    until_last = median(taps)
    ratio = until_last / figures[0].p50_ms
    report("ticket", figures, ticket_bytes=len(data), tap_to_last_byte_ms=round(until_last, 3))
    print(f"tap to the last byte at the printer: p50 {until_last:.3f} ms, x{ratio:.2f} of the bare socket")


if __name__ == "__main__":
    main()
