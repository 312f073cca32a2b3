"""``counter-app update``: find a new version, install it as root, go back to the one before."""

import argparse
import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from counter_app import __version__
from counter_app.cli.words import Acts, Parser, add_json
from counter_app.clocks import VIETNAM
from counter_app.errors import Code, CounterError
from counter_app.services.update_install import Candidate, Installer
from counter_app.services.update_packages import Dpkg, describe
from counter_app.services.updates import (
    SYSTEM,
    Release,
    command_as_root,
    install_record,
    name_of,
    order,
    own_architecture,
    update_state,
    updates_folder,
)
from counter_app.settings import load_settings
from sync.updates.client import UpdateClient
from sync.updates.search import UpdateSearch, is_newer, upstream_of
from sync.updates.trust import same_fingerprint

# What is running is replaced while it runs: everything that it still needs is loaded before that.
from ui import messages as messages

_UNIT_S = 120


def add_words(parser: Parser) -> None:
    """Add the acts."""
    acts = Acts(parser)
    status = acts.add("status", "this version, the newest that was found, what was installed or refused")
    check = acts.add("check", "find and fetch the newest version, verified; installs nothing and needs no rights")
    text = (
        "as root: install the newest version while the program is closed, try it, and put the old one back if need be"
    )
    install = acts.add("install", text)
    back = acts.add("back", "as root: go back to the version before")
    for act in (check, install):
        text = "the fingerprint of the province's signature, once, after comparing it by telephone"
        act.add_argument("--trust", default="", metavar="FINGERPRINT", help=text)
    text = "also where the package of the present version is nowhere to be had"
    install.add_argument("--no-way-back", action="store_true", help=text)
    install.add_argument("--again", action="store_true", help="also a version that did not work here before")
    for act in (install, back):
        text = "a unit that has the data open, such as counter-app-office.service: ended before, started after"
        act.add_argument("--stop", default="", metavar="UNIT", help=text)
    for act in (status, check, install, back):
        add_json(act)


def run(arguments: argparse.Namespace) -> int:
    """Do one act. Raises what the services raise, and UPDATE_NEEDS_ROOT."""
    acts: dict[str, Callable[[argparse.Namespace], Mapping[str, object]]] = {
        "status": _status,
        "check": _check,
        "install": _install,
        "back": _back,
    }
    told = acts[arguments.act](arguments)
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(" ".join(f"{name}={_plain(value)}" for name, value in told.items() if value not in (None, "", [])))
    return 0


def _status(arguments: argparse.Namespace) -> Mapping[str, object]:
    found, record = update_state(arguments.data), install_record()
    last, refusal = record.last, found.refusal
    return {
        "version": __version__,
        "newest": found.newest.version if found.newest else None,
        "checked": _time(found.checked_at),
        "fetched": _time(found.fetched_at),
        "refused": refusal.code.value if refusal else None,
        "fingerprint": found.fingerprint,
        "installed": _time(last.at) if last else None,
        "former": last.former if last else None,
        "bad": [f"{one.version}:{one.code.value}" for one in record.bad],
    }


def _check(arguments: argparse.Namespace) -> Mapping[str, object]:
    settings = load_settings(arguments.data)
    if not (arguments.data / "counter.db").exists():
        raise CounterError(Code.NOT_SET_UP, path=arguments.data)
    if arguments.trust:
        _client(updates_folder(arguments.data), arguments).forget_unless(arguments.trust)
    UpdateSearch(arguments.data, _now).run(settings)
    return _status(arguments)


