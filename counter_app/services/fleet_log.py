"""Devices in the journal, so that manager and province see their fleet: changes of state, use, service."""

import hashlib
import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from counter_app.domain.device_facts import DeviceChanged, DeviceRemoved, DeviceServiced, DeviceUsed
from counter_app.domain.devices import REMOVED, DeviceRecord
from counter_app.domain.facts import Duty
from counter_app.errors import CounterError
from counter_app.journal.journal import Journal
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus, DeviceUse
from counter_app.services.duties import check_duty
from counter_app.store import places

log = logging.getLogger(__name__)

TOLD_EVERY = timedelta(hours=1)
"""How often what a device did is written at most, and with it how much a power cut may take from its counts."""

_Device = tuple[DeviceKind, str]


@dataclass(frozen=True, slots=True)
class _Untold:
    """What a device did that no entry says yet."""

    since: datetime
    fact: DeviceUsed = DeviceUsed()


class FleetLog:
    """Writes one entry when a device settles in another state; trying to connect is not a state to tell."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._streams: dict[_Device, str] | None = None  # None: nobody told yet which devices there are
        self._last: dict[_Device, DeviceChanged] = {}
        self._untold: dict[_Device, _Untold] = {}
        self._lock = threading.Lock()
        self._closed = False

    def know(self, devices: Iterable[_Device]) -> None:
        """Have these devices, by kind and name, from now on; others that this station had are removed.

        A device keeps its stream as long as it keeps its name. Raises what a commit raises.
        """
        own = f"device/{self._journal.key.station}-"
        with self._journal.database.read() as connection:
            rows = places.by_stream(connection, DeviceRecord)
        records = {stream: one for stream, one in rows.items() if stream.startswith(own) and one.state != REMOVED}
        streams = self._share_out(tuple(devices), records)
        self._tell_use(tuple(self._untold))
        with self._lock:
            self._streams = streams
            self._last = {device: fact for device, fact in self._last.items() if device in streams}
        gone = [(stream, one) for stream, one in records.items() if stream not in streams.values()]
        if gone:
            with self._journal.transaction() as transaction:
                for stream, one in gone:
                    transaction.append(stream, DeviceRemoved(), f"device/{one.kind}")

    def record(self, status: DeviceStatus) -> None:
        """Write a transition; a device that stays absent is told once, however often it is tried."""
        if status.state is DeviceState.CONNECTING:
            return
        device = (status.kind, status.name)
        fault = status.fault.value if status.fault else ""
        fact = DeviceChanged(status.kind.value, status.name, status.state.value, fault)
        with self._lock:
            if self._closed or self._is_foreign(device) or self._last.get(device) == fact:
                return
            self._last[device] = fact
        with self._journal.transaction() as transaction:
            transaction.append(self._stream(device), fact, f"device/{status.kind.value}")

    def count(self, use: DeviceUse) -> None:
        """Take down what a device did; written once an hour at most, and when the program ends. Never raises."""
        device, now = (use.kind, use.name), self._journal.clock.now()
        with self._lock:
            if self._closed or self._is_foreign(device):
                return
            kept = self._untold.get(device) or _Untold(now)
            fact = DeviceUsed(kept.fact.tickets + use.tickets, kept.fact.pages + use.pages)
            self._untold[device] = replace(kept, fact=fact)
        if now - kept.since >= TOLD_EVERY:
            self._tell_use((device,))

    def serviced(self, stream: str, officer: str) -> None:
        """Take down that a device of the office was cleaned or repaired. Raises OFFICER_UNKNOWN, DUTY_MISSING."""
        self._tell_use(tuple(device for device in self._untold if self._stream(device) == stream))
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.DIRECTING)
            transaction.append(stream, DeviceServiced(), f"officer/{officer}")

    def close(self) -> None:
        """The program ends: what was counted is written; that its devices are let go is no news of theirs."""
        with self._lock:
            self._closed = True
        self._tell_use(tuple(self._untold))

    def _tell_use(self, devices: Iterable[_Device]) -> None:
        """Write what these did; what cannot be written now (a full disk) is kept for the next time."""
        for device in devices:
            with self._lock:
                untold = self._untold.pop(device, None)
            if untold is None:
                continue
            try:
                with self._journal.transaction() as transaction:
                    transaction.append(self._stream(device), untold.fact, f"device/{device[0].value}")
            except CounterError as error:
                log.info("event=device_use_not_written device=%r code=%s", device[0].value, error.code.value)
                with self._lock:
                    since = self._untold.setdefault(device, replace(untold, fact=DeviceUsed())).fact
                    fact = DeviceUsed(untold.fact.tickets + since.tickets, untold.fact.pages + since.pages)
                    self._untold[device] = replace(untold, fact=fact)

    def _is_foreign(self, device: _Device) -> bool:
        """A device that was just taken out of the settings: what it still says is no news."""
        return self._streams is not None and device not in self._streams

    def _stream(self, device: _Device) -> str:
        return (self._streams or {}).get(device) or self._first_of(device[0])

    def _first_of(self, kind: DeviceKind) -> str:
        return f"device/{self._journal.key.station}-{kind.value}"

    def _share_out(self, devices: tuple[_Device, ...], records: dict[str, DeviceRecord]) -> dict[_Device, str]:
        """Give each device its stream: its own if its name is known, else the first of its kind if that is free."""
        of_name = {(one.kind, one.name): stream for stream, one in records.items()}
        kept = {device: stream for device in devices if (stream := of_name.get((device[0].value, device[1])))}
        for device in devices:
            if device not in kept:
                first = self._first_of(device[0])
                sign = hashlib.sha256(device[1].encode()).hexdigest()[:8]
                kept[device] = f"{first}-{sign}" if first in kept.values() else first
        return kept
