"""Quản trị → Hàng chờ: the rule of calling, groups and desks, by keyboard; a rule is tried before it is kept."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from counter_app.domain.facts import Priority
from counter_app.domain.queue_policy import CallingRule, QueuePolicy
from counter_app.errors import Code
from tests.devices.support import refused
from tests.support.office import OpenOffice
from tests.support.waiting import Watching
from tests.ui.test_desk_layout import cut
from ui import theme
from ui.components.tone import Tone
from ui.desk.admin.queue.controller import QueueChoicesController
from ui.desk.admin.queue.groups import Asked
from ui.desk.admin.queue.tab import DESKS, GROUPS, QueueTab
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.tasks import Tasks


class Admin(Watching):
    """The tab of one officer."""

    def __init__(self, bot: QtBot, office: OpenOffice, tasks: Tasks, officer: str = "son") -> None:
        self.bot, self.office, self.notices = bot, office, Notices()
        me = next(one for one in office.services.officers.all() if one.id == officer)
        self.tab = QueueTab()
        context = DeskContext(office.services, tasks, self.notices, 3, me)
        self.controller = QueueChoicesController(context, self.tab, self.tab)
        bot.addWidget(self.tab)
        self.tab.resize(1200, 640)
        self.tab.show()
        self.tab.activateWindow()
        self.refresh()

    def refresh(self) -> None:
        self.controller.refresh()
        self.until(lambda: self.tab.desks.list.count() > 0 and not self.tab.rule.usual_button.isHidden())

    def type_number(self, box: QSpinBox, number: int) -> None:
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(number))

    @property
    def said(self) -> str:
        return self.notices.all[-1].title if self.notices.all else ""


@pytest.fixture
def admin(qtbot: QtBot, office: OpenOffice, tasks: Tasks) -> Admin:
    return Admin(qtbot, office, tasks)


@pytest.fixture
def a_day_ago(office: OpenOffice) -> None:
    """A day with a long line of priority: those without it waited for all of them."""
    queue, group = office.services.queue, office.services.queue_choices.groups()[0].group.id
    office.services.queue_choices.set_policy(QueuePolicy(CallingRule(1, 0, 0)), "son")
    for number in range(12):
        priority = None if number < 3 else Priority.ELDERLY
        queue.take_number(group, priority, command=f"{number:032x}")
    for number in range(12):
        ticket = queue.call_next(1, "ha", command=f"{100 + number:032x}")
        queue.start_service(ticket.id, 1, "ha")
        office.clock.move(timedelta(minutes=6))
        queue.finish(ticket.id, "ha")
    queue.close_day("son")
    office.services.queue_choices.set_policy(QueuePolicy(), "son")
    office.clock.move(timedelta(days=1))


def test_the_rule_is_set_in_a_sentence_and_the_next_call_obeys(admin: Admin) -> None:
    rule, choices = admin.tab.rule, admin.office.services.queue_choices
    admin.controller.focus()
    admin.until(rule.priority_run.hasFocus)
    for box, number in ((rule.priority_run, 3), (rule.other_run, 2), (rule.most_wait, 30), (rule.long_queue, 40)):
        admin.type_number(box, number)
    assert rule.meaning.text() == ("Cứ 3 người ưu tiên thì xen 2 người khác. Ai chờ đủ 30 phút được gọi trước tất cả.")
    admin.controller.act()
    admin.until(lambda: choices.policy() == QueuePolicy(CallingRule(3, 2, 30), long_queue=40))
    admin.until(lambda: admin.said.startswith("Đã lưu quy tắc"))


def test_a_rule_without_priority_or_bound_is_said_in_words(admin: Admin) -> None:
    rule = admin.tab.rule
    rule.priority_run.setValue(0)
    rule.most_wait.setValue(0)
    assert rule.meaning.text() == "Không phân ưu tiên: ai đến trước gọi trước. Không giới hạn thời gian chờ."
    rule.priority_run.setValue(1)
    rule.other_run.setValue(0)
    assert rule.meaning.text().startswith("Gọi hết người ưu tiên rồi mới đến người khác.")


def test_what_is_being_edited_stays_when_the_tab_is_read_again(admin: Admin) -> None:
    admin.tab.rule.most_wait.setValue(20)
    admin.controller.refresh()
    admin.until(lambda: not admin.tab.rule._unsaved.isHidden())
    assert admin.tab.rule.most_wait.value() == 20


@pytest.mark.usefixtures("a_day_ago")
def test_another_rule_is_tried_on_a_day_that_has_been_before_it_is_kept(admin: Admin) -> None:
    rule, before = admin.tab.rule, admin.office.journal.last_seq
    admin.until(lambda: rule.trial.day is not None)
    rule.priority_run.setValue(1)
    rule.other_run.setValue(1)
    rule.most_wait.setValue(30)
    rule.trial.go.click()
    admin.until(lambda: not rule.trial.table.isHidden())
    others = rule.trial.table.rows[2]
    assert (others[0].first, others[0].second) == ("Không ưu tiên", "3 người")
    assert (others[3].first, others[3].second, others[3].tone) == ("30 phút", "thực tế 66 phút", Tone.SUCCESS)
    assert "Chờ quá 30 phút" in rule.trial.said.text()
    assert admin.office.journal.last_seq == before


@pytest.mark.usefixtures("a_day_ago")
def test_a_trial_is_stopped_and_a_later_change_of_the_rule_makes_its_figures_void(admin: Admin) -> None:
    trial = admin.tab.rule.trial
    admin.until(lambda: trial.day is not None)
    trial.go.click()
    trial.stop.click()
    assert (trial.said.text(), trial.table.isHidden(), trial.go.isHidden()) == ("Đã dừng.", True, False)
    trial.go.click()
    admin.until(lambda: not trial.table.isHidden())
    admin.tab.rule.other_run.setValue(5)
    assert trial.table.isHidden()


@pytest.mark.usefixtures("a_day_ago")
def test_the_service_gives_up_where_nobody_wants_the_answer(office: OpenOffice) -> None:
    trial = office.services.rule_trial
    day = trial.days()[0]
    assert trial.compare(day, CallingRule(), lambda: True) is None
    found = trial.compare(day, CallingRule(1, 0, 0), lambda: False)
    assert found is not None
    assert (found.waits, found.desks) == (12, 1)
    assert found.would.everybody == found.was.everybody
    refused(Code.RULE_INVALID, lambda: trial.compare(day, CallingRule(-1), lambda: False))


def test_days_are_listed_newest_first(office: OpenOffice) -> None:
    queue, group = office.services.queue, office.services.queue_choices.groups()[0].group.id
    assert office.services.rule_trial.days() == ()
    for number in range(3):
        queue.take_number(group, command=f"{number:032x}")
        queue.close_day("son")
        office.clock.move(timedelta(days=2))  # the 24th is a holiday
    days = office.services.rule_trial.days()
    assert len(days) == 3
    assert days == tuple(sorted(days, reverse=True))


def test_a_group_is_changed_and_a_wrong_letter_or_range_is_marked(admin: Admin) -> None:
    admin.tab.open_part(GROUPS)
    part, choices = admin.tab.groups, admin.office.services.queue_choices
    first, before = choices.groups()[0], admin.office.journal.last_seq
    part.fields[Asked.PREFIX].set_text("7")
    part.fields[Asked.SHORT].set_text("")
    admin.controller.act()
    assert part.fields[Asked.PREFIX].line.property("wrong") is True
    assert part.fields[Asked.SHORT].line.property("wrong") is True
    assert part.fields[Asked.PREFIX].line.hasFocus()
    part.fields[Asked.PREFIX].set_text("a")
    part.fields[Asked.SHORT].set_text("Ho tich")
    admin.type_number(part.first, 900)
    admin.controller.act()
    assert part.range_problem.isVisible()
    assert admin.office.journal.last_seq == before
    admin.type_number(part.first, 1)
    admin.type_number(part.contingent, 60)
    admin.type_number(part.minutes, 12)
    admin.controller.act()
    admin.until(lambda: choices.groups()[0].group.contingent == 60)
    kept = choices.groups()[0]
    assert (kept.group.id, kept.group.prefix, kept.group.short_name, kept.group.minutes, kept.place) == (
        first.group.id,
        "A",
        "Ho tich",
        12,
        first.place,
    )


def test_a_group_is_added_at_the_end_and_moved(admin: Admin) -> None:
    admin.tab.open_part(GROUPS)
    part, choices = admin.tab.groups, admin.office.services.queue_choices
    count = len(choices.groups())
    part.add_button.click()
    for asked, text in ((Asked.PREFIX, "K"), (Asked.SHORT, "Tiếp dân"), (Asked.NAME, "Tiếp công dân")):
        part.fields[asked].set_text(text)
    admin.controller.act()
    admin.until(lambda: len(choices.groups()) == count + 1)
    assert (choices.groups()[-1].group.id, choices.groups()[-1].group.prefix) == ("tiep-dan", "K")
    admin.until(lambda: part.current == "tiep-dan" and part.up.isEnabled())
    assert not part.down.isEnabled()
    part.up.click()
    admin.until(lambda: choices.groups()[-2].group.id == "tiep-dan")
    assert admin.office.services.queue.take_number("tiep-dan", command="a" * 32).ticket.label == "K001"


def test_two_groups_with_one_letter_say_that_they_share_their_numbers(admin: Admin) -> None:
    admin.tab.open_part(GROUPS)
    part = admin.tab.groups
    prefix = part.fields[Asked.PREFIX].line
    prefix.setFocus()
    prefix.selectAll()
    QTest.keyClicks(prefix, "b")
    assert part.shared.isVisible()
    assert part.shared.text().startswith("Chung chữ và chung dãy số với")


def test_a_desk_gets_its_groups_with_their_shares(admin: Admin) -> None:
    admin.tab.open_part(DESKS)
    part, choices = admin.tab.desks, admin.office.services.queue_choices
    one, two = list(part.boxes)[:2]
    for group in (one, two):
        part.boxes[group][0].setFocus()
        QTest.keyClick(part.boxes[group][0], Qt.Key.Key_Space)
    admin.type_number(part.boxes[one][1], 2)
    part.quick.setFocus()
    QTest.keyClick(part.quick, Qt.Key.Key_Space)
    admin.controller.act()
    admin.until(lambda: choices.desks()[0].quick)
    assert (choices.desks()[0].groups, choices.desks()[0].weights) == ((one, two), (2, 1))
    part.add_button.click()
    assert part.number == len(choices.desks()) + 1
    admin.controller.act()
    admin.until(lambda: choices.desks()[-1].number == part.number)
    assert choices.desks()[-1].groups == ()


def test_without_the_duty_the_queue_is_only_read_but_a_rule_may_be_tried(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    admin = Admin(qtbot, office, tasks, "ha")
    tab = admin.tab
    admin.until(lambda: not tab.rule.save_button.isEnabled())
    locked = (tab.rule.takeover, tab.groups.save_button, tab.groups.first, tab.desks.save_button, tab.desks.quick)
    assert not any(part.isEnabled() for part in locked)
    assert tab.rule.other_run.isEnabled()
    before = office.journal.last_seq
    admin.controller.act()
    assert office.journal.last_seq == before


@pytest.mark.parametrize("width, height, scale", [(1269, 600, 1.0), (1173, 560, 2.0)])
def test_no_word_is_cut(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, look: QApplication, width: int, height: int, scale: float
) -> None:
    theme.apply(look, scale=scale)
    admin = Admin(qtbot, office, tasks)
    admin.tab.resize(width, height)
    for part in range(3):
        admin.tab.open_part(part)
        admin.until(lambda: cut(admin.tab) == [])
