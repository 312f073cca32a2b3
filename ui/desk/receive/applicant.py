"""Who applies: read from the card in one go, or typed; a citizen, or an organisation and who speaks for it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.domain.dossier_facts import PersonKind
from counter_app.domain.identity import province_of_birth
from counter_app.services.drafts import Draft
from ui import theme
from ui.components.field import Field
from ui.desk import words
from ui.desk.receive.state import ApplicantField, Verdict

_WIDE = {
    ApplicantField.NAME: (0, 0, 1),
    ApplicantField.IDENTITY: (0, 1, 1),
    ApplicantField.BIRTH: (0, 2, 1),
    ApplicantField.SEX: (0, 3, 1),
    ApplicantField.REPRESENTATIVE: (0, 2, 2),
    ApplicantField.RESIDENCE: (1, 0, 2),
    ApplicantField.PHONE: (1, 2, 2),
    ApplicantField.EMAIL: (2, 0, 2),
}
_STACKED = {
    ApplicantField.NAME: (0, 0, 1),
    ApplicantField.IDENTITY: (0, 1, 1),
    ApplicantField.BIRTH: (1, 0, 1),
    ApplicantField.SEX: (1, 1, 1),
    ApplicantField.REPRESENTATIVE: (1, 0, 2),
    ApplicantField.RESIDENCE: (2, 0, 2),
    ApplicantField.PHONE: (3, 0, 1),
    ApplicantField.EMAIL: (3, 1, 1),
}
_STRETCH = (34, 26, 18, 12)


class Applicant(QWidget):
    """The fields; ``edited(field, text)`` while typing, ``left(field)`` when one is done."""

    edited = Signal(str, str)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            ApplicantField.NAME: self.tr("Họ và tên"),
            ApplicantField.IDENTITY: self.tr("Số định danh cá nhân"),
            ApplicantField.BIRTH: self.tr("Ngày sinh"),
            ApplicantField.SEX: self.tr("Giới tính"),
            ApplicantField.REPRESENTATIVE: self.tr("Người đại diện"),
            ApplicantField.RESIDENCE: self.tr("Nơi thường trú"),
            ApplicantField.PHONE: self.tr("Số điện thoại"),
            ApplicantField.EMAIL: self.tr("Thư điện tử"),
        }
        self.fields = {
            key: Field(name, weight=theme.Weight.SEMIBOLD if key is ApplicantField.NAME else theme.Weight.REGULAR)
            for key, name in names.items()
        }
        self._kind = PersonKind.CITIZEN
        self.fields[ApplicantField.EMAIL].hide()
        self.fields[ApplicantField.REPRESENTATIVE].hide()
        self.fields[ApplicantField.BIRTH].line.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.fields[ApplicantField.BIRTH].line.keep_room("00/00/0000")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        for key, field in self.fields.items():
            field.edited.connect(lambda text, key=key: self.edited.emit(key.value, text))
            field.line.editingFinished.connect(lambda key=key: self.left.emit(key.value))
        self.set_stacked(False)

    def set_stacked(self, stacked: bool) -> None:
        """Two columns, or the row of four."""
        places = _STACKED if stacked else _WIDE
        for key, field in self.fields.items():
            row, column, span = places[key]
            self._grid.addWidget(field, row, column, 1, span)
        for column, stretch in enumerate(_STRETCH):
            self._grid.setColumnStretch(column, (1 if column < 2 else 0) if stacked else stretch)

    def set_roomy(self, roomy: bool) -> None:
        """Show what is seldom needed too."""
        self.fields[ApplicantField.EMAIL].setVisible(roomy)

    def present(self, draft: Draft, verdicts: Mapping[ApplicantField, Verdict]) -> None:
        """Show the draft's applicant."""
        if draft.kind is not self._kind:
            self._kind = draft.kind
            self._name_fields()
        for key, field in self.fields.items():
            text: str = getattr(draft, key.value)
            field.set_text(words.sex_words(text) if key is ApplicantField.SEX else text)
            verdict = verdicts.get(key, Verdict())
            field.set_verdict(right=verdict.right, problem=verdict.problem, doubt=verdict.doubt)
        self._tell_province(draft)

    def text(self, key: ApplicantField) -> str:
        """Return what stands in a field."""
        return self.fields[key].text

    def first_gap(self) -> Field | None:
        """Return the first field that a dossier usually has and that is still empty."""
        usual = (ApplicantField.NAME, ApplicantField.IDENTITY, ApplicantField.PHONE)
        return next((self.fields[key] for key in usual if not self.text(key).strip()), None)

    def _tell_province(self, draft: Draft) -> None:
        """Say where the number was first registered: an officer can hold it against the place of birth."""
        citizen = draft.kind is PersonKind.CITIZEN
        province = province_of_birth("".join(draft.identity.split())) if citizen else ""
        told = self.tr("Số này cấp khi khai sinh ở {province}").format(province=province) if province else ""
        self.fields[ApplicantField.IDENTITY].line.setToolTip(told)

    def _name_fields(self) -> None:
        citizen = self._kind is PersonKind.CITIZEN
        agency = self._kind is PersonKind.STATE_AGENCY
        number = self.tr("Mã cơ quan") if agency else self.tr("Mã số thuế, mã tổ chức")
        self.fields[ApplicantField.NAME].set_name(self.tr("Họ và tên") if citizen else self.tr("Tên đầy đủ"))
        self.fields[ApplicantField.IDENTITY].set_name(self.tr("Số định danh cá nhân") if citizen else number)
        self.fields[ApplicantField.RESIDENCE].set_name(self.tr("Nơi thường trú") if citizen else self.tr("Trụ sở"))
        for key in (ApplicantField.BIRTH, ApplicantField.SEX):
            self.fields[key].setVisible(citizen)
        self.fields[ApplicantField.REPRESENTATIVE].setVisible(not citizen)
