"""An office of many stations played without sockets: each asks the others, over links that fail as told."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from sync.office.charge import Charge, Deed, Standing
from sync.records import OfficeAnswer

TAKEOVER_S = 10.0
STEP_S = 0.25


@dataclass
class Machine:
    """One station: its rules, and what its journal knows of the changes of hands."""

    charge: Charge
    up: bool = True
    asks_at: float = 0.0
    started: float = 0.0
    remembered: frozenset[str] = frozenset()
    at: float = 0.0


@dataclass
class Play:
    """``ranks`` has None for a station that does not serve; every station knows all that serve."""

    ranks: tuple[int | None, ...]
    seed: int = 1
    late_s: float = 0.0
    now: float = 100.0
    cut: set[frozenset[str]] = field(default_factory=set)
    takeovers: list[tuple[float, str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.machines: dict[str, Machine] = {}
        self._flying: list[tuple[float, str, OfficeAnswer, float]] = []
        for at, rank in enumerate(self.ranks):
            self.machines[f"s{at}"] = self._machine(f"s{at}", rank)

    def _machine(self, name: str, rank: int | None) -> Machine:
        charge = Charge(name, rank, self.now, takeover_s=TAKEOVER_S, boot=f"{name}@{self.now}")
        return Machine(charge, asks_at=self.now + self.chance.random(), started=self.now)

    def restart(self, name: str) -> None:
        """Switch a station off and on: it knows what the journal says, and the roll that it wrote down."""
        before = self.machines[name]
        made = self.machines[name] = self._machine(name, before.charge.rank)
        made.charge.know(before.charge._head_term, before.charge.head)
        made.remembered, made.at = before.remembered, before.at
        rivals = frozenset(other for other, one in self.machines.items() if one.charge.rank is not None)
        made.charge.remember(before.remembered, rivals, self.now, self.now - before.at)

    def stop(self, name: str) -> None:
        self.machines[name].up = False

    def split(self, *parts: str) -> None:
        """Cut every link between the parts, each written as the stations' digits."""
        of = {f"s{digit}": at for at, part in enumerate(parts) for digit in part}
        names = tuple(self.machines)
        self.cut = {frozenset((a, b)) for a in names for b in names if of[a] != of[b]}

    def heal(self) -> None:
        self.cut = set()

    def run(self, seconds: float, each: Callable[[], None] = lambda: None) -> None:
        end = self.now + seconds
        while self.now < end:
            self.now += STEP_S
            self._deliver()
            for name, machine in self.machines.items():
                if machine.up:
                    self._ask(name, machine)
                    self._act(name, machine)
            assert len(self.calling()) <= 1, f"two call at {self.now}: {self.calling()}"
            each()

    def in_charge(self) -> list[str]:
        return [name for name, one in self.machines.items() if one.up and one.charge.standing is Standing.IN_CHARGE]

    def calling(self) -> list[str]:
        return [name for name, one in self.machines.items() if one.up and one.charge.may_call(self.now)]

    def following(self, name: str) -> str | None:
        leader = self.machines[name].charge.following(self.now)
        return leader.station if leader else None

    def _reach(self, one: str, other: str) -> bool:
        return self.machines[other].up and frozenset((one, other)) not in self.cut

    def _ask(self, name: str, machine: Machine) -> None:
        if self.now < machine.asks_at:
            return
        machine.asks_at = self.now + 1.0
        for other, there in self.machines.items():
            if other == name or there.charge.rank is None or not self._reach(name, other):
                continue
            there.charge.asked(name, machine.charge.beat_for(other), self.now)
            if self.following(name) == other:
                there.charge.reads(name)  # as its link does, once it follows
            answer = there.charge.answer(other, self.now)
            arrives = self.now + self.chance.random() * self.late_s
            self._flying.append((arrives, name, answer, self.now))

    def _deliver(self) -> None:
        landed = [one for one in self._flying if one[0] <= self.now]
        self._flying = [one for one in self._flying if one[0] > self.now]
        for _at, name, answer, asked in landed:
            machine = self.machines[name]
            lost = not self._reach(answer.station, name) or asked < machine.asks_at - 2.0
            if machine.up and not lost and machine.charge.hear(answer, asked, self.now):
                machine.asks_at = self.now

    def _act(self, name: str, machine: Machine) -> None:
        members = frozenset(machine.charge.members())
        if members and (members != machine.remembered or self.now - machine.at > 120):
            machine.remembered, machine.at = members, self.now
        if self.now - machine.started > 2.5 + self.late_s:
            machine.charge.asked_around()
        deed, term = machine.charge.due(self.now)
        if deed is Deed.TAKE:
            machine.charge.took(term, self.now)
            self.takeovers.append((self.now, name, term))
        elif deed is Deed.RESUME:
            machine.charge.took(term, self.now)
        elif deed is Deed.RETURN:
            self._hand_over(name, machine)

    def _hand_over(self, name: str, machine: Machine) -> None:
        leader = machine.charge.following(self.now)
        if leader is None or not self._reach(name, leader.station):
            return
        other = self.machines[leader.station].charge
        if other.standing is not Standing.IN_CHARGE:
            return
        members = frozenset(other.members())
        leases = other.hand_back(self.now)
        if self.chance.random() < 0.1:
            return  # the answer was lost
        machine.charge.got_back(other.term + 1, members, leases, self.now)
        self.takeovers.append((self.now, name, other.term + 1))
