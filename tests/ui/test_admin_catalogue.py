"""Quản trị → Danh mục thủ tục: what a person sees, types and presses there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.procedures import Channel, ComponentDocument, Fee, FeeStep, FeeUnit, PaperForm, Term, WorkStep
from counter_app.services.catalogue import COMMAND_LINE, Catalogue
from counter_app.services.catalogue_exchange import Outcome
from counter_app.services.catalogue_file import encode_catalogue
from tests.support.office import OpenOffice
from tests.support.waiting import Watching
from ui.desk.admin.catalogue.controller import CatalogueController
from ui.desk.admin.catalogue.tab import CatalogueTab
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.tasks import Tasks

SINGLE, COPIES = "1.004873", "2.000815"


@dataclass
class Screen(Watching):
    """The tab with an office behind it."""

    tab: CatalogueTab
    controller: CatalogueController
    office: OpenOffice
    notices: Notices
    bot: QtBot
    files: list[Path | None]

    @property
    def catalogue(self) -> Catalogue:
        return self.office.services.catalogue

    def find(self, words: str, code: str) -> None:
        self.tab.list.line.setText(words)
        self.until(lambda: self.tab.detail.code.text() == code)

    def said(self) -> str:
        return " ".join(f"{notice.title} {notice.text}" for notice in self.notices.all)


def screen_of(bot: QtBot, office: OpenOffice, tasks: Tasks, officer: str) -> Iterator[Screen]:
    files: list[Path | None] = []
    notices, tab = Notices(), CatalogueTab()
    me = next(one for one in office.services.officers.all() if one.id == officer)
    context = DeskContext(office.services, tasks, notices, 3, me)
    controller = CatalogueController(context, tab, ask_file=lambda _start, _saving: files.pop(0))
    try:
        tab.resize(1200, 640)
        tab.show()
        controller.refresh()
        screen = Screen(tab, controller, office, notices, bot, files)
        screen.until(lambda: bool(tab.list.model.rows))
        yield screen
    finally:
        tab.close()
        for part in (controller, tab, notices):
            part.deleteLater()


@pytest.fixture
def screen(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Iterator[Screen]:
    yield from screen_of(qtbot, office, tasks, "son")


@pytest.fixture
def clerks_screen(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Iterator[Screen]:
    yield from screen_of(qtbot, office, tasks, "ha")


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def test_usual_words_bring_a_procedure_to_the_front(screen: Screen) -> None:
    screen.find("sao y", COPIES)
    assert screen.tab.detail.name.text() == "Chứng thực bản sao từ bản chính giấy tờ, văn bản"


def test_the_list_is_narrowed_to_a_field(screen: Screen) -> None:
    screen.tab.list.field.setCurrentIndex(screen.tab.list.field.findData("Kho bạc Nhà nước"))
    assert {one.field for one in screen.tab.list.model.rows} == {"Kho bạc Nhà nước"}
    assert screen.tab.list.count.text() == "9 thủ tục"


def test_words_that_nothing_has_leave_no_procedure_in_front(screen: Screen) -> None:
    screen.tab.list.line.setText("xyzzy")
    assert screen.tab.list.model.rows == ()
    assert screen.tab.detail.shown is None


def test_a_procedure_is_corrected_by_keyboard(screen: Screen) -> None:
    screen.find(SINGLE, SINGLE)
    screen.controller.act()
    form = screen.tab.form
    assert screen.tab.part is form
    form.name.line.selectAll()
    QTest.keyClicks(form.name.line, "Cap giay doc than")
    form.terms.main.amount.setValue(2)
    screen.controller.act()
    screen.until(lambda: screen.tab.part is screen.tab.detail)
    screen.until(lambda: screen.tab.detail.name.text() == "Cap giay doc than")
    now = screen.catalogue.procedure(SINGLE)
    assert (now.name, now.term) == ("Cap giay doc than", Term(2))


def test_what_the_form_does_not_change_stays_as_it_was(screen: Screen) -> None:
    before = screen.catalogue.procedure(COPIES)
    screen.find(COPIES, COPIES)
    screen.controller.act()
    assert screen.tab.form.procedure == before


def test_every_shipped_procedure_goes_through_the_form_unchanged(screen: Screen) -> None:
    groups = screen.catalogue.groups()
    for one in screen.catalogue.procedures()[::12]:
        screen.tab.form.present(one, groups, one.code, new=False, dated=False)
        assert screen.tab.form.procedure == one


def test_a_whole_procedure_is_typed_in(screen: Screen) -> None:
    screen.tab.list.add_button.click()
    form = screen.tab.form
    form.code.set_text("9.000001")
    form.name.set_text("Cấp giấy của tỉnh")
    form.field.set_text("Hộ tịch")
    form.group.setCurrentIndex(form.group.findData("civil-status"))
    form.aliases.set_text("giấy tỉnh, giấy mới")
    form.terms.main.same_day.setChecked(True)
    box, online = form.terms.others[Channel.ONLINE]
    box.setChecked(True)
    online.amount.setValue(4)
    form.fee.amount.setValue(2000)
    form.fee.unit.setCurrentIndex(form.fee.unit.findData(FeeUnit.PAGE))
    form.fee.steps.set_text("3: 1.000; 11: 500")
    form.fee.cap.setValue(200_000)
    form.papers.rows[0].name.setText("Tờ khai")
    form.papers.add_button.click()
    row = form.papers.rows[1]
    row.name.setText("Văn bản ủy quyền")
    row.need.setCurrentIndex(row.need.findData("sometimes"))
    row.why.setText("Khi nộp thay")
    form.since.set_text("01/01/2026")
    screen.controller.act()
    screen.until(lambda: screen.catalogue.is_received("9.000001"))
    made = screen.catalogue.procedure("9.000001")
    assert made.term == Term(1, same_day_until=15)
    assert [(one.channel, one.term) for one in made.terms] == [(Channel.ONLINE, Term(4))]
    assert made.fee == Fee(2000, FeeUnit.PAGE, "", (FeeStep(3, 1000), FeeStep(11, 500)), 200_000)
    assert made.papers == (
        ComponentDocument("Tờ khai"),
        ComponentDocument("Văn bản ủy quyền", required=False, condition="Khi nộp thay"),
    )
    assert made.aliases == ("giấy tỉnh", "giấy mới")
    assert made.valid_from == date(2026, 1, 1)


@pytest.mark.parametrize("code, told", [("1", "Mã thủ tục không đúng dạng"), (SINGLE, "đã có trong danh mục")])
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(screen: Screen, code: str, told: str) -> None:
    screen.tab.list.add_button.click()
    form = screen.tab.form
    form.code.set_text(code)
    form.name.set_text("Tên")
    form.field.set_text("Hộ tịch")
    form.papers.rows[0].name.setText("Tờ khai")
    screen.controller.act()
    screen.until(lambda: told in form.code.line.accessibleDescription() + screen.said())
    assert screen.tab.part is form
    assert form.name.text == "Tên"


@pytest.mark.parametrize("typed", ["1/13/2026", "2026-01-01", "mai"])
def test_a_day_that_is_none_is_said_beside_its_field(screen: Screen, typed: str) -> None:
    screen.find(SINGLE, SINGLE)
    screen.controller.act()
    screen.tab.form.until.set_text(typed)
    screen.controller.act()
    assert screen.tab.form.until.line.accessibleDescription()
    assert screen.tab.part is screen.tab.form


def test_pages_that_cannot_be_read_are_said_beside_their_field(screen: Screen) -> None:
    screen.find(COPIES, COPIES)
    screen.controller.act()
    screen.tab.form.fee.steps.set_text("ba: 1.000")
    screen.controller.act()
    assert screen.tab.form.fee.steps.line.accessibleDescription()


def test_escape_leaves_the_form_without_a_change(screen: Screen) -> None:
    before = screen.catalogue.procedure(SINGLE)
    screen.find(SINGLE, SINGLE)
    screen.controller.act()
    screen.tab.form.name.set_text("Tên khác")
    press(screen.tab.form.name.line, Qt.Key.Key_Escape)
    assert screen.tab.part is screen.tab.detail
    assert screen.catalogue.procedure(SINGLE) == before


def test_papers_are_moved_and_removed_by_keyboard(screen: Screen) -> None:
    screen.find(SINGLE, SINGLE)
    screen.controller.act()
    papers = screen.tab.form.papers
    first, second = papers.papers[:2]
    QTest.keyClick(papers.rows[0].name, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert papers.papers[:2] == (second, first)
    papers.rows[0].removed.emit()
    assert papers.papers[0] == first
    assert [row.number.text() for row in papers.rows] == [f"{place}." for place in range(1, len(papers.rows) + 1)]


def test_a_further_count_of_a_paper_survives_the_form(screen: Screen) -> None:
    one = screen.catalogue.procedure(SINGLE)
    papers = (replace(one.papers[0], choice="Một trong"), replace(one.papers[1], choice="Một trong"), *one.papers[2:])
    screen.tab.form.present(replace(one, papers=papers), screen.catalogue.groups(), "", new=False, dated=False)
    assert screen.tab.form.procedure.papers == papers
    assert papers[1].form is PaperForm.CERTIFIED


def test_steps_with_their_hours_are_typed_in_and_a_dossier_is_received_with_them(screen: Screen) -> None:
    screen.find(SINGLE, SINGLE)
    screen.controller.act()
    editor, wanted = screen.tab.form.steps, (WorkStep("Kiem tra", "Tu phap", 8), WorkStep("Duyet", "Lanh dao", 4))
    for step in wanted:
        press(editor.add_button, Qt.Key.Key_Space)
        row = editor.rows[-1]
        QTest.keyClicks(row.name, step.name)
        QTest.keyClicks(row.department, step.department)
        row.hours.setValue(step.hours)
    screen.controller.act()
    screen.until(lambda: screen.tab.part is screen.tab.detail)
    reception = screen.office.services.reception
    draft = replace(reception.choose(reception.begin(1), SINGLE), name="Trần Văn Đức")
    given = screen.office.services.lifecycle.hand_over(reception.receive(draft, 1, "ha").id, "ha", "minh", step=0)
    due = screen.office.services.calendar.calendar().after_hours(screen.office.clock.now(), 8)
    assert (given.steps, given.step_due) == (wanted, due)


def test_a_new_version_asks_for_its_day_and_leaves_the_old_one(screen: Screen) -> None:
    screen.find(SINGLE, SINGLE)
    screen.tab.detail.version_button.click()
    form = screen.tab.form
    screen.controller.act()
    assert form.since.line.accessibleDescription()
    form.since.set_text("01/01/2027")
    form.terms.main.amount.setValue(2)
    screen.controller.act()
    screen.until(lambda: len(screen.catalogue.versions(SINGLE)) == 2)
    screen.until(lambda: screen.tab.detail.version.count() == 2)
    assert screen.catalogue.procedure(SINGLE).term == Term(3)
    assert screen.catalogue.procedure(SINGLE, date(2027, 1, 1)).term == Term(2)


def test_a_retired_procedure_leaves_the_list_and_can_be_seen_again(screen: Screen) -> None:
    screen.find(SINGLE, SINGLE)
    screen.tab.detail.retire_button.click()
    screen.tab.detail.retire_day.set_text("23/11/2026")
    press(screen.tab.detail.retire_day.line, Qt.Key.Key_Return)
    screen.until(lambda: screen.tab.list.model.rows == ())
    assert not screen.catalogue.is_received(SINGLE)
    screen.tab.list.retired.setChecked(True)
    assert [one.code for one in screen.tab.list.model.rows] == [SINGLE]
    assert screen.tab.detail.chip.text == "Ngừng áp dụng"
    assert not screen.tab.detail.retire_button.isEnabled()


def test_an_import_is_shown_before_it_is_done(screen: Screen, tmp_path: Path) -> None:
    good = json.loads(encode_catalogue([screen.catalogue.procedure(SINGLE)]))[0]
    file = tmp_path / "tinh.json"
    records = [{**good, "code": "9.000001"}, {**good, "name": "Đổi tên"}, {**good, "code": "9.000002", "name": "<b>"}]
    file.write_text(json.dumps(records), encoding="utf-8")
    screen.files.append(file)
    screen.tab.list.import_button.click()
    report = screen.tab.report
    screen.until(lambda: screen.tab.part is report)
    assert [item.outcome for item in report.rows] == [Outcome.ADDED, Outcome.CHANGED]
    assert "nhập 2 thủ tục" in report.accept_button.text()
    report.kinds.button(1).click()
    assert [(item.number, item.reason) for item in report.rows] == [(3, "markup")]
    assert screen.catalogue.procedure(SINGLE).name != "Đổi tên"
    screen.controller.act()
    screen.until(lambda: screen.tab.part is screen.tab.detail)
    assert screen.catalogue.procedure(SINGLE).name == "Đổi tên"
    assert screen.catalogue.is_received("9.000001")


def test_a_declined_import_changes_nothing(screen: Screen, tmp_path: Path) -> None:
    entries = screen.office.journal.last_seq
    file = tmp_path / "tinh.json"
    file.write_bytes(encode_catalogue([replace(screen.catalogue.procedure(SINGLE), name="Đổi tên")]))
    screen.files.append(file)
    screen.tab.list.import_button.click()
    screen.until(lambda: screen.tab.part is screen.tab.report)
    press(screen.tab.report.view, Qt.Key.Key_Escape)
    assert screen.tab.part is screen.tab.detail
    assert screen.office.journal.last_seq == entries


def test_a_file_that_is_no_catalogue_is_said_in_place(screen: Screen, tmp_path: Path) -> None:
    file = tmp_path / "anh.json"
    file.write_bytes(b"\x89PNG\r\n")
    screen.files.extend((file, None))
    screen.tab.list.import_button.click()
    screen.until(lambda: "Không đọc được tệp danh mục" in screen.said())
    screen.tab.list.import_button.click()  # nothing chosen: nothing happens
    assert screen.tab.part is screen.tab.detail


def test_the_catalogue_is_written_to_a_file(screen: Screen, tmp_path: Path) -> None:
    out = tmp_path / "xuat.json"
    screen.files.extend((out, tmp_path / "none" / "xuat.json"))
    screen.tab.list.export_button.click()
    screen.until(lambda: str(out) in screen.said())
    assert len(json.loads(out.read_bytes())) == len(screen.catalogue.all_versions())
    screen.tab.list.export_button.click()
    screen.until(lambda: "none" in screen.said())


def test_who_is_no_administrator_sees_and_does_not_change(clerks_screen: Screen) -> None:
    screen = clerks_screen
    assert not screen.tab.list.add_button.isVisible()
    assert not screen.tab.list.import_button.isVisible()
    assert screen.tab.list.export_button.isVisible()
    screen.controller.act()
    assert screen.tab.part is screen.tab.detail
    assert not screen.tab.detail.edit_button.isVisible()


def test_a_change_from_elsewhere_comes_to_the_screen(screen: Screen) -> None:
    screen.find(SINGLE, SINGLE)
    changed = replace(screen.catalogue.procedure(SINGLE), name="Tên từ máy khác")
    screen.catalogue.correct(changed, COMMAND_LINE)
    screen.until(lambda: screen.tab.detail.name.text() == "Tên từ máy khác")


def test_where_it_is_narrow_list_and_detail_take_turns(screen: Screen) -> None:
    screen.tab.resize(600, 500)
    assert screen.tab.list.isVisible()
    assert not screen.tab.side.isVisible()
    press(screen.tab.list.line, Qt.Key.Key_Return)
    assert screen.tab.detail.isVisible()
    assert not screen.tab.list.isVisible()
    press(screen.tab.detail.back_button, Qt.Key.Key_Escape)
    assert screen.tab.list.isVisible()


def test_everything_that_takes_the_focus_has_a_name(screen: Screen) -> None:
    screen.find(COPIES, COPIES)
    screen.controller.act()
    nameless = [
        type(widget).__name__
        for widget in screen.tab.findChildren(QWidget)
        if widget.isVisibleTo(screen.tab)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_tab_reaches_every_field_of_the_form_in_order(screen: Screen) -> None:
    screen.find(COPIES, COPIES)
    screen.controller.act()
    form = screen.tab.form
    screen.until(form.papers.rows[-1].isVisible)
    reached: list[QWidget] = []
    for _ in range(60):
        focused = form.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
        press(focused, Qt.Key.Key_Tab)
    wanted: list[QWidget] = [
        form.name.line,
        form.aliases.line,
        form.terms.main.amount,
        form.fee.amount,
        form.papers.rows[0].name,
        form.papers.rows[1].name,
        form.papers.add_button,
        form.until.line,
        form.cancel_button,
        form.save_button,
    ]
    assert [widget for widget in reached if widget in wanted] == wanted
