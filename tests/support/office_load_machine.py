"""One machine of an office under load, as a process of its own.

``python -m tests.support.office_load_machine PLAN.json``. Told on its standard input what to do, a word a line:
``go``, ``drain`` (a desk ends when nobody waits), ``stop``, ``heads``, ``end``; each is answered by one line of JSON.
"""

import random
import resource
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from time import monotonic
from typing import IO
from uuid import UUID

import msgspec

from counter_app.domain.queue_commands import NAME_OF, CallNext, FinishService, QueueCommand, StartService, TakeNumber
from counter_app.errors import Code, CounterError
from tests.support.office_load_answers import Answer, Plan, Twice, Word, read_plan
from tests.support.office_load_stations import Caller, Station, Told, WholeStation

GROUPS = ("civil-status", "certification", "land", "other")
TWICE_IN = 10
"""One command in so many is sent twice on purpose."""
_AWAY = (Code.OFFICE_AWAY, Code.OFFICE_NOT_IN_CHARGE, Code.LINK_DOWN)
_IDLE_S, _RETRY_S = 0.05, 0.02
_LONGEST_CUT_S = 0.03
_GIVE_UP_S = 120.0


class Machine:
    """Does its plan in a thread, and writes down every answer before it goes on."""

    def __init__(self, plan: Plan, station: Station) -> None:
        self._plan = plan
        self._station = station
        self._chance = random.Random(plan.seed)
        self._pair = ThreadPoolExecutor(2)
        self._answers: IO[bytes] = plan.answers.open("ab", buffering=0)
        self._stopped, self._draining = threading.Event(), threading.Event()
        self._fault = ""
        self._thread = threading.Thread(target=self._run, name="load")

    def go(self) -> None:
        """Begin."""
        self._thread.start()

    def drain(self) -> None:
        """End when nobody waits any more."""
        self._draining.set()

    def stop(self) -> None:
        """End after the command under way."""
        self._stopped.set()
        self.finish()

    def finish(self) -> None:
        """Wait for the end of the plan."""
        if self._thread.ident is not None:
            self._thread.join()

    def word(self) -> Word:
        """What it holds, and what it cost so far."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        return Word(self._station.heads(), used.ru_utime + used.ru_stime, self._station.in_charge(), self._fault)

    def close(self) -> None:
        """End everything."""
        self._stopped.set()
        self.finish()
        self._pair.shutdown()
        self._answers.close()
        self._station.close()

    def _run(self) -> None:
        try:
            if self._plan.desk:
                self._serve()
            elif self._plan.tickets:
                self._give_out()
        except Exception as error:  # noqa: BLE001 - told to the harness, which fails
            self._fault = repr(error)

    def _give_out(self) -> None:
        left = self._plan.tickets
        while left and not self._stopped.is_set():
            self._do(TakeNumber(self._chance.choice(GROUPS)))
            left -= 1
            if self._plan.pause_s:
                self._stopped.wait(self._plan.pause_s)

    def _serve(self) -> None:
        desk, officer = self._plan.desk, f"officer-{self._plan.desk}"
        command_id = self._new_id()
        while not self._stopped.is_set():
            called = self._do(CallNext(desk, officer), command_id)
            if called is None:
                # Asked again by the same id: a copy that went astray may be done later, and has then called somebody.
                if self._draining.is_set():
                    return
                self._stopped.wait(_IDLE_S)
                continue
            command_id = self._new_id()
            self._do(StartService(called[0], desk, officer))
            self._do(FinishService(called[0], officer))

    def _new_id(self) -> str:
        return UUID(int=self._chance.getrandbits(128), version=4).hex

    def _do(self, command: QueueCommand, command_id: str = "") -> Told | None:
        """Do one command for certain, and keep its answer; None if the rules refuse it because nobody waits."""
        command_id = command_id or self._new_id()
        twice = self._chance.choice(list(Twice)[1:]) if self._chance.randrange(TWICE_IN) == 0 else Twice.NO
        began = monotonic()
        try:
            told, tries, ended = self._sent(command, command_id, twice)
        except CounterError as refused:
            if refused.code is not Code.NOBODY_WAITING:
                raise RuntimeError(f"{NAME_OF[type(command)]} {command_id}: {refused}") from refused
            self._keep(Answer(NAME_OF[type(command)], command_id, began, monotonic(), refused=refused.code.value))
            return None
        ticket = command.ticket if isinstance(command, FinishService | StartService) else told[0]
        act, desk = NAME_OF[type(command)], self._plan.desk
        self._keep(Answer(act, command_id, began, ended, ticket, told[1], desk, twice, tries))
        return told

    def _sent(self, command: QueueCommand, command_id: str, twice: Twice) -> tuple[Told, int, float]:
        def send() -> tuple[Told, int]:
            return self._insist(lambda: self._station.submit(command, command_id))

        if twice is Twice.LOST:
            self._station.lose(command, command_id, self._chance.uniform(0, _LONGEST_CUT_S))
        other = self._pair.submit(send) if twice is Twice.TOGETHER else None
        try:
            told, tries = send()
            ended = monotonic()
        finally:
            if other is not None:
                wait((other,))
        if other is not None and other.exception() is None and other.result()[0] != told:
            raise RuntimeError(f"two answers to {command_id}: {other.result()[0]} and {told}")
        if twice is Twice.AGAIN and send()[0] != told:
            raise RuntimeError(f"another answer when {command_id} was sent again")
        return told, tries, ended

    def _insist(self, act: Callable[[], Told]) -> tuple[Told, int]:
        """Do it until somebody answers, by the same id; what the rules refuse is an answer."""
        tries, end = 1, monotonic() + _GIVE_UP_S
        while True:
            try:
                return act(), tries
            except CounterError as error:
                if error.code not in _AWAY or monotonic() > end:
                    raise
            tries += 1
            self._stopped.wait(_RETRY_S)

    def _keep(self, answer: Answer) -> None:
        self._answers.write(msgspec.json.encode(answer) + b"\n")


def main() -> None:
    """Do what is told until the input ends."""
    plan = read_plan(Path(sys.argv[1]))
    station: Station = WholeStation(plan) if plan.whole else Caller(plan)
    machine = Machine(plan, station)
    acts: dict[str, Callable[[], None]] = {
        "go": machine.go,
        "drain": machine.drain,
        "finish": machine.finish,
        "stop": machine.stop,
        "heads": lambda: None,
    }
    _say(machine)
    for line in sys.stdin:
        act = acts.get(line.strip())
        if act is None:
            break
        act()
        _say(machine)
    machine.close()


def _say(machine: Machine) -> None:
    sys.stdout.write(msgspec.json.encode(machine.word()).decode() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
