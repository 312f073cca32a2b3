"""The devices' tab of one officer at a machine with virtual devices."""

from pytestqt.qtbot import QtBot

from devices.finding.found import Findings
from tests.support.waiting import Watching
from ui.desk.admin.devices.controller import DevicesController
from ui.desk.admin.devices.tab import DevicesTab
from ui.desk.context import DeskContext


class Bench(Watching):
    """The tab of one officer at a machine with virtual devices."""

    def __init__(self, bot: QtBot, context: DeskContext, findings: Findings) -> None:
        self.bot, self.context = bot, context
        self.tab = DevicesTab()
        self.controller = DevicesController(context, self.tab, self.tab, find=lambda _named, _given_up: findings)
        bot.addWidget(self.tab)
        self.tab.resize(1200, 620)
        self.tab.show()
        self.tab.activateWindow()
        self.controller.refresh()
        self.until(lambda: bool(self.tab.list.rows))

    @property
    def names(self) -> list[str]:
        return [row.first for row in self.tab.list.rows if row.key]

    @property
    def said(self) -> str:
        return self.context.notices.all[-1].title if self.context.notices.all else ""

    @property
    def trial(self) -> str:
        return self.tab.trial.said.text()

    def choose(self, name: str) -> None:
        row = next(place for place, one in enumerate(self.tab.list.rows) if one.key and one.first == name)
        self.tab.list.list.setCurrentRow(row)
        self.until(lambda: self.tab.form.isVisible())

    def ready(self, name: str) -> None:
        self.until(lambda: any(row.first == name and "Sẵn sàng" in row.second for row in self.tab.list.rows))
