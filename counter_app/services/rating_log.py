"""Presses as they came, counted or not, and answers that look as if no citizen had given them."""

import logging
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from counter_app.clocks import VIETNAM
from counter_app.domain.ratings import Rating
from counter_app.store.codec import from_text, to_text

log = logging.getLogger(__name__)

MONTHS_KEPT = 3
"""Whole months kept beside the present one."""
IN_A_ROW = 20
AT_ONCE = timedelta(seconds=1)
_FOLDER = "presses"
_LONGEST_READ = 8 << 20  # bytes; a year of presses is less


class Became(StrEnum):
    """What became of a press."""

    COUNTED = "counted"
    NOT_ASKED = "not-asked"  # no rating was open at the desk
    ANSWERED = "answered"  # the one answer was given before
    CLOSED = "closed"  # skipped, or out of time
    NOT_WRITTEN = "not-written"  # a full disk, or the like


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a key at a desk (after debounce); ``rating`` is empty where none was open."""

    at: datetime
    desk: int
    score: int
    became: Became
    rating: str = ""


class PressLog:
    """One file a month in the data folder, of this machine only; it holds no personal data.

    Not the journal: a press that did not count is nobody's act, and a child at the keys must not fill what is kept for
    ever. Writing never fails: a line that cannot be written is logged and left out.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _FOLDER
        self._lock = threading.Lock()
        self._month = ""

    def write(self, press: Press) -> None:
        """Keep a press."""
        month = _month(press.at)
        line = to_text(press).encode() + b"\n"
        with self._lock:
            try:
                self._folder.mkdir(exist_ok=True)
                if month != self._month:
                    self._forget_before(press.at)
                self._month = month
                self._append(self._folder / f"{month}.jsonl", line)
            except OSError as error:
                log.info("event=press_not_kept errno=%s", error.errno)

    def since(self, moment: datetime) -> tuple[Press, ...]:
        """Return the presses of ``moment`` and later, the oldest first; a line torn by a power cut is left out."""
        found = []
        for path in sorted(self._folder.glob("*.jsonl")):
            if path.stem >= _month(moment):
                found += [press for press in _presses(path) if press.at >= moment]
        return tuple(found)

    @staticmethod
    def _append(path: Path, line: bytes) -> None:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            os.write(descriptor, line)  # one write: whole, or torn at the end of the file
        finally:
            os.close(descriptor)

    def _forget_before(self, now: datetime) -> None:
        """Delete the months that are too old; what a clock set wrong put into the future stays."""
        day = now.astimezone(VIETNAM).date()
        oldest = day.year * 12 + day.month - 1 - MONTHS_KEPT
        kept = f"{oldest // 12:04d}-{oldest % 12 + 1:02d}"
        for path in self._folder.glob("*.jsonl"):
            if path.stem < kept:
                path.unlink(missing_ok=True)


def _month(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%Y-%m}"


def _presses(path: Path) -> Iterator[Press]:
    try:
        with path.open("rb") as file:
            lines = file.read(_LONGEST_READ).split(b"\n")
    except OSError as error:
        log.info("event=presses_unreadable errno=%s", error.errno)
        return
    for line in lines:
        try:
            yield from_text(line, Press)
        except ValueError:
            continue


class Oddity(StrEnum):
    """Why answers of a desk look odd."""

    IN_A_ROW = "in-a-row"
    AT_ONCE = "at-once"


@dataclass(frozen=True, slots=True)
class OddPattern:
    """Answers of one desk that somebody should look into; they count all the same.

    ``score`` is that of a row, 0 for answers that came at once; ``last`` when the last of them was given.
    """

    oddity: Oddity
    desk: int
    score: int
    count: int
    last: datetime


def odd_patterns(ratings: Iterable[Rating]) -> tuple[OddPattern, ...]:
    """Return, by desk, rows of at least 20 same answers and answers within a second of the question.

    Made from the answers and not from the presses, so that every machine of the office sees the same.
    """
    given = sorted(
        (one for one in ratings if one.given_at is not None and one.score is not None),
        key=lambda one: (one.desk, one.given_at, one.id),
    )
    found: list[OddPattern] = []
    for desk, answers in groupby(given, key=lambda one: one.desk):
        of_desk = tuple(answers)
        found += [*_rows(desk, of_desk), *_at_once(desk, of_desk)]
    return tuple(found)


def _rows(desk: int, answers: Sequence[Rating]) -> Iterator[OddPattern]:
    for score, row in groupby(answers, key=lambda one: one.score or 0):
        same = tuple(row)
        if len(same) >= IN_A_ROW and same[-1].given_at is not None:
            yield OddPattern(Oddity.IN_A_ROW, desk, score, len(same), same[-1].given_at)


def _at_once(desk: int, answers: Sequence[Rating]) -> Iterator[OddPattern]:
    quick = [one.given_at for one in answers if one.given_at is not None and one.given_at - one.opened_at < AT_ONCE]
    if quick:
        yield OddPattern(Oddity.AT_ONCE, desk, 0, len(quick), quick[-1])
