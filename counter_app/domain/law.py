"""What the law allows, by date of effect: data of resources/law, not code."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from counter_app.domain.dossier_facts import Rule


class FormSet(StrEnum):
    """Which circular's forms a dossier is printed on."""

    OLD = "2018"  # Circular 01/2018/TT-VPCP: six forms
    NEW = "2025"  # Circular 03/2025/TT-VPCP: seven forms


@dataclass(frozen=True, slots=True)
class Law:
    """The rules for dossiers received from ``since`` on; ``articles`` are named in the officer's sentence."""

    since: date
    forms: FormSet
    circular: str
    supplements: int
    extensions: int
    extension_notice_days: int
    articles: Mapping[Rule, str]


def law_on(day: date) -> Law:
    """The rules of ``day``; what is older than the oldest record goes by that one."""
    known = _all()
    return next((one for one in reversed(known) if one.since <= day), known[0])


@cache
def _all() -> tuple[Law, ...]:
    records = json.loads((files("resources") / "law" / "rules.json").read_bytes())
    return tuple(
        Law(
            since=date.fromisoformat(one["since"]),
            forms=FormSet(one["forms"]),
            circular=one["circular"],
            supplements=one["supplements"],
            extensions=one["extensions"],
            extension_notice_days=one["extension_notice_days"],
            articles={rule: one["articles"][rule.value] for rule in Rule},
        )
        for one in sorted(records, key=lambda one: str(one["since"]))
    )
