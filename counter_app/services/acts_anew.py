"""An act on a dossier done anew: the same words, by another officer, with the times of the present."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_rules import ALLOWED, broken_rules
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Duty, Fact
from counter_app.domain.places import Officer
from counter_app.domain.procedures import TermUnit
from counter_app.domain.working_calendar import WorkingCalendar

_DUTIES: Mapping[type, Duty] = {
    facts.DossierRefused: Duty.RECEPTION,
    facts.SupplementReceived: Duty.RECEPTION,
    facts.DossierReturned: Duty.RECEPTION,
    facts.PaymentRequested: Duty.PROCESSING,
    facts.TermExtended: Duty.PROCESSING,
    facts.ResultReady: Duty.PROCESSING,
    facts.ResultApproved: Duty.APPROVAL,
    facts.ResultSentBack: Duty.APPROVAL,
}


def may_do_anew(fact: Fact | None, dossier: Dossier | None, officer: Officer, now: datetime) -> bool:
    """Whether the law and the officer's duties allow the act of ``fact`` on ``dossier`` at ``now``.

    An override is of no use alone: it goes with its act.
    """
    if dossier is None or type(fact) not in ALLOWED or isinstance(fact, facts.RuleOverridden):
        return False
    duty = _DUTIES.get(type(fact))
    if duty is not None and not officer.may(duty):
        return False
    if isinstance(fact, facts.ResultReady) and not dossier.approved_by:
        return False
    if isinstance(fact, facts.TermExtended) and fact.due <= max(dossier.due or now, now):
        return False
    return not broken_rules(dossier, type(fact), now)


def anew(fact: Fact, dossier: Dossier, officer: str, now: datetime, calendar: WorkingCalendar) -> Fact:
    """Return the act of ``fact`` as ``officer`` does it at ``now``; the clock's times are worked out again."""
    match fact:
        case facts.HandedOver():
            hours = dossier.steps[fact.step].hours if 0 <= fact.step < len(dossier.steps) else 0
            return replace(fact, giver=officer, due=calendar.after_hours(now, hours) if hours else None)
        case facts.TakenOver():
            return replace(fact, taker=officer)
        case facts.SupplementReceived():
            return replace(fact, officer=officer, due=resumed(calendar, dossier, now))
        case facts.PaymentMade():
            return replace(fact, officer=officer, due=resumed(calendar, dossier, now))
        case _:
            words: Any = fact
            made: Fact = replace(words, officer=officer) if hasattr(fact, "officer") else fact
            return made


def resumed(calendar: WorkingCalendar, dossier: Dossier, now: datetime) -> datetime:
    """Return the appointment after a pause: the time that was left goes on from ``now``."""
    if dossier.due is None or dossier.paused_at is None:
        return dossier.due or now
    unit = TermUnit.CALENDAR_DAY if dossier.term.endswith(TermUnit.CALENDAR_DAY.value) else TermUnit.WORKING_DAY
    return calendar.resume(dossier.paused_at, dossier.due, now, unit)
