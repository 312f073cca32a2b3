"""Bytes into a plain file."""

from pathlib import Path
from typing import BinaryIO

from devices.transport.line import absent, lost


class FileTransport:
    """Appends to a file; nothing can be read, so nothing is ever confirmed."""

    answers = False

    def __init__(self, device: str, path: Path) -> None:
        self._device = device
        self._path = path
        self._file: BinaryIO | None = None

    def open(self) -> None:
        """Open for appending. Raises DEVICE_ABSENT."""
        self.close()
        try:
            self._file = self._path.open("ab", buffering=0)
        except OSError:
            raise absent(self._device) from None

    def write(self, data: bytes) -> int:
        """Append. Raises DEVICE_LOST, as when the disk is full."""
        if self._file is None:
            raise lost(self._device)
        try:
            written = self._file.write(data)
        except OSError:
            raise lost(self._device) from None
        if not written:
            raise lost(self._device)
        return written

    def read(self, limit: int, seconds: float) -> bytes:
        """Return nothing: a file does not answer."""
        return b""

    def interrupt(self) -> None:
        """Do nothing: a file does not keep one waiting."""

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
