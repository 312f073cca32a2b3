"""Export and import of the catalogue: first a report of what would change and what is refused, then all of it or none.

Two formats are read: the program's own export, and a crawl of the national portal, which is repaired on the way.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

import msgspec

from counter_app.domain.procedures import Procedure
from counter_app.services.catalogue import Catalogue
from counter_app.services.catalogue_check import flaws
from counter_app.services.catalogue_crawl import (
    Correction,
    Record,
    Refusal,
    Repaired,
    load_corrections,
    procedure_of,
    refusal_of,
)
from counter_app.services.catalogue_file import Damage, Item, encode_catalogue, split

_PLACE = re.compile(r"^(.*?)(?: - at `\$?\.?(.*?)`)?$", re.DOTALL)
_LONGEST_SHOWN = 160


class Outcome(StrEnum):
    """What becomes of an item; skipped ones are sound, but no procedure of a commune."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportItem:
    """What becomes of one item of a file, numbered and with its line.

    ``reason`` is a Damage, a Refusal, a Detail, "type" or "repeated"; ``field`` names where, ``text`` quotes what.
    """

    number: int
    line: int
    outcome: Outcome
    code: str = ""
    name: str = ""
    reason: str = ""
    field: str = ""
    text: str = ""
    changed: tuple[str, ...] = ()
    repairs: tuple[Repaired, ...] = ()
    procedure: Procedure | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import would do; nothing is done yet."""

    items: tuple[ImportItem, ...]

    def of(self, *outcomes: Outcome) -> tuple[ImportItem, ...]:
        """The items with one of ``outcomes``, in the order of the file."""
        return tuple(item for item in self.items if item.outcome in outcomes)

    @property
    def repaired(self) -> tuple[ImportItem, ...]:
        """The items that would be taken with repairs."""
        return tuple(item for item in self.items if item.repairs)

    @property
    def publishable(self) -> tuple[Procedure, ...]:
        """What would be published: added and changed, the earliest version first."""
        found = [item.procedure for item in self.of(Outcome.ADDED, Outcome.CHANGED) if item.procedure is not None]
        return tuple(sorted(found, key=lambda one: (one.code, one.valid_from or date.min)))


def export_catalogue(catalogue: Catalogue) -> bytes:
    """Return every version of every procedure as one JSON file, by code."""
    ordered = sorted(catalogue.all_versions(), key=lambda one: (one.code, one.valid_from or date.min))
    return encode_catalogue(ordered)


def plan_import(catalogue: Catalogue, content: bytes) -> ImportReport:
    """Read a file and say item by item what importing it would do. Raises CATALOGUE_TOO_LARGE, CATALOGUE_UNREADABLE."""
    planner = _Planner(catalogue)
    return ImportReport(tuple(planner.plan(item) for item in split(content)))


def apply_import(catalogue: Catalogue, report: ImportReport, officer: str) -> int:
    """Publish what is new or changed in one transaction; returns how many. Raises DUTY_MISSING, PROCEDURE_INVALID."""
    return catalogue.publish(report.publishable, officer)


class _Planner:
    """Compares items with the catalogue as it stands; remembers what the file has brought already."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._versions = {(one.code, one.valid_from): one for one in catalogue.all_versions()}
        self._catalogue = catalogue
        self._groups = {group.id for group in catalogue.groups()}
        self._corrections: Mapping[str, Correction] | None = None
        self._seen: set[tuple[str, date | None]] = set()

    def plan(self, item: Item) -> ImportItem:
        """What becomes of one item."""
        bare = ImportItem(item.number, item.line, Outcome.REFUSED)
        if item.damage is not None:
            return replace(bare, reason=item.damage.value, text=_quoted(item.content))
        try:
            found = msgspec.json.decode(item.content)
        except (msgspec.DecodeError, RecursionError):
            return replace(bare, reason=Damage.NOT_JSON.value, text=_quoted(item.content))
        if not isinstance(found, dict):
            return replace(bare, reason="type", text=_quoted(item.content))
        code, name = (str(found.get(mine) or found.get(theirs) or "")[:80] for mine, theirs in _NAMES)
        known = replace(bare, code=code, name=name)
        try:
            return self._crawled(known, found) if "ma_tthc" in found else self._own(known, found)
        except msgspec.ValidationError as error:
            told = _PLACE.match(str(error))
            what, where = (told[1], told[2] or "") if told else (str(error), "")
            return replace(known, reason="type", field=where, text=what[:_LONGEST_SHOWN])

    def _own(self, bare: ImportItem, found: object) -> ImportItem:
        return self._compared(bare, msgspec.convert(found, Procedure))

    def _crawled(self, bare: ImportItem, found: object) -> ImportItem:
        """A record of the portal: repaired and corrected; what the portal does not know stays as it is here."""
        record = msgspec.convert(found, Record)
        refusal = refusal_of(record)
        if refusal in (Refusal.NOT_COMMUNE, Refusal.NOT_A_PROCEDURE):
            return replace(bare, outcome=Outcome.SKIPPED, reason=refusal.value)
        if self._corrections is None:
            self._corrections = {one.code: one for one in load_corrections()}
        made = procedure_of(record, self._corrections.get(record.code))
        return self._compared(replace(bare, repairs=made.repairs), self._kept(made.procedure))

    def _kept(self, crawled: Procedure) -> Procedure:
        """A crawled procedure with what only an office knows, taken from the version that holds here."""
        if not any(code == crawled.code for code, _ in self._versions):
            return crawled
        now = self._catalogue.procedure(crawled.code)
        return replace(
            crawled,
            group=now.group,
            aliases=now.aliases,
            popular=now.popular,
            steps=now.steps,
            valid_from=now.valid_from,
            valid_to=now.valid_to,
            retired=now.retired,
        )

    def _compared(self, bare: ImportItem, procedure: Procedure) -> ImportItem:
        key = (procedure.code, procedure.valid_from)
        wrong = flaws(procedure, self._groups)
        if wrong:
            return replace(bare, reason=wrong[0].detail.value, field=wrong[0].field, repairs=())
        if key in self._seen:
            return replace(bare, reason="repeated", field="code", repairs=())
        self._seen.add(key)
        before = self._versions.get(key)
        named = replace(bare, code=procedure.code, name=procedure.name, procedure=procedure)
        if before is None:
            return replace(named, outcome=Outcome.ADDED)
        changed = tuple(
            one.name for one in fields(Procedure) if getattr(before, one.name) != getattr(procedure, one.name)
        )
        return replace(named, outcome=Outcome.CHANGED if changed else Outcome.UNCHANGED, changed=changed)


_NAMES = (("code", "ma_tthc"), ("name", "ten"))


def _quoted(content: bytes) -> str:
    return content[:_LONGEST_SHOWN].decode(errors="replace")
