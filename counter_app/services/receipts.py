"""Form 01 from a dossier (Circular 03/2025/TT-VPCP, appendix I; before 15/9/2025 Circular 01/2018/TT-VPCP)."""

from datetime import datetime

from counter_app.clocks import VIETNAM
from counter_app.documents.receipt_form import PageLayout, ReceiptForm
from counter_app.domain.dossier_facts import DossierReceived, ReceiptPrinted, ReturnWay
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.places import Office, Officer
from counter_app.domain.procedures import TermUnit
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services import form_parts
from counter_app.services.choices import Choices
from counter_app.services.office_words import CENTRE, NUMBER_SIGN, centre_of
from counter_app.store import dossiers as rows
from counter_app.store import places, views

_UNITS = {
    TermUnit.WORKING_DAY.value: "ngày làm việc",
    TermUnit.CALENDAR_DAY.value: "ngày",
    TermUnit.HOUR.value: "giờ làm việc",
}


class Receipts:
    """Draws receipts in the layout chosen at this machine, and keeps them."""

    def __init__(self, journal: Journal, office: Office, choices: Choices, follow_base: str) -> None:
        self._journal = journal
        self._office = office
        self._choices = choices
        self._follow_base = follow_base

    def kept(self, dossier_id: str) -> bytes:
        """The receipt of a dossier, PDF; made the first time it is asked for and kept: a reprint is the same paper.

        Raises DOSSIER_UNKNOWN, FORM_NOT_FOR_STATE before the dossier is received, BLOB_MISSING, DISK_FULL.
        """
        blobs = self._journal.database.blobs
        with self._journal.database.read() as connection:
            dossier = rows.known_dossier(connection, dossier_id)
            officer = places.place(connection, f"officer/{dossier.officer}", Officer)
            history = views.recorded(connection, f"dossier/{dossier_id}")
        if dossier.receipt:
            return blobs.get(dossier.receipt)
        if dossier.state in (DossierState.NEW, DossierState.REFUSED):
            raise CounterError(Code.FORM_NOT_FOR_STATE, form="01", code=dossier.code, state=dossier.state.name.lower())
        # As it was received: an appointment that moved since is not what was promised then.
        facts = (one.fact for one in reversed(history) if isinstance(one.fact, DossierReceived))
        pdf = self.draw(next(facts, dossier), dossier.received_at, officer.name if officer else "")
        sha256 = blobs.put(pdf)
        with self._journal.transaction() as transaction:
            now = rows.dossier(transaction.connection, dossier_id)
            if now is not None and now.receipt:  # asked for twice at once: the first one counts
                return blobs.get(now.receipt)
            transaction.add_blob(sha256, len(pdf))
            transaction.append(f"dossier/{dossier_id}", ReceiptPrinted(sha256, len(pdf)), f"officer/{dossier.officer}")
        return pdf

    def draw(self, dossier: Dossier | DossierReceived, received: datetime, officer: str) -> bytes:
        """Return both copies as a PDF; without a code (a preview) its place stays empty. ``officer`` is a name."""
        from counter_app.documents.receipt import draw_receipts  # brings reportlab, a third of a second

        layout = PageLayout.TWO_UP if self._choices.read().receipt_two_up else PageLayout.PORTRAIT
        return draw_receipts(_form(dossier, received, self._office, officer, self._follow_base), layout)


def load_drawing() -> None:
    """Import reportlab and read the fonts, so that the first receipt does not wait for them."""
    from counter_app.documents.typography import register_serif

    register_serif()


def _form(
    dossier: Dossier | DossierReceived, received: datetime, office: Office, officer: str, follow_base: str
) -> ReceiptForm:
    centre, agent = centre_of(office), dossier.authorised
    by_post = dossier.return_way is ReturnWay.POST
    return ReceiptForm(
        superior=office.superior,
        office=CENTRE,
        receiver=centre,
        number=form_parts.running_number(dossier.code, NUMBER_SIGN),
        place=office.place,
        code=dossier.code,
        applicant=form_parts.person(dossier.applicant),
        procedure=_wish(dossier),
        procedure_code=dossier.procedure,
        papers=tuple(form_parts.paper(one) for one in dossier.papers if one.applies),
        term=_term(dossier.term),
        received=received.astimezone(VIETNAM),
        due=(dossier.due or received).astimezone(VIETNAM),
        return_at=dossier.return_address if by_post and dossier.return_address else centre,
        officer=officer,
        status_url=f"{follow_base}/h/{dossier.code}" if dossier.code else follow_base,
        sets=dossier.copies,
        fee=dossier.fee,
        representative=form_parts.person(agent.person) if agent else None,
        authority=agent.paper if agent else "",
        others=tuple(form_parts.person(one) for one in dossier.co_applicants),
        return_way=dossier.return_way,
        edition=form_parts.edition_of(received),
    )


def _wish(dossier: Dossier | DossierReceived) -> str:
    """What is asked for; and of whom, if another office of the province decides it (Decree 118/2025/NĐ-CP art. 14)."""
    content = dossier.content or dossier.procedure_name
    return f"{content} (cơ quan giải quyết: {dossier.authority_name})" if dossier.authority_name else content


def _term(term: str) -> str:
    amount, _, unit = term.partition(" ")
    if unit == TermUnit.UNSET.value:
        return ""  # a line to fill by hand
    return f"{int(amount):02d} {_UNITS.get(unit, unit)}" if amount.isdecimal() else term
