"""Somebody beside the applicant: an authorised person, or one who applies too."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.services.drafts import DraftPerson
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.desk.receive.state import PersonField, Verdict

AUTHORISED_FIELDS = (
    *(PersonField.NAME, PersonField.IDENTITY, PersonField.PHONE),
    *(PersonField.RESIDENCE, PersonField.PAPER, PersonField.EMAIL),
)
CO_APPLICANT_FIELDS = (PersonField.NAME, PersonField.IDENTITY, PersonField.BIRTH, PersonField.RESIDENCE)
_COLUMNS = {6: 3, 4: 4}
_STRETCH = {6: (34, 26, 30), 4: (28, 24, 20, 24)}


class PersonRow(QWidget):
    """The fields; ``edited(field, text)``, ``left(field)``, and ``removed()`` where one may be removed."""

    edited = Signal(str, str)
    left = Signal(str)
    removed = Signal()

    def __init__(
        self, fields: tuple[PersonField, ...], *, removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        names = {
            PersonField.NAME: self.tr("Họ và tên"),
            PersonField.IDENTITY: self.tr("Số định danh cá nhân"),
            PersonField.BIRTH: self.tr("Ngày sinh"),
            PersonField.RESIDENCE: self.tr("Nơi thường trú"),
            PersonField.PHONE: self.tr("Số điện thoại"),
            PersonField.EMAIL: self.tr("Thư điện tử"),
            PersonField.PAPER: self.tr("Giấy tờ ủy quyền"),
        }
        self.fields = {key: Field(names[key]) for key in fields}
        self.remove_button = KeyButton("", icon="x", kind=Kind.QUIET, name=self.tr("Bỏ người này"), parent=self)
        self.remove_button.setVisible(removable)
        self._removable = removable
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        for key, field in self.fields.items():
            field.edited.connect(lambda text, key=key: self.edited.emit(key.value, text))
            field.line.editingFinished.connect(lambda key=key: self.left.emit(key.value))
        if PersonField.BIRTH in self.fields:
            self.fields[PersonField.BIRTH].line.setPlaceholderText(self.tr("dd/mm/yyyy"))
            self.fields[PersonField.BIRTH].line.keep_room("00/00/0000")
        self.remove_button.clicked.connect(self.removed)
        self.set_stacked(False)

    def set_stacked(self, stacked: bool) -> None:
        """Two columns, or as many as there is room for."""
        count = len(self.fields)
        columns = 2 if stacked else _COLUMNS[count]
        for place, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, place // columns, place % columns)
        for column in range(max(_COLUMNS.values())):
            wide = _STRETCH[count][column] if column < columns else 0
            self._grid.setColumnStretch(column, (1 if column < 2 else 0) if stacked else wide)
        if self._removable:
            self._grid.addWidget(self.remove_button, 0, columns, Qt.AlignmentFlag.AlignBottom)

    def present(self, person: DraftPerson, verdicts: Mapping[PersonField, Verdict]) -> None:
        """Show a person."""
        for key, field in self.fields.items():
            field.set_text(getattr(person, key.value))
            verdict = verdicts.get(key, Verdict())
            field.set_verdict(right=verdict.right, problem=verdict.problem, doubt=verdict.doubt)

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        lines = tuple(field.line for field in self.fields.values())
        return (*lines, self.remove_button) if self._removable else lines
