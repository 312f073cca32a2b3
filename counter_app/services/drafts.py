"""The half-filled form of a reception, exactly as typed, and its checklist."""

from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.domain.dossier_facts import PaymentMethod, PersonKind, ReceivedPaper, ReturnWay
from counter_app.domain.procedures import Channel, PaperCount, PaperForm, Procedure

WHOLE = (0.0, 0.0, 1.0, 1.0)
"""A crop that takes nothing away: left, top, right and bottom as shares of width and height."""


@dataclass(frozen=True, slots=True)
class PageEdit:
    """How a page differs from its picture as scanned: quarter turns clockwise, then degrees clockwise, then a crop."""

    turns: int = 0
    angle: float = 0.0
    crop: tuple[float, float, float, float] = WHOLE


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A page already scanned: its blob and size in bytes.

    A changed page keeps the picture as scanned, ``original``, until reception. ``blank`` is a guess; ``noted`` means
    that a note is stuck on it, ``bare`` that it is the page before without that note.
    """

    sha256: str
    size: int
    original: str = ""
    original_size: int = 0
    edit: PageEdit = PageEdit()
    blank: bool = False
    noted: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class RemovedPage:
    """A page taken out of its row: it can be put back until reception. ``separator``: it was a sheet between papers."""

    paper: int
    place: int
    page: DraftPage
    separator: bool = False


@dataclass(frozen=True, slots=True)
class DraftPaper:
    """One row of the checklist; of the papers with one ``choice`` one is enough, ``extra`` is not in the catalogue.

    ``sides`` is how many written pages the officer counted in the paper itself; 0 before anybody counted.
    """

    name: str
    form: PaperForm
    copies: int
    required: bool
    condition: str
    applies: bool
    pages: tuple[DraftPage, ...] = ()
    choice: str = ""
    also: tuple[PaperCount, ...] = ()
    extra: bool = False
    sides: int = 0


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """Somebody beside the applicant; ``paper`` is what an authorised person acts by."""

    name: str = ""
    identity: str = ""
    birth: str = ""
    sex: str = ""
    residence: str = ""
    phone: str = ""
    email: str = ""
    paper: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was filled in."""
        return not any(text.strip() for text in (self.name, self.identity, self.residence, self.phone, self.paper))


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled form; ``copies`` is the number of fee units (pages), ``fee_copies`` of how many copies of them.

    ``submitted`` and ``due`` are typed moments; ``authority`` is the id of a known office, empty if it was typed.
    A draft that goes on with a registered dossier has its id. ``reason``, ``contact`` and ``until`` are of form 02.
    ``spare`` are the blobs of pictures that no page shows any more; they go with the form.
    """

    id: str
    ticket: str = ""
    procedure: str = ""
    name: str = ""
    identity: str = ""
    birth: str = ""
    sex: str = ""
    residence: str = ""
    phone: str = ""
    email: str = ""
    papers: tuple[DraftPaper, ...] = ()
    payment: PaymentMethod = PaymentMethod.CASH
    copies: int = 1
    saved_at: datetime | None = None
    channel: Channel = Channel.IN_PERSON
    other_code: str = ""
    submitted: str = ""
    kind: PersonKind = PersonKind.CITIZEN
    representative: str = ""
    co_applicants: tuple[DraftPerson, ...] = ()
    authorised: DraftPerson = DraftPerson()
    sets: int = 1
    content: str = ""
    return_way: ReturnWay = ReturnWay.COUNTER
    return_address: str = ""
    authority: str = ""
    authority_name: str = ""
    fee_copies: int = 1
    due: str = ""
    resumed: bool = False
    reason: str = ""
    contact: str = ""
    until: str = ""
    removed: tuple[RemovedPage, ...] = ()
    spare: tuple[str, ...] = ()

    @property
    def has_more(self) -> bool:
        """Whether anything of the seldom used parts is filled in."""
        usual = Draft("")
        seldom = ("channel", "kind", "sets", "return_way", "content", "authority_name", "other_code", "submitted")
        changed = any(getattr(self, name) != getattr(usual, name) for name in seldom)
        return changed or bool(self.co_applicants) or not self.authorised.blank


def papers_of(procedure: Procedure) -> tuple[DraftPaper, ...]:
    """The checklist of a procedure: what is required is taken to be there, of alternatives the first."""
    chosen: set[str] = set()
    rows = []
    for paper in procedure.papers:
        applies = paper.required and paper.choice not in chosen
        if paper.choice:
            chosen.add(paper.choice)
        rows.append(
            DraftPaper(
                name=paper.name,
                form=paper.form,
                copies=paper.copies,
                required=paper.required,
                condition=paper.condition,
                applies=applies,
                choice=paper.choice,
                also=paper.also,
            )
        )
    return tuple(rows)


def put_paper(papers: tuple[DraftPaper, ...], index: int, paper: DraftPaper) -> tuple[DraftPaper, ...]:
    """Change one row; an alternative that is taken makes way for others of its choice that have no page yet."""
    rows = [*papers[:index], paper, *papers[index + 1 :]]
    if paper.choice and paper.applies and not papers[index].applies:
        for place, row in enumerate(rows):
            if place != index and row.choice == paper.choice and not row.pages:
                rows[place] = replace(row, applies=False)
    return tuple(rows)


def missing_papers(papers: tuple[DraftPaper, ...]) -> tuple[tuple[str, ...], ...]:
    """What is required and not there, in order; more than one name are alternatives."""
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for paper in papers:
        if not paper.choice:
            if paper.required and not paper.applies:
                found.append((paper.name,))
        elif paper.choice not in seen:
            seen.add(paper.choice)
            group = [one for one in papers if one.choice == paper.choice]
            if any(one.required for one in group) and not any(one.applies for one in group):
                found.append(tuple(one.name for one in group))
    return tuple(found)


def kept_papers(procedure: Procedure | None, kept: tuple[ReceivedPaper, ...]) -> tuple[DraftPaper, ...]:
    """The checklist of a registered dossier: its rows as they were, then what the procedure has since added."""
    catalogue = {paper.name: paper for paper in papers_of(procedure)} if procedure else {}
    rows = [
        replace(
            catalogue.get(paper.name) or DraftPaper(paper.name, paper.form, paper.copies, False, "", True, extra=True),
            form=paper.form,
            copies=paper.copies,
            applies=paper.applies,
            also=paper.also,
        )
        for paper in kept
    ]
    names = {paper.name for paper in kept}
    return (*rows, *(paper for paper in catalogue.values() if paper.name not in names))
