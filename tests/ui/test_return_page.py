"""Handing a result over: found by its receipt, taken by who may, truthful while there is none; all by keyboard."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.dossier_facts import DossierReturned, ReturnWay
from counter_app.domain.dossiers import Dossier, DossierState
from devices.fleet import Devices
from devices.virtual import VirtualStation
from tests.support.office import OpenOffice
from tests.support.typing import focused, press, type_text
from tests.ui.desk_kit import Desk, open_desk
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.desk.returning.state import Taker
from ui.tasks import Tasks

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
SAME_DAY = "2.000815"


def receive(office: OpenOffice, name: str, identity: str, procedure: str = "1.004873") -> Dossier:
    reception = office.services.reception
    draft = reception.choose(reception.begin(1), procedure)
    return reception.receive(replace(draft, name=name, identity=identity), 1, "minh")


def finished(office: OpenOffice, name: str, identity: str) -> Dossier:
    """Receive a dossier whose result then lies ready."""
    return office.services.lifecycle.mark_ready(receive(office, name, identity).id, "ha", signer="son")


@pytest.fixture
def hau(office: OpenOffice) -> Dossier:
    return finished(office, "Nguyễn Thị Hậu", "000185000017")


@pytest.fixture
def loc(office: OpenOffice) -> Dossier:
    return finished(office, "Đặng Văn Lộc", "000076000018")


def handed(office: OpenOffice, dossier: Dossier) -> DossierReturned:
    """The entry of the handing over."""
    facts = [entry.fact for entry in office.services.dossiers.history(dossier.id)]
    found = [fact for fact in facts if isinstance(fact, DossierReturned)]
    assert len(found) == 1
    return found[0]


def state_of(office: OpenOffice, dossier: Dossier) -> DossierState:
    return office.services.dossiers.dossier(dossier.id).state


def shown(desk: Desk, dossier: Dossier) -> None:
    """Open a dossier and wait until all of it is read."""
    desk.window.open_page("return")
    desk.window.returning.open(dossier)
    desk.until(lambda: desk.window.returning.state.known is not None)


def labels(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def says(desk: Desk, words: str) -> bool:
    return any(words in label for label in labels(desk.window.return_page))


def test_a_result_is_handed_over_by_keyboard(qtbot: QtBot, office: OpenOffice, tasks: Tasks, hau: Dossier) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_4, CTRL)
        desk.until(desk.window.return_page.line.hasFocus)
        type_text(hau.code.lower())
        press(ENTER)
        desk.until(lambda: focused().accessibleName() == "Người nhận: Chủ hồ sơ")
        press(ENTER, CTRL)
        desk.until(lambda: state_of(office, hau) is DossierState.RETURNED)
        assert handed(office, hau) == DossierReturned("ha", "Nguyễn Thị Hậu", "000185000017")
        desk.until(lambda: not desk.window.return_page.main_button.isVisible())
        desk.until(lambda: says(desk, "Đã trả kết quả cho Nguyễn Thị Hậu lúc 23/11/2026 08:55."))
        assert focused() is desk.window.return_page.another


def test_somebody_else_is_named_with_a_paper_before_the_result_goes_out(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, loc: Dossier
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        shown(desk, loc)
        page = desk.window.return_page
        page.who.button(Taker.AUTHORISED).click()
        assert not page.main_button.isEnabled()
        press(ENTER, CTRL)
        type_text("Lê Minh Khôi")
        assert not page.main_button.isEnabled(), "an authorised person has a paper"
        assert state_of(office, loc) is DossierState.DONE
        page.taker.identity.line.selectAll()
        page.taker.identity.line.setFocus()
        type_text("000090000031")
        page.taker.paper.line.setFocus()
        type_text("Giấy ủy quyền 20/11/2026")
        assert page.main_button.isEnabled()
        press(ENTER, CTRL)
        desk.until(lambda: state_of(office, loc) is DossierState.RETURNED)
        fact = handed(office, loc)
        assert (fact.taker, fact.taker_identity, fact.paper) == (
            "Lê Minh Khôi",
            "000090000031",
            "Giấy ủy quyền 20/11/2026",
        )


def test_what_the_post_takes_is_recorded_with_its_number(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, hau: Dossier
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        shown(desk, hau)
        page = desk.window.return_page
        page.taker.way.button(1).click()
        assert not page.main_button.isEnabled(), "somebody takes it along"
        type_text("Hoàng Văn Quyết")
        page.taker.paper.line.setFocus()
        type_text("RA000111222VN")
        press(ENTER, CTRL)
        desk.until(lambda: state_of(office, hau) is DossierState.RETURNED)
        fact = handed(office, hau)
        assert (fact.way, fact.taker, fact.paper) == (ReturnWay.POST, "Hoàng Văn Quyết", "RA000111222VN")


def test_without_a_result_the_page_says_where_it_is_and_nothing_can_be_handed_over(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    dossier = receive(office, "Nguyễn Thị Hậu", "000185000017")
    office.services.lifecycle.hand_over(dossier.id, "minh", "lan")
    with open_desk(qtbot, office, tasks) as desk:
        shown(desk, office.services.dossiers.dossier(dossier.id))
        assert says(desk, "Chưa có kết quả: đang xử lý ở Đỗ Ngọc Lan, Văn phòng – thống kê.")
        assert says(desk, "Hẹn trả 27/11/2026, trước 17:00.")
        assert not desk.window.return_page.main_button.isVisible()
        press(ENTER, CTRL)
        office.services.lifecycle.request_supplement(dossier.id, "lan", ("Tờ khai có chữ ký",), "thiếu chữ ký")
        desk.until(lambda: says(desk, "đang chờ ông/bà bổ sung giấy tờ"))
        assert says(desk, "Cần nộp: Tờ khai có chữ ký")
        assert state_of(office, dossier) is DossierState.SUPPLEMENT


def test_a_late_dossier_is_apologised_for(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = receive(office, "Nguyễn Thị Hậu", "000185000017")
    assert dossier.due is not None
    office.clock.set(dossier.due + timedelta(minutes=1))
    with open_desk(qtbot, office, tasks) as desk:
        shown(desk, dossier)
        assert says(desk, "Đã quá hẹn 27/11/2026: xin lỗi ông/bà")


def test_what_was_stopped_says_why(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = receive(office, "Nguyễn Thị Hậu", "000185000017")
    office.services.lifecycle.request_withdrawal(dossier.id, "ha", "Nguyễn Thị Hậu", "không cần nữa")
    stopped = office.services.lifecycle.stop(dossier.id, "ha", "Ông/bà xin rút hồ sơ")
    with open_desk(qtbot, office, tasks) as desk:
        shown(desk, stopped)
        assert says(desk, "Hồ sơ đã dừng xử lý, ngày 23/11/2026.")
        assert says(desk, "Lý do: Ông/bà xin rút hồ sơ")
        assert not desk.window.return_page.main_button.isVisible()


def test_a_same_day_copy_is_signed_off_and_returned_in_one_go(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> None:
    dossier = receive(office, "Nguyễn Thị Hậu", "000185000017", SAME_DAY)
    with open_desk(qtbot, office, tasks) as desk:
        shown(desk, dossier)
        page = desk.window.return_page
        assert page.main_button.text() == "Xong và trả kết quả"
        assert [page.signer.itemText(place) for place in range(page.signer.count())] == [
            "Vũ Hoàng Sơn, Phó Chủ tịch UBND xã"
        ]
        page.number.line.setFocus()
        type_text("15/CT-UBND")
        press(ENTER, CTRL)
        desk.until(lambda: state_of(office, dossier) is DossierState.RETURNED)
        after = office.services.dossiers.dossier(dossier.id)
        assert after.outcome is not None
        assert (after.outcome.signer, after.outcome.number) == ("Vũ Hoàng Sơn", "15/CT-UBND")
        assert after.approved_by == "son"


def test_results_that_wait_are_listed_the_oldest_first_with_the_phone(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    late = receive(office, "Nguyễn Thị Hậu", "000185000017")
    assert late.due is not None
    office.clock.set(late.due + timedelta(hours=15, minutes=30))
    late = office.services.lifecycle.mark_ready(late.id, "ha", signer="son")
    office.clock.move(timedelta(minutes=5))
    newer = finished(office, "Đặng Văn Lộc", "000076000018")
    with open_desk(qtbot, office, tasks) as desk:
        press(Qt.Key.Key_4, CTRL)
        table = desk.window.return_page.ready
        desk.until(lambda: len(table.rows) == 2 and table.isVisible())
        assert [one.id for one in table.rows] == [late.id, newer.id]
        cells = [table.model().index(0, column).data() for column in range(table.model().columnCount())]
        assert any("có muộn, hẹn 27/11" in cell for cell in cells)
        desk.until(desk.window.return_page.line.hasFocus)
        press(Qt.Key.Key_Down)
        assert focused() is table
        assert table.currentIndex().row() == 0
        press(Qt.Key.Key_Down)
        assert table.currentIndex().row() == 1
        press(ENTER)
        desk.until(lambda: desk.window.return_page.line.text() == newer.code)
        assert not table.isVisible()


def test_another_result_of_the_same_person_is_offered(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, hau: Dossier
) -> None:
    second = finished(office, "Nguyễn Thị Hậu", "000185000017")
    with open_desk(qtbot, office, tasks) as desk:
        shown(desk, hau)
        desk.until(lambda: says(desk, "Người này còn kết quả đã sẵn sàng."))
        press(ENTER, CTRL)
        desk.until(lambda: state_of(office, hau) is DossierState.RETURNED)
        desk.until(desk.window.return_page.another.hasFocus)
        while second.code not in focused().accessibleName():
            before = focused()
            press(Qt.Key.Key_Tab)
            assert focused() not in (before, desk.window.return_page.another)
        press(ENTER)
        desk.until(lambda: desk.window.return_page.line.text() == second.code)


def test_what_another_desk_handed_over_meanwhile_is_refused_with_the_article(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, hau: Dossier
) -> None:
    with open_desk(qtbot, office, tasks) as desk:
        shown(desk, hau)
        office.services.lifecycle.return_result(hau.id, "lan", "Nguyễn Thị Hậu")
        press(ENTER, CTRL)
        desk.until(lambda: any("118/2025" in notice.title for notice in desk.window.notices.all))
        desk.until(lambda: says(desk, "Đã trả kết quả cho Nguyễn Thị Hậu"))
        assert handed(office, hau).officer == "lan"


def test_a_scanned_receipt_is_noted_as_handed_back_and_the_card_is_compared(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices], hau: Dossier
) -> None:
    virtual, devices = station
    with open_desk(qtbot, office, tasks, devices) as desk:
        desk.until(lambda: desk.window.receive.reader_ready())
        virtual.reader.scan(f"https://mc.anphuc.example/h/{hau.code}")
        desk.until(lambda: desk.window.page == "return" and desk.window.return_page.main_button.isEnabled())
        assert desk.window.return_page.line.text() == hau.code
        virtual.reader.scan("000185000017||Nguyễn Thị Hậu|02031985|Nữ|xã An Phúc|")
        desk.until(lambda: "Khớp" in labels(desk.window.return_page))
        press(ENTER, CTRL)
        desk.until(lambda: state_of(office, hau) is DossierState.RETURNED)
        assert handed(office, hau).paper == "đã nhận lại giấy hẹn"


def test_another_persons_card_turns_the_page_to_somebody_with_a_paper(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, station: tuple[VirtualStation, Devices], hau: Dossier
) -> None:
    virtual, devices = station
    with open_desk(qtbot, office, tasks, devices) as desk:
        desk.until(lambda: desk.window.receive.reader_ready())
        shown(desk, hau)
        virtual.reader.scan("000090000031||Lê Minh Khôi|09091990|Nam|xã An Phúc|")
        desk.until(lambda: "Khác" in labels(desk.window.return_page))
        taker = desk.window.returning.state.taker
        assert (taker.who, taker.name, taker.identity) == (Taker.AUTHORISED, "Lê Minh Khôi", "000090000031")
        assert not desk.window.return_page.main_button.isEnabled()


@pytest.mark.parametrize("width, height, scale", [(1366, 768, 1.0), (1366, 690, 1.0), (1920, 1080, 2.0)])
def test_no_text_of_the_return_page_is_cut(
    qtbot: QtBot,
    office: OpenOffice,
    tasks: Tasks,
    look: QApplication,
    hau: Dossier,
    width: int,
    height: int,
    scale: float,
) -> None:
    theme.apply(look, scale=scale)
    with open_desk(qtbot, office, tasks) as desk:
        desk.window.resize(width, height)
        press(Qt.Key.Key_4, CTRL)
        desk.until(desk.window.return_page.ready.isVisible)
        desk.until(lambda: cut(desk.window.return_page) == [])
        line = desk.window.return_page.line
        assert line.visibleRegion().boundingRect().size() == line.size(), "the line is whole above the list"
        shown(desk, hau)
        desk.window.return_page.who.button(Taker.AUTHORISED).click()
        desk.until(lambda: cut(desk.window.return_page) == [])
