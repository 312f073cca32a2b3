"""What a ticket says, and its figures as words; the hall's screens round a wait by the same steps."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.queue_facts import WaitEstimate

_ROUND_FROM = 30  # minutes; a longer wait is told in steps of five
_STEP = 5
_HOURS_FROM = 120  # minutes; up to here a range of minutes is read faster than one of hours


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """What a ticket says. No name and no procedure: a dropped ticket tells nothing about its holder.

    ``office`` is the commune as on its sign ("XÃ AN PHÚC"); ``minutes`` is None when the wait is unknown, and only
    told without an ``estimate``; ``desks`` is empty when any may call; ``priority`` says why the number goes first
    ("người cao tuổi"); ``copy`` 2 and more is printed again; ``trial`` is nobody's number.
    """

    office: str
    label: str
    group: str
    ahead: int
    minutes: int | None
    desks: tuple[int, ...]
    issued: datetime
    follow_url: str
    priority: str = ""
    result: bool = False
    estimate: WaitEstimate | None = None
    copy: int = 1
    trial: bool = False


def wait_words(slip: TicketSlip) -> str:
    """Return ``8–16 phút`` or ``12 phút``; nothing when the wait is unknown."""
    if slip.estimate is not None:
        return range_words(slip.estimate)
    return "" if slip.minutes is None else minute_words(slip.minutes)


def range_words(estimate: WaitEstimate) -> str:
    """Return the range of an estimate: whole minutes rounded up, steps of five from half an hour on."""
    low = _rounded(_minutes(estimate.low_s))
    high = max(low, _rounded(_minutes(estimate.high_s), up=True))
    if low == high:
        return minute_words(high)
    if low < 1:
        return f"dưới {minute_words(high)}"
    if high <= _HOURS_FROM:
        return f"{low}–{high} phút"
    return f"{_clock_words(low)} – {_clock_words(high)}"


def minute_words(minutes: int) -> str:
    """Return ``12 phút``, ``2 giờ 5 phút``."""
    if minutes < 1:
        return "dưới 1 phút"
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} giờ"] if hours else []
    return " ".join([*parts, f"{rest} phút"] if rest else parts)


def desk_words(desks: tuple[int, ...]) -> str:
    """Return ``1, 2 hoặc 3``."""
    *most, last = (str(desk) for desk in desks)
    return f"{', '.join(most)} hoặc {last}" if most else last


def _clock_words(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} phút"
    return f"{hours} giờ {rest}" if rest else f"{hours} giờ"


def _minutes(seconds: int) -> int:
    return -(-max(0, seconds) // 60)


def _rounded(minutes: int, up: bool = False) -> int:
    if minutes < _ROUND_FROM:
        return minutes
    return (-(-minutes // _STEP) if up else round(minutes / _STEP)) * _STEP
