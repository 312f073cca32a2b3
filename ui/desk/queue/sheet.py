"""What the queue asks, in place of its keys and lists: choose, perhaps say why, do it. Esc goes back."""

from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.line_edit import LineEdit
from ui.desk.queue.choice_list import Choice, ChoiceList


@dataclass(frozen=True, slots=True)
class Line:
    """A line to type in; ``needed`` says that nothing is done while it is empty."""

    name: str
    text: str = ""
    hint: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One sheet. Without ``act`` (the words of its button) a choice is done as soon as it is taken.

    ``options`` are a second, short choice named ``options_name``; ``tick`` are the words of a box.
    """

    name: str
    title: str
    choices: tuple[Choice, ...] = ()
    note: str = ""
    act: str = ""
    lines: tuple[Line, ...] = ()
    options_name: str = ""
    options: tuple[Choice, ...] = ()
    tick: str = ""
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was chosen and typed, in the order of the question's lines."""

    choice: str = ""
    option: str = ""
    ticked: bool = False
    lines: tuple[str, ...] = field(default=())


class QueueSheet(QWidget):
    """The sheet; ``answered(Answer)`` and ``left()`` tell how it ended."""

    answered = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._before: QWidget | None = None
        self.list = ChoiceList(self.tr("Lựa chọn"))
        self.lines: tuple[LineEdit, ...] = ()
        self.options = QComboBox()
        self.tick = QCheckBox()
        self.act = KeyButton("", kind=Kind.PRIMARY, height=36)
        self._title = Label("", "strong", theme.Weight.SEMIBOLD, wrap=True)
        self._note = Label("", "small", color="text_muted", wrap=True)
        self._option_name = Label("", "small", color="text_muted", wrap=True)
        self._back = KeyButton(self.tr("Quay lại"), key="Esc", kind=Kind.QUIET, height=36)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(theme.px(4))
        for part in (self.options, self.tick, self.act):
            part.setAccessibleName(self.list.accessibleName())
        self._build()
        self.list.taken.connect(self.confirm)
        self.list.picked.connect(self._picked)
        self.act.clicked.connect(self.confirm)
        self._back.clicked.connect(self.leave)

    def _build(self) -> None:
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.act, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.px(16), 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(self.list, 100)
        column.addWidget(self._option_name)
        column.addWidget(self.options)
        column.addLayout(self._asked)
        column.addWidget(self.tick)
        column.addStretch(1)
        column.addLayout(foot)

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self._question

    def ask(self, question: Question) -> None:
        """Show a question and take the focus."""
        if self._question is None:
            self._before = QApplication.focusWidget()
        self._question = question
        self.setAccessibleName(question.title)
        self._title.setText(question.title)
        said = question.note if question.choices or question.lines else question.nothing or question.note
        self._note.setText(said)
        self._note.setVisible(bool(said))
        self.list.setAccessibleName(question.title)
        self.list.present(question.choices)
        self.list.setVisible(bool(question.choices))
        self._fill_options(question)
        self._fill_lines(question)
        self.tick.setText(question.tick)
        self.tick.setAccessibleName(question.tick)
        self.tick.setChecked(False)
        self.tick.setVisible(bool(question.tick))
        self.act.set_words(question.act)
        self.act.setVisible(bool(question.act))
        self.focus_first()

    def put_choices(self, choices: tuple[Choice, ...]) -> None:
        """Follow what changed meanwhile; what was typed stays."""
        if choices != self.list.choices:
            self.list.present(choices)

    def focus_first(self) -> None:
        """Put the focus where the answer begins."""
        if self.list.choices:
            self.list.setFocus()
        elif self.lines:
            self.lines[0].setFocus()
            self.lines[0].selectAll()
        else:
            self._back.setFocus()

    def leave(self) -> None:
        """Ask no more; the focus goes back to where it was."""
        if self._question is None:
            return
        focus = QApplication.focusWidget()
        within = focus is None or self.isAncestorOf(focus)
        self._question = None
        before, self._before = self._before, None
        self.left.emit()
        if within and before is not None and before.isVisible():
            before.setFocus()

    def confirm(self) -> None:
        """Answer, or go to what is still missing."""
        question = self._question
        if question is None:
            return
        if question.choices and not self.list.current:
            self.list.setFocus()
            return
        for line, asked in zip(self.lines, question.lines, strict=True):
            missing = asked.needed and not line.text().strip()
            line.set_wrong(missing)
            if missing:
                line.setFocus()
                return
        option = question.options[self.options.currentIndex()].id if question.options else ""
        typed = tuple(line.text().strip() for line in self.lines)
        self.answered.emit(Answer(self.list.current, option, self.tick.isChecked(), typed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; Enter in a line does what the button says, and never begins a service."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _picked(self) -> None:
        """Without a button a pick is the answer; else it leads to what must be typed."""
        question = self._question
        if question is None:
            return
        if not question.act:
            self.confirm()
            return
        for line, asked in zip(self.lines, question.lines, strict=True):
            if asked.needed and not line.text().strip():
                line.setFocus()
                return

    def _fill_options(self, question: Question) -> None:
        self._option_name.setText(question.options_name)
        self.options.setAccessibleName(question.options_name)
        self.options.clear()
        for option in question.options:
            self.options.addItem(option.text)
        self.options.setFixedHeight(theme.px(32))
        for part in (self._option_name, self.options):
            part.setVisible(bool(question.options))

    def _fill_lines(self, question: Question) -> None:
        while (item := self._asked.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        made = []
        for asked in question.lines:
            self._asked.addWidget(Label(asked.name, "small", color="text_muted", wrap=True))
            line = LineEdit(asked.name)
            line.setText(asked.text)
            line.setPlaceholderText(asked.hint)
            line.textEdited.connect(lambda _, line=line: line.set_wrong(False))
            self._asked.addWidget(line)
            line.show()  # at once: what is not seen yet takes no focus
            made.append(line)
        self.lines = tuple(made)
        for before, after in pairwise((self.options, *made, self.tick)):
            QWidget.setTabOrder(before, after)
