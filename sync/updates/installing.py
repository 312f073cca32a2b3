"""What root does about updates: believe one signature, fetch what is newest and what runs now, install, or go back."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from counter_app.errors import Code, CounterError
from counter_app.services.update_install import Candidate, Installer
from counter_app.services.update_packages import Dpkg, describe
from counter_app.services.updates import Installed, Release, install_record, is_newer, name_of, order
from sync.updates.client import UpdateClient
from sync.updates.search import upstream_of
from sync.updates.trust import same_fingerprint
from sync.updates.way import Way


class Why(StrEnum):
    """Why nothing was installed, or what was."""

    INSTALLED = "installed"
    NEWEST = "newest"  # nothing newer is published
    REFUSED_BEFORE = "refused-before"  # the newest did not work here, or somebody went back from it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an installation came to; ``version`` is the one that runs now."""

    why: Why
    version: str
    former: str = ""
    newest: str = ""


class MachineUpdates:
    """One machine's program and the data folder that it works on; ``system`` is root's own folder. Blocks.

    ``ended`` is what has the data open by itself (a unit of the system): it ends for as long as the context lasts.
    """

    def __init__(
        self,
        system: Path,
        data: Path,
        dpkg: Dpkg,
        architecture: str,
        now: Callable[[], datetime],
        ended: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._system = system
        self._data = data
        self._dpkg = dpkg
        self._architecture = architecture
        self._ended = ended
        self._installer = Installer(system, data, dpkg, now)

    def install(self, settings: Way, *, trust: str = "", no_way_back: bool = False, again: bool = False) -> Outcome:
        """Install the newest version if it is newer; ``trust`` is a fingerprint that somebody compared.

        ``no_way_back``: also where the present version's package is nowhere; ``again``: also what did not work before.
        Raises UPDATE_NO_PACKAGE, UPDATES_STRANGE, UPDATE_NO_WAY_BACK, and as ``UpdateClient`` and ``Installer``.
        """
        self._present()
        client = self._client(settings, trust)
        try:
            return self._installed(client, no_way_back=no_way_back, again=again)
        finally:
            client.close()

    def back(self) -> Installed:
        """Go back by the package that was kept at the installation: the link may be down.

        Raises UPDATE_NO_PACKAGE, UPDATE_NO_WAY_BACK, and as ``Installer.back``.
        """
        self._present()
        last = install_record(self._system).last
        former = last.former if last else ""
        path = self._system / "packages" / name_of(former, self._architecture)
        if not former or not path.exists():
            raise CounterError(Code.UPDATE_NO_WAY_BACK, version=former)
        about = describe(path)
        release = Release(former, about.architecture, path.name, path.stat().st_size, "", about.schema)
        with self._ended():
            return self._installer.back(Candidate(release, path))

    def _installed(self, client: UpdateClient, *, no_way_back: bool, again: bool) -> Outcome:
        found = client.check()
        if install_record(self._system).under_way is not None:
            with self._ended():
                self._installer.finish(lambda version: self._candidate(client, found, version))
        before = self._present()
        newest = found[0] if found else None
        if newest is None or not is_newer(newest, before):
            return Outcome(Why.NEWEST, before)
        if install_record(self._system).refusal_of(newest.version) is not None and not again:
            return Outcome(Why.REFUSED_BEFORE, before, newest=newest.version)
        new, former = self._fetched(client, newest), self._candidate(client, found, before)
        if former is None and not no_way_back:
            raise CounterError(Code.UPDATE_NO_WAY_BACK, version=before)
        with self._ended():
            done = self._installer.install(new, former)
        client.keep_only([done.version, done.former])
        return Outcome(Why.INSTALLED, done.version, done.former, newest.version)

    def _candidate(self, client: UpdateClient, found: Sequence[Release], version: str) -> Candidate | None:
        there = next((one for one in found if one.version == version), None)
        return None if there is None else self._fetched(client, there)

    def _fetched(self, client: UpdateClient, release: Release) -> Candidate:
        """What a search of this machine fetched already does not come again over a bad line; it is verified anew."""
        return Candidate(release, client.fetch(release, self._data / "updates" / "packages"))

    def _present(self) -> str:
        """Return the version that is installed. Raises UPDATE_NO_PACKAGE."""
        version = self._dpkg.installed()
        try:
            order(version)
        except ValueError as error:
            raise CounterError(Code.UPDATE_NO_PACKAGE) from error
        return version

    def _client(self, settings: Way, trust: str) -> UpdateClient:
        """As root nobody is believed who was not compared."""
        try:
            self._system.mkdir(mode=0o755, parents=True, exist_ok=True)
        except OSError as error:
            raise CounterError(Code.DATA_NOT_WRITABLE, path=self._system) from error
        upstream = upstream_of(settings)
        client = UpdateClient(self._system, upstream, self._architecture, lambda mark: same_fingerprint(trust, mark))
        if trust:
            client.forget_unless(trust)
        return client
