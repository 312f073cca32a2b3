"""Devices for one command: connected, asked, let go."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from counter_app.clocks import SystemClock
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from devices.fleet import Devices
from devices.settings import DeviceSettings

SETTLED_S = 25.0
"""A network scanner that sleeps takes that long to say that it is there."""
_LOCK = "in-use.lock"

_Device = tuple[DeviceKind, str]


def in_use(folder: Path) -> bool:
    """Whether the program of this data folder runs now: then it has the devices, and nobody else may open them."""
    path = folder / _LOCK
    if not path.exists():
        return False
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return True
    lock.release()
    return False


@contextmanager
def connected(records: Sequence[DeviceSettings], seconds: float = SETTLED_S) -> Iterator[Devices]:
    """Open devices, wait until each is ready or known not to be, and let them go. Raises DEVICE_SETTINGS."""
    devices = Devices(records, clock=SystemClock())
    waiting: set[_Device] = {(record.kind, record.name) for record in records}
    settled = threading.Condition()

    def told(status: DeviceStatus) -> None:
        if status.state is not DeviceState.CONNECTING:
            with settled:
                waiting.discard((status.kind, status.name))
                settled.notify_all()

    devices.on_change(told)
    try:
        devices.start()
        with settled:
            settled.wait_for(lambda: not waiting, seconds)
        yield devices
    finally:
        devices.close()
