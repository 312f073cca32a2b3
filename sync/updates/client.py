"""Finds and fetches new versions for one machine, and believes nothing that the province did not sign (TUF)."""

import errno
import logging
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from tuf.api import exceptions
from tuf.api.metadata import Metadata, TargetFile, Targets
from tuf.ngclient import Updater

from counter_app.errors import Code, CounterError
from counter_app.services.updates import Release, name_of, named, order
from counter_app.store.durable import write_durably
from sync.updates.fetching import UpstreamFetcher
from sync.updates.trust import fingerprint_of, same_fingerprint
from sync.wire import Upstream

log = logging.getLogger(__name__)

_PIN, _METADATA, _PACKAGES = "trusted-root.json", "metadata", "packages"
_LARGEST_ROOT = 512_000
_LARGEST_PACKAGE = 2 << 30
_SPARE = 100 << 20
_MB = 1 << 20
_HIDDEN = (403, 404)

# The first that fits says it.
_REFUSED: tuple[tuple[type[Exception], Code], ...] = (
    (exceptions.ExpiredMetadataError, Code.UPDATE_EXPIRED),
    (exceptions.UnsignedMetadataError, Code.UPDATE_UNSIGNED),
    (exceptions.BadVersionNumberError, Code.UPDATE_OLDER),
    (exceptions.RepositoryError, Code.UPDATE_DAMAGED),
    (exceptions.DownloadLengthMismatchError, Code.UPDATE_DAMAGED),
)


