"""All that an office holds of one person, for that person on request (Law 91/2025/QH15): a folder of plain files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import msgspec

from counter_app.clocks import VIETNAM
from counter_app.documents.citizen_records import CitizenSheet, HeldDossier, HeldEntry
from counter_app.domain.dossier_facts import Applicant, DossierLookedAt, DossierReturned, FormKind
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Duty, Recorded
from counter_app.domain.masking import masked_name, masked_number, masked_phone
from counter_app.domain.places import Office, Officer
from counter_app.domain.privacy_facts import PrivacyAct, PrivacyActed
from counter_app.domain.text import fold, tidy
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services import form_parts
from counter_app.services.dossier_words import STATES
from counter_app.services.duties import check_duty
from counter_app.services.entry_words import entry_words
from counter_app.services.forms import Forms
from counter_app.services.output import save_file
from counter_app.services.scan_files import ScanFiles, pages_of
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store import dossiers as rows
from counter_app.store import places, views

MAY_GIVE = (Duty.RECEPTION, Duty.ADMINISTRATION)
_MOST = 10_000
_NOT_PUT_IN = (Code.BLOB_MISSING, Code.BLOB_DAMAGED, Code.BLOB_AWAY, Code.PAPER_TOO_LARGE, Code.PAGE_UNREADABLE)


@dataclass(frozen=True, slots=True)
class CopyMade:
    """Where it is, of how many dossiers, and which files of them could not be put in."""

    folder: Path
    dossiers: int
    missing: tuple[str, ...]


class CitizenCopies:
    """Makes them. It draws and reads files: call it off the main thread."""

    def __init__(
        self, journal: Journal, office: Office, forms: Forms, scan_files: ScanFiles, security: SecurityLog
    ) -> None:
        self._journal, self._office = journal, office
        self._forms, self._scan_files = forms, scan_files
        self._security = security

    def write(self, identity: str, into: Path, officer: str, reason: str) -> CopyMade:
        """Write everything of a person into a new folder in ``into``: summary, data, forms, scanned papers, files.

        Other people in the dossiers are masked, officers' remarks to each other left out.
        Raises DUTY_MISSING, REASON_MISSING, PERSON_UNKNOWN, DISK_FULL, OUTPUT_NOT_WRITABLE.
        """
        said, found = tidy(reason), self._dossiers_of(identity)
        if not said:
            raise CounterError(Code.REASON_MISSING)
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, *MAY_GIVE)
            if not found:
                raise CounterError(Code.PERSON_UNKNOWN)
            fact = PrivacyActed(PrivacyAct.GIVEN, officer, said, len(found), "citizen-copy")
            transaction.append(f"privacy/{uuid4().hex}", fact, f"officer/{officer}")
        made = self._journal.clock.now().astimezone(VIETNAM)
        folder = into / f"ban-sao-du-lieu-{identity[-4:]}-{made:%Y%m%d-%H%M%S}"
        missing = tuple(path for dossier in found for path in self._files(dossier, identity, folder))
        self._summary(found, identity, folder, officer, said)
        self._security.note(SecurityKind.EXPORTED, officer=officer, list="citizen-copy", rows=len(found), whole="yes")
        return CopyMade(folder, len(found), missing)

    def _dossiers_of(self, identity: str) -> tuple[Dossier, ...]:
        """Every dossier in which the person is named, the oldest first."""
        if not identity:
            return ()
        with self._journal.database.read() as connection:
            own = rows.of_person(connection, identity, _MOST)
            named = rows.find(connection, identity, _MOST)
        known = {one.id: one for one in (*own, *named) if any(who.identity == identity for who in _people(one))}
        return tuple(sorted(known.values(), key=lambda one: one.received_at))

    def _files(self, dossier: Dossier, identity: str, folder: Path) -> Iterator[str]:
        """Write the papers of the person's own dossier; yields the names of what is not to be had now."""
        if dossier.applicant.identity != identity:
            return  # the papers are the applicant's
        where = folder / (dossier.code or dossier.id)
        for kind in self._forms.available(dossier.id):
            if kind is not FormKind.CONTROL:  # of the officers among each other
                save_file(where / f"mau-{kind.value}.pdf", self._forms.form(dossier.id, kind))
        for index, paper in enumerate(dossier.papers):
            if pages_of(dossier, index):
                try:
                    made = self._scan_files.paper(dossier.id, index)
                    save_file(where / made.name, made.pdf)
                except CounterError as error:
                    if error.code not in _NOT_PUT_IN:
                        raise
                    yield f"{dossier.code}: {paper.name}"

    def _summary(self, found: tuple[Dossier, ...], identity: str, folder: Path, officer: str, reason: str) -> None:
        from counter_app.documents.citizen_sheet import draw_citizen_sheet  # brings reportlab

        names = self._names()
        told = [(one, _shown(one, identity), self._history(one, identity, names)) for one in found]
        held = tuple(
            HeldDossier(
                dossier.code,
                dossier.procedure_name,
                STATES[dossier.state],
                dossier.received_at,
                _given(dossier, identity),
                tuple(paper.name for paper in dossier.papers if paper.applies),
                tuple(entries),
            )
            for dossier, _, entries in told
        )
        name = next(who.name for who in _people(found[-1]) if who.identity == identity)
        made = self._journal.clock.now()
        issuer = form_parts.issuer(self._office)
        sheet = CitizenSheet(issuer, made, name, identity, reason, names.get(officer, officer), held)
        save_file(folder / "ban-sao-du-lieu.pdf", draw_citizen_sheet(sheet))
        data = {
            "identity": identity,
            "made": made,
            "office": self._office.name,
            "dossiers": [{"dossier": shown, "entries": entries} for _, shown, entries in told],
        }
        save_file(folder / "du-lieu.json", msgspec.json.format(msgspec.json.encode(data), indent=2))

    def _history(self, dossier: Dossier, identity: str, names: Mapping[str, str]) -> list[HeldEntry]:
        with self._journal.database.read() as connection:
            recorded = views.recorded(connection, f"dossier/{dossier.id}")
        return [HeldEntry(one.at, _who(one, names), _words(one, dossier, identity)) for one in recorded]

    def _names(self) -> Mapping[str, str]:
        with self._journal.database.read() as connection:
            return {officer.id: officer.name for officer in places.all_of(connection, Officer)}


