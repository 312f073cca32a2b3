"""Backups by themselves and by hand: when one is due, how the last one went, and the words that open them.

A place that is away is tried again as soon as it is there. What was not written since the last backup is not backed up
again: over a week of holidays the copies of working days stay.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from counter_app.domain.backup_plan import BackupPlan
from counter_app.domain.facts import Duty
from counter_app.domain.hybrid_time import instant
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.services.backup import Backup, Progress, backups_in, check_place, make_backup, place_of, sealed_keys
from counter_app.services.backup_check import Checked, check_backup
from counter_app.services.duties import check_known_duty
from counter_app.services.housekeeping import yield_to_others
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store.codec import from_text, to_text
from counter_app.store.durable import write_durably
from counter_app.store.keys import load_key
from counter_app.store.recovery import keep_recovery, seal_by_words

log = logging.getLogger(__name__)

TOO_OLD = timedelta(hours=24)
"""After so long, with work done since, an administrator is told."""
_FILE = "backup.state"
_LOOK_S = 60.0
_AGAIN = timedelta(minutes=10)
"""After a failure that no stick plugged in ends; an absent place is looked for at each look."""


class Standing(StrEnum):
    """How the backups stand, the gravest first."""

    NO_RECOVERY = "no-recovery"  # nobody could open one
    NO_PLACE = "no-place"
    FAILED = "failed"
    NEVER = "never"
    OLD = "old"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the last try failed, and when it did first."""

    at: datetime
    code: Code
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BackupState:
    """What is remembered: the last backup, until when it has everything, and the failure since, if there was one."""

    last: Backup | None = None
    whole_at: datetime | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class BackupOverview:
    """How the backups stand now.

    ``worded`` and ``escrowed``: the words on paper open them, the province's key does. ``kept`` are the files at the
    place, the newest first. ``running`` are the bytes done and all, None while none is being made.
    """

    standing: Standing
    plan: BackupPlan
    state: BackupState
    worded: bool
    escrowed: bool
    overdue: bool
    place: Path | None = None
    kept: tuple[Path, ...] = ()
    running: tuple[int, int] | None = None


