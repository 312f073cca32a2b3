"""The inner tabs of Quản trị: every name is read whole, at every size of text."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.components.key_button import KeyButton
from ui.desk.admin.page import AdminPage

NAMES = (
    "Lịch làm việc",
    "Thủ tục",
    "Cán bộ",
    "Giấy tờ",
    "Phiếu số",
    "Bảng và giọng đọc",
    "Hàng chờ",
    "Thiết bị",
    "Máy trạm",
)


def opened(qtbot: QtBot, width: int) -> AdminPage:
    page = AdminPage()
    qtbot.addWidget(page)
    for name in NAMES:
        page.add_tab(name, "list", name, QWidget())
    page.resize(width, 606)
    page.show()
    QApplication.processEvents()
    return page


def places(page: AdminPage) -> list[QRect]:
    buttons = [button for button in page.findChildren(KeyButton) if button.text() in NAMES]
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    return [QRect(button.mapTo(page, QPoint()), button.size()) for button in buttons]


@pytest.mark.parametrize(
    "width, scale, lines", [(1270, 1.0, 1), (1824, 1.0, 1), (1174, 2.0, 2), (1728, 2.0, 2), (1230, 1.25, 2)]
)
def test_every_name_is_whole_and_evenly_spaced_in_at_most_two_lines(
    qtbot: QtBot, look: QApplication, width: int, scale: float, lines: int
) -> None:
    theme.apply(look, scale=scale)
    page = opened(qtbot, width)
    found = places(page)
    tops = sorted({place.top() for place in found})
    assert (len(found), len(tops)) == (len(NAMES), lines)
    for top in tops:
        line = [place for place in found if place.top() == top]
        assert line[-1].right() < page.width() - theme.px(8)
        gaps = {after.left() - before.right() - 1 for before, after in zip(line, line[1:], strict=False)}
        assert gaps <= {theme.px(8)}


def test_two_lines_take_the_place_of_the_title_and_no_more(qtbot: QtBot, look: QApplication) -> None:
    theme.apply(look, scale=2.0)
    page = opened(qtbot, 2600)
    tall = max(place.bottom() for place in places(page))
    assert page.head.height() >= theme.px(48)
    page.resize(1174, 606)
    qtbot.waitUntil(lambda: page.head.height() == 0)
    assert max(place.bottom() for place in places(page)) <= tall
    page.resize(2600, 606)
    qtbot.waitUntil(lambda: page.head.height() >= theme.px(48))
    assert max(place.bottom() for place in places(page)) == tall


def test_the_open_tab_alone_is_marked(qtbot: QtBot, look: QApplication) -> None:
    page = opened(qtbot, 1270)
    told: list[str] = []
    page.opened.connect(told.append)
    page.open_tab(NAMES[3])
    assert (page.tab, told) == (NAMES[3], [NAMES[3]])
    checked = [button.text() for button in page.findChildren(KeyButton) if button.isChecked()]
    assert checked == [NAMES[3]]
