"""From the tap on the kiosk to the ticket confirmed by the printer over TCP; against printing a drawn ticket alone."""

import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from counter_app.clocks import SystemClock
from counter_app.documents.ticket import TicketSlip, draw_ticket
from counter_app.domain.facts import PrintOutcome
from counter_app.ports import DeviceState, DeviceStatus
from devices.fleet import Devices
from devices.printer.virtual import VirtualPrinter
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

        def tap(_: int) -> None:
            given = services.queue.take_number(GROUP, command=uuid4().hex)
            assert services.printing.print_ticket(given).outcome is PrintOutcome.CONFIRMED

        cases = (
            Case("a drawn ticket sent and confirmed", lambda _: devices.printer.print_raster(drawn)),
            Case("number given", lambda _: services.queue.take_number(GROUP, command=uuid4().hex)),
            Case("ticket drawn", lambda _: draw_ticket(slip)),
            Case("tap to the last byte confirmed", tap),
        )
        sent = printer.bytes_received
        devices.printer.print_raster(drawn)
        ticket_bytes = printer.bytes_received - sent
        figures = measure(cases, rounds=5, calls=10)
        devices.close()
    printer.close()
    report("ticket", figures, ticket_bytes=ticket_bytes)


if __name__ == "__main__":
    main()
