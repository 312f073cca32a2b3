"""What an office chooses for its queue: rule of calling, ticket, boards, rating; entries carry these records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CallingRule:
    """Who comes next: after ``priority_run`` with priority, ``other_run`` others; from ``most_wait_minutes`` on, age.

    ``priority_run`` 0: no priority at all; ``other_run`` 0: all priority first; ``most_wait_minutes`` 0: no bound.
    """

    priority_run: int = 2
    other_run: int = 1
    most_wait_minutes: int = 45


@dataclass(frozen=True, slots=True)
class QueuePolicy:
    """The rule, and the numbers around it.

    From ``long_queue`` waiting on the kiosk asks first (0 never); a number is called ``most_calls`` times at most; one
    who did not come may be called back while at most ``recall_within`` numbers of the group were called since.
    """

    rule: CallingRule = CallingRule()
    long_queue: int = 25
    most_calls: int = 3
    recall_within: int = 10
    takeover_s: int = 10  # how long the office station may be silent before another takes over


@dataclass(frozen=True, slots=True)
class TicketTemplate:
    """What stands on a ticket, top to bottom. Texts may be empty; ``note`` may have several lines."""

    head: str = ""  # empty: the office's name
    show_group: bool = True
    show_priority: bool = True
    show_time: bool = True
    show_ahead: bool = True
    show_estimate: bool = True
    show_desks: bool = True
    show_qr: bool = True
    number_size: int = 100  # per cent of the usual height
    note: str = ""
    thanks: str = ""  # empty: the usual words


@dataclass(frozen=True, slots=True)
class RatingChoices:
    """How citizens are asked: by 3, 4 or 5 answers; 0 for as many as the keypad of the desk has, 5 without one."""

    levels: int = 0


@dataclass(frozen=True, slots=True)
class BoardChoices:
    """One board: the groups it shows (none: all), its running text, whether and how it speaks.

    ``volume`` in per cent; between ``quiet_from`` and ``quiet_to`` (``HH:MM``, empty: never) it shows and does not
    speak; ``pictures`` are names of blobs, shown one after another while nobody is called.
    """

    groups: tuple[str, ...] = ()
    running_text: str = ""
    speaks: bool = True
    chimes: bool = True
    volume: int = 100
    quiet_from: str = ""
    quiet_to: str = ""
    pictures: tuple[str, ...] = ()
