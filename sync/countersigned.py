"""What an upstream countersigned of this office's stations: kept here, and held against what the journal says now.

It signs what it acknowledged. A journal that says something else under such a number was rewritten since, however well
it chains. A station that was restored from an old copy is none of that: what it lacks is not here yet, and where it
wrote on under numbers that were taken (journal.twins), nothing of that was ever countersigned as it is here.
"""

import logging
from collections.abc import Sequence
from time import monotonic

from counter_app.errors import Code, CounterError
from counter_app.journal import checkpoints, province_escrow, twins
from counter_app.journal.checkpoints import Checkpoint, Verdict
from counter_app.journal.journal import Journal
from counter_app.journal.province_escrow import ProvinceEscrow
from counter_app.store import upstream_aside
from counter_app.store.upstream_aside import Source
from sync import aside_notes, records
from sync.records import Checkpoints
from sync.wire import Wire

log = logging.getLogger(__name__)

_EVERY_S = 900.0
_AFTER_FAILURE_S = 60.0
_WHILE_ASIDE_S = 60.0
"""While something is kept aside there it is asked so often whether it still is."""
_MOST = 1000
"""Checkpoints of one answer that are looked at."""


class Countersigned:
    """Of one upstream, from any thread.

    A province is known by its key, from enrolment on; without ``province`` it is the office's own station, which is
    known as a peer.
    """

    def __init__(self, journal: Journal, *, province: bool = True) -> None:
        self._journal = journal
        self._province = province
        self._strange: CounterError | None = None
        self._seen: dict[tuple[str, str], str] = {}
        self._looked = False
        self._next = 0.0

    @property
    def fault(self) -> CounterError | None:
        """What an administrator must see to: a journal that is not what was signed, or a signature by a new key."""
        return self._journal.rewritten or self._strange

    def now_and_then(self, wire: Wire) -> None:
        """Ask what the upstream countersigned of this station, if it is time to; a failure waits for another time."""
        if monotonic() < self._next:
            return
        self._next = monotonic() + _EVERY_S  # before it asks: who doubts meanwhile is heard the next time
        try:
            told = _asked(wire, self._journal.key.station)
        except (CounterError, ValueError) as error:
            log.info("event=no_checkpoints error=%s", type(error).__name__)  # an older server has none
            self._next = monotonic() + _AFTER_FAILURE_S
            return
        if self._province:
            self.meet_key(told.key)
        elif told.province_key and not checkpoints.pinned(self._journal):
            self._pin(told.province_key)  # the office's own station met it
        self.take(told.checkpoints[:_MOST])
        self._hear_escrow(told.escrow)
        self._hear_aside(wire, told)

    def _hear_escrow(self, one: ProvinceEscrow | None) -> None:
        """Take for whom the province wants data keys sealed; a station that passes it on cannot change it."""
        if one is None:
            return
        try:
            province_escrow.take(self._journal, one)
        except CounterError as error:  # a full disk: said again at the next contact
            log.info("event=province_escrow_not_kept code=%s", error.code.value)

    def _hear_aside(self, wire: Wire, told: Checkpoints) -> None:
        """Take what the province has of this station and did not take in order; of others where it said so before."""
        own, source = self._journal.key.station, Source.PROVINCE if self._province else Source.OFFICE
        if told.aside is None:
            return
        aside_notes.told(self._journal, source, own, told.aside, _reached(told))
        if told.aside:
            self._next = min(self._next, monotonic() + _WHILE_ASIDE_S)
        if not self._province:
            return
        with self._journal.database.read() as connection:
            others = [one for one in upstream_aside.stations(connection, source) if one != own]
        for station in others:
            try:
                theirs = _asked(wire, station)
                aside_notes.told(self._journal, source, station, theirs.aside or (), _reached(theirs))
            except (CounterError, ValueError) as error:
                log.info("event=aside_not_asked station=%s error=%s", station, type(error).__name__)

    def doubt(self) -> None:
        """Ask with the next contact; from any thread."""
        self._next = 0.0

    def meet_key(self, key: str) -> None:
        """Take the key that the province says is its own: the first one is believed, another one an administrator's."""
        if not key or not self._province:
            return
        known = checkpoints.pinned(self._journal)
        if known == key:
            self._strange = None
            return
        if known:
            fingerprint = _told(key)
            if self._strange is None:
                log.error("event=province_key_changed fingerprint=%r", fingerprint)
            self._strange = CounterError(Code.PROVINCE_KEY_CHANGED, fingerprint=fingerprint)
            return
        self._pin(key)

    def _pin(self, key: str) -> None:
        try:
            checkpoints.pin(self._journal, key)
            log.info("event=province_key_pinned fingerprint=%r", checkpoints.fingerprint(key))
        except ValueError:
            log.warning("event=province_key_unreadable")

    def answered(self, one: Checkpoint | None) -> None:
        """Take what came with the answer to a batch."""
        if one is not None and checkpoints.is_signed(one):
            self.meet_key(one.signer)
            self.take((one,))

    def take(self, ones: Sequence[Checkpoint]) -> None:
        """Keep what is countersigned and is so here; say where it is not."""
        fresh = [one for one in ones if self._seen.get((one.station, one.signer)) != one.signature]
        believed = self._believed(fresh)
        if not believed:
            return
        same: list[Checkpoint] = []
        for one, verdict in zip(believed, checkpoints.judge(self._journal, believed), strict=True):
            if verdict is Verdict.SAME:
                same.append(one)
            elif verdict is Verdict.OTHER:
                self._differs(one)
        checkpoints.keep_all(self._journal, same)
        self._seen |= {(one.station, one.signer): one.signature for one in same}

    def look(self) -> None:
        """Hold this station's own checkpoints against its journal, once after a start: what was kept was once so."""
        if self._looked:
            return
        self._looked = True
        journal = self._journal
        mine = self._believed(checkpoints.kept(journal, journal.key.station))
        found = zip(mine, checkpoints.judge(journal, mine), strict=True)
        broken = next((one.seq for one, verdict in found if verdict is not Verdict.SAME), None)
        if broken is None and checkpoints.is_sure(journal, journal.last_seq + 1):
            broken = journal.last_seq + 1
        if broken is not None:
            log.error("event=checkpoint_broken station=%s seq=%d", journal.key.station, broken)
            journal.note_rewritten(broken)
        elif journal.rewritten is not None and mine and mine[-1].seq >= int(str(journal.rewritten.params["seq"])):
            log.warning("event=checkpoints_agree_again")
            journal.is_restored()

    def _believed(self, ones: Sequence[Checkpoint]) -> list[Checkpoint]:
        if not ones:
            return []
        key = checkpoints.pinned(self._journal)
        found: dict[str, frozenset[str]] = {}
        with self._journal.database.read() as connection:
            for station in {one.station for one in ones}:
                found[station] = checkpoints.believed(connection, self._journal, station, key)
        return [one for one in ones if one.signer in found[one.station] and checkpoints.is_signed(one)]

    def _differs(self, one: Checkpoint) -> None:
        if one.station != self._journal.key.station:
            # Which of two versions of another machine's is right is not for this one to say; verify names it.
            log.info("event=checkpoint_differs station=%s seq=%d", one.station, one.seq)
            return
        twins.is_copied(self._journal, one.seq)


def _asked(wire: Wire, station: str) -> Checkpoints:
    return records.decode(wire.call("GET", f"/v1/checkpoints/{station}").content, Checkpoints)


def _reached(told: Checkpoints) -> int:
    """Up to which entry the server has a station's, at least."""
    return max((one.seq for one in told.checkpoints), default=0)


def _told(key: str) -> str:
    try:
        return checkpoints.fingerprint(key)
    except ValueError:
        return "-"
