"""Pictures of Xử lý and Trả kết quả, with the week before the story on the desks."""

from collections.abc import Callable
from functools import partial

from counter_app.demo.commune import LEADER
from counter_app.demo.morning import OFFICERS, Morning
from counter_app.demo.office import DemoOffice
from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossier_filter import DossierFilter
from counter_app.domain.dossiers import DossierState
from ui.desk.page_keys import PROCESS, RETURN
from ui.desk.process.page import ProcessPage
from ui.desk.process.work import Bucket
from ui.desk.window import DeskWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_SIZE = (1366, 768)
_PAUSE = 700
_OWNER = "000191000015||Hồ Thị Lụa|20101991|Nữ|Thôn Đông Thạnh, xã An Phúc|03032022"


class WorkPictures:
    """Takes them with one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._office = studio, office
        self._services = office.counter.services

    def draw(self) -> None:
        """Take all of them."""
        for scale, suffix in ((1.0, "-1366"), (2.0, "-200pct")):
            self._studio.look(scale=scale)
            self._with(OFFICERS[_DESK], partial(self._process, suffix))
            self._with(OFFICERS[_DESK], partial(self._return, suffix))
        self._studio.look()
        self._with(LEADER, self._leader)
        self._with(OFFICERS[_DESK], self._hand_out)

    def _process(self, suffix: str, window: DeskWindow) -> None:
        page = self._open_process(window)
        self._studio.take(f"desk-process{suffix}", window)
        page.table.entered.emit()
        self._studio.settle(_PAUSE)
        self._studio.take(f"desk-process-step{suffix}", window)
        page.close_detail()
        page.bucket_chosen.emit(Bucket.TAKING)
        page.table.selectAll()
        self._studio.settle(_PAUSE)
        self._studio.take(f"desk-process-take{suffix}", window)
        page.bucket_chosen.emit(Bucket.PAYMENT)
        self._studio.settle()
        self._studio.take(f"desk-process-none{suffix}", window)

    def _leader(self, window: DeskWindow) -> None:
        page = self._open_process(window)
        page.bucket_chosen.emit(Bucket.APPROVAL)
        self._studio.settle(_PAUSE)
        self._studio.take("desk-process-leader-1366", window)
        page.looked.emit()
        self._studio.settle(2 * _PAUSE)
        self._studio.take("desk-process-draft-1366", window)

    def _return(self, suffix: str, window: DeskWindow) -> None:
        window.open_page(RETURN)
        self._studio.wait(lambda: bool(window.return_page.ready.rows), "the results that wait")
        self._studio.settle()
        self._studio.take(f"desk-return-waiting{suffix}", window)
        for name, state in (
            ("ready", DossierState.DONE),
            ("not-yet", DossierState.PROCESSING),
            ("supplement", DossierState.SUPPLEMENT),
        ):
            window.returning.open(next(self._services.dossiers.each(DossierFilter(states=(state,)))))
            self._studio.settle(_PAUSE)
            self._studio.take(f"desk-return-{name}{suffix}", window)

    def _hand_out(self, window: DeskWindow) -> None:
        """Hand a result to its owner, who has another one waiting."""
        card = parse_card(_OWNER)
        procedure, phone = "2.000635", "0905 000 015"
        morning = Morning(self._services, lambda minutes: None)
        second = morning.receive(procedure, _OWNER, phone, _DESK)
        window.open_page(RETURN)
        window.returning.open(second)
        self._studio.settle(_PAUSE)
        self._studio.take("desk-return-same-day-1366", window)
        self._services.lifecycle.mark_ready(second.id, OFFICERS[_DESK], signer=LEADER)
        first = next(one for one in self._services.dossiers.earlier(card.number) if one.id != second.id)
        window.returning.open(first)
        window.returning.take_card(card)
        self._studio.settle(_PAUSE)
        self._studio.take("desk-return-several-1366", window)
        window.returning.hand_over()
        self._studio.settle(_PAUSE)
        self._studio.take("desk-returned-1366", window)

    def _open_process(self, window: DeskWindow) -> ProcessPage:
        window.open_page(PROCESS)
        process = window.process
        self._studio.wait(lambda: process is not None and process.state.read, "the work list")
        self._studio.settle(_PAUSE)
        page = window.frame.centre.currentWidget()
        assert isinstance(page, ProcessPage)  # noqa: S101 - opened above
        return page

    def _with(self, officer: str, draw: Callable[[DeskWindow], None]) -> None:
        counter = self._office.counter
        tasks = Tasks(self._services.changes)
        who = next(one for one in self._services.officers.all() if one.id == officer)
        window = DeskWindow(
            self._services, tasks, counter.devices, counter.replicator, _DESK, who, choose_folder=lambda _: None
        )
        self._studio.show(window, *_SIZE)
        self._studio.wait(lambda: window.receive.keeper.draft is not None, "the form")
        window.notices.drop("receive")
        draw(window)
        self._studio.put_away(window)
        tasks.close()
