"""Reception: from a half-filled form to the dossier and its receipt (Decree 118/2025/NĐ-CP art. 17)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from uuid import uuid4

from counter_app.clocks import business_day
from counter_app.domain import dossier_facts as facts
from counter_app.domain.citizen_card import CitizenCard
from counter_app.domain.dossier_code import dossier_code, first_number
from counter_app.domain.dossier_facts import ReturnWay
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Duty
from counter_app.domain.places import Office, Officer
from counter_app.domain.procedures import Channel, Procedure, TermUnit
from counter_app.domain.text import tidy
from counter_app.domain.working_calendar import Appointment
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.services import draft_facts as read
from counter_app.services.calendar import Calendar
from counter_app.services.catalogue import Catalogue
from counter_app.services.draft_sources import draft_of, draft_of_person, person_on
from counter_app.services.drafts import Draft, DraftPage, DraftPaper, DraftPerson, papers_of
from counter_app.services.duties import check_duty
from counter_app.services.lifecycle import Lifecycle, Override
from counter_app.services.page_edits import blobs_of, carry, left_over
from counter_app.services.receipts import Receipts, load_drawing
from counter_app.services.setup import successor_rank
from counter_app.store import dossiers as rows
from counter_app.store import local, places
from counter_app.store.codec import from_text, to_text

__all__ = ["Draft", "DraftPage", "DraftPaper", "DraftPerson", "Reception"]


class Reception:
    """What the Receive page does."""

    def __init__(
        self,
        journal: Journal,
        office: Office,
        catalogue: Catalogue,
        calendar: Calendar,
        lifecycle: Lifecycle,
        receipts: Receipts,
    ) -> None:
        self._journal = journal
        self._office = office
        self._catalogue = catalogue
        self._calendar = calendar
        self._lifecycle = lifecycle
        self._receipts = receipts

    def begin(self, desk: int, ticket: str = "") -> Draft:
        """Start an empty form at ``desk``; the one before is forgotten."""
        self.discard(desk)
        return self.save(desk, Draft(uuid4().hex, ticket))

    def begin_another(self, desk: int, dossier_id: str) -> Draft:
        """Start a form for the person and the ticket of a dossier just received. Raises DOSSIER_UNKNOWN."""
        before = self._dossier(dossier_id)
        self.discard(desk)
        return self.save(desk, replace(draft_of_person(before), id=uuid4().hex))

    def resume(self, desk: int, dossier_id: str, ticket: str = "") -> Draft:
        """Go on with a registered dossier: its form at ``desk``, with what was handed in then.

        Raises DOSSIER_UNKNOWN, DOSSIER_STATE if it is registered no more.
        """
        kept = self._dossier(dossier_id)
        if kept.state is not DossierState.NEW:
            raise CounterError(Code.DOSSIER_STATE, code=kept.code, state=kept.state.name.lower())
        known = kept.procedure and self._catalogue.is_received(kept.procedure)
        procedure = self._catalogue.procedure(kept.procedure) if known else None  # else the officer chooses another
        self.discard(desk)
        return self.save(desk, draft_of(kept, procedure, ticket))

    def draft(self, desk: int) -> Draft | None:
        """The half-filled form of ``desk``, also after a crash."""
        with self._journal.database.read() as connection:
            body = local.draft(connection, desk)
        return None if body is None else from_text(body, Draft)

    def save(self, desk: int, draft: Draft) -> Draft:
        """Keep the form durably as it is."""
        saved = replace(draft, saved_at=self._journal.clock.now())
        with self._journal.database.write() as connection:
            local.save_draft(connection, desk, to_text(saved))
        return saved

    def discard(self, desk: int) -> None:
        """Forget the form of ``desk`` and its pages."""
        draft = self.draft(desk)
        with self._journal.database.write() as connection:
            local.drop_draft(connection, desk)
        self._forget(blobs_of(draft) if draft else frozenset())

    def choose(self, draft: Draft, procedure_code: str) -> Draft:
        """Put the procedure's checklist in the form; a registered dossier that it went on with waits on.

        Raises PROCEDURE_UNKNOWN.
        """
        procedure = self._catalogue.procedure(procedure_code)
        if draft.resumed and draft.procedure != procedure.code:
            draft = replace(draft, id=uuid4().hex, resumed=False)
        draft = carry(draft, papers_of(procedure))
        return replace(draft, procedure=procedure.code, copies=1, fee_copies=1, due="")

    def fill(self, draft: Draft, card: CitizenCard) -> Draft:
        """Take the applicant from an identity card."""
        person = person_on(card)
        return replace(
            draft,
            name=person.name,
            identity=person.identity,
            birth=person.birth,
            sex=person.sex,
            residence=person.residence,
        )

    def add_page(self, draft: Draft, paper_index: int, png_path: Path) -> Draft:
        """Keep a scanned page durably and put it in its row. Raises DISK_FULL."""
        content = png_path.read_bytes()
        page = DraftPage(self._journal.database.blobs.put(content), len(content))
        papers = list(draft.papers)
        papers[paper_index] = replace(papers[paper_index], pages=(*papers[paper_index].pages, page))
        return replace(draft, papers=tuple(papers))

    def page(self, sha256: str) -> bytes:
        """The picture of a page, PNG. Raises BLOB_MISSING, BLOB_DAMAGED."""
        return self._journal.database.blobs.get(sha256)

    def offices(self) -> tuple[Office, ...]:
        """The other offices that are known here, by name: whose dossiers may be received too (art. 14)."""
        with self._journal.database.read() as connection:
            known = places.all_of(connection, Office)
        return tuple(sorted((one for one in known if one.id != self._office.id), key=lambda one: one.name))

    def fee(self, draft: Draft) -> int:
        """What is to be paid, in đồng."""
        return read.form_fee(self._catalogue.procedure(draft.procedure), draft) if draft.procedure else 0

    def appointment(self, procedure_code: str, channel: Channel = Channel.IN_PERSON) -> Appointment:
        """When the result is due if received now, with the days that explain it.

        Raises PROCEDURE_UNKNOWN, TERM_UNSET where an officer has to type it.
        """
        procedure = self._catalogue.procedure(procedure_code)
        return self._calendar.appointment(procedure, self._journal.clock.now(), channel)

    def warm_up(self) -> None:
        """Load what the first dossier of the day would wait for: the calendar, and what draws the receipt."""
        self._calendar.warm_up()
        load_drawing()

    def problems(self, draft: Draft) -> tuple[CounterError, ...]:
        """What keeps the form from being received, in the order of the page."""
        found = read.form_problems(draft)
        if draft.procedure:
            try:
                if not self._catalogue.is_received(draft.procedure):  # retired since the form was begun
                    raise CounterError(Code.PROCEDURE_UNKNOWN, code=draft.procedure)
                self._due(draft, self._catalogue.procedure(draft.procedure))
            except CounterError as error:
                found.append(error)
        return tuple(found)

    def receive(self, draft: Draft, desk: int, officer: str) -> Dossier:
        """Receive the dossier: code and pages in one transaction. Raises the first problem, DUTY_MISSING, DISK_FULL.

        Receiving the same draft again gives the same dossier; a registered dossier goes on in its own stream.
        """
        for problem in self.problems(draft):
            raise problem
        procedure = self._catalogue.procedure(draft.procedure)
        due = self._due(draft, procedure)
        with self._journal.transaction() as transaction:
            check_duty(transaction, officer, Duty.RECEPTION)
            known = rows.dossier(transaction.connection, draft.id)
            if known is None or known.state is DossierState.NEW:
                code = (known.code if known else "") or self._next_code(transaction, desk)
                fact = self._received(draft, procedure, desk, officer, code, due)
                transaction.append(f"dossier/{draft.id}", fact, f"officer/{officer}")
                self._append_pages(transaction, draft, officer, known)
            self._let_go(transaction, desk, draft)
        self._forget(left_over(draft))
        return self._dossier(draft.id)

    def register_incomplete(
        self,
        draft: Draft,
        desk: int,
        officer: str,
        items: tuple[str, ...],
        reason: str,
        *,
        contact: str = "",
        until: date | None = None,
        override: Override | None = None,
    ) -> Dossier:
        """Form 02: register what is not complete and ask for ``items``, once (art. 11), in one transaction.

        Raises the first problem of the people, PROCEDURE_MISSING, REASON_MISSING, DUTY_MISSING; for a registered
        dossier that was asked for something before LAW_FORBIDS, unless an administrator overrides it.
        """
        wanted = tuple(filter(None, (tidy(one) for one in items)))
        if not wanted or not tidy(reason):
            raise CounterError(Code.REASON_MISSING)
        said = (wanted, tidy(reason), tidy(contact), until)

        def ask() -> Dossier:
            items, why, who, day = said
            return self._lifecycle.request_supplement(
                draft.id, officer, items, why, contact=who, until=day, override=override
            )

        return self._register(draft, desk, officer, facts.SupplementRequested(officer, *said), ask)

    def refuse_at_counter(
        self, draft: Draft, desk: int, officer: str, reasons: tuple[str, ...], *, override: Override | None = None
    ) -> Dossier:
        """Form 03: register what is not received, and refuse it, in one transaction.

        Without a procedure (not our business) the content says what was wanted. Raises the first problem of the
        people, PROCEDURE_MISSING, REASON_MISSING, DUTY_MISSING.
        """
        said = tuple(filter(None, (tidy(one) for one in reasons)))
        if not said:
            raise CounterError(Code.REASON_MISSING)

        def refuse() -> Dossier:
            return self._lifecycle.refuse(draft.id, officer, said, override)

        return self._register(draft, desk, officer, facts.DossierRefused(officer, said), refuse)

    def preview(self, draft: Draft, desk: int, officer: str) -> bytes:
        """The receipt as it would be printed, without a code. Raises the first problem."""
        for problem in self.problems(draft):
            raise problem
        procedure = self._catalogue.procedure(draft.procedure)
        fact = self._received(draft, procedure, desk, officer, "", self._due(draft, procedure))
        return self._receipts.draw(fact, self._journal.clock.now(), self._officer_name(officer))

    def receipt(self, dossier_id: str) -> bytes:
        """The receipt of a dossier, PDF; made and kept the first time it is asked for.

        Raises DOSSIER_UNKNOWN, FORM_NOT_FOR_STATE, BLOB_MISSING, DISK_FULL.
        """
        return self._receipts.kept(dossier_id)

    def _register(
        self,
        draft: Draft,
        desk: int,
        officer: str,
        act: facts.SupplementRequested | facts.DossierRefused,
        again: Callable[[], Dossier],
    ) -> Dossier:
        """Register ``draft`` and do ``act`` on it; one that goes on with a registered dossier does it ``again``."""
        for problem in self._registering_problems(draft, act):
            raise problem
        with self._journal.database.read() as connection:
            known = rows.dossier(connection, draft.id)
        if known is not None and draft.resumed:
            again()
        with self._journal.transaction() as transaction:
            if known is None:
                check_duty(transaction, officer, Duty.RECEPTION)
                stream, actor = f"dossier/{draft.id}", f"officer/{officer}"
                transaction.append(stream, self._registered(draft, desk, officer), actor)
                transaction.settle()
                transaction.append(stream, act, actor)
            if known is None or draft.resumed:
                self._append_pages(transaction, draft, officer, known)
            self._let_go(transaction, desk, draft)
        self._forget(left_over(draft))
        return self._dossier(draft.id)

    def _registering_problems(self, draft: Draft, act: object) -> list[CounterError]:
        nameless = isinstance(act, facts.DossierRefused) and bool(draft.content.strip())
        missing = [] if draft.procedure or nameless else [CounterError(Code.PROCEDURE_MISSING)]
        return [*missing, *read.person_problems(draft)]

    def _registered(self, draft: Draft, desk: int, officer: str) -> facts.DossierRegistered:
        procedure = self._catalogue.procedure(draft.procedure) if draft.procedure else None
        content = tidy(draft.content)
        return facts.DossierRegistered(
            office=self._office.id,
            officer=officer,
            procedure=draft.procedure,
            procedure_name=procedure.name if procedure else content,
            field=procedure.field if procedure else "",
            applicant=read.applicant_of(draft),
            papers=read.papers_of_draft(draft.papers),
            desk=desk,
            channel=draft.channel,
            content=content,
            ticket=draft.ticket,
            submitted_at=_submitted(draft),
            co_applicants=read.co_applicants_of(draft),
            authorised=read.authorised_of(draft),
        )

    def _received(
        self, draft: Draft, procedure: Procedure, desk: int, officer: str, code: str, due: datetime
    ) -> facts.DossierReceived:
        term = procedure.term_for(draft.channel)
        return facts.DossierReceived(
            code=code,
            office=self._office.id,
            desk=desk,
            officer=officer,
            ticket=draft.ticket,
            procedure=procedure.code,
            procedure_name=procedure.name,
            field=procedure.field,
            applicant=read.applicant_of(draft),
            papers=read.papers_of_draft(draft.papers),
            fee=read.form_fee(procedure, draft),
            payment=draft.payment,
            due=due,
            term="" if term.unit is TermUnit.UNSET else f"{term.amount} {term.unit.value}",
            result=procedure.result,
            channel=draft.channel,
            content=tidy(draft.content) or procedure.official or procedure.name,
            copies=max(1, draft.sets),
            co_applicants=read.co_applicants_of(draft),
            authorised=read.authorised_of(draft),
            authority=draft.authority,
            authority_name=tidy(draft.authority_name),
            return_way=draft.return_way,
            return_address=tidy(draft.return_address) if draft.return_way is not ReturnWay.COUNTER else "",
            other_code=tidy(draft.other_code),
            submitted_at=_submitted(draft),
            steps=procedure.steps,
            version=procedure.valid_from,
        )

    def _due(self, draft: Draft, procedure: Procedure) -> datetime:
        """The appointment. Raises TERM_UNSET, MOMENT_INVALID, DUE_NOT_LATER where it has to be typed."""
        if procedure.term_for(draft.channel).unit is not TermUnit.UNSET:
            return self._calendar.appointment(procedure, self._journal.clock.now(), draft.channel).due
        typed = read.typed_moment(draft.due, read.CLOSING)
        if typed is None:
            raise CounterError(Code.TERM_UNSET)
        if typed <= self._journal.clock.now():
            raise CounterError(Code.DUE_NOT_LATER, due=typed)
        return typed

    def _next_code(self, transaction: Transaction, desk: int) -> str:
        today = business_day(self._journal.clock)
        start = dossier_code(self._office.code, today, desk, 1)[:-4]
        number = first_number(successor_rank(self._journal)) + rows.count_codes(transaction.connection, start)
        return dossier_code(self._office.code, today, desk, number)

    def _append_pages(self, transaction: Transaction, draft: Draft, officer: str, known: Dossier | None) -> None:
        """Tell the pages; those that a registered dossier has already are not told again."""
        told = {(page.paper, page.sha256) for page in known.pages} if known else set()
        for index, paper in enumerate(draft.papers):
            for number, page in enumerate(paper.pages, start=1):
                if (index, page.sha256) not in told:
                    fact = facts.PageScanned(index, number, page.sha256, page.size)
                    transaction.append(f"dossier/{draft.id}", fact, f"officer/{officer}")
                    transaction.add_blob(page.sha256, page.size, scan=True)

    def _let_go(self, transaction: Transaction, desk: int, draft: Draft) -> None:
        """Forget the form; one received again (a second click, a retry) must not take the desk's next one with it."""
        kept = local.draft(transaction.connection, desk)
        if kept is not None and from_text(kept, Draft).id == draft.id:
            local.drop_draft(transaction.connection, desk)

    def _forget(self, pictures: frozenset[str]) -> None:
        """Remove the blobs of pictures that neither an entry nor a half-filled form refers to any more."""
        with self._journal.database.read() as connection:
            unused = [sha256 for sha256 in pictures if not local.blob_is_referred_to(connection, sha256)]
        for sha256 in unused:
            self._journal.database.blobs.remove(sha256)

    def _officer_name(self, officer: str) -> str:
        with self._journal.database.read() as connection:
            found = places.place(connection, f"officer/{officer}", Officer)
        return found.name if found else ""

    def _dossier(self, dossier_id: str) -> Dossier:
        with self._journal.database.read() as connection:
            return rows.known_dossier(connection, dossier_id)


def _submitted(draft: Draft) -> datetime | None:
    return None if draft.channel is Channel.IN_PERSON else read.typed_moment(draft.submitted, time())
