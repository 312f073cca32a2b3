"""Asks one address, again and again, who keeps the queue: a thread each, so that a silent one delays no other."""

import logging
import threading
from collections.abc import Callable
from typing import Protocol
from urllib.parse import quote, urlsplit

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from sync import records
from sync.office.reaching import Reaching
from sync.office.steady import steady
from sync.records import Beat, OfficeAnswer
from sync.replicator import decoded
from sync.signing import ServerTime
from sync.wire import Wire

log = logging.getLogger(__name__)

_CONNECT_S = 1.0
_READ_S = 1.5
_LAST_WORD_S = 0.5


class Listener(Protocol):
    """Who asks."""

    def beat_for(self, station: str, *, leaving: bool) -> Beat:
        """What to say to a station (empty: not known yet which one answers)."""
        ...

    def heard(self, url: str, answer: OfficeAnswer, asked: float) -> bool:
        """Take an answer to what was asked at ``asked``; True to ask again at once."""
        ...

    def silent(self, url: str, error: CounterError) -> None:
        """Nobody answered who may, and why."""
        ...


class Asking:
    """One address."""

    def __init__(
        self, url: str, journal: Journal, listener: Listener, interval: Callable[[], float], reaching: Reaching
    ) -> None:
        self.url = url
        self.station = ""
        self._listener = listener
        self._interval = interval
        self._shown = ""
        upstream = reaching.upstream(url, _CONNECT_S, _READ_S, seen=self._saw)
        self._refused = reaching.refusals
        self._wire = Wire(upstream, journal.key, ServerTime(journal.clock))
        self._state = threading.Condition()
        self._hurried = False
        self._closing = False
        self._answers = self._silent = False
        self._thread = threading.Thread(target=self._run, name="office-asking", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def hurry(self) -> None:
        """Ask now."""
        with self._state:
            self._hurried = True
            self._state.notify_all()

    def stop(self) -> None:
        """End; does not wait."""
        with self._state:
            self._closing = True
            self._state.notify_all()

    def join(self) -> None:
        """Wait for the end: the last word, that this station leaves, may take a moment where somebody listens."""
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(_LAST_WORD_S)
            self._wire.cut()
            self._thread.join()
        self._wire.close()

    def _run(self) -> None:
        while not self._closing:
            again = self._ask()
            with self._state:
                if not again:
                    self._state.wait_for(lambda: self._hurried or self._closing, self._interval())
                self._hurried = False
        if self._answers and self.station:
            try:
                self._call(leaving=True)
            except CounterError as error:
                log.info("event=last_word_not_heard code=%s", error.code)

    def _ask(self) -> bool:
        asked = steady()
        try:
            answer = self._call(leaving=False)
            self.station = answer.station
            again = self._listener.heard(self.url, answer, asked)
        except CounterError as error:
            if not self._silent:  # once, not each second until it is there: that would fill the log
                log.info("event=office_silent url=%s code=%s", self.url, error.code)
            self._fell_silent(error)
            return False
        except Exception:  # whatever an answer did: without this thread nobody would be asked there any more
            if not self._silent:
                log.exception("event=asking_failed url=%s", self.url)
            self._fell_silent(CounterError(Code.LINK_DOWN))
            return False
        self._answers, self._silent = True, False
        return again

    def _fell_silent(self, error: CounterError) -> None:
        self._answers, self._silent = False, True
        self._listener.silent(self.url, error)

    def _call(self, *, leaving: bool) -> OfficeAnswer:
        beat = self._listener.beat_for(self.station, leaving=leaving)
        target = f"/v1/office?beat={quote(records.encode(beat).decode())}"
        answer = decoded(self._wire.call("GET", target).content, OfficeAnswer)
        if self._shown not in ("", answer.station):
            # A machine of the office that says to be another one of it.
            posing = CounterError(Code.CERTIFICATE_STATION, host=urlsplit(self.url).hostname)
            self._refused(posing)
            raise posing
        return answer

    def _saw(self, station: str) -> None:
        self._shown = station
