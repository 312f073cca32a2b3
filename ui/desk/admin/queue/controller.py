"""Wires the tab of the queue: reads and keeps rule, groups and desks, and tries the rule on a day."""

from dataclasses import dataclass
from datetime import date
from threading import Event

from PySide6.QtCore import QObject

from counter_app.clocks import VIETNAM
from counter_app.domain.facts import Duty
from counter_app.domain.places import Desk, PlacedGroup
from counter_app.domain.queue_policy import QueuePolicy
from counter_app.errors import CounterError
from counter_app.services.rule_trial import RuleComparison
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.queue.tab import DESKS, GROUPS, RULE, QueueTab
from ui.desk.context import DeskContext

_NOTICE = "queue-choices"


@dataclass(frozen=True, slots=True)
class _Read:
    policy: QueuePolicy
    groups: tuple[PlacedGroup, ...]
    desks: tuple[Desk, ...]
    days: tuple[date, ...]
    may: bool


class QueueChoicesController(QObject):
    """The rule that is being edited stays through a refresh; a trial of an older rule is stopped."""

    def __init__(self, context: DeskContext, tab: QueueTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._kept: QueuePolicy | None = None
        self._group, self._desk = "", 1
        self._stopped = Event()
        self._trial = 0
        tab.rule.edited.connect(self._edited)
        tab.rule.save_asked.connect(self.save)
        tab.rule.trial.asked.connect(self.try_rule)
        tab.rule.trial.stop_asked.connect(lambda: self._stop(self.tr("Đã dừng.")))
        tab.groups.chosen.connect(self._choose_group)
        tab.groups.add_asked.connect(self._add_group)
        tab.groups.save_asked.connect(self.save)
        tab.groups.moved.connect(self._move)
        tab.desks.chosen.connect(self._choose_desk)
        tab.desks.add_asked.connect(self._add_desk)
        tab.desks.save_asked.connect(self.save)
        tab.part_opened.connect(lambda _: self.focus())

    def refresh(self) -> None:
        """Read all of it again."""
        services, me = self._context.services, self._context.officer
        choices = services.queue_choices

        def read() -> _Read:
            known = next((one for one in services.officers.all() if one.id == me.id), me)
            may = known.may(Duty.ADMINISTRATION)
            return _Read(choices.policy(), choices.groups(), choices.desks(), services.rule_trial.days(), may)

        self._context.tasks.read(read, self._show, owner=self, topic="queue-choices")

    def focus(self) -> None:
        """Put the focus where the part's work begins."""
        begins = {RULE: self.tab.rule.priority_run, GROUPS: self.tab.groups.list, DESKS: self.tab.desks.list}
        begins[self.tab.part].setFocus()

    def act(self) -> None:
        """Ctrl+Enter: keep the part in front."""
        tab = self.tab
        buttons = {RULE: tab.rule.save_button, GROUPS: tab.groups.save_button, DESKS: tab.desks.save_button}
        if buttons[tab.part].isEnabled():
            self.save()

    def save(self) -> None:
        """Keep what the part in front says."""
        {RULE: self._save_rule, GROUPS: self._save_group, DESKS: self._save_desk}[self.tab.part]()

    def try_rule(self, day: date) -> None:
        """Call a day again by the rule in the form."""
        self._stopped.set()
        self._stopped = stopped = Event()
        self._trial += 1
        trial, rule = self._trial, self.tab.rule.policy().rule
        tasks, service, part = self._context.tasks, self._context.services.rule_trial, self.tab.rule.trial
        part.set_running(True)

        def found(result: RuleComparison | None) -> None:
            if trial == self._trial and result is not None:
                part.set_running(False)
                part.present(result)

        def failed(error: CounterError) -> None:
            if trial == self._trial:
                part.set_running(False)
                part.clear()
                self._refused(error)

        tasks.slow(
            lambda: service.compare(day, rule, lambda: stopped.is_set() or tasks.closed), found, failed, owner=self
        )

    # what is shown

    def _show(self, read: _Read) -> None:
        rule = self.tab.rule
        untouched = self._kept is None or rule.policy() == self._kept
        self._kept = read.policy
        if untouched:
            rule.present(read.policy)
        self._tell_unsaved()
        rule.trial.present_days(read.days, self._context.now().astimezone(VIETNAM).date())
        known = {one.group.id for one in read.groups}
        self._group = self._group if self._group in known else read.groups[0].group.id if read.groups else ""
        self.tab.groups.present(read.groups, self._group)
        self.tab.desks.present(read.desks, read.groups, self._desk)
        self.tab.set_allowed(read.may)

    def _edited(self) -> None:
        self._tell_unsaved()
        if not self.tab.rule.trial.table.isHidden() or not self.tab.rule.trial.stop.isHidden():
            self._stop("")

    def _stop(self, said: str) -> None:
        running = not self.tab.rule.trial.stop.isHidden()
        self._stopped.set()
        self._trial += 1
        if running:
            self.tab.rule.trial.set_running(False)
        self.tab.rule.trial.clear(said)

    def _tell_unsaved(self) -> None:
        self.tab.rule.set_unsaved(self._kept is not None and self.tab.rule.policy() != self._kept)

    def _choose_group(self, group: str) -> None:
        self._context.notices.drop(_NOTICE)
        self._group = group
        self.tab.groups.edit(group)

    def _add_group(self) -> None:
        self._context.notices.drop(_NOTICE)
        self.tab.groups.edit("")
        next(iter(self.tab.groups.fields.values())).line.setFocus()

    def _choose_desk(self, number: int) -> None:
        self._context.notices.drop(_NOTICE)
        self._desk = number
        self.tab.desks.edit(number)

    def _add_desk(self) -> None:
        self._choose_desk(self.tab.desks.next_number)
        self.tab.desks.quick.setFocus()

    # what is kept

    def _save_rule(self) -> None:
        choices, by = self._context.services.queue_choices, self._context.officer.id
        policy = self.tab.rule.policy()

        def saved(_: None) -> None:
            self._kept = policy
            self._tell_unsaved()
            self._say(self.tr("Đã lưu quy tắc. Lần gọi tiếp theo ở mọi quầy theo quy tắc này."))

        self._context.tasks.run(lambda: choices.set_policy(policy, by), saved, self._refused, owner=self)

    def _save_group(self) -> None:
        choices, by = self._context.services.queue_choices, self._context.officer.id
        placed = self.tab.groups.group()
        if placed is None:
            return

        def saved(_: None) -> None:
            self._group = placed.group.id
            self._say(self.tr("Đã lưu lĩnh vực {name}.").format(name=placed.group.short_name))
            self.refresh()

        self._context.tasks.run(lambda: choices.define_group(placed, by), saved, self._refused, owner=self)

    def _move(self, way: int) -> None:
        choices, by = self._context.services.queue_choices, self._context.officer.id
        both = self.tab.groups.swapped(way)
        if both is None:
            return

        def swap() -> None:
            for placed in both:
                choices.define_group(placed, by)

        self._context.tasks.run(swap, lambda _: self.refresh(), self._refused, owner=self)

    def _save_desk(self) -> None:
        choices, by = self._context.services.queue_choices, self._context.officer.id
        desk = self.tab.desks.desk(self._context.services.office.id)

        def saved(_: None) -> None:
            self._desk = desk.number
            self._say(self.tr("Đã lưu quầy {number}.").format(number=desk.number))
            self.refresh()

        self._context.tasks.run(lambda: choices.define_desk(desk, by), saved, self._refused, owner=self)

    def _say(self, said: str) -> None:
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, said))

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)
