"""The catalogue at the counter: groups of the kiosk, procedures and their versions, found by usual words.

A version stands in its own stream: ``procedure/<code>`` the first, ``procedure/<code>@<day>`` each later one. What the
program ships comes in few entries (``catalogue/<group>``); a version published by itself goes before those.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counter_app.clocks import VIETNAM
from counter_app.domain.facts import Duty, ProcedurePublished
from counter_app.domain.places import PlacedGroup, PublishedCatalogue
from counter_app.domain.procedures import Procedure, ServiceGroup
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.services.catalogue_check import check
from counter_app.services.catalogue_search import Index, folded
from counter_app.services.duties import check_duty
from counter_app.store import places

COMMAND_LINE = "station"
"""Who acts when a person at the machine's command line imports: the machine is its own administrator."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The catalogue as it was read: versions by code, the earliest first; the stream of each version."""

    versions: Mapping[str, tuple[Procedure, ...]]
    streams: Mapping[tuple[str, date | None], str]


class Catalogue:
    """Procedures and groups, read once and again when an entry changes them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._known: _Known | None = None
        self._received: tuple[date, tuple[Procedure, ...], Index] | None = None
        journal.changes.listen(self._forget)

    def groups(self) -> tuple[ServiceGroup, ...]:
        """The kiosk's groups in their order."""
        with self._journal.database.read() as connection:
            placed = places.all_of(connection, PlacedGroup)
        return tuple(one.group for one in sorted(placed, key=lambda one: one.place))

    def today(self) -> date:
        """The day of the journal's clock in Vietnam."""
        return self._journal.clock.now().astimezone(VIETNAM).date()

    def procedures(self) -> tuple[Procedure, ...]:
        """Every procedure that is received today, by name."""
        return self._today()[1]

    def procedure(self, code: str, day: date | None = None) -> Procedure:
        """The version of one procedure that holds on ``day`` (default: today). Raises PROCEDURE_UNKNOWN.

        Where none holds (not yet, or no longer), the version nearest before that day, else the first one.
        """
        wanted = day or self.today()
        versions = self.versions(code)
        begun = [one for one in versions if one.valid_from is None or one.valid_from <= wanted]
        return next((one for one in reversed(begun) if one.holds_on(wanted)), begun[-1] if begun else versions[0])

    def is_received(self, code: str, day: date | None = None) -> bool:
        """Whether dossiers of a procedure are taken on ``day`` (default: today)."""
        wanted = day or self.today()
        return any(_open(one, wanted) for one in self._load().versions.get(code, ()))

    def versions(self, code: str) -> tuple[Procedure, ...]:
        """Every version of one procedure, the earliest first. Raises PROCEDURE_UNKNOWN."""
        found = self._load().versions.get(code)
        if found is None:
            raise CounterError(Code.PROCEDURE_UNKNOWN, code=code)
        return found

    def all_versions(self) -> tuple[Procedure, ...]:
        """Every version of every procedure, retired ones too, by name."""
        versions = self._load().versions.values()
        return tuple(sorted((one for each in versions for one in each), key=_by_name))

    def popular(self, group_id: str, most: int = 6) -> tuple[Procedure, ...]:
        """What people mostly come for in a group."""
        in_group = [one for one in self.procedures() if one.group == group_id]
        return tuple(sorted(in_group, key=lambda one: (not one.popular, not one.aliases))[:most])

    def search(self, text: str, limit: int = 8) -> tuple[Procedure, ...]:
        """Procedures received today by code, name, field and usual words, without diacritics; the best match first."""
        return self._today()[2].search(text, limit)

    def add(self, procedure: Procedure, officer: str) -> Procedure:
        """Publish a procedure that is not in the catalogue. Raises PROCEDURE_KNOWN, PROCEDURE_INVALID, DUTY_MISSING."""
        if procedure.code in self._load().versions:
            raise CounterError(Code.PROCEDURE_KNOWN, code=procedure.code)
        return self._publish((procedure,), officer)[0]

    def correct(self, procedure: Procedure, officer: str) -> Procedure:
        """Put a version right: the one that begins on the same day. Raises PROCEDURE_UNKNOWN and as ``add``."""
        if (procedure.code, procedure.valid_from) not in self._load().streams:
            raise CounterError(Code.PROCEDURE_UNKNOWN, code=procedure.code)
        return self._publish((procedure,), officer)[0]

    def new_version(self, procedure: Procedure, officer: str) -> Procedure:
        """Publish a later version; the one before ends the day before. Raises VERSION_NOT_LATER and as ``correct``."""
        versions = self.versions(procedure.code)
        begins, last = procedure.valid_from, versions[-1]
        if begins is None or (last.valid_from is not None and begins <= last.valid_from):
            raise CounterError(Code.VERSION_NOT_LATER, code=procedure.code, day=_day(last.valid_from or begins))
        ends = begins - timedelta(days=1)
        changed = [procedure]
        if last.valid_to is None or last.valid_to > ends:
            changed.insert(0, replace(last, valid_to=ends))
        return self._publish(tuple(changed), officer)[-1]

    def retire(self, code: str, day: date, officer: str) -> tuple[Procedure, ...]:
        """Receive a procedure no longer from ``day`` on; dossiers received before keep it. Returns its versions.

        Raises PROCEDURE_UNKNOWN, DUTY_MISSING, VERSION_NOT_LATER where a version begins on that day or later.
        """
        versions = self.versions(code)
        late = [one for one in versions if one.valid_from is not None and one.valid_from >= day]
        if late:
            raise CounterError(Code.VERSION_NOT_LATER, code=code, day=_day(late[0].valid_from))
        ends = day - timedelta(days=1)
        open_ones = [one for one in versions if one.valid_to is None or one.valid_to > ends]
        self._publish(tuple(replace(one, valid_to=ends, retired=True) for one in open_ones), officer)
        return self.versions(code)

    def publish(self, procedures: Sequence[Procedure], officer: str) -> int:
        """Publish new and changed versions in one transaction, all or none; returns how many.

        Raises DUTY_MISSING, and PROCEDURE_INVALID for the first that cannot stand in the catalogue.
        """
        return len(self._publish(tuple(procedures), officer)) if procedures else 0

    def _publish(self, procedures: tuple[Procedure, ...], officer: str) -> tuple[Procedure, ...]:
        groups = {group.id for group in self.groups()}
        for procedure in procedures:
            check(procedure, groups)
        known = self._load()
        streams, begun = dict(known.streams), set(known.versions)
        actor = officer if officer == COMMAND_LINE else f"officer/{officer}"
        with self._journal.transaction() as transaction:
            _check_duty(transaction, officer)
            for procedure in procedures:
                key = (procedure.code, procedure.valid_from)
                stream = streams.setdefault(key, _stream(procedure, first=procedure.code not in begun))
                begun.add(procedure.code)
                transaction.append(stream, ProcedurePublished(procedure), actor)
        return procedures

    def _load(self) -> _Known:
        with self._lock:
            if self._known is None:
                with self._journal.database.read() as connection:
                    shipped = places.all_of(connection, PublishedCatalogue)
                    own = places.by_stream(connection, Procedure)
                self._known = _known((one for part in shipped for one in part.procedures), own)
            return self._known

    def _today(self) -> tuple[date, tuple[Procedure, ...], Index]:
        """What is received today, and its index."""
        known, today = self._load(), self.today()
        with self._lock:
            if self._received is not None and self._received[0] == today:
                return self._received
        held = (next((one for one in reversed(each) if _open(one, today)), None) for each in known.versions.values())
        received = tuple(sorted((one for one in held if one is not None), key=_by_name))
        made = (today, received, Index(received))
        with self._lock:
            if self._known is known:  # not after a change that came meanwhile
                self._received = made
        return made

    def _forget(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(("procedure/", "catalogue/")) for stream in streams):
            with self._lock:
                self._known = self._received = None


