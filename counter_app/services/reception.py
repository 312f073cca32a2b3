"""Reception: from a half-filled form to the dossier and its receipt (Decree 118/2025/NĐ-CP art. 17)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from counter_app.clocks import VIETNAM, business_day
from counter_app.domain import dossier_facts as facts
from counter_app.domain.citizen_card import CitizenCard, Sex, check_identity_number
from counter_app.domain.dossier_code import dossier_code
from counter_app.domain.dossiers import Dossier
from counter_app.domain.dossier_facts import Applicant, PaymentMethod, ReceivedPaper
from counter_app.domain.places import Office, Officer
from counter_app.domain.procedures import PaperForm, Procedure
from counter_app.domain.working_calendar import Appointment
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.services.calendar import Calendar
from counter_app.services.catalogue import Catalogue
from counter_app.services.receipts import load_drawing, receipt_pdf
from counter_app.store import dossiers as rows
from counter_app.store import local, places
from counter_app.store.codec import from_text, to_text


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A page already scanned: its blob and size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class DraftPaper:
    """One row of the checklist while the form is filled in."""

    name: str
    form: PaperForm
    copies: int
    required: bool
    condition: str
    applies: bool
    pages: tuple[DraftPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled form, exactly as typed; ``copies`` is the number of fee units."""

    id: str
    ticket: str = ""
    procedure: str = ""
    name: str = ""
    identity: str = ""
    birth: str = ""
    sex: str = ""
    residence: str = ""
    phone: str = ""
    email: str = ""
    papers: tuple[DraftPaper, ...] = ()
    payment: PaymentMethod = PaymentMethod.CASH
    copies: int = 1
    saved_at: datetime | None = None


