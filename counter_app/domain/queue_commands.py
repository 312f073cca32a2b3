"""What may be asked of the queue, wherever it is kept. The caller makes each command's id: asked twice, done once."""

from dataclasses import dataclass

from counter_app.domain.facts import Priority
from counter_app.domain.queue_facts import DeskState, IssueSource, KioskMode


@dataclass(frozen=True, slots=True)
class TakeNumber:
    """A number of ``group``; the command's id becomes the ticket's. ``number`` is set for one torn from a roll."""

    group: str
    priority: Priority | None = None
    source: IssueSource = IssueSource.KIOSK
    dossier: str = ""
    number: int | None = None
    officer: str = ""


@dataclass(frozen=True, slots=True)
class CallNext:
    """Who comes next by the rule, to ``desk``."""

    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class CallChosen:
    """A waiting ticket out of its turn, for a reason; needs the duty of directing."""

    ticket: str
    desk: int
    officer: str
    reason: str


@dataclass(frozen=True, slots=True)
class CallAgain:
    """The number that this desk has called, once more."""

    ticket: str
    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class CallBack:
    """One who did not come, or was put aside."""

    ticket: str
    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class StartService:
    """The citizen is at the desk."""

    ticket: str
    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class SwitchService:
    """Another matter in the same visit."""

    ticket: str
    group: str
    officer: str = ""


@dataclass(frozen=True, slots=True)
class FinishService:
    """End the service and open the rating; a ticket that was to come back waits for its first desk."""

    ticket: str
    officer: str = ""


@dataclass(frozen=True, slots=True)
class MissTicket:
    """Nobody came."""

    ticket: str
    officer: str = ""


@dataclass(frozen=True, slots=True)
class ParkTicket:
    """Put aside for ``minutes``, or (None) held at the desk until it is called back."""

    ticket: str
    minutes: int | None = None
    officer: str = ""


@dataclass(frozen=True, slots=True)
class TransferTicket:
    """Send on to a group, to a desk, or to both; ``back``: to this desk again afterwards."""

    ticket: str
    group: str = ""
    desk: int | None = None
    back: bool = False
    officer: str = ""


@dataclass(frozen=True, slots=True)
class CancelTicket:
    """Withdraw a number before its service."""

    ticket: str
    reason: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True)
class SetDesk:
    """Open, pause or close a desk; one officer sits at one desk."""

    desk: int
    officer: str
    state: DeskState


@dataclass(frozen=True, slots=True)
class RaiseEmergency:
    """Ask for help at ``desk``."""

    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class AcceptEmergency:
    """``by_desk`` goes to help ``desk``."""

    desk: int
    by_desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class EndEmergency:
    """Help at ``desk`` is over."""

    desk: int
    officer: str


@dataclass(frozen=True, slots=True)
class SwitchKiosk:
    """Open or close the giving out of numbers; needs the duty of directing."""

    mode: KioskMode
    officer: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CloseDay:
    """End the business day: what is still open is ended by entries; needs the duty of directing."""

    officer: str


QueueCommand = (
    TakeNumber
    | CallNext
    | CallChosen
    | CallAgain
    | CallBack
    | StartService
    | SwitchService
    | FinishService
    | MissTicket
    | ParkTicket
    | TransferTicket
    | CancelTicket
    | SetDesk
    | RaiseEmergency
    | AcceptEmergency
    | EndEmergency
    | SwitchKiosk
    | CloseDay
)

COMMANDS: dict[str, type] = {
    "take-number": TakeNumber,
    "call-next": CallNext,
    "call-chosen": CallChosen,
    "call-again": CallAgain,
    "call-back": CallBack,
    "start-service": StartService,
    "switch-service": SwitchService,
    "finish-service": FinishService,
    "miss-ticket": MissTicket,
    "park-ticket": ParkTicket,
    "transfer-ticket": TransferTicket,
    "cancel-ticket": CancelTicket,
    "set-desk": SetDesk,
    "raise-emergency": RaiseEmergency,
    "accept-emergency": AcceptEmergency,
    "end-emergency": EndEmergency,
    "switch-kiosk": SwitchKiosk,
    "close-day": CloseDay,
}
"""As they are named in ``POST /v1/queue/{command}``."""
NAME_OF: dict[type, str] = {command: name for name, command in COMMANDS.items()}
