"""Who follows a station: leases, and the roll of those whose leases count. Pure; times are monotonic seconds.

A lease is a station's word that it follows nobody else. It is dated by the answer that the station says it has heard,
not by its arrival, so that no delay on the way makes it longer than the station itself takes it to be.

The roll changes one station at a time, but another station may still know an older one. So the one in charge counts
by every roll that somebody who may stand for election could still hold.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

LEASE = 0.8
"""Part of the take-over time for which a lease counts; a follower itself keeps it for the whole of it."""
ALIVE_S = 600.0
"""Who was not heard for this long is struck off the roll."""
FRESH_S = 600.0
"""A roll heard longer ago elects nobody."""
_HELD_S = 1.2 * FRESH_S


@dataclass(frozen=True, slots=True)
class Roll:
    """The stations whose leases count from one generation to the next; ``replaced`` is when the next one began."""

    generation: int
    members: frozenset[str]
    replaced: float | None = None


class Voters:
    """The followers of the station ``me``, as it knows them."""

    def __init__(self, me: str, now: float, members: Iterable[str] = ()) -> None:
        self._me = me
        self.own_from = now  # from then on the station's own lease is its own
        self._leases: dict[str, float] = {}
        self._seen: dict[str, float] = dict.fromkeys(members, now)
        self._standbys: dict[str, int] = {}  # and the newest generation that each has heard
        self._rolls = [Roll(1, frozenset({me, *self._seen}))]

    @property
    def roll(self) -> Roll:
        """The newest roll."""
        return self._rolls[-1]

    def begin(self, members: Iterable[str], now: float) -> None:
        """Take the queue with this roll; what was known of earlier ones no longer counts."""
        present = frozenset({self._me, *members})
        self._seen = {one: self._seen.get(one, now) for one in present if one != self._me}
        self._rolls = [Roll(self.roll.generation + 1, present)]

    def rival(self, station: str) -> None:
        """Know a station that serves too: it might take the queue, so half of the followers must be here."""
        self._standbys.setdefault(station, 0)

    def heard(self, member: str, now: float, *, standby: bool, generation: int) -> None:
        """A station asked; ``generation`` is of the newest roll that it has heard here, 0 for none."""
        self._seen[member] = now
        if standby:
            self.rival(member)
            self._standbys[member] = max(generation, self._standbys[member])
        if member not in self.roll.members:
            self._next(self.roll.members | {member}, now)
        self._forget(now)

    def left(self, member: str, now: float) -> None:
        """A station is being switched off: it will follow nobody."""
        self._seen.pop(member, None)
        self._leases.pop(member, None)
        self._standbys.pop(member, None)
        if member in self.roll.members:
            self._next(self.roll.members - {member}, now)

    def lease(self, member: str, until: float) -> None:
        """A station follows this one, at least until then."""
        self._leases[member] = max(until, self._leases.get(member, until))

    def inherit(self, leases: Mapping[str, float], now: float) -> None:
        """Take over the leases of one who hands the queue back; ``leases`` are the seconds each has left."""
        for member, left in leases.items():
            if left > 0:
                self.lease(member, now + left)

    def left_of_leases(self, now: float) -> dict[str, float]:
        """Return the seconds that each lease still has."""
        return {member: until - now for member, until in self._leases.items() if until > now}

    def standbys(self, now: float, within: float) -> frozenset[str]:
        """Who could take over and asked within the last seconds."""
        return self.recent(now, within) & self._standbys.keys()

    def is_standby(self, member: str) -> bool:
        """Whether this one could take over; from any thread."""
        return member in self._standbys

    def recent(self, now: float, within: float) -> frozenset[str]:
        """Who asked within the last seconds."""
        return frozenset(member for member, seen in self._seen.items() if now - seen <= within)

    def age(self, now: float) -> None:
        """Strike off who is long gone, but only while the others are enough: a split changes no roll."""
        if self.has_half(now):
            for member in [one for one in self.roll.members - {self._me} if now - self._seen.get(one, now) > ALIVE_S]:
                self.left(member, now)
        self._forget(now)

    def has_half(self, now: float) -> bool:
        """Whether at least half of each roll follows this station, or nobody is there who could take over."""
        if not self._standbys:
            return True
        held = self._held(now)
        return all(2 * len(held & roll.members) >= len(roll.members) for roll in self._rolls)

    def elects(self, members: Iterable[str], now: float) -> bool:
        """Whether more than half of ``members`` follow this station."""
        roll = frozenset(members)
        return self._me in roll and 2 * len(self._held(now) & roll) > len(roll)

    def _held(self, now: float) -> frozenset[str]:
        own = {self._me} if now >= self.own_from else set()
        return frozenset(own | {member for member, until in self._leases.items() if until > now})

    def _next(self, members: frozenset[str], now: float) -> None:
        last = self.roll
        self._rolls[-1] = replace(last, replaced=now)
        self._rolls.append(Roll(last.generation + 1, members))

    def _forget(self, now: float) -> None:
        """Forget the rolls that nobody can hold any more."""
        held = min(self._standbys.values(), default=self.roll.generation)
        self._rolls = [
            roll
            for roll in self._rolls
            if roll.replaced is None or (roll.generation >= held and now - roll.replaced < _HELD_S)
        ]
