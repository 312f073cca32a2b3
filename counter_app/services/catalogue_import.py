"""Makes the catalogue that the program ships: ``python -m counter_app.services.catalogue_import CRAWL OUT``.

Each record is repaired and corrected (see :mod:`counter_app.services.catalogue_crawl`), so the result can be made
again from a newer crawl. Every line refused or repaired is in the report.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from counter_app.domain.procedures import Procedure
from counter_app.services.catalogue_crawl import (
    Correction,
    Record,
    Refusal,
    load_corrections,
    procedure_of,
    refusal_of,
    whole_by_hand,
)
from counter_app.services.catalogue_data import load_groups
from counter_app.services.catalogue_file import encode_catalogue
from counter_app.services.catalogue_repair import Repair, clean


class Outcome(StrEnum):
    """What a line of the report tells of."""

    REFUSED = "refused"
    REPAIRED = "repaired"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing done to one record; ``reason`` is a Refusal, a Repair or the name of a corrected field."""

    code: str
    outcome: Outcome
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a source: how many records came in, how many procedures went out, and everything done."""

    read: int
    kept: int
    lines: tuple[ReportLine, ...]

    @property
    def counts(self) -> Mapping[tuple[Outcome, str], int]:
        """How often each thing was done."""
        return Counter((line.outcome, line.reason) for line in self.lines)


class _Maker:
    """Collects procedures and the lines of the report."""

    def __init__(self) -> None:
        self.lines: list[ReportLine] = []
        self.found: dict[str, Procedure] = {}
        self._names: set[tuple[str, str]] = set()

    def refuse(self, code: str, reason: Refusal, text: str = "") -> None:
        """Say why a record is not taken."""
        self.lines.append(ReportLine(code, Outcome.REFUSED, reason, text))

    def take(self, record: Record, correction: Correction | None) -> None:
        """Make one record a procedure, or refuse it."""
        refusal = Refusal.CODE_REPEATED if record.code in self.found else refusal_of(record)
        if refusal is not None:
            self.refuse(record.code, refusal, clean(record.name))
            return
        made = procedure_of(record, correction)
        one = made.procedure
        told = [ReportLine(one.code, Outcome.REPAIRED, done.repair, done.text) for done in made.repairs]
        if (one.name, one.field) in self._names:
            told.append(ReportLine(one.code, Outcome.REPAIRED, Repair.NAME_REPEATED, one.name))
        self._names.add((one.name, one.field))
        self.lines.extend(told)
        self.lines.extend(ReportLine(one.code, Outcome.CORRECTED, name) for name in made.corrected)
        self.found[one.code] = one

    def add_by_hand(self, correction: Correction) -> None:
        """Add a procedure that is only in the corrections, if it is whole."""
        try:
            self.found[correction.code] = whole_by_hand(correction)
        except msgspec.ValidationError as error:
            self.refuse(correction.code, Refusal.INCOMPLETE_BY_HAND, str(error))
        else:
            self.lines.append(ReportLine(correction.code, Outcome.CORRECTED, "added"))


def import_catalogue(
    source: bytes, corrections: Sequence[Correction], wanted: Collection[str] | None = None
) -> tuple[tuple[Procedure, ...], Report]:
    """Return the procedures of a crawl and the report; ``wanted`` codes only, or all.

    Raises msgspec.DecodeError if ``source`` is not a JSON list; a bad record is only refused.
    """
    maker = _Maker()
    by_hand = {correction.code: correction for correction in corrections}
    raw = msgspec.json.decode(source, type=list[msgspec.Raw])
    for item in raw:
        try:
            record = msgspec.json.decode(item, type=Record)
        except msgspec.ValidationError as error:
            maker.refuse("", Refusal.UNREADABLE, str(error))
            continue
        if wanted is None or record.code in wanted:
            maker.take(record, by_hand.get(record.code))
        else:
            maker.refuse(record.code, Refusal.NOT_ASKED_FOR)
    for correction in corrections:
        if correction.code not in maker.found and (wanted is None or correction.code in wanted):
            maker.add_by_hand(correction)
    kept = tuple(sorted(maker.found.values(), key=_Order()))
    return kept, Report(len(raw), len(kept), tuple(maker.lines))


class _Order:
    """Sorts by group as the kiosk shows them, the often asked first, then by code."""

    def __init__(self) -> None:
        self._places = {group.id: place for place, group in enumerate(load_groups())}

    def __call__(self, procedure: Procedure) -> tuple[int, bool, str]:
        return self._places.get(procedure.group, len(self._places)), not procedure.popular, procedure.code


def main(arguments: Sequence[str] | None = None) -> int:
    """Import from the command line; prints the report, returns 1 if a file cannot be read."""
    parser = argparse.ArgumentParser(prog="counter_app.services.catalogue_import", description="Import a catalogue.")
    parser.add_argument("source", type=Path, help="the crawl, a JSON list")
    parser.add_argument("out", type=Path, help="the catalogue to write")
    parser.add_argument("--corrections", type=Path, help="reviewed corrections (default: those shipped)")
    parser.add_argument("--codes", type=Path, help="only these: a file with one code a line (default: all)")
    options = parser.parse_args(arguments)
    try:
        corrections = load_corrections(options.corrections)
        wanted = options.codes.read_text(encoding="utf-8").split() if options.codes else None
        procedures, report = import_catalogue(options.source.read_bytes(), corrections, wanted)
        options.out.write_bytes(encode_catalogue(procedures))
    except (OSError, msgspec.DecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _print(report)
    return 0


def _print(report: Report) -> None:
    for line in report.lines:
        if line.reason != Refusal.NOT_ASKED_FOR:
            sys.stdout.write(f"{line.code or '-'} {line.outcome} {line.reason} {line.text[:100]}".rstrip() + "\n")
    for (outcome, reason), count in sorted(report.counts.items()):
        sys.stdout.write(f"{count:6} {outcome} {reason}\n")
    sys.stdout.write(f"read {report.read}, kept {report.kept}\n")


if __name__ == "__main__":
    sys.exit(main())
