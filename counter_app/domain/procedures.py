"""The catalogue of procedures: what a dossier must contain, cost and take."""

from dataclasses import dataclass
from enum import StrEnum


class PaperForm(StrEnum):
    """In which form a component document is handed over (form 01's columns; Circular 03/2025/TT-VPCP)."""

    ORIGINAL = "original"
    CERTIFIED = "certified"
    COPY = "copy"
    ELECTRONIC = "electronic"
    PRESENTED = "presented"  # shown only: not to be copied (Circular 01/2023/TT-VPCP, art. 8)


class TermUnit(StrEnum):
    """Units of a processing time."""

    WORKING_DAY = "working-day"
    CALENDAR_DAY = "calendar-day"
    HOUR = "hour"


class FeeUnit(StrEnum):
    """What a fee is counted by."""

    DOSSIER = "dossier"
    PAGE = "page"
    COPY = "copy"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Term:
    """How long the law gives; after the hour ``same_day_until`` a same-day result moves to the next working day."""

    amount: int
    unit: TermUnit = TermUnit.WORKING_DAY
    same_day_until: int | None = None


@dataclass(frozen=True, slots=True)
class Fee:
    """Whole đồng; 0 is free of charge."""

    amount: int = 0
    unit: FeeUnit = FeeUnit.DOSSIER
    note: str = ""


@dataclass(frozen=True, slots=True)
class ComponentDocument:
    """One required paper; ``condition`` says when it is needed if not always."""

    name: str
    form: PaperForm = PaperForm.ORIGINAL
    copies: int = 1
    required: bool = True
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure of the national catalogue; ``group`` is the kiosk's service group."""

    code: str
    name: str
    field: str
    group: str
    term: Term
    fee: Fee
    papers: tuple[ComponentDocument, ...]
    aliases: tuple[str, ...] = ()
    result: str = ""
    decision: str = ""
    popular: bool = False


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """One tile of the kiosk: ``prefix`` is the letter of its numbers, ``icon`` a file of resources/icons."""

    id: str
    prefix: str
    name: str
    name_en: str
    short_name: str
    short_name_en: str
    icon: str
    minutes: int = 10  # planned length of one service
