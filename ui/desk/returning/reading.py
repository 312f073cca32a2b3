"""What Trả kết quả reads, off the main thread."""

from PySide6.QtGui import QImage

from counter_app.domain.dossier_filter import DossierFilter, DossierOrder
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.domain.procedures import TermUnit
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from ui.desk.pdf_pages import page_image
from ui.desk.process.files import as_pdf, draft_of
from ui.desk.process.reading import read_desk
from ui.desk.process.work import way_of, work_of
from ui.desk.returning.state import Known

_MOST = 500


def read_ready(services: Services) -> tuple[Dossier, ...]:
    """Read the results that nobody has taken, the oldest first."""
    wanted = DossierFilter(states=(DossierState.DONE,), order=DossierOrder.DUE)
    done = services.dossiers.list(wanted, _MOST).dossiers
    return tuple(sorted(done, key=lambda one: (one.done_at or one.received_at, one.code)))


def read_known(services: Services, dossier: Dossier, officer: Officer) -> Known:
    """Read what else the page tells of a dossier."""
    desk = read_desk(services, officer)
    signers = sorted((one for one in desk.officers.values() if one.may(Duty.APPROVAL)), key=lambda one: one.name)
    earlier = services.dossiers.earlier(dossier.applicant.identity)
    holder = desk.officers.get(dossier.holder)
    where = dossier.department or (holder.department if holder else "")
    return Known(
        same_day=_is_same_day(services, dossier),
        signers=tuple(signers),
        holder=", ".join(filter(None, (holder.name if holder else "", where))),
        work=work_of(dossier, desk),
        way=way_of(dossier, desk),
        image=_first_page(services, dossier),
        others=tuple(one for one in earlier if one.id != dossier.id and one.state is DossierState.DONE),
    )


def _is_same_day(services: Services, dossier: Dossier) -> bool:
    """Whether its procedure is one that is done while the citizen waits."""
    try:
        term = services.catalogue.procedure(dossier.procedure).term_for(dossier.channel)
    except CounterError:
        return False
    return term.same_day_until is not None or term.unit is TermUnit.HOUR


def _first_page(services: Services, dossier: Dossier) -> QImage | None:
    """Draw the first page of the newest draft or signed result; None where there is none that can be shown."""
    file = draft_of(dossier)
    if file is None:
        return None
    try:
        contents = tuple(services.reception.page(sha256) for sha256 in file.blobs)
        return page_image(as_pdf(file.name, contents), 0)
    except CounterError:
        return None
