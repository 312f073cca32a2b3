"""Devices' changes of state in the journal, so that the province sees its fleet."""

from counter_app.domain.facts import DeviceChanged
from counter_app.journal.journal import Journal
from counter_app.ports import DeviceStatus


class FleetLog:
    """Writes one entry a transition of a device."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def record(self, status: DeviceStatus) -> None:
        """Write a transition."""
        fault = status.fault.value if status.fault else ""
        fact = DeviceChanged(status.kind.value, status.name, status.state.value, fault)
        stream = f"device/{self._journal.key.station}-{status.kind.value}"
        with self._journal.transaction() as transaction:
            transaction.append(stream, fact, f"device/{status.kind.value}")
