"""The kiosk at work: the screen, wired to the services."""

import logging
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from counter_app.clocks import VIETNAM
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import PrintOutcome, Priority
from counter_app.domain.procedures import Procedure
from counter_app.domain.working_calendar import WorkingCalendar, WorkingHours
from counter_app.errors import Code, CounterError
from counter_app.ports import CodeReader
from counter_app.services.bundle import Services
from counter_app.services.printing import TicketPaper
from counter_app.services.queue import GroupWaiting, NumberGiven
from ui import messages
from ui.kiosk.closed import ClosedPage
from ui.kiosk.home import HomePage
from ui.kiosk.result import MOST_FOUND
from ui.kiosk.screen import KioskScreen
from ui.kiosk.views import (
    ClosedView,
    FoundView,
    HeaderView,
    HomeView,
    NumberView,
    ProceduresView,
    ProcedureView,
    ResultView,
    Standing,
    TileView,
)
from ui.tasks import Tasks

log = logging.getLogger(__name__)

_TICK_MS = 1_000
_REFRESH_MS = 10_000
_SETTLE_MS = 150
_LONGEST_NAME = 40
_USUAL_WORDS = 3
_LONGEST_PAPER = 44
_MOST_PAPERS = 3
_FILLED_HERE = re.compile(r"(tờ khai|đơn|phiếu|giấy đề nghị|văn bản đề nghị|bản đăng ký|dự thảo)\b", re.IGNORECASE)
"""Forms filled in at the counter: nobody brings them."""


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
        super().__init__(HeaderView(services.office.name, _local(services.clock.now())), bool(read_aloud), parent)
        self._services, self._tasks = services, tasks
        self._read_aloud, self._calendar, self._phone = read_aloud, calendar, phone
        self._waiting: tuple[GroupWaiting, ...] = ()
        self._priority: Priority | None = None
        self._tile: TileView | None = None
        self._offered: tuple[ProcedureView, ...] = ()
        self._command = ""
        self._taking = False
        self._given: NumberView | None = None
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
        self.home_wanted.connect(self._begin_visit)
        self.back_wanted.connect(self._step_back)
        self.listen_wanted.connect(self._speak_page)
        self.read_wanted.connect(self._speak_number)

    def _timer(self, every: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=every)
        timer.timeout.connect(call)
        timer.start()
        return timer

    # what goes on by itself

    @Slot()
    def tick(self) -> None:
        """Bring the clock up to date; open and close at the office's hours."""
        now = _local(self._services.clock.now())
        self.show_header(HeaderView(self._services.office.name, now))
        if isinstance(self.page, HomePage | ClosedPage) and self.is_open() is isinstance(self.page, ClosedPage):
            self._show_first()

    def set_calendar(self, calendar: WorkingCalendar) -> None:
        """Keep other hours from now on."""
        self._calendar = calendar
        self.tick()

    @Slot()
    def refresh(self) -> None:
        """Read again how many wait."""
        read = self._services.queue.waiting
        self._tasks.read(read, self._show_groups, self._keep_quiet, owner=self, topic="waiting")

    def is_open(self) -> bool:
        """Tell whether numbers are given out now."""
        if self._calendar is None:
            return True
        now = _local(self._services.clock.now())
        return self._calendar.is_open(now)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the timers."""
        for timer in (self._tick_timer, self._refresh_timer, self._settle_timer):
            timer.stop()
        self.countdown.stop()
        super().closeEvent(event)

    def _notice(self, streams: frozenset[str]) -> None:
        if any(stream.startswith(("ticket/", "group/")) for stream in streams) and not self._settle_timer.isActive():
            self._settle_timer.start()

    def _show_groups(self, waiting: tuple[GroupWaiting, ...]) -> None:
        same = [one.group for one in waiting] == [one.group for one in self._waiting]
        self._waiting = waiting
        if same:
            self.show_waiting({one.group.id: one.waiting for one in waiting})
        elif isinstance(self.page, HomePage) or self.page is None:
            self._show_first()

    def _keep_quiet(self, error: CounterError) -> None:
        log.info("event=kiosk_read_failed code=%s", error.code)

    # the visit

    def _begin_visit(self) -> None:
        self._priority, self._tile, self._given, self._taking = None, None, None, False
        self._show_first()

    def _show_first(self) -> None:
        if not self.is_open() and self._calendar:
            self.show_closed(closed_view(self._calendar, _local(self._services.clock.now()), self._phone))
            return
        self._command = uuid4().hex
        self.show_home(HomeView(tuple(_tile(one) for one in self._waiting), self._priority))

    def _step_back(self) -> None:
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
        self._tile = next((_tile(one) for one in self._waiting if one.group.id == group), None)
        if self._tile is None or self._taking:
            return
        self._tasks.read(
            lambda: self._services.catalogue.popular(group),
            lambda found: self._offer(found, group),
            lambda _error: self._offer((), group),
            owner=self,
            topic="offer",
        )

    def _offer(self, found: Sequence[Procedure], group: str) -> None:
        if self._tile is None or self._tile.group != group or self._taking:
            return
        self._offered = tuple(_everyday(one) for one in found if one.popular)
        if self._offered:
            self._show_procedures()
        else:
            self._take_for(self.tongue.pick(self._tile.name, self._tile.name_en))

    def _show_procedures(self) -> None:
        if self._tile:
            self._command = uuid4().hex
            self.show_procedures(ProceduresView(self._tile, self._offered, self._priority))

    # the number

    def _take_for(self, matter: str) -> None:
        if self._tile:
            self._take(self._tile.group, matter)

    def _take_for_result(self, dossier_id: str) -> None:
        services = self._services

        def group() -> str:
            return services.catalogue.procedure(services.dossiers.dossier(dossier_id).procedure).group

        matter = self.tongue.translate("Kiosk", "Nhận kết quả")
        self._command = uuid4().hex
        self._tasks.read(group, lambda found: self._take(found, matter), self._show_error, owner=self)

    def _take(self, group: str, matter: str) -> None:
        """Take one number, however often the button was tapped: one command a page visit, one ticket a command."""
        if self._taking:
            return
        self._taking = True
        if self.page:
            self.page.setEnabled(False)
        command, priority = self._command, self._priority
        self._tasks.run(
            lambda: self._services.queue.take_number(group, priority, command=command),
            lambda given: self._print(given, matter),
            self._show_error,
            owner=self,
        )

    def _print(self, given: NumberGiven, matter: str) -> None:
        view = NumberView(given.ticket.label, matter, given.ahead, given.minutes, given.desks, given.follow_url)
        self._given, self._taking = view, False
        self.show_number(view, printed=False)
        self._tasks.slow(
            lambda: self._services.printing.print_ticket(given),
            lambda paper: self._show_paper(paper, view),
            lambda _error: self._show_paper(TicketPaper(PrintOutcome.FAILED, 0, None), view),
            owner=self,
        )

    def _show_paper(self, paper: TicketPaper, view: NumberView) -> None:
        if self._given is not view:
            return  # the citizen left before the printer answered
        if paper.outcome in (PrintOutcome.CONFIRMED, PrintOutcome.SENT):
            self.show_number(view, printed=True)
        else:
            self.show_paperless(view, paper.fault)

    def _show_error(self, error: CounterError) -> None:
        self._taking = False
        if error.code is Code.GROUP_UNKNOWN:
            told = messages.message(error)
            self.show_trouble(told.title, told.next_step)
            return
        log.info("event=number_refused code=%s", error.code)
        translate = self.tongue.translate
        self.show_trouble(
            translate("Kiosk", "Chưa lấy được số lúc này."), translate("Kiosk", "Mời ông/bà gặp cán bộ hướng dẫn.")
        )

    # the result

    def look_up(self, line: str) -> None:
        """Look up what the reader read: a receipt's QR code (an address or the code), or an identity card."""
        if self._taking or not line.strip():
            return
        now = _local(self._services.clock.now())
        self._tasks.read(
            lambda: ResultView(tuple(_found(one, now) for one in self._find(line.strip())[:MOST_FOUND])),
            self.show_result,
            lambda _error: self.show_result(ResultView(())),
            owner=self,
            topic="result",
        )

    def _find(self, line: str) -> tuple[Dossier, ...]:
        """Find by the whole code or by the card's number only: nobody browses other people's dossiers here."""
        if "|" in line:
            return self._services.dossiers.earlier(parse_card(line).number)
        code = line.rstrip("/").rpartition("/")[2]
        return tuple(one for one in self._services.dossiers.find(code, MOST_FOUND) if one.code == code)

    # the voice

    def _speak_number(self) -> None:
        if self._read_aloud and self._given:
            self._read_aloud(self._given.label)

    def _speak_page(self) -> None:
        if self._read_aloud:
            self._read_aloud(self._given.label if self._given else "")


