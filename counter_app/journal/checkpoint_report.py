"""Hold every checkpoint that is here against the journal, and say where the two differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from counter_app.domain.working_days import VIETNAM
from counter_app.journal import checkpoints
from counter_app.journal.checkpoints import Checkpoint, Verdict
from counter_app.journal.journal import Journal
from counter_app.journal.signing import StationKey
from counter_app.journal.verify import Fault
from counter_app.store import tables


@dataclass(frozen=True, slots=True)
class Compared:
    """How many checkpoints there are, whose key the province's is (empty: not known), and what differs."""

    checkpoints: int
    key: str
    faults: tuple[Fault, ...]


def compare(journal: Journal, trusted: str, own: StationKey) -> Compared:
    """Check who signed each checkpoint, and that the journal has that very entry; reads only.

    ``trusted`` is the province's key where a person compared it; else the one that this station remembers. ``own`` is
    the key that this folder countersigns with, if it is a province's: one that writes no entries.
    """
    kept = checkpoints.kept(journal)
    with journal.database.read() as connection:
        key = own.public_hex if _is_provinces(connection, journal) else trusted or checkpoints.pinned(journal)
        verdicts = [checkpoints.verdict(connection, one) for one in kept]
        whose = {one.station: checkpoints.believed(connection, journal, one.station, key) for one in kept}
    believed = [_signer_fault(one, whose[one.station]) for one in kept]
    faults = [fault for fault in believed if fault is not None]
    sound = [(one, verdict) for one, verdict, fault in zip(kept, verdicts, believed, strict=True) if fault is None]
    return Compared(len(kept), key, (*faults, *differing(sound)))


def differing(found: Iterable[tuple[Checkpoint, Verdict]]) -> list[Fault]:
    """Return for each station the first countersigned number under which there is something else, or nothing.

    Call it with each station's in the order of their numbers: up to the one before, everything is as it was signed.
    """
    last: dict[str, int] = {}
    faults: dict[str, Fault] = {}
    for one, verdict in found:
        if one.station in faults:
            continue
        if verdict is Verdict.SAME:
            last[one.station] = one.seq
            continue
        what = "another entry than the one" if verdict is Verdict.OTHER else "no entry here, where one was"
        text = f"{what} countersigned {_moment(one.at)}; as it was signed up to {last.get(one.station, 0)}"
        faults[one.station] = Fault(f"{one.station}/{one.seq}", text)
    return list(faults.values())


def _is_provinces(connection: Connection, journal: Journal) -> bool:
    own = select(func.count()).select_from(tables.journal).where(tables.journal.c.station == journal.key.station)
    peers = select(func.count()).select_from(tables.peers)
    return not connection.execute(own).scalar_one() and bool(connection.execute(peers).scalar_one())


def _signer_fault(one: Checkpoint, believed: frozenset[str]) -> Fault | None:
    where = f"{one.station}/{one.seq}"
    if one.signer not in believed:
        return Fault(where, f"countersigned by a key that is not the upstream's ({one.signer[:16]}…)")
    if not checkpoints.is_signed(one):
        return Fault(where, "the upstream's signature does not match")
    return None


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(VIETNAM).isoformat(timespec="seconds")
