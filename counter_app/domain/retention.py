"""How long which data is kept, by which law: data of resources/law, which an office confirms or has corrected."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Kept(StrEnum):
    """What is kept."""

    SCANS = "scans"  # the scanned papers of dossiers that ended
    ENTRIES = "entries"  # the journal
    SECURITY = "security"  # the security record
    FORMS = "forms"  # half-filled forms at a desk


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """``years`` 0: there is no term after which it would go; not ``confirmed``: the office has to check the term."""

    kept: Kept
    years: int
    source: str
    confirmed: bool


@cache
def retention_rules() -> tuple[RetentionRule, ...]:
    """Every rule, in the order of the data."""
    records = json.loads((files("resources") / "law" / "retention.json").read_bytes())
    return tuple(RetentionRule(Kept(one["kind"]), one["years"], one["source"], one["confirmed"]) for one in records)


def rule_for(kept: Kept) -> RetentionRule:
    """The rule of one kind of data."""
    return next(rule for rule in retention_rules() if rule.kept is kept)


def term_ends(ended: datetime, years: int) -> datetime:
    """The same day ``years`` later; the 29th of February is followed by the 28th."""
    try:
        return ended.replace(year=ended.year + years)
    except ValueError:
        return ended.replace(year=ended.year + years, day=28)
