"""One device of this machine: what it is, how it is reached, which model."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.errors import CounterError
from counter_app.ports import DeviceKind
from devices.settings import DEFAULT_KEYS, NO_OPTIONS, DeviceSettings, TransportKind
from ui import theme
from ui.components.field import Field
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.admin.devices import words
from ui.desk.status_strip import device_name

_USUAL_BAUD, _USUAL_WIDTH = 9600, 576
_BAUDS = (1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200)
NOWHERE = "?"
"""The address of a device whose address is still to be typed."""
_LETTERS, _PREFIX, _SUFFIX = "letters", "prefix", "suffix"
_MARK_SIGNS = 8
_NAME_SIGNS = 40
_ABREAST_FROM = 440
_ADDRESS_SIGNS = 300


class Choice(QWidget):
    """A list to choose from, with its name above; ``chosen`` follows a person's choice."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.box = QComboBox()
        for part in (self.box, self.box.view()):
            part.setAccessibleName(name)
        self.box.setFixedHeight(theme.px(32))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label = Label(name, "small", color="text_muted")
        label.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(label)
        column.addWidget(self.box)
        self.box.activated.connect(lambda _: self.chosen.emit())

    @property
    def key(self) -> str:
        """The key of the choice, "" without one."""
        return str(self.box.currentData() or "")

    def offer(self, choices: Mapping[str, str], current: str) -> None:
        """Offer choices by key and words; one of them is taken, and nobody told."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for key, said in choices.items():
                self.box.addItem(said, key)
            self.box.setCurrentIndex(max(0, self.box.findData(current)))


class DeviceForm(QWidget):
    """``edited`` follows each change that a person makes."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: DeviceSettings | None = None
        self._named_for = DeviceKind.PRINTER
        self._grid, self._abreast = QGridLayout(), 0
        self.title = Label("", "strong", theme.Weight.SEMIBOLD, wrap=True)
        self.state = Label("", weight=theme.Weight.SEMIBOLD, wrap=True)
        self.do = Label("", "small", wrap=True)
        self.kind, self.transport = Choice(self.tr("Là thiết bị gì")), Choice(self.tr("Nối bằng cách nào"))
        self.name, self.address = Field(self.tr("Tên gọi")), Field("")
        self.name.line.setMaxLength(_NAME_SIGNS)
        self.address.line.setMaxLength(_ADDRESS_SIGNS)
        self.profile, self.baud = Choice(self.tr("Loại máy")), Choice(self.tr("Tốc độ cổng (baud)"))
        self.letters = Choice(self.tr("Chữ trên phiếu khi cổng chậm"))
        self.prefix, self.suffix = Field(self.tr("Đầu đọc gõ trước mỗi mã")), Field(self.tr("Đầu đọc gõ sau mỗi mã"))
        for field in (self.prefix, self.suffix):
            field.line.setMaxLength(_MARK_SIGNS)
            field.line.setPlaceholderText(self.tr("để trống nếu không có"))
        self.again = Label("", "small", color="text_muted", wrap=True)
        self._build()
        self.kind.chosen.connect(self._kind_chosen)
        self.transport.chosen.connect(self._transport_chosen)
        self.profile.chosen.connect(self._offer_letters)
        for choice in (self.profile, self.baud, self.letters):
            choice.chosen.connect(self.edited)
        for field in (self.name, self.address, self.prefix, self.suffix):
            field.edited.connect(lambda _: self.edited.emit())

    def _build(self) -> None:
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._place(abreast=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for label in (self.title, self.state, self.do):
            column.addWidget(label)
        column.addSpacing(theme.px(6))
        column.addLayout(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields below each other where two do not fit beside each other."""
        super().resizeEvent(event)
        self._place(abreast=2 if self.width() >= theme.px(_ABREAST_FROM) else 1)

    def _place(self, *, abreast: int) -> None:
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)
        place = 0
        fields = (self.kind, self.name, self.transport, self.address, self.again)
        for part in (*fields, self.prefix, self.suffix, self.profile, self.baud, self.letters):
            self._grid.removeWidget(part)
            wide = abreast if part is self.again else 1
            self._grid.addWidget(part, place // abreast, place % abreast, 1, wide)
            place += wide

    def present(self, base: DeviceSettings, title: str, kinds: tuple[DeviceKind, ...]) -> None:
        """Put a device in the form; ``kinds`` are what it may be."""
        self._base, self._named_for = base, base.kind
        self.title.setText(title)
        self.kind.offer({kind.value: device_name(kind) for kind in kinds}, base.kind.value)
        self.name.set_text(base.name)
        for field in (self.name, self.address):
            field.set_verdict()
        self._offer_transports(base.transport)
        self.address.set_text(_shown(base))
        self._offer_details()

    def tell(self, told: words.Told) -> None:
        """Say how the device is."""
        self.state.setText(told.said)
        self.state.set_color({Tone.NEUTRAL: "text_muted", Tone.INFO: "text_muted"}.get(told.tone, told.tone.ink))
        self.do.setText(told.do)
        self.do.setVisible(bool(told.do))

    def set_allowed(self, allowed: bool) -> None:
        """Take input, or only show."""
        for choice in (self.kind, self.transport, self.profile, self.baud, self.letters):
            choice.box.setEnabled(allowed)
        for field in (self.name, self.address, self.prefix, self.suffix):
            field.line.setEnabled(allowed)

    @property
    def base(self) -> DeviceSettings | None:
        """What was put in the form."""
        return self._base

    def record(self) -> DeviceSettings | None:
        """Return what the form says; None, with the field marked, where that makes no sense."""
        base = self._base
        if base is None:
            return None
        kind, transport = DeviceKind(self.kind.key), TransportKind(self.transport.key)
        named = bool(words.address_words(transport)[0])
        address = self.address.text.strip() if named else ""
        same = (kind, transport, address) == (base.kind, base.transport, base.address)
        model_stays = (kind, self.profile.key) == (base.kind, base.profile)
        try:
            return replace(
                base,
                kind=kind,
                name=self.name.text.strip(),
                transport=transport,
                address=address,
                identity=base.identity if same else "",
                profile=self.profile.key,
                baud=int(self.baud.key or _USUAL_BAUD) if transport is TransportKind.SERIAL else _USUAL_BAUD,
                width=base.width if model_stays else _USUAL_WIDTH,
                keys=base.keys if model_stays else DEFAULT_KEYS,
                options=self._options(base.options if model_stays else NO_OPTIONS),
            )
        except CounterError as error:
            self.mark(str(error.params.get("detail", "")))
            return None

    def _options(self, options: Mapping[str, str]) -> Mapping[str, str]:
        """Return the options with what the form says of those that it shows."""
        said = {} if self.letters.isHidden() else {_LETTERS: self.letters.key}
        if not self.prefix.isHidden():
            said |= {_PREFIX: self.prefix.text, _SUFFIX: self.suffix.text}
        if all(options.get(name, "") == word for name, word in said.items()):
            return options
        others = {name: word for name, word in options.items() if name not in said}
        return others | {name: word for name, word in said.items() if word}

    def mark(self, detail: str) -> None:
        """Mark the field that makes no sense, and put the focus there."""
        if detail == "name":
            self.name.set_verdict(problem=self.tr("Đặt cho thiết bị một cái tên"))
            self.name.line.setFocus()
        elif detail == "address":
            example = words.address_words(TransportKind(self.transport.key))[1]
            problem = self.tr("Ghi như {example}").format(example=example) if example else self.tr("Còn thiếu")
            self.address.set_verdict(problem=problem)
            self.address.line.setFocus()

    def _kind_chosen(self) -> None:
        kind = DeviceKind(self.kind.key)
        if self.name.text == device_name(self._named_for):  # nobody gave it a name of its own
            self.name.set_text(device_name(kind))
        self._named_for = kind
        self._offer_transports(TransportKind(self.transport.key))
        self._offer_details()
        self.edited.emit()

    def _transport_chosen(self) -> None:
        base = self._base
        if base is not None and self.transport.key == base.transport:
            self.address.set_text(_shown(base))
        else:
            self.address.set_text("")
        self._offer_details()
        self.edited.emit()

    def _offer_transports(self, current: TransportKind) -> None:
        kind = DeviceKind(self.kind.key)
        offered = words.transports_of(kind, current)
        self.transport.offer({one.value: words.transport_words(one) for one in offered}, current.value)

    def _offer_details(self) -> None:
        base, kind, transport = self._base, DeviceKind(self.kind.key), TransportKind(self.transport.key)
        named, example = words.address_words(transport)
        self.address.setVisible(bool(named))
        self.address.set_name(named)
        self.address.line.setPlaceholderText(example)
        models = dict(words.profiles_of(kind, transport))
        if models and base is not None and not base.profile and kind is base.kind and transport is base.transport:
            models = {"": self.tr("Như đang dùng"), **models}
        self.profile.setVisible(bool(models))
        self.profile.offer(models, base.profile if base is not None else "")
        self.baud.setVisible(transport is TransportKind.SERIAL)
        usual = self.tr("Theo loại máy") if models else str(_USUAL_BAUD)
        bauds = {str(_USUAL_BAUD): usual} | {str(one): str(one) for one in _BAUDS if one != _USUAL_BAUD}
        self.baud.offer(bauds, str(base.baud) if base is not None else str(_USUAL_BAUD))
        self._offer_letters()
        types = kind is DeviceKind.READER and transport is TransportKind.KEYS
        for field, option in ((self.prefix, _PREFIX), (self.suffix, _SUFFIX)):
            field.setVisible(types)
            field.set_text(base.options.get(option, "") if base is not None else "")
        here = base is not None and transport is base.transport
        again = words.known_again_words(base.identity) if base is not None and here else ""
        self.again.setText(again)
        self.again.setVisible(bool(again))

    def _offer_letters(self) -> None:
        """Offer letters where the chosen model has some of Vietnamese, and no other words are set by hand."""
        base = self._base
        ways = words.letters_of(self.profile.key) if self.kind.key == DeviceKind.PRINTER else {}
        present = base.options.get(_LETTERS, "") if base is not None and base.profile == self.profile.key else ""
        offered = bool(ways) and present in ways
        self.letters.setVisible(offered)
        if offered:
            self.letters.offer(ways, present)


def _shown(base: DeviceSettings) -> str:
    return "" if base.address == NOWHERE else base.address
