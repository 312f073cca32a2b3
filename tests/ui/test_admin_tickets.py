"""Quản trị → Phiếu số: the ticket is laid out by keyboard, seen dot for dot, printed for trial, and printed again."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from counter_app.clocks import ManualClock
from counter_app.domain.facts import PrintOutcome
from counter_app.domain.queue_policy import TicketTemplate
from counter_app.ports import DeviceState
from devices.fleet import Devices
from devices.printer.virtual import VirtualPrinter
from tests.support.office import MORNING, OpenOffice, open_office
from tests.support.waiting import WAIT_MS, Watching
from tests.ui.desk_kit import nameless, open_desk
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.admin.controller import TICKETS
from ui.desk.admin.page import AdminPage
from ui.desk.admin.tickets.controller import TicketsController
from ui.desk.admin.tickets.tab import PRINTED, TicketsTab
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.tasks import Tasks

BOSS, CLERK = "son", "ha"
EDITED = TicketTemplate(
    head="UBND XÃ AN PHÚC\nBỘ PHẬN MỘT CỬA",
    show_desks=False,
    show_priority=False,
    number_size=150,
    note="Mang theo thẻ căn cước và bản chính giấy tờ.\nGiờ làm việc: 07:00–11:30, 13:30–17:00",
    thanks="Hẹn gặp lại ông/bà!",
)


@dataclass
class Roll:
    """A virtual printer on its real line, and the tickets that were cut."""

    printer: VirtualPrinter
    devices: Devices
    cut: list[Image.Image]
    came: threading.Condition

    def last(self, count: int) -> Image.Image:
        """Wait for the ticket with this number, from 1."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.cut) >= count, WAIT_MS / 1000)
            return self.cut[count - 1]


def plugged_in(width: int) -> Roll:
    """Plug in a printer with a head of ``width`` dots."""
    printer = VirtualPrinter(width=width)
    devices = Devices((printer.settings(),), clock=ManualClock(MORNING))
    roll = Roll(printer, devices, [], threading.Condition())
    ready = threading.Event()
    devices.on_change(lambda status: ready.set() if status.state is DeviceState.READY else None)

    def told(picture: Image.Image) -> None:
        with roll.came:
            roll.cut.append(picture)
            roll.came.notify_all()

    printer.on_ticket(told)
    devices.start()
    assert ready.wait(WAIT_MS / 1000)
    return roll


@pytest.fixture(params=[576])
def roll(request: pytest.FixtureRequest) -> Iterator[Roll]:
    made = plugged_in(request.param)
    yield made
    made.devices.close()
    made.printer.close()


@pytest.fixture
def office(tmp_path: Path, roll: Roll) -> Iterator[OpenOffice]:
    with open_office(tmp_path, roll.devices.printer) as opened:
        yield opened


@dataclass
class Admin(Watching):
    """The tab of one officer."""

    page: AdminPage
    controller: TicketsController
    notices: Notices
    office: OpenOffice
    bot: QtBot

    @property
    def tab(self) -> TicketsTab:
        return self.controller.tab

    @property
    def said(self) -> list[str]:
        return [notice.title for notice in self.notices.all]

    def dots(self) -> tuple[int, int, bytes]:
        """The preview that is shown: width, height, one byte a dot."""
        image = self.tab.template.preview.picture.image
        assert image is not None
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return image.width(), image.height(), bytes(grey.constBits()).replace(b"\xff", b"\x01")

    def draw(self, template: TicketTemplate) -> None:
        """Have a template in the form and its ticket in the preview."""
        picture = self.tab.template.preview.picture
        before = picture.image
        self.tab.template.form.present(template, "XÃ AN PHÚC")
        self.controller.draw()
        self.until(lambda: picture.image is not before)


def opened(
    bot: QtBot, office: OpenOffice, tasks: Tasks, who: str = BOSS, width: int = 1270, height: int = 640
) -> Admin:
    officer = next(one for one in office.services.officers.all() if one.id == who)
    page, tab = AdminPage(), TicketsTab()
    notices = Notices(page)
    page.add_tab("tickets", "receipt", "Phiếu số", tab)
    controller = TicketsController(DeskContext(office.services, tasks, notices, 3, officer), tab, page)
    bot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    controller.refresh()
    controller.focus()
    admin = Admin(page, controller, notices, office, bot)
    admin.until(lambda: tab.template.preview.picture.image is not None)
    return admin


