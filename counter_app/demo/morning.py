"""A morning of the invented commune, so that a demo or a picture shows an office at work. Nobody here exists."""

import tempfile
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.clock import ShiftedClock
from counter_app.demo.commune import DESK_OFFICERS, LEADER
from counter_app.demo.earlier import earliest, play_earlier_days
from counter_app.demo.pages import draw_page
from counter_app.demo.plan import DAY, scannable
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Priority, RatingSource
from counter_app.domain.tickets import Ticket
from counter_app.services.bundle import Services
from counter_app.services.reception import Draft

CARDS = (
    ("Trần Thị Hoa", "74 tuổi", "000152000417||Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|15082021"),
    ("Nguyễn Văn Bình", "41 tuổi", "000085001203||Nguyễn Văn Bình|02091985|Nam|Thôn Mỹ Lộc, xã An Phúc|20052022"),
    ("Lê Thị Mai", "24 tuổi", "000302004588||Lê Thị Mai|21112002|Nữ|Thôn An Khê, xã An Phúc|11012023"),
)
"""Name, age, and the line in the QR code of three identity cards."""
SINGLE = "1.004873"
CALLED_DESK = 3
_DEMO_NOW = 74
OFFICERS = DESK_OFFICERS
_EARLIER = (
    ("1.001193", "000085001203||Nguyễn Văn Bình|02091985|Nam|Thôn Mỹ Lộc, xã An Phúc|20052022", "0905 000 203"),
    ("2.000635", "000152000417||Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|15082021", "0905 000 417"),
    ("1.004194", "000302004588||Lê Thị Mai|21112002|Nữ|Thôn An Khê, xã An Phúc|11012023", "0905 000 588"),
    ("1.001612", "000079002211||Đặng Quang Khánh|30041979|Nam|Thôn Đông Thạnh, xã An Phúc|09092021", "0905 000 211"),
    ("2.000815", "000168003917||Phạm Thị Ngọc|17051968|Nữ|Thôn Ngũ Hiệp, xã An Phúc|03032022", "0905 000 917"),
)
_WAITING = (
    (50, "civil-status", None),
    (51, "certification", None),
    (52, "civil-status", None),
    (53, "certification", None),
    (54, "certification", None),
    (56, "civil-status", None),
    (57, "civil-status", None),
    (59, "civil-status", None),
    (60, "certification", None),
    (62, "certification", None),
    (65, "land", None),
    (66, "land", None),
    (69, "civil-status", Priority.DISABLED),
    (70, "household-business", None),
)
"""Minutes after eight, group, priority."""
_ANSWERS_AFTER = 0.1
_HOA_COMES, _HOA_CALLED, _CLOSING = 55, 67.2, 500


