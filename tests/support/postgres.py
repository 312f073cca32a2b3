"""A real PostgreSQL for the tests: one cluster a test run, reached over a Unix socket; one database a test.

``fsync`` is off unless a test asks for it: power cuts are tried elsewhere, and a template is copied in no time.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from counter_app.domain.entry import Entry
from counter_app.journal.signing import FIRST, fault_of
from sync.server.postgres.batches import ENTRY, entry_of

_ACCOUNT = "postgres"
_MEMORY = Path("/dev/shm")  # a database is made there ten times as fast
_SETTINGS = {
    "listen_addresses": "",
    "port": "5432",  # the name of its socket, where it listens on nothing else
    "max_connections": "120",
    "shared_buffers": "64MB",
    "max_wal_size": "2GB",
    "autovacuum_naptime": "20s",
    "log_min_messages": "fatal",
    "fsync": "off",
    "full_page_writes": "off",
    "max_worker_processes": "2",
}


class Cluster:
    """A PostgreSQL server with a folder of its own; ``settings`` replace the usual ones."""

    def __init__(self, folder: Path | None = None, **settings: str) -> None:
        self.settings = _SETTINGS | settings
        in_memory = self.settings["fsync"] == "off" and _MEMORY.is_dir()
        self.folder = folder or Path(tempfile.mkdtemp(prefix="counter-pg-", dir=_MEMORY if in_memory else None))
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0
        if os.geteuid() == 0:
            shutil.chown(self.folder, _ACCOUNT)  # PostgreSQL refuses to run as root
        making = self._run("initdb", "-D", str(self._data), "-A", "trust", "-U", _ACCOUNT, "-E", "UTF8", "--no-sync")
        assert making.wait() == 0, "initdb failed"

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """The running server's first process."""
        assert self._process is not None, "PostgreSQL does not run"
        return self._process

    def start(self) -> None:
        """Return when it answers."""
        arguments = [f"-c{name}={value}" for name, value in self.settings.items()]
        self._process = self._run("postgres", "-D", str(self._data), "-k", str(self.folder), *arguments)
        ready = [program("pg_isready"), "-q", "-h", str(self.folder), "-p", self.settings["port"], "-t", "1"]
        while subprocess.run(ready, check=False).returncode != 0:
            assert self._process.poll() is None, "PostgreSQL did not start"

    def stop(self, *, kill: bool = False) -> None:
        """End it: every connection is cut; with ``kill`` as in a crash, so that it recovers at its next start."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGQUIT if kill else signal.SIGINT)
            process.wait()

    def remove(self) -> None:
        """Stop it and forget its data."""
        self.stop(kill=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """Where a database of it is."""
        return f"postgresql://{_ACCOUNT}@/{database}?host={self.folder}&port={self.settings['port']}"

    def create(self, template: str = "template0") -> str:
        """Make a database and return its URL."""
        self._made += 1
        name = f"province_{self._made}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Forget a database, whoever uses it."""
        self.execute(f"DROP DATABASE {url.partition('@/')[2].partition('?')[0]} WITH (FORCE)")

    def execute(self, statement: str, database: str = _ACCOUNT) -> None:
        """Run one statement as the owner of everything."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _run(self, name: str, *arguments: str) -> "subprocess.Popen[bytes]":
        # It ends with whoever started it, however that one ends.
        limits = ["setpriv", "--pdeathsig", "QUIT"]
        if os.geteuid() == 0:
            limits += ["--reuid", _ACCOUNT, "--regid", _ACCOUNT, "--clear-groups"]
        command = [*limits, program(name), *arguments]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdout=quiet, stderr=quiet, cwd=self.folder, env={"LC_ALL": "C.UTF-8"})


def readable(*paths: Path) -> None:
    """Let PostgreSQL's account read files, a key too: it refuses one that others can read."""
    for path in paths:
        if os.geteuid() == 0:
            shutil.chown(path, group=_ACCOUNT)
            path.chmod(0o750 if path.is_dir() else 0o640)
        elif not path.is_dir():
            path.chmod(0o600)


def program(name: str) -> str:
    """Return the path of a program of PostgreSQL, the newest one where there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    path = str(found[-1]) if found else shutil.which(name)
    assert path, f"{name} is missing: .ci/debian-packages installs PostgreSQL"
    return path


def change(url: str, statements: str) -> None:
    """Do something to a database that no server does."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statements.encode())


def rows(url: str, query: str) -> list[tuple[Any, ...]]:
    """Ask a database."""
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(query.encode()).fetchall()


def held(url: str) -> dict[str, int]:
    """How many entries of each station a province holds."""
    return dict(rows(url, "SELECT station, count(*) FROM entries GROUP BY station"))


def blobs_held(url: str) -> int:
    """How many blobs a province answers for."""
    return int(rows(url, "SELECT count(*) FROM blobs")[0][0])


def faults(url: str) -> tuple[str, ...]:
    """What is wrong with the entries of a province: chains, hashes, signatures, positions."""
    keys = dict(rows(url, "SELECT station, public_key FROM stations"))
    found: list[str] = []
    last: dict[str, Entry] = {}
    for row in rows(url, f"SELECT {ENTRY} FROM entries ORDER BY office, station, seq"):  # noqa: S608
        entry = entry_of(row)
        before = last.get(entry.station)
        expected = (1, FIRST) if before is None else (before.seq + 1, before.hash)
        if (entry.seq, entry.previous) != expected or fault_of(entry, keys[entry.station]):
            found.append(f"{entry.station}/{entry.seq}")
        last[entry.station] = entry
    found += [f"head of {one[0]}" for one in rows(url, _WRONG_HEADS)]
    return (*found, *(f"positions of {one[0]}" for one in rows(url, _WRONG_POSITIONS)))


_WRONG_HEADS = """
    SELECT station FROM heads LEFT JOIN (SELECT station, max(seq) AS last FROM entries GROUP BY station) AS theirs
    USING (station) WHERE heads.seq <> coalesce(theirs.last, 0)
"""
_WRONG_POSITIONS = """
    SELECT office FROM audiences LEFT JOIN (
        SELECT office, count(*) AS many, max(position) AS last FROM entries GROUP BY office
    ) AS theirs USING (office)
    WHERE (coalesce(many, 0), coalesce(last, 0)) <> (audiences.position, audiences.position)
"""


@contextmanager
def cluster(**settings: str) -> Iterator[Cluster]:
    """A running cluster that is gone at the end."""
    made = Cluster(None, **settings)
    try:
        made.start()
        yield made
    finally:
        made.remove()
