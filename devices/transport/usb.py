"""Bytes over USB's printer class, by python-escpos. Unverified: no USB printer was at hand."""

import contextlib
import errno
from typing import Any

from counter_app.errors import Code, DeviceError
from devices.transport.line import absent, lost, silent
from devices.transport.usb_identity import fits_identity

STALL_S = 5.0
WRITE_BYTES = 4096


class UsbTransport:
    """A USB printer found by vendor and product number, among equal ones by ``identity``. Unverified on hardware."""

    answers = True

    def __init__(
        self, device: str, address: str, *, identity: str = "", in_endpoint: int = 0x82, out_endpoint: int = 0x01
    ) -> None:
        vendor, _, product = address.partition(":")
        try:
            self._ids = int(vendor, 16), int(product, 16)
        except ValueError:
            raise DeviceError(Code.DEVICE_SETTINGS, device=device, detail="address") from None
        self._device = device
        self._identity = identity
        self._endpoints = in_endpoint, out_endpoint
        self._printer: Any = None

    def open(self) -> None:
        """Claim the printer. Raises DEVICE_ABSENT or DEVICE_DENIED."""
        from escpos.exceptions import Error
        from escpos.printer import Usb

        self.close()
        vendor, product = self._ids
        in_ep, out_ep = self._endpoints
        mine = {"custom_match": lambda one: fits_identity(one, self._identity)} if self._identity else {}
        printer = Usb(vendor, product, mine, timeout=int(STALL_S * 1000), in_ep=in_ep, out_ep=out_ep)
        try:
            printer.open()
        except (Error, OSError, ValueError) as error:  # ValueError: pyusb found no libusb
            if getattr(error.__context__, "errno", None) == errno.EACCES:
                raise DeviceError(Code.DEVICE_DENIED, device=self._device) from None
            raise absent(self._device) from None
        self._printer = printer

    def write(self, data: bytes) -> int:
        """Write one bulk transfer. Raises DEVICE_SILENT or DEVICE_LOST."""
        from usb.core import USBError, USBTimeoutError

        try:
            return int(self._usb().write(self._endpoints[1], data[:WRITE_BYTES], int(STALL_S * 1000)))
        except USBTimeoutError:
            raise silent(self._device, STALL_S) from None
        except USBError:
            raise lost(self._device) from None

    def read(self, limit: int, seconds: float) -> bytes:
        """Read one bulk transfer; a time-out is nothing read. Raises DEVICE_LOST."""
        from usb.core import USBError, USBTimeoutError

        try:
            # A bulk read must offer a whole packet, or the rest of it is an overflow error.
            return bytes(self._usb().read(self._endpoints[0], max(64, limit), max(1, int(seconds * 1000))))
        except USBTimeoutError:
            return b""
        except USBError:
            raise lost(self._device) from None

    def _usb(self) -> Any:  # noqa: ANN401  # pyusb has no types
        if self._printer is None:
            raise lost(self._device)
        return self._printer.device

    def interrupt(self) -> None:
        """Do nothing: every wait ends by itself within seconds."""

    def close(self) -> None:
        """Release the interface."""
        if self._printer is not None:
            with contextlib.suppress(OSError):
                self._printer.close()
            self._printer = None
