"""Repairs of the texts of a crawled catalogue: names, terms, fees; :mod:`catalogue_papers` has the checklists.

The national portal's pages lose units and write "free of charge" before a fee that another authority sets. Each
function returns the repaired value and the repairs it took; what the page does not say stays unset, never guessed.
"""

import re
import unicodedata
from enum import StrEnum

from counter_app.domain.procedures import Fee, FeeStep, FeeUnit, Term, TermUnit

LONGEST_NAME = 160
LONGEST_READ = 2_000
"""Letters of a text that are looked at: patterns take the square of that in time, and a paragraph has fewer."""
SAME_DAY_HOUR = 15  # what comes in later is returned on the next working day


class Repair(StrEnum):
    """What was put right, or why a line was left out."""

    NAME_PREFIX = "name-prefix"
    NAME_CASE = "name-case"
    NAME_SHORTENED = "name-shortened"
    NAME_REPEATED = "name-repeated"
    TERM_UNSET = "term-unset"
    TERM_BY_CASE = "term-by-case"
    TERM_UNIT_ASSUMED = "term-unit-assumed"
    TERM_FROM_NOTE = "term-from-note"
    FEE_BY_PROVINCE = "fee-by-province"
    FEE_BY_LAW = "fee-by-law"
    FEE_THOUSANDS = "fee-thousands"
    FEE_UNKNOWN = "fee-unknown"
    NO_PAPERS = "no-papers"
    COPIES = "copies"
    PAPER_SHORTENED = "paper-shortened"
    PAPER_CONDITION = "paper-condition"
    PAPER_CHOICE = "paper-choice"
    PAPER_NAMED = "paper-named"
    PAPER_NOISE = "paper-noise"
    NOT_A_PAPER = "not-a-paper"
    ONLINE_ONLY = "online-only"
    PAPER_REPEATED = "paper-repeated"


_PREFIX = re.compile(r"^thủ tục(?: hành chính)?[\s:]+", re.IGNORECASE)
_NAME_TAIL = re.compile(r"\s*\((?:thực hiện tại cấp xã|cấp xã|\d\.\d{6})\)\s*$", re.IGNORECASE)
_TERM = re.compile(r"^(\d{1,3}) (ngày làm việc|ngày|giờ)$", re.IGNORECASE)
_TERM_WITHOUT_UNIT = re.compile(r"^(\d{1,3}) \((?:nguồn không ghi đơn vị|\?)\)$")
_TERM_IN_NOTE = re.compile(r"(\d{1,3}) (ngày làm việc|ngày)")
_UNITS = {"ngày làm việc": TermUnit.WORKING_DAY, "ngày": TermUnit.CALENDAR_DAY, "giờ": TermUnit.HOUR}
_FEE = re.compile(r"^(\d[\d.,]*)\s*(?:vnđ|việt nam đồng|đồng|đ)\b", re.IGNORECASE)
_FEE_UNITS = (
    (re.compile(r"/\s*trang"), FeeUnit.PAGE),
    (re.compile(r"/\s*(?:bản|văn bản xác nhận)"), FeeUnit.COPY),
    (re.compile(r"/\s*(?:trường hợp|giao dịch|di chúc|văn bản|việc|người)"), FeeUnit.CASE),
)
_AMOUNT = r"(\d{1,3}(?:[.,]\d{3})+)\s*(?:đồng|đ)"
_FEE_STEP = re.compile(r"từ trang thứ (\d+|hai|ba|tư|năm) (?:trở lên )?(?:thu |là )?" + _AMOUNT, re.IGNORECASE)
_FEE_CAP = re.compile(r"(?:tối đa (?:thu )?)?không quá " + _AMOUNT, re.IGNORECASE)
_FEE_BRACKET = re.compile(_AMOUNT, re.IGNORECASE)
_FEE_LAW = re.compile(
    r"\(\W*(?:lệ phí\W*)?(?:theo quy định của (luật phí)|.{0,120}?(thông tư(?: số)? [^\s,;()]+)|theo quy định)", re.I
)
_NO_FEE = re.compile(r"miễn phí\W*(?:không|miễn|$)", re.IGNORECASE)
_ORDINALS = {"hai": 2, "ba": 3, "tư": 4, "năm": 5}
_SMALLEST = 1000  # no fee is smaller: the page has lost the thousands
_BY_PROVINCE = "Mức thu theo nghị quyết của Hội đồng nhân dân tỉnh"
_BY_FEE_LAW = "Mức thu theo pháp luật về phí và lệ phí"
FEE_NOT_KNOWN = "Chưa rõ mức thu"


def clean(text: str) -> str:
    """Compose letters of what is read of a text, drop invisible signs (left-to-right marks), collapse spaces."""
    composed = unicodedata.normalize("NFC", text[:LONGEST_READ])
    return " ".join("".join(char for char in composed if unicodedata.category(char) != "Cf").split())


