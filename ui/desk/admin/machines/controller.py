"""Wires the tab of the machines."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.facts import Duty
from counter_app.domain.places import Station
from counter_app.errors import CounterError
from counter_app.services.stations import OfficeStations
from counter_app.settings import OfficeSettings, Settings
from sync.office.joining import address_of
from sync.office.node import CODE_GOOD_FOR, OfficeNode
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.admin.machines.key import KeyController
from ui.desk.admin.machines.tab import MachinesTab
from ui.desk.admin.machines.version import VersionController
from ui.desk.admin.machines.words import Network, own_words, rows
from ui.desk.context import DeskContext

_NOTICE = "machines"
_LOOK_MS = 5000


@dataclass(frozen=True, slots=True)
class _Read:
    stations: OfficeStations
    network: Network
    settings: Settings | None
    may: bool


class MachinesController(QObject):
    """Reads the machines now and then while they are looked at; what is being edited stays."""

    def __init__(self, context: DeskContext, tab: MachinesTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._machine = context.machine
        self.key = KeyController(context, tab.key, self)
        self.version = VersionController(context, tab.version, self)
        self._kept: Settings | None = None
        self._read: _Read | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_again)
        self._look.start()
        tab.save_asked.connect(self.save)
        tab.code_asked.connect(self.make_code)
        tab.bar_asked.connect(self.bar)
        tab.table.chosen.connect(lambda _: self._offer())
        if self._machine is None:
            tab.hide_settings()

    def refresh(self) -> None:
        """Read the machines and this one's settings."""
        services, me, machine = self._context.services, self._context.officer, self._machine

        def read() -> _Read:
            known = next((one for one in services.officers.all() if one.id == me.id), me)
            settings = machine.settings() if machine else None
            network = _network(machine.node if machine else None)
            return _Read(services.stations.all(), network, settings, known.may(Duty.ADMINISTRATION))

        self._context.tasks.read(read, self._show, self._refused, owner=self, topic="machines")
        self.key.refresh()
        self.version.refresh()

    def focus(self) -> None:
        """Put the focus where the work begins."""
        (self.tab.serve if self.tab.serve.isEnabled() and self._machine else self.tab.table).setFocus()

    def act(self) -> None:
        """Ctrl+Enter: keep this machine's settings."""
        if self.tab.save_button.isEnabled() and not self.tab.save_button.isHidden():
            self.save()

    def save(self) -> None:
        """Keep what the form says, from the next start on."""
        machine, tab = self._machine, self.tab
        typed = self._typed()
        if machine is None or typed is None:
            return
        office, board = typed

        def keep() -> Settings:
            settings = replace(machine.settings(), office=office, board=board)
            machine.keep(settings)
            return settings

        def kept(settings: Settings) -> None:
            self._kept = settings
            told = self.tr("Đã lưu. Đóng chương trình rồi mở lại ở máy này để áp dụng.")
            tab.restart.setText(told)
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))

        self._context.tasks.run(keep, kept, self._refused, owner=self)

    def make_code(self) -> None:
        """Let one more machine in."""
        node = self._machine.node if self._machine else None
        if node is None:
            return
        until = self._context.now() + CODE_GOOD_FOR

        def show(code: str) -> None:
            good = self.tr("Dùng một lần, đến {time}.").format(time=times.clock(until))
            office, url = self._context.services.office.name, node.url
            how = self.tr("Ở máy mới: chọn “Nối vào văn phòng đã có”, chọn {office}, rồi ghi mã này.").format(
                office=office
            )
            address = self.tr("Nếu máy mới không tự thấy {office}, ghi địa chỉ:").format(office=office)
            self.tab.code.present(code, good, f"{how}\n{address}\n{url}")

        self._context.tasks.run(node.make_code, show, self._refused, owner=self)

    def bar(self) -> None:
        """Let the chosen machine in no more, or again."""
        one, me = self._chosen(), self._context.officer.id
        if one is None:
            return
        stations, barred = self._context.services.stations, not one.barred

        def done(_: None) -> None:
            words = self.tr("{name} không vào được hàng chờ nữa.") if barred else self.tr("{name} vào lại được rồi.")
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, words.format(name=one.name)))
            self.refresh()

        self._context.tasks.run(lambda: stations.bar(one.id, me, barred=barred), done, self._refused, owner=self)

    def _chosen(self) -> Station | None:
        """The machine that may be barred; the own one and the one that keeps the queue may not."""
        read, row = self._read, self.tab.table.current
        if read is None or not read.may or not 0 <= row < len(read.stations.known):
            return None
        one, head = read.stations.known[row], read.stations.head
        kept = head is not None and head.station == one.station.id
        return None if one.own or (kept and not one.station.barred) else one.station

    def _offer(self) -> None:
        one = self._chosen()
        self.tab.offer_to_bar(one.name if one else "", barred=one is not None and one.barred)

    def _typed(self) -> tuple[OfficeSettings, int] | None:
        """The settings in the form; None, with the field marked, where an address is none."""
        tab = self.tab
        before = self._kept.office if self._kept else OfficeSettings()
        try:
            urls = tuple(address_of(one) for one in tab.urls.text.replace(",", " ").split())
        except CounterError:
            tab.urls.set_verdict(problem=self.tr("Ghi như 192.168.1.10 hoặc https://may-chu:8471"))
            tab.urls.line.setFocus()
            return None
        tab.urls.set_verdict()
        serve, find, direct = tab.serve.isChecked(), tab.look_around.isChecked(), tab.direct.isChecked()
        office = replace(before, serve=serve, find=find, urls=urls, port=tab.port.value(), direct=direct)
        return office, tab.board.value()

    def _show(self, read: _Read) -> None:
        tab, status = self.tab, read.network.status
        self._read = read
        tab.facts.setText(own_words(read.stations, read.network))
        tab.present_stations(rows(read.stations, read.network, self._context.now()))
        self._offer()
        if read.settings is not None and read.settings != self._kept:
            self._kept = read.settings
            tab.present_settings(read.settings.office, read.settings.board, first=read.stations.own.rank == 0)
        serves = status is not None and status.serves
        tab.set_allowed(read.may, coded=serves)
        tab.code_note.setText("" if serves else self._why_no_code(read))
        tab.code_note.setVisible(not serves)

    def _why_no_code(self, read: _Read) -> str:
        if read.network.status is None:
            return self.tr("Muốn thêm máy: bật ô “Máy này giữ hàng chờ cho văn phòng”, lưu, rồi mở lại chương trình.")
        return self.tr("Tạo mã ở máy giữ hàng chờ hoặc máy dự phòng.")

    def _look_again(self) -> None:
        if self.tab.isVisible():
            self.refresh()

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)


def _network(node: OfficeNode | None) -> Network:
    if node is None:
        return Network()
    return Network(node.status(), node.url, node.contacts(), node.serving(), node.wrong_clocks())
