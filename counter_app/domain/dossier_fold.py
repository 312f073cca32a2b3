"""From the entries of a dossier to the dossier: what the law forbids is refused, unless an administrator opened it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_rules import LEADS_TO, broken_rules, lacks_approval
from counter_app.domain.dossiers import AttachedFile, Dossier, DossierState, Hand, Outcome, Page, Supplement
from counter_app.domain.facts import Recorded


def step(dossier: Dossier | None, entry: Recorded) -> Dossier | str:
    """Take a dossier one entry further."""
    fact = entry.fact
    if isinstance(fact, facts.DossierRegistered):
        return _registered(entry, fact) if dossier is None else "registered twice"
    if isinstance(fact, facts.DossierReceived):
        return _receive(dossier, entry, fact)
    if dossier is None:
        return "before the dossier was received"
    if isinstance(fact, facts.DossierLookedAt):
        return dossier  # not even what an administrator opened for the next act is used up
    apply = _APPLY.get(type(fact))
    if apply is None:
        return "not an entry of a dossier"
    broken = broken_rules(dossier, type(fact), entry.at)
    closed = [rule for rule in broken if rule not in dossier.overrides]
    if closed:
        return f"{closed[0].value}: {type(fact).__name__} while {dossier.state.name.lower()}"
    if lacks_approval(dossier, type(fact)):
        return "not approved"
    if dossier.overrides and not isinstance(fact, facts.RuleOverridden):
        # For the act right after it, or for none: what another machine did meanwhile may have made it unneeded.
        dossier = replace(dossier, overrides=())
    led = LEADS_TO.get(type(fact))
    after = apply(dossier, entry, fact)
    return after if led is None else _into(after, led, entry)


def _into(dossier: Dossier, state: DossierState, entry: Recorded) -> Dossier:
    """Move to ``state``; the clock stops and goes on with it."""
    paused_at = (dossier.paused_at or entry.at) if state.paused else None
    return replace(dossier, state=state, paused_at=paused_at, ended_at=entry.at if state.ended else None)


def _registered(entry: Recorded, fact: facts.DossierRegistered) -> Dossier:
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
        received_at=entry.at,
        state=DossierState.NEW,
        channel=fact.channel,
        content=fact.content,
        co_applicants=fact.co_applicants,
        authorised=fact.authorised,
        submitted_at=fact.submitted_at,
    )


_TAKEN_OVER = (
    *("code", "office", "desk", "officer", "ticket", "procedure", "procedure_name", "field", "applicant", "papers"),
    *("fee", "payment", "due", "term", "result", "channel", "content", "copies", "co_applicants", "authorised"),
    *("authority", "authority_name", "return_way", "return_address", "other_code", "submitted_at", "steps", "version"),
)


def _receive(dossier: Dossier | None, entry: Recorded, fact: facts.DossierReceived) -> Dossier | str:
    if dossier is not None and dossier.state is not DossierState.NEW:
        return "received twice"
    said: dict[str, Any] = {name: getattr(fact, name) for name in _TAKEN_OVER}
    state, at = DossierState.RECEIVED, entry.at
    if dossier is None:
        key = entry.stream.partition("/")[2]
        return Dossier(id=key, received_at=at, state=state, first_due=fact.due, **said)
    came = tuple(one if one.came_at else replace(one, came_at=at) for one in dossier.supplements)
    return replace(dossier, received_at=at, state=state, first_due=fact.due, supplements=came, **said)


def _refuse(dossier: Dossier, entry: Recorded, fact: facts.DossierRefused) -> Dossier:
    return replace(dossier, refusal=fact.reasons)


def _ask_supplement(dossier: Dossier, entry: Recorded, fact: facts.SupplementRequested) -> Dossier:
    asked = Supplement(fact.items, fact.reason, entry.at, fact.until, due_before=dossier.due)
    dossier = replace(dossier, supplements=(*dossier.supplements, asked))
    # What is not received yet has no clock: it waits at the counter, registered.
    return dossier if dossier.state is DossierState.NEW else _into(dossier, DossierState.SUPPLEMENT, entry)


def _take_supplement(dossier: Dossier, entry: Recorded, fact: facts.SupplementReceived) -> Dossier:
    asked = tuple(one if one.came_at else replace(one, came_at=entry.at) for one in dossier.supplements)
    return replace(dossier, supplements=asked, papers=fact.papers, due=fact.due)


def _hand_over(dossier: Dossier, entry: Recorded, fact: facts.HandedOver) -> Dossier:
    hand = Hand(fact.step, fact.giver, fact.taker, fact.department, entry.at, fact.due, fact.note)
    dossier = replace(dossier, hands=(*dossier.hands, hand))
    return dossier if dossier.state is DossierState.DONE else _into(dossier, DossierState.PROCESSING, entry)


def _take_over(dossier: Dossier, entry: Recorded, fact: facts.TakenOver) -> Dossier:
    if not dossier.hands:
        return dossier
    *before, last = dossier.hands
    return replace(dossier, hands=(*before, replace(last, taker=fact.taker, taken_at=entry.at)))


def _attach(dossier: Dossier, entry: Recorded, fact: facts.FileAttached) -> Dossier:
    return replace(dossier, files=(*dossier.files, AttachedFile(fact.role, fact.name, fact.sha256, fact.size)))


def _approve(dossier: Dossier, entry: Recorded, fact: facts.ResultApproved) -> Dossier:
    return replace(dossier, approved_by=fact.officer)


def _send_back(dossier: Dossier, entry: Recorded, fact: facts.ResultSentBack) -> Dossier:
    last = dossier.hand
    back = Hand(
        step=last.step if last else 0,
        giver=fact.officer,
        taker=fact.taker,
        department=last.department if last else "",
        given_at=entry.at,
        due=last.due if last else None,
        note=fact.reason,
    )
    return replace(dossier, approved_by="", hands=(*dossier.hands, back))


def _ask_payment(dossier: Dossier, entry: Recorded, fact: facts.PaymentRequested) -> Dossier:
    return replace(dossier, to_pay=fact.amount)


def _pay(dossier: Dossier, entry: Recorded, fact: facts.PaymentMade) -> Dossier:
    return replace(dossier, to_pay=0, paid=dossier.paid + fact.amount, due=fact.due)


def _extend(dossier: Dossier, entry: Recorded, fact: facts.TermExtended) -> Dossier:
    return replace(dossier, extensions=dossier.extensions + 1, due=fact.due)


def _stop(dossier: Dossier, entry: Recorded, fact: facts.DossierStopped) -> Dossier:
    return replace(dossier, stop_reason=fact.reason)


def _ready(dossier: Dossier, entry: Recorded, fact: facts.ResultReady) -> Dossier:
    outcome = Outcome(fact.number, fact.signer, fact.issued, fact.refusal)
    return replace(dossier, outcome=outcome, done_at=entry.at)


def _return(dossier: Dossier, entry: Recorded, fact: facts.DossierReturned) -> Dossier:
    return replace(dossier, returned_at=entry.at, returned_to=fact.taker)


def _add_page(dossier: Dossier, entry: Recorded, fact: facts.PageScanned) -> Dossier:
    return replace(dossier, pages=(*dossier.pages, Page(fact.paper, fact.page, fact.sha256, fact.size)))


def _keep_receipt(dossier: Dossier, entry: Recorded, fact: facts.ReceiptPrinted) -> Dossier:
    return replace(dossier, receipt=fact.sha256)


def _keep_form(dossier: Dossier, entry: Recorded, fact: facts.FormIssued) -> Dossier:
    return replace(dossier, forms=(*dossier.forms, (fact.form, fact.sha256)))


def _open_rule(dossier: Dossier, entry: Recorded, fact: facts.RuleOverridden) -> Dossier:
    return replace(dossier, overrides=(*dossier.overrides, fact.rule))


def _unchanged(dossier: Dossier, entry: Recorded, fact: object) -> Dossier:
    """Told in the time line only."""
    return dossier


_APPLY: Mapping[type, Callable[[Dossier, Recorded, Any], Dossier]] = {
    facts.DossierRefused: _refuse,
    facts.SupplementRequested: _ask_supplement,
    facts.SupplementReceived: _take_supplement,
    facts.HandedOver: _hand_over,
    facts.TakenOver: _take_over,
    facts.FileAttached: _attach,
    facts.ResultApproved: _approve,
    facts.ResultSentBack: _send_back,
    facts.PaymentRequested: _ask_payment,
    facts.PaymentMade: _pay,
    facts.TermExtended: _extend,
    facts.WithdrawalRequested: _unchanged,
    facts.DossierStopped: _stop,
    facts.ResultReady: _ready,
    facts.DossierReturned: _return,
    facts.Commented: _unchanged,
    facts.PageScanned: _add_page,
    facts.ReceiptPrinted: _keep_receipt,
    facts.FormIssued: _keep_form,
    facts.RuleOverridden: _open_rule,
}
