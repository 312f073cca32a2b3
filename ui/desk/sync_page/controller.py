"""Keeps the page Đồng bộ true while it is looked at, and does its acts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.facts import Duty
from counter_app.errors import Code, CounterError
from counter_app.services.housekeeping import HousekeepingSummary
from counter_app.services.sync_overview import SyncOverview
from counter_app.settings import SecuritySettings, Settings
from sync.addresses import checked_proxy
from sync.link import SyncStatus, Uplink
from sync.office.status import OfficeStatus
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext
from ui.desk.sync_page.page import SyncPage
from ui.desk.sync_page.state import SyncState
from ui.desk.sync_page.stick_control import StickControl
from ui.messages import message
from ui.setup.answers import is_address, plain_code

_NOTICE = "sync"
_GATHER_MS = 700
_TICK_MS = 30_000
"""A span such as "for 3 days" is told anew so often."""


@dataclass(frozen=True, slots=True)
class _Read:
    overview: SyncOverview
    url: str
    may: bool
    disk: HousekeepingSummary
    way: SecuritySettings


class SyncController(QObject):
    """Made with the page, at its first opening; ``close`` stops the listening.

    ``dossier_opened(Dossier)`` asks for a dossier's own page.
    """

    dossier_opened = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        page: SyncPage,
        link: Uplink | None,
        choose_folder: Callable[[Path], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self.page, self._link = context, page, link
        self._read: _Read | None = None
        self._status: SyncStatus | None = None
        self._most = 0
        self._unlisten: list[Callable[[], None]] = []
        self._gather, self._tick = QTimer(self), QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self._look)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._look)
        self._tick.start()
        self.stick = StickControl(context, page.stick, choose_folder, self.refresh, self)
        tasks, machine = context.tasks, context.machine
        tasks.streams_changed.connect(lambda _: self._ask_soon())
        if link is not None:
            self._unlisten.append(link.listen(lambda status: tasks.post(lambda: self._told(status))))
            self._status = link.status()  # after the ear is there: what is told in between would be lost
        if machine is not None and machine.node is not None:
            self._unlisten.append(machine.node.listen(lambda _: tasks.post(self._show)))
        if machine is None or machine.sync is None:
            page.hide_settings()
        page.try_now.clicked.connect(self.act)
        page.province.save_asked.connect(self.keep_province)
        page.aside.opened.connect(self._open)
        self._show()

    def open(self) -> None:
        """The page comes to the front."""
        self.page.focus_first()
        self.refresh()

    @property
    def seen(self) -> bool:
        """Whether it was read once."""
        return self._read is not None

    def refresh(self) -> None:
        """Read again what waits, and the settings."""
        services, me, machine = self._context.services, self._context.officer, self._context.machine

        def read() -> _Read:
            known = next((one for one in services.officers.all() if one.id == me.id), me)
            kept = machine.settings() if machine is not None else Settings()
            may, disk = known.may(Duty.ADMINISTRATION), services.housekeeping.summary()
            return _Read(services.sync.now(), kept.province_url, may, disk, kept.security)

        self._context.tasks.read(read, self._took, self._refused, owner=self, topic="sync")

    def act(self) -> None:
        """Ctrl+Enter: try to reach the province now."""
        if self._link is not None:
            self._context.tasks.slow(self._link.wake, owner=self)
            self._ask_soon()

    def open_dossier(self) -> None:
        """Ctrl+O: open the dossier of the chosen entry that the province kept aside."""
        self.page.aside.ask()

    def close(self) -> None:
        """Stop listening and looking."""
        self._tick.stop()
        for unlisten in self._unlisten:
            unlisten()
        self._unlisten.clear()

    # the province's address

    def keep_province(self) -> None:
        """Let this machine in at the province where a code is typed, then keep the address."""
        part, machine = self.page.province, self._context.machine
        url, code = part.url.text.strip().rstrip("/"), plain_code(part.code.text)
        if machine is None or machine.sync is None or not part.save.isEnabled():
            return
        by_hand, kept_machine = machine.sync, machine
        if url and not is_address(url):
            part.url.set_verdict(problem=self.tr("Ghi như https://motcua.tinh.example"))
            part.url.line.setFocus()
            return
        if code and not url:
            part.url.set_verdict(problem=self.tr("Ghi địa chỉ trước"))
            part.url.line.setFocus()
            return
        part.set_busy(True)
        way = part.way

        def keep() -> str:
            ca_file = str(by_hand.keep_authority(Path(way.ca_file))) if way.ca_file else ""
            checked_proxy("" if way.proxy == "system" else way.proxy)
            if code:
                by_hand.enrol(url, code, ca_file, way.proxy)
            kept = kept_machine.settings()
            security = replace(kept.security, ca_file=ca_file, proxy=way.proxy)
            kept_machine.keep(replace(kept, province_url=url, security=security))
            return url

        self._context.tasks.slow(keep, self._kept, self._not_kept, owner=self)

    def _kept(self, url: str) -> None:
        self.page.province.set_busy(False)
        told = self.tr("Đã lưu. Đóng chương trình rồi mở lại ở máy này để áp dụng.")
        self.page.province.kept(told)
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
        self.refresh()

    def _not_kept(self, error: CounterError) -> None:
        part = self.page.province
        part.set_busy(False)
        wrong = {Code.CA_FILE_INVALID: part.ca_file, Code.PROXY_INVALID: part.proxy}.get(error.code)
        if wrong is not None:
            said = message(error)
            wrong.set_verdict(problem=said.title)
            wrong.line.setFocus()
        self._refused(error)

    # what is shown

    def _open(self, dossier: str) -> None:
        dossiers = self._context.services.dossiers
        self._context.tasks.read(
            lambda: dossiers.dossier(dossier), self.dossier_opened.emit, self._refused, owner=self, topic="aside"
        )

    def _told(self, status: SyncStatus) -> None:
        self._status = status
        self._ask_soon()
        if self.page.isVisible():
            self._show()

    def _ask_soon(self) -> None:
        if not self._gather.isActive():
            self._gather.start()

    def _look(self) -> None:
        if self.page.isVisible():
            self.refresh()

    def _took(self, read: _Read) -> None:
        self._read = read
        self.stick.may = read.may
        self.page.province.present(read.url, allowed=read.may, way=read.way)
        self._show()

    def _show(self) -> None:
        read, machine = self._read, self._context.machine
        overview = read.overview if read is not None else None
        state = SyncState(
            self._context.now(),
            self._status,
            overview,
            read.url if read is not None else "",
            _relay(machine.node.status() if machine is not None and machine.node is not None else None),
        )
        if read is not None:
            state = replace(state, disk=read.disk)
        self._most = max(self._most, state.bytes) if state.papers else 0
        self.page.present(replace(state, most_bytes=self._most))

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)


def _relay(office: OfficeStatus | None) -> str:
    """The machine that passes on what this one writes."""
    return office.name if office is not None and office.relays and not office.in_charge else ""