def _install(arguments: argparse.Namespace) -> Mapping[str, object]:
    """Fetch what is newest, and what is installed now, for the way back; then install."""
    dpkg, before = _as_root(arguments)
    client = _client(_system_folder(), arguments)
    if arguments.trust:
        client.forget_unless(arguments.trust)
    installer = Installer(SYSTEM, arguments.data, dpkg, _now)
    try:
        found = client.check()
        near = arguments.data / "updates" / "packages"

        def candidate(version: str) -> Candidate | None:
            there = next((one for one in found if one.version == version), None)
            return None if there is None else Candidate(there, client.fetch(there, near))

        with _ended(arguments.stop, needed=install_record().under_way is not None):
            installer.finish(candidate)
        before = dpkg.installed()
        newest = found[0] if found else None
        if newest is None or not is_newer(newest, before):
            return {"installed": False, "version": before, "why": "newest"}
        if install_record().refusal_of(newest.version) is not None and not arguments.again:
            return {"installed": False, "version": before, "why": "refused-before", "newest": newest.version}
        new = Candidate(newest, client.fetch(newest, near))
        former = candidate(before)
        if former is None and not arguments.no_way_back:
            raise CounterError(Code.UPDATE_NO_WAY_BACK, version=before)
        with _ended(arguments.stop, needed=True):
            done = installer.install(new, former)
        client.keep_only([done.version, done.former])
    finally:
        client.close()
    return {"installed": True, "version": done.version, "former": done.former, "fingerprint": client.fingerprint}


def _back(arguments: argparse.Namespace) -> Mapping[str, object]:
    """Go back by the package that was kept at the installation: the link may be down."""
    dpkg, left = _as_root(arguments)
    last = install_record().last
    architecture = own_architecture()
    path = SYSTEM / "packages" / name_of(last.former if last else "", architecture)
    if last is None or not last.former or not path.exists():
        raise CounterError(Code.UPDATE_NO_WAY_BACK, version=last.former if last else "")
    about = describe(path)
    release = Release(last.former, about.architecture, path.name, path.stat().st_size, "", about.schema)
    with _ended(arguments.stop, needed=True):
        done = Installer(SYSTEM, arguments.data, dpkg, _now).back(Candidate(release, path))
    return {"installed": True, "version": done.version, "left": left}


def _as_root(arguments: argparse.Namespace) -> tuple[Dpkg, str]:
    """Return the system's packages and the version among them. Raises UPDATE_NEEDS_ROOT, UPDATE_NO_PACKAGE."""
    if not (arguments.data / "counter.db").exists():
        raise CounterError(Code.NOT_SET_UP, path=arguments.data)
    if os.geteuid() != 0:
        raise CounterError(Code.UPDATE_NEEDS_ROOT, command=command_as_root(arguments.data, arguments.act))
    dpkg = Dpkg()
    version = dpkg.installed()
    try:
        order(version)
    except ValueError as error:
        raise CounterError(Code.UPDATE_NO_PACKAGE) from error
    return dpkg, version


def _client(folder: Path, arguments: argparse.Namespace) -> UpdateClient:
    """As root nobody is believed who was not compared; a search alone believes who answers encrypted."""
    root = folder == SYSTEM

    def believes(mark: str) -> bool:
        return same_fingerprint(arguments.trust, mark) or not (root or arguments.trust)

    return UpdateClient(folder, upstream_of(load_settings(arguments.data)), own_architecture(), believes)


def _system_folder() -> Path:
    try:
        SYSTEM.mkdir(mode=0o755, parents=True, exist_ok=True)
    except OSError as error:
        raise CounterError(Code.DATA_NOT_WRITABLE, path=SYSTEM) from error
    return SYSTEM


@contextmanager
def _ended(unit: str, *, needed: bool) -> Iterator[None]:
    """End a unit for a while, if it runs."""
    runs = needed and bool(unit) and _systemctl("is-active", "--quiet", unit) == 0
    if runs:
        _systemctl("stop", unit)
    try:
        yield
    finally:
        if runs:
            _systemctl("start", unit)


def _systemctl(*words: str) -> int:
    try:
        return subprocess.run(["systemctl", *words], timeout=_UNIT_S, check=False).returncode
    except (OSError, subprocess.SubprocessError) as error:
        raise CounterError(Code.PROGRAM_MISSING, program="systemctl") from error


def _now() -> datetime:
    return datetime.now(UTC)


def _time(at: datetime | None) -> str | None:
    return at.astimezone(VIETNAM).isoformat(timespec="seconds") if at else None


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
