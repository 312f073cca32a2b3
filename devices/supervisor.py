"""A supervisor owns one device and its thread: it connects, watches, does the jobs, and comes back after a loss."""

import logging
import queue
import random
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from counter_app.errors import Code, DeviceError
from counter_app.ports import Clock, DeviceKind, DeviceState, DeviceStatus

log = logging.getLogger(__name__)

T = TypeVar("T")
JOIN_S = 5.0


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
class Backoff:
    """The pauses between attempts: each step in turn, then the last one for ever, ± ``jitter`` of it.

    Jitter, because after a power cut every desk of a province would else come back at the same moment.
    """

    steps: Sequence[float] = (1.0, 2.0, 5.0, 10.0, 30.0)
    jitter: float = 0.2

    def pauses(self, chance: random.Random) -> Iterator[float]:
        """Yield the pauses in seconds, without end."""
        for attempt in range(1_000_000_000):
            step = self.steps[min(attempt, len(self.steps) - 1)]
            yield step * (1 + chance.uniform(-self.jitter, self.jitter))


def wait_for(event: threading.Event, seconds: float) -> None:
    """Wait until the event is set, or for so long; tests give another function that only writes the seconds down."""
    event.wait(seconds)


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
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


class Supervisor:
    """Owns one device; the only place that sets its state.

    absent → connecting → ready → faulty, and after a loss: back off, connect again. ``on_change`` listeners are
    told on the supervisor's thread.
    """

    def __init__(
        self,
        device: Supervisable,
        *,
        clock: Clock,
        backoff: Backoff | None = None,
        wait: Callable[[threading.Event, float], None] = wait_for,
        chance: random.Random | None = None,
    ) -> None:
        self._device = device
        self._clock = clock
        self._backoff = backoff or Backoff()
        self._chance = chance or random.Random()  # noqa: S311  # spreads attempts, guards nothing
        self._wait = wait
        self._pauses = self._backoff.pauses(self._chance)
        self._jobs: queue.Queue[_Job | None] = queue.Queue()
        self._admits = False
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._nudged = threading.Event()
        self._listeners: list[Callable[[DeviceStatus], None]] = []
        self._status = DeviceStatus(device.kind, device.name, DeviceState.ABSENT, None, clock.now())
        self._logged: tuple[DeviceState, Code | None] = (DeviceState.ABSENT, None)
        self._thread = threading.Thread(target=self._run, name=f"device-{device.name}", daemon=True)

    @property
    def status(self) -> DeviceStatus:
        """Return the state as it was last set."""
        return self._status

    def on_change(self, told: Callable[[DeviceStatus], None]) -> None:
        """Tell ``told`` of every change of state or fault from now on, on the device's thread."""
        self._listeners.append(told)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def retry(self) -> None:
        """Try to connect now, without waiting for the back-off to end."""
        self._nudged.set()

    def submit(self, work: Callable[[], T]) -> "Future[T]":
        """Do ``work`` on the device's thread, in turn; the future has DEVICE_ABSENT at once if not connected."""
        future: Future[T] = Future()
        with self._lock:
            if self._admits:
                self._jobs.put(_Job(work, future))
                return future
        future.set_exception(self._not_here())
        return future

    def close(self) -> None:
        """Stop the thread and let the device go; jobs that wait fail with DEVICE_ABSENT."""
        self._closing.set()
        self._nudged.set()
        self._jobs.put(None)
        self._device.interrupt()
        if self._thread.is_alive():
            self._thread.join(JOIN_S)

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self._serve()
            except DeviceError as error:
                gone = error.code is Code.DEVICE_ABSENT
                self._set(DeviceState.ABSENT if gone else DeviceState.FAULTY, None if gone else error.code)
            except Exception:
                log.exception("event=device_worker_died device=%s", self._device.name)
                self._set(DeviceState.FAULTY, Code.DEVICE_LOST)
            if not self._closing.is_set():
                self._pause()
        self._set(DeviceState.ABSENT, None)

    def _pause(self) -> None:
        seconds = next(self._pauses)
        log.debug("event=device_back_off device=%s seconds=%.1f", self._device.name, seconds)
        self._nudged.clear()
        if not self._closing.is_set():
            self._wait(self._nudged, seconds)

    def _serve(self) -> None:
        """Connect and work until the device is lost (raises) or the supervisor closes (returns)."""
        self._set(DeviceState.CONNECTING, None)
        try:
            self._device.open()
            health = self._device.poll()
            self._pauses = self._backoff.pauses(self._chance)
            self._admit()
            while not self._closing.is_set():
                self._set(DeviceState.READY if health.usable else DeviceState.FAULTY, health.fault)
                self._do_next_job()
                health = self._device.poll()
        except DeviceError:
            if not self._closing.is_set():  # else it is our own interruption
                raise
        finally:
            self._refuse()
            self._device.close()

    def _do_next_job(self) -> None:
        seconds = self._device.poll_seconds
        try:
            job = self._jobs.get(block=seconds > 0, timeout=seconds or None)
        except queue.Empty:
            return
        if job is not None:
            job.run()

    def _admit(self) -> None:
        with self._lock:
            self._admits = True

    def _refuse(self) -> None:
        """Take no more jobs, and fail those that wait: nothing of them was sent."""
        with self._lock:
            self._admits = False
            waiting = []
            while not self._jobs.empty():
                waiting.append(self._jobs.get_nowait())
        for job in waiting:
            if job is not None and job.future.set_running_or_notify_cancel():
                job.future.set_exception(self._not_here())

    def _not_here(self) -> DeviceError:
        return DeviceError(Code.DEVICE_ABSENT, retryable=True, device=self._device.name)

    def _set(self, state: DeviceState, fault: Code | None) -> None:
        """Set the state: the only place. One log line a change; attempts that end as before are not news."""
        before = self._status
        if (before.state, before.fault) == (state, fault):
            return
        self._status = DeviceStatus(self._device.kind, self._device.name, state, fault, self._clock.now())
        settled = state is not DeviceState.CONNECTING and self._logged != (state, fault)
        if settled:
            self._logged = (state, fault)
        log.log(
            logging.INFO if settled else logging.DEBUG,
            "event=device_%s device=%s fault=%s",
            state,
            self._device.name,
            fault or "-",
        )
        for told in self._listeners:
            try:
                told(self._status)
            except Exception:
                log.exception("event=device_listener_failed device=%s", self._device.name)
