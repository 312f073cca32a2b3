"""What somebody has to look at: entries that did not fit, or cannot be trusted; both versions, and the decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from counter_app.domain import dossier_facts
from counter_app.domain.dossier_facts import Rule
from counter_app.domain.dossier_rules import ALLOWED, broken_rules
from counter_app.domain.dossiers import Dossier
from counter_app.domain.entry import Entry
from counter_app.domain.facts import Duty, Fact, Recorded
from counter_app.domain.folding import Refused
from counter_app.domain.hybrid_time import instant
from counter_app.domain.places import Officer, Station
from counter_app.domain.review_facts import Decision, ReviewSettled
from counter_app.domain.rivals import Contest, contest_of
from counter_app.domain.tickets import Ticket
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal, Transaction
from counter_app.journal.signing import fault_of
from counter_app.services.acts_anew import anew, may_do_anew
from counter_app.services.calendar import Calendar
from counter_app.services.duties import SEES_DOSSIERS, known_officer
from counter_app.store import dossiers as rows
from counter_app.store import places, reviews, tickets, views
from counter_app.store.codec import fact_of
from counter_app.store.reviews import ReviewRow, Snapshot

MOST = 200
"""So many are read at once, the newest; settling them brings the others."""

_QUEUE = ("ticket", "seat", "queueday", "queuehead", "rating")
_CLONE = "conflict"
_BEGINNINGS = (dossier_facts.DossierReceived, dossier_facts.DossierRegistered)


class Cause(StrEnum):
    """Why an entry is under review."""

    LAW = "law"  # a dossier did not allow it at its place: ``rule`` says which one
    TWICE = "twice"  # what can be begun once was begun twice
    NOT_APPROVED = "not-approved"  # a leader had not approved the result, or had sent it back
    NOT_BEGUN = "not-begun"  # its beginning has not arrived here yet, or never will
    ORDER = "order"  # it does not follow what happened before
    UNREADABLE = "unreadable"
    CLONE = "clone"  # its station wrote another entry under the same number: a copied or restored machine
    DAMAGED = "damaged"  # changed after it was written, or on its way
    FOREIGN = "foreign"  # not signed by the station that it names
    BROKEN_CHAIN = "broken-chain"  # it does not follow the entry before it


_UNSOUND = {_CLONE: Cause.CLONE, "hash": Cause.DAMAGED, "signature": Cause.FOREIGN, "chain": Cause.BROKEN_CHAIN}
_BY_WORDS = (("before the", Cause.NOT_BEGUN), ("unreadable", Cause.UNREADABLE))


@dataclass(frozen=True, slots=True)
class Version:
    """One of two entries: what it says (None where it cannot be read), when, and by whom and where, in names.

    ``code`` is that of the dossier it is about, where there is one.
    """

    fact: Fact | None
    kind: str
    at: datetime
    officer: str
    station: str
    own: bool
    code: str


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An entry under review, and what stands in its place.

    ``before`` is the dossier as the entry met it, ``dossier`` and ``ticket`` what it is about, as it is now.
    """

    key: str
    stream: str
    cause: Cause
    rule: Rule | None
    refused: Version
    standing: Version | None
    before: Dossier | None
    dossier: Dossier | None
    ticket: Ticket | None
    may_settle: bool
    may_redo: bool
    writer: str

    @property
    def unsound(self) -> bool:
        """Whether it was kept aside as it cannot be trusted, or stands beside another under its number."""
        return self.cause in _UNSOUND.values()


@dataclass(frozen=True, slots=True)
class ReviewList:
    """What is under review, at most ``MOST``: what the officer may settle first, then machines that cannot be trusted.

    Within these the newest first. ``total`` counts all, ``names`` are the officers'.
    """

    items: tuple[ReviewItem, ...] = ()
    total: int = 0
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def mine(self) -> int:
        """How many the officer who asked may settle."""
        return sum(one.may_settle for one in self.items)


