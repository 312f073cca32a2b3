"""A ticket printer of the system: its spooler takes the bytes, and what becomes of them is only heard of."""

import logging
import threading
import time
from collections.abc import Callable

from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind, PrintHead, PrintReport, Raster, TextTicket
from devices.printer import escpos
from devices.printer.profiles import PrinterProfile, encode, head_of
from devices.printer.trial import letters_trial
from devices.supervisor import Health
from devices.transport.line import lost
from devices.transport.spooler import Spooler

log = logging.getLogger(__name__)

POLL_S = 3.0
FINISH_S = 10.0
LOOK_S = 0.3


class SpooledPrinter:
    """A printer behind CUPS or Windows' spooler; one thread uses it.

    A spooler holds what its printer cannot take, and prints it later: a stale ticket. So a job that is not through in
    time is taken back. That it is through says only that the bytes are gone: no ticket is ever confirmed.
    """

    kind = DeviceKind.PRINTER

    def __init__(
        self,
        spooler: Spooler,
        queue: str,
        *,
        name: str,
        profile: PrinterProfile,
        poll_s: float = POLL_S,
        finish_s: float = FINISH_S,
        look_s: float = LOOK_S,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self.poll_seconds = poll_s
        self.profile = profile
        self._spooler = spooler
        self._queue = queue
        self._finish_s = finish_s
        self._look_s = look_s
        self._monotonic = monotonic
        self._leaving = threading.Event()

    @property
    def head(self) -> PrintHead:
        """Return what a ticket must be drawn for."""
        return head_of(self.profile)

    def open(self) -> None:
        """Look whether the system has this printer. Raises DEVICE_ABSENT, SPOOLER_ABSENT or DEVICE_SILENT."""
        self._spooler.state(self._queue)

    def poll(self) -> Health:
        """Ask the system how it is. Raises DeviceError when it does not say or no longer has the printer."""
        state = self._spooler.state(self._queue)
        return Health(state.fault, usable=False) if state.fault else Health(state.warning)

    def interrupt(self) -> None:
        """End a wait of another thread."""
        self._leaving.set()
        self._spooler.interrupt()

    def close(self) -> None:
        """Do nothing: there is no connection to keep."""

    def print_raster(self, raster: Raster) -> PrintReport:
        """Print a picture and cut; as ``print_drawn``."""
        return self.print_drawn(raster)

    def print_drawn(self, drawn: Raster | TextTicket) -> PrintReport:
        """Hand a ticket over. Raises a fault with nothing handed over, else PRINT_DOUBTFUL."""
        return self._print(escpos.INIT + encode(drawn, self.profile, self.name))

    def print_letters(self) -> PrintReport:
        """Print what each code page makes of the Vietnamese letters; raises as ``print_drawn``."""
        return self._print(escpos.INIT + letters_trial(self.profile))

    def _print(self, ticket: bytes) -> PrintReport:
        if fault := self._spooler.state(self._queue).fault:
            raise DeviceError(fault, device=self.name)
        try:
            job = self._spooler.send(self._queue, ticket)
        except DeviceError as error:
            if error.code is Code.DEVICE_SILENT:
                raise self._doubt(error.code, len(ticket)) from error
            raise
        self._follow(job, len(ticket))
        log.info("event=ticket_spooled device=%r bytes=%d", self.name, len(ticket))
        return PrintReport(len(ticket), confirmed=False, device=self.name)

    def open_drawer(self) -> None:
        """Open the cash drawer. Raises DEVICE_SETTINGS where none is set up, else as the spooler does."""
        if not self.profile.drawer:
            raise DeviceError(Code.DEVICE_SETTINGS, device=self.name, detail="drawer")
        self._spooler.send(self._queue, escpos.DRAWER)

    def _follow(self, job: str, total: int) -> None:
        """Wait until the job is through. Raises PRINT_DOUBTFUL when it does not get there; it is taken back then."""
        try:
            self._wait_for(job)
            if fault := self._spooler.state(self._queue).fault:
                raise DeviceError(fault, device=self.name)
        except DeviceError as error:
            self._take_back(job)
            raise self._doubt(error.code, total) from error

    def _wait_for(self, job: str) -> None:
        deadline = self._monotonic() + self._finish_s
        while self._spooler.waits(self._queue, job):
            if fault := self._spooler.state(self._queue).fault:
                raise DeviceError(fault, device=self.name)
            if self._monotonic() > deadline:
                raise DeviceError(Code.DEVICE_SILENT, device=self.name, seconds=self._finish_s)
            if self._leaving.wait(self._look_s):
                raise lost(self.name)

    def _take_back(self, job: str) -> None:
        try:
            self._spooler.cancel(self._queue, job)
        except DeviceError as error:
            log.warning("event=job_not_taken_back device=%r code=%s", self.name, error.code)

    def _doubt(self, cause: Code, total: int) -> DeviceError:
        log.info("event=ticket_doubtful device=%r sent=%d total=%d", self.name, total, total)
        return DeviceError(Code.PRINT_DOUBTFUL, sent=total, total=total, cause=cause, device=self.name)
