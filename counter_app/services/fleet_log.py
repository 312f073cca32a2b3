"""Devices' changes of state in the journal, so that the province sees its fleet."""

import threading

from counter_app.domain.facts import DeviceChanged
from counter_app.journal.journal import Journal
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus


class FleetLog:
    """Writes one entry when a device settles in another state; trying to connect is not a state to tell."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._last: dict[DeviceKind, DeviceChanged] = {}
        self._lock = threading.Lock()
        self._closed = False

    def record(self, status: DeviceStatus) -> None:
        """Write a transition; a device that stays absent is told once, however often it is tried."""
        if status.state is DeviceState.CONNECTING:
            return
        fault = status.fault.value if status.fault else ""
        fact = DeviceChanged(status.kind.value, status.name, status.state.value, fault)
        with self._lock:
            if self._closed or self._last.get(status.kind) == fact:
                return
            self._last[status.kind] = fact
        stream = f"device/{self._journal.key.station}-{status.kind.value}"
        with self._journal.transaction() as transaction:
            transaction.append(stream, fact, f"device/{status.kind.value}")

    def close(self) -> None:
        """The program ends: that its devices are let go is no news of theirs."""
        with self._lock:
            self._closed = True
