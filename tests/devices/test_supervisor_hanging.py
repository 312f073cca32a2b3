"""Supervision of drivers that hang: they are given up with their thread, and a fresh device takes over."""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from devices.fleet import Devices
from devices.patience import Backoff, Limits, Watch
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import MOST_STUCK, Health, Supervisor
from tests.devices.support import PATIENCE_S, FixedClock, Notebook, refused, stripes

SILENT = (DeviceState.FAULTY, Code.DEVICE_SILENT)
READY = (DeviceState.READY, None)


class Driver:
    """A device that can be made to hang in a call until ``freed``; ``closed`` counts how often it let go."""

    name = "driver"
    poll_seconds = 0.001

    def __init__(self, kind: DeviceKind, freed: threading.Event, *, hangs: str = "") -> None:
        self.kind = kind
        self.hangs = hangs
        self.hanging = threading.Event()
        self.closed = threading.Event()
        self._freed = freed

    def open(self) -> None:
        self.hang("open")

    def poll(self) -> Health:
        self.hang("poll")
        return Health()

    def hang(self, where: str) -> None:
        if self.hangs == where:
            self.hanging.set()
            self._freed.wait(PATIENCE_S)

    def interrupt(self) -> None:
        self.hang("interrupt")

    def close(self) -> None:
        self.closed.set()


class Hung:
    """A supervisor whose drivers are made one after the other, and a clock that the test moves."""

    def __init__(self, clock: FixedClock, kind: DeviceKind) -> None:
        self.freed = threading.Event()
        self.seconds = 0.0
        self.kind = kind
        self.next_hangs = ""
        self.drivers = [Driver(kind, self.freed)]
        self.seen: Notebook[DeviceStatus] = Notebook()
        self.supervisor = Supervisor(
            self.drivers[0],
            clock=clock,
            backoff=Backoff(steps=(0.0,), jitter=0),
            renew=self._renew,
            limits=Limits(call_s=15, job_s=180),
            monotonic=lambda: self.seconds,
        )
        self.supervisor.on_change(self.seen)
        self.supervisor.start()
        self.until_ready(1)

    def _renew(self) -> Driver:
        self.drivers.append(Driver(self.kind, self.freed, hangs=self.next_hangs))
        return self.drivers[-1]

    def states(self) -> list[tuple[DeviceState, Code | None]]:
        return [(one.state, one.fault) for one in self.seen.notes if one.state is not DeviceState.CONNECTING]

    def until_ready(self, times: int) -> None:
        self.seen.until(lambda notes: [one.state for one in notes].count(DeviceState.READY) == times)

    def hang_in(self, where: str) -> None:
        self.drivers[-1].hangs = where
        assert self.drivers[-1].hanging.wait(PATIENCE_S)

    def later(self, seconds: float) -> None:
        self.seconds += seconds
        self.supervisor.look()


Make = Callable[..., Hung]


@pytest.fixture
def make(clock: FixedClock) -> Iterator[Make]:
    made: list[Hung] = []

    def begin(kind: DeviceKind = DeviceKind.KEYPAD) -> Hung:
        made.append(Hung(clock, kind))
        return made[-1]

    yield begin
    for one in made:
        one.freed.set()
        one.supervisor.close()
        for thread in threading.enumerate():
            if thread.name.startswith("device-driver"):
                thread.join(PATIENCE_S)


@pytest.mark.expects_log("event=device_given_up")
def test_a_driver_that_hangs_is_given_up_after_its_limit_and_a_fresh_one_takes_over(make: Make) -> None:
    hung = make()
    hung.hang_in("poll")
    hung.later(14)
    assert hung.states() == [READY]

    hung.later(2)
    assert hung.states() == [READY, SILENT]
    hung.later(1)

    hung.until_ready(2)
    assert hung.supervisor.submit(lambda: 7).result(PATIENCE_S) == 7


@pytest.mark.expects_log("event=device_given_up")
def test_a_driver_that_comes_back_too_late_lets_go_and_says_nothing_more(make: Make) -> None:
    hung = make()
    hung.hang_in("poll")
    hung.later(16)
    hung.later(1)
    hung.until_ready(2)

    hung.freed.set()

    assert hung.drivers[0].closed.wait(PATIENCE_S)
    hung.supervisor.submit(lambda: 1).result(PATIENCE_S)
    assert hung.states() == [READY, SILENT, READY]


