"""The reference deployment on one machine (etcd, two PostgreSQLs under Patroni, haproxy), from docs/operations.

Every machine of it has a certificate of an invented authority, and every wire is encrypted, as there.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import TypeVar

import requests

from tests.support.authority import Authority, together
from tests.support.postgres import program, readable

_FILES = Path(__file__).parents[2] / "docs/operations"
_ACCOUNT = "postgres"
_PATIENCE_S = 120.0
_ADDRESS = "127.0.0.1"
_PASSWORD = "invented-for-a-drill"

Found = TypeVar("Found")


def missing() -> list[str]:
    """Return which programs of the deployment this machine lacks."""
    lacking = [name for name in ("etcd", "patroni", "haproxy", "setpriv") if shutil.which(name) is None]
    # Debian's Patroni asks an encrypted etcd by it, and does not depend on it.
    return lacking if Path("/usr/lib/python3/dist-packages/idna").is_dir() else [*lacking, "python3-idna"]


def free_port(address: str = _ADDRESS) -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


@dataclass
class Member:
    """One PostgreSQL with its Patroni."""

    name: str
    folder: Path
    port: int
    rest: int
    tls: Path
    process: "subprocess.Popen[bytes]"

    @property
    def api(self) -> str:
        """Where its Patroni answers."""
        return f"https://{_ADDRESS}:{self.rest}/patroni"

    def state(self) -> dict[str, object]:
        """What it says of itself; empty while it does not answer."""
        try:
            told = requests.get(self.api, timeout=2, verify=str(self.tls / "ca.pem")).json()
        except (requests.RequestException, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def postmaster(self) -> int:
        """The first process of its database."""
        return int((self.folder / "data/postmaster.pid").read_text().split()[0])

    def kill(self) -> None:
        """End Patroni and its database at once, as a power cut would."""
        pids = [self.process.pid, *family(self.postmaster())]
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def receiver(self) -> int | None:
        """The process that receives the primary's log."""
        return next((pid for pid in family(self.postmaster()) if b"walreceiver" in _command(pid)), None)


@dataclass
class Deployment:
    """A primary and a synchronous standby."""

    folder: Path
    authority: Authority
    members: dict[str, Member]
    etcd: "subprocess.Popen[bytes]"
    etcd_url: str
    others: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where the server finds whichever is the primary: by the names of machines, which are all this one."""
        hosts = ",".join(f"{one.name}:{one.port}" for one in self.members.values())
        here = ",".join(_ADDRESS for _ in self.members)
        tls = f"sslmode=verify-full&sslrootcert={self.authority.ca_file}&hostaddr={here}"
        return f"postgresql://{_ACCOUNT}:{_PASSWORD}@{hosts}/postgres?target_session_attrs=read-write&{tls}"

    def primary(self) -> Member | None:
        """The one that takes writes."""
        return next((one for one in self.members.values() if one.state().get("role") in ("master", "primary")), None)

    def standby(self) -> Member | None:
        """The one that holds what the primary acknowledged."""
        return next((one for one in self.members.values() if one.state().get("sync_standby")), None)

    def settle(self) -> tuple[Member, Member]:
        """Wait for a primary with its synchronous standby."""
        return until(lambda: (a, b) if (a := self.primary()) and (b := self.standby()) else None, "a synchronous pair")

    def serve_behind(self, servers: Mapping[str, int]) -> str:
        """Put haproxy before these servers, by the names in their certificates, and return its address."""
        port, tls = free_port(), certified(self.folder, self.authority, "province")
        lines = "\n".join(
            f"    server {name} {_ADDRESS}:{one} check verifyhost {name} inter 500ms" for name, one in servers.items()
        )
        text = Template((_FILES / "haproxy.cfg").read_text())
        config = self.folder / "haproxy.cfg"
        config.write_text(text.substitute(BIND=f"{_ADDRESS}:{port}", SERVERS=lines, TLS=tls))
        self.others.append(_run(["haproxy", "-db", "-q", "-f", str(config)], self.folder))
        return f"https://{_ADDRESS}:{port}"


def until(look: Callable[[], Found | None], what: str, seconds: float = _PATIENCE_S) -> Found:
    """Look until something is there, and return it."""
    end = time.monotonic() + seconds
    pause = threading.Event()
    while not (found := look()):
        assert time.monotonic() < end, f"never seen: {what}"
        pause.wait(0.1)
    return found


def certified(folder: Path, authority: Authority, machine: str) -> Path:
    """Make what a machine has in /etc/counter-app/tls, and return that folder."""
    home = folder / f"tls-{machine}"
    home.mkdir()
    files = authority.issue(machine, _ADDRESS)
    for made, name in (
        (authority.ca_file, "ca.pem"),
        (files.chain, "machine.pem"),
        (files.key, "machine.key"),
        (together(files), "province.pem"),
    ):
        shutil.copy(made, home / name)
        readable(home / name)
    readable(home)
    return home


@contextmanager
def deployment(members: int = 2) -> Iterator[Deployment]:
    """A running deployment that is gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="counter-patroni-"))
    folder.chmod(0o755)
    etcd_port, peer_port = free_port(), free_port()
    authority = Authority(folder / "authority")
    made: Deployment | None = None
    try:
        etcd = _start_etcd(folder, certified(folder, authority, "etcd0"), etcd_port, peer_port)
        made = Deployment(folder, authority, {}, etcd, f"https://{_ADDRESS}:{etcd_port}")
        for number in range(members):
            name = f"db{number}"
            made.members[name] = _start_member(folder, name, certified(folder, authority, name), etcd_port)
            until(made.primary, "a primary")
        made.settle()
        yield made
    finally:
        if made is not None:
            _end(made)
        shutil.rmtree(folder, ignore_errors=True)


