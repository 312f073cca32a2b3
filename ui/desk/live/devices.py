"""The devices of all machines in the live view: how each is, how often it failed, what it did since its service."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.devices import DeviceRecord
from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from counter_app.services.live import DeviceNow
from ui import theme
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.status_strip import device_name, device_words

_MOST = 5
_SERVICED = (DeviceKind.PRINTER, DeviceKind.SCANNER)
"""What wears with use: a head, rollers, a glass."""


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One device in words; ``history`` is empty where there is nothing to tell yet."""

    stream: str
    name: str
    state: str
    tone: Tone
    history: str = ""
    wears: bool = False

    @property
    def well(self) -> bool:
        """Whether nobody has to do anything."""
        return self.tone in (Tone.SUCCESS, Tone.NEUTRAL)


def device_rows(devices: Sequence[DeviceNow]) -> tuple[DeviceRow, ...]:
    """Return the devices in words; where a machine has several of a kind, by their names too."""
    alike = Counter((one.device.station, one.device.kind) for one in devices)
    return tuple(_row(one, alike[one.device.station, one.device.kind] > 1) for one in devices)


def _row(one: DeviceNow, several: bool) -> DeviceRow:
    record = one.device
    try:
        kind, state = DeviceKind(record.kind), DeviceState(record.state)
    except ValueError:  # of a later program
        return DeviceRow(one.stream, f"{record.kind} · {one.station}", record.state, Tone.NEUTRAL)
    fault = Code(record.fault) if record.fault in set(Code) else None
    words, tone = device_words(DeviceStatus(kind, record.name, state, fault, record.since))
    if state is DeviceState.ABSENT and record.last_seen is not None:
        words, tone = QCoreApplication.translate("Live", "Không thấy"), Tone.WARNING
    if tone not in (Tone.SUCCESS, Tone.NEUTRAL):
        said = QCoreApplication.translate("Live", "{state} từ {time}")
        words = said.format(state=words, time=times.clock(record.since))
    name = f"{device_name(kind)} {record.name}" if several else device_name(kind)
    wears = kind in _SERVICED and bool(record.tickets or record.pages or record.faults)
    return DeviceRow(one.stream, f"{name} · {one.station}", words, tone, _history(one, state), wears)


def _history(one: DeviceNow, state: DeviceState) -> str:
    translate, record = QCoreApplication.translate, one.device
    told, seen = [], record.last_seen
    if state is DeviceState.ABSENT and seen is not None and seen != record.since:
        told.append(translate("Live", "thấy lần cuối {time}").format(time=times.short(seen)))
    if one.faults_today:
        told.append(translate("Live", "hôm nay lỗi {count} lần").format(count=one.faults_today))
    if done := _done(record):
        told.append(done)
    return " · ".join(told)


def _done(record: DeviceRecord) -> str:
    """What it did, and since when that is counted; empty for nothing."""
    translate = QCoreApplication.translate
    if record.tickets:
        done = translate("Live", "đã in {count} phiếu").format(count=grouped(record.tickets))
    elif record.pages:
        done = translate("Live", "đã quét {count} trang").format(count=grouped(record.pages))
    else:
        return ""
    if record.serviced_at is not None:
        return translate("Live", "{done} từ lần bảo dưỡng {day}").format(done=done, day=times.day(record.serviced_at))
    return translate("Live", "{done} từ {day}").format(done=done, day=times.day(record.first_seen))


def grouped(count: int) -> str:
    """Return ``1.240``."""
    return f"{count:,}".replace(",", ".")


class DeviceLine(QWidget):
    """One device: sign, name, state in words; below them its history. ``serviced`` follows the button."""

    serviced = Signal()

    def __init__(self, row: DeviceRow, *, may: bool) -> None:
        super().__init__()
        self.row = row
        icon = {Tone.SUCCESS: "circle-check-filled", Tone.NEUTRAL: "circle-minus"}.get(row.tone, row.tone.icon)
        self.setAccessibleName(", ".join(part for part in (f"{row.name}: {row.state}", row.history) if part))
        first = QHBoxLayout()
        first.setSpacing(theme.px(6))
        first.addWidget(IconLabel(icon, row.tone.ink, 16))
        first.addWidget(Label(row.name, "base", theme.Weight.REGULAR if row.well else theme.Weight.MEDIUM))
        weight = theme.Weight.REGULAR if row.well else theme.Weight.SEMIBOLD
        first.addWidget(Label(row.state, "base", weight, "text_muted" if row.well else row.tone.ink))
        first.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(first)
        if row.history:
            history = Label(row.history, "small", color="text_muted", wrap=True)
            history.setContentsMargins(theme.px(22), 0, 0, 0)
            lines.addWidget(history)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(8))
        both.addLayout(lines, 1)
        self.button = KeyButton(self.tr("Ghi bảo dưỡng…"), icon="pencil", kind=Kind.QUIET)
        self.button.setAccessibleName(self.tr("Ghi bảo dưỡng {name}").format(name=row.name))
        self.button.clicked.connect(self.serviced)
        both.addWidget(self.button)  # first: shown without a parent it would be a window of its own
        self.button.setHidden(not (row.wears and may))


class DeviceList(QWidget):
    """The devices, faults first; of many that are well only how many they are. ``serviced(DeviceRow)``."""

    serviced = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[DeviceLine, ...] = ()
        self._shown: tuple[tuple[DeviceRow, ...], bool] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))

    def present(self, rows: tuple[DeviceRow, ...], *, may: bool) -> None:
        """Show them; ``may`` take down that one was serviced. What is the same stays, and keeps the focus."""
        if self._shown == (rows, may):
            return
        self._shown = (rows, may)
        self._clear()
        faulty = [one for one in rows if not one.well]
        well = [one for one in rows if one.well]
        shown = [*faulty, *well[: max(0, _MOST - len(faulty))]]
        self.lines = tuple(DeviceLine(one, may=may) for one in shown)
        for line in self.lines:
            line.serviced.connect(lambda row=line.row: self.serviced.emit(row))
            self._column.addWidget(line)
        if len(shown) < len(rows):
            more = self.tr("và {count} thiết bị khác không có lỗi").format(count=len(rows) - len(shown))
            self._column.addWidget(Label(more, "small", color="text_muted"))
        if not rows:
            self._column.addWidget(Label(self.tr("Chưa có thiết bị nào báo về."), color="text_muted", wrap=True))

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
