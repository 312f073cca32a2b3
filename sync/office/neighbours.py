"""The stations of the office that serve: where each answers, and who asks it."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from sync.addresses import secured
from sync.office.asking import Asking
from sync.office.reaching import Reaching
from sync.office.status import OfficeStatus
from sync.records import Beat, OfficeAnswer, ServingStation

_TOLD = (Code.CERTIFICATE_STATION, Code.PLAIN_ANSWER, Code.TLS_FAILED)
MOST_ADDRESSES = 64
"""Each has a thread, and anybody on the network may announce addresses; those of the settings come first."""


class Hearer(Protocol):
    """Who is told what the others say."""

    def beat_for(self, station: str, *, leaving: bool) -> Beat:
        """What to say to a station (empty: not known yet which one answers)."""
        ...

    def hear(self, answer: OfficeAnswer, asked: float) -> bool:
        """Take an answer to what was asked at ``asked``; True to ask again at once."""
        ...


class Neighbours:
    """One thread an address; a station of which another tells is asked too."""

    def __init__(self, journal: Journal, hearer: Hearer, interval: Callable[[], float], reaching: Reaching) -> None:
        self._journal = journal
        self._reaching = reaching
        self._faults: dict[str, CounterError] = {}
        self._hearer = hearer
        self._interval = interval
        self._lock = threading.Lock()
        self._askings: dict[str, Asking] = {}
        self._tried: set[str] = set()
        self._answering: set[str] = set()
        self._serving: dict[str, ServingStation] = {}
        self._closed = False

    def ask_at(self, url: str) -> None:
        """Ask at an address from now on."""
        url = secured(url)
        with self._lock:
            if self._closed or url in self._askings or len(self._askings) >= MOST_ADDRESSES:
                return
            asking = Asking(url, self._journal, self, self._interval, self._reaching)
            self._askings[url] = asking
        asking.start()

    def learn(self, other: ServingStation) -> None:
        """Ask a station of which one has heard, unless it answers at another address already."""
        with self._lock:
            known = other.station == self._journal.key.station or other.station in self._serving
        if not known:
            self.ask_at(other.url)

    def serving(self) -> tuple[ServingStation, ...]:
        """Who answered, ever, and where."""
        with self._lock:
            return tuple(self._serving[station] for station in sorted(self._serving))

    def url_of(self, station: str) -> str | None:
        """Where a station answered last."""
        with self._lock:
            known = self._serving.get(station)
        return known.url if known else None

    def with_fault(self, status: OfficeStatus) -> OfficeStatus:
        """Add to a status what is wrong with who answers at an address, where that needs somebody's hand."""
        with self._lock:
            faults = [self._faults[url] for url in sorted(self._faults)]
        if not faults:
            return status
        return replace(status, fault=faults[0].code, fault_host=str(faults[0].params.get("host", "")))

    def all_tried(self) -> bool:
        """Whether every address was asked at least once, with or without an answer."""
        with self._lock:
            return self._askings.keys() <= self._tried

    def hurry(self) -> None:
        """Ask all of them now."""
        for asking in self._all():
            asking.hurry()

    def close(self) -> None:
        """Tell those who answer that this station leaves, and end."""
        with self._lock:
            self._closed = True
        for asking in self._all():
            asking.stop()
        for asking in self._all():
            asking.join()

    def beat_for(self, station: str, *, leaving: bool) -> Beat:
        """What to say to a station."""
        return self._hearer.beat_for(station, leaving=leaving)

    def heard(self, url: str, answer: OfficeAnswer, asked: float) -> bool:
        """Take an answer; an address that turns out to be this station's own is not asked again."""
        own = answer.station == self._journal.key.station
        known = outbox.peer_of(self._journal, answer.station)
        if known is not None and known.revoked:
            self.silent(url, CounterError(Code.STATION_REVOKED, station=answer.station))
            return False
        with self._lock:
            self._faults.pop(url, None)
            if own:
                self._askings[url].stop()
            else:
                self._note(ServingStation(answer.station, answer.rank, url))
        turned = False if own else self._hearer.hear(answer, asked)
        with self._lock:
            self._tried.add(url)
        for other in answer.serving:
            self.learn(other)
        return turned

    def silent(self, url: str, error: CounterError) -> None:
        """Nobody answered there who may, and why."""
        with self._lock:
            if error.code in _TOLD and not error.params.get("new"):
                self._faults[url] = error
            else:
                self._faults.pop(url, None)
            self._tried.add(url)
            self._answering.discard(url)

    def _note(self, other: ServingStation) -> None:
        """Remember where a station answers; one with two addresses stays at the first that does."""
        self._answering.add(other.url)
        known = self._serving.get(other.station)
        if known is None or known.url not in self._answering:
            self._serving[other.station] = other

    def _all(self) -> tuple[Asking, ...]:
        with self._lock:
            return tuple(self._askings.values())
