"""Tiny packages, a private place to install them, and a repository of them as the province publishes it."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from counter_app.services.update_packages import Dpkg, describe
from counter_app.services.updates import own_architecture
from sync.updates.repository import Published, Publisher

ARCHITECTURE = own_architecture()
WORKS = """#!/bin/sh
case "$1" in
--version) echo "counter-app {version}" ;;
doctor) echo '{{"ok": false, "checks": [{{"what": "disk"}}]}}'; exit 1 ;;
esac
"""
NO_PROGRAM = "#!/bin/sh\nexit 139\n"
NO_DOCTOR = '#!/bin/sh\n[ "$1" = --version ] && echo "counter-app {version}" && exit 0\necho "no module" >&2; exit 1\n'


def now() -> datetime:
    """The clock of tests that need none of their own."""
    return datetime.now(UTC)


_BUILT: dict[tuple[object, ...], bytes] = {}
"""Packages are built once and written as often as they are wanted."""


def make_package(
    folder: Path,
    version: str,
    *,
    program: str = WORKS,
    schema: str = "0009",
    architecture: str = ARCHITECTURE,
    more: str = "",
    name: str = "counter-app",
    after: str = "",
    size: int = 0,
) -> Path:
    """Write a package whose program is a script.

    ``more`` are further lines of its control file, ``after`` is the script that runs when it was unpacked, ``size`` is
    how many bytes it has beside.
    """
    path = folder / f"{name}_{version}_{architecture}.deb"
    key = (version, program, schema, architecture, more, name, after, size)
    if key in _BUILT:
        path.write_bytes(_BUILT[key])
        return path
    tree = folder / f"tree-{version}-{architecture}"
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "usr/bin").mkdir(parents=True)
    control = f"Package: {name}\nVersion: {version}\nArchitecture: {architecture}\nSchema: {schema}\n{more}"
    about = "Maintainer: An Phúc <an-phuc@example.invalid>\nDescription: a trial\n"
    (tree / "DEBIAN/control").write_text(control + about, encoding="utf-8")
    _write_script(tree / "usr/bin/counter-app", program.format(version=version))
    (tree / "usr/bin/beside").write_bytes(bytes(size))
    if after:
        _write_script(tree / "DEBIAN/postinst", after)
    words = ("dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(path))
    subprocess.run(words, check=True, capture_output=True)
    _BUILT[key] = path.read_bytes()
    return path


def _write_script(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def private_dpkg(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Dpkg:
    """The system's own dpkg, on a place of its own; nobody needs to be root for that."""
    monkeypatch.setenv("DPKG_FORCE", "not-root,bad-path,unsafe-io")
    state = folder / "var/lib/dpkg"
    for name in ("info", "updates", "triggers"):
        (state / name).mkdir(parents=True)
    for name in ("status", "available"):
        (state / name).touch()
    return Dpkg(folder)


class Province:
    """A repository and its keys; ``age`` is how long ago it was when something is published."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keys, self.updates = folder / "keys", folder / "updates"
        folder.mkdir(exist_ok=True)

    def publisher(self, age: timedelta = timedelta()) -> Publisher:
        """One that signs as it was so long ago."""
        return Publisher(self.keys, self.updates, lambda: now() - age)

    def publish(self, version: str, age: timedelta = timedelta(), **package: Any) -> Published:  # noqa: ANN401
        """Publish a package of this version, made for it."""
        made = self.folder / f"{version}-{len(list(self.folder.iterdir()))}"
        made.mkdir()
        path = make_package(made, version, **package)
        return self.publisher(age).publish(path, describe(path))

    def target(self, version: str) -> Path:
        """The file that is served for a version."""
        return next((self.updates / "targets").glob(f"*.counter-app_{version}_*"))
