"""This station among the office's machines: asks and answers who keeps the queue, follows it, or keeps it itself."""

import logging
import secrets
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from counter_app.domain.queue_commands import CallBack, CallChosen, CallNext, CloseDay, QueueCommand
from counter_app.errors import Code, CounterError
from counter_app.journal import enrolment, outbox
from counter_app.journal.journal import Journal
from counter_app.ports import QueueAuthority
from counter_app.services.queue_head import QueueHeads
from counter_app.services.setup import office_of
from sync.addresses import office_url
from sync.certificates import with_pin
from sync.faults import Refusals
from sync.office.authority import SwitchingAuthority
from sync.office.charge import Charge, Deed, Leader, Standing
from sync.office.clocks import OfficeClocks
from sync.office.discovery import Discovery, Found, reachable_host
from sync.office.follower import Follower
from sync.office.handover import ask_back
from sync.office.memory import Remembering
from sync.office.neighbours import Neighbours
from sync.office.node_settings import NodeSettings
from sync.office.passed_on import PassedOn
from sync.office.province import OfficeReplicator
from sync.office.reaching import Reaching
from sync.office.status import OfficeStatus, status_of
from sync.office.steady import steady
from sync.office.telling import Telling
from sync.office.upward import Upward
from sync.records import Beat, HandedBack, OfficeAnswer, ServingStation, SettledBlobs
from sync.server.program import OfficeServer

log = logging.getLogger(__name__)

_SLOWEST_S, _FASTEST_S, _BEATS = 1.0, 0.2, 8
"""How often the others are asked: at most and at least, and how many times within the take-over time."""
_OUT_OF_TURN = (CallNext, CallChosen, CallBack, CloseDay)
"""What two stations must never do at once: it would call one number twice, or end it here while it is served there."""
CODE_GOOD_FOR = timedelta(hours=1)
"""How long a code lets a further machine in."""


