"""The day of an invented commune: who comes when, for what, and how it ends. The same seed gives the same day."""

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from counter_app.clocks import VIETNAM
from counter_app.demo.casework import Fate
from counter_app.domain.facts import Priority
from counter_app.domain.procedures import PaperForm, Procedure, TermUnit

CITIZENS = 60
DAY = date(2026, 11, 23)
OPENING, CLOSING = time(7, 30), time(16, 15)
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Võ", "Đinh")
_MIDDLE = {"Nam": ("Văn", "Đức", "Quang", "Hữu", "Minh"), "Nữ": ("Thị", "Ngọc", "Thu", "Thị Kim", "Thị Hồng")}
_GIVEN = {
    "Nam": ("Hùng", "Dũng", "Tuấn", "Khánh", "Phúc", "Thắng", "Đạt", "Bình", "Nghĩa", "Quyết"),
    "Nữ": ("Hoa", "Hậu", "Lan", "Mai", "Thảo", "Yến", "Nhung", "Hương", "Ánh", "Tuyết"),
}
_HAMLETS = ("Phú Hòa", "Đông Thạnh", "Mỹ Lộc", "An Khê", "Trường Xuân", "Ngũ Hiệp")


@dataclass(frozen=True, slots=True)
class Citizen:
    """One visitor of the day; ``score`` None presses nothing, ``procedure`` None only asks."""

    number: int
    ticket: str
    dossier: str
    arrives: datetime
    card: str
    phone: str
    group: str
    procedure: Procedure | None
    priority: Priority | None
    comes: bool
    score: int | None
    pages: int
    fate: Fate = Fate.STAYS


def plan_day(seed: int, procedures: Sequence[Procedure]) -> tuple[Citizen, ...]:
    """Return the day's citizens in the order of their coming; they come for what has a term and is still received."""
    procedures = [one for one in procedures if one.term.unit is not TermUnit.UNSET and not one.retired]
    chance = random.Random(seed)  # noqa: S311 - a play, not a secret
    start = datetime.combine(DAY, OPENING, VIETNAM)
    span = datetime.combine(DAY, CLOSING, VIETNAM) - start
    # A commune's day is the twenty or so things that people mostly come for, not the three hundred that exist.
    usual = [one for one in procedures if one.popular] or procedures
    offsets = sorted(chance.random() for _ in range(CITIZENS))
    arrivals = [start + timedelta(seconds=int(span.total_seconds() * offset)) for offset in offsets]
    citizens = [_citizen(seed, number, at, usual, chance) for number, at in enumerate(arrivals, start=1)]
    return _with_fates(citizens, random.Random(f"{seed}/fates"))  # noqa: S311 - a play, not a secret


def _with_fates(citizens: list[Citizen], chance: random.Random) -> tuple[Citizen, ...]:
    """Say how far each dossier comes that day: exactly one lacks a paper, exactly one is refused."""
    told = {one.number: _fate(one.procedure, chance) for one in citizens if one.procedure is not None}
    longer = [one.number for one in citizens if one.comes and told.get(one.number, Fate.FINISHED) is not Fate.FINISHED]
    told.update(zip(chance.sample(longer, min(2, len(longer))), (Fate.SUPPLEMENT, Fate.REFUSED), strict=False))
    return tuple(replace(one, fate=told.get(one.number, Fate.STAYS)) for one in citizens)


def _fate(procedure: Procedure, chance: random.Random) -> Fate:
    if procedure.term.same_day_until is not None and chance.random() < 0.8:
        return Fate.FINISHED
    return chance.choices((Fate.HANDED, Fate.TAKEN, Fate.SUBMITTED, Fate.READY), (35, 25, 10, 30))[0]


def _citizen(seed: int, number: int, at: datetime, procedures: Sequence[Procedure], chance: random.Random) -> Citizen:
    procedure = chance.choice(procedures)
    card, age = _card(chance)
    asks_only = chance.random() < 0.1
    return Citizen(
        number=number,
        ticket=_id(seed, number, "ticket"),
        dossier=_id(seed, number, "dossier"),
        arrives=at,
        card=card,
        phone=f"0905 000 {number:03d}",
        group=procedure.group,
        procedure=None if asks_only else procedure,
        priority=Priority.ELDERLY if age >= 75 else None,
        comes=chance.random() >= 0.08,
        score=chance.choices((5, 4, 3, 2, 1, None), (40, 30, 12, 5, 3, 10))[0],
        pages=chance.randint(1, 3),
    )


def scannable(procedure: Procedure) -> tuple[int, ...]:
    """The rows of a checklist whose papers are scanned: what is only shown is not copied (Circular 01/2023, art. 8)."""
    return tuple(
        index
        for index, paper in enumerate(procedure.papers)
        if paper.required and paper.form is not PaperForm.PRESENTED
    )


def _card(chance: random.Random) -> tuple[str, int]:
    """An identity card's QR line and the age; province 000 does not exist."""
    sex = chance.choice(("Nam", "Nữ"))
    born = date(chance.randint(1938, 2006), chance.randint(1, 12), chance.randint(1, 28))
    digit = (0 if born.year < 2000 else 2) + (sex == "Nữ")
    number = f"000{digit}{born.year % 100:02d}{chance.randint(0, 999_999):06d}"
    name = f"{chance.choice(_FAMILY)} {chance.choice(_MIDDLE[sex])} {chance.choice(_GIVEN[sex])}"
    home = f"Thôn {chance.choice(_HAMLETS)}, xã An Phúc"
    line = f"{number}||{name}|{born:%d%m%Y}|{sex}|{home}|15082021"
    return line, DAY.year - born.year


def _id(seed: int, number: int, what: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"counter-app/demo/{seed}/{number}/{what}").hex
