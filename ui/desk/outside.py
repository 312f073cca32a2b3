"""What comes from outside onto the desk: devices, card reader, link."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossier_code import is_dossier_code, normalise, receipt_code
from counter_app.domain.facts import Duty
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus, Scanner
from devices.fleet import Devices
from sync.link import SyncStatus, Uplink
from sync.office.status import OfficeStatus
from ui import messages
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.backup_badge import BackupWatch
from ui.desk.context import DeskContext
from ui.desk.escrow_watch import EscrowWatch
from ui.desk.status_strip import LinkState, StatusStrip, StripState, device_name

_TOLD = (DeviceKind.PRINTER, DeviceKind.SCANNER)
"""Devices whose fault is worth a banner; the others show in the strip."""

_READER = "device/reader"
_OFFICE = "office"
_JOURNAL = "journal"
_FOR_ADMINISTRATORS = (Code.CHECKPOINT_BROKEN, Code.PROVINCE_KEY_CHANGED)
"""What the link says that work does not wait for, and an administrator must see to."""


class Outside(QObject):
    """Keeps strip and banners true; ``card_read(CitizenCard)``, ``code_read(str)``, ``devices_changed()``."""

    card_read = Signal(object)
    code_read = Signal(str)
    devices_changed = Signal()

    def __init__(
        self,
        context: DeskContext,
        strip: StatusStrip,
        devices: Devices | None,
        replicator: Uplink | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._strip, self._devices = context, strip, devices
        self._link = LinkState()
        self._office_wrong: tuple[Code, str] | None = None
        self._journal_wrong: Code | None = None
        self.listens = True
        """Whether a card or a code that is read here is somebody's work: not while the desk is locked."""
        self._reads_garbage: Code | None = None
        self._unlisten: list[Callable[[], None]] = []
        tasks = context.tasks
        if devices is not None:
            devices.on_change(lambda _: tasks.post(self._devices_told))
            devices.reader.on_line(lambda line: tasks.post(lambda: self._line(line)))
        if replicator is not None:
            self._unlisten.append(replicator.listen(lambda status: tasks.post(lambda: self._link_told(status))))
            self._link = _link_state(replicator.status())
            self._tell_journal(replicator.status())
        self._follow_office()
        self._devices_told()
        self._tell_link()
        self.backups = BackupWatch(context, strip.backup, self)
        self.escrow = EscrowWatch(context, self)

    @property
    def scanner(self) -> Scanner | None:
        """The scanner of this station."""
        return self._devices.scanner if self._devices is not None else None

    def ready(self, kind: DeviceKind) -> bool:
        """Tell whether a device can be used now."""
        statuses = self._devices.statuses() if self._devices is not None else ()
        return any(status.kind is kind and status.state is DeviceState.READY for status in statuses)

    def close(self) -> None:
        """Stop listening."""
        for unlisten in self._unlisten:
            unlisten()
        self._unlisten.clear()

    def _devices_told(self) -> None:
        statuses = self._devices.statuses() if self._devices is not None else ()
        self._show()
        for kind in _TOLD:
            self._tell_devices([status for status in statuses if status.kind is kind], kind)
        for status in statuses:
            if status.kind is DeviceKind.READER:
                self._tell_reader(status.fault)
        self.devices_changed.emit()

    def _tell_devices(self, alike: Sequence[DeviceStatus], kind: DeviceKind) -> None:
        """Say the first fault of the devices of one kind; of several printers also which one it is."""
        id_ = f"device/{kind}"
        status = next((one for one in alike if one.state is DeviceState.FAULTY and one.fault), None)
        if status is None or status.fault is None:
            self._context.notices.drop(id_)
            return
        said = messages.message_for(status.fault, {"device": kind.value})
        name = device_name(kind) if len(alike) == 1 else f"{device_name(kind)} ({status.name})"
        title = said.title if name.casefold() in said.title.casefold() else f"{name}: {said.title}"
        acts = (Act("retry", self.tr("Thử lại"), "refresh"),)
        icon = "printer" if status.kind is DeviceKind.PRINTER else "scan"
        tone = Tone.DANGER if status.kind is DeviceKind.PRINTER else Tone.WARNING

        def retry(_: str) -> None:
            devices = self._devices
            if devices is not None:
                self._context.tasks.slow(lambda: devices.retry(status.kind), owner=self)

        self._context.notices.put(Notice(id_, tone, title, said.next_step, icon, acts), retry)

    def _tell_reader(self, fault: Code | None) -> None:
        """Say once that the reader sends what is no text; its next good line takes the notice away."""
        if fault not in (Code.READER_GARBAGE, Code.READER_REWRITTEN):
            fault = None
        if fault is not None and fault is not self._reads_garbage:
            self._context.notices.put_error(_READER, CounterError(fault, count=1))
        elif fault is None and self._reads_garbage is not None:
            self._context.notices.drop(_READER)
        self._reads_garbage = fault

    def _follow_office(self) -> None:
        machine, tasks = self._context.machine, self._context.tasks
        node = machine.node if machine is not None else None
        if node is None:
            return
        self._unlisten.append(node.listen(lambda status: tasks.post(lambda: self._office_told(status))))
        self._hear_office(node.status())

    def _office_told(self, status: OfficeStatus) -> None:
        before = self._link
        self._hear_office(status)
        if self._link != before:
            self._show()

    def _hear_office(self, status: OfficeStatus) -> None:
        self._link = replace(self._link, office=status.reachable, office_since=status.since)
        # Who is away comes back by itself; who is not believed, or too old, needs somebody's hand.
        wrong = None if status.reachable or status.fault is None else (status.fault, status.fault_host)
        if wrong != self._office_wrong:
            self._office_wrong = wrong
            self._context.notices.drop(_OFFICE)
            if wrong is not None:
                self._context.notices.put_error(_OFFICE, CounterError(wrong[0], host=wrong[1]))

    def _link_told(self, status: SyncStatus) -> None:
        office, since = self._link.office, self._link.office_since
        self._link = replace(_link_state(status), office=office, office_since=since)
        self._show()
        self._tell_link()
        self._tell_journal(status)

    def _tell_journal(self, status: SyncStatus) -> None:
        """Say to an administrator that this journal is not what the upstream countersigned, or by whom it signs now."""
        may_know = self._context.officer.may(Duty.ADMINISTRATION)
        told = status.fault if may_know and status.fault in _FOR_ADMINISTRATORS else None
        if told is self._journal_wrong:
            return  # said already, and perhaps put away
        self._journal_wrong = told
        self._context.notices.drop(_JOURNAL)
        if told is not None:
            error = CounterError(told, **status.fault_params)
            self._context.notices.put_error(_JOURNAL, error, tone=Tone.DANGER)

    def _tell_link(self) -> None:
        link = self._link
        if link.up is not False or link.since is None:
            self._context.notices.drop("link")
            return
        title = self.tr("Mất kết nối từ {time}. Vẫn gọi số, tiếp nhận và in bình thường.")
        more = self.tr("Hồ sơ và mã hồ sơ có giá trị ngay; mọi thứ tự gửi khi có kết nối, không cần thao tác.")
        notice = Notice("link", Tone.WARNING, title.format(time=times.clock(link.since)), more, "cloud-off")
        if notice not in self._context.notices.all:
            self._context.notices.put(notice)

    def _line(self, line: str) -> None:
        if not self.listens:
            return
        if "|" in line:
            try:
                self.card_read.emit(parse_card(line))
            except CounterError as error:
                self._context.notices.put_error("card", error)
            else:
                self._context.notices.drop("card")
        elif is_dossier_code(normalise(receipt_code(line))):
            self._context.notices.drop("card")
            self.code_read.emit(line.strip())
        else:  # another bar code, or noise: nobody's page is turned for it
            self._context.notices.put_error("card", CounterError(Code.READER_UNKNOWN))

    def _show(self) -> None:
        statuses = self._devices.statuses() if self._devices is not None else ()
        officer = self._context.officer.name
        self._strip.present(StripState(tuple(statuses), self._link, self._context.desk, officer))


def _link_state(status: SyncStatus) -> LinkState:
    return LinkState(status.up, status.since, status.synced_at, status.waiting + status.blobs_waiting)
