"""Forms 02 to 06 from a dossier and its time line (Circular 03/2025/TT-VPCP, appendix I)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from counter_app.clocks import VIETNAM
from counter_app.documents.form_records import (
    NUMBER_SIGNS,
    ApologyForm,
    ControlForm,
    ControlRow,
    FeeLine,
    FeeReceipt,
    Outcome,
    RefusalForm,
    StopForm,
    SupplementForm,
)
from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.dossiers import Dossier, Hand
from counter_app.domain.facts import Recorded
from counter_app.domain.money import dong
from counter_app.domain.places import Office
from counter_app.services import form_parts
from counter_app.services.dossier_words import PAYMENTS
from counter_app.services.office_words import centre_of, committee_of

_PHONE = re.compile(r"^(?P<name>.*?)[\s,;:(–-]*(?P<phone>\+?\d[\d .]{7,})\)?$")
ACTS: Mapping[FormKind, type] = {
    FormKind.SUPPLEMENT: facts.SupplementRequested,
    FormKind.REFUSAL: facts.DossierRefused,
    FormKind.APOLOGY: facts.TermExtended,
    FormKind.STOP: facts.DossierStopped,
}
"""The act that each form puts on paper."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the forms of one office need besides the dossier: officers' names by id, and who signs for the office."""

    office: Office
    names: Mapping[str, str]
    signer: str

    def name(self, officer: str) -> str:
        """An officer's name; the id itself where the station does not know it."""
        return self.names.get(officer, officer)


def supplement(dossier: Dossier, asked: facts.SupplementRequested, at: datetime, setting: Setting) -> SupplementForm:
    """Form 02."""
    officer = setting.name(asked.officer)
    contact = _PHONE.match(asked.contact)
    return SupplementForm(
        issuer=form_parts.issuer(setting.office),
        number=_number(dossier, FormKind.SUPPLEMENT),
        made=at.astimezone(VIETNAM),
        applicant=form_parts.person(dossier.applicant),
        procedure=_content(dossier),
        items=asked.items,
        reason=asked.reason,
        contact=(contact["name"] if contact else asked.contact) or officer,
        contact_phone=contact["phone"].strip() if contact else "",
        officer=officer,
        code=dossier.code,
        until=asked.until,
        edition=form_parts.edition_of(dossier.received_at),
    )


def refusal(dossier: Dossier, refused: facts.DossierRefused, at: datetime, setting: Setting) -> RefusalForm:
    """Form 03."""
    return RefusalForm(
        issuer=form_parts.issuer(setting.office),
        number=_number(dossier, FormKind.REFUSAL),
        made=at.astimezone(VIETNAM),
        applicant=form_parts.person(dossier.applicant),
        procedure=_content(dossier),
        reasons=refused.reasons,
        officer=setting.name(refused.officer),
        code=dossier.code,
        submitter=form_parts.submitter(dossier),
        edition=form_parts.edition_of(dossier.received_at),
    )


def apology(
    dossier: Dossier, extended: facts.TermExtended, at: datetime, due: datetime, setting: Setting
) -> ApologyForm:
    """Form 04; ``due`` is the appointment that is not kept."""
    return ApologyForm(
        issuer=form_parts.issuer(setting.office),
        number=_number(dossier, FormKind.APOLOGY),
        made=at.astimezone(VIETNAM),
        applicant=form_parts.person(dossier.applicant),
        procedure=dossier.procedure_name,
        code=dossier.code,
        agency=form_parts.agency(dossier, setting.office),
        received=dossier.received_at.astimezone(VIETNAM),
        due=due.astimezone(VIETNAM),
        reason=extended.reason,
        new_due=extended.due.astimezone(VIETNAM),
        signer=setting.signer,
        edition=form_parts.edition_of(dossier.received_at),
    )


def stop(
    dossier: Dossier, stopped: facts.DossierStopped, at: datetime, asked: datetime | None, setting: Setting
) -> StopForm:
    """Form 05; ``asked`` is when the applicant asked for it, None if nobody did."""
    centre = centre_of(setting.office)
    paid = dossier.fee + dossier.paid
    fee = f"Phí, lệ phí đã nộp ({dong(paid)}) được giải quyết theo pháp luật về phí và lệ phí."
    return StopForm(
        issuer=form_parts.issuer(setting.office),
        number=_number(dossier, FormKind.STOP),
        made=at.astimezone(VIETNAM),
        applicant=form_parts.person(dossier.applicant),
        procedure=dossier.procedure_name,
        code=dossier.code,
        received=dossier.received_at.astimezone(VIETNAM),
        requested=asked.astimezone(VIETNAM).date() if asked else None,
        reason=stopped.reason,
        stopped=at.astimezone(VIETNAM),
        papers_back=f"Ông (Bà)/Tổ chức nhận lại giấy tờ đã nộp tại {centre}, khi đến mang theo Giấy tiếp nhận hồ sơ.",
        fee_note=fee if paid else "Hồ sơ này không thu phí, lệ phí.",
        signer=setting.signer,
    )


