"""Who is offered priority without asking: what an identity card says by itself."""

from datetime import date

from counter_app.domain.facts import Priority

ELDERLY_FROM = 60
"""Full years; Law on the Elderly 39/2009/QH12, article 2. Decree 63/2010/ND-CP, article 18.8, names no other age."""


def years_old(birth: date, day: date) -> int:
    """Full years on ``day``; one born on 29 February is a year older on 1 March."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def offered_priority(birth: date, day: date) -> Priority | None:
    """The priority that a citizen born on ``birth`` may be offered on ``day``."""
    return Priority.ELDERLY if years_old(birth, day) >= ELDERLY_FROM else None