@pytest.mark.expects_log("event=device_given_up")
def test_a_job_that_hangs_is_answered_and_what_waits_behind_it_is_refused(make: Make) -> None:
    hung = make(DeviceKind.SCANNER)
    began = threading.Event()

    def work() -> None:
        began.set()
        hung.freed.wait(PATIENCE_S)

    job: Future[None] = hung.supervisor.submit(work)
    waiting = hung.supervisor.submit(lambda: 1)
    assert began.wait(PATIENCE_S)
    hung.later(170)
    hung.supervisor.alive()  # a page has landed
    hung.later(170)
    assert not job.done()
    hung.later(20)

    refused(Code.DEVICE_SILENT, lambda: job.result(PATIENCE_S))
    refused(Code.DEVICE_ABSENT, lambda: waiting.result(PATIENCE_S))


@pytest.mark.expects_log("event=device_given_up")
def test_a_ticket_that_hangs_in_the_driver_is_doubtful_not_failed(make: Make) -> None:
    hung = make(DeviceKind.PRINTER)
    job = hung.supervisor.submit(lambda: hung.freed.wait(PATIENCE_S))
    while not job.running():
        hung.freed.wait(0.001)
    hung.later(200)

    refused(Code.PRINT_DOUBTFUL, lambda: job.result(PATIENCE_S))


@pytest.mark.expects_log("event=device_given_up")
def test_an_interruption_that_hangs_too_holds_up_nobody(make: Make) -> None:
    hung = make()
    hung.hang_in("poll")
    hung.drivers[0].hangs = "interrupt"

    hung.later(16)
    hung.later(1)

    hung.until_ready(2)


@pytest.mark.expects_log("event=device_given_up")
def test_a_driver_that_always_hangs_costs_three_threads_and_is_logged_once_each(
    make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "devices")
    hung = make()
    hung.next_hangs = "open"
    hung.hang_in("poll")
    for _ in range(10):
        hung.later(16)
        if len(hung.drivers) > 1:
            assert hung.drivers[-1].hanging.wait(PATIENCE_S)

    assert len(hung.drivers) == MOST_STUCK
    assert len([one for one in caplog.messages if "device_given_up" in one]) == MOST_STUCK
    assert len([one for one in caplog.messages if "event=device_faulty" in one]) == 1

    hung.next_hangs = ""
    hung.freed.set()
    hung.drivers[-1].closed.wait(PATIENCE_S)
    while len(hung.drivers) == MOST_STUCK:
        hung.later(1)
    hung.until_ready(2)


@pytest.mark.expects_log("event=device_given_up")
def test_closing_does_not_wait_for_a_driver_that_hangs(make: Make) -> None:
    hung = make()
    hung.hang_in("poll")
    hung.later(16)

    began = time.monotonic()
    hung.supervisor.close()

    assert time.monotonic() - began < 1
    assert hung.supervisor.status.state is DeviceState.ABSENT


@pytest.mark.expects_log("event=device_given_up")
def test_a_printer_whose_file_hangs_when_it_is_opened_prints_once_it_does_no_more(
    tmp_path: Path, clock: FixedClock
) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)  # opening it waits until somebody reads
    record = DeviceSettings(DeviceKind.PRINTER, "p", TransportKind.FILE, str(pipe))
    devices = Devices([record], clock=clock, backoff=Backoff(steps=(0.01,)), limits=Limits(0.1, 0.1))
    seen: Notebook[DeviceStatus] = Notebook()
    devices.on_change(seen)
    devices.start()
    seen.until(lambda notes: notes[-1].fault is Code.DEVICE_SILENT)

    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    seen.until(lambda notes: notes[-1].state is DeviceState.READY)

    assert devices.printer.print_raster(stripes(height=20)).bytes_sent
    devices.close()
    os.close(reader)
    for thread in threading.enumerate():
        if thread.name == "device-p":
            thread.join(PATIENCE_S)


@pytest.mark.expects_log("event=device_watch_failed")
def test_the_watch_goes_on_looking_after_a_look_that_failed() -> None:
    looks: Notebook[int] = Notebook()

    def look() -> None:
        looks(1)
        if len(looks.notes) == 1:
            raise ZeroDivisionError

    watch = Watch(look, seconds=0.001)
    watch.start()
    looks.until_count(3)
    watch.close()
