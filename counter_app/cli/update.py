"""``counter-app update``: find a new version, install it as root, go back to the one before."""

import argparse
import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial

from counter_app import __version__
from counter_app.cli.station_data import check_there
from counter_app.cli.words import Acts, Parser, add_json
from counter_app.clocks import VIETNAM
from counter_app.errors import Code, CounterError
from counter_app.services.update_packages import Dpkg
from counter_app.services.updates import SYSTEM, command_as_root, install_record, own_architecture, update_state
from counter_app.settings import load_settings
from sync.updates.installing import MachineUpdates
from sync.updates.search import UpdateSearch

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
    check_there(arguments.data)
    UpdateSearch(arguments.data, _now).run(load_settings(arguments.data), trust=arguments.trust)
    return _status(arguments)


def _install(arguments: argparse.Namespace) -> Mapping[str, object]:
    machine, settings = _as_root(arguments), load_settings(arguments.data)
    done = machine.install(settings, trust=arguments.trust, no_way_back=arguments.no_way_back, again=arguments.again)
    return {"why": done.why.value, "version": done.version, "former": done.former, "newest": done.newest}


def _back(arguments: argparse.Namespace) -> Mapping[str, object]:
    done = _as_root(arguments).back()
    return {"why": "taken-back", "version": done.version}


def _as_root(arguments: argparse.Namespace) -> MachineUpdates:
    """Return what may install. Raises NOT_SET_UP, UPDATE_NEEDS_ROOT."""
    check_there(arguments.data)
    if os.geteuid() != 0:
        raise CounterError(Code.UPDATE_NEEDS_ROOT, command=command_as_root(arguments.data, arguments.act))
    ended = partial(_ended, arguments.stop)
    return MachineUpdates(SYSTEM, arguments.data, Dpkg(), own_architecture(), _now, ended)


@contextmanager
def _ended(unit: str) -> Iterator[None]:
    """End a unit for a while, if there is one and it runs."""
    runs = bool(unit) and _systemctl("is-active", "--quiet", unit) == 0
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