class OfficeNode:
    """Threads: one that decides, one for each address asked, two that follow, and the server where this one serves."""

    def __init__(
        self,
        journal: Journal,
        settings: NodeSettings,
        province: OfficeReplicator | None = None,
        refusals: Refusals | None = None,
    ) -> None:
        self.office = settings.office
        self._journal = journal
        self._settings = settings
        self._me = journal.key.station
        self._heads = QueueHeads(journal, settings.office)
        self._local: QueueAuthority | None = None
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        rank = settings.rank if settings.serve else None
        takeover_s = self._heads.takeover_s()
        self._charge = Charge(self._me, rank, steady(), takeover_s=takeover_s, boot=secrets.token_hex(4))
        reaching = Reaching(journal, settings.office, refusals or Refusals())
        self._neighbours = Neighbours(journal, self, self._interval, reaching)
        self._follower = Follower(journal, reaching)
        self.fetch = self._follower.fetch
        self._passed_on = PassedOn(journal)
        self._executing = 0
        self._server = OfficeServer(journal, self, settings.host, settings.port) if settings.serve else None
        self._discovery: Discovery | None = None
        self._remembering = Remembering(journal.database.folder, journal.clock)
        self._upward = Upward(journal, province)
        self._clocks = OfficeClocks(journal.clock)
        self._telling = Telling(OfficeStatus(False, "", "", journal.clock.now(), False, False, settings.serve, 0))
        self.listen = self._telling.listen
        self._fault: Code | None = None
        self._closing = False
        self._hurried = False
        self._thread = threading.Thread(target=self._run, name="office-charge", daemon=True)
        self.queue = SwitchingAuthority(self)

    # for the composition root and the screens

    @property
    def url(self) -> str:
        """Where this station answers the others, once it serves."""
        port, tls = (self._server.port, self._server.is_encrypted) if self._server else (0, False)
        return office_url(reachable_host(self._settings.host), port, tls=tls)

    def keep_with(self, local: QueueAuthority) -> QueueAuthority:
        """Say who does the commands while this station is in charge, and return who does them always."""
        self._local = local
        return self.queue

    def start(self) -> None:
        """Serve, ask around, follow or take charge. Raises PORT_TAKEN."""
        if self._server is not None:
            filled = outbox.fill_feed(self._journal, self.office)
            if filled:
                log.info("event=feed_filled entries=%d", filled)
            self._server.start()
        self._recall()
        for url in (*self._settings.urls, *self._remembering.kept.urls):
            self._neighbours.ask_at(url)
        if self._settings.find or (self._server is not None and not self._is_local):
            self._discovery = self._discover()
        self._thread.start()

    def close(self) -> None:
        """Tell the others that this station leaves, and end every thread."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread.ident is not None:
            self._thread.join()
        if self._discovery is not None:
            self._discovery.close()
        self._neighbours.close()
        self._follower.stop()
        if self._server is not None:
            self._server.stop()

    def status(self) -> OfficeStatus:
        """Return what is known of the office; never blocks for long."""
        return self._telling.status

    def take_over(self, officer: str) -> None:
        """Take the queue by hand, whoever has it; blocks.

        Raises OFFICE_NOT_IN_CHARGE where this station cannot serve, DUTY_MISSING. The office may be
        cut in two at that moment: then both parts call until they are one again.
        """
        with self._lock:
            if self._server is None:
                raise CounterError(Code.OFFICE_NOT_IN_CHARGE, station=self._charge.head)
            self._take(self._charge.top_term + 1, officer)
        self._hurry()

    def make_code(self) -> str:
        """Make a one-time code that lets one more station in within ``CODE_GOOD_FOR``; by it that one knows this."""
        code = enrolment.make_code(self._journal, self.office, CODE_GOOD_FOR)
        return with_pin(code, self._journal.key.public_hex)

    def contacts(self) -> dict[str, datetime]:
        """When each other machine of the office was last heard since this one started, by station."""
        return self._clocks.contacts(steady())

    def wrong_clocks(self) -> dict[str, timedelta]:
        """How far the clock of each machine is ahead of the office's time, by station; this one's too."""
        return self._clocks.wrong_by(self._me)

    def serving(self) -> frozenset[str]:
        """The stations that answer for the office as far as this one knows, itself among them where it serves."""
        mine = frozenset({self._me}) if self._server is not None else frozenset()
        return mine | {one.station for one in self._neighbours.serving()}

    # who keeps the queue (Keeper)

    def authority(self) -> QueueAuthority | None:
        """Return where commands go now."""
        with self._lock:
            in_charge = self._charge.standing is Standing.IN_CHARGE
        return self if in_charge else self._follower.authority

    def look_again(self, seconds: float) -> None:
        """Ask the others at once, and wait until the status changes, a short while at most."""
        self._hurry()
        with self._changed:
            self._changed.wait(min(seconds, _FASTEST_S))

    def submit(self, command: QueueCommand, command_id: str) -> str:
        """Do a command here (as ports.QueueAuthority)."""
        return self.execute(command, command_id)

    # what the server asks (OfficeRole)

    def execute(self, command: QueueCommand, command_id: str) -> str:
        """Do a command if this station is in charge; blocks. Raises what the queue refuses, OFFICE_NOT_IN_CHARGE."""
        with self._lock:
            in_charge = self._charge.standing is Standing.IN_CHARGE
            if isinstance(command, _OUT_OF_TURN):
                in_charge = in_charge and self._charge.may_call(steady())
            if not in_charge or self._local is None:
                raise CounterError(Code.OFFICE_NOT_IN_CHARGE, station=self._charge.head)
            self._executing += 1
        try:
            key = self._local.submit(command, command_id)
            if not self._passed_on.wait(self._standbys):
                log.info("event=not_passed_on")
            return key
        finally:
            with self._changed:
                self._executing -= 1
                if not self._executing:
                    self._changed.notify_all()

    def heard(self, station: str, beat: Beat, host: str) -> OfficeAnswer:
        """Take what a station says of itself, and say who is in charge."""
        now = steady()
        if beat.port and beat.rank >= 0 and not beat.leaving:
            self._neighbours.learn(ServingStation(station, beat.rank, office_url(host, beat.port)))
        with self._lock:
            self._clocks.said(station, beat.clock, now)
            self._charge.asked(station, beat, now)
            answer, clocks = self._charge.answer(self._settings.name, now), self._clocks
            answer = replace(answer, serving=self._neighbours.serving(), clock=clocks.own_ms, time=clocks.office_ms)
        return self._upward.said_to(station, answer)

    def bring(self, sha256: str) -> bytes:
        """Return a blob that only the province has, as the one in charge; blocks. Raises BLOB_MISSING, LINK_DOWN."""
        return self._upward.bring(sha256, in_charge=self.status().in_charge)

    def settled(self, names: Sequence[str]) -> SettledBlobs:
        """Say which of these blobs are at the province."""
        return self._upward.settled(names)

    def reached(self, station: str, position: int) -> bool:
        """A station has read this one's feed up to a position, and given what it holds; True for a standby."""
        self._passed_on.reached(station, position)
        self._charge.reads(station)
        return self._charge.voters.is_standby(station)

    def hand_back(self, station: str) -> HandedBack:
        """Do nothing more for the queue; blocks until what is under way has ended. Raises OFFICE_NOT_IN_CHARGE."""
        with self._changed:
            if self._charge.standing is not Standing.IN_CHARGE or self._heads.rank_of(station) != 0:
                raise CounterError(Code.OFFICE_NOT_IN_CHARGE, station=self._charge.head)
            members = self._charge.members()
            leases = self._charge.hand_back(steady())
            if not self._changed.wait_for(lambda: not self._executing, self._charge.takeover_s / 2):
                raise CounterError(Code.OFFICE_NOT_IN_CHARGE, station=self._me)  # it goes on here, after a while
            term, seq = self._charge.term, self._journal.last_seq
            self._hurried = True
            self._changed.notify_all()
        log.info("event=queue_handed_back term=%d seq=%d", term, seq)
        left = {member: int(seconds * 1000) for member, seconds in leases.items()}
        return HandedBack(self._me, seq, term, members, left)

    # what is asked of the others (Hearer)

    def beat_for(self, station: str, *, leaving: bool) -> Beat:
        """What to say to a station."""
        with self._lock:
            beat = self._charge.beat_for(station, port=self._server.port if self._server else 0, leaving=leaving)
            return replace(beat, clock=self._clocks.own_ms)

    def hear(self, answer: OfficeAnswer, asked: float) -> bool:
        """Take an answer; True to say at once that this station follows another now."""
        with self._changed:
            before = self._charge.leader, self._charge.standing
            turned = self._charge.hear(answer, asked, steady())
            now = self._charge.leader, self._charge.standing
            followed = now[0] is not None and now[0].station == answer.station
            self._clocks.answered(answer, asked, steady(), followed=followed)
            if followed:
                self._upward.heard(answer)
            if turned or before[1] is not now[1] or bool(before[0]) is not bool(now[0]):
                self._hurried = True
                self._changed.notify_all()
        return turned

    # the thread that decides

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._hurried, self._interval())
                if self._closing:
                    return
                self._hurried = False
            try:
                self._decide()
                self._fault = None
            except CounterError as error:
                if error.code is not self._fault:
                    log.warning("event=office_step_failed code=%s", error.code)
                self._fault = error.code
            except Exception:
                log.exception("event=office_step_failed")

    def _decide(self) -> None:
        head = self._heads.head()
        with self._lock:
            self._charge.takeover_s = self._heads.takeover_s()
            self._charge.know(head.term if head else 0, head.station if head else "")
            if self._neighbours.all_tried():
                self._charge.asked_around()
            deed, term = self._charge.due(steady())
            if deed is Deed.TAKE:
                self._take(term)
            elif deed is Deed.RESUME:
                self._charge.took(term, steady())
            leader = self._charge.following(steady())
            in_charge = self._charge.standing is Standing.IN_CHARGE
        if in_charge:
            self._clocks.lead(steady())
        self._follow(None if in_charge else leader)
        if deed is Deed.RETURN and leader is not None:
            self._return()
        self._upward.note()
        if (link := self._follower.link) is not None:
            link.now_and_then()
        self._tell()
        with self._lock:
            members = self._charge.members()
        self._remembering.note(members, self._neighbours.serving(), self._settings.urls)

    def _take(self, term: int, officer: str = "") -> None:
        term = self._heads.take(term, self._settings.rank, officer)
        self._charge.took(term, steady(), forced=bool(officer))
        log.info("event=queue_taken term=%d rank=%d forced=%s", term, self._settings.rank, bool(officer))

    def _return(self) -> None:
        """The first is back: level with the one in charge, then ask it for the queue."""
        link = self._follower.link
        if link is None or not link.is_level():
            return
        asked = steady()
        given = ask_back(self._journal, link, self._charge.takeover_s / 2)
        if given is None:
            return
        with self._lock:
            if not self._charge.may_take_back(asked, steady()):
                return
            term = max(given.term, self._charge.top_term) + 1
            term = self._heads.take(term, self._settings.rank, "")
            leases = {member: left / 1000 for member, left in given.leases.items()}
            self._charge.got_back(term, frozenset(given.members), leases, asked)
        log.info("event=queue_back term=%d after_ms=%d", term, 1000 * (steady() - asked))
        self._follow(None)

    def _follow(self, leader: Leader | None) -> None:
        url = self._neighbours.url_of(leader.station) if leader else None
        if leader is None or url is None:
            self._follower.stop()
        else:
            self._follower.follow(leader.station, url)

    # what is known

    def _standbys(self) -> frozenset[str]:
        with self._lock:
            return self._charge.voters.standbys(steady(), self._charge.takeover_s / 2)

    def _interval(self) -> float:
        return min(_SLOWEST_S, max(_FASTEST_S, self._charge.takeover_s / _BEATS))

    def _hurry(self) -> None:
        with self._changed:
            self._hurried = True
            self._changed.notify_all()
        self._neighbours.hurry()

    def _discover(self) -> Discovery:
        own = None
        if self._server is not None:
            name = office_of(self._journal).name
            host, port, tls = self._settings.host, self._server.port, self._server.is_encrypted
            own = Found(self.office, self._me, self._settings.rank, host, port, name, tls)
        interfaces = (self._settings.host,) if self._is_local else ()
        on_url = self._neighbours.ask_at if self._settings.find else None
        discovery = Discovery(self.office, own, on_url, interfaces=interfaces)
        discovery.start()
        return discovery

    @property
    def _is_local(self) -> bool:
        return self._settings.host.startswith("127.")

    def _recall(self) -> None:
        kept, age_s = self._remembering.kept, self._remembering.age_s()
        if age_s is not None:
            self._charge.remember(frozenset(kept.members), frozenset(kept.serving), steady(), age_s)

    def _tell(self) -> None:
        with self._changed:
            serves, at, before = self._server is not None, self._journal.clock.now(), self._telling.status
            relays = self._upward.relays(in_charge=self._charge.standing is Standing.IN_CHARGE)
            status = status_of(self._charge, before, self._settings.name, serves, at, steady(), relays=relays)
            status = self._neighbours.with_fault(status)
            if status == before:
                return
            self._telling.status = status
            self._changed.notify_all()
        self._telling.tell(status)
