"""The dossier: the case file of one application, from its registration to the result handed over."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from counter_app.domain.dossier_facts import (
    Applicant,
    Authorised,
    FileRole,
    FormKind,
    PaymentMethod,
    ReceivedPaper,
    ReturnWay,
    Rule,
)
from counter_app.domain.procedures import Channel, WorkStep


class DossierState(IntEnum):
    """The ten national states, by their numbers on the national public service portal."""

    NEW = 1  # mới đăng ký
    RECEIVED = 2  # được tiếp nhận
    REFUSED = 3  # không được tiếp nhận
    PROCESSING = 4  # đang xử lý
    SUPPLEMENT = 5  # yêu cầu bổ sung giấy tờ
    PAYMENT = 6  # yêu cầu thực hiện nghĩa vụ tài chính
    WITHDRAWING = 7  # công dân yêu cầu rút hồ sơ
    STOPPED = 8  # dừng xử lý
    DONE = 9  # đã xử lý xong
    RETURNED = 10  # đã trả kết quả

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be done."""
        return self in (DossierState.REFUSED, DossierState.STOPPED, DossierState.RETURNED)

    @property
    def paused(self) -> bool:
        """Whether the clock stands still, waiting for the applicant."""
        return self in (DossierState.SUPPLEMENT, DossierState.PAYMENT)


@dataclass(frozen=True, slots=True)
class Page:
    """A scanned page of the paper at index ``paper``: the blob's SHA-256 and its size in bytes."""

    paper: int
    page: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file of the processing."""

    role: FileRole
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Hand:
    """One giving and taking of form 06; ``taken_at`` is None until the taker has it."""

    step: int
    giver: str
    taker: str
    department: str
    given_at: datetime
    due: datetime | None = None
    note: str = ""
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Supplement:
    """What was asked for, and when it came."""

    items: tuple[str, ...]
    reason: str
    asked_at: datetime
    until: date | None = None
    came_at: datetime | None = None
    due_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result as it lies ready: number, signer and day of the paper; ``refusal`` if it says no."""

    number: str = ""
    signer: str = ""
    issued: date | None = None
    refusal: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """The case file of one application; times in UTC, fee in đồng.

    ``received_at`` is when it was registered while it is NEW; ``due`` is None until it is received.
    ``overrides`` are rules that an administrator opened and no act has used yet.
    """

    id: str
    code: str
    office: str
    desk: int
    officer: str
    ticket: str
    procedure: str
    procedure_name: str
    field: str
    applicant: Applicant
    papers: tuple[ReceivedPaper, ...]
    received_at: datetime
    state: DossierState
    due: datetime | None = None
    fee: int = 0
    payment: PaymentMethod = PaymentMethod.CASH
    term: str = ""
    result: str = ""
    pages: tuple[Page, ...] = ()
    receipt: str = ""
    returned_at: datetime | None = None
    returned_to: str = ""
    channel: Channel = Channel.IN_PERSON
    content: str = ""
    copies: int = 1
    co_applicants: tuple[Applicant, ...] = ()
    authorised: Authorised | None = None
    authority: str = ""
    authority_name: str = ""
    return_way: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    other_code: str = ""
    submitted_at: datetime | None = None
    steps: tuple[WorkStep, ...] = ()
    version: date | None = None
    first_due: datetime | None = None
    paused_at: datetime | None = None
    supplements: tuple[Supplement, ...] = ()
    extensions: int = 0
    hands: tuple[Hand, ...] = ()
    files: tuple[AttachedFile, ...] = ()
    approved_by: str = ""
    to_pay: int = 0
    paid: int = 0
    refusal: tuple[str, ...] = ()
    stop_reason: str = ""
    outcome: Outcome | None = None
    done_at: datetime | None = None
    ended_at: datetime | None = None
    forms: tuple[tuple[FormKind, str], ...] = ()
    overrides: tuple[Rule, ...] = ()

    @property
    def hand(self) -> Hand | None:
        """The last giving."""
        return self.hands[-1] if self.hands else None

    @property
    def holder(self) -> str:
        """Who has to act: the officer it was last given to, or who received it; nobody when it has ended."""
        if self.state.ended:
            return ""
        return self.hands[-1].taker if self.hands else self.officer

    @property
    def department(self) -> str:
        """Where it lies; empty at the desk that received it."""
        return self.hands[-1].department if self.hands and not self.state.ended else ""

    @property
    def step_due(self) -> datetime | None:
        """When the present step is due, the whole term's end where the step has none."""
        if self.state.ended or self.state is DossierState.DONE:
            return None
        return (self.hands[-1].due if self.hands else None) or self.due

    def is_late(self, now: datetime) -> bool:
        """Whether the appointment has passed without a result; a dossier that waits for its applicant is not late."""
        if self.due is None or self.state.paused or self.state is DossierState.WITHDRAWING:
            return False
        return (self.done_at or self.ended_at or now) > self.due
