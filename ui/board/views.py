"""What the board shows: numbers, desks, fields; never a name or a procedure."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CallView:
    """One call: the number, the desk, when (local), how often it was called."""

    ticket: str
    label: str
    desk: int
    at: datetime
    times: int = 1


@dataclass(frozen=True, slots=True)
class WaitingView:
    """How many wait for one field."""

    field: str
    waiting: int


@dataclass(frozen=True, slots=True)
class BoardState:
    """One state of the board: ``calling`` fills the screen, ``lost_since`` (local) withdraws the counts.

    ``bright`` is false for the dark half of a blink; with ``pictures`` the office's picture takes the place of the last
    call.
    """

    office: str
    now: datetime
    calls: tuple[CallView, ...] = ()
    waiting: tuple[WaitingView, ...] = ()
    calling: CallView | None = None
    sentence: str = ""
    lost_since: datetime | None = None
    ticker: tuple[str, ...] = ()
    bright: bool = True
    pictures: bool = False