class Reviews:
    """The list, and what is decided: each decision is an entry, so that all machines agree."""

    def __init__(self, journal: Journal, calendar: Calendar) -> None:
        self._journal = journal
        self._calendar = calendar

    def open(self, officer: str) -> ReviewList:
        """Everything that nobody settled yet, as ``officer`` may deal with it.

        Of dossiers only what is the officer's own, where dossiers are not his or her work.
        """
        with self._journal.database.read() as connection:
            found = reviews.open_rows(connection)
            if not found:
                return ReviewList()
            reading = _Reading(connection, self._journal, officer)
            items = [reading.item(row) for row in found[:MOST]]
            seen = [one for one in items if reading.may_see(one)]
            return ReviewList(tuple(sorted(seen, key=_rank)), len(found) - len(items) + len(seen), reading.names)

    def settled(self, refused: Sequence[Refused]) -> frozenset[tuple[str, int]]:
        """Which entries (station, sequence) of those that a fold refused somebody has looked at."""
        if not refused:
            return frozenset()
        with self._journal.database.read() as connection:
            return frozenset((one.station, one.seq) for one in refused if reviews.is_settled(connection, one))

    def settle(self, keys: Sequence[str], officer: str, decision: Decision) -> None:
        """Write that ``officer`` looked at entries and leaves them so (KEPT), or dealt with them (HANDLED).

        Raises DUTY_MISSING if one concerns others, REVIEW_GONE if none is open any more.
        """
        with self._journal.transaction() as transaction:
            open_ones = {row.key: row for row in reviews.open_rows(transaction.connection)}
            found = [open_ones[key] for key in keys if key in open_ones]
            if not found:
                raise CounterError(Code.REVIEW_GONE)
            for row in found:
                self._check(transaction, row, officer)
                _write(transaction, row, officer, decision)

    def reopen(self, keys: Sequence[str], officer: str) -> None:
        """Take a decision back. Raises DUTY_MISSING, REVIEW_GONE."""
        with self._journal.transaction() as transaction:
            for key in keys:
                row = reviews.any_row(transaction.connection, key)
                if row is None:
                    raise CounterError(Code.REVIEW_GONE)
                self._check(transaction, row, officer)
                _write(transaction, row, officer, Decision.REOPENED)

    def redo(self, key: str, officer: str) -> None:
        """Do the act of a refused entry now, by ``officer``, in one transaction with the decision.

        Raises REVIEW_GONE, DUTY_MISSING, REVIEW_NOT_ANEW.
        """
        with self._journal.transaction() as transaction:
            row = reviews.row_of(transaction.connection, key)
            if row is None:
                raise CounterError(Code.REVIEW_GONE)
            who = self._check(transaction, row, officer)
            reading = _Reading(transaction.connection, self._journal, officer)
            dossier, fact = reading.dossier(row.entry.stream), _fact(row.entry)
            if fact is None or not reading.may_redo(row, fact, dossier, who):
                raise CounterError(Code.REVIEW_NOT_ANEW)
            if dossier is not None:
                fact = anew(fact, dossier, officer, transaction.now, self._calendar.calendar())
            transaction.append(row.entry.stream, fact, f"officer/{officer}")
            _write(transaction, row, officer, Decision.REDONE)

    def _check(self, transaction: Transaction, row: ReviewRow, officer: str) -> Officer:
        who = known_officer(transaction, officer)
        dossier = _dossier(transaction.connection, row.entry.stream)
        if not _may_settle(who, row, dossier):
            duty = Duty.ADMINISTRATION if row.unsound else Duty.APPROVAL
            raise CounterError(Code.DUTY_MISSING, duty=duty.value)
        return who


