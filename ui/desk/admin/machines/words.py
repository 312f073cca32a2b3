"""The office's machines in everyday words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.services.stations import KnownStation, OfficeStations
from sync.office.status import OfficeStatus
from ui import theme
from ui.components.fact_table import Cell, Row
from ui.components.tone import Tone
from ui.desk import times
from ui.messages import message_for

SILENT_AFTER = timedelta(minutes=2)
"""From here on a machine that should be heard all the time is said to be silent."""
_WRONG_FROM = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Network:
    """What this machine knows of the others now; without a status it is the only one."""

    status: OfficeStatus | None = None
    url: str = ""
    contacts: Mapping[str, datetime] = field(default_factory=dict)
    serving: frozenset[str] = frozenset()
    wrong_clocks: Mapping[str, timedelta] = field(default_factory=dict)


def own_words(stations: OfficeStations, network: Network) -> str:
    """This machine: name, id, part in the office, address."""
    translate = QCoreApplication.translate
    own = stations.own
    lines = [translate("Machines", "{name}, mã máy {id}").format(name=own.name, id=own.id[:8])]
    status = network.status
    if status is None:
        lines.append(translate("Machines", "Bộ phận một máy: không mở cổng mạng nào."))
        return "\n".join(lines)
    if status.in_charge:
        lines.append(translate("Machines", "Đang giữ hàng chờ từ {time}.").format(time=times.short(status.since)))
    elif status.reachable:
        lines.append(translate("Machines", "Theo máy giữ hàng chờ: {name}.").format(name=status.name))
    else:
        since = times.short(status.since)
        lines.append(translate("Machines", "Không thấy máy giữ hàng chờ từ {time}.").format(time=since))
    if status.fault is not None:
        said = message_for(status.fault, {"host": status.fault_host})
        lines.append(f"{said.title} {said.next_step}")
    if status.serves:
        lines.append(translate("Machines", "Các máy khác nối vào địa chỉ {url}").format(url=network.url))
    if wrong := _clock_words(network.wrong_clocks.get(own.id)):
        told = translate("Machines", "Đồng hồ máy này {wrong} so với giờ văn phòng: hãy chỉnh lại giờ của máy.")
        kept = translate("Machines", "Mọi việc vẫn ghi theo giờ văn phòng.")
        lines.append(f"{told.format(wrong=wrong)} {kept}")
    return "\n".join(lines)


def rows(stations: OfficeStations, network: Network, now: datetime) -> tuple[Row, ...]:
    """Each machine: name and what it is for, its part in the queue, when it was heard."""
    order = [one.station.id for one in stations.known if one.station.id in network.serving]
    return tuple(_row(one, order, stations, network, now) for one in stations.known)


def _row(one: KnownStation, order: list[str], stations: OfficeStations, network: Network, now: datetime) -> Row:
    translate = QCoreApplication.translate
    roles = ", ".join(_role(role) for role in one.station.roles) or translate("Machines", "không có màn hình")
    if one.own:
        roles = translate("Machines", "máy này · {roles}").format(roles=roles)
    return (
        Cell(one.station.name, roles, weight=theme.Weight.MEDIUM),
        _part(one, order, stations, network),
        _contact(one, network, now),
    )


def _part(one: KnownStation, order: list[str], stations: OfficeStations, network: Network) -> Cell:
    translate = QCoreApplication.translate
    id_ = one.station.id
    status = network.status
    if status is None:
        return Cell(translate("Machines", "Giữ hàng chờ") if one.own else "–")
    in_charge = status.station or (stations.head.station if stations.head else "")
    if id_ == in_charge:
        here = bool(status.station)
        said = "" if here else translate("Machines", "lần cuối, nay im lặng")
        tone = Tone.NEUTRAL if here else Tone.DANGER
        return Cell(translate("Machines", "Đang giữ hàng chờ"), said, tone, theme.Weight.SEMIBOLD)
    if id_ in order:
        place = [other for other in order if other != in_charge].index(id_) + 1
        return Cell(translate("Machines", "Dự phòng thứ {place}").format(place=place))
    return Cell("–")


def _contact(one: KnownStation, network: Network, now: datetime) -> Cell:
    translate = QCoreApplication.translate
    if one.own:
        return Cell(translate("Machines", "đang mở"))
    if one.station.barred:
        return Cell(translate("Machines", "đã ngừng"), translate("Machines", "không được vào"), Tone.WARNING)
    heard = network.contacts.get(one.station.id)
    followed = network.status is not None and one.station.id in network.status.members
    if followed or (heard is not None and now - heard < SILENT_AFTER):
        wrong = _clock_words(network.wrong_clocks.get(one.station.id))
        said = translate("Machines", "đồng hồ {wrong}").format(wrong=wrong) if wrong else ""
        return Cell(translate("Machines", "đang liên lạc"), said, Tone.DANGER if wrong else Tone.NEUTRAL)
    last = max((at for at in (heard, one.wrote) if at is not None), default=None)
    if last is None:
        return Cell(translate("Machines", "chưa liên lạc"))
    return Cell(translate("Machines", "im lặng"), translate("Machines", "từ {time}").format(time=times.short(last)))


def _clock_words(ahead: timedelta | None) -> str:
    """How wrong a clock is, in words; empty where it is right or nobody knows."""
    if ahead is None or abs(ahead) < _WRONG_FROM:
        return ""
    translate = QCoreApplication.translate
    words = translate("Machines", "nhanh {by}") if ahead > timedelta() else translate("Machines", "chậm {by}")
    minute = timedelta(minutes=1)
    return words.format(by=times.minutes(round(abs(ahead) / minute) * minute))


def _role(role: str) -> str:
    translate = QCoreApplication.translate
    names = {
        "desk": translate("Machines", "quầy"),
        "kiosk": translate("Machines", "lấy số"),
        "board": translate("Machines", "bảng gọi số"),
        "rating": translate("Machines", "đánh giá"),
    }
    return names.get(role, role)
