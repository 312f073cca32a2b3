"""What every transport offers, and the errors that all of them raise."""

from typing import Protocol

from counter_app.errors import Code, DeviceError


class Transport(Protocol):
    """A way for bytes to a device. One thread opens, writes, reads and closes; any thread may interrupt."""

    @property
    def answers(self) -> bool:
        """Say whether anything can ever be read."""
        ...

    def open(self) -> None:
        """Connect. Raises DEVICE_ABSENT, DEVICE_BUSY or DEVICE_SETTINGS."""
        ...

    def write(self, data: bytes) -> int:
        """Write some of ``data`` and return how much, at least 1. Raises DEVICE_SILENT on a stall, DEVICE_LOST."""
        ...

    def read(self, limit: int, seconds: float) -> bytes:
        """Return what came, as soon as something came; nothing after ``seconds``. Raises DEVICE_LOST."""
        ...

    def interrupt(self) -> None:
        """Make a read, write or open that waits in another thread end now with DEVICE_LOST."""
        ...

    def close(self) -> None:
        """Let go; harmless when not open."""
        ...


def absent(device: str) -> DeviceError:
    """Return the error of a device that is not there."""
    return DeviceError(Code.DEVICE_ABSENT, retryable=True, device=device)


def lost(device: str) -> DeviceError:
    """Return the error of a connection that ended."""
    return DeviceError(Code.DEVICE_LOST, retryable=True, device=device)


def silent(device: str, seconds: float) -> DeviceError:
    """Return the error of a device that takes or says nothing for too long."""
    return DeviceError(Code.DEVICE_SILENT, retryable=True, device=device, seconds=seconds)
