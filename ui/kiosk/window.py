"""The kiosk at work: the screen, wired to the services."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from counter_app.domain.facts import PrintOutcome, Priority
from counter_app.domain.procedures import Procedure
from counter_app.domain.queue_facts import IssueSource
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.errors import Code, CounterError
from counter_app.ports import CodeReader
from counter_app.services.bundle import Services
from counter_app.services.printing import TicketPaper
from counter_app.services.queue import GroupWaiting, NumberGiven
from counter_app.services.queue_numbers import NumbersOpen
from ui import messages
from ui.kiosk import presenting
from ui.kiosk.closed import ClosedPage
from ui.kiosk.consent import CardConsent, Question
from ui.kiosk.home import HomePage
from ui.kiosk.hours import Hours
from ui.kiosk.number import NumberPage, PaperlessPage
from ui.kiosk.presenting import local
from ui.kiosk.scanning import Scan, scan
from ui.kiosk.screen import KioskScreen
from ui.kiosk.taking import Taking, Wish
from ui.kiosk.views import (
    ClosedView,
    HeaderView,
    HomeView,
    NumberView,
    ProceduresView,
    ProcedureView,
    ResultView,
    TileView,
)
from ui.kiosk.waiting import AwayPage, BusyPage
from ui.tasks import Tasks

log = logging.getLogger(__name__)

_TICK_MS = 1_000
_REFRESH_MS = 10_000
_SETTLE_MS = 150
_STREAMS = ("ticket/", "group/", "queueday/", "queuepolicy/", "seat/")
_TOLD = (Code.GROUP_UNKNOWN, Code.CONTINGENT_USED)
"""Refusals that a citizen understands as they are."""
_ON_PAPER = (PrintOutcome.CONFIRMED, PrintOutcome.SENT)


class KioskWindow(KioskScreen):
    """Gives out numbers and tells whether a result is ready. Never a dialog: it degrades."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        *,
        reader: CodeReader | None = None,
        read_aloud: Callable[[str], None] | None = None,
        calendar: WorkingCalendar | None = None,
        phone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(HeaderView(services.office.name, local(services.clock.now())), bool(read_aloud), parent)
        self._services, self._tasks = services, tasks
        self._read_aloud = read_aloud
        self._hours = Hours(services.clock, calendar, phone)
        self._link_lost: datetime | None = None
        self._waiting: tuple[GroupWaiting, ...] = ()
        self._priority: Priority | None = None
        self._due: Priority | None = None
        self._source = IssueSource.KIOSK
        self._tile: TileView | None = None
        self._offered: tuple[ProcedureView, ...] = ()
        self._shut: ClosedView | None = None
        self._answer: Callable[[bool], None] | None = None
        self._given: tuple[str, NumberView] | None = None
        self.consent = CardConsent(self._question, self._begin_visit)
        self.taking = Taking(services, tasks, self)
        self._wire()
        self._tick_timer = self._timer(_TICK_MS, self.tick)
        self._refresh_timer = self._timer(_REFRESH_MS, self.refresh)
        self._settle_timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle_timer.timeout.connect(self.refresh)
        tasks.streams_changed.connect(self._notice)
        if reader:
            reader.on_line(lambda line: tasks.post(lambda: self.look_up(line)))
        self._go_home()
        self.refresh()

    def _wire(self) -> None:
        self.group_chosen.connect(self._choose_group)
        self.number_wanted.connect(self._take_for)
        self.priority_wanted.connect(lambda: self.show_priorities(self._priority))
        self.priority_chosen.connect(self._choose_priority)
        self.priority_toggled.connect(self._toggle_priority)
        self.result_wanted.connect(self.show_scan)
        self.result_number_wanted.connect(self._take_for_result)
        self.other_wanted.connect(lambda: self._offer_first(self._step_back))
        self.answered.connect(self._take_answer)
        self.again_wanted.connect(self._print_again)
        self.home_wanted.connect(self._begin_visit)
        self.back_wanted.connect(self._step_back)
        self.listen_wanted.connect(self._speak)
        self.read_wanted.connect(self._speak)
        self.taking.late.connect(self.show_busy)
        self.taking.away.connect(self._show_away)
        self.taking.given.connect(self._show_given)
        self.taking.refused.connect(self._show_error)
        self.taking.printed.connect(self._show_paper)

    def _timer(self, every: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=every)
        timer.timeout.connect(call)
        timer.start()
        return timer

    # what goes on by itself

    @Slot()
    def tick(self) -> None:
        """Bring the clock up to date; open and close at the office's hours."""
        self.show_header(HeaderView(self._services.office.name, self._hours.now()))
        if self._hours.is_overtaken():
            self.refresh()
        self._keep_hours()

    def set_calendar(self, calendar: WorkingCalendar) -> None:
        """Keep other hours from now on."""
        self._hours.calendar = calendar
        self.tick()
        self.refresh()

    def show_link(self, lost_since: datetime | None) -> None:
        """Say that the office cannot be asked since a moment, or again."""
        if lost_since != self._link_lost:
            self._link_lost = lost_since
            if isinstance(self.page, HomePage):
                self._show_first()

    @Slot()
    def refresh(self) -> None:
        """Read again whether numbers are given out, and how many wait."""
        queue = self._services.queue
        self._tasks.read(
            lambda: (queue.opening(), queue.waiting()),
            lambda read: self._show_queue(*read),
            self._keep_quiet,
            owner=self,
            topic="queue",
        )

    def is_open(self) -> bool:
        """Tell whether numbers are given out now: by an officer's word, else by the hours."""
        return self._hours.is_open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the timers."""
        for timer in (self._tick_timer, self._refresh_timer, self._settle_timer):
            timer.stop()
        self.taking.stop()
        self.countdown.stop()
        super().closeEvent(event)

    def _notice(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(_STREAMS) for stream in streams) and not self._settle_timer.isActive():
            self._settle_timer.start()

    def _show_queue(self, opening: NumbersOpen, waiting: tuple[GroupWaiting, ...]) -> None:
        same = [one.group for one in waiting] == [one.group for one in self._waiting]
        self._hours.tell(opening)
        self._waiting = waiting
        if not same and (isinstance(self.page, HomePage) or self.page is None):
            self._show_first()
        else:
            self.show_tiles(self._tiles())
        self._keep_hours()

    def _keep_hours(self) -> None:
        if not isinstance(self.page, HomePage | ClosedPage):
            return
        if self.is_open() is isinstance(self.page, ClosedPage) or self._shut != self._hours.closed_now():
            self._show_first()

    def _keep_quiet(self, error: CounterError) -> None:
        log.info("event=kiosk_read_failed code=%s", error.code)

    def _tiles(self) -> tuple[TileView, ...]:
        return presenting.tile_views(self._waiting, known=self._link_lost is None)

    # the visit

    def _begin_visit(self) -> None:
        self.taking.leave()
        self._priority, self._tile, self._given, self._answer = None, None, None, None
        self._source, self._due = IssueSource.KIOSK, None
        self.consent.forget()
        self._show_first()

    def _show_first(self) -> None:
        self._shut = self._hours.closed_now()
        if self._shut:
            self.show_closed(self._shut)
            return
        by_card = self._source is IssueSource.CARD
        lost = local(self._link_lost) if self._link_lost else None
        self.show_home(HomeView(self._tiles(), self._priority, by_card, lost))

    def _step_back(self) -> None:
        self.taking.leave()
        self._tile = None
        self._show_first()

    def _choose_priority(self, priority: Priority | None) -> None:
        self._priority = priority
        if self._tile:
            self._show_procedures()
        else:
            self._show_first()

    def _toggle_priority(self, ticked: bool) -> None:
        if ticked:
            self.show_priorities()
        else:
            self._priority = None

    def _choose_group(self, group: str) -> None:
        tile = next((one for one in self._tiles() if one.group == group), None)
        if tile is None or self.taking.busy:
            return
        self._tile = tile
        if tile.used:
            self._show_error(CounterError(Code.CONTINGENT_USED, most=self._contingent(group)))
        elif tile.long:
            self._question(lambda tongue: presenting.long_question(tongue, tile), self._stay_or_go)
        else:
            self._ask_procedures(group)

    def _contingent(self, group: str) -> int:
        return next((one.group.contingent for one in self._waiting if one.group.id == group), 0)

    def _stay_or_go(self, stays: bool) -> None:
        if stays and self._tile:
            self._ask_procedures(self._tile.group)
        else:
            self._go_home()

    def _ask_procedures(self, group: str) -> None:
        self._tasks.read(
            lambda: self._services.catalogue.popular(group),
            lambda found: self._offer(found, group),
            lambda _error: self._offer((), group),
            owner=self,
            topic="offer",
        )

    def _offer(self, found: Sequence[Procedure], group: str) -> None:
        if self._tile is None or self._tile.group != group or self.taking.busy:
            return
        self._offered = tuple(presenting.procedure_view(one) for one in found if one.popular)
        if self._offered:
            self._show_procedures()
        else:
            self._take_for(self.tongue.pick(self._tile.name, self._tile.name_en))

    def _show_procedures(self) -> None:
        if self._tile:
            self.show_procedures(ProceduresView(self._tile, self._offered, self._priority))

    def _take_answer(self, answer: bool) -> None:
        asked, self._answer = self._answer, None
        if asked:
            asked(answer)

    def _question(self, question: Question, answer: Callable[[bool], None]) -> None:
        self._answer = answer
        self.show_question(question)

    # the number

    def _take_for(self, matter: str) -> None:
        if self._tile:
            source = IssueSource.CARD if self._source is IssueSource.CARD else IssueSource.KIOSK
            self._take(Wish(self._tile.group, matter, self._priority, source))

    def _take_for_result(self, dossier_id: str) -> None:
        services = self._services

        def group() -> str:
            return services.catalogue.procedure(services.dossiers.dossier(dossier_id).procedure).group

        self._tasks.read(
            group,
            lambda found: self._offer_first(lambda: self._take_result(found, dossier_id)),
            self._show_error,
            owner=self,
            topic="result-group",
        )

    def _take_result(self, group: str, dossier_id: str) -> None:
        matter = self.tongue.translate("Kiosk", "Nhận kết quả")
        self._take(Wish(group, matter, self._priority, self._source, dossier_id))

    def _take(self, wish: Wish) -> None:
        """Take one number, however often the button was tapped."""
        if self.page:
            self.page.setEnabled(False)  # a second tap finds nothing to tap
        self.taking.take(wish)

    def _show_away(self) -> None:
        if not isinstance(self.page, AwayPage):
            self.show_away()

    def _show_given(self, given: NumberGiven, wish: Wish) -> None:
        view = presenting.number_view(given, wish.matter)
        self._given = (given.ticket.id, view)
        self.show_number(view, printed=False)
        self.taking.print_ticket(given)

    def _print_again(self) -> None:
        if self._given:
            self.taking.print_again(self._given[0])

    def _show_paper(self, ticket_id: str, paper: TicketPaper) -> None:
        if self._given is None or self._given[0] != ticket_id:
            return  # the citizen left before the printer answered
        if paper.outcome in _ON_PAPER:
            self.show_number(self._given[1], printed=True)
        else:
            self.show_paperless(self._given[1], paper.fault)

    def _show_error(self, error: CounterError) -> None:
        if error.code is Code.NUMBERS_CLOSED:
            self.refresh()
        if error.code in _TOLD:
            told = messages.message(error)
            self.show_trouble(told.title, told.next_step)
            return
        log.info("event=number_refused code=%s", error.code)
        translate = self.tongue.translate
        self.show_trouble(
            translate("Kiosk", "Chưa lấy được số lúc này."), translate("Kiosk", "Mời ông/bà gặp cán bộ hướng dẫn.")
        )

    # the reader

    def look_up(self, line: str) -> None:
        """Look up what the reader read: a receipt's QR code (an address or the code), or an identity card."""
        busy = isinstance(self.page, PaperlessPage | BusyPage | AwayPage | NumberPage)
        if self.taking.busy or busy or not line.strip():
            return  # nobody's number is covered by what another one reads
        at_home = isinstance(self.page, HomePage)
        self.consent.before(line, lambda: self._search(line.strip(), at_home))

    def _search(self, line: str, at_home: bool) -> None:
        dossiers, now = self._services.dossiers, self._services.clock.now()
        self._tasks.read(
            lambda: scan(dossiers, line, now),
            lambda read: self._show_scanned(read, at_home),
            lambda _error: self.show_result(ResultView(())),
            owner=self,
            topic="result",
        )

    def _show_scanned(self, read: Scan, at_home: bool) -> None:
        if self.taking.busy:
            return
        self._source, self._due = read.source, read.offer
        to_take = at_home and read.source is IssueSource.CARD and self.is_open()
        if to_take and not read.found:
            self._offer_first(self._show_first)  # read to take a number, not to look for anything
        else:
            self.show_result(ResultView(read.found, takes=self.is_open()))

    def _offer_first(self, then: Callable[[], None]) -> None:
        """Before a number is taken: offer the priority that the card says is due, once."""
        due, self._due = self._due, None
        if due is None or self._priority is not None:
            then()
            return

        def answer(wants: bool) -> None:
            self._priority = due if wants else None
            then()

        self._question(presenting.elderly_question, answer)

    # the voice

    def _speak(self) -> None:
        if self._read_aloud:
            self._read_aloud(self._given[1].label if self._given else "")
