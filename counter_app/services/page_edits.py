"""What is done to the pages of a half-filled form: pure changes, each of which can be undone until reception."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from counter_app.domain.procedures import PaperForm
from counter_app.services.drafts import Draft, DraftPage, DraftPaper, PageEdit, RemovedPage

_NOT_COPIED = frozenset({PaperForm.PRESENTED, PaperForm.ELECTRONIC})
"""Filed electronically, or only shown: not copied (Circular 01/2023/TT-VPCP art. 8)."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of every row, and those taken out: what one step of undoing goes back to."""

    rows: tuple[tuple[DraftPage, ...], ...]
    removed: tuple[RemovedPage, ...]


class Doubt(StrEnum):
    """What is odd about the pictures of a paper: as many as pages, and two of a page with a note (the same article)."""

    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    NO_TWIN = "no-twin"


@dataclass(frozen=True, slots=True)
class PageDoubt:
    """A doubt about the paper at index ``paper``: it has so many pictures, and should have so many."""

    paper: int
    doubt: Doubt
    have: int
    wanted: int


def pages_of(draft: Draft) -> Pages:
    """Return the pages as they are now."""
    return Pages(tuple(paper.pages for paper in draft.papers), draft.removed)


def with_pages(draft: Draft, pages: Pages) -> Draft:
    """Put pages in the rows; what no row shows any more is kept until reception. A row that is new keeps its own."""
    rows = [replace(paper, pages=row) for paper, row in zip(draft.papers, pages.rows, strict=False)]
    papers = (*rows, *draft.papers[len(rows) :])
    after = replace(draft, papers=papers, removed=pages.removed)
    shown = _shown(after)
    spare = dict.fromkeys(one for one in (*draft.spare, *_shown(draft)) if one not in shown)
    return replace(after, spare=tuple(spare))


def blobs_of(draft: Draft) -> frozenset[str]:
    """Return every blob that the form holds, also those of pages taken out and of pictures before a change."""
    return frozenset(_shown(draft)) | frozenset(draft.spare)


def left_over(draft: Draft) -> frozenset[str]:
    """Return the blobs that the dossier will not have: pages taken out, pictures before a change."""
    return blobs_of(draft) - {page.sha256 for paper in draft.papers for page in paper.pages}


def is_scanned(paper: DraftPaper) -> bool:
    """Whether a paper is there and has to be copied; also what need not be may be scanned."""
    return paper.applies and paper.form not in _NOT_COPIED


def can_scan(paper: DraftPaper) -> bool:
    """Whether pages can be put in this row: not where the paper is away or only shown."""
    return paper.applies and paper.form is not PaperForm.PRESENTED


def insert(draft: Draft, paper: int, place: int, page: DraftPage) -> Draft:
    """Put a page in a row before the one at ``place``; a place beyond the end is the end."""
    row = draft.papers[paper].pages
    return _with_row(draft, paper, (*row[:place], page, *row[place:]))


def remove(draft: Draft, paper: int, places: Collection[int]) -> Draft:
    """Take pages out of a row; put back one by one they are where they were, the first place first."""
    row = draft.papers[paper].pages
    gone = tuple(RemovedPage(paper, place, page) for place, page in enumerate(row) if place in places)
    kept = tuple(page for place, page in enumerate(row) if place not in places)
    return _with_row(draft, paper, kept, removed=(*draft.removed, *reversed(gone)))


def set_aside(draft: Draft, paper: int, page: DraftPage) -> Draft:
    """Keep a separator sheet among the pages taken out, in case it was none."""
    place = len(draft.papers[paper].pages)
    pages = pages_of(draft)
    return with_pages(draft, replace(pages, removed=(*pages.removed, RemovedPage(paper, place, page, separator=True))))


def restore(draft: Draft, which: int = -1) -> Draft:
    """Put a page back where it was taken out, the last one taken out first; none there changes nothing."""
    if not draft.removed:
        return draft
    back = draft.removed[which]
    paper = min(back.paper, len(draft.papers) - 1)
    if paper < 0:
        return draft
    rest = tuple(one for one in draft.removed if one is not back)
    row = draft.papers[paper].pages
    return _with_row(draft, paper, (*row[: back.place], back.page, *row[back.place :]), removed=rest)


def put_instead(draft: Draft, paper: int, place: int, page: DraftPage) -> Draft:
    """Put a page in the place of another one, which is taken out."""
    row = draft.papers[paper].pages
    if place >= len(row):
        return insert(draft, paper, place, page)
    gone = RemovedPage(paper, place, row[place])
    kept = replace(page, noted=row[place].noted, bare=row[place].bare)
    return _with_row(draft, paper, (*row[:place], kept, *row[place + 1 :]), removed=(*draft.removed, gone))


def change(draft: Draft, paper: int, place: int, page: DraftPage) -> Draft:
    """Show a page otherwise: turned, straightened, cropped, marked."""
    row = draft.papers[paper].pages
    return _with_row(draft, paper, (*row[:place], page, *row[place + 1 :]))


def move(draft: Draft, paper: int, places: Collection[int], to: int) -> Draft:
    """Put pages of a row, in their order, before the one that is at ``to`` now."""
    row = draft.papers[paper].pages
    moved = tuple(page for place, page in enumerate(row) if place in places)
    before = tuple(page for place, page in enumerate(row[:to]) if place not in places)
    after = tuple(page for place, page in enumerate(row[to:], start=to) if place not in places)
    return _with_row(draft, paper, (*before, *moved, *after))


