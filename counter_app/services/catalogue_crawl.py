"""One record of a crawl of the national portal, made a procedure: repaired, then corrected by hand.

What the page does not say is left unset: a term is UNSET, a fee says that the source has none, papers stay empty.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import msgspec

from counter_app.domain.procedures import (
    Channel,
    ChannelTerm,
    ComponentDocument,
    Fee,
    Procedure,
    Term,
    TermUnit,
)
from counter_app.services.catalogue_papers import repair_papers
from counter_app.services.catalogue_repair import Repair, clean, repair_fee, repair_name, repair_term, shorten

LONGEST_RESULT = 120
UNSET_TERM = Term(0, TermUnit.UNSET)


class Refusal(StrEnum):
    """Why a record of the source is not in the catalogue."""

    UNREADABLE = "unreadable"
    CODE = "code"
    NOT_COMMUNE = "not-commune"
    NOT_A_PROCEDURE = "not-a-procedure"
    CODE_REPEATED = "code-repeated"
    NOT_ASKED_FOR = "not-asked-for"
    INCOMPLETE_BY_HAND = "incomplete-by-hand"


@dataclass(frozen=True, slots=True)
class Repaired:
    """One repair, and the source's text that was repaired."""

    repair: Repair
    text: str


@dataclass(frozen=True, slots=True)
class Made:
    """A record made a procedure; ``repairs`` are of what was kept, ``corrected`` the fields laid over by hand."""

    procedure: Procedure
    repairs: tuple[Repaired, ...]
    corrected: tuple[str, ...] = ()


class CrawledChannel(msgspec.Struct, frozen=True):
    """One way to apply, as the portal words it."""

    name: str = msgspec.field(name="kenh", default="")
    term: str = msgspec.field(name="thoi_han", default="")
    note: str = msgspec.field(name="phi_mo_ta", default="")


