"""The officers of the office at set-up: one row each, the secret twice."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.secret_rule import LONGEST
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.setup.answers import Asked, OfficerAnswer, Problem
from ui.setup.words import show_problem

_MOST = 12


class OfficerRow(QWidget):
    """One officer; ``edited`` tells of typing, ``removed`` that the row is to go."""

    edited = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Field(self.tr("Họ và tên"))
        self.title = Field(self.tr("Chức danh"))
        self.pin = Field(self.tr("Mật khẩu"))
        self.again = Field(self.tr("Nhập lại mật khẩu"))
        self.title.line.setPlaceholderText(self.tr("Công chức tư pháp – hộ tịch"))
        for field in (self.pin, self.again):
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
            field.line.setMaxLength(LONGEST)
        self.bin = KeyButton("", icon="trash", kind=Kind.QUIET, name=self.tr("Bỏ cán bộ này"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for field, stretch in ((self.name, 5), (self.title, 5), (self.pin, 4), (self.again, 4)):
            row.addWidget(field, stretch)
            field.edited.connect(self.edited)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self.bin)
        row.addLayout(column)
        self.bin.clicked.connect(self.removed)

    def answer(self) -> OfficerAnswer:
        """Return what is typed."""
        return OfficerAnswer(self.name.text, self.title.text, self.pin.text, self.again.text)

    def be(self, number: int) -> None:
        """Be the officer of this number: rows look alike, so a screen reader says which one it is in."""
        for field in (self.name, self.title, self.pin, self.again):
            told = self.tr("{field}, cán bộ {number}").format(field=field.name, number=number)
            field.line.setAccessibleName(told)
        self.bin.set_name(self.tr("Bỏ cán bộ {number}").format(number=number))

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, from the left."""
        return (*(field.line for field in (self.name, self.title, self.pin, self.again)), self.bin)

    def field(self, asked: Asked) -> Field:
        """Return the field that a problem is about."""
        return {Asked.OFFICER: self.name, Asked.PIN: self.pin}.get(asked, self.again)


class OfficerRows(QWidget):
    """The rows, at least one, and the button that adds one."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[OfficerRow] = []
        place = QWidget()
        self._list = QVBoxLayout(place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.px(8))
        self.add_button = KeyButton(self.tr("Thêm cán bộ"), icon="user-plus", kind=Kind.QUIET)
        self.add_button.clicked.connect(self._add_by_hand)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(place)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.addLayout(foot)
        self.add()

    @property
    def rows(self) -> tuple[OfficerRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows)

    def add(self) -> OfficerRow:
        """Add an empty row."""
        row = OfficerRow()
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._list.addWidget(row)
        self._settle()
        return row

    def answers(self) -> tuple[OfficerAnswer, ...]:
        """Return what is typed."""
        return tuple(row.answer() for row in self._rows)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong beside each field, and nothing where all is well."""
        said = {(one.row, one.field): one.wrong for one in problems}
        for number, row in enumerate(self._rows):
            for asked in (Asked.OFFICER, Asked.PIN, Asked.PIN_AGAIN):
                show_problem(row.field(asked), said.get((number, asked)))

    def _add_by_hand(self) -> None:
        self.add().name.line.setFocus()

    def _remove(self, row: OfficerRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._settle()
        self.edited.emit()

    def _settle(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.be(number)
            row.bin.setEnabled(len(self._rows) > 1)
        self.add_button.setEnabled(len(self._rows) < _MOST)
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Tab goes row by row, then to the button; Qt goes by when each was made."""
        stops = [stop for row in self._rows for stop in row.stops() if stop.isEnabled()]
        for before, after in pairwise((*stops, self.add_button)):
            QWidget.setTabOrder(before, after)
