"""Quản trị → Cán bộ: who works here, with which duties and in which department."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.domain.secret_rule import LONGEST
from counter_app.services.sign_in import Account
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule, upright
from ui.components.surface import Surface
from ui.components.two_lines import draw_two_lines
from ui.desk.admin.foot import save_key
from ui.desk.admin.officers.account import AccountPart

_LIST = 320
_ROW = 48
_FORM = 560


@dataclass(frozen=True, slots=True)
class OfficerForm:
    """What is typed; ``id`` is "" for a new officer, ``pin`` "" to leave it as it is."""

    id: str
    name: str
    title: str
    department: str
    duties: tuple[Duty, ...]
    pin: str
    again: str


def duty_words(duty: Duty) -> str:
    """Return a duty in everyday words."""
    translate = QCoreApplication.translate
    words = {
        Duty.RECEPTION: translate("Duties", "Tiếp nhận và trả kết quả"),
        Duty.PROCESSING: translate("Duties", "Xử lý hồ sơ"),
        Duty.APPROVAL: translate("Duties", "Duyệt kết quả (lãnh đạo)"),
        Duty.DIRECTING: translate("Duties", "Điều hành hàng chờ: gọi ngoài lượt, mở và đóng phát số, kết thúc ngày"),
        Duty.REPORTS: translate("Duties", "Lập danh sách, sổ theo dõi và thống kê: xuất tệp và in"),
        Duty.ADMINISTRATION: translate("Duties", "Quản trị: lịch, danh mục, cán bộ, cho phép vượt quy tắc"),
    }
    return words[duty]


class _Row(QStyledItemDelegate):
    """An officer in two lines: the name, and what for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, theme.color("primary_soft"))
            painter.fillRect(area.left(), area.top(), 3, area.height(), theme.color("primary"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.color("line"))
        inner = area.adjusted(theme.px(12), 0, -theme.px(8), 0)
        name, _, title = str(index.data()).partition("\n")
        draw_two_lines(painter, inner, name, title, theme.Weight.MEDIUM)


class OfficersTab(Surface):
    """The list at the left, the form of the one chosen at the right."""

    chosen = Signal(str)
    add_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Cán bộ của đơn vị"))
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.add_button = KeyButton(self.tr("Thêm cán bộ"), icon="user-plus", kind=Kind.QUIET)
        self._may_not = Label("", "small", color="text_muted", wrap=True)
        self._title = Label("", "strong", theme.Weight.SEMIBOLD)
        self.name = Field(self.tr("Họ và tên"))
        self.title = Field(self.tr("Chức danh"))
        self.department = Field(self.tr("Bộ phận"))
        self.boxes = {duty: QCheckBox(duty_words(duty)) for duty in Duty}
        self.pin, self.again = Field(self.tr("Mật khẩu tạm")), Field(self.tr("Nhập lại mật khẩu tạm"))
        for field in (self.pin, self.again):
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
            field.line.setMaxLength(LONGEST)
        self._pin_note = Label("", "small", color="text_muted", wrap=True)
        self.account = AccountPart()
        self.save_button = save_key(self.tr("Lưu cán bộ"))
        self._id = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(upright())
        row.addWidget(self._right(), 1)
        self.list.currentItemChanged.connect(self._told)
        self.add_button.clicked.connect(self.add_asked)
        self.save_button.clicked.connect(self.save_asked)

    def _left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(theme.px(_LIST))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.addWidget(self.list, 1)
        column.addWidget(self.add_button)
        return left

    def _right(self) -> QWidget:
        inner = Surface("surface")
        form = QWidget()
        form.setMaximumWidth(theme.px(_FORM))
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(form, 1)
        row.addStretch(0)
        column = QVBoxLayout(form)
        column.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self._title)
        column.addWidget(self._may_not)
        for field in (self.name, self.title, self.department):
            column.addWidget(field)
        column.addSpacing(theme.px(4))
        column.addWidget(Label(self.tr("Được làm"), "small", color="text_muted"))
        for box in self.boxes.values():
            column.addWidget(box)
        column.addSpacing(theme.px(4))
        pins = QHBoxLayout()
        pins.setSpacing(theme.px(8))
        pins.addWidget(self.pin)
        pins.addWidget(self.again)
        column.addLayout(pins)
        column.addWidget(self._pin_note)
        column.addSpacing(theme.px(8))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        column.addLayout(foot)
        column.addSpacing(theme.px(4))
        column.addWidget(Rule())
        column.addWidget(self.account)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        return scroll

    def present(self, officers: Sequence[Officer], current: str, *, may: bool) -> None:
        """List the officers, ``current`` chosen; without the duty everything is only read."""
        self.list.blockSignals(True)
        self.list.clear()
        for officer in officers:
            item = QListWidgetItem(f"{officer.name}\n{officer.title}")
            item.setData(Qt.ItemDataRole.UserRole, officer.id)
            self.list.addItem(item)
            if officer.id == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._may_not.setText("" if may else self.tr("Chỉ người quản trị được thêm và sửa cán bộ."))
        self._may_not.setVisible(not may)
        fields = (self.name.line, self.title.line, self.department.line, self.pin.line, self.again.line)
        for widget in (*fields, *self.boxes.values(), self.save_button, self.add_button):
            widget.setEnabled(may)

    def edit(self, officer: Officer | None, account: Account | None = None) -> None:
        """Put an officer in the form, or empty it for a new one."""
        self.account.present(account, may=self.save_button.isEnabled())
        self._id = officer.id if officer else ""
        self._title.setText(officer.name if officer else self.tr("Cán bộ mới"))
        self.name.set_text(officer.name if officer else "")
        self.title.set_text(officer.title if officer else "")
        self.department.set_text(officer.department if officer else "")
        duties = officer.duties if officer else (Duty.RECEPTION, Duty.PROCESSING)
        for duty, box in self.boxes.items():
            box.setChecked(duty in duties)
        for field in (self.pin, self.again):
            field.set_text("")
            field.set_verdict()
        self._pin_note.setText(
            self.tr("Để trống thì mật khẩu giữ nguyên. Mật khẩu đặt ở đây chỉ dùng để đăng nhập một lần.")
            if officer
            else self.tr("Từ 8 chữ hoặc số. Cán bộ đổi thành mật khẩu riêng khi đăng nhập lần đầu.")
        )
        if officer is None:
            self.list.setCurrentRow(-1)

    def form(self) -> OfficerForm:
        """Return what is typed."""
        return OfficerForm(
            id=self._id,
            name=self.name.text,
            title=self.title.text,
            department=self.department.text,
            duties=tuple(duty for duty, box in self.boxes.items() if box.isChecked()),
            pin=self.pin.text,
            again=self.again.text,
        )

    def _told(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
