"""The parts that an act's form is put together from; each knows what is typed, whether it is right, and says so."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.components.elided_label import ElidedLabel
from ui.components.field import Field
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.segments import Segments
from ui.desk.dossier.filled import Filled

ChooseFile = Callable[[], Path | None]
_LINES = 3
_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\s*")
_LONGEST = 2000


class Part(QWidget):
    """One thing to fill in; ``changed()`` follows each change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(2))

    @property
    def blank(self) -> bool:
        """Whether a person has put nothing in."""
        return True

    def check(self) -> bool:
        """Tell whether it is right; what is wrong is said in place."""
        return True

    def put(self, filled: Filled) -> Filled:
        """Return ``filled`` with what is in here."""
        return filled

    def focus(self) -> None:
        """Put the focus in."""
        self.setFocus()


class LinePart(Part):
    """One line of text for the field ``into``."""

    def __init__(self, name: str, into: str, problem: str = "", text: str = "") -> None:
        super().__init__()
        self._into, self._problem, self._first = into, problem, text
        self.field = Field(name)
        self.field.line.setMaxLength(_LONGEST)
        self.field.set_text(text)
        self.column.addWidget(self.field)
        self.field.edited.connect(lambda _: self._edited())

    @property
    def blank(self) -> bool:
        """Whether it is as it was given."""
        return self.field.text.strip() in ("", self._first)

    def check(self) -> bool:
        """Need some text where there is a problem to say."""
        wrong = bool(self._problem) and not self.field.text.strip()
        self.field.set_verdict(problem=self._problem if wrong else "")
        return not wrong

    def put(self, filled: Filled) -> Filled:
        """Give the line."""
        return replace(filled, **_one(self._into, self.field.text.strip()))

    def focus(self) -> None:
        """Put the focus in the line."""
        self.field.line.setFocus()

    def _edited(self) -> None:
        self.field.set_verdict()
        self.changed.emit()


class AmountPart(LinePart):
    """An amount in đồng: ``150.000``."""

    def check(self) -> bool:
        """Need a number above 0."""
        wrong = self._amount() <= 0
        self.field.set_verdict(problem=self._problem if wrong else "")
        return not wrong

    def put(self, filled: Filled) -> Filled:
        """Give the amount."""
        return replace(filled, amount=self._amount())

    def _amount(self) -> int:
        digits = re.sub(r"[\s.,đ]", "", self.field.text)
        return int(digits) if digits.isdecimal() and len(digits) <= 12 else 0


class DayPart(LinePart):
    """A day; the year may be left out: it is the next such day from ``today`` on."""

    def __init__(self, name: str, into: str, today: date, problem: str) -> None:
        super().__init__(name, into, problem)
        self._today = today
        self.field.line.setPlaceholderText(self.tr("ngày/tháng/năm, nếu có"))

    def check(self) -> bool:
        """Accept nothing, or a day."""
        wrong = bool(self.field.text.strip()) and self.day is None
        self.field.set_verdict(problem=self._problem if wrong else "", right=self.day is not None)
        return not wrong

    @property
    def day(self) -> date | None:
        """The day typed."""
        return typed_day(self.field.text, self._today)

    def put(self, filled: Filled) -> Filled:
        """Give the day."""
        return replace(filled, **_one(self._into, self.day))


class TextPart(Part):
    """A few sentences for the field ``into``; Enter moves on."""

    def __init__(self, name: str, into: str, problem: str = "") -> None:
        super().__init__()
        self._into, self._problem = into, problem
        self._label = Label(name, "small", color="text_muted")
        self.edit = Paragraph(name)
        self._label.setBuddy(self.edit)
        self._name = name
        self.column.addWidget(self._label)
        self.column.addWidget(self.edit)
        self.edit.textChanged.connect(self._edited)

    @property
    def blank(self) -> bool:
        """Whether nothing is typed."""
        return not self.edit.toPlainText().strip()

    def check(self) -> bool:
        """Need some text where there is a problem to say."""
        wrong = bool(self._problem) and self.blank
        self._say(self._problem if wrong else "")
        return not wrong

    def put(self, filled: Filled) -> Filled:
        """Give the text as one paragraph."""
        return replace(filled, **_one(self._into, " ".join(self.edit.toPlainText().split())))

    def focus(self) -> None:
        """Put the focus in the text."""
        self.edit.setFocus()

    def _edited(self) -> None:
        self._say("")
        self.changed.emit()

    def _say(self, problem: str) -> None:
        self._label.setText(problem or self._name)
        self._label.set_color("danger" if problem else "text_muted")
        self.edit.setAccessibleDescription(problem)


