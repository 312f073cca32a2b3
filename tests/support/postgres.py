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

import psycopg

_ACCOUNT = "postgres"
_SETTINGS = {
    "listen_addresses": "",
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

    def __init__(self, **settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="counter-pg-", dir="/tmp"))
        self._settings = _SETTINGS | settings
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0
        if os.geteuid() == 0:
            shutil.chown(self.folder, _ACCOUNT)  # PostgreSQL refuses to run as root
        (self._run("initdb", "-D", str(self._data), "-A", "trust", "-U", _ACCOUNT, "-E", "UTF8", "--no-sync")).wait()

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """The running server's first process."""
        assert self._process is not None, "PostgreSQL does not run"
        return self._process

    def start(self) -> None:
        """Return when it answers."""
        arguments = [f"-c{name}={value}" for name, value in self._settings.items()]
        self._process = self._run("postgres", "-D", str(self._data), "-k", str(self.folder), *arguments)
        ready = [program("pg_isready"), "-q", "-h", str(self.folder), "-t", "1"]
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
        return f"postgresql://{_ACCOUNT}@/{database}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """Make a database and return its URL."""
        self._made += 1
        name = f"province_{self._made}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return self.url(name)

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


def program(name: str) -> str:
    """Return the path of a program of PostgreSQL, the newest one where there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    path = str(found[-1]) if found else shutil.which(name)
    assert path, f"{name} is missing: .ci/debian-packages installs PostgreSQL"
    return path


@contextmanager
def cluster(**settings: str) -> Iterator[Cluster]:
    """A running cluster that is gone at the end."""
    made = Cluster(**settings)
    try:
        made.start()
        yield made
    finally:
        made.remove()