class CrawledPaper(msgspec.Struct, frozen=True):
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
    channels: tuple[CrawledChannel, ...] = msgspec.field(name="cach_thuc", default=())
    papers: tuple[CrawledPaper, ...] = msgspec.field(name="thanh_phan_ho_so", default=())
    result: str | None = msgspec.field(name="ket_qua", default=None)
    result_codes: tuple[str, ...] = msgspec.field(name="ma_ket_qua", default=())
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
    terms: tuple[ChannelTerm, ...] | msgspec.UnsetType = msgspec.UNSET

    def values(self) -> dict[str, object]:
        """Return what is set, by the names of Procedure's fields."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value is not msgspec.UNSET}


_CODE = re.compile(r"\d\.\d{6}")
_NOT_A_PROCEDURE = ("công bố danh mục", "công bố quyết định")
_CHANNELS = {
    "trực tiếp": Channel.IN_PERSON,
    "trực tuyến": Channel.ONLINE,
    "dịch vụ bưu chính": Channel.POSTAL,
}
OTHER_GROUP = "other"
_GROUP_WORDS = (
    ("civil-status", ("hộ tịch", "nuôi con nuôi")),
    ("certification", ("chứng thực",)),
    ("residence", ("cư trú", "căn cước", "định danh", "xuất nhập cảnh")),
    ("household-business", ("hộ kinh doanh", "hợp tác xã", "tổ hợp tác", "kinh tế hợp tác")),
    ("housing", ("xây dựng", "nhà ở", "quy hoạch", "hạ tầng kỹ thuật")),
    ("benefits", ("giảm nghèo", "người có công", "bảo trợ", "bhxh", "bhyt", "bảo hiểm")),
    ("land", ("đất đai", "biện pháp bảo đảm")),
)


def refusal_of(record: Record) -> Refusal | None:
    """Why a record is no procedure of a commune; None if it is one."""
    if _CODE.fullmatch(record.code) is None:
        return Refusal.CODE
    if "cấp xã" not in clean(record.level).lower():
        return Refusal.NOT_COMMUNE
    if clean(record.name).lower().startswith(_NOT_A_PROCEDURE):
        return Refusal.NOT_A_PROCEDURE
    return None


def procedure_of(record: Record, correction: Correction | None) -> Made:
    """Repair one record and lay its correction over it."""
    values = correction.values() if correction is not None else {}
    repairs: list[Repaired] = []
    whole = clean(record.name)
    name, taken = repair_name(record.name)
    repairs.extend(Repaired(repair, whole) for repair in taken)
    field = clean(record.field)
    procedure = Procedure(
        code=record.code,
        name=name,
        field=field,
        group=_group(field),
        term=UNSET_TERM,
        fee=_fee(record, values, repairs),
        papers=_papers(record, values, repairs),
        result=shorten(clean(record.result or "").lstrip("-+ ").rstrip(". "), LONGEST_RESULT),
        decision=clean(record.decision or ""),
        official=whole if Repair.NAME_SHORTENED in taken or "name" in values else "",
        result_codes=tuple(dict.fromkeys(clean(code) for code in record.result_codes if clean(code))),
    )
    return _corrected(_with_terms(procedure, record, values, repairs), values, repairs)


def whole_by_hand(correction: Correction) -> Procedure:
    """A procedure that is only in the corrections. Raises msgspec.ValidationError if it is not whole."""
    return msgspec.convert(msgspec.to_builtins(correction.values()), Procedure)


def load_corrections(path: Path | None = None) -> tuple[Correction, ...]:
    """Return the reviewed corrections, by default those shipped. Raises OSError, msgspec.DecodeError."""
    text = path.read_bytes() if path else (files("resources") / "catalogue" / "corrections.json").read_bytes()
    return msgspec.json.decode(text, type=tuple[Correction, ...])


def _with_terms(
    procedure: Procedure, record: Record, values: Mapping[str, object], repairs: list[Repaired]
) -> Procedure:
    """Add the term at the counter, and those of other channels that differ from it."""
    if "term" in values:
        return procedure
    told: dict[Channel, set[Term]] = {}
    for one in record.channels:
        term, taken = repair_term(one.term, one.note, same_day=record.same_day)
        channel = _CHANNELS.get(clean(one.name).lower())
        if term is not None and channel is not None:
            told.setdefault(channel, set()).add(term)
            repairs.extend(Repaired(repair, one.term or one.note) for repair in taken)
    terms = {channel: _only(found) for channel, found in told.items()}
    main = terms.get(Channel.IN_PERSON) or next(iter(terms.values()), UNSET_TERM)
    if any(len(found) > 1 for found in told.values()):
        repairs.append(Repaired(Repair.TERM_BY_CASE, "; ".join(dict.fromkeys(one.term for one in record.channels))))
    elif not told:
        repairs.append(Repaired(Repair.TERM_UNSET, record.channels[0].term if record.channels else ""))
    others = tuple(ChannelTerm(channel, terms[channel]) for channel in Channel if terms.get(channel, main) != main)
    return replace(procedure, term=main, terms=others)


def _only(found: set[Term]) -> Term:
    """The one term of a channel; several are of different cases, and the officer decides."""
    return next(iter(found)) if len(found) == 1 else UNSET_TERM


def _fee(record: Record, values: Mapping[str, object], repairs: list[Repaired]) -> Fee:
    """The fee at the counter, with the online price where it differs."""
    by_channel: dict[Channel, tuple[Fee, tuple[Repair, ...], str]] = {}
    for one in record.channels:
        channel = _CHANNELS.get(clean(one.name).lower())
        fee, taken = repair_fee(one.note)
        if channel is not None and (channel not in by_channel or Repair.FEE_UNKNOWN in by_channel[channel][1]):
            by_channel[channel] = (fee, taken, one.note)
    fee, taken, note = by_channel.get(Channel.IN_PERSON) or next(iter(by_channel.values()), repair_fee("") + ("",))
    if "fee" not in values:
        repairs.extend(Repaired(repair, note) for repair in taken)
    online = by_channel[Channel.ONLINE][0] if Channel.ONLINE in by_channel else fee
    if online.amount and fee.amount and online.unit is fee.unit and online.amount != fee.amount:
        return replace(fee, online=online.amount)
    return fee


def _papers(record: Record, values: Mapping[str, object], repairs: list[Repaired]) -> tuple[ComponentDocument, ...]:
    papers, taken = repair_papers([(paper.text, paper.copies, paper.kind) for paper in record.papers])
    if "papers" not in values:
        repairs.extend(Repaired(repair, text) for repair, text in taken)
        if not papers:
            repairs.append(Repaired(Repair.NO_PAPERS, clean(record.name)))
    return papers


def _corrected(procedure: Procedure, values: Mapping[str, object], repairs: list[Repaired]) -> Made:
    changed = {name: value for name, value in values.items() if getattr(procedure, name) != value}
    whole = msgspec.convert(msgspec.to_builtins(procedure) | msgspec.to_builtins(changed), Procedure)
    return Made(whole, tuple(repairs), tuple(changed))


def _group(field: str) -> str:
    plain = field.lower()
    return next((group for group, words in _GROUP_WORDS if any(word in plain for word in words)), OTHER_GROUP)
