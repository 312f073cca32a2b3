"""Wires the devices' tab: what is set up, what was found, keeping and removing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from counter_app.domain.facts import Duty
from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind, DeviceStatus
from devices.finding.finding import SECONDS, find_devices
from devices.finding.found import Findings, FoundDevice, Where
from devices.settings import DeviceSettings, TransportKind
from devices.station_devices import SEVERAL, StationDevices
from ui import messages
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.admin.devices import words
from ui.desk.admin.devices.form import NOWHERE
from ui.desk.admin.devices.learning import DeviceLearning
from ui.desk.admin.devices.list import ListRow
from ui.desk.admin.devices.tab import DevicesTab
from ui.desk.admin.devices.trials import DeviceTrials
from ui.desk.context import DeskContext
from ui.desk.status_strip import device_name

_NOTICE = "devices"
_OWN, _FOUND, _NEW = "own:", "found:", "new"
_UNDO = "undo"
_LOOK_MS = 1500
_OFTEN_ABSENT = frozenset({Where.SOUND, Where.SPOOL})
"""Machines without sound or without a print system are ordinary: nothing to bother anybody with."""

_TYPED = {
    DeviceKind.PRINTER: TransportKind.TCP,
    DeviceKind.KEYPAD: TransportKind.SERIAL,
    DeviceKind.READER: TransportKind.KEYS,
    DeviceKind.SCANNER: TransportKind.ESCL,
    DeviceKind.SPEAKER: TransportKind.SOUND,
}
"""How a device that no search finds is most likely reached."""

Find = Callable[[Sequence[DeviceSettings], Callable[[], bool]], Findings]


def find_here(named: Sequence[DeviceSettings], given_up: Callable[[], bool]) -> Findings:
    """Search this machine and its network; blocks for seconds."""
    return find_devices(SECONDS, named, given_up=given_up)


class DevicesController(QObject):
    """Shows this machine's devices and what a search found; keeps what the form says."""

    def __init__(
        self, context: DeskContext, tab: DevicesTab, parent: QObject | None = None, *, find: Find = find_here
    ) -> None:
        super().__init__(parent)
        self._context, self.tab, self._find = context, tab, find
        self._read, self._may, self._busy = False, False, False
        self._current = ""
        self._findings = Findings()
        self._station: StationDevices | None = None
        if context.devices is not None and context.machine is not None:
            self._station = StationDevices(context.machine.folder, context.devices)
            context.devices.on_change(lambda _: context.tasks.post(self._changed))
        self.trials = DeviceTrials(context, tab.trial, self)
        self.learning = DeviceLearning(context, tab, self._station, self)
        self.learning.ended.connect(self._learned)
        tab.list.chosen.connect(self._choose)
        tab.list.find_asked.connect(self.find)
        tab.list.add_asked.connect(self.add)
        tab.form.edited.connect(self._edited)
        tab.save_asked.connect(self.save)
        tab.remove_asked.connect(self.remove)
        tab.trial.asked.connect(self._try)
        tab.trial.learn_asked.connect(self._teach)
        tab.trial.letters_asked.connect(self._try_letters)
        tab.left.connect(self._leave)
        tab.backlog.pause_asked.connect(self._pause)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._look_at_backlog)
        self._look.start()

    # what is shown

    def refresh(self) -> None:
        """Read who may change what, and show how the devices are."""
        services, me = self._context.services, self._context.officer

        def read() -> bool:
            known = next((one for one in services.officers.all() if one.id == me.id), me)
            return known.may(Duty.ADMINISTRATION)

        self._context.tasks.read(read, self._allow, owner=self, topic="devices")

    def focus(self) -> None:
        """Put the focus on the list."""
        self.tab.list.list.setFocus()

    def act(self) -> None:
        """Ctrl+Enter: keep what the form says."""
        if self.tab.save_button.isEnabled():
            self.save()

    def print(self) -> None:
        """Ctrl+P: try the device."""
        if self.tab.trial.isVisible() and self.tab.trial.button.isEnabled():
            self.tab.trial.button.click()
            self.tab.reveal_trial()

    def _allow(self, may: bool) -> None:
        self._read = True
        self._may = may and self._station is not None
        self.tab.set_allowed(self._may)
        records = self._records()
        if not self._current and records:
            self._current = _OWN + records[0].name
        self._list()
        self._open()

    def _changed(self) -> None:
        """Show how the devices are now; what is being edited stays."""
        if self._read and self.tab.isVisible() and not self.learning.running:
            self._list()
            self._tell()
            self._offer_trial()

    def _records(self) -> tuple[DeviceSettings, ...]:
        return self._station.records() if self._station is not None else ()

    def _record(self, name: str) -> DeviceSettings | None:
        return next((one for one in self._records() if one.name == name), None)

    def _status(self, record: DeviceSettings | None) -> DeviceStatus | None:
        statuses = self._context.devices.statuses() if self._context.devices is not None else ()
        return next((one for one in statuses if record and (one.kind, one.name) == (record.kind, record.name)), None)

    @property
    def _own(self) -> DeviceSettings | None:
        """The device chosen, as it is set up; None for a new one."""
        return self._record(self._current.removeprefix(_OWN)) if self._current.startswith(_OWN) else None

    def _list(self) -> None:
        records = self._records()
        head = self.tr("Máy này, quầy {desk}").format(desk=self._context.desk)
        rows = [ListRow("", head)]
        for record in records:
            said, tone = words.row_words(record, self._status(record))
            rows.append(ListRow(_OWN + record.name, record.name, said, tone))
        if self._current == _NEW:
            rows.append(ListRow(_NEW, self.tr("Thiết bị mới"), self.tr("chưa lưu")))
        fresh = self._fresh()
        if fresh:
            rows.append(ListRow("", self.tr("Vừa tìm thấy, chưa dùng")))
        for place, found in fresh.items():
            name, said = words.found_words(found)
            rows.append(ListRow(f"{_FOUND}{place}", name, said))
        self.tab.list.present(rows, self._current)

    def _fresh(self) -> dict[int, FoundDevice]:
        """What was found and is not set up, by its place among what was found."""
        records = self._records()
        return {
            place: found
            for place, found in enumerate(self._findings.found)
            if not any(found.is_of(record) for record in records)
        }

    # choosing

    def add(self) -> None:
        """Begin a device that no search finds."""
        if self._may:
            self._choose(_NEW)
            self._list()
            self.tab.form.kind.box.setFocus()

    def _choose(self, key: str) -> None:
        if key == self._current:
            return
        self._leave()
        self._context.notices.drop(_NOTICE)
        self._current = key
        self._open()

    def _open(self) -> None:
        """Put what is chosen into the form, unless it is there already."""
        base, title, kinds = self._chosen()
        tab = self.tab
        if base is None:
            tab.show_empty(self._empty_words())
            return
        if not self.learning.running:
            tab.show_form(learning=False)
        if base != tab.form.base or tab.form.title.text() != title:
            tab.form.present(base, title, kinds)
            tab.trial.clear()
        tab.remove_button.setVisible(self._own is not None)
        self._set_busy(self._busy)
        self._tell()
        self._offer_trial()

    def _chosen(self) -> tuple[DeviceSettings | None, str, tuple[DeviceKind, ...]]:
        own = self._own
        if own is not None:
            return own, own.name, (own.kind,)
        if self._current.startswith(_FOUND):
            found = self._fresh().get(int(self._current.removeprefix(_FOUND)))
            if found is not None:
                return self._settings_of(found), words.found_words(found)[0], found.kinds
        if self._current == _NEW:
            kinds = tuple(kind for kind in DeviceKind if kind in self._free_kinds()) or (DeviceKind.PRINTER,)
            nowhere = FoundDevice((kinds[0],), "", _TYPED[kinds[0]], NOWHERE)
            return self._settings_of(nowhere), self.tr("Thiết bị mới"), kinds
        return None, "", ()

    def _settings_of(self, found: FoundDevice) -> DeviceSettings:
        free = self._free_kinds()
        kind = next((kind for kind in found.kinds if kind in free), found.kind)
        models = words.profiles_of(kind, found.transport)
        profile = models[0][0] if models else ""
        return DeviceSettings(
            kind, self._name_for(kind), found.transport, found.address, identity=found.identity, profile=profile
        )

    def _free_kinds(self) -> frozenset[DeviceKind]:
        taken = {record.kind for record in self._records()} - SEVERAL
        return frozenset(kind for kind in DeviceKind if kind not in taken)

    def _name_for(self, kind: DeviceKind) -> str:
        """Return a name that no other device here has."""
        taken = {record.name.casefold() for record in self._records()}
        plain = device_name(kind)
        numbered = [plain, *(f"{plain} {number}" for number in range(2, len(taken) + 3))]
        return next(name for name in numbered if name.casefold() not in taken)

    def _empty_words(self) -> str:
        if self._station is None:
            return self.tr("Cửa sổ này không quản lý thiết bị của máy.")
        return self.tr("Chưa có thiết bị nào. Cắm thiết bị, bật nguồn, rồi bấm “Tìm thiết bị”.")

    def _tell(self) -> None:
        record = self._own
        self.tab.form.tell(words.told(self._status(record)))

    def _offer_trial(self) -> None:
        record = self._own
        kind = record.kind if record is not None else DeviceKind(self.tab.form.kind.key or DeviceKind.PRINTER)
        teachable = record is not None and kind is DeviceKind.KEYPAD and record.transport is not TransportKind.KEYS
        letters = kind is DeviceKind.PRINTER and record is not None and bool(words.letters_of(record.profile))
        self._look_at_backlog()
        if not self.trials.running:
            self.tab.trial.present(
                kind, _scores(record), ready=record is not None, learns=teachable and self._may, letters=letters
            )

    def _edited(self) -> None:
        self._context.notices.drop(_NOTICE)
        if self._own is None:
            self._offer_trial()

    # finding

    def find(self) -> None:
        """Search everywhere; seconds, in the background."""
        tasks, listed = self._context.tasks, self.tab.list
        named = self._records()
        listed.set_searching(True)
        tasks.slow(lambda: self._find(named, lambda: tasks.closed), self.show_found, self._not_found, owner=self)

    def show_found(self, findings: Findings) -> None:
        """Show what a search gave."""
        if self._current.startswith(_FOUND):
            self._current = ""
        self._findings = findings
        self.tab.list.set_searching(False)
        self._list()
        self._open()
        count = len(self._fresh())
        said = self.tr("Tìm thấy {count} thiết bị chưa dùng.").format(count=count) if count else self._none_words()
        failed = [messages.message(one.error).title for one in findings.failed if one.where not in _OFTEN_ABSENT]
        self.tab.list.say("\n".join([said, *failed]))

    def _none_words(self) -> str:
        return self.tr("Không thấy thiết bị mới. Kiểm tra dây và nguồn rồi tìm lại, hoặc thêm bằng tay.")

    def _not_found(self, error: CounterError) -> None:
        self.tab.list.set_searching(False)
        self._refused(error)

    # keeping

    def save(self) -> None:
        """Keep what the form says, and use it at once."""
        station, before = self._station, self._own
        record = self.tab.form.record()
        if station is None or record is None or self._busy or not self._may:
            return
        instead_of = before.name if before is not None else ""
        self.trials.stop()
        self._set_busy(True)
        self._context.tasks.slow(lambda: station.keep(record, instead_of), self._kept, self._refused, owner=self)

    def _kept(self, record: DeviceSettings) -> None:
        self._set_busy(False)
        self._current = _OWN + record.name
        said = self.tr("Đã lưu “{name}” và dùng ngay. Hãy thử bên dưới.").format(name=record.name)
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, said))
        self._list()
        self._open()

    def remove(self) -> None:
        """Use the chosen device no more; it can be had back."""
        station, record = self._station, self._own
        if station is None or record is None or self._busy or not self._may:
            return

        def removed(_: None) -> None:
            self._set_busy(False)
            self._current = ""
            said = self.tr("Đã bỏ “{name}” khỏi máy này.").format(name=record.name)
            act = Act(_UNDO, self.tr("Dùng lại"), "arrow-back-up")
            notice = Notice(_NOTICE, Tone.INFO, said, acts=(act,))
            self._context.notices.put(notice, lambda _: self._put_back(record))
            self._list()
            self._open()

        self.trials.stop()
        self._set_busy(True)
        self._context.tasks.slow(lambda: station.remove(record.name), removed, self._refused, owner=self)

    def _put_back(self, record: DeviceSettings) -> None:
        station = self._station
        if station is not None:
            self._set_busy(True)
            self._context.tasks.slow(lambda: station.keep(record), self._kept, self._refused, owner=self)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        free = self._may and not busy and not self.learning.running
        self.tab.save_button.setEnabled(free)
        self.tab.remove_button.setEnabled(free)

    def _refused(self, error: CounterError) -> None:
        self._set_busy(False)
        if error.code is Code.DEVICE_SETTINGS:
            self.tab.form.mark(str(error.params.get("detail", "")))
        self._context.notices.put_error(_NOTICE, error)

    # the words on what was scanned

    def _look_at_backlog(self) -> None:
        own = self._own
        self.tab.backlog.setVisible(own is not None and own.kind is DeviceKind.SCANNER)
        if self.tab.backlog.isVisible():
            self.tab.backlog.present(self._context.services.recognition.state())

    def _pause(self, pause: bool) -> None:
        recognition = self._context.services.recognition
        work = recognition.pause if pause else recognition.resume
        self._context.tasks.slow(work, lambda _: self._look_at_backlog(), owner=self)

    # trying and teaching

    def _try(self) -> None:
        record = self._own
        if record is not None:
            self.trials.start(record)

    def _try_letters(self) -> None:
        record = self._own
        if record is not None:
            self.trials.print_letters(record)

    def _teach(self) -> None:
        record = self._own
        if record is not None and self._may:
            self.trials.stop()
            self.learning.start(record)
            self._set_busy(self._busy)

    def _learned(self, told: Notice | None) -> None:
        if told is not None:
            self._context.notices.put(told)
        self._set_busy(False)
        at_it = self.tab.learn.isAncestorOf(self.tab.focusWidget()) if self.tab.focusWidget() is not None else False
        self._list()
        self._open()
        if at_it and self.tab.trial.isVisible():
            self.tab.trial.button.setFocus()

    def _leave(self) -> None:
        self.trials.stop()
        self.learning.stop()


def _scores(record: DeviceSettings | None) -> tuple[int, ...]:
    return () if record is None or record.kind is not DeviceKind.KEYPAD else words.scores_of(record)
