"""What a machine knows of new versions: what was found and fetched, what was installed, and what was refused.

Two small files say it. One lies in the data folder: whoever works here may look for a new version. The other is root's
own, in ``SYSTEM``: what is installed as root may not depend on a file that anybody else can write.
"""

import logging
import re
import shlex
import subprocess
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from counter_app import __version__
from counter_app.domain.security_facts import SecurityKind
from counter_app.errors import Code, CounterError
from counter_app.services.security_log import SecurityLog
from counter_app.store.codec import Record, from_text, to_text
from counter_app.store.durable import make_folder_durably, write_durably

log = logging.getLogger(__name__)

SYSTEM = Path("/var/lib/counter-app-updates")
"""Root's own: whose signature is believed, the packages that were verified, what was installed."""
PACKAGE = "counter-app"
_FOLDER = "updates"
_STATE, _NOTED, _RECORD = "found.json", "noted.json", "installed.json"
_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){1,3}")
_TARGET = re.compile(rf"{PACKAGE}_({_VERSION.pattern})_([a-z0-9]{{1,20}})\.deb")

HOSTILE = frozenset({Code.UPDATE_UNSIGNED, Code.UPDATE_EXPIRED, Code.UPDATE_OLDER, Code.UPDATE_DAMAGED})
"""What somebody between here and the province may have done: the security record has it."""


@dataclass(frozen=True, slots=True)
class Release:
    """One published package: ``name`` is its file, ``length`` its bytes, ``schema`` the form of data that it writes."""

    version: str
    architecture: str
    name: str
    length: int
    sha256: str
    schema: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was refused, and when; ``version`` where it was one version."""

    at: datetime
    code: Code
    params: dict[str, str] = field(default_factory=dict)
    version: str = ""


@dataclass(frozen=True, slots=True)
class UpdateState:
    """What the last search came to: the newest release for this machine (perhaps the own), and whether it is here.

    ``fingerprint`` is of the key that this machine believes.
    """

    checked_at: datetime | None = None
    newest: Release | None = None
    fetched_at: datetime | None = None
    refusal: Refusal | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Installed:
    """One installation: of what, after what. ``data`` are the sizes and times of the database's files at that moment.

    ``saved`` says that a copy of the database was put aside, since the new version writes another form of data.
    """

    at: datetime
    version: str
    former: str = ""
    schema: str = ""
    former_schema: str = ""
    data: dict[str, str] = field(default_factory=dict)
    saved: bool = False


@dataclass(frozen=True, slots=True)
class InstallRecord:
    """What root did: the last installation, one that was cut short, and the versions that are not tried again."""

    last: Installed | None = None
    under_way: Installed | None = None
    bad: tuple[Refusal, ...] = ()

    def refusal_of(self, version: str) -> Refusal | None:
        """Return why a version is not tried again, None for one that may be."""
        return next((one for one in self.bad if one.version == version), None)


@dataclass(frozen=True, slots=True)
class _Noted:
    version: str = ""
    until: datetime | None = None


def updates_folder(data: Path) -> Path:
    """Return where a data folder keeps what was found, made if need be. Raises DISK_FULL, DATA_NOT_WRITABLE."""
    folder = data / _FOLDER
    make_folder_durably(folder)
    return folder


def order(version: str) -> tuple[int, ...]:
    """Return what versions are compared by. Raises ValueError for what is no version."""
    if not _VERSION.fullmatch(version):
        raise ValueError(version)
    parts = [int(part) for part in version.split(".")]
    return (*parts, *(0 for _ in range(4 - len(parts))))


def is_newer(release: Release | None, version: str = __version__) -> bool:
    """Tell whether a release is newer than a version, by default than this program."""
    try:
        return release is not None and order(release.version) > order(version)
    except ValueError:
        return False


def named(name: str) -> tuple[str, str] | None:
    """Return version and architecture of a package by its file's name, None for another file."""
    found = _TARGET.fullmatch(name)
    return (found[1], found[2]) if found else None


def name_of(version: str, architecture: str) -> str:
    """Return the file's name of a package."""
    return f"{PACKAGE}_{version}_{architecture}.deb"


def command_as_root(data: Path, act: str = "install") -> str:
    """Return the line that an administrator of this machine types for an act that needs it."""
    return shlex.join(["sudo", PACKAGE, "update", act, "--data", str(data.absolute())])


def own_architecture() -> str:
    """Return how packages call this machine's processor, empty where there are none."""
    try:
        asked = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()


def update_state(data: Path) -> UpdateState:
    """Return what the last search in a data folder came to."""
    return _read(data / _FOLDER / _STATE, UpdateState)


def keep_state(data: Path, state: UpdateState) -> None:
    """Remember what a search came to. Raises DISK_FULL, DATA_NOT_WRITABLE."""
    write_durably(updates_folder(data) / _STATE, to_text(state).encode())


def install_record(folder: Path = SYSTEM) -> InstallRecord:
    """Return what was installed on this machine by its updates; anybody may read it."""
    return _read(folder / _RECORD, InstallRecord)


def keep_record(record: InstallRecord, folder: Path = SYSTEM) -> None:
    """Remember what was installed. Raises DISK_FULL, DATA_NOT_WRITABLE."""
    write_durably(folder / _RECORD, to_text(record).encode(), mode=0o644)


def refusal_of(error: CounterError, at: datetime, version: str = "") -> Refusal:
    """Return an error as it is remembered."""
    return Refusal(at, error.code, {name: str(value) for name, value in error.params.items()}, version)


def note_updates(data: Path, security: SecurityLog, system: Path = SYSTEM) -> None:
    """Write into the security record what is new since the last time: another version here, what was refused.

    Whoever installs may not open the data, so the program does it when it starts, and after each search.
    """
    noted = _read(data / _FOLDER / _NOTED, _Noted)
    if noted.version not in ("", __version__):
        security.note(SecurityKind.UPDATE_INSTALLED, before=noted.version, after=__version__)
    found = update_state(data).refusal
    refusals = [*install_record(system).bad, *((found,) if found and found.code in HOSTILE else ())]
    new = sorted((one for one in refusals if noted.until is None or one.at > noted.until), key=lambda one: one.at)
    for one in new:
        security.note(SecurityKind.UPDATE_REFUSED, reason=one.code.value, update=one.version or "-")
    now = _Noted(__version__, new[-1].at if new else noted.until)
    if now == noted:
        return
    try:
        write_durably(updates_folder(data) / _NOTED, to_text(now).encode())
    except CounterError as error:  # a full disk: it is noted again
        log.info("event=updates_not_noted code=%s", error.code.value)


def _read(path: Path, kind: type[Record]) -> Record:
    try:
        return from_text(path.read_bytes(), kind)
    except (FileNotFoundError, PermissionError):
        return kind()
    except (OSError, ValueError) as error:
        log.warning("event=update_file_unreadable name=%s kind=%s", path.name, type(error).__name__)
        return kind()
