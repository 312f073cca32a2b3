"""The desks: which groups each serves, how much of each, and whether it is for quick matters."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from counter_app.domain.places import Desk, PlacedGroup
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.desk.admin.catalogue.terms import spin_box
from ui.desk.admin.foot import save_key
from ui.desk.admin.list_beside_form import ListBesideForm

_FORM = 640
_MOST_WEIGHT = 9
_SPIN = 76


class DesksPart(ListBesideForm):
    """The desks; ``chosen(int)`` tells a desk's number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list.setAccessibleName(self.tr("Các quầy"))
        self.add_button = KeyButton(self.tr("Thêm quầy"), icon="plus", kind=Kind.QUIET)
        self.quick = QCheckBox(self.tr("Quầy nhanh: việc ngắn (nhận kết quả) được gọi trước"))
        self.boxes: dict[str, tuple[QCheckBox, QSpinBox]] = {}
        self._grid = QGridLayout()
        self.save_button = save_key(self.tr("Lưu quầy"))
        self._desks: tuple[Desk, ...] = ()
        self._names: dict[str, str] = {}
        self._number = 0
        self._allowed = True
        self._build()

    @property
    def number(self) -> int:
        """The desk in the form."""
        return self._number

    @property
    def next_number(self) -> int:
        """The number of a desk to be added."""
        return max((desk.number for desk in self._desks), default=0) + 1

    def present(self, desks: Sequence[Desk], groups: Sequence[PlacedGroup], current: int) -> None:
        """List the desks and put ``current`` in the form."""
        self._desks = tuple(desks)
        self._offer(groups)
        rows = ((one.number, self.tr("Quầy {number}").format(number=one.number), self._summary(one)) for one in desks)
        self._list(rows, current)
        self.edit(current)

    def edit(self, number: int) -> None:
        """Put a desk in the form; one that is not there yet serves everything."""
        desk = next((one for one in self._desks if one.number == number), Desk(number, "", ()))
        self._number = number
        self._title.setText(self.tr("Quầy {number}").format(number=number))
        self.quick.setChecked(desk.quick)
        weights = dict(zip(desk.groups, desk.weights, strict=False))
        for group, (box, weight) in self.boxes.items():
            box.setChecked(group in desk.groups)
            weight.setValue(weights.get(group, 1))
        if all(one.number != number for one in self._desks):
            self.list.setCurrentRow(-1)
        self._enable()

    def desk(self, office: str) -> Desk:
        """What the form says."""
        served = {group: weight.value() for group, (box, weight) in self.boxes.items() if box.isChecked()}
        weights = tuple(served.values()) if any(weight > 1 for weight in served.values()) else ()
        return Desk(self._number, office, tuple(served), weights, self.quick.isChecked())

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self._allowed = allowed
        self._enable()

    def _offer(self, groups: Sequence[PlacedGroup]) -> None:
        names = {one.group.id: f"{one.group.prefix} · {one.group.short_name}" for one in groups}
        if names == self._names:
            return
        self._names = names
        for box, weight in self.boxes.values():
            for widget in (box, weight):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for line, (group, name) in enumerate(names.items()):
            box = QCheckBox(name)
            weight = spin_box(self.tr("Phần của {group}").format(group=name), 1, _MOST_WEIGHT, _SPIN)
            box.toggled.connect(lambda _: self._enable())
            self._grid.addWidget(box, line, 0)
            self._grid.addWidget(weight, line, 1)
            self.boxes[group] = (box, weight)

    def _build(self) -> None:
        column = self._column
        which = self.tr("Lĩnh vực quầy này gọi, mỗi lĩnh vực mấy phần (không chọn ô nào: mọi lĩnh vực, ai chờ lâu hơn)")
        column.addWidget(Label(which, "small", color="text_muted", wrap=True))
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(2, 1)
        column.addLayout(self._grid)
        example = self.tr("Ví dụ 2 phần và 1 phần: cứ hai người của lĩnh vực thứ nhất thì một người của lĩnh vực kia.")
        column.addWidget(Label(example, "small", color="text_muted", wrap=True))
        column.addWidget(self.quick)
        self._place(self.add_button, self.save_button, widest=_FORM)

    def _enable(self) -> None:
        for box, weight in self.boxes.values():
            box.setEnabled(self._allowed)
            weight.setEnabled(self._allowed and box.isChecked())
        for widget in (self.quick, self.save_button, self.add_button):
            widget.setEnabled(self._allowed)

    def _summary(self, desk: Desk) -> str:
        letters = [self._names[group].partition(" ")[0] for group in desk.groups if group in self._names]
        weights = dict(zip(letters, desk.weights, strict=False))
        said = ", ".join(f"{letter} × {weights[letter]}" if letter in weights else letter for letter in letters)
        said = said or self.tr("mọi lĩnh vực")
        return self.tr("{groups} · quầy nhanh").format(groups=said) if desk.quick else said
