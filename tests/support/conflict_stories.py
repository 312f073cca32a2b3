"""Every kind of entry of the streams that two machines may write, and the ways to where each may be written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from counter_app.domain import device_facts as device
from counter_app.domain import dossier_facts as dossier
from counter_app.domain import facts
from counter_app.domain import officer_facts as account
from counter_app.domain import queue_facts as queue
from counter_app.domain.facts import Fact
from counter_app.domain.key_facts import EscrowNamed, KeyEscrowed
from counter_app.domain.privacy_facts import PrivacyAct, PrivacyActed
from counter_app.domain.procedures import Channel, Fee, Procedure, ServiceGroup, Term
from counter_app.domain.queue_policy import BoardChoices, QueuePolicy, RatingChoices, TicketTemplate
from counter_app.domain.review_facts import Decision, ReviewSettled
from counter_app.domain.security_facts import SecuritySealed
from tests.support.dossier_entries import RECEIVED

DUE = datetime(2026, 12, 24, 10, tzinfo=UTC)
DAY = date(2026, 11, 23)
LATER = timedelta(days=3)
OFFICE = "an-phuc"


@dataclass(frozen=True)
class Family:
    """The kinds of one sort of stream; ``ways`` lead to each state in which something may be done."""

    name: str
    acts: Mapping[str, Fact]
    ways: tuple[tuple[Fact, ...], ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Their names, in the order of the table."""
        return tuple(self.acts)


def _by_kind(*acts: Fact) -> dict[str, Fact]:
    return {facts.KIND_OF[type(one)]: one for one in acts}


REGISTERED = dossier.DossierRegistered(
    *(OFFICE, "ha", RECEIVED.procedure, RECEIVED.procedure_name, RECEIVED.field, RECEIVED.applicant, RECEIVED.papers),
    channel=Channel.ONLINE,
)
TAKEN_IN = dossier.DossierReceived(
    *("H99.17-261123-010001", OFFICE, 1, "ha", "", RECEIVED.procedure, RECEIVED.procedure_name, RECEIVED.field),
    *(RECEIVED.applicant, RECEIVED.papers, 0, dossier.PaymentMethod.CASH, DUE),
)
REFUSED = dossier.DossierRefused("ha", ("Không thuộc thẩm quyền",))
ASKED = dossier.SupplementRequested("ha", ("Tờ khai",), "Thiếu chữ ký")
CAME = dossier.SupplementReceived("ha", RECEIVED.papers, DUE + LATER)
HANDED = dossier.HandedOver(0, "ha", "minh", "Địa chính – xây dựng")
TAKEN = dossier.TakenOver("minh")
APPROVED = dossier.ResultApproved("son")
TO_PAY = dossier.PaymentRequested("minh", 50_000, "Lệ phí trước bạ")
PAID = dossier.PaymentMade("ha", 50_000, dossier.PaymentMethod.CASH, DUE + LATER)
EXTENDED = dossier.TermExtended("minh", "Chờ xác minh", DUE + LATER)
WITHDRAWN = dossier.WithdrawalRequested("ha", "Trần Thị Hoa", "Không cần nữa")
STOPPED = dossier.DossierStopped("minh", "Theo đề nghị")
READY = dossier.ResultReady("minh", "12/GXN")
RETURNED = dossier.DossierReturned("ha", "Trần Thị Hoa")

_AT_WORK = (TAKEN_IN, HANDED, TAKEN)
DOSSIER = Family(
    "dossier",
    _by_kind(
        REGISTERED,
        TAKEN_IN,
        REFUSED,
        ASKED,
        CAME,
        HANDED,
        TAKEN,
        APPROVED,
        dossier.ResultSentBack("son", "minh", "Sai tên"),
        TO_PAY,
        PAID,
        EXTENDED,
        WITHDRAWN,
        STOPPED,
        READY,
        RETURNED,
        dossier.Commented("minh", "Đã xem"),
        dossier.FileAttached("minh", dossier.FileRole.DRAFT, "du-thao.pdf", "a" * 64, 3),
        dossier.PageScanned(0, 1, "b" * 64, 9),
        dossier.ReceiptPrinted("c" * 64, 9),
        dossier.FormIssued(dossier.FormKind.SUPPLEMENT, "d" * 64, 9),
        dossier.RuleOverridden("son", dossier.Rule.EXTENSION_ONCE, "Bưu điện làm mất giấy"),
        dossier.DossierLookedAt("lan"),
    ),
    (
        (),
        (REGISTERED,),
        (TAKEN_IN,),
        (TAKEN_IN, HANDED),
        _AT_WORK,
        (TAKEN_IN, HANDED, APPROVED),
        (*_AT_WORK, APPROVED),
        (*_AT_WORK, ASKED),
        (*_AT_WORK, ASKED, CAME),
        (*_AT_WORK, TO_PAY),
        (TAKEN_IN, WITHDRAWN),
        (*_AT_WORK, APPROVED, READY),
        (*_AT_WORK, APPROVED, READY, HANDED),
        (*_AT_WORK, APPROVED, READY, RETURNED),
        (REGISTERED, REFUSED),
        (TAKEN_IN, WITHDRAWN, STOPPED),
    ),
)

