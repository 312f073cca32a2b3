"""A whole day of the invented commune, played through the same services, devices and sync, as fast as it goes.

It can be stopped at any moment, by ``kill -9`` too, and goes on where the journal says it was.
"""

import os
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from counter_app.clocks import ManualClock
from counter_app.demo.casework import Casework, Fate
from counter_app.demo.commune import DESK_OFFICERS
from counter_app.demo.mishaps import Calm
from counter_app.demo.office import DemoOffice
from counter_app.demo.pages import draw_page
from counter_app.demo.plan import CITIZENS, Citizen, plan_day, scannable
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import PrintOutcome, RatingSource
from counter_app.domain.ratings import Rating, RatingState
from counter_app.domain.tickets import TicketState
from counter_app.errors import Code, CounterError
from counter_app.journal.counts import blob_count, entries_by_kind, printed_bytes
from counter_app.journal.journal import Journal
from counter_app.ports import DeviceKind, ScanRequest
from counter_app.services.reception import Draft

KEYPAD_DESK = 3
_PATIENCE, _AGAIN = 60.0, 0.5
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Summary:
    """What the day came to, counted in the journals of the station and the province."""

    citizens: int
    tickets: int
    calls: int
    served: int
    no_shows: int
    dossiers: int
    pages: int
    receipts: int
    ratings: int
    handed_over: int
    results: int
    returned: int
    supplements: int
    refusals: int
    entries: int
    province_entries: int
    blobs: int
    province_blobs: int
    printer_bytes: int
    seconds: float

    def as_dict(self) -> dict[str, int | float]:
        """The summary as one JSON object's fields."""
        return asdict(self)


