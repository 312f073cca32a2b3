"""A morning of the invented commune, so that a demo or a picture shows an office at work. Nobody here exists."""

import tempfile
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

from counter_app.clocks import VIETNAM, ManualClock
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
OFFICERS = {1: "minh", 2: "lan", 3: "ha"}
_EARLIER = (
    ("1.001193", "000085001203||Nguyễn Văn Bình|02091985|Nam|Thôn Mỹ Lộc, xã An Phúc|20052022", "0905 000 203"),
    ("2.000635", "000152000417||Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|15082021", "0905 000 417"),
    ("1.004194", "000302004588||Lê Thị Mai|21112002|Nữ|Thôn An Khê, xã An Phúc|11012023", "0905 000 588"),
    ("1.001612", "000079002211||Đặng Quang Khánh|30041979|Nam|Thôn Đông Thạnh, xã An Phúc|09092021", "0905 000 211"),
    ("2.000815", "000168003917||Phạm Thị Ngọc|17051968|Nữ|Thôn Ngũ Hiệp, xã An Phúc|03032022", "0905 000 917"),
)
_WAITING = (
    *((50 + number, "civil-status", Priority.DISABLED if number == 2 else None) for number in range(6)),
    *((50 + number, "certification", None) for number in range(5)),
    (65, "land", None),
    (66, "land", None),
    (70, "household-business", None),
)
"""Minutes after eight, group, priority."""


class Morning:
    """Plays the beginning of a day; ``clock`` is set to the story's times, without one all happens now."""

    def __init__(self, services: Services, clock: ManualClock | None = None) -> None:
        self._services = services
        self._clock = clock
        self._count = 0

    def at(self, minutes: float) -> None:
        """Go to so many minutes after eight o'clock of the story's day."""
        if self._clock is not None:
            hour, minute = divmod(8 * 60 + minutes, 60)
            start = datetime.combine(DAY, time(int(hour), int(minute), round(minute % 1 * 60)), VIETNAM)
            self._clock.set(start)

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
                self._services.dossiers.return_result(dossier.id, OFFICERS[desk], dossier.applicant.name)
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

    def let_others_wait(self) -> None:
        """Give numbers to those who wait now."""
        for minutes, group, priority in sorted(_WAITING, key=lambda one: one[0]):
            self.at(minutes)
            self._take(group, priority)

    def call_busy_desks(self) -> None:
        """Put somebody at desks 1 and 2."""
        self.at(58)
        one = self._called("certification", 1)
        self._services.queue.start_service(one.id, 1, OFFICERS[1])
        self.at(63)
        two = self._called("residence", 2)
        self._services.queue.start_service(two.id, 2, OFFICERS[2])

    def call_mrs_hoa(self) -> Ticket:
        """Call the story's citizen to desk 3: taken at 08:55, called at 09:07."""
        self.at(49)
        self._take("civil-status", Priority.ELDERLY)
        self.at(67.2)
        return self._services.queue.call_next(CALLED_DESK, OFFICERS[CALLED_DESK], command=uuid.uuid4().hex)

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
        self._count += 1
        command = uuid.uuid5(uuid.NAMESPACE_URL, f"counter-app/morning/{DAY}/{self._count}").hex
        if self._clock is None:
            command = uuid.uuid4().hex
        return self._services.queue.take_number(group, priority, command=command).ticket

    def _called(self, group: str, desk: int) -> Ticket:
        self._take(group)
        return self._services.queue.call_next(desk, OFFICERS[desk], command=uuid.uuid4().hex)

    def _served(self, group: str, desk: int) -> Ticket:
        ticket = self._called(group, desk)
        return self._services.queue.start_service(ticket.id, desk, OFFICERS[desk])

    def _finish(self, ticket: Ticket, score: int) -> None:
        rating = self._services.queue.finish(ticket.id)
        self._services.ratings.give(rating.id, score, RatingSource.KEYPAD)


def fill_demo(services: Services) -> None:
    """Give a demo that begins with an empty office a few people and dossiers; leaves one at work alone."""
    if services.queue.of_today():
        return
    morning = Morning(services)
    morning.serve_early_ones()
    morning.let_others_wait()


def story(services: Services, clock: ManualClock) -> Ticket:
    """Bring the story of the pictures to 09:07 on Monday 23/11/2026; returns Mrs Hoa's ticket."""
    morning = Morning(services, clock)
    steps: tuple[Callable[[], object], ...] = (
        morning.serve_early_ones,
        morning.call_busy_desks,
        morning.let_others_wait,
    )
    for step in steps:
        step()
    return morning.call_mrs_hoa()
