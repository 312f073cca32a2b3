"""From what was typed to what is recorded: the people, papers and moments of a form, and what is wrong with it."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

from counter_app.clocks import VIETNAM
from counter_app.domain.citizen_card import Sex
from counter_app.domain.dossier_facts import Applicant, Authorised, PersonKind, ReceivedPaper, ReturnWay
from counter_app.domain.fees import fee_due
from counter_app.domain.identity import normal_number
from counter_app.domain.procedures import FeeUnit, Procedure
from counter_app.domain.text import tidy
from counter_app.errors import Code, CounterError
from counter_app.services.drafts import Draft, DraftPaper, DraftPerson, missing_papers

CLOSING = time(17)
"""What a typed appointment without an hour means."""

_MOMENT = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})(?:[ ,]+([0-9]{1,2})(?:[:hg.]([0-9]{1,2})?)?)?")


def applicant_of(draft: Draft) -> Applicant:
    """Who applies. Raises APPLICANT_ID_INVALID, APPLICANT_BIRTH_INVALID."""
    citizen = draft.kind is PersonKind.CITIZEN
    return Applicant(
        name=tidy(draft.name),
        identity=normal_number(draft.identity, draft.kind),
        birth=typed_birth(draft.birth) if citizen else None,
        sex=draft.sex if citizen and draft.sex in set(Sex) else "",
        residence=tidy(draft.residence),
        phone=tidy(draft.phone),
        email=draft.email.strip(),
        kind=draft.kind,
        representative="" if citizen else tidy(draft.representative),
    )


def person_of(person: DraftPerson) -> Applicant:
    """Somebody beside the applicant. Raises APPLICANT_ID_INVALID, APPLICANT_BIRTH_INVALID."""
    return Applicant(
        name=tidy(person.name),
        identity=normal_number(person.identity),
        birth=typed_birth(person.birth),
        sex=person.sex if person.sex in set(Sex) else "",
        residence=tidy(person.residence),
        phone=tidy(person.phone),
        email=person.email.strip(),
    )


def co_applicants_of(draft: Draft) -> tuple[Applicant, ...]:
    """Who applies too; rows left empty are nobody."""
    return tuple(person_of(one) for one in draft.co_applicants if not one.blank)


def authorised_of(draft: Draft) -> Authorised | None:
    """Who acts for the applicant."""
    if draft.authorised.blank:
        return None
    return Authorised(person_of(draft.authorised), tidy(draft.authorised.paper))


def papers_of_draft(papers: tuple[DraftPaper, ...]) -> tuple[ReceivedPaper, ...]:
    """The checklist as handed over."""
    return tuple(ReceivedPaper(one.name, one.form, one.copies, one.applies, one.also) for one in papers)


def form_fee(procedure: Procedure, draft: Draft) -> int:
    """What a form's procedure costs, in đồng, by its channel, units and copies."""
    copies = max(draft.fee_copies, 1) if procedure.fee.unit is FeeUnit.PAGE else 1
    return fee_due(procedure.fee, units=max(draft.copies, 1), copies=copies, channel=draft.channel)


def typed_birth(text: str) -> date | None:
    """A typed day of birth, dd/MM/yyyy; empty is allowed. Raises APPLICANT_BIRTH_INVALID."""
    if not text.strip():
        return None
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").replace(tzinfo=VIETNAM).date()
    except ValueError as error:
        raise CounterError(Code.APPLICANT_BIRTH_INVALID, text=text.strip()) from error


def typed_moment(text: str, otherwise: time) -> datetime | None:
    """A typed moment in Vietnam: ``24/11/2026 09:30``, at ``otherwise`` without an hour; empty is none.

    Raises MOMENT_INVALID.
    """
    bare = tidy(text)
    if not bare:
        return None
    found = _MOMENT.fullmatch(bare)
    if found is None:
        raise CounterError(Code.MOMENT_INVALID, text=bare)
    day, month, year, hour, minute = found.groups()
    try:
        at = time(int(hour), int(minute or 0)) if hour else otherwise
        return datetime.combine(date(int(year), int(month), int(day)), at, VIETNAM)
    except ValueError as error:
        raise CounterError(Code.MOMENT_INVALID, text=bare) from error


def person_problems(draft: Draft) -> list[CounterError]:
    """What is wrong with the people and moments of a form, in the order of the page."""
    found: list[CounterError] = []
    if not draft.name.strip():
        found.append(CounterError(Code.APPLICANT_NAME_MISSING))
    citizen = draft.kind is PersonKind.CITIZEN
    _try(found, lambda: normal_number(draft.identity, draft.kind))
    _try(found, lambda: typed_birth(draft.birth if citizen else ""))
    _try(found, lambda: typed_moment(draft.submitted, time()))
    for person in (draft.authorised, *draft.co_applicants):
        if not person.blank and not person.name.strip():
            found.append(CounterError(Code.PERSON_NAME_MISSING))
        _try(found, lambda person=person: normal_number(person.identity))  # type: ignore[misc]
        _try(found, lambda person=person: typed_birth(person.birth))  # type: ignore[misc]
    return found


def form_problems(draft: Draft) -> list[CounterError]:
    """What keeps a form from being received, apart from its appointment, in the order of the page."""
    found = [] if draft.procedure else [CounterError(Code.PROCEDURE_MISSING)]
    found += person_problems(draft)
    if draft.return_way is ReturnWay.POST and not draft.return_address.strip():
        found.append(CounterError(Code.RETURN_ADDRESS_MISSING))
    missing = missing_papers(draft.papers)
    if missing:
        names = "; ".join(" / ".join(group) for group in missing)
        found.append(CounterError(Code.PAPER_MISSING, names=names))
    return found


def _try(found: list[CounterError], check: Callable[[], object]) -> None:
    try:
        check()
    except CounterError as error:
        found.append(error)
