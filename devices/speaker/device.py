"""The loudspeaker that calls numbers: one thread, one queue; calls never overlap and none is lost."""

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counter_app.domain.spoken import BREATH, CHIME
from counter_app.errors import Code, DeviceError
from counter_app.ports import USUAL, Clock, DeviceKind, DeviceState, DeviceStatus, Manner
from devices.speaker.clips import ClipBank
from devices.speaker.players import Player, SilentPlayer

log = logging.getLogger(__name__)

JOIN_S = 5.0


@dataclass(frozen=True, slots=True)
class Call:
    """One call: the number and the desk, or (``words``) something that is only read aloud and told to nobody."""

    label: str
    desk: int
    manner: Manner = USUAL
    words: tuple[str, ...] = ()


class Speaker:
    """Calls numbers aloud. Without sound each call still takes its time, so that the board shows it as long.

    ``words`` gives the clips of a call, without the chime.

    ``on_speaking`` and ``on_finished`` listeners are told (label, desk) on the speaker's thread.
    """

    kind = DeviceKind.SPEAKER

    def __init__(
        self, player: Player, words: Callable[[str, int], Sequence[str]], *, name: str, clock: Clock, bank: ClipBank
    ) -> None:
        self.name = name
        self._player = player
        self._silence = SilentPlayer()
        self._words = words
        self._clock = clock
        self._bank = bank
        self._calls: queue.Queue[Call | None] = queue.Queue()
        self._saying: set[tuple[str, ...]] = set()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._status = DeviceStatus(self.kind, name, DeviceState.ABSENT, None, clock.now())
        self._changed: list[Callable[[DeviceStatus], None]] = []
        self._speaking: list[Callable[[str, int], None]] = []
        self._finished: list[Callable[[str, int], None]] = []
        self._thread = threading.Thread(target=self._run, name=f"device-{name}", daemon=True)

    @property
    def status(self) -> DeviceStatus:
        """Return the state as it was last set."""
        return self._status

    def on_change(self, told: Callable[[DeviceStatus], None]) -> None:
        """Tell ``told`` when sound fails or comes back."""
        self._changed.append(told)

    def on_speaking(self, told: Callable[[str, int], None]) -> None:
        """Tell ``told`` when a call begins to be spoken."""
        self._speaking.append(told)

    def on_finished(self, told: Callable[[str, int], None]) -> None:
        """Tell ``told`` when a call is over."""
        self._finished.append(told)

    def announce(self, label: str, desk: int, manner: Manner = USUAL) -> None:
        """Queue one call; returns at once."""
        self._calls.put(Call(label, desk, manner))

    def say(self, words: Sequence[str], volume: int = 100) -> None:
        """Queue clips that are read aloud after the calls that wait, as a new number at the kiosk; returns at once.

        Asked again while it still waits or sounds, it is said once.
        """
        said = tuple(words)
        with self._lock:
            if not said or said in self._saying:
                return
            self._saying.add(said)
        self._calls.put(Call("", 0, Manner(chimes=False, volume=volume), said))

    def start(self) -> None:
        """Start calling; what was queued before comes first."""
        self._thread.start()

    def retry(self) -> None:
        """Do nothing: each call tries the sound anew."""

    def close(self) -> None:
        """Stop, in the middle of a call if need be; what waits is not called any more."""
        self._closing.set()
        self._player.stop()
        self._silence.stop()
        self._calls.put(None)
        if self._thread.is_alive():
            self._thread.join(JOIN_S)

    def _run(self) -> None:
        self._set(DeviceState.READY, None)
        while (call := self._calls.get()) is not None and not self._closing.is_set():
            try:
                self._speak(call)
            except Exception:
                log.exception("event=call_failed device=%r", self.name)
            finally:
                with self._lock:
                    self._saying.discard(call.words)
        self._set(DeviceState.ABSENT, None)

    def _speak(self, call: Call) -> None:
        if not call.words:
            self._tell(self._speaking, call)
        sound = self._bank.join(self._clips(call), call.manner.volume)
        try:
            self._player.play(sound)
            self._set(DeviceState.READY, None)
        except DeviceError as error:
            self._set(DeviceState.FAULTY, error.code)
            self._silence.play(sound)
        except OSError:  # no room for the temporary file
            self._set(DeviceState.FAULTY, Code.SOUND_UNAVAILABLE)
            self._silence.play(sound)
        if not call.words:
            self._tell(self._finished, call)

    def _clips(self, call: Call) -> tuple[str, ...]:
        # A breath first: what a sound card or an amplifier swallows while it wakes up must not be the number.
        chime = (CHIME,) if call.manner.chimes else ()
        return (BREATH, *chime, *(call.words or self._words(call.label, call.desk)))

    def _tell(self, listeners: Sequence[Callable[[str, int], None]], call: Call) -> None:
        for told in listeners:
            try:
                told(call.label, call.desk)
            except Exception:
                log.exception("event=device_listener_failed device=%r", self.name)

    def _set(self, state: DeviceState, fault: Code | None) -> None:
        """Set the state: the only place. One log line a change."""
        if (self._status.state, self._status.fault) == (state, fault):
            return
        self._status = DeviceStatus(self.kind, self.name, state, fault, self._clock.now())
        log.info("event=device_%s device=%r fault=%s", state, self.name, fault or "-")
        for told in self._changed:
            try:
                told(self._status)
            except Exception:
                log.exception("event=device_listener_failed device=%r", self.name)
