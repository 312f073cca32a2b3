"""Pictures of the officer's desk."""

from pathlib import Path

from counter_app.clocks import ManualClock
from counter_app.demo.morning import CARDS, OFFICERS, SINGLE, Morning
from counter_app.demo.office import DemoOffice
from counter_app.demo.queue_screens import QueuePictures
from counter_app.domain.tickets import Ticket
from counter_app.ports import DeviceKind, DeviceState
from ui.desk.page_keys import DOSSIERS, RETURN
from ui.desk.sign_in import SignIn
from ui.desk.window import DeskWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_SMALL, _LARGE = (1366, 768), (1920, 1080)
_PHONE = "0905 000 417"


class DeskPictures:
    """Takes the desk's pictures of one open office; Mrs Hoa sits at desk 3."""

    def __init__(self, studio: Studio, office: DemoOffice, clock: ManualClock, ticket: Ticket) -> None:
        self._studio, self._office, self._clock, self._ticket = studio, office, clock, ticket
        self._services = office.counter.services
        self._morning = Morning(self._services, lambda minutes: None)

    def draw(self) -> None:
        """Take all of them, from the sign-in to the dossier received."""
        self._sign_in()
        self._empty()
        self._morning.fill(SINGLE, CARDS[0][2], _PHONE, _DESK, self._ticket.id, pages=2)
        self._one("desk-restored-1366", _SMALL, restored=True)
        self._one("desk-receive-1366", _SMALL)
        self._one("desk-receive-1920", _LARGE, scale=1.15)
        self._one("desk-200pct", _LARGE, scale=2.0)
        self._one("desk-200pct-1366", _SMALL, scale=2.0)
        self._one("desk-contrast-1366", _SMALL, contrast=True)
        QueuePictures(self._studio, self._services, self._window).draw()
        self._english()
        self._paper_out()
        self._done()
        self._others()
        self._offline()

    def _sign_in(self) -> None:
        tasks = Tasks()
        page = SignIn(self._services, tasks, _DESK)
        self._studio.show(page, *_SMALL)
        self._studio.take("desk-signin-1366", page)
        self._studio.put_away(page)
        tasks.close()

    def _empty(self) -> None:
        window, tasks = self._window(_SMALL)
        self._studio.take("desk-empty-1366", window)
        line = window.receive_page.form.procedure.line
        line.setFocus()
        line.setText("giay doc than")
        line.textEdited.emit("giay doc than")
        self._studio.settle(500)
        self._studio.take("desk-typeahead-1366", window)
        window.keys.open()
        self._studio.settle()
        self._studio.take("desk-keys-1366", window)
        self._end(window, tasks)

    def _english(self) -> None:
        self._studio.look(language="en")
        window, tasks = self._window(_SMALL)
        self._studio.take("desk-en-1366", window)
        self._end(window, tasks)
        self._studio.look()

    def _paper_out(self) -> None:
        self._office.virtual.printer.take_paper()
        self._wait_for_printer(DeviceState.FAULTY)
        self._one("desk-nopaper-1366", _SMALL)
        self._office.virtual.printer.load_paper()
        self._wait_for_printer(DeviceState.READY)

    def _done(self) -> None:
        window, tasks = self._window(_SMALL)
        window.receive.ending.preview()
        self._studio.settle(1200)
        self._studio.take("desk-preview-1366", window)
        window.receive.ending.close_paper()
        self._studio.settle()
        window.receive.ending.receive()
        self._studio.settle(1500)
        self._studio.take("desk-done-1366", window)
        self._end(window, tasks)

    def _others(self) -> None:
        window, tasks = self._window(_SMALL)
        window.open_page(DOSSIERS)
        self._studio.settle(400)
        self._studio.take("desk-dossiers-1366", window)
        window.open_page(RETURN)
        self._studio.settle()
        self._studio.take("desk-return-empty-1366", window)
        newest = next(one for one in self._services.dossiers.find("") if not one.returned_at)
        window.returning.open(newest)
        self._studio.settle(400)
        self._studio.take("desk-return-1366", window)
        self._end(window, tasks)

    def _offline(self) -> None:
        replicator = self._office.counter.replicator
        self._office.province.stop()
        if replicator is not None:
            replicator.wake()
            self._studio.wait(lambda: replicator.status().up is False, "the lost link")
        self._office.virtual.printer.take_paper()
        self._wait_for_printer(DeviceState.FAULTY)
        self._morning.fill(SINGLE, CARDS[1][2], "0905 000 203", _DESK, pages=1)
        self._one("desk-offline-1366", _SMALL)
        self._services.reception.discard(_DESK)
        self._office.virtual.printer.load_paper()
        self._office.province.start()
        self._wait_for_printer(DeviceState.READY)

    def _wait_for_printer(self, state: DeviceState) -> None:
        statuses = self._office.counter.devices.statuses
        self._studio.wait(
            lambda: any(one.kind is DeviceKind.PRINTER and one.state is state for one in statuses()), "the printer"
        )

    def _one(
        self,
        name: str,
        size: tuple[int, int],
        *,
        scale: float = 1.0,
        contrast: bool = False,
        restored: bool = False,
    ) -> None:
        self._studio.look(scale=scale, contrast=contrast)
        window, tasks = self._window(size, restored=restored)
        self._studio.take(name, window)
        self._end(window, tasks)
        self._studio.look()

    def _window(self, size: tuple[int, int], *, restored: bool = False) -> tuple[DeskWindow, Tasks]:
        counter = self._office.counter
        tasks = Tasks(self._services.changes)
        officer = next(one for one in self._services.officers.all() if one.id == OFFICERS[_DESK])
        window = DeskWindow(
            self._services, tasks, counter.devices, counter.replicator, _DESK, officer, choose_folder=_no_folder
        )
        self._studio.show(window, *size)
        self._studio.wait(lambda: window.receive.keeper.draft is not None, "the form")
        self._studio.settle(500)
        if not restored:
            window.notices.drop("receive")  # "opened again" is true of every window that is made for a picture
            self._studio.settle()
        return window, tasks

    def _end(self, window: DeskWindow, tasks: Tasks) -> None:
        self._studio.put_away(window)
        tasks.close()


def _no_folder(start: Path) -> Path | None:
    return None
