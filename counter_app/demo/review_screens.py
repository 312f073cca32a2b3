"""Pictures of Cần xem lại: a second machine of the office acts apart on two dossiers, and the journals meet."""

from datetime import timedelta
from pathlib import Path

from counter_app.clocks import ManualClock
from counter_app.demo.commune import LEADER
from counter_app.demo.office import DemoOffice
from counter_app.domain.dossier_filter import DossierFilter
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.entry import Entry
from counter_app.domain.review_facts import Decision
from counter_app.journal import arrivals, outbox
from counter_app.journal.journal import Journal
from counter_app.services.calendar import Calendar
from counter_app.services.lifecycle import Lifecycle
from counter_app.services.setup import JoiningStation, join, office_of
from counter_app.store.database import open_database
from ui.desk.page_keys import REVIEW
from ui.desk.window import DeskWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_SIZE, _LARGE = (1366, 768), (1920, 1080)
_PAUSE = 700
_MANY = 1_000_000


class ReviewPictures:
    """Takes them with one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._office = studio, office
        self._services = office.counter.services

    def draw(self) -> None:
        """Take all of them, and settle what was made for them."""
        self._picture("desk-review-empty-1366", _SIZE)
        self._act_apart()
        self._picture("desk-review-1366", _SIZE)
        self._studio.look(scale=1.15)
        self._picture("desk-review-1920", _LARGE)
        self._studio.look(scale=2.0)
        self._picture("desk-review-200pct", _SIZE, opened=True)
        self._studio.look()
        reviews = self._services.reviews
        reviews.settle([one.key for one in reviews.open(LEADER).items], LEADER, Decision.KEPT)

    def _act_apart(self) -> None:
        """Return one result twice, and hand on a dossier whose applicant was asked for a paper."""
        done, working = self._in_state(DossierState.DONE), self._in_state(DossierState.PROCESSING)
        taker = done.applicant.name
        with _OtherMachine(self._office.folder / "second", self._office.counter.journal) as other:
            self._services.lifecycle.request_supplement(working.id, "minh", ("Bản sao trích lục",), "Bản nộp bị mờ")
            self._services.lifecycle.return_result(done.id, "ha", taker)
            other.lifecycle.hand_over(working.id, "minh", LEADER, note="Trình ký")
            other.lifecycle.return_result(done.id, "lan", taker)
            arrivals.accept(self._office.counter.journal, other.written())

    def _in_state(self, state: DossierState) -> Dossier:
        listed = self._services.dossiers.each(DossierFilter(states=(state,)))
        return next(one for one in listed if not one.supplements)

    def _picture(self, name: str, size: tuple[int, int], *, opened: bool = False) -> None:
        counter = self._office.counter
        tasks = Tasks(self._services.changes)
        leader = next(one for one in self._services.officers.all() if one.id == LEADER)
        window = DeskWindow(
            self._services, tasks, counter.devices, counter.replicator, _DESK, leader, choose_folder=lambda _: None
        )
        self._studio.show(window, *size)
        self._studio.wait(lambda: window.receive.keeper.draft is not None, "the form")
        window.notices.drop("receive")
        window.open_page(REVIEW)
        self._studio.wait(lambda: window.review.seen is not None, "what is under review")
        self._studio.settle(_PAUSE)
        if opened and window.review.page is not None:
            window.review.page.open_detail()
            self._studio.settle()
        self._studio.take(name, window)
        self._studio.put_away(window)
        tasks.close()


class _OtherMachine:
    """A second machine of the office, which knows what the first one wrote until now."""

    def __init__(self, folder: Path, first: Journal) -> None:
        self._database = open_database(folder)
        self._journal = journal = Journal(self._database, ManualClock(first.clock.now() + timedelta(minutes=4)))
        office = office_of(first)
        outbox.admit(first, journal.key.station, journal.key.public_hex, office.id)
        outbox.admit(journal, first.key.station, first.key.public_hex, office.id)
        arrivals.accept(journal, outbox.own_entries(first, 0, _MANY))
        join(journal, JoiningStation(office.id, "Máy trạm quầy 1", ("desk",), 1))
        self.lifecycle = Lifecycle(journal, Calendar(journal, office))

    def written(self) -> tuple[Entry, ...]:
        """Everything that it wrote."""
        return outbox.own_entries(self._journal, 0, _MANY)

    def __enter__(self) -> "_OtherMachine":
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()
