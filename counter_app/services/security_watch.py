"""Looks after the security record: writes what others left to it, seals it, and notes what nobody else would notice.

A clock that is set by hand, a journal that somebody edited, a record that was cut, a program that ended without saying.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from counter_app import __version__
from counter_app.clocks import OfficeClock, steady_seconds
from counter_app.domain.hybrid_time import instant
from counter_app.domain.security_facts import SecurityKind
from counter_app.errors import CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.newest import newest_fault
from counter_app.journal.security_seal import cut_since, seal_record
from counter_app.services.security_log import SecurityLog
from counter_app.store import local, security_events, views
from counter_app.store.migrations import HEAD

log = logging.getLogger(__name__)

Skew = Callable[[], timedelta | None]
_LOOK_S = 30.0
_SEAL_EVERY = timedelta(hours=1)
_JUMP = timedelta(seconds=30)
_SKEW = timedelta(minutes=1)
_FAR_ON = timedelta(days=1)
"""A clock that was set on by more than this says nothing of how old a row is."""
_AHEAD = timedelta(minutes=20)
"""An own entry may follow another machine's clock by ten."""
_SCHEMA = "security-schema"
"""The mark of the schema that this program's run before found."""


@dataclass(frozen=True, slots=True)
class _Times:
    """What the clock shows, and the seconds that have gone by whatever it is set to."""

    shown: float
    gone_by: float


class SecurityWatch:
    """Runs on a thread between ``start`` and ``close``; ``skew`` tells how far this clock is behind the upstream's."""

    def __init__(
        self,
        journal: Journal,
        security: SecurityLog,
        keep_days: int,
        skew: Skew = lambda: None,
        look_s: float = _LOOK_S,
    ) -> None:
        self._journal, self._security, self._skew = journal, security, skew
        self._keep = timedelta(days=max(92, keep_days))  # three months are the law's least
        self._look_s = look_s
        self._wake = threading.Event()
        self._closing = False
        self._times = self._now()
        self._skewed = False
        self._was_set_on = False
        self._found = ""
        self._sealed_at = journal.clock.now()
        self._thread = threading.Thread(target=self._run, name="security", daemon=True)

    def start(self) -> None:
        """Note that the program began, and look from now on."""
        self._security.hand_over(self._wake)
        self._thread.start()

    def close(self) -> None:
        """Note the end and seal the record, while the link may still send that; once is enough."""
        if self._thread.ident is not None and not self._closing:
            self.stop()
            self._security.note(SecurityKind.PROGRAM_ENDED)
            self._attempt(self._seal)

    def stop(self) -> None:
        """Look no more, and say nothing of it: as where the power goes."""
        self._closing = True
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._security.hand_over(None)

    def look(self) -> None:
        """Look once: the clock, what waits, and each hour the journal's newest entries and the seal."""
        self._security.flush()
        self._look_at_clock()
        if self._journal.clock.now() - self._sealed_at >= _SEAL_EVERY:
            self._look_at_journal()
            self._seal()
            self._prune()

    def _run(self) -> None:
        self._attempt(self._begin)
        while not self._closing:
            self._attempt(self.look)
            self._wake.wait(self._look_s)
            self._wake.clear()

    def _attempt(self, work: Callable[[], None]) -> None:
        try:
            work()
        except CounterError as error:  # a full disk, a journal that is held: the next look tries again
            log.info("event=security_watch_waits code=%s", error.code.value)
        except Exception:
            log.exception("event=security_watch_failed")

    def _begin(self) -> None:
        with self._journal.database.read() as connection:
            last = security_events.of_kinds(connection, _PROGRAM, most=1)
            schema = local.mark(connection, _SCHEMA)
            newest = views.newest_time(connection, self._journal.key.station)
        unclean = bool(last) and last[0].kind == SecurityKind.PROGRAM_STARTED
        self._security.note(SecurityKind.PROGRAM_STARTED, version=__version__, unclean=int(unclean))
        if schema != int(HEAD):
            with self._journal.database.write() as connection:
                local.save_mark(connection, _SCHEMA, int(HEAD))
            if schema:
                self._security.note(SecurityKind.STORE_MIGRATED, before=schema, after=int(HEAD))
        ahead = instant(newest) - self._journal.clock.now()
        if ahead > _AHEAD:
            self._security.note(SecurityKind.CLOCK_WRONG, behind_own_entries_s=_seconds(ahead))
        self._look_at_journal()

    def _look_at_clock(self) -> None:
        """A clock that moved otherwise than time went by was set by somebody, or by a server of time."""
        before, self._times = self._times, self._now()
        shown, gone_by = self._times.shown - before.shown, self._times.gone_by - before.gone_by
        moved = timedelta(seconds=shown - gone_by)
        if abs(moved) > _JUMP:
            self._security.note(SecurityKind.CLOCK_WRONG, moved_s=_seconds(moved))
        self._was_set_on |= moved > _FAR_ON
        skew = self._skew()
        skewed = skew is not None and abs(skew) > _SKEW
        if skewed and not self._skewed and skew is not None:
            self._security.note(SecurityKind.CLOCK_WRONG, behind_upstream_s=_seconds(skew))
        self._skewed = skewed

    def _look_at_journal(self) -> None:
        """Note each finding once, as long as it stays the same."""
        fault = newest_fault(self._journal)
        found = "" if fault is None else fault.where
        if fault is not None and found != self._found:
            self._security.note(SecurityKind.JOURNAL_TAMPERED, subject=fault.where, what=fault.what)
        self._found = found
        if (cut := cut_since(self._journal)) is not None:
            self._security.note(SecurityKind.RECORD_CUT, until=cut)

    def _seal(self) -> None:
        self._security.flush()
        if seal_record(self._journal):
            log.info("event=security_record_sealed")
        self._sealed_at = self._journal.clock.now()

    def _prune(self) -> None:
        if self._was_set_on:
            return  # else whoever sets the clock a year on has the record forget everything; the next run removes
        with self._journal.database.write() as connection:
            gone = security_events.prune(connection, self._journal.clock.now() - self._keep)
        if gone:
            log.info("event=security_events_pruned count=%d", gone)

    def _now(self) -> _Times:
        clock = self._journal.clock
        own = clock.own if isinstance(clock, OfficeClock) else clock
        steady = getattr(own, "monotonic", steady_seconds)
        return _Times(own.now().timestamp(), steady())


def _seconds(span: timedelta) -> int:
    return round(span.total_seconds())


_PROGRAM: frozenset[str] = frozenset((SecurityKind.PROGRAM_STARTED, SecurityKind.PROGRAM_ENDED))
