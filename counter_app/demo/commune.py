"""The invented commune An Phúc: its office, desks and officers. Nobody here exists."""

from counter_app.domain.facts import Duty
from counter_app.domain.places import Office
from counter_app.services.officers import NewOfficer, Officers
from counter_app.services.setup import NewStation

FOLLOW_BASE = "https://mc.anphuc.example"
PIN = "1234"
OFFICE = Office(
    id="an-phuc",
    code="H99.17",
    name="XÃ AN PHÚC",
    superior="UBND XÃ AN PHÚC",
    place="An Phúc",
    parent="tinh-mau",
)
_DESK = (Duty.RECEPTION, Duty.PROCESSING, Duty.REPORTS)
OFFICERS = (
    NewOfficer("ha", "Lê Thị Thu Hà", "Công chức tư pháp – hộ tịch", PIN, _DESK, "Tư pháp – hộ tịch"),
    NewOfficer("minh", "Phạm Quang Minh", "Công chức địa chính", PIN, _DESK, "Địa chính – xây dựng"),
    NewOfficer("lan", "Đỗ Ngọc Lan", "Công chức văn phòng – thống kê", PIN, _DESK, "Văn phòng – thống kê"),
    NewOfficer("son", "Vũ Hoàng Sơn", "Phó Chủ tịch UBND xã", PIN, tuple(Duty), "Lãnh đạo UBND xã"),
)
DESK_OFFICERS = {1: "minh", 2: "lan", 3: "ha"}
"""Who sits at which desk; the leader has none."""
DESKS = tuple(DESK_OFFICERS)
LEADER = "son"
_SPECIALISTS = {"land": "minh", "housing": "minh", "household-business": "lan", "benefits": "lan", "other": "lan"}


def specialist_for(group: str) -> str:
    """The officer whose department works on what a kiosk's group brings."""
    return _SPECIALISTS.get(group, "ha")


def let_administer(officers: Officers, officer: str) -> None:
    """Give an officer every duty, so that whoever tries the demo may try all of its pages."""
    known = next(one for one in officers.all() if one.id == officer)
    if set(known.duties) != set(Duty):
        officers.change(
            officer,
            name=known.name,
            title=known.title,
            department=known.department,
            duties=tuple(Duty),
            by=LEADER,
        )


def new_station() -> NewStation:
    """What the set-up of the demo's station would be typed as."""
    roles = ("desk", "kiosk", "board", "rating")
    return NewStation(OFFICE, "Máy trạm quầy 3", roles, DESKS, OFFICERS)