_ISSUED = facts.TicketIssued(OFFICE, DAY, "civil-status", "A", 12)
_CALLED, _SERVED = facts.TicketCalled(1, "ha"), facts.ServiceStarted(1, "ha")
TICKET = Family(
    "ticket",
    _by_kind(
        _ISSUED,
        facts.TicketPrinted(facts.PrintOutcome.CONFIRMED, 100),
        _CALLED,
        _SERVED,
        queue.ServiceSwitched("land"),
        queue.TicketParked(),
        facts.TicketTransferred("land"),
        facts.TicketFinished(),
        facts.TicketMissed(),
        facts.TicketCancelled("left"),
    ),
    (
        (),
        (_ISSUED,),
        (_ISSUED, _CALLED),
        (_ISSUED, _CALLED, _SERVED),
        (_ISSUED, _CALLED, queue.TicketParked()),
        (_ISSUED, _CALLED, facts.TicketMissed()),
    ),
)

_RAISED = queue.EmergencyRaised(OFFICE, 3, DAY, "ha")
SEAT = Family(
    "seat",
    _by_kind(
        queue.DeskStateSet(OFFICE, 3, DAY, queue.DeskState.BREAK, "ha"),
        _RAISED,
        queue.EmergencyAccepted(1, "minh"),
        queue.EmergencyEnded("ha"),
    ),
    ((), (queue.DeskStateSet(OFFICE, 3, DAY, queue.DeskState.OPEN, "ha"), _RAISED)),
)

_OPENED = queue.BusinessDayOpened(OFFICE, DAY)
QUEUE_DAY = Family(
    "queueday",
    _by_kind(
        _OPENED,
        queue.KioskSwitched(OFFICE, DAY, queue.KioskMode.CLOSED, "Mất điện", "son"),
        queue.BusinessDayClosed(OFFICE, DAY, "son"),
    ),
    ((), (_OPENED,)),
)

_RATING = facts.RatingOpened("t" * 32, 1, "ha", "civil-status")
RATING = Family(
    "rating",
    _by_kind(
        _RATING,
        facts.RatingGiven(2, facts.RatingSource.SCREEN),
        facts.RatingReasonsGiven(("slow",)),
        facts.RatingClosed(),
    ),
    ((), (_RATING,), (_RATING, facts.RatingGiven(4, facts.RatingSource.KEYPAD))),
)

_ENROLLED = facts.StationEnrolled("Máy kiosk", OFFICE, "e" * 64, ("kiosk",), 4)
STATION = Family("station", _by_kind(_ENROLLED, facts.StationBarred(barred=True)), ((), (_ENROLLED,)))

_OFFICER = facts.OfficerRegistered("Trần Thị Mai", "Công chức", "$first", OFFICE)
OFFICER = Family(
    "officer",
    _by_kind(
        facts.OfficerRegistered("Trần Thị Mai", "Phó Chủ tịch", "$first", OFFICE),
        account.SecretSet("$second", second="sealed anew"),
        account.SecondFactorSet("$first", "sealed", ("$code",)),
        account.RecoveryCodeUsed("$code"),
        account.OfficerBarred(barred=True, reason="Nghỉ việc"),
        account.OfficerSignedIn(),
    ),
    ((), (_OFFICER,)),
)

_SEEN = device.DeviceChanged("printer", "ticket", "ready")
DEVICE = Family(
    "device",
    _by_kind(
        device.DeviceChanged("printer", "ticket", "faulty", "paper-out"),
        device.DeviceUsed(tickets=3),
        device.DeviceServiced(),
        device.DeviceRemoved(),
    ),
    ((), (_SEEN,)),
)

QUEUE_HEAD = Family("queuehead", _by_kind(queue.QueueTaken(OFFICE, 2, 1)), ((), (queue.QueueTaken(OFFICE, 1, 0),)))

FAMILIES = (DOSSIER, TICKET, SEAT, QUEUE_DAY, QUEUE_HEAD, RATING, STATION, OFFICER, DEVICE)
"""Sorts of streams with a life of their own."""


def _record(stream: str, act: Fact) -> Family:
    return Family(stream, _by_kind(act), ((),))


_GROUP = ServiceGroup("civil-status", "A", "Hộ tịch", "Civil status", "Hộ tịch", "Civil status", "id")
_PROCEDURE = Procedure("9.000001", "Thủ tục thử", "Hộ tịch", "civil-status", Term(3), Fee(0), ())
RECORDS = (
    _record("office", facts.OfficeRegistered("H99.18", "XÃ BÊN", "UBND XÃ BÊN", "Bên")),
    _record("desk", facts.DeskDefined(9, OFFICE)),
    _record("group", facts.GroupDefined(_GROUP, 9)),
    _record("procedure", facts.ProcedurePublished(_PROCEDURE)),
    _record("catalogue", facts.CataloguePublished((_PROCEDURE,))),
    _record("calendar", facts.CalendarDaySet(OFFICE, date(2026, 12, 31), facts.DayKind.OFF, "Nghỉ bù")),
    _record("hours", facts.WorkingHoursSet(OFFICE, date(2027, 1, 1), (facts.Session(0, "07:30", "11:30"),))),
    _record("queuepolicy", queue.QueuePolicySet(OFFICE, QueuePolicy())),
    _record("tickettemplate", queue.TicketTemplateSet(OFFICE, TicketTemplate())),
    _record("board", queue.BoardSet(OFFICE, 9, BoardChoices())),
    _record("ratingchoices", queue.RatingChoicesSet(OFFICE, RatingChoices(4))),
    _record("voice", queue.VoiceClipSet(OFFICE, "vi-1", "f" * 64)),
    _record("privacy", PrivacyActed(PrivacyAct.LISTED, "son", "Thanh tra", 12)),
    _record("review", ReviewSettled("0" * 16, 1, "received twice", Decision.KEPT, "ha")),
    _record("security", SecuritySealed(7, "f" * 64)),
    _record("escrow", EscrowNamed("age1invented")),
    _record("key", KeyEscrowed("age1invented", "c2VhbGVk")),
)
"""Streams that are one record: whoever wrote last is right."""
