"""What is done with a dossier from receipt to result; the law is asked before each act.

An act that the law forbids raises LAW_FORBIDS with the rule and its article; with an ``Override`` an administrator's
reason is recorded first (its own entry) and the act follows, in one transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.documents.untrusted_files import check_file
from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import FileRole, PaymentMethod, ReceivedPaper, ReturnWay
from counter_app.domain.dossier_rules import broken_rules, law_of
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Duty, Fact
from counter_app.domain.file_names import safe_file_name
from counter_app.domain.places import Officer
from counter_app.domain.text import tidy
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.services.acts_anew import resumed
from counter_app.services.calendar import Calendar
from counter_app.services.duties import WORKS_ON_DOSSIERS, check_duty, check_known
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store import dossiers as rows
from counter_app.store import places


@dataclass(frozen=True, slots=True)
class Override:
    """An administrator (officer id) lets an act break a rule, and says why."""

    administrator: str
    reason: str


class Lifecycle:
    """The acts on one dossier; each returns it as it is afterwards.

    All raise DOSSIER_UNKNOWN, DUTY_MISSING, REASON_MISSING (where a reason is asked for), LAW_FORBIDS.
    """

    def __init__(self, journal: Journal, calendar: Calendar, security: SecurityLog | None = None) -> None:
        self._journal = journal
        self._calendar = calendar
        self._security = security

    # at the counter

    def refuse(
        self, dossier_id: str, officer: str, reasons: tuple[str, ...], override: Override | None = None
    ) -> Dossier:
        """Form 03: do not receive it."""
        said = tuple(filter(None, (tidy(one) for one in reasons)))
        _need("".join(said))
        return self._act(
            dossier_id, officer, Duty.RECEPTION, facts.DossierRefused, facts.DossierRefused(officer, said), override
        )

    def request_supplement(
        self,
        dossier_id: str,
        officer: str,
        items: tuple[str, ...],
        reason: str,
        *,
        contact: str = "",
        until: date | None = None,
        override: Override | None = None,
    ) -> Dossier:
        """Form 02: ask once for everything that is missing (Decree 118/2025/NĐ-CP art. 11); the clock stops."""
        wanted = tuple(filter(None, (tidy(one) for one in items)))
        _need("".join(wanted))
        fact = facts.SupplementRequested(officer, wanted, _need(reason), tidy(contact), until)
        return self._act(dossier_id, officer, None, facts.SupplementRequested, fact, override)

    def take_supplement(
        self,
        dossier_id: str,
        officer: str,
        papers: tuple[ReceivedPaper, ...],
        note: str = "",
        override: Override | None = None,
    ) -> Dossier:
        """What was missing came: the clock goes on, the appointment moves."""

        def fact(dossier: Dossier, now: datetime) -> Fact:
            due = resumed(self._calendar.calendar(), dossier, now)
            return facts.SupplementReceived(officer, papers or dossier.papers, due, tidy(note))

        return self._act(dossier_id, officer, Duty.RECEPTION, facts.SupplementReceived, fact, override)

    def request_withdrawal(
        self, dossier_id: str, officer: str, who: str, reason: str, override: Override | None = None
    ) -> Dossier:
        """The applicant asks to stop (art. 21): only while there is no result."""
        fact = facts.WithdrawalRequested(officer, _need(who), tidy(reason))
        return self._act(dossier_id, officer, None, facts.WithdrawalRequested, fact, override)

    def return_result(
        self,
        dossier_id: str,
        officer: str,
        taker: str,
        *,
        taker_identity: str = "",
        way: ReturnWay = ReturnWay.COUNTER,
        paper: str = "",
        override: Override | None = None,
    ) -> Dossier:
        """Hand the result to ``taker`` (art. 22)."""
        fact = facts.DossierReturned(officer, _need(taker), tidy(taker_identity), way, tidy(paper))
        return self._act(dossier_id, officer, Duty.RECEPTION, facts.DossierReturned, fact, override)

    # processing

    def hand_over(
        self,
        dossier_id: str,
        officer: str,
        taker: str,
        *,
        step: int = 0,
        note: str = "",
        override: Override | None = None,
    ) -> Dossier:
        """Give it to another officer; the step's time begins now. Raises OFFICER_UNKNOWN."""

        def fact(dossier: Dossier, now: datetime) -> Fact:
            to = self._officer(taker)
            hours = dossier.steps[step].hours if 0 <= step < len(dossier.steps) else 0
            due = self._calendar.calendar().after_hours(now, hours) if hours else None
            return facts.HandedOver(step, officer, taker, to.department, due, tidy(note))

        return self._act(dossier_id, officer, None, facts.HandedOver, fact, override)

    def take_over(self, dossier_id: str, officer: str) -> Dossier:
        """Say that one has it now."""
        return self._act(dossier_id, officer, None, facts.TakenOver, facts.TakenOver(officer))

    def comment(self, dossier_id: str, officer: str, text: str) -> Dossier:
        """Leave a remark for colleagues."""
        return self._act(dossier_id, officer, None, facts.Commented, facts.Commented(officer, _need(text)))

    def attach(self, dossier_id: str, officer: str, role: FileRole, name: str, content: bytes) -> Dossier:
        """Keep a file of the processing: a draft, a signed result.

        Raises FILE_EMPTY, FILE_TOO_LARGE, FILE_REFUSED (what is in it that is no paper), DISK_FULL.
        """
        name = safe_file_name(name)
        try:
            check_file(name, content)
        except CounterError as refused:
            if self._security is not None:
                reason, subject = str(refused.params.get("detail", refused.code.value)), f"dossier/{dossier_id}"
                self._security.note(SecurityKind.INPUT_REFUSED, officer=officer, subject=subject, reason=reason)
            raise
        sha256 = self._journal.database.blobs.put(content)
        fact = facts.FileAttached(officer, role, name, sha256, len(content))
        return self._act(dossier_id, officer, None, facts.FileAttached, fact, blob=(sha256, len(content)))

    def approve(self, dossier_id: str, officer: str, note: str = "") -> Dossier:
        """A leader approves the draft result."""
        fact = facts.ResultApproved(officer, tidy(note))
        return self._act(dossier_id, officer, Duty.APPROVAL, facts.ResultApproved, fact)

    def send_back(self, dossier_id: str, officer: str, taker: str, reason: str) -> Dossier:
        """A leader sends the draft back. Raises OFFICER_UNKNOWN."""
        self._officer(taker)
        fact = facts.ResultSentBack(officer, taker, _need(reason))
        return self._act(dossier_id, officer, Duty.APPROVAL, facts.ResultSentBack, fact)

    def request_payment(
        self,
        dossier_id: str,
        officer: str,
        amount: int,
        reason: str,
        *,
        until: date | None = None,
        override: Override | None = None,
    ) -> Dossier:
        """A financial obligation is to be met; the clock stops. Raises AMOUNT_INVALID."""
        if amount <= 0:
            raise CounterError(Code.AMOUNT_INVALID, amount=amount)
        fact = facts.PaymentRequested(officer, amount, _need(reason), until)
        return self._act(dossier_id, officer, Duty.PROCESSING, facts.PaymentRequested, fact, override)

    def record_payment(
        self,
        dossier_id: str,
        officer: str,
        method: PaymentMethod,
        receipt: str = "",
        override: Override | None = None,
    ) -> Dossier:
        """The obligation was met: the clock goes on, the appointment moves."""

        def fact(dossier: Dossier, now: datetime) -> Fact:
            due = resumed(self._calendar.calendar(), dossier, now)
            return facts.PaymentMade(officer, dossier.to_pay, method, due, tidy(receipt))

        return self._act(dossier_id, officer, None, facts.PaymentMade, fact, override)

    def extend(
        self, dossier_id: str, officer: str, reason: str, due: datetime, override: Override | None = None
    ) -> Dossier:
        """Form 04: apologise and name a new day: once, in time. Raises DUE_NOT_LATER."""

        def fact(dossier: Dossier, now: datetime) -> Fact:
            if due <= max(dossier.due or now, now):
                raise CounterError(Code.DUE_NOT_LATER, due=due)
            return facts.TermExtended(officer, _need(reason), due)

        return self._act(dossier_id, officer, Duty.PROCESSING, facts.TermExtended, fact, override)

    def stop(self, dossier_id: str, officer: str, reason: str, override: Override | None = None) -> Dossier:
        """Form 05: stop working on it (Circular 03/2025/TT-VPCP art. 7)."""
        fact = facts.DossierStopped(officer, _need(reason))
        return self._act(dossier_id, officer, None, facts.DossierStopped, fact, override)

    def mark_ready(
        self,
        dossier_id: str,
        officer: str,
        *,
        signer: str = "",
        number: str = "",
        issued: date | None = None,
        refusal: bool = False,
        override: Override | None = None,
    ) -> Dossier:
        """The result lies ready. It must be approved: before, or now by ``signer`` (officer id) who signed on paper.

        A dossier that is still at the desk that received it goes through that officer's hands in the same
        transaction: copies certified while the citizen waits. Raises RESULT_NOT_APPROVED.
        """
        with self._journal.transaction() as transaction:
            dossier = rows.known_dossier(transaction.connection, dossier_id)
            check_duty(transaction, officer, Duty.PROCESSING)
            who = signer or dossier.approved_by or officer
            name = self._signer(transaction, dossier, who)
            if dossier.state is DossierState.RECEIVED:
                self._append(transaction, dossier, officer, facts.HandedOver(0, officer, officer, ""), None)
                self._append(transaction, dossier, officer, facts.TakenOver(officer), None)
            if not dossier.approved_by and dossier.state in (DossierState.RECEIVED, DossierState.PROCESSING):
                self._append(transaction, dossier, officer, facts.ResultApproved(who), None)
            fact = facts.ResultReady(officer, tidy(number), name, issued, refusal)
            self._append(transaction, dossier, officer, fact, override)
        return self._after(dossier_id)

    def _signer(self, transaction: Transaction, dossier: Dossier, who: str) -> str:
        signer = places.place(transaction.connection, f"officer/{who}", Officer)
        if signer is None or not (signer.may(Duty.APPROVAL) or dossier.approved_by):
            raise CounterError(Code.RESULT_NOT_APPROVED, code=dossier.code)
        return signer.name

    # common

    def _act(
        self,
        dossier_id: str,
        officer: str,
        duty: Duty | None,
        act: type,
        fact: Fact | Callable[[Dossier, datetime], Fact],
        override: Override | None = None,
        *,
        blob: tuple[str, int] | None = None,
    ) -> Dossier:
        """Do one act; a fact that depends on the dossier or the present is made after the law was asked."""
        with self._journal.transaction() as transaction:
            dossier = rows.known_dossier(transaction.connection, dossier_id)
            if duty is not None:
                check_duty(transaction, officer, duty)
            elif dossier.holder != officer:
                check_duty(transaction, officer, *WORKS_ON_DOSSIERS)
            else:  # who holds it may at least pass it on
                check_known(transaction.connection, officer)
            self._open_rules(transaction, dossier, act, override)
            made = fact(dossier, transaction.now) if callable(fact) else fact
            transaction.append(f"dossier/{dossier_id}", made, f"officer/{officer}")
            if blob is not None:
                transaction.add_blob(*blob)
        return self._after(dossier_id)

    def _append(
        self, transaction: Transaction, dossier: Dossier, officer: str, fact: Fact, override: Override | None
    ) -> None:
        """Append ``fact`` and settle, so that the next act of the transaction is judged after it."""
        current = rows.known_dossier(transaction.connection, dossier.id)
        self._open_rules(transaction, current, type(fact), override)
        transaction.append(f"dossier/{dossier.id}", fact, f"officer/{officer}")
        transaction.settle()

    def _open_rules(self, transaction: Transaction, dossier: Dossier, act: type, override: Override | None) -> None:
        broken = broken_rules(dossier, act, transaction.now)
        if not broken:
            return
        if override is None:
            article = law_of(dossier).articles[broken[0]]
            state = dossier.state.name.lower()
            raise CounterError(Code.LAW_FORBIDS, rule=broken[0].value, article=article, code=dossier.code, state=state)
        check_duty(transaction, override.administrator, Duty.ADMINISTRATION)
        reason = _need(override.reason)
        for rule in broken:
            opened = facts.RuleOverridden(override.administrator, rule, reason)
            transaction.append(f"dossier/{dossier.id}", opened, f"officer/{override.administrator}")

    def _officer(self, officer: str) -> Officer:
        with self._journal.database.read() as connection:
            found = places.place(connection, f"officer/{officer}", Officer)
        if found is None:
            raise CounterError(Code.OFFICER_UNKNOWN, officer=officer)
        return found

    def _after(self, dossier_id: str) -> Dossier:
        with self._journal.database.read() as connection:
            return rows.known_dossier(connection, dossier_id)


def _need(text: str) -> str:
    """A text that must not be empty. Raises REASON_MISSING."""
    words = tidy(text)
    if not words:
        raise CounterError(Code.REASON_MISSING)
    return words
