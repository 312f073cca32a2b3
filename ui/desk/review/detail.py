"""One entry under review: what it is about, why, both versions beside each other, what to do, and the decisions."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.services.reviews import ReviewItem
from ui import theme
from ui.components.beside import direction
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.review import words
from ui.desk.review.version_card import VersionCard

_BESIDE_FROM = 560


@dataclass(frozen=True, slots=True)
class DetailState:
    """The entry that is chosen, officers' names by id, and how many others of its machine are like it."""

    item: ReviewItem | None = None
    names: Mapping[str, str] | None = None
    alike: int = 0


class ReviewDetail(Surface):
    """``settled``, ``settled_alike``, ``redone``, ``opened`` follow the buttons."""

    settled = Signal()
    settled_alike = Signal()
    redone = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("background", parent)
        self.back = KeyButton(self.tr("Danh sách"), icon="arrow-left", key="Esc", kind=Kind.QUIET)
        self.keep = KeyButton(self.tr("Giữ như hiện tại"), icon="check", key="Ctrl+Enter", kind=Kind.PRIMARY, height=36)
        self.keep_alike = KeyButton("", icon="list-check", kind=Kind.QUIET, height=36)
        self.redo = KeyButton(self.tr("Làm lại việc này"), icon="rotate-clockwise", key="Alt+L", height=36)
        self.open = KeyButton(self.tr("Mở hồ sơ"), icon="external-link", key="Ctrl+O", kind=Kind.QUIET, height=36)
        self._title = _text("title", theme.Weight.SEMIBOLD)
        self._more = _text("base", color="text_muted")
        self._why, self._advice = _text(), _text("base", theme.Weight.MEDIUM)
        self._locked = _text("small", color="warning")
        self.standing = VersionCard(Tone.SUCCESS, "circle-check")
        self.refused = VersionCard(Tone.WARNING, "alert-triangle")
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.keep.clicked.connect(self.settled)
        self.keep_alike.clicked.connect(self.settled_alike)
        self.redo.clicked.connect(self.redone)
        self.open.clicked.connect(self.opened)

    @property
    def words(self) -> str:
        """All that it says, for tests and screen readers."""
        parts = (self._title, self._more, self._why, self._advice, self._locked)
        said = [part.text() for part in parts if not part.isHidden()]
        return "\n".join((*said, self.standing.words, self.refused.words))

    def present(self, state: DetailState) -> None:
        """Show an entry, or nothing."""
        item = state.item
        self.setEnabled(item is not None)
        if item is None:
            return
        names = state.names or {}
        title, more = words.subject(item)
        self._title.setText(title)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._why.setText(words.why(item))
        self._advice.setText(words.advice(item))
        stands, refused = words.heads(item)
        self.standing.present(stands, words.told(item, item.standing, names) if item.standing else None)
        self.refused.present(refused, words.told(item, item.refused, names))
        self._present_acts(item, state.alike)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the versions, and the buttons, below each other where there is no room beside."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        self._cards.setDirection(direction(beside=beside))
        self._acts.setDirection(direction(beside=beside))

    def _present_acts(self, item: ReviewItem, alike: int) -> None:
        by_hand = words.needs_a_hand(item)
        self.keep.set_words(self.tr("Đã xử lý xong") if by_hand else self.tr("Giữ như hiện tại"))
        self.keep_alike.set_words(self.tr("Đã xử lý cả {count} mục của máy này").format(count=alike))
        self.keep_alike.setVisible(item.unsound and alike > 1)
        self.redo.setVisible(item.may_redo)
        self.open.setVisible(item.dossier is not None)
        for act in (self.keep, self.keep_alike, self.redo):
            act.setEnabled(item.may_settle)
        needed = self.tr("Cần người quản trị quyết định.")
        if not item.unsound:
            needed = self.tr("Việc này của người khác: cần lãnh đạo hoặc người quản trị quyết định.")
        self._locked.setText(needed)
        self._locked.setVisible(not item.may_settle)

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(4))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._more)
        column.addSpacing(theme.px(8))
        column.addLayout(_signed("help-circle", "text_muted", self._why))
        column.addSpacing(theme.px(8))
        self._cards.setSpacing(theme.px(12))
        self._cards.addWidget(self.standing, 1, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self.refused, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._cards)
        column.addSpacing(theme.px(8))
        column.addLayout(_signed("arrow-right", "primary", self._advice))
        column.addWidget(self._locked)
        column.addStretch(1)
        self._acts.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._acts.setSpacing(theme.px(8))
        for act in (self.keep, self.redo, self.keep_alike, self.open):
            self._acts.addWidget(act)
        self._acts.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(VerticalScroll(inner), 1)
        whole.addWidget(Rule())
        foot = Surface("surface")
        foot.setLayout(self._acts)
        whole.addWidget(foot)
        self.back.hide()


def _text(role: str = "base", weight: int = theme.Weight.REGULAR, color: str = "text") -> Label:
    label = Label("", role, weight, color, wrap=True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label


def _signed(icon: str, color: str, text: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(IconLabel(icon, color, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return row
