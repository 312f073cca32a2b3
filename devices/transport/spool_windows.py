"""Windows' spooler, by ``winspool.drv``. Unverified: it was type-checked, never run."""

import ctypes
import sys
from ctypes import POINTER, Structure, byref, c_int, c_ulong, c_void_p, c_wchar_p, sizeof

from counter_app.errors import Code
from devices.transport.line import absent, lost
from devices.transport.spooler import QueueState

_FAULTS = (  # PRINTER_STATUS_*
    (0x10, Code.PAPER_OUT),
    (0x400000, Code.COVER_OPEN),
    (0x8 | 0x2 | 0x100000, Code.PRINTER_FAULT),  # jam, error, a hand is needed
    (0x80 | 0x1000, Code.DEVICE_LOST),  # off line, not available
    (0x1, Code.SPOOLER_STOPPED),  # paused
)
_STATUS_LEVEL = 6
_JOB_LEVEL = 1
_JOB_DELETE = 5
_JOB_OVER = 0x80 | 0x100 | 0x4  # printed, deleted, deleting


class _Document(Structure):
    """DOC_INFO_1W."""

    _fields_ = (("name", c_wchar_p), ("output", c_wchar_p), ("datatype", c_wchar_p))


if sys.platform == "win32":

    class WindowsSpooler:
        """The printers of Windows; a job is handed over as RAW. Unverified on hardware and on Windows."""

        def __init__(self, device: str) -> None:
            self._device = device
            self._spool = ctypes.WinDLL("winspool.drv", use_last_error=True)

        def state(self, queue: str) -> QueueState:
            """Ask how a printer is. Raises DEVICE_ABSENT."""
            handle = self._open(queue)
            try:
                needed, status = c_ulong(), c_ulong()
                size = sizeof(status)
                if not self._spool.GetPrinterW(handle, _STATUS_LEVEL, byref(status), size, byref(needed)):
                    raise absent(self._device)
            finally:
                self._spool.ClosePrinter(handle)
            fault = next((code for bits, code in _FAULTS if status.value & bits), None)
            return QueueState(fault)

        def send(self, queue: str, data: bytes) -> str:
            """Hand a job over, and return its number. Raises DEVICE_LOST."""
            handle = self._open(queue)
            try:
                document = _Document("Quầy Một Cửa", None, "RAW")
                job = int(self._spool.StartDocPrinterW(handle, 1, byref(document)))
                if not job:
                    raise lost(self._device)
                written = c_ulong()
                fine = self._spool.StartPagePrinter(handle) and self._spool.WritePrinter(
                    handle, data, len(data), byref(written)
                )
                self._spool.EndPagePrinter(handle)
                self._spool.EndDocPrinter(handle)
                if not fine or written.value != len(data):
                    self._spool.SetJobW(handle, job, 0, None, _JOB_DELETE)
                    raise lost(self._device)
                return str(job)
            finally:
                self._spool.ClosePrinter(handle)

        def waits(self, queue: str, job: str) -> bool:
            """Say whether a job is not through yet. Raises DEVICE_ABSENT."""
            handle = self._open(queue)
            try:
                needed = c_ulong()
                room = ctypes.create_string_buffer(64 * 1024)
                known = self._spool.GetJobW(handle, int(job), _JOB_LEVEL, room, len(room), byref(needed))
                # JOB_INFO_1W: the number, seven pointers, then the status
                at = sizeof(c_void_p) * 8
                return bool(known) and not int.from_bytes(room.raw[at : at + 4], "little") & _JOB_OVER
            finally:
                self._spool.ClosePrinter(handle)

        def cancel(self, queue: str, job: str) -> None:
            """Take a job back. Raises DEVICE_ABSENT."""
            handle = self._open(queue)
            try:
                self._spool.SetJobW(handle, int(job), 0, None, _JOB_DELETE)
            finally:
                self._spool.ClosePrinter(handle)

        def interrupt(self) -> None:
            """Do nothing: the calls hand over to the spooler's own process and come back."""

        def _open(self, queue: str) -> c_void_p:
            handle = c_void_p()
            opened = self._spool.OpenPrinterW
            opened.argtypes = [c_wchar_p, POINTER(c_void_p), c_void_p]
            opened.restype = c_int
            if not opened(queue, byref(handle), None):
                raise absent(self._device)
            return handle
