"""A machine's devices in everyday words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.domain.citizen_card import parse_card
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from devices.finding.found import FoundDevice
from devices.keypad.profiles import keypad_profiles, plan_of
from devices.printer.profiles import profiles as printer_profiles
from devices.settings import TRANSPORTS, DeviceSettings, TransportKind
from ui import messages
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.status_strip import device_name, device_words

_PRACTICE = frozenset({TransportKind.FILE, TransportKind.VIRTUAL, TransportKind.SILENT})
"""Ways that no real device has: offered only to what has one of them already."""

_SHOWN, _SHOWN_DIGITS = 4, 3

_ORDER = (
    TransportKind.USB,
    TransportKind.SERIAL,
    TransportKind.KEYS,
    TransportKind.TCP,
    TransportKind.SPOOL,
    TransportKind.SANE,
    TransportKind.ESCL,
    TransportKind.WIA,
    TransportKind.FOLDER,
    TransportKind.SOUND,
)


@dataclass(frozen=True, slots=True)
class Told:
    """How a device is: a word or sentence, what to do about it, and the tone."""

    said: str
    do: str
    tone: Tone


def transports_of(kind: DeviceKind, present: TransportKind | None = None) -> tuple[TransportKind, ...]:
    """Return the ways to reach a device of this kind, for a person to choose from."""
    offered = tuple(one for one in _ORDER if one in TRANSPORTS[kind])
    if present in _PRACTICE and present in TRANSPORTS[kind]:
        return (*offered, present)
    return offered


def transport_words(transport: TransportKind) -> str:
    """Return how a device is connected."""
    translate = QCoreApplication.translate
    words = {
        TransportKind.USB: translate("DevicesTab", "Dây USB"),
        TransportKind.SERIAL: translate("DevicesTab", "Cổng COM hoặc USB-COM"),
        TransportKind.KEYS: translate("DevicesTab", "Cắm USB, gõ chữ như bàn phím"),
        TransportKind.TCP: translate("DevicesTab", "Mạng (địa chỉ IP)"),
        TransportKind.SPOOL: translate("DevicesTab", "Máy in đã cài trong hệ thống"),
        TransportKind.SANE: translate("DevicesTab", "Cắm vào máy này (SANE)"),
        TransportKind.ESCL: translate("DevicesTab", "Trong mạng, không cần cài (eSCL)"),
        TransportKind.WIA: translate("DevicesTab", "Cài trong Windows (WIA)"),
        TransportKind.FOLDER: translate("DevicesTab", "Thư mục mà máy quét lưu ảnh vào"),
        TransportKind.SOUND: translate("DevicesTab", "Loa của máy này"),
        TransportKind.FILE: translate("DevicesTab", "Ghi ra tệp, để tập làm"),
        TransportKind.VIRTUAL: translate("DevicesTab", "Máy quét ảo, để tập làm"),
        TransportKind.SILENT: translate("DevicesTab", "Không phát tiếng, để tập làm"),
    }
    return words[transport]


def address_words(transport: TransportKind) -> tuple[str, str]:
    """Return what the address of this way is called, and an example; empty where it has none."""
    translate = QCoreApplication.translate
    words = {
        TransportKind.USB: (translate("DevicesTab", "Mã USB (hãng:loại)"), "04b8:0e15"),
        TransportKind.SERIAL: (translate("DevicesTab", "Cổng"), "COM3, /dev/ttyUSB0"),
        TransportKind.TCP: (translate("DevicesTab", "Địa chỉ trong mạng"), "192.168.1.50:9100"),
        TransportKind.SPOOL: (translate("DevicesTab", "Tên máy in trong hệ thống"), ""),
        TransportKind.SANE: (translate("DevicesTab", "Tên máy quét (để trống: máy đầu tiên)"), ""),
        TransportKind.ESCL: (translate("DevicesTab", "Địa chỉ máy quét"), "http://192.168.1.60/eSCL"),
        TransportKind.WIA: (translate("DevicesTab", "Mã máy quét (để trống: máy đầu tiên)"), ""),
        TransportKind.FOLDER: (translate("DevicesTab", "Thư mục"), "/home/quay3/Quet"),
        TransportKind.FILE: (translate("DevicesTab", "Tệp hoặc thư mục"), ""),
        TransportKind.VIRTUAL: (translate("DevicesTab", "Thư mục"), ""),
    }
    return words.get(transport, ("", ""))


def profiles_of(kind: DeviceKind, transport: TransportKind) -> tuple[tuple[str, str], ...]:
    """Return the models to choose from, as key and name; none where the kind has no models."""
    if kind is DeviceKind.PRINTER:
        return tuple((one.key, one.name) for one in printer_profiles())
    if kind is DeviceKind.KEYPAD:
        fits = [one for one in keypad_profiles() if (one.transport is TransportKind.KEYS) == _types(transport)]
        return tuple((one.key, one.name) for one in fits)
    return ()


def letters_of(profile: str) -> dict[str, str]:
    """Return the ways in which a model of printer may print letters, by the words of the setting; empty without any."""
    translate = QCoreApplication.translate
    model = next((one for one in printer_profiles() if one.key == profile), None)
    if model is None or not model.code_pages:
        return {}
    plain = {"": translate("DevicesTab", "Không dấu, máy nào cũng in được")}
    page = translate("DevicesTab", "Có dấu, bảng mã {name}")
    return plain | {one: page.format(name=one) for one in model.code_pages}


def _types(transport: TransportKind) -> bool:
    return transport is TransportKind.KEYS


def found_words(found: FoundDevice) -> tuple[str, str]:
    """Return the two lines of what was found: what it calls itself; what it is, where that is sure, and where."""
    name = found.title or device_name(found.kind)
    kind = device_name(found.kind) if len(found.kinds) == 1 else ""
    detail = found.detail if found.detail not in ("", name) else transport_words(found.transport)
    return name, " · ".join(one for one in (kind, detail) if one not in ("", name))


def row_words(record: DeviceSettings, status: DeviceStatus | None) -> tuple[str, Tone]:
    """Return the second line of a device that is set up: what it is, and how it is."""
    if status is None:
        return device_name(record.kind), Tone.NEUTRAL
    word, tone = device_words(status)
    return f"{word} · {device_name(record.kind)}", tone


def told(status: DeviceStatus | None) -> Told:
    """Return how a device is, with what to do where something is wrong."""
    translate = QCoreApplication.translate
    if status is None:
        return Told(translate("DevicesTab", "Chưa lưu: bấm “Lưu và dùng ngay” để thử."), "", Tone.INFO)
    since = times.short(status.since)
    word, tone = device_words(status)
    if status.fault is not None:
        said = messages.message_for(status.fault, {"device": status.name})
        return Told(f"{said.title} ({since})", said.next_step, tone)
    if status.state is DeviceState.ABSENT:
        said = messages.message_for(Code.DEVICE_ABSENT, {"device": status.name})
        return Told(f"{said.title} ({since})", said.next_step, Tone.WARNING)
    return Told(translate("DevicesTab", "{state} từ {time}").format(state=word, time=since), "", tone)


def known_again_words(identity: str) -> str:
    """Return how the device will be found again."""
    translate = QCoreApplication.translate
    if not identity:
        return ""
    mark = identity.rpartition(":")[2]
    if mark.startswith("@"):
        return translate("DevicesTab", "Có thiết bị khác giống hệt: hãy giữ nguyên chỗ cắm này.")
    return translate("DevicesTab", "Máy nhớ chính thiết bị này: cắm sang chỗ khác vẫn nhận ra.")


def scores_of(record: DeviceSettings) -> tuple[int, ...]:
    """Return the scores that a keypad's keys give, best first; none where its settings make no sense."""
    try:
        return tuple(sorted(set(plan_of(record).keys.values()), reverse=True))
    except CounterError:
        return ()


def card_words(line: str) -> str:
    """Return what a reader read, so that nobody beside it learns whose card it is. Raises CARD_* of a card's fields."""
    translate = QCoreApplication.translate
    if "|" not in line:
        shown = line[:_SHOWN] + "…" if len(line) > _SHOWN else line
        return translate("DevicesTab", "Đã đọc một mã: {code}").format(code=shown)
    card = parse_card(line)
    name = " ".join(f"{part[0]}." for part in card.full_name.split())
    number = "•" * (len(card.number) - _SHOWN_DIGITS) + card.number[-_SHOWN_DIGITS:]
    return translate("DevicesTab", "Đã đọc thẻ căn cước: {name}, số {number}").format(name=name, number=number)
