"""What the connections to one upstream share: entries first on a narrow link, and as many contents as it wants."""

import io
import threading
from collections.abc import Callable
from time import monotonic

MOST_CONNECTIONS = 4
"""Contents that travel at the same time, at most."""

_WINDOW_S = 1.5  # one measurement
_SETTLING_S = 0.7  # after a change, and a pause, buffers fill first
_BETTER = 1.08  # another connection is worth so much more, or it is given up
_TRY_AGAIN_S = 20.0
_PAUSE_S = 5.0
_QUIET_S = 10.0
_SMOOTH = 0.4
_UNSENT_S = 0.25  # so much of the link may wait in the sockets
_LEAST_UNSENT, _MOST_UNSENT = 4 << 10, 64 << 10
_LEAST_PORTION, _MOST_PORTION = 2 << 10, 16 << 10
_TELLING_BATCH = 16 << 10  # smaller ones tell of the delay, not of the link
_BROAD = 48 << 10  # bytes per second: such a link is worth several connections at once, also beside entries
_AT_ONCE_IF_BROAD = MOST_CONNECTIONS
_PIECE_S = 8.0
_LEAST_PIECE, _FIRST_PIECE, _MOST_PIECE = 64 << 10, 512 << 10, 8 << 20


class GaveWayError(Exception):
    """A content made room for entries for so long that its request was given up; what is there stays there."""


class Lane:
    """Lets contents through while no entries travel."""

    def __init__(self) -> None:
        self._state = threading.Condition()
        self._entries = 0
        self._closed = False

    def enter(self) -> Callable[[], None]:
        """Say that entries travel; returns what says that they are through, and does so once."""
        left = threading.Event()
        with self._state:
            self._entries += 1

        def leave() -> None:
            with self._state:
                if not left.is_set():
                    left.set()
                    self._entries -= 1
                    self._state.notify_all()

        return leave

    def wait(self, seconds: float | None = None) -> bool:
        """Wait while entries travel; False if they still do. Returns at once when closed."""
        with self._state:
            return self._state.wait_for(lambda: not self._entries or self._closed, seconds)

    def close(self) -> None:
        """Let everybody go on, for ever."""
        with self._state:
            self._closed = True
            self._state.notify_all()