def _known(shipped: Iterable[Procedure], own: Mapping[str, Procedure]) -> _Known:
    """Lay the versions published by themselves over those shipped."""
    by_stream: dict[str, Procedure] = {}
    for one in sorted(shipped, key=lambda one: (one.code, one.valid_from or date.min)):
        by_stream[_stream(one, first=f"procedure/{one.code}" not in by_stream)] = one
    by_stream.update(own)
    versions: dict[str, list[Procedure]] = {}
    for one in by_stream.values():
        versions.setdefault(one.code, []).append(one)
    ordered = {code: tuple(sorted(each, key=lambda one: one.valid_from or date.min)) for code, each in versions.items()}
    return _Known(ordered, {(one.code, one.valid_from): stream for stream, one in by_stream.items()})


def _stream(procedure: Procedure, *, first: bool) -> str:
    begins = procedure.valid_from
    return f"procedure/{procedure.code}" if first or begins is None else f"procedure/{procedure.code}@{begins}"


def _open(procedure: Procedure, day: date) -> bool:
    """Whether a version is received on ``day``: it holds, and it was not retired without a day."""
    return procedure.holds_on(day) and not (procedure.retired and procedure.valid_to is None)


def _check_duty(transaction: Transaction, officer: str) -> None:
    if officer != COMMAND_LINE:
        check_duty(transaction, officer, Duty.ADMINISTRATION)


def _by_name(procedure: Procedure) -> tuple[str, str]:
    return folded(procedure.name), procedure.code


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day is not None else ""
