"""Quản trị → Máy trạm: this machine, the office's other ones, and the code that lets a further one in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.settings import OfficeSettings
from ui import theme
from ui.components.beside import direction
from ui.components.fact_table import FactTable, Row
from ui.components.field import Field
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.reading_label import ReadingLabel
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.admin.catalogue.terms import spin_box
from ui.desk.admin.foot import save_key
from ui.desk.admin.machines.key import KeyBox
from ui.desk.admin.machines.version import VersionBox

_BESIDE_FROM = 980
_SPIN = 96
_MOST_BOARDS = 99
_LEAST_PORT, _MOST_PORT = 1, 65_535
_CODE_POINTS = 26
_IN_A_LINE = 3  # groups of letters


class CodeBox(QWidget):
    """The code as it is read aloud, and what to do with it."""

    def __init__(self) -> None:
        super().__init__()
        self.code = ReadingLabel(_CODE_POINTS, theme.Weight.BOLD, "primary")
        self.good = Label("", "base", theme.Weight.SEMIBOLD, wrap=True)
        self.how = Label("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (self.code, self.good, self.how):
            column.addWidget(part)
        self.hide()

    def present(self, code: str, good: str, how: str) -> None:
        """Show a new code; its letters stand apart."""
        parts = [" ".join(part) for part in code.split("-")]
        lines = ["  –  ".join(parts[at : at + _IN_A_LINE]) for at in range(0, len(parts), _IN_A_LINE)]
        self.code.setText("  –\n".join(lines))
        self.code.setAccessibleName(" ".join(code.replace("-", " ")))
        self.good.setText(good)
        self.how.setText(how)
        self.show()


class MachinesTab(Surface):
    """``save_asked``, ``code_asked``, ``bar_asked``: let the chosen machine in no more, or again."""

    save_asked = Signal()
    code_asked = Signal()
    bar_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.locked = Label(
            self.tr("Chỉ xem: việc đổi cài đặt máy và thêm máy cần người có quyền quản trị."),
            "small",
            color="warning",
            wrap=True,
        )
        self.facts = Label("", wrap=True)
        self.serve = QCheckBox("")
        self.look_around = QCheckBox(self.tr("Tự tìm các máy khác của văn phòng trong mạng"))
        self.urls = Field(self.tr("Địa chỉ máy giữ hàng chờ, cách nhau bằng dấu cách (khi không tự tìm được)"))
        self.urls.line.setPlaceholderText("192.168.1.10")
        self.direct = QCheckBox(self.tr("Khi không thấy máy giữ hàng chờ: tự gửi thẳng lên tỉnh"))
        self.port = spin_box(self.tr("Cổng mạng"), _LEAST_PORT, _MOST_PORT, _SPIN)
        self.board = spin_box(self.tr("Số của bảng gọi số ở máy này"), 1, _MOST_BOARDS, _SPIN)
        self.restart = Label("", "base", theme.Weight.SEMIBOLD, "warning", wrap=True)
        self.save_button = save_key(self.tr("Lưu cài đặt máy này"))
        self.table = FactTable(
            self.tr("Các máy của văn phòng"),
            (
                (self.tr("Máy"), 0),
                (self.tr("Hàng chờ"), 168),
                (self.tr("Liên lạc"), 148),
            ),
        )
        self.code_button = KeyButton(self.tr("Tạo mã cho một máy mới"), icon="key")
        self.bar_button = KeyButton("", icon="ban")
        self.bar_button.hide()
        self.code_note = Label("", "small", color="text_muted", wrap=True)
        self.code = CodeBox()
        self.key = KeyBox()
        self.version = VersionBox()
        self._settings_part = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.save_button.clicked.connect(self.save_asked)
        self.code_button.clicked.connect(self.code_asked)
        self.bar_button.clicked.connect(self.bar_asked)

    def present_settings(self, office: OfficeSettings, board: int, *, first: bool) -> None:
        """Put the settings in the form; ``first``: this is the office's own machine."""
        self.serve.setText(
            self.tr("Máy này giữ hàng chờ cho văn phòng")
            if first
            else self.tr("Máy này là máy dự phòng: tiếp quản hàng chờ khi máy chính tắt")
        )
        self.serve.setChecked(office.serve)
        self.look_around.setChecked(office.find)
        self.urls.set_text(" ".join(office.urls))
        self.urls.set_verdict()
        self.port.setValue(office.port or OfficeSettings().port)
        self.board.setValue(board)
        self.direct.setChecked(office.direct)

    def present_stations(self, rows: tuple[Row, ...]) -> None:
        """List the office's machines."""
        self.table.present(rows)

    def offer_to_bar(self, name: str, *, barred: bool) -> None:
        """Offer to let the chosen machine in no more, or again; nothing without a name."""
        self.bar_button.setVisible(bool(name))
        words = self.tr("Cho {name} vào lại") if barred else self.tr("Ngừng cho {name} vào")
        self.bar_button.set_words(words.format(name=name), icon="check" if barred else "ban")

    def set_allowed(self, allowed: bool, *, coded: bool) -> None:
        """Take changes, or only show; ``coded``: this machine can let others in."""
        self.locked.setVisible(not allowed)
        boxes = (self.serve, self.look_around, self.direct)
        for part in (*boxes, self.urls.line, self.port, self.board, self.save_button):
            part.setEnabled(allowed)
        self.code_button.setEnabled(allowed and coded)

    def hide_settings(self) -> None:
        """Nothing can be chosen here: the settings are not this window's business."""
        self._settings_part.hide()
        self.save_button.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the other machines below this one where there is no room beside it."""
        super().resizeEvent(event)
        self._both.setDirection(direction(beside=self.width() >= theme.px(_BESIDE_FROM)))

    def _build(self) -> None:
        inner = QWidget()
        inner.setLayout(self._both)
        self._both.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        self._both.setSpacing(theme.px(32))
        self._both.addWidget(self._own_part(), 4)
        self._both.addWidget(self._office_part(), 5)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        foot.addWidget(self.restart, 1)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.locked.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), 0)
        self.locked.hide()
        self.restart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column.addWidget(self.locked)
        column.addWidget(VerticalScroll(inner), 1)
        column.addWidget(Rule())
        column.addLayout(foot)

    def _own_part(self) -> QWidget:
        settings = QVBoxLayout(self._settings_part)
        settings.setContentsMargins(0, 0, 0, 0)
        settings.setSpacing(theme.px(8))
        for part in (self.serve, self.look_around, self.urls, self.direct):
            settings.addWidget(part)
        for box in (self.port, self.board):
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            name = Label(box.accessibleName())
            name.setBuddy(box)
            row.addWidget(name)
            row.addWidget(box)
            row.addStretch(1)
            settings.addLayout(row)
        return _titled(self.tr("Máy này"), self.facts, self._settings_part, self.version)

    def _office_part(self) -> QWidget:
        row = QHBoxLayout()
        row.addWidget(self.code_button)
        row.addWidget(self.bar_button)
        row.addStretch(1)
        acts = QWidget()
        acts.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        return _titled(self.tr("Các máy của văn phòng"), self.table, acts, self.code_note, self.code, self.key)


def _titled(title: str, *parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(10))
    column.addWidget(Label(title, "strong", theme.Weight.SEMIBOLD))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return made
