"""Scanned pages that are in no row yet: sealed in a folder of the station until they are, also over a power cut.

A scanner writes them as plain files, in memory where the system can (:mod:`counter_app.store.memory`); each is sealed
on the disk as it lands. What a killed scan left in memory, the raw pages in its ``.scan-*`` folder too, is kept where
it is whole.
"""

import hashlib
import logging
import secrets
import shutil
import threading
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image, UnidentifiedImageError

from counter_app.errors import CounterError
from counter_app.store.durable import durable_file, make_folder_durably, write_durably
from counter_app.store.memory import kept_in_memory, memory_folder

log = logging.getLogger(__name__)

FOLDER = "scans"
PURPOSE = "landed pages"
"""What the key of these files is derived for."""
_NOTE = "for.json"
_SEALED = ".page"
_NONCE = 12
_USUAL_DPI = 200


@dataclass(frozen=True, slots=True)
class Landed:
    """A whole page that no row has (see ``LandedPages.read``), and the draft, row and beginning of its scan."""

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

    def __init__(self, folder: Path, key: bytes, memory: Path | None = None) -> None:
        """``memory`` is where scanners write (None: where the system keeps files in memory, else in ``folder``)."""
        self._folder = folder
        self._cipher = AESGCM(key)
        self._memory = memory
        self._lock = threading.Lock()
        self._under_way: set[str] = set()

    def begin(self, draft_id: str, paper: int) -> Path:
        """Return a new folder that one scan into this row writes to. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        now = datetime.now(UTC)
        make_folder_durably(self._folder)
        made = self._folder / f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        with self._lock:
            self._under_way.add(made.name)
        make_folder_durably(made)
        with suppress(OSError):
            self._folder.chmod(0o700)
            made.chmod(0o700)
        write_durably(made / _NOTE, msgspec.json.encode(_Note(draft_id, paper, now)))
        return self._plain_folder(made)

    def land(self, page: Path) -> Path:
        """Seal a whole page (PNG) durably; the plain file goes, and the sealed one's path is returned.

        Raises DISK_FULL, DATA_NOT_WRITABLE; then the plain file stays.
        """
        kept = self._folder / page.parent.name
        make_folder_durably(kept)
        sealed = kept / f"{page.stem}{_SEALED}"
        nonce = secrets.token_bytes(_NONCE)
        write_durably(sealed, nonce + self._cipher.encrypt(nonce, page.read_bytes(), _bound_to(sealed)))
        page.unlink(missing_ok=True)
        return sealed

    def read(self, path: Path) -> bytes:
        """Return the picture of a sealed page, PNG. Raises OSError, ValueError where it was changed."""
        sealed = path.read_bytes()
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound_to(path))
        except InvalidTag as error:
            raise ValueError("not as it was sealed") from error

    def end(self, folder: Path) -> None:
        """Say that the scan into this folder is over; what is still in it is waiting from now on."""
        with self._lock:
            self._under_way.discard(folder.name)
        self._tidy(folder.name)

    def waiting(self, in_rows: Collection[str] = ()) -> tuple[Landed, ...]:
        """Return the pages of scans that are over or were cut off, the oldest first.

        A page whose SHA-256 is among ``in_rows`` got into its row just before the cut: it is cleared away.
        """
        found: list[Landed] = []
        for name in sorted(self._scans()):
            with self._lock:
                if name in self._under_way:
                    continue
            with suppress(OSError):
                found += self._pages(name, in_rows)
        return tuple(found)

    def taken(self, path: Path) -> None:
        """Clear a page away that is durably in a row, or that the officer does not want."""
        path.unlink(missing_ok=True)
        with self._lock:
            if path.parent.name in self._under_way:
                return
        self._tidy(path.parent.name)

    def _plain_folder(self, made: Path) -> Path:
        with self._lock:
            place = self._memory or memory_folder(self._place())
            if place is None:
                return made
            plain = place / made.name
            try:
                plain.mkdir(mode=0o700, parents=self._memory is not None)
            except OSError:
                return made
            return plain

    def _place(self) -> str:
        """The name in memory of what belongs to this folder, the same after a restart."""
        return hashlib.sha256(str(self._folder.resolve()).encode()).hexdigest()[:16]

    def _roots(self) -> Iterator[Path]:
        """Where folders of scans are: in memory, and on the disk."""
        place = self._memory or kept_in_memory(self._place())
        if place is not None:
            yield place
        yield self._folder

    def _scans(self) -> set[str]:
        names: set[str] = set()
        for root in self._roots():
            with suppress(OSError):
                names |= {path.name for path in root.iterdir() if path.is_dir()}
        return names

    def _pages(self, name: str, in_rows: Collection[str]) -> list[Landed]:
        self._land_what_is_left(name)
        folder = self._folder / name
        try:
            note = msgspec.json.decode((folder / _NOTE).read_bytes(), type=_Note)
        except (OSError, msgspec.DecodeError):  # cut off before the note was written: then no page came either
            note = _Note("", 0, datetime.fromtimestamp(folder.stat().st_mtime, UTC))
        pages = []
        for path in sorted(folder.glob(f"*{_SEALED}")):
            if in_rows and self._digest(path) in in_rows:
                path.unlink(missing_ok=True)
            else:
                pages.append(Landed(path, note.draft, note.paper, note.began_at))
        if not pages:
            self._tidy(name)
        return pages

    def _digest(self, path: Path) -> str:
        try:
            return hashlib.sha256(self.read(path)).hexdigest()
        except (OSError, ValueError):
            return ""

    def _land_what_is_left(self, name: str) -> None:
        """Seal the whole pages of a scan that was cut off; without room they stay where they are, for the next time."""
        for root in self._roots():
            _rescue(root / name)
            for page in sorted((root / name).glob("*.png")):
                try:
                    self.land(page)
                except CounterError as error:
                    log.info("event=landed_page_not_sealed code=%s", error.code.value)
                    return

    def _tidy(self, name: str) -> None:
        """Remove the folders of a scan if no page is left in them; its last page and its end may do so at once."""
        folders = [root / name for root in self._roots()]
        if any(any(folder.glob(kind)) for folder in folders for kind in (f"*{_SEALED}", "*.png", ".scan-*/*.pnm")):
            return
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
        if self._memory is None and (place := kept_in_memory(self._place())) is not None:
            with self._lock, suppress(OSError):  # it is not empty: another scan is under way
                place.rmdir()


def _bound_to(sealed: Path) -> bytes:
    """A sealed page opens under its own name only: two cannot be exchanged unseen."""
    return f"{sealed.parent.name}/{sealed.name}".encode()


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
