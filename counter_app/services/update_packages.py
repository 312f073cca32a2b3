"""Packages as the system knows them: what one says of itself, which one is installed, installing another."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from counter_app.errors import Code, CounterError
from counter_app.services.updates import PACKAGE, order

_FIELDS = ("Package", "Version", "Architecture", "Schema")
_SHOW = "--showformat=" + "".join(f"${{{name}}}\n" for name in _FIELDS)
_READ_S, _INSTALL_S = 120, 1800
_LONGEST_DETAIL = 160
_ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "DEBIAN_FRONTEND": "noninteractive",
    "LC_ALL": "C.UTF-8",
}


@dataclass(frozen=True, slots=True)
class Package:
    """What a package says of itself; ``schema`` is the form of data that its program writes, empty if it is silent."""

    version: str
    architecture: str
    schema: str = ""


def describe(path: Path) -> Package:
    """Read a package's own words. Raises UPDATE_PACKAGE_WRONG, PROGRAM_MISSING."""
    done = _run("dpkg-deb", "--show", _SHOW, str(path))
    if done.returncode:
        raise CounterError(Code.UPDATE_PACKAGE_WRONG, path=path.name, detail="dpkg-deb")
    package, version, architecture, schema, *_ = [*done.stdout.split("\n"), "", "", "", ""]
    try:
        order(version)
    except ValueError as error:
        raise CounterError(Code.UPDATE_PACKAGE_WRONG, path=path.name, detail="Version") from error
    if package != PACKAGE or not architecture:
        raise CounterError(Code.UPDATE_PACKAGE_WRONG, path=path.name, detail="Package")
    return Package(version, architecture, schema)


class Dpkg:
    """The system's packages, as they are installed in ``root``."""

    def __init__(self, root: Path = Path("/")) -> None:
        self.root = root

    @property
    def program(self) -> Path:
        """The program as it is installed."""
        return self.root / "usr/bin" / PACKAGE

    def installed(self) -> str:
        """Return the version that is installed whole, empty for none. Raises PROGRAM_MISSING."""
        shown = "--showformat=${db:Status-Status} ${Version}"
        done = _run("dpkg-query", f"--admindir={self.root / 'var/lib/dpkg'}", "--show", shown, PACKAGE)
        status, _, version = done.stdout.strip().partition(" ")
        return version if done.returncode == 0 and status == "installed" else ""

    def check(self, path: Path, version: str) -> None:
        """Go on only if a package could be installed; nothing is touched. Raises UPDATE_NOT_INSTALLED."""
        self._dpkg(version, "--no-act", "--install", str(path))

    def install(self, path: Path, version: str) -> None:
        """Install a package, be it older than what is there. Raises UPDATE_NOT_INSTALLED, PROGRAM_MISSING."""
        self._dpkg(version, "--install", str(path))
        if self.installed() != version:
            raise CounterError(Code.UPDATE_NOT_INSTALLED, version=version, detail="dpkg-query")

    def _dpkg(self, version: str, *words: str) -> None:
        done = _run("dpkg", f"--root={self.root}", "--force-downgrade,confold", *words, seconds=_INSTALL_S)
        if done.returncode:
            detail = " ".join(done.stderr.split())[:_LONGEST_DETAIL] or f"dpkg {done.returncode}"
            raise CounterError(Code.UPDATE_NOT_INSTALLED, version=version, detail=detail)


def _run(*words: str, seconds: int = _READ_S) -> "subprocess.CompletedProcess[str]":
    """Run a program of the system to its end. Raises PROGRAM_MISSING, UPDATE_NOT_INSTALLED where it does not end."""
    try:
        return subprocess.run(
            words,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env={**os.environ, **_ENVIRONMENT},
        )
    except FileNotFoundError as error:
        raise CounterError(Code.PROGRAM_MISSING, program=words[0]) from error
    except subprocess.TimeoutExpired as error:
        raise CounterError(Code.UPDATE_NOT_INSTALLED, version="", detail=f"{words[0]} > {seconds} s") from error
