"""What every form takes from a dossier and its office."""

from datetime import datetime

from counter_app.clocks import VIETNAM
from counter_app.documents.receipt_form import Edition, Issuer, ReceiptPaper, ReceiptPerson
from counter_app.domain.dossier_facts import Applicant, ReceivedPaper
from counter_app.domain.dossiers import Dossier
from counter_app.domain.law import law_on
from counter_app.domain.places import Office
from counter_app.domain.procedures import PaperCount, PaperForm
from counter_app.services.office_words import CENTRE, centre_of, committee_of


def issuer(office: Office) -> Issuer:
    """The one-stop centre as it stands in the letterhead."""
    return Issuer(office.superior, CENTRE, centre_of(office), office.place)


def agency(dossier: Dossier, office: Office) -> str:
    """Who decides on a dossier: another office's where it was only received here (Decree 118/2025/NĐ-CP art. 14)."""
    return dossier.authority_name or committee_of(office)


def edition_of(received: datetime) -> Edition:
    """The set of forms that the law of the day of reception prescribes."""
    return Edition(law_on(received.astimezone(VIETNAM).date()).forms.value)


def person(applicant: Applicant) -> ReceiptPerson:
    """An applicant; an organisation with whoever represents it."""
    name = f"{applicant.name} (đại diện: {applicant.representative})" if applicant.representative else applicant.name
    return ReceiptPerson(name, applicant.identity, applicant.residence, applicant.phone, applicant.email)


def submitter(dossier: Dossier) -> str:
    """Who stood at the counter: the authorised person if there is one."""
    return dossier.authorised.person.name if dossier.authorised else dossier.applicant.name


def running_number(code: str, sign: str) -> str:
    """``030012/PBS-TTPVHCC``: the number within the day, and the form's sign; nothing where there is no code."""
    return f"{code.rpartition('-')[2]}/{sign}" if code else ""


def paper(received: ReceivedPaper) -> ReceiptPaper:
    """One row of the checklist with every form in which the paper was handed over."""
    counts = dict.fromkeys(PaperForm, 0)
    for one in (PaperCount(received.form, received.copies), *received.also):
        counts[one.form] += one.copies
    return ReceiptPaper(
        received.name,
        original=counts[PaperForm.ORIGINAL],
        certified=counts[PaperForm.CERTIFIED],
        copies=counts[PaperForm.COPY],
        presented=counts[PaperForm.PRESENTED] > 0,
        electronic=counts[PaperForm.ELECTRONIC] > 0,
    )
