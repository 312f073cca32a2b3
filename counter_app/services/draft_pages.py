"""The pictures of a half-filled form: kept as they land, changed without loss, and those that a cut left behind."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from counter_app.documents import page_cleaning as cleaning
from counter_app.documents.card_page import card_page
from counter_app.documents.page_pictures import open_page
from counter_app.documents.separators import Separator, separator_on
from counter_app.journal.journal import Journal
from counter_app.services.drafts import Draft, DraftPage, DraftPaper, PageEdit
from counter_app.services.landed_pages import FOLDER, PURPOSE, Landed, LandedPages
from counter_app.services.page_edits import blobs_of, rows_for_pages
from counter_app.store import local
from counter_app.store.codec import from_text

SCREEN = 1000
"""Dots across a page as a screen shows it whole."""


@dataclass(frozen=True, slots=True)
class TakenPage:
    """A page that is kept, how a screen shows it, and what it says if it is a sheet between papers."""

    page: DraftPage
    preview: Image.Image
    separator: Separator | None = None


class DraftPages:
    """What is done to pictures before reception; all of it blocks for pictures or files."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._blobs = journal.database.blobs
        self._landed = LandedPages(journal.database.folder / FOLDER, self._blobs.key_for(PURPOSE))

    def begin(self, draft: str, paper: int) -> Path:
        """Return the folder that a scan into this row writes to. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        return self._landed.begin(draft, paper)

    def land(self, path: Path) -> Path:
        """Seal a page that the scanner wrote, durably; returns where it waits. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        return self._landed.land(path)

    def content(self, path: Path) -> bytes:
        """Return the picture of a waiting page, PNG. Raises OSError, ValueError where it was changed."""
        return self._landed.read(path)

    def end(self, folder: Path) -> None:
        """Say that this scan is over."""
        self._landed.end(folder)

    def take(self, content: bytes, *, separators: bool = False) -> TakenPage:
        """Keep a page durably; says whether it seems blank and, if asked, whether it is a separator sheet.

        Raises DISK_FULL, PAGE_UNREADABLE.
        """
        picture = open_page(content)
        page = DraftPage(self._blobs.put(content), len(content), blank=cleaning.is_blank(picture))
        return TakenPage(page, preview(picture), separator_on(picture) if separators else None)

    def placed(self, desk: int, page: DraftPage, path: Path) -> None:
        """Clear away the file of a page once the form of ``desk`` has it durably; call behind the form's saving."""
        with self._journal.database.read() as connection:
            body = local.draft(connection, desk)
        if body is not None and page.sha256 in blobs_of(from_text(body, Draft)):
            self._landed.taken(path)

    def waiting(self) -> tuple[Landed, ...]:
        """Return pages that a crash or a power cut left in no form, the oldest first."""
        with self._journal.database.read() as connection:
            bodies = local.draft_bodies(connection)
        held = (blobs_of(from_text(body, Draft)) for body in bodies)
        return self._landed.waiting(frozenset().union(*held))

    def unwanted(self, path: Path) -> None:
        """Clear away a waiting page that the officer does not want, and its picture if no form or dossier has it."""
        with suppress(FileNotFoundError, ValueError):
            sha256 = hashlib.sha256(self._landed.read(path)).hexdigest()
            with self._journal.database.read() as connection:
                used = local.blob_is_referred_to(connection, sha256)
            if not used:
                self._blobs.remove(sha256)
        self._landed.taken(path)

    def preview(self, sha256: str, widest: int = SCREEN) -> Image.Image:
        """Return a page as a screen shows it. Raises BLOB_MISSING, BLOB_DAMAGED, PAGE_UNREADABLE."""
        return preview(open_page(self._blobs.get(sha256)), widest)

    def proof(self, page: DraftPage, edit: PageEdit) -> Image.Image:
        """Return how a page would look turned and straightened by an edit, not yet cropped; raises as ``preview``."""
        small = preview(open_page(self._blobs.get(page.original or page.sha256)))
        return cleaning.turned(small, edit.turns, edit.angle)

    def edited(self, page: DraftPage, edit: PageEdit) -> DraftPage:
        """Return the page as ``edit`` shows it, always made from the picture as scanned.

        Raises DISK_FULL, BLOB_MISSING, PAGE_UNREADABLE.
        """
        original, size = page.original or page.sha256, page.original_size or page.size
        edit = replace(edit, turns=edit.turns % 4)
        if edit == PageEdit():
            return replace(page, sha256=original, size=size, original="", original_size=0, edit=edit)
        content = cleaning.edited(self._blobs.get(original), edit.turns, edit.angle, edit.crop)
        made = self._blobs.put(content)
        return replace(page, sha256=made, size=len(content), original=original, original_size=size, edit=edit)

    def straightened(self, page: DraftPage) -> PageEdit:
        """Return the edit that would make a page's lines level; the same edit where they are, or nobody can tell."""
        picture = self._before_cleaning(page)
        return replace(page.edit, angle=cleaning.skew(picture))

    def trimmed(self, page: DraftPage) -> PageEdit:
        """Return the edit that would leave only what matters of a page."""
        picture = cleaning.turned(self._before_cleaning(page), 0, page.edit.angle)
        return replace(page.edit, crop=cleaning.content_box(picture))

    def card(self, front: DraftPage, back: DraftPage) -> DraftPage:
        """Return one page with both sides of a card. Raises DISK_FULL, BLOB_MISSING, PAGE_UNREADABLE."""
        content = card_page(self._blobs.get(front.sha256), self._blobs.get(back.sha256))
        return DraftPage(self._blobs.put(content), len(content))

    def sheets(self, papers: Sequence[DraftPaper]) -> bytes:
        """Return the separator sheets of a checklist, PDF."""
        from counter_app.documents.separator_sheets import separator_sheets  # reportlab is slow to load

        return separator_sheets([(row + 1, papers[row].name) for row in rows_for_pages(papers)])

    def _before_cleaning(self, page: DraftPage) -> Image.Image:
        picture = open_page(self._blobs.get(page.original or page.sha256))
        return cleaning.turned(picture.convert("L"), page.edit.turns, 0.0)


def preview(picture: Image.Image, widest: int = SCREEN) -> Image.Image:
    """Return a picture in grey or colour, at most ``widest`` dots wide."""
    small = picture.convert("L" if picture.mode in ("1", "L") else "RGB")
    if small.width > widest:
        height = max(1, round(small.height * widest / small.width))
        small = small.resize((widest, height), Image.Resampling.BILINEAR, reducing_gap=2.0)
    return small