class Traffic:
    """Measures what leaves, and sets the number of connections and the sizes by it; used by all their threads."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.lane = Lane()
        self.connections = 1
        self.speed: float | None = None
        self.on_change: Callable[[], None] = lambda: None
        self._clock = clock
        self._lock = threading.Lock()
        self._window_from = clock() + _SETTLING_S
        self._in_window = 0
        self._last = clock()
        self._before: float | None = None  # the speed with one connection less
        self._hold_until = 0.0
        self._under_way: dict[str, int] = {}
        self._beside = ""  # the content that may travel beside entries

    @property
    def portion(self) -> int:
        """Bytes that are handed to a socket at a time."""
        return int(min(_MOST_PORTION, max(_LEAST_PORTION, self.unsent / 2)))

    @property
    def unsent(self) -> int:
        """Bytes that may wait in each socket."""
        share = (self.speed or 0.0) * _UNSENT_S / self.connections
        return int(min(_MOST_UNSENT, max(_LEAST_UNSENT, share)))

    @property
    def piece(self) -> int:
        """Bytes of one request of a resumable upload: not many seconds, so that a proxy on the way may keep it back."""
        if self.speed is None:
            return _FIRST_PIECE
        return int(min(_MOST_PIECE, max(_LEAST_PIECE, self.speed * _PIECE_S / self.connections)))

    @property
    def sent(self) -> int:
        """Bytes of the contents under way that have left."""
        with self._lock:
            return sum(self._under_way.values())

    @property
    def is_broad(self) -> bool:
        """Whether the link is known to have room beside entries, which mostly wait for answers and lost packets."""
        return (self.speed or 0.0) > _BROAD

    def goes_beside(self, sha256: str) -> bool:
        """Tell whether a content may travel while entries do: on a broad link one at a time."""
        with self._lock:
            if self.is_broad and not self._beside:
                self._beside = sha256
            return self.is_broad and self._beside == sha256

    def reached(self, sha256: str, offset: int) -> None:
        """A content is under way, with so many bytes there."""
        with self._lock:
            self._under_way[sha256] = offset

    def ended(self, sha256: str) -> None:
        """A content is no longer under way."""
        with self._lock:
            self._under_way.pop(sha256, None)
            if self._beside == sha256:
                self._beside = ""

    def left(self, size: int, sha256: str | None = None) -> None:
        """So many bytes were handed to a socket."""
        changed = False
        with self._lock:
            if sha256 in self._under_way:
                self._under_way[str(sha256)] += size
            now = self._clock()
            if now - self._last > _PAUSE_S:  # after a pause, begin anew
                self._begin_window(now)
            self._last = now
            if now >= self._window_from:
                self._in_window += size
                changed = self._judge(now)
        if changed:
            self.on_change()

    def batch_went(self, size: int, seconds: float) -> None:
        """A batch of entries of so many bytes took so long, its answer included."""
        with self._lock:
            speed = size / seconds if size >= _TELLING_BATCH and seconds > 0 else 0.0
            # Beside contents it had a part of the link only, which is at least as fast as that.
            tells = speed > 0 and (not self._under_way or speed > (self.speed or 0.0))
            if tells:
                self.speed = speed
                self._last = self._clock()
            if tells and self.connections == 1 and speed > _BROAD:
                self.connections = _AT_ONCE_IF_BROAD
        if tells:
            self.on_change()

    def paused(self) -> None:
        """Contents made room, so what is being measured says nothing."""
        with self._lock:
            self._begin_window(self._clock())

    def now_speed(self) -> float | None:
        """Return the speed (bytes per second), None after a while without anything sent."""
        with self._lock:
            return None if self._clock() - self._last > _QUIET_S else self.speed

    def _begin_window(self, now: float) -> None:
        self._window_from = now + _SETTLING_S
        self._in_window = 0

    def _judge(self, now: float) -> bool:
        """At the end of a window go up or down by one connection; whether anything changed."""
        length = now - self._window_from
        if length < _WINDOW_S:
            return False
        measured = self._in_window / length
        self.speed = measured if self.speed is None else self.speed + _SMOOTH * (measured - self.speed)
        self._window_from, self._in_window = now, 0
        before, self._before = self._before, None
        if before is not None and measured < before * _BETTER:
            self.connections -= 1
            self._hold_until = now + _TRY_AGAIN_S
            self._begin_window(now)
        elif self.connections < MOST_CONNECTIONS and now >= self._hold_until:
            self.connections += 1
            self._before = measured
            self._begin_window(now)
        return True


class PacedBody(io.BytesIO):
    """The body of a request that gives way to entries, a little at a time.

    ``ready`` returns when the connection takes more. Raises GaveWayError after ``patience_s``.
    """

    def __init__(
        self,
        content: bytes,
        traffic: Traffic,
        sha256: str,
        ready: Callable[[], None],
        patience_s: float = 20.0,
    ) -> None:
        super().__init__(content)
        self._traffic = traffic
        self._sha256 = sha256
        self._ready = ready
        self._patience_s = patience_s

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next portion."""
        traffic = self._traffic
        self._ready()
        if not traffic.lane.wait(0) and not traffic.goes_beside(self._sha256):
            if not traffic.lane.wait(self._patience_s):
                raise GaveWayError
            traffic.paused()
        part = super().read(traffic.portion if size is None or size < 0 else min(size, traffic.portion))
        traffic.left(len(part), self._sha256)
        return part


class UrgentBody(io.BytesIO):
    """The body of a batch of entries: once it is handed over, contents may go on."""

    def __init__(self, content: bytes, leave: Callable[[], None], ready: Callable[[], None]) -> None:
        super().__init__(content)
        self._leave = leave
        self._ready = ready

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next portion."""
        self._ready()
        part = super().read(_LEAST_UNSENT if size is None or size < 0 else min(size, _LEAST_UNSENT))
        if not part:
            self._leave()
        return part
