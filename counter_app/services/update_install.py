"""Installs a verified package as root, tries it, and puts the former one back where it does not work.

The data folder is held closed meanwhile: nobody works with a program that is being replaced, and the trial never opens
the data, so going back is always possible then. The store's form of data only goes forward: once the new program has
opened the data in another form, the old one refuses to read it (STORE_TOO_NEW), so ``back`` refuses before.
"""

import json
import logging
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from counter_app.errors import Code, CounterError
from counter_app.services.update_packages import Dpkg, describe
from counter_app.services.updates import Installed, Refusal, Release, install_record, keep_record, refusal_of
from counter_app.store.durable import make_folder_durably, sync_folder, translated

log = logging.getLogger(__name__)

_LOCK, _SAVED = "in-use.lock", "data-before"
_DATABASE = ("counter.db", "counter.db-wal")
_VERSION_S, _DOCTOR_S = 60, 300
_SPARE = 50 << 20
_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A package that was verified, and where it is."""

    release: Release
    path: Path


class Installer:
    """One machine's program and one data folder; ``keep`` is root's own folder. Blocks."""

    def __init__(self, keep: Path, data: Path, dpkg: Dpkg, now: Callable[[], datetime]) -> None:
        self._keep = keep
        self._data = data
        self._dpkg = dpkg
        self._now = now

    def install(self, new: Candidate, former: Candidate | None) -> Installed:
        """Install ``new`` for good, or put ``former`` back and raise; without ``former`` there is no way back.

        Raises DATA_IN_USE, UPDATE_PACKAGE_WRONG, UPDATE_NO_ROOM, UPDATE_NOT_INSTALLED (all is as it was),
        UPDATE_TRIAL_FAILED, UPDATE_STRANDED, DISK_FULL, DATA_NOT_WRITABLE.
        """
        release = new.release
        with self._closed():
            self._check(new)
            begun = self._begun(release, former.release if former else None)
            if begun.schema != begun.former_schema and begun.data:
                begun = replace(begun, saved=self._save(release.version))
            keep_record(replace(install_record(self._keep), under_way=begun), self._keep)
            try:
                self._dpkg.install(new.path, release.version)
            except CounterError as error:
                self._undo_broken(begun, former, error)
            if not self._works(release.version):
                failed = CounterError(Code.UPDATE_TRIAL_FAILED, version=release.version, former=begun.former)
                self._undo(begun, former, failed)
            return self._done(begun)

    def finish(self, former: Callable[[str], Candidate | None]) -> None:
        """End an installation that was cut short: keep what works, else put back what ``former`` finds of a version.

        Nothing is said against the new version: a power cut is not its fault. Raises as ``install``.
        """
        record = install_record(self._keep)
        begun = record.under_way
        if begun is None:
            return
        with self._closed():
            now = self._dpkg.installed()
            if now == begun.version and self._works(begun.version):
                self._done(begun)
                return
            if now != begun.former:
                before = former(begun.former)
                if before is None:
                    raise CounterError(Code.UPDATE_STRANDED, version=begun.version, former=begun.former)
                self._dpkg.install(before.path, begun.former)
            keep_record(replace(record, under_way=None), self._keep)

    def back(self, former: Candidate) -> Installed:
        """Go back to the version before, by hand; the one that is left is not installed again by itself.

        Raises DATA_IN_USE, UPDATE_DATA_NEWER, and as ``install``.
        """
        record = install_record(self._keep)
        last = record.last
        left = self._dpkg.installed()
        if last is None or last.version != left or last.former != former.release.version:
            raise CounterError(Code.UPDATE_NO_WAY_BACK, version=former.release.version)
        with self._closed():
            other_form = last.schema != last.former_schema
            if other_form and _marks(self._data) != last.data:
                raise CounterError(Code.UPDATE_DATA_NEWER, version=last.former)
            self._check(former)
            self._dpkg.install(former.path, last.former)
            if not self._works(last.former):
                raise CounterError(Code.UPDATE_STRANDED, version=left, former=last.former)
            done = Installed(self._now(), last.former, schema=last.former_schema)
            params = {"version": left, "former": last.former}
            taken = Refusal(self._now(), Code.UPDATE_TAKEN_BACK, params, left)
            bad = (*(one for one in record.bad if one.version not in (left, last.former)), taken)
            keep_record(replace(record, last=done, under_way=None, bad=bad), self._keep)
        log.info("event=update_taken_back version=%s former=%s", left, last.former)
        return done

    # the steps

    @contextmanager
    def _closed(self) -> Iterator[None]:
        """Hold the data folder, so that no program opens it. Raises DATA_IN_USE, DATA_NOT_WRITABLE."""
        import fcntl

        try:
            held = _opened_lock(self._data)
        except OSError as error:
            raise CounterError(Code.DATA_NOT_WRITABLE, path=self._data) from error
        try:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise CounterError(Code.DATA_IN_USE, path=self._data) from error
            yield
        finally:
            os.close(held)

    def _check(self, candidate: Candidate) -> None:
        """A package must be what its signed name says, and installable. Raises as ``install``."""
        release, said = candidate.release, describe(candidate.path)
        if (said.version, said.architecture) != (release.version, release.architecture):
            raise CounterError(Code.UPDATE_PACKAGE_WRONG, path=release.name, detail=said.version)
        self._dpkg.check(candidate.path, release.version)

    def _begun(self, new: Release, former: Release | None) -> Installed:
        before = self._dpkg.installed()
        schema = former.schema if former else ""
        return Installed(self._now(), new.version, before, new.schema, schema, _marks(self._data))

    def _save(self, version: str) -> bool:
        """Copy the database as it is, still encrypted: nobody has it open. Raises UPDATE_NO_ROOM, DISK_FULL."""
        there = [self._data / name for name in _DATABASE if (self._data / name).is_file()]
        needed = sum(path.stat().st_size for path in there) + _SPARE
        if shutil.disk_usage(self._keep).free < needed:
            raise CounterError(Code.UPDATE_NO_ROOM, path=self._keep, megabytes=-(-needed // _MB))
        saved = self._keep / _SAVED
        shutil.rmtree(saved, ignore_errors=True)  # of the change before: one is kept
        make_folder_durably(saved)
        saved.chmod(0o700)
        try:
            for path in there:
                _copy(path, saved / f"{version}.{path.name}")
        except OSError as error:
            raise translated(error, saved) from error
        return True

    def _done(self, begun: Installed) -> Installed:
        record = install_record(self._keep)
        bad = tuple(one for one in record.bad if one.version != begun.version)
        keep_record(replace(record, last=begun, under_way=None, bad=bad), self._keep)
        log.info("event=update_installed version=%s former=%s", begun.version, begun.former)
        return begun

    def _undo_broken(self, begun: Installed, former: Candidate | None, error: CounterError) -> NoReturn:
        """After a failed installation: the system may have changed nothing, or left a half."""
        if self._dpkg.installed() == begun.former:
            keep_record(replace(install_record(self._keep), under_way=None), self._keep)
            raise error
        self._undo(begun, former, error)

    def _undo(self, begun: Installed, former: Candidate | None, why: CounterError) -> NoReturn:
        """Put the former version back, try this one not again by itself, and raise ``why``, or UPDATE_STRANDED."""
        said = CounterError(Code.UPDATE_STRANDED, version=begun.version, former=begun.former)
        if former is not None:
            with suppress(CounterError):
                self._dpkg.install(former.path, begun.former)
                said = why
        record = install_record(self._keep)
        bad = refusal_of(said, self._now(), begun.version)
        others = (one for one in record.bad if one.version != begun.version)
        keep_record(replace(record, under_way=None, bad=(*others, bad)), self._keep)
        log.error("event=update_failed version=%s former=%s code=%s", begun.version, begun.former, said.code.value)
        raise said

    def _works(self, version: str) -> bool:
        """Try the installed program as the folder's owner: it says its version, and can look at this machine."""
        program = str(self._dpkg.program)
        said = self._tried(program, "--version", seconds=_VERSION_S)
        if said is None or said.split()[-1:] != [version]:
            return False
        told = self._tried(program, "doctor", "--json", "--data", str(self._data), seconds=_DOCTOR_S)
        try:
            found = json.loads(told or "")
        except ValueError:
            return False
        return isinstance(found, Mapping) and bool(found.get("checks"))

    def _tried(self, *words: str, seconds: int) -> str | None:
        """Run the program; its words, None where it could not say them. A finding of its own (exit 1) is none."""
        try:
            done = subprocess.run(
                words,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                stdin=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
                **_as_owner(self._data),
            )
        except (OSError, subprocess.SubprocessError) as error:
            log.warning("event=update_trial_failed kind=%s", type(error).__name__)
            return None
        return done.stdout if done.returncode in (0, 1) else None