def control(dossier: Dossier, due: datetime, made: datetime, returned_by: str, setting: Setting) -> ControlForm:
    """Form 06: who had the dossier, from the citizen's hand at the counter to the result in it."""
    return ControlForm(
        issuer=form_parts.issuer(setting.office),
        number=_number(dossier, FormKind.CONTROL),
        made=made.astimezone(VIETNAM),
        code=dossier.code,
        agency=form_parts.agency(dossier, setting.office),
        cooperating="",
        received=dossier.received_at.astimezone(VIETNAM),
        due=due.astimezone(VIETNAM),
        rows=tuple(_control_rows(dossier, returned_by, setting)),
        edition=form_parts.edition_of(dossier.received_at),
    )


def fee_receipt(dossier: Dossier, paid: "Paid", setting: Setting) -> FeeReceipt:
    """The receipt of one payment; what belongs to the receipt book stays open."""
    return FeeReceipt(
        collector=committee_of(setting.office),
        address="",
        tax_code="",
        pattern="",
        series="",
        number=paid.number,
        place=setting.office.place,
        paid=paid.at.astimezone(VIETNAM),
        payer=form_parts.person(dossier.applicant),
        lines=(FeeLine(paid.what, paid.amount),),
        method=PAYMENTS[paid.method],
        cashier=setting.name(paid.officer),
        code=dossier.code,
    )


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment: at reception, or an obligation met later; ``amount`` in đồng, ``number`` of the receipt if known."""

    what: str
    amount: int
    at: datetime
    method: facts.PaymentMethod
    officer: str
    number: str = ""


def payments(dossier: Dossier, history: Sequence[Recorded]) -> tuple[Paid, ...]:
    """What was paid, in order; nothing for a free procedure."""
    return tuple(paid for paid in _paid(dossier, history) if paid.amount > 0)


def due_before(history: Sequence[Recorded], until: Recorded) -> datetime | None:
    """The appointment that held when ``until`` was recorded."""
    due = None
    for entry in history:
        if entry is until:
            break
        match entry.fact:
            case facts.DossierReceived() | facts.SupplementReceived() | facts.PaymentMade() | facts.TermExtended():
                due = entry.fact.due
    return due


def _paid(dossier: Dossier, history: Sequence[Recorded]) -> Iterator[Paid]:
    reason = ""
    for entry in history:
        match entry.fact:
            case facts.DossierReceived() as fact:
                yield Paid(dossier.procedure_name, fact.fee, entry.at, fact.payment, fact.officer)
            case facts.PaymentRequested() as fact:
                reason = fact.reason
            case facts.PaymentMade() as fact:
                yield Paid(reason, fact.amount, entry.at, fact.method, fact.officer, fact.receipt)


def _control_rows(dossier: Dossier, returned_by: str, setting: Setting) -> Iterator[ControlRow]:
    """Each row is one giving and taking; its outcome is the taker's word on the step that ended with it."""
    received = dossier.received_at.astimezone(VIETNAM)
    taker = setting.name(dossier.officer)
    centre = centre_of(setting.office)
    yield ControlRow(centre, form_parts.submitter(dossier), received, taker, received, giver_unit="Người nộp hồ sơ")
    for before, hand in pairwise((None, *dossier.hands)):
        if hand is not None:
            yield _hand_row(dossier, before, hand, setting)
    if dossier.returned_at is None:
        return
    ended = dossier.done_at or dossier.returned_at
    returned = dossier.returned_at.astimezone(VIETNAM)
    finished = ended.astimezone(VIETNAM)
    note = f"Xong {finished:%d/%m}" if finished.date() != returned.date() else ""
    giver = setting.name(returned_by)
    outcome = _outcome(ended, dossier.due)
    taker = dossier.returned_to
    yield ControlRow("Người nhận kết quả", giver, returned, taker, returned, outcome, note, giver_unit=centre)


def _hand_row(dossier: Dossier, before: Hand | None, hand: Hand, setting: Setting) -> ControlRow:
    taken = hand.taken_at.astimezone(VIETNAM) if hand.taken_at else None
    limit = before.due if before else None
    return ControlRow(
        unit=hand.department or centre_of(setting.office),
        giver=setting.name(hand.giver),
        given=hand.given_at.astimezone(VIETNAM),
        taker=setting.name(hand.taker),
        taken=taken,
        # A step without a time of its own is on time as long as the whole is.
        outcome=_outcome(hand.given_at, limit) if limit else _within(hand.given_at, dossier.due),
        note=hand.note,
        giver_unit=(before.department if before else "") or centre_of(setting.office),
    )


def _outcome(ended: datetime, due: datetime | None) -> Outcome:
    if due is None:
        return Outcome.OPEN
    if ended > due:
        return Outcome.LATE
    early = ended.astimezone(VIETNAM).date() < due.astimezone(VIETNAM).date()
    return Outcome.EARLY if early else Outcome.ON_TIME


def _within(ended: datetime, due: datetime | None) -> Outcome:
    return Outcome.LATE if due is not None and ended > due else Outcome.ON_TIME


def _content(dossier: Dossier) -> str:
    return dossier.content or dossier.procedure_name


def _number(dossier: Dossier, kind: FormKind) -> str:
    return form_parts.running_number(dossier.code, NUMBER_SIGNS[kind.value])
