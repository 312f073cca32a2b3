"""How it stands: a sign, a line, what it means, how far the papers are, and the facts below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.sync_page import words
from ui.desk.sync_page.state import SyncState

_RADIUS = 8
_PER_MILLE = 1000


class _Ground(QWidget):
    """The coloured ground of the sign and its line."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = Tone.NEUTRAL
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: Tone) -> None:
        """Take the colours of a tone."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = self._tone.ink if theme.look().contrast else self._tone.soft
            painter.setPen(theme.color(edge))
            painter.setBrush(theme.color(self._tone.soft))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS, _RADIUS)


class StandingCard(QWidget):
    """Dumb: shows a state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = _Ground()
        self._icon = IconLabel("cloud-upload", "text_muted", 32)
        self._title = Label("", "title", theme.Weight.SEMIBOLD, wrap=True)
        self._text = Label("", wrap=True)
        self._notice_icon = IconLabel(Tone.WARNING.icon, Tone.WARNING.ink, 18)
        self._notice = Label("", "base", theme.Weight.MEDIUM, "warning", wrap=True)
        self._notice_line = QWidget()
        self.bar = QProgressBar()
        self.bar.setRange(0, _PER_MILLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Giấy tờ đã gửi"))
        self._facts = QGridLayout()
        self._rows: list[tuple[Label, Label]] = []
        self._build()

    @property
    def words(self) -> str:
        """All that it says, for tests and screen readers."""
        said = [self._title.text(), self._text.text(), self._notice.text()]
        said += [f"{name.text()}: {value.text()}" for name, value in self._rows if not name.isHidden()]
        return "\n".join(filter(None, said))

    def present(self, state: SyncState) -> None:
        """Show a state."""
        how = words.standing(state)
        self._ground.set_tone(how.tone)
        self._icon.set_icon(how.icon, how.tone.ink)
        self._title.setText(how.title)
        self._title.set_color(how.tone.ink if how.tone is not Tone.NEUTRAL else "text")
        self._text.setText(how.text)
        self._text.setVisible(bool(how.text))
        told = words.notice(state.link)
        self._notice.setText(told)
        self._notice_line.setVisible(bool(told))
        share = state.share
        self.bar.setVisible(share is not None)
        self.bar.setValue(round((share or 0) * _PER_MILLE))
        self._present_facts(words.facts(state))
        self.setAccessibleName(self.words)

    def _present_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while len(self._rows) < len(facts):
            row = len(self._rows)
            name = Label("", color="text_muted")
            value = Label("", "base", theme.Weight.MEDIUM, wrap=True)
            value.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, row, 1)
            self._rows.append((name, value))
        for place, (name, value) in enumerate(self._rows):
            shown = place < len(facts)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(facts[place][0])
                value.setText(facts[place][1])

    def _build(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(theme.px(4))
        for part in (self._title, self._text):
            text.addWidget(part)
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        row.setSpacing(theme.px(14))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        line = QHBoxLayout(self._notice_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        line.addWidget(self._notice_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._notice, 1)
        self._facts.setHorizontalSpacing(theme.px(16))
        self._facts.setVerticalSpacing(theme.px(6))
        self._facts.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._ground)
        column.addWidget(self.bar)
        column.addWidget(self._notice_line)
        column.addLayout(self._facts)
        self.bar.hide()
        self._notice_line.hide()
