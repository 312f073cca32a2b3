"""What ``counter-app doctor`` says of the database and of the versions; beside the program or without it."""

import platform
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version

from counter_app import __version__
from counter_app.cli.checks import Check, Finding, failed
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.newest import newest_fault
from counter_app.store.database import check_sqlite
from counter_app.store.health import log_megabytes, quick_check, sqlite_versions
from counter_app.store.migrations import HEAD

_CHECKED_S = 2.0
_LOG_MB = 256
"""Four times what SQLite leaves of it after a checkpoint: something keeps it from one for hours."""
_OF_THE_SCHEMA = (Code.STORE_TOO_NEW, Code.STORE_TOO_OLD)


def database_checks(journal: Journal) -> Iterator[Check]:
    """Look at an open database: its pages for two seconds, this station's newest entries, its log file."""
    database = journal.database
    try:
        checked = quick_check(database, _CHECKED_S)
        part = f", {checked.unfinished} bảng lớn mới xem một phần" if checked.unfinished else ""
        yield Check("database", Finding.OK, value=f"{checked.tables} bảng nguyên vẹn{part}")
        altered = newest_fault(journal)
    except CounterError as error:
        yield failed("database", error)
        return
    if altered is None:
        yield Check("chain", Finding.OK, value="các mục mới nhất đều khớp")
    else:
        yield Check("chain", Finding.FAULT, Code.JOURNAL_ALTERED, {"where": altered.where})
    megabytes = log_megabytes(database.folder)
    if megabytes >= _LOG_MB:
        yield Check("wal", Finding.NOTE, Code.WAL_LARGE, {"megabytes": megabytes}, str(megabytes))
    yield Check("schema", Finding.OK, value=HEAD)


def not_opened(error: CounterError) -> Check:
    """Say why the database does not open; one of another version is whole."""
    if error.code in (Code.STORE_TOO_OLD, Code.NOT_SET_UP):
        return Check("schema", Finding.NOTE, error.code, error.params)
    return failed("schema" if error.code in _OF_THE_SCHEMA else "database", error)


def version_checks() -> Iterator[Check]:
    """Say which versions run here."""
    sqlite, cipher = sqlite_versions()
    try:
        check_sqlite()
        fault = None
    except CounterError as error:
        fault = error
    yield Check("program", Finding.OK, value=__version__)
    yield Check("python", Finding.OK, value=platform.python_version())
    with suppress(PackageNotFoundError):  # what a distribution packed may not say so
        yield Check("qt", Finding.OK, value=version("PySide6-Essentials"))
    told = f"{sqlite}, SQLCipher {cipher}"
    yield failed("sqlite", fault) if fault else Check("sqlite", Finding.OK, value=told)
