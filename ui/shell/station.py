"""An open station as the windows get it: the shell does not know who put it together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # heavy: imported after the first paint, off the main thread
    from counter_app.services.bundle import Services
    from devices.fleet import Devices
    from sync.by_hand import SyncByHand
    from sync.link import Uplink
    from sync.office.finding import Finding, FoundOffice
    from sync.office.joining import Joining, Progress
    from sync.office.node import OfficeNode
    from sync.office.restoring import Restoring
    from ui.language import Language
    from ui.setup.answers import Answers


class Role(StrEnum):
    """A window of a station."""

    DESK = "desk"
    KIOSK = "kiosk"
    BOARD = "board"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class OpenStation:
    """Services, devices and link of one station; ``start`` begins the devices' work, ``close`` ends everything.

    ``signed_in`` is the officer who sits at the desk from the start (the demo); empty asks for the PIN. Without
    ``keeps_hours`` the kiosk gives out numbers at any hour. ``ended_before`` is the number of the report where this
    program ended suddenly the last time.
    """

    services: Services
    devices: Devices
    link: Uplink | None
    roles: tuple[Role, ...]
    desk: int
    language: Language
    contrast: bool
    text_scale: float
    start: Callable[[], None]
    close: Callable[[], None]
    signed_in: str = ""
    keeps_hours: bool = True
    board: int = 1
    office: OfficeNode | None = None
    folder: Path | None = None
    sync: SyncByHand | None = None
    ended_before: str = ""


@dataclass(frozen=True, slots=True)
class Launch:
    """How a station is opened and, the first time, set up, joined to an office or restored.

    All block and raise CounterError. Without ``join`` a new office is the only choice; ``find`` looks for offices on
    the network until it is closed; ``restore`` makes this machine the successor of one that is gone, ``from_backup``
    does so from a backup's file and the words that open it.
    """

    open: Callable[[], OpenStation]
    set_up: Callable[[Answers], None]
    join: Callable[[Joining, Progress], None] | None = None
    find: Callable[[Callable[[FoundOffice], None]], Finding] | None = None
    restore: Callable[[Restoring, Progress], None] | None = None
    from_backup: Callable[[Path, str, Progress], None] | None = None
