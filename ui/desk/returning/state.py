"""What the page Trả kết quả shows, as plain values."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtGui import QImage

from counter_app.domain.dossier_facts import ReturnWay
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.places import Officer
from ui.desk.process.work import StepLine, Work


class Taker(IntEnum):
    """Who takes the result."""

    OWNER = 0
    AUTHORISED = 1
    OTHER = 2


@dataclass(frozen=True, slots=True)
class CardMatch:
    """One line of the comparison of card and dossier."""

    name: str
    on_dossier: str
    on_card: str

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.on_dossier.casefold() == self.on_card.casefold()


@dataclass(frozen=True, slots=True)
class TakerForm:
    """Who takes it, by which paper, which way; ``receipt_back`` once the receipt was handed in."""

    who: Taker = Taker.OWNER
    name: str = ""
    identity: str = ""
    paper: str = ""
    way: ReturnWay = ReturnWay.COUNTER
    receipt_back: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What else is read of a dossier: its way, its result's first page, who may sign, this person's other results."""

    same_day: bool = False
    signers: tuple[Officer, ...] = ()
    holder: str = ""
    work: Work | None = None
    way: tuple[StepLine, ...] = ()
    image: QImage | None = None
    others: tuple[Dossier, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnState:
    """The page: a dossier and its taker, or the results that wait for somebody to take them."""

    dossier: Dossier | None = None
    known: Known | None = None
    taker: TakerForm = TakerForm()
    signer: str = ""
    number: str = ""
    matches: tuple[CardMatch, ...] = ()
    problem: str = ""
    busy: bool = False

    @property
    def finishes(self) -> bool:
        """Whether it can be done and handed over in one go: a same-day result of this very desk."""
        known = self.known
        return (
            self.dossier is not None
            and self.dossier.state is DossierState.RECEIVED
            and known is not None
            and known.same_day
            and bool(known.signers)
        )

    @property
    def can_return(self) -> bool:
        """Whether there is a result to hand over, or one that can be made now."""
        return self.dossier is not None and (self.dossier.state is DossierState.DONE or self.finishes)
