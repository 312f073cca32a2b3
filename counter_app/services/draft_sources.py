"""From what is recorded back to a form: an identity card, the person of a dossier, a dossier that waits."""

from dataclasses import replace
from datetime import date, datetime

from counter_app.clocks import VIETNAM
from counter_app.domain.citizen_card import CitizenCard
from counter_app.domain.dossier_facts import Applicant
from counter_app.domain.dossiers import Dossier
from counter_app.domain.procedures import Procedure
from counter_app.services.drafts import Draft, DraftPage, DraftPerson, kept_papers


def person_on(card: CitizenCard) -> DraftPerson:
    """Whom an identity card names."""
    return DraftPerson(card.full_name, card.number, _birth(card.birth), card.sex.value, card.residence)


def draft_of_person(dossier: Dossier) -> Draft:
    """A form with the people and the ticket of a dossier, and its id."""
    person, authorised = dossier.applicant, dossier.authorised
    return Draft(
        id=dossier.id,
        ticket=dossier.ticket,
        name=person.name,
        identity=person.identity,
        birth=_birth(person.birth),
        sex=person.sex,
        residence=person.residence,
        phone=person.phone,
        email=person.email,
        kind=person.kind,
        representative=person.representative,
        co_applicants=tuple(_person(one) for one in dossier.co_applicants),
        authorised=_person(authorised.person, authorised.paper) if authorised else DraftPerson(),
    )


def draft_of(kept: Dossier, procedure: Procedure | None, ticket: str) -> Draft:
    """The form of a registered dossier, with its papers and pages; ``ticket`` is of today's visit."""
    papers = list(kept_papers(procedure, kept.papers))
    for page in kept.pages:
        if page.paper < len(papers):
            row = papers[page.paper]
            papers[page.paper] = replace(row, pages=(*row.pages, DraftPage(page.sha256, page.size)))
    return replace(
        draft_of_person(kept),
        ticket=ticket,
        procedure=kept.procedure if procedure else "",
        papers=tuple(papers),
        channel=kept.channel,
        submitted=_moment(kept.submitted_at),
        content=kept.content,
        resumed=True,
    )


def _person(person: Applicant, paper: str = "") -> DraftPerson:
    birth = _birth(person.birth)
    return DraftPerson(
        person.name, person.identity, birth, person.sex, person.residence, person.phone, person.email, paper
    )


def _birth(birth: date | None) -> str:
    return "" if birth is None else f"{birth:%d/%m/%Y}"


def _moment(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
