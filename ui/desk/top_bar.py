"""The bar at the top: whose counter this is, the pages, and the line that goes anywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import icons, theme
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.key_cap import KeyCap
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.components.surface import Surface

HEIGHT = 48
_PADDING = 10
_ICON = 18
_FIND = 240


@dataclass(frozen=True, slots=True)
class PageName:
    """A page: its key, icon and name."""

    key: str
    icon: str
    name: str


class _Tab(QAbstractButton):
    """One page; underlined when it is open."""

    def __init__(self, page: PageName) -> None:
        super().__init__()
        self.page = page
        self._brief = False
        self.setText(page.name)
        self.setCheckable(True)
        self.setAccessibleName(page.name)
        self.setToolTip(page.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_brief(self, brief: bool) -> None:
        self._brief = brief
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = theme.px(2 * _PADDING + _ICON)
        if self._worded:
            metrics = QFontMetrics(theme.font("base", theme.Weight.SEMIBOLD))
            width += theme.px(6) + metrics.horizontalAdvance(self.text())
        return QSize(width, theme.px(HEIGHT))

    @property
    def _worded(self) -> bool:
        return not self._brief or self.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            on = self.isChecked()
            if self.hasFocus():
                painter.setPen(theme.color("primary"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 4, -1, -4), 6, 6)
            side = theme.px(_ICON)
            left = theme.px(_PADDING)
            ink = theme.color("primary" if on else "text_muted")
            painter.drawPixmap(QPointF(left, (self.height() - side) / 2), icons.pixmap(self.page.icon, ink, side))
            if self._worded:
                painter.setFont(theme.font("base", theme.Weight.SEMIBOLD if on else theme.Weight.MEDIUM))
                painter.setPen(theme.color("primary" if on else "text"))
                area = QRect(left + side + theme.px(6), 0, self.width(), self.height())
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
            if on:
                inset = theme.px(8)
                painter.fillRect(QRect(inset, self.height() - 3, self.width() - 2 * inset, 3), theme.color("primary"))


class TopBar(Surface):
    """The bar; ``page_chosen(str)`` tells the page's key, ``account_asked()`` asks for the officer's own sheet."""

    page_chosen = Signal(str)
    account_asked = Signal()

    def __init__(self, pages: tuple[PageName, ...], office: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.setFixedHeight(theme.px(HEIGHT))
        self._brand = QWidget()
        brand_row = QHBoxLayout(self._brand)
        brand_row.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        brand_row.setSpacing(theme.px(8))
        brand_row.addWidget(IconLabel("building-community", "primary", 22))
        brand_row.addWidget(Label(self.tr("Một cửa"), "strong", theme.Weight.BOLD, "primary"))
        self._office = ElidedLabel(office, "small", color="text_muted")
        brand_row.addWidget(self._office, 1)
        self._tabs = tuple(_Tab(page) for page in pages)
        self.search = LineEdit(self.tr("Tìm nhanh (Ctrl+K)"), icon="search", trailing=KeyCap("Ctrl+K"))
        self.search.setPlaceholderText(self.tr("Tìm nhanh"))
        self.search.setMinimumWidth(theme.px(150))
        self.search.setMaximumWidth(theme.px(_FIND))
        self.account = KeyButton("", icon="user-circle", name=self.tr("Tài khoản của tôi (Ctrl+U)"), kind=Kind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(8), 0)
        row.setSpacing(0)
        row.addWidget(self._brand)
        for tab in self._tabs:
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, key=tab.page.key: self.page_chosen.emit(key))
        row.addSpacing(theme.px(8))
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addSpacing(theme.px(8))
        row.addWidget(self.account)
        self.account.clicked.connect(self.account_asked)

    def set_room(self, brand_width: int, *, brief: bool) -> None:
        """Line the pages up with the centre; brief shows icons for the pages that are not open."""
        self._brand.setFixedWidth(brand_width)
        for tab in self._tabs:
            tab.set_brief(brief)

    def set_page(self, key: str) -> None:
        """Underline a page."""
        for tab in self._tabs:
            tab.setChecked(tab.page.key == key)
            tab.updateGeometry()