class Reception:
    """What the Receive page does."""

    def __init__(
        self, journal: Journal, office: Office, catalogue: Catalogue, calendar: Calendar, follow_base: str
    ) -> None:
        self._journal = journal
        self._office = office
        self._catalogue = catalogue
        self._calendar = calendar
        self._follow_base = follow_base

    def begin(self, desk: int, ticket: str = "") -> Draft:
        """Start an empty form at ``desk``; the one before is forgotten."""
        self.discard(desk)
        return self.save(desk, Draft(uuid4().hex, ticket))

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
            pages = [page.sha256 for paper in (draft.papers if draft else ()) for page in paper.pages]
            unused = [sha256 for sha256 in pages if not local.blob_is_referred_to(connection, sha256)]
        for sha256 in unused:
            self._journal.database.blobs.remove(sha256)

    def choose(self, draft: Draft, procedure_code: str) -> Draft:
        """Put the procedure's checklist in the form. Raises PROCEDURE_UNKNOWN."""
        procedure = self._catalogue.procedure(procedure_code)
        papers = tuple(
            DraftPaper(paper.name, paper.form, paper.copies, paper.required, paper.condition, paper.required)
            for paper in procedure.papers
        )
        return replace(draft, procedure=procedure.code, papers=papers, copies=1)

    def fill(self, draft: Draft, card: CitizenCard) -> Draft:
        """Take the applicant from an identity card."""
        return replace(
            draft,
            name=card.full_name,
            identity=card.number,
            birth=card.birth.strftime("%d/%m/%Y"),
            sex=card.sex.value,
            residence=card.residence,
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

    def fee(self, draft: Draft) -> int:
        """What is to be paid, in đồng."""
        if not draft.procedure:
            return 0
        return self._catalogue.procedure(draft.procedure).fee.amount * max(draft.copies, 1)

    def appointment(self, procedure_code: str) -> Appointment:
        """When the result is due if received now, with the days that explain it."""
        procedure = self._catalogue.procedure(procedure_code)
        return self._calendar.appointment(procedure, self._journal.clock.now())

    def warm_up(self) -> None:
        """Load what the first dossier of the day would wait for: the calendar, and what draws the receipt."""
        self._calendar.warm_up()
        load_drawing()

    def problems(self, draft: Draft) -> tuple[CounterError, ...]:
        """What keeps the form from being received, in the order of the page."""
        return tuple(_problems(draft))

    def receive(self, draft: Draft, desk: int, officer: str) -> Dossier:
        """Receive the dossier: code and pages in one transaction. Raises the first problem, DISK_FULL.

        Receiving the same draft again gives the same dossier.
        """
        for problem in self.problems(draft):
            raise problem
        procedure, due = self._catalogue.procedure(draft.procedure), self.appointment(draft.procedure).due
        stream = f"dossier/{draft.id}"
        with self._journal.transaction() as transaction:
            if rows.dossier(transaction.connection, draft.id) is None:
                code = self._next_code(transaction, desk)
                fact = self._received(draft, procedure, desk, officer, code, due)
                transaction.append(stream, fact, f"officer/{officer}")
                self._append_pages(transaction, stream, draft, officer)
            # A form received again (a second click, a retry) must not take the desk's next one with it.
            kept = local.draft(transaction.connection, desk)
            if kept is not None and from_text(kept, Draft).id == draft.id:
                local.drop_draft(transaction.connection, desk)
        with self._journal.database.read() as connection:
            return _known(rows.dossier(connection, draft.id), draft.id)

    def preview(self, draft: Draft, desk: int, officer: str) -> bytes:
        """The receipt as it would be printed, without a code. Raises the first problem."""
        for problem in self.problems(draft):
            raise problem
        procedure, due = self._catalogue.procedure(draft.procedure), self.appointment(draft.procedure).due
        fact = self._received(draft, procedure, desk, officer, "", due)
        return receipt_pdf(
            fact, self._journal.clock.now(), self._office, self._officer_name(officer), self._follow_base
        )

    def receipt(self, dossier_id: str) -> bytes:
        """The receipt of a dossier, PDF; made and kept the first time it is asked for.

        Raises DOSSIER_UNKNOWN, BLOB_MISSING, DISK_FULL.
        """
        blobs = self._journal.database.blobs
        with self._journal.database.read() as connection:
            dossier = _known(rows.dossier(connection, dossier_id), dossier_id)
        if dossier.receipt:
            return blobs.get(dossier.receipt)
        name = self._officer_name(dossier.officer)
        pdf = receipt_pdf(dossier, dossier.received_at, self._office, name, self._follow_base)
        sha256 = blobs.put(pdf)
        with self._journal.transaction() as transaction:
            transaction.add_blob(sha256, len(pdf))
            fact = facts.ReceiptPrinted(sha256, len(pdf))
            transaction.append(f"dossier/{dossier_id}", fact, f"officer/{dossier.officer}")
        return pdf

    def _received(
        self, draft: Draft, procedure: Procedure, desk: int, officer: str, code: str, due: datetime
    ) -> facts.DossierReceived:
        return facts.DossierReceived(
            code=code,
            office=self._office.id,
            desk=desk,
            officer=officer,
            ticket=draft.ticket,
            procedure=procedure.code,
            procedure_name=procedure.name,
            field=procedure.field,
            applicant=_applicant(draft),
            papers=tuple(ReceivedPaper(one.name, one.form, one.copies, one.applies) for one in draft.papers),
            fee=self.fee(draft),
            payment=draft.payment,
            due=due,
            term=f"{procedure.term.amount} {procedure.term.unit.value}",
            result=procedure.result,
        )

    def _next_code(self, transaction: Transaction, desk: int) -> str:
        today = business_day(self._journal.clock)
        start = dossier_code(self._office.code, today, desk, 1)[:-4]
        number = rows.count_codes(transaction.connection, start) + 1
        return dossier_code(self._office.code, today, desk, number)

    def _append_pages(self, transaction: Transaction, stream: str, draft: Draft, officer: str) -> None:
        for index, paper in enumerate(draft.papers):
            for number, page in enumerate(paper.pages, start=1):
                fact = facts.PageScanned(index, number, page.sha256, page.size)
                transaction.append(stream, fact, f"officer/{officer}")
                transaction.add_blob(page.sha256, page.size)

    def _officer_name(self, officer: str) -> str:
        with self._journal.database.read() as connection:
            found = places.place(connection, f"officer/{officer}", Officer)
        return found.name if found else ""


def _known(dossier: Dossier | None, dossier_id: str) -> Dossier:
    if dossier is None:
        raise CounterError(Code.DOSSIER_UNKNOWN, dossier=dossier_id)
    return dossier


def _applicant(draft: Draft) -> Applicant:
    return Applicant(
        name=" ".join(draft.name.split()),
        identity=_identity(draft.identity),
        birth=_birth(draft.birth),
        sex=draft.sex if draft.sex in set(Sex) else "",
        residence=draft.residence.strip(),
        phone=draft.phone.strip(),
        email=draft.email.strip(),
    )


def _problems(draft: Draft) -> list[CounterError]:
    found: list[CounterError] = []
    if not draft.procedure:
        found.append(CounterError(Code.PROCEDURE_MISSING))
    if not draft.name.strip():
        found.append(CounterError(Code.APPLICANT_NAME_MISSING))
    for check, typed in ((_identity, draft.identity), (_birth, draft.birth)):
        try:
            check(typed)
        except CounterError as error:
            found.append(error)
    missing = [paper.name for paper in draft.papers if paper.required and not paper.applies]
    if missing:
        found.append(CounterError(Code.PAPER_MISSING, names="; ".join(missing)))
    return found


def _identity(text: str) -> str:
    """A typed number; empty is allowed. Raises APPLICANT_ID_INVALID."""
    return check_identity_number(text) if text.strip() else ""


def _birth(text: str) -> date | None:
    """A typed day of birth, dd/MM/yyyy; empty is allowed. Raises APPLICANT_BIRTH_INVALID."""
    if not text.strip():
        return None
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").replace(tzinfo=VIETNAM).date()
    except ValueError as error:
        raise CounterError(Code.APPLICANT_BIRTH_INVALID, text=text.strip()) from error
