"""A device as its entries tell it: how it is, how often it failed, what it did since it was last serviced."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from counter_app.domain.device_facts import DeviceChanged, DeviceRemoved, DeviceServiced, DeviceUsed
from counter_app.domain.facts import Recorded
from counter_app.domain.working_days import VIETNAM

ABSENT, READY, FAULTY, REMOVED = "absent", "ready", "faulty", "removed"
_PAPER_LOW = "paper-low"


@dataclass(frozen=True, slots=True)
class DeviceRecord:
    """The last known state of a device.

    ``first_seen`` and ``last_seen`` are when it first became, and last became or ceased to be, ready. ``faults``,
    ``tickets`` and ``pages`` count since ``serviced_at`` (None: since ever), ``day_faults`` those of ``fault_day``.
    """

    station: str
    kind: str
    name: str
    state: str
    fault: str
    since: datetime
    first_seen: datetime | None = None
    last_seen: datetime | None = None
    faults: int = 0
    fault_day: date | None = None
    day_faults: int = 0
    tickets: int = 0
    pages: int = 0
    serviced_at: datetime | None = None

    def faults_on(self, day: date) -> int:
        """Return how often it failed on a day, of the last day on which it did."""
        return self.day_faults if self.fault_day == day else 0


def step(record: DeviceRecord | None, entry: Recorded) -> DeviceRecord | str:
    """Fold one entry of a device's stream."""
    fact = entry.fact
    if isinstance(fact, DeviceChanged):
        return _changed(record, entry, fact)
    if record is None:
        return "a device that nobody has seen"
    match fact:
        case DeviceUsed():
            return replace(record, tickets=record.tickets + fact.tickets, pages=record.pages + fact.pages)
        case DeviceServiced():
            return replace(record, tickets=0, pages=0, faults=0, serviced_at=entry.at)
        case DeviceRemoved():
            return replace(record, state=REMOVED, fault="", since=entry.at)
        case _:
            return "not an entry of a device"


def _changed(record: DeviceRecord | None, entry: Recorded, fact: DeviceChanged) -> DeviceRecord:
    known = record or DeviceRecord(entry.station, fact.kind, fact.name, "", "", entry.at)
    was_ready, is_ready = known.state == READY, fact.state == READY
    was_troubled = _is_troubled(known.state, known.fault)
    made = replace(
        known,
        station=entry.station,
        kind=fact.kind,
        name=fact.name,
        state=fact.state,
        fault=fact.fault,
        since=entry.at,
        first_seen=known.first_seen or (entry.at if is_ready else None),
        last_seen=entry.at if is_ready or was_ready else known.last_seen,
    )
    lost = was_ready and fact.state == ABSENT
    failed = not was_troubled and (lost or _is_troubled(fact.state, fact.fault))
    return _with_fault(made, entry.at.astimezone(VIETNAM).date()) if failed else made


def _is_troubled(state: str, fault: str) -> bool:
    """Whether somebody has to do something now: after a jam too, which leaves the device ready for the next sheet."""
    return state == FAULTY or (state == READY and fault not in ("", _PAPER_LOW))


def _with_fault(record: DeviceRecord, day: date) -> DeviceRecord:
    """Count one more; a device that goes from one fault to the next without having worked has failed once."""
    return replace(record, faults=record.faults + 1, fault_day=day, day_faults=record.faults_on(day) + 1)
