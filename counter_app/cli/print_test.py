"""``counter-app print-test``: tries a printer of the settings, without the program's windows."""

import argparse
import json
import time

from counter_app.cli.words import Parser, add_data, add_json
from counter_app.clocks import SystemClock
from counter_app.documents.trial_words import TrialSlip
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind, PrintReport
from counter_app.settings import load_settings
from devices.printer.trial import WAYS, draw_for
from devices.registry import build_printer
from devices.settings import DeviceSettings


def add_words(parser: Parser) -> None:
    """Add what ``print-test`` takes."""
    add_data(parser)
    parser.add_argument("--device", required=True, metavar="NAME", help="a printer of the settings")
    text = "print what the printer itself makes of the letters, by each code page (for the option letters)"
    parser.add_argument("--letters", action="store_true", help=text)
    parser.add_argument("--drawer", action="store_true", help="open the cash drawer too")
    add_json(parser, "print one JSON object, also after a fault")


def run(arguments: argparse.Namespace) -> int:
    """Print the trial and say whether the printer confirmed it.

    Raises SETTINGS_INVALID, DEVICE_UNKNOWN for a name that no printer has, and what the printer raises.
    """
    record = _record(load_settings(arguments.data).devices, arguments.device)
    began = time.monotonic()
    report, error = PrintReport(0, confirmed=False), None
    try:
        report = _print(record, letters=arguments.letters, drawer=arguments.drawer)
    except CounterError as caught:
        error = caught
    if arguments.json:
        told = {
            "device": record.name,
            "bytes": report.bytes_sent,
            "confirmed": report.confirmed,
            "seconds": round(time.monotonic() - began, 3),
            "error": error.code.value if error else None,
        }
        print(json.dumps(told, ensure_ascii=False), flush=True)
    elif error is None:
        sure = "máy in báo đã in xong." if report.confirmed else "máy in không báo lại, hãy xem phiếu đã ra chưa."
        print(f"{record.name}: đã gửi {report.bytes_sent} byte, {sure}", flush=True)
    if error is not None:
        raise error
    return 0


def _record(records: tuple[DeviceSettings, ...], name: str) -> DeviceSettings:
    for record in records:
        if record.kind is DeviceKind.PRINTER and record.name == name:
            return record
    raise CounterError(Code.DEVICE_UNKNOWN, device=name)


def _print(record: DeviceSettings, *, letters: bool, drawer: bool) -> PrintReport:
    clock = SystemClock()
    printer = build_printer(record, clock)
    try:
        printer.open()
        if drawer:
            printer.open_drawer()
        if letters:
            return printer.print_letters()
        return printer.print_drawn(draw_for(printer.head, TrialSlip(record.name, WAYS[record.transport], clock.now())))
    finally:
        printer.close()