def _people(dossier: Dossier) -> tuple[Applicant, ...]:
    agent = (dossier.authorised.person,) if dossier.authorised else ()
    return (dossier.applicant, *dossier.co_applicants, *agent)


def _shown(dossier: Dossier, identity: str) -> Dossier:
    """The dossier with everybody else's data masked."""
    agent = dossier.authorised
    return replace(
        dossier,
        applicant=_masked(dossier.applicant, identity),
        co_applicants=tuple(_masked(one, identity) for one in dossier.co_applicants),
        authorised=replace(agent, person=_masked(agent.person, identity)) if agent else None,
        return_address=dossier.return_address if dossier.applicant.identity == identity else "",
        returned_to=_taker(dossier.returned_to, dossier, identity),
        hands=tuple(replace(hand, note="") for hand in dossier.hands),
    )


def _taker(name: str, dossier: Dossier, identity: str) -> str:
    """Who took the result: another person's name is masked like everybody else's."""
    own = {fold(who.name) for who in _people(dossier) if who.identity == identity}
    return name if fold(name) in own else masked_name(name)


def _words(entry: Recorded, dossier: Dossier, identity: str) -> str:
    fact = entry.fact
    if isinstance(fact, DossierReturned):
        fact = replace(fact, taker=_taker(fact.taker, dossier, identity))
    return entry_words(fact)


def _masked(person: Applicant, identity: str) -> Applicant:
    if person.identity == identity:
        return person
    return Applicant(masked_name(person.name), masked_number(person.identity), None, "", "", masked_phone(person.phone))


def _given(dossier: Dossier, identity: str) -> tuple[tuple[str, str], ...]:
    """What the person gave of himself or herself in one dossier."""
    person = next(who for who in _people(dossier) if who.identity == identity)
    birth = f"{person.birth:%d/%m/%Y}" if person.birth else ""
    return (
        ("Ngày sinh", birth),
        ("Nơi cư trú", person.residence),
        ("Điện thoại", person.phone),
        ("Email", person.email),
        ("Nội dung", dossier.content),
    )


def _who(entry: Recorded, names: Mapping[str, str]) -> str:
    kind, _, key = entry.actor.partition("/")
    officer = entry.fact.officer if isinstance(entry.fact, DossierLookedAt) else key.partition("#")[0]
    return names.get(officer, officer) if kind == "officer" else ""
