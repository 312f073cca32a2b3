"""Imports a crawl of the national procedure catalogue: ``python -m counter_app.services.catalogue_import IN OUT``.

The crawl is repaired (see :mod:`counter_app.services.catalogue_repair`), then the reviewed corrections are laid
over it, so the result can be made again from a newer crawl. Every line refused or repaired is in the report.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import msgspec

from counter_app.domain.procedures import ComponentDocument, Fee, Procedure, Term
from counter_app.services.catalogue_data import load_groups
from counter_app.services.catalogue_repair import (
    clean,
    repair_fee,
    repair_name,
    repair_papers,
    repair_term,
    shorten,
)

LONGEST_RESULT = 120


class Refusal(StrEnum):
    """Why a record of the source is not in the catalogue."""

    UNREADABLE = "unreadable"
    CODE = "code"
    NOT_COMMUNE = "not-commune"
    NOT_A_PROCEDURE = "not-a-procedure"
    NAME_REPEATED = "name-repeated"
    CODE_REPEATED = "code-repeated"
    TERM_UNKNOWN = "term-unknown"
    NO_PAPERS = "no-papers"
    NOT_ASKED_FOR = "not-asked-for"
    INCOMPLETE_BY_HAND = "incomplete-by-hand"


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


class Channel(msgspec.Struct, frozen=True):
    """One way to apply, as the portal words it."""

    name: str = msgspec.field(name="kenh", default="")
    term: str = msgspec.field(name="thoi_han", default="")
    note: str = msgspec.field(name="phi_mo_ta", default="")


class Paper(msgspec.Struct, frozen=True):
    """One line under component documents, as the portal words it."""

    text: str = msgspec.field(name="ten")
    copies: int = msgspec.field(name="so_luong", default=1)
    kind: str = msgspec.field(name="loai", default="")


class Record(msgspec.Struct, frozen=True):
    """One procedure of the crawl."""

    code: str = msgspec.field(name="ma_tthc")
    name: str = msgspec.field(name="ten")
    field: str = msgspec.field(name="linh_vuc")
    level: str = msgspec.field(name="cap_thuc_hien", default="")
    decision: str | None = msgspec.field(name="quyet_dinh_cong_bo", default=None)
    channels: tuple[Channel, ...] = msgspec.field(name="cach_thuc", default=())
    papers: tuple[Paper, ...] = msgspec.field(name="thanh_phan_ho_so", default=())
    result: str | None = msgspec.field(name="ket_qua", default=None)
    same_day: bool = msgspec.field(name="tiep_nhan_sau_15h", default=False)


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Reviewed values for one procedure; what is unset stays as imported, a whole one is added if missing there."""

    code: str
    name: str | msgspec.UnsetType = msgspec.UNSET
    field: str | msgspec.UnsetType = msgspec.UNSET
    group: str | msgspec.UnsetType = msgspec.UNSET
    term: Term | msgspec.UnsetType = msgspec.UNSET
    fee: Fee | msgspec.UnsetType = msgspec.UNSET
    papers: tuple[ComponentDocument, ...] | msgspec.UnsetType = msgspec.UNSET
    aliases: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    result: str | msgspec.UnsetType = msgspec.UNSET
    decision: str | msgspec.UnsetType = msgspec.UNSET
    popular: bool | msgspec.UnsetType = msgspec.UNSET

    def values(self) -> dict[str, object]:
        """Return what is set, by the names of Procedure's fields."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value is not msgspec.UNSET}


_CODE = re.compile(r"\d\.\d{6}")
_NOT_A_PROCEDURE = ("công bố danh mục", "công bố quyết định")
_DIRECT = "Trực tiếp"
_OTHER_GROUP = "other"
_GROUP_WORDS = (
    ("civil-status", ("hộ tịch", "nuôi con nuôi")),
    ("certification", ("chứng thực",)),
    ("residence", ("cư trú", "căn cước", "định danh")),
    ("household-business", ("hộ kinh doanh",)),
    ("housing", ("xây dựng", "nhà ở", "quy hoạch", "hạ tầng kỹ thuật")),
    ("benefits", ("giảm nghèo", "người có công", "bảo trợ", "bhxh", "bhyt", "bảo hiểm")),
    ("land", ("đất đai", "biện pháp bảo đảm")),
)


class _Writer:
    """Collects the lines of the report."""

    def __init__(self) -> None:
        self.lines: list[ReportLine] = []

    def refuse(self, code: str, reason: Refusal, text: str = "") -> None:
        self.lines.append(ReportLine(code, Outcome.REFUSED, reason, text))

    def repaired(self, code: str, reasons: Iterable[str], text: str) -> None:
        self.lines.extend(ReportLine(code, Outcome.REPAIRED, reason, text) for reason in reasons)


def import_catalogue(
    source: bytes, corrections: Sequence[Correction], wanted: Collection[str] | None = None
) -> tuple[tuple[Procedure, ...], Report]:
    """Return the procedures of a crawl and the report; ``wanted`` codes only, or all.

    Raises msgspec.DecodeError if ``source`` is not a JSON list; a bad record is only refused.
    """
    writer = _Writer()
    by_hand = {correction.code: correction for correction in corrections}
    raw = msgspec.json.decode(source, type=list[msgspec.Raw])
    found: dict[str, Procedure] = {}
    names: set[tuple[str, str]] = set()
    for item in raw:
        record = _read(item, writer)
        if record is None:
            continue
        if wanted is not None and record.code not in wanted:
            writer.refuse(record.code, Refusal.NOT_ASKED_FOR)
        elif record.code in found:
            writer.refuse(record.code, Refusal.CODE_REPEATED)
        elif (procedure := _procedure(record, by_hand.get(record.code), writer)) is not None:
            if (procedure.name, procedure.field) in names:
                writer.refuse(record.code, Refusal.NAME_REPEATED, procedure.name)
            else:
                names.add((procedure.name, procedure.field))
                found[record.code] = procedure
    for correction in corrections:
        if correction.code not in found and (wanted is None or correction.code in wanted):
            _add_by_hand(correction, found, writer)
    kept = tuple(sorted(found.values(), key=_Order()))
    return kept, Report(len(raw), len(kept), tuple(writer.lines))


def _read(item: msgspec.Raw, writer: _Writer) -> Record | None:
    try:
        record = msgspec.json.decode(item, type=Record)
    except msgspec.ValidationError as error:
        writer.refuse("", Refusal.UNREADABLE, str(error))
        return None
    return record


def _procedure(record: Record, correction: Correction | None, writer: _Writer) -> Procedure | None:
    """Repair one record and lay its correction over it; None if refused."""
    values = correction.values() if correction is not None else {}
    code = record.code
    refusal = _refusal(record)
    if refusal is not None:
        writer.refuse(code, refusal, clean(record.name))
        return None
    name, repairs = repair_name(record.name)
    writer.repaired(code, repairs, clean(record.name))
    term, fee = _term_and_fee(record, values, writer)
    papers, taken = repair_papers([(paper.text, paper.copies, paper.kind) for paper in record.papers])
    if "papers" not in values:
        writer.lines.extend(ReportLine(code, Outcome.REPAIRED, repair, text) for repair, text in taken)
    if term is None and "term" not in values:
        writer.refuse(code, Refusal.TERM_UNKNOWN, name)
        return None
    if not papers and "papers" not in values:
        writer.refuse(code, Refusal.NO_PAPERS, name)
        return None
    field = clean(record.field)
    procedure = Procedure(
        code=code,
        name=name,
        field=field,
        group=_group(field),
        term=term or Term(1),
        fee=fee,
        papers=papers,
        result=shorten(clean(record.result or "").lstrip("-+ ").rstrip(". "), LONGEST_RESULT),
        decision=clean(record.decision or ""),
    )
    return _corrected(procedure, values, writer)


def _refusal(record: Record) -> Refusal | None:
    if _CODE.fullmatch(record.code) is None:
        return Refusal.CODE
    if "cấp xã" not in clean(record.level).lower():
        return Refusal.NOT_COMMUNE
    if clean(record.name).lower().startswith(_NOT_A_PROCEDURE):
        return Refusal.NOT_A_PROCEDURE
    return None


def _term_and_fee(record: Record, values: Mapping[str, object], writer: _Writer) -> tuple[Term | None, Fee]:
    """Take term and fee of the channel used at a counter, else of the first that says a term."""
    channels = sorted(record.channels, key=lambda channel: clean(channel.name) != _DIRECT)
    for channel in channels:
        term, repairs = repair_term(channel.term, channel.note, same_day=record.same_day)
        if term is not None:
            break
    else:
        term, repairs = None, ()
    fee, fee_repairs = repair_fee(channels[0].note if channels else "")
    if "term" not in values:
        writer.repaired(record.code, repairs, channels[0].term if channels else "")
    if "fee" not in values:
        writer.repaired(record.code, fee_repairs, channels[0].note if channels else "")
    return term, fee


def _corrected(procedure: Procedure, values: Mapping[str, object], writer: _Writer) -> Procedure:
    changed = {name: value for name, value in values.items() if getattr(procedure, name) != value}
    writer.lines.extend(ReportLine(procedure.code, Outcome.CORRECTED, name) for name in changed)
    return msgspec.convert(msgspec.to_builtins(procedure) | msgspec.to_builtins(changed), Procedure)


def _add_by_hand(correction: Correction, found: dict[str, Procedure], writer: _Writer) -> None:
    """Add a procedure that is only in the corrections, if it is whole."""
    try:
        found[correction.code] = msgspec.convert(msgspec.to_builtins(correction.values()), Procedure)
    except msgspec.ValidationError as error:
        writer.refuse(correction.code, Refusal.INCOMPLETE_BY_HAND, str(error))
    else:
        writer.lines.append(ReportLine(correction.code, Outcome.CORRECTED, "added"))


def _group(field: str) -> str:
    plain = field.lower()
    return next((group for group, words in _GROUP_WORDS if any(word in plain for word in words)), _OTHER_GROUP)


class _Order:
    """Sorts by group as the kiosk shows them, the often asked first, then by code."""

    def __init__(self) -> None:
        self._places = {group.id: place for place, group in enumerate(load_groups())}

    def __call__(self, procedure: Procedure) -> tuple[int, bool, str]:
        return self._places.get(procedure.group, len(self._places)), not procedure.popular, procedure.code


def load_corrections(path: Path | None = None) -> tuple[Correction, ...]:
    """Return the reviewed corrections, by default those shipped. Raises OSError, msgspec.DecodeError."""
    text = path.read_bytes() if path else (files("resources") / "catalogue" / "corrections.json").read_bytes()
    return msgspec.json.decode(text, type=tuple[Correction, ...])


def encode_catalogue(procedures: Sequence[Procedure]) -> bytes:
    """Return the file of a catalogue: readable, and the same bytes for the same procedures."""
    return msgspec.json.format(msgspec.json.encode(procedures), indent=1) + b"\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Import from the command line; prints the report, returns 1 if a file cannot be read."""
    parser = argparse.ArgumentParser(prog="counter_app.services.catalogue_import", description="Import a catalogue.")
    parser.add_argument("source", type=Path, help="the crawl, a JSON list")
    parser.add_argument("out", type=Path, help="the catalogue to write")
    parser.add_argument("--corrections", type=Path, help="reviewed corrections (default: those shipped)")
    parser.add_argument(
        "--codes", default="", help='"all", or a file with one code a line (default: the corrected ones)'
    )
    options = parser.parse_args(arguments)
    try:
        corrections = load_corrections(options.corrections)
        wanted = _wanted(options.codes, corrections)
        procedures, report = import_catalogue(options.source.read_bytes(), corrections, wanted)
        options.out.write_bytes(encode_catalogue(procedures))
    except (OSError, msgspec.DecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    _print(report)
    return 0


def _wanted(codes: str, corrections: Sequence[Correction]) -> frozenset[str] | None:
    if codes == "all":
        return None
    if codes:
        return frozenset(Path(codes).read_text(encoding="utf-8").split())
    return frozenset(correction.code for correction in corrections)


def _print(report: Report) -> None:
    for line in report.lines:
        if line.reason != Refusal.NOT_ASKED_FOR:
            sys.stdout.write(f"{line.code or '-'} {line.outcome} {line.reason} {line.text[:100]}".rstrip() + "\n")
    for (outcome, reason), count in sorted(report.counts.items()):
        sys.stdout.write(f"{count:6} {outcome} {reason}\n")
    sys.stdout.write(f"read {report.read}, kept {report.kept}\n")


if __name__ == "__main__":
    sys.exit(main())