class Morning:
    """Plays the beginning of a day; ``at`` sets the clock to so many minutes after eight."""

    def __init__(self, services: Services, at: Callable[[float], None]) -> None:
        self._services = services
        self._set, self._minutes = at, 0.0

    def at(self, minutes: float) -> None:
        """Let it be so many minutes after eight."""
        self._set(minutes)
        self._minutes = minutes

    def serve_early_ones(self) -> None:
        """Serve those who came first; five bring a dossier, one does not come when called."""
        groups = ("civil-status", "certification", "civil-status", "residence", "household-business")
        for number, (procedure, line, phone) in enumerate(_EARLIER):
            desk = number % 3 + 1
            self.at(-28 + number * 6)
            ticket = self._served(groups[number], desk)
            dossier = self.receive(procedure, line, phone, desk, ticket.id)
            self.at(-24 + number * 6)
            self._finish(ticket, 5 - number % 2)
            if procedure == "2.000635":
                self._services.lifecycle.mark_ready(dossier.id, OFFICERS[desk], signer=LEADER)
                self._services.lifecycle.return_result(dossier.id, OFFICERS[desk], dossier.applicant.name)
        for number in range(6):
            self.at(2 + number * 6)
            self._finish(self._served("civil-status", number % 3 + 1), 5)
        for number in range(6):
            self.at(4 + number * 6)
            self._finish(self._served("certification", number % 2 + 1), 4)
        self.at(41)
        missed = self._called("civil-status", 2)
        for minutes in (44, 47):
            self.at(minutes)
            self._services.queue.call_again(missed.id, 2, OFFICERS[2])
        self.at(48)
        self._services.queue.miss(missed.id)

    def call_busy_desks(self) -> None:
        """Put somebody at desks 1 and 2."""
        for minutes, group, desk in ((48.3, "certification", 1), (49.0, "residence", 2)):
            self.at(minutes)
            self._served(group, desk)

    def let_others_come(self, begin: float = 0, end: float = _CLOSING) -> None:
        """Give numbers to those who come from ``begin`` to before ``end``, and wait."""
        for minutes, group, priority in _WAITING:
            if begin <= minutes < end:
                self.at(minutes)
                self._take(group, priority)

    def call_mrs_hoa(self) -> Ticket:
        """Call the story's citizen to desk 3: A012, taken at 08:55, called at 09:07."""
        self.let_others_come(0, _HOA_COMES)
        self.at(_HOA_COMES)
        self._take("civil-status", Priority.ELDERLY)
        self.let_others_come(_HOA_COMES, _HOA_CALLED)
        self.at(_HOA_CALLED)
        return self._services.queue.call_next(CALLED_DESK, OFFICERS[CALLED_DESK], command=uuid.uuid4().hex)

    def go_on(self, ticket: Ticket) -> None:
        """Begin to serve Mrs Hoa; some more come."""
        self._services.queue.start_service(ticket.id, CALLED_DESK, OFFICERS[CALLED_DESK])
        self.let_others_come(_HOA_CALLED)

    def receive(self, procedure: str, line: str, phone: str, desk: int, ticket: str = "") -> Dossier:
        """Receive one dossier with its papers scanned."""
        draft = self.fill(procedure, line, phone, desk, ticket)
        dossier = self._services.reception.receive(draft, desk, OFFICERS[desk])
        self._services.reception.receipt(dossier.id)
        return dossier

    def fill(self, procedure: str, line: str, phone: str, desk: int, ticket: str = "", pages: int = 1) -> Draft:
        """Fill in and keep the form of a desk, up to where it can be received."""
        reception = self._services.reception
        draft = reception.choose(reception.begin(desk, ticket), procedure)
        draft = reception.fill(draft, parse_card(line))
        draft = replace(draft, phone=phone)
        with tempfile.TemporaryDirectory() as folder:
            for index in scannable(self._services.catalogue.procedure(procedure)):
                for number in range(1, pages + 1):
                    path = Path(folder) / f"{index}-{number}.png"
                    draw_page(draft.papers[index].name, draft.name, number).save(path)
                    draft = reception.add_page(draft, index, path)
        return reception.save(desk, draft)

    def _take(self, group: str, priority: Priority | None = None) -> Ticket:
        return self._services.queue.take_number(group, priority, command=uuid.uuid4().hex).ticket

    def _called(self, group: str, desk: int) -> Ticket:
        self._take(group)
        return self._services.queue.call_next(desk, OFFICERS[desk], command=uuid.uuid4().hex)

    def _served(self, group: str, desk: int) -> Ticket:
        ticket = self._called(group, desk)
        return self._services.queue.start_service(ticket.id, desk, OFFICERS[desk])

    def _finish(self, ticket: Ticket, score: int) -> None:
        rating = self._services.queue.finish(ticket.id)
        self.at(self._minutes + _ANSWERS_AFTER)
        self._services.ratings.give(rating.id, score, RatingSource.KEYPAD)


def clock_before_morning() -> ShiftedClock:
    """Return a clock that stands before the made-up days: a journal's time never goes back."""
    clock = ShiftedClock()
    _stand_at(clock, earliest(clock.now().astimezone(VIETNAM).date()))
    return clock


def fill_demo(services: Services, clock: ShiftedClock) -> None:
    """Give a demo that begins with an empty office a week of work behind it, and people who wait now."""
    clock.shift(timedelta())
    today = clock.now().astimezone(VIETNAM).date()
    if not services.dossiers.find("", 1):
        play_earlier_days(services, today, lambda when: _stand_at(clock, when))
    if not services.queue.of_today():
        morning = Morning(services, lambda minutes: _go_back(clock, _DEMO_NOW - minutes))
        morning.serve_early_ones()
        morning.let_others_come()
    clock.shift(timedelta())


def _stand_at(clock: ShiftedClock, when: datetime) -> None:
    clock.shift(timedelta())
    clock.shift(min(timedelta(), when - clock.now()))


def _go_back(clock: ShiftedClock, minutes: float) -> None:
    clock.shift(timedelta())
    now = clock.now().astimezone(VIETNAM)
    # Shortly after midnight there is no morning behind: numbers of yesterday would not be seen.
    most = now - now.replace(hour=0, minute=0, second=0, microsecond=0)
    clock.shift(-min(timedelta(minutes=minutes), most))


def begin_story(services: Services, clock: ManualClock) -> Morning:
    """Return the morning of the pictures, Monday 23/11/2026, with the first hour over."""
    play_earlier_days(services, DAY, clock.set)
    start = datetime.combine(DAY, time(8), VIETNAM)
    morning = Morning(services, lambda minutes: clock.set(start + timedelta(minutes=minutes)))
    morning.serve_early_ones()
    morning.call_busy_desks()
    return morning
