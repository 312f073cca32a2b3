"""A supervisor owns one device and its thread: it connects, watches, does the jobs, and comes back after a loss.

A driver that does not come back from a call is given up with its thread, and a fresh device takes its place.
"""

import contextlib
import logging
import queue
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from counter_app.errors import Code, DeviceError
from counter_app.ports import Clock, DeviceKind, DeviceState, DeviceStatus, DeviceUse
from devices.patience import LIMITS, Limits, wait_for
from devices.patience import Backoff as Backoff

log = logging.getLogger(__name__)

T = TypeVar("T")
JOIN_S = 5.0
STEADY_S = 10.0
"""Ready for so long, the next loss begins the back-off anew; a loose plug that comes and goes does not."""
MOST_STUCK = 3
"""So many threads may hang in a driver; until one of them comes back no fresh device is tried."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a connected device says of itself: a fault, and whether it can work all the same (a warning)."""

    fault: Code | None = None
    usable: bool = True


class Supervisable(Protocol):
    """What a supervisor asks of a device; all but ``interrupt`` is called on the supervisor's thread."""

    @property
    def kind(self) -> DeviceKind:
        """Return the kind."""
        ...

    @property
    def name(self) -> str:
        """Return the name from the settings."""
        ...

    @property
    def poll_seconds(self) -> float:
        """Return the pause between two polls, 0 where ``poll`` itself waits for input."""
        ...

    def open(self) -> None:
        """Connect. Raises DeviceError."""
        ...

    def poll(self) -> Health:
        """Look how it is; a device that speaks unasked is listened to here. Raises DeviceError when it is lost."""
        ...

    def interrupt(self) -> None:
        """Make whatever waits inside end at once; called from another thread, before closing."""
        ...

    def close(self) -> None:
        """Disconnect; harmless when not connected."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    future: "Future[Any]"

    def run(self) -> None:
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.work()
        except BaseException as error:  # noqa: BLE001  # whoever waits for the future gets it, whatever it is
            self.fail(error)
        else:
            with contextlib.suppress(InvalidStateError):  # given up in the meantime
                self.future.set_result(result)

    def fail(self, error: BaseException) -> None:
        with contextlib.suppress(InvalidStateError):
            self.future.set_exception(error)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call into the driver that has not come back yet."""

    since: float
    limit: float
    job: _Job | None = None


@dataclass(eq=False)
class _Shift:
    """One device object and the thread that serves it, until the supervisor closes or gives both up."""

    device: Supervisable
    thread: threading.Thread
    jobs: "queue.Queue[_Job | None]" = field(default_factory=queue.Queue)
    admits: bool = False
    given_up: bool = False
    call: _Call | None = None


