"""What a search gives: devices that may be used, and searches that could not be made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from counter_app.errors import CounterError
from counter_app.ports import DeviceKind
from devices.settings import DeviceSettings, TransportKind


class Where(StrEnum):
    """Where is searched; the words of ``ui.messages`` are under these keys."""

    SERIAL = "search-serial"
    USB = "search-usb"
    SANE = "search-sane"
    ESCL = "search-escl"
    SPOOL = "search-spool"
    SOUND = "search-sound"


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """One thing that is there: ``kinds`` is what it may be, the likeliest first.

    ``title`` is what a person may recognise it by, ``detail`` tells two of the same title apart; ``identity`` finds
    it again (see DeviceSettings). Nothing here was connected to: what was found may still be in use or off.
    """

    kinds: tuple[DeviceKind, ...]
    title: str
    transport: TransportKind
    address: str
    identity: str = ""
    detail: str = ""

    @property
    def kind(self) -> DeviceKind:
        """The likeliest kind."""
        return self.kinds[0]

    def is_of(self, settings: DeviceSettings) -> bool:
        """Whether these settings are about this device."""
        if settings.transport is not self.transport or settings.kind not in self.kinds:
            return False
        if self.identity and settings.identity:
            return same_identity(self.identity, settings.identity)
        return settings.address in (self.address, "")


@dataclass(frozen=True, slots=True)
class FailedSearch:
    """A search that was not made or not finished, and why."""

    where: Where
    error: CounterError


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found, in the order of the searches, and what could not be searched."""

    found: tuple[FoundDevice, ...] = ()
    failed: tuple[FailedSearch, ...] = ()


Search = Callable[[float], Sequence[FoundDevice]]
"""Searches for at most so many seconds; raises CounterError when it cannot."""


def same_identity(one: str, other: str) -> bool:
    """Whether two identities can be of the same device: one of them may have been written without the socket."""
    kind, _, mark = one.rpartition(":")
    other_kind, _, other_mark = other.rpartition(":")
    loose = not mark or not other_mark
    return kind.lower() == other_kind.lower() and (mark == other_mark or loose)