class Paragraph(QPlainTextEdit):
    """A small box of text: Tab and Enter move on, since what is typed becomes one paragraph anyway."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + theme.px(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)


class ItemsPart(Part):
    """What of a list is meant, by ticks, and something of one's own besides."""

    def __init__(self, name: str, items: tuple[str, ...], problem: str, own: str) -> None:
        super().__init__()
        self._problem, self._name = problem, name
        self._label = Label(name, "small", color="text_muted", wrap=True)
        self.column.addWidget(self._label)
        self.boxes = tuple(_Tick(item) for item in items)
        for box in self.boxes:
            self.column.addWidget(box)
            box.box.toggled.connect(lambda _: self._edited())
        self.own = Field(own)
        self.own.line.setMaxLength(_LONGEST)
        self.own.edited.connect(lambda _: self._edited())
        self.column.addWidget(self.own)

    @property
    def blank(self) -> bool:
        """Whether nothing is ticked or typed."""
        return not self.items

    @property
    def items(self) -> tuple[str, ...]:
        """What is ticked, and the own words."""
        ticked = [box.text for box in self.boxes if box.box.isChecked()]
        own = " ".join(self.own.text.split())
        return (*ticked, own) if own else tuple(ticked)

    def check(self) -> bool:
        """Need at least one."""
        wrong = self.blank
        self._label.setText(self._problem if wrong else self._name)
        self._label.set_color("danger" if wrong else "text_muted")
        return not wrong

    def put(self, filled: Filled) -> Filled:
        """Give the items."""
        return replace(filled, items=self.items)

    def focus(self) -> None:
        """Put the focus on the first."""
        (self.boxes[0].box if self.boxes else self.own.line).setFocus()

    def _edited(self) -> None:
        self._label.setText(self._name)
        self._label.set_color("text_muted")
        self.changed.emit()


class _Tick(QWidget):
    """A tick box whose words may take several lines."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(8))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(text, wrap=True)
        words.setBuddy(self.box)
        row.addWidget(words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the words tick, too."""
        self.box.toggle()


class SegmentsPart(Part):
    """One of a few values for the field ``into``."""

    def __init__(self, name: str, into: str, choices: tuple[tuple[str, object], ...]) -> None:
        super().__init__()
        self._into, self._choices = into, choices
        self.column.addWidget(Label(name, "small", color="text_muted"))
        self.segments = Segments(name, tuple(text for text, _ in choices))
        self.column.addWidget(self.segments)
        self.segments.chosen.connect(lambda _: self.changed.emit())

    @property
    def blank(self) -> bool:
        """A choice alone is no text that could be lost."""
        return True

    def put(self, filled: Filled) -> Filled:
        """Give the value."""
        return replace(filled, **_one(self._into, self._choices[self.segments.current][1]))

    def focus(self) -> None:
        """Put the focus on the choice taken."""
        self.segments.button(self.segments.current).setFocus()


class TickPart(Part):
    """Yes or no for the field ``into``."""

    def __init__(self, name: str, into: str) -> None:
        super().__init__()
        self._into = into
        self.tick = _Tick(name)
        self.column.addWidget(self.tick)

    def put(self, filled: Filled) -> Filled:
        """Give the answer."""
        return replace(filled, **_one(self._into, self.tick.box.isChecked()))

    def focus(self) -> None:
        """Put the focus on the box."""
        self.tick.box.setFocus()


class FilePart(Part):
    """A file of this machine."""

    def __init__(self, choose: ChooseFile, problem: str) -> None:
        super().__init__()
        self._choose, self._problem = choose, problem
        self.path: Path | None = None
        self.button = KeyButton(self.tr("Chọn tệp…"), icon="folder")
        self._told = ElidedLabel(self.tr("Chưa chọn tệp"), "small", color="text_muted")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.button)
        row.addWidget(self._told, 1)
        self.column.addLayout(row)
        self.button.clicked.connect(self._ask)

    @property
    def blank(self) -> bool:
        """Whether no file is chosen."""
        return self.path is None

    def check(self) -> bool:
        """Need a file."""
        if self.path is None:
            self._told.set_text(self._problem)
            self._told.set_color("danger")
        return self.path is not None

    def put(self, filled: Filled) -> Filled:
        """Give its path."""
        return replace(filled, path=self.path)

    def focus(self) -> None:
        """Put the focus on the button."""
        self.button.setFocus()

    def _ask(self) -> None:
        chosen = self._choose()
        if chosen is not None:
            self.path = chosen
            self._told.set_text(chosen.name)
            self._told.set_color("text")
            self.changed.emit()


def typed_day(text: str, today: date) -> date | None:
    """Return the day of ``25/11/2026`` or ``25/11``, None for anything else."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    day, month, year = (int(part) if part else 0 for part in found.groups())
    try:
        made = date(year or today.year, month, day)
        return made if year or made >= today else made.replace(year=today.year + 1)
    except ValueError:
        return None


def _one(name: str, value: object) -> dict[str, Any]:
    return {name: value}
