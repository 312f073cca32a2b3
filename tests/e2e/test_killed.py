"""``kill -9`` at any moment of the day: what was acknowledged is there, no number and no code twice, and it goes on."""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from counter_app.clocks import SystemClock
from counter_app.journal.journal import Journal
from counter_app.journal.verify import verify
from counter_app.services.dossiers import Dossiers
from counter_app.store import tables
from counter_app.store.database import open_database
from tests.support.faults.programs import found_by
from tests.support.faults.programs import start as start_program

KILLS = int(os.environ.get("COUNTER_APP_KILLS", "8"))
"""A few in every run; COUNTER_APP_KILLS=50 for several whole days."""
WORK_KILLS = int(os.environ.get("COUNTER_APP_WORK_KILLS", "4"))
"""Of a counter at its busiest, each checked for all that it had promised; COUNTER_APP_WORK_KILLS=1000 for more."""
CITIZENS = 30
SEED = 20_261_123


def start(folder: Path, day: int) -> subprocess.Popen[str]:
    play = ("demo", "--play", "--json", "--dir", str(folder), "--seed", str(day), "--citizens", str(CITIZENS))
    command = [sys.executable, "-m", "counter_app", *play]
    around = {**os.environ, "PATH": f"{reads_no_page(folder.with_name('bin'))}:{os.environ['PATH']}"}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, env=around
    )


def reads_no_page(folder: Path) -> Path:
    """Programs for PATH, among them a tesseract without languages: half of a played day is the reading of its pages."""
    folder.mkdir(exist_ok=True)
    (folder / "tesseract").write_text("#!/bin/sh\n")
    (folder / "tesseract").chmod(0o755)
    return folder


def acknowledged(folder: Path) -> int:
    path = folder / "acknowledged.log"
    return max((int(line) for line in path.read_text().split()), default=0) if path.exists() else 0


@pytest.mark.timeout(900 + 60 * KILLS)
def test_kills_lose_nothing_and_each_day_is_finished(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    kills = day = 0
    while kills < KILLS:
        day += 1
        folder = tmp_path / str(day)
        while kills < KILLS and kill_at_random(folder, day, chance):
            kills += 1
        finish(folder, day)


def kill_at_random(folder: Path, day: int, chance: random.Random) -> bool:
    """Kill the day at a random moment and ask for what was promised; False if it was over before."""
    process = start(folder, day)
    try:
        process.communicate(timeout=chance.uniform(0.3, 6.0))
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    if (folder / "station" / "counter.db").exists():
        database = open_database(folder / "station")
        last = Journal(database, SystemClock()).last_seq
        database.close()
        assert last >= acknowledged(folder)
    return True


def finish(folder: Path, day: int) -> None:
    process = start(folder, day)
    out, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    summary = json.loads(out)
    assert summary["tickets"] == summary["served"] + summary["no_shows"] == CITIZENS
    assert summary["province_entries"] == summary["entries"]
    assert summary["province_blobs"] == summary["blobs"]
    check(folder / "station", acknowledged(folder))
    check(folder / "province", 0)


def check(folder: Path, promised: int) -> None:
    database = open_database(folder)
    journal = Journal(database, SystemClock())
    try:
        report = verify(journal)
        assert report.faults == ()
        assert report.reviews == 0
        assert promised == 0 or journal.last_seq >= promised
        with database.read() as connection:
            numbers = [(row.day, row.prefix, row.number) for row in connection.execute(tables.tickets.select())]
        codes = [dossier.code for dossier in Dossiers(journal).find("", limit=1000)]
    finally:
        database.close()
    assert len(numbers) == len(set(numbers)) == CITIZENS
    assert len(codes) == len(set(codes)) > CITIZENS // 2


@pytest.mark.timeout(900 + 10 * WORK_KILLS)
def test_kills_of_a_busy_counter_lose_nothing_that_it_promised(tmp_path: Path) -> None:
    shares = 2
    programs = []
    for share in range(shares):
        folder = tmp_path / str(share)
        folder.mkdir()
        programs.append(start_program("kills", folder, str(WORK_KILLS // shares), str(SEED + share)))
    found = sum((Counter(found_by(program)) for program in programs), Counter())
    each = WORK_KILLS // shares
    assert found.pop("promises") >= each * shares  # how many more depends on the machine
    assert found == Counter({"kills": each * shares, "verified": each // 10 * shares})
