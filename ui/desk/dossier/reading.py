"""What the page reads of a dossier, off the main thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain import dossier_fold, folding
from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Recorded
from counter_app.domain.places import Officer
from counter_app.domain.procedures import ComponentDocument, WorkStep
from counter_app.domain.working_calendar import VIETNAM, Appointment, WorkingCalendar
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from counter_app.services.looks import MAY_SEE_LOOKS, Look
from counter_app.services.recognition import PaperProgress
from ui.desk.process.work import Desk, StepLine, way_of

_NOBODY = Officer("", "", "", "", "")


@dataclass(frozen=True, slots=True)
class PaperTexts:
    """How far the text of the papers scanned here is recognised, by their index, and whether this machine is at it."""

    papers: Mapping[int, PaperProgress]
    working: bool


@dataclass(frozen=True, slots=True)
class DossierRead:
    """A dossier with its journal, and what the page judges it by.

    ``doubtful`` are the entries (station, sequence) that did not fit their place: they changed nothing; at those in
    ``looked_at`` somebody has looked.
    ``appointment`` explains the first appointment; None where the catalogue no longer says how it came about.
    ``looks`` is None where whoever reads may not know who else did.
    """

    dossier: Dossier
    history: tuple[Recorded, ...]
    doubtful: frozenset[tuple[str, int]]
    officers: Mapping[str, Officer]
    calendar: WorkingCalendar
    forms: tuple[FormKind, ...]
    payments: int
    papers: tuple[ComponentDocument, ...]
    appointment: Appointment | None
    way: tuple[StepLine, ...]
    now: datetime
    texts: PaperTexts
    looked_at: frozenset[tuple[str, int]] = frozenset()
    looks: tuple[Look, ...] | None = None

    @property
    def steps(self) -> tuple[WorkStep, ...]:
        """The office's process, as it was when the dossier was received."""
        return self.dossier.steps

    def name_of(self, officer: str) -> str:
        """The name of an officer; the id of one who is not known here."""
        known = self.officers.get(officer)
        return known.name if known else officer


def read_dossier(services: Services, dossier_id: str, reader: str) -> DossierRead:
    """Read a dossier and all that stands beside it, for the officer ``reader``. Raises DOSSIER_UNKNOWN."""
    dossier = services.dossiers.dossier(dossier_id)
    history = services.dossiers.history(dossier_id)
    refused = folding.fold(history, dossier_fold.step).refused
    calendar, now = services.calendar.calendar(), services.clock.now()
    touch(calendar, dossier, now)
    papers, appointment = _catalogue(services, dossier)
    officers = {one.id: one for one in services.officers.all()}
    me = officers.get(reader, _NOBODY)
    desk = Desk(officers.get(dossier.officer, _NOBODY), officers, calendar, now)
    return DossierRead(
        dossier=dossier,
        history=history,
        doubtful=frozenset((one.station, one.seq) for one in refused),
        officers=officers,
        calendar=calendar,
        forms=services.forms.available(dossier_id),
        payments=len(services.forms.payments(dossier_id)),
        papers=papers,
        appointment=appointment,
        way=way_of(dossier, desk),
        now=now,
        texts=read_texts(services, dossier_id),
        looked_at=services.reviews.settled(refused),
        looks=services.looks.of(dossier_id, reader) if any(me.may(one) for one in MAY_SEE_LOOKS) else None,
    )


def read_texts(services: Services, dossier_id: str) -> PaperTexts:
    """Read how far the text of a dossier's papers is recognised."""
    work = services.recognition.state()
    return PaperTexts(services.recognition.progress(dossier_id), work.reading and not work.paused)


def touch(calendar: WorkingCalendar, dossier: Dossier | None, now: datetime) -> None:
    """Let the calendar load the years that the screen will ask about, here and not on the main thread."""
    for at in (now, dossier.due if dossier else None):
        if at is not None:
            day = at.astimezone(VIETNAM).date()
            calendar.is_working(day)
            calendar.is_working(day.replace(year=day.year + 1, day=min(day.day, 28)))


def _catalogue(services: Services, dossier: Dossier) -> tuple[tuple[ComponentDocument, ...], Appointment | None]:
    """The checklist of the procedure, and how the first appointment came about."""
    try:
        procedure = services.catalogue.procedure(dossier.procedure)
    except CounterError:  # no longer in the catalogue: the dossier has what it needs itself
        return (), None
    if dossier.state is DossierState.NEW:
        return procedure.papers, None
    try:
        found = services.calendar.appointment(procedure, dossier.received_at, dossier.channel)
    except CounterError:
        return procedure.papers, None
    return procedure.papers, found if found.due == dossier.first_due else None
