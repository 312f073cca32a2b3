"""Reports of bugs and of sudden ends, kept in the data folder for whoever mends the program: where, and never of whom.

A report has types, places in the code and ``event=`` lines of the log; no words of an error, no values, no command.
"""

import contextlib
import hashlib
import os
import platform
import secrets
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from counter_app import __version__
from counter_app.clocks import VIETNAM
from counter_app.log_lines import error_words

FOLDER = "crashes"
MOST = 20
"""Reports that are kept; the oldest goes first."""
LARGEST = 64_000
"""Characters of one report, at most."""
_TITLE = "Quầy Một Cửa: báo cáo lỗi chương trình (không có dữ liệu của công dân)"
_PACKAGES = {"qt": "PySide6-Essentials", "sqlcipher": "sqlcipher3"}
_MOST_LINES = 40
_TAIL = 64 << 10


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One bug, or one sudden end, and how often it came.

    ``number`` is what is shown to people, the same for the same bug of one version; ``at`` is the last time of
    ``times``, ``first`` the first. ``sudden``: the program ended by it. ``what`` is the error's type, or how it ended.
    """

    number: str
    what: str
    sudden: bool
    at: datetime
    first: datetime
    times: int
    text: str


def number_of(error: BaseException) -> str:
    """Return the number by which people and the log name this bug: of its type and place."""
    return digest(error_words(error))


def digest(places: str) -> str:
    """Return the number of what went wrong at ``places`` in this version."""
    return hashlib.sha256(f"{__version__} {places}".encode()).hexdigest()[:8]


@cache
def surroundings() -> Mapping[str, str]:
    """What the program runs on: versions and the system, without the machine's or anybody's name."""
    from importlib.metadata import PackageNotFoundError, version

    found = {"version": __version__, "python": platform.python_version()}
    for name, package in _PACKAGES.items():
        with contextlib.suppress(PackageNotFoundError):
            found[name] = version(package)
    return {**found, "system": f"{platform.system()} {platform.release()} {platform.machine()}"}


def keep(
    folder: Path, found: CrashReport, about: Mapping[str, str], parts: Mapping[str, Sequence[str]]
) -> CrashReport | None:
    """Write a report into the data folder ``folder``, in place of the one with its number, and return it.

    None where it cannot be written: that stops nobody.
    """
    try:
        place = _private(folder / FOLDER)
        path = place / f"{found.number}.txt"
        before = _read(path)
        if before is not None:
            found = replace(found, first=before.first, times=before.times + found.times)
        made = replace(found, text=_text(found, about, parts))
        _write(path, made.text)
        _thin_out(place)
    except OSError:
        return None
    return made


def crash_reports(folder: Path) -> tuple[CrashReport, ...]:
    """Return the reports in the data folder ``folder``, the newest first; what is no report is left out."""
    found = [one for path in (folder / FOLDER).glob("*.txt") if (one := _read(path)) is not None]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def together(reports: Iterable[CrashReport]) -> str:
    """Return reports as the text of one file, for whoever mends the program."""
    return f"\n\n{'=' * 80}\n\n".join(one.text.rstrip("\n") for one in reports) + "\n"


def log_before(log_file: Path | None, process: int, since: str = "") -> list[str]:
    """Return the last ``event=`` lines of a process in the log, from the time ``since`` on (as the log writes it)."""
    if log_file is None:
        return []
    lines: list[str] = []
    for path in (log_file.with_name(f"{log_file.name}.1"), log_file):
        lines += _tail(path)
    return [line for line in lines if _is_event(line, process) and line[: len(since)] >= since][-_MOST_LINES:]


def _is_event(line: str, process: int) -> bool:
    parts = line.split(" ", 5)
    return len(parts) == 6 and parts[3] == str(process) and parts[5].startswith("event=")


def _tail(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL))
            return file.read(_TAIL).decode("utf-8", "replace").splitlines()
    except OSError:
        return []


def _private(place: Path) -> Path:
    place.mkdir(mode=0o700, exist_ok=True)
    if sys.platform != "win32":
        place.chmod(0o700)
    return place


def _write(path: Path, text: str) -> None:
    """Whole or not at all, for its owner only; not synced to the disk: a bug must not make the screen wait as well."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _thin_out(place: Path) -> None:
    newest = sorted(place.glob("*.txt"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[MOST:]:
        path.unlink(missing_ok=True)


def _text(found: CrashReport, about: Mapping[str, str], parts: Mapping[str, Sequence[str]]) -> str:
    head = {
        "number": found.number,
        "what": found.what,
        "sudden": "yes" if found.sudden else "no",
        "at": _local(found.at),
        "first": _local(found.first),
        "times": str(found.times),
        **about,
    }
    lines = [_TITLE, *(f"{name}: {value}" for name, value in head.items())]
    for name, part in parts.items():
        lines += ["", f"[{name}]", *part]
    return "\n".join(lines)[:LARGEST] + "\n"


def _read(path: Path) -> CrashReport | None:
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(LARGEST + 1)
    except (OSError, UnicodeDecodeError):
        return None
    title, _, rest = text.partition("\n")
    head = dict(line.partition(": ")[::2] for line in rest.partition("\n\n")[0].splitlines())
    if title != _TITLE:
        return None
    try:
        at, first = datetime.fromisoformat(head["at"]), datetime.fromisoformat(head["first"])
        if at.tzinfo is None or first.tzinfo is None:
            return None
        return CrashReport(head["number"], head["what"], head["sudden"] == "yes", at, first, int(head["times"]), text)
    except (KeyError, ValueError):
        return None


def _local(at: datetime) -> str:
    return at.astimezone(VIETNAM).isoformat(timespec="seconds")
