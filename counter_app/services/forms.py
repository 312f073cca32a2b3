"""The forms of one dossier as PDF, on the set that the law of its day prescribes; what was given out is kept."""

from collections.abc import Sequence

from counter_app.domain import dossier_facts as facts
from counter_app.domain import dossier_fold, folding
from counter_app.domain.dossier_facts import FormIssued, FormKind
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Duty, Fact, Recorded
from counter_app.domain.places import Office, Officer
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services import form_binding as binding
from counter_app.services.drawing import draw
from counter_app.services.form_binding import ACTS, Paid, Setting
from counter_app.services.receipts import Receipts
from counter_app.store import places, views

_NOT_RECEIVED = (DossierState.NEW, DossierState.REFUSED)


class Forms:
    """Makes, keeps and finds again. Everything here draws or reads files: call it off the main thread."""

    def __init__(self, journal: Journal, office: Office, receipts: Receipts) -> None:
        self._journal = journal
        self._office = office
        self._receipts = receipts

    def form(self, dossier_id: str, kind: FormKind) -> bytes:
        """One form, PDF. 01 to 05 are kept as they were first given out; 06 shows how things stand now.

        Raises DOSSIER_UNKNOWN, FORM_NOT_FOR_STATE (nothing happened that this form puts on paper), BLOB_MISSING,
        DISK_FULL.
        """
        if kind is FormKind.RECEIPT:
            return self._receipts.kept(dossier_id)
        dossier, history = self._read(dossier_id)
        if kind is FormKind.CONTROL:
            return self._control(dossier, history)
        kept = _kept(history, kind)
        if kept:
            return self._journal.database.blobs.get(kept)
        act = _last(history, ACTS[kind])
        if act is None:
            raise _not_for(dossier, kind.value)
        return self._keep(dossier, kind, act, self._drawn(dossier, history, act))

    def available(self, dossier_id: str) -> tuple[FormKind, ...]:
        """The forms that this dossier has something for, in the order of their numbers. Raises DOSSIER_UNKNOWN."""
        dossier, history = self._read(dossier_id)
        received = dossier.state not in _NOT_RECEIVED
        has = {FormKind.RECEIPT: received, FormKind.CONTROL: received}
        has |= {kind: _last(history, act) is not None for kind, act in ACTS.items()}
        return tuple(kind for kind in FormKind if has[kind])

    def preview(self, dossier_id: str, act: Fact) -> bytes:
        """Form 02 to 05 as it would be if ``act`` were done now; nothing is kept. Raises DOSSIER_UNKNOWN."""
        dossier, history = self._read(dossier_id)
        time = max((entry.time for entry in history), default=0) + 1
        entry = Recorded(act, f"dossier/{dossier_id}", "", 0, time, self._journal.clock.now(), "")
        return self._drawn(dossier, (*history, entry), entry)

    def payments(self, dossier_id: str) -> tuple[Paid, ...]:
        """What was paid for a dossier, in order: each can have its receipt. Raises DOSSIER_UNKNOWN."""
        return binding.payments(*self._read(dossier_id))

    def fee_receipt(self, dossier_id: str, number: int = 0) -> bytes:
        """The receipt of the ``number``-th payment, counted from 0. Raises DOSSIER_UNKNOWN, FORM_NOT_FOR_STATE."""
        dossier, history = self._read(dossier_id)
        paid = binding.payments(dossier, history)
        if not 0 <= number < len(paid):
            raise _not_for(dossier, "fee")
        return draw(binding.fee_receipt(dossier, paid[number], self._setting()))

    def _control(self, dossier: Dossier, history: Sequence[Recorded]) -> bytes:
        if dossier.state in _NOT_RECEIVED or dossier.due is None:
            raise _not_for(dossier, FormKind.CONTROL.value)
        returned = _last(history, facts.DossierReturned)
        by = returned.fact.officer if returned and isinstance(returned.fact, facts.DossierReturned) else ""
        now = self._journal.clock.now()
        return draw(binding.control(dossier, dossier.due, now, by, self._setting()))

    def _drawn(self, dossier: Dossier, history: Sequence[Recorded], act: Recorded) -> bytes:
        setting = self._setting()
        match act.fact:
            case facts.SupplementRequested() as fact:
                return draw(binding.supplement(dossier, fact, act.at, setting))
            case facts.DossierRefused() as fact:
                return draw(binding.refusal(dossier, fact, act.at, setting))
            case facts.TermExtended() as fact:
                due = binding.due_before(history, act) or fact.due
                return draw(binding.apology(dossier, fact, act.at, due, setting))
            case facts.DossierStopped() as fact:
                asked = _last(history, facts.WithdrawalRequested)
                return draw(binding.stop(dossier, fact, act.at, asked.at if asked else None, setting))
            case _:
                raise _not_for(dossier, "")

    def _keep(self, dossier: Dossier, kind: FormKind, act: Recorded, pdf: bytes) -> bytes:
        blobs, stream = self._journal.database.blobs, f"dossier/{dossier.id}"
        sha256 = blobs.put(pdf)
        with self._journal.transaction() as transaction:
            kept = _kept(views.recorded(transaction.connection, stream), kind)
            if kept:  # asked for twice at once: the first one counts
                return blobs.get(kept)
            transaction.add_blob(sha256, len(pdf))
            transaction.append(stream, FormIssued(kind, sha256, len(pdf)), act.actor)
        return pdf

    def _setting(self) -> Setting:
        with self._journal.database.read() as connection:
            officers = places.all_of(connection, Officer)
        leaders = [one.name for one in officers if one.office == self._office.id and one.may(Duty.APPROVAL)]
        # With several leaders nobody knows who will sign: the line stays open.
        return Setting(self._office, {one.id: one.name for one in officers}, leaders[0] if len(leaders) == 1 else "")

    def _read(self, dossier_id: str) -> tuple[Dossier, tuple[Recorded, ...]]:
        """The dossier and what made it so: entries under review put nothing on paper."""
        with self._journal.database.read() as connection:
            history = views.recorded(connection, f"dossier/{dossier_id}")
        folded = folding.fold(history, dossier_fold.step)
        if folded.state is None:
            raise CounterError(Code.DOSSIER_UNKNOWN, dossier=dossier_id)
        refused = {(one.station, one.seq) for one in folded.refused}
        return folded.state, tuple(entry for entry in history if (entry.station, entry.seq) not in refused)


def _last(history: Sequence[Recorded], kind: type) -> Recorded | None:
    return next((entry for entry in reversed(history) if isinstance(entry.fact, kind)), None)


def _kept(history: Sequence[Recorded], kind: FormKind) -> str:
    """The blob of the form given out for the last act of its kind; nothing if that act came after it."""
    for entry in reversed(history):
        if isinstance(entry.fact, FormIssued) and entry.fact.form is kind:
            return entry.fact.sha256
        if isinstance(entry.fact, ACTS[kind]):
            return ""
    return ""


def _not_for(dossier: Dossier, form: str) -> CounterError:
    state = dossier.state.name.lower()
    return CounterError(Code.FORM_NOT_FOR_STATE, form=form, code=dossier.code, state=state)
