"""The services of one station, as the screens get them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from counter_app.domain.places import Office
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.journal.changes import Changes
from counter_app.journal.journal import Journal
from counter_app.ports import Clock, QueueAuthority, TicketPrinter
from counter_app.services.backups import Backups
from counter_app.services.board import Board
from counter_app.services.calendar import Calendar
from counter_app.services.catalogue import Catalogue
from counter_app.services.choices import Choices
from counter_app.services.citizen_copy import CitizenCopies
from counter_app.services.contact import Contact
from counter_app.services.dossiers import Dossiers
from counter_app.services.draft_pages import DraftPages
from counter_app.services.export import Export
from counter_app.services.fleet_log import FleetLog
from counter_app.services.forms import Forms
from counter_app.services.housekeeping import Housekeeping, Server
from counter_app.services.key_escrow import KeyEscrow
from counter_app.services.lifecycle import Lifecycle
from counter_app.services.live import Live
from counter_app.services.looks import Looks
from counter_app.services.officers import Officers
from counter_app.services.people import People
from counter_app.services.permissions import GUARDED, Permissions
from counter_app.services.printing import Printing
from counter_app.services.queue import Queue
from counter_app.services.queue_authority import LocalAuthority
from counter_app.services.queue_choices import QueueChoices
from counter_app.services.ratings import Ratings
from counter_app.services.receipts import Receipts
from counter_app.services.reception import Reception
from counter_app.services.recognition import Recognition
from counter_app.services.register import Register
from counter_app.services.releases import Releases
from counter_app.services.retention import Retention
from counter_app.services.reviews import Reviews
from counter_app.services.rule_trial import RuleTrial
from counter_app.services.scan_files import ScanFiles
from counter_app.services.second_factor import SecondFactors
from counter_app.services.security_log import SecurityLog
from counter_app.services.sign_in import SignIns
from counter_app.services.stations import Stations
from counter_app.services.sync_overview import SyncOverviews
from counter_app.services.syslog import SyslogForwarder
from counter_app.services.tries import Tries
from counter_app.services.voice import Voice
from counter_app.services.waiting_times import WaitingTimes


@dataclass(frozen=True)
class QueueServices:
    """Numbers, who is called, and what the hall sees and hears."""

    queue: Queue
    queue_choices: QueueChoices
    waiting_times: WaitingTimes
    live: Live
    rule_trial: RuleTrial
    voice: Voice
    board: Board
    ratings: Ratings
    printing: Printing


@dataclass(frozen=True)
class DossierServices:
    """Dossiers, their papers, and what leaves the counter."""

    choices: Choices
    catalogue: Catalogue
    calendar: Calendar
    reception: Reception
    pages: DraftPages
    dossiers: Dossiers
    people: People
    lifecycle: Lifecycle
    export: Export
    forms: Forms
    register: Register
    recognition: Recognition
    scan_files: ScanFiles
    reviews: Reviews
    retention: Retention
    citizen_copies: CitizenCopies


@dataclass(frozen=True)
class SafetyServices:
    """Who may do what, what is written down of it, and what is kept for a bad day."""

    officers: Officers
    sign_ins: SignIns
    second_factors: SecondFactors
    permissions: Permissions
    looks: Looks
    security: SecurityLog
    forwarding: SyslogForwarder
    key_escrow: KeyEscrow
    backups: Backups


@dataclass(frozen=True)
class Services(QueueServices, DossierServices, SafetyServices):
    """Every use case of the counter."""

    clock: Clock
    office: Office
    changes: Changes
    stations: Stations
    fleet_log: FleetLog
    sync: SyncOverviews
    housekeeping: Housekeeping


def signed_in(services: Services, officer: str) -> Services:
    """The services as one officer may use them: what a desk's screens get, and no other door."""
    permissions = services.permissions
    doors = {name: permissions.guarded(name, getattr(services, name), officer) for name in GUARDED}
    return replace(services, **doors)


