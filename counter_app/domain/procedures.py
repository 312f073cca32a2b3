"""The catalogue of procedures: what a dossier must contain, cost and take."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Channel(StrEnum):
    """How a dossier came in (Decree 118/2025/NĐ-CP art. 15); the national exchange numbers them 1, 2, 3."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    POSTAL = "postal"


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
    UNSET = "unset"  # the catalogue knows no term: the officer types the appointment


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
class ChannelTerm:
    """A term that holds for one channel only."""

    channel: Channel
    term: Term


@dataclass(frozen=True, slots=True)
class FeeStep:
    """From the ``first``-th page (1-based) of a copy on, a page costs ``amount`` đồng."""

    first: int
    amount: int


@dataclass(frozen=True, slots=True)
class Fee:
    """Whole đồng for each ``unit``; 0 is free of charge.

    ``steps`` change the price of later pages, ``cap`` is the most for one copy (0: none), ``online`` the price online.
    """

    amount: int = 0
    unit: FeeUnit = FeeUnit.DOSSIER
    note: str = ""
    steps: tuple[FeeStep, ...] = ()
    cap: int = 0
    online: int | None = None


@dataclass(frozen=True, slots=True)
class PaperCount:
    """So many copies in one form."""

    form: PaperForm
    copies: int


@dataclass(frozen=True, slots=True)
class ComponentDocument:
    """One paper of the checklist.

    ``condition`` says when it is needed if not always; papers with the same ``choice`` are alternatives: one is enough.
    ``form`` and ``copies`` are the main count, ``also`` what is needed beside it (one original and two photocopies).
    """

    name: str
    form: PaperForm = PaperForm.ORIGINAL
    copies: int = 1
    required: bool = True
    condition: str = ""
    choice: str = ""
    also: tuple[PaperCount, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkStep:
    """One step of the office's own process: who works, and for how many working hours (8 are a day)."""

    name: str
    department: str
    hours: int


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of a procedure of the national catalogue; ``group`` is the kiosk's service group.

    It holds from ``valid_from`` to ``valid_to`` (both included; None: open); ``retired`` is no longer received.
    ``official`` is the published name where ``name`` had to be shortened; ``result_codes`` are the exchange's.
    """

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
    terms: tuple[ChannelTerm, ...] = ()
    steps: tuple[WorkStep, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    retired: bool = False
    official: str = ""
    result_codes: tuple[str, ...] = ()

    def term_for(self, channel: Channel) -> Term:
        """The term of what comes in by ``channel``."""
        return next((one.term for one in self.terms if one.channel is channel), self.term)

    def holds_on(self, day: date) -> bool:
        """Whether this version is the law on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """One tile of the kiosk: ``prefix`` is the letter of its numbers, ``icon`` a file of resources/icons.

    Numbers run from ``first`` to ``last`` each business day; at most ``contingent`` of them are given out (0: all).
    """

    id: str
    prefix: str
    name: str
    name_en: str
    short_name: str
    short_name_en: str
    icon: str
    minutes: int = 10  # planned length of one service
    first: int = 1
    last: int = 499
    contingent: int = 0
