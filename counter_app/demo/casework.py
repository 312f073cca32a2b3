"""What becomes of the demo's dossiers after the counter, one lawful act at a time, so that a play may stop anywhere."""

from collections.abc import Callable
from enum import StrEnum
from io import BytesIO

from counter_app.demo.commune import LEADER, specialist_for
from counter_app.demo.pages import draw_page
from counter_app.domain.dossier_facts import FileRole
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.services.bundle import Services


class Fate(StrEnum):
    """How far a dossier comes."""

    STAYS = "stays"  # at the desk that received it
    FINISHED = "finished"  # done and returned while the citizen waits
    HANDED = "handed"  # given to a specialist who has not taken it yet
    TAKEN = "taken"
    SUBMITTED = "submitted"  # the draft waits for a leader
    READY = "ready"  # the result waits for the citizen
    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    REFUSED = "refused"  # the result, waiting too, says no


_ENDS_READY = (Fate.READY, Fate.REFUSED)
_Act = Callable[[], object]


class Casework:
    """Walks dossiers towards their fate."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._acts = services.lifecycle

    def walk(self, dossier_id: str, fate: Fate, between: Callable[[], None] = lambda: None) -> Dossier:
        """Do every act that is left, ``between`` after each; returns the dossier as it is then."""
        while self.go_on(dossier_id, fate):
            between()
        return self._services.dossiers.dossier(dossier_id)

    def go_on(self, dossier_id: str, fate: Fate) -> bool:
        """Do the next act; tells whether there was one."""
        act = self._next(self._services.dossiers.dossier(dossier_id), fate)
        if act is not None:
            act()
        return act is not None

    def _next(self, dossier: Dossier, fate: Fate) -> _Act | None:
        match dossier.state:
            case DossierState.RECEIVED if fate is Fate.FINISHED:
                return lambda: self._acts.mark_ready(dossier.id, dossier.officer, signer=LEADER)
            case DossierState.RECEIVED if fate is not Fate.STAYS:
                return self._hand(dossier, dossier.officer, self._specialist(dossier))
            case DossierState.PROCESSING:
                return self._work(dossier, fate)
            case DossierState.DONE if fate is Fate.FINISHED:
                return lambda: self._acts.return_result(dossier.id, dossier.officer, dossier.applicant.name)
            case _:
                return None

    def _work(self, dossier: Dossier, fate: Fate) -> _Act | None:
        """The next act at the specialist's or the leader's."""
        specialist = self._specialist(dossier)
        if fate is Fate.HANDED:
            return None
        waits = dossier.hand is not None and dossier.hand.taken_at is None
        if waits and (dossier.holder != LEADER or fate is not Fate.SUBMITTED):
            return lambda: self._acts.take_over(dossier.id, dossier.holder)
        if fate is Fate.SUPPLEMENT and not dossier.supplements:
            return self._ask_supplement(dossier, specialist)
        if fate is Fate.PAYMENT and not dossier.paid:
            reason = "Lệ phí trước bạ theo thông báo của cơ quan thuế"
            return lambda: self._acts.request_payment(dossier.id, specialist, 150_000, reason)
        if fate is Fate.SUBMITTED or fate in _ENDS_READY:
            return self._finish(dossier, fate, specialist)
        return None

    def _finish(self, dossier: Dossier, fate: Fate, specialist: str) -> _Act | None:
        """The next act from the draft to the result: draft, submit, approve, ready."""
        if not any(one.role is FileRole.DRAFT for one in dossier.files):
            return lambda: self._attach(dossier, specialist)
        if dossier.holder != LEADER and not dossier.approved_by:
            return self._hand(dossier, specialist, LEADER, "Kính trình lãnh đạo xem xét, duyệt kết quả")
        if fate is Fate.SUBMITTED:
            return None
        if not dossier.approved_by:
            return lambda: self._acts.approve(dossier.id, LEADER)
        if dossier.holder == LEADER:
            return self._hand(dossier, LEADER, specialist)
        return lambda: self._acts.mark_ready(dossier.id, specialist, refusal=fate is Fate.REFUSED)

    def _hand(self, dossier: Dossier, giver: str, taker: str, note: str = "") -> _Act:
        step = min(len(dossier.hands) + 1, max(0, len(dossier.steps) - 1))
        return lambda: self._acts.hand_over(dossier.id, giver, taker, step=step, note=note)

    def _ask_supplement(self, dossier: Dossier, officer: str) -> _Act:
        missing = next((paper.name for paper in dossier.papers if paper.applies), "Giấy tờ chứng minh nơi cư trú")
        reason = "Giấy tờ đã nộp thiếu chữ ký của người yêu cầu"
        return lambda: self._acts.request_supplement(dossier.id, officer, (missing,), reason)

    def _attach(self, dossier: Dossier, officer: str) -> None:
        paper = BytesIO()
        title = dossier.result or dossier.procedure_name
        draw_page(title, dossier.applicant.name, 1).save(paper, "PNG")
        self._acts.attach(dossier.id, officer, FileRole.DRAFT, f"Dự thảo {dossier.code}.png", paper.getvalue())

    def _specialist(self, dossier: Dossier) -> str:
        return specialist_for(self._services.catalogue.procedure(dossier.procedure).group)
