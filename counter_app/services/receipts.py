"""Form 01 from a dossier (Circular 03/2025/TT-VPCP, appendix I)."""

from datetime import datetime

from counter_app.clocks import VIETNAM
from counter_app.documents.receipt_form import ReceiptForm, ReceiptPaper, ReceiptPerson
from counter_app.domain.dossiers import Dossier
from counter_app.domain.dossier_facts import DossierReceived, ReceivedPaper
from counter_app.domain.places import Office
from counter_app.domain.procedures import PaperForm, TermUnit

CENTRE = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
_UNITS = {
    TermUnit.WORKING_DAY.value: "ngày làm việc",
    TermUnit.CALENDAR_DAY.value: "ngày",
    TermUnit.HOUR.value: "giờ làm việc",
}


def receipt_pdf(
    dossier: Dossier | DossierReceived, received: datetime, office: Office, officer: str, follow_base: str
) -> bytes:
    """Return both copies of the receipt as a PDF; without a code (a preview) its place stays empty."""
    from counter_app.documents.receipt import draw_receipts  # brings reportlab, a third of a second

    return draw_receipts(_form(dossier, received, office, officer, follow_base))


def load_drawing() -> None:
    """Import reportlab and read the fonts, so that the first receipt does not wait for them."""
    from counter_app.documents.typography import register_serif

    register_serif()


def _form(
    dossier: Dossier | DossierReceived, received: datetime, office: Office, officer: str, follow_base: str
) -> ReceiptForm:
    person = dossier.applicant
    centre = f"Trung tâm Phục vụ hành chính công {_in_a_sentence(office)}"
    return ReceiptForm(
        superior=office.superior,
        office=CENTRE,
        receiver=centre,
        number=f"{dossier.code.rpartition('-')[2]}/TTPVHCC" if dossier.code else "",
        place=office.place,
        code=dossier.code,
        applicant=ReceiptPerson(person.name, person.identity, person.residence, person.phone, person.email),
        procedure=dossier.procedure_name,
        procedure_code=dossier.procedure,
        papers=tuple(_paper(paper) for paper in dossier.papers if paper.applies),
        term=_term(dossier.term),
        received=received.astimezone(VIETNAM),
        due=(dossier.due or received).astimezone(VIETNAM),
        return_at=centre,
        officer=officer,
        status_url=f"{follow_base}/h/{dossier.code}" if dossier.code else follow_base,
        fee=dossier.fee,
    )


def _in_a_sentence(office: Office) -> str:
    """``XÃ AN PHÚC`` of the sign as in a sentence: ``xã An Phúc``."""
    return f"{office.name.split()[0].lower()} {office.place}" if office.name else office.place


def _term(term: str) -> str:
    amount, _, unit = term.partition(" ")
    return f"{int(amount):02d} {_UNITS.get(unit, unit)}" if amount.isdecimal() else term


def _paper(paper: ReceivedPaper) -> ReceiptPaper:
    count = paper.copies
    match paper.form:
        case PaperForm.ORIGINAL:
            return ReceiptPaper(paper.name, original=count)
        case PaperForm.CERTIFIED:
            return ReceiptPaper(paper.name, certified=count)
        case PaperForm.COPY:
            return ReceiptPaper(paper.name, copies=count)
        case PaperForm.ELECTRONIC:
            return ReceiptPaper(paper.name, electronic=True)
        case PaperForm.PRESENTED:
            return ReceiptPaper(paper.name, presented=True)
