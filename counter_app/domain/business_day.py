"""The business day: which day the queue counts by, whatever the machine's clock is set to."""

from datetime import date, timedelta

from counter_app.domain.queue_places import QueueDay

QUIET = timedelta(hours=3)
"""So long nothing has happened in the queue when a night has gone by."""


def day_in_force(newest: QueueDay | None, today: date, quiet: timedelta) -> date:
    """Return the business day; ``newest`` is the one opened last, ``today`` the clock's date.

    The clock's date only if an officer ended the day, or if it is later and nothing happened for long: a clock set
    wrong in the middle of work, and a midnight worked through, change nothing.
    """
    if newest is None or newest.closed_at is not None:
        return today
    return today if today > newest.day and quiet >= QUIET else newest.day
