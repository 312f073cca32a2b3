"""How the desk looks and reads: room, text size, contrast of names, languages."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.tickets import TicketState
from counter_app.errors import Code
from tests.support import desk_states as states
from tests.support.office import OpenOffice
from tests.ui.desk_kit import open_desk
from ui import language, theme
from ui.components.banner import Banner
from ui.components.icon_label import IconLabel
from ui.desk.frame import DeskFrame
from ui.desk.queue.choice_list import Choice
from ui.desk.queue.sheet import Line, Question
from ui.desk.queue.state import QueueState
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.state import ApplicantField
from ui.tasks import Tasks

Shown = tuple[DeskFrame, ReceivePage]
Show = Callable[[int, int, float], Shown]


@pytest.fixture
def show(qtbot: QtBot, look: QApplication) -> Show:
    def made(width: int, height: int, scale: float) -> Shown:
        theme.apply(look, scale=scale)
        frame, page = states.frame_with(lambda frame: ReceivePage(lambda: frame), width, height)
        qtbot.addWidget(frame)
        frame.queue.present(states.queue_state())
        frame.strip.present(states.strip_state())
        page.present(states.receive_state())
        frame.help.present(states.help_state())
        frame.show()
        look.processEvents()
        look.processEvents()
        return frame, page

    return made


def cut(root: QWidget) -> list[str]:
    """Return the texts that do not fit where they stand."""
    found = []
    for label in root.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = QSize(0, label.heightForWidth(label.width())) if label.wordWrap() else label.sizeHint()
            if needed.width() > label.width() + 1 or needed.height() > label.height() + 1:
                found.append(f"{label.text()!r} needs {needed}, has {label.size()}")
    for button in root.findChildren(QAbstractButton):
        if button.isVisible() and button.minimumSizeHint().width() > button.width() + 1:
            found.append(f"{button.text()!r} needs {button.minimumSizeHint()}, has {button.size()}")
    return found


def inside(frame: DeskFrame, part: QWidget) -> bool:
    area = QRect(part.mapTo(frame, QPoint(0, 0)), part.size())
    return part.isVisible() and frame.rect().contains(area)


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1920, 1080, 1.15), (1920, 1080, 2.0)])
def test_no_text_is_cut(show: Show, width: int, height: int, scale: float) -> None:
    frame, _ = show(width, height, scale)
    assert frame.size() == QSize(width, height)
    assert cut(frame) == []


QUEUES = (states.eight_groups, states.visit_of_two, states.called_enough, states.on_break)


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.__name__)
@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1920, 1080, 2.0)])
def test_no_text_of_the_queue_is_cut(
    show: Show, look: QApplication, width: int, height: int, scale: float, queue: Callable[[], QueueState]
) -> None:
    frame, _ = show(width, height, scale)
    frame.queue.present(queue())
    look.processEvents()
    look.processEvents()
    assert cut(frame.queue) == []
    assert inside(frame, frame.queue.panel.keys)
    assert inside(frame, frame.queue.panel.foot) or scale > 1


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1366, 768, 2.0), (1920, 1080, 2.0)])
def test_a_question_of_the_queue_fits_with_its_button(
    show: Show, look: QApplication, width: int, height: int, scale: float
) -> None:
    frame, _ = show(width, height, scale)
    groups = tuple(Choice(str(number), f"Lĩnh vực thứ {number}") for number in range(8))
    lines = (Line("Số", "A012", needed=True), Line("Lý do khác"))
    frame.queue.ask(Question("cancel", "Hủy số theo yêu cầu", groups, act="Hủy số", lines=lines))
    look.processEvents()
    look.processEvents()
    sheet = frame.queue.sheet
    assert cut(sheet) == []
    assert sheet.list.height() >= 2 * theme.px(34)
    assert frame.queue.panel.card.isVisible() == (scale == 1)
    sheet.leave()
    assert not frame.queue.panel.asking


def test_on_a_small_screen_at_200_percent_the_widened_queue_scrolls(show: Show, look: QApplication) -> None:
    frame, _ = show(1366, 768, 2.0)
    assert frame.queue.narrow
    frame.toggle_rail()
    frame.queue.present(states.visit_of_two())
    look.processEvents()
    look.processEvents()
    panel = frame.queue.panel
    assert panel.card.height() >= panel.card.sizeHint().height()
    assert panel.keys.height() >= panel.keys.sizeHint().height()


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1366, 690, 1.0), (1920, 1080, 2.0)])
def test_action_bar_ticket_and_strip_never_go_away(show: Show, width: int, height: int, scale: float) -> None:
    frame, page = show(width, height, scale)
    for part in (page.receive_button, page.preview_button, frame.queue.panel.card, frame.strip):
        assert inside(frame, part), part


@pytest.mark.parametrize("width", [1366, 1100])
def test_a_notice_at_200_percent_shows_every_line_of_its_words(show: Show, look: QApplication, width: int) -> None:
    frame, page = show(width, 768, 2.0)
    page.head.banners.present((states.reopened(),))
    frame.show()
    look.processEvents()
    look.processEvents()
    (banner,) = page.head.banners.findChildren(Banner)
    assert cut(banner) == []
    first, second = [label for label in banner.findChildren(QLabel) if label.wordWrap()]
    assert first.geometry().bottom() < second.geometry().top()


@pytest.mark.parametrize("scale", [1.0, 1.15, 2.0])
def test_a_birth_date_is_never_under_its_tick(show: Show, scale: float) -> None:
    _, page = show(1366, 768, scale)
    field = page.form.applicant.fields[ApplicantField.BIRTH]
    field.set_text("02/09/1985")
    field.set_verdict(right=True)
    field.resize(field.minimumSizeHint())
    written = field.line.fontMetrics().horizontalAdvance(field.text)
    (mark,) = [one for one in field.line.findChildren(IconLabel) if not one.isHidden()]
    assert field.line.cursorRect().center().x() + written < mark.geometry().left()


def test_the_form_fits_a_full_screen_of_1366_by_768_without_scrolling(show: Show) -> None:
    _, page = show(1366, 768, 1.0)
    assert page.form.verticalScrollBar().maximum() == 0


def test_room_is_given_in_the_agreed_order(show: Show) -> None:
    frame, page = show(1366, 768, 1.0)
    assert (frame.help.isVisible(), frame.queue.narrow) == (True, False)
    frame.resize(1100, 768)
    assert (frame.help.isVisible(), frame.queue.narrow) == (False, False)
    frame.resize(860, 768)
    assert (frame.help.isVisible(), frame.queue.narrow) == (False, True)
    frame.toggle_help()
    assert frame.help.isVisible()


def test_at_200_percent_the_gutter_stands_above_its_content(show: Show) -> None:
    _, page = show(1920, 1080, 2.0)
    section = page.form.scan_button.mapTo(page, QPoint(0, 0))
    first_row = page.form.checklist.rows[0].mapTo(page, QPoint(0, 0))
    assert section.y() < first_row.y()
    assert abs(section.x() - first_row.x()) < theme.px(40)


@pytest.mark.parametrize("fault", [Code.PAPER_OUT, Code.COVER_OPEN, Code.DEVICE_LOST])
def test_a_faulty_device_is_said_in_words(show: Show, fault: Code) -> None:
    frame, _ = show(1366, 768, 1.0)
    frame.strip.present(states.strip_state(offline=True, printer_fault=fault))
    names = {widget.accessibleName() for widget in frame.strip.findChildren(QWidget)}
    assert any(name.startswith("Máy in: ") and "Sẵn sàng" not in name for name in names)
    assert "Mất kết nối từ 09:12: 12 mục chờ gửi" in names


def test_at_most_two_banners_the_worst_first(show: Show) -> None:
    frame, page = show(1366, 768, 1.0)
    link, printer = states.notices()
    page.head.banners.present((printer, link, link.__class__("third", link.tone, "Điều thứ ba")))
    assert [notice.id for notice in page.head.banners.shown] == ["printer", "third"]
    assert len([banner for banner in page.head.banners.findChildren(Banner) if banner.isVisible()]) == 2


def test_the_ticket_says_called_before_it_says_serving(show: Show) -> None:
    frame, _ = show(1366, 768, 1.0)
    frame.queue.present(states.queue_state(TicketState.CALLED))
    keys = frame.queue.panel.keys
    assert keys.start.isVisible()
    assert not keys.finish.isEnabled()
    frame.queue.present(states.queue_state(TicketState.SERVING))
    assert not keys.start.isVisible()
    assert keys.finish.isEnabled()
    assert not keys.miss.isEnabled()


@pytest.mark.parametrize("page", ["receive", "dossiers", "return"])
def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, office: OpenOffice, tasks: Tasks, page: str) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        desk.window.open_page(page)
        desk.window.receive.choose("1.004873")
        desk.until(lambda: desk.window.receive.procedure is not None)
        nameless = [
            widget
            for widget in desk.window.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.accessibleName()
            and not _inner_part(widget)
        ]
        assert nameless == []


def _inner_part(widget: QWidget) -> bool:
    """Tell whether a widget is Qt's own part of a spin box or a list, named by the whole."""
    parent = widget.parentWidget()
    popup = isinstance(widget, QListView) and parent is not None and isinstance(parent.parentWidget(), QComboBox)
    return popup or widget.objectName().startswith("qt_") or (parent is not None and parent.focusProxy() is widget)


def test_everything_is_said_in_english_too(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, look: QApplication, catalogues: None
) -> None:
    language.set_language(look, "en")
    with open_desk(qtbot, office, tasks) as desk:
        window = desk.window
        assert window.receive_page.receive_button.text() == "Receive and print receipt"
        names = [button.accessibleName() for button in window.findChildren(QAbstractButton)]
        said = [name for name in names if any(letter in name for letter in "ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữự")]
        own = {one.name for one in office.services.catalogue.procedures()}
        assert [name for name in said if not any(part in name for part in own)] == []