def _opened_lock(data: Path) -> int:
    """Open the file that a program holds while it has the folder open; one that is made belongs to the folder's owner.

    Whoever owns the folder may have put something else there: what is there already is opened, and no more. Raises
    OSError.
    """
    path = data / _LOCK
    with suppress(FileNotFoundError):
        return os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    about = data.stat()
    made = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
    os.fchown(made, about.st_uid, about.st_gid)
    return made


def _as_owner(data: Path) -> dict[str, Any]:
    """Return how a program is run as who owns a folder; root never runs what is only being tried."""
    about = data.stat()
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    if about.st_uid == os.geteuid():
        return {"env": {**os.environ, **environment}}
    return {"env": environment, "user": about.st_uid, "group": about.st_gid, "extra_groups": [], "cwd": "/"}


def _marks(data: Path) -> dict[str, str]:
    """Return what changes as soon as somebody writes the database."""
    found = {}
    for name in _DATABASE:
        with suppress(OSError):
            about = (data / name).stat()
            if about.st_size:
                found[name] = f"{about.st_size} {about.st_mtime_ns}"
    return found


def _copy(path: Path, to: Path) -> None:
    given = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(given, "rb") as source, to.open("xb") as kept:
        shutil.copyfileobj(source, kept, _MB)
        kept.flush()
        os.fsync(kept.fileno())
    sync_folder(to.parent)
