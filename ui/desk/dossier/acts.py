"""The acts on a dossier: which an officer may do now, which the law forbids and why. Plain values, no widgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import FileRole, FormKind, Rule
from counter_app.domain.dossier_rules import broken_rules, law_of
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.errors import Code, CounterError


class Act(StrEnum):
    """What can be done with a dossier."""

    TAKE_OVER = "take-over"
    APPROVE = "approve"
    SEND_BACK = "send-back"
    HAND_OVER = "hand-over"
    READY = "ready"
    RETURN = "return"
    TAKE_SUPPLEMENT = "take-supplement"
    RECORD_PAYMENT = "record-payment"
    SUPPLEMENT = "supplement"
    EXTEND = "extend"
    PAYMENT = "payment"
    WITHDRAW = "withdraw"
    STOP = "stop"
    REFUSE = "refuse"
    ATTACH = "attach"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Kind:
    """An act's fact, the duty it needs, its key, its icon, and the form of the circular that it makes."""

    fact: type
    key: str
    icon: str
    duty: Duty | None = None
    form: FormKind | None = None
    strict: bool = False
    """Whether it is offered with an administrator's leave where the law forbids it."""


KINDS: Mapping[Act, Kind] = {
    Act.TAKE_OVER: Kind(facts.TakenOver, "Alt+N", "user-check"),
    Act.APPROVE: Kind(facts.ResultApproved, "Alt+A", "check", Duty.APPROVAL),
    Act.SEND_BACK: Kind(facts.ResultSentBack, "Alt+L", "arrow-back-up", Duty.APPROVAL),
    Act.HAND_OVER: Kind(facts.HandedOver, "Alt+C", "send", strict=True),
    Act.READY: Kind(facts.ResultReady, "Alt+X", "file-check", Duty.PROCESSING, strict=True),
    Act.RETURN: Kind(facts.DossierReturned, "Alt+G", "package-export", Duty.RECEPTION),
    Act.TAKE_SUPPLEMENT: Kind(facts.SupplementReceived, "Alt+S", "files", Duty.RECEPTION),
    Act.RECORD_PAYMENT: Kind(facts.PaymentMade, "Alt+P", "cash"),
    Act.SUPPLEMENT: Kind(facts.SupplementRequested, "Alt+B", "file-text", form=FormKind.SUPPLEMENT, strict=True),
    Act.EXTEND: Kind(
        facts.TermExtended, "Alt+H", "calendar-event", Duty.PROCESSING, form=FormKind.APOLOGY, strict=True
    ),
    Act.PAYMENT: Kind(facts.PaymentRequested, "Alt+F", "coin", Duty.PROCESSING, strict=True),
    Act.WITHDRAW: Kind(facts.WithdrawalRequested, "Alt+R", "arrow-left", strict=True),
    Act.STOP: Kind(facts.DossierStopped, "Alt+D", "player-stop", form=FormKind.STOP, strict=True),
    Act.REFUSE: Kind(facts.DossierRefused, "Alt+K", "ban", Duty.RECEPTION, form=FormKind.REFUSAL, strict=True),
    Act.ATTACH: Kind(facts.FileAttached, "Alt+T", "paperclip"),
    Act.COMMENT: Kind(facts.Commented, "Alt+Y", "message"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One act as this officer sees it now; ``broken`` are the rules that forbid it, ``article`` that of the first."""

    act: Act
    broken: tuple[Rule, ...] = ()
    article: str = ""

    @property
    def allowed(self) -> bool:
        """Whether the law lets it be done."""
        return not self.broken


def offers(dossier: Dossier, officer: Officer, now: datetime) -> tuple[Offer, ...]:
    """The acts of this officer: those allowed first, the most natural of them at the head."""
    judged = [_judged(dossier, act, now) for act in Act if _concerns(dossier, act, officer)]
    first = main_act(dossier, officer)
    allowed = [offer for offer in judged if offer.allowed]
    allowed.sort(key=lambda offer: offer.act is not first)
    forbidden = [offer for offer in judged if offer.broken and KINDS[offer.act].strict]
    forbidden.sort(key=lambda offer: offer.broken[0] is Rule.ORDER)
    return (*allowed, *forbidden)


def refusal(dossier: Dossier, offer: Offer) -> CounterError:
    """The error that says why an act is forbidden."""
    state = dossier.state.name.lower()
    return CounterError(
        Code.LAW_FORBIDS, rule=offer.broken[0].value, article=offer.article, code=dossier.code, state=state
    )


def main_act(dossier: Dossier, officer: Officer) -> Act:
    """What most likely comes next from this officer."""
    by_state = {
        DossierState.NEW: Act.SUPPLEMENT,
        DossierState.RECEIVED: Act.HAND_OVER,
        DossierState.SUPPLEMENT: Act.TAKE_SUPPLEMENT,
        DossierState.PAYMENT: Act.RECORD_PAYMENT,
        DossierState.WITHDRAWING: Act.STOP,
        DossierState.DONE: Act.RETURN,
    }
    if dossier.state in by_state:
        return by_state[dossier.state]
    if dossier.state is not DossierState.PROCESSING:
        return Act.COMMENT
    if _waits_for(dossier, officer):
        return Act.TAKE_OVER
    if dossier.approved_by and officer.may(Duty.PROCESSING):
        return Act.READY
    drafted = any(file.role in (FileRole.DRAFT, FileRole.SIGNED) for file in dossier.files)
    if dossier.holder != officer.id:
        return Act.COMMENT
    return Act.APPROVE if officer.may(Duty.APPROVAL) and drafted else Act.HAND_OVER


def _judged(dossier: Dossier, act: Act, now: datetime) -> Offer:
    broken = broken_rules(dossier, KINDS[act].fact, now)
    return Offer(act, broken, law_of(dossier).articles[broken[0]] if broken else "")


def _concerns(dossier: Dossier, act: Act, officer: Officer) -> bool:
    """Whether the act is this officer's at all."""
    duty = KINDS[act].duty
    if duty is not None and not officer.may(duty):
        return False
    if act is Act.TAKE_OVER:
        return _waits_for(dossier, officer)
    if act is Act.APPROVE:
        return not dossier.approved_by
    if act is Act.COMMENT:
        return True
    return not dossier.state.ended or KINDS[act].strict


def _waits_for(dossier: Dossier, officer: Officer) -> bool:
    hand = dossier.hand
    if hand is None or hand.taken_at is not None:
        return False
    return hand.taker == officer.id or bool(hand.department) and hand.department == officer.department
