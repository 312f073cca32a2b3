"""How sync stands, in words that an officer reads out to the province on the telephone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from counter_app import __version__
from counter_app.errors import Code
from counter_app.services.sync_overview import MachineBacklog
from counter_app.store.blob_progress import PageProgress
from sync.link import SyncStatus
from sync.records import PROTOCOL
from ui import messages
from ui.components.fact_table import Cell, Row
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.sync_page.state import SyncState

_GRAVE = frozenset(
    {
        Code.STATION_REVOKED,
        Code.STATION_UNKNOWN,
        Code.SEQUENCE_CONFLICT,
        Code.CHECKPOINT_BROKEN,
        Code.PROVINCE_KEY_CHANGED,
        Code.CERTIFICATE_EXPIRED,
        Code.CERTIFICATE_HOST,
        Code.CERTIFICATE_UNKNOWN,
        Code.CERTIFICATE_SELF_SIGNED,
        Code.PLAIN_ANSWER,
        Code.PLAIN_REFUSED,
        Code.CA_FILE_INVALID,
        Code.PROXY_INVALID,
        Code.SERVER_REFUSED,
    }
)
"""What does not pass by itself."""

_NOTABLE_SKEW = timedelta(minutes=1)
_LONG_AWAY = timedelta(days=1)
_KILO, _MEGA, _GIGA = 1_000, 1_000_000, 1_000_000_000
_MINUTE, _HOUR = 60, 3600
_AN_HOUR_AND_A_HALF = 90 * 60


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands in one line, and what that means for the work."""

    tone: Tone
    icon: str
    title: str
    text: str = ""


def standing(state: SyncState) -> Standing:
    """Return how it stands."""
    link = state.link
    if link is None:
        return _without_link(state)
    if link.fault is not None:
        said = messages.message_for(link.fault, link.fault_params)
        tone = Tone.DANGER if link.fault in _GRAVE else Tone.WARNING
        return Standing(tone, "cloud-off" if not link.up else tone.icon, said.title, said.next_step)
    translate = QCoreApplication.translate
    if link.up is None:
        return Standing(
            Tone.NEUTRAL,
            "cloud-upload",
            translate("Sync", "Đang nối máy chủ của tỉnh…"),
            translate("Sync", "Quầy làm việc bình thường; mọi việc được lưu tại máy này."),
        )
    if not link.up:
        return _away(link, state.now)
    if state.entries or state.papers:
        return Standing(
            Tone.INFO,
            "cloud-upload",
            translate("Sync", "Đang gửi lên tỉnh"),
            translate("Sync", "Không cần chờ: cứ làm việc bình thường. Tắt máy giữa chừng cũng không mất gì."),
        )
    if state.aside.total:
        return Standing(
            Tone.WARNING,
            "alert-triangle",
            translate("Sync", "Mọi việc đã lên đến tỉnh, {count} mục chưa được ghi nhận").format(
                count=number(state.aside.total)
            ),
            translate("Sync", "Lý do và việc cần làm ở ngay dưới. Quầy vẫn làm việc bình thường."),
        )
    at = times.short(link.synced_at) if link.synced_at else ""
    title = translate("Sync", "Mọi việc đã lên tỉnh lúc {time}").format(time=at)
    return Standing(Tone.SUCCESS, "cloud-check", title if at else translate("Sync", "Mọi việc đã lên tỉnh"))


def _without_link(state: SyncState) -> Standing:
    translate = QCoreApplication.translate
    if state.relay:
        return Standing(
            Tone.INFO,
            "plug-connected",
            translate("Sync", "{machine} gửi lên tỉnh giúp máy này").format(machine=state.relay),
            translate(
                "Sync", "Việc ghi ở máy này được chuyển cho máy đó ngay. Trang này ở máy đó cho biết còn gì chờ."
            ),
        )
    if state.url:
        return Standing(
            Tone.INFO,
            "refresh",
            translate("Sync", "Đã ghi địa chỉ máy chủ của tỉnh"),
            translate("Sync", "Đóng chương trình rồi mở lại ở máy này để bắt đầu gửi."),
        )
    return Standing(
        Tone.NEUTRAL,
        "cloud-off",
        translate("Sync", "Máy này chưa nối với tỉnh"),
        translate(
            "Sync",
            "Mọi việc vẫn làm được và được lưu tại máy này. Muốn gửi lên tỉnh: người quản trị ghi địa chỉ máy chủ, hoặc"
            " mang đi bằng thẻ nhớ.",
        ),
    )


def _away(link: SyncStatus, now: datetime) -> Standing:
    translate = QCoreApplication.translate
    away = now - link.since
    text = translate(
        "Sync", "Quầy làm việc bình thường, hồ sơ có giá trị ngay. Có mạng lại, máy tự gửi tiếp từ chỗ đang dở."
    )
    if away < _LONG_AWAY:
        title = translate("Sync", "Mất kết nối từ {time}").format(time=times.clock(link.since))
        return Standing(Tone.WARNING, "cloud-off", title, text)
    title = translate("Sync", "Mất kết nối đã {days} ngày, từ {time}").format(
        days=away.days, time=times.short(link.since)
    )
    more = translate("Sync", "Mất lâu thì nên mang dữ liệu lên tỉnh bằng thẻ nhớ.")
    return Standing(Tone.WARNING, "cloud-off", title, f"{text} {more}")


