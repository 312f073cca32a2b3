"""``counter-app queue``: how the queue stands, a day as a file, and such a day under another rule of calling."""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from counter_app.cli.station_data import opened_to_read
from counter_app.cli.words import Acts, Parser, add_json, day
from counter_app.clocks import VIETNAM
from counter_app.domain.day_replay import RecordedDay, SimulatedDay, WaitSummary, as_it_was, simulate
from counter_app.domain.queue_policy import CallingRule
from counter_app.services import queue_status
from counter_app.services.day_record import load_day, load_rule, record_day, save_day
from counter_app.services.queue_status import QueueStatus
from counter_app.services.setup import office_of


def add_words(parser: Parser) -> None:
    """Add the acts of ``queue``."""
    acts = Acts(parser)
    simulate = acts.add_elsewhere("simulate", "call a recorded day again by another rule, and compare the waits")
    text = 'a JSON object such as {"priority_run": 2, "other_run": 1, "most_wait_minutes": 45}'
    simulate.add_argument("--rule", type=Path, required=True, metavar="FILE", help=text)
    simulate.add_argument("--day", type=Path, required=True, metavar="FILE", help="what queue record wrote")
    record = acts.add("record", "write what came on one day to a file, without names and numbers")
    record.add_argument("--day", type=day, required=True, metavar="DAY", help="such as 2026-11-23")
    record.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes")
    for act in (simulate, acts.add("status", "who waits, what the desks do, which station is in charge")):
        add_json(act)


def run(arguments: argparse.Namespace) -> int:
    """Do one act on the queue.

    Raises QUEUE_FILE_UNREADABLE, RULE_INVALID, DISK_FULL, OUTPUT_NOT_WRITABLE and what open_to_read raises.
    """
    acts: dict[str, Callable[[argparse.Namespace], None]] = {
        "simulate": _simulate,
        "record": _record,
        "status": _status,
    }
    acts[arguments.act](arguments)
    return 0


def _record(arguments: argparse.Namespace) -> None:
    with opened_to_read(arguments.data) as journal:
        day = record_day(journal, office_of(journal).id, arguments.day)
    save_day(day, arguments.out)
    print(f"waits={len(day.arrivals)} desks={len(day.desks)} file={arguments.out}")


def _simulate(arguments: argparse.Namespace) -> None:
    rule, day = load_rule(arguments.rule), load_day(arguments.day)
    bound = rule.most_wait_minutes or (day.rule.most_wait_minutes if day.rule else 0)
    happened, simulated = as_it_was(day, bound), simulate(day, rule, bound)
    own = simulate(day, day.rule, bound) if day.rule else None
    if arguments.json:
        print(json.dumps(_compared(day, rule, happened, own, simulated), ensure_ascii=False))
        return
    columns = [("happened", happened), *([("replayed", own)] if own else []), ("simulated", simulated)]
    print(f"{day.day}  {len(day.arrivals)} waits, {len(day.desks)} desks; waits as median / 95 % / longest")
    if day.rule:
        print(f"replayed: {_words(day.rule)} (the rule of that day)")
    print(f"simulated: {_words(rule)}")
    _print_table(["", *(name for name, _ in columns)], _rows([one for _, one in columns]))


def _compared(
    day: RecordedDay, rule: CallingRule, happened: SimulatedDay, own: SimulatedDay | None, simulated: SimulatedDay
) -> dict[str, object]:
    return {
        "day": day.day.isoformat(),
        "recorded_rule": asdict(day.rule) if day.rule else None,
        "rule": asdict(rule),
        "happened": asdict(happened),
        "replayed": asdict(own) if own else None,
        "simulated": asdict(simulated),
    }


def _rows(days: list[SimulatedDay]) -> list[list[str]]:
    """One line a figure: its name, and its value in each column."""
    bound = days[0].bound_minutes
    return [
        ["everybody", *(_wait(day.everybody) for day in days)],
        ["priority", *(_wait(day.priority) for day in days)],
        ["others", *(_wait(day.others) for day in days)],
        *([f"group {group}", *(_wait(day.groups[group]) for day in days)] for group in days[0].groups),
        *([[f"over {bound} min", *(str(day.over_bound) for day in days)]] if bound else []),
        ["never called", *(str(day.never_called) for day in days)],
        *([f"calls of desk {desk}", *(str(day.calls.get(desk, 0)) for day in days)] for desk in days[0].calls),
    ]


def _wait(one: WaitSummary) -> str:
    if not one.count:
        return "-"
    return " / ".join(f"{seconds // 60}:{seconds % 60:02d}" for seconds in (one.median_s, one.p95_s, one.longest_s))


def _words(rule: CallingRule) -> str:
    fields = asdict(rule)
    return " ".join(f"{name}={value}" for name, value in fields.items())


def _status(arguments: argparse.Namespace) -> None:
    with opened_to_read(arguments.data) as journal:
        status = queue_status.status(journal, office_of(journal))
    if arguments.json:
        print(json.dumps(_status_record(status), ensure_ascii=False))
        return
    charge = f"in charge: {status.in_charge or 'this station'}"
    print(f"{status.office}  {status.day}{' (ended)' if status.ended else ''}  waiting {status.waiting}  {charge}")
    groups = [[one.group, str(one.waiting), _clock(one.longest)] for one in status.groups]
    _print_table(["group", "waiting", "since"], groups)
    desks = [[str(one.desk), one.state, one.officer or "-", one.label or "-"] for one in status.desks]
    _print_table(["desk", "state", "officer", "number"], desks)


def _status_record(status: QueueStatus) -> dict[str, object]:
    record = asdict(status)
    record["day"] = status.day.isoformat()
    for group in record["groups"]:
        group["longest"] = group["longest"].astimezone(VIETNAM).isoformat() if group["longest"] else None
    return record


def _clock(at: datetime | None) -> str:
    return "-" if at is None else f"{at.astimezone(VIETNAM):%H:%M}"


def _print_table(head: list[str], rows: list[list[str]]) -> None:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        first, *others = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join((first, *others)).rstrip())
