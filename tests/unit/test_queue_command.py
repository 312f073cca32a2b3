"""``counter-app queue``: a day from the journal to a file, under another rule, and how the queue stands."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from counter_app.cli.run import main
from counter_app.clocks import ManualClock
from counter_app.domain.day_replay import as_it_was, simulate
from counter_app.domain.facts import Priority
from counter_app.domain.queue_facts import DeskState, IssueSource
from counter_app.domain.queue_policy import CallingRule, QueuePolicy
from counter_app.services.day_record import load_day, record_day, save_day
from tests.support.office import OpenOffice, open_office

DAY = date(2026, 11, 23)
CIVIL, LAND = "civil-status", "land"
RULE = CallingRule(1, 1, 30)
AGE = '{"priority_run": 0, "other_run": 0, "most_wait_minutes": 0}'


@pytest.fixture
def office(folder: Path) -> Iterator[OpenOffice]:
    with open_office(folder) as opened:
        yield opened


def play(office: OpenOffice) -> None:
    """Eight citizens, one every minute, five of them at once; one desk that calls the moment it is free."""
    queue, clock = office.services.queue, office.clock
    office.services.queue_choices.set_policy(QueuePolicy(RULE), "son")
    queue.set_desk(1, "ha", DeskState.OPEN)
    for number in range(8):
        queue.take_number((CIVIL, LAND)[number % 2], Priority.ELDERLY if number > 4 else None, command=f"{number:032x}")
        clock.move(timedelta(seconds=60))
    queue.cancel(f"{7:032x}")
    for number in range(7):
        called = queue.call_next(1, "ha", command=f"c{number:031x}")
        if number == 3:
            clock.move(timedelta(minutes=1))
            queue.miss(called.id)
            continue
        queue.start_service(called.id, 1, "ha")
        clock.move(timedelta(minutes=4 + number))
        if number == 5:
            queue.transfer(called.id, LAND, desk=1)
        else:
            queue.finish(called.id)
    back = queue.call_next(1, "ha", command="b" * 32)
    queue.start_service(back.id, 1, "ha")
    clock.move(timedelta(minutes=5))
    queue.finish(back.id)
    queue.set_desk(1, "ha", DeskState.CLOSED)


def test_a_recorded_day_replayed_by_its_own_rule_is_the_day_that_was(office: OpenOffice) -> None:
    play(office)
    day = record_day(office.journal, office.services.office.id, DAY)
    assert day.rule == RULE
    assert [desk.number for desk in day.desks] == [1]
    assert sum(one.left_s is not None for one in day.arrivals) == 1
    assert [(one.only_desk, one.group) for one in day.arrivals][-1] == (1, LAND)
    was = as_it_was(day, RULE.most_wait_minutes)
    assert was.everybody.count == 8
    # The officer began to call at 8 minutes past the first: the replay begins when the desk was opened.
    late = [one for one in day.arrivals if one.left_s is None]
    assert sorted(one.service_s for one in late) == sorted(60 * minutes for minutes in (4, 5, 6, 1, 8, 9, 10, 5))
    replayed = simulate(day, RULE)
    assert (replayed.calls, replayed.never_called) == (was.calls, 0)
    assert replayed.everybody.longest_s <= was.everybody.longest_s


def test_the_same_waits_come_out_where_the_desk_was_always_at_work(office: OpenOffice) -> None:
    queue, clock = office.services.queue, office.clock
    for number in range(6):
        urgent = Priority.MERIT if number % 3 == 2 else None
        queue.take_number((CIVIL, LAND)[number % 2], urgent, command=f"{number:032x}")
        clock.move(timedelta(seconds=1))
    for number in range(6):
        called = queue.call_next(1, "ha", command=f"c{number:031x}")
        queue.start_service(called.id, 1, "ha")
        clock.move(timedelta(minutes=3 + number % 4))
        queue.finish(called.id)
    day = record_day(office.journal, office.services.office.id, DAY)
    was, replayed = as_it_was(day, 45), simulate(day, QueuePolicy().rule)
    assert (replayed.priority.count, replayed.calls[1]) == (was.priority.count, was.calls[1])
    for mine, theirs in ((replayed.priority, was.priority), (replayed.others, was.others)):
        assert abs(mine.median_s - theirs.median_s) <= 1
        assert abs(mine.longest_s - theirs.longest_s) <= 1


def test_a_record_holds_no_name_and_no_number(office: OpenOffice, tmp_path: Path) -> None:
    play(office)
    out = tmp_path / "new" / "day.json"
    day = record_day(office.journal, office.services.office.id, DAY)
    save_day(day, out)
    text = out.read_text(encoding="utf-8")
    assert load_day(out) == day
    assert not any(word in text for word in ("A001", '"ha"', "elderly", f"{1:032x}"))


@pytest.fixture
def recorded(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    with open_office(folder) as office:
        play(office)
    out = tmp_path / "day.json"
    assert main(["queue", "record", "--day", "2026-11-23", "--out", str(out), "--data", str(folder)]) == 0
    assert capsys.readouterr().out == f"waits=9 desks=1 file={out}\n"
    return out


def rule_file(folder: Path, text: str) -> str:
    path = folder / "rule.json"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_command_compares_what_was_with_the_rule_of_the_day_and_another(
    recorded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["queue", "simulate", "--rule", rule_file(tmp_path, AGE), "--day", str(recorded)]
    assert main(words) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[3].split() == ["happened", "replayed", "simulated"]
    names = ["everybody", "priority", "others", "group civil-status", "group land"]
    assert [row.split("  ")[0] for row in table[4:]] == [*names, "over 30 min", "never called", "calls of desk 1"]
    assert main([*words, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["recorded_rule"] == {"priority_run": 1, "other_run": 1, "most_wait_minutes": 30}
    assert told["simulated"]["priority"]["median_s"] > told["replayed"]["priority"]["median_s"]
    assert told["happened"]["calls"] == told["simulated"]["calls"] == {"1": 8}


@pytest.mark.parametrize(
    "text, told",
    [
        ('{"priority_run": -1}', "priority_run"),
        ('{"priority_run": 2, "most_wait": 45}', "most_wait"),
        ('{"other_run": "many"}', "other_run"),
        ("[]", "rule.json"),
        ("{", "rule.json"),
        ("[" * 100_000, "rule.json"),
    ],
)
def test_a_rule_that_makes_no_sense_is_told_in_one_line(
    recorded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    assert main(["queue", "simulate", "--rule", rule_file(tmp_path, text), "--day", str(recorded)]) == 1
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert told in said.err


@pytest.mark.parametrize(
    "change, told",
    [
        (lambda text: text.replace('"number":1', '"number":0'), "desks[0].number"),
        (lambda text: text.replace('"most_wait_minutes":30', '"most_wait_minutes":-3'), "most_wait_minutes"),
        (lambda text: text[:-20], "day.json"),
        (lambda text: text.replace('Z"', '"', 1), "day.json"),
        (lambda text: "\x00\xff", "day.json"),
    ],
)
def test_a_day_that_makes_no_sense_is_told_in_one_line(
    recorded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[str], str], told: str
) -> None:
    recorded.write_text(change(recorded.read_text(encoding="utf-8")), encoding="latin-1")
    assert main(["queue", "simulate", "--rule", rule_file(tmp_path, AGE), "--day", str(recorded)]) == 1
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert told in said.err


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "nowhere.json")
    assert main(["queue", "simulate", "--rule", missing, "--day", missing]) == 1
    assert "nowhere.json" in capsys.readouterr().err


def test_status_tells_who_waits_and_what_the_desks_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # The command goes by the machine's clock, so this day is today.
    with open_office(folder, clock=ManualClock(datetime.now(UTC))) as office:
        queue = office.services.queue
        for number in range(3):
            queue.take_number(CIVIL, command=f"{number:032x}", source=IssueSource.DESK, officer="ha")
        queue.call_next(2, "minh", command="c" * 32)
        queue.set_desk(1, "ha", DeskState.BREAK)
        name = office.services.office.name
    assert main(["queue", "status", "--data", str(folder)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(name)
    assert main(["queue", "status", "--json", "--data", str(folder)]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (told["waiting"], told["in_charge"], told["ended"]) == (2, "", False)
    assert [one["waiting"] for one in told["groups"] if one["group"] == CIVIL] == [2]
    assert told["desks"][0]["state"] == "break"
    assert (told["desks"][1]["officer"], told["desks"][1]["label"]) == ("minh", "A001")


def test_a_folder_without_a_station_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queue", "status", "--data", str(tmp_path / "nothing")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
