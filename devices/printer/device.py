"""The ticket printer: status before, the ticket, status after; never twice by itself."""

import logging
import time
from collections.abc import Callable

from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind, PrintReport, Raster
from devices.printer import escpos
from devices.printer.escpos import Cut, PrinterStatus
from devices.supervisor import Health
from devices.transport.line import Transport, silent

log = logging.getLogger(__name__)

POLL_S = 2.0
ANSWER_S = 1.5
FINISH_S = 5.0
LOOK_S = 0.5  # how often the status is looked at while the paper moves


class EscPosPrinter:
    """A printer that speaks ESC/POS over any transport; one thread uses it."""

    kind = DeviceKind.PRINTER

    def __init__(
        self,
        transport: Transport,
        *,
        name: str,
        width: int = 576,
        cut: Cut = Cut.PART,
        feed_blank: bool = True,
        asks_status: bool = True,
        poll_s: float = POLL_S,
        answer_s: float = ANSWER_S,
        finish_s: float = FINISH_S,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.poll_seconds = poll_s
        self._transport = transport
        self._width = width
        self._cut = cut
        self._feed_blank = feed_blank
        self._answers = asks_status and transport.answers
        self._answer_s = answer_s
        self._finish_s = finish_s
        self._monotonic = monotonic
        self._fence_came = False
        self._fence_known = True
        self._torn = 0  # the bytes that may still be missing of a ticket that broke off

    @property
    def width(self) -> int:
        """Return the dots of a row."""
        return self._width

    def open(self) -> None:
        """Connect; a ticket that broke off at the last connection is cut off first. Raises DeviceError."""
        self._transport.open()
        if self._torn:
            # The printer may sit in the middle of a band: white rows fill it, and are ignored where there is none.
            # Without this the next citizen's ticket would be drawn as the rest of the last one.
            self._send(bytes(self._torn) + escpos.INIT + escpos.CUT_PART)
            self._torn = 0

    def poll(self) -> Health:
        """Ask how it is. Raises DeviceError when it does not answer or is gone."""
        if not self._answers:
            return Health()
        status = self.ask()
        return Health(status.fault, usable=False) if status.fault else Health(status.warning)

    def interrupt(self) -> None:
        """End a wait of another thread."""
        self._transport.interrupt()

    def close(self) -> None:
        """Disconnect."""
        self._transport.close()

    def ask(self) -> PrinterStatus:
        """Ask for the four status bytes. Raises DEVICE_SILENT or DEVICE_LOST."""
        return PrinterStatus(*(self._ask_page(page) for page in escpos.STATUS_PAGES))

    def print_raster(self, raster: Raster) -> PrintReport:
        """Print and cut. Raises a fault with nothing printed, or PRINT_DOUBTFUL once bytes of the ticket went out."""
        if raster.width > self._width:
            raise DeviceError(Code.DEVICE_SETTINGS, device=self.name, detail="width")
        ticket = escpos.ticket_bytes(raster, cut=self._cut, feed_blank=self._feed_blank)
        total = len(escpos.INIT) + len(ticket)
        if self._answers and (fault := self.ask().fault):
            raise DeviceError(fault, device=self.name)
        # ESC @ prints nothing, so a line that breaks here has printed nothing. From the next byte on, nobody knows.
        sent = self._send(escpos.INIT)
        try:
            sent += self._send_counted(ticket, sent, total)
            confirmed = self._answers and self._finished()
        except DeviceError as error:
            raise self._doubtful(error, sent, total) from error
        self._torn = 0
        log.info("event=ticket_printed device=%s bytes=%d confirmed=%s", self.name, total, confirmed)
        return PrintReport(total, confirmed)

    def _doubtful(self, error: DeviceError, sent: int, total: int) -> DeviceError:
        doubtful = error if error.code is Code.PRINT_DOUBTFUL else self._doubt(error.code, sent, total)
        log.info("event=ticket_doubtful device=%s sent=%s total=%d", self.name, doubtful.params["sent"], total)
        return doubtful

    def _doubt(self, cause: Code, sent: int, total: int) -> DeviceError:
        return DeviceError(Code.PRINT_DOUBTFUL, sent=sent, total=total, cause=cause, device=self.name)

    def _send_counted(self, ticket: bytes, before: int, total: int) -> int:
        """Send the ticket; a failure becomes PRINT_DOUBTFUL with what was sent until then."""
        self._torn = (-(-self._width // 8)) * escpos.BAND_ROWS
        sent = 0
        try:
            while sent < len(ticket):
                sent += self._transport.write(ticket[sent : sent + 4096])
        except DeviceError as error:
            self._transport.close()  # so that the next ticket comes by a new connection, after the torn one is cut off
            sent += before
            raise self._doubt(error.code, sent, total) from error
        return sent

    def _send(self, data: bytes) -> int:
        sent = 0
        while sent < len(data):
            sent += self._transport.write(data[sent : sent + 4096])
        return sent

    def _finished(self) -> bool:
        """Wait until the printer says that it is through. Raises DeviceError when a fault shows or it falls silent."""
        if self._fence_known:
            self._fence_came = False
            self._send(escpos.FENCE)
            self._fence_known = self._wait_for_fence()
        self._no_fault()
        return True

    def _wait_for_fence(self) -> bool:
        """Say whether GS r was answered; printers that do not know it are not asked again."""
        deadline = self._monotonic() + self._finish_s
        while not self._fence_came and self._monotonic() < deadline:
            self._listen(min(LOOK_S, self._finish_s))
            if not self._fence_came:
                self._no_fault()
        return self._fence_came

    def _no_fault(self) -> None:
        if fault := self.ask().fault:
            raise DeviceError(fault, device=self.name)

    def _ask_page(self, page: int) -> int:
        self._listen(0)  # whatever came unasked: a raster may hold the bytes of DLE EOT, and they are answered
        self._send(escpos.ask_status(page))
        deadline = self._monotonic() + self._answer_s
        while (left := deadline - self._monotonic()) > 0:
            if (status := self._listen(left)) is not None:
                return status
        raise silent(self.name, self._answer_s)

    def _listen(self, seconds: float) -> int | None:
        """Read what comes; note the fence, return the last status byte, pass over anything else."""
        status = None
        for byte in self._transport.read(64, seconds):
            if escpos.is_status(byte):
                status = byte
            elif escpos.is_fence(byte):
                self._fence_came = True
        return status
