"""The acts of the live view: giving out numbers, the end of the day; what is grave is asked here once, in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.queue_facts import KioskMode
from counter_app.services.queue_numbers import NumbersOpen
from ui import theme
from ui.components.beside import direction
from ui.components.field import Field
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.segments import Segments
from ui.components.surface import Surface

MODES = (KioskMode.HOURS, KioskMode.OPEN, KioskMode.CLOSED)
_LONGEST_NOTE = 160


class Question(Surface):
    """What will happen, and yes or no; ``answered(bool)``."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__("warning_soft")
        self._title = Label("", "base", theme.Weight.SEMIBOLD, "warning", wrap=True)
        self._text = Label("", "small", wrap=True)
        self.no = KeyButton(self.tr("Thôi"), key="Esc")
        self.yes = KeyButton("", icon="check", key="Ctrl+Enter", kind=Kind.DANGER, height=40)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("alert-triangle", "warning", 22))
        row.addLayout(words, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.no.clicked.connect(lambda: self.answered.emit(False))
        self.yes.clicked.connect(lambda: self.answered.emit(True))

    @property
    def text(self) -> str:
        """What is asked."""
        return f"{self._title.text()} {self._text.text()}"

    def ask(self, title: str, text: str, yes: str) -> None:
        """Say what will happen; the focus stands on "no"."""
        self._title.setText(title)
        self._text.setText(text)
        self.yes.set_words(yes)
        self.setAccessibleName(self.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc says no."""
        if event.key() == Qt.Key.Key_Escape:
            self.answered.emit(False)
            return
        super().keyPressEvent(event)


class LiveFoot(Surface):
    """``switched(KioskMode, str)`` with the note for citizens, ``day_end_asked``."""

    switched = Signal(object, str)
    day_end_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        names = (self.tr("Theo giờ làm việc"), self.tr("Mở"), self.tr("Ngừng"))
        self.mode = Segments(self.tr("Phát số"), names)
        self.note = Field(self.tr("Lời nhắn cho người dân ở máy lấy số"))
        self.note.line.setMaxLength(_LONGEST_NOTE)
        self.note.line.setPlaceholderText(self.tr("Ví dụ: Mất điện, mời ông/bà quay lại lúc 14:00"))
        self.apply = KeyButton(self.tr("Áp dụng"), icon="check", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40)
        self.end_day = KeyButton(self.tr("Kết thúc ngày…"), icon="moon")
        self._allowed = False
        self._edited = False
        self._kept = (KioskMode.HOURS, "")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.apply.clicked.connect(self.submit)
        self.end_day.clicked.connect(self.day_end_asked)
        self.mode.chosen.connect(lambda _: self._tell_edited())
        self.note.edited.connect(lambda _: self._tell_edited())

    def present(self, opening: NumbersOpen, *, allowed: bool, day_open: bool) -> None:
        """Show what is in force; what is being edited stays."""
        self._allowed = allowed
        kept = (opening.mode, opening.note)
        if not self._edited or kept == self._typed():
            self.mode.set_current(MODES.index(opening.mode))
            self.note.set_text(opening.note)
            self._edited = False
        self._kept = kept
        for place in range(len(MODES)):
            self.mode.button(place).setEnabled(allowed)
        self.note.line.setEnabled(allowed)
        self.end_day.setEnabled(allowed and day_open)
        self._enable()

    def submit(self) -> None:
        """Hand on what is chosen."""
        if self.apply.isEnabled():
            self.switched.emit(*self._typed())

    def done(self) -> None:
        """What was chosen is in force."""
        self._edited = False

    def set_beside(self, beside: bool) -> None:
        """Put the parts beside each other, or below."""
        self._row.setDirection(direction(beside=beside))

    def _build(self) -> None:
        which = QVBoxLayout()
        which.setSpacing(theme.px(2))
        which.addWidget(Label(self.tr("Phát số"), "small", color="text_muted"))
        which.addWidget(self.mode)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.end_day, 0, Qt.AlignmentFlag.AlignBottom)
        acts.addStretch(1)
        acts.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        self._row.setSpacing(theme.px(16))
        self._row.addLayout(which)
        self._row.addWidget(self.note, 1)
        self._row.addLayout(acts)
        self.setLayout(self._row)

    def _typed(self) -> tuple[KioskMode, str]:
        return MODES[self.mode.current], self.note.text.strip()

    def _tell_edited(self) -> None:
        self._edited = self._typed() != self._kept
        self._enable()

    def _enable(self) -> None:
        self.apply.setEnabled(self._allowed and self._typed() != self._kept)
