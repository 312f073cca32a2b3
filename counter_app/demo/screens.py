"""The pictures: the story of one morning, and each screen at the moments that matter."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.account_screens import AccountPictures
from counter_app.demo.admin_screens import AdminPictures
from counter_app.demo.backup_screens import BackupPictures, draw_from_backup
from counter_app.demo.board_screens import BoardAdminPictures
from counter_app.demo.catalogue_screens import CataloguePictures
from counter_app.demo.desk_screens import DeskPictures
from counter_app.demo.device_screens import DevicePictures
from counter_app.demo.dossier_screens import DossierPictures
from counter_app.demo.earlier import earliest
from counter_app.demo.hall_screens import HallPictures
from counter_app.demo.list_screens import ListPictures
from counter_app.demo.manage_screens import ManagePictures, draw_joining, draw_restoring
from counter_app.demo.morning import CARDS, begin_story
from counter_app.demo.office import DemoOffice
from counter_app.demo.paper_screens import draw_papers
from counter_app.demo.plan import DAY
from counter_app.demo.receive_screens import ReceivePictures
from counter_app.demo.review_screens import ReviewPictures
from counter_app.demo.safety_screens import SafetyPictures, draw_set_up
from counter_app.demo.security_screens import SecurityPictures
from counter_app.demo.sync_screens import SyncPictures
from counter_app.demo.ticket_screens import TicketPictures
from counter_app.demo.work_screens import WorkPictures
from counter_app.domain.tickets import Ticket
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceState
from sync.link import SyncStatus
from ui.messages import message
from ui.opening.window import OpeningWindow
from ui.setup.window import SetupWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks
from ui.virtual_devices.bench import Bench, Card
from ui.virtual_devices.window import VirtualDevicesWindow

BEFORE_OPENING = earliest(DAY)
NOW = datetime(DAY.year, DAY.month, DAY.day, 9, 14, 12, tzinfo=VIETNAM)


def draw_all(out: Path, folder: Path, told: Callable[[str], None]) -> None:
    """Draw every picture into ``out``; ``told`` gets the name of each."""
    studio = Studio(out, told)
    _draw_opening(studio)
    _draw_setup(studio)
    draw_joining(studio)
    draw_restoring(studio)
    draw_from_backup(studio)
    draw_set_up(studio)
    clock = ManualClock(BEFORE_OPENING)
    office = DemoOffice(folder, clock)
    try:
        office.start()
        _wait_for_devices(studio, office)
        morning = begin_story(office.counter.services, clock)
        ticket = morning.call_mrs_hoa()
        hall = HallPictures(studio, office, clock)
        hall.board_calling()
        morning.go_on(ticket)
        clock.set(NOW)
        _wait_for_link(studio, office)
        hall.board()
        hall.kiosk()
        _draw_desk(studio, office, clock, ticket)
        hall.rating()
        hall.closed()
        draw_papers(out, office.counter.services, told)
        _draw_virtual_devices(studio, office)
    finally:
        office.close()
        studio.close()


def _draw_desk(studio: Studio, office: DemoOffice, clock: ManualClock, ticket: Ticket) -> None:
    DeskPictures(studio, office, clock, ticket).draw()
    ReceivePictures(studio, office).draw()
    AccountPictures(studio, office).draw()
    SafetyPictures(studio, office).draw()
    AdminPictures(studio, office).draw()
    ListPictures(studio, office).draw()
    CataloguePictures(studio, office).draw()
    TicketPictures(studio, office).draw()
    ManagePictures(studio, office).draw()
    SecurityPictures(studio, office, clock).draw()
    BackupPictures(studio, office).draw()
    WorkPictures(studio, office).draw()
    DossierPictures(studio, office).draw()
    BoardAdminPictures(studio, office).draw()
    DevicePictures(studio, office).draw()
    SyncPictures(studio, office).draw()
    ReviewPictures(studio, office).draw()


def _draw_opening(studio: Studio) -> None:
    window = OpeningWindow()
    studio.show(window, window.width(), window.height())
    studio.take("opening", window)
    told = message(CounterError(Code.DATA_IN_USE, path="/home/quay/.local/share/counter-app"))
    window.show_trouble(told.title, told.next_step)
    studio.settle()
    studio.take("opening-error", window)
    studio.put_away(window)


def _draw_setup(studio: Studio) -> None:
    for name, scale in (("setup", 1.0), ("setup-200pct", 2.0)):
        studio.look(scale=scale)
        window = SetupWindow()
        studio.show(window, round(1040 * min(scale, 1.8)), round(720 * min(scale, 1.4)))
        if scale == 1.0:
            studio.take(name, window)
            name = "setup-problems"
        window.submit()
        studio.settle()
        studio.take(name, window)
        studio.put_away(window)
    studio.look()


def _draw_virtual_devices(studio: Studio, office: DemoOffice) -> None:
    counter = office.counter
    tasks = Tasks(counter.services.changes)
    virtual = office.virtual
    bench = Bench(
        devices=counter.devices,
        printer=virtual.printer,
        keypad=virtual.keypad,
        reader=virtual.reader,
        scanner=virtual.scanner,
        speaker=virtual.speaker,
        cards=tuple(Card(*card) for card in CARDS),
        receipt=str,
        pages=lambda count: (),
        province_up=office.province.start,
        province_down=office.province.stop,
    )
    window = VirtualDevicesWindow(bench, tasks, counter.services.clock)
    counter.devices.speaker.announce("A012", 3)
    studio.show(window, window.width(), window.height())
    studio.wait(lambda: "A" in window.spoken.text(), "the call")
    studio.take("virtual-devices", window)
    studio.put_away(window)
    tasks.close()


def _wait_for_devices(studio: Studio, office: DemoOffice) -> None:
    statuses = office.counter.devices.statuses
    studio.wait(lambda: all(one.state is DeviceState.READY for one in statuses()), "the devices")


def _wait_for_link(studio: Studio, office: DemoOffice) -> None:
    replicator = office.counter.replicator
    if replicator is not None:
        replicator.wake()
        studio.wait(partial(_all_sent, replicator.status), "the link")


def _all_sent(status: Callable[[], SyncStatus]) -> bool:
    now = status()
    return bool(now.up) and not now.waiting and not now.blobs_waiting
