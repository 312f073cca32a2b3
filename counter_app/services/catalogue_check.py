"""What a procedure must be to stand in the catalogue; what is wrong is told by field."""

import re
import unicodedata
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.procedures import Channel, Fee, FeeUnit, PaperForm, Procedure, Term, TermUnit
from counter_app.domain.text import fold
from counter_app.errors import Code, CounterError

LONGEST_NAME = 400
LONGEST_TEXT = 200
LONGEST_OFFICIAL = 2000
MOST_PAPERS = 80
MOST_ALIASES = 40
LONGEST_TERM = {TermUnit.WORKING_DAY: 400, TermUnit.CALENDAR_DAY: 800, TermUnit.HOUR: 2000, TermUnit.UNSET: 0}
DEAREST = 1_000_000_000
_CODE = re.compile(r"\d\.\d{6}")
_MARKUP = re.compile(r"<[^>]*>|&(?:[a-z]+|#\d+);", re.IGNORECASE)


class Detail(StrEnum):
    """What is wrong with a field."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    MARKUP = "markup"
    CONTROL = "control"
    SHAPE = "shape"
    RANGE = "range"
    REPEATED = "repeated"
    UNKNOWN = "unknown"
    ORDER = "out-of-order"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong: the field (``papers.2.name``) and what."""

    field: str
    detail: Detail


def flaws(procedure: Procedure, groups: Set[str]) -> tuple[Flaw, ...]:
    """Everything wrong with ``procedure``, in the order of the form; ``groups`` are the kiosk's."""
    return tuple(_flaws(procedure, groups))


def check(procedure: Procedure, groups: Set[str]) -> None:
    """Raise PROCEDURE_INVALID (code, field, detail) for the first thing wrong."""
    for flaw in flaws(procedure, groups):
        first, *inside = flaw.field.split(".")
        place = (f"procedure.{first}", *inside[:1]) if first == "papers" else f"procedure.{first}"
        raise CounterError(Code.PROCEDURE_INVALID, procedure=procedure.code, field=place, detail=flaw.detail.value)


def _flaws(one: Procedure, groups: Set[str]) -> Iterator[Flaw]:
    if _CODE.fullmatch(one.code) is None:
        yield Flaw("code", Detail.SHAPE)
    yield from _text("name", one.name, LONGEST_NAME)
    yield from _text("field", one.field, LONGEST_TEXT)
    if one.group not in groups:
        yield Flaw("group", Detail.UNKNOWN)
    yield from _aliases(one.aliases)
    yield from _term("term", one.term)
    yield from _repeated("terms", [term.channel for term in one.terms])
    for each in one.terms:
        yield from _term("terms", each.term)
    yield from _fee(one.fee)
    yield from _papers(one)
    yield from _steps(one)
    yield from _rest(one)


def _rest(one: Procedure) -> Iterator[Flaw]:
    yield from _text("result", one.result, LONGEST_TEXT, empty=True)
    yield from _text("decision", one.decision, LONGEST_TEXT, empty=True)
    yield from _text("official", one.official, LONGEST_OFFICIAL, empty=True)
    if one.valid_from is not None and one.valid_to is not None and one.valid_to < one.valid_from:
        yield Flaw("valid_to", Detail.ORDER)
    for name, day in (("valid_from", one.valid_from), ("valid_to", one.valid_to)):
        if day is not None and not date(1990, 1, 1) <= day <= date(2100, 12, 31):
            yield Flaw(name, Detail.RANGE)
    if len(one.result_codes) > MOST_PAPERS:
        yield Flaw("result_codes", Detail.TOO_MANY)
    for code in one.result_codes:
        yield from _text("result_codes", code, LONGEST_TEXT)


def _text(field: str, text: str, longest: int, *, empty: bool = False) -> Iterator[Flaw]:
    if len(text) > longest:
        yield Flaw(field, Detail.TOO_LONG)
        return
    if not text.strip() and not empty:
        yield Flaw(field, Detail.EMPTY)
    elif _MARKUP.search(text):
        yield Flaw(field, Detail.MARKUP)
    elif any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") for char in text):
        yield Flaw(field, Detail.CONTROL)


def _aliases(aliases: tuple[str, ...]) -> Iterator[Flaw]:
    if len(aliases) > MOST_ALIASES:
        yield Flaw("aliases", Detail.TOO_MANY)
        return
    for alias in aliases:
        yield from _text("aliases", alias, LONGEST_TEXT)
    yield from _repeated("aliases", [alias.lower() for alias in aliases])


def _term(field: str, term: Term) -> Iterator[Flaw]:
    least = 0 if term.unit is TermUnit.UNSET else 1
    if not least <= term.amount <= LONGEST_TERM[term.unit]:
        yield Flaw(field, Detail.RANGE)
    if term.same_day_until is not None and not 1 <= term.same_day_until <= 23:
        yield Flaw("same_day", Detail.RANGE)


def _fee(fee: Fee) -> Iterator[Flaw]:
    amounts = [fee.amount, fee.cap, fee.online or 0, *(step.amount for step in fee.steps)]
    if not all(0 <= amount <= DEAREST for amount in amounts):
        yield Flaw("fee", Detail.RANGE)
    firsts = [step.first for step in fee.steps]
    if firsts and (fee.unit is not FeeUnit.PAGE or min(firsts) < 2 or firsts != sorted(set(firsts))):
        yield Flaw("fee.steps", Detail.ORDER)
    yield from _text("fee.note", fee.note, LONGEST_TEXT, empty=True)


def _papers(one: Procedure) -> Iterator[Flaw]:
    if len(one.papers) > MOST_PAPERS:
        yield Flaw("papers", Detail.TOO_MANY)
        return
    for place, paper in enumerate(one.papers, start=1):
        yield from _text(f"papers.{place}.name", paper.name, LONGEST_NAME)
        yield from _text(f"papers.{place}.condition", paper.condition, LONGEST_TEXT, empty=True)
        yield from _text(f"papers.{place}.choice", paper.choice, LONGEST_TEXT, empty=True)
        if not 1 <= paper.copies <= 99 or not all(1 <= count.copies <= 99 for count in paper.also):
            yield Flaw(f"papers.{place}.copies", Detail.RANGE)
        forms: list[PaperForm] = [paper.form, *(count.form for count in paper.also)]
        yield from _repeated(f"papers.{place}.form", forms)
    yield from _repeated("papers", [fold(paper.name) for paper in one.papers])
    choices = [paper.choice for paper in one.papers if paper.choice]
    if any(choices.count(choice) == 1 for choice in choices):
        yield Flaw("papers", Detail.ALONE)


def _steps(one: Procedure) -> Iterator[Flaw]:
    for step in one.steps:
        yield from _text("steps", step.name, LONGEST_TEXT)
        yield from _text("steps", step.department, LONGEST_TEXT, empty=True)
        if not 0 <= step.hours <= LONGEST_TERM[TermUnit.HOUR]:
            yield Flaw("steps", Detail.RANGE)


def _repeated(field: str, values: list[str] | list[Channel] | list[PaperForm]) -> Iterator[Flaw]:
    if len(set(values)) != len(values):
        yield Flaw(field, Detail.REPEATED)
