"""One dossier: its facts, its time line, and at the right what may be done; a form opens in place of the acts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.banner import Banners
from ui.components.chip import Chip
from ui.components.elided_label import ElidedLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule, upright
from ui.components.segments import Segments
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk import words
from ui.desk.dossier.act_column import ActColumn
from ui.desk.dossier.acts import KINDS, Offer
from ui.desk.dossier.onlookers import Onlookers
from ui.desk.dossier.reading import DossierRead
from ui.desk.dossier.sheet import DossierSheet
from ui.desk.dossier.story import tell
from ui.desk.dossier.timeline import TimeLine

_SIDE = 344
_STORY = 376
_THREE_FROM = 1120
_TWO_FROM = 760
_SHEET, _LINE, _ACTS = range(3)


class DossierPage(Surface):
    """The page; ``act_key(str)`` an act's key, ``form_key(int)`` the number of a form of the circular."""

    back_asked = Signal()
    act_key = Signal(str)
    form_key = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.back_button = KeyButton(
            self.tr("Danh sách"),
            icon="arrow-left",
            key="Esc",
            kind=Kind.QUIET,
            short=("",),
            name=self.tr("Danh sách"),
            spread=False,
        )
        self.back_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.banners = Banners()
        self.sheet, self.line, self.acts = DossierSheet(), TimeLine(), ActColumn()
        self.onlookers = Onlookers()
        self.stack, self.side = QStackedWidget(), QStackedWidget()
        self.parts = Segments(self.tr("Phần hồ sơ"), (self.tr("Hồ sơ"), self.tr("Diễn biến"), self.tr("Việc cần làm")))
        self._code = Label("", "title", theme.Weight.SEMIBOLD)
        self._who = ElidedLabel("", color="text_muted")
        self._chip, self._due_chip = Chip(), Chip()
        self._body = QWidget()
        self._rules = (upright(), upright())
        self._build()
        self._bind_keys()

    def _build(self) -> None:
        self._story = QWidget()
        story = QVBoxLayout(self._story)
        story.setContentsMargins(theme.px(16), theme.px(12), theme.px(8), theme.px(12))
        story.setSpacing(theme.px(8))
        story.addWidget(Label(self.tr("Diễn biến"), weight=theme.Weight.SEMIBOLD))
        story.addWidget(self.line)
        story.addWidget(self.onlookers)
        story.addStretch(1)
        self._sheet_scroll, self._story_scroll = VerticalScroll(self.sheet), VerticalScroll(self._story)
        for scroll, name in (
            (self._sheet_scroll, self.tr("Nội dung hồ sơ")),
            (self._story_scroll, self.tr("Diễn biến")),
        ):
            scroll.setAccessibleName(name)
            scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.side.addWidget(self.acts)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sheet_scroll, 1)
        row.addWidget(self._rules[0])
        row.addWidget(self._story_scroll, 1)
        row.addWidget(self._rules[1])
        row.addWidget(self.side)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.banners)
        column.addWidget(Rule())
        column.addWidget(self._body, 1)
        self._inner = inner
        self.stack.addWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.back_button.clicked.connect(self.back_asked)
        self.parts.chosen.connect(lambda _: self._place())

    def _head(self) -> QWidget:
        head = QWidget()
        first = QHBoxLayout()
        first.setSpacing(theme.px(8))
        first.addWidget(self.back_button)
        first.addWidget(self._code)
        first.addWidget(self._chip)
        first.addWidget(self._due_chip)
        first.addSpacing(theme.px(8))
        first.addWidget(self._who, 1)
        first.addStretch(0)
        column = QVBoxLayout(head)
        column.setContentsMargins(theme.px(8), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addLayout(first)
        column.addWidget(self.parts)
        return head

    def _bind_keys(self) -> None:
        keys = [(kind.key, self.act_key, kind.key) for kind in KINDS.values()]
        keys.append(("Alt+V", self.act_key, "Alt+V"))
        for key, signal, said in keys:
            self._bind(key, lambda signal=signal, said=said: signal.emit(said))
        for number in range(1, 7):
            self._bind(f"Alt+{number}", lambda number=number: self.form_key.emit(number))

    def _bind(self, key: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    @property
    def showing_body(self) -> bool:
        """Whether the dossier is shown, and no paper over it."""
        return self.stack.currentWidget() is self._inner

    @property
    def form(self) -> QWidget | None:
        """The form that is open."""
        current = self.side.currentWidget()
        return None if current is self.acts else current

    def present(self, read: DossierRead, offers: tuple[Offer, ...]) -> None:
        """Show a dossier."""
        dossier, used = read.dossier, self.used
        self._code.setText(dossier.code or self.tr("Chưa có mã"))
        self._chip.set_state(*words.state_chip(dossier, read.now))
        note, tone = words.due_note(dossier, read.now, read.calendar)
        icon = {Tone.DANGER: "alert-octagon", Tone.WARNING: "clock-exclamation"}.get(tone, "clock")
        self._due_chip.set_state(_capital(note), tone, icon)
        self._place()
        self._who.set_text(f"{dossier.applicant.name} · {dossier.procedure_name}")
        self.sheet.present(read)
        self.line.present(tell(read))
        self.onlookers.present(read)
        self.acts.present(offers)
        if used and not self.used:  # what had the focus was made anew
            self.acts.focus()

    def show_form(self, form: QWidget) -> None:
        """Put a form in place of the acts."""
        if self.side.indexOf(form) < 0:
            self.side.addWidget(form)
        self.side.setCurrentWidget(form)
        if self.side.isHidden():
            self.parts.set_current(_ACTS)
        self._place()

    def show_acts(self) -> None:
        """Put the form away; it stays as it is."""
        used = self.used
        self.side.setCurrentWidget(self.acts)
        if used:
            self.acts.focus()

    @property
    def used(self) -> bool:
        """Whether the focus is here: it is not taken from somebody who types elsewhere."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def show_body(self) -> None:
        """Put away the paper that covers the dossier."""
        self.stack.setCurrentWidget(self._inner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list; Enter that nobody wanted begins no service here."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show three parts side by side, or two, or one."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self.width()
        three, two = width >= theme.px(_THREE_FROM), width >= theme.px(_TWO_FROM)
        if two and self.parts.current == _ACTS:
            self.parts.set_current(_SHEET)
        chosen = self.parts.current
        sheet = three or chosen == _SHEET
        line = three or chosen == _LINE
        side = two or chosen == _ACTS
        self._sheet_scroll.setVisible(sheet)
        self._story_scroll.setVisible(line)
        self.side.setVisible(side)
        self._rules[0].setVisible(three)
        self._rules[1].setVisible(two)
        self.parts.setVisible(not three)
        self.parts.button(_ACTS).setVisible(not two)
        self.side.setMinimumWidth(theme.px(_SIDE) if two else 0)
        self.side.setMaximumWidth(theme.px(_SIDE) if two else 16_777_215)
        self._story_scroll.setMaximumWidth(theme.px(_STORY) if three else 16_777_215)
        self._story_scroll.setMinimumWidth(theme.px(_STORY) if three else 0)
        self._who.setVisible(two)
        self._due_chip.setVisible(two and bool(self._due_chip.text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
