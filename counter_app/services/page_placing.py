"""Where the pages of a scan go: into one row, before or instead of a page, or a whole pile over all the rows."""

from dataclasses import dataclass, replace

from counter_app.documents.separators import Separator
from counter_app.services import page_edits as edits
from counter_app.services.drafts import Draft, DraftPage


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the next page of a scan goes.

    ``place``: before that page of the row, None: at its end. ``instead``: the next page takes the place of that one.
    ``bare``: the next page is the one before it without its note. ``every``: go on to the next row after so many
    pages; ``separators``: at each separator sheet. ``filled`` counts the pages of this row, ``landed`` all of them.
    """

    paper: int
    place: int | None = None
    instead: bool = False
    bare: bool = False
    every: int = 0
    separators: bool = False
    filled: int = 0
    landed: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """The form with one more page, where it went, and where the next one goes; ``place`` None: it was a separator."""

    draft: Draft
    placing: Placing
    paper: int
    place: int | None


def place_page(draft: Draft, placing: Placing, page: DraftPage, separator: Separator | None = None) -> Placed:
    """Put a page where it belongs."""
    if placing.separators and separator is not None:
        aside = edits.set_aside(draft, placing.paper, page)
        first = placing.landed == 0 and separator.paper == 0  # a sheet on top of the pile parts nothing
        paper = placing.paper if first else _row_after(draft, separator, placing.paper)
        return Placed(aside, replace(placing, paper=paper, filled=0, landed=placing.landed + 1), placing.paper, None)
    if placing.every and placing.filled >= placing.every:
        placing = replace(placing, paper=_next_row(draft, placing.paper), filled=0)
    row = draft.papers[placing.paper].pages
    place = len(row) if placing.place is None else min(placing.place, len(row))
    page = replace(page, bare=placing.bare)
    put = edits.put_instead if placing.instead else edits.insert
    after = replace(
        placing,
        place=None if placing.place is None else place + 1,
        instead=False,
        bare=False,
        filled=placing.filled + 1,
        landed=placing.landed + 1,
    )
    return Placed(put(draft, placing.paper, place, page), after, placing.paper, place)


def _row_after(draft: Draft, separator: Separator, paper: int) -> int:
    """Return the row that a separator sheet names, else the next one."""
    row = separator.paper - 1
    named = 0 <= row < len(draft.papers) and edits.can_scan(draft.papers[row])
    return row if named else _next_row(draft, paper)


def _next_row(draft: Draft, paper: int) -> int:
    """Return the next row that has to be scanned; the last one takes the rest."""
    return next((row for row in edits.rows_for_pages(draft.papers) if row > paper), paper)