def repair_name(text: str) -> tuple[str, tuple[Repair, ...]]:
    """Return a procedure's name: no leading "Thủ tục", a capital first, not shouted, within LONGEST_NAME."""
    repairs: list[Repair] = []
    name = clean(text).rstrip(".; ")
    bare = _NAME_TAIL.sub("", _PREFIX.sub("", name))
    if bare != name:
        repairs.append(Repair.NAME_PREFIX)
    cased = capital(bare.lower() if bare.isupper() else bare)
    if cased != bare:
        repairs.append(Repair.NAME_CASE)
    short = shorten(cased, LONGEST_NAME)
    if short != cased:
        repairs.append(Repair.NAME_SHORTENED)
    return short, tuple(repairs)


def repair_term(text: str, note: str, *, same_day: bool) -> tuple[Term | None, tuple[Repair, ...]]:
    """Return the processing time of one channel, None if the source does not say.

    A number without a unit is working days: the portal loses the unit of civil status, where "1" is "on the day".
    A note that names several times tells of steps or cases: it is no term. ``same_day`` is the source's mark for
    results returned on the day if received before 15:00.
    """
    until = SAME_DAY_HOUR if same_day else None
    plain = clean(text)
    if (found := _TERM.match(plain)) is not None and int(found[1]) > 0:
        unit = _UNITS[found[2].lower()]
        on_the_day = unit is TermUnit.WORKING_DAY and found[1] == "1"
        return Term(int(found[1]), unit, until if on_the_day else None), ()
    if (found := _TERM_WITHOUT_UNIT.match(plain)) is not None and int(found[1]) > 0:
        amount = int(found[1])
        return Term(amount, same_day_until=until if amount == 1 else None), (Repair.TERM_UNIT_ASSUMED,)
    told = set(_TERM_IN_NOTE.findall(clean(note).lower()))
    if len(told) == 1 and int((only := told.pop())[0]) > 0:
        return Term(int(only[0]), _UNITS[only[1]]), (Repair.TERM_FROM_NOTE,)
    return None, ()


def repair_fee(note: str) -> tuple[Fee, tuple[Repair, ...]]:
    """Return the fee at the head of a channel's note, in whole đồng.

    Dollars are of embassies and count as unknown; "free" beside a law that sets the fee is not free.
    """
    plain = clean(note)
    by_province = "hội đồng nhân dân" in plain.lower()
    if (found := _FEE.match(plain)) is not None:
        by_province_only = Fee(note=_BY_PROVINCE), (Repair.FEE_BY_PROVINCE,)
        return by_province_only if by_province else _amount(found[1], plain[found.end() :])
    if not plain.startswith("Miễn phí"):
        return Fee(note=FEE_NOT_KNOWN), (Repair.FEE_UNKNOWN,)
    if by_province and _NO_FEE.match(plain) is None:
        return Fee(note=_BY_PROVINCE), (Repair.FEE_BY_PROVINCE,)
    if (law := _FEE_LAW.match(plain.removeprefix("Miễn phí"))) is not None and _NO_FEE.match(plain) is None:
        return Fee(note=f"Mức thu theo {capital(law[2])}" if law[2] else _BY_FEE_LAW), (Repair.FEE_BY_LAW,)
    return Fee(), ()


def _amount(digits: str, after: str) -> tuple[Fee, tuple[Repair, ...]]:
    """The fee of an amount and the words after it; an amount too small has lost its thousands."""
    repairs: tuple[Repair, ...] = ()
    amount = _dong(digits)
    if 0 < amount < _SMALLEST:
        told = _FEE_BRACKET.search(after)
        if told is None or _dong(told[1]) != amount * 1000:
            return Fee(note=FEE_NOT_KNOWN), (Repair.FEE_UNKNOWN,)
        amount, repairs = amount * 1000, (Repair.FEE_THOUSANDS,)
    unit = next((unit for sign, unit in _FEE_UNITS if sign.search(after.lower()[:60])), FeeUnit.DOSSIER)
    if unit is not FeeUnit.PAGE:
        return Fee(amount, unit), repairs
    steps = tuple(FeeStep(_ordinal(first), _dong(each)) for first, each in _FEE_STEP.findall(after)[:1])
    cap = _FEE_CAP.search(after)
    return Fee(amount, unit, steps=steps, cap=_dong(cap[1]) if cap else 0), repairs


def _dong(digits: str) -> int:
    return int(re.sub(r"[.,]", "", digits))


def _ordinal(word: str) -> int:
    return _ORDINALS[word.lower()] if word.lower() in _ORDINALS else int(word)


def shorten(text: str, longest: int) -> str:
    """Cut at the last sentence, clause or word end that fits; an ellipsis tells of a cut inside a clause."""
    if len(text) <= longest:
        return text
    for mark in (". ", "; ", " ("):
        at = text.rfind(mark, 0, longest)
        if at >= longest // 4 and text[:at].count("(") <= text[:at].count(")"):
            return text[:at].rstrip(" ,;.")
    at = text.rfind(" ", 0, longest)
    short = text[: at if at > 0 else longest - 1]
    if short.count("(") > short.count(")") and (opened := short.rfind("(")) > 0:
        short = short[:opened]
    return short.rstrip(" ,;.(") + "…"


def capital(text: str) -> str:
    """Return ``text`` with its first letter large."""
    return text[:1].upper() + text[1:]
