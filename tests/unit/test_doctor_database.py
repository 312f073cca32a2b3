"""``counter-app doctor`` and the database: whole, damaged, altered, of another version; nothing is written."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from counter_app import __version__
from counter_app.cli.checks import Check, Finding
from counter_app.cli.database_checks import database_checks, version_checks
from counter_app.cli.doctor import station_checks
from counter_app.clocks import SystemClock
from counter_app.errors import Code
from counter_app.journal.journal import Journal
from counter_app.settings import Settings
from counter_app.store.database import open_database, open_to_read
from counter_app.store.health import log_megabytes, quick_check
from tests.support.dossiers import receive
from tests.support.office import open_office

PAGE = 4096


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    with open_office(folder) as office:
        receive(office, 1)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "station"))


def found(folder: Path) -> dict[str, Check]:
    return {one.what: one for one in station_checks(folder, Settings())}


def change(folder: Path, statement: str, **values: str) -> None:
    with closing(open_database(folder)) as database, database.write() as connection:
        connection.execute(text(statement), values)


def test_a_whole_database_is_said_to_be_so_beside_the_program_and_nothing_is_written(folder: Path) -> None:
    with open_office(folder) as office:
        receive(office, 2)
        before = {path.name: path.read_bytes() for path in folder.glob("counter.db*") if path.suffix != ".db-shm"}
        checks = found(folder)
        assert {path: (folder / path).read_bytes() for path in before} == before
    assert {name: (one.finding, one.code) for name, one in checks.items()} == {
        name: (Finding.OK, None) for name in ("database", "chain", "schema")
    }


def test_damaged_pages_are_a_fault_with_the_way_to_a_backup(folder: Path) -> None:
    path = folder / "counter.db"
    with path.open("r+b") as file:
        for page in range(path.stat().st_size // PAGE // 2, path.stat().st_size // PAGE):
            file.seek(page * PAGE + 100)
            file.write(os.urandom(64))
    checks = found(folder)
    assert (checks["database"].finding, checks["database"].code) == (Finding.FAULT, Code.STORE_CORRUPT)


def test_an_entry_that_somebody_altered_is_named(folder: Path) -> None:
    change(folder, "UPDATE journal SET actor = 'officer/nobody' WHERE seq = (SELECT max(seq) - 1 FROM journal)")
    chain = found(folder)["chain"]
    assert (chain.finding, chain.code) == (Finding.FAULT, Code.JOURNAL_ALTERED)
    assert str(chain.params["where"]).partition("/")[2].isdecimal()


@pytest.mark.parametrize(
    "version, finding, code",
    [("0001", Finding.NOTE, Code.STORE_TOO_OLD), ("9999", Finding.FAULT, Code.STORE_TOO_NEW)],
)
def test_a_database_of_another_version_is_said_to_be_so(
    folder: Path, version: str, finding: Finding, code: Code
) -> None:
    change(folder, "UPDATE alembic_version SET version_num = :version", version=version)
    assert {name: (one.finding, one.code) for name, one in found(folder).items()} == {"schema": (finding, code)}


@pytest.mark.parametrize(
    "break_it, code",
    [
        (lambda folder: (folder / "station.key").unlink(), Code.KEY_MISSING),
        (lambda folder: (folder / "counter.db").write_bytes(os.urandom(1 << 16)), Code.KEY_WRONG),
    ],
)
def test_a_database_that_does_not_open_says_why(folder: Path, break_it: Callable[[Path], object], code: Code) -> None:
    break_it(folder)
    database = found(folder)["database"]
    assert (database.finding, database.code) == (Finding.FAULT, code)


def test_looking_through_ends_when_the_time_is_up(folder: Path) -> None:
    with closing(open_to_read(folder)) as database:
        whole = quick_check(database, 60)
        cut = quick_check(database, 0)
    assert whole.unfinished == 0
    assert 0 < cut.unfinished <= cut.tables == whole.tables


def test_a_log_file_that_nothing_empties_is_worth_a_note(folder: Path) -> None:
    with closing(open_to_read(folder)) as database:
        journal = Journal(database, SystemClock())
        assert "wal" not in {one.what for one in database_checks(journal)}
        os.truncate(folder / "counter.db-wal", 300_000_000)  # of holes
        checks = {one.what: one for one in database_checks(journal)}
    assert (checks["wal"].finding, checks["wal"].code) == (Finding.NOTE, Code.WAL_LARGE)
    assert log_megabytes(folder) == 300


def test_the_versions_are_said(folder: Path) -> None:
    checks = {one.what: one.value for one in version_checks()}
    assert checks["program"] == __version__
    assert all(checks[name][0].isdecimal() for name in ("python", "qt", "sqlite"))
    assert "SQLCipher 4" in checks["sqlite"]
