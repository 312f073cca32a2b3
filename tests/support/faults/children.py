"""Counters at work in processes of their own, forked from one that never opens a database itself."""

import os
import random
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.support.faults.workload import acknowledge_to, use_pragmas, work
from tests.support.office import open_office

STEPS_A_RUN = 99_999
_LONGEST_WORK_S = 0.4
_PATIENCE_S = 60


def set_up(data: Path) -> None:
    """Make a new office in ``data``."""
    open_office(data, prepared=False).close()


def work_on(data: Path, run: int, pragmas: Sequence[str], acks: int) -> None:
    """Work in ``data`` for the ``run``-th time, telling each promise to the descriptor ``acks``."""
    use_pragmas(pragmas)
    with open_office(data, prepared=False) as office:
        work(office, range(run * STEPS_A_RUN, (run + 1) * STEPS_A_RUN), acknowledge_to(acks))


def promises_until_the_end(run: Callable[[int], None], rng: random.Random, end: Callable[[], None]) -> list[str]:
    """Let a child work for a random time after its first promise, do ``end``, kill it; return its promises."""
    reading, writing = os.pipe()
    working = child(lambda: run(writing))
    os.close(writing)
    if not select.select([reading], [], [], _PATIENCE_S)[0]:
        raise TimeoutError("the workload acknowledged nothing")
    time.sleep(rng.uniform(0.002, _LONGEST_WORK_S))
    os.kill(working, signal.SIGSTOP)  # or it could acknowledge something after the end
    _, status = os.waitpid(working, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        raise RuntimeError("the workload ended by itself")
    end()
    os.kill(working, signal.SIGKILL)
    os.waitpid(working, 0)
    with os.fdopen(reading) as promises:
        return promises.read().splitlines()


def in_a_child(check: Callable[[], str | None]) -> str:
    """Run ``check`` in a process of its own: this one never opens a database, so that it may fork."""
    reading, writing = os.pipe()
    checking = child(lambda: None if os.write(writing, (check() or "").encode()[:4000]) else None)
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read()
    _, status = os.waitpid(checking, 0)
    return said if status == 0 else "corrupt: the check failed"


def child(run: Callable[[], None]) -> int:
    """Run in a fork; it ends with 0, or with 1 and a traceback."""
    forked = os.fork()
    if forked:
        return forked
    try:
        run()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
