"""Who keeps the queue of an office: the rules alone, without sockets, threads or clocks.

Each station gives its lease to one other: to the one in charge, and to another only when the first says that it is not
any more, or after not having said a word to it for the take-over time. A later term is followed at once, but without a
lease until then. A standby takes over when more than half of the last roll that it heard follow it.
The one in charge goes on giving numbers, whose ranges differ by station, but calls only while at least half follow
it: so two stations never call at once. Times are monotonic seconds; each method takes the present one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sync.office.voters import FRESH_S, LEASE, Voters
from sync.records import Beat, OfficeAnswer

_STAGGER = 0.25
"""Part of the take-over time by which each further standby waits longer, so that they do not split the votes."""
_PATIENCE = 0.5
"""Part of the take-over time within which the queue must be taken once it was handed back, and for which whoever takes
it from a dead one waits, before it calls, for what the others hold."""


class Standing(StrEnum):
    """What a station is to the queue."""

    FOLLOWING = "following"
    STANDING = "standing"  # it asks the others to follow it
    IN_CHARGE = "in-charge"
    HANDED_BACK = "handed-back"


class Deed(StrEnum):
    """What is to be done now."""

    NOTHING = "nothing"
    TAKE = "take"  # write a new term, then say ``took``
    RESUME = "resume"  # go on with the term that the journal says, then say ``took``
    RETURN = "return"  # level with the one in charge, and ask it to hand back


@dataclass(frozen=True, slots=True)
class Leader:
    """The station in charge, as last heard."""

    station: str
    name: str
    term: int
    heard: float


@dataclass(frozen=True, slots=True)
class HeardRoll:
    """A roll as the one in charge told it; ``asked`` is when it was asked for, which is before it was told."""

    members: frozenset[str]
    asked: float


class Charge:
    """One station's part; ``rank`` is None where it does not serve."""

    def __init__(self, me: str, rank: int | None, now: float, *, takeover_s: float, boot: str = "") -> None:
        self.me = me
        self.rank = rank
        self.boot = boot
        self.takeover_s = takeover_s
        self.standing = Standing.FOLLOWING
        self.term = 0
        self.head = ""
        self._head_term = 0
        self.top_term = 0
        self.leader: Leader | None = None
        self.voters = Voters(me, now)
        self._lease = ""
        self._lease_heard = now
        self._free_from = now + takeover_s  # what was promised before the start is not known
        self._owed = ""  # who may count on the lease until then
        self._beats: dict[str, tuple[str, int, int]] = {}
        self._roll: HeardRoll | None = None
        self._asked_around = False
        self._wants_back = rank == 0
        self._handed_at = 0.0
        self._heard_of: dict[str, float] = {}
        self._unread: set[str] = set()
        self._unread_until = now

    def know(self, term: int, head: str) -> None:
        """Learn from the journal who took the queue last."""
        if term >= self._head_term:
            self._head_term, self.head = term, head
        self.top_term = max(self.top_term, term)

    def remember(self, members: frozenset[str], rivals: frozenset[str], now: float, age_s: float) -> None:
        """Take the roll from before the restart, and who else serves."""
        if age_s < FRESH_S and members:
            self._roll = HeardRoll(members, now - age_s)
            for station in rivals - {self.me}:
                self.voters.rival(station)

    def asked_around(self) -> None:
        """Every known station was asked at least once since the start, whether it answered or not."""
        self._asked_around = True

    def following(self, now: float) -> Leader | None:
        """The station in charge, unless it was silent for the take-over time."""
        if self.leader is None or now - self.leader.heard > self.takeover_s:
            return None
        return self.leader

    def may_call(self, now: float) -> bool:
        """Whether this station may call numbers; giving them out needs only that it is in charge."""
        heard_all = not self._unread or now > self._unread_until
        return self.standing is Standing.IN_CHARGE and heard_all and self.voters.has_half(now)

    def reads(self, member: str) -> None:
        """A station has given what it holds, and reads what is written here; from any thread."""
        self._unread.discard(member)

    def members(self) -> tuple[str, ...]:
        """The newest roll that this station knows."""
        if self.standing is Standing.IN_CHARGE:
            return tuple(sorted(self.voters.roll.members))
        return tuple(sorted(self._roll.members)) if self._roll else ()

    # what is said and heard

    def beat_for(self, station: str, *, port: int = 0, leaving: bool = False) -> Beat:
        """What to say when ``station`` is asked."""
        boot, heard, roll = self._beats.get(station, ("", 0, 0))
        votes = self._lease == station and not leaving
        keeps_ms = int(self.takeover_s * 1000)
        return Beat(boot, heard, votes, -1 if self.rank is None else self.rank, port, roll, leaving, keeps_ms)

    def asked(self, member: str, beat: Beat, now: float) -> None:
        """A station of the office asked this one."""
        if beat.leaving:
            self.voters.left(member, now)
            self._unread.discard(member)
            return
        same_run = beat.boot == self.boot
        self.voters.heard(member, now, standby=beat.rank >= 0, generation=beat.roll if same_run else 0)
        if same_run and beat.votes and beat.heard / 1000 <= now:
            kept_s = min(self.takeover_s, beat.keeps_ms / 1000)  # while a new time spreads, the shorter one counts
            self.voters.lease(member, beat.heard / 1000 + LEASE * kept_s)

    def answer(self, name: str, now: float) -> OfficeAnswer:
        """What to say to whoever asks."""
        in_charge = self.standing is Standing.IN_CHARGE
        return OfficeAnswer(
            station=self.me,
            name=name,
            rank=-1 if self.rank is None else self.rank,
            boot=self.boot,
            beat=int(now * 1000),
            term=self.term if in_charge else self.top_term,
            in_charge=in_charge,
            stands=self.top_term + 1 if self.standing is Standing.STANDING else 0,
            roll=self.voters.roll.generation if in_charge else 0,
            members=self.members() if in_charge else (),
        )

    def hear(self, answer: OfficeAnswer, asked: float, now: float) -> bool:
        """Take an answer to what was asked at ``asked``; True if this station now follows another than before."""
        before, silent_before = self._lease, self._silent(answer.station, now)
        self._heard_of[answer.station] = now
        self._beats[answer.station] = (answer.boot, answer.beat, answer.roll)
        self.voters.rival(answer.station)
        self.top_term = max(self.top_term, answer.term)
        if answer.in_charge:
            self._hear_one_in_charge(answer, asked, now, silent_before)
        elif answer.stands:
            self._hear_one_standing(answer, now)
        else:
            self._hear_a_follower(answer, now)
        return self._lease != before

    def _hear_one_in_charge(self, answer: OfficeAnswer, asked: float, now: float, silent_before: bool) -> None:
        if self.standing is Standing.IN_CHARGE:
            if (answer.term, -answer.rank) < (self.term, -(self.rank or 0)):
                return  # it will hear of this one
            self._step_down(now, away=silent_before)
        known = self.following(now)
        if known is not None and known.station != answer.station and answer.term <= known.term:
            return
        if self.standing is Standing.STANDING or answer.term > self.term:
            self.standing = Standing.FOLLOWING
        self.leader = Leader(answer.station, answer.name, answer.term, now)
        self._roll = HeardRoll(frozenset(answer.members), asked)
        self._turn_to(answer.station, now)

    def _hear_one_standing(self, answer: OfficeAnswer, now: float) -> None:
        if self.standing in (Standing.IN_CHARGE, Standing.STANDING):
            return
        self._turn_to(answer.station, now, at_once=False)

    def _turn_to(self, station: str, now: float, *, at_once: bool = True) -> None:
        """Give the lease to ``station``, as soon as nobody else can hold it; ``at_once`` say no more to the other."""
        if self._lease == self.me:
            self._lease, self._free_from = "", now
        elif self._lease not in ("", station):
            free_from = self._lease_heard + self.takeover_s
            if not at_once and now <= free_from:
                return
            self._lease, self._owed, self._free_from = "", self._lease, free_from
        if self._lease == station or now > self._free_from:
            self._lease, self._lease_heard = station, now

    def _hear_a_follower(self, answer: OfficeAnswer, now: float) -> None:
        """Whoever says that it neither keeps the queue nor stands for it holds no lease."""
        if self._lease == answer.station or (not self._lease and self._owed == answer.station):
            self._lease, self._owed, self._free_from = "", "", now
        if self.leader is not None and self.leader.station == answer.station:
            self.leader = None

    def _silent(self, station: str, now: float) -> bool:
        heard = self._heard_of.get(station)
        return heard is None or now - heard > self.takeover_s

    # what is done

    def due(self, now: float) -> tuple[Deed, int]:
        """Return what this station has to do now, and the term to take."""
        if self.rank is None:
            return Deed.NOTHING, 0
        match self.standing:
            case Standing.IN_CHARGE:
                self.voters.age(now)
                # Somebody else took this very term, or a later one, but the others follow this one: say so once more.
                # Without half of them it must not: whoever hears a later term follows it at once.
                disputed = self.top_term > self.term or self.head != self.me
                again = disputed and self.voters.has_half(now)
                return (Deed.TAKE, self.top_term + 1) if again else (Deed.NOTHING, 0)
            case Standing.HANDED_BACK:
                if now - self._handed_at > self.takeover_s and self.following(now) is None:
                    return Deed.TAKE, self.top_term + 2
                return Deed.NOTHING, 0
            case _:
                return self._as_follower(now)

    def _as_follower(self, now: float) -> tuple[Deed, int]:
        leader = self.following(now)
        if leader is not None:
            self.standing = Standing.FOLLOWING
            back = self.rank == 0 and self._wants_back
            return (Deed.RETURN, leader.term + 1) if back else (Deed.NOTHING, 0)
        if not self._asked_around:
            return Deed.NOTHING, 0
        if self._wants_back and self.top_term == 0:
            return Deed.TAKE, 1
        if self.head == self.me and self._head_term == self.top_term and self.term == 0:
            return Deed.RESUME, self.top_term
        return self._stand(now)

    def _stand(self, now: float) -> tuple[Deed, int]:
        """Nobody is heard: stand for election, or take what nobody can have while no election is possible."""
        wait = self.takeover_s * (1 + _STAGGER * max(0, (self.rank or 0) - 1))
        if self._lease != self.me and now <= max(self._lease_heard + wait, self._free_from):
            self.standing = Standing.FOLLOWING
            return Deed.NOTHING, 0
        if self._roll is None or now - self._roll.asked > FRESH_S:
            self.standing = Standing.FOLLOWING
            return (Deed.TAKE, self.top_term + 1) if self.rank == 0 else (Deed.NOTHING, 0)
        self.standing = Standing.STANDING
        self._lease, self._lease_heard = self.me, now
        if self.voters.elects(self._roll.members, now):
            return Deed.TAKE, self.top_term + 1
        return Deed.NOTHING, 0

    def took(self, term: int, now: float, *, forced: bool = False) -> None:
        """This station is in charge from now on."""
        fresh = self._roll is not None and now - self._roll.asked <= FRESH_S
        if self.standing is not Standing.IN_CHARGE or forced:
            known = self._roll.members if self._roll is not None and fresh and not forced else frozenset()
            self.voters.begin(known or self.voters.recent(now, self.takeover_s), now)
            # What the one before acknowledged may be only with whom it answered: none of that is called again here.
            self._unread = set() if self.head == self.me else set(known - {self.me, self.head})
            self._unread_until = now + _PATIENCE * self.takeover_s
            self.voters.own_from = now if forced or self._lease == self.me else self._own_from(now)
        self.standing = Standing.IN_CHARGE
        self.term = self.top_term = self._head_term = term
        self.head = self._lease = self.me
        self.leader = None
        self._wants_back = self.rank == 0

    def _own_from(self, now: float) -> float:
        """From when on this station's own lease is free for itself."""
        return max(now, self._free_from if not self._lease else self._lease_heard + self.takeover_s)

    def hand_back(self, now: float) -> dict[str, float]:
        """Stop; return the seconds that each follower's lease still has."""
        leases = self.voters.left_of_leases(now)
        self.standing = Standing.HANDED_BACK
        self._handed_at = now
        self._lease, self._lease_heard, self._free_from = "", now, now
        return leases

    def may_take_back(self, asked: float, now: float) -> bool:
        """Whether what was handed back on being asked at ``asked`` may still be taken."""
        return now - asked < _PATIENCE * self.takeover_s

    def got_back(self, term: int, members: frozenset[str], leases: Mapping[str, float], asked: float) -> None:
        """Take the queue that the other one handed back, with its roll and its followers' leases."""
        self._roll = HeardRoll(members | {self.me}, asked)
        self._lease, self._free_from = "", asked
        self.took(term, asked)
        self._unread = set()  # the other one handed over all of it
        self.voters.inherit(leases, asked)

    def _step_down(self, now: float, *, away: bool) -> None:
        """Another is in charge with a later term; the first goes back to its place only if it had been away."""
        self.standing = Standing.FOLLOWING
        self._wants_back = self.rank == 0 and away
        self._lease, self._lease_heard, self._free_from = "", now, now