class UpdateClient:
    """One folder's trusted metadata and packages; used by one thread, ``cut`` from any.

    ``believes`` is asked once, before anything is fetched, about the fingerprint of whoever publishes at ``upstream``;
    from then on nobody else is believed.
    """

    def __init__(
        self, folder: Path, upstream: Upstream, architecture: str, believes: Callable[[str], bool] = lambda mark: True
    ) -> None:
        self._folder = folder
        self._upstream = upstream
        self._architecture = architecture
        self._believes = believes
        self._fetcher = UpstreamFetcher(upstream, folder)
        self._base = upstream.url.rstrip("/") + "/updates"
        self._known: Updater | None = None

    @property
    def fingerprint(self) -> str:
        """Of whom this folder believes, empty before the first contact."""
        try:
            return fingerprint_of((self._folder / _PIN).read_bytes())
        except (OSError, CounterError):
            return ""

    def forget_unless(self, mark: str) -> None:
        """Forget whom this folder believes unless that is ``mark``: the province made new keys, and told of them."""
        if self.fingerprint and not same_fingerprint(self.fingerprint, mark):
            (self._folder / _PIN).unlink(missing_ok=True)

    def check(self) -> tuple[Release, ...]:
        """Return what is published for this architecture, the newest first; blocks.

        Raises UPDATES_NOT_OFFERED, UPDATES_STRANGE, UPDATE_UNSIGNED, UPDATE_EXPIRED, UPDATE_OLDER, UPDATE_DAMAGED,
        UPDATE_NO_ROOM, UPDATE_BUSY, DATA_NOT_WRITABLE, and why no server answers.
        """
        with self._alone(), self._translated():
            self._known = None
            updater = self._updater()
            updater.refresh()
            self._known = updater
            # As the updater has just verified and kept it.
            kept = Metadata[Targets].from_file(str(self._folder / _METADATA / "targets.json"))
            found = (self._release(target) for target in kept.signed.targets.values())
            fitting = [one for one in found if one is not None]
        return tuple(sorted(fitting, key=lambda one: order(one.version), reverse=True))

    def fetch(self, release: Release, near: Path | None = None) -> Path:
        """Return the verified package of a release that ``check`` found, fetched unless it is here; blocks.

        ``near`` is a folder where somebody else may have fetched it already. Raises as ``check``.
        """
        with self._alone(), self._translated():
            updater = self._known
            target = updater.get_targetinfo(release.name) if updater is not None else None
            if updater is None or target is None:
                raise CounterError(Code.UPDATE_DAMAGED)
            path = self._packages() / release.name
            if updater.find_cached_target(target, str(path)) is not None:
                return path
            self._check_room(target.length)
            part = path.with_suffix(".part")
            try:
                there = near is not None and _copied(near / release.name, part, target.length)
                if not there or updater.find_cached_target(target, str(part)) is None:
                    updater.download_target(target, str(part))
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
        log.info("event=update_fetched version=%s bytes=%d", release.version, target.length)
        return path

    def here(self, release: Release) -> Path | None:
        """Return the package if it was fetched and is still what was signed; asks nobody."""
        path = self._folder / _PACKAGES / release.name
        target = TargetFile(release.length, {"sha256": release.sha256}, release.name)
        with suppress(OSError, exceptions.LengthOrHashMismatchError), path.open("rb") as file:
            target.verify_length_and_hashes(file)
            return path
        return None

    def keep_only(self, versions: Collection[str]) -> None:
        """Let go of the packages of other versions."""
        kept = {name_of(version, self._architecture) for version in versions}
        for path in (self._folder / _PACKAGES).glob("*"):
            if path.name not in kept:
                path.unlink(missing_ok=True)

    def cut(self) -> None:
        """End what is under way."""
        self._fetcher.cut()

    def close(self) -> None:
        """Give the connections back."""
        self._fetcher.close()

    def _updater(self) -> Updater:
        pin = self._folder / _PIN
        known = pin.exists()
        root = pin.read_bytes() if known else self._first_root()
        metadata = self._folder / _METADATA
        if not known and metadata.exists():
            shutil.rmtree(metadata)  # of somebody who was never believed
        updater = Updater(
            str(metadata),
            f"{self._base}/metadata",
            str(self._packages()),
            f"{self._base}/targets",
            self._fetcher,
            bootstrap=root,
        )
        if not known:
            write_durably(pin, root)
        return updater

    def _first_root(self) -> bytes:
        root = self._fetcher.download_bytes(f"{self._base}/metadata/1.root.json", _LARGEST_ROOT)
        mark = fingerprint_of(root)
        if not self._believes(mark):
            raise CounterError(Code.UPDATES_STRANGE, fingerprint=mark)
        return root

    def _release(self, target: TargetFile) -> Release | None:
        """Return what this machine could install; another's, or what a later program publishes, is none."""
        name, digest = named(target.path), target.hashes.get("sha256", "")
        if name is None or name[1] != self._architecture or not digest or target.length > _LARGEST_PACKAGE:
            return None
        custom = target.custom if isinstance(target.custom, dict) else {}
        return Release(name[0], name[1], target.path, target.length, digest, str(custom.get("schema", "")))

    def _packages(self) -> Path:
        folder = self._folder / _PACKAGES
        folder.mkdir(exist_ok=True)
        return folder

    def _check_room(self, length: int) -> None:
        """While it is verified it is here twice. Raises UPDATE_NO_ROOM."""
        needed = 2 * length + _SPARE
        if shutil.disk_usage(self._folder).free < needed:
            raise CounterError(Code.UPDATE_NO_ROOM, path=self._folder, megabytes=-(-needed // _MB))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = FileLock(self._folder / "search.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise CounterError(Code.UPDATE_BUSY) from error
        except OSError as error:
            raise CounterError(Code.DATA_NOT_WRITABLE, path=self._folder) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except exceptions.DownloadHTTPError as error:
            if error.status_code in _HIDDEN:
                raise CounterError(Code.UPDATES_NOT_OFFERED, host=self._upstream.host) from error
            raise CounterError(Code.SERVER_REFUSED, status=error.status_code, title=str(error)) from error
        except (exceptions.RepositoryError, exceptions.DownloadError) as error:
            code = next((code for kind, code in _REFUSED if isinstance(error, kind)), Code.LINK_DOWN)
            log.warning("event=update_not_believed code=%s kind=%s", code.value, type(error).__name__)
            raise CounterError(code, detail=type(error).__name__) from error
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise CounterError(Code.UPDATE_NO_ROOM, path=self._folder, megabytes=_SPARE // _MB) from error
            raise CounterError(Code.DATA_NOT_WRITABLE, path=self._folder) from error


def _copied(path: Path, to: Path, length: int) -> bool:
    """Copy a file that anybody may have put there; True if it was one of this length."""
    try:
        given = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    with os.fdopen(given, "rb") as source:
        about = os.fstat(source.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_size != length:
            return False
        with to.open("wb") as kept:
            shutil.copyfileobj(source, kept, _MB)
    return to.stat().st_size == length
