"""What the machine must have for the program and its devices, looked at one by one."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from counter_app.clocks import VIETNAM
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind
from counter_app.services.text_reader import ReaderState, recognition_state
from counter_app.settings import Settings, load_settings
from counter_app.store.keys import KEY_FILE, Wrapping, is_open_to_others, protection
from devices.finding.usb_printers import list_usb
from devices.settings import DeviceSettings, TransportKind
from devices.speaker.players import NoPlayer, system_player
from devices.transport.serial_ports import list_serial_ports

LEAST_FREE_MB = 1000
"""A year of a busy counter without its scans; with them an office has weeks to act."""
_MB = 1_000_000
_DATABASE = "counter.db"
_CLOCK_SLACK = timedelta(minutes=10)


class Finding(StrEnum):
    """What a check came to: ``note`` is worth knowing, ``fault`` needs a hand."""

    OK = "ok"
    NOTE = "note"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what was looked at, what it came to, the code of what is wrong, and a value that was found."""

    what: str
    finding: Finding
    code: Code | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    value: str = ""


def machine_checks(folder: Path) -> tuple[Settings, tuple[Check, ...]]:
    """Look at the folder, the disk, the clock, the programs and the permissions; blocks for a second or two."""
    settings, read = _settings(folder)
    checks = [_folder(folder), *read, _disk(folder), _clock(folder)]
    checks += _key(folder)
    checks += _programs(settings.devices)
    checks += _permissions(settings.devices)
    return settings, tuple(checks)


def _settings(folder: Path) -> tuple[Settings, Sequence[Check]]:
    try:
        return load_settings(folder), ()
    except CounterError as error:
        return Settings(), (failed("settings", error),)


def _folder(folder: Path) -> Check:
    if not (folder / _DATABASE).exists():
        return Check("data", Finding.NOTE, Code.NOT_SET_UP, {"path": folder})
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Check("data", Finding.OK, value=str(folder))
    except OSError:
        return Check("data", Finding.FAULT, Code.DATA_NOT_WRITABLE, {"path": folder})


def _disk(folder: Path) -> Check:
    there = next(one for one in (folder.absolute(), *folder.absolute().parents) if one.exists())
    free = shutil.disk_usage(there).free // _MB
    if free < LEAST_FREE_MB:
        return Check("disk", Finding.FAULT, Code.DISK_LOW, {"path": there, "megabytes": free}, str(free))
    return Check("disk", Finding.OK, value=str(free))


def _clock(folder: Path) -> Check:
    """A clock that lost its battery says a time before this machine's own last write."""
    now = datetime.now(UTC)
    try:
        written = datetime.fromtimestamp((folder / _DATABASE).stat().st_mtime, UTC)
    except OSError:
        return Check("clock", Finding.OK, value=_local(now))
    if written - now > _CLOCK_SLACK:
        said = f"{written.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
        return Check("clock", Finding.FAULT, Code.CLOCK_BEHIND, {"written": said})
    return Check("clock", Finding.OK, value=_local(now))


def _local(now: datetime) -> str:
    """Return the time as the clock on the wall shows it, with its offset: what a person compares it with."""
    return now.astimezone(VIETNAM).isoformat(timespec="seconds")


def _key(folder: Path) -> list[Check]:
    """How the data key is kept, and whether anybody else could open the data; nothing is opened for that."""
    if not (folder / _DATABASE).exists():
        return []
    try:
        kept = protection(folder)
    except CounterError as error:
        return [failed("key", error)]
    path = folder / KEY_FILE
    if kept.wrapping is Wrapping.KEYRING:
        checks = [Check("key", Finding.OK, value=kept.wrapping.value)]
    elif is_open_to_others(folder):
        checks = [Check("key", Finding.FAULT, Code.KEY_EXPOSED, {"path": path})]
    else:
        checks = [Check("key", Finding.NOTE, Code.KEY_BESIDE_DATA)]
    if kept.recipient:
        return [*checks, Check("escrow", Finding.OK, value=kept.fingerprint)]
    return [*checks, Check("escrow", Finding.NOTE, Code.KEY_NOT_ESCROWED)]


def _programs(devices: Iterable[DeviceSettings]) -> list[Check]:
    ways = {(record.kind, record.transport) for record in devices}
    needed = {
        "scanimage": (DeviceKind.SCANNER, TransportKind.SANE) in ways,
        "lp": (DeviceKind.PRINTER, TransportKind.SPOOL) in ways,
    }
    checks = [_program(name, shutil.which(name) or "", must) for name, must in needed.items() if os.name == "posix"]
    usb = (DeviceKind.PRINTER, TransportKind.USB) in ways
    checks.append(_program("libusb", "libusb" if _has_libusb() else "", usb))
    sound = (DeviceKind.SPEAKER, TransportKind.SOUND) in ways
    checks.append(_sound(must=sound))
    reading = recognition_state()
    lacking = {ReaderState.NO_PROGRAM: "tesseract-ocr", ReaderState.NO_LANGUAGE: "tesseract-ocr-vie"}
    if reading in lacking:
        checks.append(Check("tesseract", Finding.NOTE, Code.PROGRAM_MISSING, {"program": lacking[reading]}))
    else:
        checks.append(Check("tesseract", Finding.OK, value="vie"))
    return checks


def _program(name: str, found: str, must: bool) -> Check:
    if found:
        return Check(name, Finding.OK, value=found)
    return Check(name, Finding.FAULT if must else Finding.NOTE, Code.PROGRAM_MISSING, {"program": name})


def _has_libusb() -> bool:
    try:
        list_usb()
    except CounterError:
        return False
    except OSError:  # libusb is there, and this account may not look
        return True
    return True


def _sound(*, must: bool) -> Check:
    if isinstance(system_player(), NoPlayer):
        return Check("sound", Finding.FAULT if must else Finding.NOTE, Code.SOUND_UNAVAILABLE)
    return Check("sound", Finding.OK)


def _permissions(devices: Iterable[DeviceSettings]) -> list[Check]:
    """Ports that are there and that this account may not open: groups dialout and lp are what is missing."""
    if os.name != "posix":
        return []
    ours = {record.address for record in devices}
    there = [one.port for one in list_serial_ports() if one.kind or one.port in ours]
    nodes = sorted({*there, *(str(path) for path in Path("/dev/usb").glob("lp*"))})
    return [
        Check("permission", Finding.FAULT, Code.DEVICE_DENIED, {"device": node})
        for node in nodes
        if Path(node).exists() and not os.access(node, os.R_OK | os.W_OK)
    ]


def failed(what: str, error: CounterError) -> Check:
    """Return the fault that an error tells of."""
    return Check(what, Finding.FAULT, error.code, error.params)