def _start_etcd(folder: Path, tls: Path, port: int, peer_port: int) -> "subprocess.Popen[bytes]":
    values = {
        "NAME": "etcd0",
        "FOLDER": str(folder),
        "ADDRESS": _ADDRESS,
        "ETCD_PORT": str(port),
        "ETCD_PEER_PORT": str(peer_port),
        "ETCD_CLUSTER": f"etcd0=https://{_ADDRESS}:{peer_port}",
        "TLS": str(tls),
    }
    text = Template((_FILES / "etcd.conf").read_text()).substitute(values)
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return _run(["etcd", "--log-level", "error"], folder, dict(line.split("=", 1) for line in lines))


def _start_member(folder: Path, name: str, tls: Path, etcd_port: int) -> Member:
    home = folder / name
    home.mkdir()
    port, rest = free_port(), free_port()
    text = Template((_FILES / "patroni.yml").read_text()).substitute(
        NAME=name,
        ADDRESS=_ADDRESS,
        REST_PORT=rest,
        ETCD_HOSTS=f"{_ADDRESS}:{etcd_port}",
        NETWORK="127.0.0.1/32",
        PORT=port,
        FOLDER=home,
        BIN=Path(program("postgres")).parent,
        SUPERUSER_PASSWORD=_PASSWORD,
        REPLICATOR_PASSWORD=_PASSWORD,
        TLS=tls,
    )
    config = home / "patroni.yml"
    config.write_text(text)
    if os.geteuid() == 0:
        for path in (home, config):
            shutil.chown(path, _ACCOUNT, _ACCOUNT)
    return Member(name, home, port, rest, tls, _run(["patroni", str(config)], home, as_account=True))


def _run(
    command: list[str], folder: Path, environment: dict[str, str] | None = None, *, as_account: bool = False
) -> "subprocess.Popen[bytes]":
    # It ends with whoever started it, however that one ends.
    limits = ["setpriv", "--pdeathsig", "KILL"]
    if as_account and os.geteuid() == 0:
        limits += ["--reuid", _ACCOUNT, "--regid", _ACCOUNT, "--clear-groups"]
    plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    with (folder / f"{Path(command[0]).name}.log").open("ab") as log:
        return subprocess.Popen(
            [*limits, *command], stdout=log, stderr=log, cwd=folder, env=plain | (environment or {})
        )


def _end(made: Deployment) -> None:
    for process in made.others:
        process.kill()
        process.wait()
    for one in made.members.values():
        pids = family(one.postmaster()) if (one.folder / "data/postmaster.pid").exists() else []
        for process_id in (one.process.pid, *pids):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process_id, signal.SIGKILL)
        one.process.wait()
    made.etcd.kill()
    made.etcd.wait()


def family(pid: int) -> list[int]:
    """A process and its children, those that are there."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [pid, *map(int, text.split())]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
