"""Which act the law allows in which state: one table, used by the fold and by whoever asks before acting.

Transitions of the national states (domain notes, section 1.7): 1→2|3; 2→4; 4→5→4; 4→6→4; 2|4|5|6→7→8; 4→8; 4→9→10.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import Rule
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.law import Law, law_on
from counter_app.domain.working_calendar import VIETNAM

_S = DossierState
_OPEN = frozenset(state for state in DossierState if not state.ended)
_ANY = frozenset(DossierState)

ALLOWED: Mapping[type, frozenset[DossierState]] = {
    facts.DossierRefused: frozenset({_S.NEW}),
    facts.SupplementRequested: frozenset({_S.NEW, _S.PROCESSING}),
    facts.SupplementReceived: frozenset({_S.SUPPLEMENT}),
    facts.HandedOver: frozenset({_S.RECEIVED, _S.PROCESSING, _S.DONE}),
    facts.TakenOver: frozenset({_S.PROCESSING, _S.DONE}),
    facts.ResultApproved: frozenset({_S.PROCESSING}),
    facts.ResultSentBack: frozenset({_S.PROCESSING}),
    facts.PaymentRequested: frozenset({_S.PROCESSING}),
    facts.PaymentMade: frozenset({_S.PAYMENT}),
    facts.TermExtended: frozenset({_S.RECEIVED, _S.PROCESSING}),
    facts.WithdrawalRequested: frozenset({_S.RECEIVED, _S.PROCESSING, _S.SUPPLEMENT, _S.PAYMENT}),
    facts.DossierStopped: frozenset({_S.WITHDRAWING, _S.PROCESSING}),
    facts.ResultReady: frozenset({_S.PROCESSING}),
    facts.DossierReturned: frozenset({_S.DONE}),
    facts.FileAttached: _OPEN,
    facts.Commented: _ANY,
    facts.PageScanned: _ANY,
    facts.ReceiptPrinted: _ANY,
    facts.FormIssued: _ANY,
    facts.RuleOverridden: _ANY,
}
"""States in which an act may be done; DossierRegistered and DossierReceived begin a dossier and are not here."""

LEADS_TO: Mapping[type, DossierState] = {
    facts.DossierRefused: _S.REFUSED,
    facts.SupplementReceived: _S.PROCESSING,
    facts.PaymentRequested: _S.PAYMENT,
    facts.PaymentMade: _S.PROCESSING,
    facts.WithdrawalRequested: _S.WITHDRAWING,
    facts.DossierStopped: _S.STOPPED,
    facts.ResultReady: _S.DONE,
    facts.DossierReturned: _S.RETURNED,
}
"""The state after an act; HandedOver and SupplementRequested depend on the state before."""


def law_of(dossier: Dossier) -> Law:
    """The law that a dossier goes by: that of the day on which it was received."""
    return law_on(dossier.received_at.astimezone(VIETNAM).date())


def broken_rules(dossier: Dossier, act: type, at: datetime) -> tuple[Rule, ...]:
    """The rules that doing ``act`` at ``at`` would break; empty when the law allows it."""
    broken: list[Rule] = []
    if dossier.state not in ALLOWED[act] or (act is facts.TakenOver and not _waits_to_be_taken(dossier)):
        stops = act in (facts.WithdrawalRequested, facts.DossierStopped)
        has_result = dossier.state in (_S.DONE, _S.RETURNED)
        broken.append(Rule.STOP_BEFORE_RESULT if stops and has_result else Rule.ORDER)
    law = law_of(dossier)
    if act is facts.SupplementRequested and len(dossier.supplements) >= law.supplements:
        broken.append(Rule.SUPPLEMENT_ONCE)
    if act is facts.TermExtended:
        if dossier.extensions >= law.extensions:
            broken.append(Rule.EXTENSION_ONCE)
        if dossier.due is not None and _day(at) > _day(dossier.due) - timedelta(days=law.extension_notice_days):
            broken.append(Rule.EXTENSION_IN_TIME)
    return tuple(broken)


def lacks_approval(dossier: Dossier, act: type) -> bool:
    """Whether ``act`` would make a result ready that no leader approved, or that one sent back meanwhile.

    Not a rule of ``broken_rules``: whoever signed on paper is recorded as approving, with the act itself.
    """
    return act is facts.ResultReady and dossier.state is _S.PROCESSING and not dossier.approved_by


def _waits_to_be_taken(dossier: Dossier) -> bool:
    return dossier.hand is not None and dossier.hand.taken_at is None


def _day(at: datetime) -> date:
    return at.astimezone(VIETNAM).date()
