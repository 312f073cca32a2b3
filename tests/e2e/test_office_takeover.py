"""The office station dies in the middle of the day; another takes over, and gives the queue back."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.bootstrap import Counter, join_office, open_counter, set_up_station
from counter_app.demo.commune import OFFICE, new_station
from counter_app.domain.queue_facts import KioskMode
from counter_app.domain.queue_policy import QueuePolicy
from counter_app.errors import Code, CounterError
from counter_app.journal import enrolment
from counter_app.settings import Settings
from sync.office.joining import Joining
from tests.support.flaky_proxy import FlakyProxy
from tests.sync.offices import (
    LEADER,
    LOCAL,
    TAKEOVER_S,
    command,
    group_of,
    insist,
    is_sound,
    labels,
    running,
    until,
    until_here,
)


@contextmanager
def _office_process(folder: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """The command, once it is ready, where it answers, and a code for one more machine."""
    words = ("office", "--data", str(folder), "--host", "127.0.0.1", "--port", str(port), "--admit")
    process = subprocess.Popen([sys.executable, "-m", "counter_app", *words], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        ready = process.stdout.readline()
        assert ready.startswith("event=ready url="), ready
        _event, url, code = ready.split()
        yield process, url.removeprefix("url="), code.removeprefix("code=")
    finally:
        process.kill()
        process.communicate()


def _found(folder: Path) -> list[str]:
    """Set the office up, and return two codes for further machines."""
    set_up_station(folder, new_station())
    counter = open_counter(folder, Settings())
    counter.services.queue_choices.set_policy(QueuePolicy(takeover_s=TAKEOVER_S), LEADER)
    counter.services.queue.switch_kiosk(KioskMode.OPEN, LEADER)
    codes = [enrolment.make_code(counter.journal, OFFICE.id) for _ in range(2)]
    counter.close()
    return codes


@contextmanager
def _machine(
    folder: Path, url: str, code: str, desk: int, *, serves_at: str = "", also: tuple[str, ...] = ()
) -> Iterator[Counter]:
    serve = bool(serves_at)
    join_office(folder, Joining(url, code, f"Máy quầy {desk}", ("desk",), desk, serve=serve, find=False))
    with running(folder, replace(LOCAL, serve=serve, host=serves_at or LOCAL.host, urls=(url, *also))) as counter:
        until(counter, lambda status: status.reachable and status.term > 0)
        yield counter


def _take(counter: Counter, count: int, taken: dict[str, str]) -> None:
    for _ in range(count):
        tap = command()

        def take(tap: str = tap) -> None:
            taken[tap] = counter.services.queue.take_number(group_of(counter), command=tap).ticket.label

        insist(take)


def test_the_office_is_killed_another_takes_over_and_hands_back(tmp_path: Path) -> None:
    codes, taken = _found(tmp_path / "office"), dict[str, str]()
    with _office_process(tmp_path / "office") as (first, url, code):
        port = int(url.rpartition(":")[2])
        with (
            _machine(tmp_path / "standby", url, codes[0], 7, serves_at=LOCAL.host) as standby,
            _machine(tmp_path / "desk", url, code, 8) as desk,
        ):
            until(desk, lambda status: len(status.members) == 3)
            _take(desk, 5, taken)
            first.send_signal(signal.SIGKILL)
            first.wait()
            until(standby, lambda status: status.in_charge)
            until(desk, lambda status: status.station == standby.journal.key.station)
            _take(desk, 3, taken)
            again = next(iter(taken))
            assert desk.services.queue.take_number(group_of(desk), command=again).ticket.label == taken[again]
            insist(lambda: desk.services.queue.call_next(8, "ha", command=command()))
            with _office_process(tmp_path / "office", port) as (back, _url, _code):
                until(desk, lambda status: status.term == 3 and status.reachable)
                until(standby, lambda status: not status.in_charge)
                _take(desk, 3, taken)
                for one in (desk, standby):
                    until_here(one, lambda one=one: labels(one) == sorted(taken.values()))  # type: ignore[misc]
                back.send_signal(signal.SIGTERM)
                assert back.wait(20) == 0
            is_sound(standby)
            is_sound(desk)
    office = open_counter(tmp_path / "office", Settings())
    assert labels(office) == sorted(taken.values())
    assert len(set(taken.values())) == len(taken) == 11
    is_sound(office)
    office.close()


def _port(counter: Counter) -> int:
    assert counter.office is not None
    return int(counter.office.url.rpartition(":")[2])


@contextmanager
def _cut_in_two(folder: Path, codes: list[str]) -> Iterator[tuple[Counter, Counter, Counter, Callable[[bool], None]]]:
    """The office on one side, standby and desk on the other; between them two cables, that are cut together.

    The office sees whoever comes over the first cable at the second one's end, so it calls back over that one.
    """
    with (
        running(folder / "office", LOCAL) as office,
        FlakyProxy(_port(office), comes_from="127.0.0.3") as there,
        _machine(folder / "standby", f"http://127.0.0.1:{there.port}", codes[0], 7, serves_at="127.0.0.2") as standby,
        FlakyProxy(
            _port(standby), target="127.0.0.2", listens=("127.0.0.3", _port(standby)), comes_from="127.0.0.4"
        ) as back,
    ):
        near = f"http://127.0.0.2:{_port(standby)}"
        with _machine(folder / "desk", f"http://127.0.0.1:{there.port}", codes[1], 8, also=(near,)) as desk:
            until(desk, lambda status: len(status.members) == 3)

            def cut(really: bool) -> None:
                for cable in (there, back):
                    (cable.hold if really else cable.release)()

            yield office, standby, desk, cut


def test_a_cut_network_lets_only_the_larger_part_call_and_heals_without_a_double(tmp_path: Path) -> None:
    taken, called = dict[str, str](), list[str]()

    def call(at: Counter, desk: int, officer: str) -> None:
        insist(lambda: called.append(at.services.queue.call_next(desk, officer, command=command()).id))

    with _cut_in_two(tmp_path, _found(tmp_path / "office")) as (office, standby, desk, cut):
        _take(desk, 4, taken)
        cut(True)
        until(standby, lambda status: status.in_charge and status.calls)
        until(office, lambda status: not status.calls)
        assert office.office is not None
        assert office.office.status().in_charge
        _take(office, 2, taken)
        _take(desk, 2, taken)
        call(desk, 8, "ha")
        with pytest.raises(CounterError) as alone:
            office.services.queue.call_next(3, "minh", command=command())
        assert alone.value.code is Code.OFFICE_NOT_IN_CHARGE
        cut(False)
        until(office, lambda status: status.in_charge and status.calls and status.term == 3)
        until(desk, lambda status: status.station == office.journal.key.station)
        call(office, 3, "minh")
        assert len(set(called)) == 2
        for one in (desk, standby, office):
            until_here(one, lambda one=one: labels(one) == sorted(taken.values()))  # type: ignore[misc]
            is_sound(one)
    assert len(set(taken.values())) == len(taken) == 8
