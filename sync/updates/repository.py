"""Publishes packages: signed metadata of The Update Framework, and the packages beside it, in one folder to be served.

Four keys, a file each. ``root`` says which the others are, ``targets`` says which packages there are: they belong
offline. ``snapshot`` and ``timestamp`` say what is the newest state, and must sign again every few days: they stay at
the server, and whoever steals them can only keep machines from learning of something new, for so long.
"""

import hashlib
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from counter_app.errors import Code, CounterError
from counter_app.services.update_packages import Package
from counter_app.services.updates import name_of
from counter_app.store.durable import durable_file, make_folder_durably, translated, write_durably
from sync.updates.trust import fingerprint_of

OFFLINE, ONLINE = ("root", "targets"), ("snapshot", "timestamp")
LASTS = {
    "root": timedelta(days=1826),
    "targets": timedelta(days=1095),
    "snapshot": timedelta(days=30),
    "timestamp": timedelta(days=7),
}
"""So long a signature is believed: the timestamp's is how long somebody may hide a new version."""
METADATA, TARGETS = "metadata", "targets"
_RENEWED_BEFORE = timedelta(days=365)
_PIECE = 1 << 20
_READABLE = 0o644

Kind = TypeVar("Kind", Root, Targets, Snapshot, Timestamp)


@dataclass(frozen=True, slots=True)
class Published:
    """What stands published now: the packages, whose signature, until when without a refresh."""

    versions: tuple[str, ...]
    fingerprint: str
    until: datetime
    made_keys: bool


