"""Entries that one station passes on for others: only what those others signed themselves."""

from collections.abc import Mapping, Sequence

from counter_app.domain.entry import Entry
from counter_app.journal.signing import fault_of


def vouched(
    entries: Sequence[Entry], bringer: str, keys: Mapping[str, str]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return what of ``entries`` may be stored, and what not; ``keys`` are of those whom ``bringer`` may speak for.

    A station may spoil its own journal. Another's number is taken by nothing that this one did not sign: it could
    write nothing under it any more. What follows such an entry would come after a gap.
    """
    taken: list[Entry] = []
    left: list[Entry] = []
    doubted: set[str] = set()
    for entry in entries:
        if entry.station != bringer and entry.station not in doubted:
            key = keys.get(entry.station)
            if key is None or fault_of(entry, key) is not None:
                doubted.add(entry.station)
        (left if entry.station in doubted else taken).append(entry)
    return tuple(taken), tuple(left)