def notice(link: SyncStatus | None) -> str:
    """Return what somebody should see to although all works; nothing where there is nothing."""
    if link is None or link.notice is None or link.notice is link.fault:
        return ""
    said = messages.message_for(link.notice, link.notice_params)
    return f"{said.title} {said.next_step}"


def facts(state: SyncState) -> tuple[tuple[str, str], ...]:
    """Return what is known, as names and values."""
    translate, link = QCoreApplication.translate, state.link
    found = [(translate("Sync", "Chờ gửi"), waiting(state))]
    if state.oldest is not None and (state.entries or state.papers):
        found.append((translate("Sync", "Chờ từ"), times.day_and_clock(state.oldest)))
    if state.aside.total:
        kept = translate("Sync", "{count} mục").format(count=number(state.aside.total))
        found.append((translate("Sync", "Tỉnh để riêng"), kept))
    if link is None:
        return (*found, *_disk(state))
    if link.up and link.speed and state.papers:
        found.append((translate("Sync", "Tốc độ"), _pace(state, link.speed)))
    if link.synced_at is not None and (state.entries or state.papers or not link.up):
        found.append((translate("Sync", "Lần cuối đã lên hết"), times.day_and_clock(link.synced_at)))
    if state.relay:
        found.append((translate("Sync", "Gửi qua"), state.relay))
    if state.url:
        found.append((translate("Sync", "Máy chủ"), urlsplit(state.url).hostname or state.url))
    if link.server_protocol:
        said = translate("Sync", "máy chủ {server} (giao thức {theirs}), máy này {own} (giao thức {ours})")
        versions = said.format(
            server=link.server_program or "–", theirs=link.server_protocol, own=__version__, ours=PROTOCOL
        )
        found.append((translate("Sync", "Phiên bản"), versions))
    if link.clock_skew is not None and abs(link.clock_skew) >= _NOTABLE_SKEW:
        found.append((translate("Sync", "Đồng hồ máy này"), _skew(link.clock_skew)))
    return (*found, *_disk(state))


def waiting(state: SyncState) -> str:
    """Return ``412 mục, 38 giấy tờ (52,3 MB)``."""
    translate = QCoreApplication.translate
    if not (state.entries or state.papers):
        return translate("Sync", "không có gì")
    parts = []
    if state.entries:
        parts.append(translate("Sync", "{count} mục").format(count=number(state.entries)))
    if state.papers:
        said = translate("Sync", "{count} giấy tờ ({size})")
        parts.append(said.format(count=number(state.papers), size=size(state.bytes)))
    return ", ".join(parts)


def number(count: int) -> str:
    """Return ``1.204``."""
    return f"{count:,}".replace(",", ".")


def size(bytes_: float) -> str:
    """Return ``52,3 MB``."""
    for unit, name in ((_GIGA, "GB"), (_MEGA, "MB")):
        if bytes_ >= unit:
            return f"{bytes_ / unit:.1f} {name}".replace(".", ",")
    return f"{max(0, round(bytes_ / _KILO))} kB"


def span(seconds: float) -> str:
    """Return about how long: ``dưới 1 phút``, ``12 phút``, ``3 giờ``."""
    translate = QCoreApplication.translate
    if seconds < _MINUTE:
        return translate("Sync", "dưới 1 phút")
    if seconds < _AN_HOUR_AND_A_HALF:
        return translate("Sync", "{count} phút").format(count=round(seconds / _MINUTE))
    return translate("Sync", "{count} giờ").format(count=round(seconds / _HOUR))


def dossier_row(one: PageProgress) -> Row:
    """Return a dossier's row: whose it is, and how many of its pages are up there."""
    told = QCoreApplication.translate("Sync", "{sent} trên {pages} trang đã lên tỉnh")
    return (Cell(one.code, one.name, weight=600), Cell(told.format(sent=one.sent, pages=one.pages)))


def machine_row(one: MachineBacklog) -> Row:
    """Return a machine's row: what it wrote and the province does not have."""
    translate = QCoreApplication.translate
    name = one.name or one.station[:8]
    own = translate("Sync", "máy này") if one.own else ""
    told = translate("Sync", "{count} mục chờ gửi").format(count=number(one.entries))
    return (Cell(name, own, weight=500), Cell(told if one.entries else translate("Sync", "đã lên hết")))


def _disk(state: SyncState) -> tuple[tuple[str, str], ...]:
    """The disk, where it is short or was: what went is still at the province."""
    translate, disk = QCoreApplication.translate, state.disk
    if disk is None or not (disk.away or disk.room.short):
        return ()
    parts = [translate("Sync", "còn trống {size}").format(size=size(disk.room.free))]
    if disk.away:
        said = translate("Sync", "{count} trang quét cũ ({size}) chỉ còn ở tỉnh, mở ra là tải về lại")
        parts.append(said.format(count=number(disk.away), size=size(disk.away_bytes)))
    return ((translate("Sync", "Ổ đĩa máy này"), "; ".join(parts)),)


def _pace(state: SyncState, speed: float) -> str:
    translate = QCoreApplication.translate
    told = translate("Sync", "{size}/giây").format(size=size(speed))
    left = translate("Sync", "còn khoảng {span}").format(span=span(state.bytes / speed)) if speed >= 1 else ""
    return ", ".join(filter(None, (told, left)))


def _skew(skew: timedelta) -> str:
    translate = QCoreApplication.translate
    seconds = abs(skew).total_seconds()
    late = translate("Sync", "chậm {span} so với tỉnh")
    early = translate("Sync", "nhanh {span} so với tỉnh")
    return (late if skew > timedelta(0) else early).format(span=span(seconds))