def closed_view(calendar: WorkingCalendar, now: datetime, phone: str) -> ClosedView:
    """Return when the office opens next after ``now`` (local), and the named days off in between."""
    today = now.date()
    hours = calendar.hours_on(today)
    start = today if hours is None or now.time() < hours.opening else today + timedelta(days=1)
    day = calendar.next_working(start)
    between = (start + timedelta(days=offset) for offset in range((day - start).days))
    named = tuple((one, calendar.name_of(one)) for one in between if calendar.name_of(one))
    return ClosedView(calendar.opening(day), calendar.hours_on(day) or WorkingHours(), named, phone)


def _local(moment: datetime) -> datetime:
    return moment.astimezone(VIETNAM)


def _tile(one: GroupWaiting) -> TileView:
    return TileView(one.group.id, one.group.name, one.group.name_en, one.group.icon, one.waiting)


def _everyday(procedure: Procedure) -> ProcedureView:
    """Say a procedure in everyday words: its name if it is short, else how people call it."""
    name = procedure.name
    if len(name) > _LONGEST_NAME and procedure.aliases:
        name = min(procedure.aliases[:_USUAL_WORDS], key=len)
    needed = [one.name for one in procedure.papers if one.required and not _FILLED_HERE.match(one.name)]
    papers = [_everyday_paper(one) for one in needed]
    bring = tuple(dict.fromkeys(paper for paper in papers if len(paper) <= _LONGEST_PAPER))
    return ProcedureView(procedure.code, name[:1].upper() + name[1:], bring[:_MOST_PAPERS])


def _everyday_paper(name: str) -> str:
    first = re.split(r",| hoặc | và |\(", name, maxsplit=1)[0].strip()
    if first.casefold() == "thẻ căn cước":
        return "căn cước"
    return first[:1].lower() + first[1:]


def _found(dossier: Dossier, now: datetime) -> FoundView:
    returned = _local(dossier.returned_at) if dossier.returned_at else None
    due = _local(dossier.due) if dossier.due else None
    return FoundView(dossier.id, dossier.code, dossier.field, due, _standing(dossier, now), returned)


def _standing(dossier: Dossier, now: datetime) -> Standing:
    fixed = {
        DossierState.NEW: Standing.SUPPLEMENT if dossier.supplements else Standing.NOT_YET,
        DossierState.REFUSED: Standing.REFUSED,
        DossierState.SUPPLEMENT: Standing.SUPPLEMENT,
        DossierState.PAYMENT: Standing.PAYMENT,
        DossierState.STOPPED: Standing.STOPPED,
        DossierState.DONE: Standing.READY,
        DossierState.RETURNED: Standing.RETURNED,
    }
    waits = Standing.LATE if dossier.is_late(now) else Standing.NOT_YET
    return fixed.get(dossier.state, waits)
