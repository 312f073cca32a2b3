"""The dossier: from the receipt to the result handed over."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from counter_app.domain import facts
from counter_app.domain.facts import Applicant, PaymentMethod, ReceivedPaper, Recorded


class DossierState(IntEnum):
    """National state numbers (national public service portal)."""

    RECEIVED = 2
    RETURNED = 10


@dataclass(frozen=True, slots=True)
class Page:
    """A scanned page of the paper at index ``paper``: the blob's SHA-256 and its size in bytes."""

    paper: int
    page: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """The case file of one application; times in UTC, fee in đồng."""

    id: str
    code: str
    office: str
    desk: int
    officer: str
    ticket: str
    procedure: str
    procedure_name: str
    field: str
    applicant: Applicant
    papers: tuple[ReceivedPaper, ...]
    fee: int
    payment: PaymentMethod
    received_at: datetime
    due: datetime
    term: str
    state: DossierState
    result: str = ""
    pages: tuple[Page, ...] = ()
    receipt: str = ""
    returned_at: datetime | None = None
    returned_to: str = ""


def step(dossier: Dossier | None, entry: Recorded) -> Dossier | str:
    """Take a dossier one entry further."""
    fact = entry.fact
    if isinstance(fact, facts.DossierReceived):
        return _receive(entry, fact) if dossier is None else "received twice"
    if dossier is None:
        return "before the dossier was received"
    match fact:
        case facts.PageScanned():
            page = Page(fact.paper, fact.page, fact.sha256, fact.size)
            return replace(dossier, pages=(*dossier.pages, page))
        case facts.ReceiptPrinted():
            return replace(dossier, receipt=fact.sha256)
        case facts.DossierReturned():
            if dossier.state is DossierState.RETURNED:
                return "returned twice"
            return replace(dossier, state=DossierState.RETURNED, returned_at=entry.at, returned_to=fact.taker)
        case _:
            return "not an entry of a dossier"


def _receive(entry: Recorded, fact: facts.DossierReceived) -> Dossier:
    return Dossier(
        id=entry.stream.partition("/")[2],
        code=fact.code,
        office=fact.office,
        desk=fact.desk,
        officer=fact.officer,
        ticket=fact.ticket,
        procedure=fact.procedure,
        procedure_name=fact.procedure_name,
        field=fact.field,
        applicant=fact.applicant,
        papers=fact.papers,
        fee=fact.fee,
        payment=fact.payment,
        received_at=entry.at,
        due=fact.due,
        term=fact.term,
        result=fact.result,
        state=DossierState.RECEIVED,
    )