class PlayedDay:
    """Sixty citizens or fewer, three desks, one kiosk."""

    def __init__(
        self,
        office: DemoOffice,
        clock: ManualClock,
        seed: int,
        paper: Path,
        *,
        citizens: int = CITIZENS,
        mishaps: Calm | None = None,
    ) -> None:
        """Let the first so many ``citizens`` of the day come."""
        self._office = office
        self._services = office.counter.services
        self._devices = office.counter.devices
        self._clock = clock
        self._paper = paper
        self._mishaps = mishaps or Calm()
        self._citizens = plan_day(seed, self._services.catalogue.procedures())[:citizens]
        self._by_ticket = {citizen.ticket: citizen for citizen in self._citizens}
        self._casework = Casework(self._services)
        self._cards: queue.Queue[str] = queue.Queue()
        self._held: set[str] = set()
        self._rated = threading.Condition()
        self._calls, self._called = 0, threading.Semaphore(0)

    def run(self, between: Callable[[int], None] = lambda served: None) -> float:
        """Play until everybody is served or missed and the province has it all; returns the desk's seconds.

        ``between`` is told how many have left, after each.
        """
        self._devices.reader.on_line(self._cards.put)
        self._devices.keypad.on_press(lambda press: self._pressed(press.score))
        self._devices.speaker.on_finished(lambda _label, _desk: self._called.release())
        started = time.monotonic()
        waiting = list(self._citizens)
        gone = 0
        desks = deque(DESK_OFFICERS.items())
        while waiting or self._open():
            waiting = self._let_in(waiting)
            desks.rotate(-1)  # each is the first to call in its turn: on quiet hours the last would never be
            for number, officer in desks:
                self._call(number, officer)
            for number, officer in desks:
                gone += self._serve(number, officer)
                between(gone)
        self._work_behind_the_counter()
        self._hear_every_call()
        self._services.fleet_log.close()  # the day is over: its counts stand still from here on
        if self._office.counter.watch is not None:
            self._office.counter.watch.close()
        return time.monotonic() - started

    def summary(self, seconds: float) -> Summary:
        """Count what the station and the province hold."""
        journal, province = self._office.counter.journal, self._office.province_journal
        kinds = entries_by_kind(journal, journal.key.station)
        results = [one.outcome for one in self._dossiers() if one.outcome is not None]
        states = [ticket.state for ticket in self._services.queue.of_today()]
        return Summary(
            citizens=len(self._citizens),
            tickets=kinds.get("ticket.issued", 0),
            calls=kinds.get("ticket.called", 0),
            served=states.count(TicketState.FINISHED),
            no_shows=states.count(TicketState.NO_SHOW),
            dossiers=kinds.get("dossier.received", 0),
            pages=kinds.get("dossier.page_scanned", 0),
            receipts=kinds.get("dossier.receipt_printed", 0),
            ratings=kinds.get("rating.given", 0),
            handed_over=kinds.get("dossier.handed_over", 0),
            results=len(results),
            returned=kinds.get("dossier.returned", 0),
            supplements=kinds.get("dossier.supplement_requested", 0),
            refusals=sum(1 for one in results if one.refusal),
            entries=sum(kinds.values()),
            province_entries=sum(entries_by_kind(province, journal.key.station).values()),
            blobs=blob_count(journal),
            province_blobs=blob_count(province),
            printer_bytes=printed_bytes(journal),
            seconds=round(seconds, 2),
        )

    def _dossiers(self) -> Iterator[Dossier]:
        """The dossiers of the day that were received."""
        for citizen in self._citizens:
            dossier = self._received(citizen.dossier)
            if dossier is not None:
                yield dossier

    def _open(self) -> bool:
        ended = (TicketState.FINISHED, TicketState.NO_SHOW, TicketState.CANCELLED)
        return any(ticket.state not in ended for ticket in self._services.queue.of_today())

    # The kiosk

    def _let_in(self, waiting: list[Citizen]) -> list[Citizen]:
        """Give numbers to who has come by now; when nobody is here, the clock goes to who comes next."""
        if waiting and not self._open():
            self._clock.set(max(self._clock.now(), waiting[0].arrives))
        while waiting and waiting[0].arrives <= self._clock.now():
            self._take_number(waiting[0])
            waiting = waiting[1:]
        return waiting

    def _take_number(self, citizen: Citizen) -> None:
        given = self._services.queue.take_number(citizen.group, citizen.priority, command=citizen.ticket)
        picture = self._paper / f"{given.ticket.label}.png"
        if given.ticket.printed is PrintOutcome.CONFIRMED and picture.exists():
            return
        self._mishaps.strike(DeviceKind.PRINTER)
        before, printed = len(self._office.tickets_cut), self._services.printing.print_ticket(given)
        for _ in range(_TRIES):
            if printed.outcome is PrintOutcome.CONFIRMED:
                break
            if not self._mishaps.mend(DeviceKind.PRINTER):
                raise CounterError(printed.fault or Code.PRINTER_FAULT)
            before, printed = len(self._office.tickets_cut), self._services.printing.reprint(citizen.ticket)
        self._office.tickets_cut.wait_for_more_than(before, _PATIENCE)
        self._mishaps.over(DeviceKind.PRINTER)
        partial = picture.with_suffix(".part")
        self._office.tickets_cut.newest().save(partial, "PNG")
        partial.replace(picture)

    # The desk

    def _call(self, desk: int, officer: str) -> None:
        if self._services.queue.view(desk).mine is not None:
            return
        try:
            ticket = self._services.queue.call_next(desk, officer, command=f"{desk}-{self._clock.now():%H%M%S}")
        except CounterError as error:
            if error.code is not Code.NOBODY_WAITING:
                raise
            return
        self._mishaps.over(DeviceKind.SPEAKER)  # nobody mends a loudspeaker in the middle of a call
        self._mishaps.strike(DeviceKind.SPEAKER)
        self._devices.speaker.announce(ticket.label, desk)
        self._calls += 1

    def _hear_every_call(self) -> None:
        """Wait until all calls were made, aloud or not: one that is lost would never end."""
        self._mishaps.over(DeviceKind.SPEAKER)
        for _ in range(self._calls):
            if not self._called.acquire(timeout=_PATIENCE):
                raise CounterError(Code.DEVICE_SILENT, device="speaker", seconds=_PATIENCE)

    def _serve(self, desk: int, officer: str) -> int:
        """Bring the ticket at ``desk`` to its end; returns 1 if somebody left."""
        ticket = self._services.queue.view(desk).mine
        if ticket is None:
            self._clock.move(timedelta(seconds=20))
            return 0
        citizen = self._by_ticket[ticket.id]
        if not citizen.comes:
            for _ in range(ticket.calls, 3):
                self._clock.move(timedelta(seconds=30))
                self._services.queue.call_again(ticket.id, desk, officer)
            self._services.queue.miss(ticket.id)
            return 1
        if ticket.state is TicketState.CALLED:
            self._clock.move(timedelta(seconds=25))
            self._services.queue.start_service(ticket.id, desk, officer)
        if citizen.procedure is not None:
            self._receive(citizen, desk, officer)
        self._clock.move(timedelta(minutes=2))
        rating = self._services.queue.finish(ticket.id)
        self._clock.move(timedelta(seconds=6))
        self._rate(citizen, desk, rating)
        return 1

    def _receive(self, citizen: Citizen, desk: int, officer: str) -> None:
        reception = self._services.reception
        dossier = self._received(citizen.dossier)
        if dossier is None:
            draft = reception.draft(desk)
            if draft is None or draft.id != citizen.dossier:
                reception.discard(desk)
                draft = reception.save(desk, Draft(citizen.dossier, citizen.ticket))
            dossier = reception.receive(self._fill(draft, citizen, desk), desk, officer)
        pdf = reception.receipt(dossier.id)
        partial = self._paper / f"{dossier.code}.part"
        partial.write_bytes(pdf)
        partial.replace(partial.with_suffix(".pdf"))
        if citizen.fate is Fate.FINISHED:
            self._casework.walk(dossier.id, Fate.FINISHED, lambda: self._clock.move(timedelta(minutes=3)))

    def _received(self, dossier_id: str) -> Dossier | None:
        """The dossier, if it was received before the program was stopped."""
        try:
            return self._services.dossiers.dossier(dossier_id)
        except CounterError:
            return None

    def _fill(self, draft: Draft, citizen: Citizen, desk: int) -> Draft:
        reception, procedure = self._services.reception, citizen.procedure
        assert procedure is not None  # noqa: S101 - only called for who brings a dossier
        if not draft.procedure:
            draft = reception.save(desk, reception.choose(draft, procedure.code))
        if not draft.name:
            draft = reception.save(desk, reception.fill(draft, parse_card(self._read(citizen.card))))
        for index in scannable(procedure):
            if not draft.papers[index].pages:
                draft = self._scan(draft, citizen, index)
                draft = reception.save(desk, draft)
            self._clock.move(timedelta(seconds=40))
        return draft

    def _read(self, card: str) -> str:
        """Hold a card before the reader until it is read. Raises DEVICE_SILENT, READER_GARBAGE for another reading."""
        self._held.add(card)
        self._mishaps.strike(DeviceKind.READER)
        for _ in range(_TRIES):
            self._office.virtual.reader.scan(card)
            try:
                line = self._cards.get(timeout=_AGAIN)
            except queue.Empty:
                self._mishaps.mend(DeviceKind.READER)
                continue
            if line == card:
                self._mishaps.over(DeviceKind.READER)
                return line
            if line not in self._held:  # else it was held there twice, and comes late
                raise CounterError(Code.READER_GARBAGE, count=1)
        raise CounterError(Code.DEVICE_SILENT, device="reader", seconds=_TRIES * _AGAIN)

    def _scan(self, draft: Draft, citizen: Citizen, index: int) -> Draft:
        title, feeder = draft.papers[index].name, self._office.virtual.scanner
        landed = self._office.folder / "scans"
        landed.mkdir(exist_ok=True)
        pages: list[Path] = []
        self._mishaps.strike(DeviceKind.SCANNER)
        while len(pages) < citizen.pages:
            for left in feeder.folder.glob("*.png"):
                left.unlink()
            feeder.load(draw_page(title, draft.name, number) for number in range(len(pages) + 1, citizen.pages + 1))
            try:
                self._devices.scanner.scan(ScanRequest(), landed, pages.append)
            except CounterError:
                if not self._mishaps.mend(DeviceKind.SCANNER):
                    raise
        self._mishaps.over(DeviceKind.SCANNER)
        for page in pages:
            draft = self._services.reception.add_page(draft, index, page)
            page.unlink()
        return draft

    # Behind the counter

    def _work_behind_the_counter(self) -> None:
        """Specialists and the leader do that day's share of what was received."""
        for citizen in self._citizens:
            if self._received(citizen.dossier) is not None:
                self._casework.walk(citizen.dossier, citizen.fate, lambda: self._clock.move(timedelta(seconds=50)))

    # The citizen

    def _rate(self, citizen: Citizen, desk: int, rating: Rating) -> None:
        if citizen.score is None:
            self._services.ratings.close(rating.id)
        elif desk == KEYPAD_DESK:
            self._press_until_given(citizen.score, rating)
        else:
            self._services.ratings.give(rating.id, citizen.score, RatingSource.SCREEN)

    def _press_until_given(self, score: int, rating: Rating) -> None:
        """Press again when nothing comes of it: so soon after the last citizen a key may count as bouncing."""
        self._mishaps.strike(DeviceKind.KEYPAD)
        for _ in range(round(_PATIENCE / _AGAIN)):
            with self._rated:
                self._office.virtual.keypad.press(score)
                given = self._rated.wait_for(lambda: self._is_given(rating.id), _AGAIN)
            if given:
                self._mishaps.over(DeviceKind.KEYPAD)
                return
            self._mishaps.mend(DeviceKind.KEYPAD)
        raise CounterError(Code.DEVICE_SILENT, device="keypad", seconds=_PATIENCE)

    def _pressed(self, score: int) -> None:
        self._services.ratings.press(KEYPAD_DESK, score)
        with self._rated:
            self._rated.notify_all()

    def _is_given(self, rating_id: str) -> bool:
        return self._services.ratings.rating(rating_id).state is RatingState.GIVEN


def write_acknowledged(journal: Journal, path: Path) -> Callable[[], None]:
    """Write the number of the last durable entry after each commit, one a line; returns what stops it.

    Each line is one write: whole even under ``kill -9``, so that a test can ask for what was promised.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def write(_streams: frozenset[str]) -> None:
        os.write(descriptor, f"{journal.last_seq}\n".encode())

    unlisten = journal.changes.listen(write)

    def stop() -> None:
        unlisten()
        os.close(descriptor)

    return stop
