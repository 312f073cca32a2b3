"""An office under load: the office's process, machines as processes of their own, and what they are told to do."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic
from types import TracebackType

import msgspec

from tests.support.office_load_answers import Answer, Plan, Word, read_answers, write_plan

_TICK_S = 1 / os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 0.01
_LEVEL_S = 0.25
_pause = Event()


class OfficeProcess:
    """``counter-app office`` on a port that stays the same through kills."""

    def __init__(self, folder: Path, port: int = 0, *, program: Sequence[str] = ("-m", "counter_app")) -> None:
        self.folder = folder
        self.port = port
        self._program = tuple(program)
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Return when it answers."""
        words = ("office", "--data", str(self.folder), "--host", "127.0.0.1", "--port", str(self.port))
        self._process = subprocess.Popen(
            [sys.executable, *self._program, *words], stdout=subprocess.PIPE, stderr=self._log(), text=True
        )
        assert self._process.stdout is not None
        ready = self._process.stdout.readline()
        assert ready.startswith("event=ready url="), ready
        self.port = int(ready.split("url=")[1].split()[0].rpartition(":")[2])

    def kill(self) -> None:
        """``kill -9``."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def stop(self) -> None:
        """End as told by SIGTERM."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            code = self._process.wait(60)
            self._process.communicate()
            self._process = None
            assert code == 0, code

    def processor_s(self) -> float:
        """The processor's seconds of this process so far (Linux); 0 where that cannot be told."""
        stat = Path(f"/proc/{self._process.pid if self._process else 0}/stat")
        if not stat.exists():
            return 0.0
        parts = stat.read_text().rpartition(")")[2].split()
        return (int(parts[11]) + int(parts[12])) * _TICK_S

    def _log(self) -> int:
        self.folder.mkdir(parents=True, exist_ok=True)
        return os.open(self.folder / "office.log", os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)


class MachineProcess:
    """One machine; ``ask`` waits for its answer, ``tell`` and ``hear`` let many work at one time."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        plan.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = plan.answers.with_suffix(".plan")
        write_plan(plan, path)
        log = os.open(plan.answers.with_suffix(".log"), os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.office_load_machine", str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        os.close(log)

    def tell(self, act: str) -> None:
        """Tell it to do something."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{act}\n")
        self._process.stdin.flush()

    def hear(self) -> Word:
        """Wait for its answer."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"{self.plan.name} ended: {self.plan.answers.with_suffix('.log').read_text()[-2000:]}"
        word = msgspec.json.decode(line, type=Word)
        assert not word.fault, f"{self.plan.name}: {word.fault}"
        return word

    def ask(self, act: str) -> Word:
        """Tell it, and wait."""
        self.tell(act)
        return self.hear()

    def end(self) -> None:
        """Let it leave the office and end."""
        if self._process.poll() is None:
            self.tell("end")
        code = self._process.wait(60)
        self._process.communicate()
        assert code == 0, (
            f"{self.plan.name} ended with {code}: {self.plan.answers.with_suffix('.log').read_text()[-2000:]}"
        )

    def kill(self) -> None:
        """End it whatever it does."""
        self._process.kill()
        self._process.communicate()


@dataclass
class Machines:
    """All machines of one office; leaving the ``with`` ends what still runs."""

    running: list[MachineProcess] = field(default_factory=list)
    _stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> "Machines":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one in self.running:
            one.kill()

    def start(self, plans: Iterable[Plan], together: int = 4) -> None:
        """Start machines, a few at one time, and wait until they have joined."""
        waiting = list(plans)
        while waiting:
            some, waiting = waiting[:together], waiting[together:]
            started = [MachineProcess(plan) for plan in some]
            self.running += started
            for one in started:
                one.hear()

    def all(self, act: str, which: Callable[[Plan], bool] = lambda _plan: True) -> list[Word]:
        """Tell some machines to do something, at one time, and wait for all of them."""
        some = [one for one in self.running if which(one.plan)]
        for one in some:
            one.tell(act)
        return [one.hear() for one in some]

    def level(self, seconds: float = 60.0) -> float:
        """Wait until all whole machines hold the same, twice in turn; return how long that took."""
        began, before = monotonic(), None
        while True:
            words = [word.heads for word in self.all("heads", lambda plan: plan.whole)]
            if all(one == words[0] for one in words) and words[0] == before:
                return monotonic() - began
            before = words[0]
            assert monotonic() - began < seconds, f"not level: {words}"
            _pause.wait(_LEVEL_S)

    def end(self) -> None:
        """Let all of them leave."""
        for one in self.running:
            one.end()
        self.running.clear()

    def answers(self) -> list[Answer]:
        """What all of them were answered so far."""
        return [answer for one in self.running for answer in read_answers(one.plan.answers)]


def is_desk(plan: Plan) -> bool:
    """Whether a machine serves."""
    return plan.desk > 0


def is_kiosk(plan: Plan) -> bool:
    """Whether a machine gives out numbers."""
    return plan.tickets != 0
