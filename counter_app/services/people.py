"""Who stands at the desk: earlier dossiers, one that waits for more papers, likely duplicates."""

from dataclasses import dataclass

from counter_app.domain.dossier_facts import PersonKind
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.identity import normal_number
from counter_app.errors import CounterError
from counter_app.services.dossiers import Dossiers
from counter_app.services.draft_facts import typed_birth, words
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
        earlier = tuple(one for one in self._earlier(draft) if one.id != draft.id)
        same = tuple(one for one in earlier if draft.procedure and one.procedure == draft.procedure)
        return Acquaintance(
            earlier=earlier,
            duplicates=tuple(one for one in same if not one.state.ended and one.state is not DossierState.NEW),
            waiting=next((one for one in same if one.state is DossierState.NEW), None),
            phone=next((one.applicant.phone for one in earlier if one.applicant.phone), ""),
            email=next((one.applicant.email for one in earlier if one.applicant.email), ""),
        )

    def _earlier(self, draft: Draft) -> tuple[Dossier, ...]:
        try:
            number = normal_number(draft.identity, draft.kind)
            birth = typed_birth(draft.birth) if draft.kind is PersonKind.CITIZEN else None
        except CounterError:
            return ()
        if number:
            return self._dossiers.earlier(number)
        name = words(draft.name)
        if not name or birth is None:
            return ()  # a name alone is shared by many
        return tuple(
            one
            for one in self._dossiers.find(name)
            if one.applicant.birth == birth and one.applicant.name.casefold() == name.casefold()
        )
