"""The ticket printer: status before, the ticket, status after; never twice by itself."""

import contextlib
import logging
import time
from collections.abc import Callable

from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind, PrintHead, PrintReport, Raster, TextTicket
from devices.printer import escpos
from devices.printer.answers import Answers
from devices.printer.escpos import PrinterStatus
from devices.printer.profiles import PrinterProfile, encode, head_of, profiles
from devices.printer.trial import letters_trial
from devices.supervisor import Health
from devices.transport.line import Transport, silent

log = logging.getLogger(__name__)

POLL_S = 1.0  # with ANSWER_S, a printer that falls silent is noticed within 3 seconds
ANSWER_S = 1.5
FINISH_S = 5.0
LOOK_S = 0.5  # how often the status is looked at while the paper moves
ROWS_A_SECOND = 400  # 50 mm: the slowest that is sold


class EscPosPrinter:
    """A printer that speaks ESC/POS over any transport; one thread uses it."""

    kind = DeviceKind.PRINTER

    def __init__(
        self,
        transport: Transport,
        *,
        name: str,
        profile: PrinterProfile | None = None,
        poll_s: float = POLL_S,
        answer_s: float = ANSWER_S,
        finish_s: float = FINISH_S,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.poll_seconds = poll_s
        self.profile = profile or profiles()[0]
        self._transport = transport
        self._asks = self.profile.asks and transport.answers
        self._pushes = self.profile.pushes and transport.answers
        self._answer_s = answer_s
        self._finish_s = finish_s
        self._monotonic = monotonic
        self._answers = Answers()
        self._fence_known = True
        self._torn = 0  # the bytes that may still be missing of a ticket that broke off
        self._stub = False  # whether a piece of a void ticket hangs in the slot

    @property
    def head(self) -> PrintHead:
        """Return what a ticket must be drawn for."""
        return head_of(self.profile)

    def open(self) -> None:
        """Connect; a ticket that broke off at the last connection is forgotten first. Raises DeviceError."""
        self._answers = Answers()
        self._transport.open()
        if self._torn:
            self._forget_torn()
        if self._pushes:
            self._send(escpos.PUSH)

    def poll(self) -> Health:
        """Ask how it is. Raises DeviceError when it does not answer or is gone."""
        if not self._watched:
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
        """Ask how it is; what it told by itself in the meantime counts too. Raises DEVICE_SILENT or DEVICE_LOST."""
        self._listen(0)  # what it told before is not an answer
        pushes = self._answers.pushes
        try:
            if not self._asks:
                return self._ask_push()
            return PrinterStatus(*(self._ask_page(page) for page in escpos.STATUS_PAGES))
        except DeviceError as error:
            told = self._answers.pushed
            if error.code is Code.DEVICE_SILENT and told is not None and self._answers.pushes > pushes:
                return told  # some printers answer nothing while a fault lasts, and only push
            raise

    def print_raster(self, raster: Raster) -> PrintReport:
        """Print a picture and cut; as ``print_drawn``."""
        return self.print_drawn(raster)

    def print_drawn(self, drawn: Raster | TextTicket) -> PrintReport:
        """Print and cut. Raises a fault with nothing printed, or PRINT_DOUBTFUL once bytes of the ticket went out."""
        return self._print(encode(drawn, self.profile, self.name), _rows(drawn))

    def print_letters(self) -> PrintReport:
        """Print what each code page makes of the Vietnamese letters; raises as ``print_drawn``."""
        return self._print(letters_trial(self.profile), ROWS_A_SECOND)

    def _print(self, ticket: bytes, rows: int) -> PrintReport:
        if self._watched and (fault := self.ask().fault):
            raise DeviceError(fault, device=self.name)
        # Neither prints anything of this ticket, so a line that breaks here has printed nothing of it. From the next
        # byte on, nobody knows. ESC @ also ends GS a, so that it is asked for again.
        start = escpos.INIT + (escpos.PUSH if self._pushes else b"")
        sent = self._send(start + (escpos.CUTS[self.profile.cut] if self._stub else b""))
        self._stub = False
        total = sent + len(ticket)
        try:
            sent += self._send_counted(ticket, sent, total)
            confirmed = self._watched and self._finished(rows)
        except DeviceError as error:
            raise self._doubtful(error, sent, total) from error
        self._torn = 0
        log.info("event=ticket_printed device=%r bytes=%d confirmed=%s", self.name, total, confirmed)
        return PrintReport(total, confirmed, self.name)

    def open_drawer(self) -> None:
        """Open the cash drawer. Raises DEVICE_SETTINGS where none is set up, else as the transport does."""
        if not self.profile.drawer:
            raise DeviceError(Code.DEVICE_SETTINGS, device=self.name, detail="drawer")
        self._send(escpos.DRAWER)

    @property
    def _watched(self) -> bool:
        return self._asks or self._pushes

    # a ticket that is in doubt

    def _doubtful(self, error: DeviceError, sent: int, total: int) -> DeviceError:
        doubtful = error if error.code is Code.PRINT_DOUBTFUL else self._doubt(error.code, sent, total)
        log.info("event=ticket_doubtful device=%r sent=%s total=%d", self.name, doubtful.params["sent"], total)
        if error.code in {Code.PAPER_OUT, Code.COVER_OPEN, Code.CUTTER, Code.PRINTER_FAULT} and self._cleared():
            self._torn, self._stub = 0, True
        return doubtful

    def _doubt(self, cause: Code, sent: int, total: int) -> DeviceError:
        return DeviceError(Code.PRINT_DOUBTFUL, sent=sent, total=total, cause=cause, device=self.name)

    def _cleared(self) -> bool:
        """Have the printer forget what it holds, so that no stale ticket comes out with new paper; say if it said so.

        What does not know DLE DC4 may know DLE ENQ, and answers neither.
        """
        if not self.profile.clears:
            return False
        with contextlib.suppress(DeviceError):
            before = self._answers.cleared
            self._send(escpos.CLEAR)
            deadline = self._monotonic() + self._answer_s
            while (left := deadline - self._monotonic()) > 0 and self._transport.answers:
                self._listen(left)
                if self._answers.cleared > before:
                    log.info("event=ticket_void device=%r", self.name)
                    return True
            self._send(escpos.RECOVER)
        return False

    def follow(self, former: "EscPosPrinter") -> None:
        """Take over from a driver that hangs: the ticket that it may have begun is cut off before the next."""
        self._torn, self._stub = former._torn, former._stub

    def _forget_torn(self) -> None:
        """Cut a ticket off that broke off in the middle. Raises DeviceError.

        A printer that cannot forget may sit in the middle of a band: white rows fill it, and are ignored where there
        is none. Without this the next citizen's ticket would be drawn as the rest of the last one.
        """
        filling = b"" if self._cleared() else bytes(self._torn)
        self._send(filling + escpos.INIT + escpos.CUTS[self.profile.cut])
        self._torn = 0

    # the line

    def _send_counted(self, ticket: bytes, before: int, total: int) -> int:
        """Send the ticket; a failure becomes PRINT_DOUBTFUL with what was sent until then."""
        self._torn = (-(-self.profile.width // 8)) * self.profile.band_rows
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

    def _finished(self, rows: int) -> bool:
        """Wait until the printer says that it is through. Raises DeviceError when a fault shows or it falls silent.

        GS r is answered in its turn, and not at all by a printer that stopped: once it is, the ticket is out whole. A
        printer that does not know it is watched for as long as a slow one takes.
        """
        if self._fence_known:
            before = self._answers.fences
            self._send(escpos.FENCE)
            self._fence_known = self._watch(self._finish_s, lambda: self._answers.fences > before)
            if self._fence_known:
                return True
        else:
            self._watch(min(self._finish_s, rows / ROWS_A_SECOND), lambda: False)
        self._no_fault()
        return True

    def _watch(self, seconds: float, over: Callable[[], bool]) -> bool:
        """Look how the printer is until it is ``over``; say whether that came. Raises the fault that shows."""
        deadline = self._monotonic() + seconds
        while (left := deadline - self._monotonic()) > 0:
            pushes = self._answers.pushes
            self._listen(min(LOOK_S, left))
            if over():
                return True
            told = self._answers.pushed
            if told is not None and self._answers.pushes > pushes and told.fault:
                raise DeviceError(told.fault, device=self.name)
            self._no_fault()
            if over():
                return True
        return False

    def _no_fault(self) -> None:
        if fault := self.ask().fault:
            raise DeviceError(fault, device=self.name)

    def _ask_page(self, page: int) -> int:
        self._listen(0)  # whatever came unasked: a raster may hold the bytes of DLE EOT, and they are answered
        self._answers.take_status()
        self._send(escpos.ask_status(page))
        deadline = self._monotonic() + self._answer_s
        while (left := deadline - self._monotonic()) > 0:
            self._listen(left)
            if (status := self._answers.take_status()) is not None:
                return status
        raise silent(self.name, self._answer_s)

    def _ask_push(self) -> PrinterStatus:
        """Have it push once more. Asked in turn, so a printer that stopped is as it last said until it says else."""
        before = self._answers.pushes
        self._send(escpos.PUSH)
        deadline = self._monotonic() + self._answer_s
        while (left := deadline - self._monotonic()) > 0 and self._answers.pushes == before:
            self._listen(left)
        told = self._answers.pushed
        if told is None or (self._answers.pushes == before and not told.fault):
            raise silent(self.name, self._answer_s)
        return told

    def _listen(self, seconds: float) -> None:
        self._answers.take(self._transport.read(64, seconds))


def _rows(drawn: Raster | TextTicket) -> int:
    """Return about how many rows of dots a ticket is long."""
    return drawn.height if isinstance(drawn, Raster) else sum(30 * line.scale for line in drawn.lines)
