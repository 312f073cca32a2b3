"""The week before the demo's morning: dossiers on every desk of the commune, so that work lists have something."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from counter_app.clocks import VIETNAM
from counter_app.demo.casework import Casework, Fate
from counter_app.demo.commune import DESK_OFFICERS, LEADER, specialist_for
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.procedures import Procedure, WorkStep
from counter_app.services.bundle import Services

DAYS = 5
"""How many working days back the first of them came."""


@dataclass(frozen=True, slots=True)
class _Case:
    """One dossier: its acts at ``<working days before> <HH:MM>``, from its reception to the last, with all the rest."""

    procedure: str
    card: str
    phone: str
    desk: int
    fate: Fate
    acts: tuple[str, ...]


_CASES = (
    _Case(
        "1.004884",
        "000185000017||Nguyễn Thị Hậu|02031985|Nữ|Thôn Phú Hòa, xã An Phúc|15082021",
        "0905 000 017",
        3,
        Fate.TAKEN,
        ("5 08:20", "5 09:10", "5 10:00"),
    ),
    _Case(
        "1.004873",
        "000090000031||Lê Minh Khôi|09091990|Nam|Thôn Mỹ Lộc, xã An Phúc|11012023",
        "0905 000 031",
        1,
        Fate.TAKEN,
        ("3 14:20", "1 08:10", "1 09:40"),
    ),
    _Case(
        "1.004837",
        "000077000028||Cao Văn Nhơn|12051977|Nam|Thôn An Khê, xã An Phúc|09092021",
        "0905 000 028",
        3,
        Fate.SUPPLEMENT,
        ("4 09:00", "4 09:30", "4 10:15", "3 08:30"),
    ),
    _Case(
        "2.000806",
        "000191000015||Hồ Thị Lụa|20101991|Nữ|Thôn Đông Thạnh, xã An Phúc|03032022",
        "0905 000 015",
        3,
        Fate.READY,
        ("5 13:40", "5 14:00", "5 14:30", "4 08:00", "4 09:00", "3 10:00", "2 15:00"),
    ),
    _Case(
        "1.001022",
        "000196000528||Đặng Thị Ngọc Ánh|02081996|Nữ|Thôn Trường Xuân, xã An Phúc|20052022",
        "0905 000 528",
        2,
        Fate.SUBMITTED,
        ("2 08:15", "2 08:40", "2 09:00", "1 14:00", "1 15:30"),
    ),
    _Case(
        "1.004845",
        "000167000009||Bùi Quang Vinh|30041967|Nam|Thôn Ngũ Hiệp, xã An Phúc|15082021",
        "0905 000 009",
        3,
        Fate.SUBMITTED,
        ("2 10:00", "2 10:10", "2 13:30", "1 09:00", "1 16:10"),
    ),
    _Case(
        "1.004746",
        "000162000044||Võ Thành Đạt|17021962|Nam|Thôn Phú Hòa, xã An Phúc|11012023",
        "0905 000 044",
        3,
        Fate.TAKEN,
        ("2 14:00", "1 08:00", "1 15:20"),
    ),
    _Case(
        "2.001255",
        "000180000033||Tô Thị Thanh Nhàn|05061980|Nữ|Thôn Mỹ Lộc, xã An Phúc|09092021",
        "0905 000 033",
        1,
        Fate.HANDED,
        ("1 10:30", "1 16:30"),
    ),
    _Case(
        "1.004194",
        "000099000042||Trần Quốc Huy|19031999|Nam|Thôn An Khê, xã An Phúc|03032022",
        "0905 000 042",
        1,
        Fate.HANDED,
        ("1 14:10", "1 16:40"),
    ),
    _Case(
        "1.012796",
        "000171000052||Phan Văn Sáu|08121971|Nam|Thôn Đông Thạnh, xã An Phúc|20052022",
        "0905 000 052",
        1,
        Fate.PAYMENT,
        ("5 15:00", "4 08:00", "4 08:20", "3 14:00"),
    ),
    _Case(
        "1.001612",
        "000188000061||Ngô Thị Bích Thủy|25111988|Nữ|Thôn Ngũ Hiệp, xã An Phúc|15082021",
        "0905 000 061",
        2,
        Fate.READY,
        ("4 13:45", "4 14:00", "4 14:10", "3 09:00", "3 15:00", "2 08:30", "2 10:00"),
    ),
    _Case(
        "1.014027",
        "000148000070||Đinh Văn Tám|01011948|Nam|Thôn Phú Hòa, xã An Phúc|11012023",
        "0905 000 070",
        2,
        Fate.REFUSED,
        ("5 09:15", "5 10:00", "5 10:20", "4 10:00", "4 14:00", "3 16:00", "1 09:30"),
    ),
)


def earliest(day: date) -> datetime:
    """When the clock has to stand before the first of them, for a morning of ``day``."""
    return datetime.combine(day - timedelta(days=4 * DAYS), time(6), VIETNAM)


def play_earlier_days(services: Services, day: date, at: Callable[[datetime], None]) -> None:
    """Receive and work on them in the order of time; ``at`` sets the clock."""
    before = _working_days(services, day)
    _name_steps(services)
    casework = Casework(services)
    acts = sorted(
        (_instant(before, when), place, number)
        for place, case in enumerate(_CASES)
        for number, when in enumerate(case.acts)
    )
    received: dict[int, str] = {}
    for when, place, number in acts:
        at(when)
        case = _CASES[place]
        if not number:
            received[place] = _receive(services, case)
        elif number < len(case.acts) - 1:
            casework.go_on(received[place], case.fate)
        else:
            casework.walk(received[place], case.fate)


def _receive(services: Services, case: _Case) -> str:
    reception, officer = services.reception, DESK_OFFICERS[case.desk]
    draft = reception.choose(reception.begin(case.desk), case.procedure)
    draft = replace(reception.fill(draft, parse_card(case.card)), phone=case.phone)
    return reception.receive(reception.save(case.desk, draft), case.desk, officer).id


def _name_steps(services: Services) -> None:
    """Give the procedures of the cases the office's own steps, as its administrator would."""
    catalogue = services.catalogue
    known = [catalogue.procedure(code) for code in dict.fromkeys(case.procedure for case in _CASES)]
    catalogue.publish([replace(one, steps=_steps(one)) for one in known], LEADER)


def _steps(procedure: Procedure) -> tuple[WorkStep, ...]:
    departments = {"ha": "Tư pháp – hộ tịch", "minh": "Địa chính – xây dựng", "lan": "Văn phòng – thống kê"}
    department = departments[specialist_for(procedure.group)]
    return (
        WorkStep("Tiếp nhận", "Bộ phận Một cửa", 4),
        WorkStep("Kiểm tra, xác minh", department, 8),
        WorkStep("Lãnh đạo duyệt", "Lãnh đạo UBND xã", 4),
        WorkStep("Phát hành, trả về quầy", department, 4),
    )


def _working_days(services: Services, day: date) -> tuple[date, ...]:
    """``day`` and the working days before it, the nearest first."""
    calendar, found = services.calendar.calendar(), [day]
    while len(found) <= DAYS:
        day -= timedelta(days=1)
        if calendar.is_working(day):
            found.append(day)
    return tuple(found)


def _instant(days: tuple[date, ...], when: str) -> datetime:
    before, clock = when.split()
    return datetime.combine(days[int(before)], time.fromisoformat(clock), VIETNAM)
