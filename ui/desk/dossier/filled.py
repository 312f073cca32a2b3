"""What is filled in for an act, and how it is done: one call of the lifecycle for each act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from counter_app.documents.untrusted_files import LARGEST_FILE
from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import FileRole, PaymentMethod, ReceivedPaper
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Fact
from counter_app.errors import Code, CounterError
from counter_app.services.lifecycle import Lifecycle, Override
from ui.desk.dossier.acts import Act


@dataclass(frozen=True, slots=True)
class Filled:
    """Everything that the forms of the acts ask for; each act takes what is its own."""

    reason: str = ""
    items: tuple[str, ...] = ()
    papers: tuple[ReceivedPaper, ...] = ()
    contact: str = ""
    until: date | None = None
    due: datetime | None = None
    taker: str = ""
    step: int = 0
    note: str = ""
    amount: int = 0
    method: PaymentMethod = PaymentMethod.CASH
    receipt: str = ""
    number: str = ""
    signer: str = ""
    issued: date | None = None
    refusal: bool = False
    who: str = ""
    path: Path | None = None
    role: FileRole = FileRole.DRAFT


@dataclass(frozen=True, slots=True)
class Doing:
    """An act about to be done."""

    lifecycle: Lifecycle
    dossier: str
    officer: str
    filled: Filled
    override: Override | None = None


def perform(act: Act, doing: Doing) -> Dossier:
    """Do it; blocks. Raises what the lifecycle raises, and FILE_EMPTY for a file that cannot be read."""
    return _DOING[act](doing)


def fact_of(act: Act, officer: str, filled: Filled) -> Fact | None:
    """What the journal would say, for seeing the form beforehand; None for acts without one."""
    match act:
        case Act.SUPPLEMENT:
            return facts.SupplementRequested(officer, filled.items, filled.reason, filled.contact, filled.until)
        case Act.REFUSE:
            return facts.DossierRefused(officer, filled.items)
        case Act.EXTEND if filled.due is not None:
            return facts.TermExtended(officer, filled.reason, filled.due)
        case Act.STOP:
            return facts.DossierStopped(officer, filled.reason)
        case _:
            return None


def _hand_over(do: Doing) -> Dossier:
    filled = do.filled
    return do.lifecycle.hand_over(
        do.dossier, do.officer, filled.taker, step=filled.step, note=filled.note, override=do.override
    )


def _ready(do: Doing) -> Dossier:
    filled = do.filled
    return do.lifecycle.mark_ready(
        do.dossier,
        do.officer,
        signer=filled.signer,
        number=filled.number,
        issued=filled.issued,
        refusal=filled.refusal,
        override=do.override,
    )


def _supplement(do: Doing) -> Dossier:
    filled = do.filled
    return do.lifecycle.request_supplement(
        do.dossier,
        do.officer,
        filled.items,
        filled.reason,
        contact=filled.contact,
        until=filled.until,
        override=do.override,
    )


def _extend(do: Doing) -> Dossier:
    if do.filled.due is None:
        raise CounterError(Code.DUE_NOT_LATER, due="")
    return do.lifecycle.extend(do.dossier, do.officer, do.filled.reason, do.filled.due, do.override)


def _payment(do: Doing) -> Dossier:
    filled = do.filled
    return do.lifecycle.request_payment(
        do.dossier, do.officer, filled.amount, filled.reason, until=filled.until, override=do.override
    )


def _attach(do: Doing) -> Dossier:
    path = do.filled.path
    if path is None:
        raise CounterError(Code.FILE_EMPTY, name="")
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:  # not even read
            raise CounterError(Code.FILE_TOO_LARGE, name=path.name, megabytes=size >> 20, most=LARGEST_FILE >> 20)
        content = path.read_bytes()
    except OSError as error:
        raise CounterError(Code.FILE_EMPTY, name=path.name) from error
    return do.lifecycle.attach(do.dossier, do.officer, do.filled.role, path.name, content)


_DOING: Mapping[Act, Callable[[Doing], Dossier]] = {
    Act.TAKE_OVER: lambda do: do.lifecycle.take_over(do.dossier, do.officer),
    Act.APPROVE: lambda do: do.lifecycle.approve(do.dossier, do.officer, do.filled.note),
    Act.SEND_BACK: lambda do: do.lifecycle.send_back(do.dossier, do.officer, do.filled.taker, do.filled.reason),
    Act.HAND_OVER: _hand_over,
    Act.READY: _ready,
    Act.TAKE_SUPPLEMENT: lambda do: do.lifecycle.take_supplement(
        do.dossier, do.officer, do.filled.papers, do.filled.note, do.override
    ),
    Act.RECORD_PAYMENT: lambda do: do.lifecycle.record_payment(
        do.dossier, do.officer, do.filled.method, do.filled.receipt, do.override
    ),
    Act.SUPPLEMENT: _supplement,
    Act.EXTEND: _extend,
    Act.PAYMENT: _payment,
    Act.WITHDRAW: lambda do: do.lifecycle.request_withdrawal(
        do.dossier, do.officer, do.filled.who, do.filled.reason, do.override
    ),
    Act.STOP: lambda do: do.lifecycle.stop(do.dossier, do.officer, do.filled.reason, do.override),
    Act.REFUSE: lambda do: do.lifecycle.refuse(do.dossier, do.officer, do.filled.items, do.override),
    Act.ATTACH: _attach,
    Act.COMMENT: lambda do: do.lifecycle.comment(do.dossier, do.officer, do.filled.reason),
}
