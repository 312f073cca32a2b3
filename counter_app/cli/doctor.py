"""``counter-app doctor``: what this machine has, how each device is, and what to do about what is wrong."""

import argparse
import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from counter_app.cli.backup_age import backup_check
from counter_app.cli.certificate_checks import authority_check, office_check
from counter_app.cli.checks import Check, Finding, machine_checks
from counter_app.cli.crash_check import crash_check
from counter_app.cli.database_checks import database_checks, not_opened, version_checks
from counter_app.cli.device_run import connected, in_use
from counter_app.cli.link_checks import LinkChecks
from counter_app.cli.station_data import is_there
from counter_app.cli.words import Parser, add_data, add_json
from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.ports import DeviceState
from counter_app.services.device_states import device_states
from counter_app.settings import Settings
from counter_app.store.database import open_to_read
from devices.settings import DeviceSettings
from ui import messages

_DEVICES_S = 6.0
"""Who asks how the machine is does not wait for a network scanner to wake up: that one is said to be silent so far."""
_MARKS = {Finding.OK: "TỐT    ", Finding.NOTE: "LƯU Ý  ", Finding.FAULT: "CẦN LÀM"}
_WORDS = {
    "data": "Thư mục dữ liệu",
    "settings": "Tệp cài đặt",
    "disk": "Chỗ trống trên ổ đĩa (MB)",
    "clock": "Đồng hồ",
    "scanimage": "Máy quét cắm dây (scanimage)",
    "lp": "Máy in của hệ thống (lp)",
    "libusb": "Máy in USB (libusb)",
    "sound": "Loa",
    "tesseract": "Nhận dạng chữ (tesseract)",
    "permission": "Quyền dùng cổng",
    "running": "Chương trình",
    "key": "Khóa dữ liệu",
    "escrow": "Bản khóa ký gửi cho tỉnh",
    "backup": "Bản sao lưu",
    "database": "Tệp dữ liệu",
    "chain": "Nhật ký của máy này",
    "wal": "Tệp ghi tạm của dữ liệu",
    "schema": "Cấu trúc dữ liệu",
    "program": "Bản chương trình",
    "python": "Python",
    "qt": "Qt",
    "sqlite": "SQLite",
    "certificate-authority": "Chứng thư gốc của tỉnh",
    "office-certificate": "Chứng thư trong văn phòng",
    "province": "Máy chủ của tỉnh",
    "province-clock": "Giờ so với máy chủ của tỉnh",
    "province-certificate": "Chứng thư máy chủ của tỉnh",
    "province-protocol": "Giao thức của tỉnh",
    "office": "Máy của văn phòng",
    "office-clock": "Giờ so với máy của văn phòng",
    "office-protocol": "Giao thức trong văn phòng",
    "crashes": "Lỗi chương trình gần đây",
}


def add_words(parser: Parser) -> None:
    """Add what ``doctor`` takes."""
    add_data(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print every check; returns 1 if something needs doing."""
    folder: Path = arguments.data
    settings, checks = machine_checks(folder)
    checks = (*checks, *version_checks(), *station_checks(folder, settings), *authority_check(settings.security))
    checks = (*checks, *backup_check(folder, settings.backup), *crash_check(folder))
    checks = (*checks, *_devices(folder, settings.devices))
    fine = all(check.finding is not Finding.FAULT for check in checks)
    if arguments.json:
        print(json.dumps({"ok": fine, "checks": [_told(check) for check in checks]}, ensure_ascii=False, indent=1))
    else:
        for check in checks:
            _say(check)
    return 0 if fine else 1


def station_checks(folder: Path, settings: Settings) -> list[Check]:
    """Look at the database, the link and this machine's own certificate, beside the program or without it."""
    if not is_there(folder):
        return []
    try:
        with closing(open_to_read(folder)) as database:
            journal = Journal(database, SystemClock())
            links = LinkChecks(journal, settings)
            found = [*database_checks(journal), *office_check(journal, settings.office, running=in_use(folder))]
            return [*found, *links.results()]
    except CounterError as error:
        return [not_opened(error)]


def _devices(folder: Path, records: Sequence[DeviceSettings]) -> list[Check]:
    if in_use(folder):
        return [Check("running", Finding.OK, value="đang mở, và đang giữ các thiết bị"), *_last_told(folder)]
    try:
        with connected(records, _DEVICES_S) as devices:
            statuses = devices.statuses()
    except CounterError as error:  # settings that make no sense
        return [Check("settings", Finding.FAULT, error.code, error.params)]
    return [_of_device(one.kind, one.name, one.state, one.fault) for one in statuses]


def _last_told(folder: Path) -> list[Check]:
    """How the running program last wrote down that its devices are."""
    try:
        with closing(open_to_read(folder)) as database:
            records = device_states(Journal(database, SystemClock()))
    except CounterError:
        return []  # said of the database already
    known = {code.value: code for code in Code}
    return [_of_device(one.kind, one.name, one.state, known.get(one.fault)) for one in records]


def _of_device(kind: str, name: str, state: str, fault: Code | None) -> Check:
    params = {"device": name, "kind": kind}
    if state == DeviceState.READY:
        return Check(name, Finding.NOTE if fault else Finding.OK, fault, params, kind)
    if state == DeviceState.CONNECTING and fault is None:
        return Check(name, Finding.NOTE, Code.DEVICE_SILENT, {**params, "seconds": round(_DEVICES_S)}, kind)
    return Check(name, Finding.FAULT, fault or Code.DEVICE_ABSENT, params, kind)


def _sentences(check: Check) -> tuple[str, str]:
    if check.code is None:
        return "", ""
    told = messages.message_for(check.code, check.params)
    return told.title, told.next_step


def _told(check: Check) -> dict[str, object]:
    said, do = _sentences(check)
    code = check.code.value if check.code else None
    return {
        "what": check.what,
        "finding": check.finding.value,
        "code": code,
        "value": check.value,
        "said": said,
        "do": do,
    }


def _say(check: Check) -> None:
    said, do = _sentences(check)
    name = _WORDS.get(check.what, check.what)
    print(f"{_MARKS[check.finding]}  {name}: {said or messages.word(check.value) or 'có'}")
    if do:
        print(f"         → {do}")
