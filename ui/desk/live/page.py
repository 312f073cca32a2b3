"""Điều hành: desks and groups beside each other, figures above, devices and the office's stations below, acts last."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components.beside import direction
from ui.components.fact_table import FactTable
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule, upright
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.live.devices import DeviceList
from ui.desk.live.foot import LiveFoot, Question
from ui.desk.page_head import PageHead

_BESIDE_FROM = 1040
_FIGURES_ABREAST = 4


class Figure(QWidget):
    """A number and what it counts."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._value = Label("–", "title", theme.Weight.SEMIBOLD)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._value)
        column.addWidget(Label(name, "small", color="text_muted"))

    @property
    def text(self) -> str:
        """What it says."""
        return self._value.text()

    def present(self, text: str, color: str = "text") -> None:
        """Show a number."""
        self._value.setText(text)
        self._value.set_color(color)
        self.setAccessibleName(f"{self._name}: {text}")


class LivePage(Surface):
    """``takeover_asked`` follows the button beside the station in charge."""

    takeover_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.head = PageHead(self.tr("Điều hành"))
        self.figures = self._make_figures()
        self.desks, self.groups = self._make_desks(), self._make_groups()
        self.ratings = Label("", wrap=True)
        self.odd = Label("", color="warning", wrap=True)
        self.odd.hide()
        self.score = Label("", wrap=True)
        self.head_words = Label("", wrap=True)
        self.head_icon = IconLabel("device-desktop", "text_muted", 16)
        self.takeover = KeyButton(self.tr("Tiếp quản hàng chờ…"), icon="arrows-exchange", kind=Kind.QUIET)
        self.takeover.hide()
        self.devices = DeviceList()
        self.locked = Label(
            self.tr("Chỉ xem: mở, ngừng phát số và kết thúc ngày cần người có quyền điều hành."),
            "small",
            color="warning",
            wrap=True,
        )
        self.foot, self.question = LiveFoot(), Question()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._figures = QGridLayout()
        self._inner, self._whole = QVBoxLayout(), QVBoxLayout(self)
        self._beside: bool | None = None
        self._build()
        self.takeover.clicked.connect(self.takeover_asked)

    @property
    def asking(self) -> bool:
        """Whether something grave is being asked."""
        return not self.question.isHidden()

    def ask(self, title: str, text: str, yes: str) -> None:
        """Ask at the foot of the page."""
        self.question.ask(title, text, yes)
        self.question.show()
        self.foot.hide()
        self.question.no.setFocus()

    def leave(self) -> None:
        """Put the question away."""
        self.question.hide()
        self.foot.show()
        self.desks.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts below each other where there is no room beside, the acts last of them."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        if beside != self._beside:
            self._beside = beside
            self._both.setDirection(direction(beside=beside))
            self._place_figures(len(self.figures) if beside else _FIGURES_ABREAST)
            self.foot.set_beside(beside)
            (self._whole if beside else self._inner).addWidget(self.foot)

    def _make_figures(self) -> dict[str, Figure]:
        return {
            "waiting": Figure(self.tr("đang chờ")),
            "longest": Figure(self.tr("chờ lâu nhất")),
            "at_desks": Figure(self.tr("ở quầy")),
            "served": Figure(self.tr("đã xong")),
            "missed": Figure(self.tr("vắng mặt")),
            "cancelled": Figure(self.tr("đã hủy")),
            "rated": Figure(self.tr("điểm đánh giá")),
            "faults": Figure(self.tr("thiết bị lỗi")),
        }

    def _make_desks(self) -> FactTable:
        return FactTable(
            self.tr("Các quầy"),
            (
                (self.tr("Quầy"), 0),
                (self.tr("Cán bộ"), 150),
                (self.tr("Đang gọi, phục vụ"), 128),
                (self.tr("Đã xong"), 88),
                (self.tr("Đánh giá"), 80),
            ),
        )

    def _make_groups(self) -> FactTable:
        return FactTable(
            self.tr("Các lĩnh vực"),
            (
                (self.tr("Lĩnh vực"), 0),
                (self.tr("Đang chờ"), 150),
                (self.tr("Đang báo chờ"), 112),
                (self.tr("Đã xong"), 104),
            ),
        )

    def _build(self) -> None:
        inner = QWidget()
        inner.setLayout(self._inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._inner.addLayout(self._figure_row())
        self._inner.addWidget(Rule())
        self._both.setSpacing(0)
        self._both.addWidget(self._left(), 6)
        self._both.addWidget(upright())
        self._both.addWidget(self._right(), 5)
        self._inner.addLayout(self._both, 1)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.head)
        self._whole.addWidget(self.locked)
        self._whole.addWidget(VerticalScroll(inner), 1)
        self._whole.addWidget(Rule())
        self._whole.addWidget(self.question)
        self.locked.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        self.locked.hide()
        self.question.hide()

    def _figure_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._figures.setHorizontalSpacing(theme.px(24))
        self._figures.setVerticalSpacing(theme.px(8))
        row.addLayout(self._figures)
        row.addStretch(1)
        return row

    def _place_figures(self, abreast: int) -> None:
        for place, figure in enumerate(self.figures.values()):
            self._figures.removeWidget(figure)
            self._figures.addWidget(figure, place // abreast, place % abreast)

    def _left(self) -> QWidget:
        words = QVBoxLayout()
        words.addWidget(self.score)
        words.addWidget(self.ratings)
        words.addWidget(self.odd)
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        line.addWidget(self.head_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.head_words, 1)
        line.addWidget(self.takeover)
        words.addLayout(line)
        devices = QVBoxLayout()
        devices.addWidget(self.devices)
        return _column(
            self.desks,
            _titled(self.tr("Thiết bị của các máy"), devices),
            _titled(self.tr("Báo chờ, đánh giá, máy giữ hàng chờ"), words),
        )

    def _right(self) -> QWidget:
        return _column(self.groups)


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return made


def _titled(title: str, content: QBoxLayout) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(6))
    column.setSpacing(theme.px(4))
    column.addWidget(Label(title, "base", theme.Weight.SEMIBOLD))
    content.setSpacing(theme.px(4))
    column.addLayout(content)
    return part
