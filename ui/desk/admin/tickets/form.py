"""Mẫu phiếu: every part of the ticket that an office chooses, in the order in which it stands on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from counter_app.domain.queue_policy import TicketTemplate
from ui import theme
from ui.components.label import Label
from ui.desk.admin.catalogue.terms import spin_box

_WIDTH = 560
_LEAST, _MOST, _STEP = 60, 160, 10
_SPIN = 104
_SIGNS = 400
_SHORT = 120


class TextBox(QPlainTextEdit):
    """A few lines of text: Enter begins another, Tab moves on; no more than ``most`` signs."""

    def __init__(self, name: str, lines: int, most: int) -> None:
        super().__init__()
        self._most = most
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + theme.px(24))
        self.textChanged.connect(self._cut)

    @property
    def text(self) -> str:
        """What is typed, without empty lines at its ends."""
        return self.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show ``text``; what is typed already stays as it is, with its cursor."""
        if text != self.text:
            self.setPlainText(text)

    def _cut(self) -> None:
        if len(self.toPlainText()) > self._most:
            at = min(self.textCursor().position(), self._most)
            self.setPlainText(self.toPlainText()[: self._most])
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)


class TicketForm(QWidget):
    """The form; ``edited()`` follows each change that a person makes."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(theme.px(_WIDTH))
        self._filling = False
        self.locked = Label(
            self.tr("Chỉ xem: việc sửa mẫu phiếu cần người có quyền quản trị."), "small", color="warning", wrap=True
        )
        self.head = TextBox(self.tr("Đầu phiếu"), 2, _SHORT)
        self.number_size = spin_box(self.tr("Cỡ chữ của số"), _LEAST, _MOST, _SPIN)
        self.number_size.setSuffix(" %")
        self.number_size.setSingleStep(_STEP)
        self.boxes = {
            "show_group": QCheckBox(self.tr("Lĩnh vực")),
            "show_priority": QCheckBox(self.tr("Lý do ưu tiên")),
            "show_ahead": QCheckBox(self.tr("Số người chờ phía trước")),
            "show_estimate": QCheckBox(self.tr("Thời gian chờ dự kiến")),
            "show_desks": QCheckBox(self.tr("Quầy sẽ phục vụ")),
            "show_time": QCheckBox(self.tr("Giờ lấy số")),
            "show_qr": QCheckBox(self.tr("Mã QR để xem lượt")),
        }
        self.note = TextBox(self.tr("Lời dặn của đơn vị"), 3, _SIGNS)
        self.thanks = TextBox(self.tr("Lời cảm ơn"), 1, _SHORT)
        self.note.setPlaceholderText(self.tr("Ví dụ: Mang theo thẻ căn cước và bản chính giấy tờ."))
        self.thanks.setPlaceholderText(self.tr("Cảm ơn ông/bà!"))
        for box in self.boxes.values():
            box.setAccessibleName(self.tr("In trên phiếu: {part}").format(part=box.text()))
        self._build()
        for text in (self.head, self.note, self.thanks):
            text.textChanged.connect(self._tell)
        for box in self.boxes.values():
            box.toggled.connect(self._tell)
        self.number_size.valueChanged.connect(self._tell)

    def present(self, template: TicketTemplate, office: str) -> None:
        """Put a template in the form."""
        self._filling = True
        self.head.setPlaceholderText(f"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\n{office}")
        self.head.set_text(template.head)
        self.number_size.setValue(template.number_size)
        for field, box in self.boxes.items():
            box.setChecked(bool(getattr(template, field)))
        self.note.set_text(template.note)
        self.thanks.set_text(template.thanks)
        self._filling = False

    def template(self) -> TicketTemplate:
        """Return what the form says."""
        ticks = {field: box.isChecked() for field, box in self.boxes.items()}
        return TicketTemplate(
            head=self.head.text,
            show_group=ticks["show_group"],
            show_priority=ticks["show_priority"],
            show_time=ticks["show_time"],
            show_ahead=ticks["show_ahead"],
            show_estimate=ticks["show_estimate"],
            show_desks=ticks["show_desks"],
            show_qr=ticks["show_qr"],
            number_size=self.number_size.value(),
            note=self.note.text,
            thanks=self.thanks.text,
        )

    def set_allowed(self, allowed: bool) -> None:
        """Take input, or only show."""
        self.locked.setVisible(not allowed)
        for part in (self.head, self.number_size, *self.boxes.values(), self.note, self.thanks):
            part.setEnabled(allowed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        column.setSpacing(theme.px(4))
        self.locked.setContentsMargins(0, 0, 0, theme.px(6))
        column.addWidget(self.locked)
        self._add(column, self.tr("Đầu phiếu, dòng cuối in to; để trống thì in tên đơn vị"), self.head)
        size = QHBoxLayout()
        size.setSpacing(theme.px(8))
        size.addWidget(self._named(self.tr("Cỡ chữ của số"), self.number_size, wrap=False))
        size.addWidget(self.number_size)
        size.addStretch(1)
        column.addLayout(size)
        column.addSpacing(theme.px(8))
        column.addWidget(Label(self.tr("In trên phiếu"), "small", color="text_muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place % 4, place // 4)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addSpacing(theme.px(8))
        self._add(column, self.tr("Lời dặn của đơn vị, nhiều dòng cũng được"), self.note)
        self._add(column, self.tr("Lời cảm ơn ở cuối phiếu"), self.thanks)
        column.addStretch(1)

    def _add(self, column: QBoxLayout, name: str, field: TextBox) -> None:
        column.addWidget(self._named(name, field))
        column.addWidget(field)
        column.addSpacing(theme.px(8))

    @staticmethod
    def _named(name: str, field: QWidget, *, wrap: bool = True) -> Label:
        label = Label(name, "small", color="text_muted", wrap=wrap)
        label.setBuddy(field)
        return label

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()