class Publisher:
    """One repository; ``keys`` are looked for when they are needed, so the offline ones may be away at a refresh."""

    def __init__(self, keys: Path, updates: Path, now: Callable[[], datetime]) -> None:
        self._keys = keys
        self._metadata, self._targets = updates / METADATA, updates / TARGETS
        self._updates = updates
        self._now = now

    def publish(self, path: Path, package: Package) -> Published:
        """Let every machine find a package from now on; the first time everything is made.

        The same one again only refreshes. Raises UPDATE_KEY_MISSING, UPDATE_PUBLISHED, DISK_FULL, DATA_NOT_WRITABLE.
        """
        made = self._begin()
        targets = self._read("targets", Targets, self._snapshot().signed.meta["targets.json"].version)
        name, digest = name_of(package.version, package.architecture), _digest(path)
        known = targets.signed.targets.get(name)
        if known is not None and known.hashes.get("sha256") != digest:
            raise CounterError(Code.UPDATE_PUBLISHED, version=package.version)
        if known is None:
            self._copy(path, f"{digest}.{name}")
            custom = {"schema": package.schema}
            target = TargetFile(path.stat().st_size, {"sha256": digest}, name, {"custom": custom})
            targets.signed.targets[name] = target
        if known is None or targets.signed.expires < self._now() + _RENEWED_BEFORE:
            self._sign_next("targets", targets)
        self._renew_root()
        return self._refreshed(targets.signed.version, made=made)

    def refresh(self) -> Published:
        """Sign anew that what is published is the newest; without the offline keys. Raises as ``publish``."""
        if not (self._metadata / "timestamp.json").exists():
            raise CounterError(Code.UPDATE_KEY_MISSING, path=self._metadata / "timestamp.json")
        return self._refreshed(self._snapshot().signed.meta["targets.json"].version, made=False)

    def replace(self, roles: Collection[str]) -> Published:
        """Make new keys for these roles, and believe the old ones no more; ``root.key`` is needed.

        The old files stay beside the new ones as ``ROLE.key.old``. Raises as ``publish``.
        """
        root, old = self._root(), self._signer("root")
        for role in roles:
            path = self._path(role)
            for known in tuple(root.signed.roles[role].keyids):
                root.signed.revoke_key(known, role)
            if path.exists():
                path.replace(path.with_suffix(".key.old"))
            self._make_key(role)
            root.signed.add_key(self._signer(role).public_key, role)
        self._sign_next("root", root, old)
        targets = self._read("targets", Targets, self._snapshot().signed.meta["targets.json"].version)
        if "targets" in roles:
            self._sign_next("targets", targets)
        return self._refreshed(targets.signed.version, made=True, anew="snapshot" in roles)

    def _begin(self) -> bool:
        """Make keys and first metadata where there are none."""
        if (self._metadata / "timestamp.json").exists():
            return False
        try:
            for folder in (self._updates, self._metadata, self._targets):
                folder.mkdir(parents=True, exist_ok=True)
            self._keys.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise translated(error, self._updates) from error
        root = Root(expires=self._until("root"), consistent_snapshot=True)
        for role in (*OFFLINE, *ONLINE):
            if not self._path(role).exists():
                self._make_key(role)
            root.add_key(self._signer(role).public_key, role)
        self._sign("root", Metadata(root))
        self._sign("targets", Metadata(Targets(expires=self._until("targets"))))
        self._sign("snapshot", Metadata(Snapshot(expires=self._until("snapshot"))))
        self._sign("timestamp", Metadata(Timestamp(expires=self._until("timestamp"))))
        return True

    def _refreshed(self, targets: int, *, made: bool, anew: bool = False) -> Published:
        """Let the snapshot speak of these targets, and the timestamp of the snapshot; clients see both or neither."""
        snapshot = self._snapshot()
        half = self._now() + LASTS["snapshot"] / 2
        if anew or snapshot.signed.meta["targets.json"].version != targets or snapshot.signed.expires < half:
            snapshot.signed.meta["targets.json"] = MetaFile(targets)
            self._sign_next("snapshot", snapshot)
        timestamp = self._read("timestamp", Timestamp)
        timestamp.signed.snapshot_meta = MetaFile(snapshot.signed.version)
        self._sign_next("timestamp", timestamp)
        names = sorted(self._read("targets", Targets, targets).signed.targets)
        first = (self._metadata / "1.root.json").read_bytes()
        return Published(tuple(names), fingerprint_of(first), timestamp.signed.expires, made)

    def _renew_root(self) -> None:
        """Sign the root again in its last year; where its key is away, another time does."""
        root = self._root()
        if root.signed.expires < self._now() + _RENEWED_BEFORE and self._path("root").exists():
            self._sign_next("root", root)

    def _root(self) -> Metadata[Root]:
        version = max((int(path.name.partition(".")[0]) for path in self._metadata.glob("*.root.json")), default=1)
        return self._read("root", Root, version)

    def _snapshot(self) -> Metadata[Snapshot]:
        return self._read("snapshot", Snapshot, self._read("timestamp", Timestamp).signed.snapshot_meta.version)

    def _read(self, role: str, kind: type[Kind], version: int | None = None) -> Metadata[Kind]:
        name = f"{role}.json" if version is None else f"{version}.{role}.json"
        try:
            read: Metadata[Kind] = Metadata.from_bytes((self._metadata / name).read_bytes())
        except (OSError, RepositoryError) as error:
            raise CounterError(Code.UPDATE_KEY_MISSING, path=self._metadata / name) from error
        if not isinstance(read.signed, kind):
            raise CounterError(Code.UPDATE_KEY_MISSING, path=self._metadata / name)
        return read

    def _sign_next(self, role: str, metadata: Metadata[Kind], *others: CryptoSigner) -> None:
        metadata.signed.version += 1
        metadata.signed.expires = self._until(role)
        self._sign(role, metadata, *others)

    def _sign(self, role: str, metadata: Metadata[Kind], *others: CryptoSigner) -> None:
        """``others`` sign too: a root is believed that the root before it signed."""
        metadata.sign(self._signer(role))
        for one in others:
            metadata.sign(one, append=True)
        name = "timestamp.json" if role == "timestamp" else f"{metadata.signed.version}.{role}.json"
        write_durably(self._metadata / name, metadata.to_bytes(), mode=_READABLE)

    def _until(self, role: str) -> datetime:
        return self._now().replace(microsecond=0) + LASTS[role]

    def _path(self, role: str) -> Path:
        return self._keys / f"{role}.key"

    def _make_key(self, role: str) -> None:
        plain = serialization.NoEncryption()
        form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        write_durably(self._path(role), Ed25519PrivateKey.generate().private_bytes(*form))

    def _signer(self, role: str) -> CryptoSigner:
        path = self._path(role)
        try:
            return CryptoSigner(serialization.load_pem_private_key(path.read_bytes(), None))
        except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise CounterError(Code.UPDATE_KEY_MISSING, path=path) from error

    def _copy(self, path: Path, name: str) -> None:
        make_folder_durably(self._targets)
        try:
            with path.open("rb") as given, durable_file(self._targets / name) as kept:
                while piece := given.read(_PIECE):
                    kept.write(piece)
            os.chmod(self._targets / name, _READABLE)  # noqa: PTH101 - by whatever umask: the server must read it
        except OSError as error:
            raise translated(error, self._targets) from error


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