def make_services(
    journal: Journal,
    office: Office,
    printer: TicketPrinter,
    follow_base: str,
    *,
    rank: int = 0,
    authority: Callable[[LocalAuthority], QueueAuthority] | None = None,
    keeps_hours: bool = True,
    server: Server | None = None,
    escrow: str = "",
    offline_days: int | None = None,
    lock_minutes: int = 15,
) -> Services:
    """Build the services of ``office`` on one journal.

    The queue's commands go to this station's own authority, with the number ranges of ``rank``, or to what
    ``authority`` makes of it. Without ``keeps_hours`` it gives out numbers at any hour. ``server`` says
    which blobs it lacks, so that old scans may go where the disk is short. ``escrow`` is for whom this machine's key is
    sealed where the office named nobody. ``offline_days``: after so many without an
    upstream only administrators sign in; None where there is none. ``lock_minutes`` without work lock a desk.
    """
    safety = _safety(journal, office, escrow, offline_days, lock_minutes)
    dossiers = _dossiers(journal, office, follow_base, safety.security, server)
    hours = dossiers.calendar.calendar if keeps_hours else None
    return Services(
        clock=journal.clock,
        office=office,
        changes=journal.changes,
        stations=Stations(journal, office.id, safety.security),
        fleet_log=FleetLog(journal),
        sync=SyncOverviews(journal, office.id),
        housekeeping=Housekeeping(journal, dossiers.choices, server),
        **vars(_queue(journal, office, printer, follow_base, rank, authority, hours)),
        **vars(dossiers),
        **vars(safety),
    )


def _queue(
    journal: Journal,
    office: Office,
    printer: TicketPrinter,
    follow_base: str,
    rank: int,
    authority: Callable[[LocalAuthority], QueueAuthority] | None,
    hours: Callable[[], WorkingCalendar] | None,
) -> QueueServices:
    waiting_times = WaitingTimes(journal, office.id, hours)
    local = LocalAuthority(journal, office.id, rank, calendar=hours, foretell=waiting_times.foretell)
    queue = Queue(journal, office.id, follow_base, local=local, authority=authority(local) if authority else None)
    choices = QueueChoices(journal, office.id)
    return QueueServices(
        queue=queue,
        queue_choices=choices,
        waiting_times=waiting_times,
        live=Live(journal, office.id, queue),
        rule_trial=RuleTrial(journal, office.id),
        voice=Voice(journal, office.id),
        board=Board(journal, office, queue),
        ratings=Ratings(journal),
        printing=Printing(journal, office, printer, queue, choices, follow_base),
    )


def _dossiers(
    journal: Journal, office: Office, follow_base: str, security: SecurityLog, server: Server | None
) -> DossierServices:
    choices = Choices(journal.database.folder)
    catalogue, calendar, dossiers = Catalogue(journal), Calendar(journal, office), Dossiers(journal)
    lifecycle, releases = Lifecycle(journal, calendar, security), Releases(journal, security)
    receipts = Receipts(journal, office, choices, follow_base)
    forms, recognition = Forms(journal, office, receipts), Recognition(journal)
    scan_files = ScanFiles(journal, recognition, stop=server.cut) if server else ScanFiles(journal, recognition)
    return DossierServices(
        choices=choices,
        catalogue=catalogue,
        calendar=calendar,
        reception=Reception(journal, office, catalogue, calendar, lifecycle, receipts),
        pages=DraftPages(journal),
        dossiers=dossiers,
        people=People(dossiers),
        lifecycle=lifecycle,
        export=Export(journal, releases),
        forms=forms,
        register=Register(journal, office, releases),
        recognition=recognition,
        scan_files=scan_files,
        reviews=Reviews(journal, calendar),
        retention=Retention(journal, releases),
        citizen_copies=CitizenCopies(journal, office, forms, scan_files, security),
    )


def _safety(
    journal: Journal, office: Office, escrow: str, offline_days: int | None, lock_minutes: int
) -> SafetyServices:
    security = SecurityLog(journal)
    second_factors = SecondFactors(journal, Tries(journal, security), security, office.name)
    contact = Contact(journal, offline_days)
    return SafetyServices(
        officers=Officers(journal, office.id, security),
        sign_ins=SignIns(journal, office.id, contact, second_factors, security, lock_minutes),
        second_factors=second_factors,
        permissions=Permissions(journal, security),
        looks=Looks(journal, security),
        security=security,
        forwarding=SyslogForwarder(journal),
        key_escrow=KeyEscrow(journal, office.id, security, escrow),
        backups=Backups(journal, security),
    )
