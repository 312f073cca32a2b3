"""What is seldom needed, folded away until it is: how it came in, who else is concerned, what for, how it goes back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import PersonKind, ReturnWay
from counter_app.domain.procedures import Channel
from counter_app.services.drafts import Draft
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.segments import Segments
from ui.desk.receive.office_choice import OfficeChoice
from ui.desk.receive.person_row import AUTHORISED_FIELDS, CO_APPLICANT_FIELDS, PersonRow
from ui.desk.receive.state import AUTHORISED, MoreField, PersonField, ReceiveState, Verdict

_CHANNELS = (Channel.IN_PERSON, Channel.ONLINE, Channel.POSTAL)
_KINDS = (PersonKind.CITIZEN, PersonKind.ENTERPRISE, PersonKind.ORGANISATION, PersonKind.STATE_AGENCY)
_WAYS = (ReturnWay.COUNTER, ReturnWay.POST, ReturnWay.ONLINE)
_MOST_SETS = 99
_MOST_PEOPLE = 50


class _Part(QWidget):
    """A column of rows."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(8))
        self._rows: list[QBoxLayout] = []

    def add_row(self, *parts: tuple[QWidget, int]) -> None:
        """Add widgets side by side, each with its stretch."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        for part, stretch in parts:
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignBottom)
        self._rows.append(row)
        self.column.addLayout(row)

    def set_stacked(self, stacked: bool) -> None:
        """Put the widgets of each row below one another, or side by side."""
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(way)
            row.setSpacing(theme.px(8 if stacked else 16))


class _Labelled(QWidget):
    """A control with its name above it, like a field."""

    def __init__(self, name: str, control: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(Label(name, "small", color="text_muted"))
        column.addWidget(control)


class FilingPart(_Part):
    """How it came in, and who applies.

    ``channel_taken(Channel)``, ``kind_taken(PersonKind)``, ``edited(field, text)``.
    """

    channel_taken = Signal(object)
    kind_taken = Signal(object)
    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.channel = Segments(
            self.tr("Cách nộp"), (self.tr("Trực tiếp"), self.tr("Trực tuyến"), self.tr("Bưu chính"))
        )
        self.kind = Segments(
            self.tr("Người nộp là"),
            (self.tr("Công dân"), self.tr("Doanh nghiệp"), self.tr("Tổ chức"), self.tr("Cơ quan")),
        )
        self.code = Field(self.tr("Mã hồ sơ trên Cổng dịch vụ công"))
        self.submitted = Field(self.tr("Nộp lúc"))
        self.submitted.line.setPlaceholderText(self.tr("23/11/2026 08:30"))
        self.add_row((_Labelled(self.tr("Cách nộp"), self.channel), 1))
        self.add_row((self.code, 2), (self.submitted, 1))
        self.add_row((_Labelled(self.tr("Người nộp là"), self.kind), 1))
        self.channel.chosen.connect(lambda index: self.channel_taken.emit(_CHANNELS[index]))
        self.kind.chosen.connect(lambda index: self.kind_taken.emit(_KINDS[index]))
        self.code.edited.connect(lambda text: self.edited.emit(MoreField.OTHER_CODE.value, text))
        self.submitted.edited.connect(lambda text: self.edited.emit(MoreField.SUBMITTED.value, text))

    def present(self, draft: Draft, moments: Mapping[MoreField, Verdict]) -> None:
        """Show channel and kind."""
        self.channel.set_current(_CHANNELS.index(draft.channel))
        self.kind.set_current(_KINDS.index(draft.kind))
        away = draft.channel is not Channel.IN_PERSON
        online = draft.channel is Channel.ONLINE
        self.code.set_name(self.tr("Mã hồ sơ trên Cổng dịch vụ công") if online else self.tr("Mã bưu gửi"))
        for field in (self.code, self.submitted):
            field.setVisible(away)
        self.code.set_text(draft.other_code)
        self.submitted.set_text(draft.submitted)
        verdict = moments.get(MoreField.SUBMITTED, Verdict())
        self.submitted.set_verdict(right=verdict.right, problem=verdict.problem, doubt=verdict.doubt)

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        channels, kinds = (self.channel.button(at) for at in range(3)), (self.kind.button(at) for at in range(4))
        return *channels, self.code.line, self.submitted.line, *kinds


class OthersPart(_Part):
    """The authorised person and those who apply too.

    ``edited(place, field, text)``, ``left(place, field)``, ``added()``, ``removed(place)``; ``rebuilt()`` after a row
    came or went.
    """

    edited = Signal(int, str, str)
    left = Signal(int, str)
    added = Signal()
    removed = Signal(int)
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stacked = False
        self.authorised = PersonRow(AUTHORISED_FIELDS)
        self.rows: list[PersonRow] = []
        self.add_button = KeyButton(self.tr("Thêm người cùng nộp"), icon="user-plus")
        self.column.addWidget(Label(self.tr("Người được ủy quyền"), "small", theme.Weight.SEMIBOLD))
        self.column.addWidget(self.authorised)
        self._also = Label(self.tr("Người cùng nộp"), "small", theme.Weight.SEMIBOLD)
        self.column.addWidget(self._also)
        self._people = QVBoxLayout()
        self._people.setSpacing(theme.px(8))
        self.column.addLayout(self._people)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        self.column.addLayout(line)
        self._follow(self.authorised, AUTHORISED)
        self.add_button.clicked.connect(self.added)

    def set_stacked(self, stacked: bool) -> None:
        """Two columns, or more."""
        super().set_stacked(stacked)
        self._stacked = stacked
        for row in (self.authorised, *self.rows):
            row.set_stacked(stacked)

    def present(self, draft: Draft, verdicts: Mapping[tuple[int, PersonField], Verdict]) -> None:
        """Show the people."""
        people = draft.co_applicants
        if len(people) != len(self.rows):
            self._rebuild(len(people))
        self._also.setVisible(bool(people))
        self.add_button.setEnabled(len(people) < _MOST_PEOPLE)
        self.authorised.present(draft.authorised, _of(verdicts, AUTHORISED))
        for place, (row, person) in enumerate(zip(self.rows, people, strict=True)):
            row.present(person, _of(verdicts, place))

    def place_in_use(self) -> int | None:
        """Return the place of the person whose fields have the focus."""
        used = QApplication.focusWidget()
        rows = ((AUTHORISED, self.authorised), *enumerate(self.rows))
        return next((place for place, row in rows if used is not None and row.isAncestorOf(used)), None)

    def row(self, place: int) -> PersonRow:
        """Return the row of a person."""
        return self.authorised if place == AUTHORISED else self.rows[place]

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        lines = [line for row in (self.authorised, *self.rows) for line in row.focusable()]
        return *lines, self.add_button

    def _rebuild(self, count: int) -> None:
        while len(self.rows) > count:
            gone = self.rows.pop()
            self._people.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < count:
            row = PersonRow(CO_APPLICANT_FIELDS, removable=True)
            row.set_stacked(self._stacked)
            self._follow(row, len(self.rows))
            self.rows.append(row)
            self._people.addWidget(row)
            row.show()  # at once, so that it can take the focus
        self.rebuilt.emit()

    def _follow(self, row: PersonRow, place: int) -> None:
        row.edited.connect(lambda field, text: self.edited.emit(place, field, text))
        row.left.connect(lambda field: self.left.emit(place, field))
        row.removed.connect(lambda: self.removed.emit(place))


class WishPart(_Part):
    """What is asked for and how the result goes back.

    ``edited(field, text)``, ``sets_counted(int)``, ``way_taken(ReturnWay)``, ``office_taken(id, name)``.
    """

    edited = Signal(str, str)
    sets_counted = Signal(int)
    way_taken = Signal(object)
    office_taken = Signal(str, str)

    def __init__(self, host: Callable[[], QWidget]) -> None:
        super().__init__()
        self.content = Field(self.tr("Nội dung yêu cầu"))
        self.sets = QSpinBox()
        self.sets.setRange(1, _MOST_SETS)
        self.sets.setFixedSize(theme.px(64), theme.px(32))
        self.sets.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        self.sets.setAccessibleName(self.tr("Số bộ hồ sơ"))
        self.way = Segments(
            self.tr("Nhận kết quả"), (self.tr("Tại quầy"), self.tr("Qua bưu chính"), self.tr("Trực tuyến"))
        )
        self.address = Field(self.tr("Địa chỉ nhận"))
        self.office = OfficeChoice(host)
        self.add_row((self.content, 1), (_Labelled(self.tr("Số bộ hồ sơ"), self.sets), 0))
        self.add_row((_Labelled(self.tr("Nhận kết quả"), self.way), 0), (self.address, 1))
        self.add_row((self.office, 1))
        self.content.edited.connect(lambda text: self.edited.emit(MoreField.CONTENT.value, text))
        self.address.edited.connect(lambda text: self.edited.emit(MoreField.RETURN_ADDRESS.value, text))
        self.sets.valueChanged.connect(self.sets_counted)
        self.way.chosen.connect(lambda index: self.way_taken.emit(_WAYS[index]))
        self.office.taken.connect(self.office_taken)

    def present(self, state: ReceiveState) -> None:
        """Show the wishes; what is not typed stands greyed as it will be taken."""
        draft, procedure = state.draft, state.procedure
        self.content.set_text(draft.content)
        self.content.line.setPlaceholderText(procedure.name if procedure else "")
        self.sets.blockSignals(True)
        self.sets.setValue(max(1, draft.sets))
        self.sets.blockSignals(False)
        self.way.set_current(_WAYS.index(draft.return_way))
        post = draft.return_way is ReturnWay.POST
        self.address.setVisible(draft.return_way is not ReturnWay.COUNTER)
        self.address.set_name(self.tr("Địa chỉ nhận") if post else self.tr("Nhận trên Cổng, hoặc thư điện tử"))
        self.address.set_text(draft.return_address)
        missing = post and not draft.return_address.strip()
        self.address.set_verdict(doubt=self.tr("Cần có địa chỉ nhận") if missing else "")
        self.office.present(draft.authority_name)

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        ways = tuple(self.way.button(at) for at in range(3))
        return self.content.line, self.sets, *ways, self.address.line, self.office.line


def _of(verdicts: Mapping[tuple[int, PersonField], Verdict], place: int) -> dict[PersonField, Verdict]:
    return {field: verdict for (at, field), verdict in verdicts.items() if at == place}
