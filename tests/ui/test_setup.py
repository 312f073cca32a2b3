"""The set-up: checked in place, written only when all of it is right."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.bootstrap import open_counter, set_up_station
from counter_app.errors import Code, CounterError
from tests.ui.setup_kit import type_into
from ui.setup.answers import Answers, Asked, OfficerAnswer, Wrong
from ui.setup.window import SetupWindow

ANSWERS = Answers(
    commune="Xã An Phúc",
    superior="UBND Xã An Phúc",
    place="An Phúc",
    code="H99.17",
    station="Máy trạm quầy 2",
    desks=3,
    desk=2,
    officers=(OfficerAnswer("Lê Thị Thu Hà", "Công chức", "ca-phe-7", "ca-phe-7"),),
)


@pytest.fixture
def window(look: QApplication, qtbot: QtBot) -> Iterator[SetupWindow]:
    made = SetupWindow()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    made.close()
    made.deleteLater()


def fill(window: SetupWindow) -> None:
    type_into(window.fields[Asked.COMMUNE].line, "Xã An Phúc")
    type_into(window.fields[Asked.CODE].line, "h99.17")
    row = window.officers.rows[0]
    for field, text in ((row.name, "Lê Thị Thu Hà"), (row.pin, "ca-phe-7"), (row.again, "ca-phe-7")):
        type_into(field.line, text)


def test_an_empty_form_is_not_handed_on_and_says_what_is_missing(window: SetupWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.submitted):
        window.submit()
    assert "chưa nhập" in window.fields[Asked.COMMUNE].line.accessibleDescription()
    assert "từ 8 chữ" in window.officers.rows[0].pin.line.accessibleDescription()


def test_a_right_form_is_handed_on_as_typed(window: SetupWindow, qtbot: QtBot) -> None:
    fill(window)
    with qtbot.waitSignal(window.submitted) as told:
        window.finish.click()
    answers = told.args[0]
    assert answers.problems() == ()
    assert (answers.commune, answers.place, answers.code) == ("Xã An Phúc", "An Phúc", "H99.17")


def test_name_and_place_follow_the_commune_until_they_are_typed(window: SetupWindow) -> None:
    type_into(window.fields[Asked.COMMUNE].line, "Phường Tân Bình")
    assert window.fields[Asked.PLACE].text == "Tân Bình"
    type_into(window.fields[Asked.PLACE].line, "Bình Tân")
    type_into(window.fields[Asked.COMMUNE].line, "Phường Tân Bình Hai")
    assert window.fields[Asked.PLACE].text == "Bình Tân"
    assert window.fields[Asked.SUPERIOR].text == "UBND Phường Tân Bình Hai"


def test_a_problem_goes_away_while_it_is_mended(window: SetupWindow) -> None:
    window.submit()
    type_into(window.fields[Asked.CODE].line, "H99.17")
    assert window.fields[Asked.CODE].line.accessibleDescription() == ""


def test_what_was_typed_stays_when_it_could_not_be_written(window: SetupWindow) -> None:
    fill(window)
    window.set_busy(True)
    window.show_refusal("Ổ đĩa đã đầy.", "Xóa bớt tệp.")
    assert window.answers().commune == "Xã An Phúc"
    assert window.finish.isEnabled()


def test_officers_can_be_added_and_taken_away_but_one_stays(window: SetupWindow) -> None:
    window.officers.add_button.click()
    assert len(window.officers.rows) == 2
    window.officers.rows[0].bin.click()
    assert len(window.officers.rows) == 1
    assert not window.officers.rows[0].bin.isEnabled()


@pytest.mark.parametrize(
    "change, field, wrong",
    [
        ({"code": "h99 17"}, Asked.CODE, Wrong.CODE),
        ({"desk": 4}, Asked.DESKS, Wrong.DESK),
        ({"province_url": "tinh.example"}, Asked.PROVINCE, Wrong.ADDRESS),
        ({"province_url": "http://[::1", "enrolment_code": ""}, Asked.PROVINCE, Wrong.ADDRESS),
        ({"enrolment_code": "ABCD-EFGH-2345"}, Asked.ENROLMENT, Wrong.ADDRESS_FIRST),
        ({"province_url": "https://t.example", "enrolment_code": "12"}, Asked.ENROLMENT, Wrong.ENROLMENT),
        ({"officers": (OfficerAnswer("Hà", "", "24a8", "24a8"),)}, Asked.PIN, Wrong.PIN),
        ({"officers": (OfficerAnswer("Hà", "", "12345678", "12345678"),)}, Asked.PIN, Wrong.PIN_GUESSED),
        ({"officers": (OfficerAnswer("Hà", "", "ca-phe-7", "ca-phe-8"),)}, Asked.PIN_AGAIN, Wrong.PIN_AGAIN),
        (
            {"officers": tuple(OfficerAnswer(name, "", "ca-phe-7", "ca-phe-7") for name in ("Hà", "HA"))},
            Asked.OFFICER,
            Wrong.TWICE,
        ),
    ],
)  # fmt: skip
def test_each_wrong_answer_is_named(change: dict[str, object], field: Asked, wrong: Wrong) -> None:
    values = {name: getattr(ANSWERS, name) for name in Answers.__slots__} | change
    problems = Answers(**values).problems()  # type: ignore[arg-type]
    assert [(one.field, one.wrong) for one in problems] == [(field, wrong)]


def test_a_station_that_was_set_up_opens_and_lets_its_officer_in(tmp_path: Path) -> None:
    set_up_station(tmp_path, ANSWERS.new_station())
    counter = open_counter(tmp_path)
    try:
        officer = counter.services.officers.all()[0]
        assert counter.services.sign_ins.unlock(officer.id, "ca-phe-7").name == "Lê Thị Thu Hà"
        with pytest.raises(CounterError) as refused:
            counter.services.sign_ins.unlock(officer.id, "1111")
        assert refused.value.code is Code.PIN_WRONG
        assert counter.services.office.name == "XÃ AN PHÚC"
    finally:
        counter.close()


def test_the_office_that_the_province_gave_wins(tmp_path: Path) -> None:
    assert ANSWERS.new_station("phuong-7").office.id == "phuong-7"
    assert ANSWERS.new_station().office.id == "an-phuc"
