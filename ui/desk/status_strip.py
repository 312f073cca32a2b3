"""The strip at the bottom: devices (sign and word), the link, desk, officer, clock. Never scrolls away."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from ui import language, messages, theme
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.components.rule import upright
from ui.components.spoken_role import Role, speak_as
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.backup_badge import BackupBadge
from ui.desk.review.badge import ReviewBadge

HEIGHT = 32
_TICK_MS = 1000
_ITEM = 24
_ROOMY = 1500
"""Logical width from which the date stands beside everything else."""
_ICONS = {
    DeviceKind.PRINTER: "printer",
    DeviceKind.KEYPAD: "device-tablet",
    DeviceKind.SCANNER: "scan",
    DeviceKind.READER: "id",
    DeviceKind.SPEAKER: "volume",
}
SHOWN = (DeviceKind.PRINTER, DeviceKind.KEYPAD, DeviceKind.SCANNER, DeviceKind.READER)


@dataclass(frozen=True, slots=True)
class LinkState:
    """The link as the strip says it; ``up`` is None until it was tried once. Times in UTC.

    ``office``: whether the office's other machines are heard; None in an office of one machine. It is told where there
    is no link to the province.
    """

    up: bool | None = None
    since: datetime | None = None
    synced_at: datetime | None = None
    waiting: int = 0
    office: bool | None = None
    office_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class StripState:
    """Everything in the strip but the clock."""

    devices: tuple[DeviceStatus, ...] = ()
    link: LinkState = LinkState()
    desk: int = 0
    officer: str = ""


def device_name(kind: DeviceKind) -> str:
    """Return what people call a device."""
    translate = QCoreApplication.translate
    names = {
        DeviceKind.PRINTER: translate("Devices", "Máy in"),
        DeviceKind.KEYPAD: translate("Devices", "Bàn phím"),
        DeviceKind.SCANNER: translate("Devices", "Máy quét"),
        DeviceKind.READER: translate("Devices", "Đầu đọc thẻ"),
        DeviceKind.SPEAKER: translate("Devices", "Loa"),
    }
    return names[kind]


def device_words(status: DeviceStatus) -> tuple[str, Tone]:
    """Return a device's state in a word or two, and its tone."""
    translate = QCoreApplication.translate
    if status.state is DeviceState.READY and status.fault is None:
        return translate("Devices", "Sẵn sàng"), Tone.SUCCESS
    if status.state is DeviceState.READY:
        return _fault_words(status.fault), Tone.WARNING
    if status.state is DeviceState.FAULTY:
        return _fault_words(status.fault), Tone.DANGER
    if status.state is DeviceState.CONNECTING:
        return translate("Devices", "Đang nối"), Tone.WARNING
    return translate("Devices", "Chưa có"), Tone.NEUTRAL


def _fault_words(fault: Code | None) -> str:
    translate = QCoreApplication.translate
    words = {
        Code.PAPER_OUT: translate("Devices", "Hết giấy"),
        Code.PAPER_LOW: translate("Devices", "Sắp hết giấy"),
        Code.COVER_OPEN: translate("Devices", "Mở nắp"),
        Code.CUTTER: translate("Devices", "Kẹt dao cắt"),
        Code.DEVICE_BUSY: translate("Devices", "Đang bận"),
        Code.DEVICE_SILENT: translate("Devices", "Không trả lời"),
        Code.DEVICE_LOST: translate("Devices", "Mất kết nối"),
        Code.SCANNER_JAM: translate("Devices", "Kẹt giấy"),
        Code.SCANNER_COVER: translate("Devices", "Mở nắp"),
    }
    return words.get(fault, translate("Devices", "Có lỗi")) if fault else translate("Devices", "Có lỗi")


class _Item(QWidget):
    """A device or the link: icon, name, sign, word; its ground coloured when something is wrong."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._tone = Tone.SUCCESS
        self._icon = IconLabel(icon, "text_muted", 16)
        self._name = Label("", "small", theme.Weight.MEDIUM)
        self._sign = IconLabel("circle-check-filled", "success", 14)
        self._word = Label("", "small", color="text_muted")
        self.setFixedHeight(theme.px(_ITEM))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        row.setSpacing(theme.px(4))
        for part in (self._icon, self._name, self._sign, self._word):
            row.addWidget(part)

    def present(self, name: str, word: str, tone: Tone, *, icon: str = "", brief: bool = False) -> None:
        """Say a state; brief drops the word of what is well."""
        self._tone = tone
        well = tone in (Tone.SUCCESS, Tone.NEUTRAL)
        if icon:
            self._icon.set_icon(icon, "text_muted" if well else tone.ink)
        self._name.setText(name)
        self._name.setVisible(bool(name))
        sign = {Tone.SUCCESS: "circle-check-filled", Tone.NEUTRAL: "circle-minus"}.get(tone, tone.icon)
        self._sign.set_icon(sign, tone.ink)
        self._word.setText(word)
        self._word.set_color("text_muted" if well else tone.ink)
        self._word.set_weight(theme.Weight.REGULAR if well else theme.Weight.MEDIUM)
        self._word.setVisible(not (brief and well) and bool(word))
        self.setAccessibleName(": ".join(part for part in (name, word) if part))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tone not in (Tone.WARNING, Tone.DANGER):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color(self._tone.ink if theme.look().contrast else self._tone.soft))
            painter.setBrush(theme.color(self._tone.soft))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class _LinkItem(_Item):
    """The link; ``pressed`` by mouse or key leads to the page about it."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__("cloud-check")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        speak_as(self, Role.Button)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def present(self, name: str, word: str, tone: Tone, *, icon: str = "", brief: bool = False) -> None:
        super().present(name, word, tone, icon=icon, brief=brief)
        self.setToolTip(self.tr("{state} (Ctrl+8: đồng bộ)").format(state=self.accessibleName()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.hasFocus() or self.underMouse()):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = theme.tokens()["focus_ring"] if self.hasFocus() else 1
            painter.setPen(QPen(theme.color("primary" if self.hasFocus() else "line_strong"), width))
            inset = width / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)


