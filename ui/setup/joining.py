"""Nối vào văn phòng đã có: which office, its code, and what this machine is for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from ui import theme
from ui.components.announcement import announce
from ui.components.fact_table import Cell, FactTable
from ui.components.field import Field
from ui.components.label import Label
from ui.setup.answers import MOST_DESKS, Asked, JoinAnswers, Problem
from ui.setup.sections import beside_desk, column_of, sections
from ui.setup.words import sentence, show_problem
from ui.theme import Weight

if TYPE_CHECKING:  # heavy: only passed on
    from sync.office.finding import FoundOffice

_ADDRESS = 260


class JoinPart(QWidget):
    """The form; ``edited()`` follows what a person types or chooses."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: list[FoundOffice] = []
        columns = ((self.tr("Văn phòng"), 0), (self.tr("Địa chỉ"), _ADDRESS))
        self.offices = FactTable(self.tr("Các văn phòng thấy trong mạng"), columns)
        self.offices.hide()
        self.looking = Label(self.tr("Đang tìm các văn phòng trong mạng…"), "small", color="text_muted", wrap=True)
        self.fields = {
            Asked.ADDRESS: Field(self.tr("Địa chỉ máy giữ hàng chờ")),
            Asked.JOIN_CODE: Field(self.tr("Mã nối máy")),
            Asked.JOIN_NAME: Field(self.tr("Tên máy này")),
        }
        self.fields[Asked.ADDRESS].line.setPlaceholderText("192.168.1.10")
        self.fields[Asked.JOIN_CODE].line.setPlaceholderText("ABCD-EFGH-2345-K7QM-4TXA")
        self.roles = {
            "desk": QCheckBox(self.tr("Quầy: cán bộ tiếp nhận, gọi số")),
            "kiosk": QCheckBox(self.tr("Máy lấy số")),
            "board": QCheckBox(self.tr("Bảng gọi số")),
            "rating": QCheckBox(self.tr("Màn hình đánh giá")),
        }
        self.roles["desk"].setChecked(True)
        self.desk = QSpinBox()
        self.desk.setRange(1, MOST_DESKS)
        self.desk.setAccessibleName(self.tr("Quầy số"))
        self.desk.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.desk.setFixedHeight(theme.px(32))
        self.desk.setMinimumWidth(theme.px(96))
        self.serve = QCheckBox(self.tr("Làm máy dự phòng: tiếp quản hàng chờ khi máy chính tắt"))
        self._no_role = Label("", "small", Weight.MEDIUM, "danger")
        self._no_role.hide()
        self._named = False
        self._build()
        self._wire()
        self._suggest_name()

    def answers(self) -> JoinAnswers:
        """Return what is typed."""
        return JoinAnswers(
            url=self.fields[Asked.ADDRESS].text.strip(),
            code=self.fields[Asked.JOIN_CODE].text.strip().upper(),
            name=self.fields[Asked.JOIN_NAME].text.strip(),
            roles=tuple(role for role, box in self.roles.items() if box.isChecked()),
            desk=self.desk.value(),
            serve=self.serve.isChecked(),
        )

    def show_found(self, found: "FoundOffice") -> None:
        """List an office that answers in the network; the office's first machine is the one to join."""
        self.looking.setText(self.tr("Chọn văn phòng, hoặc ghi địa chỉ nếu không thấy."))
        if not self._found:
            announce(self, self.looking.text())
        known = next((place for place, one in enumerate(self._found) if one.office == found.office), None)
        if known is None:
            self._found.append(found)
        elif found.rank < self._found[known].rank:
            self._found[known] = found
        else:
            return
        self.offices.present([(Cell(one.name or one.office), Cell(one.url)) for one in self._found])
        self.offices.show()
        if known is not None and self.offices.current == known:
            self._choose(known)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong beside each field."""
        said = {one.field: one.wrong for one in problems}
        for asked, field in self.fields.items():
            show_problem(field, said.get(asked), right=bool(field.text))
        roles = said.get(Asked.ROLES)
        self._no_role.setText(sentence(roles) if roles else "")
        self._no_role.setVisible(roles is not None)
        self.roles["desk"].setAccessibleDescription(self._no_role.text())

    def go_to(self, problem: Problem) -> None:
        """Put the focus on a field."""
        if problem.field in self.fields:
            self.fields[problem.field].line.setFocus()
        else:
            self.roles["desk"].setFocus()

    def _build(self) -> None:
        page = sections(
            (
                (
                    self.tr("Văn phòng"),
                    self.tr("Máy giữ hàng chờ phải đang mở, cùng mạng với máy này."),
                    column_of(self.looking, self.offices, self.fields[Asked.ADDRESS]),
                ),
                (
                    self.tr("Mã"),
                    self.tr("Tạo ở máy giữ hàng chờ: Quản trị, Máy trạm. Dùng một lần."),
                    column_of(self.fields[Asked.JOIN_CODE]),
                ),
                (self.tr("Máy này"), self.tr("Máy này dùng vào việc gì."), self._own_part()),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _own_part(self) -> QWidget:
        numbered = beside_desk(self.fields[Asked.JOIN_NAME], self.desk)
        return column_of(*self.roles.values(), self._no_role, numbered, self.serve)

    def _wire(self) -> None:
        for field in self.fields.values():
            field.edited.connect(lambda _: self.edited.emit())
        self.fields[Asked.JOIN_NAME].edited.connect(lambda _: self._own_name())
        for box in self.roles.values():
            box.toggled.connect(lambda _: self._roles_changed())
        self.desk.valueChanged.connect(lambda _: self._suggest_name())
        self.offices.chosen.connect(self._choose)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._found):
            self.fields[Asked.ADDRESS].set_text(self._found[place].url)
            self.edited.emit()

    def _own_name(self) -> None:
        self._named = True

    def _roles_changed(self) -> None:
        self.desk.setEnabled(self.roles["desk"].isChecked() or self.roles["rating"].isChecked())
        self._suggest_name()
        self.edited.emit()

    def _suggest_name(self) -> None:
        if self._named:
            return
        if self.roles["desk"].isChecked():
            name = self.tr("Máy trạm quầy {number}").format(number=self.desk.value())
        else:
            chosen = (box.text() for box in self.roles.values() if box.isChecked())
            name = next(chosen, "")
        self.fields[Asked.JOIN_NAME].set_text(name)
