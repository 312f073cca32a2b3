"""Scanned pages that are in no row yet: they lie in a folder of the station until they are, also over a power cut.

One folder a scan, readable by its owner only, with a note of the draft and the row that asked. What a scan was about
to hand over when the program died, the raw pages in its ``.scan-*`` folder, is kept too where it is whole.
"""

import hashlib
import secrets
import shutil
import threading
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from PIL import Image, UnidentifiedImageError

from counter_app.store.durable import durable_file, make_folder_durably, write_durably

FOLDER = "scans"
_NOTE = "for.json"
_USUAL_DPI = 200


@dataclass(frozen=True, slots=True)
class Landed:
    """A whole page (PNG) that no row has, the draft and the row that it was scanned for, and when that scan began."""

    path: Path
    draft: str
    paper: int
    began_at: datetime


@dataclass(frozen=True, slots=True)
class _Note:
    draft: str
    paper: int
    began_at: datetime


class LandedPages:
    """The folder ``scans`` of a station. Any thread; blocks for files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._under_way: set[Path] = set()

    def begin(self, draft_id: str, paper: int) -> Path:
        """Return a new folder for one scan into this row. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        now = datetime.now(UTC)
        make_folder_durably(self._folder)
        made = self._folder / f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        with self._lock:
            self._under_way.add(made)
        make_folder_durably(made)
        with suppress(OSError):
            self._folder.chmod(0o700)
            made.chmod(0o700)
        write_durably(made / _NOTE, msgspec.json.encode(_Note(draft_id, paper, now)))
        return made

    def end(self, folder: Path) -> None:
        """Say that the scan into this folder is over; what is still in it is waiting from now on."""
        with self._lock:
            self._under_way.discard(folder)
        self._tidy(folder)

    def waiting(self, in_rows: Collection[str] = ()) -> tuple[Landed, ...]:
        """Return the pages of scans that are over or were cut off, the oldest first.

        A page whose SHA-256 is among ``in_rows`` got into its row just before the cut: it is cleared away.
        """
        found: list[Landed] = []
        with suppress(OSError):
            for folder in sorted(path for path in self._folder.iterdir() if path.is_dir()):
                with self._lock:
                    if folder in self._under_way:
                        continue
                found += self._pages(folder, in_rows)
        return tuple(found)

    def taken(self, path: Path) -> None:
        """Clear a page away that is durably in a row, or that the officer does not want."""
        path.unlink(missing_ok=True)
        with self._lock:
            if path.parent in self._under_way:
                return
        self._tidy(path.parent)

    def _pages(self, folder: Path, in_rows: Collection[str]) -> list[Landed]:
        try:
            note = msgspec.json.decode((folder / _NOTE).read_bytes(), type=_Note)
        except (OSError, msgspec.DecodeError):  # cut off before the note was written: then no page came either
            note = _Note("", 0, datetime.fromtimestamp(folder.stat().st_mtime, UTC))
        _rescue(folder)
        pages = []
        for path in sorted(folder.glob("*.png")):
            if in_rows and hashlib.sha256(path.read_bytes()).hexdigest() in in_rows:
                path.unlink(missing_ok=True)
            else:
                pages.append(Landed(path, note.draft, note.paper, note.began_at))
        if not pages:
            self._tidy(folder)
        return pages

    def _tidy(self, folder: Path) -> None:
        """Remove the folder of a scan if no page is left in it; its last page and its end may do so at once."""
        with suppress(FileNotFoundError):
            if folder.parent != self._folder or any(folder.glob("*.png")) or any(folder.glob(".scan-*/*.pnm")):
                return
            shutil.rmtree(folder, ignore_errors=True)


def _rescue(folder: Path) -> None:
    """Keep the whole raw pages that a killed scan left, as PNG behind those that landed.

    Where there is no room for that they stay as they are, for the next time.
    """
    for raw in sorted(folder.glob(".scan-*")):
        for page in sorted(raw.glob("*.pnm")):
            picture = _whole(page)
            if picture is None:
                continue
            target = folder / f"scan-rest-{raw.name[6:]}-{page.stem}.png"  # sorts behind scan-<hex>
            try:
                dots = _resolution(raw)
                with durable_file(target) as file:
                    picture.save(file, "PNG", compress_level=1, dpi=(dots, dots))
            except OSError:
                return
        shutil.rmtree(raw, ignore_errors=True)


def _whole(raw: Path) -> Image.Image | None:
    try:
        with Image.open(raw, formats=["PPM"]) as picture:
            picture.load()
            return picture
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None


def _resolution(raw: Path) -> int:
    """Read the dots per inch from the name of a raw folder, ``.scan-<dpi>-<random>``."""
    word = raw.name.split("-")[1]
    return int(word) if word.isdecimal() else _USUAL_DPI
