"""What another rule of calling would have done on a day that has been: for who sets the rule, before it is in force."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from counter_app.domain.day_replay import SimulatedDay, as_it_was, simulate
from counter_app.domain.queue_policy import CallingRule, QueuePolicy
from counter_app.journal.journal import Journal
from counter_app.services.day_record import record_day
from counter_app.services.queue_choices import check_policy
from counter_app.store import tickets as rows

_MOST_DAYS = 30


@dataclass(frozen=True, slots=True)
class RuleComparison:
    """What happened on a day, and what would have happened; both are counted by the tried rule's bound."""

    day: date
    waits: int
    desks: int
    was: SimulatedDay
    would: SimulatedDay


class RuleTrial:
    """Tries rules on the days of one office."""

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office

    def days(self) -> tuple[date, ...]:
        """The newest days with numbers, newest first."""
        with self._journal.database.read() as connection:
            return rows.days(connection, self._office, _MOST_DAYS)

    def compare(self, day: date, rule: CallingRule, stopped: Callable[[], bool]) -> RuleComparison | None:
        """Call a day again by ``rule``; None once ``stopped``. Raises RULE_INVALID."""
        check_policy(QueuePolicy(rule))
        recorded = record_day(self._journal, self._office, day)
        if stopped():
            return None
        bound = rule.most_wait_minutes
        would = simulate(recorded, rule, stopped=stopped)
        if stopped():
            return None
        return RuleComparison(day, len(recorded.arrivals), len(recorded.desks), as_it_was(recorded, bound), would)
