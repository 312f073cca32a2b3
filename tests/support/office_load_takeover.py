"""An office that works while its first station is killed, comes back, and is cut off and joined again."""

import random
import socket
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic

from tests.support.flaky_proxy import FlakyProxy
from tests.support.office_load import Machines, OfficeProcess, is_desk, is_kiosk
from tests.support.office_load_answers import Answer, Plan, read_answers
from tests.support.office_load_checks import Verdict, judge
from tests.support.office_load_folders import found, open_for_load

OFFICE_AS_SEEN = "127.0.0.3"
"""The standby's and the desks' way to the office and back is by proxies; the kiosk is at the office's side."""
_PACE_S = 0.1
_LOOK_S, _AFTER_S = 0.05, 0.5
_PATIENCE_S = 60.0
_pause = Event()


@dataclass(frozen=True, slots=True)
class Play:
    """How large, how often, by which seed; ``takeover_s`` is the office's own choice."""

    desks: int
    kills: int
    splits: int
    seed: int
    takeover_s: int


@dataclass
class Played:
    """The verdict, and the longest silences in milliseconds after each kill, return, cut and healing."""

    verdict: Verdict
    answers: int
    tickets: int
    killed: list[int] = field(default_factory=list)
    returned: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)
    healed: list[int] = field(default_factory=list)
    play: Play | None = None

    @property
    def told(self) -> dict[str, object]:
        """As one JSON object."""
        wrong = self.verdict
        return {
            "kills": len(self.killed),
            "splits": len(self.cut),
            "takeover_s": self.play.takeover_s if self.play else 0,
            "desks": self.play.desks if self.play else 0,
            "commands": self.answers,
            "tickets": self.tickets,
            "without_queue_after_kill_ms": sorted(self.killed),
            "without_queue_at_hand_back_ms": sorted(self.returned),
            "without_queue_after_cut_ms": sorted(self.cut),
            "without_queue_at_healing_ms": sorted(self.healed),
            "duplicates": len(wrong.duplicates),
            "two_desks": len(wrong.at_two_desks),
            "lost": len(wrong.lost),
            "unsound": list(wrong.unsound),
            "calls_nobody_heard_of": wrong.unheard,
        }


class _Stage:
    """The office's process, the machines, and the cable between."""

    def __init__(self, root: Path, play: Play, stack: ExitStack) -> None:
        self.root, self.play = root, play
        found(root / "office", play.desks)
        codes = open_for_load(root / "office", play.desks + 2, play.takeover_s)
        self.office = OfficeProcess(root / "office")
        self.office.start()
        stack.callback(self.office.kill)
        port = _free_port()
        self.proxies = (
            stack.enter_context(FlakyProxy(self.office.port, comes_from=OFFICE_AS_SEEN)),
            stack.enter_context(FlakyProxy(port, listens=(OFFICE_AS_SEEN, port))),
        )
        by_proxy, standby = f"http://127.0.0.1:{self.proxies[0].port}", f"http://127.0.0.1:{port}"
        plans = [
            Plan(
                "standby", root / "standby", (by_proxy,), root / "standby.jsonl", 1, codes.pop(), serve=True, port=port
            )
        ]  # noqa: E501
        for desk in range(1, play.desks + 1):
            name = f"desk-{desk}"
            plans.append(
                Plan(name, root / name, (by_proxy, standby), root / f"{name}.jsonl", 10 + desk, codes.pop(), desk)
            )
        answers = root / "kiosk.jsonl"
        plans.append(
            Plan("kiosk", root / "kiosk", (self.office.url,), answers, 99, codes.pop(), 0, -1, pause_s=_PACE_S)
        )
        self.machines = stack.enter_context(Machines())
        self.machines.start(plans)
        self.first = self._agreed()
        self.answers_of = {plan.name: plan.answers for plan in plans}

    def _agreed(self) -> str:
        """Wait until all follow the one station that keeps the queue, and return which that is."""
        while True:
            seen = {word.in_charge for word in self.machines.all("heads")}
            if len(seen) == 1 and "" not in seen:
                _pause.wait(_AFTER_S)
                return seen.pop()
            _pause.wait(_LOOK_S)

    def times(self, which: Callable[[str], bool] = lambda _name: True) -> list[Answer]:
        """What the machines were answered so far."""
        return [one for name, path in self.answers_of.items() if which(name) for one in read_answers(path)]

    def settle(self, since: float, calm_s: float, which: Callable[[str], bool] = lambda _name: True) -> int:
        """Wait until something asked since is answered, then a while; return the longest silence, milliseconds."""
        while not any(one.began > since for one in self.times(which)):
            assert monotonic() - since < _PATIENCE_S, "nobody keeps the queue"
            _pause.wait(_LOOK_S)
        _pause.wait(calm_s)
        return _silence([one.ended for one in self.times(which)], since)


def play(root: Path, how: Play) -> Played:
    """Let the office work, kill it and cut it off at random moments, and judge at the end."""
    chance = random.Random(how.seed)
    killed, returned, cut, healed = [], [], [], []
    with ExitStack() as stack:
        stage = _Stage(root, how, stack)
        stage.machines.all("go", lambda plan: is_desk(plan) or is_kiosk(plan))
        for _ in range(how.kills):
            _pause.wait(chance.uniform(0.2, 1.5))
            at = monotonic()
            stage.office.kill()
            killed.append(stage.settle(at, calm_s=0.3))
            at = monotonic()
            stage.office.start()
            _until_in_charge(stage, at)
            returned.append(_silence([one.ended for one in stage.times()], at))
        for _ in range(how.splits):
            cut_ms, healed_ms = _split(stage, chance)
            cut.append(cut_ms)
            healed.append(healed_ms)
        _end(stage)
        answers = stage.times()
        folders = [one.plan.folder for one in stage.machines.running]
        stage.machines.end()
        stage.office.stop()
    verdict = judge(root / "office", folders, answers)
    tickets = sum(one.act == "take-number" and not one.refused for one in answers)
    return Played(verdict, len(answers), tickets, killed, returned, cut, healed, how)


def _split(stage: _Stage, chance: random.Random) -> tuple[int, int]:
    """Cut the office and its kiosk off from the standby and the desks, and join them again."""

    def is_far(name: str) -> bool:
        return name.startswith("desk")

    _pause.wait(chance.uniform(0.2, 1.0))
    at = monotonic()
    for proxy in stage.proxies:
        proxy.hold()
    silent = stage.settle(at, calm_s=0.5, which=is_far)
    at = monotonic()
    for proxy in stage.proxies:
        proxy.release()
    _until_in_charge(stage, at)
    return silent, _silence([one.ended for one in stage.times(is_far)], at)


def _until_in_charge(stage: _Stage, since: float) -> None:
    """Wait until every machine sees the first station keep the queue again, and then a while."""
    while any(word.in_charge != stage.first for word in stage.machines.all("heads")):
        assert monotonic() - since < _PATIENCE_S, "the queue was not handed back"
        _pause.wait(_LOOK_S)
    _pause.wait(_AFTER_S)


def _end(stage: _Stage) -> None:
    """No more numbers; the desks serve who waits; then everybody holds the same."""
    stage.machines.all("stop", is_kiosk)
    stage.machines.all("drain", is_desk)
    stage.machines.all("finish", is_desk)
    stage.machines.level()


def _silence(times: Sequence[float], since: float) -> int:
    """The longest time without an answer that ends after ``since``, in milliseconds."""
    ordered = sorted(times)
    gaps = [(later - before) for before, later in zip(ordered, ordered[1:], strict=False) if later > since]
    return round(1000 * max(gaps, default=0.0))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
