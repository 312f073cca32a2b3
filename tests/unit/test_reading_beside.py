"""Reading a folder beside the program that has it in use: nothing is locked, written or migrated."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from counter_app.cli.run import main
from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.queue_status import status
from counter_app.services.setup import office_of
from counter_app.store import migrations
from counter_app.store.database import open_database, open_to_read
from tests.support.office import open_office

PROGRAM = """
import sys
from pathlib import Path
from counter_app.clocks import SystemClock
from counter_app.domain.queue_facts import IssueSource
from counter_app.journal.journal import Journal
from counter_app.services.queue import Queue
from counter_app.services.setup import office_of
from counter_app.store.database import open_database
database = open_database(Path(sys.argv[1]))
journal = Journal(database, SystemClock())
queue = Queue(journal, office_of(journal).id, "")
print("open", flush=True)
for line in sys.stdin:
    queue.take_number("land", command=line.strip(), source=IssueSource.DESK, officer="ha")
    print("taken", flush=True)
database.close()
"""


class Program:
    """The station's own program, in a process of its own; ``take`` gives out a number there."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", PROGRAM, str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._hear("open")

    def take(self, number: int) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{number:032x}\n")
        self._process.stdin.flush()
        self._hear("taken")

    def close(self) -> int:
        self._process.communicate(timeout=30)
        return self._process.returncode

    def _hear(self, word: str) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == word


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    open_office(tmp_path / "station").close()
    return tmp_path / "station"


@pytest.fixture
def program(folder: Path) -> Iterator[Program]:
    running = Program(folder)
    yield running
    assert running.close() == 0


def files(folder: Path) -> dict[str, bytes]:
    # The index of the WAL is shared memory: who reads is noted there. Who comes first makes an empty WAL.
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return {path.name: path.read_bytes() for path in found if path.stat().st_size}


def test_the_queue_is_told_and_recorded_while_the_stations_program_runs(
    folder: Path, program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CounterError) as refused:
        open_database(folder)
    assert refused.value.code is Code.DATA_IN_USE
    for number in (1, 2):
        program.take(number)
        before = files(folder)
        assert main(["queue", "status", "--json", "--data", str(folder)]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["waiting"] == number
        assert files(folder) == before
    out = tmp_path / "day.json"
    assert main(["queue", "record", "--day", told["day"], "--out", str(out), "--data", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("waits=2 ")


def test_the_program_goes_on_while_somebody_reads(folder: Path, program: Program) -> None:
    database = open_to_read(folder)
    journal = Journal(database, SystemClock())
    with database.read() as connection:
        count = text("SELECT count(*) FROM journal")
        before = connection.execute(count).scalar_one()
        program.take(7)
        assert connection.execute(count).scalar_one() == before
    assert status(journal, office_of(journal)).waiting == 1
    database.close()


def test_what_was_opened_to_read_refuses_to_write(folder: Path) -> None:
    database = open_to_read(folder)
    with pytest.raises(CounterError) as refused, database.write():
        pass
    database.close()
    assert refused.value.code is Code.DATA_NOT_WRITABLE


@pytest.mark.parametrize("version, code", [("0003", Code.STORE_TOO_OLD), ("9999", Code.STORE_TOO_NEW)])
def test_data_of_another_version_is_said_and_left_as_it_is(folder: Path, version: str, code: Code) -> None:
    with open_office(folder) as office:
        engine = office.journal.database._engine
        if version < migrations.HEAD:
            migrations.migrate(engine, version)
        with office.journal.database.write() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    before = files(folder)
    with pytest.raises(CounterError) as refused:
        open_to_read(folder)
    assert (refused.value.code, refused.value.params["path"]) == (code, folder)
    assert files(folder) == before


def test_a_folder_without_its_key_gets_none(folder: Path) -> None:
    (folder / "station.key").unlink()
    with pytest.raises(CounterError) as refused:
        open_to_read(folder)
    assert refused.value.code is Code.KEY_MISSING
    assert not (folder / "station.key").exists()
