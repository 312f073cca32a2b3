"""Supervision: states, back-off, jobs, restarts; all waits are given by the test."""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial

import pytest

from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from devices.printer.device import EscPosPrinter
from devices.printer.virtual import VirtualPrinter
from devices.supervisor import Backoff, Health, Supervisor
from devices.transport.tcp import TcpTransport
from tests.devices.support import PATIENCE_S, FixedClock, Notebook, refused, stripes

READY = (DeviceState.READY, None)
CONNECTING = (DeviceState.CONNECTING, None)
ABSENT = (DeviceState.ABSENT, None)


class Probe:
    """A device whose every poll does what the test says: a health, or an exception."""

    kind = DeviceKind.PRINTER
    name = "probe"
    poll_seconds = 0.001

    def __init__(self, *openings: Exception | None) -> None:
        self.openings = list(openings)
        self.condition: Health | Exception = Health()
        self.closed = 0

    def open(self) -> None:
        if self.openings and (failure := self.openings.pop(0)):
            raise failure

    def poll(self) -> Health:
        if isinstance(self.condition, Exception):
            failure, self.condition = self.condition, Health()
            raise failure
        return self.condition

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        self.closed += 1


class Rests:
    """Stands in for the wait of the back-off: writes it down and goes on at once."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, _event: threading.Event, seconds: float) -> None:
        self.seconds.append(seconds)


Start = Callable[..., tuple[Supervisor, Notebook[DeviceStatus], Rests]]


@pytest.fixture
def start(clock: FixedClock) -> Iterator[Start]:
    running: list[Supervisor] = []

    def begin(
        device: Probe | EscPosPrinter, monotonic: Callable[[], float] = time.monotonic
    ) -> tuple[Supervisor, Notebook[DeviceStatus], Rests]:
        rests = Rests()
        supervisor = Supervisor(device, clock=clock, backoff=Backoff(jitter=0), wait=rests, monotonic=monotonic)
        seen: Notebook[DeviceStatus] = Notebook()
        supervisor.on_change(seen)
        running.append(supervisor)
        supervisor.start()
        return supervisor, seen, rests

    yield begin
    for supervisor in running:
        supervisor.close()


def states(statuses: list[DeviceStatus]) -> list[tuple[DeviceState, Code | None]]:
    return [(status.state, status.fault) for status in statuses]


def gone(code: Code = Code.DEVICE_ABSENT) -> DeviceError:
    return DeviceError(code, retryable=True, device="probe")


def test_a_device_that_is_there_becomes_ready(start: Start) -> None:
    supervisor, seen, rests = start(Probe())

    assert states(seen.until_count(2)) == [CONNECTING, READY]
    assert supervisor.status.state is DeviceState.READY
    assert rests.seconds == []


def test_attempts_back_off_1_2_5_10_30_30_and_begin_anew_once_the_device_has_worked(start: Start) -> None:
    device = Probe(*[gone() for _ in range(6)], None, gone(), None)
    supervisor, seen, rests = start(device)
    seen.until(lambda notes: states(notes)[-1] == READY)
    assert rests.seconds == [1, 2, 5, 10, 30, 30]

    supervisor.submit(lambda: 1).result(PATIENCE_S)
    device.condition = gone(Code.DEVICE_LOST)
    seen.until(lambda notes: states(notes).count(READY) == 2)

    assert rests.seconds[6:] == [1, 2]


def test_attempts_begin_anew_after_ten_seconds_without_a_loss(start: Start) -> None:
    seconds = iter(range(0, 100_000, 20))
    device = Probe(gone(), gone(), None)
    _, seen, rests = start(device, lambda: float(next(seconds)))
    seen.until(lambda notes: states(notes)[-1] == READY)

    device.condition = gone(Code.DEVICE_LOST)
    seen.until(lambda notes: states(notes).count(READY) == 2)

    assert rests.seconds == [1, 2, 1]


def test_a_loose_plug_is_tried_ever_more_rarely(start: Start) -> None:
    device = Probe()
    _, seen, rests = start(device, lambda: 0.0)
    for losses in range(1, 6):
        seen.until(lambda notes, losses=losses: states(notes).count(READY) == losses)  # type: ignore[misc]
        device.condition = gone(Code.DEVICE_LOST)
    seen.until(lambda notes: states(notes).count(READY) == 6)

    assert rests.seconds == [1, 2, 5, 10, 30]


def test_pauses_are_spread_by_a_fifth() -> None:
    pauses = Backoff(steps=(10.0,)).pauses(random.Random(4))
    drawn = [next(pauses) for _ in range(200)]

    assert 8 <= min(drawn) < 8.5
    assert 11.5 < max(drawn) <= 12


def test_a_loss_is_faulty_with_its_code_and_then_comes_back(start: Start) -> None:
    device = Probe()
    _, seen, _ = start(device)
    seen.until_count(2)

    device.condition = gone(Code.DEVICE_LOST)

    assert states(seen.until_count(5))[2:] == [(DeviceState.FAULTY, Code.DEVICE_LOST), CONNECTING, READY]
    assert device.closed == 1


def test_a_fault_that_can_be_mended_by_hand_keeps_the_connection(start: Start) -> None:
    device = Probe()
    _, seen, rests = start(device)
    seen.until_count(2)

    device.condition = Health(Code.PAPER_OUT, usable=False)
    seen.until_count(3)
    device.condition = Health(Code.PAPER_LOW)
    seen.until_count(4)
    device.condition = Health()

    expected = [(DeviceState.FAULTY, Code.PAPER_OUT), (DeviceState.READY, Code.PAPER_LOW), READY]
    assert states(seen.until_count(5))[2:] == expected
    assert device.closed == 0
    assert rests.seconds == []


@pytest.mark.expects_log("event=device_worker_died")
def test_a_worker_that_dies_of_a_bug_is_restarted(start: Start) -> None:
    device = Probe()
    _, seen, rests = start(device)
    seen.until_count(2)

    device.condition = ZeroDivisionError()

    assert states(seen.until_count(5))[2:] == [(DeviceState.FAULTY, Code.DEVICE_LOST), CONNECTING, READY]
    assert rests.seconds == [1]


@pytest.mark.expects_log("event=device_listener_failed")
def test_a_listener_that_fails_harms_nobody_else(clock: FixedClock) -> None:
    supervisor = Supervisor(Probe(), clock=clock)

    def fail(_status: DeviceStatus) -> None:
        raise ZeroDivisionError

    seen: Notebook[DeviceStatus] = Notebook()
    supervisor.on_change(fail)
    supervisor.on_change(seen)
    supervisor.start()

    assert states(seen.until_count(2)) == [CONNECTING, READY]
    supervisor.close()


def test_one_log_line_a_transition_and_none_for_each_vain_attempt(
    start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "devices")
    device = Probe(*[gone(Code.DEVICE_BUSY) for _ in range(8)], None)
    supervisor, seen, _ = start(device)
    seen.until(lambda notes: states(notes)[-1] == READY)
    supervisor.close()

    assert [record.getMessage() for record in caplog.records] == [
        "event=device_faulty device='probe' fault=device-busy",
        "event=device_ready device='probe' fault=-",
        "event=device_absent device='probe' fault=-",
    ]


def test_jobs_run_in_turn_on_the_devices_thread(start: Start) -> None:
    supervisor, seen, _ = start(Probe())
    seen.until_count(2)
    ran: list[tuple[int, str]] = []

    def note(number: int) -> None:
        ran.append((number, threading.current_thread().name))

    futures = [supervisor.submit(partial(note, n)) for n in range(5)]
    for future in futures:
        future.result(PATIENCE_S)

    assert ran == [(n, "device-probe") for n in range(5)]


def test_a_job_that_fails_gives_its_error_to_who_asked_and_the_device_goes_on(start: Start) -> None:
    supervisor, seen, _ = start(Probe())
    seen.until_count(2)

    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        supervisor.submit(fail).result(PATIENCE_S)
    assert supervisor.submit(lambda: 7).result(PATIENCE_S) == 7
    assert supervisor.status.state is DeviceState.READY


def test_a_job_for_a_device_that_is_not_there_fails_at_once(clock: FixedClock) -> None:
    supervisor = Supervisor(Probe(), clock=clock)

    refused(Code.DEVICE_ABSENT, lambda: supervisor.submit(lambda: 1).result(0))


def test_jobs_that_wait_when_the_device_is_lost_are_refused_not_kept(start: Start) -> None:
    device = Probe()
    supervisor, seen, _ = start(device)
    seen.until_count(2)
    gate, ran = threading.Event(), threading.Event()

    def lose() -> None:
        gate.wait(PATIENCE_S)
        device.condition = gone(Code.DEVICE_LOST)

    supervisor.submit(lose)
    waiting: Future[None] = supervisor.submit(ran.set)
    gate.set()

    refused(Code.DEVICE_ABSENT, lambda: waiting.result(PATIENCE_S))
    assert not ran.is_set()


def test_closing_in_the_middle_of_a_back_off_takes_under_a_second(clock: FixedClock) -> None:
    waits: Notebook[float] = Notebook()

    def wait(event: threading.Event, seconds: float) -> None:
        waits(seconds)
        event.wait(60)

    supervisor = Supervisor(Probe(*[gone() for _ in range(9)]), clock=clock, wait=wait)
    supervisor.start()
    waits.until_count(1)

    began = time.monotonic()
    supervisor.close()

    assert time.monotonic() - began < 1
    assert supervisor.status.state is DeviceState.ABSENT


def test_retry_ends_the_back_off_at_once(clock: FixedClock) -> None:
    waits: Notebook[float] = Notebook()

    def wait(event: threading.Event, seconds: float) -> None:
        waits(seconds)
        assert event.wait(PATIENCE_S)

    supervisor = Supervisor(Probe(gone(), None), clock=clock, wait=wait)
    seen: Notebook[DeviceStatus] = Notebook()
    supervisor.on_change(seen)
    supervisor.start()
    waits.until_count(1)

    supervisor.retry()

    seen.until(lambda notes: states(notes)[-1] == READY)
    supervisor.close()


def supervised(printer: VirtualPrinter) -> EscPosPrinter:
    return EscPosPrinter(TcpTransport("p", printer.address), name="p", poll_s=0.01, answer_s=0.3, finish_s=1.0)


def test_a_printers_paper_shows_in_its_state(start: Start, printer: VirtualPrinter) -> None:
    _, seen, _ = start(supervised(printer))
    seen.until_count(2)

    printer.take_paper()
    seen.until_count(3)
    printer.load_paper()

    assert states(seen.until_count(4))[2:] == [(DeviceState.FAULTY, Code.PAPER_OUT), READY]


def test_a_printer_that_hangs_up_half_way_is_doubtful_once_and_comes_back(
    start: Start, printer: VirtualPrinter
) -> None:
    device = supervised(printer)
    supervisor, seen, _ = start(device)
    seen.until_count(2)
    printer.faults.drop_after = 5_000

    refused(Code.PRINT_DOUBTFUL, lambda: supervisor.submit(lambda: device.print_raster(stripes())).result(PATIENCE_S))

    assert states(seen.until_count(5))[2:] == [(DeviceState.FAULTY, Code.DEVICE_LOST), CONNECTING, READY]
    assert supervisor.submit(lambda: device.print_raster(stripes())).result(PATIENCE_S).confirmed


def test_closing_while_a_printer_is_waited_for_takes_under_a_second(printer: VirtualPrinter, clock: FixedClock) -> None:
    device = EscPosPrinter(TcpTransport("p", printer.address), name="p", answer_s=60)
    printer.faults.silent = True
    asked = threading.Event()
    printer.faults.slow_s = 0.001
    supervisor = Supervisor(device, clock=clock)
    seen: Notebook[DeviceStatus] = Notebook()
    supervisor.on_change(seen)
    supervisor.start()
    seen.until_count(1)
    while printer.bytes_received < 3:
        asked.wait(0.001)

    began = time.monotonic()
    supervisor.close()

    assert time.monotonic() - began < 1