class StatusStrip(Surface):
    """The strip; ``link_pressed`` tells that somebody wants to know more of the link."""

    link_pressed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._now = now
        self._state = StripState()
        self._brief = False
        self._devices = {kind: _Item(_ICONS[kind]) for kind in SHOWN}
        self._link = _LinkItem()
        self._link.pressed.connect(self.link_pressed)
        self.review = ReviewBadge()
        self.backup = BackupBadge()
        self._desk = Label("", "small", theme.Weight.SEMIBOLD)
        self._officer = Label("", "small", theme.Weight.MEDIUM)
        self._date = Label("", "small", color="text_muted")
        self._clock = Label("", "base", theme.Weight.SEMIBOLD)
        self._person = IconLabel("user", "text_muted", 16)
        self._rules = tuple(upright(16) for _ in range(3))
        self.setFixedHeight(theme.px(HEIGHT))
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(12), 0)
        row.setSpacing(theme.px(6))
        for item in self._devices.values():
            row.addWidget(item)
        row.addWidget(self._rules[0])
        row.addWidget(self._link)
        row.addWidget(self.review)
        row.addWidget(self.backup)
        row.addStretch(1)
        for part in (self._desk, self._rules[1], self._person, self._officer, self._rules[2], self._date, self._clock):
            row.addWidget(part)

    def set_brief(self, brief: bool) -> None:
        """Keep to what matters: no words for what is well, no officer, no date."""
        self._brief = brief
        self.review.set_brief(brief)
        self.backup.set_brief(brief)
        for part in (self._person, self._officer, *self._rules):
            part.setVisible(not brief)
        self._place_date()
        self.present(self._state)

    def show_reviews(self, count: int) -> None:
        """Say how many entries wait for this officer's look; the date makes room for that."""
        self.review.present(count)
        self._place_date()

    def _place_date(self) -> None:
        badges = (self.review, self.backup)
        crowded = not all(badge.isHidden() for badge in badges) and self.width() < theme.px(_ROOMY)
        self._date.setVisible(not self._brief and not crowded)
        self._rules[-1].setVisible(not self._brief and not crowded)

    def present(self, state: StripState) -> None:
        """Show devices, link, desk and officer."""
        self._state = state
        found = {kind: _worst(one for one in state.devices if one.kind is kind) for kind in self._devices}
        for kind, item in self._devices.items():
            status = found.get(kind)
            item.setVisible(status is not None)
            if status is not None:
                word, tone = device_words(status)
                item.present(
                    "" if self._brief and tone is Tone.SUCCESS else device_name(kind), word, tone, brief=self._brief
                )
                item.setAccessibleName(f"{device_name(kind)}: {word}")
                item.setToolTip(_told(status, item.accessibleName()))
        self._rules[0].setVisible(any(found.values()) and not self._brief)
        self._present_link(state.link)
        self._desk.setText(self.tr("Quầy {desk}").format(desk=state.desk))
        self._officer.setText(state.officer)

    def _present_link(self, link: LinkState) -> None:
        waiting = self.tr("{count} mục chờ gửi").format(count=link.waiting) if link.waiting else ""
        if link.office is not None and link.up is None and link.since is None:
            self._present_office(link)
        elif link.up is None and link.synced_at is None:
            name = self.tr("Đang nối máy chủ") if link.since is not None else self.tr("Chỉ lưu tại máy")
            self._link.present("", name, Tone.NEUTRAL, icon="cloud-upload")
        elif link.up is False:
            since = link.since or self._now()
            name = self.tr("Mất kết nối từ {time}").format(time=times.clock(since))
            self._link.present(name, waiting, Tone.WARNING, icon="cloud-off")
        elif waiting:
            self._link.present(
                "", self.tr("Đang gửi, còn {count} mục").format(count=link.waiting), Tone.NEUTRAL, icon="cloud-upload"
            )
        else:
            at = times.clock(link.synced_at) if link.synced_at else ""
            words = at if self._brief else self.tr("Đã đồng bộ lúc {time}").format(time=at)
            self._link.present("", words, Tone.SUCCESS, icon="cloud-check")
            self._link.setAccessibleName(self.tr("Đã đồng bộ lúc {time}").format(time=at))

    def _present_office(self, link: LinkState) -> None:
        if link.office:
            self._link.present("", self.tr("Đã nối các máy"), Tone.SUCCESS, icon="plug-connected")
        else:
            at = times.clock(link.office_since or self._now())
            name = self.tr("Chưa nối được máy giữ hàng chờ, từ {time}").format(time=at)
            self._link.present("", name, Tone.WARNING, icon="cloud-off")

    def _tick(self) -> None:
        local = self._now().astimezone(VIETNAM)
        self._clock.setText(f"{local:%H:%M}")
        self._date.setText(language.long_date(local.date()))


def _worst(devices: Iterable[DeviceStatus]) -> DeviceStatus | None:
    """Return the one of several printers that needs a hand most, though another may print in its place."""
    order = (Tone.SUCCESS, Tone.NEUTRAL, Tone.WARNING, Tone.DANGER)
    return max(devices, key=lambda one: order.index(device_words(one)[1]), default=None)


def _told(status: DeviceStatus, name: str) -> str:
    """Return the tooltip of a device: what is wrong and what to do."""
    if status.fault is None:
        return name
    said = messages.message_for(status.fault, {"device": status.kind.value})
    return f"{name}\n{said.title}\n{said.next_step}"
