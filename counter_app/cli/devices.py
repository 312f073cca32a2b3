"""``counter-app devices``: what is set up and found on this machine, and a trial of one device."""

import argparse
import json
import queue
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from counter_app.cli.device_run import connected, in_use
from counter_app.cli.words import Acts, Parser, add_json, number
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.spoken import call_sentence
from counter_app.errors import Code, CounterError, DeviceError
from counter_app.ports import DeviceKind, DeviceState, ScanMode, ScanRequest
from counter_app.settings import Settings, load_settings
from counter_app.store.memory import passing_folder
from devices.finding.finding import find_devices
from devices.finding.found import Findings
from devices.fleet import Devices
from devices.settings import DeviceSettings, TransportKind
from ui import messages

T = TypeVar("T")
_SAMPLE = "A012"
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Trial:
    """What is tried: the device, in whose settings, and how long a hand may take."""

    record: DeviceSettings
    desk: int
    seconds: float


def add_words(parser: Parser) -> None:
    """Add the acts of ``devices``."""
    acts, seconds = Acts(parser), number(1, 600, "a number of seconds")
    list_ = acts.add("list", "what is set up, and what a search of some seconds finds")
    list_.add_argument("--seconds", type=seconds, default=8, metavar="S", help="search so long (default: 8)")
    test = acts.add("test", "try one device: print, press, read, scan or listen")
    test.add_argument("name", metavar="NAME", help="its name in the settings")
    test.add_argument("--seconds", type=seconds, default=30, metavar="S", help="wait so long for a hand (default: 30)")
    for act in (list_, test):
        add_json(act)


def run(arguments: argparse.Namespace) -> int:
    """Do one act. Raises SETTINGS_INVALID, DEVICE_UNKNOWN, DATA_IN_USE and what the device raises."""
    acts: dict[str, Callable[[argparse.Namespace], None]] = {"list": _list, "test": _test}
    acts[arguments.act](arguments)
    return 0


def _list(arguments: argparse.Namespace) -> None:
    settings = load_settings(arguments.data)
    findings = find_devices(arguments.seconds, settings.devices)
    if arguments.json:
        print(json.dumps(_listed(settings, findings), ensure_ascii=False, indent=1))
        return
    for record in settings.devices:
        print(f"dùng   {messages.word(record.kind)}: {record.name} ({record.transport.value} {record.address})")
    for found in findings.found:
        if not any(found.is_of(record) for record in settings.devices):
            kinds = " / ".join(messages.word(kind) for kind in found.kinds)
            where = " ".join(filter(None, (found.transport.value, found.detail or found.address)))
            print(f"thấy   {kinds}: " + " ".join(filter(None, (found.title, f"({where})"))))
    for failed in findings.failed:
        told = messages.message(failed.error)
        print(f"lưu ý  {messages.word(failed.where)}: {told.title} {told.next_step}")


def _listed(settings: Settings, findings: Findings) -> dict[str, object]:
    return {
        "set_up": [
            {
                "kind": record.kind.value,
                "name": record.name,
                "transport": record.transport.value,
                "address": record.address,
                "identity": record.identity,
                "profile": record.profile,
            }
            for record in settings.devices
        ],
        "found": [
            {
                "kinds": [kind.value for kind in found.kinds],
                "title": found.title,
                "transport": found.transport.value,
                "address": found.address,
                "identity": found.identity,
                "detail": found.detail,
                "set_up": any(found.is_of(record) for record in settings.devices),
            }
            for found in findings.found
        ],
        "failed": [{"where": failed.where.value, "code": failed.error.code.value} for failed in findings.failed],
    }


def _test(arguments: argparse.Namespace) -> None:
    settings = load_settings(arguments.data)
    record = next((one for one in settings.devices if one.name == arguments.name), None)
    if record is None:
        raise DeviceError(Code.DEVICE_UNKNOWN, device=arguments.name)
    if in_use(arguments.data):
        raise CounterError(Code.DATA_IN_USE, path=arguments.data)
    with connected([record]) as devices:
        (status,) = devices.statuses()
        if status.state is not DeviceState.READY:
            raise DeviceError(status.fault or Code.DEVICE_ABSENT, device=record.name)
        told = _TRIALS[record.kind](devices, _Trial(record, settings.desk, arguments.seconds))
    if arguments.json:
        print(json.dumps({"device": record.name, "kind": record.kind.value, **told}, ensure_ascii=False))
    else:
        print(" ".join([f"device={record.name}", *(f"{name}={value}" for name, value in told.items())]))


def _print(devices: Devices, trial: _Trial) -> dict[str, object]:
    report = devices.test_print(trial.record.name)
    return {"bytes": report.bytes_sent, "confirmed": report.confirmed}


def _press(devices: Devices, trial: _Trial) -> dict[str, object]:
    _check_line(trial.record)
    pressed: queue.Queue[int] = queue.Queue()
    devices.keypad.borrow(lambda press: pressed.put(press.score))
    return {"score": _waited(pressed, trial)}


def _read(devices: Devices, trial: _Trial) -> dict[str, object]:
    _check_line(trial.record)
    lines: queue.Queue[str] = queue.Queue()
    devices.reader.borrow(lines.put)
    line = _waited(lines, trial)
    if "|" not in line:
        return {"read": "code", "shown": line[:_SHOWN] + "…", "length": len(line)}
    card = parse_card(line)
    return {"read": "card", "shown": f"…{card.number[-3:]}", "length": len(line)}


def _scan(devices: Devices, _: _Trial) -> dict[str, object]:
    with passing_folder() as folder:
        request = ScanRequest(resolution=100, mode=ScanMode.COLOR)
        pages = devices.scanner.scan(request, folder, lambda _: None)
        return {"pages": len(pages), "bytes": sum(page.stat().st_size for page in pages)}


def _speak(devices: Devices, trial: _Trial) -> dict[str, object]:
    over: queue.Queue[str] = queue.Queue()
    devices.speaker.on_finished(lambda label, _: over.put(label))
    devices.speaker.announce(_SAMPLE, trial.desk)
    _waited(over, trial)
    (status,) = devices.statuses()
    if status.fault is not None:
        raise DeviceError(status.fault, device=trial.record.name)
    return {"said": call_sentence(_SAMPLE, trial.desk)}


def _check_line(record: DeviceSettings) -> None:
    """What types goes to the terminal, not to us: only a window can try it. Raises DEVICE_SETTINGS."""
    if record.transport is TransportKind.KEYS:
        raise record.nonsense("transport")


def _waited(answers: "queue.Queue[T]", trial: _Trial) -> T:
    try:
        return answers.get(timeout=trial.seconds)
    except queue.Empty:
        raise DeviceError(Code.DEVICE_SILENT, device=trial.record.name, seconds=round(trial.seconds)) from None


_TRIALS: dict[DeviceKind, Callable[[Devices, _Trial], dict[str, object]]] = {
    DeviceKind.PRINTER: _print,
    DeviceKind.KEYPAD: _press,
    DeviceKind.READER: _read,
    DeviceKind.SCANNER: _scan,
    DeviceKind.SPEAKER: _speak,
}
