"""Lists of citizens' data leave the program: who may, what is masked on them, and what is written down of it."""

from dataclasses import dataclass, replace
from uuid import uuid4

from counter_app.domain.dossier_facts import Applicant
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Duty
from counter_app.domain.masking import masked_mail, masked_number, masked_phone
from counter_app.domain.privacy_facts import PrivacyAct, PrivacyActed
from counter_app.domain.text import tidy
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.duties import check_known_duty
from counter_app.services.security_log import SecurityKind, SecurityLog


@dataclass(frozen=True, slots=True)
class Release:
    """Who takes a list out; ``whole`` identity numbers, telephones and addresses only for a ``reason``.

    An ``officer`` of "" is the console of the machine: whoever sits there has its key and its data.
    """

    officer: str = ""
    whole: bool = False
    reason: str = ""

    def shown(self, dossier: Dossier) -> Dossier:
        """A dossier as the list may show it."""
        if self.whole:
            return dossier
        agent = dossier.authorised
        return replace(
            dossier,
            applicant=_masked(dossier.applicant),
            authorised=replace(agent, person=_masked(agent.person)) if agent else None,
        )


class Releases:
    """Asks before a list is made, and writes down that it was."""

    def __init__(self, journal: Journal, security: SecurityLog) -> None:
        self._journal = journal
        self._security = security

    def begin(self, release: Release, about: str, *duties: Duty) -> None:
        """Go on only if the list may leave so; one with whole numbers is an entry before it is begun.

        Raises OFFICER_UNKNOWN, DUTY_MISSING, REASON_MISSING, and what a transaction raises.
        """
        reason = tidy(release.reason)
        if release.whole and not reason:
            raise CounterError(Code.REASON_MISSING)
        if release.officer:
            with self._journal.database.read() as connection:
                check_known_duty(connection, release.officer, *duties)
        if release.whole:
            fact = PrivacyActed(PrivacyAct.LISTED, release.officer, reason, about=about)
            actor = f"officer/{release.officer}" if release.officer else "console"
            with self._journal.transaction() as transaction:
                transaction.append(f"privacy/{uuid4().hex}", fact, actor)

    def written(self, release: Release, about: str, count: int) -> None:
        """A file was written: a security event."""
        self._note(SecurityKind.EXPORTED, release, about, count)

    def drawn(self, release: Release, about: str, count: int) -> None:
        """A list was drawn for paper: a security event."""
        self._note(SecurityKind.PRINTED_LIST, release, about, count)

    def _note(self, kind: SecurityKind, release: Release, about: str, count: int) -> None:
        whole = "yes" if release.whole else "no"
        self._security.note(kind, officer=release.officer, list=about, rows=count, whole=whole)


def _masked(person: Applicant) -> Applicant:
    return replace(
        person,
        identity=masked_number(person.identity),
        phone=masked_phone(person.phone),
        email=masked_mail(person.email),
    )
