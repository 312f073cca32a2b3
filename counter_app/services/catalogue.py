"""The catalogue at the counter: groups of the kiosk, procedures found by usual words."""

import threading

from counter_app.domain.places import PlacedGroup
from counter_app.domain.procedures import Procedure, ServiceGroup
from counter_app.domain.text import fold
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.store import places


class Catalogue:
    """Procedures and groups, read once and again when an entry changes them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._procedures: dict[str, Procedure] | None = None
        self._haystacks: dict[str, tuple[str, str]] = {}
        journal.changes.listen(self._forget)

    def groups(self) -> tuple[ServiceGroup, ...]:
        """The kiosk's groups in their order."""
        with self._journal.database.read() as connection:
            placed = places.all_of(connection, PlacedGroup)
        return tuple(one.group for one in sorted(placed, key=lambda one: one.place))

    def procedures(self) -> tuple[Procedure, ...]:
        """Every procedure, by name."""
        return tuple(self._load().values())

    def procedure(self, code: str) -> Procedure:
        """One procedure. Raises PROCEDURE_UNKNOWN."""
        found = self._load().get(code)
        if found is None:
            raise CounterError(Code.PROCEDURE_UNKNOWN, code=code)
        return found

    def popular(self, group_id: str, most: int = 6) -> tuple[Procedure, ...]:
        """What people mostly come for in a group."""
        in_group = [one for one in self.procedures() if one.group == group_id]
        return tuple(sorted(in_group, key=lambda one: not one.popular)[:most])

    def search(self, text: str, limit: int = 8) -> tuple[Procedure, ...]:
        """Procedures by code, name and usual words, without diacritics; the best match first."""
        words = fold(text).split()
        if not words:
            return ()
        procedures, wanted = self._load(), " ".join(words)
        ranked = []
        for code, (name, aliases) in self._haystacks.items():
            whole = f"{fold(code)} {name} {aliases}"
            if all(word in whole for word in words):
                ranked.append((_rank(wanted, name, aliases), len(name), code))
        return tuple(procedures[code] for _, _, code in sorted(ranked)[:limit])

    def _load(self) -> dict[str, Procedure]:
        with self._lock:
            if self._procedures is None:
                with self._journal.database.read() as connection:
                    found = places.all_of(connection, Procedure)
                self._procedures = {one.code: one for one in sorted(found, key=lambda one: fold(one.name))}
                self._haystacks = {
                    one.code: (fold(one.name), " · ".join(fold(alias) for alias in one.aliases)) for one in found
                }
            return self._procedures

    def _forget(self, streams: frozenset[str]) -> None:
        if any(stream.startswith("procedure/") for stream in streams):
            with self._lock:
                self._procedures = None


def _rank(wanted: str, name: str, aliases: str) -> int:
    """How good a match is, 0 the best."""
    if name.startswith(wanted) or aliases.startswith(wanted) or f"· {wanted}" in aliases:
        return 0
    return 1 if wanted in name or wanted in aliases else 2