class _Reading:
    """Reads the items of one list in one snapshot."""

    def __init__(self, connection: Snapshot, journal: Journal, officer: str) -> None:
        self._connection, self._journal = connection, journal
        self._officers = {one.id: one for one in places.all_of(connection, Officer)}
        self._stations = {one.id: one for one in places.all_of(connection, Station)}
        self._me = self._officers.get(officer)
        self._told: dict[str, tuple[Recorded, ...]] = {}

    @property
    def names(self) -> dict[str, str]:
        """Officers' names by id."""
        return {one.id: one.name for one in self._officers.values()}

    def item(self, row: ReviewRow) -> ReviewItem:
        """Return what a person has to know of one entry."""
        entry, fact = row.entry, _fact(row.entry)
        dossier = self.dossier(entry.stream)
        contest: Contest[Any] = Contest(None, None) if row.unsound else self._contest(entry)
        at = (entry.station, entry.seq) if row.reason == _CLONE else None
        if contest.rival is not None:
            at = contest.rival.station, contest.rival.seq
        rival = reviews.entry_at(self._connection, *at) if at else None
        before = contest.state if isinstance(contest.state, Dossier) else None
        standing = self._entry_version(rival) if rival else None
        cause, rule = _cause(row, fact, before)
        me = self._me
        return ReviewItem(
            key=row.key,
            stream=entry.stream,
            cause=cause,
            rule=rule,
            refused=self._entry_version(entry),
            standing=standing,
            before=before,
            dossier=dossier,
            ticket=_ticket(self._connection, entry.stream),
            may_settle=me is not None and _may_settle(me, row, dossier),
            may_redo=me is not None and self.may_redo(row, fact, dossier, me),
            writer=entry.station,
        )

    def may_see(self, item: ReviewItem) -> bool:
        """Whether it is the officer's business: who only directs the queue sees no dossiers."""
        sees = self._me is not None and any(self._me.may(duty) for duty in SEES_DOSSIERS)
        return sees or item.may_settle or not item.stream.startswith("dossier/")

    def dossier(self, stream: str) -> Dossier | None:
        """Return the dossier of a stream."""
        return _dossier(self._connection, stream)

    def may_redo(self, row: ReviewRow, fact: Fact | None, dossier: Dossier | None, officer: Officer) -> bool:
        """Whether the act may be done anew, by this officer, now."""
        if not row.entry.stream.startswith("dossier/") or not _may_settle(officer, row, dossier):
            return False
        if row.unsound and not (row.reason == _CLONE and self._is_sound(row.entry)):
            return False
        if dossier is None and isinstance(fact, _BEGINNINGS):
            # The receipt is in somebody's hands: the dossier is written as it was, if its code is still free.
            free = not fact.code or not rows.count_codes(self._connection, fact.code)
            return free and officer.may(Duty.RECEPTION)
        return may_do_anew(fact, dossier, officer, self._journal.clock.now())

    def _is_sound(self, entry: Entry) -> bool:
        own = entry.station == self._journal.key.station
        station = self._stations.get(entry.station)
        public_key = self._journal.key.public_hex if own else station.public_key if station else ""
        return bool(public_key) and fault_of(entry, public_key) is None

    def _contest(self, entry: Entry) -> Contest[Any]:
        step = views.step_of(entry.stream)
        told = self._told.setdefault(entry.stream, views.recorded(self._connection, entry.stream))
        refused = next((one for one in told if (one.station, one.seq) == (entry.station, entry.seq)), None)
        return Contest(None, None) if step is None or refused is None else contest_of(told, refused, step)

    def _entry_version(self, entry: Entry) -> Version:
        officer = self._officers.get(_officer_of(entry.actor))
        station = self._stations.get(entry.station)
        dossier = self.dossier(entry.stream)
        return Version(
            fact=_fact(entry),
            kind=entry.kind,
            at=instant(entry.time),
            officer=officer.name if officer else "",
            station=station.name if station else entry.station,
            own=entry.station == self._journal.key.station,
            code=dossier.code if dossier else "",
        )


def _rank(item: ReviewItem) -> tuple[bool, bool]:
    return not item.may_settle, not item.unsound


def _may_settle(officer: Officer, row: ReviewRow, dossier: Dossier | None) -> bool:
    """What an officer did or holds is theirs to settle; what concerns others needs a leader or an administrator."""
    if officer.may(Duty.ADMINISTRATION):
        return True
    if row.unsound:
        return False
    if officer.may(Duty.APPROVAL) or _officer_of(row.entry.actor) == officer.id:
        return True
    if row.entry.stream.startswith(tuple(f"{kind}/" for kind in _QUEUE)):
        return officer.may(Duty.DIRECTING)
    return dossier is not None and dossier.holder == officer.id


def _cause(row: ReviewRow, fact: Fact | None, before: Dossier | None) -> tuple[Cause, Rule | None]:
    if row.unsound:
        return _UNSOUND.get(row.reason, Cause.DAMAGED), None
    if row.reason == "not approved":
        return Cause.NOT_APPROVED, None
    if before is not None and type(fact) in ALLOWED:
        broken = broken_rules(before, type(fact), instant(row.entry.time))
        return Cause.LAW, next((one for one in broken if one not in before.overrides), Rule.ORDER)
    if row.reason.endswith(" twice"):
        return Cause.TWICE, None
    return next((cause for words, cause in _BY_WORDS if row.reason.startswith(words)), Cause.ORDER), None


def _write(transaction: Transaction, row: ReviewRow, officer: str, decision: Decision) -> None:
    fact = ReviewSettled(row.entry.station, row.entry.seq, row.reason, decision, officer)
    transaction.append(reviews.stream_of(row.key), fact, f"officer/{officer}")


def _fact(entry: Entry) -> Fact | None:
    try:
        return fact_of(entry.kind, entry.data)
    except ValueError:
        return None


def _dossier(connection: Snapshot, stream: str) -> Dossier | None:
    kind, _, key = stream.partition("/")
    return rows.dossier(connection, key) if kind == "dossier" else None


def _ticket(connection: Snapshot, stream: str) -> Ticket | None:
    kind, _, key = stream.partition("/")
    return tickets.ticket(connection, key) if kind == "ticket" else None


def _officer_of(actor: str) -> str:
    kind, _, rest = actor.partition("/")
    return rest.partition("#")[0] if kind == "officer" else ""
