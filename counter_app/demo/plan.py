"""The day of an invented commune: who comes when, for what, and how it ends. The same seed gives the same day."""

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from counter_app.clocks import VIETNAM
from counter_app.domain.facts import Priority
from counter_app.domain.procedures import PaperForm, Procedure

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


def plan_day(seed: int, procedures: Sequence[Procedure]) -> tuple[Citizen, ...]:
    """Return the day's citizens in the order of their coming."""
    chance = random.Random(seed)  # noqa: S311 - a play, not a secret
    start = datetime.combine(DAY, OPENING, VIETNAM)
    span = datetime.combine(DAY, CLOSING, VIETNAM) - start
    offsets = sorted(chance.random() for _ in range(CITIZENS))
    arrivals = [start + timedelta(seconds=int(span.total_seconds() * offset)) for offset in offsets]
    return tuple(_citizen(seed, number, at, procedures, chance) for number, at in enumerate(arrivals, start=1))


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