class Backups:
    """One station's backups; ``start`` begins to make them by itself, ``close`` ends and joins. Thread-safe."""

    def __init__(self, journal: Journal, security: SecurityLog) -> None:
        self._journal = journal
        self._security = security
        self._folder = journal.database.folder
        self._plan = BackupPlan()
        self._one = threading.Lock()
        self._running: tuple[int, int] | None = None
        self._stopped = False
        self._tried: datetime | None = None
        self._closing = threading.Event()
        self._look = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)

    def start(self) -> None:
        """Begin to look whether one is due."""
        self._thread.start()

    def close(self) -> None:
        """Stop what is under way, and end."""
        self._closing.set()
        self._look.set()
        if self._thread.ident is not None:
            self._thread.join()

    def choose(self, plan: BackupPlan, officer: str) -> BackupPlan:
        """Go by another plan from now on, and return it with numbers that make sense.

        Raises DUTY_MISSING, BACKUP_PLACE_ABSENT, BACKUP_PLACE_INSIDE.
        """
        self._check(officer)
        chosen = plan.bounded()
        if chosen.folder:
            check_place(self._folder, Path(chosen.folder))
        self.follow(chosen)
        return chosen

    def follow(self, plan: BackupPlan) -> None:
        """Go by the plan of the settings."""
        self._plan = plan.bounded()
        self._tried = None
        self._look.set()

    def overview(self) -> BackupOverview:
        """How the backups stand; reads files, so call it off the main thread."""
        words, escrow = sealed_keys(self._folder)
        plan, state = self._plan, read_state(self._folder)
        place = place_of(self._journal, Path(plan.folder)) if plan.folder else None
        kept = backups_in(place) if place is not None and place.is_dir() else ()
        overdue = self._is_overdue(state)
        standing = _standing(plan, state, opened=bool(words or escrow), overdue=overdue)
        return BackupOverview(standing, plan, state, bool(words), bool(escrow), overdue, place, kept, self._running)

    def make(self, officer: str, told: Progress = lambda done, all_: None) -> Backup:
        """Make one now, after the one that is being made; blocks.

        Raises DUTY_MISSING, BACKUP_PLACE_UNSET, and as ``make_backup``.
        """
        self._check(officer)
        return self.make_here(told)

    def make_here(self, told: Progress = lambda done, all_: None) -> Backup:
        """The same for whoever opened the data folder itself: the command line asks no officer."""
        return self._make(told)

    def stop(self) -> None:
        """Stop the one that is being made; what was there stays."""
        self._stopped = True

    def choose_words(self, words: str, officer: str) -> None:
        """Let these words open what is backed up from now on; they are nowhere kept. Blocks for a moment.

        Raises DUTY_MISSING, RECOVERY_WEAK.
        """
        self._check(officer)
        self.take_words(words, officer)

    def take_words(self, words: str, officer: str = "") -> None:
        """The same for whoever opened the data folder itself. Raises RECOVERY_WEAK."""
        keep_recovery(self._folder, seal_by_words(words, load_key(self._folder)))
        self._security.note(SecurityKind.KEY_ESCROWED, officer=officer, by="words")
        self._tried = None
        self._look.set()

    def check(self, path: Path, officer: str, told: Progress = lambda done, all_: None) -> Checked:
        """Read a backup of this station whole; blocks. Raises DUTY_MISSING, and as ``check_backup``."""
        self._check(officer)
        with self._only_one():
            return check_backup(self._journal, path, self._tell(told), self._is_cut)

    def look(self) -> Backup | None:
        """Make one if one is due; what goes wrong is kept for the overview. Blocks."""
        plan = self._plan
        if not plan.folder or not any(sealed_keys(self._folder)) or not self._is_due(plan):
            return None
        try:
            return self._make(lambda done, all_: None)
        except CounterError as error:
            log.info("event=backup_not_made code=%s", error.code.value)
            return None

    # by itself

    def _run(self) -> None:
        yield_to_others()
        while not self._closing.is_set():
            try:
                self.look()
            except Exception:
                log.exception("event=backup_crashed")
            self._look.wait(_LOOK_S)
            self._look.clear()

    def _is_due(self, plan: BackupPlan) -> bool:
        now, state = self._journal.clock.now(), read_state(self._folder)
        failed = state.failure
        if failed is not None and failed.code is Code.BACKUP_PLACE_ABSENT:
            return Path(plan.folder).is_dir()
        if failed is not None:
            return self._tried is None or abs(now - self._tried) >= _AGAIN
        if state.whole_at is None:
            return True
        if abs(now - state.whole_at) < timedelta(hours=plan.every_hours):  # a clock put back makes it due too
            return False
        if state.last is None or not Path(state.last.path).exists() or state.last.entries != self._entries():
            return True
        self._keep(replace(state, whole_at=now))
        return False

    def _is_overdue(self, state: BackupState) -> bool:
        """Whether there was work, and no backup of it for a day."""
        now = self._journal.clock.now()
        newest = instant(self._journal.last_time)
        since = state.whole_at
        if since is None:
            first = outbox.own_entries(self._journal, 0, 1)
            since = instant(first[0].time) if first else now
        return (
            now - since >= TOO_OLD and newest > since and self._entries() != (state.last.entries if state.last else 0)
        )

    def _entries(self) -> int:
        return sum(outbox.all_heads(self._journal).values())

    # one of them

    def _make(self, told: Progress) -> Backup:
        plan = self._plan
        if not plan.folder:
            raise CounterError(Code.BACKUP_PLACE_UNSET)
        with self._only_one():
            self._tried = self._journal.clock.now()
            try:
                made = make_backup(self._journal, Path(plan.folder), plan.keep, self._tell(told), self._is_cut)
            except CounterError as error:
                self._failed(error)
                raise
        self._keep(BackupState(made, made.taken_at))
        log.info("event=backup_made bytes=%d contents=%d", made.size, made.contents)
        self._security.note(SecurityKind.BACKUP_MADE, entries=made.entries, bytes=made.size)
        return made

    @contextmanager
    def _only_one(self) -> Iterator[None]:
        self._one.acquire()  # whoever asks by hand waits for the one that is being made; ``close`` cuts it
        try:
            self._stopped, self._running = False, (0, 0)
            yield
        finally:
            self._running = None
            self._one.release()

    def _failed(self, error: CounterError) -> None:
        """Remember a failure, and note it once, however often it comes again."""
        state = read_state(self._folder)
        before = state.failure
        if error.code in (Code.BACKUP_STOPPED, Code.BACKUP_RUNNING):
            return
        if before is not None and before.code is error.code:
            return
        params = {name: str(value) for name, value in error.params.items()}
        self._keep(replace(state, failure=Failure(self._journal.clock.now(), error.code, params)))
        self._security.note(SecurityKind.BACKUP_FAILED, reason=error.code.value)

    def _keep(self, state: BackupState) -> None:
        try:
            write_durably(self._folder / _FILE, to_text(state).encode())
        except CounterError as error:  # a full disk: the copy is there, and is made again
            log.info("event=backup_state_not_kept code=%s", error.code.value)

    def _tell(self, told: Progress) -> Progress:
        def tell(done: int, all_: int) -> None:
            self._running = (done, all_)
            told(done, all_)

        return tell

    def _is_cut(self) -> bool:
        return self._stopped or self._closing.is_set()

    def _check(self, officer: str) -> None:
        with self._journal.database.read() as connection:
            check_known_duty(connection, officer, Duty.ADMINISTRATION)


def _standing(plan: BackupPlan, state: BackupState, *, opened: bool, overdue: bool) -> Standing:
    reasons: tuple[tuple[Callable[[], bool], Standing], ...] = (
        (lambda: not opened, Standing.NO_RECOVERY),
        (lambda: not plan.folder, Standing.NO_PLACE),
        (lambda: state.failure is not None, Standing.FAILED),
        (lambda: state.last is None, Standing.NEVER),
        (lambda: overdue, Standing.OLD),
    )
    return next((standing for holds, standing in reasons if holds()), Standing.FINE)


def read_state(folder: Path) -> BackupState:
    """What a data folder remembers of its backups, also while its program runs."""
    try:
        return from_text((folder / _FILE).read_bytes(), BackupState)
    except FileNotFoundError:
        return BackupState()
    except (OSError, ValueError) as error:
        log.warning("event=backup_state_unreadable kind=%s", type(error).__name__)
        return BackupState()
