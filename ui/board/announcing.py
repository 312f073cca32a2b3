"""Which calls are shown and spoken next: each once, in the order of the calls, none lost; and how they are spoken."""

from collections import deque
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from counter_app.domain.queue_policy import BoardChoices
from counter_app.domain.tickets import Ticket
from counter_app.ports import Manner

STALE = timedelta(seconds=60)
"""A call that arrives later than this is shown, not spoken."""
_REMEMBERED = 500


class CallLine:
    """The calls that wait for the screen and the speaker.

    A number called again while its last place in the line is still its own is said once. One that is sent to another
    desk before it was said is said with the desk that holds now.
    """

    def __init__(self) -> None:
        self._seen: deque[tuple[str, int, datetime]] = deque(maxlen=_REMEMBERED)
        self._line: deque[Ticket] = deque()

    def __len__(self) -> int:
        return len(self._line)

    def add(self, calls: Iterable[Ticket], choices: BoardChoices, now: datetime) -> None:
        """Take the calls in their order, oldest first; those known, too old or of other groups are passed over."""
        for ticket in calls:
            if ticket.called_at is None or ticket.desk is None:
                continue
            # With the moment: a ticket that was put aside or sent on begins to count its calls again.
            call = (ticket.id, ticket.calls, ticket.called_at)
            if call in self._seen:
                continue
            self._seen.append(call)
            fresh = now - ticket.called_at <= STALE
            if fresh and (not choices.groups or ticket.group in choices.groups):
                self._put(ticket)

    def next(self) -> Ticket | None:
        """Take the call that is due, None when nobody waits."""
        return self._line.popleft() if self._line else None

    def _put(self, ticket: Ticket) -> None:
        if self._line and (self._line[-1].id, self._line[-1].desk) == (ticket.id, ticket.desk):
            self._line[-1] = ticket
            return
        elsewhere = [one for one in self._line if one.id == ticket.id and one.desk != ticket.desk]
        for one in elsewhere:
            self._line.remove(one)
        self._line.append(ticket)


def manner_of(choices: BoardChoices, now: datetime) -> Manner | None:
    """Return how a board speaks at ``now`` (local); None when it only shows."""
    if not choices.speaks or is_quiet(choices, now.time()):
        return None
    return Manner(choices.chimes, choices.volume)


def is_quiet(choices: BoardChoices, now: time) -> bool:
    """Whether ``now`` lies in the quiet hours, which may go past midnight; unreadable ones are none."""
    try:
        since, until = time.fromisoformat(choices.quiet_from), time.fromisoformat(choices.quiet_to)
    except ValueError:
        return False
    if since <= until:
        return since <= now < until
    return now >= since or now < until
