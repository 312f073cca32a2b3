"""Pictures of one dossier's page: at work, waiting for its applicant, what the law forbids, returned."""

from counter_app.demo.commune import LEADER
from counter_app.demo.morning import OFFICERS
from counter_app.demo.office import DemoOffice
from counter_app.domain.dossier_filter import DossierFilter
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.errors import Code, CounterError
from counter_app.services.lifecycle import Override
from ui.desk.dossier.acts import Act
from ui.desk.dossier.controller import DossierController
from ui.desk.dossier.override import OverrideForm
from ui.desk.page_keys import DOSSIERS
from ui.desk.window import DeskWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_SIZE, _LARGE = (1366, 768), (1920, 1080)
_PAUSE = 700
_CODE_NEEDED, _CODE_WRONG = CounterError(Code.SECOND_FACTOR_NEEDED), CounterError(Code.CODE_WRONG, left=2)


class DossierPictures:
    """Takes them with one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._office = studio, office
        self._services = office.counter.services

    def draw(self) -> None:
        """Take all of them."""
        self._pages("-1366", _SIZE)
        self._studio.look(scale=1.15)
        self._pages("-1920", _LARGE)
        self._studio.look(scale=2.0)
        self._pages("-200pct", _SIZE)
        self._studio.look()

    def _pages(self, suffix: str, size: tuple[int, int]) -> None:
        window, tasks = self._window(size)
        self._take(window, self._in_state(DossierState.PROCESSING), f"desk-dossier-working{suffix}")
        controller = window.dossiers.dossier
        if controller is not None:
            for act, name in ((Act.SUPPLEMENT, "supplement-form"), (Act.HAND_OVER, "handover-form")):
                controller.begin(act)
                self._studio.settle(_PAUSE)
                self._studio.take(f"desk-dossier-{name}{suffix}", window)
                controller.leave()
            self._forbidden(window, controller, suffix)
        self._take(window, self._in_state(DossierState.SUPPLEMENT), f"desk-dossier-asked{suffix}")
        self._take(window, self._in_state(DossierState.RETURNED), f"desk-dossier-returned{suffix}")
        self._studio.put_away(window)
        tasks.close()

    def _forbidden(self, window: DeskWindow, controller: DossierController, suffix: str) -> None:
        """A supplement asked for a second time: the article, then the leave."""
        dossier = self._asked_before()
        window.dossiers.show(dossier, Act.SUPPLEMENT)
        self._studio.settle(2 * _PAUSE)
        self._studio.take(f"desk-dossier-forbidden{suffix}", window)
        form = controller.page.form
        if isinstance(form, OverrideForm):
            form.open_leave()
            self._studio.settle(_PAUSE)
            self._studio.take(f"desk-dossier-override{suffix}", window)
            form.pin.set_text("ca-phe-sua-7")
            for name, why in (("code", _CODE_NEEDED), ("code-refused", _CODE_WRONG)):
                form.refuse(why)
                self._studio.settle(_PAUSE)
                self._studio.take(f"desk-dossier-override-{name}{suffix}", window)
        controller.leave()

    def _asked_before(self) -> Dossier:
        """A dossier at work whose supplement came; one that waits for it is completed if there is none."""
        working = self._services.dossiers.each(DossierFilter(states=(DossierState.PROCESSING,)))
        found = next((one for one in working if one.supplements), None)
        if found is not None:
            return found
        dossier, officer = self._in_state(DossierState.PROCESSING), OFFICERS[_DESK]
        lifecycle = self._services.lifecycle
        missing = (dossier.papers[0].name,) if dossier.papers else ("Tờ khai",)
        lifecycle.request_supplement(dossier.id, officer, missing, "Tờ khai chưa có chữ ký.")
        lifecycle.take_supplement(dossier.id, officer, ())
        leave = Override(LEADER, "Người nộp đồng ý bổ sung thêm một lần để kịp nhập học cho con.")
        lifecycle.request_supplement(dossier.id, officer, missing, "Trang hai của tờ khai bị mờ.", override=leave)
        return lifecycle.take_supplement(dossier.id, officer, ())

    def _take(self, window: DeskWindow, dossier: Dossier, name: str) -> None:
        window.dossiers.show(dossier)
        self._studio.settle(2 * _PAUSE)
        self._studio.take(name, window)

    def _in_state(self, state: DossierState) -> Dossier:
        return next(self._services.dossiers.each(DossierFilter(states=(state,))))

    def _window(self, size: tuple[int, int]) -> tuple[DeskWindow, Tasks]:
        counter, tasks = self._office.counter, Tasks(self._services.changes)
        officer = next(one for one in self._services.officers.all() if one.id == OFFICERS[_DESK])
        window = DeskWindow(
            self._services, tasks, counter.devices, counter.replicator, _DESK, officer, choose_folder=lambda _: None
        )
        self._studio.show(window, *size)
        self._studio.wait(lambda: window.receive.keeper.draft is not None, "the form")
        window.notices.drop("receive")
        window.open_page(DOSSIERS)
        self._studio.settle(_PAUSE)
        return window, tasks
