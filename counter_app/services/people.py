"""Who stands at the desk: earlier dossiers, one that waits for more papers, likely duplicates."""

from dataclasses import dataclass
from datetime import date

from counter_app.domain.dossier_facts import PersonKind
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.identity import normal_number
from counter_app.domain.text import tidy
from counter_app.errors import CounterError
from counter_app.services.dossiers import Dossiers
from counter_app.services.draft_facts import typed_birth
from counter_app.services.drafts import Draft


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What is known of a form's applicant.

    ``waiting`` is registered for the form's procedure and not received; ``duplicates`` are received for it and open.
    ``phone`` and ``email`` are the newest that the person left.
    """

    earlier: tuple[Dossier, ...] = ()
    duplicates: tuple[Dossier, ...] = ()
    waiting: Dossier | None = None
    phone: str = ""
    email: str = ""


NOBODY = Acquaintance()


class People:
    """Recognises applicants by number, or by name and day of birth together."""

    def __init__(self, dossiers: Dossiers) -> None:
        self._dossiers = dossiers

    def known(self, draft: Draft) -> Acquaintance:
        """What is known of the applicant of a form; the form's own dossier is left out."""
        who = _who(draft)
        if who is None:
            return NOBODY
        number, name, birth = who
        earlier = tuple(one for one in self._earlier(number, name, birth) if one.id != draft.id)
        alike = self._dossiers.duplicates(number, name, birth, draft.procedure) if draft.procedure else ()
        same = tuple(one for one in alike if one.id != draft.id)
        return Acquaintance(
            earlier=earlier,
            duplicates=tuple(one for one in same if one.state is not DossierState.NEW),
            waiting=next((one for one in same if one.state is DossierState.NEW), None),
            phone=next((one.applicant.phone for one in earlier if one.applicant.phone), ""),
            email=next((one.applicant.email for one in earlier if one.applicant.email), ""),
        )

    def _earlier(self, number: str, name: str, birth: date | None) -> tuple[Dossier, ...]:
        if number:
            return self._dossiers.earlier(number)
        found = self._dossiers.find(name)
        return tuple(
            one for one in found if one.applicant.birth == birth and one.applicant.name.casefold() == name.casefold()
        )


def _who(draft: Draft) -> tuple[str, str, date | None] | None:
    """Number, name and birth of an applicant; None while they do not say who it is."""
    try:
        number = normal_number(draft.identity, draft.kind)
        birth = typed_birth(draft.birth) if draft.kind is PersonKind.CITIZEN else None
    except CounterError:
        return None
    name = tidy(draft.name)
    known = number or (name and birth)  # a name alone is shared by many
    return (number, name, birth) if known else None
