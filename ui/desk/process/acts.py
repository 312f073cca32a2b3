"""What the page does to the dossiers selected, off the main thread: one after another, each whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.dossiers import Dossier
from counter_app.errors import CounterError
from counter_app.services.lifecycle import Lifecycle
from ui.desk.process.step_form import Filled
from ui.desk.process.work import Work, next_step


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an act on several dossiers: those done, and the first error of those that are not."""

    done: tuple[Dossier, ...]
    failed: int
    error: CounterError | None


class Acts:
    """The acts of one officer."""

    def __init__(self, lifecycle: Lifecycle, officer: str) -> None:
        self._lifecycle, self._officer = lifecycle, officer

    def take(self, rows: Iterable[Work]) -> Outcome:
        """Take over."""
        return _each(rows, lambda row: self._lifecycle.take_over(row.dossier.id, self._officer))

    def hand_over(self, rows: Iterable[Work], filled: Filled) -> Outcome:
        """Give to the next person; without a step chosen each goes to its own next one."""

        def act(row: Work) -> Dossier:
            step = next_step(row.dossier) if filled.step is None else filled.step
            return self._lifecycle.hand_over(row.dossier.id, self._officer, filled.taker, step=step, note=filled.note)

        return _each(rows, act)

    def deliver(self, rows: Iterable[Work], note: str) -> Outcome:
        """Give a result to the officer who received the dossier."""

        def act(row: Work) -> Dossier:
            dossier = row.dossier
            step = next_step(dossier)
            return self._lifecycle.hand_over(dossier.id, self._officer, dossier.officer, step=step, note=note)

        return _each(rows, act)

    def approve(self, rows: Iterable[Work], note: str) -> Outcome:
        """Agree, and give back to who submitted it."""

        def act(row: Work) -> Dossier:
            submitter = self._taken(row)
            approved = self._lifecycle.approve(row.dossier.id, self._officer, note)
            if not submitter:
                return approved
            return self._lifecycle.hand_over(row.dossier.id, self._officer, submitter, step=next_step(approved))

        return _each(rows, act)

    def send_back(self, rows: Iterable[Work], reason: str) -> Outcome:
        """Give back with a reason, to whoever submitted it."""

        def act(row: Work) -> Dossier:
            submitter = self._taken(row) or row.dossier.officer
            return self._lifecycle.send_back(row.dossier.id, self._officer, submitter, reason)

        return _each(rows, act)

    def finish(self, row: Work, filled: Filled, issued: date | None) -> Outcome:
        """Say that the result lies ready."""

        def act(one: Work) -> Dossier:
            return self._lifecycle.mark_ready(
                one.dossier.id, self._officer, number=filled.number, issued=issued, refusal=filled.refusal
            )

        return _each((row,), act)

    def _taken(self, row: Work) -> str:
        """Take over what is not taken yet, so that form 06 has its "Nhận"; returns who gave it."""
        hand = row.dossier.hand
        if hand is None:
            return ""
        if hand.taken_at is None:
            self._lifecycle.take_over(row.dossier.id, self._officer)
        return hand.giver if hand.giver != self._officer else ""


def read_day(text: str) -> date | None:
    """Return the day of ``23/11/2026``, None for nothing. Raises ValueError."""
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None  # noqa: DTZ007 - a day has no zone


def _each(rows: Iterable[Work], act: Callable[[Work], Dossier]) -> Outcome:
    done: list[Dossier] = []
    errors: list[CounterError] = []
    for row in rows:
        try:
            done.append(act(row))
        except CounterError as error:
            errors.append(error)
    return Outcome(tuple(done), len(errors), errors[0] if errors else None)