class Supervisor:
    """Owns one device; the only place that sets its state.

    absent → connecting → ready → faulty, and after a loss: back off, connect again. ``on_change`` and ``on_used``
    listeners are told on the supervisor's thread. ``renew`` makes a fresh device in the place of one that hangs;
    without it nothing is ever given up.
    """

    def __init__(
        self,
        device: Supervisable,
        *,
        clock: Clock,
        backoff: Backoff | None = None,
        wait: Callable[[threading.Event, float], None] = wait_for,
        chance: random.Random | None = None,
        renew: Callable[[], Supervisable] | None = None,
        limits: Limits | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._kind, self._name = device.kind, device.name
        self._clock = clock
        self._backoff = backoff or Backoff()
        self._chance = chance or random.Random()  # noqa: S311  # spreads attempts, guards nothing
        self._wait = wait
        self._renew = renew
        self._limits = limits or LIMITS.get(device.kind, Limits())
        self._monotonic = monotonic
        self._pauses = self._backoff.pauses(self._chance)
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._nudged = threading.Event()
        self._listeners: list[Callable[[DeviceStatus], None]] = []
        self._counters: list[Callable[[DeviceUse], None]] = []
        self._status = DeviceStatus(self._kind, self._name, DeviceState.ABSENT, None, clock.now())
        self._logged: tuple[DeviceState, Code | None] = (DeviceState.ABSENT, None)
        self._alive = 0.0
        self._stuck: list[threading.Thread] = []
        self._shift = self._new_shift(device)

    @property
    def status(self) -> DeviceStatus:
        """Return the state as it was last set."""
        return self._status

    def on_change(self, told: Callable[[DeviceStatus], None]) -> None:
        """Tell ``told`` of every change of state or fault from now on, on the device's thread."""
        self._listeners.append(told)

    def on_used(self, told: Callable[[DeviceUse], None]) -> None:
        """Tell ``told`` what the device has done, each time."""
        self._counters.append(told)

    def start(self) -> None:
        """Start the thread."""
        self._shift.thread.start()

    def retry(self) -> None:
        """Try to connect now, without waiting for the back-off to end."""
        self._nudged.set()

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        """Do ``work`` on the device's thread, in turn; the future has DEVICE_ABSENT at once if not connected."""
        future: Future[T] = Future()
        with self._lock:
            if self._shift.admits:
                self._shift.jobs.put(_Job(work, future))
                return future
        future.set_exception(self._not_here())
        return future

    def count(self, *, tickets: int = 0, pages: int = 0) -> None:
        """Take down what the device has done; also a sign of life."""
        self.alive()
        self._tell(self._counters, DeviceUse(self._kind, self._name, tickets, pages))

    def alive(self) -> None:
        """Take down a sign of life of the work under way, from any thread."""
        self._alive = self._monotonic()

    def look(self) -> None:
        """Give up a driver that did not come back within its limit; the watch calls this again and again.

        At the look after that a fresh device takes over, unless too many threads hang already.
        """
        if self._renew is None or self._closing.is_set():
            return
        self._stuck = [thread for thread in self._stuck if thread.is_alive()]
        shift = self._shift
        if not shift.given_up:
            with self._lock:
                call = shift.call
                if call is None or self._monotonic() - max(call.since, self._alive) <= call.limit:
                    return
                shift.given_up, shift.admits = True, False
            self._give_up(shift, call)
        elif len(self._stuck) < MOST_STUCK:
            self._relieve(self._renew())

    def close(self) -> None:
        """Stop the thread and let the device go; jobs that wait fail with DEVICE_ABSENT."""
        with self._lock:
            self._closing.set()
            shift = self._shift
        self._nudged.set()
        shift.jobs.put(None)
        if shift.given_up:  # nobody waits for a driver that hangs
            self._set(shift, DeviceState.ABSENT, None)
            return
        shift.device.interrupt()
        if shift.thread.is_alive():
            shift.thread.join(JOIN_S)

    # hanging drivers

    def _new_shift(self, device: Supervisable, *, rests: bool = False) -> _Shift:
        def run() -> None:
            self._run(shift, rests=rests)

        shift = _Shift(device, threading.Thread(target=run, name=f"device-{self._name}", daemon=True))
        return shift

    def _give_up(self, shift: _Shift, call: _Call) -> None:
        """Leave the device and its thread to themselves; whoever waits for them is told."""
        log.warning("event=device_given_up device=%r seconds=%.0f", self._name, call.limit)
        self._stuck.append(shift.thread)
        self._set(shift, DeviceState.FAULTY, Code.DEVICE_SILENT)
        if call.job is not None:
            call.job.fail(self._unanswered(call.limit))
        self._fail_waiting(shift)
        # It may help the driver out of its call, or hang itself.
        threading.Thread(target=shift.device.interrupt, name=f"device-{self._name}-leaving", daemon=True).start()

    def _relieve(self, device: Supervisable) -> None:
        """Put a fresh device in the place of the one that was given up."""
        with self._lock:
            if self._closing.is_set():
                return
            self._shift = shift = self._new_shift(device, rests=True)
        shift.thread.start()

    def _unanswered(self, seconds: float) -> DeviceError:
        """Return the error of a job that never came back: of a ticket nobody knows whether it is on paper."""
        if self._kind is DeviceKind.PRINTER:
            cause = Code.DEVICE_SILENT
            return DeviceError(Code.PRINT_DOUBTFUL, sent=0, total=0, cause=cause, device=self._name)
        return DeviceError(Code.DEVICE_SILENT, retryable=True, device=self._name, seconds=seconds)

    @contextlib.contextmanager
    def _within(self, shift: _Shift, seconds: float, job: _Job | None = None) -> Iterator[None]:
        """A call into the driver: the watch sees since when it lasts."""
        shift.call = _Call(self._monotonic(), seconds, job)
        try:
            yield
        finally:
            with self._lock:
                shift.call = None

    # the thread

    def _goes_on(self, shift: _Shift) -> bool:
        return not self._closing.is_set() and not shift.given_up

    def _run(self, shift: _Shift, *, rests: bool) -> None:
        if rests:
            self._pause()
        while self._goes_on(shift):
            try:
                self._serve(shift)
            except DeviceError as error:
                gone = error.code is Code.DEVICE_ABSENT
                self._set(shift, DeviceState.ABSENT if gone else DeviceState.FAULTY, None if gone else error.code)
            except Exception:
                log.exception("event=device_worker_died device=%r", self._name)
                self._set(shift, DeviceState.FAULTY, Code.DEVICE_LOST)
            if self._goes_on(shift):
                self._pause()
        self._set(shift, DeviceState.ABSENT, None)

    def _pause(self) -> None:
        seconds = next(self._pauses)
        log.debug("event=device_back_off device=%r seconds=%.1f", self._name, seconds)
        self._nudged.clear()
        if not self._closing.is_set():
            self._wait(self._nudged, seconds)

    def _serve(self, shift: _Shift) -> None:
        """Connect and work until the device is lost (raises) or the supervisor is done with it (returns)."""
        self._set(shift, DeviceState.CONNECTING, None)
        device, seconds = shift.device, self._limits.call_s
        try:
            with self._within(shift, seconds):
                device.open()
                health = device.poll()
            since = self._monotonic()
            self._admit(shift)
            while self._goes_on(shift):
                self._set(shift, DeviceState.READY if health.usable else DeviceState.FAULTY, health.fault)
                worked = self._do_next_job(shift)
                if worked or self._monotonic() - since >= STEADY_S:
                    self._pauses = self._backoff.pauses(self._chance)
                if self._goes_on(shift):
                    with self._within(shift, seconds):
                        health = device.poll()
        except DeviceError:
            if self._goes_on(shift):  # else it is our own interruption
                raise
        finally:
            self._refuse(shift)
            with self._within(shift, seconds):
                device.close()

    def _do_next_job(self, shift: _Shift) -> bool:
        """Wait for a job as long as the device may be left alone; tell whether one was done well."""
        seconds = shift.device.poll_seconds
        try:
            job = shift.jobs.get(block=seconds > 0, timeout=seconds or None)
        except queue.Empty:
            return False
        if job is None:
            return False
        with self._within(shift, self._limits.job_s, job):
            job.run()
        return job.future.done() and not job.future.cancelled() and job.future.exception() is None

    def _admit(self, shift: _Shift) -> None:
        with self._lock:
            shift.admits = not shift.given_up

    def _refuse(self, shift: _Shift) -> None:
        """Take no more jobs, and fail those that wait: nothing of them was sent."""
        with self._lock:
            shift.admits = False
        self._fail_waiting(shift)

    def _fail_waiting(self, shift: _Shift) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                job = shift.jobs.get_nowait()
                if job is not None and job.future.set_running_or_notify_cancel():
                    job.fail(self._not_here())

    def _not_here(self) -> DeviceError:
        return DeviceError(Code.DEVICE_ABSENT, retryable=True, device=self._name)

    def _set(self, shift: _Shift, state: DeviceState, fault: Code | None) -> None:
        """Set the state: the only place. One log line a change; attempts that end as before are not news."""
        before = self._status
        if shift is not self._shift or (before.state, before.fault) == (state, fault):
            return
        if shift.given_up and threading.current_thread() is shift.thread:
            return  # what a driver says that came back too late
        self._status = DeviceStatus(self._kind, self._name, state, fault, self._clock.now())
        settled = state is not DeviceState.CONNECTING and self._logged != (state, fault)
        if settled:
            self._logged = (state, fault)
        log.log(
            logging.INFO if settled else logging.DEBUG,
            "event=device_%s device=%r fault=%s",
            state,
            self._name,
            fault or "-",
        )
        self._tell(self._listeners, self._status)

    def _tell(self, listeners: Sequence[Callable[[T], None]], news: T) -> None:
        for told in listeners:
            try:
                told(news)
            except Exception:
                log.exception("event=device_listener_failed device=%r", self._name)
