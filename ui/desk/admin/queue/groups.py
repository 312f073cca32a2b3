"""The groups of the kiosk: the list in its order, and letter, name and numbers of the one chosen."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from counter_app.domain.places import PlacedGroup
from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.text import fold
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.desk.admin.catalogue.terms import spin_box
from ui.desk.admin.foot import save_key
from ui.desk.admin.list_beside_form import ListBesideForm

_FORM = 640
_SPIN = 104
_LARGEST = 9999
_USUAL_LAST = 499
_ICON = "files"


class Asked(StrEnum):
    """The fields that are typed."""

    PREFIX = "prefix"
    NAME = "name"
    SHORT = "short_name"
    NAME_EN = "name_en"
    SHORT_EN = "short_name_en"


class GroupsPart(ListBesideForm):
    """The groups; ``chosen(str)`` tells a group's id, ``moved(int)`` one place up (-1) or down."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list.setAccessibleName(self.tr("Các lĩnh vực, theo thứ tự ở máy lấy số"))
        self.add_button = KeyButton(
            self.tr("Thêm lĩnh vực"),
            icon="plus",
            kind=Kind.QUIET,
            short=(self.tr("Thêm"),),
            name=self.tr("Thêm lĩnh vực"),
        )
        self.up = KeyButton("", icon="chevron-up", kind=Kind.QUIET, name=self.tr("Đưa lên trước"))
        self.down = KeyButton("", icon="chevron-down", kind=Kind.QUIET, name=self.tr("Đưa xuống sau"))
        self.fields = {
            Asked.PREFIX: Field(self.tr("Chữ đầu của số")),
            Asked.SHORT: Field(self.tr("Tên ngắn, ở bảng và phiếu")),
            Asked.NAME: Field(self.tr("Tên đầy đủ, ở máy lấy số")),
            Asked.SHORT_EN: Field(self.tr("Tên ngắn bằng tiếng Anh")),
            Asked.NAME_EN: Field(self.tr("Tên đầy đủ bằng tiếng Anh")),
        }
        self.fields[Asked.PREFIX].line.setMaxLength(1)
        self.first = spin_box(self.tr("Số đầu"), 1, _LARGEST, _SPIN)
        self.last = spin_box(self.tr("Số cuối"), 1, _LARGEST, _SPIN)
        self.contingent = spin_box(self.tr("Mỗi ngày phát nhiều nhất"), 0, _LARGEST, _SPIN)
        self.contingent.setSpecialValueText(self.tr("hết số"))
        self.minutes = spin_box(self.tr("Dự kiến mỗi lượt, phút"), 1, 240, _SPIN)
        self.range_problem = Label("", "small", theme.Weight.MEDIUM, "danger", wrap=True)
        self.shared = Label("", "small", color="text_muted", wrap=True)
        self.save_button = save_key(self.tr("Lưu lĩnh vực"))
        self._groups: tuple[PlacedGroup, ...] = ()
        self._edited: PlacedGroup | None = None
        self._allowed = True
        self._build()
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.fields[Asked.PREFIX].edited.connect(lambda _: self._say_shared())

    @property
    def current(self) -> str:
        """The id of the group in the form, "" for a new one."""
        return self._edited.group.id if self._edited else ""

    def present(self, groups: Sequence[PlacedGroup], current: str) -> None:
        """List the groups and put ``current`` in the form."""
        self._groups = tuple(groups)
        every = (placed.group for placed in groups)
        rows = ((group.id, f"{group.prefix} · {group.short_name}", self._summary(group)) for group in every)
        self._list(rows, current)
        self.edit(current)

    def edit(self, group_id: str) -> None:
        """Put a group in the form, or an empty one."""
        placed = next((one for one in self._groups if one.group.id == group_id), None)
        self._edited = placed
        group = placed.group if placed else _new_group()
        self._title.setText(group.name if placed else self.tr("Lĩnh vực mới"))
        texts = (group.prefix, group.short_name, group.name, group.short_name_en, group.name_en)
        for field, text in zip(self.fields.values(), texts, strict=True):
            field.set_text(text)
            field.set_verdict()
        for box, value in (
            (self.first, group.first),
            (self.last, group.last),
            (self.contingent, group.contingent),
            (self.minutes, group.minutes),
        ):
            box.setValue(value)
        self.range_problem.hide()
        if placed is None:
            self.list.setCurrentRow(-1)
        self._say_shared()
        self._enable()

    def group(self) -> PlacedGroup | None:
        """What the form says; None, with the fields marked, where something is wrong."""
        if not self._check():
            return None
        kept = self._edited
        short = self.fields[Asked.SHORT].text.strip()
        known = {one.group.id for one in self._groups}
        place = kept.place if kept else max((one.place for one in self._groups), default=-1) + 1
        group = ServiceGroup(
            id=kept.group.id if kept else _free_id(short, known),
            prefix=self._prefix,
            name=self.fields[Asked.NAME].text.strip(),
            name_en=self.fields[Asked.NAME_EN].text.strip(),
            short_name=short,
            short_name_en=self.fields[Asked.SHORT_EN].text.strip(),
            icon=kept.group.icon if kept else _ICON,
            minutes=self.minutes.value(),
            first=self.first.value(),
            last=self.last.value(),
            contingent=self.contingent.value(),
        )
        return PlacedGroup(group, place)

    def swapped(self, way: int) -> tuple[PlacedGroup, PlacedGroup] | None:
        """The chosen group and its neighbour with their places exchanged; None at an end."""
        if self._edited is None:
            return None
        at = self._groups.index(self._edited)
        if not 0 <= at + way < len(self._groups):
            return None
        other = self._groups[at + way]
        places = (self._edited.place, other.place)
        if places[0] == places[1]:  # two that were never put in order
            places = (at, at + way)
        return PlacedGroup(self._edited.group, places[1]), PlacedGroup(other.group, places[0])

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self._allowed = allowed
        self._enable()

    @property
    def _prefix(self) -> str:
        return self.fields[Asked.PREFIX].text.strip().upper()

    def _check(self) -> bool:
        problems: dict[Asked, str] = {}
        if not (self._prefix.isascii() and self._prefix.isalpha()):
            problems[Asked.PREFIX] = self.tr("Một chữ từ A đến Z")
        for asked in (Asked.NAME, Asked.SHORT):
            if not self.fields[asked].text.strip():
                problems[asked] = self.tr("Chưa ghi tên")
        for asked, field in self.fields.items():
            field.set_verdict(problem=problems.get(asked, ""))
        backwards = self.first.value() > self.last.value()
        self.range_problem.setText(self.tr("Số đầu phải nhỏ hơn hoặc bằng số cuối.") if backwards else "")
        self.range_problem.setVisible(backwards)
        wrong = next((self.fields[asked].line for asked in self.fields if asked in problems), None)
        if wrong is not None:
            wrong.setFocus()
        elif backwards:
            self.first.setFocus()
        return wrong is None and not backwards

    def _build(self) -> None:
        column = self._column
        prefix = self.fields[Asked.PREFIX]
        prefix.setMaximumWidth(theme.px(180))
        column.addWidget(prefix)
        column.addWidget(self.shared)
        names = QGridLayout()
        names.setHorizontalSpacing(theme.px(12))
        names.setVerticalSpacing(theme.px(8))
        for place, asked in enumerate((Asked.SHORT, Asked.SHORT_EN, Asked.NAME, Asked.NAME_EN)):
            names.addWidget(self.fields[asked], place // 2, place % 2)
        column.addLayout(names)
        column.addLayout(self._numbers())
        column.addWidget(self.range_problem)
        self._place(self.add_button, self.save_button, moves=(self.up, self.down), widest=_FORM)

    def _numbers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        for place, box in enumerate((self.first, self.last, self.contingent, self.minutes)):
            line, at = 2 * (place // 2), place % 2
            name = Label(box.accessibleName(), "small", color="text_muted")
            name.setBuddy(box)
            grid.addWidget(name, line, at)
            grid.addWidget(box, line + 1, at)
        grid.setColumnStretch(2, 1)
        return grid

    def _say_shared(self) -> None:
        alike = [
            one.group.short_name
            for one in self._groups
            if one.group.prefix == self._prefix and one.group.id != self.current
        ]
        said = self.tr("Chung chữ và chung dãy số với {names}.").format(names=", ".join(alike))
        self.shared.setText(said if alike else "")
        self.shared.setVisible(bool(alike))

    def _enable(self) -> None:
        boxes: tuple[QSpinBox, ...] = (self.first, self.last, self.contingent, self.minutes)
        for widget in (*(field.line for field in self.fields.values()), *boxes, self.save_button, self.add_button):
            widget.setEnabled(self._allowed)
        at = self._groups.index(self._edited) if self._edited in self._groups else -1
        self.up.setEnabled(self._allowed and at > 0)
        self.down.setEnabled(self._allowed and 0 <= at < len(self._groups) - 1)

    def _summary(self, group: ServiceGroup) -> str:
        numbers = self.tr("số {first} đến {last}").format(first=group.first, last=group.last)
        if group.contingent:
            numbers = self.tr("{numbers} · mỗi ngày {most}").format(numbers=numbers, most=group.contingent)
        return self.tr("{numbers} · {minutes} phút/lượt").format(numbers=numbers, minutes=group.minutes)


def _new_group() -> ServiceGroup:
    return ServiceGroup("", "", "", "", "", "", _ICON, last=_USUAL_LAST)


def _free_id(short: str, known: set[str]) -> str:
    """An id made of the name, that no other group has."""
    made = "-".join(fold(short).split()) or "nhom"
    return next(id_ for id_ in (made, *(f"{made}-{number}" for number in range(2, 1000))) if id_ not in known)
