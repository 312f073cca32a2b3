"""Leave to break a rule, given by an administrator who has a telephone: by keyboard, on the dossier's page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.facts import Duty
from counter_app.errors import Code, CounterError
from counter_app.services.officers import NewOfficer
from tests.support.office import OpenOffice
from tests.support.telephone import shown as telephone_shows
from tests.support.telephone import with_telephone
from tests.support.typing import press, type_text
from tests.ui.test_dossier_page import ALT, CTRL, ENTER, at_dossier, in_work, shown
from ui.desk.dossier.act_forms import ActForm
from ui.desk.dossier.override import OverrideForm
from ui.tasks import Tasks


def test_an_administrator_with_a_telephone_opens_a_rule_with_its_code_too(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    new = with_telephone(office)
    dossier = in_work(office)
    lifecycle = office.services.lifecycle
    lifecycle.request_supplement(dossier.id, "ha", ("Ảnh",), "Thiếu ảnh")
    lifecycle.take_supplement(dossier.id, "ha", ())
    with at_dossier(qtbot, office, tasks, dossier) as (desk, controller):
        press(Qt.Key.Key_B, ALT)
        desk.until(lambda: isinstance(shown(controller), OverrideForm))
        press(Qt.Key.Key_V, ALT)
        plea = shown(controller)
        assert isinstance(plea, OverrideForm)
        plea.reason.focus()
        type_text("Người dân đồng ý")
        plea.pin.line.setFocus()
        type_text("1234")
        press(ENTER, CTRL)
        desk.until(plea.code.line.hasFocus)
        assert plea.banners.shown == ()
        assert plea.code.line.accessibleName() == "Mã trên điện thoại, hoặc mã dự phòng"
        type_text("000000")
        press(ENTER, CTRL)
        desk.until(lambda: bool(plea.banners.shown))
        assert "4 lần" in plea.banners.shown[0].text
        assert plea.pin.text == "1234"
        assert plea.code.line.hasFocus()
        assert shown(controller) is plea
        type_text(telephone_shows(office, new.key))
        press(Qt.Key.Key_Tab)
        assert plea.reason.edit.hasFocus()
        press(ENTER, CTRL)
        desk.until(lambda: isinstance(shown(controller), ActForm))


def test_a_code_asked_of_one_administrator_is_not_asked_of_another(
    look: QApplication, qtbot: QtBot, office: OpenOffice
) -> None:
    office.services.officers.register(NewOfficer("other", "Ngô Văn Tư", "", "ca-phe-sua-7", tuple(Duty)), "son")
    form = OverrideForm("Bổ sung", "Chỉ một lần.", "Hỏi người quản trị.", office.services.officers.all())
    qtbot.addWidget(form)
    form.show()
    form.open_leave()
    form.refuse(CounterError(Code.SECOND_FACTOR_NEEDED))
    form.refuse(CounterError(Code.CODE_WRONG, left=4))
    form.code.set_text("123456")
    assert form.code.isVisible()
    form.administrator.box.setCurrentIndex(1)
    assert (form.code.isVisible(), form.code.text, form.banners.shown) == (False, "", ())