@pytest.fixture
def admin(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Admin:
    return opened(qtbot, office, tasks)


def printed_dots(ticket: Image.Image) -> tuple[int, int, bytes]:
    """A ticket from the virtual printer: width, height, one byte a dot."""
    return ticket.width, ticket.height, ticket.convert("L").point(lambda grey: grey // 255).tobytes()


@pytest.mark.parametrize("roll", [576, 384], indirect=True, ids=["80 mm", "58 mm"])
def test_the_preview_and_the_printers_paper_are_the_same_dot_for_dot(admin: Admin, roll: Roll) -> None:
    assert admin.tab.template.preview.paper.value == roll.devices.printer.width
    for count, template in enumerate((TicketTemplate(), EDITED), 1):
        admin.draw(template)
        admin.tab.template.trial_button.click()
        ticket = roll.last(count)
        admin.until(admin.tab.template.trial_button.isEnabled)
        assert admin.dots() == printed_dots(ticket)
        assert ticket.width == roll.devices.printer.width
    assert roll.printer.unknown_bytes == 0
    assert printed_dots(roll.cut[0]) != printed_dots(roll.cut[1])


def test_the_whole_ticket_is_laid_out_tried_and_kept_by_keyboard(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, roll: Roll
) -> None:
    with open_desk(qtbot, office, tasks, officer_id=BOSS) as desk:
        qtbot.keyClick(desk.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
        made = desk.window.admin
        assert made is not None
        made.page.open_tab(TICKETS)
        form, preview = made.tickets.tab.template.form, made.tickets.tab.template.preview.picture
        desk.until(lambda: preview.image is not None and form.head.hasFocus())
        usual = preview.image
        qtbot.keyClicks(form.head, "UBND XA AN PHUC")
        qtbot.keyClick(form.head, Qt.Key.Key_Return)
        qtbot.keyClicks(form.head, "MOT CUA")
        for field in (form.head, form.number_size):
            qtbot.keyClick(field, Qt.Key.Key_Tab)
        assert form.boxes["show_group"].hasFocus()
        qtbot.keyClick(form.boxes["show_group"], Qt.Key.Key_Space)
        form.number_size.setFocus()
        qtbot.keyClick(form.number_size, Qt.Key.Key_Up)
        form.note.setFocus()
        qtbot.keyClicks(form.note, "Mang the can cuoc")
        desk.until(lambda: preview.image is not usual)
        qtbot.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        wanted = TicketTemplate(
            head="UBND XA AN PHUC\nMOT CUA", number_size=110, show_group=False, note="Mang the can cuoc"
        )
        desk.until(lambda: office.services.queue_choices.template() == wanted)
        qtbot.keyClick(form.note, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert roll.last(1).width == 576
        desk.until(made.tickets.tab.template.trial_button.isEnabled)


def test_the_other_width_can_be_looked_at_and_every_field_is_in_the_form(admin: Admin) -> None:
    picture, papers = admin.tab.template.preview.picture, admin.tab.template.preview.papers
    assert admin.dots()[0] == 576
    papers.button(1).setFocus()
    admin.bot.keyClick(papers.button(1), Qt.Key.Key_Space)
    admin.until(lambda: picture.image is not None and picture.image.width() == 384)
    form = admin.tab.template.form
    bare = TicketTemplate("", False, False, False, False, False, False, False, 60)  # noqa: FBT003
    for template in (EDITED, bare):
        form.present(template, "XÃ AN PHÚC")
        assert form.template() == template


def test_what_is_not_kept_yet_is_said_and_not_written_over(admin: Admin) -> None:
    form, unsaved = admin.tab.template.form, admin.tab.template._unsaved
    assert not unsaved.isVisible()
    form.note.setPlainText("Đang gõ dở")
    assert unsaved.isVisible()
    admin.office.services.queue_choices.set_template(TicketTemplate(thanks="Cảm ơn bà con!"), BOSS)
    admin.controller.refresh()
    admin.until(lambda: admin.controller._kept is not None and admin.controller._kept.thanks != "")
    assert form.note.text == "Đang gõ dở"
    admin.controller.act()
    admin.until(lambda: not unsaved.isVisible())
    assert admin.office.services.queue_choices.template().note == "Đang gõ dở"
    admin.tab.template.usual_button.click()
    assert form.template() == TicketTemplate()


def test_a_pasted_page_is_cut_to_what_a_ticket_takes(admin: Admin) -> None:
    form = admin.tab.template.form
    form.note.insertPlainText("Dặn dò " * 2000)
    assert len(form.template().note) <= 400
    form.head.insertPlainText("Đ" * 9000)
    assert len(form.template().head) <= 120


def test_an_officer_without_the_duty_only_looks_and_may_print_for_trial(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, roll: Roll
) -> None:
    clerk = opened(qtbot, office, tasks, CLERK)
    before = office.journal.last_seq
    said = [label.text() for label in clerk.page.findChildren(QLabel) if label.isVisible()]
    assert "Chỉ xem: việc sửa mẫu phiếu cần người có quyền quản trị." in said
    clerk.controller.act()
    form = clerk.tab.template.form
    assert not any(part.isEnabled() for part in (form.head, form.number_size, form.note, *form.boxes.values()))
    clerk.controller.print()
    roll.last(1)
    clerk.until(lambda: "Đã in thử." in clerk.said)
    assert office.journal.last_seq == before


def test_a_printer_without_paper_is_said_and_the_button_comes_back(admin: Admin, roll: Roll) -> None:
    roll.printer.take_paper()
    admin.controller.print()
    assert not admin.tab.template.trial_button.isEnabled()
    admin.until(lambda: any("hết giấy" in said for said in admin.said))
    assert admin.tab.template.trial_button.isEnabled()
    assert roll.cut == []


def rows(admin: Admin) -> list[tuple[str, ...]]:
    table = admin.tab.journal.table
    return [table.words(row) for row in range(len(table.records))]


def test_the_print_journal_tells_faults_and_prints_again(admin: Admin, roll: Roll) -> None:
    services = admin.office.services
    given = [services.queue.take_number("civil-status", command=f"{number:032x}") for number in (1, 2)]
    services.printing.print_ticket(given[0])
    roll.printer.faults.cover_open = True
    services.printing.print_ticket(given[1])
    roll.printer.faults.cover_open = False
    admin.tab.open_part(PRINTED)
    admin.until(lambda: len(rows(admin)) == 2)
    assert rows(admin)[0] == (
        "A002, lấy lúc 08:55",
        rows(admin)[0][1],
        "Không in được, Nắp máy in đang mở",
    )
    assert rows(admin)[1][2] == "Đã in"
    assert admin.tab.journal.table.hasFocus()
    admin.bot.keyClick(admin.tab.journal.table, Qt.Key.Key_Return)
    roll.last(2)
    admin.until(lambda: "Đã in lại số A002." in admin.said and len(rows(admin)) == 3)
    assert rows(admin)[0][1].endswith("In lại, bản 2")
    assert rows(admin)[1][2] == "Không in được, Sau đó đã in lại"
    faults = admin.tab.journal.kinds.button(1)
    faults.setFocus()
    admin.bot.keyClick(faults, Qt.Key.Key_Space)
    admin.until(lambda: len(rows(admin)) == 1)
    assert rows(admin)[0][0].startswith("A002")
    assert services.queue.ticket(given[1].ticket.id).printed is PrintOutcome.CONFIRMED


def test_a_number_printed_elsewhere_appears_by_itself_and_older_ones_come_by_page(admin: Admin) -> None:
    services = admin.office.services
    admin.tab.journal.most = 2
    admin.tab.open_part(PRINTED)
    for number in range(1, 5):
        given = services.queue.take_number("civil-status", command=f"{number:032x}")
        services.printing.print_ticket(given)
    admin.until(lambda: [row[0][:4] for row in rows(admin)] == ["A004", "A003"])
    assert admin.tab.journal.more_button.isVisible()
    admin.tab.journal.more_button.click()
    admin.until(lambda: len(rows(admin)) == 4)
    assert not admin.tab.journal.more_button.isVisible()


def test_a_number_that_is_over_is_not_printed_again_and_that_is_said(admin: Admin, roll: Roll) -> None:
    services = admin.office.services
    given = services.queue.take_number("civil-status", command="1" * 32)
    services.queue.cancel(given.ticket.id)
    admin.tab.open_part(PRINTED)
    admin.until(lambda: len(rows(admin)) == 1)
    admin.controller.print()
    admin.until(lambda: any("A001" in said for said in admin.said))
    assert admin.tab.journal.reprint_button.isEnabled()
    assert roll.cut == []


@pytest.mark.parametrize("width, height, scale", [(1270, 640, 1.0), (1728, 920, 2.0), (1174, 606, 2.0)])
def test_no_text_is_cut(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, look: QApplication, width: int, height: int, scale: float
) -> None:
    theme.apply(look, scale=scale)
    admin = opened(qtbot, office, tasks, BOSS, width, height)
    for part in (PRINTED, 0):
        admin.tab.open_part(part)
        look.processEvents()
        assert cut(admin.page) == []


def test_everything_that_takes_the_focus_has_a_name(admin: Admin) -> None:
    assert nameless(admin.page) == []
