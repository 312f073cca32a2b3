"""Đồng bộ: how it stands and what waits at the left; the stick and the province at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from counter_app.services.sync_overview import MOST_DOSSIERS
from ui import theme
from ui.components.beside import direction
from ui.components.fact_table import FactTable
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.page_head import PageHead
from ui.desk.sync_page import words
from ui.desk.sync_page.aside_part import AsidePart
from ui.desk.sync_page.province_part import ProvincePart
from ui.desk.sync_page.standing_card import StandingCard
from ui.desk.sync_page.state import SyncState
from ui.desk.sync_page.stick_part import StickPart

_BESIDE_FROM = 960
_PAGES, _ENTRIES = 208, 168
_LEFT, _RIGHT = 5, 4


class SyncPage(Surface):
    """The acts are told by ``try_now``, ``stick`` and ``province``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.try_now = KeyButton(
            self.tr("Thử ngay"), icon="refresh", key="Ctrl+Enter", kind=Kind.PRIMARY, height=36, short=("",)
        )
        self.head = PageHead(self.tr("Đồng bộ"), (self.try_now,))
        self.card = StandingCard()
        self.dossiers = FactTable(
            self.tr("Hồ sơ còn trang chưa lên tỉnh"), ((self.tr("Hồ sơ"), 0), (self.tr("Trang"), _PAGES))
        )
        self.machines = FactTable(
            self.tr("Các máy của văn phòng"), ((self.tr("Máy"), 0), (self.tr("Chờ gửi"), _ENTRIES))
        )
        self._more = Label("", "small", color="text_muted", wrap=True)
        self._none = Label(self.tr("Không hồ sơ nào còn trang chờ gửi."), color="text_muted", wrap=True)
        self.aside = AsidePart()
        self.stick = StickPart()
        self.province = ProvincePart()
        self._dossiers_part = _titled(self.tr("Hồ sơ còn trang chưa lên tỉnh"), self._none, self.dossiers, self._more)
        self._machines_part = _titled(self.tr("Từng máy của văn phòng"), self.machines)
        self._aside_part = _titled(self.tr("Tỉnh để riêng, chưa ghi nhận"), self.aside)
        self._stick_part = _titled(self.tr("Thẻ nhớ USB"), self.stick)
        self._province_part = _titled(self.tr("Máy chủ của tỉnh"), self.province)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def present(self, state: SyncState) -> None:
        """Show a state."""
        self.card.present(state)
        self.try_now.setVisible(state.link is not None)
        overview = state.overview
        self.aside.present(state.aside)
        self._aside_part.setVisible(bool(state.aside.entries))
        dossiers = overview.dossiers if overview else ()
        self.dossiers.present([words.dossier_row(one) for one in dossiers])
        self.dossiers.setVisible(bool(dossiers))
        self._none.setVisible(not dossiers)
        self._dossiers_part.setVisible(state.link is not None or bool(dossiers))
        self._more.setText(
            self.tr("Còn những hồ sơ khác; danh sách này có {count} hồ sơ mới nhất.").format(count=MOST_DOSSIERS)
        )
        self._more.setVisible(len(dossiers) >= MOST_DOSSIERS)
        machines = overview.machines if overview else ()
        self.machines.present([words.machine_row(one) for one in machines])
        self._machines_part.setVisible(bool(machines) and state.link is not None)

    def hide_settings(self) -> None:
        """Neither stick nor address are this window's business."""
        self._stick_part.hide()
        self._province_part.hide()

    def focus_first(self) -> None:
        """Put the focus where the work begins."""
        first = self.try_now if self.try_now.isVisibleTo(self) else self.stick.out
        first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the right half below the left where there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        self._both.setDirection(direction(beside=beside))
        self._both.setStretch(0, _LEFT if beside else 0)  # below each other the room that is left goes to the end
        self._both.setStretch(1, _RIGHT if beside else 1)

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        for half, parts in (
            (left, (self.card, self._aside_part, self._machines_part, self._dossiers_part)),
            (right, (self._stick_part, self._province_part)),
        ):
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(24))
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._both)
        self._both.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._both.setSpacing(theme.px(40))
        self._both.addWidget(left)
        self._both.addWidget(right)
        self._scroll = VerticalScroll(inner)
        # Once the new parts have their places.
        self.stick.grown.connect(
            lambda: self._scroll.ensureWidgetVisible(self.stick.no), Qt.ConnectionType.QueuedConnection
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)


def _titled(title: str, *parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    column.addWidget(Label(title, "strong", theme.Weight.SEMIBOLD))
    column.addWidget(Rule())
    for part in parts:
        column.addWidget(part)
    return made