def move_to_row(draft: Draft, paper: int, places: Collection[int], row: int) -> Draft:
    """Put pages at the end of another row."""
    if row == paper:
        return draft
    pages = pages_of(draft)
    moved = tuple(page for place, page in enumerate(pages.rows[paper]) if place in places)
    rows = list(pages.rows)
    rows[paper] = tuple(page for place, page in enumerate(rows[paper]) if place not in places)
    rows[row] = (*rows[row], *moved)
    return with_pages(draft, replace(pages, rows=tuple(rows)))


def interleave(draft: Draft, paper: int, first: int, fronts: int) -> Draft:
    """Put backs between their fronts: from ``first`` on ``fronts`` fronts, then the backs, the last sheet's first.

    A pile that was turned over as a whole comes out backwards. Without as many backs nothing changes.
    """
    row = draft.papers[paper].pages
    after = first + fronts
    front, back, rest = row[first:after], row[after : after + fronts], row[after + fronts :]
    if fronts == 0 or len(back) != fronts:
        return draft
    mixed = tuple(page for pair in zip(front, reversed(back), strict=True) for page in pair)
    return _with_row(draft, paper, (*row[:first], *mixed, *rest))


def join(draft: Draft, paper: int, place: int, page: DraftPage) -> Draft:
    """Put one page in the place of two: the sides of a card on one sheet."""
    row = draft.papers[paper].pages
    return _with_row(draft, paper, (*row[:place], page, *row[place + 2 :]))


def mark_noted(draft: Draft, paper: int, places: Collection[int], *, noted: bool) -> Draft:
    """Say that notes are stuck on pages, or that there are none."""
    row = draft.papers[paper].pages
    marked = (replace(page, noted=noted) if place in places else page for place, page in enumerate(row))
    return _with_row(draft, paper, tuple(marked))


def turned(edit: PageEdit, turns: int) -> PageEdit:
    """Return an edit with so many more quarter turns clockwise; what was cropped away stays away."""
    crop = edit.crop
    for _ in range(turns % 4):
        left, top, right, bottom = crop
        crop = (1 - bottom, left, 1 - top, right)
    return replace(edit, turns=(edit.turns + turns) % 4, crop=crop)


def carry(draft: Draft, papers: tuple[DraftPaper, ...]) -> Draft:
    """Give the form another checklist: rows of the same name keep their pages, other pages can be put back."""
    rest = {paper.name: paper for paper in draft.papers if paper.pages}
    rows = []
    for paper in papers:
        known = rest.pop(paper.name, None)
        rows.append(paper if known is None else replace(paper, pages=known.pages, sides=known.sides))
    gone = tuple(RemovedPage(0, place, page) for paper in rest.values() for place, page in enumerate(paper.pages))
    removed = tuple(replace(one, paper=0) for one in draft.removed)
    return replace(draft, papers=tuple(rows), removed=(*removed, *gone))


def rows_for_pages(papers: Iterable[DraftPaper]) -> tuple[int, ...]:
    """Return the rows that pages of a pile go into, in order."""
    return tuple(index for index, paper in enumerate(papers) if is_scanned(paper))


def wanted_pictures(paper: DraftPaper) -> int:
    """Return how many pictures a paper should have: one a page, two of a page with a note; 0 before it was counted."""
    return paper.sides + sum(page.noted for page in paper.pages) if paper.sides else 0


def lacks_twin(paper: DraftPaper) -> tuple[int, ...]:
    """Return the places of pages with a note that are not followed by the same page without it."""
    row = paper.pages
    return tuple(
        place for place, page in enumerate(row) if page.noted and not (place + 1 < len(row) and row[place + 1].bare)
    )


def page_doubt(index: int, paper: DraftPaper) -> PageDoubt | None:
    """Return what is odd about the pictures of a paper, if anything."""
    have, wanted = len(paper.pages), wanted_pictures(paper)
    if not is_scanned(paper) or not have:
        return None
    if lacks_twin(paper):
        return PageDoubt(index, Doubt.NO_TWIN, have, wanted)
    if wanted and have != wanted:
        return PageDoubt(index, Doubt.TOO_FEW if have < wanted else Doubt.TOO_MANY, have, wanted)
    return None


def page_doubts(draft: Draft) -> tuple[PageDoubt, ...]:
    """Return what is odd about the pictures, row by row."""
    found = (page_doubt(index, paper) for index, paper in enumerate(draft.papers))
    return tuple(doubt for doubt in found if doubt is not None)


def _with_row(
    draft: Draft, paper: int, row: tuple[DraftPage, ...], removed: tuple[RemovedPage, ...] | None = None
) -> Draft:
    pages = pages_of(draft)
    rows = (*pages.rows[:paper], row, *pages.rows[paper + 1 :])
    return with_pages(draft, Pages(rows, pages.removed if removed is None else removed))


def _shown(draft: Draft) -> dict[str, None]:
    """Return the blobs of the pages in rows and of those taken out, with their pictures as scanned; in order."""
    pages = [page for paper in draft.papers for page in paper.pages] + [one.page for one in draft.removed]
    return dict.fromkeys(sha256 for page in pages for sha256 in (page.sha256, page.original) if sha256)
