"""Pictures of what a manager sees: the office now, the queue, the machines, and a machine joining."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import Unpack

from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.demo.update_screens import show_undone, show_waiting
from sync.office.finding import FoundOffice
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.admin.controller import MACHINES, QUEUE, AdminController
from ui.desk.admin.machines.tab import MachinesTab
from ui.desk.admin.machines.version import VersionBox
from ui.desk.admin.queue.tab import DESKS, GROUPS, RULE
from ui.desk.live.controller import LiveController
from ui.desk.page_keys import ADMIN, LIVE
from ui.desk.window import DeskWindow
from ui.machine import Machine
from ui.setup.answers import Asked
from ui.setup.window import SetupWindow
from ui.shell.pictures import Studio

_LARGE = (1920, 1080)
_RECIPIENT = "age1turuxdda20gfdlu9guy9zt8pdcgs985xmzk8vvv6usg3gd0k9pks6nnel7"
"""Whose private half was thrown away."""
_CODE = "K7QM-4TXA-2HPW"
_URL = "https://192.168.1.10:8471"
_JOIN, _RESTORE = 1, 2


class ManagePictures:
    """Takes the pictures of the manager's pages in one open office."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._counter = studio, office.counter

    def draw(self) -> None:
        """Take all of them."""
        self._live("live-1366")
        self._live("live-locked-1366", officer="ha")
        self._live("live-contrast-1366", contrast=True)
        self._live("live-200pct", size=_LARGE, scale=2.0)
        self._live("live-1920", size=_LARGE)
        self._live("live-end-of-day-1366", then=lambda live: live.page.foot.end_day.click())
        for name, part in (("rule", RULE), ("groups", GROUPS), ("desks", DESKS)):
            self._queue(f"admin-queue-{name}-1366", part)
        self._queue("admin-queue-rule-200pct", RULE, size=_LARGE, scale=2.0)
        self._queue("admin-queue-locked-1366", GROUPS, officer="ha")
        self._machines("admin-machines-1366")
        self._machines("admin-machines-key-1366", _name_key)
        self._machines("admin-machines-key-wrong-1366", _mistype_key)
        self._machines("admin-machines-200pct", size=_LARGE, scale=2.0)
        for name, show in (("waits", show_waiting), ("undone", show_undone)):
            self._machines(f"admin-machines-version-{name}-1366", partial(self._look_at_version, show))
        self._machines("admin-machines-version-contrast", partial(self._look_at_version, show_waiting), contrast=True)

    def _live(
        self, name: str, then: Callable[[LiveController], None] = lambda live: None, **seen: Unpack[Seen]
    ) -> None:
        with self._pictured(name, **seen) as window:
            window.open_page(LIVE)
            live = window.live
            if live is not None:
                self._studio.wait(lambda: live.seen is not None, "the office now")
                then(live)

    def _queue(self, name: str, part: int, **seen: Unpack[Seen]) -> None:
        with self._pictured(name, **seen) as window:
            tab = self._admin(window, QUEUE).queue.tab
            self._studio.wait(lambda: tab.desks.list.count() > 0, "the queue's choices")
            tab.open_part(part)
            if part == RULE:
                tab.rule.most_wait.setValue(30)
                tab.rule.trial.go.click()
                self._studio.wait(lambda: not tab.rule.trial.table.isHidden(), "the trial")

    def _machines(
        self, name: str, then: Callable[[MachinesTab], None] = lambda tab: None, **seen: Unpack[Seen]
    ) -> None:
        with self._pictured(name, **seen) as window:
            tab = self._admin(window, MACHINES).machines.tab
            told = (tab.key.kept, tab.version.own)
            self._studio.wait(lambda: bool(tab.table.rows) and all(one.text() for one in told), "the machines")
            then(tab)

    def _look_at_version(self, show: Callable[[VersionBox], None], tab: MachinesTab) -> None:
        show(tab.version)
        self._studio.settle()
        for scroll in tab.findChildren(VerticalScroll):
            scroll.ensureWidgetVisible(tab.version.button)

    def _admin(self, window: DeskWindow, tab: str) -> AdminController:
        window.open_page(ADMIN)
        assert window.admin is not None  # noqa: S101 - the page was just opened
        window.admin.page.open_tab(tab)
        return window.admin

    def _pictured(self, name: str, **seen: Unpack[Seen]) -> AbstractContextManager[DeskWindow]:
        seen["machine"] = Machine(self._counter.folder, self._counter.office)
        return pictured(self._studio, self._counter.services, name, **seen)


def _name_key(tab: MachinesTab) -> None:
    line = tab.key.recipient.line
    line.setText(_RECIPIENT)
    line.textEdited.emit(_RECIPIENT)
    line.setModified(True)
    _look_at_key(tab)


def _mistype_key(tab: MachinesTab) -> None:
    tab.key.recipient.line.setText(_RECIPIENT[:-1])
    tab.key.recipient.line.setModified(True)
    tab.key.typed()
    _look_at_key(tab)


def _look_at_key(tab: MachinesTab) -> None:
    for scroll in tab.findChildren(VerticalScroll):
        scroll.ensureWidgetVisible(tab.key.button)


def draw_joining(studio: Studio) -> None:
    """Take the pictures of a machine that joins an office."""
    for name, scale in (("setup-join", 1.0), ("setup-join-200pct", 2.0)):
        studio.look(scale=scale)
        window = SetupWindow(joins=True)
        studio.show(window, round(1040 * min(scale, 1.8)), round(720 * min(scale, 1.4)))
        window.choose_way(_JOIN)
        window.joining.show_found(FoundOffice("an-phuc", "XÃ AN PHÚC", 0, _URL))
        window.joining.offices.choose(0)
        studio.settle()
        studio.take(name, window)
        if scale == 1.0:
            window.submit()
            studio.settle()
            studio.take("setup-join-problems", window)
            window.joining.fields[Asked.JOIN_CODE].set_text(f"{_CODE}-ABCD-EF2H")
            window.submit()
            window.set_busy(True)
            window.show_progress(320, 1240)
            studio.settle()
            studio.take("setup-join-copying", window)
        studio.put_away(window)
    studio.look()


def draw_restoring(studio: Studio) -> None:
    """Take the pictures of a machine that takes another's place."""
    for name, scale in (("setup-restore", 1.0), ("setup-restore-200pct", 2.0)):
        studio.look(scale=scale)
        window = SetupWindow(joins=True, restores=True)
        studio.show(window, round(1040 * min(scale, 1.8)), round(720 * min(scale, 1.4)))
        window.choose_way(_RESTORE)
        window.restoring.fields[Asked.RESTORE_URL].set_text("https://motcua.tinh.example")
        window.restoring.fields[Asked.RESTORE_CODE].set_text(_CODE)
        studio.settle()
        studio.take(name, window)
        if scale == 1.0:
            window.set_busy(True)
            window.show_progress(18_300, 41_250)
            studio.settle()
            studio.take("setup-restore-copying", window)
        studio.put_away(window)
    studio.look()
