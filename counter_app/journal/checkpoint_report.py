"""Hold every checkpoint that is here against the journal, and say where the two differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, select

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


def compare(journal: Journal, trusted: str, signing: StationKey) -> Compared:
    """Check who signed each checkpoint, and that the journal has that very entry; reads only.

    ``trusted`` is the province's key where a person compared it; else the one that this station remembers. ``signing``
    is the key that this folder countersigns with if it is a province's: one that knows no other and writes nothing.
    """
    kept = checkpoints.kept(journal)
    with journal.database.read() as connection:
        key = trusted or checkpoints.pinned(journal)
        if not key and _writes_nothing(connection, journal):
            key = signing.public_hex
        verdicts = [checkpoints.verdict(connection, one) for one in kept]
        whose = {one.station: checkpoints.believed(connection, journal, one.station, key) for one in kept}
    believed = [_signer_fault(one, whose[one.station]) for one in kept]
    faults = [fault for fault in believed if fault is not None]
    sound = [(one, verdict) for one, verdict, fault in zip(kept, verdicts, believed, strict=True) if fault is None]
    faults += differing(sound)
    if journal.rewritten is not None and not _is_settled(journal, faults, sound):
        where = f"{journal.key.station}/{journal.rewritten.params['seq']}"
        faults.append(Fault(where, "countersigned as it was, and another one since, as the upstream said"))
    return Compared(len(kept), key, tuple(faults))


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


def _is_settled(journal: Journal, faults: Sequence[Fault], sound: Sequence[tuple[Checkpoint, Verdict]]) -> bool:
    """Whether it is said already that this journal was rewritten, or what was signed since says that it is whole."""
    own, seq = journal.key.station, int(str(journal.rewritten.params["seq"])) if journal.rewritten else 0
    agrees = any(one.station == own and one.seq >= seq and verdict is Verdict.SAME for one, verdict in sound)
    return agrees or any(fault.where.startswith(f"{own}/") for fault in faults)


def _writes_nothing(connection: Connection, journal: Journal) -> bool:
    """Whether no entry is this folder's own, as at a province."""
    own = select(tables.journal.c.seq).where(tables.journal.c.station == journal.key.station).limit(1)
    return connection.execute(own).first() is None


def _signer_fault(one: Checkpoint, believed: frozenset[str]) -> Fault | None:
    where = f"{one.station}/{one.seq}"
    if one.signer not in believed:
        return Fault(where, f"countersigned by a key that is not the upstream's ({one.signer[:16]}…)")
    if not checkpoints.is_signed(one):
        return Fault(where, "the upstream's signature does not match")
    return None


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(VIETNAM).isoformat(timespec="seconds")
