"""Teaching the program a keypad: it asks for each key in turn, and takes whatever the key sends."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.ratings import LEVELS
from ui import theme
from ui.components.chip import Chip
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.segments import Segments
from ui.components.tone import Tone
from ui.desk.pill_row import PillRow
from ui.virtual_devices.keys import score_words

_ASKED_POINTS = 20


class LearnBox(QWidget):
    """``levels_chosen(int)``: begin anew with so many keys; ``back_asked``: the last key again; ``stop_asked``."""

    levels_chosen = Signal(int)
    back_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = Label(self.tr("Dạy phím"), "strong", theme.Weight.SEMIBOLD)
        hint = self.tr("Bấm đúng phím được hỏi, mỗi phím một lần. Trong lúc dạy, các phím không tính vào đánh giá.")
        self.levels = Segments(self.tr("Bàn phím có mấy phím"), tuple(str(count) for count in LEVELS))
        self.asked = Label("", _ASKED_POINTS, theme.Weight.BOLD, "primary", wrap=True)
        self.said = Label("", "small", color="warning", wrap=True)
        self.back_button = KeyButton(self.tr("Dạy lại phím vừa rồi"), icon="arrow-back-up", kind=Kind.QUIET)
        self.stop_button = KeyButton(self.tr("Thôi, không dạy"), icon="x", key="Esc")
        self._known = PillRow()
        self._chips: tuple[Chip, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(head)
        column.addWidget(Label(hint, "small", color="text_muted", wrap=True))
        column.addWidget(_named(self.tr("Bàn phím có mấy phím"), self.levels))
        for part in (self.asked, self.said, self._known):
            column.addWidget(part)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.back_button)
        acts.addWidget(self.stop_button)
        acts.addStretch(1)
        column.addLayout(acts)
        self.levels.chosen.connect(lambda place: self.levels_chosen.emit(LEVELS[place]))
        self.back_button.clicked.connect(self.back_asked)
        self.stop_button.clicked.connect(self.stop_asked)

    def present(self, levels: int, wanted: int | None, known: Sequence[int], said: str = "") -> None:
        """Ask for the key of the score ``wanted``; None while the keypad is being opened."""
        self.levels.set_current(LEVELS.index(levels))
        asks = self.tr("Bấm phím: {words}")
        self.asked.setText(self.tr("Đang mở bàn phím…") if wanted is None else asks.format(words=score_words(wanted)))
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.back_button.setEnabled(bool(known))
        gone = self._chips
        self._chips = tuple(Chip(score_words(score), Tone.SUCCESS, "check") for score in known)
        self._known.present(self._chips)
        for chip in gone:
            chip.deleteLater()


def _named(name: str, part: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(Label(name))
    row.addWidget(part)
    row.addStretch(1)
    return made
